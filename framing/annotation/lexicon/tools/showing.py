"""A word in the lexicons, told for a reader: every row of it, and where else it stands."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from textwrap import wrap

from framing.annotation.lexicon.inflection import forms_of
from framing.annotation.lexicon.records import Actor, CueTerm, Pack, SlotVariant, Term
from framing.annotation.lexicon.tools.pages import CATEGORIES, row_id
from framing.text.folding import fold

_LABEL = 14  # characters before each value
_WIDTH = 96
_SHOWN = 8  # rows told in full; more are listed by name

_VALENCES = {1: "praises", -1: "blames"}
_TARGETS = {
    "@agent": "whoever does it (read from the text)",
    "@bearer": "whoever is called so (read from the text)",
    "@opponent": "whoever is called so; the other side where a sentence names one side only",
    "@patient": "whoever it is done to (read from the text)",
    "@speaker": "whoever says it (read from the text)",
    "": "whoever is named nearest in the text",
    "none": "nobody",
    "other": "a thing or people of no side",
    "talks": "the talks",
}
_USAGES = {
    "@own": "of the side that it is about (both sides say it of themselves)",
    "@other": "of the other side (both sides say it of each other)",
    "neutral": "nobody's in particular",
    "western": "news agencies, broadcasters and bodies elsewhere",
}


@dataclass(frozen=True, slots=True)
class Lookup:
    """Everything that the packs hold under a word."""

    wanted: str
    terms: tuple[Term, ...]
    variants: tuple[tuple[Pack, SlotVariant], ...]
    actors: tuple[Actor, ...]
    cues: tuple[CueTerm, ...]

    def __bool__(self) -> bool:
        return bool(self.terms or self.variants or self.actors or self.cues)


def look_up(packs: Sequence[Pack], wanted: str) -> Lookup:
    """What stands under `wanted`, in any of its forms; if nothing does, rows that hold it."""
    key = fold(wanted).strip()
    terms = matching_rows(packs, wanted)
    exact = {fold(term.term).strip() for term in terms if key in _forms(term.term, term.form)}
    variants = [
        (pack, row)
        for pack in packs
        for row in pack.slots
        if fold(row.variant).strip() == key and key not in exact
    ]
    actors = [
        actor
        for pack in packs
        for actor in pack.actors
        if actor.kind != "guard"
        and key in {fold(n).strip() for n in (*actor.names, *actor.metonyms, *actor.adjectives)}
    ]
    cues = [cue for pack in packs for cue in pack.cue_terms if key in _forms(cue.cue, cue.form)]
    if (variants or actors or cues) and not exact:
        terms = []
    return Lookup(wanted, tuple(terms), tuple(variants), tuple(actors), tuple(cues))


def matching_rows(packs: Iterable[Pack], wanted: str) -> list[Term]:
    """Rows of which `wanted` is a form; if there is none, rows whose term holds it."""
    key = fold(wanted).strip()
    terms = [term for pack in packs for term in pack.terms]
    return [t for t in terms if key in _forms(t.term, t.form)] or [
        t for t in terms if key and key in fold(t.term)
    ]


def similar_terms(packs: Iterable[Pack], wanted: str) -> list[str]:
    """Up to three terms that are spelt almost like `wanted`."""
    names = {fold(term.term).strip(): term.term for pack in packs for term in pack.terms}
    return [names[near] for near in get_close_matches(fold(wanted).strip(), names, n=3)]


def tell(found: Lookup, packs: Sequence[Pack]) -> str:
    """The lookup as text for the screen, a block a row, blocks parted by an empty line."""
    by_name = {pack.name: pack for pack in packs}
    blocks = [describe(term, by_name[term.pack]) for term in found.terms[:_SHOWN]]
    rest = found.terms[_SHOWN:]
    if rest:
        blocks.append(_lines({"more rows": "; ".join(f"{t.term} ({t.pack})" for t in rest)}))
    blocks += [_describe_variant(pack, row) for pack, row in found.variants]
    blocks += [_describe_actor(actor, by_name[actor.pack]) for actor in found.actors]
    blocks += [_describe_cue(cue) for cue in found.cues]
    return "\n\n".join(blocks)


def describe(term: Term, pack: Pack) -> str:
    """One row for a reader: what it is, whose usage, since when, on whose word, what else is said."""
    shared = Counter(other.term for other in pack.terms)
    name = row_id(term, shared)
    forms = [form for form in forms_of(term.term, term.form) if form != term.term]
    return _lines(
        {
            "": f"“{term.term}”, in the pack {term.pack}",
            "what it is": f"{CATEGORIES[term.category]} ({term.category})",
            "about": _about(term, pack),
            "whose usage": _USAGES.get(term.convention, term.convention),
            "holds": _period(term),
            "note": term.note,
            "neutral": term.neutral,
            "others say": "; ".join(_others(term, pack)),
            "also found": ", ".join(forms),
            "not in": "; ".join(term.unless),
            "only with": "; ".join(term.only),
            "found in": " | ".join(e.text for e in term.examples if e.found),
            "not found in": " | ".join(e.text for e in term.examples if not e.found),
            "source": term.source,
            "row": f"{term.file} line {term.line}; to switch it off: {pack.name},markers,off,{name} "
            "in your overrides.csv",
        }
    )


def _about(term: Term, pack: Pack) -> str:
    target = _TARGETS.get(term.target) or pack.sides.get(term.target, term.target)
    valence = _VALENCES.get(term.valence)
    return f"{target}; it {valence}" if valence else target


def _period(term: Term) -> str:
    if not (term.valid_from or term.valid_to):
        return ""
    return " ".join(
        part
        for part in (
            f"from {term.valid_from}" if term.valid_from else "",
            f"until {term.valid_to}" if term.valid_to else "",
        )
        if part
    )


def _others(term: Term, pack: Pack) -> Iterator[str]:
    """The other wordings of the same thing, by usage; a dozen at most."""
    rows = [row for row in pack.slots if term.slot and row.slot == term.slot]
    rows = [row for row in rows if fold(row.variant) != fold(term.term)]
    for usage in sorted({row.convention for row in rows}):
        words = [row.variant for row in rows if row.convention == usage]
        more = f" and {len(words) - 4} more" if len(words) > 4 else ""
        yield f"{usage}: {', '.join(words[:4])}{more}"


def _describe_variant(pack: Pack, row: SlotVariant) -> str:
    others = [
        f"{other.variant} ({other.convention})"
        for other in pack.slots
        if other.slot == row.slot and other != row
    ]
    return _lines(
        {
            "": f"“{row.variant}”, a wording in the pack {pack.name} (no marker)",
            "for": row.referent,
            "counted as": f"{row.convention}, in the slot {row.slot}",
            "others say": "; ".join(others[:12]),
        }
    )


def _describe_actor(actor: Actor, pack: Pack) -> str:
    roles = "; ".join(
        f"{role.title} ({role.since or ''} to {role.until or 'now'})" for role in actor.roles[:4]
    )
    return _lines(
        {
            "": f"“{actor.name}”, {actor.kind} in the pack {actor.pack}",
            "side": pack.sides.get(actor.side, actor.side) or "none",
            "names": "; ".join(actor.names[:12]),
            "seats": "; ".join(actor.metonyms),
            "roles": roles,
            "source": actor.source,
        }
    )


def _describe_cue(cue: CueTerm) -> str:
    return _lines(
        {
            "": f"“{cue.cue}”, words that report speech, in the pack {cue.pack}",
            "kind": cue.kind,
            "also found": ", ".join(f for f in forms_of(cue.cue, cue.form) if f != cue.cue),
            "source": cue.source,
        }
    )


def _forms(term: str, form: str) -> set[str]:
    return {fold(written).strip() for written in forms_of(term, form)}


def _lines(values: dict[str, str]) -> str:
    """Labels and values, wrapped, empty ones left out; a value without a label is a title."""
    lines = []
    for label, value in values.items():
        if not value:
            continue
        if not label:
            lines.append(value)
            continue
        head = f"  {label + ':':<{_LABEL}}"
        lines += wrap(value, _WIDTH, initial_indent=head, subsequent_indent=" " * len(head)) or [
            head
        ]
    return "\n".join(lines)
