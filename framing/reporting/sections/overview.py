"""Over several events: the other events in short, profiles, two outlets event by event."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import combinations

from framing.model import UNKNOWN, Comparison, Profile
from framing.profiles.build import profile
from framing.reporting.blocks import (
    Block,
    Bullets,
    Figure,
    Paragraph,
    Section,
    quiet,
    strong,
    words,
)
from framing.reporting.figures import profiles_figure, profiles_rows, slope_figure
from framing.reporting.findings import main_findings
from framing.reporting.names import capital, count, listed

_FEWEST_EVENTS = 3  # events on which two outlets can be held against each other with enough cases


def profiles(
    found: Sequence[Profile], names: dict[str, str], *, printed: bool = False
) -> Section | None:
    """Facets of each outlet beside the others on the same events. `printed`: cut for pages."""
    if not found:
        return None
    drawn = list(profiles_rows(found, names)) if printed else [profiles_figure(found, names)]
    blocks: list[Block] = [
        Paragraph(
            words(
                "Separate measures, each beside the other outlets on the same events; they do not add "
                "up to anything. Lines are 95 % intervals; grey means too few cases to say."
            )
        ),
        *drawn,
    ]
    few = _too_few(found)
    if printed and few:
        blocks.append(Paragraph(words(f"Too few cases in every outlet: {listed(few)}.")))
    told: dict[str, list[str]] = {}
    for p in found:
        for caveat in p.caveats:
            told.setdefault(caveat, []).append(names.get(p.outlet, p.outlet))
    notes = [
        part
        for caveat, outlets in told.items()
        for part in (strong(listed(outlets)), quiet(f": {caveat} "))
    ]
    if notes:
        blocks.append(Paragraph(words(*notes)))
    return Section("profiles", "Outlet profiles", tuple(blocks))


def _too_few(found: Sequence[Profile]) -> list[str]:
    """The facets for which no outlet has cases enough."""
    names = dict.fromkeys(f.name for p in found for f in p.facets)
    told = {f.name for p in found for f in p.facets if f.estimate.value is not None}
    return [name for name in names if name not in told]


def other_events(comparisons: Sequence[Comparison], names: dict[str, str]) -> Section | None:
    """The events that are not told in full, and one measure of two outlets over all events."""
    blocks: list[Block] = []
    for comparison in comparisons[1:]:
        outlets = listed(sorted(names[o] for o in comparison.outlets))
        n = count(len(comparison.annotations), "article")
        head = words(strong(capital(comparison.event.label)), f" – {n}: {outlets}")
        found = main_findings(comparison, names)
        blocks.append(Paragraph(head if found else (*head, quiet(". No clear difference."))))
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
