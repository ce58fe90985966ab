"""The main differences of a comparison as full sentences with their counts.

A finding is chosen by how far the outlets' choices inside one slot lie apart and on how many cases
that rests; nothing here says which choice is right.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from framing.comparison.naming import MARKED
from framing.model import Comparison, SlotChoice
from framing.reporting.names import listed

MOST = 3
"""Findings on the first page: what a reader keeps in mind after one minute."""


_MARKED_WEIGHT = 3  # a documented convention tells more than a choice between common words


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence, and how strongly it asks for the first page (larger first).

    `about` says what it counts: ``slot:`` and the slot, ``speakers:`` and the side, ``order``,
    ``points``; a page that has the lines behind the counts finds them by it.
    """

    sentence: str
    weight: float
    about: str = ""


def main_findings(comparison: Comparison, names: dict[str, str]) -> list[str]:
    """At most `MOST` sentences, one a kind of difference, the clearest first."""
    return [finding.sentence for finding in best_findings(comparison, names)]


def best_findings(comparison: Comparison, names: dict[str, str]) -> list[Finding]:
    """The findings behind `main_findings`."""
    kinds = (
        _slot_findings(comparison.slots, names),
        _order_findings(comparison, names),
        _source_findings(comparison, names),
        _claim_findings(comparison, names),
    )
    best = [max(found, key=lambda f: (f.weight, f.sentence)) for found in kinds if found]
    best.sort(key=lambda f: -f.weight)
    spare = sorted((f for f in kinds[0] if f not in best), key=lambda f: -f.weight)
    return (best + spare)[:MOST]


def _slot_findings(slots: Sequence[SlotChoice], names: dict[str, str]) -> list[Finding]:
    """Slots in which the outlets chose differently."""
    by_slot: dict[str, list[SlotChoice]] = defaultdict(list)
    for row in slots:
        by_slot[row.slot].append(row)
    found = []
    for rows in by_slot.values():
        totals = _totals((row.outlet, row.variant, row.count) for row in rows)
        if len(totals) < 2:
            continue
        variant, gap = _most_contrasting(totals)
        if gap < 0.3:
            continue
        parts = [
            f"{names[outlet]} {counts[variant]} of {counts.total()}"
            for outlet, counts in sorted(totals.items())
        ]
        cases = sum(counts.total() for counts in totals.values())
        marked = variant == MARKED or any(
            row.variant == variant and row.convention != "neutral" for row in rows
        )
        weight = gap * min(cases, 20) * (_MARKED_WEIGHT if marked else 1)
        sentence = _slot_sentence(rows[0].referent, variant, parts)
        found.append(Finding(sentence, weight, f"slot:{rows[0].slot}"))
    return found


def _slot_sentence(referent: str, variant: str, parts: Sequence[str]) -> str:
    if variant == MARKED:
        return f"For {referent}, quotation marks stand round it in: {listed(parts)} cases."
    return f"For {referent}, “{variant}” is the choice in: {listed(parts)} cases."


def _totals(rows: Iterable[tuple[str, str, int]]) -> dict[str, Counter[str]]:
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    for outlet, variant, n in rows:
        totals[outlet][variant] += n
    return totals


def _most_contrasting(totals: dict[str, Counter[str]]) -> tuple[str, float]:
    """The variant whose share differs most between two outlets, and by how much (0 to 1)."""
    variants = sorted({variant for counts in totals.values() for variant in counts})
    gaps = {}
    for variant in variants:
        shares = [counts[variant] / counts.total() for counts in totals.values()]
        gaps[variant] = max(shares) - min(shares)
    best = max(variants, key=lambda v: (v == MARKED, gaps[v]))
    return best, gaps[best]


def _order_findings(comparison: Comparison, names: dict[str, str]) -> list[Finding]:
    """Which of two sides is named first when both are named together."""
    orders: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for row in comparison.emphasis:
        for first, second, n in row.pair_order:
            orders[row.outlet][first, second] += n
    everything: Counter[tuple[str, str]] = sum(orders.values(), Counter())
    if not everything:
        return []
    commonest = max(everything, key=lambda pair: (everything[pair], pair))
    first, second = min(commonest), max(commonest)
    shares, parts = [], []
    for outlet, counts in sorted(orders.items()):
        a, b = counts[first, second], counts[second, first]
        if a + b:
            shares.append(a / (a + b))
            parts.append(f"{names[outlet]} {a} of {a + b}")
    if len(parts) < 2 or max(shares) - min(shares) < 0.3:
        return []
    sides = f"{_title(first)} and {_title(second)}"
    sentence = (
        f"Where {sides} are named as a pair, {_title(first)} comes first in: {listed(parts)}."
    )
    weight = (max(shares) - min(shares)) * min(sum(everything.values()), 20)
    return [Finding(sentence, weight, "order")]


def _source_findings(comparison: Comparison, names: dict[str, str]) -> list[Finding]:
    """Whose side the reported and quoted words come from."""
    words: dict[str, Counter[str]] = defaultdict(Counter)
    for row in comparison.sources:
        words[row.outlet][row.side or "other"] += row.direct_words + row.indirect_words
    if len(words) < 2:
        return []
    sides = sorted({side for counts in words.values() for side in counts} - {"other"})
    gaps = {
        side: max(c[side] / c.total() for c in words.values())
        - min(c[side] / c.total() for c in words.values())
        for side in sides
    }
    if not gaps:
        return []
    side = max(sides, key=lambda s: (gaps[s], s))
    parts = [
        f"{names[outlet]} {counts[side]:,} of {counts.total():,}"
        for outlet, counts in sorted(words.items())
    ]
    sentence = (
        f"Words of speakers from the side of {_title(side)}: {listed(parts)} attributed words."
    )
    found = Finding(sentence, gaps[side] * 10, f"speakers:{side}")
    return [found] if gaps[side] >= 0.2 else []


def _claim_findings(comparison: Comparison, names: dict[str, str]) -> list[Finding]:
    """How many of the claims that two outlets or more tell each outlet tells."""
    outlet_of = {a.article.id: a.article.outlet.outlet for a in comparison.annotations}
    told: Counter[str] = Counter()
    shared = 0
    for claim in comparison.claims:
        outlets = {outlet_of[c.article] for c in claim.cells if c.state.startswith("stated")}
        if len(outlets) > 1:
            shared += 1
            told.update(outlets)
    if shared < 2:
        return []
    parts = [f"{names[outlet]} {told[outlet]}" for outlet in comparison.outlets]
    gap = (
        max(told[o] for o in comparison.outlets) - min(told[o] for o in comparison.outlets)
    ) / shared
    sentence = f"Of {shared} points that at least two outlets tell, found were: {listed(parts)}."
    return [Finding(sentence, gap * min(shared, 10), "points")]


def _title(side: str) -> str:
    return side.replace("-", " ").title() if len(side) > 3 else side.upper()
