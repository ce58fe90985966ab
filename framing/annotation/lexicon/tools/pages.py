"""A pack in writing: its page for readers, and its codebook for those who code by hand."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from framing.annotation.lexicon.inflection import forms_of
from framing.annotation.lexicon.records import Pack, Term
from framing.annotation.lexicon.tools.coverage import camps, one_sided, slot_coverage
from framing.annotation.lexicon.tools.mirror import mirror_texts

CATEGORIES = {
    "naming-epithet": "a label that judges whoever is called so",
    "naming-formal": "an official or formal name",
    "naming-metonym": "a place or a capital that stands for a government",
    "naming-ingroup": "a name by which one side calls itself, or a word that counts the speaker in",
    "spelling": "a form of a name that is tied to one side's language",
    "event-naming": "what something that happens is called",
    "distancing": "words that do not take over what they report",
    "reporting-verb": "a verb of saying that adds a judgement",
    "evaluative": "a word that judges, whoever it is about",
    "hedge": "words that leave a statement open",
    "booster": "words that close it",
}
"""What each category of a marker holds, in the order in which pages and codebooks list them."""

CODEBOOK_COLUMNS = (
    "pack", "row", "term", "forms", "category", "target", "valence", "convention", "slot",
    "referent", "neutral", "valid_from", "valid_to", "not_in", "only_with", "example",
    "counterexample", "note", "source",
)  # fmt: skip

_VARIABLES = {
    "term": "The headword. All its `forms` count; a capital must be a capital in the text.",
    "category": "What kind of wording it is; the values are defined below.",
    "target": "Whom or what it is about: a side of the pack, `talks`, `other` or `none`; `@agent`, "
    "whoever does it; `@patient`, whoever it is done to; `@bearer`, whoever is called so; "
    "`@opponent`, the same, or the other side where a sentence names only one; `@speaker`, whoever "
    "says it; empty, whoever is named nearest.",
    "valence": "The judgement in the word itself, toward the target: 1 praises, 0 neither, -1 blames.",
    "convention": "Whose usage it is typical of: a side's, `western` (agencies, UN bodies), `neutral`; "
    "`@own`, usage of the target's own side; `@other`, of the other side about it.",
    "slot": "The choice in which it stands; `referent` says what is named. Compare inside a slot.",
    "valid_from, valid_to": "The days between which the convention holds; empty, open.",
    "not_in": "Phrases with the term in which it does not count.",
    "only_with": "Words of which one must stand in the same paragraph or beside it.",
    "example, counterexample": "Sentences written for the row: it must be found, it must not.",
}

_CHALLENGE = """Every row can be disputed by anyone. Open an issue with:

1. the file, the line and the term;
2. what is wrong: whose usage it is, since when, the target, the note, the neutral wording, or a
   sentence in which the row is found and should not be (or the other way round);
3. a source with a date, or two texts of each side that show the usage.

A row changes when the source or the sentences bear the challenge out, and goes when its own source
does not hold. A false alarm is mended by a guard (`unless`), a context word (`only`) or a longer term,
and the sentence becomes a `no_match` sentence. Two readers with different views should sign a change;
what they cannot settle is written into the note, or the row becomes neutral or goes. Until then a row
can be switched off for one's own work: a line `{line}` in `overrides.csv` (columns
`pack,table,do,row`) of a folder given with `--lexicons`."""


def page_of(pack: Pack) -> str:
    """The page of a pack in Markdown: what it holds, for whom, sources, coverage by side, known
    gaps, how to challenge a row. Made from the pack alone, so that it cannot say something else."""
    parts = [
        f"# {pack.title}",
        f"The pack `{pack.name}`, version {pack.version}, language `{pack.language}`, licence "
        f"{pack.licence}. This page is made by `framing lexicon page {pack.name}` from the pack "
        "itself; do not edit it.",
        pack.note,
        "A row documents whose usage a word is. It says neither that the word is right nor that it is "
        "wrong, and an outlet that uses it has not been caught at anything.",
    ]
    if pack.audience:
        parts += ["## For whom", pack.audience]
    parts += ["## What it holds", *_holdings(pack)]
    if pack.slots and camps(pack):
        parts += ["## Coverage by side", *_coverage(pack)]
    parts += ["## Sources", _bullets(pack.sources) if pack.sources else "None are named."]
    parts += ["## Known gaps", _bullets([*pack.gaps, *_measured_gaps(pack)]) or "None are known."]
    parts += ["## How to challenge a row", _CHALLENGE.format(line=_line_off(pack))]
    return "\n\n".join(parts) + "\n"


def _line_off(pack: Pack) -> str:
    return f"{pack.name},markers,off,TERM" if pack.terms else f"{pack.name},actors,off,NAME"


def codebook_rows(pack: Pack) -> list[dict[str, Any]]:
    """One row a term, with the columns `CODEBOOK_COLUMNS`: what a coder needs to code it by hand."""
    referents = {row.slot: row.referent for row in pack.slots}
    shared = Counter(term.term for term in pack.terms)
    return [
        dict(zip(CODEBOOK_COLUMNS, _codebook_row(term, referents, shared), strict=True))
        for term in pack.terms
    ]


def actor_rows(pack: Pack) -> list[dict[str, Any]]:
    """One row an actor, with the columns `CODEBOOK_COLUMNS`: whom a name counts for, by all its names,
    its seats and its adjectives. What is only there to be told apart from an actor is left out."""
    return [
        dict.fromkeys(CODEBOOK_COLUMNS, "")
        | {
            "pack": actor.pack,
            "row": actor.name,
            "term": actor.name,
            "forms": "; ".join((*actor.names, *actor.metonyms, *actor.adjectives)),
            "category": "actor",
            "target": actor.side,
            "note": actor.kind,
            "source": actor.source,
        }
        for actor in pack.actors
        if actor.kind not in ("guard", "territory")
    ]


def codebook_text(pack: Pack) -> str:
    """The codebook in Markdown: variables, categories, every row by slot or category, the actors."""
    rows = codebook_rows(pack)
    parts = [
        f"# Codebook of the pack {pack.name} {pack.version}",
        f"{pack.title}. {pack.note}",
        "Unit: one occurrence of a term in an article's own text, with the voice it stands in (the "
        "outlet's, reported, quoted, unclear). Code what the word does, not what you think of it. Of "
        "two rows that overlap the longer one counts; a row that holds on other days does not count.",
        "## Variables",
        _bullets(f"`{name}`: {meaning}" for name, meaning in _VARIABLES.items()),
        "## Categories",
        _bullets(f"`{name}`: {CATEGORIES[name]}" for name in _used(pack)),
        "## Rows",
    ]
    for title, group in _groups(rows):
        parts += [f"### {title}", _bullets(_entry(row) for row in group)]
    if actors := actor_rows(pack):
        cells = ([row[name] for name in ("term", "note", "target", "forms")] for row in actors)
        parts += ["## Actors", _table(["actor", "kind", "side", "all its names"], cells)]
    return "\n\n".join(parts) + "\n"


def row_id(term: Term, shared: Mapping[str, int]) -> str:
    """How `overrides.csv` calls the row: its term, with its category where another row shares it."""
    return f"{term.term}|{term.category}" if shared.get(term.term, 0) > 1 else term.term


def _holdings(pack: Pack) -> Iterator[str]:
    guarded = sum(any(not e.found for e in term.examples) for term in pack.terms)
    names = sum(len(a.names) + len(a.metonyms) + len(a.adjectives) for a in pack.actors)
    counts = {
        "markers.csv": (len(pack.terms), f"markers, {guarded} with a sentence that must not match"),
        "slots.csv": (len(pack.slots), f"wordings in {len({s.slot for s in pack.slots})} slots"),
        "actors.csv": (len(pack.actors), f"actors with {names:,} names"),
        "cues.csv": (len(pack.cue_terms), "words that report speech or thought"),
        "speakers.csv": (len(pack.speaker_nouns), "nouns that can speak"),
    }
    yield _bullets(f"`{file}`: {n:,} {what}" for file, (n, what) in counts.items() if n)
    if pack.terms:
        yield _category_table(pack)
    if pack.actors:
        yield _actor_table(pack)
    if pack.cues:
        yield (
            "The pack is used for a text in which three of these words stand (two in a text under 150 "
            "words, one in a text under 100): " + ", ".join(pack.cues) + "."
        )
    if pack.home:
        yield (
            "Other countries share some of them, so one of these words of its own country must stand "
            "there too: " + ", ".join(pack.home) + "."
        )


def _category_table(pack: Pack) -> str:
    conventions = _conventions(pack)
    counts: Counter[tuple[str, str]] = Counter((t.category, t.convention) for t in pack.terms)
    valence: Counter[tuple[str, int]] = Counter((t.category, t.valence) for t in pack.terms)
    rows = [
        [f"`{name}`", CATEGORIES[name], *(counts[name, c] or "-" for c in conventions),
         f"{valence[name, -1]} / {valence[name, 0]} / {valence[name, 1]}"]
        for name in _used(pack)
    ]  # fmt: skip
    return _table(["category", "what it is", *conventions, "blames / neither / praises"], rows)


def _actor_table(pack: Pack) -> str:
    actors = [actor for actor in pack.actors if actor.kind != "guard"]
    kinds = sorted({actor.kind for actor in actors})
    sides = list(pack.parties) or (list(pack.sides) if len(pack.sides) < 10 else [])
    counts = Counter((actor.side if actor.side in sides else "", actor.kind) for actor in actors)
    rows = [
        [pack.sides.get(side, "all others" if sides else "all"), *(counts[side, k] for k in kinds)]
        for side in (*sides, "")
        if any(counts[side, kind] for kind in kinds)
    ]
    return _table(["actors of", *kinds], rows)


def _coverage(pack: Pack) -> Iterator[str]:
    sides = camps(pack)
    slots = slot_coverage(pack)
    yield (
        "Wordings of each usage for the same thing. Totals of two usages must never be compared; "
        "shares inside a slot may. A dash means that none is documented."
    )
    others = [c for c in _conventions(pack, slots=True) if c not in sides]
    yield _table(
        ["slot", "what is named", *sides, *others],
        [
            [f"`{s.slot}`", s.referent, *(s.counts[c] or "-" for c in (*sides, *others))]
            for s in slots
        ],
    )
    mirrors = [(a, b) for a, b in pack.mirrors.items() if a in {s.slot for s in slots}]
    if mirrors:
        yield "Slots that answer one another:"
        yield _bullets(f"`{one}` and `{other}`" for one, other in mirrors)
    lonely = {row.term.slot or row.term.term: row.reason for row in one_sided(pack)}
    lonely |= {s.slot: s.reason for s in slots if s.lacking}
    if lonely:
        yield "Without a counterpart, and why:"
        yield _bullets(f"`{name}`: {lonely[name] or 'no reason given'}" for name in sorted(lonely))
    if pack.parties:
        n = len(mirror_texts(pack))
        yield (
            f"The mirror test puts each side in the other's place in {n} texts; the results must swap "
            "at equal size (`framing lexicon audit`)."
        )


def _measured_gaps(pack: Pack) -> Iterator[str]:
    undated = sum(not re.search(r"\b(?:1[89]|20)\d\d\b", term.source) for term in pack.terms)
    judged = sum("judgement" in term.source for term in pack.terms)
    if undated:
        yield f"The source of {undated:,} of {len(pack.terms):,} markers names no year."
    if judged:
        yield f"{judged:,} markers rest, at least in part, on the judgement of the keepers."


def _codebook_row(
    term: Term, referents: Mapping[str, str], shared: Mapping[str, int]
) -> tuple[Any, ...]:
    found = [e.text for e in term.examples if e.found]
    missed = [e.text for e in term.examples if not e.found]
    return (
        term.pack, row_id(term, shared), term.term, "; ".join(forms_of(term.term, term.form)),
        term.category, term.target, term.valence, term.convention, term.slot,
        referents.get(term.slot, ""), term.neutral, term.valid_from, term.valid_to,
        "; ".join(term.unless), "; ".join(term.only), " || ".join(found), " || ".join(missed),
        term.note, term.source,
    )  # fmt: skip


def _groups(rows: Sequence[dict[str, Any]]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        title = f"{row['slot']}: {row['referent']}" if row["slot"] else row["category"]
        groups.setdefault(title, []).append(row)
    yield from sorted(groups.items())


def _entry(row: Mapping[str, Any]) -> str:
    about = f", about {row['target']}" if row["target"] else ""
    period = f", {row['valid_from'] or ''} to {row['valid_to'] or 'now'}"
    dates = period if row["valid_from"] or row["valid_to"] else ""
    usage = f"{row['valence']:+d}, {row['convention']}{dates}"
    told = [f"**{row['term']}** ({row['category']}{about}, {usage})."]
    for label, column in (
        ("", "note"), ("Neutral", "neutral"), ("Not in", "not_in"), ("Only with", "only_with"),
        ("Counts in", "example"), ("Does not count in", "counterexample"), ("Source", "source"),
    ):  # fmt: skip
        if row[column]:
            text = f"{label}: {row[column]}" if label else str(row[column])
            told.append(text if text.rstrip("\"'”’)").endswith((".", "!", "?")) else text + ".")
    return " ".join(told)


def _used(pack: Pack) -> list[str]:
    used = {term.category for term in pack.terms}
    return [name for name in CATEGORIES if name in used]


def _conventions(pack: Pack, *, slots: bool = False) -> list[str]:
    """Conventions of the rows, those of the sides first, then A-Z."""
    rows: Iterable[Any] = pack.slots if slots else pack.terms
    found = {row.convention for row in rows}
    sides = [side for side in camps(pack) if side in found]
    return sides + sorted(found - set(sides))


def _table(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _cell(cell: object) -> str:
    return str(cell).replace("|", "\\|")


def _bullets(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)
