"""The rows of a lexicon pack, as frozen records.

A pack is a folder: ``pack.toml`` says who made it, for which topic and from which sources;
``markers.csv``, ``actors.csv``, ``slots.csv`` and ``cues.csv`` hold its rows. `lexicons/README.md`
explains every column for those who edit them in a spreadsheet. Rows are compared by identity (a row
is itself, wherever it is used), which makes them cheap keys.
"""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from framing.model import CueKind

Form = Literal["fixed", "noun", "verb", "name"]
Category = Literal[
    "naming-epithet",
    "naming-formal",
    "naming-metonym",
    "naming-ingroup",
    "spelling",
    "event-naming",
    "distancing",
    "reporting-verb",
    "evaluative",
    "hedge",
    "booster",
]
ActorKind = Literal["person", "state", "body", "group", "media", "place", "territory", "guard"]
SpeakerKind = Literal["person-role", "collective", "anonymous", "media", "document", "public"]
Takes = Literal["that", "to", "hearer", "object", "result", "as", "for", "quote", "noun", "alone"]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that proves a row, and whether the row must be found in it."""

    text: str
    found: bool


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """A row of ``markers.csv``: a usage that is typical of someone, documented.

    `unless` holds phrases around the term in which it does not count; `only` holds words of which
    one must stand in the same paragraph. `line` is the row's line in `file`, for error messages;
    `file` is the table of its pack, or the user's own table (a whole path) that changed the row.
    """

    term: str
    form: Form
    category: Category
    target: str
    valence: int
    convention: str
    slot: str
    neutral: str
    valid_from: date | None
    valid_to: date | None
    unless: tuple[str, ...]
    only: tuple[str, ...]
    examples: tuple[Example, ...]
    source: str
    note: str
    pack: str
    line: int
    file: str = "markers.csv"


@dataclass(frozen=True, slots=True)
class Role:
    """A post an actor held, with the days between which it was held (None: open)."""

    title: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Actor:
    """A row of ``actors.csv``: a person, state or body, its side, and all the names it goes by.

    `metonyms` are names of places that stand for the actor ("Kyiv", "the Kremlin"); `adjectives`
    tie a body without a name to it ("the Ukrainian delegation"). Two kinds are no actors: a ``guard``
    is a name that holds one ("Washington Post", "New Mexico") and is not to be taken for it; a
    ``territory`` lists places that no party of the conflict disputes to be that side's.
    """

    name: str
    side: str
    kind: ActorKind
    names: tuple[str, ...]
    metonyms: tuple[str, ...]
    adjectives: tuple[str, ...]
    roles: tuple[Role, ...]
    source: str
    pack: str
    line: int


@dataclass(frozen=True, slots=True)
class SlotVariant:
    """A row of ``slots.csv``: one way to word a referent, and whose convention it is.

    `form` tells how the variant is inflected; empty, it is that of the marker with the same term.
    """

    slot: str
    referent: str
    variant: str
    convention: str
    form: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, eq=False)
class CueTerm:
    """A row of ``cues.csv``: words that report speech or thought, their kind, what they take.

    `takes`: a that-clause (with or without "that"), an infinitive, an object ("described the paper
    as ..."), a quotation; ``noun`` marks nouns ("statement") rather than verbs.
    """

    cue: str
    form: Form
    kind: CueKind
    takes: frozenset[str]
    source: str
    pack: str
    line: int


@dataclass(frozen=True, slots=True)
class SpeakerNoun:
    """A row of ``speakers.csv``: a noun that can speak in the news ("minister", "source")."""

    noun: str
    kind: SpeakerKind
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, eq=False)
class Pack:
    """One lexicon pack: its papers and its rows.

    `mirrors` pairs slots that answer one another (each party's government), `lonely` gives the
    reason why a slot or a term has no counterpart, `gaps` are what the keepers know to be missing,
    `home` the words of which a text of this country has one, and `changes` what a user's own folder
    changed, one line each.
    """

    name: str
    title: str
    version: str
    language: str
    licence: str
    cues: tuple[str, ...]
    parties: tuple[str, ...]
    sides: dict[str, str]
    sources: tuple[str, ...]
    note: str
    path: Path
    terms: tuple[Term, ...] = ()
    actors: tuple[Actor, ...] = ()
    slots: tuple[SlotVariant, ...] = ()
    cue_terms: tuple[CueTerm, ...] = ()
    speaker_nouns: tuple[SpeakerNoun, ...] = ()
    audience: str = ""
    gaps: tuple[str, ...] = ()
    home: tuple[str, ...] = ()
    mirrors: dict[str, str] = field(default_factory=dict)
    lonely: dict[str, str] = field(default_factory=dict)
    changes: tuple[str, ...] = ()
    folder: Path | None = None
