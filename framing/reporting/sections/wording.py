"""How things are worded: what each outlet calls them, two passages side by side, telling words."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from framing.comparison.features import is_content_word
from framing.model import Alternation, Comparison, SlotChoice
from framing.reporting.blocks import (
    Column,
    Paragraph,
    Run,
    Section,
    Table,
    Words,
    quiet,
    strong,
    words,
)
from framing.reporting.figures import contrasts_figure, slots_figure, words_figure
from framing.reporting.findings import contrasting_slots
from framing.reporting.names import capital, p_value
from framing.reporting.notes import MarkerNotes
from framing.reporting.passages import best_pairs
from framing.reporting.sections.columns import MOST, in_order, outlet_columns

_MOST_ROWS = 16, 6  # things named in the table, and with many outlets; the exported table has all
_DRAWN = 3  # things named in the chart: those that the outlets word most differently
_WORDINGS = 7  # wordings in the chart
_VOICES = ("outlet", "indirect", "direct")


def same_thing(comparison: Comparison, names: dict[str, str]) -> Section | None:
    """The slot table: for each referent, which wording each outlet chose, in which voice."""
    by_slot: dict[str, list[SlotChoice]] = defaultdict(list)
    for row in comparison.slots:
        by_slot[row.slot].append(row)
    if not by_slot:
        return None
    telling = contrasting_slots(comparison, names)
    # a thing that one outlet alone names shows no choice between outlets
    shared = [s for s, rows in by_slot.items() if len({row.outlet for row in rows}) > 1]
    order = sorted(shared or by_slot, key=lambda s: (_rank(s, telling), -_uses(by_slot[s]), s))
    chosen = _drawn(telling or order, by_slot)
    drawn = [row for row in comparison.slots if row.slot in chosen]
    many = len(comparison.outlets) > MOST
    most = None if many else _WORDINGS  # None: as many as a page has room for
    figure = slots_figure(replace(comparison, slots=tuple(drawn)), names, most=most)
    return Section(
        "words", "Same thing, different words", (_table(comparison, names, order), figure)
    )


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


def _table(comparison: Comparison, names: dict[str, str], order: Sequence[str]) -> Table:
    shown = order[: _MOST_ROWS[len(comparison.outlets) > MOST]]
    tests = {row.slot: row for row in comparison.alternations if row.wording == "outlet"}
    tested = any(slot in tests for slot in shown)
    rows = []
    for slot in shown:
        mine = [row for row in comparison.slots if row.slot == slot]
        test = [_test(tests.get(slot))] if tested else []
        head = words(strong(capital(mine[0].referent)))
        rows.append((head, *_cells(mine, comparison, names), *test))
    notes = [
        "Counts are uses in own words / reported / quoted. A dash: not found in this outlet’s texts.",
        _P_NOTE if tested else "",
        f"{len(order) - len(shown)} more in the exported table." if len(order) > len(shown) else "",
        _usages(comparison, shown),
    ]
    return Table(
        "What each outlet calls it",
        (
            Column("What is named", width=1.7),
            *outlet_columns(comparison, names),
            *([Column("p by article (least)", "right", 0.95)] if tested else []),
        ),
        tuple(rows),
        " ".join(filter(None, notes)),
    )


_P_NOTE = (
    "p: how often the outlets’ own wordings would be as different if the articles had been dealt out "
    "to them at random; in brackets the least that so few articles can give. A least value above 0.05 "
    "means that no number of uses could show more than chance."
)


def _cells(
    rows: Sequence[SlotChoice], comparison: Comparison, names: dict[str, str]
) -> list[Words]:
    """What each outlet chose, a column each; with many outlets who chose each wording."""
    counts: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for row in rows:
        counts[row.outlet][row.variant][row.voice] += row.count
    outlets = in_order(comparison, names)
    if len(outlets) > MOST:
        return [_by_wording(counts, outlets, names)]
    return [_by_outlet(counts.get(outlet, {})) for outlet in outlets]


def _by_outlet(counts: Mapping[str, Counter[str]]) -> Words:
    ordered = sorted(counts.items(), key=lambda item: (-item[1].total(), item[0]))
    lines = [f"{variant} {_split(voices)}" for variant, voices in ordered]
    return words("\n".join(lines) if lines else "–")


def _by_wording(
    counts: Mapping[str, Mapping[str, Counter[str]]],
    outlets: Sequence[str],
    names: Mapping[str, str],
) -> Words:
    totals: Counter[str] = Counter()
    for chosen in counts.values():
        totals.update({variant: voices.total() for variant, voices in chosen.items()})
    runs: list[Run] = []
    for variant, _ in sorted(totals.items(), key=lambda item: (-item[1], item[0])):
        told = [
            f"{names[o]} {_split(counts[o][variant])}"
            for o in outlets
            if variant in counts.get(o, {})
        ]
        runs += [Run("\n")] * bool(runs) + [strong(variant), Run(f": {', '.join(told)}")]
    return tuple(runs)


def _split(voices: Counter[str]) -> str:
    return f"{voices.total()} ({'/'.join(str(voices[v]) for v in _VOICES)})"


def _usages(comparison: Comparison, slots: Sequence[str]) -> str:
    """Whose documented usage the wordings are, usages A-Z."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in comparison.slots:
        if row.slot in slots and row.convention not in _NO_USAGE:
            found[row.convention].add(row.variant)
    told = [
        f"{capital(usage)}: {', '.join(sorted(words))}" for usage, words in sorted(found.items())
    ]
    return f"Documented usage – {'; '.join(told)}." if told else ""


_NO_USAGE = ("neutral", "unresolved", "")


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
            "The same point in two outlets. A letter ties each marked phrase to its note; a word in "
            "brackets before a stretch says that it is reported or quoted, and whose words it is."
        )
    )
    return Section("pairs", "Two passages side by side", (intro, *pairs))


def word_choice(comparison: Comparison, names: dict[str, str]) -> Section | None:
    """Words that an outlet uses more than the others do."""
    if not any(is_content_word(row.term) for row in comparison.word_choice):
        return None
    if len(comparison.outlets) == 2:
        figure = words_figure(comparison, in_order(comparison, names)[0], names)
    else:
        figure = contrasts_figure(comparison, names)
    note = (
        "Informative Dirichlet prior (Monroe, Colaresi and Quinn 2008). Quoted words are not counted, "
        "and words such as “the” and “than” not shown. With few articles most of these differences "
        "are topic and chance."
    )
    whole = replace(figure, caption=f"{figure.caption} {note}")
    return Section("choice", "Word choice", (whole,))
