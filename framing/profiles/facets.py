"""The sides of a profile: each a question with a number, its unit and its direction.

A facet is computed from the annotations of matched events only and shown beside the same number for
the other outlets on these events. There is no sum of facets and no order of outlets.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from framing.comparison.intervals import rate, share
from framing.comparison.sourcing import voice_shares
from framing.model import Annotation, Estimate

Measure = Callable[[Sequence[Annotation]], Estimate]

NAMING = frozenset(("naming-epithet", "naming-ingroup", "event-naming", "evaluative", "distancing"))


@dataclass(frozen=True, slots=True)
class FacetKind:
    """A facet before it is measured; `question` is what a reader asks of it."""

    name: str
    question: str
    measure: Measure


def own_markers(annotations: Sequence[Annotation]) -> Estimate:
    """Markers of naming, evaluation and distance in the outlet's own voice, per 1,000 words."""
    return rate(
        [
            sum(
                m.voice.kind == "outlet" and m.category in NAMING and m.zone != "aside"
                for m in a.markers
            )
            for a in annotations
        ],
        [a.words for a in annotations],
    )


def hedges(annotations: Sequence[Annotation]) -> Estimate:
    """Hedges in the outlet's own voice, per 1,000 words."""
    return _category_rate(annotations, "hedge")


def boosters(annotations: Sequence[Annotation]) -> Estimate:
    """Boosters in the outlet's own voice, per 1,000 words."""
    return _category_rate(annotations, "booster")


def quoted_words(annotations: Sequence[Annotation]) -> Estimate:
    """Share of the prose words that are direct quotation."""
    return _voice_share(annotations, "direct")


def reported_words(annotations: Sequence[Annotation]) -> Estimate:
    """Share of the prose words that are reported speech in the outlet's wording."""
    return _voice_share(annotations, "indirect")


def marked_cues(annotations: Sequence[Annotation]) -> Estimate:
    """Share of quotes whose cue is not neutral ("claimed", "stressed" and not "said")."""
    cues = [q.cue_kind for a in annotations for q in a.quotes if q.cue]
    return share(sum(kind != "neutral" for kind in cues), len(cues), unit="share of cues")


def unnamed_sources(annotations: Sequence[Annotation]) -> Estimate:
    """Share of quotes with a speaker whose speaker is not named."""
    kinds = [q.source_kind for a in annotations for q in a.quotes if q.speaker]
    return share(sum(kind == "unnamed" for kind in kinds), len(kinds), unit="share of quotes")


def official_sources(annotations: Sequence[Annotation]) -> Estimate:
    """Share of quotes with a speaker whose speaker is a state, a public body or an office holder."""
    official = [q.official for a in annotations for q in a.quotes if q.speaker]
    return share(sum(official), len(official), unit="share of quotes")


def scare_quotes(annotations: Sequence[Annotation]) -> Estimate:
    """Share of the pairs of quotation marks that keep a distance and quote no speech."""
    functions = [m.function for a in annotations for m in a.quotation_marks]
    return share(sum(f == "scare" for f in functions), len(functions), unit="share of marks")


FACETS: tuple[FacetKind, ...] = (
    FacetKind("markers in own voice", "How often does it mark its own narration?", own_markers),
    FacetKind("hedges", "How often does it qualify its own narration?", hedges),
    FacetKind("boosters", "How often does it underline its own narration?", boosters),
    FacetKind("quoted words", "How much of its text is quoted word for word?", quoted_words),
    FacetKind(
        "reported words", "How much of its text reports others in its words?", reported_words
    ),
    FacetKind("marked cues", "How often does it say more than “said”?", marked_cues),
    FacetKind("unnamed sources", "How often is the speaker not named?", unnamed_sources),
    FacetKind("official sources", "How often does the state speak?", official_sources),
    FacetKind("scare quotes", "How often do marks keep a distance?", scare_quotes),
)


def _category_rate(annotations: Sequence[Annotation], category: str) -> Estimate:
    return rate(
        [
            sum(
                m.category == category and m.voice.kind == "outlet" and m.zone != "aside"
                for m in a.markers
            )
            for a in annotations
        ],
        [a.words for a in annotations],
    )


def _voice_share(annotations: Sequence[Annotation], voice: str) -> Estimate:
    rows = voice_shares(annotations)
    return share(
        sum(row.words for row in rows if row.voice == voice),
        sum(row.words for row in rows),
        unit="share of words",
    )
