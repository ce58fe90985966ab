"""How things are worded: what each outlet calls them, two passages side by side, telling words."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from framing.comparison.features import is_content_word
from framing.model import Alternation, Comparison, SlotChoice
from framing.reporting.blocks import (
    Block,
    Column,
    Paragraph,
    Section,
    Table,
    Words,
    quiet,
    strong,
    words,
)
from framing.reporting.figures import contrasts_figure, slots_figure, words_figure
from framing.reporting.findings import contrasting_slots
from framing.reporting.names import NO_USAGE, capital, p_value, usage_name
from framing.reporting.notes import MarkerNotes
from framing.reporting.passages import best_pairs
from framing.reporting.sections.columns import ACROSS, Cell, in_order, many_outlets, outlet_table
from framing.saying import count

_MOST_ROWS = 16  # things named in the table; an appendix has all
_DRAWN = 3  # things named in the chart: those that the outlets word most differently
_WORDINGS = 7  # wordings in the chart
_VOICES = ("outlet", "indirect", "direct")
_IN_A_CELL = 4  # wordings of an outlet in a table of many outlets
_CHANCE = 0.05


def same_thing(
    comparison: Comparison, names: dict[str, str], *, appendix: bool = False
) -> Section | None:
    """The slot table: for each referent, which wording each outlet chose, in which voice; the most
    telling and most used first, with `appendix` all. A chart of those that the outlets word
    differently."""
    by_slot: dict[str, list[SlotChoice]] = defaultdict(list)
    for row in comparison.slots:
        by_slot[row.slot].append(row)
    if not by_slot:
        return None
    telling = contrasting_slots(comparison, names)
    # a thing that one outlet alone names shows no choice between outlets
    shared = [s for s, rows in by_slot.items() if len({row.outlet for row in rows}) > 1]
    order = sorted(shared or by_slot, key=lambda s: (_rank(s, telling), -_uses(by_slot[s]), s))
    blocks: list[Block] = [_key(comparison), *_tables(comparison, names, order, appendix=appendix)]
    chosen = _drawn(telling or order, by_slot)
    several = len(comparison.outlets) > 1
    # dots of one outlet, or of many that choose alike, say nothing that the table does not
    if several and (telling or not many_outlets(comparison)):
        drawn = [row for row in comparison.slots if row.slot in chosen]
        most = None if many_outlets(comparison) else _WORDINGS  # None: as a page has room for
        figure = slots_figure(replace(comparison, slots=tuple(drawn)), names, most=most)
        blocks.insert(2, figure)
    return Section("words", "Same thing, different words", tuple(blocks))


def _key(comparison: Comparison) -> Paragraph:
    """How to read the counts, before the table that has them."""
    if many_outlets(comparison):
        told = "Behind each wording: how often it is used, in own words, reported or quoted."
    else:
        told = "Behind each wording: how often it is used (in own words / reported / quoted)."
    return Paragraph(words(quiet(f"{told} A dash: not found in this outlet’s texts.")))


def _drawn(order: Sequence[str], by_slot: Mapping[str, Sequence[SlotChoice]]) -> list[str]:
    """The first slots of `order` whose wordings have room in the chart, at least one."""
    kept: list[str] = []
    room = _WORDINGS
    for slot in order:
        wordings = len({row.variant for row in by_slot[slot]})
        if len(kept) < _DRAWN and (wordings <= room or not kept):
            kept.append(slot)
            room -= wordings
    return kept


def _rank(slot: str, telling: Sequence[str]) -> int:
    return telling.index(slot) if slot in telling else len(telling)


def _uses(rows: Sequence[SlotChoice]) -> int:
    return sum(row.count for row in rows)


def _tables(
    comparison: Comparison, names: dict[str, str], order: Sequence[str], *, appendix: bool
) -> list[Table]:
    """The table of the first things named, and in an appendix tables of the rest."""
    step = ACROSS if many_outlets(comparison) else _MOST_ROWS
    parts = [order[n : n + step] for n in range(0, len(order), step)]
    left = 0 if appendix else len(order) - len(parts[0])
    more = f"{count(left, 'more thing')} in the exported table and in an appendix (--appendix)."
    first = _table(comparison, names, parts[0], more=more if left else "")
    rest = [_table(comparison, names, p, title="More things") for p in parts[1:] if appendix]
    return [first, *rest]


def _table(
    comparison: Comparison,
    names: dict[str, str],
    shown: Sequence[str],
    *,
    more: str = "",
    title: str = "What each outlet calls it",
) -> Table:
    tests = {row.slot: row for row in comparison.alternations if row.wording == "outlet"}
    # where the least p is above this, no number of uses could show a difference
    able = any(slot in tests and tests[slot].smallest_p <= _CHANCE for slot in shown)
    many = many_outlets(comparison)
    items: list[tuple[str, Cell]] = []
    for slot in shown:
        mine = [row for row in comparison.slots if row.slot == slot]

        def cell(outlet: str, found: Sequence[SlotChoice] = mine) -> Words:
            return _wordings([row for row in found if row.outlet == outlet], short=many)

        items.append((capital(mine[0].referent), cell))
    columns, rows = outlet_table(comparison, names, items, head="What is named")
    found = [_test(tests.get(slot)) for slot in shown]
    if able and many:
        rows = (*rows, (words(strong(_P)), *found))
    elif able:
        columns = (*columns, Column(_P, "right", 0.95))
        rows = tuple((*row, p) for row, p in zip(rows, found, strict=True))
    notes = [_P_NOTE if able else _NO_TEST * bool(tests), more, _usages(comparison, shown)]
    return Table(title, columns, rows, " ".join(filter(None, notes)))


_P = "p by article (least)"
_P_NOTE = (
    "p: how often the outlets’ own wordings would be as different if the articles had been dealt out "
    "to them at random; in brackets the least that so few articles can give."
)
_NO_TEST = "So few articles that a test by article could find no difference: none is printed."


def _wordings(rows: Sequence[SlotChoice], *, short: bool) -> Words:
    """An outlet's wordings of one thing, the most used first; `short`: without their voices."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        counts[row.variant][row.voice] += row.count
    ordered = sorted(counts.items(), key=lambda item: (-item[1].total(), item[0]))
    if not ordered:
        return ()
    if not short:
        return words("\n".join(f"{variant} {_split(voices)}" for variant, voices in ordered))
    lines = [f"{variant}\u00a0{voices.total()}" for variant, voices in ordered[:_IN_A_CELL]]
    left = ordered[_IN_A_CELL:]
    lines += [f"others\u00a0{sum(voices.total() for _, voices in left)}"] * bool(left)
    return words("\n".join(lines))


def _split(voices: Counter[str]) -> str:
    return f"{voices.total()} ({'/'.join(str(voices[v]) for v in _VOICES)})"


def _usages(comparison: Comparison, slots: Sequence[str]) -> str:
    """Whose documented usage the wordings are, usages A-Z."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in comparison.slots:
        if row.slot in slots and row.convention not in NO_USAGE:
            found[row.convention].add(row.variant)
    told = [
        f"{usage_name(usage)}: {', '.join(sorted(words))}" for usage, words in sorted(found.items())
    ]
    return f"Documented usage – {'; '.join(told)}." if told else ""


def _test(row: Alternation | None) -> Words:
    if row is None:
        return words("–")
    return words(p_value(row.p_articles), quiet(f" ({p_value(row.smallest_p)})"))


def side_by_side(
    comparison: Comparison, names: dict[str, str], numbers: Mapping[str, int] | None = None
) -> Section | None:
    """Tellings of the same point by two outlets, with marks and notes."""
    pairs = best_pairs(comparison, names, notes=MarkerNotes([comparison]), numbers=numbers)
    if not pairs:
        return None
    intro = Paragraph(
        words(
            "The same claim in two outlets. A letter ties each marked phrase to its note; a word in "
            "brackets before a stretch says that it is reported or quoted, and whose words it is."
        )
    )
    return Section("pairs", "Two passages side by side", (intro, *pairs))


def word_choice(comparison: Comparison, names: dict[str, str]) -> Section | None:
    """Words that an outlet uses more than the others do; those whose interval leaves out chance."""
    told = [row for row in comparison.word_choice if is_content_word(row.term)]
    if not told:
        return None
    clear = [row for row in told if abs(row.z) > _Z]
    if not any(row.z > 0 for row in clear):
        return Section("choice", "Word choice", (Paragraph(words(_NO_WORD)),))
    comparison = replace(comparison, word_choice=tuple(clear))
    if len(comparison.outlets) == 2:
        figure = words_figure(comparison, in_order(comparison, names)[0], names)
    else:
        figure = contrasts_figure(comparison, names)
    whole = replace(figure, caption=f"{figure.caption} {_WORD_NOTE}")
    return Section("choice", "Word choice", (whole,))


_Z = 1.96  # beyond it the 95 % interval leaves out 0
_NO_WORD = (
    "No word is used so much more by one outlet than by the others that the 95 % interval of the "
    "difference leaves out chance. The exported table has all words."
)
_WORD_NOTE = (
    "Informative Dirichlet prior (Monroe, Colaresi and Quinn 2008). Shown are words whose interval "
    "leaves out 0. Quoted words are not counted, and words such as “the” and “than” not shown. With "
    "few articles most of these differences are topic and chance."
)
