"""Kill -9, a full disk, a forbidden folder: for every command that writes."""

import multiprocessing
import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from faults.catalogue import write_good
from faults.harm import harm_all
from faults.outputs import READ_ONLY, WRITERS, all_commands, prepare, tree
from faults.running import run
from framing import output
from framing.errors import OutputError
from framing.output import write_whole


@pytest.fixture(scope="session")
def harmed(request):
    wanted = {
        item.callspec.params["writer"]
        for item in request.session.items
        if getattr(item, "callspec", None) and "writer" in item.callspec.params
    }
    return harm_all(sorted(wanted))


def test_no_command_is_forgotten():
    """A command that takes -o, or keeps a file or a store of its own, is in the list that is tried."""
    tried = {name.partition(" to ")[0] for name in WRITERS}
    assert set(all_commands()) - READ_ONLY == tried
    with_output = {
        name for name, command in all_commands().items()
        if any("-o" in parameter.opts for parameter in command.params)
    }  # fmt: skip
    assert not with_output & READ_ONLY


@pytest.mark.parametrize("writer", WRITERS)
def test_a_command_that_writes_under_harm(writer, harmed):
    assert [(h.harm, h.wrong) for h in harmed[writer] if h.wrong] == []


@pytest.mark.parametrize("part", [0.5, 0.95])
def test_a_kill_by_the_clock(tmp_path, part):
    """At a moment that nobody chose, sixty articles on the way."""
    for place in ("calm", "killed"):
        inputs = write_good(tmp_path_in(tmp_path, place))
        for k in range(60):
            (inputs / f"copy-{k}.txt").write_text(
                f"{(inputs / 'good-a.txt').read_text()}Day {k}.\n"
            )
    argv = ("compare", "in", "-o", "out.json")
    calm = run(*argv, cwd=tmp_path / "calm")
    assert calm.status == 0, calm.err
    killed = run(*argv, cwd=tmp_path / "killed", kill_after=part * calm.seconds)
    if killed.status != 0:
        assert not (tmp_path / "killed" / "out.json.manifest.json").exists()
        assert run(*argv, cwd=tmp_path / "killed").status == 0
    assert tree(tmp_path / "killed") == tree(tmp_path / "calm")


def tmp_path_in(folder: Path, name: str) -> Path:
    (folder / name).mkdir()
    return folder / name


def test_a_move_that_fails_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    target = tmp_path / "notes.csv"
    write_whole(target, "old\n")

    def fail(self, other):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OutputError, match=r"notes\.csv: Input/output error: name another"):
        write_whole(target, "new\n")
    assert [p.name for p in tmp_path.iterdir()] == ["notes.csv"]
    assert target.read_text() == "old\n"


def write_slowly(target, started, go):
    """In another process: half of a file, then wait."""

    def pieces():
        yield "half, "
        started.set()
        go.wait(60)
        yield "whole"

    write_whole(target, pieces())


@pytest.fixture
def slow(tmp_path):
    """A file that another process is writing just now: the process, and what lets it go on."""
    context = multiprocessing.get_context("spawn")
    started, go = context.Event(), context.Event()
    process = context.Process(target=write_slowly, args=(tmp_path / "notes.csv", started, go))
    process.start()
    assert started.wait(60)
    yield process, go
    process.kill()
    process.join()


def hidden(folder):
    return [path for path in folder.iterdir() if path.name.startswith(".")]


def test_what_a_killed_process_left_is_gone_with_the_next_write(tmp_path, slow, monkeypatch):
    process, _ = slow
    (left,) = hidden(tmp_path)
    assert f"-{process.pid}." in left.name
    process.kill()
    process.join()
    other = tmp_path / left.name.replace(output._machine(), "00000000")
    other.write_text("of a process of another machine")
    mine = tmp_path / ".notes.csv.bak"
    mine.write_text("not ours")
    output._sweep.cache_clear()
    write_whole(tmp_path / "other.csv", "new")
    assert sorted(hidden(tmp_path)) == sorted([other, mine])
    assert (tmp_path / "other.csv").read_text() == "new"


def test_what_a_living_process_writes_is_left_alone(tmp_path, slow):
    process, go = slow
    output._sweep.cache_clear()
    write_whole(tmp_path / "notes.csv", "mine")
    assert len(hidden(tmp_path)) == 1
    go.set()
    process.join(60)
    assert process.exitcode == 0
    assert [p.name for p in tmp_path.iterdir()] == ["notes.csv"]
    assert (tmp_path / "notes.csv").read_text() == "half, whole"


def test_names_of_any_length_that_a_disk_takes_are_written(tmp_path):
    for name in ("é" * 120, "a" * 255, "[x]*?.csv"):
        write_whole(tmp_path / name, name)
        assert (tmp_path / name).read_text() == name
    assert not hidden(tmp_path)


@pytest.mark.parametrize("place", ["a-file/notes.jsonl", "a-folder", "x" * 300])
def test_a_place_that_cannot_be_written(tmp_path, place):
    write_good(tmp_path)
    (tmp_path / "a-file").write_text("mine")
    (tmp_path / "a-folder").mkdir()
    outcome = run("annotate", "in", "-o", place, cwd=tmp_path)
    assert outcome.status == 2 and "Traceback" not in outcome.err, outcome.err
    assert outcome.err.splitlines()[-1].startswith("framing: cannot write"), outcome.err
    assert (tmp_path / "a-file").read_text() == "mine"
    assert not list((tmp_path / "a-folder").iterdir())


def to_full() -> None:
    os.dup2(os.open("/dev/full", os.O_WRONLY), 1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full on this system")
def test_a_screen_that_takes_no_more(tmp_path):
    write_good(tmp_path)
    for argv in (("read", "in"), ("annotate", "in", "--json"), ("compare", "in")):
        outcome = run(*argv, cwd=tmp_path, first=to_full)
        assert outcome.status == 2 and "Traceback" not in outcome.err, outcome.err
        assert "No space left" in outcome.err


@pytest.mark.parametrize("device", ["/dev/null", "/dev/full"])
def test_a_device_is_written_to_and_never_replaced(tmp_path, device):
    write_good(tmp_path)
    if not Path(device).is_char_device():
        pytest.skip(f"there is no {device} on this system")
    outcome = run("quotes", "in", "-o", device, cwd=tmp_path)
    assert outcome.status == (2 if device == "/dev/full" else 0), outcome.err
    assert Path(device).is_char_device()
    assert not Path(f"{device}.manifest.json").exists()


def test_a_disk_of_64_kilobytes(tmp_path):
    disk = tmp_path / "out"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(disk)], capture_output=True
    )
    if mounted.returncode:
        pytest.skip("mounting a small disk needs the superuser")
    try:
        write_good(tmp_path)
        for argv in (("report", "in", "-o", "out/r.html"), ("classroom", "in", "-o", "out/pack")):
            outcome = run(*argv, cwd=tmp_path)
            assert outcome.status == 2 and "No space left" in outcome.err, outcome.err
            assert list(disk.iterdir()) == []
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_full_folder_for_temporary_files(tmp_path):
    """A workbook goes through it, nothing else does."""
    full = tmp_path / "full"
    full.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4k", "none", str(full)], capture_output=True
    )
    if mounted.returncode:
        pytest.skip("mounting a small disk needs the superuser")
    try:
        write_good(tmp_path)
        outcome = run("sample", "in", "-o", "s.xlsx", cwd=tmp_path, first=TempIn(str(full)))
        assert outcome.status == 2 and "Traceback" not in outcome.err, outcome.err
        assert "ENOSPC): its pages go through the folder for temporary files" in outcome.err
        assert not list(tmp_path.glob("*.xlsx"))
        outcome = run("sample", "in", "-o", "s.csv", cwd=tmp_path, first=TempIn(str(full)))
        assert outcome.status == 0, outcome.err
    finally:
        subprocess.run(["umount", str(full)], check=True)


@dataclass(frozen=True)
class TempIn:
    folder: str

    def __call__(self) -> None:
        tempfile.tempdir = self.folder


def test_a_run_that_failed_leaves_an_earlier_result_as_it_was(tmp_path):
    writer = WRITERS["quotes"]
    out = prepare(writer, tmp_path / "x")
    assert run(*writer.argv, cwd=tmp_path / "x").status == 0
    before = tree(out)
    for path in (tmp_path / "x" / "in").iterdir():
        path.write_bytes(b"")
    assert run(*writer.argv, cwd=tmp_path / "x").status == 2
    assert tree(out) == before
