"""Texts as read: spans, regions, outlets, articles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Confidence = Literal["certain", "likely", "unknown"]
Zone = Literal["headline", "lead", "body", "aside"]
CorrectedField = Literal["outlet", "date", "voice", "speaker", "event"]
RegionKind = Literal[
    "date-header",
    "ticker",
    "view-count",
    "related-link",
    "repeated-headline",
    "byline",
    "section-heading",
    "other",
]

# Regions whose words are not the article's own account. A section heading is set apart from the
# running text but is the outlet's own wording, so it stays in the prose.
NOT_PROSE: frozenset[RegionKind] = frozenset(
    ("date-header", "ticker", "view-count", "related-link", "repeated-headline", "byline", "other")
)

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text, half-open, in characters."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` in this span."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch that is not running prose: a ticker, a related link, a byline, a heading."""

    span: Span
    kind: RegionKind


@dataclass(frozen=True, slots=True)
class Evidence:
    """What proves an outlet tag: a stretch of the text, or a field outside it (`span` is None)."""

    source: str
    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class OutletTag:
    """Who published an article (`outlet`) and whose wire copy it is (`origin`), with the proof."""

    outlet: str = UNKNOWN
    name: str = UNKNOWN
    origin: str | None = None
    confidence: Confidence = "unknown"
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """What a user set right in one article: `value` goes in place of what is found.

    `span` are the words that a voice or a speaker is set for. `place` is "file:line", for messages.
    """

    article: str
    field: CorrectedField
    value: str
    span: Span | None = None
    note: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One news text as read, never changed.

    `published` is None where no date is stated; `not_before` is then the latest date that the text
    reports as past. `headline` is a span of `text`, or None. `corrections` are the user's own: outlet
    and date are set in the article, the others are heeded by `annotate` and `find_events`.
    """

    id: str
    text: str
    outlet: OutletTag = OutletTag()
    published: date | None = None
    not_before: date | None = None
    headline: Span | None = None
    regions: tuple[Region, ...] = ()
    url: str | None = None
    path: str | None = None
    language: str = "en"
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was left out, and why, in words a user can act on."""

    path: str
    reason: str
