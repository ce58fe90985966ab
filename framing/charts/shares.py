"""How often each outlet chose one thing: a panel a question, a bar an outlet, in whose words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framing.charts import page
from framing.charts.style import BOLD, GREY, RULE, SMALL, VOICES, Sign, keys, style
from framing.model import VoiceKind

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_PLAIN = Sign("cases without a voice", GREY, "s")
_OUTLETS = (0.6, 1.9)  # inches for the outlets at the left, fewest and most
_COUNT = 0.28  # inches beside the longest count at the right of a bar
_BETWEEN = 0.14
_ACROSS = 3  # panels side by side
_HIGH = 1.8, 1.35  # lines an outlet takes, and where there are many
_MANY = 6  # outlets from which they are many
_NOTHING = "No clear difference: too little to compare, or alike."


@dataclass(frozen=True, slots=True)
class Tally:
    """An outlet's cases: in `parts` those that count, by the voice they stand in (None: no voice),
    of `of`. An outlet without a case is `of` 0."""

    outlet: str
    parts: Mapping[VoiceKind | None, int]
    of: int

    @property
    def count(self) -> int:
        """How many cases count."""
        return sum(self.parts.values())


@dataclass(frozen=True, slots=True)
class Question:
    """What is counted, in a few words, and each outlet's cases."""

    title: str
    rows: tuple[Tally, ...]


def plot_shares(
    questions: Sequence[Question],
    *,
    title: str,
    fig: Figure | None = None,
    names: Mapping[str, str] | None = None,
) -> Figure:
    """Draw a panel for each question: an outlet's (A-Z) cases of all its cases, 0 to 100 %.

    At the right of each bar stands what it counts, "9 of 13"; the parts of a bar are voices. An
    outlet without a case has a dash and no bar. Outlets are the same rows in every panel.
    """
    with style():
        if not questions:
            return page.figure_of(page.say_nothing(page.Head(title), _NOTHING, fig=fig))
        shown = dict(names or {})
        outlets = page.in_order([r.outlet for q in questions for r in q.rows], shown)
        head = page.Head(title, tuple(keys(_signs(questions), bars=True)))
        return _draw(questions, outlets, names=shown, head=head, fig=fig)


def alt_shares(
    questions: Sequence[Question], *, title: str, names: Mapping[str, str] | None = None
) -> str:
    """Say each question with each outlet's count."""
    shown = names or {}
    told = []
    for question in questions:
        order = page.in_order([row.outlet for row in question.rows], shown)
        rows = {row.outlet: row for row in question.rows}
        counts = ", ".join(f"{shown.get(o, o)} {_count(rows[o])}" for o in order)
        told.append(f"{question.title}: {counts}")
    return f"{title}. {'; '.join(told) or _NOTHING.rstrip('.')}."


def _signs(questions: Sequence[Question]) -> list[Sign]:
    used = {voice for q in questions for row in q.rows for voice, n in row.parts.items() if n}
    return [sign for voice, sign in VOICES.items() if voice in used]


def _count(row: Tally) -> str:
    return f"{row.count:,} of {row.of:,}" if row.of else "no case"


def _draw(
    questions: Sequence[Question],
    outlets: Sequence[str],
    *,
    names: Mapping[str, str],
    head: page.Head,
    fig: Figure | None,
) -> Figure:
    left = page.label_width([names.get(o, o) for o in outlets], _OUTLETS)
    across = min(_ACROSS, len(questions))
    wide = (page.WIDTH - left - page.MARGIN) / across - _BETWEEN
    rows = []
    for outlet in outlets:
        label = page.wrap(names.get(outlet, outlet), left - page.MARGIN - 0.1)
        rows.append(page.Row(label, max(_HIGH[len(outlets) > _MANY], page.height(label) + 0.3)))
    high = page.LINE * page.lines_of(rows)
    bands = [questions[n : n + across] for n in range(0, len(questions), across)]
    titles = [[page.wrap(q.title, wide, font=BOLD) for q in band] for band in bands]
    tops, total = _tops(titles, high, start=head.height())
    figure = fig if fig is not None else page.new_figure(total)
    page.put_figure_head(figure, head)
    for band, named, top in zip(bands, titles, tops, strict=True):
        for number, (question, label) in enumerate(zip(band, named, strict=True)):
            x = left + number * (wide + _BETWEEN)
            ax = page.panel(figure, (x, top, wide, high), page_high=total)
            unnamed = [page.Row("", row.lines) for row in rows]
            middles = page.name_rows(ax, unnamed if number else rows, indent=left - page.MARGIN)
            ax.set_title(label, loc="left", size=BOLD[0], pad=4, linespacing=1.1)
            _draw_panel(ax, question, dict(zip(outlets, middles, strict=True)))
    return figure


def _tops(
    titles: Sequence[Sequence[str]], high: float, *, start: float
) -> tuple[list[float], float]:
    """Where each band of panels begins under its titles, and the height of the whole, in inches."""
    tops = []
    for band in titles:
        start += 0.14 * max(map(page.height, band)) + 0.08
        tops.append(start)
        start += high + 0.32
    return tops, start


def _draw_panel(ax: Axes, question: Question, places: Mapping[str, float]) -> None:
    wide = page.ax_width(ax)
    widest = max(page.measure(_count(row), SMALL) for row in question.rows) + _COUNT
    ax.set_xlim(0, 100 * wide / max(0.3, wide - widest))
    ax.set_xticks([0, 50, 100], ["0", "50", "100 %"])
    ax.spines["bottom"].set_bounds(0, 100)
    for outlet, y in places.items():
        row = next((r for r in question.rows if r.outlet == outlet), None)
        if row is None or not row.of:
            ax.annotate("–", (0, y), va="center_baseline", color=GREY, size=SMALL[0])
            continue
        start = 0.0
        for voice in (*VOICES, None):
            share = 100 * row.parts.get(voice, 0) / row.of
            if share:
                sign = VOICES[voice] if voice else _PLAIN
                ax.barh(y, share, left=start, height=1.0, **sign.bar())
                start += share
        ax.hlines(y, start, 100, color=RULE, linewidth=0.8, zorder=0)
        ax.annotate(
            _count(row),
            (100, y),
            xytext=(5, 0),
            textcoords="offset points",
            va="center_baseline",
            size=SMALL[0],
            annotation_clip=False,
        )
    ax.axvline(0, color=GREY, linewidth=0.6, zorder=1)
