"""The mirror test: with both sides in each other's place, the results swap at equal size.

`swap` puts each side's names and wordings in the other's place. What a text counts for one side, the
swapped text must then count for the other. The test is about the rules and the rows together: a rule
that knows one side only, or a row that weighs its counterpart differently, shows as a difference.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from framing.annotation.annotate import annotate_article
from framing.annotation.lexicon.inflection import forms_of
from framing.annotation.lexicon.matching import Hit, Matcher
from framing.annotation.lexicon.records import Actor, Pack, SlotVariant, Term
from framing.annotation.lexicon.terms import TermHit, finder_for, holds_on
from framing.annotation.lexicon.tools.coverage import (
    camps,
    mirror_of,
    mirrored_value,
    value_of,
)
from framing.model import Annotation, Article, Marker
from framing.text.folding import fold

FILE = "mirror.txt"
"""Texts of a pack that must swap, one a line; lines that begin with # are notes."""

Fact = tuple[str, str, str | None, int, str]
"""Category, convention, target, valence and voice: what one marker adds to a count."""


@dataclass(frozen=True, slots=True)
class MirrorFault:
    """A text whose results do not swap: what the swapped text should count, and what it does."""

    text: str
    swapped: str
    missing: tuple[Fact, ...]
    extra: tuple[Fact, ...]

    def __str__(self) -> str:
        return (
            f"does not swap: {self.text}\n    swapped: {self.swapped}\n"
            f"    missing: {_listed(self.missing)}\n    extra:   {_listed(self.extra)}"
        )


def swap(text: str, pack: Pack) -> str:
    """`text` with the two parties of `pack` in each other's place.

    Actors become the other side's actors of the same kind, and wordings of one side the wording
    that answers them: same slot (or its mirror), same category, same valence. Words that fit both
    sides, and wordings without an answer, stay. Two swaps need not give the first text again: where
    one side has more wordings than the other, several become one.
    """
    pieces: list[str] = []
    reach = 0
    for hit in _replaced(text, pack):
        new = hit.key
        pieces.append(_with_article(text[reach : hit.start], new))
        pieces.append(new[:1].upper() + new[1:] if text[hit.start].isupper() else new)
        reach = hit.end
    return "".join(pieces) + text[reach:]


def mirror_texts(pack: Pack) -> list[str]:
    """The texts of `mirror.txt` of the pack and, of rows that fit both sides, their own sentences."""
    path = pack.path / FILE
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    texts = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    for term in pack.terms:
        if term.target.startswith("@"):
            texts += [example.text for example in term.examples if example.found]
    return list(dict.fromkeys(texts))


def mirror_faults(
    pack: Pack, *, beside: Sequence[Pack] = (), texts: Iterable[str] | None = None
) -> list[MirrorFault]:
    """The texts (`mirror_texts`, if None) whose results do not swap; `beside` are the packs that are
    used together with it. Spellings are left to the slots: English has one common form of a name,
    whoever's it is, and only the other one is a sign."""
    packs = (*beside, pack)
    found = []
    for text in mirror_texts(pack) if texts is None else texts:
        swapped = swap(text, pack)
        wanted = _mirrored(_facts(text, pack, packs), pack)
        got = _facts(swapped, pack, packs)
        if wanted != got:
            found.append(
                MirrorFault(
                    text,
                    swapped,
                    tuple((wanted - got).elements()),
                    tuple((got - wanted).elements()),
                )
            )
    return found


def without_sides(text: str, pack: Pack) -> str:
    """`text` with strangers in the place of both parties: nobody's side can be read from it."""
    pieces, reach = [], 0
    for hit in _longest(_name_matcher(pack).find(text)):
        pieces += [text[reach : hit.start], "Norland"]
        reach = hit.end
    return "".join(pieces) + text[reach:]


def partner_of(term: Term, pack: Pack) -> Term | None:
    """The row of the other side that answers `term` at equal strength; None where there is none."""
    return _partners(pack).get(term)


@cache
def _partners(pack: Pack) -> dict[Term, Term]:
    sides = camps(pack)
    by_value = defaultdict(list)
    for term in pack.terms:
        if holds_on(term, None):
            by_value[value_of(term), term.slot].append(term)
    both_ways = pack.mirrors | {b: a for a, b in pack.mirrors.items()}
    found = {}
    for term in pack.terms:
        if term.convention not in sides or not holds_on(term, None):
            continue
        value = mirrored_value(pack, term)
        answers = [
            *by_value[value, both_ways.get(term.slot, term.slot)], *by_value[value, term.slot],
        ]  # fmt: skip
        same_form = [answer for answer in answers if answer.form == term.form and not answer.only]
        if same_form:
            found[term] = same_form[0]
    return found


def _replaced(text: str, pack: Pack) -> list[Hit[str]]:
    """The places to swap with what is to stand there. A row that is found keeps its place, answered
    or not; names and plain wordings are looked for in the rest."""
    found, taken = [], []
    for hit in finder_for((pack,)).find(text):
        if hit.term.category == "spelling" or hit.term in _twins(pack):
            continue
        answer = _partners(pack).get(hit.term)
        if answer:
            found.append(
                Hit(hit.start, hit.end, _as_inflected(text[hit.start : hit.end], hit, answer))
            )
        if answer or hit.term.convention in camps(pack):
            taken.append((hit.start, hit.end))
    found += [
        hit
        for hit in _longest(_name_matcher(pack).find(text))
        if all(hit.end <= start or end <= hit.start for start, end in taken)
    ]
    return sorted(found, key=lambda hit: hit.start)


@cache
def _twins(pack: Pack) -> frozenset[Term]:
    """Rows that name a party and say of it what a row that fits both sides says ("Ukrainian militant",
    "militant"): with the other party's name they are that row, so only the name is swapped."""
    names = {
        name for a in pack.actors if a.side in pack.parties for name in (*a.names, *a.adjectives)
    }
    both = {(t.term, t.category, t.valence) for t in pack.terms if t.target.startswith("@")}
    return frozenset(
        term
        for term in pack.terms
        for name, _, rest in [term.term.partition(" ")]
        if name in names and (rest, term.category, term.valence) in both
    )


def _as_inflected(words: str, hit: TermHit, answer: Term) -> str:
    """The form of `answer` that `words` are of the row that was found."""
    forms = [fold(form).strip() for form in forms_of(hit.term.term, hit.term.form)]
    answers = forms_of(answer.term, answer.form)
    place = forms.index(fold(words).strip()) if fold(words).strip() in forms else 0
    return answers[min(place, len(answers) - 1)]


@cache
def _name_matcher(pack: Pack) -> Matcher[str]:
    """Names of actors and plain wordings, each with what takes its place; actors before wordings."""
    table: dict[str, tuple[str, str]] = {}
    for old, new in (*_actor_swaps(pack), *_wording_swaps(pack)):
        table.setdefault(fold(old).strip(), (old, new))
    return Matcher(table.values())


def _wording_swaps(pack: Pack) -> Iterator[tuple[str, str]]:
    by_slot: dict[tuple[str, str], list[str]] = defaultdict(list)
    plain = _plain_wordings(pack)
    for row in plain:
        by_slot[row.slot, row.convention].append(row.variant)
    for row in plain:
        answers = by_slot[row.slot, mirror_of(camps(pack), row.convention)]
        if answers:
            yield row.variant, answers[0]


def _plain_wordings(pack: Pack) -> list[SlotVariant]:
    """Wordings of one side that are no marker (Bakhmut) or a spelling (Artyomovsk), actors' names
    left out: in "Kiev" the side that is named and the side whose spelling it is cannot both swap."""
    names = {fold(n).strip() for a in pack.actors for n in (*a.names, *a.metonyms, *a.adjectives)}
    names |= {fold(term.term).strip() for term in pack.terms if term.category != "spelling"}
    sides = camps(pack)
    return [
        row
        for row in pack.slots
        if row.convention in sides and fold(row.variant).strip() not in names
    ]


def _actor_swaps(pack: Pack) -> Iterator[tuple[str, str]]:
    seats = {
        party: [seat for actor in pack.actors if actor.side == party for seat in actor.metonyms]
        for party in pack.parties
    }
    for first, second in _actor_pairs(pack):
        for one, other in ((first, second), (second, first)):
            for names, answers in (
                (one.names, other.names),
                (one.metonyms, other.metonyms or seats[other.side] or other.names),
                (one.adjectives, other.adjectives or other.names),
            ):
                for number, name in enumerate(names):
                    yield name, _alike(name, answers, number)


def _actor_pairs(pack: Pack) -> Iterator[tuple[Actor, Actor]]:
    """Each actor of one party with one of the other: those that `mirrors` pairs, then of the same
    kind, in the order of the table."""
    if len(pack.parties) != 2:
        return
    by_name = {actor.name: actor for actor in pack.actors}
    for one, other in pack.mirrors.items():
        if one in by_name and other in by_name:
            yield by_name[one], by_name[other]
    kinds: dict[str, dict[str, list[Actor]]] = defaultdict(lambda: defaultdict(list))
    for actor in pack.actors:
        if actor.side in pack.parties:
            kinds[actor.kind][actor.side].append(actor)
    for kind in kinds.values():
        first, second = (kind[party] for party in pack.parties)
        if first and second:
            for n in range(max(len(first), len(second))):
                yield first[n % len(first)], second[n % len(second)]


def _alike(name: str, answers: Sequence[str], number: int) -> str:
    """The answer of the same make as `name`, the one in the same place first: a surname for a
    surname, an abbreviation for an abbreviation, a plural for a plural."""
    ordered = (*answers[number : number + 1], *answers)
    return max(ordered, key=lambda answer: _likeness(name, answer))


def _likeness(name: str, answer: str) -> tuple[bool, bool, bool]:
    return (
        name.count(" ") == answer.count(" "),
        name.isupper() == answer.isupper(),
        name.endswith("s") == answer.endswith("s"),
    )


def _facts(text: str, pack: Pack, packs: Sequence[Pack]) -> Counter[Fact]:
    """What the text counts for one side or the other."""
    note: Annotation = annotate_article(Article("mirror", text), packs)
    facts: Counter[Fact] = Counter(
        (m.category, m.convention, m.target, m.valence, m.voice.kind)
        for m in note.markers
        if m.category != "spelling" and not _is_nobodys(m, pack)
    )
    for hit in _longest(_slot_matcher(pack).find(text)):
        facts["wording", hit.key, None, 0, ""] += 1
    return facts


def _is_nobodys(marker: Marker, pack: Pack) -> bool:
    """Whether a marker says nothing of a side: a row of the pack in nobody's usage ("hostage", as
    agencies say), or one that is about neither party."""
    is_row = marker.pack == pack.name and marker.category != "naming-metonym"
    if is_row:
        return marker.convention in _nobodys(pack)
    return marker.target not in pack.parties


@cache
def _nobodys(pack: Pack) -> frozenset[str]:
    """Conventions that rows name and that are no party's: neutral, western, iranian."""
    return frozenset({term.convention for term in pack.terms} - set(camps(pack)))


@cache
def _slot_matcher(pack: Pack) -> Matcher[str]:
    return Matcher((row.variant, row.convention) for row in _plain_wordings(pack))


def _mirrored(facts: Counter[Fact], pack: Pack) -> Counter[Fact]:
    sides = camps(pack)
    found: Counter[Fact] = Counter()
    for (category, convention, target, valence, voice), n in facts.items():
        other = mirror_of(pack.parties, target) if target else target
        found[category, mirror_of(sides, convention), other, valence, voice] += n
    return found


def _longest(hits: Sequence[Hit[str]]) -> list[Hit[str]]:
    kept: list[Hit[str]] = []
    for hit in hits:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def _with_article(before: str, new: str) -> str:
    """`before` with its last word "a" or "an" as `new` needs it."""
    match = re.search(r"\b([Aa])n? $", before)
    if not match:
        return before
    article = match[1] + ("n" if re.match(r"[aeio]|u(?!k|ni|s)", new.lower()) else "")
    return f"{before[: match.start()]}{article} "


def _listed(facts: Iterable[Fact]) -> str:
    return "; ".join(" ".join(str(part) for part in fact if part != "") for fact in facts) or "none"
