"""All quotations of a text: direct, indirect and mixed, with cue and source."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from framing.annotation.quotation.attribution import Attribution
from framing.annotation.quotation.cues import CueIndex
from framing.annotation.quotation.direct import utterances
from framing.annotation.quotation.fragments import fragments
from framing.annotation.quotation.functions import mark_functions
from framing.annotation.quotation.goes_on import goes_on, with_speakers
from framing.annotation.quotation.marks import MarkPair, pair_marks
from framing.annotation.quotation.reported import reported
from framing.annotation.quotation.sentence import Sentence
from framing.annotation.quotation.setoff import SET_OFF, set_off
from framing.model import QuotationMarks, Quote, QuoteKind, Span
from framing.text.segment import paragraphs
from framing.text.spans import SpanIndex, itself
from framing.text.tokens import Tokens

Pairs = SpanIndex[MarkPair]


@dataclass(frozen=True, slots=True)
class Quotations:
    """What `find_quotes` finds. `unclear` are sentences that may or may not go on with somebody's
    words, and stretches behind a mark that is never closed: a careful reader would not decide."""

    quotes: tuple[Quote, ...]
    marks: tuple[QuotationMarks, ...]
    unclear: tuple[Span, ...]


class QuoteFinder(Protocol):
    """What finds the quotations of a text. `find_quotes` reads rules over chunks; a parser or a model
    may take its place: whatever returns `Quotations` with quotes by start that do not overlap. Who the
    speakers are, whose voice each place is in and all counts are made from these alone."""

    def __call__(
        self, tokens: Tokens, cues: CueIndex, *, skip: Sequence[Span], headline: Span | None
    ) -> Quotations:
        """Quotations of one text; the arguments are those of `find_quotes`."""
        ...


def find_quotes(
    tokens: Tokens, cues: CueIndex, *, skip: Sequence[Span] = (), headline: Span | None = None
) -> Quotations:
    """Quotes and quotation marks of one text, by start; the stretches in `skip` (datelines, bylines)
    are no part of any sentence. Speakers are not resolved yet: see `speakers`."""
    blocks = paragraphs(tokens.text)
    every = pair_marks(tokens.text, blocks, tokens.sentences)
    pairs = SpanIndex(every, _span_of)
    said, unclear = _attributions(tokens, every, blocks, cues, skip)
    if headline:
        said = [_in_headline(tokens, one, headline) for one in said]
    holes = SpanIndex(skip, itself)
    quotes = _outer(
        _quote(
            tokens.text,
            _with_marks(_behind(holes, piece, tokens.text), pairs, attribution.cue, tokens.text),
            attribution,
            pairs,
        )
        for attribution in said
        for piece in attribution.content
    )
    marks = mark_functions(tokens, every, quotes, headline=headline)
    if more := list(fragments(tokens, marks, quotes)):
        quotes = _outer([*quotes, *more])
    speech = SpanIndex((m.span for m in marks if m.function == "speech"), itself)
    return Quotations(
        tuple(_by_speech(quote, speech) for quote in quotes),
        marks,
        tuple(sorted([*unclear, *(pair.inner for pair in every if _is_stray(pair, quotes))])),
    )


def _span_of(pair: MarkPair) -> Span:
    return pair.span


def _attributions(
    tokens: Tokens,
    pairs: Sequence[MarkPair],
    blocks: Sequence[Span],
    cues: CueIndex,
    skip: Sequence[Span],
) -> tuple[list[Attribution], list[Span]]:
    spoken = utterances(tokens, pairs, blocks, cues)
    apart = list(set_off(tokens, blocks, cues))
    said = [attribution for _, attribution in spoken] + apart
    used = frozenset(one.cue.start for one in said if one.cue)
    whole = [span for pair, one in spoken for span in (pair.span, *one.content)]
    whole += [span for one in apart if one.rule in SET_OFF for span in one.content]
    without: list[tuple[int, int]] = []
    for first, last in _segments(tokens, [*whole, *skip]):
        found = _reported(tokens, (first, last), cues, used)
        said += found
        if not found:
            without.append((first, last))
    said = with_speakers(said, blocks)
    more, unclear = goes_on(tokens, without, said, pairs, blocks)
    return said + more, unclear


def _in_headline(tokens: Tokens, one: Attribution, headline: Span) -> Attribution:
    """What a headline tells without what happens meanwhile: "X denies a deal | as talks begin"."""
    if not (headline.holds(one.content[-1]) and one.rule in _COMPLEMENTS):
        return one
    last = one.content[-1]
    first, end = bisect_left(tokens.starts, last.start), bisect_left(tokens.starts, last.end)
    for i in range(first + 2, end - 2):
        if tokens.words[i] != "as" or tokens.words[i + 1] in ("a", "an", "if"):
            continue
        if any(tag[:2] == "VB" for tag in tokens.tags[i + 2 : end]):
            return replace(one, content=(*one.content[:-1], Span(last.start, tokens.ends[i - 1])))
    return one


_COMPLEMENTS = frozenset(("that-clause", "bare clause", "wh-clause", "infinitive", "object"))


def _reported(
    tokens: Tokens, segment: tuple[int, int], cues: CueIndex, used: frozenset[int]
) -> list[Attribution]:
    places = cues.places(tokens.words, *segment)
    if not places:
        return []
    return list(reported(Sentence.of(tokens, *segment), cues, places=places, used=used))


def _segments(tokens: Tokens, holes: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """Token ranges of the sentences, without what lies in `holes`: whole utterances, datelines."""
    index = SpanIndex(holes, itself)
    for first, last in tokens.ranges():
        begin = first
        for hole in index.meeting(tokens.span(first, last)) if last > first else ():
            cut = bisect_left(tokens.starts, hole.start, first, last)
            if cut - begin > 2:
                yield begin, cut
            begin = max(begin, bisect_left(tokens.starts, hole.end, first, last))
        if last - begin > 2:
            yield begin, last


def _behind(holes: SpanIndex[Span], span: Span, text: str) -> Span:
    """`span` without the date header or dateline that it begins with."""
    for hole in holes.meeting(span):
        if hole.start <= span.start < hole.end < span.end:
            rest = text[hole.end : span.end]
            return Span(span.end - len(rest.lstrip()), span.end)
    return span


def _with_marks(span: Span, pairs: Pairs, cue: Span | None, text: str) -> Span:
    """`span` up to the end of a quotation that opens inside it, or between cue and content, and closes
    behind it."""
    for pair in pairs.meeting(span):
        opens = cue.end if cue and cue.end <= span.start else span.start
        if pair.single or not opens <= pair.span.start or span.end >= pair.span.end:
            continue
        if pair.span.start >= span.start or Span(span.end, pair.inner.end).of(text).strip(" ,."):
            return Span(span.start, pair.inner.end)
    return span


def _quote(text: str, span: Span, said: Attribution, pairs: Pairs) -> Quote:
    return Quote(
        content=span,
        kind="direct" if said.rule in SET_OFF else _kind(text, span, pairs),
        rule=said.rule,
        cue=said.cue,
        cue_kind=said.cue_kind,
        source=said.source,
        relay=said.relay,
    )


def _kind(text: str, span: Span, pairs: Pairs) -> QuoteKind:
    """Direct where all words stand in marks, mixed where some do, indirect where none does."""
    inside = 0
    for pair in pairs.meeting(span):
        if pair.span.holds(span):
            return "direct"
        inside += min(span.end, pair.span.end) - max(span.start, pair.span.start)
    if not inside:
        return "indirect"
    return "direct" if inside >= len(span.of(text).strip(" ,.")) - 1 else "mixed"


def _by_speech(quote: Quote, speech: SpanIndex[Span]) -> Quote:
    """A mixed quote whose marks are scare quotes or names quotes nobody: it is indirect."""
    if quote.kind != "mixed" or speech.meeting(quote.content):
        return quote
    return replace(quote, kind="indirect")


def _outer(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Quotes by start; of those that cross the earlier stays; one inside another is relayed."""
    kept: list[Quote] = []
    for quote in sorted(quotes, key=lambda q: (q.content.start, -q.content.end)):
        if len(quote.content) == 0:
            continue
        if not kept or quote.content.start >= kept[-1].content.end:
            kept.append(quote)
        elif quote.source and kept[-1].content.holds(quote.content):
            kept[-1] = replace(kept[-1], relayed=(*kept[-1].relayed, quote))
    return tuple(kept)


def _is_stray(pair: MarkPair, quotes: Sequence[Quote]) -> bool:
    """Whether a mark is never closed and no quotation was made of what stands behind it."""
    if pair.closed or len(pair.inner) == 0:
        return False
    place = bisect_left(quotes, pair.inner.end, key=lambda q: q.content.start) - 1
    return place < 0 or quotes[place].content.end <= pair.inner.start
