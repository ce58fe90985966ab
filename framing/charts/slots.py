"""What each outlet calls the same thing: a dot for each wording, in whose words, n of N."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from framing.charts import page
from framing.charts.style import BOLD, GREY, RULE, SMALL, VOICES, keys, style
from framing.model import Comparison, SlotChoice, VoiceKind
from framing.saying import count

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_LABELS = 1.6  # inches for the wordings at the left
_ACROSS = 4  # outlets side by side; more go into a further band with the same rows
_FOOT = 0.4  # inches under a band
_NOTHING = "Nothing here is worded in two or more ways."


@dataclass(frozen=True, slots=True)
class _Row:
    """A referent (no variant), or one of its wordings and the voices that have a lane in it."""

    label: str
    slot: str
    variant: str | None = None
    voices: tuple[VoiceKind, ...] = ()

    @property
    def lines(self) -> float:
        return max(page.height(self.label), len(self.voices)) + (0.3 if self.variant else 0.2)


@dataclass(frozen=True, slots=True)
class _Plan:
    """Which outlets stand in which band, and the rows that every band repeats."""

    bands: tuple[tuple[str, ...], ...]
    names: Mapping[str, str]
    articles: Mapping[str, int]
    rows: tuple[_Row, ...]
    note: str
    head: page.Head

    @property
    def panel_width(self) -> float:
        across = max(2, len(self.bands[0]))
        return (page.WIDTH - _LABELS - page.MARGIN) / across - 0.12

    def title(self, outlet: str) -> str:
        return page.wrap(self.names.get(outlet, outlet), self.panel_width, font=BOLD)

    def band_head(self, band: Sequence[str]) -> float:
        return 0.16 * max(page.height(self.title(outlet)) for outlet in band) + 0.21

    @property
    def page_rows(self) -> list[page.Row]:
        return [page.Row(row.label, row.lines, row.variant is None) for row in self.rows]

    @property
    def rows_high(self) -> float:
        return page.LINE * page.lines_of(self.page_rows)

    @property
    def high(self) -> float:
        bands = sum(self.band_head(band) + self.rows_high + _FOOT for band in self.bands)
        return self.head.height() + bands + 0.2


def plot_slots(
    comparison: Comparison,
    *,
    fig: Figure | None = None,
    names: Mapping[str, str] | None = None,
    most: int | None = None,
) -> Figure:
    """One panel an outlet (A-Z, same scale): how often it chose each wording, with "n of N".

    N is how often the outlet named the thing at all in that voice; where there is no dot, it did
    not. Without `most` an A4 page is filled, most named things first; with it that many wordings
    are shown, and the figure grows. The figure says how many are not shown.
    """
    with style():
        if not comparison.slots:
            head = page.Head(_title(comparison))
            return page.figure_of(page.say_nothing(head, _NOTHING, fig=fig))
        plan = _plan(comparison, names, most)
        figure = fig if fig is not None else page.new_figure(plan.high)
        page.put_figure_head(figure, plan.head)
        top = plan.head.height()
        for band in plan.bands:
            _draw_band(figure, plan, comparison.slots, band=band, top=top + plan.band_head(band))
            top += plan.band_head(band) + plan.rows_high + _FOOT
        page.put_figure_note(figure, plan.note)
        return figure


def alt_slots(comparison: Comparison, *, names: Mapping[str, str] | None = None) -> str:
    """Say the five most frequent choices in words."""
    if not comparison.slots:
        return f"{_title(comparison)}. {_NOTHING}"
    shown = page.outlet_names(comparison.annotations, names)
    top = sorted(comparison.slots, key=lambda c: (-c.count, c.referent, c.outlet, c.variant))[:5]
    told = "; ".join(
        f"“{c.variant}” for {c.referent} in {shown.get(c.outlet, c.outlet)} "
        f"({VOICES[c.voice].label}) {c.count} of {c.of}"
        for c in top
    )
    things = len({c.slot for c in comparison.slots})
    return (
        f"{_title(comparison)}. Dots show how often each outlet chose each wording of "
        f"{count(things, 'thing')} named in several ways. Most often: {told}."
    )


def _title(comparison: Comparison) -> str:
    return f"Same thing, different words: {page.scope(comparison)}"


def _plan(comparison: Comparison, names: Mapping[str, str] | None, most: int | None) -> _Plan:
    shown = page.outlet_names(comparison.annotations, names)
    outlets = page.in_order(comparison.outlets, shown)
    number = -(-len(outlets) // _ACROSS)
    across = -(-len(outlets) // number)
    bands = tuple(tuple(outlets[i : i + across]) for i in range(0, len(outlets), across))
    voices = [voice for voice in VOICES if any(c.voice == voice for c in comparison.slots)]
    head = page.Head(_title(comparison), tuple(keys([VOICES[v] for v in voices])))
    room = (page.TALLEST - head.height() - 0.2) / number - 0.6 - _FOOT
    lines = math.inf if most is not None else room / page.LINE
    rows, note = _rows(comparison.slots, most=most, lines=lines)
    tags = [a.article.outlet.outlet for a in comparison.annotations]
    return _Plan(bands, shown, {o: tags.count(o) for o in outlets}, tuple(rows), note, head)


def _rows(slots: Sequence[SlotChoice], *, most: int | None, lines: float) -> tuple[list[_Row], str]:
    """Choose the rows that fit, things A-Z, and note those that do not."""
    totals: dict[str, int] = {}
    for choice in slots:
        totals[choice.slot] = totals.get(choice.slot, 0) + choice.count
    blocks = [_block(slot, slots) for slot in sorted(totals, key=lambda s: (-totals[s], s))]
    kept: list[list[_Row]] = []
    room, left = lines, most if most is not None else sum(len(b) - 1 for b in blocks)
    for block in blocks:
        fits = sum(row.lines for row in block) <= room and len(block) - 1 <= left
        if kept and not fits:
            continue
        kept.append(block if fits else _shortened(block, slots, lines=room, most=left))
        room, left = room - sum(row.lines for row in block), left - len(block) + 1
    kept.sort(key=lambda block: (block[0].label.casefold(), block[0].slot))
    missing = sum(map(len, blocks)) - len(blocks) - sum(map(len, kept)) + len(kept)
    note = "No dot: not named in that voice."
    note += f" {count(missing, 'more wording')} not drawn." if missing else ""
    return [row for block in kept for row in block], note


def _block(slot: str, slots: Sequence[SlotChoice]) -> list[_Row]:
    """Make a referent's heading and its wordings A-Z."""
    mine = [choice for choice in slots if choice.slot == slot]
    width = page.WIDTH - 2 * page.MARGIN
    rows = [_Row(page.wrap(mine[0].referent, width, font=BOLD), slot)]
    for variant in sorted({c.variant for c in mine}, key=lambda v: (v.casefold(), v)):
        spoken = {c.voice for c in mine if c.variant == variant}
        label = page.wrap(variant, _LABELS - page.MARGIN - 0.12)
        rows.append(_Row(label, slot, variant, tuple(v for v in VOICES if v in spoken)))
    return rows


def _shortened(
    block: Sequence[_Row], slots: Sequence[SlotChoice], *, lines: float, most: int
) -> list[_Row]:
    """Keep the heading and the most frequent wordings that fit, at least one."""
    used = {
        row.variant: sum(c.count for c in slots if (c.slot, c.variant) == (row.slot, row.variant))
        for row in block[1:]
    }
    kept: list[_Row] = []
    room = lines - block[0].lines
    for row in sorted(block[1:], key=lambda r: -used[r.variant]):
        if kept and (row.lines > room or len(kept) >= most):
            break
        kept.append(row)
        room -= row.lines
    return [block[0], *(row for row in block[1:] if row in kept)]


def _draw_band(
    figure: Figure, plan: _Plan, slots: Sequence[SlotChoice], *, band: Sequence[str], top: float
) -> None:
    wide = plan.panel_width
    widest = max(c.of for c in slots)
    label = page.measure(f"{widest} of {widest}", SMALL) + 0.14
    last = max(c.count for c in slots) * wide / max(0.2, wide - label - 0.06)
    for number, outlet in enumerate(band):
        left = _LABELS + number * (wide + 0.12)
        ax = page.panel(figure, (left, top, wide, plan.rows_high), page_high=plan.high)
        ax.set_xlim(-0.06 / wide * last, last)
        _draw_panel(ax, plan.rows, [c for c in slots if c.outlet == outlet])
        ax.set_title(plan.title(outlet), loc="left", x=0, y=1.0, pad=14, size=BOLD[0])
        told = count(plan.articles[outlet], "article")
        above: dict[str, Any] = {"xytext": (0, 3), "textcoords": "offset points"}
        ax.annotate(told, (0, 1), xycoords="axes fraction", color=GREY, size=SMALL[0], **above)
        ax.set_xticks([0, max(c.count for c in slots)])
        if number == 0:
            ax.set_xlabel("times", loc="left", labelpad=0)
            page.name_rows(ax, plan.page_rows, indent=_LABELS - page.MARGIN)
        else:
            ax.sharey(figure.axes[-number - 1])
            ax.tick_params(labelleft=False)


def _draw_panel(ax: Axes, rows: Sequence[_Row], choices: Sequence[SlotChoice]) -> None:
    """Draw the dots of one outlet, a lane for each voice, and what they stand for."""
    found = {(c.slot, c.variant, c.voice): c.count for c in choices}
    of = {(c.slot, c.voice): c.of for c in choices}
    dots: dict[VoiceKind, list[tuple[float, float]]] = {}
    top = 0.0
    for row in rows:
        first = top + (row.lines - len(row.voices)) / 2 + 0.5
        for lane, voice in enumerate(row.voices):
            if (row.slot, voice) not in of or row.variant is None:
                continue
            number, y = found.get((row.slot, row.variant, voice), 0), first + lane
            dots.setdefault(voice, []).append((number, y))
            ax.plot([0, number], [y, y], color=RULE, linewidth=1, zorder=1)
            ax.annotate(
                f"{number} of {of[row.slot, voice]}",
                (number, y),
                xytext=(6, 0),
                textcoords="offset points",
                va="center_baseline",
                size=SMALL[0],
                color=None if number else GREY,
            )
        if row.variant:
            ax.plot([0, 0], [top, top + row.lines], color=GREY, linewidth=0.6, zorder=1.5)
        top += row.lines
    for voice, points in dots.items():
        ax.plot(*zip(*points, strict=True), **VOICES[voice].dots(), clip_on=False)
