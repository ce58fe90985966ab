"""What is watched: the facets of a profile as counts an article, and single terms.

A profile's facet is one number for many articles; to shuffle events between weeks each article's part
in it is needed: how many cases, of how many. A test holds the two against each other.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from framing.comparison.intervals import rate, share
from framing.comparison.sourcing import voice_shares
from framing.model import Annotation, Estimate, Marker
from framing.profiles.facets import NAMING

Counts = tuple[int, int]
"""Cases in one article, and of how many (words, cues, quotations, pairs of marks)."""

FEWEST_USES, FEWEST_ARTICLES = 5, 3
"""A term is watched where an outlet's own voice has it so often, in so many articles, in the two
periods together: what one article repeats is no habit, and what is rarer can show no change."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One number that is watched; `unit` is that of its estimate."""

    name: str
    unit: str
    counts: Callable[[Annotation], Counts]

    def estimate(self, annotations: Sequence[Annotation]) -> Estimate:
        """The number over several articles, with its interval over articles."""
        pairs = [self.counts(a) for a in annotations]
        hits, of = [h for h, _ in pairs], [n for _, n in pairs]
        if self.unit == PER_WORDS:
            return rate(hits, of)
        return share(hits, of, unit=self.unit)


PER_WORDS = "per 1,000 words"


def own_voice(annotation: Annotation) -> Iterable[Marker]:
    """The markers in the outlet's own narration."""
    return (m for m in annotation.markers if m.voice.kind == "outlet" and m.zone != "aside")


def _categories(*wanted: str) -> Callable[[Annotation], Counts]:
    return lambda a: (sum(m.category in wanted for m in own_voice(a)), a.words)


def _voice(voice: str) -> Callable[[Annotation], Counts]:
    def counts(annotation: Annotation) -> Counts:
        rows = voice_shares([annotation])
        return sum(r.words for r in rows if r.voice == voice), sum(r.words for r in rows)

    return counts


def _cues(annotation: Annotation) -> Counts:
    kinds = [q.cue_kind for q in annotation.quotes if q.cue]
    return sum(kind != "neutral" for kind in kinds), len(kinds)


def _unnamed(annotation: Annotation) -> Counts:
    kinds = [q.source_kind for q in annotation.quotes if q.speaker]
    return sum(kind == "unnamed" for kind in kinds), len(kinds)


def _official(annotation: Annotation) -> Counts:
    officials = [q.official for q in annotation.quotes if q.speaker]
    return sum(officials), len(officials)


def _scare(annotation: Annotation) -> Counts:
    functions = [m.function for m in annotation.quotation_marks]
    return sum(f == "scare" for f in functions), len(functions)


MEASURES: tuple[Measure, ...] = (
    Measure("markers in own voice", PER_WORDS, _categories(*NAMING)),
    Measure("hedges", PER_WORDS, _categories("hedge")),
    Measure("boosters", PER_WORDS, _categories("booster")),
    Measure("quoted words", "share of words", _voice("direct")),
    Measure("reported words", "share of words", _voice("indirect")),
    Measure("marked cues", "share of cues", _cues),
    Measure("unnamed sources", "share of quotes", _unnamed),
    Measure("official sources", "share of quotes", _official),
    Measure("scare quotes", "share of marks", _scare),
)


def term_measures(annotations: Sequence[Annotation]) -> list[Measure]:
    """A measure for each term that an outlet's own voice uses often enough, by category and term."""
    uses: Counter[tuple[str, str]] = Counter()
    articles: Counter[tuple[str, str]] = Counter()
    for annotation in annotations:
        found = [(m.category, m.term) for m in own_voice(annotation) if m.pack != "typography"]
        uses.update(found)
        articles.update(set(found))
    return [
        Measure(f"“{term}” ({category})", PER_WORDS, _term(category, term))
        for category, term in sorted(uses)
        if uses[category, term] >= FEWEST_USES and articles[category, term] >= FEWEST_ARTICLES
    ]


def _term(category: str, term: str) -> Callable[[Annotation], Counts]:
    def counts(annotation: Annotation) -> Counts:
        found = sum((m.category, m.term) == (category, term) for m in own_voice(annotation))
        return found, annotation.words

    return counts
