"""The tab Profiles: facets of each outlet over the events it shares with others."""

from collections.abc import Sequence

from framing.model import Annotation, Comparison, Estimate, Facet, Profile
from framing.reporting import sections
from framing.reporting.blocks import Block, Column, Paragraph, Table, Words, quiet, strong, words
from framing.reporting.names import capital
from framing.reporting.page.evidence import facet_places
from framing.reporting.page.tabs.desk import Desk


def profiles_blocks(
    profiles: Sequence[Profile], comparisons: Sequence[Comparison], desk: Desk
) -> tuple[Block, ...]:
    """The chart of the printed report, and under it the same numbers as a table with their lines."""
    section = sections.profiles(profiles, dict(desk.names))
    if section is None:
        text = "A profile needs an event that two outlets report: there is none here."
        return (Paragraph(words(text)),)
    return (*section.blocks, _table(profiles, comparisons, desk))


def _table(profiles: Sequence[Profile], comparisons: Sequence[Comparison], desk: Desk) -> Table:
    by_outlet = {p.outlet: {f.name: f for f in p.facets} for p in profiles}
    facets = [f for p in profiles[:1] for f in p.facets]
    rows = []
    for facet in facets:
        cells = [
            _cell(by_outlet[p.outlet][facet.name], p, comparisons, desk)
            if facet.name in by_outlet[p.outlet]
            else words("–")
            for p in profiles
        ]
        name = words(strong(capital(facet.name)), quiet(f"\n{facet.question}"))
        rows.append((name, *cells))
    columns = (
        Column(f"{desk.names.get(p.outlet, p.outlet)} ({p.articles})", width=1.6) for p in profiles
    )
    return Table(
        "The same numbers as a table",
        (Column("Facet", width=2), *columns),
        tuple(rows),
        "Behind each outlet’s name: its articles on shared events. In brackets: 95 % interval. Others: "
        "the other outlets on the same events.",
    )


def _cell(facet: Facet, profile: Profile, comparisons: Sequence[Comparison], desk: Desk) -> Words:
    places = facet_places(facet.name, _articles(profile, comparisons), desk.voices)
    name = desk.names.get(profile.outlet, profile.outlet)
    lines = desk.book.add(f"{name}: {facet.name}", places)
    value = strong(_value(facet.estimate))
    if lines and facet.estimate.value is not None:
        value = type(value)(value.text, value.kind, lines)
    interval = _interval(facet.estimate)
    others = f"\nothers {_value(facet.reference)}"
    return words(value, quiet(f" {interval}" if interval else ""), quiet(others))


def _articles(profile: Profile, comparisons: Sequence[Comparison]) -> list[Annotation]:
    return [
        a
        for c in comparisons
        if c.event.id in profile.events
        for a in c.annotations
        if a.article.outlet.outlet == profile.outlet
    ]


def _value(estimate: Estimate) -> str:
    """A share as "9 of 13", a rate with its unit, or that there are too few cases."""
    if estimate.value is None:
        return f"too few (n = {estimate.n:,})"
    if estimate.unit.startswith("share"):
        return f"{round(estimate.value * estimate.n):,} of {estimate.n:,}"
    return f"{estimate.value:.1f} {estimate.unit}"


def _interval(estimate: Estimate) -> str:
    if estimate.value is None:
        return ""
    if estimate.low is None or estimate.high is None:
        return "(too few for an interval)"
    if estimate.unit.startswith("share"):
        return f"({100 * estimate.low:.0f} to {100 * estimate.high:.0f} %)"
    return f"({estimate.low:.1f} to {estimate.high:.1f})"
