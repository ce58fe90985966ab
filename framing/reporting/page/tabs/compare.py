"""The tab Compare: the main differences first, each with its lines; below it the whole texts."""

from collections.abc import Iterator

from framing.model import Comparison
from framing.reporting import sections
from framing.reporting.blocks import Block, Box, Bullets, Run, Words
from framing.reporting.findings import best_findings
from framing.reporting.names import clip
from framing.reporting.page.evidence import pair_places, quote_places, slot_places
from framing.reporting.page.lines import Place
from framing.reporting.page.tabs.claims import claim_lines, shared_claims
from framing.reporting.page.tabs.desk import Desk

_LABEL = 150  # characters of a point's name on the first page of the report


def compare_blocks(comparison: Comparison, desk: Desk) -> tuple[Block, ...]:
    """The first page of the printed report for one event, with the lines behind its sentences."""
    names = dict(desk.names)
    lines = {f.head: _lines(f.about, comparison, desk) for f in best_findings(comparison, names)}
    for number, claim in enumerate(shared_claims(comparison), start=1):
        lines.setdefault(clip(claim.label, _LABEL), claim_lines(claim, number, desk))
    return tuple(_linked(block, lines) for block in sections.at_a_glance(comparison, names).blocks)


def pair_blocks(comparison: Comparison, desk: Desk) -> tuple[Block, ...]:
    """Passages of two outlets that tell the same point, with their marks."""
    section = sections.side_by_side(comparison, dict(desk.names))
    return section.blocks if section else ()


def _linked(block: Block, lines: dict[str, str]) -> Block:
    """The block with a link to its lines behind each sentence that has some."""
    if isinstance(block, Box):
        return Box(block.title, tuple(_linked(inner, lines) for inner in block.blocks))
    if isinstance(block, Bullets):
        return Bullets(tuple(_link(item, lines) for item in block.items), block.numbered)
    return block


def _link(item: Words, lines: dict[str, str]) -> Words:
    found = lines.get(item[0].text) if item else None
    return (*item, Run(" "), Run("Show the lines", "quiet", found)) if found else item


def _lines(about: str, comparison: Comparison, desk: Desk) -> str:
    """The list of lines for what a finding counts; empty where there is none."""
    kind, _, key = about.partition(":")
    places = list(_places(kind, key, comparison, desk))
    places.sort(key=lambda place: (desk.numbers[place.article], place.span))
    titles = {
        "slot": f"All wordings: {_referent(comparison, key)}",
        "order": "Two sides named as a pair",
        "speakers": f"Speakers from the side of {key}",
        "points": "Claims that at least two texts tell",
    }
    return desk.book.add(titles[kind], places) if places else ""


def _places(kind: str, key: str, comparison: Comparison, desk: Desk) -> Iterator[Place]:
    if kind == "slot":
        found = slot_places(comparison, desk.packs, desk.voices)
        yield from (p for (slot, *_), places in found.items() if slot == key for p in places)
    elif kind == "order":
        pairs = pair_places(comparison, desk.packs, desk.voices)
        yield from (p for places in pairs.values() for p in places)
    elif kind == "speakers":
        annotations = comparison.annotations
        yield from quote_places(
            annotations, desk.voices, lambda q: q.side == key and q.speaker is not None
        )
    elif kind == "points":
        for claim in shared_claims(comparison):
            yield from (Place(p.article, p.span, p.voice) for p in claim.passages)


def _referent(comparison: Comparison, slot: str) -> str:
    return next((row.referent for row in comparison.slots if row.slot == slot), slot)
