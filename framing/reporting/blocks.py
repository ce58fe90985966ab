"""What a report is made of, before it becomes a page: text, tables, figures, marked passages.

A renderer (HTML, PDF) knows these records and nothing of comparisons. Every string in them is text,
never markup: renderers escape it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from framing.model import VoiceKind

if TYPE_CHECKING:
    from matplotlib.figure import Figure as MatplotlibFigure

RunKind = Literal["plain", "strong", "quiet", "code"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words set in one way. `lines` names the lines of text behind a number (``l7``, or ``l7:direct``
    for those in one voice); only a page that a reader can click uses it."""

    text: str
    kind: RunKind = "plain"
    lines: str = ""


Words = tuple[Run, ...]


def words(*parts: str | Run) -> Words:
    """Running text from strings and runs: ``words("9 of 13 in ", strong("UNN"))``."""
    return tuple(part if isinstance(part, Run) else Run(part) for part in parts)


def strong(text: str) -> Run:
    """Words that stand out."""
    return Run(text, "strong")


def quiet(text: str) -> Run:
    """Words that step back: counts, notes, ids."""
    return Run(text, "quiet")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    words: Words


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list whose order matters to no one, or (numbered) to someone."""

    items: tuple[Words, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A set-apart note: what the report does not show, what all texts agree on."""

    title: str
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading, how it is aligned, and its share of the table's width."""

    title: str
    align: Literal["left", "right", "center"] = "left"
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption above and, where needed, a note below. `small`: rows of one line each,
    set small, of which many fit a page."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Words, ...], ...]
    note: str = ""
    small: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart: `draw` makes a matplotlib figure; `alt` says in words what it shows."""

    name: str
    caption: str
    alt: str
    draw: "Callable[[], MatplotlibFigure]"


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of a passage, by offsets into the passage's own text.

    `letter` ties it to its note in the margin; `voice` says whose words it stands in.
    """

    start: int
    end: int
    letter: str
    category: str
    voice: VoiceKind
    note: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an article with marks. `voices` holds (start, end, voice, speaker) for the stretches
    that are not the outlet's own narration."""

    title: str
    place: str
    text: str
    marks: tuple[Mark, ...] = ()
    voices: tuple[tuple[int, int, VoiceKind, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two passages that tell the same thing, next to each other."""

    caption: str
    left: Passage
    right: Passage


Block = Paragraph | Bullets | Box | Table | Figure | SideBySide


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report; `opens_page`: it begins on a new page unless much of the last is empty."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    opens_page: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """The whole document. `made_on` is an argument, never the clock: same input, same bytes.

    `notice` is said on every page: that outlets are invented, that a draft is a draft.
    """

    title: str
    subtitle: str
    language: str
    made_on: str
    sections: tuple[Section, ...]
    notice: str = ""
