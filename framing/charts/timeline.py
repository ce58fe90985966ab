"""Which articles there are: a dot each, by outlet and day, undated ones in their own column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from framing.charts import page
from framing.charts.style import BLUE, GREY, RULE, SMALL, Sign, keys, style
from framing.model import Article, Comparison
from framing.saying import count

if TYPE_CHECKING:
    from matplotlib.axes import Axes

DATED = Sign("an article", BLUE, "o")
UNDATED = Sign("an article that states no date", BLUE, "o", "open")
_OUTLETS = 0.7, 2.2  # inches for the outlets at the left, fewest and most
_COLUMN = 1.8  # inches for the articles without a date
_TOP = 1.3  # lines above the outlets, for the name of the day
_STACK = 5  # dots above each other; more are one dot and a number
_STEP = 0.62  # lines from dot to dot
_EDGE = 0.35  # inches between the first or last day and the edge
_NOTHING = "There are no articles."


def plot_timeline(
    comparison: Comparison,
    *,
    ax: Axes | None = None,
    names: Mapping[str, str] | None = None,
) -> Axes:
    """Days on x, outlets (A-Z) on y, a dot an article; a line marks the day of the event.

    The day of the event is the one on which most of its articles came out. Articles that state no
    date stand at the right, with the latest day that they report as past, where there is one.
    """
    with style():
        articles = [annotation.article for annotation in comparison.annotations]
        if not articles:
            return page.say_nothing(page.Head(_title(comparison)), _NOTHING, ax=ax)
        used = [
            s for s, dated in ((DATED, True), (UNDATED, False)) if dated in map(_has_day, articles)
        ]
        head = page.Head(_title(comparison), tuple(keys(used)))
        shown = page.outlet_names(comparison.annotations, names)
        groups, _ = page.by_outlet(comparison, shown, most=len(articles))
        rows = [page.Row("", _TOP, heading=True)]
        left = page.label_width([shown.get(outlet, outlet) for outlet in groups], _OUTLETS)
        rows += [
            _row(shown.get(outlet, outlet), group, left=left) for outlet, group in groups.items()
        ]
        ax, indent = page.row_axes(ax, head, rows=rows, left=left, right=0.15, foot=0.4)
        middles = page.name_rows(ax, rows, indent=indent)[1:]
        column = _put_days(ax, articles)
        for group, y in zip(groups.values(), middles, strict=True):
            _draw_group(ax, group, y, column=column)
        ax.hlines(
            [y + row.lines / 2 for y, row in zip(middles[:-1], rows[1:-1], strict=True)],
            *ax.get_xlim(),
            color=RULE,
            linewidth=0.5,
            zorder=0,
        )
        _draw_event_day(ax, comparison)
        return ax


def alt_timeline(comparison: Comparison, *, names: Mapping[str, str] | None = None) -> str:
    """Say from when to when the articles are, how many state no date, and each outlet's number."""
    shown = page.outlet_names(comparison.annotations, names)
    articles = [annotation.article for annotation in comparison.annotations]
    days = [a.published for a in articles if a.published]
    groups, _ = page.by_outlet(comparison, shown, most=len(articles))
    told = ", ".join(
        f"{shown.get(outlet, outlet)} {len(group)}" for outlet, group in groups.items()
    )
    period = (
        f"From {_long(min(days))} to {_long(max(days))}" if days else "No article states a date"
    )
    undated = count(len(articles) - len(days), "article")
    return f"{_title(comparison)}. {period}; {undated} without a date. Articles by outlet: {told}."


def _title(comparison: Comparison) -> str:
    return f"When the articles came out: {page.scope(comparison)}"


def _long(when: date) -> str:
    return f"{page.day(when)} {when.year}"


def _has_day(article: Article) -> bool:
    return article.published is not None


def _row(name: str, group: Sequence[Article], *, left: float) -> page.Row:
    """Make an outlet's row, high enough for its busiest day and its articles without a date."""
    per_day = Counter(article.published for article in group)
    undated = per_day.pop(None, 0)
    stack = _STEP * max((n for n in per_day.values() if n <= _STACK), default=1)
    column = undated if undated <= _STACK else 1
    label = page.wrap(name, left - page.MARGIN - 0.12)
    return page.Row(label, max(page.height(label), stack, column) + 0.5)


def _put_days(ax: Axes, articles: Sequence[Article]) -> float:
    """Set the x axis; returns the x of the column of undated articles."""
    days = sorted({a.published for a in articles if a.published})
    undated = any(a.published is None for a in articles)
    wide = page.ax_width(ax) - (2 * _EDGE if days else 0) - (_COLUMN if undated else 0)
    first, last = (days[0].toordinal(), days[-1].toordinal()) if days else (0, 0)
    per_inch = max(1, last - first) / wide
    margin = _EDGE * per_inch if days else 0
    edge = last + margin
    ax.set_xlim(first - margin, edge + (_COLUMN * per_inch if undated else 0))
    ticks = _ticks(days, 0.48 * per_inch)
    places: list[float] = [when.toordinal() for when, _ in ticks]
    labels = [label for _, label in ticks]
    column = edge + 0.15 * per_inch
    if undated:
        ax.vlines(edge, _TOP, ax.get_ylim()[0], color=GREY, linewidth=0.6, zorder=0)
        places.append(column)
        labels.append("no date\nstated")
    ax.set_xticks(places, labels)
    if undated:
        ax.get_xticklabels()[-1].set_horizontalalignment("left")
        ax.xaxis.get_major_ticks()[-1].tick1line.set_visible(False)
    return column


def _ticks(days: Sequence[date], apart: float) -> list[tuple[date, str]]:
    """Choose days whose labels do not run into each other; a year stands under its first day."""
    ticks: list[tuple[date, str]] = []
    for when in days:
        if ticks and (when - ticks[-1][0]).days < apart:
            continue
        new = not ticks or ticks[-1][0].year != when.year
        ticks.append((when, page.day(when) + (f"\n{when.year}" if new else "")))
    return ticks


def _draw_group(ax: Axes, group: Sequence[Article], y: float, *, column: float) -> None:
    """One outlet's dots: a stack for each day, and a list of the articles without a date."""
    per_day = Counter(a.published.toordinal() for a in group if a.published)
    points = []
    for x, number in per_day.items():
        stack = number if number <= _STACK else 1
        points += [(x, y + _STEP * (n - (stack - 1) / 2)) for n in range(stack)]
        if number > _STACK:
            _say(ax, f"{number}", (x, y))
    if points:
        ax.plot(*zip(*points, strict=True), **DATED.dots(), zorder=3)
    undated = [a for a in group if a.published is None]
    lanes = undated[: len(undated) if len(undated) <= _STACK else 1]
    places = [(column, y + n - (len(lanes) - 1) / 2) for n in range(len(lanes))]
    if places:
        ax.plot(*zip(*places, strict=True), **UNDATED.dots(), zorder=3)
    for article, place in zip(lanes, places, strict=True):
        if len(undated) > _STACK:
            _say(ax, f"{len(undated)}", place)
        elif article.not_before:
            _say(ax, f"not before {_long(article.not_before)}", place)


def _say(ax: Axes, text: str, place: tuple[float, float]) -> None:
    beside: dict[str, Any] = {
        "xytext": (6, 0),
        "textcoords": "offset points",
        "va": "center_baseline",
    }
    ax.annotate(text, place, size=SMALL[0], **beside)


def _draw_event_day(ax: Axes, comparison: Comparison) -> None:
    """Draw a line at the day of the event, named above the outlets."""
    of_day = {
        a
        for a, phase in zip(comparison.event.articles, comparison.event.phases, strict=True)
        if phase == "day"
    }
    days = [a.article.published for a in comparison.annotations if a.article.id in of_day]
    found = [when for when in days if when]
    if not found:
        return
    x = found[0].toordinal()
    left, right = ax.get_xlim()
    side = "right" if x - left > 0.8 * (right - left) else "left"
    ax.axvline(x, color=GREY, linewidth=0.8, linestyle=(0, (3, 2)), zorder=0)
    ax.annotate(
        f"day of the event, {page.day(found[0])}",
        (x, 0),
        xytext=(4 if side == "left" else -4, -3),
        textcoords="offset points",
        ha=side,
        va="top",
        size=SMALL[0],
        color=GREY,
    )
