"""A fault as a record, how it is tried, and how what came of it is judged.

`faults.everything` has the list of all. Faults that are small are tried together, each in a folder of
its own beside two good articles, by one run of the command; those that are large, or that have a
command of their own, are tried alone.
"""

import json
import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from tests_samples import AGENCY, SET_OFF

from faults.running import Outcome, run

GOOD = {"good-a": AGENCY, "good-b": SET_OFF}
ANNOTATE = ("annotate", "in", "-o", "notes.jsonl")
_TOGETHER = 25
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]")
_GUESS = re.compile(r"^framing: encoding guessed.*? in/PLACE/.*? as ([\w-]+)[,;]")

_ONE_AT_A_TIME = Lock()  # what is ignored of warnings is ignored for all threads
Records = dict[str, dict]
Maker = Callable[[Path], None]


@dataclass(frozen=True)
class Fault:
    """One hostile input: what is put beside two good articles, and what must happen.

    `reads` articles must come out of it, with the text `text` where that is given; `says` must stand
    on a line of the error stream that names the file. With both, a part of a file is read. `argv` is
    another command (its {} is the fault's folder), `first` is run in the process before it.
    """

    kind: str
    what: str
    make: Maker = field(repr=False)
    reads: int = 0
    says: str = ""
    text: str | None = None
    argv: tuple[str, ...] = ANNOTATE
    status: int = 0
    first: Callable[[], None] | None = None
    alone: bool = False

    @property
    def name(self) -> str:
        return f"{self.kind}: {self.what}"

    @property
    def company(self) -> str:
        """Faults of one company are tried by one run."""
        return self.name if self.alone or self.status else f"{self.kind} {self.first}"


@dataclass(frozen=True)
class Tried:
    """What happened, in words, and what of it was not as it must be (nothing, if all was)."""

    happened: str
    wrong: tuple[str, ...]


def put(name: str, data: Callable[[], bytes | str] | bytes | str) -> Maker:
    """A maker of the file `name`."""

    def make(folder: Path) -> None:
        content = data() if callable(data) else data
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(
            content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
        )

    return make


def try_all(faults: Iterable[Fault]) -> dict[str, Tried]:
    """Try every fault; what came of each by its name. Two runs at a time."""
    batches = []
    for _, company in groupby(sorted(faults, key=lambda f: f.company), key=lambda f: f.company):
        members = list(company)
        batches += [members[k : k + _TOGETHER] for k in range(0, len(members), _TOGETHER)]
    _undisturbed()
    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(try_together, sorted(batches, key=lambda b: len(b) == 1)))
    return {name: tried for batch in done for name, tried in batch.items()}


def try_together(faults: Sequence[Fault]) -> dict[str, Tried]:
    """Try faults by one run of their command. Where it ends badly each is tried by itself, so that
    the one that did it is known."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        inputs = write_good(folder)
        for number, fault in enumerate(faults):
            (inputs / f"{number:03}").mkdir()
            fault.make(inputs / f"{number:03}")
        outcome = run(
            *(a.format("in/000") for a in faults[0].argv), cwd=folder, first=faults[0].first
        )
        if outcome.status and len(faults) > 1:
            return {n: tried for f in faults for n, tried in try_together([f]).items()}
        records = read_records(folder / "notes.jsonl")
        return {
            fault.name: _judged(fault, outcome, records, inputs / f"{number:03}")
            for number, fault in enumerate(faults)
        }


def write_good(folder: Path) -> Path:
    """The folder of articles with the good ones in it."""
    inputs = folder / "in"
    inputs.mkdir(exist_ok=True)
    for name, text in GOOD.items():
        (inputs / f"{name}.txt").write_text(text, "utf-8")
    return inputs


def read_records(path: Path) -> Records:
    """The rows of a file of JSON lines by id."""
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    return {record["id"]: record for record in map(json.loads, lines)}


@cache
def _undisturbed() -> Records:
    """What the good articles give by themselves."""
    with TemporaryDirectory() as name:
        write_good(Path(name))
        run(*ANNOTATE, cwd=Path(name))
        return read_records(Path(name, "notes.jsonl"))


# --- judging -----------------------------------------------------------------------------------


def _judged(fault: Fault, outcome: Outcome, records: Records, place: Path) -> Tried:
    lines = [line for line in outcome.err.splitlines() if f"in/{place.name}" in line]
    lines += [line for line in outcome.err.splitlines() if f"skipped {place.name}/" in line]
    own = [r for r in records.values() if str(r["path"]).startswith(f"{place.name}/")]
    wrong = [*_badly_said(fault, outcome, lines)]
    if not fault.status:
        wrong += [*_badly_read(fault, records, len(own))]
    if fault.text is not None:
        wrong += [f"another text: {text[:80]!r}" for text in _texts(place) if text != fault.text]
    return Tried(_told(fault, lines, len(own), place), tuple(wrong))


def _badly_said(fault: Fault, outcome: Outcome, lines: Sequence[str]) -> Iterator[str]:
    if outcome.is_bug or outcome.status != fault.status:
        yield f"status {outcome.status}, not {fault.status}: {outcome.err[-900:]}"
    if fault.says and not any(fault.says in line for line in lines):
        yield f"no line says {fault.says!r}: {[*lines] or outcome.err[-600:]}"
    if not fault.says and lines:
        yield f"something is said: {lines}"
    if any(_CONTROL.search(line) for line in lines):
        yield f"control characters on the screen: {lines!r}"


def _badly_read(fault: Fault, records: Records, count: int) -> Iterator[str]:
    for name, record in _undisturbed().items():
        if records.get(name) != record:
            yield f"{name} is {'another' if name in records else 'lost'}"
    if count != fault.reads:
        yield f"{count} articles, not {fault.reads}"


def _texts(place: Path) -> list[str]:
    import framing

    with _ONE_AT_A_TIME, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return [article.text for article in framing.read(place)]


def _told(fault: Fault, lines: Sequence[str], count: int, place: Path) -> str:
    """What happened, in words, without what differs from run to run."""
    guess = re.compile(_GUESS.pattern.replace("PLACE", place.name))
    guessed = [match[1] for line in lines if (match := guess.search(line))]
    reasons = [line.split(": ", 1)[-1] for line in lines if line.startswith("skipped")]
    if fault.status:
        said = " ".join(lines).replace(f"in/{place.name}/", "")
        return f"refused: {said.removeprefix('framing: ')}"
    read = [f"{count} read"] if count else []
    return "; ".join([
        *read, *(f"taken for {encoding}, and said so" for encoding in guessed),
        *(f"skipped: {reason}" for reason in list(dict.fromkeys(reasons))[:2]),
    ])  # fmt: skip
