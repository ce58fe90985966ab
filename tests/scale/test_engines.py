"""Dask and Spark on a real cluster of this machine: the same rows, also when a worker is killed."""

import os
import shutil
import signal
import sys
import threading
import time

import pytest

import framing
from framing.comparison.events import find_events
from framing.errors import EngineError
from framing.scale import dask as on_dask
from framing.scale import spark as on_spark
from framing.scale.batches import rows_schema

pytestmark = [
    pytest.mark.filterwarnings("ignore"),  # what engines warn of is theirs
    pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 on this system"),
]
WAIT = 120  # seconds; a starting worker compiles what it imports


def until(condition, what):
    limit = time.monotonic() + WAIT
    while time.monotonic() < limit:
        if found := condition():
            return found
        time.sleep(0.02)
    raise AssertionError(f"no {what} in {WAIT} s")


# --- Dask --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def client():
    distributed = pytest.importorskip("distributed", reason="Dask is not installed")
    pytest.importorskip("dask.dataframe", reason="Dask's frames are not installed")
    cluster = distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
    )
    with cluster, distributed.Client(cluster) as client:
        yield client


def dask_parts(news):
    import dask.dataframe as dd

    return on_dask.annotate_frame(dd.read_parquet([str(p) for p in news])).to_delayed()


def arrow(frames):
    import pyarrow as pa

    schema = rows_schema()
    return pa.concat_tables(
        pa.Table.from_pandas(frame, schema=schema, preserve_index=False) for frame in frames
    ).replace_schema_metadata(None)


def test_dask_gives_the_rows_of_one_process(client, news, same):
    parts = dask_parts(news)
    assert len(parts) == len(news)
    assert same(arrow(client.gather(client.compute(parts))))


def test_a_killed_dask_worker_changes_nothing(client, news, same):
    futures = client.compute(dask_parts(news[::-1]))
    until(lambda: any(f.done() for f in futures), "result")
    busy = until(lambda: [w for w, tasks in client.processing().items() if tasks], "busy worker")
    victim = client.run(os.getpid, workers=busy[:1])[busy[0]]
    os.kill(victim, signal.SIGKILL)
    assert not all(f.done() for f in futures)
    assert same(arrow(client.gather(futures)))
    assert victim not in client.run(os.getpid).values()


def test_dask_finds_the_events_of_one_process(client, news):
    found = find_events(articles(news), mapper=on_dask.mapper(client))
    assert repr(found) == repr(find_events(articles(news)))


def articles(news):
    return [article for path in news for article in framing.read(path)]


def test_without_dask_the_error_names_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "dask.dataframe", None)
    with pytest.raises(EngineError, match=r"framing\[dask\]"):
        on_dask.annotate_frame(None)


# --- Spark -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def spark():
    pytest.importorskip("pyspark", reason="Spark is not installed")
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        pytest.skip("Spark needs Java, which is not installed")
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    session = (
        SparkSession.builder.master("local[2,4]")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.log.level", "OFF")
        .config("spark.sql.files.openCostInBytes", str(128 * 2**20))  # a task a file
        .getOrCreate()
    )
    yield session
    session.stop()


def spark_rows(spark, news):
    return on_spark.annotate_frame(spark.read.parquet(*map(str, news)))


def test_spark_gives_the_rows_of_one_process(spark, news, same):
    found = spark_rows(spark, news)
    assert found.rdd.getNumPartitions() == len(news)
    assert same(found.toArrow().cast(rows_schema()))


def python_workers():
    """Processes that Spark's Python daemon, a child of the JVM that this process started, forked."""
    psutil = pytest.importorskip(
        "psutil", reason="psutil, which finds the worker, is not installed"
    )

    def is_daemon(process):
        try:
            return "pyspark.daemon" in process.cmdline()
        except psutil.Error:  # it ended while we looked
            return False

    daemons = [c for c in psutil.Process().children(recursive=True) if is_daemon(c)]
    workers = [child for daemon in daemons for child in daemon.children()]
    return [worker for worker in workers if worker.status() != psutil.STATUS_ZOMBIE]


def test_a_killed_spark_worker_changes_nothing(spark, news, same):
    before = {worker.pid: worker.cpu_times().user for worker in python_workers()}
    found = []
    run = threading.Thread(target=lambda: found.append(spark_rows(spark, news).toArrow()))
    run.start()
    busy = until(
        lambda: [w for w in python_workers() if w.cpu_times().user > before.get(w.pid, 0) + 0.2],
        "busy worker",
    )
    os.kill(busy[0].pid, signal.SIGKILL)
    assert run.is_alive()
    run.join(WAIT)
    assert busy[0].pid not in {worker.pid for worker in python_workers()}
    assert same(found[0].cast(rows_schema()))


def test_spark_finds_the_events_of_one_process(spark, news):
    found = find_events(articles(news), mapper=on_spark.mapper(spark))
    assert repr(found) == repr(find_events(articles(news)))


def test_without_spark_the_error_names_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyspark.sql.pandas.types", None)
    with pytest.raises(EngineError, match=r"framing\[spark\]"):
        on_spark.annotate_frame(None)
