"""Irregular verbs (`lexicons/general/irregular.csv`)."""

from functools import cache

from framing.data import lexicon_folder, read_rows
from framing.errors import LexiconError


@cache
def irregular_verbs() -> tuple[dict[str, str], ...]:
    """The rows of the list: `verb`, `past` and `participle`."""
    path = lexicon_folder() / "general" / "irregular.csv"
    return tuple(row for _, row in read_rows(path, error=LexiconError))


@cache
def pasts() -> frozenset[str]:
    """Past forms ("went", "shot")."""
    return frozenset(row["past"] for row in irregular_verbs())


@cache
def pasts_only() -> frozenset[str]:
    """Past forms that are no participle ("went", "took"), and the past of "be"."""
    participles = {row["participle"] for row in irregular_verbs()}
    return frozenset(pasts() - participles | {"was", "were"})
