"""Sentences without a cue of their own that may go on with what somebody said before."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from framing.annotation.quotation.attribution import Attribution
from framing.annotation.quotation.marks import MarkPair
from framing.model import Span
from framing.text.chunks import chunk
from framing.text.spans import SpanIndex
from framing.text.tokens import Tokens

_FEWEST_WORDS = 3  # in marks; less may be a name or a word at a distance
_BACKSHIFTED = frozenset(("would", "could", "might", "'d"))
_PAST_CUE = frozenset(("VBD", "VBN"))


def goes_on(
    tokens: Tokens,
    segments: Sequence[tuple[int, int]],
    said: Sequence[Attribution],
    pairs: Sequence[MarkPair],
    paragraphs: Sequence[Span],
) -> tuple[list[Attribution], list[Span]]:
    """Which of the `segments` (token ranges) go on with what is in `said`, and which may.

    A sentence that quotes a piece of some length belongs to the last speaker of its paragraph. One
    right behind reported speech whose verb is shifted back like that speech's ("He said the dam was
    old. It would be repaired in May.") may be his or the outlet's own: its voice is unclear.
    """
    quoted = SpanIndex((p for p in pairs if p.closed and not p.single), lambda p: p.span)
    ordered = _with_a_source(said)
    starts = [one.content[0].start for one in ordered]
    paragraph_starts = [paragraph.start for paragraph in paragraphs]
    found: list[Attribution] = []
    unclear: list[Span] = []
    for first, last in segments:
        span = tokens.span(first, last)
        k = bisect_left(starts, span.start) - 1
        if k < 0:
            continue
        before = ordered[k]
        place = bisect_right(paragraph_starts, span.start) - 1
        if place < 0 or before.content[0].start < paragraph_starts[place]:
            continue
        pieces = [
            p for p in quoted.meeting(span) if span.holds(p.span) and not _distant(tokens.text, p)
        ]
        if _has_own_subject(tokens, (first, last), before):
            continue
        if any(len(p.inner.of(tokens.text).split()) >= _FEWEST_WORDS for p in pieces):
            found.append(Attribution((span,), "quote goes on", None, "neutral", before.source))
        elif _is_shifted_back(tokens, (first, last), before):
            unclear.append(span)
    return found, unclear


def _with_a_source(said: Sequence[Attribution]) -> list[Attribution]:
    """The attributions that name who speaks, by place."""
    named = [one for one in said if one.source]
    return sorted(named, key=lambda one: (one.content[0].start, one.content[0].end))


def with_speakers(said: list[Attribution], paragraphs: Sequence[Span]) -> list[Attribution]:
    """`said` with the speaker of an utterance without a cue, where he speaks before it in the same
    paragraph: ``Roe insists the strikes failed. "They hit the cranes."``"""
    if all(one.source for one in said if one.rule == "no cue"):
        return said
    starts = [paragraph.start for paragraph in paragraphs]
    ordered = _with_a_source(said)
    places = [one.content[0].start for one in ordered]
    filled = []
    for one in said:
        k = bisect_left(places, one.content[0].start) - 1
        begin = starts[max(bisect_right(starts, one.content[0].start) - 1, 0)]
        if one.rule == "no cue" and one.source is None and k >= 0 and places[k] >= begin:
            one = replace(one, rule="quote goes on", source=ordered[k].source)
        filled.append(one)
    return filled


def _distant(text: str, pair: MarkPair) -> bool:
    """Whether the outlet keeps a distance from the words in marks: "the so-called “war of ports”"."""
    return (
        text[max(pair.span.start - 20, 0) : pair.span.start]
        .rstrip()
        .endswith(("so-called", "what it called"))
    )


def _has_own_subject(tokens: Tokens, segment: tuple[int, int], before: Attribution) -> bool:
    """Whether a sentence begins with the name of somebody else and his verb: "Jean Roe had called it
    “a mess”"."""
    first, last = segment
    chunks = chunk(tokens, first, last)
    if chunks.letters[:2] != "nv" or before.source is None:
        return False
    end = chunks.starts[1]
    name = tokens.words[end - 1]
    return tokens.tags[end - 1] == "NNP" and name not in before.source.of(tokens.text).lower()


def _is_shifted_back(tokens: Tokens, segment: tuple[int, int], before: Attribution) -> bool:
    """Whether a sentence follows reported speech directly and its first verb is shifted back."""
    first, last = segment
    end = max(piece.end for piece in before.content)
    if before.cue is None or tokens.text[end : tokens.starts[first]].count(".") > 1:
        return False
    cue = bisect_left(tokens.starts, before.cue.end) - 1
    if tokens.tags[cue] not in _PAST_CUE or _BACKSHIFTED.isdisjoint(tokens.words[first:last]):
        return False
    chunks = chunk(tokens, first, last)
    verb = chunks.letters.find("v")
    return verb >= 0 and tokens.words[chunks.starts[verb]] in _BACKSHIFTED
