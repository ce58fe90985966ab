"""Reading lexicon packs, with errors that name file, line and column."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import TypeVar, get_args

from framing.annotation.lexicon.overrides import (
    FILE,
    Line,
    Override,
    apply_overrides,
    changed_version,
    read_overrides,
)
from framing.annotation.lexicon.papers import read_papers
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
from framing.model import CueKind, PackVersion

GENERAL = "general"
WORLD = "world"
_SHOWN_ERRORS = 20

Row = TypeVar("Row")
Stamp = tuple[tuple[str, int], ...]


def load_packs(
    names: Iterable[str] | None = None, *, folder: Path | str | None = None
) -> list[Pack]:
    """Load the packs called `names` (all, if None) from `folder` (the shipped packs, if None).

    `folder` holds packs, or is one. Raises OptionError for a name that is no pack and LexiconError,
    listing every fault with file, line and column, for a pack that breaks the format.
    """
    root = Path(folder) if folder else lexicon_folder()
    folders = _pack_folders(root)
    if not folders:
        raise OptionError(f"no lexicon pack in {root}: a pack is a folder with a pack.toml")
    wanted = _wanted(names, folders, root)
    return [_load_pack(folders[name], _stamp(folders[name]), ()) for name in wanted]


def packs_in_use(
    names: Iterable[str] | None = None, *, folder: Path | str | None = None
) -> list[Pack]:
    """The shipped packs called `names` (all, if None) with a user's own `folder` on top.

    Packs of `folder` are added; one with the name of a shipped pack takes its place. The lines of
    its `overrides.csv` change rows, switch them off or add some. Raises as `load_packs` does.
    """
    if folder is None:
        return load_packs(names)
    folder = Path(folder)
    own, overrides = _pack_folders(folder), read_overrides(folder)
    if not own and not overrides:
        raise OptionError(f"neither a pack (a folder with a pack.toml) nor {FILE} in {folder}")
    shipped = _pack_folders(lexicon_folder())
    folders = shipped | own
    for override in overrides:
        if override.pack not in folders:
            raise LexiconError(
                f"{override.place}: column 'pack': no pack {override.pack!r}; there are: "
                f"{', '.join(sorted(folders))}"
            )
    packs = []
    for name in _wanted(names, folders, folder):
        mine = tuple(o for o in overrides if o.pack == name)
        pack = _load_pack(folders[name], _stamp(folders[name]), mine)
        if name in own or mine:
            instead = name in own and name in shipped and not own[name].samefile(shipped[name])
            pack = _in_folder(pack, folder, instead)
        packs.append(pack)
    return packs


def packs_again(versions: Iterable[PackVersion]) -> list[Pack]:
    """The packs that made some annotations, by name, each from the folder that it came from."""
    folders = {version.name: version.folder for version in versions}
    return [packs_in_use([name], folder=folders[name])[0] for name in sorted(folders)]


def pack_names(folder: Path | None = None) -> list[str]:
    """Names of the packs in `folder` (the shipped ones, if None): its folders with a pack.toml."""
    return list(_pack_folders(folder or lexicon_folder()))


def _pack_folders(root: Path) -> dict[str, Path]:
    """The folders of the packs in `root`, by name; `root` itself where it is a pack."""
    papers = [root / "pack.toml"] if (root / "pack.toml").exists() else root.glob("*/pack.toml")
    return {path.parent.resolve().name: path.parent for path in sorted(papers)}


def _wanted(names: Iterable[str] | None, folders: dict[str, Path], root: Path) -> list[str]:
    wanted = list(dict.fromkeys(sorted(folders) if names is None else names))
    for name in wanted:
        if name not in folders:
            near = get_close_matches(name, folders, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            raise OptionError(
                f"no lexicon pack {name!r} in {root}; there are: {', '.join(sorted(folders))}{hint}"
            )
    return wanted


def _stamp(folder: Path) -> Stamp:
    """What changes when a pack is edited, so that a notebook sees the edit and not the cache."""
    return tuple(sorted((path.name, path.stat().st_mtime_ns) for path in folder.iterdir()))


@cache
def _in_folder(pack: Pack, folder: Path, instead: bool) -> Pack:  # noqa: FBT001 - a cache key
    """The pack with the user's folder noted, and whether it stands in for a shipped one; the same
    pack for the same folder."""
    told = ("own pack in place of the shipped one",) if instead else ()
    return replace(pack, folder=folder, changes=told + pack.changes)


@cache
def _load_pack(folder: Path, _stamp: Stamp, overrides: tuple[Override, ...]) -> Pack:
    pack = read_papers(folder / "pack.toml")
    reader = _Reader(pack, overrides)
    pack = replace(
        pack,
        version=changed_version(pack.version, overrides),
        terms=reader.rows("markers", _term),
        actors=reader.rows("actors", _actor),
        slots=reader.rows("slots", _slot),
        cue_terms=reader.rows("cues", _cue),
        speaker_nouns=reader.rows("speakers", _speaker),
        changes=tuple(reader.changes),
    )
    if reader.faults:
        rest = len(reader.faults) - _SHOWN_ERRORS
        tail = [f"... and {rest} more"] if rest > 0 else []
        raise LexiconError("\n".join(reader.faults[:_SHOWN_ERRORS] + tail))
    return pack


class _Reader:
    """Reads the tables of one pack; what is wrong with them is added up, one line each."""

    def __init__(self, pack: Pack, overrides: tuple[Override, ...]) -> None:
        self.pack = pack
        self.overrides = overrides
        self.faults: list[str] = []
        self.changes: list[str] = []

    def rows(self, table: str, make: "Callable[[_Cells, Pack, int], Row]") -> tuple[Row, ...]:
        """The rows of one table with the user's changes; none where the pack has no such table."""
        path = self.pack.path / f"{table}.csv"
        lines = (
            [(path.name, line, row) for line, row in read_rows(path, error=LexiconError)]
            if path.exists()
            else []
        )
        lines, changes, faults = apply_overrides(
            lines, [o for o in self.overrides if o.table == table]
        )
        self.changes += changes
        self.faults += faults
        return tuple(self._row(cells, make) for cells in map(_Cells, lines))

    def _row(self, cells: "_Cells", make: "Callable[[_Cells, Pack, int], Row]") -> Row:
        row = make(cells, self.pack, cells.line)
        path = self.pack.path / cells.file
        for fault in cells.faults:
            self.faults.append(f"{path}:{cells.line}: {fault}")
        for fault in cells.header_faults():
            if (told := f"{path}:1: {fault}") not in self.faults:
                self.faults.append(told)
        return row


class _Cells:
    """One row while it is read: typed cells out, faults collected on the way."""

    def __init__(self, origin: Line) -> None:
        self.file, self.line, self.row = origin
        self.faults: list[str] = []
        self.seen: set[str] = set()
        self.missing: set[str] = set()

    def fault(self, column: str, message: str) -> None:
        self.faults.append(f"column {column!r}: {message}")

    def header_faults(self) -> list[str]:
        """What is wrong with the columns themselves; told once a table."""
        found = [f"no column {name!r}" for name in sorted(self.missing)]
        for name in (name for name in self.row if name not in self.seen):
            near = get_close_matches(name, self.seen - set(self.row), n=1)
            found.append(
                f"unknown column {name!r}" + (f": did you mean {near[0]!r}?" if near else "")
            )
        return found

    def text(self, column: str, *, needed: bool = False) -> str:
        self.seen.add(column)
        value = self.row.get(column, "")
        if needed and column not in self.row:
            self.missing.add(column)
        elif needed and not value:
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
        file=cells.file,
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
        line=line,
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
        line=line,
    )
