"""The tab Words: what each outlet calls the same thing, and the words it uses more."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from framing.comparison.features import is_content_word
from framing.model import Comparison, SlotChoice, VoiceKind, WordContrast
from framing.reporting.blocks import (
    Block,
    Column,
    Paragraph,
    Run,
    Table,
    Words,
    quiet,
    strong,
    words,
)
from framing.reporting.figures import along_figure, slots_figure, words_figure
from framing.reporting.names import capital
from framing.reporting.page.evidence import slot_places, word_places
from framing.reporting.page.lines import Place
from framing.reporting.page.tabs.desk import Desk
from framing.saying import count

_MOST_WORDS = 8  # words listed for an outlet
_FEWEST_USES = 2  # of a word in an outlet: once is not more often
_MOST_TEXTS = 8  # texts whose markers are drawn
_MOST_FIGURES = 3  # outlets whose words are drawn; the table has all of them
SlotPlaces = dict[tuple[str, str, str], list[Place]]


def words_blocks(comparison: Comparison, desk: Desk, *, drawn: bool) -> tuple[Block, ...]:
    """The blocks of the tab for one event; `drawn` says whether to draw charts too."""
    blocks: list[Block] = []
    if comparison.slots:
        blocks.append(_slot_table(comparison, desk))
        if drawn:
            blocks.append(slots_figure(comparison, dict(desk.names)))
    shown = {o: _most_used(comparison, o) for o in comparison.outlets}
    if any(shown.values()):
        blocks.append(_word_table(comparison, shown, desk))
    if drawn:
        for outlet in comparison.outlets[:_MOST_FIGURES]:
            if shown[outlet]:
                blocks.append(words_figure(comparison, outlet, dict(desk.names)))
    if not blocks:
        blocks.append(Paragraph(words(_nothing(comparison))))
    return (*blocks, *_along(comparison, desk)) if drawn else tuple(blocks)


def _along(comparison: Comparison, desk: Desk) -> Iterator[Block]:
    """Where the markers of each text lie, in the order of the texts' numbers."""
    texts = [a for a in comparison.annotations if a.markers]
    texts.sort(key=lambda a: desk.numbers[a.article.id])
    for a in texts[:_MOST_TEXTS]:
        yield along_figure(a, dict(desk.names), number=desk.numbers[a.article.id])
    if len(texts) > _MOST_TEXTS:
        left = count(len(texts) - _MOST_TEXTS, "more text")
        yield Paragraph(words(f"The markers of {left} are not drawn; they are in the texts."))


def _nothing(comparison: Comparison) -> str:
    n = len(comparison.outlets)
    if n < 2:
        return "One outlet only: there is nothing to compare its words with."
    return f"No thing is named in two ways by the {count(n, 'outlet')}, as far as the packs know."


def _slot_table(comparison: Comparison, desk: Desk) -> Table:
    """A row a thing that is named in more than one way, the most often named first."""
    by_slot: dict[str, list[SlotChoice]] = defaultdict(list)
    for row in comparison.slots:
        by_slot[row.slot].append(row)
    places = slot_places(comparison, desk.packs, desk.voices)
    order = sorted(by_slot, key=lambda s: (-sum(r.count for r in by_slot[s]), s))
    rows = []
    for slot in order:
        title = capital(by_slot[slot][0].referent)
        cells = [_slot_cell(by_slot[slot], o, places, desk) for o in comparison.outlets]
        rows.append((words(strong(title)), *cells))
    outlets = (Column(desk.names[o], width=2.0) for o in comparison.outlets)
    return Table(
        "Same thing, different words: what each outlet calls it",
        (Column("What is named", width=1.4), *outlets),
        tuple(rows),
        "Each number opens its lines. A dash: not found in this outlet’s texts.",
    )


def _slot_cell(rows: Sequence[SlotChoice], outlet: str, places: SlotPlaces, desk: Desk) -> Words:
    counts: dict[str, Counter[VoiceKind]] = defaultdict(Counter)
    for row in rows:
        if row.outlet == outlet:
            counts[row.variant][row.voice] += row.count
    runs: list[Run] = []
    for variant, voices in sorted(counts.items(), key=lambda c: (-c[1].total(), c[0])):
        mine = places.get((rows[0].slot, variant, outlet), [])
        title = f"{desk.names[outlet]}: “{variant}” for {rows[0].referent}"
        runs += [Run("\n")] if runs else []
        number = desk.book.number(voices.total(), title, mine, kind="strong")
        runs += [Run(f"{variant} "), number]
        if voices.total() > 1 or "outlet" not in voices:
            runs += [quiet(" ("), *desk.by_voice(number.lines, voices), quiet(")")]
    return tuple(runs) or words("–")


def _most_used(comparison: Comparison, outlet: str) -> list[WordContrast]:
    """The words the outlet uses more than the others, clearest first."""
    rows = [
        row
        for row in comparison.word_choice
        if row.outlet == outlet and row.z > 0 and is_content_word(row.term)
        if row.count >= _FEWEST_USES
    ]
    return rows[:_MOST_WORDS]


def _word_table(comparison: Comparison, shown: dict[str, list[WordContrast]], desk: Desk) -> Table:
    found = [row for rows in shown.values() for row in rows]
    places = word_places(comparison, sorted({row.term for row in found}), desk.voices)
    texts = {a.article.id: a.article.text for a in comparison.annotations}
    rows = []
    for row in found:
        here = places.get((row.term, row.outlet), [])
        there = [
            p for (t, o), ps in places.items() if t == row.term and o != row.outlet for p in ps
        ]
        name = desk.names[row.outlet]
        term = _as_written(row.term, (*here, *there), texts)
        told = desk.book.number(row.count, f"{name}: “{term}”", here, kind="strong")
        other = desk.book.number(row.other_count, f"Outlets other than {name}: “{term}”", there)
        rows.append(
            (
                words(strong(name)),
                words(term),
                words(told, quiet(f" of {row.words:,}")),
                words(other, quiet(f" of {row.other_words:,}")),
                words(f"{row.articles}", quiet(" (one article)" if row.articles == 1 else "")),
                words(_certainty(row)),
            )
        )
    return Table(
        "Words an outlet uses more than the others on this event",
        (
            Column("Outlet", width=1.4),
            Column("Word", width=1.6),
            Column("Here", "right", 1.2),
            Column("Elsewhere", "right", 1.2),
            Column("Articles", "right", 1.1),
            Column("Do the articles differ?", width=1.8),
        ),
        tuple(rows),
        "Counted in own and reported words, not in quotations. Most of such differences are topic and "
        "chance; q is the chance of a false alarm, corrected for all words tested.",
    )


def _as_written(term: str, places: Sequence[Place], texts: Mapping[str, str]) -> str:
    """`term` as most of its places write it: a name has its capital."""
    forms = Counter(place.span.of(texts[place.article]) for place in places)
    return max(forms, key=lambda form: (forms[form], form), default=term)


def _certainty(row: WordContrast) -> str:
    if row.q is None:
        return "too few articles to say"
    return f"{'clearly' if row.q <= 0.05 else 'not clearly'} (q = {row.q:.2f})"
