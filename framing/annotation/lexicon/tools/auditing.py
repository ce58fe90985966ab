"""How evenly a pack covers the sides of its topic, and whether its results swap with the sides."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from framing.annotation.lexicon.records import Pack, Term
from framing.annotation.lexicon.tools.coverage import (
    OneSided,
    SlotCoverage,
    camps,
    one_sided,
    slot_coverage,
)
from framing.annotation.lexicon.tools.mirror import MirrorFault, mirror_faults, mirror_texts


@dataclass(frozen=True, slots=True)
class Audit:
    """What the audit of one pack found.

    `faults` are texts whose results do not swap, `texts` how many were tried (0 for a pack without
    parties); `one_sided` are rows that nothing of the other side answers, with or without a reason;
    `contexts` are rows that fit both sides but whose `only` words name one side alone.
    """

    pack: Pack
    slots: tuple[SlotCoverage, ...]
    one_sided: tuple[OneSided, ...]
    contexts: tuple[Term, ...]
    texts: int
    faults: tuple[MirrorFault, ...]

    @property
    def unexplained(self) -> tuple[OneSided, ...]:
        """One-sided rows without a reason."""
        return tuple(row for row in self.one_sided if not row.reason)

    @property
    def passed(self) -> bool:
        """Whether every text swaps and every one-sided row has its reason."""
        return not (self.faults or self.unexplained or self.contexts)


def audit(pack: Pack, *, beside: Sequence[Pack] = ()) -> Audit:
    """Look at the coverage of `pack` and run its mirror texts, with the packs used `beside` it."""
    texts = mirror_texts(pack) if pack.parties else []
    return Audit(
        pack=pack,
        slots=tuple(slot_coverage(pack)),
        one_sided=tuple(one_sided(pack)),
        contexts=tuple(term for term in pack.terms if _names_one_side(term, pack)),
        texts=len(texts),
        faults=tuple(mirror_faults(pack, beside=beside, texts=texts)),
    )


def audit_text(found: Audit, *, all_slots: bool = False) -> str:
    """The audit for a reader: counts by usage and category, slots, one-sided rows, mirror test.

    Uneven counts are shown, not judged: compare inside slots.
    """
    pack = found.pack
    lines = [
        f"{pack.name} {pack.version}: {pack.title}",
        "  rows by usage:    " + _counts(Counter(term.convention for term in pack.terms)),
        "  rows by category: " + _counts(Counter(term.category for term in pack.terms)),
        *_slot_lines(found, all_slots),
        *_one_sided_lines(found),
    ]
    lines += [f"  names one side in 'only': {t.term!r} (line {t.line})" for t in found.contexts]
    if found.texts:
        swapped = found.texts - len(found.faults)
        lines.append(f"  mirror test: {swapped} of {found.texts} texts swap at equal size")
        lines += [f"  {fault}" for fault in found.faults]
    return "\n".join(lines)


def _slot_lines(found: Audit, all_slots: bool) -> list[str]:  # noqa: FBT001 - passed on
    sides = camps(found.pack)
    if not found.slots or len(sides) < 2:
        return []
    sided = [slot for slot in found.slots if any(slot.counts[side] for side in sides)]
    full = sum(not slot.lacking for slot in sided)
    lines = [f"  slots with a term of every side: {full} of {len(sided)}"]
    if all_slots:
        width = max(len(slot.slot) for slot in found.slots)
        for slot in found.slots:
            shown = ", ".join(f"{side} {slot.counts[side]}" for side in (*sides, "neutral"))
            lines.append(f"    {slot.slot:<{width}}  {shown}  ({slot.referent})")
    return lines


def _one_sided_lines(found: Audit) -> list[str]:
    """Slots and rows without a counterpart: those without a reason one by one, then the reasons."""
    if not found.one_sided:
        return []
    told = len(found.one_sided) - len(found.unexplained)
    lines = [f"  rows without a counterpart: {len(found.one_sided)}, {told} with a reason"]
    for row in found.unexplained:
        where = f"slot {row.term.slot}" if row.term.slot else "no slot"
        lines.append(
            f"    no reason given: {row.term.term!r} ({row.term.convention}, {where}, "
            f"{row.term.file}:{row.term.line}): add a counterpart, or a line to [lonely] in pack.toml"
        )
    return lines


def _names_one_side(term: Term, pack: Pack) -> bool:
    """Whether a row that fits both sides asks for context words that only one side's texts have."""
    if not term.target.startswith("@") or not term.only:
        return False
    sides = _sides_by_name(pack)
    return len({sides[word] for word in term.only if word in sides}) == 1


@cache
def _sides_by_name(pack: Pack) -> dict[str, str]:
    return {
        name: actor.side
        for actor in pack.actors
        if actor.side in pack.parties
        for name in (*actor.names, *actor.metonyms, *actor.adjectives)
    }


def _counts(counter: Mapping[Any, int]) -> str:
    return ", ".join(
        f"{name} {n}" for name, n in sorted(counter.items(), key=lambda x: (-x[1], x[0]))
    )
