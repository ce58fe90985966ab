"""What articles cost by their number and by the engine: time, words a second, memory.

    python benchmarks/scale.py [NUMBER ...] [ENGINE ...] [--short]     (1000 10000 100000, all)

Invented articles (`tests/generated_news.py`, about 120 words each, with --short 40) in Parquet files of
500 are read and annotated, and the rows written, by the pool with one and two processes, by Dask and
Spark with two (where they are installed) and by `framing annotate -o notes.jsonl`, each in a process of
its own. `start` is the time until a first small piece is done (imports, lexicons, the engine); the
shell has it in its run. CPU seconds are those of the run, of all processes and of the busiest one: with
a core for each, the run would take about as long as that one. Memory is the peak, of the main process
and of all. Prints a Markdown table, a line as soon as it is measured. Needs psutil.
"""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from importlib.util import find_spec
from pathlib import Path

import psutil
import pyarrow as pa
import pyarrow.parquet as pq

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from generated_news import rows

ENGINES = ("pool-1", "pool-2", "shell-1", "shell-2", "dask-2", "spark-2")
HEAD = ("articles", "words", "engine", "start, s", "run, s", "words/s", "CPU s", "busiest, CPU s",
        "words/s, free cores", "MB, main", "MB, all")  # fmt: skip
NEEDS = {"dask-2": "distributed", "spark-2": "pyspark"}


def main(arguments: list[str]) -> None:
    numbers = [int(word) for word in arguments if word.isdigit()] or [1000, 10_000, 100_000]
    engines = [word for word in arguments if word[0].isalpha()] or ENGINES
    print("| " + " | ".join(HEAD) + " |\n|" + "---|" * len(HEAD))
    for number in numbers:
        with tempfile.TemporaryDirectory() as name:
            words = write_news(
                Path(name, "in"), number, sentences=2 if "--short" in arguments else 7
            )
            write_news(Path(name, "small"), 256, a_file=128)
            for engine in engines:
                if find_spec(NEEDS.get(engine, "framing")):
                    print(line(engine, Path(name), number, words), flush=True)


def write_news(folder: Path, number: int, *, a_file: int = 500, sentences: int = 7) -> int:
    folder.mkdir(parents=True)
    words = 0
    for first in range(0, number, a_file):
        some = list(rows(first, min(first + a_file, number), sentences=sentences))
        words += sum(len(row["text"].split()) + len(row["title"].split()) for row in some)
        pq.write_table(pa.Table.from_pylist(some), folder / f"part-{first // a_file:05}.parquet")
    return words


def line(engine: str, place: Path, number: int, words: int) -> str:
    command = [sys.executable, __file__, "--one", engine, str(place)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    start, run, cpu, busy, *memory = json.loads(done.stdout.splitlines()[-1])
    times = f"{start:.1f} | {run:.1f} | {words / run:,.0f} | {cpu:.1f} | {busy:.1f}"
    rest = f"{words / busy:,.0f} | {memory[0]:.0f} | {memory[1]:.0f}"
    return f"| {number:,} | {words:,} | {engine} | {times} | {rest} |"


def one(engine: str, place: Path) -> None:
    kind, workers = engine.split("-")
    begun = time.perf_counter()
    run = {"pool": pool, "shell": shell, "dask": on_dask, "spark": on_spark}[kind](int(workers))
    if kind != "shell":
        run(place / "small", place / f"small-{engine}")
    peaks, spent, before = [0.0, 0.0], {}, look([0.0, 0.0], {})
    threading.Thread(
        target=look, args=[peaks, spent], kwargs={"forever": True}, daemon=True
    ).start()
    started = time.perf_counter()
    run(place / "in", place / engine)
    ended = time.perf_counter()
    cpu = [seconds - before.get(pid, 0) for pid, seconds in look(peaks, spent).items()]
    print(json.dumps([started - begun, ended - started, sum(cpu), max(cpu), *peaks]), flush=True)
    for process in psutil.Process().children(recursive=True):
        process.kill()  # no engine's end is waited for
    os._exit(0)


def look(peaks: list[float], spent: dict[int, float], *, forever: bool = False) -> dict[int, float]:
    """Note the MB of this process, of it with all below, and the CPU seconds of each of them."""
    while True:
        me, memory = psutil.Process(), []
        for process in (me, *me.children(recursive=True)):
            with contextlib.suppress(psutil.Error):
                memory.append(process.memory_info().rss / 2**20)
                spent[process.pid] = sum(process.cpu_times()[:2])
        peaks[:] = map(max, peaks, (memory[0], sum(memory)))
        if not forever:
            return dict(spent)
        time.sleep(0.2)


def pool(number: int):
    from framing.scale.pool import Workers
    from framing.scale.shards import annotate_shards

    workers = Workers(number)
    return lambda source, out: annotate_shards(sorted(source.iterdir()), out, workers=workers)


def shell(number: int):
    command = [sys.executable, "-m", "framing", "annotate", "--workers", str(number)]
    return lambda source, out: subprocess.run(
        [*command, str(source), "-o", str(out / "notes.jsonl")], check=True, capture_output=True
    )


def on_dask(number: int):
    import dask.dataframe as dd
    from distributed import Client, LocalCluster

    from framing.scale.dask import annotate_frame

    options = {"threads_per_worker": 1, "host": "127.0.0.1", "dashboard_address": None}
    client = Client(LocalCluster(n_workers=number, **options))
    read = dd.read_parquet
    return lambda source, out: client and annotate_frame(read(str(source))).to_parquet(str(out))


def on_spark(number: int):
    from pyspark.sql import SparkSession

    from framing.scale.spark import annotate_frame

    os.environ.update(PYSPARK_PYTHON=sys.executable, SPARK_LOCAL_IP="127.0.0.1")
    options = {"spark.ui.enabled": "false", "spark.driver.host": "127.0.0.1"}
    options["spark.sql.files.maxPartitionBytes"] = "1m"  # a task a file
    build = SparkSession.builder.master(f"local[{number},4]").config(map=options)
    read = build.getOrCreate().read
    return lambda source, out: annotate_frame(read.parquet(str(source))).write.parquet(str(out))


if __name__ == "__main__":
    if "--one" in sys.argv:
        one(sys.argv[2], Path(sys.argv[3]))
    else:
        main(sys.argv[1:])
