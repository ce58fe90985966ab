"""The tab Method: what was read, with which lists, and what the numbers cannot carry."""

from collections.abc import Sequence

from framing.model import Comparison, Skipped
from framing.reporting import sections
from framing.reporting.blocks import Block, Column, Paragraph, Table, quiet, strong, words
from framing.reporting.figures import timeline_figure
from framing.reporting.method import coverage_table, method_blocks
from framing.reporting.names import capital, clip, day_of, headline_of
from framing.reporting.page.tabs.desk import Desk
from framing.saying import count

_MOST_DRAWN = 4  # events whose dates are drawn; the table has all texts


def method_tab(
    comparisons: Sequence[Comparison], desk: Desk, *, skipped: Sequence[Skipped], left: int
) -> tuple[Block, ...]:
    """How to use the page, the texts, the lists, the methods. `left` events are not on this page."""
    blocks: list[Block] = [*method_blocks(comparisons)]
    for comparison in comparisons[:_MOST_DRAWN]:
        if len(comparisons) > 1:
            blocks.append(Paragraph(words(strong(capital(comparison.event.label)))))
        blocks.append(timeline_figure(comparison, dict(desk.names)))
    blocks.append(_texts(comparisons, desk))
    if skipped:
        blocks += sections.nothing_read(skipped).blocks
    blocks.append(coverage_table(desk.packs))
    if left:
        told = f"{count(left, 'more event')} of these articles are not on this page."
        blocks.append(Paragraph(words(told)))
    return tuple(blocks)


def _texts(comparisons: Sequence[Comparison], desk: Desk) -> Table:
    """Every text with its number on the page, and what proves its outlet."""
    rows = []
    annotations = [a for c in comparisons for a in c.annotations]
    for a in sorted(annotations, key=lambda a: desk.numbers[a.article.id]):
        tag = a.article.outlet
        proof = f"“{clip(tag.evidence[0].text, 60)}”" if tag.evidence else "no evidence found"
        origin = f", text of {tag.origin}" if tag.origin else ""
        rows.append(
            (
                words(strong(f"Text {desk.numbers[a.article.id]}")),
                words(desk.names[tag.outlet], quiet(f"\n{proof}{origin}")),
                words(day_of(a.article)),
                words(f"{a.words:,}"),
                words(headline_of(a), quiet(f"\n{a.article.id}")),
            )
        )
    return Table(
        "The texts, with what proves the outlet",
        (
            Column("Text", width=0.8),
            Column("Outlet and proof", width=2.2),
            Column("Date", width=1.7),
            Column("Words", "right", 0.7),
            Column("Headline or first words", width=3.6),
        ),
        tuple(rows),
        "Words: of the article’s own prose.",
    )
