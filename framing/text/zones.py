"""Where in an article a word stands: headline, lead, body, or beside the article's own prose."""

from bisect import bisect_right

from framing.model import NOT_PROSE, Article, Span, Zone
from framing.text.segment import paragraphs
from framing.text.tokens import count_words


class ZoneMap:
    """The zone of any place in one article. The lead is the first paragraph of its own prose."""

    def __init__(self, article: Article) -> None:
        self._headline = article.headline
        self._asides = [r.span for r in sorted(article.regions, key=lambda r: r.span)
                        if r.kind in NOT_PROSE]  # fmt: skip
        self._starts = [span.start for span in self._asides]
        headings = {r.span for r in article.regions if r.kind == "section-heading"}
        self._lead = next(
            (
                paragraph
                for paragraph in paragraphs(article.text)
                if paragraph not in headings
                and not (article.headline and article.headline.meets(paragraph))
                and not self._is_aside(paragraph.end - 1)
            ),
            None,
        )

    def at(self, place: int) -> Zone:
        """The zone of the character at `place`."""
        if self._is_aside(place):
            return "aside"
        if self._headline and self._headline.start <= place < self._headline.end:
            return "headline"
        if self._lead and self._lead.start <= place < self._lead.end:
            return "lead"
        return "body"

    def _is_aside(self, place: int) -> bool:
        k = bisect_right(self._starts, place) - 1
        return k >= 0 and place < self._asides[k].end


def prose_spans(article: Article) -> list[Span]:
    """The stretches of the text that are the article's own prose, headline included, in order."""
    spans, start = [], 0
    for region in sorted(article.regions, key=lambda r: r.span):
        if region.kind in NOT_PROSE:
            if region.span.start > start:
                spans.append(Span(start, region.span.start))
            start = max(start, region.span.end)
    if start < len(article.text):
        spans.append(Span(start, len(article.text)))
    return spans


def prose_words(article: Article) -> int:
    """How many running words the article's own prose has."""
    return sum(count_words(article.text, span) for span in prose_spans(article))
