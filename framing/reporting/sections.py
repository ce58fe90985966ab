"""The sections of a comparison report, in the order of its storyboard."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from framing.comparison.features import is_content_word
from framing.model import Comparison, Profile, Skipped, SlotChoice
from framing.reporting.blocks import (
    Block,
    Box,
    Bullets,
    Column,
    Paragraph,
    Section,
    Table,
    Words,
    quiet,
    strong,
    words,
)
from framing.reporting.figures import (
    claims_figure,
    order_figure,
    profiles_figure,
    slots_figure,
    speakers_figure,
    timeline_figure,
    voices_figure,
    words_figure,
)
from framing.reporting.findings import main_findings
from framing.reporting.names import (
    clip,
    count,
    day_of,
    headline_of,
    listed,
)
from framing.reporting.notes import MarkerNotes
from framing.reporting.passages import best_pairs

_FOREWARNING = (
    "Every account chooses words, sources and facts. Choosing is not lying, and a difference between "
    "two accounts does not say which of them is right."
)
_NOT_SHOWN = (
    words("whether something is true: two texts may word one fact differently, or share an error"),
    words("what anybody intended: a word may come from a house style, a translation or a hurry"),
    words("how good an outlet is: there is no score here, and none can be made from these numbers"),
)
_MOST_WORD_FIGURES = 3  # outlets that get a chart of their words; the table has all
_MOST_ROWS = 14  # rows of a table that fits on a page with its figure


def nothing_read(skipped: Sequence[Skipped]) -> Section:
    """The only section of a report on nothing."""
    return Section("nothing", "No article could be read", (_skipped_table(skipped),))


def at_a_glance(comparison: Comparison, names: dict[str, str]) -> Section:
    """The first page: what was compared, the main differences, what all agree on."""
    outlets = [names[o] for o in comparison.outlets]
    n = len(comparison.annotations)
    intro = words(
        strong(comparison.event.label[:1].upper() + comparison.event.label[1:]),
        f". {count(n, 'article')} from {count(len(outlets), 'outlet')}: {listed(sorted(outlets))}.",
    )
    blocks: list[Block] = [Paragraph(intro), Paragraph(words(_FOREWARNING))]
    found = main_findings(comparison, names)
    if found:
        blocks.append(Bullets(tuple(words(sentence) for sentence in found), numbered=True))
    else:
        blocks.append(Paragraph(words("No clear difference: too little to compare, or alike.")))
    agreed = _agreed(comparison)
    if agreed:
        blocks.append(Box("What most of the texts tell alike", (Bullets(agreed),)))
    blocks.append(Box("What this does not show", (Bullets(_NOT_SHOWN),)))
    if comparison.caveats:
        items = tuple(words(caveat) for caveat in comparison.caveats)
        blocks.append(Box("Keep in mind", (Bullets(items),)))
    return Section("glance", "At a glance", tuple(blocks))


def _agreed(comparison: Comparison, most: int = 3) -> tuple[Words, ...]:
    """The claims that most articles state."""
    rows = []
    for claim in comparison.claims:
        stated = sum(cell.state.startswith("stated") for cell in claim.cells)
        if stated > 1 and 2 * stated >= len(claim.cells):
            rows.append((stated, claim))
    rows.sort(key=lambda row: (-row[0], row[1].id))
    return tuple(
        words(clip(claim.label, 150), quiet(f"  ({stated} of {len(claim.cells)} texts)"))
        for stated, claim in rows[:most]
    )


def the_texts(
    comparison: Comparison,
    others: Sequence[Comparison],
    skipped: Sequence[Skipped],
    names: dict[str, str],
) -> Section:
    """Every article with its outlet and the proof, its date and length; what was left out."""
    rows = []
    for comparison_, mark in [(comparison, "")] + [(c, "other event") for c in others]:
        phases = dict(zip(comparison_.event.articles, comparison_.event.phases, strict=True))
        for a in comparison_.annotations:
            tag = a.article.outlet
            proof = clip(tag.evidence[0].text, 40) if tag.evidence else "no evidence found"
            origin = f", text of {tag.origin}" if tag.origin else ""
            rows.append(
                (
                    words(strong(names[tag.outlet]), quiet(f"\n“{proof}”{origin}")),
                    words(day_of(a.article), quiet(f"\n{mark or phases.get(a.article.id, '')}")),
                    words(f"{a.words:,}"),
                    words(headline_of(a), quiet(f"\n{a.article.id}")),
                    words(f"{len({q.speaker for q in a.quotes if q.speaker})}"),
                )
            )
    table = Table(
        "The texts, with what proves the outlet",
        (
            Column("Outlet and proof", width=2.2),
            Column("Date and phase", width=1.7),
            Column("Words", "right", 0.7),
            Column("Headline or first words", width=3.6),
            Column("Sources", "right", 0.8),
        ),
        tuple(rows),
        "Words: of the article’s own prose. Sources: different speakers found.",
    )
    blocks: list[Block] = [timeline_figure(comparison, names), table]
    if skipped:
        blocks.append(_skipped_table(skipped))
    return Section("texts", "The texts", tuple(blocks))


def _skipped_table(skipped: Sequence[Skipped]) -> Table:
    rows = tuple((words(s.path), words(s.reason)) for s in skipped)
    return Table("Left out, and why", (Column("Input", width=2), Column("Reason", width=3)), rows)


def same_thing(comparison: Comparison, names: dict[str, str]) -> Section | None:
    """The slot table: for each referent, which wording each outlet chose, in which voice."""
    by_slot: dict[str, list[SlotChoice]] = defaultdict(list)
    for row in comparison.slots:
        by_slot[row.slot].append(row)
    if not by_slot:
        return None
    order = sorted(by_slot, key=lambda s: (-sum(r.count for r in by_slot[s]), s))
    rows = [
        (
            words(strong(_capital(by_slot[slot][0].referent))),
            *_cells(by_slot[slot], comparison.outlets),
        )
        for slot in order[:_MOST_ROWS]
    ]
    columns = (
        Column("What is named", width=1.4),
        *(Column(names[o], width=2.0) for o in comparison.outlets),
    )
    note = "Counts are uses in own words / reported / quoted. A dash: not found in this outlet’s texts."
    table = Table("What each outlet calls it", columns, tuple(rows), note)
    return Section("words", "Same thing, different words", (table, slots_figure(comparison, names)))


def _cells(rows: Sequence[SlotChoice], outlets: Sequence[str]) -> list[Words]:
    cells = []
    for outlet in outlets:
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for row in rows:
            if row.outlet == outlet:
                counts[row.variant][row.voice] += row.count
        ordered = sorted(counts.items(), key=lambda item: (-item[1].total(), item[0]))
        parts: list[str] = []
        for variant, voices in ordered:
            split = "/".join(str(voices[v]) for v in ("outlet", "indirect", "direct"))
            parts.append(f"{variant} {voices.total()} ({split})")
        cells.append(words("\n".join(parts) if parts else "–"))
    return cells


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def side_by_side(comparison: Comparison, names: dict[str, str]) -> Section | None:
    """Tellings of the same point by two outlets, with marks and notes."""
    pairs = best_pairs(comparison, names, MarkerNotes([comparison]))
    if not pairs:
        return None
    intro = Paragraph(
        words(
            "The same point in two outlets. A letter ties each marked phrase to its note; the line "
            "beside the text tells whose words it is."
        )
    )
    return Section("pairs", "Two passages side by side", (intro, *pairs))


def who_speaks(comparison: Comparison, names: dict[str, str]) -> Section | None:
    """Shares of own, reported and quoted words; the speakers and their room."""
    if not comparison.sources:
        return None
    rows = []
    for outlet in comparison.outlets:
        mine = [row for row in comparison.sources if row.outlet == outlet]
        for row in mine[:6]:
            rows.append(
                (
                    words(strong(names[outlet])),
                    words(row.speaker, quiet(f"\n{row.side or ''}")),
                    words(f"{row.quotes}"),
                    words(f"{row.direct_words:,}"),
                    words(f"{row.indirect_words:,}"),
                )
            )
    table = Table(
        "Who is given room: the speakers with most words in each outlet",
        (
            Column("Outlet", width=1.4),
            Column("Speaker and side", width=3),
            Column("Times", "right", 0.7),
            Column("Words quoted", "right"),
            Column("Words reported", "right"),
        ),
        tuple(rows),
        "Times: stretches of speech attributed to the speaker.",
    )
    return Section(
        "speakers",
        "Who speaks",
        (voices_figure(comparison, names), speakers_figure(comparison, names), table),
    )


def what_is_told(comparison: Comparison, names: dict[str, str]) -> Section | None:
    """Claims by article: stated, stated differently, not found, not yet knowable."""
    shared = [
        c for c in comparison.claims if sum(x.state.startswith("stated") for x in c.cells) > 1
    ]
    if not shared:
        return None
    by_id = {a.article.id: a for a in comparison.annotations}
    rows = []
    for claim in shared[:_MOST_ROWS]:
        cells = [
            f"{names[by_id[c.article].article.outlet.outlet]}: {', '.join(c.differs)}"
            for c in claim.cells
            if c.differs
        ]
        stated = sum(x.state.startswith("stated") for x in claim.cells)
        rows.append(
            (
                words(clip(claim.label, 160)),
                words(f"{stated} of {len(claim.cells)}"),
                words("; ".join(dict.fromkeys(cells)) or "told alike"),
            )
        )
    table = Table(
        "Points that at least two texts tell",
        (
            Column("Point", width=4),
            Column("Texts", "right", 0.7),
            Column("Told differently", width=2.6),
        ),
        tuple(rows),
        "“Not found in this article” is not “left out on purpose”: the text may tell it in words that "
        "were not matched.",
    )
    return Section(
        "claims",
        "What is told",
        (claims_figure(comparison, names), table, order_figure(comparison, names)),
    )


def word_choice(comparison: Comparison, names: dict[str, str]) -> Section | None:
    """Words that an outlet uses more than the others do."""
    if not comparison.word_choice:
        return None
    rows = []
    for outlet in comparison.outlets:
        mine = [
            r
            for r in comparison.word_choice
            if r.outlet == outlet and r.z > 0 and is_content_word(r.term)
        ][:6]
        for row in mine:
            rows.append(
                (
                    words(strong(names[outlet])),
                    words(row.term),
                    words(f"{row.count} of {row.words:,}"),
                    words(f"{row.other_count} of {row.other_words:,}"),
                    words(f"{row.z:+.2f}"),
                    words(f"{row.articles}" + (" (one article)" if row.articles == 1 else "")),
                )
            )
    table = Table(
        "Words an outlet uses more than the others on this event",
        (
            Column("Outlet", width=1.4),
            Column("Word", width=1.6),
            Column("Here", "right", 1.2),
            Column("Elsewhere", "right", 1.2),
            Column("z", "right", 0.7),
            Column("Articles", "right", 1.1),
        ),
        tuple(rows),
        "Log-odds with informative Dirichlet prior (Monroe, Colaresi and Quinn 2008). Quoted words are "
        "not counted, and words such as “the” and “than” not shown. With few articles most of these "
        "differences are topic and chance.",
    )
    figures = [words_figure(comparison, o, names) for o in comparison.outlets[:_MOST_WORD_FIGURES]]
    return Section("choice", "Word choice", (table, *figures))


def profiles(found: Sequence[Profile], names: dict[str, str]) -> Section | None:
    """Facets of each outlet beside the others on the same events."""
    if not found:
        return None
    notes = [
        words(strong(names.get(p.outlet, p.outlet)), f": {' '.join(p.caveats)}")
        for p in found
        if p.caveats
    ]
    blocks: list[Block] = [
        Paragraph(
            words(
                "Separate measures, each beside the other outlets on the same events; they do not add "
                "up to anything. Lines are 95 % intervals; grey means too few cases to say."
            )
        ),
        profiles_figure(found, names),
    ]
    if notes:
        blocks.append(Bullets(tuple(notes)))
    return Section("profiles", "Outlet profiles", tuple(blocks))


def other_events(others: Sequence[Comparison], names: dict[str, str]) -> Section | None:
    """The events that are not told in full: their articles and main differences."""
    blocks: list[Block] = []
    for comparison in others:
        outlets = listed(sorted(names[o] for o in comparison.outlets))
        n = count(len(comparison.annotations), "article")
        blocks.append(
            Paragraph(words(strong(_capital(comparison.event.label)), f" – {n}: {outlets}"))
        )
        found = main_findings(comparison, names)
        if found:
            blocks.append(Bullets(tuple(words(sentence) for sentence in found)))
    return Section("others", "Other events in these texts", tuple(blocks)) if blocks else None


def method(comparisons: Sequence[Comparison], names: dict[str, str]) -> Section:
    """How the numbers came about and what they cannot carry."""
    from framing.reporting.method import method_blocks

    return Section("method", "Method and fairness", method_blocks(comparisons))


def every_hit(comparison: Comparison, names: dict[str, str]) -> Section | None:
    """The appendix: every marker with its context, voice and convention."""
    from framing.reporting.method import kwic_table

    table = kwic_table(comparison, names)
    return Section("hits", "Every marker in context", (table,)) if table.rows else None
