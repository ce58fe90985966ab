"""What a pack must hold to beyond its format: its sentences work, no row stands twice, every value
names something that exists."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from framing.annotation.lexicon.inflection import forms_of
from framing.annotation.lexicon.loading import GENERAL
from framing.annotation.lexicon.records import Actor, Pack, Term
from framing.annotation.lexicon.terms import TermFinder
from framing.text.folding import fold

_PLAIN_TARGETS = frozenset(("", "talks", "other", "none", "@agent", "@bearer"))


def check_packs(packs: Iterable[Pack]) -> list[str]:
    """Every fault of `packs`, one line each, as ``file:line: what is wrong``; empty if all is well.

    Reading a pack already checks its format (`load_packs` raises); this runs its sentences, each
    pack beside the general one as it is used, and looks for doubles and dead references.
    """
    packs = list(packs)
    general = [pack for pack in packs if pack.name == GENERAL]
    faults = []
    for pack in packs:
        finder = TermFinder({p.name: p for p in (*general, pack)}.values())
        faults += [*_failed_examples(pack, finder), *_dead_references(pack)]
        faults += [*_double_terms(pack), *_double_names(pack)]
    return faults


def _failed_examples(pack: Pack, finder: TermFinder) -> Iterator[str]:
    for term in pack.terms:
        for example in term.examples:
            hits = finder.find(example.text, day=term.valid_to or term.valid_from)
            if any(hit.term is term for hit in hits) != example.found:
                wanted = "does not find" if example.found else "finds"
                yield f"{_place(pack, term)}: {term.term!r} {wanted} itself in: {example.text}"


def _dead_references(pack: Pack) -> Iterator[str]:
    slots = {row.slot for row in pack.slots}
    for term in pack.terms:
        if term.target not in _PLAIN_TARGETS and term.target not in pack.sides:
            yield f"{_place(pack, term)}: target {term.target!r} is no side of pack.toml"
        if term.slot and term.slot not in slots:
            yield f"{_place(pack, term)}: slot {term.slot!r} is not in slots.csv"
        if term.convention.startswith("@") and not term.target.startswith("@"):
            yield f"{_place(pack, term)}: convention {term.convention!r} needs an @ target"


def _double_terms(pack: Pack) -> Iterator[str]:
    """Rows that would match the same words in the same category at the same time."""
    first: dict[tuple[str, object, object, str], Term] = {}
    for term in pack.terms:
        for form in forms_of(term.term, term.form):
            written = form if term.form == "name" else fold(form).strip()
            key = written, term.valid_from, term.valid_to, term.category
            other = first.setdefault(key, term)
            if other is not term:
                yield f"{_place(pack, term)}: {form!r} stands in line {other.line} already"


def _double_names(pack: Pack) -> Iterator[str]:
    for kind in ("names", "metonyms", "adjectives"):
        owners: dict[str, set[Actor]] = defaultdict(set)
        for actor in pack.actors:
            for name in getattr(actor, kind):
                owners[fold(name).strip()].add(actor)
        for name, actors in owners.items():
            if len(actors) > 1:
                who = " and ".join(sorted({actor.name for actor in actors}))
                yield f"{pack.path / 'actors.csv'}: {name!r} is in the {kind} of {who}"


def _place(pack: Pack, term: Term) -> str:
    return f"{pack.path / 'markers.csv'}:{term.line}"
