#!/usr/bin/env bash
# Scores a folder of recordings as an array of Slurm jobs, a shard each, and joins their results.
#
#   samples/cluster/slurm.sh recordings results --unit deg
#
# What follows the two folders are options of `opsoscope score`. Folders have to be visible to all
# nodes. SHARDS (8) is the number of jobs, CPUS (2) what each of them gets, OPSOSCOPE the program.
# Jobs that were stopped or requeued go on from where they were: submit the whole again.
set -euo pipefail

export INPUT=$1 OUTPUT=$2 OPSOSCOPE=${OPSOSCOPE:-opsoscope}
export OPTIONS="${*:3}"
mkdir -p "$OUTPUT-shards"

# --shard auto is the task's place in the array. Exit status 3 says that some of the recordings
# could not be read; the manifest lists them, and the others have their results.
array=$(sbatch --parsable --job-name=opsoscope --array="1-${SHARDS:-8}" \
  --cpus-per-task="${CPUS:-2}" --output="$OUTPUT-shards/%a.log" <<'SCRIPT'
#!/usr/bin/env bash
"$OPSOSCOPE" score "$INPUT" -o "$OUTPUT-shards/$SLURM_ARRAY_TASK_ID" --shard auto \
  --jobs "$SLURM_CPUS_PER_TASK" --quiet $OPTIONS || [ $? = 3 ]
SCRIPT
)

# Once all tasks have ended well.
sbatch --parsable --job-name=opsoscope-merge --dependency="afterok:$array" --kill-on-invalid-dep=yes \
  --output="$OUTPUT-shards/merge.log" <<'SCRIPT'
#!/usr/bin/env bash
"$OPSOSCOPE" merge "$OUTPUT-shards"/*/ -o "$OUTPUT"
SCRIPT
