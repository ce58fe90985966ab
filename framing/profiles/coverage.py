"""How much of what is told about shared events an outlet tells: a facet of its own."""

from collections.abc import Sequence

from framing.model import Comparison, Facet
from framing.profiles.facets import share_over

NAME = "coverage"
_QUESTION = "How many of the claims about these events does it tell?"
_UNIT = "share of claims"


def coverage(outlet: str, comparisons: Sequence[Comparison]) -> Facet:
    """The claims of each event that an article of `outlet` states, of those it could know, beside the
    same for each other outlet on the event. The cases of the interval are what one outlet told of one
    event; below three there is none."""
    mine = [_told(c, outlet) for c in comparisons]
    others = [_told(c, o) for c in comparisons for o in c.outlets if o != outlet]
    return Facet(NAME, _QUESTION, share_over(mine, unit=_UNIT), share_over(others, unit=_UNIT))


def _told(comparison: Comparison, outlet: str) -> tuple[int, int]:
    """Claims that an article of `outlet` states, of those that one was not too old for."""
    ids = {a.article.id for a in comparison.annotations if a.article.outlet.outlet == outlet}
    told = known = 0
    for claim in comparison.claims:
        states = {cell.state for cell in claim.cells if cell.article in ids}
        told += bool(states & {"stated", "stated differently"})
        known += bool(states - {"not yet knowable"})
    return told, known
