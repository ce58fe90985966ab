"""The page a chart is drawn on: names, measured text, title and key, axes and their rows.

Sizes are in inches and points. A chart that makes its own figure is as wide as the text of an A4
page (170 mm) and as high as its rows need.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from framing.charts.style import GREY, PLAIN, SMALL, TITLE, Font
from framing.errors import OptionError
from framing.model import UNKNOWN, Annotation, Article, Comparison
from framing.saying import count

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH = 6.69  # 170 mm: an A4 page less two margins of 20 mm
TALLEST = 9.0  # what is left of an A4 or US letter page for a figure and its caption
MARGIN = 0.06  # inches of white round a figure
LINE = 0.16  # inches from one line of text to the next; the y unit of all charts with rows


@cache
def measure(text: str, font: Font = PLAIN) -> float:
    """Measure one line of text in inches."""
    from matplotlib.font_manager import FontProperties

    size, weight = font
    properties = FontProperties(family=["DejaVu Sans"], size=size, weight=weight)
    width, _, _ = _renderer().get_text_width_height_descent(text, properties, False)  # noqa: FBT003
    return float(width) / _MEASURE_DPI * _SAFETY


_MEASURE_DPI = 600
_SAFETY = 1.03  # letters are moved to whole pixels: a line on the screen may be that much wider


@cache
def _renderer() -> Any:
    from matplotlib.backends.backend_agg import RendererAgg

    return RendererAgg(1, 1, _MEASURE_DPI)  # type: ignore[no-untyped-call]


def wrap(text: str, width: float, *, font: Font = PLAIN, lines: int | None = None) -> str:
    """Break `text` into lines of at most `width` inches; a word longer than that is broken too.

    With `lines`, an ellipsis says what goes beyond them. What the font lacks becomes a sign for that.
    """
    text = "".join(c if c.isspace() or ord(c) in _letters() else "\ufffd" for c in text)
    rows = [""]
    text = re.sub(r"(?<=\d) (?=\d{3}(?!\d))", "\u00a0", text)  # nor does the space in 1 200
    for word in re.findall(r"[^ \t\r\n]+", text):  # a no-break space breaks no line
        for piece in _pieces(word, width, font):
            longer = f"{rows[-1]} {piece}".strip()
            if measure(longer, font) <= width:
                rows[-1] = longer
            else:
                rows.append(piece)
    rows = [row for row in rows if row] or [""]
    if lines is None or len(rows) <= lines:
        return "\n".join(rows)
    last = rows[lines - 1]
    while measure(last + "…", font) > width and len(last) > 1:
        last = last.rpartition(" ")[0] or last[:-1]
    return "\n".join([*rows[: lines - 1], last.rstrip(" ,;:.") + "…"])


@cache
def _letters() -> frozenset[int]:
    """The characters that the charts' font has."""
    from matplotlib import font_manager

    path = font_manager.findfont(font_manager.FontProperties(family=["DejaVu Sans"]))
    return frozenset(font_manager.get_font(path).get_charmap()) - frozenset(range(32))


def _pieces(word: str, width: float, font: Font) -> list[str]:
    """Break a word into pieces that fit a line, after a hyphen or slash where there is one."""
    if measure(word, font) <= width or len(word) < 2:
        return [word]
    fits = max((n for n in range(1, len(word)) if measure(word[:n], font) <= width), default=1)
    breaks = [n for n in range(1, fits + 1) if word[n - 1] in "-–/_."]
    cut = breaks[-1] if breaks else fits
    return [word[:cut], *_pieces(word[cut:], width, font)]


def label_width(names: Sequence[str], limits: tuple[float, float]) -> float:
    """Inches for names at the left of a chart: what the longest needs, within least and most."""
    return max(limits[0], min(limits[1], max(map(measure, names), default=0.0) + 0.22))


def height(text: str) -> int:
    """How many lines a wrapped text takes."""
    return text.count("\n") + 1


def centres(heights: Sequence[float]) -> list[float]:
    """Find the middle of each row when rows of these heights are stacked from the top."""
    return [end - h / 2 for end, h in zip(accumulate(heights), heights, strict=True)]


def outlet_names(
    annotations: Sequence[Annotation], names: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Outlet id to the name on the chart; `names` goes before the articles' own names."""
    found = {a.article.outlet.outlet: a.article.outlet.name for a in annotations}
    shown = {key: key if name == UNKNOWN else name for key, name in found.items()}
    if UNKNOWN in shown:
        shown[UNKNOWN] = "outlet unknown"
    return {**shown, **(names or {})}


def in_order(outlets: Sequence[str], names: Mapping[str, str]) -> list[str]:
    """Outlets A-Z by the name on the chart, accents aside, the unknown one last."""
    return sorted(
        set(outlets), key=lambda o: (o == UNKNOWN, _alphabetic(names.get(o, o)), names.get(o, o), o)
    )


def by_outlet(
    comparison: Comparison, names: Mapping[str, str], *, most: int
) -> tuple[dict[str, list[Article]], int]:
    """Articles by outlet (A-Z) and date, undated ones last, and how many are left out.

    Where there are more than `most`, each outlet gets the same limit, so that none is cut first.
    """
    articles = [annotation.article for annotation in comparison.annotations]
    articles.sort(key=lambda a: (a.published is None, a.published or date.min, a.id))
    outlets = in_order([a.outlet.outlet for a in articles], names)
    groups = {o: [a for a in articles if a.outlet.outlet == o] for o in outlets}
    limit = max(map(len, groups.values()), default=0)
    while limit > 1 and sum(min(limit, len(group)) for group in groups.values()) > most:
        limit -= 1
    kept = {outlet: group[:limit] for outlet, group in groups.items()}
    return kept, len(articles) - sum(map(len, kept.values()))


def _alphabetic(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold()).translate(_PLAIN_LETTERS)
    return "".join(c for c in letters if not unicodedata.combining(c))


# Letters that Unicode does not take apart into a plain one and an accent.
_PLAIN_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe"})


def day(when: date) -> str:
    """Say a day without its year, in English whatever the locale: "2 Jun"."""
    return f"{when.day} {_MONTHS[when.month - 1]}"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def scope(comparison: Comparison) -> str:
    """Say what a chart rests on: "12 articles, 3 outlets"."""
    known = [outlet for outlet in comparison.outlets if outlet != UNKNOWN]
    parts = [count(len(known), "outlet")] if known else []
    parts += ["outlet unknown"] if UNKNOWN in comparison.outlets else []
    return f"{count(len(comparison.annotations), 'article')}, {' and '.join(parts) or '0 outlets'}"


def chosen(value: str, choices: Sequence[str], *, name: str) -> str:
    """`value` if it is one of the choices; raises OptionError, naming them, if not."""
    if value not in choices:
        raise OptionError(
            f"{name} “{value}” is not here: choose one of {', '.join(choices) or 'none'}"
        )
    return value


@dataclass(frozen=True, slots=True)
class Head:
    """A chart's title and, under it, its key. Widths in inches."""

    title: str
    key: tuple[Artist, ...] = ()
    width: float = WIDTH - 2 * MARGIN

    def wrapped(self) -> str:
        """Break the title into lines that fit."""
        return wrap(self.title, self.width, font=TITLE)

    def columns(self) -> int:
        """How many entries of the key stand side by side."""
        widths = [measure(str(k.get_label()), SMALL) + 0.4 for k in self.key]
        fits = sum(widths) <= self.width
        return len(widths) if fits else max(1, int(self.width / max(widths)))

    def key_height(self) -> float:
        """Inches that the key takes."""
        return 0.03 + 0.175 * -(-len(self.key) // self.columns()) if self.key else 0.0

    def height(self) -> float:
        """Inches that title and key take."""
        return MARGIN + 0.18 * height(self.wrapped()) + self.key_height() + 0.08


def new_figure(high: float) -> Figure:
    """Make an empty figure of the page's width and `high` inches, unknown to pyplot."""
    from matplotlib.figure import Figure

    return Figure(figsize=(WIDTH, high))


def new_axes(
    head: Head, *, high: float, left: float, right: float = 0.1, foot: float = 0.4
) -> Axes:
    """Make axes `high` inches high in a figure of their own.

    `left` and `right` inches are kept for labels, `foot` inches for what stands under the x axis.
    """
    total = head.height() + high + foot
    figure = new_figure(total)
    across = (left / WIDTH, foot / total, (WIDTH - left - right) / WIDTH, high / total)
    return figure.add_axes(across)


def put_head(ax: Axes, head: Head, *, indent: float = 0.0) -> None:
    """Title and key above the axes, `indent` inches to the left of their edge."""
    shift = -indent / ax_width(ax)
    pad = head.key_height() * 72 + 5
    ax.set_title(head.wrapped(), loc="left", x=shift, y=1.0, pad=pad, linespacing=1.25)
    if head.key:
        _key(ax, head, bbox_to_anchor=(shift, 1.0), loc="lower left", borderaxespad=0.35)


def put_figure_head(figure: Figure, head: Head) -> None:
    """Title and key at the top of a figure of small multiples."""
    high = figure.get_figheight()
    x, top = MARGIN / figure.get_figwidth(), 1 - MARGIN / high
    font: dict[str, Any] = {"size": TITLE[0], "weight": "bold", "linespacing": 1.25}
    figure.suptitle(head.wrapped(), x=x, y=top, ha="left", va="top", **font)
    if head.key:
        below = top - 0.18 * height(head.wrapped()) / high
        _key(figure, head, bbox_to_anchor=(x, below), loc="upper left", borderaxespad=0.0)


def _key(place: Axes | Figure, head: Head, **where: Any) -> None:
    place.legend(
        handles=list(head.key),
        ncols=head.columns(),
        frameon=False,
        borderpad=0.0,
        handlelength=1.3,
        handletextpad=0.5,
        columnspacing=1.4,
        **where,
    )


def ax_width(ax: Axes) -> float:
    """Measure the axes in inches, across."""
    return float(ax.get_position().width * figure_of(ax).get_figwidth())


def ax_height(ax: Axes) -> float:
    """Measure the axes in inches, upwards."""
    return float(ax.get_position().height * figure_of(ax).get_figheight())


def panel(figure: Figure, box: tuple[float, float, float, float], *, page_high: float) -> Axes:
    """Make axes in a figure of small multiples.

    `box` is left, top, width and height in inches on a page `page_high` inches high; a figure of
    another size stretches it.
    """
    left, top, wide, high = box
    return figure.add_axes(
        (left / WIDTH, 1 - (top + high) / page_high, wide / WIDTH, high / page_high)
    )


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a chart: wrapped label, height in lines, and whether it heads those below it."""

    label: str
    lines: float
    heading: bool = False


def beside(
    ax: Axes,
    text: str,
    *,
    at: tuple[float, float],
    inches: float = 0.0,
    **font: Any,
) -> None:
    """Write `at` (share of the width, line), moved to the right by `inches` whatever the width is."""
    looks: dict[str, Any] = {"va": "center_baseline", "linespacing": 1.1, **font}
    across = ax.get_yaxis_transform()
    move: dict[str, Any] = {"xytext": (72 * inches, 0), "textcoords": "offset points"}
    ax.annotate(text, at, xycoords=across, annotation_clip=False, **move, **looks)


def put_note(ax: Axes, note: str, *, indent: float) -> None:
    """Write a grey note under the axes, from the page's edge."""
    font: dict[str, Any] = {"color": GREY, "size": SMALL[0], "linespacing": 1.25}
    ax.set_xlabel(note, x=-indent / ax_width(ax), ha="left", **font)


def put_figure_note(figure: Figure, note: str) -> None:
    """Write a grey note at the foot of a figure of small multiples."""
    place = MARGIN / figure.get_figwidth(), MARGIN / figure.get_figheight()
    figure.text(*place, note, color=GREY, size=SMALL[0], va="bottom")


def lines_of(rows: Sequence[Row]) -> float:
    """Lines that rows take, with some air above the x axis."""
    return sum(row.lines for row in rows) + 0.3


def row_axes(
    ax: Axes | None,
    head: Head,
    *,
    rows: Sequence[Row],
    left: float,
    right: float = 0.1,
    foot: float = 0.4,
) -> tuple[Axes, float]:
    """`ax`, or axes as high as the rows need, with the head; and how far its labels may reach.

    `left` and `right` inches are kept for what stands beside the axes, `foot` inches below them.
    """
    if ax is not None:
        _undress(ax)
        put_head(ax, replace(head, width=ax_width(ax)))
        return ax, left - MARGIN
    high = LINE * lines_of(rows)
    ax = new_axes(head, high=high, left=left, right=right, foot=foot)
    put_head(ax, head, indent=left - MARGIN)
    return ax, left - MARGIN


def _undress(ax: Axes) -> None:
    """Take frame and tick marks off axes that were made without the house style."""
    ax.spines[["left", "right", "top"]].set_visible(False)
    ax.tick_params(axis="y", length=0, labelsize=PLAIN[0])
    ax.tick_params(axis="x", labelsize=SMALL[0])


def name_rows(ax: Axes, rows: Sequence[Row], *, indent: float) -> list[float]:
    """Label rows at the left and return their middles; y runs downwards in lines of text.

    A heading stands at the foot of its row and begins `indent` inches left of the axes.
    """
    middles = centres([row.lines for row in rows])
    ax.set_ylim(lines_of(rows), 0)
    named = [(y, row.label) for y, row in zip(middles, rows, strict=True) if not row.heading]
    ax.set_yticks([y for y, _ in named], [label for _, label in named], linespacing=1.1)
    for y, row in zip(middles, rows, strict=True):
        if row.heading:
            foot = y + row.lines / 2 - 0.05
            beside(
                ax, row.label, at=(0, foot), inches=-indent, weight="bold", va="bottom", zorder=3
            )
    return middles


def figure_of(ax: Axes) -> Figure:
    """Find the figure that holds the axes."""
    figure = ax.get_figure(root=True)
    assert figure is not None
    return figure


def say_nothing(head: Head, why: str, *, ax: Axes | None = None, fig: Figure | None = None) -> Axes:
    """Axes that hold only the sentence `why` there is nothing to draw."""
    if ax is None and fig is not None:
        ax = panel(
            fig, (MARGIN, head.height(), WIDTH - 2 * MARGIN, 0.5), page_high=head.height() + 0.6
        )
    room = ax if ax is not None else new_axes(head, high=0.5, left=MARGIN, foot=0.1)
    put_head(room, Head(head.title, width=head.width if ax is None else ax_width(room)))
    room.set_axis_off()
    text = wrap(why, ax_width(room))
    room.text(0, 0.9, text, transform=room.transAxes, va="top", color=GREY)
    return room
