"""Kill -9 in the middle: nothing half-written, the next run goes on, the result is the same."""

import signal
import sqlite3
import subprocess
import sys
import time

import pytest
from monitoring_weeks import write_week

from framing.manifest import manifest_path, read_manifest
from framing.monitoring.store import Store

KILLS_AT = (1, 60)  # articles in the store when the process is killed


def start(config, output):
    return subprocess.Popen(
        [sys.executable, "-m", "framing", "monitor", str(config), "-o", str(output)],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip


def stored(path) -> int:
    """How many articles a reader sees in the store now."""
    if not path.exists():
        return 0
    db = sqlite3.connect(path, timeout=30)
    try:
        return db.execute("SELECT count(*) FROM articles").fetchone()[0]
    except sqlite3.OperationalError:  # the tables are not made yet
        return 0
    finally:
        db.close()


def kill_when(process, path, wanted) -> bool:
    """Kill the process as soon as the store has more than `wanted` articles; False if it ended."""
    while process.poll() is None:
        if stored(path) >= wanted:
            process.send_signal(signal.SIGKILL)
            process.wait()
            return True
        time.sleep(0.005)
    return False


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no kill -9 on this system")
def test_a_run_killed_again_and_again_ends_as_an_undisturbed_one(tmp_path):
    for place in ("calm", "killed"):
        for week in range(2):
            write_week(tmp_path / place / "weeks" / f"w{week}", week, events=9, copies=5)
        config = tmp_path / place / "lake.toml"
        config.write_text('folders = "weeks/*"\nstore = "lake.sqlite"\n')
    calm, killed = tmp_path / "calm", tmp_path / "killed"
    _, said = start(calm / "lake.toml", calm / "c.csv").communicate()
    assert (calm / "c.csv").exists(), said
    kills = [
        kill_when(start(killed / "lake.toml", killed / "c.csv"), killed / "lake.sqlite", wanted)
        for wanted in KILLS_AT
    ]
    assert kills == [True] * len(KILLS_AT)
    assert not (killed / "c.csv").exists()
    process = start(killed / "lake.toml", killed / "c.csv")
    _, said = process.communicate()
    assert process.returncode == 0, said
    assert (killed / "c.csv").read_bytes() == (calm / "c.csv").read_bytes()
    one, other = (read_manifest(manifest_path(place / "c.csv")) for place in (calm, killed))
    assert (one["inputs"], one["outputs"]) == (other["inputs"], other["outputs"])
    with Store(killed / "lake.sqlite") as one, Store(calm / "lake.sqlite") as other:
        assert one.periods() == other.periods() == ["w0", "w1"]
        assert all(one.annotations(p) == other.annotations(p) for p in ("w0", "w1"))
    assert not list(killed.glob(".*"))  # no half-written file is left
