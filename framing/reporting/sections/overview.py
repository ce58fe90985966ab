"""Over several events: the other events in short, profiles, two outlets event by event."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import combinations

from framing.comparison.intervals import FEWEST_FOR_INTERVAL
from framing.model import UNKNOWN, Comparison, Profile
from framing.profiles.build import profile
from framing.reporting.blocks import (
    Block,
    Bullets,
    Figure,
    Paragraph,
    Section,
    Words,
    quiet,
    strong,
    words,
)
from framing.reporting.figures import profiles_figure, profiles_rows, slope_figure
from framing.reporting.findings import main_findings
from framing.reporting.names import capital, outlets_az
from framing.reporting.sections.columns import MOST
from framing.saying import count, listed

_FEWEST_EVENTS = 5  # with enough cases, on which two outlets can be held against each other


def profiles(
    found: Sequence[Profile], names: dict[str, str], *, printed: bool = False
) -> Section | None:
    """Facets of each outlet beside the others on the same events. `printed`: cut for pages."""
    if not found:
        return None
    shown = _shown(found) if printed else list(found)
    drawn = profiles_rows(shown, names) if printed else (profiles_figure(shown, names),)
    blocks: list[Block] = [Paragraph(words(_INTRO))]
    blocks += drawn if shown else []
    without = _too_few(shown)
    if printed and without:
        blocks.append(Paragraph(words(f"Too few cases in every outlet: {listed(without)}.")))
    notes = _caveats(found, names)
    if notes:
        blocks.append(Bullets(notes))
    return Section("profiles", "Outlet profiles", tuple(blocks))


def _caveats(found: Sequence[Profile], names: dict[str, str]) -> tuple[Words, ...]:
    """Each caveat once, with the outlets it is about unless these are all."""
    told: dict[str, list[str]] = {}
    for p in found:
        for caveat in p.caveats:
            told.setdefault(caveat, []).append(p.outlet)
    return tuple(
        words(
            quiet(
                caveat
                if len(outlets) == len(found)
                else f"{listed([names.get(o, o) for o in outlets_az(outlets, names)])}: {caveat}"
            )
        )
        for caveat, outlets in sorted(told.items(), key=lambda row: len(row[1]) < len(found))
    )


_INTRO = (
    "Separate measures, each beside the other outlets on the same events; they do not add up to "
    "anything. Lines are 95 % intervals over articles; grey without one: too few articles or cases."
)


def _shown(found: Sequence[Profile]) -> list[Profile]:
    """The outlets drawn on paper: of many outlets those with articles enough for an interval."""
    if len(found) <= MOST:
        return list(found)
    return [p for p in found if p.articles >= FEWEST_FOR_INTERVAL]


def _too_few(found: Sequence[Profile]) -> list[str]:
    """The facets for which no outlet has cases enough."""
    names = dict.fromkeys(f.name for p in found for f in p.facets)
    told = {f.name for p in found for f in p.facets if f.estimate.value is not None}
    return [name for name in names if name not in told]


def other_events(comparisons: Sequence[Comparison], names: dict[str, str]) -> Section | None:
    """The events that are not told in full, and one measure of two outlets over all events."""
    blocks: list[Block] = []
    for comparison in comparisons[1:]:
        outlets = listed([names[o] for o in outlets_az(comparison.outlets, names)])
        n = count(len(comparison.annotations), "article")
        head = words(strong(capital(comparison.event.label)), f" – {n}: {outlets}")
        found = main_findings(comparison, names)
        alone = len(comparison.outlets) < 2
        why = "One outlet only: nothing to compare." if alone else "No clear difference."
        blocks.append(Paragraph(head if found else (*head, quiet(f". {why}"))))
        if found:
            blocks.append(Bullets(tuple(words(sentence) for sentence in found)))
    slope = _slope(comparisons, names)
    if slope:
        blocks.append(slope)
    return Section("others", "Other events in these texts", tuple(blocks)) if blocks else None


def _slope(comparisons: Sequence[Comparison], names: dict[str, str]) -> Figure | None:
    """The two outlets that share most events, and the facet for which most events have enough cases."""
    shared = Counter(
        pair for c in comparisons for pair in combinations(sorted(set(c.outlets) - {UNKNOWN}), 2)
    )
    if not shared or max(shared.values()) < _FEWEST_EVENTS:
        return None
    outlets = min(shared, key=lambda pair: (-shared[pair], pair))
    dated = sorted(comparisons, key=lambda c: (c.event.first or date.max, c.event.id))
    events = {c.event.label: profile([c]) for c in dated if set(outlets) <= set(c.outlets)}
    usable: Counter[str] = Counter()
    for found in events.values():
        mine = [p for p in found if p.outlet in outlets]
        for facets in zip(*(p.facets for p in mine), strict=False):
            if len(facets) == 2 and all(f.estimate.value is not None for f in facets):
                usable[facets[0].name] += 1
    facet, n = max(usable.items(), key=lambda item: item[1], default=("", 0))
    return slope_figure(events, facet, outlets, names) if n >= _FEWEST_EVENTS else None
