"""Numbers and days in running text, as values."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from framing.text.tokens import Tokens

ORDINALS = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth".split(), start=1
    )
}
_MONTHS = "january february march april may june july august september october november december"
_MONTH = {w: n for n, m in enumerate(_MONTHS.split(), start=1) for w in (m, m[:3], m[:4])}
_WEEKDAY = {
    day: n
    for n, day in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
_ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen""".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = {w: n for n, w in enumerate(_ONES)} | {w: 10 * n for n, w in enumerate(_TENS, start=2)}
_POWERS = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9,
           "trillion": 10**12, "dozen": 12}  # fmt: skip
_AHEAD = frozenset("next will 'll shall coming to".split())
_PERIODS = frozenset("second minute hour day week month year decade century".split())
_BEFORE_NOUN = frozenset(("JJ", "JJR", "NNP", "VBN", "VBG", "RBR", "RB"))
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?%?")
_SUFFIX = {"m": 10**6, "bn": 10**9, "k": 10**3}  # written without a space
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Number:
    """A number at tokens ``first : last``; `exact` is False for "an hour", which is one hour."""

    value: float
    first: int
    last: int
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Day:
    """A day at tokens ``first : last``, however it is given."""

    day: date
    first: int
    last: int
    relative: bool = False


def numbers(tokens: Tokens, *, first: int, last: int) -> Iterator[Number]:
    """The numbers in tokens ``first : last``: 6,000; 6 000; six thousand; 2.5 million; 40%."""
    i = first
    while i < last:
        found = _number(tokens, i, last=last)
        if found:
            yield found
        i = found.last if found else i + 1


def unit_at(tokens: Tokens, number: Number, *, first: int, last: int) -> int | None:
    """The token that says what is counted: a currency sign before, a percent sign, else the noun
    behind, adjectives between ("6,000 wooden houses")."""
    if number.first > first and tokens.words[number.first - 1] in "$€£¥":
        return number.first - 1
    if tokens.words[number.last - 1].endswith("%"):
        return number.last - 1
    for i in range(number.last, min(number.last + 3, last)):
        if tokens.tags[i] in ("NN", "NNS") and tokens.words[i].isalpha():
            while i + 1 < last and tokens.tags[i + 1] in ("NN", "NNS"):
                i += 1  # three bus drivers are drivers
            return i
        if tokens.tags[i] not in _BEFORE_NOUN:
            return None
    return None


def _number(tokens: Tokens, i: int, *, last: int) -> Number | None:
    words, start, word = tokens.words, i, tokens.words[i]
    follows = words[i + 1] if i + 1 < last else ""
    counted = follows in _PERIODS or follows in _POWERS
    if _DIGITS.fullmatch(word):
        value = float(word.rstrip("%").replace(",", ""))
        if re.fullmatch(r"\d{3}", follows) and re.fullmatch(r"\d{1,3}", word):
            value, i = value * 1000 + float(follows), i + 1
    elif word in ("a", "an", "one"):
        if not counted:
            return None
        value = 1.0
    elif all(part in _SMALL for part in word.split("-")):
        value = float(sum(_SMALL[part] for part in word.split("-")))
    else:
        return None
    i += 1
    suffix = _suffix(tokens, i, last=last)
    if suffix in _SUFFIX:
        value, i = value * _SUFFIX[suffix], i + 1
    elif suffix:
        return None
    while i < last and words[i] in _POWERS:
        value, i = value * _POWERS[words[i]], i + 1
    return Number(value, start, i, exact=word not in ("a", "an", "one") or i > start + 1)


def _suffix(tokens: Tokens, i: int, *, last: int) -> str:
    """What is written to a number without a space: "m" in "300m", "s" in "1990s"."""
    joined = i < last and tokens.starts[i] == tokens.ends[i - 1]
    return tokens.words[i] if joined and tokens.words[i].isalpha() else ""


def days(
    tokens: Tokens, *, first: int, last: int, around: date, published: date | None
) -> Iterator[Day]:
    """The days named in tokens ``first : last``. A day without a year is the one nearest to
    `around`; a weekday, "today" and the like count from `published`, backwards unless "next" or
    "will" stands before it; without `published` they say nothing."""
    i = first
    while i < last:
        word = tokens.words[i]
        found = None
        if word[0].isdigit() or word.rstrip(".") in _MONTH:
            found = _calendar_day(tokens, i, last=last, around=around)
        if found is None and published:
            found = _relative_day(tokens, i, first=first, published=published)
        if found:
            yield found
        i = found.last if found else i + 1


def _calendar_day(tokens: Tokens, i: int, *, last: int, around: date) -> Day | None:
    """A day such as "May 9" or "9 May", with or without a year behind it."""
    words = tokens.words
    for month_place, day_at in ((i, i + 1), (i + 1, i)):
        if max(month_place, day_at) >= last:
            continue
        month = month_at(tokens, month_place)
        number = _DAY.fullmatch(words[day_at])
        if month and number and 1 <= int(number.group(1)) <= 31:
            end = i + 2
            if (
                end < last
                and words[end] == ","
                and end + 1 < last
                and _YEAR.fullmatch(words[end + 1])
            ):
                end += 1
            year = int(words[end]) if end < last and _YEAR.fullmatch(words[end]) else None
            day = _nearest(month, int(number.group(1)), year=year, around=around)
            return Day(day, i, end + 1 if year else i + 2) if day else None
    return None


def month_at(tokens: Tokens, i: int) -> int | None:
    """The month at token `i`; a capital tells May and March from the verbs."""
    if not tokens.text[tokens.starts[i]].isupper():
        return None
    return _MONTH.get(tokens.words[i].rstrip("."))


def _nearest(month: int, day: int, *, year: int | None, around: date) -> date | None:
    years = (year,) if year else (around.year - 1, around.year, around.year + 1)
    found = []
    for each in years:
        try:
            found.append(date(each, month, day))
        except ValueError:
            continue
    return min(found, key=lambda d: abs(d - around), default=None)


def _relative_day(tokens: Tokens, i: int, *, first: int, published: date) -> Day | None:
    word = tokens.words[i]
    shift = {"today": 0, "yesterday": -1, "tomorrow": 1}.get(word)
    dated = any(following in _MONTH for following in tokens.words[i + 1 : i + 4])
    limit = i > first and tokens.words[i - 1] in ("until", "till", "by", "before", "since")
    if shift is None and word in _WEEKDAY and not dated and not limit:
        ahead = not _AHEAD.isdisjoint(tokens.words[max(first, i - 8) : i])
        gap = (_WEEKDAY[word] - published.weekday()) % 7
        shift = gap if ahead or not gap else gap - 7
    return None if shift is None else Day(published + timedelta(shift), i, i + 1, relative=True)
