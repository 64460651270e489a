#!/usr/bin/env bash
# Runs slurm.sh for real, on a Slurm of one node that it sets up on this machine (Debian, as root:
# meant for a container or a virtual machine), and compares with a single run.
#
#   samples/cluster/try-slurm.sh .build/release/opsoscope samples
set -euo pipefail
program=$(realpath "$1") input=$(realpath "$2") cluster=$(dirname "$(realpath "$0")")
work=$(mktemp -d)

DEBIAN_FRONTEND=noninteractive apt-get install -y -qq slurm-wlm munge >/dev/null
cat >"$work/slurm.conf" <<END
ClusterName=one
SlurmctldHost=$(hostname -s)(127.0.0.1)
SlurmUser=root
AuthType=auth/munge
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
MpiDefault=none
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd.log
NodeName=$(hostname -s) NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES State=UP
END
version=v1
[ -e /sys/fs/cgroup/cgroup.controllers ] && version=v2
echo "CgroupPlugin=cgroup/$version" >"$work/cgroup.conf"
export SLURM_CONF=$work/slurm.conf
mkdir -p /run/munge "$work/state" "$work/spool"
chown munge: /run/munge
stop() {
  kill "$(cat "$work/slurmd.pid")" "$(cat "$work/slurmctld.pid")" 2>/dev/null || true
  [ -z "${munge:-}" ] || kill "$munge"
  rm -rf "$work"
}
trap stop EXIT
if ! munge -n >/dev/null 2>&1; then
  runuser -u munge -- /usr/sbin/munged --foreground >/dev/null 2>&1 &
  munge=$!
  until munge -n >/dev/null 2>&1; do sleep 0.2; done
fi
slurmctld
slurmd

cd "$work"
OPSOSCOPE=$program CPUS=1 "$cluster/slurm.sh" "$input" results >jobs
for _ in $(seq 300); do
  [ -z "$(squeue --noheader)" ] && break
  sleep 1
done
cat results-shards/*.log
"$program" score "$input" -o single --quiet || [ $? = 3 ]
diff -r results single
echo "The merge of $(ls -d results-shards/*/ | wc -l) Slurm jobs is the single run, byte for byte."
