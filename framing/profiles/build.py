"""Profiles from comparisons: one outlet, matched events, separate facets."""

from collections.abc import Sequence
from dataclasses import dataclass

from framing.comparison.copies import once_each
from framing.comparison.intervals import FEWEST_FOR_INTERVAL
from framing.model import UNKNOWN, Annotation, Comparison, Facet, Profile
from framing.profiles.coverage import coverage
from framing.profiles.facets import FACETS, Count

FEWEST_ARTICLES = 5
"""Below this a profile says so first: the articles may be anything but typical. Below
`FEWEST_FOR_INTERVAL` a facet has no interval either, only what was counted in these articles."""


def profile(comparisons: Sequence[Comparison]) -> list[Profile]:
    """One profile for each outlet that shares an event with another, outlets A-Z.

    Only events with two outlets or more count: on the others there is nothing to hold an outlet
    against. An article in no shared event is in no profile, and of the copies of one agency text an
    outlet's profile holds one.
    """
    shared = [c for c in comparisons if len(set(c.outlets) - {UNKNOWN}) > 1]
    articles = [_Counted.of(a, c) for c in shared for a in once_each(c.annotations, c.event.copies)]
    outlets = sorted({outlet for c in shared for outlet in c.outlets} - {UNKNOWN})
    return [_profile(o, [c for c in shared if o in c.outlets], articles) for o in outlets]


@dataclass(frozen=True, slots=True)
class _Counted:
    """One article with what each facet counts in it: counted once, however many profiles it is in."""

    annotation: Annotation
    event: str
    counts: tuple[Count, ...]

    @classmethod
    def of(cls, annotation: Annotation, comparison: Comparison) -> "_Counted":
        return cls(annotation, comparison.event.id, tuple(k.count(annotation) for k in FACETS))

    @property
    def outlet(self) -> str:
        return self.annotation.article.outlet.outlet


def _profile(
    outlet: str, comparisons: Sequence[Comparison], articles: Sequence[_Counted]
) -> Profile:
    events = {c.event.id for c in comparisons}
    mine = [a for a in articles if a.outlet == outlet]
    others = [a for a in articles if a.outlet != outlet and a.event in events]
    days = [a.annotation.article.published for a in mine if a.annotation.article.published]
    return Profile(
        outlet=outlet,
        events=tuple(c.event.id for c in comparisons),
        articles=len(mine),
        words=sum(a.annotation.words for a in mine),
        first=min(days, default=None),
        last=max(days, default=None),
        facets=(
            *(
                Facet(
                    kind.name,
                    kind.question,
                    kind.measure(a.counts[k] for a in mine),
                    kind.measure(a.counts[k] for a in others),
                )
                for k, kind in enumerate(FACETS)
            ),
            coverage(outlet, comparisons),
        ),
        caveats=_caveats([a.annotation for a in mine], comparisons),
    )


def _caveats(mine: Sequence[Annotation], comparisons: Sequence[Comparison]) -> tuple[str, ...]:
    found = []
    if len(mine) < FEWEST_ARTICLES:
        few = f"Too few articles ({len(mine)}, fewer than {FEWEST_ARTICLES}) to say what is typical"
        if len(mine) < FEWEST_FOR_INTERVAL:
            few += f"; fewer than {FEWEST_FOR_INTERVAL} give no interval"
        found.append(f"{few}.")
    ids = {a.article.id for a in mine}
    copied = {article for c in comparisons for group in c.event.copies for article in group} & ids
    if copied:
        told = "article is" if len(copied) == 1 else "articles are"
        found.append(f"{len(copied)} {told} printed elsewhere too (agency copy).")
    if len(comparisons) == 1:
        found.append("One event only: another event may look different.")
    return tuple(found)
