"""One facet of two outlets, event by event: a line an event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from framing.charts import page
from framing.charts.profiles import is_few, say
from framing.charts.style import BLUE, BOLD, GREY, SMALL, Sign, keys, style
from framing.model import Estimate, Profile
from framing.saying import count

if TYPE_CHECKING:
    from matplotlib.axes import Axes

APART = Sign("the two intervals lie apart", BLUE, "o")
OVERLAP = Sign("the two intervals overlap", GREY, "o", "open")
FEW_HERE = Sign("too few for an interval", GREY, "s", "open")
_SLOPE = (1.1, 3.1)  # inches for values at the left, for values and events at the right
_NO_SLOPE = "On no event do both outlets have enough cases."


@dataclass(frozen=True, slots=True)
class _Pair:
    """One event's label and the estimates of the two outlets."""

    event: str
    left: Estimate
    right: Estimate

    @property
    def few(self) -> bool:
        """Whether one of them rests on too few for an interval."""
        return is_few(self.left) or is_few(self.right)

    @property
    def sign(self) -> Sign:
        """How the line is drawn."""
        return FEW_HERE if self.few else APART if self.apart else OVERLAP

    @property
    def apart(self) -> bool:
        """Whether the two intervals have no value in common; of few articles there is none."""
        return not self.few and self._apart()

    def _apart(self) -> bool:
        return _lies_above(self.left, self.right) or _lies_above(self.right, self.left)


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
    apart; square where one has too few articles on the event for an interval. Events with too few
    cases are counted below.
    """
    with style():
        shown = {outlet: (names or {}).get(outlet, outlet) for outlet in outlets}
        left, right = page.in_order(outlets, shown)
        pairs = _pairs(events, facet, outlets=(left, right))
        title = f"{facet.capitalize()}: {count(len(pairs), 'event')}, 2 outlets"
        if not pairs:
            return page.say_nothing(page.Head(title), _NO_SLOPE, ax=ax)
        found = {pair.sign for pair in pairs}
        signs = [sign for sign in (APART, OVERLAP, FEW_HERE) if sign in found]
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
        f"{facet.capitalize()}: {count(len(pairs), 'event')}, 2 outlets. The two intervals lie "
        f"apart with the higher value in {shown[left]} on {count(higher[left], 'event')}, in "
        f"{shown[right]} on {count(higher[right], 'event')}; on the others they overlap"
        f"{_few_events(sum(pair.few for pair in pairs))}."
    )


def _few_events(number: int) -> str:
    if not number:
        return ""
    return f" or, on {count(number, 'event')}, rest on too few for an interval"


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
    return f"{count(number, 'more event')} with too few cases." if number else ""


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
        sign = pair.sign
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
