"""Whose words a stretch of text is."""

from collections.abc import Sequence

from framing.model import Annotation, QuotationMarks, Quote, Span, Voice
from framing.text.spans import SpanIndex, itself

OUTLET = Voice("outlet")
UNCLEAR = Voice("unclear")


class VoiceMap:
    """The voice of any place in one article, from its quotes and quotation marks.

    Quotes do not overlap (see `quotation.find`). Inside a mixed quote the words in marks are the
    speaker's own and the rest is the outlet's paraphrase; scare quotes and terms are no speech.
    """

    def __init__(
        self,
        quotes: Sequence[Quote],
        marks: Sequence[QuotationMarks],
        unclear: Sequence[Span] = (),
    ) -> None:
        self._quotes = SpanIndex(quotes, lambda quote: quote.content)
        self._speech = SpanIndex((m.span for m in marks if m.function == "speech"), itself)
        self._unclear = SpanIndex(unclear, itself)

    @classmethod
    def of(cls, annotation: Annotation) -> "VoiceMap":
        """The voices of an annotated article."""
        return cls(annotation.quotes, annotation.quotation_marks, annotation.unclear)

    def at(self, span: Span) -> Voice:
        """The voice of `span`, by where it begins."""
        place = Span(span.start, span.start + 1)
        quotes = self._quotes.meeting(place)
        if not quotes:
            return UNCLEAR if self._unclear.meeting(place) else OUTLET
        quote = quotes[0]
        quoted = quote.kind == "direct" or (
            quote.kind == "mixed" and bool(self._speech.meeting(place))
        )
        return Voice("direct" if quoted else "indirect", quote.speaker, quote.side)
