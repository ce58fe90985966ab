"""The parts of a page, before any markup. Every string in them is text; the renderer escapes it."""

from dataclasses import dataclass

from framing.model import VoiceKind, Zone
from framing.reporting.blocks import Block


@dataclass(frozen=True, slots=True)
class Group:
    """Kinds of marks that a reader switches on and off together, and the letter of their tag."""

    letter: str
    title: str
    on: bool


@dataclass(frozen=True, slots=True)
class Note:
    """What is said about a marked word: (name of the field, text) in the order of reading."""

    id: str
    term: str
    group: Group
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of a text, its note, and whose words it stands in."""

    id: str
    note: Note
    kind: str
    zone: Zone


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with one voice and at most one mark. `opens` says that voice or speaker change here."""

    text: str
    voice: VoiceKind
    speaker: str | None = None
    opens: bool = False
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """A point that other texts tell too: its number, how many texts tell it, the lines of all."""

    number: int
    texts: int
    lines: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence (with an id) or what stands between two sentences (without one)."""

    id: str
    pieces: tuple[Piece, ...]
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a text; `kind` is headline, heading, aside (not its own prose) or body.

    `region` names what kind of aside it is.
    """

    kind: str
    stretches: tuple[Stretch, ...]
    region: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """An article as it is read on the page."""

    id: str
    number: int
    event: str
    outlet: str
    day: str
    phase: str
    words: int
    headline: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A keyword in context. `place` is the id of the sentence it stands in, on this page."""

    text: int
    place: str
    outlet: str
    before: str
    hit: str
    behind: str
    voice: VoiceKind
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines behind one number. `found` counts all of them, also those that are not listed;
    `stated` is the number as the report gives it."""

    id: str
    title: str
    lines: tuple[Line, ...]
    found: int
    stated: int


@dataclass(frozen=True, slots=True)
class Part:
    """What a tab says about one event (`event` empty: about all of them)."""

    event: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab of the page: a list of parts."""

    id: str
    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of an exercise; `marks` are the numbers of the marked phrases it is in."""

    text: str
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """An unmarked stretch of an article for a reader to mark, without its outlet's name.

    `marks` are the documented phrases in it, as (words, kind of voice, note).
    """

    id: str
    event: str
    text: str
    number: int
    paragraphs: tuple[tuple[Word, ...], ...]
    marks: tuple[tuple[str, VoiceKind, Note], ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A string that gives an outlet away, and the name that stands in its place while names are
    hidden; `exact` where the string is a plain word too and counts only as it is written."""

    string: str
    instead: str
    exact: bool


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page."""

    title: str
    subtitle: str
    language: str
    made_on: str
    notice: str
    events: tuple[tuple[str, str], ...]
    compare: Tab
    tabs: tuple[Tab, ...]
    method: Tab
    texts: tuple[Text, ...]
    excerpts: tuple[Excerpt, ...]
    groups: tuple[Group, ...]
    notes: tuple[Note, ...]
    lines: tuple[Lines, ...]
    names: tuple[Name, ...]
