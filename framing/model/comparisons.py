"""One event in several outlets, and one outlet over several events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from framing.model.annotations import Annotation, SourceKind, Voice, VoiceKind
from framing.model.articles import Span
from framing.model.measures import (
    Alternation,
    Collocation,
    Estimate,
    FrameCue,
    FrameUse,
    Readability,
    Reply,
    Turn,
    WordContrast,
)

if TYPE_CHECKING:
    import pandas as pd

Phase = Literal["before", "day", "after", "undated"]
AgencyRole = Literal["acts", "acted on"]
AgencyForm = Literal[
    "active", "active, no agent", "passive", "passive, no agent", "noun", "noun, no agent"
]
ClaimState = Literal["stated", "stated differently", "not found", "not yet knowable"]
DifferenceKind = Literal["numbers", "time", "agent", "modality", "attribution", "naming"]


@dataclass(frozen=True, slots=True)
class Event:
    """Articles on one happening. `cohesion` is their mean cosine similarity, 0 to 1.

    `copies` are the groups of articles that are one text (wire copies): one opinion each.
    """

    id: str
    label: str
    articles: tuple[str, ...]
    phases: tuple[Phase, ...]
    first: date | None = None
    last: date | None = None
    cohesion: float = 0.0
    copies: tuple[tuple[str, ...], ...] = ()


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
class Difference:
    """What one article puts differently in a claim, and both wordings: `here` against `elsewhere`."""

    kind: DifferenceKind
    here: str
    elsewhere: str


@dataclass(frozen=True, slots=True)
class ClaimCell:
    """What became of a claim in one article; `differs` names what is put differently, `details`
    says how. `copy_of` is the article that this one is a copy of (a wire text): one voice, not two.
    """

    article: str
    state: ClaimState
    differs: tuple[str, ...] = ()
    details: tuple[Difference, ...] = ()
    copy_of: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing reported about an event: its passages, and its state in each article."""

    id: str
    label: str
    passages: tuple[Passage, ...]
    cells: tuple[ClaimCell, ...]

    @property
    def told(self) -> int:
        """How many voices state it: articles, copies of one text counted once."""
        return told_by(self.cells)

    @property
    def voices(self) -> int:
        """Of how many, whether they state it or not."""
        return len({cell.copy_of or cell.article for cell in self.cells})


def told_by(cells: Iterable[ClaimCell]) -> int:
    """How many voices state a claim: articles, copies of one text counted once."""
    stated = (cell for cell in cells if cell.state.startswith("stated"))
    return len({cell.copy_of or cell.article for cell in stated})


@dataclass(frozen=True, slots=True)
class Emphasis:
    """What one article gives room and place to.

    `first_mentions` holds (actor, share of the text that comes before its first mention, 0 to 1);
    `pair_order` holds (first side, second side, how often they are named together in that order);
    `claims_told` of the `claims_of` claims of the event that it could know are found in it.
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
class Agency:
    """How often an outlet lets an actor act, or be acted on, in one form and one voice.

    `count` of `of` clauses with this outlet, actor, role and voice have the form; `passages` are
    these clauses, one each. `actor` is None for those whom no actor list knows.
    """

    outlet: str
    actor: str | None
    side: str | None
    role: AgencyRole
    form: AgencyForm
    voice: VoiceKind
    count: int
    of: int
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Introduction:
    """How one article names a person: `first` the name as first written, with its `title` and
    `description` there or None; `titled` of `of` mentions have a title."""

    outlet: str
    article: str
    actor: str
    side: str | None
    first: str
    title: str | None
    description: str | None
    titled: int
    of: int


@dataclass(frozen=True, slots=True)
class SourceShare:
    """What part of an outlet's words, or of its attributed words, one group of sources has.

    `by` is the way of grouping: ``voice`` (`of` is all of the outlet's prose words), or ``side``,
    ``speaker``, ``kind``, ``naming`` (named, unnamed, not given) and ``office`` (official, other),
    where `of` is all of its attributed words: quoted or reported, the same word counted once.
    `quotes` is how many stretches of speech they stand in; None by voice.
    """

    outlet: str
    by: str
    group: str
    words: int
    of: int
    quotes: int | None = None


@dataclass(frozen=True, slots=True)
class VoiceShare:
    """How many of an outlet's own prose words stand in each voice."""

    outlet: str
    voice: VoiceKind
    words: int
    of: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """How the outlets word, weigh and source one event. `blind`: their names have been taken out."""

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
    shares: tuple[SourceShare, ...] = ()
    introductions: tuple[Introduction, ...] = ()
    phrases: tuple[WordContrast, ...] = ()
    alternations: tuple[Alternation, ...] = ()
    collocations: tuple[Collocation, ...] = ()
    readability: tuple[Readability, ...] = ()
    frames: tuple[FrameUse, ...] = ()
    agency: tuple[Agency, ...] = ()
    turns: tuple[Turn, ...] = ()
    replies: tuple[Reply, ...] = ()
    functions: tuple[FrameCue, ...] = ()
    blind: bool = False

    def __repr__(self) -> str:
        """Short, for it holds the texts of the event's articles."""
        return (
            f"Comparison({self.event.label!r}, articles={len(self.annotations)}, "
            f"outlets={len(self.outlets)})"
        )

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
