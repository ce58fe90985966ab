"""Files of rows: whole or not there; a run that was cut off goes on."""

import signal
import subprocess
import sys
import time

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from framing.cli import app
from framing.errors import InputError
from framing.scale.pool import Workers
from framing.scale.shards import annotate_shards

RUN = (
    "import sys; from pathlib import Path; from framing.scale.pool import Workers\n"
    "from framing.scale.shards import annotate_shards\n"
    "with Workers(1) as one: annotate_shards(\n"
    "    [Path(p) for p in sys.argv[2:]], Path(sys.argv[1]), workers=one)"
)


def read(paths):
    return [batch for path in paths for batch in pq.read_table(path).to_batches()]


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def shards(news, folder):
    with Workers(1) as one:
        return annotate_shards(news, folder, workers=one)


@pytest.fixture(scope="module")
def calm(news, tmp_path_factory):
    return shards(news, tmp_path_factory.mktemp("calm"))


def test_the_rows_are_those_of_one_pass(calm, same):
    assert same(read(calm))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no kill -9 on this system")
def test_a_run_that_was_killed_goes_on(news, calm, tmp_path):
    process = subprocess.Popen([sys.executable, "-c", RUN, str(tmp_path), *map(str, news)])
    while len(list(tmp_path.glob("*.parquet"))) < 2 and process.poll() is None:
        time.sleep(0.01)
    process.kill()
    process.wait()
    there = sorted(tmp_path.glob("*.parquet"))
    assert 2 <= len(there) < len(news)
    times = {path: path.stat().st_mtime_ns for path in there}
    found = shards(news, tmp_path)
    assert {path: path.stat().st_mtime_ns for path in there} == times
    assert [path.read_bytes() for path in found] == [path.read_bytes() for path in calm]
    assert names(tmp_path) == [path.name for path in news]


def test_a_file_of_rows_that_is_cut_off_is_made_again(news, calm, tmp_path):
    found = shards(news[:2], tmp_path)
    whole = found[1].read_bytes()
    found[1].write_bytes(whole[: len(whole) // 2])
    before = found[0].stat().st_mtime_ns
    assert shards(news[:2], tmp_path) == found
    assert [path.read_bytes() for path in found] == [path.read_bytes() for path in calm[:2]]
    assert found[0].stat().st_mtime_ns == before


def test_a_file_of_articles_that_is_cut_off_is_named_and_the_others_are_done(news, calm, tmp_path):
    (tmp_path / "in").mkdir()
    copies = [tmp_path / "in" / path.name for path in news[:3]]
    for path, copy in zip(news, copies, strict=False):
        copy.write_bytes(path.read_bytes())
    copies[1].write_bytes(news[1].read_bytes()[:5000])
    with pytest.raises(InputError, match="part-1.parquet is not a whole Parquet file"):
        shards(copies, tmp_path / "out")
    assert names(tmp_path / "out") == ["part-0.parquet", "part-2.parquet"]
    copies[1].write_bytes(news[1].read_bytes())
    found = shards(copies, tmp_path / "out")
    assert [path.read_bytes() for path in found] == [path.read_bytes() for path in calm[:3]]


def test_other_options_make_other_rows(news, calm, tmp_path):
    (mine,) = shards(news[:1], tmp_path)
    with Workers(1) as one:
        annotate_shards(news[:1], tmp_path, workers=one, options={"packs": ["general"]})
    assert {"general"} == set(pq.read_table(mine)["pack"].drop_null().to_pylist())
    assert mine.read_bytes() != calm[0].read_bytes()


def test_the_shell_writes_the_same_rows(news, calm, tmp_path):
    output = tmp_path / "new" / "rows.parquet"
    done = CliRunner().invoke(app, ["annotate", str(news[0]), "-o", str(output)])
    assert done.exit_code == 0, done.output
    assert pq.read_table(output).equals(pq.read_table(calm[0]))


@pytest.mark.parametrize(
    ("command", "name"),
    [("annotate", "notes.jsonl"), ("annotate", "notes.csv"), ("events", "events.json")],
)
def test_the_shell_writes_the_same_bytes_with_two_workers(news, tmp_path, command, name):
    for workers in ("1", "2"):
        output = tmp_path / workers / name
        done = CliRunner().invoke(
            app, [command, str(news[0]), "-o", str(output), "--workers", workers]
        )
        assert done.exit_code == 0, done.output
    one, other = (sorted((tmp_path / workers).iterdir()) for workers in "12")
    assert len(one) == 2  # the manifest is beside it
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in other]
