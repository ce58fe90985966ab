"""Profiles from comparisons: one outlet, matched events, separate facets."""

from collections.abc import Sequence

from framing.model import UNKNOWN, Annotation, Comparison, Facet, Profile
from framing.profiles.facets import FACETS

FEWEST_ARTICLES = 5
"""Below this a profile says so first: the articles may be anything but typical."""


def profile(comparisons: Sequence[Comparison]) -> list[Profile]:
    """One profile for each outlet that shares an event with another, outlets A-Z.

    Only events with two outlets or more count: on the others there is nothing to hold an outlet
    against. An article in no shared event is in no profile.
    """
    shared = [c for c in comparisons if len(set(c.outlets) - {UNKNOWN}) > 1]
    outlets = sorted({outlet for c in shared for outlet in c.outlets} - {UNKNOWN})
    return [_profile(outlet, [c for c in shared if outlet in c.outlets]) for outlet in outlets]


def _profile(outlet: str, comparisons: Sequence[Comparison]) -> Profile:
    mine, others = _annotations(outlet, comparisons)
    days = [a.article.published for a in mine if a.article.published]
    return Profile(
        outlet=outlet,
        events=tuple(c.event.id for c in comparisons),
        articles=len(mine),
        words=sum(a.words for a in mine),
        first=min(days, default=None),
        last=max(days, default=None),
        facets=tuple(
            Facet(kind.name, kind.question, kind.measure(mine), kind.measure(others))
            for kind in FACETS
        ),
        caveats=_caveats(mine, comparisons),
    )


def _annotations(
    outlet: str, comparisons: Sequence[Comparison]
) -> tuple[list[Annotation], list[Annotation]]:
    everything = [a for c in comparisons for a in c.annotations]
    mine = [a for a in everything if a.article.outlet.outlet == outlet]
    return mine, [a for a in everything if a.article.outlet.outlet != outlet]


def _caveats(mine: Sequence[Annotation], comparisons: Sequence[Comparison]) -> tuple[str, ...]:
    found = []
    if len(mine) < FEWEST_ARTICLES:
        found.append(
            f"Too few articles ({len(mine)}, fewer than {FEWEST_ARTICLES}) to say what is typical."
        )
    if len(comparisons) == 1:
        found.append("One event only: another event may look different.")
    return tuple(found)
