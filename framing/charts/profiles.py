"""Outlet profiles: a panel for each facet, the outlets in each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from framing.charts import page
from framing.charts.style import BLUE, BOLD, GREY, INK, RULE, SMALL, Sign, keys, style
from framing.model import Estimate, Facet, Profile
from framing.saying import count

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

OWN = Sign("the outlet, with its 95 % interval", BLUE, "o")
OTHERS = Sign("the other outlets on the same events", INK, "D", "clear")
FEW = Sign("the outlet: too few for an interval", GREY, "o", "open")
_OUTLETS = (0.65, 2.2)  # inches for the outlets at the left, fewest and most
_VALUES = 0.95  # inches for value and n at the right of each panel
_NARROW = 1.2  # inches of outlets' names beside which three panels have room, not two
_LEAST_SHARE, _LEAST_RATE = 0.05, 1.0  # ends of a scale where all values are near zero
_APART = 0.4  # inches from one number under a panel to the next
_FOOT = 0.36  # inches under a panel
_N = "n: articles; behind “of”: the words, cues, quotes, marks or claims that the unit names."
_NOTHING = "No outlet shares an event with another, so there is nothing to hold it against."


def plot_profiles(
    profiles: Sequence[Profile],
    *,
    facets: Sequence[str] | None = None,
    bare: bool = False,
    fig: Figure | None = None,
    names: Mapping[str, str] | None = None,
) -> Figure:
    """Draw a panel for each facet, the outlets A-Z in each: value, interval, others' value, n.

    A facet that rests on too few cases says so in grey; a value on too few for an interval is
    hollow and grey: it says what stands in these texts only. Every panel has its own scale, from 0,
    and its unit under its question; there is no sum and no order by value. `facets` names those to
    show (None: all): with more than six outlets an A4 page has room for four of them. `bare`: without
    title, key and note, for one of several figures under one title.
    """
    with style():
        chosen = _chosen(profiles, facets)
        signs = [*_own_signs(profiles), OTHERS]
        head = page.Head(_title(profiles), tuple(keys(signs)))
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
    few = ", ".join(
        f"{shown[p.outlet]} {count(p.articles, 'article')}"
        for outlet in order
        for p in profiles
        if p.outlet == outlet and any(is_few(f.estimate) for f in p.facets)
    )
    if told and few:
        told.append(f"too few for an interval: {few}")
    return f"{_title(profiles)}. {'; '.join(told) or _NOTHING.rstrip('.')}."


def say(estimate: Estimate) -> str:
    """Say a number with what it rests on: "18 % of 1,240", "4.2 (n = 9)", "too few (n = 1)"."""
    if estimate.value is None:
        return f"too few (n = {estimate.n:,})"
    if _is_share(estimate):
        return f"{estimate.value:.0%} of {estimate.n:,}".replace("%", " %")
    return f"{estimate.value:.1f} (n = {estimate.n:,})"


def _title(profiles: Sequence[Profile]) -> str:
    articles = count(sum(p.articles for p in profiles), "article")
    events = count(len({event for p in profiles for event in p.events}), "event")
    return f"Profiles: {count(len(profiles), 'outlet')}, {articles}, {events}"


def is_few(estimate: Estimate) -> bool:
    """Whether a value has no interval, for want of articles."""
    return estimate.value is not None and estimate.low is None


def _own_signs(profiles: Sequence[Profile]) -> list[Sign]:
    """The signs of all facets, also of those in other figures under one title."""
    found = [f.estimate for p in profiles for f in p.facets]
    used = {is_few(estimate) for estimate in found if estimate.value is not None}
    return [sign for sign, few in ((OWN, False), (FEW, True)) if few in used] or [OWN]


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
    labels = page.label_width([names[o] for o in profiles], _OUTLETS)
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
    shown = [(names or {}).get(p.outlet, p.outlet) for p in profiles]
    return _across(page.label_width(shown, _OUTLETS))


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
        own = facet.estimate
        sign = FEW if is_few(own) else OWN
        colour = INK if own.value is not None and sign is OWN else GREY
        page.beside(ax, say(own), at=(1, y), inches=0.08, color=colour, size=SMALL[0])
        if own.low is not None and own.high is not None:
            ax.plot([own.low, own.high], [y, y], color=sign.colour, linewidth=1.2, zorder=2)
        if own.value is not None:
            ax.plot([own.value], [y], **sign.dots(), zorder=3, clip_on=False)
        if facet.reference.value is not None:
            ax.plot([facet.reference.value], [y], **OTHERS.dots(4.5), zorder=4, clip_on=False)
    shares = any(facet is not None and _is_share(facet.estimate) for facet in facets)
    least = _LEAST_SHARE if shares else _LEAST_RATE
    ax.set_xlim(0, max(ax.get_xlim()[1], least))
    ax.locator_params(axis="x", nbins=max(2, int(page.ax_width(ax) / 0.5)), steps=[1, 2, 5, 10])
    ticks = [tick for tick in ax.get_xticks() if 0 <= tick <= ax.get_xlim()[1]]
    if len(ticks) > 2 and ticks[1] / ax.get_xlim()[1] * page.ax_width(ax) < _APART:
        ax.set_xticks(ticks[::2])
    if shares:
        ax.xaxis.set_major_formatter(lambda x, _: f"{100 * x:.0f} %")
