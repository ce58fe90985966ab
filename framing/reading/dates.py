"""When an article was published, as it states itself, and the latest day that it reports as past.

A date counts as the article's own only where metadata or a header line states it; a date in the
running text never does. Nothing here asks the clock.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from itertools import pairwise
from typing import Literal

from framing.model import Span
from framing.text import segment, tokens

Label = Literal["published", "updated", "unlabelled"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\d)"
# A copied page may repeat a date without a gap ("2 Jun 20252 Jun 2025").
_YEAR = r"(?:19|20)\d\d(?:(?!\d)|(?=\d\d?\s[A-Z][a-z]{2}))"
_NO_DIGIT = r"(?:(?<!\d)|(?<=\D(?:19|20)\d\d))"
# A full date, in the four orders that English-language pages use. Inner names are numbered because
# the pattern is used once in a larger one and groups must be unique there.
_FULL = (
    rf"(?:(?<!\d)(?P<y1>{_YEAR})(?P<s1>[-/.])(?P<m1>\d\d?)(?P=s1)(?P<d1>\d\d?)(?!\d)"
    rf"|{_NO_DIGIT}(?P<d2>{_DAY})[\s-]+(?:of\s+)?(?P<m2>{_MONTH})[\s-]*,?[\s-]*(?P<y2>{_YEAR})"
    rf"|\b(?P<m3>{_MONTH})\s*(?P<d3>{_DAY})\s*,?\s+(?P<y3>{_YEAR})"
    rf"|(?<![\d.])(?P<a4>\d\d?)(?P<s4>[-/.])(?P<b4>\d\d?)(?P=s4)(?P<y4>{_YEAR}|\d\d(?![\d.])))"
)
_TIME = (
    r"(?:(?:T|[\s,|–—-]*(?:at\s+)?)\d{1,2}[:.]\d\d(?::\d\d(?:\.\d+)?)?(?:\s?[ap]\.?m\b\.?)?"
    r"(?:\s?(?:Z\b|[+-]\d\d:?\d\d|(?:UTC|GMT)(?:\s?[+-]\s?\d{1,2}(?::?\d\d)?)?|(?-i:[A-Z]{2,4}T\b)|"
    r"\([^()]{1,30}\)|local\stime|(?-i:[A-Z][a-z]+)\stime))*)"
)
_WEEKDAY = r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s+)"
_LABEL = (
    r"(?P<label>(?:this\s+(?:article|story|report|page)\s+was\s+)?(?:(?:first|last|article|originally)\s+)?(?:(?:publish|release|post|issue|creat)ed|"
    r"publication\s+date|publish(?:ed)?\s+date|pub(?:lished)?\s?date|date(?:\s+published)?|dated|"
    r"updated|modified|edited)(?:\s+(?:on|at|date))?\s*[:–—-]?\s*)"
)
_STATED = re.compile(
    rf"{_LABEL}?{_WEEKDAY}?(?:\d{{1,2}}:\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{{2,4}})?,?\s+)?{_WEEKDAY}?"
    rf"{_FULL}{_TIME}?",
    re.IGNORECASE,
)
_PIECE_GAP = re.compile(r"\s*[|•·]\s*|\s+[/–—-]\s+")
_BETWEEN_DATES = re.compile(r"[\s|•·/,;()–—-]*")
_BY = re.compile(r"[Bb][Yy]\s+(?:(?:[^\W\d_][\w.'’-]*)[\s,]+){1,8}")
_BY_AT_END = re.compile(r"\s+by(?:\s+[^\W\d_][\w.'’-]*){1,4}$")
_BYLINE = re.compile(rf"{_BY.pattern}|(?:[A-Z][\w.'’-]*[\s,]+){{1,5}}")
_LABELLED_START = re.compile(r"[\s\ufeff]*(?:date|dated|published|posted|updated)\b", re.IGNORECASE)
_ISO_START = re.compile(r"[\s\ufeff]*\d{4}-\d\d-\d\d\b")
_CLOSED = re.compile(r"[.!?…]['\"”’»)\]]*$")
_DATELINE = re.compile(
    rf"[\s\ufeff]*(?P<place>[A-Z][A-Z.'’ /-]{{2,40}}(?:,\s[A-Z][\w.'’ ]{{1,25}})?)[,.]\s"
    rf"(?:(?:\w{{3,9}}day),?\s)?(?:(?P<m>(?i:{_MONTH}))\s(?P<d>{_DAY})|(?P<d9>{_DAY})\s(?P<m9>(?i:{_MONTH})))"
    rf"(?:,?\s\(?(?P<y>{_YEAR})\)?)?",
)
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=\D|$)")
_URL_YEAR = re.compile(r"/((?:19|20)\d\d)(?=/)")
_YEAR_FIELD = re.compile(rf"\s*({_YEAR})(?:[-/.]\d\d?)?\s*")

HEADER_LINES = 8
FOOTER_LINES = 4
_HEADER_LINE_LENGTH = 200
# A paragraph of this many words with closing punctuation is body: dates without a label that stand
# alone further down are the headings of a timeline, not the article's own.
_BODY_WORDS = 20


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A place where the article states its own date; `day` is None where it is ambiguous."""

    span: Span
    day: date | None
    label: Label


def published(text: str, stated: Sequence[StatedDate], *, year: int | None = None) -> date | None:
    """Return the day of publication that the text states, or None.

    A line that says "published" goes before one without a label, that before a dateline, and all
    before a line that says "updated". `year` completes a dateline such as "MOSCOW, June 2".
    """
    own: dict[Label, date] = {}
    for line in stated:
        if line.day:
            own.setdefault(line.label, line.day)
    first = own.get("published") or own.get("unlabelled")
    return first or _dateline_day(text, year=year) or own.get("updated")


def stated_dates(text: str) -> tuple[StatedDate, ...]:
    """Return the header and footer lines in which an article states its date, in order."""
    paragraphs = segment.paragraphs(text)
    head = range(min(HEADER_LINES, len(paragraphs)))
    foot = range(max(len(head), len(paragraphs) - FOOTER_LINES), len(paragraphs))
    found: list[StatedDate] = []
    in_header = True
    for number in (*head, *foot):
        span = paragraphs[number]
        in_footer = number >= len(paragraphs) - 2 and number > 0
        dates = _date_line(text, span, first=number == 0)
        if number <= 1 and not dates:
            dates = _opening_date(text, span)
        found += [d for d in dates if in_header or in_footer or d.label != "unlabelled"]
        in_header = in_header and not _is_body(span.of(text))
    return tuple(found)


def parse_date(value: object) -> date | None:
    """Return the day that a metadata value states, or None where it states none or is ambiguous.

    ISO 8601 goes first. Dotted dates are read day first, as the countries that write dots do;
    02/06/2025 is None, because half of the world reads it as June and half as February.
    Numbers are Unix seconds or milliseconds.
    """
    if isinstance(value, datetime):
        # pandas.NaT is a datetime that does not equal itself
        return None if value != value else value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not 19_000_101 <= value <= 21_001_231:
        return _from_unix(value)
    return _from_words(str(value).strip()) if value is not None else None


def parse_year(value: object) -> int | None:
    """Return the year of a metadata value that gives no full date ("2025", "2025-06"), or None."""
    match = _YEAR_FIELD.fullmatch(str(value)) if value is not None else None
    return int(match.group(1)) if match else None


def url_date(url: str | None) -> tuple[date | None, int | None]:
    """Return the day in an address such as ``/2025/06/02/`` and the year in it, where there are."""
    match = _URL_DATE.search(url or "")
    if match:
        day = _make(match.groups())
        return day, int(match.group(1))
    match = _URL_YEAR.search(url or "")
    return None, int(match.group(1)) if match else None


def latest_past(text: str, *, skip: Sequence[Span] = (), year: int | None = None) -> date | None:
    """Return the latest day that `text` reports as past, or None: the article is not older.

    A date counts where the finite verb nearest to it is in a past or perfect form and its sentence
    holds no word that points ahead (will, scheduled, until ...). A date without a year takes the
    year of the nearest full date before it (or `year`), never a later one: the answer is a lower
    bound and errs to the early side. Paragraphs that meet `skip` are left out.
    """
    latest: date | None = None
    for mentions, sentence in _dated_sentences(text, skip=skip, year=year):
        if _LOOKS_AHEAD.search(sentence.of(text)):
            continue
        words = tokens.tokenize(text, [sentence])
        for mention in mentions:
            if _is_past(words, mention) and (latest is None or mention.day > latest):
                latest = mention.day
    return latest


# --- dates that stand for themselves ---------------------------------------------------------


def _from_unix(value: float) -> date | None:
    seconds = value / 1000 if 1e11 < value < 1e14 else value  # a number may have 400 digits
    if not 315_532_800 <= seconds < 4_102_444_800:  # 1980 to 2100; NaN fails as well
        return None
    return datetime.fromtimestamp(seconds, tz=UTC).date()


def _from_words(value: str) -> date | None:
    if len(value) > _HEADER_LINE_LENGTH:
        return None
    for parse in (date.fromisoformat, datetime.fromisoformat, parsedate_to_datetime):
        try:
            day = parse(value) if len(value) >= 8 else None
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        if day is not None:
            return day.date() if isinstance(day, datetime) else day
    if re.fullmatch(r"\d{10}(?:\d{3})?", value):
        return _from_unix(float(value))
    match = _STATED.match(value)
    return _day_of(match) if match else None


def _day_of(match: re.Match[str]) -> date | None:
    """Return the day of a match of `_FULL`, None where the calendar or the order allows none."""
    group = match.groupdict()
    if group["y1"]:
        return _make((group["y1"], group["m1"], group["d1"]))
    if group["y2"]:
        return _make((group["y2"], group["m2"], group["d2"]))
    if group["y3"]:
        return _make((group["y3"], group["m3"], group["d3"]))
    year = group["y4"] if len(group["y4"]) == 4 else "20" + group["y4"]
    day_first = _make((year, group["b4"], group["a4"]))
    month_first = _make((year, group["a4"], group["b4"]))
    if group["s4"] == "." or month_first in (None, day_first):
        return day_first or month_first
    return month_first if day_first is None else None


def _make(parts: Sequence[str]) -> date | None:
    year, month, day = parts
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    try:
        return date(int(year), number, int(day.rstrip("stndrhSTNDRH")))
    except ValueError:
        return None


def _date_line(text: str, paragraph: Span, *, first: bool) -> list[StatedDate]:
    """Return the dates of a line that holds little else: labels, times, a name."""
    line = paragraph.of(text)
    if len(line) > _HEADER_LINE_LENGTH or _CLOSED.search(line.rstrip(".")):
        return []
    found: list[StatedDate] = []
    start = 0
    for gap in (*_PIECE_GAP.finditer(line), None):
        piece = line[start : gap.start() if gap else len(line)]
        found += _whole_piece(piece, offset=paragraph.start + start, first=first)
        start = gap.end() if gap else start
    return found


def _whole_piece(piece: str, *, offset: int, first: bool) -> list[StatedDate]:
    matches = [m for m in _STATED.finditer(piece) if m.group("y4") is None or _has_year(m)]
    if not matches:
        return []
    outside = [piece[: matches[0].start()], piece[matches[-1].end() :]]
    inside = [piece[a.end() : b.start()] for a, b in pairwise(matches)]
    # a first line such as "Operation Overlord, 6 June 1944" is a headline, not a byline
    byline = _BY if first else _BYLINE
    if not (byline.fullmatch(outside[0]) or _BETWEEN_DATES.fullmatch(outside[0])):
        return []
    inside.append(_BY_AT_END.sub("", outside[1]))
    if not all(_BETWEEN_DATES.fullmatch(p.rstrip(".")) for p in inside):
        return []
    return [_stated(m, offset=offset) for m in matches]


def _has_year(match: re.Match[str]) -> bool:
    """Whether a numeric date is surely one: a year of four digits, or a time of day behind it."""
    return len(match.group("y4")) == 4 or ":" in match.group()


def _opening_date(text: str, paragraph: Span) -> list[StatedDate]:
    """Find a date in front of the first words, on their line: "date 2025-06-02 The talks ..."."""
    start = 0 if text[: paragraph.start].strip() == "" else paragraph.start
    if not (_LABELLED_START.match(text, start) or _ISO_START.match(text, start)):
        return []
    first = len(text[start : paragraph.end]) - len(
        text[start : paragraph.end].lstrip("\ufeff \t\r\n")
    )
    match = _STATED.match(text, start + first, paragraph.end)
    return [_stated(match, offset=0)] if match else []


def _stated(match: re.Match[str], *, offset: int) -> StatedDate:
    label = (match.group("label") or "").lower()
    kind: Label = "published" if label else "unlabelled"
    if any(word in label for word in ("updated", "modified", "edited")):
        kind = "updated"
    found = match.group()
    end = match.start() + len(found.rstrip(" \t,|•·–—-"))
    return StatedDate(Span(offset + match.start(), offset + end), _day_of(match), kind)


def _is_body(line: str) -> bool:
    return tokens.count_words(line) >= _BODY_WORDS and bool(_CLOSED.search(line))


def _dateline_day(text: str, *, year: int | None) -> date | None:
    for paragraph in segment.paragraphs(text)[:HEADER_LINES]:
        match = _DATELINE.match(text, paragraph.start, paragraph.end)
        known = match and (match.group("y") or year)
        if match and known:
            month, day = (
                match.group("m") or match.group("m9"),
                match.group("d") or match.group("d9"),
            )
            return _make((str(known), month, day))
    return None


# --- dates in the running text ---------------------------------------------------------------

# No article is longer; what follows is a dump of many, and its dates would say nothing.
_LONGEST = 200_000
_HALF_A_YEAR = (
    183  # a day named later than this after the full date before it is of the year before
)
_LONGEST_PARAGRAPH = 20_000
# Capitalised, or "may 5" of "may 5 people" would be a date.
_MONTH_NAME = rf"(?-i:(?=[A-Z]))(?i:{_MONTH})"
_LIST_GAP = r"(?:\s*,\s*(?:and\s+)?|\s+(?:and|to)\s+|\s*[-–—]\s*)"
# "June 9, 10 and 12", but not "June 2, 20 people": what follows a listed day must close the list.
_LIST_END = r"(?=\s*(?:[,.;)\]–—-]|$|(?:and|to|in|at|this|last)\b))"
_MENTION = re.compile(
    rf"\b(?P<m1>{_MONTH_NAME})\s*(?P<d1>{_DAY}(?:{_LIST_GAP}{_DAY}{_LIST_END})*)(?:,?\s+(?P<y1>{_YEAR}))?"
    rf"|(?<![\d.,])(?P<d2>{_DAY}(?:{_LIST_GAP}{_DAY})*)\s+(?:of\s+)?(?P<m2>{_MONTH_NAME})(?:,?\s+(?P<y2>{_YEAR}))?"
    rf"|(?<!\d)(?P<y3>{_YEAR})-(?P<m3>\d\d)-(?P<d3>\d\d)(?!\d)"
    rf"|(?<![\d.])(?P<d4>\d\d?)\.(?P<m4>\d\d?)\.(?P<y4>{_YEAR})"
)
_DAY_NUMBER = re.compile(r"\d+")
_LOOKS_AHEAD = re.compile(
    r"\b(?:will|shall|would|going\s+to|may|might|could|should|must|if|expect\w*|schedul\w*|"
    r"due\s+(?:to|on|in|for)|plan(?:s|ned|ning)?|upcoming|forthcoming|propos\w*|offer(?:s|ed)?|"
    r"invit\w*|deadline|intend\w*|postpone\w*|delay\w*|cancel\w*|slated|set\s+(?:for|to)|"
    r"suggest\w*|ready|promis\w*|vow\w*|pledg\w*|threaten\w*|hope[sd]?|want(?:s|ed)?|"
    r"tak\w+\s+effect|expir\w*|next\s+(?:round|week|month|year|meeting|stage|summit|session))\b"
    r"|[’']ll\b"
)
_TOWARD = re.compile(r"\b(?:until|till|by|before|for|from|starting|through)\s+(?:\w+day,?\s+)?$")


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    day: date


def _dated_sentences(
    text: str, *, skip: Sequence[Span], year: int | None
) -> Iterator[tuple[list[_Mention], Span]]:
    """Yield the sentences that name a day, their dates completed from the dates before them."""
    barred = sorted(skip)
    anchor = date(year, 12, 31) if year else None
    for paragraph in segment.paragraphs(text[:_LONGEST]):
        before = bisect_left(barred, Span(paragraph.end, paragraph.end)) - 1
        if before >= 0 and barred[before].meets(paragraph):
            continue
        mentions = []
        for match in _MENTION.finditer(text, paragraph.start, paragraph.end):
            day = _latest_of(match, anchor)
            if day:
                mentions.append(_Mention(*match.span(), day))
                anchor = day if _states_year(match) else anchor
        if mentions and len(paragraph) <= _LONGEST_PARAGRAPH:
            for sentence in segment.sentences_in(text, paragraph):
                inside = [m for m in mentions if sentence.start <= m.start < sentence.end]
                if inside:
                    yield inside, sentence


def _states_year(match: re.Match[str]) -> bool:
    return any(match.group(name) for name in ("y1", "y2", "y3", "y4"))


def _latest_of(match: re.Match[str], anchor: date | None) -> date | None:
    """Return the last day of a mention ("June 9, 10 and 12"), if need be in the anchor's year."""
    n = next(n for n in "1234" if match.group("m" + n))
    year = match.group("y" + n) or (anchor and str(anchor.year))
    if not year:
        return None
    days = (
        _make((year, match.group("m" + n), d)) for d in _DAY_NUMBER.findall(match.group("d" + n))
    )
    latest = max((d for d in days if d), default=None)
    if latest and anchor and not match.group("y" + n) and (latest - anchor).days > _HALF_A_YEAR:
        return latest.replace(year=latest.year - 1, day=min(latest.day, 28))
    return latest


def _is_past(words: tokens.Tokens, mention: _Mention) -> bool:
    if _TOWARD.search(words.text, max(0, mention.start - 40), mention.start):
        return False
    first = bisect_left(words.starts, mention.start)
    last = bisect_left(words.starts, mention.end)
    for distance in range(len(words)):
        for place in (first - 1 - distance, last + distance):
            if 0 <= place < len(words) and words.tags[place] in _VERBS:
                return _is_past_verb(words, place)
    return False


_VERBS = frozenset(("VBD", "VBN", "VBZ", "VBP", "VB", "MD"))
_HAVE = frozenset(("has", "have", "had", "'ve", "'s", "'d"))


def _is_past_verb(words: tokens.Tokens, place: int) -> bool:
    if words.tags[place] in ("VBD", "VBN"):
        # "is held every year on June 2" is no past; "is" stands at most two words before
        return not {"is", "are", "be"} & set(words.words[max(0, place - 2) : place])
    following = words.tags[place + 1 : place + 4]
    return words.words[place] in _HAVE and "VBN" in following
