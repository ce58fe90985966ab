"""Whose usages a pack holds, slot by slot, and which rows no row of the other side answers."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from framing.annotation.lexicon.records import Pack, Term
from framing.annotation.lexicon.usages import party_usages

NO_CAMP = frozenset(("neutral", "western", "@own", "@other"))
"""Conventions that belong to no side: style guides and agencies, and rows that fit both sides."""


@dataclass(frozen=True, slots=True)
class SlotCoverage:
    """How many wordings each usage has for one referent. `reason` says why one side has none."""

    slot: str
    referent: str
    counts: Counter[str]
    lacking: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class OneSided:
    """A row of one side that no wording of the other side answers; `reason` is "" if none is given."""

    term: Term
    reason: str


def camps(pack: Pack) -> tuple[str, ...]:
    """The usages that a pack sets against each other, A-Z: those of its parties or, where it has no
    parties, the conventions that are nobody's else (control-first and protection-first)."""
    if pack.parties:
        return tuple(sorted(party_usages(pack).values()))
    return tuple(sorted({term.convention for term in pack.terms} - NO_CAMP))


def slot_coverage(pack: Pack) -> list[SlotCoverage]:
    """Every slot of the pack A-Z. A slot that `mirrors` another one is covered by both together."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    referents: dict[str, str] = {}
    for row in pack.slots:
        counts[row.slot][row.convention] += 1
        referents.setdefault(row.slot, row.referent)
    both_ways = pack.mirrors | {b: a for a, b in pack.mirrors.items()}
    sides = camps(pack)
    found = []
    for slot in sorted(counts):
        held = counts[slot] + counts.get(both_ways.get(slot, ""), Counter())
        lacking = tuple(side for side in sides if not held[side])
        # a slot with neutral wordings alone puts neither side at a disadvantage
        if len(lacking) == len(sides):
            lacking = ()
        reason = pack.lonely.get(slot, "") if lacking else ""
        found.append(SlotCoverage(slot, referents[slot], counts[slot], lacking, reason))
    return found


def one_sided(pack: Pack) -> Iterator[OneSided]:
    """Rows of one side that nothing of the other side answers.

    A row is answered if its slot, or the slot that mirrors it, holds a wording of the other side.
    A row without a slot is answered by a row of the other side that says as much of the other
    party: same category, same valence, mirrored target. Rows with an ``@`` fit both sides.
    """
    sides = camps(pack)
    covered = {row.slot: row.lacking for row in slot_coverage(pack)}
    values = {value_of(term) for term in pack.terms if not term.slot}
    for term in pack.terms:
        if term.convention not in sides or len(sides) != 2:
            continue
        if term.slot in covered:
            answered = mirror_of(sides, term.convention) not in covered[term.slot]
        else:
            answered = mirrored_value(pack, term) in values
        if not answered:
            reason = pack.lonely.get(term.term) or pack.lonely.get(term.slot, "")
            yield OneSided(term, reason)


Value = tuple[str, str, str, int]
"""Category, convention, target and valence: what a marker adds to a count."""


def value_of(term: Term) -> Value:
    """What the row adds to a count."""
    return term.category, term.convention, term.target, term.valence


def mirrored_value(pack: Pack, term: Term) -> Value:
    """What a row of the other side must add to be the mirror image of `term`."""
    return (
        term.category,
        mirror_of(camps(pack), term.convention),
        mirror_of(pack.parties, term.target),
        term.valence,
    )


def mirror_of(pair: tuple[str, ...], name: str) -> str:
    """The other one of `pair`; `name` itself where it is none of the two."""
    if len(pair) != 2 or name not in pair:
        return name
    return pair[1 - pair.index(name)]
