"""Pieces of speech in marks that no cue introduces: ``the union called for "a day of action"``."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from framing.annotation.quotation.sentence import Sentence
from framing.model import QuotationMarks, Quote, Span
from framing.text.spans import SpanIndex
from framing.text.tokens import Tokens, count_words

FEWEST_WORDS = 4  # in marks; shorter ones may be a word at a distance, and whose is anybody's guess


def fragments(
    tokens: Tokens, marks: Sequence[QuotationMarks], quotes: Sequence[Quote]
) -> Iterator[Quote]:
    """Quotes of the marked pieces that lie in no quote yet, said by the subject of their sentence."""
    said = SpanIndex(quotes, lambda quote: quote.content)
    for mark in marks:
        inner = Span(mark.span.start + 1, mark.span.end - 1)
        if mark.function != "speech" or said.meeting(mark.span):
            continue
        if count_words(tokens.text, inner) >= FEWEST_WORDS:
            yield Quote(inner, "direct", "fragment", source=_subject(tokens, inner))


def _subject(tokens: Tokens, inner: Span) -> Span | None:
    """The subject of the last verb before a piece, in the same sentence."""
    last = bisect_left(tokens.starts, inner.start)
    first = tokens.bounds[max(bisect_left(tokens.bounds, last) - 1, 0)]
    if last - first < 2:
        return None
    sentence = Sentence.of(tokens, first, last)
    verb = sentence.letters.rfind("v")
    subject = sentence.subject_before(verb) if verb > 0 else None
    return sentence.span(*subject) if subject else None
