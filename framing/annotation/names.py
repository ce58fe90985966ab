"""Whether a lexicon's word is part of a proper name: "the Fearless Girl", "Ruthless Records"."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection
from functools import cache

from framing.annotation.lexicon.terms import TermHit
from framing.reading.outlets.table import load_outlets, name_key
from framing.text.tokens import Tokens

_LONG = 4  # letters; titles leave shorter words in lower case
_LONGEST_NAME = 60  # characters
_MOST_WORDS = 4  # of an outlet's name that are looked at
_MOST_CAPITALS = 0.7  # share of the long words of a sentence; more make it a title


def in_a_name(hit: TermHit, tokens: Tokens) -> bool:
    """Whether a single word that its row writes small stands with a capital in mid-sentence, beside
    another word with one. A headline in title case tells nothing, nor does the first word of a
    sentence; a phrase of several words ("Deep State") is written so for weight."""
    text = tokens.text
    term = hit.term.term
    if not text[hit.start].isupper() or term[:1].isupper() or " " in term:
        return False
    first = bisect_left(tokens.starts, hit.start)
    last = bisect_left(tokens.starts, hit.end)
    number = max(bisect_right(tokens.bounds, first) - 1, 0)
    begin, end = tokens.bounds[number], tokens.bounds[number + 1]
    if first <= begin or not tokens.words[first - 1][-1:].isalnum():
        return False
    beside = [i for i in (first - 1, last) if begin < i < end]
    if not any(text[tokens.starts[i]].isupper() for i in beside):
        return False
    return not is_title_case(tokens, number)


def in_outlet_name(text: str, start: int, end: int, *, own: str = "") -> bool:
    """Whether a word begins the name of a news outlet, a known one or the article's `own`: "Kyiv" in
    "Kyiv Independent" is nobody's choice of a spelling, and no government."""
    if not text[end + 1 : end + 2].isupper():
        return False
    words = text[start : start + _LONGEST_NAME].split()
    names = [" ".join(words[:n]) for n in range(len(text[start:end].split()) + 1, _MOST_WORDS + 1)]
    if own and name_key(own) in map(name_key, names):
        return True
    begins = bool(names) and name_key(names[0]).partition(" ")[0] in _first_words()
    return begins and any(map(is_outlet, names))


def is_outlet(name: str) -> bool:
    """Whether `name` is that of a known news outlet, and no plain word besides ("Time")."""
    return name_key(name) in _outlets()


@cache
def _outlets() -> Collection[str]:
    """The shipped outlets' names, as `name_key` gives them; looked up once a process."""
    return load_outlets().credits.keys()


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.partition(" ")[0] for name in _outlets())


def is_title_case(tokens: Tokens, number: int) -> bool:
    """Whether nearly all long words of a sentence have a capital, as in American headlines."""
    places = range(tokens.bounds[number], tokens.bounds[number + 1])
    long = [i for i in places if len(tokens.words[i]) >= _LONG]
    capital = sum(tokens.text[tokens.starts[i]].isupper() for i in long)
    return capital > _MOST_CAPITALS * len(long)
