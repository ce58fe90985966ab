"""Words with their offsets, sentences and parts of speech: one pass that every later step reads."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from framing.model import Span
from framing.text import segment
from framing.text.headlines import headline_as_prose
from framing.text.tagging import tag

_APOSTROPHES = re.compile("[’‘ʼ`´′]")

# In this order: plain words and stops before a space (what most tokens are; the rest would find them
# too, but late), abbreviations with stops, numbers, the stem before n't, clitics, words with inner
# hyphens and apostrophes, dots and dashes of more than one character, any other single character. At
# a space none need be tried.
_TOKEN = re.compile(
    r"""
    (?!\s)(?:
    [A-Za-z]++(?=[\s,]) | [,.](?=\s)
    | (?:[^\W\d_]\.){2,} | [^\W\d_]\.(?=\s[^\W\d_])
    | (?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Gov|Sen|Rep|Rev|St|Jr|Sr|No|Inc|Corp|Co|Ltd
        |Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|a\.m|p\.m|vs|etc)\.
    | \d+(?:[.,:]\d+)*(?:%|(?:[-‐‑][^\W_]+)+)?
    | [^\W\d_]+(?=n't\b)
    | n't\b
    | '(?:s|S|re|ve|ll|d|m)\b
    | [^\W_]+(?:(?!'(?:s|S|re|ve|ll|d|m)\b)'[^\W_]+|[-‐‑][^\W_]+)*
    | \.{2,} | --+ | '' | ``
    | \S
    )
    """,
    re.VERBOSE,
)
_MARKS = {
    **dict.fromkeys(("“", "„", "«", "``"), "``"),
    **dict.fromkeys(("”", "»", '"', "''"), "''"),
}
_WORD = re.compile(r"[^\W_]++(?:['’ʼ.,‐‑-][^\W_]++)*+")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text as parallel lists, and which of them make each sentence.

    ``words`` are lower-cased with straight apostrophes, ``tags`` are Penn Treebank tags.
    ``sentences[k]`` is the span of sentence k, whose tokens are ``bounds[k] : bounds[k + 1]``.
    """

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    tags: list[str]
    sentences: tuple[Span, ...]
    bounds: list[int]
    seen: dict[tuple[int, int], Any] = field(default_factory=dict, repr=False, compare=False)
    """What `framing.text.chunks` has found in stretches of these tokens already."""

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, first: int, last: int) -> Span:
        """The characters from token `first` up to but without token `last`."""
        return Span(self.starts[first], self.ends[last - 1])

    def ranges(self) -> list[tuple[int, int]]:
        """(first token, behind the last token) of each sentence."""
        return list(pairwise(self.bounds))


def tokenize(text: str, sentences: Sequence[Span] | None = None) -> Tokens:
    """Split and tag `text`; `sentences` may be given where they are known already."""
    spans = tuple(segment.sentences(text) if sentences is None else sentences)
    plain = _APOSTROPHES.sub("'", text)
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    tags: list[str] = []
    bounds = [0]
    for span in spans:
        forms = _TOKEN.findall(plain, span.start, span.end)
        place = span.start
        for form in forms:  # quicker than asking matches: only white space stands between two forms
            place = plain.find(form, place)
            starts.append(place)
            place += len(form)
            ends.append(place)
        words += map(str.lower, forms)
        tags += _tags(headline_as_prose(forms))
        bounds.append(len(starts))
    return Tokens(text, starts, ends, words, tags, spans, bounds)


def _tags(forms: Sequence[str]) -> list[str]:
    """Tags of one sentence. Quotation marks are set aside: a word keeps its part of speech when a
    writer puts marks round it."""
    if _MARKS.keys().isdisjoint(forms):
        return tag(forms)
    found = iter(tag([form for form in forms if form not in _MARKS]))
    return [_MARKS[form] if form in _MARKS else next(found) for form in forms]


def words(text: str, span: Span | None = None) -> list[str]:
    """The running words of `text` (or of `span` in it) as written; numbers count, marks do not."""
    first, last = (span.start, span.end) if span else (0, len(text))
    return _WORD.findall(text, first, last)


def count_words(text: str, span: Span | None = None) -> int:
    """How many running words `text` (or `span` in it) has."""
    return len(words(text, span))
