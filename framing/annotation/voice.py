"""Whose words a stretch of text is."""

from bisect import bisect_right
from collections.abc import Sequence

from framing.model import QuotationMarks, Quote, Span, Voice

OUTLET = Voice("outlet")


class VoiceMap:
    """The voice of any place in one article, from its quotes and quotation marks.

    Quotes do not overlap (see `quotation.find`). Inside a mixed quote the words in marks are the
    speaker's own and the rest is the outlet's paraphrase; scare quotes and terms are no speech.
    """

    def __init__(self, quotes: Sequence[Quote], marks: Sequence[QuotationMarks]) -> None:
        self._quotes = sorted(quotes, key=lambda quote: quote.content.start)
        self._starts = [quote.content.start for quote in self._quotes]
        self._speech = [mark.span for mark in marks if mark.function == "speech"]

    def quote_at(self, span: Span) -> Quote | None:
        """The quote whose content holds the beginning of `span`, or None."""
        place = bisect_right(self._starts, span.start) - 1
        if place >= 0 and span.start < self._quotes[place].content.end:
            return self._quotes[place]
        return None

    def at(self, span: Span) -> Voice:
        """The voice of `span`, by where it begins."""
        quote = self.quote_at(span)
        if quote is None:
            return OUTLET
        quoted = quote.kind == "direct" or (
            quote.kind == "mixed" and any(s.start <= span.start < s.end for s in self._speech)
        )
        return Voice("direct" if quoted else "indirect", quote.speaker, quote.side)
