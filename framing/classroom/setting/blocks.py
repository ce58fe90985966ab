"""What the sheets of a pack are made of. The blocks of reports are used as they are; these come on
top: things to write on, texts with line numbers, cards. Every string is text, never markup."""

from dataclasses import dataclass
from typing import Literal

from framing.reporting.blocks import Box, Bullets, Column, Paragraph, Run, Table, Words

__all__ = [
    "Block",
    "Box",
    "Bullets",
    "Cards",
    "Column",
    "Document",
    "Example",
    "Form",
    "Lines",
    "NumberedText",
    "Paragraph",
    "Piece",
    "Prose",
    "Sheet",
    "Table",
    "Task",
    "TextLine",
    "Words",
    "Work",
    "plain_words",
    "strong_words",
]

Audience = Literal["pupils", "teacher"]


@dataclass(frozen=True, slots=True)
class Task:
    """The instruction of one numbered task."""

    label: str
    words: Words


@dataclass(frozen=True, slots=True)
class Lines:
    """Ruled lines to write on. `label` says to a screen reader what goes there."""

    count: int
    label: str = "Your answer"


@dataclass(frozen=True, slots=True)
class Form:
    """A table to write in: the first cell of each row is printed, the others are `height` points."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Words, ...], ...]
    height: float = 34


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one line; `mark` is the number of the answer they belong to, or nothing."""

    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class TextLine:
    """One numbered line of a text."""

    number: int
    pieces: tuple[Piece, ...]
    opens: bool = False


@dataclass(frozen=True, slots=True)
class NumberedText:
    """A text with the same line breaks on every sheet; `note` says what was done to it."""

    title: str
    lines: tuple[TextLine, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example: a sentence with one marked phrase, and what is to be said of it."""

    before: str
    marked: str
    after: str
    says: str


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards to cut out: number and text."""

    items: tuple[tuple[str, str], ...]


Prose = Paragraph | Bullets | Box | Table | Task
Work = Lines | Form | NumberedText | Example | Cards
Block = Prose | Work


@dataclass(frozen=True, slots=True)
class Sheet:
    """Blocks that begin on a page of their own."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One file of the pack. `name` is its file name without the ending."""

    name: str
    title: str
    audience: Audience
    sheets: tuple[Sheet, ...]
    subtitle: str = ""
    footer: str = ""
    slides: bool = False
    editable: bool = False
    language: str = "en"


def plain_words(text: str) -> Words:
    """`text` as running words."""
    return (Run(text),)


def strong_words(text: str) -> Words:
    """`text` as words that stand out."""
    return (Run(text, "strong"),)
