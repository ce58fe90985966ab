"""Articles out of files: text, outlet, date, headline, and what on the page is not its prose."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

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
