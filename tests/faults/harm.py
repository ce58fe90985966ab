"""Harm done to every command that writes, and what must be true afterwards."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from faults.outputs import (
    WRITERS,
    DieAt,
    NoRoom,
    Snapshots,
    Tree,
    Writer,
    leftovers,
    prepare,
    tree,
)
from faults.rows import mortal
from faults.running import Outcome, run

KILLED = -9
_STORE = (".sqlite", ".sqlite-wal", ".sqlite-shm")


@dataclass(frozen=True)
class Harmed:
    """What happened to one command under one kind of harm."""

    command: str
    harm: str
    happened: str
    wrong: tuple[str, ...]


def harm_all(names: Sequence[str] = tuple(WRITERS)) -> dict[str, list[Harmed]]:
    """Each command by name with all that was done to it. Two at a time."""
    with ThreadPoolExecutor(2) as pool:
        return dict(zip(names, pool.map(harm, names), strict=True))


def harm(name: str) -> list[Harmed]:
    """Kill one command at every step it takes on the disk, fill the disk, forbid the folder."""
    writer = WRITERS[name]
    with TemporaryDirectory() as top:
        calm, shots = Path(top, "calm"), Path(top, "shots")
        shots.mkdir()
        out = prepare(writer, calm)
        done = run(*writer.argv, cwd=calm, first=Snapshots(shots))
        whole = _files(out)
        if done.status or not whole:
            return [Harmed(name, "nothing", "", (f"it fails undisturbed: {done.err[-500:]}",))]
        states = sorted(shots.iterdir())
        return [
            _half_written(name, states, whole),
            _killed(name, writer, Path(top, "killed"), len(states), whole),
            _full(name, writer, Path(top, "full"), whole),
            _forbidden(name, writer, Path(top, "shut")),
        ]


def _files(out: Path) -> Tree:
    """What a command wrote; of a store only that it is there (its bytes tell when it was written)."""
    return {name: b"" if name.endswith(_STORE) else data for name, data in tree(out).items()
            if not name.endswith(_STORE[1:])}  # fmt: skip


def _half_written(name: str, states: Sequence[Path], whole: Tree) -> Harmed:
    wrong = [
        f"before step {state.name}: {file} is neither absent nor whole"
        for state in states
        for file, data in _files(state).items()
        if whole.get(file) != data
    ]
    harm = "the disk as it is before each step that changes it"
    return Harmed(name, harm, "every file absent or whole", tuple(wrong))


def _killed(name: str, writer: Writer, folder: Path, steps: int, whole: Tree) -> Harmed:
    """A real kill -9 in the middle of writing, then the same command again."""
    out = prepare(writer, folder)
    first = run(*writer.argv, cwd=folder, first=DieAt(max(1, steps // 2 + 1)))
    wrong = [] if first.status == KILLED else [f"it was not killed: status {first.status}"]
    wrong += [
        f"{file} is half-written" for file, data in _files(out).items() if whole[file] != data
    ]
    again = run(*writer.argv, cwd=folder)
    wrong += [*_not_clean(again)]
    if _files(out) != whole:
        wrong.append(f"the second run differs: {sorted(set(_files(out)) ^ set(whole))}")
    wrong += [f"{left} lies there after the second run" for left in leftovers(out)]
    told = "nothing half-written; the next run ends as an undisturbed one and clears away the rest"
    return Harmed(name, "kill -9 while it writes", told, tuple(wrong))


def _full(name: str, writer: Writer, folder: Path, whole: Tree) -> Harmed:
    out = prepare(writer, folder)
    outcome = run(*writer.argv, cwd=folder, first=NoRoom())
    wrong = [*_not_told(outcome)]
    wrong += [
        f"{file} is half-written" for file, data in _files(out).items() if whole[file] != data
    ]
    wrong += [f"{path.name} is left behind" for path in out.rglob(".*")]
    return Harmed(name, "a full disk", _said(outcome), tuple(wrong))


def _forbidden(name: str, writer: Writer, folder: Path) -> Harmed:
    out = prepare(writer, folder)
    out.mkdir(exist_ok=True)
    out.chmod(0o555)
    outcome = run(*writer.argv, cwd=folder, first=mortal)
    wrong = [*_not_told(outcome), *(f"{path} was written" for path in out.rglob("*"))]
    out.chmod(0o755)
    return Harmed(name, "a folder that may not be written", _said(outcome), tuple(wrong))


def _not_clean(outcome: Outcome) -> Iterator[str]:
    if outcome.status:
        yield f"status {outcome.status}: {outcome.err[-500:]}"


def _not_told(outcome: Outcome) -> Iterator[str]:
    if outcome.status != 2 or "Traceback" in outcome.err:
        yield f"status {outcome.status}, not 2: {outcome.err[-500:]}"
    last = outcome.err.strip().splitlines()[-1:]
    if not any(line.startswith("framing: ") and "out" in line for line in last):
        yield f"no message that names the place: {outcome.err[-500:]}"


def _said(outcome: Outcome) -> str:
    line = (outcome.err.strip().splitlines() or [""])[-1]
    return f"status {outcome.status}: {line.removeprefix('framing: ')}"
