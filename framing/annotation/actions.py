"""Verbs and nouns for what is done to people and places (`actions.csv` of a pack), by every form."""

from collections.abc import Iterator
from functools import cache

from framing.annotation.lexicon.inflection import forms_of
from framing.annotation.lexicon.records import Pack
from framing.data import read_rows
from framing.errors import LexiconError
from framing.text.clauses.find import Actions
from framing.text.clauses.words import Action

KINDS = ("attack", "destroy", "detain", "displace", "injure", "kill", "resist", "restrict", "seize",
         "threaten")  # fmt: skip


@cache
def actions_of(packs: tuple[Pack, ...]) -> Actions:
    """The actions of these packs by inflected form, lower-cased; built at most once in a process.

    Raises LexiconError, with file and line, for a row that breaks the format.
    """
    found = Actions()
    for pack in packs:
        for form, action in _forms(pack):
            found[form] = (*found.get(form, ()), action)
    return found


def _forms(pack: Pack) -> Iterator[tuple[str, Action]]:
    path = pack.path / "actions.csv"
    if not path.exists():
        return
    for line, row in read_rows(path, error=LexiconError):
        action = _action(row, f"{path}:{line}")
        for form in forms_of(row["word"], row["form"]):
            yield form, action


def _action(row: dict[str, str], where: str) -> Action:
    if not row["word"] or row["form"] not in ("noun", "verb"):
        raise LexiconError(f"{where}: a row needs a word, and a form that is noun or verb")
    if row["kind"] not in KINDS:
        raise LexiconError(f"{where}: no kind {row['kind']!r}; there are: {', '.join(KINDS)}")
    return Action(
        name=row["word"],
        kind=row["kind"],
        noun=row["form"] == "noun",
        patient=_words(row["patient"]),
        needs_object=row["needs_object"] == "yes",
        unless=_words(row["unless"]),
    )


def _words(cell: str) -> frozenset[str]:
    return frozenset(part.strip() for part in cell.split(";") if part.strip())
