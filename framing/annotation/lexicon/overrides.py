"""A user's own changes to the rows of a pack: `overrides.csv` in a folder of one's own.

A line changes cells of a row, switches a row off or adds one. The pack itself is not touched, its
version says that it was changed, and every change is told in the methods text of a report.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from framing.data import read_rows
from framing.errors import LexiconError

FILE = "overrides.csv"
EMPTY = "-"
"""What a cell holds that shall be empty; an empty cell leaves the row's own as it is."""

_KEYS = {
    "markers": ("term", "category"),
    "actors": ("actor", "side"),
    "slots": ("variant", "slot"),
    "cues": ("cue", "kind"),
    "speakers": ("noun", "kind"),
}
_WHAT = ("change", "off", "add")
_OWN_COLUMNS = ("pack", "table", "do", "row", "why")

Line = tuple[str, int, dict[str, str]]
"""A row on its way into a pack: the file and line it came from, and its cells."""


@dataclass(frozen=True, slots=True)
class Override:
    """One line of `overrides.csv`. `row` is a headword, or ``headword|category`` (of actors the
    side, of slots the slot, of cues and speakers the kind) where that must be told apart."""

    path: Path
    line: int
    pack: str
    table: str
    do: str
    row: str
    why: str
    cells: tuple[tuple[str, str], ...]

    @property
    def place(self) -> str:
        """File and line, for messages."""
        return f"{self.path}:{self.line}"


def read_overrides(folder: Path) -> tuple[Override, ...]:
    """The lines of `folder`'s overrides, none where it has no such file.

    Raises LexiconError, all faults at once, for a line that does not say what to do with what.
    """
    path = (folder / FILE).resolve()
    if not path.exists():
        return ()
    found, faults = [], []
    for line, row in read_rows(path, error=LexiconError):
        override = Override(
            path=path,
            line=line,
            pack=row.get("pack", ""),
            table=row.get("table", "") or "markers",
            do=row.get("do", ""),
            row=row.get("row", ""),
            why=row.get("why", ""),
            cells=tuple((k, v) for k, v in row.items() if v and k not in _OWN_COLUMNS),
        )
        found.append(override)
        faults += [f"{override.place}: {fault}" for fault in _faults(override)]
    if faults:
        raise LexiconError("\n".join(faults))
    return tuple(found)


def _faults(override: Override) -> Iterator[str]:
    if not override.pack:
        yield "column 'pack': is empty: name the pack whose row is meant"
    if override.table not in _KEYS:
        yield f"column 'table': {override.table!r} is not one of {', '.join(_KEYS)}"
    if override.do not in _WHAT:
        yield f"column 'do': {override.do!r} is not one of {', '.join(_WHAT)}"
    elif override.do == "add" and override.row:
        yield "column 'row': a row that is added has none: put its headword into its own column"
    elif override.do != "add" and not override.row:
        yield f"column 'row': is empty: name the row to {override.do}"
    if override.do == "change" and not override.cells:
        yield "nothing to change: fill the cells that shall be other than the row's own"
    if override.do == "off" and override.cells:
        yield f"column {override.cells[0][0]!r}: a row that is switched off takes no cells"


def apply_overrides(
    lines: Sequence[Line], overrides: Sequence[Override]
) -> tuple[list[Line], list[str], list[str]]:
    """The lines of one table after `overrides`, what was changed, and what could not be."""
    kept = list(lines)
    told: list[str] = []
    faults: list[str] = []
    for override in overrides:
        why = f" ({override.why})" if override.why else ""
        if override.do == "add":
            cells = dict.fromkeys(lines[0][2] if lines else (), "") | _plain(override)
            kept.append((str(override.path), override.line, cells))
            told.append(f"added: {cells.get(_KEYS[override.table][0], '')}{why}")
            continue
        hits = [n for n, (_, _, row) in enumerate(kept) if _is_meant(override, row)]
        if not hits:
            faults.append(f"{override.place}: column 'row': {_no_such_row(override, kept)}")
        elif override.do == "off":
            kept = [item for n, item in enumerate(kept) if n not in hits]
            told.append(f"switched off: {override.row}{why}")
        else:
            told += [f"changed: {_told_change(override, kept[n][2])}{why}" for n in hits]
            for n in hits:
                kept[n] = str(override.path), override.line, kept[n][2] | _plain(override)
    return kept, told, faults


def changed_version(version: str, overrides: Sequence[Override]) -> str:
    """`version` with a mark of the changes: the same changes, the same version."""
    if not overrides:
        return version
    held = "\n".join(repr((o.table, o.do, o.row, o.cells)) for o in overrides)
    return f"{version}+own.{hashlib.sha256(held.encode()).hexdigest()[:8]}"


def _plain(override: Override) -> dict[str, str]:
    return {column: "" if value == EMPTY else value for column, value in override.cells}


def _is_meant(override: Override, row: dict[str, str]) -> bool:
    key, second = _KEYS[override.table]
    head, _, rest = (part.strip() for part in override.row.partition("|"))
    return row.get(key) == head and (not rest or row.get(second) == rest)


def _told_change(override: Override, row: dict[str, str]) -> str:
    cells = (f"{c} {row.get(c) or EMPTY!r} → {v!r}" for c, v in override.cells)
    return f"{override.row}: {', '.join(cells)}"


def _no_such_row(override: Override, lines: Sequence[Line]) -> str:
    key, second = _KEYS[override.table]
    names = sorted({name for _, _, row in lines for name in (
        row.get(key, ""), f"{row.get(key)}|{row.get(second)}") if name})  # fmt: skip
    near = get_close_matches(override.row, names, n=3)
    hint = f"; there is {' or '.join(map(repr, near))}" if near else ""
    return f"no row {override.row!r} in {override.table}.csv of {override.pack!r}{hint}"
