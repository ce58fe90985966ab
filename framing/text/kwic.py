"""Keyword in context: the evidence behind any number, a line a hit."""

from dataclasses import dataclass

from framing.model import Span

WIDTH = 50
"""Characters of context on each side, as concordancers print it by default."""


@dataclass(frozen=True, slots=True)
class KwicLine:
    """One hit with what stands before and behind it; line breaks are shown as spaces."""

    before: str
    hit: str
    behind: str


def kwic_line(text: str, span: Span, *, width: int = WIDTH) -> KwicLine:
    """The line for `span` of `text`, with up to `width` characters on each side, at whole words."""
    start, end = max(0, span.start - width), min(len(text), span.end + width)
    before = " ".join(text[start : span.start].split())
    behind = " ".join(text[span.end : end].split())
    if start > 0 and not text[start - 1].isspace() and " " in before:
        before = before.partition(" ")[2]
    if end < len(text) and not text[end].isspace() and " " in behind:
        behind = behind.rpartition(" ")[0]
    return KwicLine(before, " ".join(span.of(text).split()), behind)
