"""Datelines: the place, date and agency that open a news text.

"LONDON, June 2 (Reuters) - ", "ISTANBUL, June 2. /TASS/.", "ISTANBUL, TURKEY | TASS |",
"Kyiv • UNN", "YEREVAN, JUNE 2, ARMENPRESS.", "Damascus, SANA -", "(ANSA) - ROME, JUN 2 -".
"""

import re
from collections.abc import Iterator

from framing.model import Span
from framing.reading.outlets.patterns import DASH, MONTH, OwnPattern
from framing.reading.outlets.table import Outlet, OutletTable, name_key

# No dateline of the styles above has more words; a longer run of capitals is a headline.
_MOST_WORDS = 12
_MOST_PLACE_WORDS = 5
# How far into a line an agency's name without brackets can stand.
_BARE_REACH = 120

_D = f"[{DASH}]"


def datelines(piece: str, table: OutletTable) -> Iterator[tuple[Span, Outlet]]:
    """Datelines in `piece`, one line of a text, as spans of it: place, name and closing dash."""
    for holder in _HOLDERS:
        for match in holder.finditer(piece):
            outlet = named(match["name"], table)
            start = dateline_start(piece[: match.start()]) if outlet else None
            if outlet is None or start is None:
                continue
            if _is_whole(match, piece[start : match.start()], outlet):
                yield Span(start, match.end()), outlet
    yield from _bare(piece, table)


def own_dateline(piece: str, pattern: OwnPattern) -> Span | None:
    """Find the dateline of an outlet's own pattern in `piece`."""
    match = pattern.regex.search(piece)
    start = dateline_start(piece[: match.start()]) if match else None
    bare = match and start is not None and not piece[start : match.start()].strip()
    if not match or start is None or bare:
        return None
    return Span(start, start + len(piece[start : match.end()].rstrip()))


def named(name: str, table: OutletTable) -> Outlet | None:
    """Find the outlet that a credit names, with or without a post ("AP Diplomatic Writer")."""
    if found := table.credits.get(name_key(name)):
        return found
    words = name.split()
    if not any(_POST.fullmatch(word) for word in words[1:]):
        return None
    beginnings = (" ".join(words[:n]) for n in range(len(words) - 1, 0, -1))
    return next((o for b in beginnings if (o := table.credits.get(name_key(b)))), None)


_POST = re.compile(
    r"(?i)(?:staff|writers?|correspondents?|reporters?|editors?|desk|bureau|service|agency|team)"
)

# What holds the name in a dateline and what must follow; a line may begin with what `opens`.
_HOLDERS = (
    re.compile(
        r"(?P<opens>[(\[])(?P<name>[^()\[\]]{2,60})[)\]]"
        rf"(?P<closes>\s*\.?\s*(?:{_D}|_)+|\s*[.:]|\s*$|(?=\s+[A-Z“\"]))"
    ),
    re.compile(
        r"(?P<opens>/)\s*(?P<name>[^/]{2,60}?)\s*/"
        rf"(?P<closes>\s*{_D}+|\s*[.:]|(?=\s*[A-Z“\"]|\s*$))"
    ),
    re.compile(r"(?P<opens>)\|\s*(?P<name>[^|]{2,60}?)\s*(?P<closes>\|)"),
    re.compile(r"(?P<opens>)[•·]\s*(?P<name>[^•·|]{2,60}?)\s*(?P<closes>(?=[•·]|$))"),
)


def _is_whole(match: re.Match[str], place: str, outlet: Outlet) -> bool:
    """Whether a name in its holder, with the `place` before it, makes a dateline.

    A bracket without a dash behind it needs a date, or a short place in capitals, before it.
    """
    closed = match["opens"] not in ("(", "[") or match["closes"].strip() != ""
    if not place.strip():
        return match["opens"] != "" and closed
    return closed or _is_firm(place, ".", outlet)


def dateline_start(before: str) -> int | None:
    """Where the place and date that end `before` begin, or None where it does not end with them.

    A place may begin the line or follow a date header. Behind other words (a headline that was run
    into the text) it must be in capitals.
    """
    if _is_place_and_date(before):
        return len(before) - len(before.lstrip())
    for gap in _HEADER_END.finditer(before):
        piece = before[gap.end() :]
        sure = gap["date"] or _CAPITALS.match(piece)
        if sure and _is_place_and_date(piece):
            return gap.end()
    return None


_HEADER_END = re.compile(
    r"(?P<date>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?)\s+|[.!?…:|•”\"’]\s+"
)
_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-ÞА-ЯІЇЄҐ]{3,}\b")
_WORD = re.compile(rf"[^\s,.;:/|•·()\[\]{DASH}]+")
_NUMBER = re.compile(r"\d{1,4}(?:st|nd|rd|th)?")
_DAY_OR_MONTH = re.compile(rf"(?i)(?:{MONTH}|(?:mon|tues|wednes|thurs|fri|satur|sun)day)")
_SMALL = re.compile(
    r"(?:de|da|do|del|di|du|des|la|le|el|al|of|the|and|on|upon|aboard|den|der|am)", re.IGNORECASE
)
# Words that begin a caption, a byline or a list of people, and no dateline.
_NO_PLACE = re.compile(
    r"(?:by|from|photo|image|video|picture|source|via|credit|caption|file|president|prime|minister"
    r"|sen|rep|mr|mrs|ms|dr|king|pope|general|moderators?|host)",
    re.IGNORECASE,
)


def _is_place_and_date(piece: str) -> bool:
    words = _WORD.findall(piece)
    if len(words) > _MOST_WORDS or (words and _NO_PLACE.fullmatch(words[0])):
        return False
    places = [w for w in words if not _NUMBER.fullmatch(w) and not _DAY_OR_MONTH.fullmatch(w)]
    shouted = bool(_CAPITALS.match(piece.lstrip()))
    if len(places) > (_MOST_WORDS if shouted else _MOST_PLACE_WORDS):
        return False
    return all(word[0].isupper() or _SMALL.fullmatch(word) for word in places)


_BARE_END = re.compile(rf"\s*{_D}+(?=\s)|[.:](?=\s+\S)|$")
_BARE_NAME = re.compile(rf"(?:[.,]\s+|\s*{_D}+\s*)(?=(?P<name>[^,]{{2,40}})$)")


def _bare(piece: str, table: OutletTable) -> Iterator[tuple[Span, Outlet]]:
    """Datelines that name the outlet between commas, stops or dashes only."""
    for end in _BARE_END.finditer(piece, 0, _BARE_REACH):
        for match in _BARE_NAME.finditer(piece, 0, end.start()):
            outlet = table.credits.get(name_key(match["name"]))
            before = piece[: match.start()]
            start = dateline_start(before) if outlet else None
            if outlet and start is not None and _is_firm(before[start:], end.group(), outlet):
                yield Span(start, end.end()), outlet
                return


def _is_firm(place: str, end: str, outlet: Outlet) -> bool:
    """Whether `place` is surely one: without brackets, "Sanctions on Iran - Reuters." looks alike.

    It has a date, or is short and in capitals, or an agency's name with a dash follows.
    """
    words = _WORD.findall(place)
    if not words:
        return False
    if _DAY_OR_MONTH.search(place) and any(_NUMBER.fullmatch(word) for word in words):
        return True
    short = len(words) <= 3
    dash = end.strip(" .:") != ""
    shouted = end != "" and bool(_CAPITALS.match(place))
    return short and (shouted or (dash and outlet.kind == "agency"))
