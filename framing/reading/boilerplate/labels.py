"""Lines and ends of lines that say themselves that they are not prose."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import cast

from framing.model import Region, RegionKind, Span
from framing.reading.boilerplate.lines import BODY_WORDS, END, TOP, Line

_LONGEST_LINE = 400  # characters; a longer line is a paragraph, whatever it begins with
_GAP = " \t\r\n\u00a0\u202f\ufeff|•·,–—-"
_PIECE = re.compile(r"[^|•·]+")
_SEPARATOR = re.compile(r"[|•·]")
_SHORT_NAME = re.compile(r"[A-Z][\w.’'-]{1,20}(?: [A-Z][\w.’'-]{0,20}){0,2}")
_PLACE = r"[A-Z][A-Z.'’-]+(?:[ /-][A-Z][A-Z.'’-]+){0,4}(?:, [A-Z][\w.'’]+(?: [A-Z][\w.'’]+)?)?"
# "PARIS, June 2 (Agency) - ", "WEST POINT, N.Y. — ", "Paris (Agency) – ", "(Agency) - "
_DATELINE = re.compile(
    rf"(?:{_PLACE}(?:[,.] [A-Z][a-z]{{2,8}}\.? \d{{1,2}}(?:, \d{{4}})?)?"
    r"(?: ?[(/][A-Z][\w .&/-]{1,30}[)/])?"
    r"|(?:[A-Z][\w.'’-]+ ){1,3}\([A-Z][\w .&/-]{1,30}\)|\([A-Z][\w ]{1,20}\))"
    r"(?: ?[—–] ?| --? )(?=[A-Z\"“‘'])"
)
_TAIL = re.compile(
    r"(?<=[.!?”\"’)\]])\s+("
    r"\(?(?:Additional )?(?:[Rr]eporting|Writing|Editing) by [A-Z].{0,300}"
    r"|(?:Copyright (?:©|\d{4})|© ?\d{4}).{0,300}"
    r"|(?:Follow|Like) [^.!?]{2,60} on (?:Twitter|Facebook|X|Instagram|Telegram)\b[^.!?]{0,60}[.!]?"
    r")$",
    re.DOTALL,
)


class Marks:
    """The regions known beforehand, by where they start and by where they end."""

    def __init__(self, regions: Sequence[Region]) -> None:
        self.starting = {region.span.start: region for region in regions}
        self.ending = {region.span.end: region for region in regions}


def mark_labelled(
    text: str, lines: Sequence[Line], *, title: Span | None, marks: Marks
) -> Iterator[Region]:
    """Give lines their kind by the table and the marks; yield the regions at the ends of others."""
    ahead = sum(line.is_body for line in lines)
    behind = 0
    is_first = True
    for number, line in enumerate(lines):
        ahead -= line.is_body
        _set_title(text, line, title=title)
        at_end = number >= len(lines) - END and ahead <= 1
        is_edge = at_end or (number < TOP and behind <= 2)
        if not line.is_title:
            line.kind = _kind_of(line.text, is_first=is_first, is_edge=is_edge)
            if line.kind is None:
                yield from _trim(text, line, marks=marks, is_edge=is_edge)
            if line.is_body and behind <= 1:
                yield from _trim_dateline(text, line)
            if at_end and line.words >= BODY_WORDS:
                yield from _trim_tail(text, line)
            behind += line.is_body
        is_first = is_first and line.is_marked


def _set_title(text: str, line: Line, *, title: Span | None) -> None:
    """See whether the line is the title; where it only begins with it, go on behind the title."""
    own = Span(line.start, line.end)
    if title is not None and title.holds(own):
        line.is_title = True
    elif title is not None and title.meets(own):
        line.start = min(title.end, line.end)
        line.start += len(text[line.start : line.end]) - len(text[line.start : line.end].lstrip())
        line.read(text).opened = True


def _trim(text: str, line: Line, *, marks: Marks, is_edge: bool) -> Iterator[Region]:
    """Take known marks and labelled pieces ("... | 5 min read") off both ends of a line."""
    parts: list[Region] = []
    while part := _end_piece(text, line, marks=marks, is_edge=is_edge):
        first, last = _without_gaps(text, line)
        if part.kind == "other" and not parts and part.span == Span(first, last):
            part = Region(part.span, "byline")
        if part.span.start <= first:
            line.start = part.span.end
        else:
            line.end = part.span.start
        line.start, line.end = _without_gaps(text, line)
        parts.append(part)
    if parts and line.start == line.end:
        # nothing is left: the last part is the line
        line.kind, span = parts[-1].kind, parts.pop().span
        line.start, line.end = span.start, span.end
    elif parts:
        line.read(text).opened = any(
            part.kind == "other" and part.span.start < line.start for part in parts
        )
        line.kind = _kind_of(line.text, is_first=False, is_edge=is_edge)
        if is_edge and line.kind is None and line.is_name:
            line.kind = "byline"
    elif is_edge and _is_place_and_outlet(line.text):
        line.kind = "byline"
    yield from parts


def _end_piece(text: str, line: Line, *, marks: Marks, is_edge: bool) -> Region | None:
    first, last = _without_gaps(text, line)
    for mark in (marks.starting.get(first), marks.ending.get(last), marks.starting.get(line.start)):
        if mark and line.start <= mark.span.start and mark.span.end <= line.end:
            return mark
    if last - first > _LONGEST_LINE or not _SEPARATOR.search(text, first, last):
        return None
    pieces = [m for m in _PIECE.finditer(text, first, last) if m.group().strip()]
    for piece in (pieces[0], pieces[-1]):
        words = piece.group().split()
        kind = _kind_of(" ".join(words), is_first=False, is_edge=is_edge)
        if kind:
            start = piece.start() + len(piece.group()) - len(piece.group().lstrip())
            return Region(Span(start, start + len(piece.group().strip())), kind)
    return None


def _without_gaps(text: str, line: Line) -> tuple[int, int]:
    """Where the line starts and ends if white space, bullets, bars and dashes are left out."""
    start, end = line.start, line.end
    while start < end and text[start] in _GAP:
        start += 1
    while end > start and text[end - 1] in _GAP:
        end -= 1
    return start, end


def _trim_dateline(text: str, line: Line) -> Iterator[Region]:
    match = _DATELINE.match(text, line.start, line.end)
    if match:
        yield Region(Span(line.start, line.start + len(match.group().rstrip())), "other")
        line.start = match.end()
        line.read(text).opened = True


def _trim_tail(text: str, line: Line) -> Iterator[Region]:
    """Mark who reported, the rights and the like where they follow the last words of the text."""
    match = _TAIL.search(text, max(line.start, line.end - _LONGEST_LINE), line.end)
    if match:
        kind: RegionKind = "byline" if " by " in match.group(1)[:40] else "other"
        yield Region(Span(match.start(1), line.end), kind)
        line.end = match.start()
        line.read(text)


def _is_place_and_outlet(line: str) -> bool:
    """Whether a line is two or three short names with separators, such as "Oslo • NTB"."""
    pieces = [piece.strip() for piece in _SEPARATOR.split(line)]
    return 2 <= len(pieces) <= 3 and all(_SHORT_NAME.fullmatch(piece) for piece in pieces)


def _kind_of(line: str, *, is_first: bool, is_edge: bool) -> RegionKind | None:
    if not line or len(line) > _LONGEST_LINE:
        return None
    places = ("any",) + (() if is_first else ("below",)) + (("edge",) if is_edge else ())
    for place in places:
        pattern, kinds = _table()[place]
        match = pattern.fullmatch(line)
        if match and match.lastgroup:
            return kinds[match.lastgroup]
    return None


# How a line goes on behind a pattern of the table, by the rule's shape.
_SHAPES = {
    "whole": r"[ :.…!>»|]*",
    "label": r"(?: ?[:|>»–—-] ?.*|[ .…!]*)",
    "prefix": r" ?[:|>»–—] ?\S.*",
    "opening": r".*",
}


@cache
def _table() -> dict[str, tuple[re.Pattern[str], dict[str, RegionKind]]]:
    """One pattern for each place, with a named group for each rule, and the groups' kinds."""
    data = tomllib.loads(Path(__file__).with_name("labels.toml").read_text("utf-8"))
    table = {}
    for place in ("any", "below", "edge"):
        rules = [rule for rule in data["rule"] if rule["where"] == place]
        groups = [f"(?P<r{i}>{_pattern(r, data['words'])})" for i, r in enumerate(rules)]
        kinds = {f"r{i}": cast(RegionKind, rule["kind"]) for i, rule in enumerate(rules)}
        table[place] = (re.compile("|".join(groups), re.IGNORECASE), kinds)
    return table


def _pattern(rule: dict[str, str], words: dict[str, str]) -> str:
    body = "|".join(line for line in rule["patterns"].splitlines() if line)
    for name, pattern in reversed(words.items()):  # later words may use earlier ones
        body = body.replace("{" + name + "}", pattern)
    return f"(?:{body}){_SHAPES[rule['shape']]}"
