"""How much of what is told about shared events an outlet tells: a facet of its own."""

from collections.abc import Sequence

from framing.comparison.intervals import share
from framing.model import Comparison, Estimate, Facet

NAME = "coverage"
_QUESTION = "How many of the claims about these events does it tell?"
_UNIT = "share of claims"


def coverage(outlet: str, comparisons: Sequence[Comparison]) -> Facet:
    """The claims of each event that an article of `outlet` states, of those it could know, beside the
    same for each other outlet on the event. An event is one case of the interval."""
    mine = [_told(c, outlet) for c in comparisons]
    others = [_told(c, o) for c in comparisons for o in c.outlets if o != outlet]
    return Facet(NAME, _QUESTION, _estimate(mine), _estimate(others))


def _estimate(counts: Sequence[tuple[int, int]]) -> Estimate:
    return share([n for n, _ in counts], [n for _, n in counts], unit=_UNIT)


def _told(comparison: Comparison, outlet: str) -> tuple[int, int]:
    """Claims that an article of `outlet` states, of those that one was not too old for."""
    ids = {a.article.id for a in comparison.annotations if a.article.outlet.outlet == outlet}
    told = known = 0
    for claim in comparison.claims:
        states = {cell.state for cell in claim.cells if cell.article in ids}
        told += bool(states & {"stated", "stated differently"})
        known += bool(states - {"not yet knowable"})
    return told, known
