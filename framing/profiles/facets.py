"""The sides of a profile: each a question with a number, its unit and its direction.

A facet is counted article by article, on matched events only, and shown beside the same number for the
other outlets on these events. There is no sum of facets and no order of outlets.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from framing.comparison.intervals import rate, share
from framing.comparison.sourcing import own_quotes, voice_shares
from framing.model import Annotation, Estimate, Marker

Count = tuple[int, int]
"""What was counted in one article, of how much."""

NAMING = frozenset(("naming-epithet", "naming-ingroup", "event-naming", "evaluative", "distancing"))
PER_WORDS = "per 1,000 words"


@dataclass(frozen=True, slots=True)
class FacetKind:
    """A facet before it is measured; `question` is what a reader asks of it. `unit` says of what the
    cases are: `PER_WORDS` makes a rate, any other a share."""

    name: str
    question: str
    unit: str
    count: Callable[[Annotation], Count]

    def measure(self, counts: Iterable[Count]) -> Estimate:
        """The estimate over articles of which each was counted alone."""
        pairs = list(counts)
        if self.unit == PER_WORDS:
            return rate([n for n, _ in pairs], [n for _, n in pairs])
        return share_over(pairs, unit=self.unit)


def share_over(counts: Iterable[Count], *, unit: str) -> Estimate:
    """A share over articles or events, of which each was counted alone."""
    pairs = list(counts)
    return share([hits for hits, _ in pairs], [of for _, of in pairs], unit=unit)


def own_voice(annotation: Annotation) -> Iterable[Marker]:
    """The markers in the outlet's own narration."""
    return (m for m in annotation.markers if m.voice.kind == "outlet" and m.zone != "aside")


def own_markers(annotation: Annotation) -> Count:
    """Markers of naming, evaluation and distance in the outlet's own voice."""
    return sum(m.category in NAMING for m in own_voice(annotation)), annotation.words


def hedges(annotation: Annotation) -> Count:
    """Hedges in the outlet's own voice."""
    return sum(m.category == "hedge" for m in own_voice(annotation)), annotation.words


def boosters(annotation: Annotation) -> Count:
    """Boosters in the outlet's own voice."""
    return sum(m.category == "booster" for m in own_voice(annotation)), annotation.words


def quoted_words(annotation: Annotation) -> Count:
    """Prose words that are direct quotation."""
    return _voice(annotation, "direct")


def reported_words(annotation: Annotation) -> Count:
    """Prose words that are reported speech in the outlet's wording."""
    return _voice(annotation, "indirect")


def marked_cues(annotation: Annotation) -> Count:
    """Quotes whose cue is not neutral ("claimed", "stressed" and not "said")."""
    cues = [q.cue_kind for q in own_quotes(annotation) if q.cue]
    return sum(kind != "neutral" for kind in cues), len(cues)


def unnamed_sources(annotation: Annotation) -> Count:
    """Quotes with a speaker who is not named."""
    kinds = [q.source_kind for q in own_quotes(annotation) if q.speaker]
    return kinds.count("unnamed"), len(kinds)


def official_sources(annotation: Annotation) -> Count:
    """Quotes whose speaker is a state, a public body or an office holder."""
    official = [q.official for q in own_quotes(annotation) if q.speaker]
    return sum(official), len(official)


def scare_quotes(annotation: Annotation) -> Count:
    """Pairs of quotation marks that keep a distance and quote no speech."""
    functions = [m.function for m in annotation.quotation_marks]
    return functions.count("scare"), len(functions)


FACETS: tuple[FacetKind, ...] = (
    FacetKind(
        "markers in own voice", "How often does it mark its own narration?", PER_WORDS, own_markers
    ),
    FacetKind("hedges", "How often does it qualify its own narration?", PER_WORDS, hedges),
    FacetKind("boosters", "How often does it underline its own narration?", PER_WORDS, boosters),
    FacetKind(
        "quoted words", "How much of its text is quoted word for word?", "share of words",
        quoted_words,
    ),
    FacetKind(
        "reported words", "How much of its text reports others in its words?", "share of words",
        reported_words,
    ),
    FacetKind("marked cues", "How often does it say more than “said”?", "share of cues", marked_cues),
    FacetKind(
        "unnamed sources", "How often is the speaker not named?", "share of quotes",
        unnamed_sources,
    ),
    FacetKind(
        "official sources", "How often does the state speak?", "share of quotes", official_sources
    ),
    FacetKind("scare quotes", "How often do marks keep a distance?", "share of marks", scare_quotes),
)  # fmt: skip


def _voice(annotation: Annotation, voice: str) -> Count:
    rows = voice_shares([annotation])
    return sum(row.words for row in rows if row.voice == voice), sum(row.words for row in rows)
