"""The texts: who published each, what proves it, when, how long, how hard to read; what is left out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from framing.model import Annotation, Comparison, OutletTag, Readability, Skipped
from framing.reporting.blocks import Block, Column, Section, Table, Words, quiet, strong, words
from framing.reporting.figures import bare, timeline_figure
from framing.reporting.names import clip, day_of, headline_of, in_order

_MANY = 15  # texts from which each has one line


def the_texts(
    comparisons: Sequence[Comparison],
    skipped: Sequence[Skipped],
    names: dict[str, str],
    *,
    numbers: Mapping[str, int],
) -> Section:
    """Every article of every event with its number, the first event's as a timeline too."""
    rows = []
    small = len(numbers) > _MANY
    for n, comparison in enumerate(comparisons, start=1):
        told = f"event {n}, " if len(comparisons) > 1 else ""
        phases = dict(zip(comparison.event.articles, comparison.event.phases, strict=True))
        copies = _copies(comparison, numbers)
        ages = {row.article: row for row in comparison.readability}
        for a in in_order(comparison.annotations, names):
            name = a.article.id
            about = told + phases.get(name, "") + copies.get(name, "")
            row = _row(
                a, names, number=numbers[name], about=about, read=ages.get(name), small=small
            )
            rows.append(tuple(map(_in_a_line, row)) if small else row)
    table = Table(
        "The texts, with what proves the outlet",
        (
            Column("No.", "right", 0.4),
            Column("Outlet and proof", width=2.6 if small else 2.4),
            Column("Date and phase", width=3.0 if small else 2.2),
            Column("Words", "right", 0.75),
            Column("Years" if small else "School years", "right", 1.3 if small else 0.85),
            Column("Headline or first words", width=4.0 if small else 3.6),
            Column("Sources", "right", 0.9),
        ),
        tuple(rows),
        f"Words: of the article’s own prose. {'Years' if small else 'School years'}: of school, the "
        "range that three readability formulas give for English prose; they disagree. Sources: "
        "different speakers found.",
        small=small,
    )
    blocks: list[Block] = []
    first = [a.article for a in comparisons[0].annotations]
    if len(first) > 1 and any(a.published or a.not_before for a in first):
        blocks.append(bare(timeline_figure(comparisons[0], names)))
    blocks.append(table)
    if skipped:
        blocks.append(skipped_table(skipped))
    return Section("texts", "The texts", tuple(blocks))


def _in_a_line(cell: Words) -> Words:
    """A cell for a table whose rows are lines."""
    return tuple(replace(run, text=run.text.replace("\n", " ")) for run in cell)


def skipped_table(skipped: Sequence[Skipped]) -> Table:
    """What could not be read."""
    rows = tuple((words(s.path), words(s.reason)) for s in skipped)
    return Table("Left out, and why", (Column("Input", width=2), Column("Reason", width=3)), rows)


def _row(
    a: Annotation,
    names: dict[str, str],
    *,
    number: int,
    about: str,
    read: Readability | None,
    small: bool,
) -> tuple[Words, ...]:
    tag = a.article.outlet
    proof = _proof(tag, names[tag.outlet], small=small)
    origin = f", text of {tag.origin}" if tag.origin else ""
    return (
        words(f"{number}"),
        words(strong(names[tag.outlet]), quiet(f"\n{proof}{origin}")),
        words(day_of(a.article), quiet(f"\n{about}")),
        words(f"{a.words:,}"),
        words(_years(read)),
        words(headline_of(a, longest=64), quiet(f"\n{clip(a.article.id, 34)}")),
        words(f"{len({q.speaker for q in a.quotes if q.speaker})}"),
    )


def _proof(tag: OutletTag, name: str, *, small: bool) -> str:
    """The words that prove the outlet, in marks where they stand in the text. A line of a small table
    has room for no others, which are alike in most of them."""
    if not tag.evidence or not tag.evidence[0].text:
        return "no evidence found"
    shown = clip(tag.evidence[0].text, 40)
    if tag.evidence[0].span is not None:
        return f"“{shown}”"
    if small:
        return ""
    return "named with the text" if tag.evidence[0].text == name else shown


def _years(read: Readability | None) -> str:
    if read is None or read.lowest is None or read.highest is None:
        return "too short"
    low, high = round(read.lowest), round(read.highest)
    return f"{low}–{high}" if low < high else f"{low}"


def _copies(comparison: Comparison, numbers: Mapping[str, int]) -> dict[str, str]:
    """For each article that is a copy: of which others."""
    found = {}
    for group in comparison.event.copies:
        for name in group:
            others = ", ".join(str(n) for n in sorted(numbers[o] for o in group if o != name))
            found[name] = f", one text with {'no.' if len(group) == 2 else 'nos.'} {others}"
    return found
