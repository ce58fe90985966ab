"""Reading lexicon packs, with errors that name file, line and column."""

import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_args

from framing.annotation.lexicon.records import (
    Actor,
    ActorKind,
    Category,
    CueTerm,
    Example,
    Form,
    Pack,
    Role,
    SlotVariant,
    SpeakerKind,
    SpeakerNoun,
    Takes,
    Term,
)
from framing.data import lexicon_folder, read_rows
from framing.errors import LexiconError, OptionError
from framing.model import CueKind

GENERAL = "general"
_SHOWN_ERRORS = 20
_REQUIRED_PAPERS = ("name", "title", "version", "language", "licence", "note")

Row = TypeVar("Row")


def load_packs(names: Iterable[str] | None = None, *, folder: Path | None = None) -> list[Pack]:
    """Load the packs called `names` (all, if None) from `folder` (the shipped packs, if None).

    Raises OptionError for a name that is no pack and LexiconError, listing every fault with file,
    line and column, for a pack that breaks the format.
    """
    root = folder or lexicon_folder()
    there = pack_names(root)
    wanted = list(dict.fromkeys(there if names is None else names))
    for name in wanted:
        if name not in there:
            raise OptionError(f"no lexicon pack {name!r} in {root}; there are: {', '.join(there)}")
    return [_load_pack(root / name, _stamp(root / name)) for name in wanted]


def pack_names(folder: Path | None = None) -> list[str]:
    """Names of the packs in `folder` (the shipped ones, if None): its folders with a pack.toml."""
    root = folder or lexicon_folder()
    return sorted(p.parent.name for p in root.glob("*/pack.toml"))


def _stamp(folder: Path) -> tuple[tuple[str, int], ...]:
    """What changes when a pack is edited, so that a notebook sees the edit and not the cache."""
    return tuple(sorted((path.name, path.stat().st_mtime_ns) for path in folder.iterdir()))


@cache
def _load_pack(folder: Path, _stamp: tuple[tuple[str, int], ...]) -> Pack:
    papers = _read_papers(folder / "pack.toml")
    faults: list[str] = []
    pack = Pack(
        name=papers["name"],
        title=papers["title"],
        version=papers["version"],
        language=papers["language"],
        licence=papers["licence"],
        cues=tuple(papers.get("cues", ())),
        parties=tuple(papers.get("parties", ())),
        sides=dict(papers.get("sides", {})),
        sources=tuple(papers.get("sources", ())),
        note=papers["note"],
        path=folder,
    )
    pack = replace(
        pack,
        terms=_rows(folder / "markers.csv", _term, pack, faults),
        actors=_rows(folder / "actors.csv", _actor, pack, faults),
        slots=_rows(folder / "slots.csv", _slot, pack, faults),
        cue_terms=_rows(folder / "cues.csv", _cue, pack, faults),
        speaker_nouns=_rows(folder / "speakers.csv", _speaker, pack, faults),
    )
    if faults:
        rest = len(faults) - _SHOWN_ERRORS
        tail = [f"... and {rest} more"] if rest > 0 else []
        raise LexiconError("\n".join(faults[:_SHOWN_ERRORS] + tail))
    return pack


def _read_papers(path: Path) -> dict[str, Any]:
    try:
        papers = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: {error}") from error
    missing = [key for key in _REQUIRED_PAPERS if not papers.get(key)]
    if missing:
        raise LexiconError(f"{path}: missing {', '.join(missing)}: a pack needs its papers")
    if papers["name"] != path.parent.name:
        raise LexiconError(f"{path}: name {papers['name']!r} is not the folder's name")
    return papers


def _rows(
    path: Path,
    make: Callable[["_Cells", Pack, int], Row],
    pack: Pack,
    faults: list[str],
) -> tuple[Row, ...]:
    """The rows of one file; what is wrong with it is added to `faults`, one line each."""
    if not path.exists():
        return ()
    found = []
    for line, row in read_rows(path, error=LexiconError):
        cells = _Cells(row)
        found.append(make(cells, pack, line))
        faults += [f"{path}:{line}: {fault}" for fault in cells.faults + cells.unread()]
    return tuple(found)


class _Cells:
    """One row while it is read: typed cells out, faults collected on the way."""

    def __init__(self, row: dict[str, str]) -> None:
        self.row = row
        self.faults: list[str] = []
        self.seen: set[str] = set()

    def fault(self, column: str, message: str) -> None:
        self.faults.append(f"column {column!r}: {message}")

    def unread(self) -> list[str]:
        return [f"unknown column {name!r}" for name in self.row if name not in self.seen]

    def text(self, column: str, *, needed: bool = False) -> str:
        self.seen.add(column)
        value = self.row.get(column, "")
        if needed and not value:
            self.fault(column, "is empty")
        return value

    def choice(self, column: str, choices: Sequence[str], default: str = "") -> str:
        value = self.text(column) or default
        if value not in choices:
            self.fault(column, f"{value!r} is not one of {', '.join(choices)}")
        return value

    def parts(self, column: str, separator: str = ";") -> tuple[str, ...]:
        pieces = (piece.strip() for piece in self.text(column).split(separator))
        return tuple(piece for piece in pieces if piece)

    def number(self, column: str) -> int:
        value = self.text(column) or "0"
        if value not in ("-1", "0", "1"):
            self.fault(column, f"{value!r} is not one of -1, 0, 1")
            return 0
        return int(value)

    def day(self, column: str) -> date | None:
        return self._day(column, self.text(column))

    def _day(self, column: str, value: str) -> date | None:
        """An ISO date; a year or a month stands for its first day."""
        if not value:
            return None
        try:
            return date.fromisoformat(value + "-01-01"[3 * value.count("-") :])
        except ValueError:
            self.fault(column, f"{value!r} is not a date like 2019-10-14, 2019-10 or 2019")
            return None

    def role(self, value: str) -> Role:
        """``Minister of Defence [2023-09-06/2025-07-17]``; either date may be left out."""
        title, _, period = value.partition("[")
        since, _, until = period.rstrip("] ").partition("/")
        return Role(title.strip(), self._day("roles", since), self._day("roles", until))


def _term(cells: _Cells, pack: Pack, line: int) -> Term:
    term = cells.text("term", needed=True)
    unless, only = cells.parts("unless"), cells.parts("only")
    must = [Example(text, found=True) for text in cells.parts("match", "||")]
    must_not = [Example(text, found=False) for text in cells.parts("no_match", "||")]
    is_topic = pack.name != GENERAL
    if is_topic and not must:
        cells.fault("match", "a topic row needs a sentence that it must find")
    if (unless or only) and not must_not:
        cells.fault("no_match", "a row with a guard needs a sentence that it must not find")
    return Term(
        term=term,
        form=cells.choice("form", get_args(Form), default=_form_of(term)),  # type: ignore[arg-type]
        category=cells.choice("category", get_args(Category)),  # type: ignore[arg-type]
        target=cells.text("target"),
        valence=cells.number("valence"),
        convention=cells.text("convention") or "neutral",
        slot=cells.text("slot"),
        neutral=cells.text("neutral"),
        valid_from=cells.day("valid_from"),
        valid_to=cells.day("valid_to"),
        unless=unless,
        only=only,
        examples=(*must, *must_not),
        source=cells.text("source", needed=True),
        note=cells.text("note", needed=is_topic),
        pack=pack.name,
        line=line,
    )


def _form_of(term: str) -> str:
    return "name" if term[:1].isupper() else "fixed"


def _actor(cells: _Cells, pack: Pack, line: int) -> Actor:
    side = cells.text("side")
    if side and side not in pack.sides:
        cells.fault("side", f"{side!r} is not a side of pack.toml: {', '.join(pack.sides)}")
    name = cells.text("actor", needed=True)
    return Actor(
        name=name,
        side=side,
        kind=cells.choice("kind", get_args(ActorKind)),  # type: ignore[arg-type]
        names=cells.parts("names") or (name,),
        metonyms=cells.parts("metonyms"),
        adjectives=cells.parts("adjectives"),
        roles=tuple(cells.role(value) for value in cells.parts("roles")),
        source=cells.text("source", needed=True),
        pack=pack.name,
        line=line,
    )


def _slot(cells: _Cells, pack: Pack, line: int) -> SlotVariant:
    return SlotVariant(
        slot=cells.text("slot", needed=True),
        referent=cells.text("referent", needed=True),
        variant=cells.text("variant", needed=True),
        convention=cells.text("convention") or "neutral",
        form=cells.text("form"),
    )


def _cue(cells: _Cells, pack: Pack, line: int) -> CueTerm:
    takes = cells.parts("takes")
    for value in takes:
        if value not in get_args(Takes):
            cells.fault("takes", f"{value!r} is not one of {', '.join(get_args(Takes))}")
    return CueTerm(
        cue=cells.text("cue", needed=True),
        form=cells.choice("form", get_args(Form), default="verb"),  # type: ignore[arg-type]
        kind=cells.choice("kind", get_args(CueKind), default="neutral"),  # type: ignore[arg-type]
        takes=frozenset(takes),
        source=cells.text("source", needed=True),
        pack=pack.name,
        line=line,
    )


def _speaker(cells: _Cells, pack: Pack, line: int) -> SpeakerNoun:
    cells.text("source", needed=True)
    return SpeakerNoun(
        noun=cells.text("noun", needed=True),
        kind=cells.choice("kind", get_args(SpeakerKind)),  # type: ignore[arg-type]
    )
