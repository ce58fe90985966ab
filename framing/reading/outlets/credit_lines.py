"""Credits of a text: the datelines, bylines, sign-offs and page titles that name an outlet."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from framing.model import Span
from framing.reading.outlets.datelines import datelines, named, own_dateline
from framing.reading.outlets.patterns import DASH, OwnPattern, words_of
from framing.reading.outlets.table import Outlet, OutletTable, load_outlets, name_key

CreditForm = Literal["dateline", "byline", "credit line", "copyright", "page title"]

# How far credits reach, in characters. A dateline stands within the first sentence, but behind a
# headline, date, ticker or summary; a sign-off is one of the last lines.
_HEAD = 600
_TAIL = 400
_TAIL_LINES = 3
_LONGEST_BYLINE = 120


@dataclass(frozen=True, slots=True)
class Credit:
    """One credit: where it stands, what kind of line it is, whom it names."""

    span: Span
    form: CreditForm
    outlet: Outlet


def credit_spans(text: str, table: OutletTable | None = None) -> list[tuple[Span, str]]:
    """Spans of datelines and other credits that name an outlet, in order, with its id.

    A dateline's span has its place and date and the dash behind it ("LONDON, June 2 (Reuters) -").
    """
    found = find_credits(text, table=table or load_outlets())
    return [(credit.span, credit.outlet.outlet) for credit in found]


def find_credits(text: str, *, table: OutletTable, headline: Span | None = None) -> list[Credit]:
    """All credits of `text`, in order; of two that overlap, the one that begins first."""
    head, tail = _head_lines(text, headline), _tail_lines(text)
    found = [
        *_page_titles(text, head, table),
        *(c for line in head if line != headline for c in _in_head(text, line, table)),
        *_in_tail(text, tail, table),
        *_own(text, [*head, *tail], table),
    ]
    return _without_overlaps(found)


def _without_overlaps(found: Iterable[Credit]) -> list[Credit]:
    kept: list[Credit] = []
    for credit in sorted(found, key=lambda c: (c.span.start, -c.span.end)):
        if not kept or kept[-1].span.end <= credit.span.start:
            kept.append(credit)
    return kept


_LINE = re.compile(r"[^\r\n\u2028\u2029]*[^\s][^\r\n\u2028\u2029]*")


def _head_lines(text: str, headline: Span | None) -> list[Span]:
    """Lines of the head, without outer space; the last one is cut where the head ends."""
    end = _HEAD + (headline.end if headline else 0)
    return [_strip(text, Span(*m.span())) for m in _LINE.finditer(text, 0, end)]


def _tail_lines(text: str) -> list[Span]:
    """Last lines of the text, its very last one last."""
    start = max(0, len(text) - _TAIL)
    lines = [_strip(text, Span(*m.span())) for m in _LINE.finditer(text, start)]
    return lines[-_TAIL_LINES:]


def _strip(text: str, span: Span) -> Span:
    piece = span.of(text)
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, start + len(piece.strip()))


def _page_titles(text: str, head: list[Span], table: OutletTable) -> Iterator[Credit]:
    """Credit of a first line that is a name, or ends as a page's title does ("… | Reuters")."""
    for line in head[:1]:
        piece = line.of(text)
        before, bar, name = piece.rpartition("|")
        outlet = table.credits.get(name_key(name))
        titled = before.strip() if bar else _MASTHEAD.search(name)
        if outlet and titled and len(text) > line.end:
            start = line.end - len(name.strip())
            yield Credit(Span(start, line.end), "page title", outlet)


# A first line "Salon" may be a headline; two words, capitals or a domain are a masthead.
_MASTHEAD = re.compile(r"\w [\w-]|^[A-Z/-]+$|\w\.\w")


def _in_head(text: str, line: Span, table: OutletTable) -> Iterator[Credit]:
    piece = line.of(text)
    for span, outlet in datelines(piece, table):
        yield Credit(Span(line.start + span.start, line.start + span.end), "dateline", outlet)
    by, parts = _byline(piece)
    author = next((o for part in parts if (o := named(part, table))), None)
    if author and (by or author.kind not in ("", "agency")):
        yield Credit(line, "byline", author)


_BY = re.compile(r"(?i)by[:\s]\s*(?=\S)")
_BYLINE_PARTS = re.compile(rf"\s*[,|/•]\s*|\s+[{DASH}]\s+|\s+(?:for|of)\s+")
_NAME = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3}"
_PEOPLE = re.compile(rf"{_NAME}(?:(?:,| and) {_NAME})*")
_PLACE = re.compile(r"(?:in )?[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)?")


def _byline(piece: str) -> tuple[bool, list[str]]:
    """Whether a line begins with "by", and the parts of it that may name an outlet.

    Without "by" a line is read only as "Ann Lee, USA Today" or "BBC News, Kyiv"; an agency's name
    in such a line may be a photo credit.
    """
    if len(piece) > _LONGEST_BYLINE or piece.endswith((".", "?", "!")):
        return False, []
    if by := _BY.match(piece):
        return True, _BYLINE_PARTS.split(piece[by.end() :])
    parts = _BYLINE_PARTS.split(piece)
    if len(parts) != 2:
        return False, []
    signed = parts[1:] if _PEOPLE.fullmatch(parts[0]) else []
    placed = parts[:1] if " " in parts[0] and _PLACE.fullmatch(parts[1]) else []
    return False, signed + placed


_COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|\bCopyright\b)\s*©?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?\s*,?\s*(?:by\s+)?"
    r"(?P<name>[^,;|()/\d]{2,60}?)\s*(?:[,;|(.]|\d{4}|All [Rr]ights|$)"
)
_SOURCE = re.compile(
    r"(?i)(?:^|(?<=[.!?”\"’)]\s))\(?(?:source|agency)\s*:\s*(?P<name>[^,;|()\d]{2,60}?)"
    r"(?:,? and (?:news )?agencies)?\)?\.?$"
)
_SIGNED = re.compile(
    rf"(?:^|(?<=[.!?…”\"’)]))\s*"
    rf"(?:\((?P<round>[^()]{{2,40}})\)|\[(?P<square>[^\[\]]{{2,40}})\]|/(?P<slash>[^/]{{2,40}})/"
    rf"|[{DASH}]+\s*(?P<dash>[^{DASH}.,;:()]{{2,40}}))\.?$"
)
_PICTURE = re.compile(r"(?i)photo|getty|image|picture|file\b")
_WITH = re.compile(r"^(?P<name>.+?)\s+with\s+.+$")
# A sign-off may be followed by a line such as an author's name, not by another paragraph.
_SHORT_LINE = 40


def _in_tail(text: str, lines: list[Span], table: OutletTable) -> Iterator[Credit]:
    for behind, line in enumerate(reversed(lines)):
        piece = line.of(text)
        if _PICTURE.search(piece) and len(piece) < 2 * _SHORT_LINE:
            continue
        if (match := _COPYRIGHT.search(piece)) and (outlet := named(match["name"], table)):
            yield Credit(_within(line, match.start(), match.end("name")), "copyright", outlet)
        if behind == 0 or (behind == 1 and len(lines[-1]) <= _SHORT_LINE):
            yield from _signed(piece, line, table)


def _signed(piece: str, line: Span, table: OutletTable) -> Iterator[Credit]:
    """Sign-offs: "(ANI)", "— Ukrinform.", "/TASS/", "Source: Xinhua", a last line "PTI"."""
    alone = table.credits.get(name_key(piece))
    if alone and alone.kind == "agency" and line.start > 0:
        yield Credit(line, "credit line", alone)
    for match in filter(None, (_SIGNED.search(piece), _SOURCE.search(piece))):
        name = next(filter(None, match.groups()))
        shared = _WITH.match(name)
        outlet = named(shared["name"] if shared else name, table)
        # papers stand behind a dash or "Source:" where they are quoted or cited, agencies where
        # they are credited
        if outlet and (match[0].lstrip()[0] in "([/" or outlet.kind == "agency"):
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            yield Credit(_within(line, start, match.end()), "credit line", outlet)


def _own(text: str, lines: list[Span], table: OutletTable) -> Iterator[Credit]:
    """Credits by the patterns that the table gives for single outlets."""
    words = words_of("\n".join(line.of(text) for line in lines))
    for pattern in table.patterns:
        if pattern.where in ("dateline", "credit") and pattern.needs <= words:
            spans = ((line, _own_span(line.of(text), pattern)) for line in lines)
            found = (_within(line, span.start, span.end) for line, span in spans if span)
            form: CreditForm = "dateline" if pattern.where == "dateline" else "credit line"
            yield from (Credit(span, form, table.ids[pattern.outlet]) for span in found)


def _own_span(piece: str, pattern: OwnPattern) -> Span | None:
    if pattern.where == "dateline":
        return own_dateline(piece, pattern)
    match = pattern.regex.search(piece)
    return Span(*match.span()) if match and not _INSIDE.search(piece[: match.start()]) else None


# A credit of its own begins a line or a sentence; inside one it is a mention.
_INSIDE = re.compile(r"[^\s.!?…”\"’)|•]\s*$")


def _within(line: Span, start: int, end: int) -> Span:
    return Span(line.start + start, line.start + end)
