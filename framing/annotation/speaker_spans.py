"""Which words of a source name who speaks, and which only tell more about it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection

from framing.annotation.people import HONORIFICS
from framing.annotation.quotation.complements import TIMES
from framing.annotation.quotation.sentence import NOUN_GROUP, Sentence
from framing.model import Span
from framing.text.tokens import Tokens

_RELATIVE = frozenset(("who", "whom", "whose", "which", "that"))
_MORE = frozenset(("VBG", "VBN", "VBD", "WDT", "WP", "WP$", "IN", "RB", "DT", "PRP$"))
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_PARTICIPLES = frozenset(("VBN", "VBD", "VBG"))
_WHEN = frozenset(("on", "in", "since", "late", "early", "last", "this", "earlier"))
_SHORTEST = 12  # characters of a source that may hold more than its name
_SIGNS = _RELATIVE | _WHEN | {",", "("}
_BEFORE_A_NAME = _NOUNS | {"DT", "JJ", "POS", "PRP$"}
_TOWARDS = frozenset(("to", "with", "alongside", "beside"))
_SOURCES = frozenset(("according", "thanks", "due", "owing"))
_BELONGING = frozenset(("for", "to", "of", "with", "under"))
_TAKEN_UP = re.compile(rf"(?P<np>{NOUN_GROUP}),?$")


def head_of(tokens: Tokens, source: Span) -> Span:
    """`source` without what follows its noun: a relative clause, a description between commas, a
    participle ("briefed on the talks"), the day ("a spokesman on Friday")."""
    if source.end - source.start < _SHORTEST:
        return source
    first, last = _range(tokens, source)
    if last - first < 3:
        return source
    for i, word in enumerate(tokens.words[first + 1 : last], start=first + 1):
        sign = word in _SIGNS or tokens.tags[i] in _PARTICIPLES
        if sign and _tells_more(tokens, i, last):
            return tokens.span(first, i)
    return source


def _tells_more(tokens: Tokens, i: int, last: int) -> bool:
    words, tags = tokens.words, tokens.tags
    if words[i] == ",":
        return i + 1 == last or (
            (tags[i + 1] in _MORE or words[i + 1] in _RELATIVE) and words[i + 1] != "of"
        )
    if words[i] in _RELATIVE or words[i] == "(":
        return True
    if tags[i] in _PARTICIPLES:
        return tags[i - 1] in _NOUNS and i + 1 < last and tags[i + 1] not in _NOUNS
    return words[i] in _WHEN and not TIMES.isdisjoint(words[i + 1 : min(i + 3, last)])


def taken_up(tokens: Tokens, relative: Span) -> Span | None:
    """The noun phrase that a relative pronoun stands for: "the report, which found that ..."."""
    place = bisect_left(tokens.starts, relative.start)
    k = bisect_right(tokens.bounds, place) - 1
    if place == tokens.bounds[k]:
        return None
    sentence = Sentence.of(tokens, tokens.bounds[k], tokens.bounds[k + 1])
    match = _TAKEN_UP.search(sentence.letters, 0, sentence.chunk_of(place))
    return sentence.span(*match.span("np")) if match else None


def belongs_to(tokens: Tokens, source: Span, name: Span, titles: Collection[str]) -> bool:
    """Whether `name` only tells whose spokesman, aide or supporters the source is: "an aide to Y",
    "a spokesman for President Y", "supporters of Y"; not "the minister of defence, Y"."""
    first, _ = _range(tokens, source)
    i = bisect_left(tokens.starts, name.start) - 1
    while i > first and (tokens.words[i] in titles or tokens.words[i] in HONORIFICS):
        i -= 1
        while i > first and tokens.tags[i] == "NNP":
            i -= 1
    return i > first and tokens.words[i] in _BELONGING


def is_hearer(tokens: Tokens, name: Span) -> bool:
    """Whether `name` is whom somebody speaks to or meets: "speaking to the BBC's Y", "a call with Y";
    not "according to Y"."""
    i = bisect_left(tokens.starts, name.start) - 1
    while i > 0 and tokens.tags[i] in _BEFORE_A_NAME:
        i -= 1
    return i > 0 and tokens.words[i] in _TOWARDS and tokens.words[i - 1] not in _SOURCES


def _range(tokens: Tokens, span: Span) -> tuple[int, int]:
    return bisect_left(tokens.starts, span.start), bisect_left(tokens.starts, span.end)
