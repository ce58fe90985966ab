"""What is watched: the facets of a profile, and single terms.

A profile's facet is one number for many articles; to shuffle events between weeks each article's part
in it is needed, which is what a facet counts.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from framing.model import Annotation, Estimate
from framing.profiles.facets import PER_WORDS, Count, FacetKind, own_voice

FEWEST_USES, FEWEST_ARTICLES = 5, 3
"""A term is watched where an outlet's own voice has it so often, in so many articles, in the two
periods together: what one article repeats is no habit, and what is rarer can show no change."""


def estimate(kind: FacetKind, annotations: Iterable[Annotation]) -> Estimate:
    """What `kind` counts over several articles, with its interval over articles."""
    return kind.measure(kind.count(annotation) for annotation in annotations)


def term_measures(annotations: Sequence[Annotation]) -> list[FacetKind]:
    """A facet for each term that an outlet's own voice uses often enough, by category and term."""
    uses: Counter[tuple[str, str]] = Counter()
    articles: Counter[tuple[str, str]] = Counter()
    for annotation in annotations:
        found = [(m.category, m.term) for m in own_voice(annotation) if m.pack != "typography"]
        uses.update(found)
        articles.update(set(found))
    return [
        FacetKind(
            f"“{term}” ({category})",
            "How often does its own narration use it?",
            PER_WORDS,
            _term(category, term),
        )
        for category, term in sorted(uses)
        if uses[category, term] >= FEWEST_USES and articles[category, term] >= FEWEST_ARTICLES
    ]


def _term(category: str, term: str) -> Callable[[Annotation], Count]:
    def count(annotation: Annotation) -> Count:
        found = sum((m.category, m.term) == (category, term) for m in own_voice(annotation))
        return found, annotation.words

    return count
