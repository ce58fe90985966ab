"""Articles out of web pages that were saved to disk."""

import logging
import re
from collections.abc import Iterator
from typing import Protocol, cast

from framing.errors import InputError
from framing.model import Skipped
from framing.reading import Draft, too_long, with_title
from framing.reading.boilerplate.lines import FULL_WORDS
from framing.reading.dates import parse_date, parse_year, url_date
from framing.text.tokens import count_words

# Beside the article: dates and headlines in them are those of other stories.
_BESIDE = "//aside | //footer | //nav | //script[not(contains(@type, 'ld+json'))] | //style"
_TEXTS = "count(//text()[normalize-space()])"
# Search the page's metadata only: "never from the running text" holds for pages too. The upper
# bound keeps the result from hanging on the day of the run.
_DATE_SEARCH = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
# Beyond these sizes trafilatura's second opinions cost more than linear time: 100,000 links took 20 s,
# a list of 20,000 items 100 s (justext looks for each paragraph's neighbours again and again).
_LONG_PAGE = 1_000_000  # characters
_MANY_TEXTS = 2_000
# Pages of one article have a few thousand elements. A tag of thousands of attributes costs the parser
# the square of their number; inline pictures, which may be long, have no spaces in them.
_MOST_ELEMENTS = 50_000
_MOST_ATTRIBUTES = 5_000
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{10000,}")
_LANGUAGE = re.compile(r"<html\b[^>]{0,500}?\blang\s*=\s*[\"']?([a-z]{2,3})\b", re.IGNORECASE)
_CLOSED = re.compile(r"[.!?…。][\"'”’»)\]]*$")
_ENCODING = re.compile(r"(<\?xml\b[^>]{0,200}?)\s+encoding\s*=\s*[\"'][\w-]*[\"']")


def read_page(html: str, *, id: str, path: str) -> Draft | Skipped:
    """Return the article of a page: its paragraphs with blank lines between, title in front.

    Navigation, comments, scripts and what stands beside the article are left out. A page on which
    no paragraph of an article is found is skipped, as is one of over 50,000 elements.
    """
    try:
        page = _extract(html)
    except InputError as fault:
        return Skipped(path, str(fault))
    lines = (page.text or "").splitlines() if page else []
    paragraphs = [line.strip() for line in lines if line.strip()]
    if page is None or not any(map(_is_prose, paragraphs)):
        return Skipped(path, "no article found in this page")
    text, title = with_title("\n\n".join(paragraphs), page.title)
    if longer := too_long(text):
        return Skipped(path, longer)
    language = _LANGUAGE.search(html, 0, 10_000)
    return Draft(
        id=id,
        text=text,
        path=path,
        title=title,
        published=parse_date(page.date),
        year=parse_year(page.date) or url_date(page.url)[1],
        url=page.url,
        language=language.group(1).lower() if language else None,
        fields=dict(_fields(page)),
    )


class _Page(Protocol):
    """What is used of trafilatura's document."""

    text: str | None
    title: str | None
    author: str | None
    date: str | None
    sitename: str | None
    hostname: str | None
    url: str | None


def _extract(html: str) -> _Page | None:
    from lxml.etree import LxmlError
    from trafilatura import bare_extraction, load_html

    # Without a handler of its own it would print what it finds odd in a page.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    logging.getLogger("htmldate").addHandler(logging.NullHandler())
    if any(len(tag.group().split()) > _MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(html)):
        raise InputError(f"a tag of over {_MOST_ATTRIBUTES:,} attributes: save the text alone")
    try:
        tree = load_html(_ENCODING.sub(r"\1", html, count=1))
        if tree is None:
            return None
        if tree.xpath("count(//*)") > _MOST_ELEMENTS:
            raise InputError(f"a page of over {_MOST_ELEMENTS:,} elements: save the text alone")
        for element in tree.xpath(_BESIDE):
            element.drop_tree()
        page = bare_extraction(
            tree,
            fast=len(html) > _LONG_PAGE or tree.xpath(_TEXTS) > _MANY_TEXTS,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params=_DATE_SEARCH,
        )
        return cast(_Page | None, page)
    except (LxmlError, ValueError, TypeError, AttributeError, RecursionError):
        # markup that the parser gives up on
        return None


def _is_prose(line: str) -> bool:
    """Whether a line is a sentence, which menus and "Subscribe to read this." are not.

    `FULL_WORDS` words with closing punctuation, or 40 characters of a script without spaces.
    """
    long = count_words(line) >= FULL_WORDS or (len(line) >= 40 and not line.isascii())
    return long and _CLOSED.search(line) is not None


def _fields(page: _Page) -> Iterator[tuple[str, str]]:
    for name, value in (
        ("site_name", page.sitename),
        ("hostname", page.hostname),
        ("author", page.author),
    ):
        if value:
            yield name, str(value)
