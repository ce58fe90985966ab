"""Lines that read like prose and are known by their place: headlines, headings, links, names."""

import re
from collections.abc import Sequence

from framing.model import RegionKind, Span
from framing.reading.boilerplate.lines import TOP, Line, key
from framing.text import segment

# Crossheads have one to eight words; headlines of other stories seldom fewer than eight.
_HEADING_WORDS = 8
_LINK_WORDS = range(6, 41)
_LISTED_WORDS = range(4, 41)
_HEADLINE_WORDS = range(3, 31)
_STOPPED_HEADLINE_WORDS = 20
_LINKS_UNDER_A_LABEL = 10

_ASKS = re.compile(
    r"(?:who|what|when|where|why|how|which|is|are|was|were|did|does|will|can)\b", re.I
)
_SENTENCE_INSIDE = re.compile(r"[a-z]{2}[.!?][\"'”’»)\]]* +[A-Z]")
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Uu]s|[Mm]e)\b")
_NAMED_AT_END = re.compile(
    r" [-–—] (?:the )?[A-Z][\w.’'-]*(?: (?:of|the|for|and|[A-Z][\w.’'-]*)){0,5}$"
)
# "Minister confirms: The talks ...", not "The agenda: ...", "In short: ..." nor the "ROE: ..." of a
# transcript.
_NAMED_AT_START = re.compile(
    r"(?!(?:The|A|An|This|These|That|Here|It|He|She|They|In|On|At|As|For|To|But|And|Then|Note|Both)\b)"
    r"(?![A-Z .’'-]+:)[A-Z][\w.’'-]*(?: [\w.’'-]+){0,3}: [\"'“‘]?[A-Z]"
)


def find_headline(text: str, lines: Sequence[Line]) -> Span | None:
    """Return the first line where it reads as a headline and a story follows, else None."""
    top = [number for number, line in enumerate(lines[:TOP]) if not line.is_marked]
    # a word or two in front of the headline is the name of a section: "World", "Top story"
    number = next((n for n in top if lines[n].words in _HEADLINE_WORDS), None)
    if number is None or any(lines[n].words > 2 for n in top if n < number):
        return None
    line, rest = lines[number], [other for other in lines[number + 1 :] if not other.is_marked]
    if line.opened or not line.may_stand_alone or not any(o.is_body for o in rest[:TOP]):
        return None
    span = Span(line.start, line.end)
    if rest[0].text[:1] in "-–—" or len(list(segment.sentences_in(text, span))) > 1:
        return None
    ends_in_stop = line.is_closed and line.text.rstrip("\"'”’»)").endswith(".")
    return span if not ends_in_stop or _is_titular(line, rest) else None


def mark_placed(text: str, lines: Sequence[Line], *, headline: Span | None) -> None:
    """Mark the headline's repeats, crossheads, links to other stories and names."""
    if headline is not None:
        _mark_repeats(lines, key(headline.of(text)), headline=headline)
    _mark_set_apart(lines)
    _mark_questions(lines)
    _mark_names(lines)


def _is_titular(line: Line, rest: Sequence[Line]) -> bool:
    """Whether a first line with a full stop is a headline all the same (many exports add one)."""
    own = key(line.text)
    if line.words > _STOPPED_HEADLINE_WORDS:
        return False
    if line.in_title_case or rest[0].opened or any(key(other.text) == own for other in rest):
        return True
    content = [word for word in own.split() if len(word) > 3]
    following = set(key(" ".join(other.text for other in rest[:2])).split())
    echoed = sum(word in following for word in content)
    return len(content) >= 4 and echoed >= 0.6 * len(content)


def _mark_repeats(lines: Sequence[Line], own: str, *, headline: Span) -> None:
    for line in lines:
        if headline.holds(Span(line.start, line.end)):
            line.is_title = True
        elif not line.is_marked and key(line.text) == own:
            line.kind = "repeated-headline"


def _mark_set_apart(lines: Sequence[Line]) -> None:
    """Mark crossheads and other stories' headlines: unclosed lines between paragraphs."""
    seen_body = False
    links = 0
    for number, line in enumerate(lines):
        if line.is_marked:
            is_label = line.kind == "related-link" and line.words <= 5
            links = _LINKS_UNDER_A_LABEL if is_label else links
            continue
        if seen_body and not line.is_title and _stands_between(lines, number):
            line.kind = _kind_apart(lines, number)
        if links > 0 and _may_be_listed(lines, number):
            line.kind = "related-link"
        links = links - 1 if line.kind == "related-link" else 0
        seen_body = seen_body or line.is_body


def _mark_questions(lines: Sequence[Line]) -> None:
    """Mark crossheads that ask ("What happens next?"), where the text has two crossheads or more.

    One short question between paragraphs may as well be the writer's own.
    """
    asking = [
        line
        for number, line in enumerate(lines)
        if number and not line.is_marked and not line.is_title and line.words <= _HEADING_WORDS
        if line.text.endswith("?") and _ASKS.match(line.text) and _stands_between(lines, number)
    ]
    headings = sum(line.kind == "section-heading" for line in lines)
    for line in asking if len(asking) + headings >= 2 else ():
        line.kind = "section-heading"


def _stands_between(lines: Sequence[Line], number: int) -> bool:
    """Whether a line stands alone between paragraphs, marked lines or the end.

    A set-off quotation with its "- said X", an item of a list and an announced quotation do not.
    """
    line, before = lines[number], lines[number - 1]
    after = lines[number + 1] if number + 1 < len(lines) else None
    if not line.may_stand_alone or before.text.endswith(":"):
        return False
    if not (before.is_marked or before.is_title or before.is_full):
        return False
    return after is None or after.is_marked or (after.is_full and not after.is_set_off)


def _may_be_listed(lines: Sequence[Line], number: int) -> bool:
    """Whether a line under a label such as "More on this story" is a link or a link's date."""
    line = lines[number]
    tied = number + 1 < len(lines) and lines[number + 1].is_set_off
    is_link = line.words in _LISTED_WORDS or line.text[:1].isdigit()
    is_prose = line.is_full and not line.text.endswith("?")
    return is_link and not line.is_title and not is_prose and not tied


def _kind_apart(lines: Sequence[Line], number: int) -> RegionKind | None:
    line = lines[number]
    following = next((o for o in lines[number + 1 :] if not o.is_marked), None)
    if line.is_closed:
        return None
    if line.words in _LINK_WORDS and _points_elsewhere(line):
        return "related-link"
    if line.words <= _HEADING_WORDS and following is not None and following.is_full:
        return "section-heading"
    return None


def _points_elsewhere(line: Line) -> bool:
    """Whether a line is worded as a headline: "... - Speaker", "Speaker: ...", or In Title Case.

    A quotation that is set off ends in a name too, but begins with a mark or speaks of "we" or "I".
    """
    if _SENTENCE_INSIDE.search(line.text) or _FIRST_PERSON.search(line.text):
        return False
    if line.text[0] not in "\"“«‘'" and _NAMED_AT_END.search(line.text):
        return True
    if line.words <= _HEADING_WORDS:
        return False
    return _NAMED_AT_START.match(line.text) is not None or line.in_title_case


def _mark_names(lines: Sequence[Line]) -> None:
    """Mark a name under the text, two at most (more are a list), and one above beside a byline."""
    last = len(lines)
    names: list[Line] = []
    while last > 1 and (lines[last - 1].is_marked or lines[last - 1].is_name):
        last -= 1
        names += [lines[last]] if not lines[last].is_marked else []
    if len(names) <= 2 and last > 0 and (lines[last - 1].is_full or lines[last - 1].is_marked):
        for line in names:
            line.kind = "byline"
    for number, line in enumerate(lines[:TOP]):
        if line.is_body:
            break
        beside = {o.kind for o in lines[max(0, number - 1) : number + 2]}
        if number and not line.is_marked and beside & {"byline", "date-header"}:
            line.kind = "byline" if line.is_name_and_place else None
