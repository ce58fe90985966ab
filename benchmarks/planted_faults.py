"""One planted fault at a time in a run over many articles: are the final tables those of a calm run?

    python benchmarks/planted_faults.py [NUMBER] [NAME ...]        (10000, all faults)

Invented articles of about 60 words in Parquet files of 500 are annotated into files of rows. The
faults: the whole run killed (kill -9) in the middle and started again; a finished file of rows cut in
half before the run goes on; a file of articles cut in half, noticed, and replaced; the busiest worker
killed in the middle, in the pool, in Dask and in Spark (where they are installed). Equal means: the
sorted table of all rows is the same to the byte. Needs psutil. Prints a Markdown table.
"""

import contextlib
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import psutil
import pyarrow as pa
import pyarrow.parquet as pq
from scale import on_dask, on_spark, write_news

from framing.errors import FramingError
from framing.scale.batches import rows_schema, sorted_table
from framing.scale.pool import Workers
from framing.scale.shards import annotate_shards

ENOUGH = 3  # files of rows that are there when the fault comes


def main(number: int, wanted: list[str]) -> None:
    """Run calmly, then with each fault whose name has one of `wanted` in it."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        words = write_news(place / "in", number, sentences=3)
        begun = time.perf_counter()
        run(place / "in", place / "calm")
        calm = digest(place / "calm")
        print(
            f"{number:,} articles, {words:,} words; calm run {time.perf_counter() - begun:.0f} s\n"
        )
        print("| fault | what happened | tables equal |\n|---|---|---|")
        for fault in (killed, rows_cut_off, articles_cut_off, *dead_workers()):
            if not any(word in fault.__name__ for word in wanted or [""]):
                continue
            told = fault(place / "in", place / fault.__name__)
            equal = digest(place / fault.__name__) == calm
            print(f"| {told} | {'yes' if equal else '**no**'} |", flush=True)


def run(source: Path, out: Path, workers: int = 2) -> None:
    with Workers(workers) as pool:
        annotate_shards(sorted(source.iterdir()), out, workers=pool)


def digest(folder: Path) -> str:
    """Of the sorted table of all rows in a folder, whatever its files."""
    tables = [pq.read_table(path, schema=rows_schema()) for path in finished(folder)]
    table = sorted_table(pa.concat_tables(tables).replace_schema_metadata(None).to_batches())
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return sha256(sink.getvalue()).hexdigest()


def finished(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.parquet") if not path.name.startswith("."))


def killed(source: Path, out: Path) -> str:
    process = subprocess.Popen([sys.executable, __file__, "--run", str(source), str(out)])
    while len(finished(out)) < ENOUGH and process.poll() is None:
        time.sleep(0.01)
    process.kill()
    process.wait()
    there = len(finished(out))
    run(source, out)
    return f"run killed | {there} of {len(finished(out))} files were there, all whole; run again"


def rows_cut_off(source: Path, out: Path) -> str:
    run(source, out)
    path = finished(out)[ENOUGH]
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    run(source, out)
    return "file of rows cut in half | seen and made again by the next run"


def articles_cut_off(source: Path, out: Path) -> str:
    path = sorted(source.iterdir())[ENOUGH]
    whole, said = path.read_bytes(), ""
    path.write_bytes(whole[: len(whole) // 2])
    try:
        run(source, out)
    except FramingError as error:
        said = f"{str(error).removeprefix(f'{path.parent}/').split(' (')[0]}; the others were done"
    path.write_bytes(whole)
    run(source, out)
    return f"file of articles cut in half, put right later | {said}"


def dead_workers() -> Iterator[Callable[[Path, Path], str]]:
    yield in_engine("pool", run)
    if find_spec("distributed"):
        yield in_engine("Dask", lambda source, out: on_dask(2)(source, out))
    if find_spec("pyspark"):
        yield in_engine("Spark", lambda source, out: on_spark(2)(source, out))


def in_engine(name: str, work: Callable[[Path, Path], None]) -> Callable[[Path, Path], str]:
    def dead_worker(source: Path, out: Path) -> str:
        victims: list[int] = []
        threading.Thread(target=kill_busiest, args=(out, victims), daemon=True).start()
        work(source, out)
        return f"worker of {name} killed | {len(victims)} killed; done again by another"

    dead_worker.__name__ = f"dead_worker_{name}"
    return dead_worker


def kill_busiest(out: Path, victims: list[int]) -> None:
    """Kill -9 the Python process below this one that has done most, once some files are there."""
    before = cpu_seconds()
    while not out.exists() or len(list(out.rglob("*.parquet"))) < ENOUGH:
        time.sleep(0.01)
    busy = {process: cpu - before.get(process, 0) for process, cpu in cpu_seconds().items()}
    victim = max(busy, key=lambda process: busy[process])
    victim.kill()
    victims.append(victim.pid)


def cpu_seconds() -> dict[psutil.Process, float]:
    found = {}
    for process in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.Error):
            if "python" in process.name() and not process.children():
                found[process] = sum(process.cpu_times()[:2])
    return found


if __name__ == "__main__":
    if "--run" in sys.argv:
        run(Path(sys.argv[2]), Path(sys.argv[3]), workers=1)
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000, sys.argv[2:])
