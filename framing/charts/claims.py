"""What is told where: a sign for each claim in each article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from framing.charts import page
from framing.charts.style import BLUE, BOLD, GREY, RULE, SMALL, Sign, keys, style
from framing.model import Article, Claim, ClaimState, Comparison
from framing.saying import count

if TYPE_CHECKING:
    from matplotlib.axes import Axes

STATES: Mapping[ClaimState, Sign] = {
    "stated": Sign("stated", BLUE, "o"),
    "stated differently": Sign("stated differently", BLUE, "o", "half"),
    "not found": Sign("not found in this article", GREY, "_"),
    "not yet knowable": Sign("not yet knowable on its date", GREY, "D", "open"),
}

_LABELS = (2.3, 4.4)  # inches for the claims at the left, fewest and most
_COUNTS = 0.7  # inches for "n of N" at the right
_COLUMNS = 20  # articles whose signs are told apart; of more each outlet has one column
_PART = Sign("how many of an outlet’s articles state it", BLUE, "s")
_NUMBER = 0.14  # inches for the number before a bar
_WIDEST = 0.5  # inches from one article to the next
_GAP = 0.06  # inches between two outlets
_UPRIGHT, _LEVEL = 0.13, 0.5  # inches an article needs for its date, upright and level
_NOTHING = "No claim was found in these articles."


@dataclass(frozen=True, slots=True)
class _Group:
    """An outlet's articles by date, under its name or number; `width` and `pitch` in inches."""

    name: str
    articles: tuple[Article, ...]
    width: float
    pitch: float
    whole: tuple[str, ...] | None = None  # all its articles' ids, where one column stands for all

    def places(self, left: float) -> list[float]:
        """Find the middle of each article's column."""
        first = left + (self.width - self.pitch * len(self.articles)) / 2
        return [first + self.pitch * (n + 0.5) for n in range(len(self.articles))]


def plot_claims(
    comparison: Comparison,
    *,
    ax: Axes | None = None,
    names: Mapping[str, str] | None = None,
    most: int | None = None,
) -> Axes:
    """Draw a row a claim, a column an article, and in each place what became of the claim there.

    Claims stand in the order of the comparison (told by most articles first), `most` of them or as
    many as fit an A4 page, their labels shortened to two lines; articles by outlet (A-Z) and date. With
    more than 20 articles a column is an outlet: how many of its articles state the claim, and a bar for
    that part of them. At the right: how many of all articles state the claim. Outlets whose names are
    too wide for their columns get numbers, named below.
    """
    with style():
        by_article = len(comparison.annotations) <= _COLUMNS
        signs = keys([*STATES.values()]) if by_article else keys([_PART], bars=True)
        head = page.Head(_title(comparison), tuple(signs))
        if not comparison.claims:
            return page.say_nothing(head, _NOTHING, ax=ax)
        shown = page.outlet_names(comparison.annotations, names)
        by_outlet, _ = page.by_outlet(comparison, shown, most=len(comparison.annotations))
        kept = [group if by_article else group[:1] for group in by_outlet.values()]
        groups, note = _groups([shown.get(o, o) for o in by_outlet], kept)
        if not by_article:
            groups = [
                replace(group, whole=tuple(a.id for a in articles))
                for group, articles in zip(groups, by_outlet.values(), strict=True)
            ]
        return _draw(comparison.claims, groups, head=head, note=note, most=most, ax=ax)


def alt_claims(comparison: Comparison) -> str:
    """Say how many claims are told by every article and by one."""
    if not comparison.claims:
        return f"{_title(comparison)}. {_NOTHING}"
    told = [claim.told for claim in comparison.claims]
    return (
        f"{_title(comparison)}. Stated in every article: "
        f"{told.count(len(comparison.annotations))}; in one article only: {told.count(1)}."
    )


def _title(comparison: Comparison) -> str:
    claims = count(len(comparison.claims), "claim")
    return f"What is told where: {claims}, {page.scope(comparison)}"


def _groups(
    titles: Sequence[str], articles: Sequence[Sequence[Article]]
) -> tuple[list[_Group], str]:
    """Make the columns, and a note on the numbers of the outlets where they have some."""
    groups = _fitted(titles, articles)
    if groups:
        return groups, ""
    numbers = [str(n) for n in range(1, len(titles) + 1)]
    return _fitted(numbers, articles, named=False), _numbered(titles)


def _numbered(names: Sequence[str]) -> str:
    joined = " · ".join(f"{n}\u00a0{name}" for n, name in enumerate(names, start=1))
    return page.wrap(joined, page.WIDTH - 2 * page.MARGIN, font=SMALL)


def _fitted(
    names: Sequence[str], articles: Sequence[Sequence[Article]], *, named: bool = True
) -> list[_Group]:
    """Find the widest columns above which every word of the outlets' names fits, if there are any.

    Numbers in place of names fit anywhere.
    """
    room = page.WIDTH - _LABELS[0] - _COUNTS - _GAP * len(names)
    words = [max(page.measure(word, BOLD) for word in name.split()) * named for name in names]
    for step in range(100, 16 if named else 0, -1):
        pitch = _WIDEST * step / 100
        widths = [max(w, pitch * len(a)) for w, a in zip(words, articles, strict=True)]
        if sum(widths) <= room:
            return [
                _Group(
                    page.wrap(name, width + 0.01, font=BOLD) if named else name,
                    tuple(group),
                    width,
                    pitch,
                )
                for name, group, width in zip(names, articles, widths, strict=True)
            ]
    return []


def _draw(
    claims: Sequence[Claim],
    groups: Sequence[_Group],
    *,
    head: page.Head,
    note: str,
    most: int | None,
    ax: Axes | None,
) -> Axes:
    wide = sum(group.width + _GAP for group in groups)
    labels = min(_LABELS[1], page.WIDTH - _COUNTS - wide)
    dates = _date_lines(groups) if groups[0].whole is None else 1.1
    top = max(page.height(group.name) for group in groups) + dates + 0.6
    rows = _rows(claims[:most], labels, top=top, limited=most is None)
    shown = claims[: len(rows) - 1]
    hidden = count(len(claims) - len(shown), "more claim")
    notes = [note] if note else []
    notes += [f"{hidden} not drawn."] if len(claims) > len(shown) else []
    right, foot = page.WIDTH - labels - wide, 0.1 + 0.16 * page.height("\n".join(notes))
    ax, indent = page.row_axes(ax, head, rows=rows, left=labels, right=right, foot=foot)
    middles = page.name_rows(ax, rows, indent=indent)[1:]
    ax.set_xlim(0, wide)
    ax.set_xticks([])
    ax.tick_params(axis="y", labelsize=SMALL[0])
    ax.spines["bottom"].set_visible(False)
    places = _draw_heads(ax, groups, foot=top, dates=dates)
    if groups[0].whole is None:
        _draw_signs(ax, shown, middles, places=places, size=min(6.0, 62 * groups[0].pitch))
    else:
        _draw_parts(ax, shown, middles, groups=groups)
    _draw_counts(ax, shown, middles, foot=top)
    page.put_note(ax, "\n".join(notes), indent=indent)
    return ax


def _rows(claims: Sequence[Claim], width: float, *, top: float, limited: bool) -> list[page.Row]:
    """Make a row for the heads of the columns, and the claims, on one A4 page if `limited`."""
    rows = [page.Row("", top, heading=True)]
    room = (page.TALLEST - 1.5) / page.LINE
    for claim in claims:
        label = page.wrap(claim.label, width - page.MARGIN - 0.12, font=SMALL, lines=2)
        row = page.Row(label, page.height(label) + 0.35)
        if limited and page.lines_of([*rows, row]) > room:
            break
        rows.append(row)
    return rows


def _date_lines(groups: Sequence[_Group]) -> float:
    """Lines above the signs that the dates of the articles take."""
    if groups[0].pitch >= _LEVEL:
        return 1.1
    return 3.2 if groups[0].pitch >= _UPRIGHT else 0.0


def _draw_heads(
    ax: Axes,
    groups: Sequence[_Group],
    *,
    foot: float,
    dates: float,
) -> dict[str, float]:
    """Name the outlets and date the articles, or count them; the x of each article."""
    places: dict[str, float] = {}
    left, pitch = _GAP / 2, groups[0].pitch
    for group in groups:
        middles = group.places(left)
        ax.text(
            left + group.width / 2, foot - dates - 0.2, group.name, size=BOLD[0], weight="bold",
            ha="center", va="bottom", linespacing=1.1,
        )  # fmt: skip
        ax.plot(
            [middles[0] - pitch / 2.5, middles[-1] + pitch / 2.5],
            [foot - dates - 0.1] * 2,
            color=GREY,
            linewidth=0.8,
        )
        for article, x in zip(group.articles, middles, strict=True):
            places[article.id] = x
            if dates:
                day = page.day(article.published) if article.published else "no date"
                turn = 0 if pitch >= _LEVEL or group.whole else 90
                day = f"of {len(group.whole)}" if group.whole else day
                ax.text(
                    x,
                    foot - 0.1,
                    day,
                    size=SMALL[0],
                    color=GREY,
                    ha="center",
                    va="bottom",
                    rotation=turn,
                )
        left += group.width + _GAP
    return places


def _draw_signs(
    ax: Axes,
    claims: Sequence[Claim],
    rows: Sequence[float],
    *,
    places: Mapping[str, float],
    size: float,
) -> None:
    ax.hlines(rows, 0, ax.get_xlim()[1], color=RULE, linewidth=0.5, zorder=1)
    for state, sign in STATES.items():
        points = [
            (places[cell.article], y)
            for claim, y in zip(claims, rows, strict=True)
            for cell in claim.cells
            if cell.state == state and cell.article in places
        ]
        if points:
            smaller = size if sign.marker == "o" else 0.8 * size
            ax.plot(*zip(*points, strict=True), **sign.dots(smaller), zorder=3)


def _draw_parts(
    ax: Axes,
    claims: Sequence[Claim],
    rows: Sequence[float],
    *,
    groups: Sequence[_Group],
) -> None:
    """How many of an outlet's articles state each claim, as a number and a bar."""
    left = _GAP / 2
    for group in groups:
        articles = group.whole or ()
        room = group.width - _NUMBER - 0.04
        for claim, y in zip(claims, rows, strict=True):
            told = {c.article for c in claim.cells if c.state.startswith("stated")}
            n = len(told.intersection(articles))
            ax.text(
                left + _NUMBER - 0.02, y, f"{n}", size=SMALL[0], ha="right", va="center_baseline"
            )
            bar: dict[str, Any] = {"left": left + _NUMBER, "height": 0.6}
            ax.barh(y, room, facecolor="none", edgecolor=GREY, linewidth=0.5, zorder=2, **bar)
            ax.barh(y, room * n / len(articles), color=BLUE, linewidth=0, zorder=1, **bar)
        left += group.width + _GAP


def _draw_counts(ax: Axes, claims: Sequence[Claim], rows: Sequence[float], *, foot: float) -> None:
    """Say how many of all articles state each claim, shown or not; copies of one text count once."""
    font: dict[str, Any] = {"inches": _COUNTS - 0.04, "ha": "right", "size": SMALL[0]}
    page.beside(ax, "stated in", at=(1, foot - 0.1), color=GREY, **font | {"va": "bottom"})
    for claim, y in zip(claims, rows, strict=True):
        page.beside(ax, f"{claim.told} of {claim.voices}", at=(1, y), **font)
