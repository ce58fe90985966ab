"""The plain word lists of a pack: no row without a source, none twice, none with a kind unknown."""

from collections.abc import Iterator

from framing.annotation.actions import actions_of
from framing.annotation.lexicon.house_style import house_styles
from framing.annotation.lexicon.records import Pack
from framing.data import read_rows
from framing.errors import LexiconError

LISTS = {
    "actions.csv": ("word", "form", "kind"),
    "adjectival.csv": ("participle", "before"),
    "frames.csv": ("frame", "cue", "form"),
    "functions.csv": ("frame", "cue", "form"),
    "style.csv": ("term", "outlet"),
}
"""By file: the columns that make a row what it is."""


def list_faults(pack: Pack) -> Iterator[str]:
    """Every fault of the lists in `pack`, one line each, with file and line."""
    for name, columns in LISTS.items():
        path = pack.path / name
        if not path.exists():
            continue
        seen: dict[tuple[str, ...], int] = {}
        for line, row in read_rows(path, error=LexiconError):
            key = tuple(row.get(column) or "" for column in columns)
            if not key[0]:
                yield f"{path}:{line}: no {columns[0]}"
            elif (first := seen.setdefault(key, line)) != line:
                yield f"{path}:{line}: {key[0]!r} stands in line {first} already"
            if not row.get("source"):
                yield f"{path}:{line}: {key[0]!r} has no source"
    for read in (lambda: actions_of((pack,)), lambda: house_styles(pack)):
        try:
            read()
        except LexiconError as error:
            yield str(error)
