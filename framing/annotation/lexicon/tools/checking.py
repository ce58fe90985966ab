"""What a pack must hold to beyond its format: its sentences work, no row stands twice or against
another, every value names something that exists."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from framing.annotation.lexicon.inflection import forms_of
from framing.annotation.lexicon.loading import GENERAL, load_packs, pack_names, packs_in_use
from framing.annotation.lexicon.overrides import FILE, read_overrides
from framing.annotation.lexicon.records import Actor, Pack, SlotVariant, Term
from framing.annotation.lexicon.terms import TermFinder, holds_on
from framing.annotation.lexicon.tools.coverage import NO_CAMP, value_of
from framing.annotation.lexicon.tools.wordlists import list_faults
from framing.annotation.lexicon.usages import party_usages
from framing.errors import LexiconError, OptionError
from framing.text.folding import fold

ROLES = ("@agent", "@patient", "@bearer", "@opponent", "@speaker")
_PLAIN_TARGETS = frozenset(("", "talks", "other", "none", *ROLES))
_FEWEST_ROWS = 3  # a convention of fewer rows that is spelt almost like another one is a slip


@dataclass(frozen=True, slots=True)
class Checked:
    """The packs that could be read, and every fault, one line each: ``file:line: what is wrong``."""

    packs: tuple[Pack, ...]
    faults: tuple[str, ...]


def check_folder(folder: Path | None = None) -> Checked:
    """Check the packs in `folder` (or the pack that it is; the shipped packs, if None), and what its
    `overrides.csv` makes of the shipped ones. One pack that cannot be read does not hide the others.

    Raises OptionError where there is nothing to check.
    """
    names = pack_names(folder)
    faults: list[str] = []
    packs: list[Pack] = []
    for name in names:
        try:
            packs += load_packs([name], folder=folder)
        except LexiconError as error:
            faults += str(error).splitlines()
    if folder is not None and (folder / FILE).exists():
        try:
            changed = sorted({o.pack for o in read_overrides(folder)})
            packs += [p for p in packs_in_use(changed, folder=folder) if p.name not in names]
        except (LexiconError, OptionError) as error:
            faults += str(error).splitlines()
    elif not names:
        raise OptionError(
            f"nothing to check in {folder}: a pack is a folder with a pack.toml, and own changes "
            f"stand in {FILE}"
        )
    return Checked(tuple(packs), (*faults, *check_packs(packs)))


def check_packs(packs: Iterable[Pack]) -> list[str]:
    """Every fault of `packs`, one line each, with file, line and column; empty if all is well.

    Reading a pack already checks its format (`load_packs` raises); this runs its sentences, each
    pack beside the general one as it is used, and looks for doubles, contradictions and references
    to what is not there.
    """
    packs = list(packs)
    general = [pack for pack in packs if pack.name == GENERAL] or load_packs([GENERAL])
    faults: list[str] = []
    for pack in packs:
        finder = TermFinder({p.name: p for p in (*general, pack)}.values())
        for part in (_failed_examples(pack, finder), _dead_references(pack), _slips(pack),
                     _contradictions(pack), _neutral_wordings(pack), _slot_faults(pack),
                     _double_sentences(pack), _double_names(pack), _double_words(pack),
                     list_faults(pack)):  # fmt: skip
            faults += part
    return list(dict.fromkeys(faults))


def _failed_examples(pack: Pack, finder: TermFinder) -> Iterator[str]:
    for term in pack.terms:
        for example in term.examples:
            hits = finder.find(example.text, day=term.valid_to or term.valid_from)
            if any(hit.term is term for hit in hits) != example.found:
                column = "match" if example.found else "no_match"
                wanted = "does not find" if example.found else "finds"
                yield _fault(
                    pack, term, column, f"{term.term!r} {wanted} itself in: {example.text}"
                )


def _dead_references(pack: Pack) -> Iterator[str]:
    slots = {row.slot for row in pack.slots}
    actors = {actor.name for actor in pack.actors}
    terms = {term.term for term in pack.terms}
    sides = ", ".join((*pack.sides, *sorted(_PLAIN_TARGETS - {""})))
    for term in pack.terms:
        if term.target not in _PLAIN_TARGETS and term.target not in pack.sides:
            yield _fault(
                pack, term, "target", f"target {term.target!r} is no side of pack.toml: {sides}"
            )
        if term.slot and term.slot not in slots:
            yield _fault(pack, term, "slot", f"slot {term.slot!r} is not in slots.csv")
        if term.convention.startswith("@") and not term.target.startswith("@"):
            yield _fault(
                pack, term, "convention", f"convention {term.convention!r} needs an @ target"
            )
    papers = pack.path / "pack.toml"
    for one, other in pack.mirrors.items():
        if not ({one, other} <= slots or {one, other} <= actors):
            yield f"{papers}: [mirrors]: {one!r} and {other!r} are not two slots or two actors"
    for name in pack.lonely:
        if name not in slots and name not in terms:
            yield f"{papers}: [lonely]: {name!r} is neither a slot nor a term"


def _slips(pack: Pack) -> Iterator[str]:
    """Dates the wrong way round, and conventions that look like a slip of another one."""
    used = Counter(term.convention for term in pack.terms)
    known = {name for name, n in used.items() if n >= _FEWEST_ROWS} | NO_CAMP
    known |= set(party_usages(pack).values())
    for term in pack.terms:
        if term.valid_from and term.valid_to and term.valid_to < term.valid_from:
            yield _fault(pack, term, "valid_to", f"{term.valid_to} is before {term.valid_from}")
        near = get_close_matches(term.convention, known, n=1, cutoff=0.8)
        if term.convention not in known and near:
            yield _fault(
                pack, term, "convention", f"{term.convention!r}: did you mean {near[0]!r}?"
            )
    for actor in pack.actors:
        for role in actor.roles:
            if role.since and role.until and role.until < role.since:
                yield (
                    f"{pack.path / 'actors.csv'}:{actor.line}: column 'roles': {role.title!r} ends "
                    f"on {role.until}, before it begins"
                )


def _contradictions(pack: Pack) -> Iterator[str]:
    """Rows that match the same words at the same time: doubles, or rows that say two things."""
    standing: dict[str, list[Term]] = defaultdict(list)
    for term in pack.terms:
        for form in forms_of(term.term, term.form):
            written = form if term.form == "name" else fold(form).strip()
            for other in standing[written]:
                if other is not term and _overlap(term, other):
                    yield from _two_rows(pack, term, other, form)
            if term not in standing[written]:
                standing[written].append(term)


def _two_rows(pack: Pack, term: Term, other: Term, form: str) -> Iterator[str]:
    guarded = term.only or other.only
    if term.category == other.category and (not guarded or term.only == other.only):
        yield _fault(pack, term, "term", f"{form!r} stands in line {other.line} already")
    if value_of(term)[1:] != value_of(other)[1:] and not guarded:
        yield _fault(
            pack,
            term,
            "term",
            f"{form!r} says otherwise than line {other.line} ({_told(term)}, not {_told(other)}): "
            "part the two by dates or by words in 'only'",
        )


def _told(term: Term) -> str:
    return f"{term.convention} about {term.target or 'nobody'} {term.valence:+d}"


def _overlap(term: Term, other: Term) -> bool:
    first = max(term.valid_from or date.min, other.valid_from or date.min)
    return first <= min(term.valid_to or date.max, other.valid_to or date.max)


def _neutral_wordings(pack: Pack) -> Iterator[str]:
    """Wordings offered as neutral that another row lists as the usage of one side."""
    sided = {
        fold(term.term).strip(): term
        for term in pack.terms
        if term.convention not in NO_CAMP and holds_on(term, None)
    }
    for term in pack.terms:
        for wording in term.neutral.split(";"):
            other = sided.get(fold(wording).strip())
            if other and other is not term:
                yield _fault(
                    pack,
                    term,
                    "neutral",
                    f"{wording.strip()!r} is {other.convention} usage in line {other.line}",
                )


def _slot_faults(pack: Pack) -> Iterator[str]:
    """Variants that stand twice or against their marker, referents told in two ways, and markers of
    a slot that are not among its variants (a comparison in the slot would not count them)."""
    path = pack.path / "slots.csv"
    seen: dict[tuple[str, str], SlotVariant] = {}
    referents: dict[str, str] = {}
    for row in pack.slots:
        key = row.slot, fold(row.variant).strip()
        if key in seen:
            yield (
                f"{path}:{row.line}: column 'variant': {row.variant!r} stands in line "
                f"{seen[key].line} already"
            )
        seen.setdefault(key, row)
        if referents.setdefault(row.slot, row.referent) != row.referent:
            yield (
                f"{path}:{row.line}: column 'referent': {row.referent!r}, but slot {row.slot!r} is "
                f"{referents[row.slot]!r} before"
            )
    for term in pack.terms:
        if not term.slot or term.slot not in referents or term.target.startswith("@"):
            continue
        variant = seen.get((term.slot, fold(term.term).strip()))
        if variant is None:
            yield _fault(
                pack, term, "slot", f"{term.term!r} is no variant of {term.slot!r} in slots.csv"
            )
        elif variant.convention != term.convention and not _is_common_form(term):
            yield _fault(
                pack,
                term,
                "convention",
                f"{term.convention!r}, but line {variant.line} of slots.csv says "
                f"{variant.convention!r}",
            )


def _is_common_form(term: Term) -> bool:
    """A spelling that is no sign (Kyiv since 2019) stands in its slot under the language it is from."""
    return term.category == "spelling" and term.convention in NO_CAMP


def _double_sentences(pack: Pack) -> Iterator[str]:
    first: dict[str, Term] = {}
    for term in pack.terms:
        for text in dict.fromkeys(example.text for example in term.examples if example.found):
            other = first.setdefault(text, term)
            if other is not term and other.term != term.term:
                yield _fault(
                    pack,
                    term,
                    "match",
                    f"the sentence of line {other.line} again: a row needs its own",
                )


def _double_names(pack: Pack) -> Iterator[str]:
    for kind in ("names", "metonyms", "adjectives"):
        owners: dict[str, dict[Actor, None]] = defaultdict(dict)
        for actor in pack.actors:
            for name in getattr(actor, kind):
                owners[fold(name).strip()][actor] = None
        for name, actors in owners.items():
            if len(actors) > 1:
                who = " and ".join(f"{actor.name} (line {actor.line})" for actor in actors)
                line = max(actor.line for actor in actors)
                yield (
                    f"{pack.path / 'actors.csv'}:{line}: column {kind!r}: {name!r} is in the {kind} "
                    f"of {who}"
                )


def _double_words(pack: Pack) -> Iterator[str]:
    cues = [((cue.cue, cue.form), cue.line) for cue in pack.cue_terms]
    yield from _twice(cues, pack.path / "cues.csv", "cue")
    nouns = [((noun.noun, ""), noun.line) for noun in pack.speaker_nouns]
    yield from _twice(nouns, pack.path / "speakers.csv", "noun")


def _twice(rows: Sequence[tuple[tuple[str, str], int]], path: Path, column: str) -> Iterator[str]:
    first: dict[tuple[str, str], int] = {}
    for word, line in rows:
        if first.setdefault(word, line) != line:
            yield f"{path}:{line}: column {column!r}: {word[0]!r} stands in line {first[word]} already"


def _fault(pack: Pack, term: Term, column: str, what: str) -> str:
    return f"{pack.path / term.file}:{term.line}: column {column!r}: {what}"
