"""All quotations of a text: direct, indirect and mixed, with cue and source."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from framing.annotation.quotation.attribution import Attribution
from framing.annotation.quotation.cues import CueIndex
from framing.annotation.quotation.direct import utterances
from framing.annotation.quotation.functions import mark_functions
from framing.annotation.quotation.marks import MarkPair, pair_marks
from framing.annotation.quotation.reported import reported
from framing.annotation.quotation.sentence import Sentence
from framing.annotation.quotation.setoff import set_off
from framing.model import QuotationMarks, Quote, QuoteKind, Span
from framing.text.segment import paragraphs
from framing.text.tokens import Tokens


def find_quotes(
    tokens: Tokens, cues: CueIndex, *, skip: Sequence[Span] = ()
) -> tuple[tuple[Quote, ...], tuple[QuotationMarks, ...]]:
    """Quotes and quotation marks of one text, by start; the stretches in `skip` (datelines, bylines)
    are no part of any sentence. Speakers are not resolved yet: see `speakers`."""
    blocks = paragraphs(tokens.text)
    pairs = pair_marks(tokens.text, blocks, tokens.sentences)
    spoken = utterances(tokens, pairs, blocks, cues)
    apart = list(set_off(tokens, blocks, cues))
    said = [attribution for _, attribution in spoken] + apart
    used = frozenset(one.cue.start for one in said if one.cue)
    whole = [pair.span for pair, _ in spoken]
    whole += [span for one in apart if one.rule == "set-off quote" for span in one.content]
    for first, last in _segments(tokens, sorted([*whole, *skip])):
        found = list(reported(Sentence.of(tokens, first, last), cues, used))
        said += found or _goes_on(tokens, (first, last), said, pairs, blocks)
    quotes = _outer(
        [
            _quote(tokens.text, _with_marks(piece, pairs), attribution, pairs)
            for attribution in said
            for piece in attribution.content
        ]
    )
    marks = mark_functions(tokens, pairs, quotes)
    return tuple(_by_speech(quote, marks) for quote in quotes), marks


def _goes_on(
    tokens: Tokens,
    segment: tuple[int, int],
    said: Sequence[Attribution],
    pairs: Sequence[MarkPair],
    paragraphs: Sequence[Span],
) -> list[Attribution]:
    """A sentence without a cue that quotes a piece of some length goes on with what the last speaker
    of its paragraph said: ``It was "a gift to the south", he ... "``."""
    span = tokens.span(*segment)
    quoted = [p for p in pairs if span.holds(p.span) and p.closed and not p.single]
    if not any(len(p.inner.of(tokens.text).split()) >= _FEWEST_WORDS for p in quoted):
        return []
    paragraph = next((p for p in paragraphs if p.holds(span)), span)
    before = [
        one for one in said if one.source and paragraph.start <= one.content[0].start < span.start
    ]
    if not before:
        return []
    last = max(before, key=lambda one: one.content[0])
    return [Attribution((span,), "quote goes on", None, last.cue_kind, last.source)]


_FEWEST_WORDS = 3  # in marks; less may be a name or a word at a distance


def _segments(tokens: Tokens, spoken: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Token ranges of the sentences, what is spoken in whole utterances left out."""
    for first, last in tokens.ranges():
        begin = first
        for span in spoken:
            if span.end <= tokens.starts[first] or span.start >= tokens.ends[last - 1]:
                continue
            cut = bisect_left(tokens.starts, span.start, first, last)
            if cut - begin > 2:
                yield begin, cut
            begin = max(begin, bisect_left(tokens.starts, span.end, first, last))
        if last - begin > 2:
            yield begin, last


def _with_marks(span: Span, pairs: Sequence[MarkPair]) -> Span:
    """`span` up to the end of a quotation that opens inside it and closes behind it."""
    for pair in pairs:
        if span.start <= pair.span.start < span.end < pair.span.end and not pair.single:
            return Span(span.start, pair.inner.end)
    return span


def _quote(text: str, span: Span, said: Attribution, pairs: Sequence[MarkPair]) -> Quote:
    return Quote(
        content=span,
        kind="direct" if said.rule == "set-off quote" else _kind(text, span, pairs),
        rule=said.rule,
        cue=said.cue,
        cue_kind=said.cue_kind,
        source=said.source,
    )


def _kind(text: str, span: Span, pairs: Sequence[MarkPair]) -> QuoteKind:
    """Direct where all words stand in marks, mixed where some do, indirect where none does."""
    inside = 0
    for pair in pairs:
        if pair.span.holds(span):
            return "direct"
        if pair.span.meets(span):
            inside += min(span.end, pair.span.end) - max(span.start, pair.span.start)
    if not inside:
        return "indirect"
    return "direct" if inside >= len(span.of(text).strip(" ,.")) - 1 else "mixed"


def _by_speech(quote: Quote, marks: Sequence[QuotationMarks]) -> Quote:
    """A mixed quote whose marks are scare quotes or names quotes nobody: it is indirect."""
    spoken = any(mark.function == "speech" and mark.span.meets(quote.content) for mark in marks)
    return quote if quote.kind != "mixed" or spoken else replace(quote, kind="indirect")


def _outer(quotes: list[Quote]) -> tuple[Quote, ...]:
    """Quotes by start; of those that lie in or cross another the longer stays."""
    kept: list[Quote] = []
    for quote in sorted(quotes, key=lambda q: (q.content.start, -q.content.end)):
        if len(quote.content) < 1 or (kept and quote.content.start < kept[-1].content.end):
            continue
        kept.append(quote)
    return tuple(kept)
