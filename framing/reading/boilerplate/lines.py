"""The lines of a text and what can be said of each by itself."""

import re
from dataclasses import dataclass
from typing import Self

from framing.model import RegionKind
from framing.text import segment
from framing.text.folding import fold
from framing.text.tokens import count_words

# Lines that count as the edges of a page, above and below the text.
TOP, END = 10, 6
# A paragraph of the story: so many words with closing punctuation, or twice BODY_WORDS without.
FULL_WORDS = 8
BODY_WORDS = 14

_CLOSED = re.compile(r"[.!?…。][\"'”’»)\]]*$")
_HANGING = re.compile(r"[:,–—-]$")
_SET_OFF = re.compile(r"[-–—•*·▪●‣◦>]|\d{1,2}[.)]\s")
_NAME = re.compile(r"[A-Z][\w.'’-]*(?: (?:(?:de|van|von|al|el|bin|la|le) )?[A-Z][\w.'’-]*){1,3}")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(slots=True)
class Line:
    """A paragraph of the text; its edges move in where a part of it is marked.

    `text` has single spaces; `opened` says that a dateline or credit was marked in front of it.
    """

    start: int
    end: int
    text: str = ""
    words: int = 0
    kind: RegionKind | None = None
    opened: bool = False
    is_title: bool = False

    def read(self, text: str) -> Self:
        """Take the words between the edges anew."""
        self.text = " ".join(text[self.start : self.end].split())
        self.words = count_words(self.text)
        return self

    @property
    def is_marked(self) -> bool:
        """Whether nothing of it is left to judge."""
        return self.kind is not None or self.start == self.end

    @property
    def is_closed(self) -> bool:
        """Whether it ends as a sentence does."""
        return _CLOSED.search(self.text) is not None

    @property
    def is_full(self) -> bool:
        """Whether it is running text, to judge by its length and closing punctuation."""
        return self.words >= (FULL_WORDS if self.is_closed else 2 * BODY_WORDS)

    @property
    def is_body(self) -> bool:
        """Whether it is a paragraph of the story."""
        return self.words >= BODY_WORDS and not self.is_marked and self.is_full

    @property
    def is_set_off(self) -> bool:
        """Whether it begins as an item of a list, a line of dialogue or an attribution does."""
        return _SET_OFF.match(self.text) is not None

    @property
    def may_stand_alone(self) -> bool:
        """Whether it may be a heading: begins like a sentence and leads to nothing behind it."""
        first = self.text.lstrip("\"'“‘«(")[:1]
        starts = first.isupper() or first.isdigit()
        return starts and not self.is_set_off and not _HANGING.search(self.text)

    @property
    def is_name(self) -> bool:
        """Whether it is two to four capitalised words and no more."""
        return not self.is_title and _NAME.fullmatch(self.text) is not None

    @property
    def is_name_and_place(self) -> bool:
        """Whether it is a name, or a name and a place: "Jane Doe in Oslo"."""
        name, _, place = self.text.partition(" in ")
        return (
            not self.is_title
            and all(_NAME.fullmatch(n) for n in name.split(" and "))
            and (not place or (place[0].isupper() and len(place) < 40))
        )

    @property
    def in_title_case(self) -> bool:
        """Whether five words, and 80 % of those over three letters, have a capital (headlines)."""
        long: list[str] = _LONG_WORD.findall(self.text)
        capitals = sum(word[0].isupper() for word in long)
        return capitals >= 5 and capitals >= 0.8 * len(long)


def read_lines(text: str) -> list[Line]:
    """Return the paragraphs of `text` as lines, none of them marked."""
    return [Line(span.start, span.end).read(text) for span in segment.paragraphs(text)]


def key(line: str) -> str:
    """Return a line as lines are compared: case, accents and punctuation left out."""
    return " ".join(fold(line).split())
