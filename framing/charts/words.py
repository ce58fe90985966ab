"""Which words an outlet uses more, and which the others: dots with intervals and the counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from framing.charts import page
from framing.charts.style import BLUE, BOLD, GREY, SMALL, Sign, keys, style
from framing.model import Comparison, WordContrast

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_SPREAD = Sign("in several articles", BLUE, "o")
_SINGLE = Sign("in one article only", BLUE, "o", "open")
_UNSURE = Sign("grey: the interval includes 0", GREY, "o")
_LABELS = 1.55  # inches for the words at the left
_COUNTS = 0.95  # inches for each of the two columns of counts at the right
_Z = 1.96  # half of a 95 % interval in standard errors; one of them is log_odds / z


@dataclass(frozen=True, slots=True)
class _Block:
    """The words that one side uses more; `single` are those in one article only of that side."""

    heading: str
    words: tuple[WordContrast, ...]
    single: frozenset[str]


def plot_words(
    comparison: Comparison,
    outlet: str,
    *,
    ax: Axes | None = None,
    names: Mapping[str, str] | None = None,
    most: int = 10,
) -> Axes:
    """Draw the words that `outlet` (its id) uses more and less than the others, `most` of each.

    x is the log-odds ratio (natural log; right: more in `outlet`) with its 95 % interval. Beside
    it stands how often the word is used, of how many words. Hollow: only one article has it on the
    side that uses it more. Raises OptionError where the outlet has no article here.
    """
    with style():
        page.chosen(outlet, comparison.outlets, name="outlet")
        sides = _sides(comparison, outlet, names)
        blocks = _blocks(comparison, outlet, sides=sides, most=most)
        if not blocks:
            return page.say_nothing(page.Head(_title(comparison, sides)), _why(comparison), ax=ax)
        head = page.Head(_title(comparison, sides), tuple(keys([_SPREAD, _SINGLE, _UNSURE])))
        first = blocks[0].words[0]
        columns = [
            page.wrap(f"{side}, of {words:,} words", _COUNTS - 0.12, font=SMALL)
            for side, words in zip(sides, (first.words, first.other_words), strict=True)
        ]
        return _draw(blocks, head, columns=columns, ax=ax)


def alt_words(
    comparison: Comparison, outlet: str, *, names: Mapping[str, str] | None = None
) -> str:
    """Say the first words of both sides with their counts."""
    sides = _sides(comparison, outlet, names)
    told = [_title(comparison, sides)]
    for block in _blocks(comparison, outlet, sides=sides, most=3):
        strongest = sorted(block.words, key=lambda w: -abs(w.z))
        counts = (f"“{w.term}” ({w.count:,} against {w.other_count:,})" for w in strongest)
        told.append(f"M{block.heading[1:]}: {', '.join(counts)}")
    return ". ".join(told if len(told) > 1 else [*told, _why(comparison)]).rstrip(".") + "."


def _sides(comparison: Comparison, outlet: str, names: Mapping[str, str] | None) -> tuple[str, str]:
    """Name the outlet and the one other, or say "the others"."""
    shown = page.outlet_names(comparison.annotations, names)
    rest = [shown.get(o, o) for o in comparison.outlets if o != outlet]
    return shown.get(outlet, outlet), rest[0] if len(rest) == 1 else "the others"


def _title(comparison: Comparison, sides: tuple[str, str]) -> str:
    who = " and ".join(sides) if len(comparison.outlets) > 1 else sides[0]
    return f"Word choice of {who}: {page.scope(comparison)}"


def _why(comparison: Comparison) -> str:
    if len(comparison.outlets) < 2:
        return "One outlet only: there is nothing to compare its words with."
    return "No word is used often enough to compare."


def _blocks(
    comparison: Comparison, outlet: str, *, sides: tuple[str, str], most: int
) -> list[_Block]:
    mine = [w for w in comparison.word_choice if w.outlet == outlet]
    rest = [w for w in comparison.word_choice if w.outlet != outlet]
    own, other = [w for w in mine if w.z > 0], [w for w in mine if w.z < 0]
    single = frozenset(w.term for w in own if w.articles == 1)
    found = [w.term for w in rest if w.articles]  # once for each other outlet that has it
    elsewhere = frozenset(w.term for w in rest if w.articles == 1 and found.count(w.term) == 1)
    blocks = [
        _Block(f"more in {sides[0]}{_of(own, most)}", tuple(own[:most]), single),
        _Block(f"more in {sides[1]}{_of(other, most)}", tuple(other[-most:]), elsewhere),
    ]
    return [block for block in blocks if block.words]


def _of(words: Sequence[WordContrast], most: int) -> str:
    return f" ({most} of {page.count(len(words), 'word')})" if len(words) > most else ""


def _draw(
    blocks: Sequence[_Block], head: page.Head, *, columns: Sequence[str], ax: Axes | None
) -> Axes:
    rows = _rows(blocks, first=max(map(page.height, columns)))
    ax, indent = page.row_axes(
        ax, head, rows=rows, left=_LABELS, right=_COUNTS * len(columns) + page.MARGIN
    )
    middles = page.name_rows(ax, rows, indent=indent)
    places = iter([y for y, row in zip(middles, rows, strict=True) if not row.heading])
    for block in blocks:
        for word in block.words:
            _draw_word(ax, word, next(places), single=word.term in block.single)
    _columns(ax, columns, foot=rows[0].lines)
    ax.axvline(0, color=GREY, linewidth=0.6, zorder=0)
    widest = max(map(abs, ax.get_xlim()))
    ax.set_xlim(-widest, widest)
    ax.set_xlabel("log-odds ratio with 95 % interval; 0: used alike")
    return ax


def _rows(blocks: Sequence[_Block], *, first: int) -> list[page.Row]:
    """Headings and words; the first row is `first` lines high, for the heads of the columns."""
    rows: list[page.Row] = []
    for block in blocks:
        heading = page.wrap(block.heading, page.WIDTH - 2 * page.MARGIN - 2 * _COUNTS, font=BOLD)
        lines = max(page.height(heading), 0 if rows else first)
        rows.append(page.Row(heading, lines + (0.6 if rows else 0.2), heading=True))
        for word in block.words:
            label = page.wrap(word.term, _LABELS - page.MARGIN - 0.1)
            rows.append(page.Row(label, page.height(label) + 0.15))
    return rows


def _draw_word(ax: Axes, word: WordContrast, y: float, *, single: bool) -> None:
    half = _Z * abs(word.log_odds / word.z)
    sure = half < abs(word.log_odds)
    sign = replace(_SINGLE if single else _SPREAD, colour=BLUE if sure else GREY)
    ends = [word.log_odds - half, word.log_odds + half]
    ax.plot(ends, [y, y], color=sign.colour, linewidth=1.2, zorder=2)
    ax.plot([word.log_odds], [y], **sign.dots(), zorder=3)
    for column, number in enumerate((word.count, word.other_count), start=1):
        page.beside(
            ax, f"{number:,}", at=(1, y), inches=column * _COUNTS, ha="right", size=SMALL[0]
        )


def _columns(ax: Axes, columns: Sequence[str], *, foot: float) -> None:
    """Say what the counts at the right are counts of."""
    font: dict[str, Any] = {"ha": "right", "va": "bottom", "color": GREY, "size": SMALL[0]}
    for column, text in enumerate(columns, start=1):
        page.beside(ax, text, at=(1, foot - 0.05), inches=column * _COUNTS, **font)
