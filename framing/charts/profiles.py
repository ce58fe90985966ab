"""Outlet profiles: a panel for each facet; and one facet of two outlets, event by event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from framing.charts import page
from framing.charts.style import BLUE, BOLD, GREY, INK, RULE, SMALL, Sign, keys, style
from framing.model import Estimate, Facet, Profile

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

OWN = Sign("the outlet, with its 95 % interval", BLUE, "o")
OTHERS = Sign("the other outlets on the same events", INK, "D", "clear")
APART = Sign("the two intervals lie apart", BLUE, "o")
OVERLAP = Sign("the two intervals overlap", GREY, "o", "open")
_OUTLETS = (0.65, 2.2)  # inches for the outlets at the left, fewest and most
_VALUES = 0.95  # inches for value and n at the right of each panel
_NARROW = 1.2  # inches of outlets' names beside which three panels have room, not two
_LEAST_SHARE, _LEAST_RATE = 0.05, 1.0  # ends of a scale where all values are near zero
_FOOT = 0.36  # inches under a panel
_N = "n: articles; “18 % of 1,240”: of the words, cues, quotes or marks that the unit names."
_NOTHING = "No outlet shares an event with another, so there is nothing to hold it against."
_SLOPE = (1.1, 3.1)  # inches for values at the left, for values and events at the right
_NO_SLOPE = "On no event do both outlets have enough cases."


@dataclass(frozen=True, slots=True)
class _Pair:
    """One event's label and the estimates of the two outlets."""

    event: str
    left: Estimate
    right: Estimate

    @property
    def apart(self) -> bool:
        """Whether the two intervals have no value in common."""
        return _lies_above(self.left, self.right) or _lies_above(self.right, self.left)


def plot_profiles(
    profiles: Sequence[Profile],
    *,
    facets: Sequence[str] | None = None,
    bare: bool = False,
    fig: Figure | None = None,
    names: Mapping[str, str] | None = None,
) -> Figure:
    """Draw a panel for each facet, the outlets A-Z in each: value, interval, others' value, n.

    A facet that rests on too few cases says so in grey. Every panel has its own scale, from 0, and
    its unit under its question; there is no sum and no order by value. `facets` names those to show
    (None: all): with more than six outlets an A4 page has room for four of them. `bare`: without
    title, key and note, for one of several figures under one title.
    """
    with style():
        head = page.Head(_title(profiles), tuple(keys([OWN, OTHERS])))
        chosen = _chosen(profiles, facets)
        if not chosen:
            return page.figure_of(page.say_nothing(head, _NOTHING, fig=fig))
        shown = {**{p.outlet: p.outlet for p in profiles}, **(names or {})}
        order = page.in_order([p.outlet for p in profiles], shown)
        by_outlet = {outlet: p for outlet in order for p in profiles if p.outlet == outlet}
        if bare:
            head = page.Head("")
        return _draw(by_outlet, chosen, names=shown, head=head, fig=fig)


def alt_profiles(
    profiles: Sequence[Profile],
    *,
    facets: Sequence[str] | None = None,
    names: Mapping[str, str] | None = None,
) -> str:
    """Say every outlet's value of each facet shown, with what it rests on."""
    shown = {**{p.outlet: p.outlet for p in profiles}, **(names or {})}
    order = page.in_order([p.outlet for p in profiles], shown)
    told = []
    for name in _chosen(profiles, facets):
        values = ", ".join(
            f"{shown[p.outlet]} {say(f.estimate)}"
            for outlet in order
            for p in profiles
            for f in p.facets
            if p.outlet == outlet and f.name == name
        )
        told.append(f"{name}: {values}")
    return f"{_title(profiles)}. {'; '.join(told) or _NOTHING.rstrip('.')}."


def say(estimate: Estimate) -> str:
    """Say a number with what it rests on: "18 % of 1,240", "4.2 (n = 9)", "too few (n = 1)"."""
    if estimate.value is None:
        return f"too few (n = {estimate.n:,})"
    if _is_share(estimate):
        return f"{estimate.value:.0%} of {estimate.n:,}".replace("%", " %")
    return f"{estimate.value:.1f} (n = {estimate.n:,})"


def plot_slope(
    events: Mapping[str, Sequence[Profile]],
    facet: str,
    *,
    outlets: tuple[str, str],
    ax: Axes | None = None,
    names: Mapping[str, str] | None = None,
) -> Axes:
    """One facet of two outlets, a line an event from one outlet's value to the other's.

    `events` is an event's label with the profiles of that event alone (``profile([comparison])``),
    in the order of their dates. Left and right are A-Z. Filled and blue where the two intervals lie
    apart. Events with too few cases are counted below.
    """
    with style():
        shown = {outlet: (names or {}).get(outlet, outlet) for outlet in outlets}
        left, right = page.in_order(outlets, shown)
        pairs = _pairs(events, facet, outlets=(left, right))
        title = f"{facet.capitalize()}: {page.count(len(pairs), 'event')}, 2 outlets"
        if not pairs:
            return page.say_nothing(page.Head(title), _NO_SLOPE, ax=ax)
        found = {pair.apart for pair in pairs}
        signs = [sign for sign, apart in ((APART, True), (OVERLAP, False)) if apart in found]
        head = page.Head(title, tuple(keys(signs)))
        note = _too_few(len(events) - len(pairs))
        return _draw_slope(pairs, (shown[left], shown[right]), head=head, note=note, ax=ax)


def alt_slope(
    events: Mapping[str, Sequence[Profile]],
    facet: str,
    *,
    outlets: tuple[str, str],
    names: Mapping[str, str] | None = None,
) -> str:
    """Say on how many events the two intervals lie apart, and where the value is higher."""
    shown = {outlet: (names or {}).get(outlet, outlet) for outlet in outlets}
    left, right = page.in_order(outlets, shown)
    pairs = _pairs(events, facet, outlets=(left, right))
    higher = {left: 0, right: 0}
    for pair in pairs:
        if pair.apart:
            higher[left if _lies_above(pair.left, pair.right) else right] += 1
    return (
        f"{facet.capitalize()}: {page.count(len(pairs), 'event')}, 2 outlets. The two intervals lie "
        f"apart with the higher value in {shown[left]} on {page.count(higher[left], 'event')}, in "
        f"{shown[right]} on {page.count(higher[right], 'event')}; on the others they overlap."
    )


def _title(profiles: Sequence[Profile]) -> str:
    articles = page.count(sum(p.articles for p in profiles), "article")
    events = page.count(len({event for p in profiles for event in p.events}), "event")
    return f"Profiles: {page.count(len(profiles), 'outlet')}, {articles}, {events}"


def _is_share(estimate: Estimate) -> bool:
    return estimate.unit.startswith("share")


def _chosen(profiles: Sequence[Profile], facets: Sequence[str] | None) -> list[str]:
    """Choose the facets to show, in the order of the profiles."""
    known = list(dict.fromkeys(f.name for p in profiles for f in p.facets))
    for facet in facets or ():
        page.chosen(facet, known, name="facet")
    return [name for name in known if facets is None or name in facets]


def _draw(
    profiles: Mapping[str, Profile],
    facets: Sequence[str],
    *,
    names: Mapping[str, str],
    head: page.Head,
    fig: Figure | None,
) -> Figure:
    labels = _labels([names[o] for o in profiles])
    across = _across(labels)
    wide = (page.WIDTH - labels - page.MARGIN) / across
    rows = []
    for outlet in profiles:
        label = page.wrap(names[outlet], labels - page.MARGIN - 0.1)
        rows.append(page.Row(label, page.height(label) + 0.2))
    high = page.LINE * page.lines_of(rows)
    found = [_found(profiles, name) for name in facets]
    titles = [page.wrap(_any(f).question, wide - 0.15, font=BOLD) for f in found]
    units = [_unit(_any(facet), wide - 0.15) for facet in found]
    told = [f"{t}\n{u}" for t, u in zip(titles, units, strict=True)]
    tops, total = _tops(told, high, head=head, across=across)
    figure = fig if fig is not None else page.new_figure(total)
    if head.title:
        page.put_figure_head(figure, head)
        page.put_figure_note(figure, _N)
    for number, (facet, title, unit) in enumerate(zip(found, titles, units, strict=True)):
        box = labels + number % across * wide, tops[number // across], wide - _VALUES - 0.12, high
        ax = page.panel(figure, box, page_high=total)
        nameless = [page.Row("", row.lines) for row in rows]
        middles = page.name_rows(ax, nameless if number % across else rows, indent=0)
        _draw_facet(ax, [facet.get(outlet) for outlet in profiles], middles)
        _put_title(ax, title, unit)
    return figure


def panels_across(profiles: Sequence[Profile], names: Mapping[str, str] | None = None) -> int:
    """How many panels of `plot_profiles` stand side by side."""
    return _across(_labels([(names or {}).get(p.outlet, p.outlet) for p in profiles]))


def _labels(names: Sequence[str]) -> float:
    """Inches for the names of the outlets."""
    return max(_OUTLETS[0], min(_OUTLETS[1], max(map(page.measure, names)) + 0.2))


def _across(labels: float) -> int:
    return 3 if labels <= _NARROW else 2


def _unit(facet: Facet, width: float) -> str:
    return page.wrap(f"{facet.name}, {facet.estimate.unit}", width, font=SMALL)


def _tops(
    titles: Sequence[str], high: float, *, head: page.Head, across: int
) -> tuple[list[float], float]:
    """Where each line of panels begins under its titles, and the whole, in inches."""
    tops, start = [], head.height() if head.title else 0.0
    for number in range(0, len(titles), across):
        start += 0.14 * max(map(page.height, titles[number : number + across])) + 0.08
        tops.append(start)
        start += high + _FOOT
    return tops, start + (0.12 if head.title else -0.1)


def _found(profiles: Mapping[str, Profile], name: str) -> dict[str, Facet]:
    return {outlet: f for outlet, p in profiles.items() for f in p.facets if f.name == name}


def _any(facets: Mapping[str, Facet]) -> Facet:
    return next(iter(facets.values()))


def _put_title(ax: Axes, title: str, unit: str) -> None:
    """A facet's question and, under it, its name and unit."""
    ax.set_title(title, loc="left", size=BOLD[0], pad=4 + 11 * page.height(unit), linespacing=1.1)
    above: dict[str, Any] = {"xytext": (0, 4), "textcoords": "offset points"}
    ax.annotate(unit, (0, 1), xycoords="axes fraction", color=GREY, size=SMALL[0], **above)


def _draw_facet(ax: Axes, facets: Sequence[Facet | None], rows: Sequence[float]) -> None:
    ax.hlines(rows, 0, 1, transform=ax.get_yaxis_transform(), color=RULE, linewidth=0.5, zorder=0)
    for facet, y in zip(facets, rows, strict=True):
        if facet is None:
            continue
        colour = INK if facet.estimate.value is not None else GREY
        page.beside(ax, say(facet.estimate), at=(1, y), inches=0.08, color=colour, size=SMALL[0])
        if facet.estimate.low is not None and facet.estimate.high is not None:
            ends = [facet.estimate.low, facet.estimate.high]
            ax.plot(ends, [y, y], color=OWN.colour, linewidth=1.2, zorder=2)
        if facet.estimate.value is not None:
            ax.plot([facet.estimate.value], [y], **OWN.dots(), zorder=3, clip_on=False)
        if facet.reference.value is not None:
            ax.plot([facet.reference.value], [y], **OTHERS.dots(4.5), zorder=4, clip_on=False)
    shares = any(facet is not None and _is_share(facet.estimate) for facet in facets)
    least = _LEAST_SHARE if shares else _LEAST_RATE
    ax.set_xlim(0, max(ax.get_xlim()[1], least))
    ax.locator_params(axis="x", nbins=max(2, int(page.ax_width(ax) / 0.42)), steps=[1, 2, 5, 10])
    if shares:
        ax.xaxis.set_major_formatter(lambda x, _: f"{100 * x:.0f} %")


def _pairs(
    events: Mapping[str, Sequence[Profile]], facet: str, *, outlets: tuple[str, str]
) -> list[_Pair]:
    known = list(dict.fromkeys(f.name for ps in events.values() for p in ps for f in p.facets))
    page.chosen(facet, known, name="facet")
    pairs = []
    for label, profiles in events.items():
        found = [
            f.estimate
            for outlet in outlets
            for p in profiles
            for f in p.facets
            if p.outlet == outlet and f.name == facet and f.estimate.value is not None
        ]
        if len(found) == 2:
            pairs.append(_Pair(label, *found))
    return pairs


def _value(estimate: Estimate) -> float:
    assert estimate.value is not None  # `_pairs` keeps no other
    return estimate.value


def _lies_above(one: Estimate, other: Estimate) -> bool:
    return one.low is not None and other.high is not None and one.low > other.high


def _too_few(number: int) -> str:
    return f"{page.count(number, 'more event')} with too few cases." if number else ""


def _draw_slope(
    pairs: Sequence[_Pair],
    outlets: tuple[str, str],
    *,
    head: page.Head,
    note: str,
    ax: Axes | None,
) -> Axes:
    names = [page.wrap(name, 2.0, font=BOLD) for name in outlets]
    labels = [page.wrap(f"{say(p.right)}: {p.event}", _SLOPE[1] - 0.4, lines=3) for p in pairs]
    foot = 0.25 + 0.15 * max(map(page.height, names)) + (0.2 if note else 0)
    if ax is None:
        high = max(2.4, 0.17 * sum(map(page.height, labels)) + 0.05 * len(labels))
        ax = page.new_axes(head, high=high, left=_SLOPE[0], right=_SLOPE[1], foot=foot)
        page.put_head(ax, head, indent=_SLOPE[0] - page.MARGIN)
    else:
        page.put_head(ax, replace(head, width=page.ax_width(ax)))
    ax.set_ylim(0, 1.05 * max(_value(e) for pair in pairs for e in (pair.left, pair.right)) or 1)
    ax.set_xlim(0, 1)
    ax.set_xticks([0, 1], names, weight="bold")
    ax.set_yticks([])
    ax.vlines([0, 1], 0, ax.get_ylim()[1], color=GREY, linewidth=0.6, zorder=0)
    for pair in pairs:
        sign = APART if pair.apart else OVERLAP
        values = [_value(pair.left), _value(pair.right)]
        ax.plot([0, 1], values, color=sign.colour, linewidth=1, zorder=1)
        ax.plot([0, 1], values, **sign.dots(), clip_on=False, zorder=3)
    _label_ends(ax, [(pair.left, say(pair.left)) for pair in pairs], side=0)
    _label_ends(ax, list(zip((p.right for p in pairs), labels, strict=True)), side=1)
    if note:
        page.put_note(ax, note, indent=_SLOPE[0] - page.MARGIN)
    return ax


def _label_ends(ax: Axes, ends: Sequence[tuple[Estimate, str]], *, side: int) -> None:
    """Write beside each end of a line, pushed apart where they would meet, with a thin leader."""
    high = page.ax_height(ax)
    top = ax.get_ylim()[1]
    ordered = sorted(ends, key=lambda end: _value(end[0]))
    wanted = [high * _value(estimate) / top for estimate, _ in ordered]
    heights = [0.155 * page.height(label) + 0.03 for _, label in ordered]
    for (estimate, label), y in zip(ordered, _spread(wanted, heights, room=high), strict=True):
        ax.annotate(
            label,
            (side, _value(estimate)),
            xytext=(side + (0.09 if side else -0.09), y / high),
            textcoords="axes fraction",
            ha="left" if side else "right",
            va="center",
            size=SMALL[0],
            linespacing=1.1,
            arrowprops={
                "arrowstyle": "-",
                "color": GREY,
                "linewidth": 0.5,
                "relpos": (1 - side, 0.5),
            },
            annotation_clip=False,
        )


def _spread(wanted: Sequence[float], heights: Sequence[float], *, room: float) -> list[float]:
    """Move middles (ascending) so that labels of these heights do not meet, inside 0 to `room`."""
    places: list[float] = []
    for y, high in zip(wanted, heights, strict=True):
        floor = places[-1] + (heights[len(places) - 1] + high) / 2 if places else 0.0
        places.append(max(y, floor))
    ceiling = room
    for n in range(len(places) - 1, -1, -1):
        places[n] = min(places[n], ceiling - heights[n] / 2)
        ceiling = places[n] - heights[n] / 2
    return places
