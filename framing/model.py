"""The nouns of framing, all of them, as frozen records.

Offsets are Python ``str`` indices into `Article.text`, half-open: ``text[start:end]``. Nothing is
ever written back into an article; every layer adds records that point into it. Change means a copy
(`dataclasses.replace`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Generic, Literal, TypeVar, overload

if TYPE_CHECKING:
    import pandas as pd

VoiceKind = Literal["outlet", "direct", "indirect", "unclear"]
QuoteKind = Literal["direct", "indirect", "mixed"]
MarkFunction = Literal["speech", "scare", "term"]
CueKind = Literal["neutral", "doubt", "factive", "forceful", "positive", "negative"]
Confidence = Literal["certain", "likely", "unknown"]
Zone = Literal["headline", "lead", "body", "aside"]
Phase = Literal["before", "day", "after", "undated"]
ClaimState = Literal["stated", "stated differently", "not found", "not yet knowable"]
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
class Article:
    """One news text as read, never changed.

    `published` is None where no date is stated; `not_before` is then the latest date that the text
    reports as past. `headline` is a span of `text`, or None.
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


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was left out, and why, in words a user can act on."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words a stretch is.

    `outlet`: the article's own narration. `direct`: quoted words of `speaker`. `indirect`: what
    `speaker` claims, in the outlet's wording. `unclear`: a careful reader would not decide.
    """

    kind: VoiceKind
    speaker: str | None = None
    side: str | None = None

    @property
    def claim_by(self) -> str | None:
        """Who vouches for what is said: the outlet, the speaker, or None where unclear."""
        return {"outlet": "outlet", "unclear": None}.get(self.kind, self.speaker)

    @property
    def wording_by(self) -> str | None:
        """Who chose the words: the outlet unless they are quoted; None where unclear."""
        return {"direct": self.speaker, "unclear": None}.get(self.kind, "outlet")


@dataclass(frozen=True, slots=True)
class Quote:
    """One attribution: what was said (`content`, without its marks), by whom, and the cue.

    `speaker` is the fullest name that the article or an actor list gives, or None; `rule` names the
    construction by which the quote was found.
    """

    content: Span
    kind: QuoteKind
    rule: str
    cue: Span | None = None
    cue_kind: CueKind = "neutral"
    source: Span | None = None
    speaker: str | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True)
class QuotationMarks:
    """A pair of quotation marks, marks included, and what they are there for."""

    span: Span
    function: MarkFunction


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text that names a known actor (no pronouns)."""

    span: Span
    actor: str
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Marker:
    """A documented usage convention found in an article, and whose words it stands in.

    `valence` is -1, 0 or 1 toward `target`; `convention` is whose usage the term is typical of;
    `term` is the lexicon row's headword and `pack` the pack that holds it.
    """

    span: Span
    term: str
    category: str
    voice: Voice
    zone: Zone
    pack: str
    target: str | None = None
    valence: int = 0
    convention: str = "neutral"
    slot: str | None = None
    negated: bool = False


@dataclass(frozen=True, slots=True)
class PackVersion:
    """Which lexicon pack, in which version, made a result."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """All that was found in one article. `words` counts the words of its own prose."""

    article: Article
    sentences: tuple[Span, ...] = ()
    words: int = 0
    quotes: tuple[Quote, ...] = ()
    quotation_marks: tuple[QuotationMarks, ...] = ()
    mentions: tuple[Mention, ...] = ()
    markers: tuple[Marker, ...] = ()
    packs: tuple[PackVersion, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """Articles on one happening. `cohesion` is their mean cosine similarity, 0 to 1."""

    id: str
    label: str
    articles: tuple[str, ...]
    phases: tuple[Phase, ...]
    first: date | None = None
    last: date | None = None
    cohesion: float = 0.0


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number with its evidence: value, interval, how many cases it rests on, unit and method.

    `value`, `low` and `high` are None where there are too few cases to say.
    """

    value: float | None
    low: float | None
    high: float | None
    n: int
    unit: str
    method: str


@dataclass(frozen=True, slots=True)
class WordContrast:
    """A word that an outlet uses more (`log_odds` > 0) or less than the others on the same event.

    `count` of `words` words are in the outlet's own texts, `other_count` of `other_words` in the
    reference; `articles` is how many of the outlet's articles have it.
    """

    outlet: str
    term: str
    count: int
    words: int
    other_count: int
    other_words: int
    articles: int
    log_odds: float
    z: float


@dataclass(frozen=True, slots=True)
class SlotChoice:
    """How often an outlet chose one variant in a slot, of all its choices there, in one voice."""

    slot: str
    referent: str
    outlet: str
    variant: str
    convention: str
    voice: VoiceKind
    count: int
    of: int


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one article that state a claim, and whose words they are."""

    article: str
    span: Span
    voice: Voice


@dataclass(frozen=True, slots=True)
class ClaimCell:
    """What became of a claim in one article; `differs` names what is put differently."""

    article: str
    state: ClaimState
    differs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing reported about an event: its passages, and its state in each article."""

    id: str
    label: str
    passages: tuple[Passage, ...]
    cells: tuple[ClaimCell, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """What one article gives room and place to.

    `first_mentions` holds (actor, share of the text that comes before its first mention, 0 to 1);
    `pair_order` holds (first side, second side, how often they are named together in that order);
    `claims_told` of `claims_of` claims of the event are found in it.
    """

    article: str
    outlet: str
    words: int
    headline: str | None
    first_mentions: tuple[tuple[str, float], ...]
    pair_order: tuple[tuple[str, str, int], ...]
    claims_told: int
    claims_of: int


@dataclass(frozen=True, slots=True)
class SourceUse:
    """How one outlet lets one speaker speak: quotes and words, quoted and reported."""

    outlet: str
    speaker: str
    side: str | None
    named: bool
    quotes: int
    direct_words: int
    indirect_words: int


@dataclass(frozen=True, slots=True)
class VoiceShare:
    """How many of an outlet's own prose words stand in each voice."""

    outlet: str
    voice: VoiceKind
    words: int
    of: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """How the outlets word, weigh and source one event."""

    event: Event
    annotations: tuple[Annotation, ...]
    outlets: tuple[str, ...]
    word_choice: tuple[WordContrast, ...]
    slots: tuple[SlotChoice, ...]
    claims: tuple[Claim, ...]
    emphasis: tuple[Emphasis, ...]
    sources: tuple[SourceUse, ...]
    voices: tuple[VoiceShare, ...]
    caveats: tuple[str, ...]

    def to_frame(self, table: str = "word_choice") -> pd.DataFrame:
        """One of the tables `framing.frames.COMPARISON_TABLES` as a tidy DataFrame."""
        from framing.frames import comparison_frame

        return comparison_frame(self, table)


@dataclass(frozen=True, slots=True)
class Facet:
    """One measured side of a profile, against the other outlets on the same events."""

    name: str
    question: str
    estimate: Estimate
    reference: Estimate


@dataclass(frozen=True, slots=True)
class Profile:
    """One outlet over the events it shares with others: separate facets, never one score."""

    outlet: str
    events: tuple[str, ...]
    articles: int
    words: int
    first: date | None
    last: date | None
    facets: tuple[Facet, ...]
    caveats: tuple[str, ...]


Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Records(Sequence[Record], Generic[Record]):
    """An immutable sequence of records, with the inputs that were skipped on the way."""

    items: tuple[Record, ...] = ()
    skipped: tuple[Skipped, ...] = ()

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Record]:
        return iter(self.items)

    @overload
    def __getitem__(self, index: int) -> Record: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Record, ...]: ...
    def __getitem__(self, index: int | slice) -> Record | tuple[Record, ...]:
        return self.items[index]


@dataclass(frozen=True, slots=True)
class Corpus(Records[Article]):
    """The articles that were read."""

    def to_frame(self) -> pd.DataFrame:
        """One row an article."""
        from framing.frames import articles_frame

        return articles_frame(self.items)


@dataclass(frozen=True, slots=True)
class Notes(Records[Annotation]):
    """The annotations of a corpus."""

    def to_frame(self, table: str = "markers") -> pd.DataFrame:
        """One of the tables `framing.frames.NOTES_TABLES` as a tidy DataFrame, offsets included."""
        from framing.frames import notes_frame

        return notes_frame(self.items, table)
