"""One event in several outlets, and one outlet over several events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from framing.model.annotations import Annotation, SourceKind, Voice, VoiceKind
from framing.model.articles import Span

if TYPE_CHECKING:
    import pandas as pd

Phase = Literal["before", "day", "after", "undated"]
ClaimState = Literal["stated", "stated differently", "not found", "not yet knowable"]


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
    kind: SourceKind | None
    official: bool
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
