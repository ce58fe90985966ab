"""The tab Claims: which text tells which point, and how two of them put it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from framing.model import Claim, ClaimCell, Comparison
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
from framing.reporting.figures import order_figure
from framing.reporting.names import clip
from framing.reporting.page.lines import Place
from framing.reporting.page.records import Point
from framing.reporting.page.tabs.desk import Desk
from framing.saying import count

_MOST_COLUMNS = 8  # texts side by side in the matrix; with more of them a column is an outlet
_MOST_ROWS = 60
_MEANING = (
    "“Not found” means that no passage of the text was matched; it may tell the claim in other words. "
    "“Not yet knowable”: the text is older than the claim. A number or a state opens all passages."
)
_SIGNS = {
    "stated": "● stated",
    "stated differently": "◐ stated differently",
    "not found": "– not found",
    "not yet knowable": "· not yet knowable",
}


def claims_blocks(comparison: Comparison, desk: Desk, *, drawn: bool) -> tuple[Block, ...]:
    """The blocks of the tab for one event; `drawn` says whether to draw the chart too."""
    shared = shared_claims(comparison)
    if shared:
        blocks: list[Block] = [_matrix(comparison, shared, desk)]
    else:
        one = len(comparison.annotations) < 2
        none = "One text only: there is nothing to compare its claims with."
        blocks = [Paragraph(words(none if one else "No claim was found in two of these texts."))]
    alone = _told_once(comparison, desk)
    if alone:
        blocks.append(alone)
    if drawn and any(row.first_mentions for row in comparison.emphasis):
        blocks.append(order_figure(comparison, dict(desk.names)))
    if drawn and shared:
        told = replace(comparison, claims=tuple(shared))
        blocks.append(order_figure(told, dict(desk.names), of="claims"))
    return tuple(blocks)


def shared_claims(comparison: Comparison) -> list[Claim]:
    """The points that at least two texts tell, in the comparison's order."""
    return [c for c in comparison.claims if c.told > 1]


def points(comparison: Comparison, desk: Desk) -> dict[str, list[Point]]:
    """The ids of the sentences that tell what other texts tell too, and which points these are."""
    found: dict[str, list[Point]] = {}
    for number, claim in enumerate(shared_claims(comparison), start=1):
        texts = len({p.article for p in claim.passages})
        lines = claim_lines(claim, number, desk)
        point = Point(number, texts, lines)
        for place in {desk.book.place_id(p.article, p.span.start) for p in claim.passages}:
            found.setdefault(place, []).append(point)
    return found


def claim_lines(claim: Claim, number: int, desk: Desk) -> str:
    """The list of all passages that tell a point."""
    places = [Place(p.article, p.span, p.voice) for p in claim.passages]
    places.sort(key=lambda p: (desk.numbers[p.article], p.span))
    title = f"Point {number}: {clip(claim.label, 90)}"
    return desk.book.add(title, places)


def _matrix(comparison: Comparison, shared: Sequence[Claim], desk: Desk) -> Table:
    """A row a point, a column a text; with many texts a column is an outlet."""
    ordered = sorted(comparison.annotations, key=lambda a: desk.numbers[a.article.id])
    by_text = len(ordered) <= _MOST_COLUMNS
    texts = {
        o: [a.article.id for a in ordered if a.article.outlet.outlet == o]
        for o in comparison.outlets
    }
    columns = (
        [f"Text {desk.numbers[n]}: {desk.names[o]}" for o, ns in texts.items() for n in ns]
        if by_text
        else [desk.names[o] for o in texts]
    )
    rows = []
    for number, claim in enumerate(shared[:_MOST_ROWS], start=1):
        cells = {cell.article: cell for cell in claim.cells}
        lines = claim_lines(claim, number, desk)
        rows.append(
            (
                words(f"{number}. {clip(claim.label, 150)}"),
                words(Run(f"{claim.told}", "strong", lines), quiet(f" of {claim.voices}")),
                *(
                    [_text_cell(cells.get(n), lines) for ns in texts.values() for n in ns]
                    if by_text
                    else [_outlet_cell(ns, cells, lines) for ns in texts.values()]
                ),
            )
        )
    more = len(shared) - len(rows)
    return Table(
        f"{count(len(shared), 'claim')} that at least two texts tell",
        (Column("Claim", width=3), Column("Texts", "right", 0.7), *(Column(c) for c in columns)),
        tuple(rows),
        _MEANING + (f" {more} more claims are marked in the texts." if more > 0 else ""),
    )


def _text_cell(cell: ClaimCell | None, lines: str) -> Words:
    """The state of a point in one text; what is stated opens the lines of all texts."""
    state = cell.state if cell else "not found"
    if cell is None or not state.startswith("stated"):
        return words(quiet(_SIGNS[state]))
    differs = f"\n{', '.join(cell.differs)}" if cell.differs else ""
    return words(Run(_SIGNS[state], "plain", lines), quiet(differs))


def _outlet_cell(mine: Sequence[str], cells: Mapping[str, ClaimCell], lines: str) -> Words:
    """How many of an outlet's texts state a point."""
    told = sum(name in cells and cells[name].state.startswith("stated") for name in mine)
    return words(
        Run(f"{told}", "plain", lines if told else ""), quiet(f" of {count(len(mine), 'text')}")
    )


def _told_once(comparison: Comparison, desk: Desk) -> Table | None:
    """How many points each text tells that were found in no other text."""
    once = [c for c in comparison.claims if len({p.article for p in c.passages}) == 1]
    if not once or len(comparison.annotations) < 2:
        return None
    rows = []
    for a in sorted(comparison.annotations, key=lambda a: desk.numbers[a.article.id]):
        mine = [c for c in once if c.passages[0].article == a.article.id]
        number, name = desk.numbers[a.article.id], desk.names[a.article.outlet.outlet]
        places = [Place(p.article, p.span, p.voice) for c in mine for p in c.passages[:1]]
        title = f"Text {number}: claims found in this text only"
        rows.append(
            (
                words(strong(f"Text {number}: {name}")),
                words(desk.book.number(len(mine), title, places)),
                words(f"{a.words:,}"),
            )
        )
    return Table(
        "Points found in one text only",
        (Column("Text", width=3), Column("Points", "right"), Column("Words of the text", "right")),
        tuple(rows),
        "A long text has more of them. The other texts may tell some of these claims in other words.",
    )
