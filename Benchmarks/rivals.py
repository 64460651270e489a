"""What other programs do with the same file, timed from the inside: their imports don't count.

    rivals.py NAME FILE [REPETITIONS]

Prints a JSON object: CPU and wall seconds of the first and of the fastest repetition, and what came
out of it.
"""

import json
import os
import sys
import time


def pyarrow_reader(path):
    import pyarrow
    import pyarrow.csv

    pyarrow.set_cpu_count(1)
    pyarrow.set_io_thread_count(1)
    options = pyarrow.csv.ReadOptions(use_threads=False)
    return lambda: pyarrow.csv.read_csv(path, read_options=options).num_rows


def polars_reader(path):
    os.environ["POLARS_MAX_THREADS"] = "1"
    import polars

    return lambda: polars.read_csv(path).height


def pandas_reader(path):
    import pandas

    return lambda: len(pandas.read_csv(path))


def pymovements_events(path):
    """CSV to fixations by velocity threshold, as its tutorial does it."""
    import pymovements

    with open(path) as file:
        columns = file.readline().strip().split(",")

    def run():
        experiment = pymovements.Experiment(sampling_rate=1000)
        gaze = pymovements.gaze.from_csv(
            path, experiment, time_column=columns[0], time_unit="s", position_columns=columns[1:3])
        gaze.pos2vel("smooth")
        gaze.detect("ivt")
        return len(gaze.events)

    return run


def remodnav_events(path):
    """CSV by pandas to saccades, fixations and pursuit, through its programming interface."""
    import pandas
    from remodnav.clf import EyegazeClassifier

    def run():
        table = pandas.read_csv(path)
        samples = table.iloc[:, 1:3].set_axis(["x", "y"], axis=1).to_records(index=False)
        classifier = EyegazeClassifier(px2deg=1.0, sampling_rate=1000.0)
        return len(classifier(classifier.preproc(samples)))

    return run


RIVALS = {
    "pyarrow": pyarrow_reader,
    "polars": polars_reader,
    "pandas": pandas_reader,
    "pymovements": pymovements_events,
    "remodnav": remodnav_events,
}


def main():
    name, path = sys.argv[1:3]
    repetitions = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    run = RIVALS[name](path)
    times = []
    for _ in range(repetitions):
        wall, cpu = time.perf_counter(), time.process_time()
        result = run()
        times.append({"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall})
    fastest = min(times, key=lambda one: one["cpu"])
    print(json.dumps({"first": times[0], "fastest": fastest, "result": result}))


if __name__ == "__main__":
    main()
