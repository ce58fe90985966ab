"""Articles out of files: text, outlet, date, headline, and what on the page is not its prose."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from framing.model import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as its file gives it, before anything is concluded from its words.

    `published` and `year` are what metadata state (a year may be known without a day); `fields` are
    the other columns or metadata that may say who published it.
    """

    id: str
    text: str
    path: str | None = None
    title: Span | None = None
    published: date | None = None
    year: int | None = None
    url: str | None = None
    language: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)


LONGEST = 5_000_000
"""Characters that an article may have, more than any book: what is longer is a dump of many."""


def readable(path: Path | str) -> str:
    """A path as text that can be written: bytes of a name that are not UTF-8 are replaced."""
    return os.fsencode(path).decode("utf-8", "replace")


def too_long(text: str) -> str | None:
    """What is wrong with a text that is longer than any article; nothing for all others."""
    if len(text) <= LONGEST:
        return None
    return f"{len(text):,} characters, over {LONGEST:,}: split it into one article each"


def with_title(text: str, title: str | None) -> tuple[str, Span | None]:
    """Put `title` and a blank line in front of `text`, unless it begins so; return the headline.

    Case and punctuation inside the title make no difference; without a title there is no headline.
    """
    from framing.text.folding import fold

    title = " ".join((title or "").split())
    if not title:
        return text, None
    start = len(text) - len(text.lstrip("\ufeff \t\r\n\u00a0"))
    end = start + len(title)
    if fold(text[start:end]) == fold(title) and not text[end : end + 1].isalnum():
        return text, Span(start, end)
    return f"{title}\n\n{text}", Span(0, len(title))
