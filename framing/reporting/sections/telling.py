"""What is told: points by text, what is told differently, and in which order."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace

from framing.model import Claim, Comparison, Difference
from framing.reporting.blocks import Block, Column, Section, Table, Words, quiet, words
from framing.reporting.figures import bare, claims_figure, order_figure
from framing.reporting.names import clip, side_name
from framing.reporting.sections.columns import Cell, most_items, outlet_table
from framing.saying import count

_DRAWN = 10  # points in the chart
_MOST_ROWS = 6  # points told differently in the table
_MOST_PAIRS = 3  # pairs of sides
_MOST_DETAILS = 3  # differences listed for one point
_TELLING = ("numbers", "time", "agent", "naming", "modality", "attribution")
"""Kinds of differences, those in what is told before those in who is given as saying it."""


def what_is_told(
    comparison: Comparison,
    names: dict[str, str],
    numbers: Mapping[str, int],
    *,
    appendix: bool = False,
) -> Section | None:
    """Points by text: stated, stated differently, not found, not yet knowable. With `appendix` also
    where in each text they and the speakers first stand."""
    shared = [c for c in comparison.claims if c.told > 1]
    whole = replace(comparison, claims=tuple(shared))
    blocks: list[Block | None] = []
    if shared:
        alone = len(comparison.claims) - len(shared)
        figure = claims_figure(whole, names, most=_DRAWN)
        more = f" {count(alone, 'more claim')} found in one text only." if alone else ""
        blocks.append(replace(figure, caption=figure.caption + more))
        blocks.append(_differences(shared, comparison, names=names, numbers=numbers))
    if any(row.first_mentions for row in comparison.emphasis):
        blocks += [bare(order_figure(comparison, names)), _pairs(comparison, names)]
    if appendix and shared:
        blocks.append(bare(order_figure(whole, names, of="claims")))
    if appendix and comparison.sources:
        blocks.append(bare(order_figure(comparison, names, of="speakers")))
    found = tuple(block for block in blocks if block is not None)
    return Section("claims", "What is told", found) if found else None


def _differences(
    shared: list[Claim],
    comparison: Comparison,
    *,
    names: dict[str, str],
    numbers: Mapping[str, int],
) -> Table | None:
    """The points that texts tell differently, with both wordings."""
    outlet_of = {a.article.id: names[a.article.outlet.outlet] for a in comparison.annotations}
    differing = [(claim, _details(claim)) for claim in shared]
    differing = [(claim, details) for claim, details in differing if details]
    # stable: within a kind the points that most texts tell stay first
    kept = sorted(differing, key=lambda row: _TELLING.index(row[1][0][1].kind))[:_MOST_ROWS]
    rows = []
    for claim, details in kept:
        parts: list[str] = []
        for article, detail in details[:_MOST_DETAILS]:
            who = f"{outlet_of[article]} (text {numbers[article]})"
            parts.append(f"{who}: {detail.here}; elsewhere: {detail.elsewhere}")
        kinds = "\n".join(detail.kind for _, detail in details[:_MOST_DETAILS])
        rows.append(
            (
                words(clip(claim.label, 130)),
                words(f"{claim.told} of {claim.voices}"),
                words("\n".join(dict.fromkeys(parts))),
                words(quiet("\n".join(dict.fromkeys(kinds.split("\n"))))),
            )
        )
    if not rows:
        return None
    more = f"{count(len(differing) - len(kept), 'more claim')} in the exported table. " * (
        len(differing) > len(kept)
    )
    return Table(
        "Claims that texts tell differently",
        (
            Column("Claim", width=3),
            Column("Texts", "right", 0.85),
            Column("Here, and elsewhere", width=4),
            Column("Difference", width=1.1),
        ),
        tuple(rows),
        f"{more}“Not found in this article” is not “left out on purpose”: the text may tell it in "
        "words that were not matched.",
    )


def _details(claim: Claim) -> list[tuple[str, Difference]]:
    """(article, difference), the telling kinds first, one for each pair of wordings."""
    found = [(cell.article, detail) for cell in claim.cells for detail in cell.details]
    found.sort(key=lambda item: _TELLING.index(item[1].kind))
    kept: dict[tuple[str, frozenset[str]], tuple[str, Difference]] = {}
    for article, detail in found:
        kept.setdefault(
            (detail.kind, frozenset((detail.here, detail.elsewhere))), (article, detail)
        )
    found = list(kept.values())
    # who is given as saying it is said where nothing else differs
    return [item for item in found if item[1].kind != "attribution"] or found


def _pairs(comparison: Comparison, names: dict[str, str]) -> Table | None:
    """Which side comes first where two are named together."""
    counts: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for row in comparison.emphasis:
        for first, second, n in row.pair_order:
            counts[row.outlet][first, second] += n
    totals: Counter[tuple[str, str]] = Counter()
    for orders in counts.values():
        for (first, second), n in orders.items():
            totals[min(first, second), max(first, second)] += n
    outlets = {
        pair: {o for o in counts if counts[o][pair] + counts[o][pair[::-1]]} for pair in totals
    }
    if any(len(found) > 1 for found in outlets.values()):
        totals = Counter({p: n for p, n in totals.items() if len(outlets[p]) > 1})
    ordered = sorted(totals.items(), key=lambda item: (-item[1], item[0]))
    items: list[tuple[str, Cell]] = []
    for (one, other), _ in ordered[: most_items(comparison, _MOST_PAIRS)]:

        def cell(outlet: str, one: str = one, other: str = other) -> Words:
            ahead, behind = counts[outlet][one, other], counts[outlet][other, one]
            return words(f"{ahead} of {ahead + behind}") if ahead + behind else ()

        items.append((f"{side_name(one)} before {side_name(other)}", cell))
    if not items:
        return None
    columns, rows = outlet_table(comparison, names, items, head="Order")
    return Table(
        "Who is named first where two sides are named as a pair",
        columns,
        rows,
        "Such as “Russia and Ukraine” or “Ukrainian-Russian”, in the outlet’s own or reported words. "
        "A dash: no such pair.",
    )
