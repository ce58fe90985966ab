"""Which words an outlet uses more, and which the others: dots with intervals and the counts.

`plot_words` is one outlet against the others, both ways; `plot_contrasts` all outlets in one chart,
each with the words that it uses more.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from framing.charts import page
from framing.charts.style import BLUE, BOLD, GREY, SMALL, Sign, keys, style
from framing.model import Comparison, WordContrast
from framing.saying import count

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

    x is the log-odds ratio (natural log; right: more in `outlet`) with the 95 % interval that words
    would have if they were independent (they repeat in a text, so it is too short). Beside
    it stands how often the word is used, of how many words. Hollow: only one article has it on the
    side that uses it more. Raises OptionError where the outlet has no article here.
    """
    with style():
        page.chosen(outlet, comparison.outlets, name="outlet")
        sides = _sides(comparison, outlet, names)
        blocks = _blocks(comparison, outlet, sides=sides, most=most)
        if not blocks:
            return page.say_nothing(page.Head(_title(comparison, sides)), _why(comparison), ax=ax)
        head = page.Head(_title(comparison, sides), tuple(keys(_signs(blocks))))
        first = blocks[0].words[0]
        columns = [
            page.wrap(f"{side}, of {words:,} words", _COUNTS - 0.12, font=SMALL)
            for side, words in zip(sides, (first.words, first.other_words), strict=True)
        ]
        return _draw(blocks, head, columns=columns, written=_written(comparison, blocks), ax=ax)


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


def plot_contrasts(
    comparison: Comparison,
    *,
    ax: Axes | None = None,
    names: Mapping[str, str] | None = None,
    most: int = 5,
) -> Axes:
    """Draw for each outlet (A-Z) the `most` words that it uses more than the others, clearest first.

    x is the log-odds ratio (natural log) with the 95 % interval that words would
    have if they were independent. Beside it stands how often the word
    is used here and in the others, of how many words. Hollow: in one article of the outlet only.
    Where an A4 page is too short, each outlet has the same smaller number.
    """
    with style():
        shown = page.outlet_names(comparison.annotations, names)
        title = f"Words used more than in the others: {page.scope(comparison)}"
        blocks = _all_blocks(comparison, shown, most)
        if not blocks:
            return page.say_nothing(page.Head(title), _why(comparison), ax=ax)
        head = page.Head(title, tuple(keys(_signs(blocks))))
        written = _written(comparison, blocks)
        columns = ("here", "in the others")
        return _draw(blocks, head, columns=columns, written=written, ax=ax, both=False)


def alt_contrasts(
    comparison: Comparison, *, names: Mapping[str, str] | None = None, most: int = 3
) -> str:
    """Say the clearest words of each outlet with their counts."""
    shown = page.outlet_names(comparison.annotations, names)
    told = [
        f"{block.heading}: "
        + ", ".join(f"“{w.term}” ({w.count:,} against {w.other_count:,})" for w in block.words)
        for block in _all_blocks(comparison, shown, most)
    ]
    title = f"Words used more than in the others: {page.scope(comparison)}"
    return f"{title}. {'; '.join(told) or _why(comparison).rstrip('.')}."


def _all_blocks(comparison: Comparison, names: Mapping[str, str], most: int) -> list[_Block]:
    """A block an outlet, with the same number of words for each, on one A4 page."""
    outlets = page.in_order(comparison.outlets, names)
    room = (page.TALLEST - 1.6) / page.LINE
    most = max(1, min(most, int((room / max(1, len(outlets)) - 1.6) / 1.15)))
    blocks = []
    for outlet in outlets:
        mine = [w for w in comparison.word_choice if w.outlet == outlet and w.z > 0][:most]
        single = frozenset(w.term for w in mine if w.articles == 1)
        if mine:
            heading = f"{names.get(outlet, outlet)}, {mine[0].words:,} words"
            blocks.append(_Block(heading, tuple(mine), single))
    return blocks


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
    return f" ({most} of {count(len(words), 'word')})" if len(words) > most else ""


def _draw(
    blocks: Sequence[_Block],
    head: page.Head,
    *,
    columns: Sequence[str],
    written: Mapping[str, str],
    ax: Axes | None,
    both: bool = True,
) -> Axes:
    """`both`: words of two sides, so that 0 stands in the middle."""
    rows = _rows(blocks, first=max(map(page.height, columns)), written=written)
    ax, indent = page.row_axes(
        ax, head, rows=rows, left=_LABELS, right=_COUNTS * len(columns) + page.MARGIN
    )
    middles = page.name_rows(ax, rows, indent=indent)
    places = iter([y for y, row in zip(middles, rows, strict=True) if not row.heading])
    for block in blocks:
        for word in block.words:
            _draw_word(ax, word, next(places), single=word.term in block.single)
    _columns(ax, columns, foot=rows[0].lines)
    for top, foot in _stretches(rows):  # beside the words, not through the headings
        ax.vlines(0, top, foot, color=GREY, linewidth=0.6, zorder=0)
    lowest, widest = ax.get_xlim()[0], max(map(abs, ax.get_xlim()))
    ax.set_xlim(-widest if both else min(lowest, -0.4), widest)
    ax.set_xlabel("log-odds ratio; line: 95 % interval if words were independent; 0: used alike")
    return ax


def _stretches(rows: Sequence[page.Row]) -> list[tuple[float, float]]:
    """Where the rows between two headings begin and end."""
    found: list[tuple[float, float]] = []
    at = 0.0
    for row in rows:
        if row.heading:
            found.append((at + row.lines, at + row.lines))
        else:
            found[-1] = (found[-1][0], at + row.lines)
        at += row.lines
    return [*found[:-1], (found[-1][0], page.lines_of(rows))]


def _signs(blocks: Sequence[_Block]) -> list[Sign]:
    """The signs that are used."""
    found = [
        (word.term in block.single, _is_sure(word)) for block in blocks for word in block.words
    ]
    several, single = ([sure for one, sure in found if one is which] for which in (False, True))
    grey = not all(several + single)
    signs = ((_SPREAD, several), (_SINGLE, single), (_UNSURE, grey))
    return [sign for sign, used in signs if used]


def _written(comparison: Comparison, blocks: Sequence[_Block]) -> dict[str, str]:
    """Words that the texts write with a capital in most places: names as they are written there."""
    terms = {word.term for block in blocks for word in block.words}
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for annotation in comparison.annotations:
        for form in re.findall(r"[^\W\d_][\w'’-]*", annotation.article.text):
            if form.lower() in terms:
                forms[form.lower()][form] += 1
    return {term: max(found, key=lambda f: (found[f], f)) for term, found in forms.items()}


def _rows(blocks: Sequence[_Block], *, first: int, written: Mapping[str, str]) -> list[page.Row]:
    """Headings and words; the first row is `first` lines high, for the heads of the columns."""
    rows: list[page.Row] = []
    for block in blocks:
        heading = page.wrap(block.heading, page.WIDTH - 2 * page.MARGIN - 2 * _COUNTS, font=BOLD)
        lines = max(page.height(heading), 0 if rows else first)
        rows.append(page.Row(heading, lines + (0.6 if rows else 0.2), heading=True))
        for word in block.words:
            label = page.wrap(written.get(word.term, word.term), _LABELS - page.MARGIN - 0.1)
            rows.append(page.Row(label, page.height(label) + 0.15))
    return rows


def _is_sure(word: WordContrast) -> bool:
    """Whether the interval leaves out 0."""
    return abs(word.z) > _Z


def _draw_word(ax: Axes, word: WordContrast, y: float, *, single: bool) -> None:
    half = _Z * abs(word.log_odds / word.z)
    sign = replace(_SINGLE if single else _SPREAD, colour=BLUE if _is_sure(word) else GREY)
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
