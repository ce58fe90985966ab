"""Every command that writes: how it is run on two articles, and what it leaves.

The list is held against the application itself (`writing_commands`), so that no new command can be
forgotten: one that takes -o and is not here fails a test.
"""

import os
import resource
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer
from tests_samples import AGENCY

from faults.catalogue import write_good

Tree = dict[str, bytes]


@dataclass(frozen=True)
class Writer:
    """A command line, run in a folder with the articles in ``in/`` and what `before` makes; it writes
    to ``out/``. `needs` says that an earlier command's files are its input."""

    argv: tuple[str, ...]
    before: Callable[[Path], None] = lambda folder: None
    resumes: bool = False  # it keeps a store, which holds finished steps after a kill


def _monitored(folder: Path) -> None:
    for week in ("w1", "w2"):
        shutil.copytree(folder / "in", folder / "weeks" / week)
    (folder / "lake.toml").write_text('folders = "weeks/*"\nstore = "out/lake.sqlite"\n')


def _sheets(folder: Path) -> None:
    from faults.running import run

    run("sample", "in", "-o", "coded/sheet.csv", cwd=folder)


def _brat(folder: Path) -> None:
    from faults.running import run

    run("standoff", "export", "in", "-o", "brat", cwd=folder)


def _two_outlets(folder: Path) -> None:
    """Two articles on one event that say whose they are, so that there is something between them."""
    for outlet, text in (("Reuters", AGENCY), ("TASS", AGENCY.replace("said", "claimed"))):
        (folder / "in" / f"{outlet}.txt").write_text(
            f"GENEVA, March 4 ({outlet}) - {text}", "utf-8"
        )


WRITERS = {
    "read": Writer(("read", "in", "-o", "out/read.jsonl")),
    "annotate": Writer(("annotate", "in", "-o", "out/notes.jsonl")),
    "annotate to Parquet": Writer(("annotate", "in", "-o", "out/notes.parquet")),
    "quotes": Writer(("quotes", "in", "-o", "out/quotes.csv")),
    "events": Writer(("events", "in", "-o", "out/events.json")),
    "compare": Writer(("compare", "in", "-o", "out/compare.json")),
    "profile": Writer(("profile", "in", "-o", "out/profiles.csv")),
    "apart": Writer(("apart", "in", "-o", "out/apart.csv"), _two_outlets),
    "kwic": Writer(("kwic", "in", "water", "-o", "out/kwic.csv")),
    "classroom": Writer(("classroom", "in", "-o", "out/pack")),
    "card": Writer(("card", "in", "-o", "out/card.png")),
    "labels": Writer(("labels", "in", "-o", "out/labels.toml")),
    "report": Writer(("report", "in", "-o", "out/report.html")),
    "demo": Writer(("demo", "-o", "out/demo.html")),
    "monitor": Writer(("monitor", "lake.toml", "-o", "out/c.csv"), _monitored, resumes=True),
    "methods": Writer(("methods", "in", "-o", "out/methods.md")),
    "sample": Writer(("sample", "in", "-o", "out/sheet.xlsx")),
    "agreement": Writer(
        ("agreement", "coded/sheet-1.csv", "coded/sheet-2.csv", "-o", "out/a.csv"), _sheets
    ),
    "correct": Writer(
        (
            "correct",
            "in",
            "good-a",
            "outlet",
            "unn",
            "--corrections",
            "out/c.csv",
            "--note",
            "x" * 400,
        )
    ),
    "lexicon candidates": Writer(("lexicon", "candidates", "in", "-o", "out/candidates.csv")),
    "lexicon page": Writer(("lexicon", "page", "climate", "-o", "out/PAGE.md")),
    "lexicon codebook": Writer(("lexicon", "codebook", "climate", "-o", "out/codebook.csv")),
    "standoff export": Writer(("standoff", "export", "in", "-o", "out/brat")),
    "standoff import": Writer(("standoff", "import", "brat", "in", "-o", "out/back.jsonl"), _brat),
}
READ_ONLY = frozenset((
    "verify", "lexicon list", "lexicon show", "lexicon check", "lexicon audit",
))  # fmt: skip


def all_commands() -> dict[str, Any]:
    """Every command of the application by its name."""
    from framing.cli import app

    return dict(_leaves(typer.main.get_command(app), ""))


def _leaves(group: Any, prefix: str) -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _leaves(command, f"{prefix}{name} ")
        else:
            yield f"{prefix}{name}", command


def prepare(writer: Writer, folder: Path) -> Path:
    """A folder for one run; returns where it will write."""
    folder.mkdir(parents=True)
    write_good(folder)
    writer.before(folder)
    return folder / "out"


def tree(folder: Path) -> Tree:
    """What lies below a folder, by name, hidden files left out."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(p.startswith(".") for p in path.relative_to(folder).parts)
    }


def leftovers(folder: Path) -> list[str]:
    """What a run that was killed left behind under a name of its own."""
    return [path.name for path in folder.rglob(".*")]


# --- what is run in the process before the command -----------------------------------------------

_EVENTS = frozenset(("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "shutil.rmtree"))


@dataclass(frozen=True)
class Snapshots:
    """Keep a copy of ``out`` before every step that changes it: what a kill at that moment leaves."""

    folder: Path

    def __call__(self) -> None:
        _watch(self._keep)

    def _keep(self, number: int) -> None:
        if Path("out").exists():
            shutil.copytree("out", self.folder / f"{number:04}")


@dataclass(frozen=True)
class DieAt:
    """Kill -9 the process just before its step number `step` on the disk."""

    step: int

    def __call__(self) -> None:
        _watch(self._die)

    def _die(self, number: int) -> None:
        if number == self.step:
            os.kill(os.getpid(), signal.SIGKILL)


@dataclass(frozen=True)
class NoRoom:
    """No file may grow beyond `size` bytes, as on a disk that is full (the error is EFBIG)."""

    size: int = 300

    def __call__(self) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (self.size, self.size))


def _watch(watcher: Callable[[int], None]) -> None:
    count, inside = 0, False

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal count, inside
        if inside or event not in _EVENTS or not _writes(event, arguments):
            return
        inside, count = True, count + 1
        watcher(count)
        inside = False

    sys.addaudithook(hook)


def _writes(event: str, arguments: tuple[Any, ...]) -> bool:
    path = arguments[0]
    if not isinstance(path, str | os.PathLike) or "out" not in Path(path).parts:
        return False
    return event != "open" or bool(arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
