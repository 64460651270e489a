"""Makes a BIDS 1.11 data set with eye tracking of both eyes from a sample with the columns time_s,
left_x_deg, left_y_deg, right_x_deg, right_y_deg; the heart stands beside them, and of a second subject
there is only that.

    bids-dataset.py samples/viewing.csv FOLDER
"""
import csv
import gzip
import json
import pathlib
import sys

sample, root = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
folder = root / "sub-01" / "func"
folder.mkdir(parents=True)


def write(path, value):
    path.write_text(json.dumps(value, indent=2) + "\n")


def pack(path, lines):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "wb") as file:
        with gzip.GzipFile("", "wb", fileobj=file, mtime=0) as packed:
            packed.write(lines.encode())


write(root / "dataset_description.json", {"Name": "Sample", "BIDSVersion": "1.11.0", "License": "n/a"})
(root / "README").write_text("A sample recording of both eyes.\n")
(root / "participants.tsv").write_text("participant_id\tgroup\nsub-01\tpatients\nsub-02\tcontrols\n")
with open(sample) as file:
    rows = list(csv.DictReader(file))
rate = (len(rows) - 1) / (float(rows[-1]["time_s"]) - float(rows[0]["time_s"]))
for eye, name in [("left", "eye1"), ("right", "eye2")]:
    stem = f"sub-01_task-viewing_recording-{name}_physio"
    lines = "".join(
        f"{float(row['time_s']):.4f}\t{row[eye + '_x_deg'] or 'n/a'}\t{row[eye + '_y_deg'] or 'n/a'}\n"
        for row in rows
    )
    pack(folder / (stem + ".tsv.gz"), lines)
    angle = {"Description": "eye-in-head angle; the patient's right and up are positive", "Units": "deg"}
    write(
        folder / (stem + ".json"),
        {
            "SamplingFrequency": round(rate, 3),
            "StartTime": 0,
            "Columns": ["timestamp", "x_coordinate", "y_coordinate"],
            "PhysioType": "eyetrack",
            "RecordedEye": eye,
            "SampleCoordinateSystem": "eye-in-head",
            "timestamp": {"Description": "since the first sample", "Units": "s"},
            "x_coordinate": angle,
            "y_coordinate": angle,
        },
    )
(folder / "sub-01_task-viewing_events.tsv").write_text("onset\tduration\n0\tn/a\n")
for subject in ["sub-01", "sub-02"]:
    stem = root / subject / "beh" / f"{subject}_task-viewing_recording-heart_physio"
    pack(stem.with_name(stem.name + ".tsv.gz"), "0.1\n0.3\n0.2\n")
    write(
        stem.with_name(stem.name + ".json"),
        {
            "SamplingFrequency": 100,
            "StartTime": 0,
            "Columns": ["cardiac"],
            "PhysioType": "generic",
            "cardiac": {"Description": "pulse", "Units": "V"},
        },
    )
