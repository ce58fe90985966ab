"""How evenly a pack covers the sides of its topic."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

from framing.annotation.lexicon.records import Pack


def audit(pack: Pack) -> str:
    """Counts a reader can check: rows by convention and category, and slots that lack a convention
    which other slots of the pack have. Uneven counts are shown, not judged: compare inside slots."""
    conventions = Counter(term.convention for term in pack.terms)
    categories = Counter(term.category for term in pack.terms)
    slots: dict[str, set[str]] = defaultdict(set)
    for row in pack.slots:
        slots[row.slot].add(row.convention)
    sides = {c for c, n in conventions.items() if c not in ("neutral", "western") and c[:1] != "@"}
    full = sum(sides <= found for found in slots.values()) if sides else 0
    lines = [
        f"{pack.name} {pack.version}: {pack.title}",
        "  rows by usage:    " + _counts(conventions),
        "  rows by category: " + _counts(categories),
    ]
    if slots:
        lines.append(f"  slots with a term of every side: {full} of {len(slots)}")
        lacking = [
            f"{slot} ({', '.join(sorted(sides - found))})"
            for slot, found in sorted(slots.items())
            if sides - found
        ]
        if lacking:
            lines.append("  no documented counterpart: " + "; ".join(lacking))
    return "\n".join(lines)


def _counts(counter: Mapping[Any, int]) -> str:
    return ", ".join(
        f"{name} {n}" for name, n in sorted(counter.items(), key=lambda x: (-x[1], x[0]))
    )
