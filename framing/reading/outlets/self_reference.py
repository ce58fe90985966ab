"""How a text speaks of its own publisher: "a Babel correspondent reports", "TASS has learned".

Two strengths. Some phrases only a publisher writes of itself ("did not respond to CNN's request");
one of them is enough. Others are also how one outlet relays another ("he told CNN"); they count
only when they recur, no other outlet is named, and nothing else says that the name is a stranger's.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from framing.model import Span
from framing.reading.outlets.patterns import words_of
from framing.reading.outlets.table import Outlet, OutletTable

# How often a weak phrase must recur. In 244 articles of seven US outlets one phrase would do for 24
# names, 7 of them wrong (relayed interviews); two give 11, none wrong. Agencies are relayed most.
# Measure again before lowering.
_LEAST_WEAK = 2
_LEAST_WEAK_AGENCY = 3
_LEAST_MAJORITY = 2
_MAJORITY = 3
_MOST_EVIDENCE = 5

_OPENING_PARAGRAPHS = 3
_OPENING_LENGTH = 1200


@dataclass(frozen=True, slots=True)
class SelfReference:
    """A phrase in which a text names its publisher, and whether only a publisher writes it."""

    span: Span
    outlet: Outlet
    strong: bool


def self_references(text: str, *, table: OutletTable, start: int = 0) -> list[SelfReference]:
    """Phrases from `start` on that prove one publisher; none if they point to several."""
    found = [hit for hit in _hits(text, table, start) if not _in_quotation(text, hit.span.start)]
    strong = Counter(hit.outlet.outlet for hit in found if hit.strong)
    winner = _majority(strong) if strong else _sole(text, found, table)
    proof = [hit for hit in found if hit.outlet.outlet == winner]
    return sorted(proof, key=lambda h: (not h.strong, h.span.start))[:_MOST_EVIDENCE]


def _majority(counts: Counter[str]) -> str | None:
    (first, most), *others = counts.most_common()
    rest = sum(count for _, count in others)
    return first if not rest or (most >= _LEAST_MAJORITY and most >= _MAJORITY * rest) else None


def _sole(text: str, found: list[SelfReference], table: OutletTable) -> str | None:
    """Outlet of the weak phrases, if they recur and no other outlet is in the text."""
    outlets = {hit.outlet.outlet for hit in found}
    if len(outlets) != 1:
        return None
    outlet = outlets.pop()
    agency = table.ids[outlet].kind == "agency"
    if len(found) < (_LEAST_WEAK_AGENCY if agency else _LEAST_WEAK):
        return None
    mentions = list(_mentions(text, table))
    others = any(o.outlet != outlet for _, o in mentions)
    return None if others or any(_is_relayed(text, span) for span, _ in mentions) else outlet


_ROLE = r"(?:correspondents?|journalists?|reporters?|witness(?:es)?|crews?|teams?|photographers?)"
_ASKED = r"requests?\sfor\s(?:further\s|additional\s)?(?:comments?|information|clarification)"

# The name stands before these ...
_STRONG_AFTER_NAME = re.compile(
    rf"""
    \s(?:ha(?:s|ve)\s(?:learn(?:ed|t)|gathered|ascertained|reached\sout|contacted|approached)
      |reached\sout\sto|contacted\b.{{0,80}}?\bfor\s(?:a\s)?comment
      |(?:could\snot|couldn['’]t|cannot|can\snot|did\snot|was\s(?:not\sable|unable)\sto
         |were\sunable\sto|has\s(?:not\sbeen\sable|been\sunable)\sto)
       \s(?:(?:independently|immediately)\s(?:verify|confirm|reach|authenticate|determine)|verify)
      |understands\b(?!\sthe\b)
      |{_ROLE}(?:\s(?:in\s[A-Z]\w+|at\sthe\sscene|on\sthe\sground))?
       \s(?:reports?|saw|witnessed|heard|observed)\b)
    |['’]s?\s(?:{_ASKED}|(?:questions|inquir(?:y|ies)|queries)\b)
    |['’]s\s(?:[A-Z][\w.’'-]*,?\s){{1,4}}reporting\sfrom
    |['’]s?\s(?:[A-Z][\w.’'-]*,?\s(?:and\s)?){{1,8}}(?:also\s)?contributed\s(?:reporting\s)?to\sthis
    """,
    re.VERBOSE,
)
# ... and behind these.
_STRONG_BEFORE_NAME = re.compile(
    rf"""
    \b(?:{_ASKED}\s(?:from|by)
      |comment\srequests?\s(?:from|by)
      |(?:reports?|informs|writes|clarified|notes)\s(?:the|an?|our)\s{_ROLE}\s(?:of|for|from))
    \s+(?=\S)
    """,
    re.VERBOSE,
)
_WEAK_AFTER_NAME = re.compile(r"\sha(?:s|ve)\s(?:seen|obtained|reviewed|verified|viewed)\b")
_WEAK_BEFORE_NAME = re.compile(
    r"""
    \b(?:(?:told|tells|informed)
      |(?:interview(?:ed)?|conversation|talk|chat)\s(?:with|by)
      |(?:comments?|remarks?|statement|interview|emails?|response)\s(?:to|for)
      |(?:spoke|speak|speaks|speaking|spoken|talked|talking)\s(?:exclusively\s)?(?:to|with)
      |(?:confirmed|explained|said)\sto
      |(?:obtained|seen|reviewed|viewed|analy[sz]ed|verified)\s(?:exclusively\s)?by
      |(?:shared|provided)\s(?:exclusively\s)?(?:with|to)
      |according\sto\san?)
    \s+(?=\S)
    """,
    re.VERBOSE,
)


def _hits(text: str, table: OutletTable, start: int) -> Iterator[SelfReference]:
    yield from _own(text, table, start)
    for pattern, strong in ((_STRONG_AFTER_NAME, True), (_WEAK_AFTER_NAME, False)):
        for cue in pattern.finditer(text, start):
            if named := _name_ending(text, cue.start(), table):
                yield SelfReference(Span(named[0].start, cue.end()), named[1], strong)
    for pattern, strong in ((_STRONG_BEFORE_NAME, True), (_WEAK_BEFORE_NAME, False)):
        for cue in pattern.finditer(text, start):
            if named := _name_beginning(text, cue.end(), table):
                yield SelfReference(Span(cue.start(), named[0].end), named[1], strong)


def _own(text: str, table: OutletTable, start: int) -> Iterator[SelfReference]:
    """Self-references by the patterns that the table gives for single outlets."""
    stretches = {"prose": [Span(start, len(text))], "opening": _opening(text, start)}
    words = words_of(text)
    for pattern in table.patterns:
        if pattern.where in stretches and pattern.needs <= words:
            for stretch in stretches[pattern.where]:
                for match in pattern.regex.finditer(text, stretch.start, stretch.end):
                    yield SelfReference(Span(*match.span()), table.ids[pattern.outlet], strong=True)


def _opening(text: str, start: int) -> list[Span]:
    """First paragraphs; a line that ends without a stop is a headline and left out."""
    lines = [Span(*m.span()) for m in _PARAGRAPH.finditer(text, start, start + _OPENING_LENGTH)]
    full = [line for line in lines if _CLOSED.search(text, line.start, line.end)]
    return full[:_OPENING_PARAGRAPHS]


_PARAGRAPH = re.compile(r"[^\r\n]*\S[^\r\n]*")
_CLOSED = re.compile(r"[.!?…:;][”\"’')\]]*\s*$")
_WORD = re.compile(r"\S+")
_MOST_NAME_WORDS = 5
_NAME_REACH = 60
_LEADING = "“\"‘'([«"
_TRAILING = ".,;:!?”\"’')]»"


def _name_ending(text: str, end: int, table: OutletTable) -> tuple[Span, Outlet] | None:
    """Longest outlet name that ends at `end`."""
    first = max(0, end - _NAME_REACH)
    words = [Span(first + w.start(), first + w.end()) for w in _WORD.finditer(text[first:end])]
    for word in words[-_MOST_NAME_WORDS:]:
        span = Span(word.start + _leading(word.of(text)), end)
        if outlet := _outlet(span.of(text), table):
            return span, outlet
    return None


def _name_beginning(text: str, start: int, table: OutletTable) -> tuple[Span, Outlet] | None:
    """Longest outlet name that begins at `start`, a "the" before it aside.

    A possessive is no name: "CNN's" is followed by a programme, host or poll.
    """
    words = list(_WORD.finditer(text, start, start + _NAME_REACH))[: _MOST_NAME_WORDS + 1]
    skip = 1 if words and words[0].group() in ("the", "The", "a", "an") else 0
    for begin in range(skip + 1):
        for last in range(len(words) - 1, begin - 1, -1):
            stripped = words[last].group().rstrip(_TRAILING)
            span = Span(words[begin].start(), words[last].start() + len(stripped))
            if outlet := _outlet(span.of(text), table):
                return span, outlet
    return None


def _outlet(name: str, table: OutletTable) -> Outlet | None:
    return table.spellings.get(" ".join(name.replace("’", "'").split()))


def _leading(word: str) -> int:
    return len(word) - len(word.lstrip(_LEADING))


def _mentions(text: str, table: OutletTable) -> Iterator[tuple[Span, Outlet]]:
    """Every place that names an outlet of the table, longest names first."""
    after = 0
    for word in _WORD.finditer(text):
        start = word.start() + _leading(word.group())
        begins = start >= after and not text[start : start + 1].islower()
        if begins and (named := _name_beginning(text, start, table)):
            after = named[0].end
            yield named


_RELAY_AFTER = re.compile(
    r"(?:['’]s?\s+[A-Z]|\s+\([A-Z]+\)|\s+(?:reported|reports|said|wrote|writes|quoted|cited|noted|published)\b"
    r"|\s+(?:hosts?|anchor|contributor|analyst|poll|show|program|news agency|newspaper)\b)"
)
_RELAY_BEFORE = re.compile(
    r"(?:according to|citing|reported by|quoted by|cited by|published by|reports? (?:in|by|from)"
    r"|\bon|\bvia|agency|outlet|broadcaster|newspaper|channel|website|network|magazine|daily|host"
    r"|anchor)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def _is_relayed(text: str, span: Span) -> bool:
    """Whether the words round a mention are those of another outlet that reports on it."""
    before = text[max(0, span.start - 40) : span.start]
    return bool(_RELAY_AFTER.match(text, span.end) or _RELAY_BEFORE.search(before))


_PARAGRAPH_END = re.compile(r"[\r\n\u2028\u2029]")


def _in_quotation(text: str, position: int) -> bool:
    """Whether `position` is inside quotation marks of its paragraph: someone else's words."""
    start = max(text.rfind(mark, 0, position) for mark in "\r\n\u2028\u2029") + 1
    before = text[start:position]
    if before.count("“") + before.count("«") > before.count("”") + before.count("»"):
        return True
    return before.count('"') % 2 == 1
