"""Paragraphs and sentences, as spans of the text.

Sentences are Punkt's (Kiss and Strunk 2006, in nltk) with our own abbreviations, inside paragraphs
that are found first, so that a heading without a full stop ends where its line ends.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from statistics import median
from typing import Any

from framing.model import Span

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_BLANK_LINE = re.compile(
    r"(?:\r\n|\r|\n|\u2028|\u2029)[^\S\r\n]*(?:\r\n|\r|\n|\u2029)\s*|\u2029\s*"
)
_OPENING_MARKS = "\"“„«‘'("
_LOWER_START = re.compile(r"[a-zа-яёіїєґ]")
# The longest sentence of a news text has about a thousand characters. What is longer (a table, a list,
# an attack) is cut at a space, for the work of many later steps is the square of a sentence's length.
_LONGEST = 2_000


@lru_cache(maxsize=1)  # every step of annotating a text asks for them
def paragraphs(text: str) -> tuple[Span, ...]:
    """Spans of the paragraphs of `text`, outer white space left out.

    Each line is a paragraph, unless the text is hard-wrapped (lines of like length that mostly stop
    mid-sentence): then only blank lines part paragraphs.
    """
    pieces = _blocks(text) if _is_hard_wrapped(text) else _lines(text)
    return tuple(piece for piece in (_strip(text, piece) for piece in pieces) if piece)


def sentences(text: str) -> tuple[Span, ...]:
    """Spans of the sentences of `text`, in order; none crosses a paragraph."""
    return tuple(s for p in paragraphs(text) for s in sentences_in(text, p))


def sentences_in(text: str, paragraph: Span) -> Iterator[Span]:
    """Spans of the sentences inside one paragraph, as spans of the whole text."""
    piece = paragraph.of(text)
    start = 0
    for boundary in _boundaries(piece):
        if _is_real(piece, boundary):
            yield from _cut(text, Span(paragraph.start + start, paragraph.start + boundary))
            start = boundary
    if piece[start:].strip():
        yield from _cut(text, Span(paragraph.start + start, paragraph.end))


def _cut(text: str, span: Span) -> Iterator[Span]:
    """The span without outer white space, in pieces where it is too long for a sentence."""
    while len(span) > _LONGEST:
        space = _last_space(text, span.start, span.start + _LONGEST)
        if piece := _strip(text, Span(span.start, space)):
            yield piece
        span = Span(space, span.end)
    yield _strip(text, span)


def _last_space(text: str, start: int, end: int) -> int:
    """Behind the last white space of a stretch; its end where there is none."""
    spaces = [place for place in range(start + 1, end) if text[place - 1].isspace()]
    return spaces[-1] if spaces else end


def _lines(text: str) -> Iterator[Span]:
    return (Span(*m.span()) for m in _LINE.finditer(text))


def _blocks(text: str) -> Iterator[Span]:
    start = 0
    for gap in _BLANK_LINE.finditer(text):
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, len(text))


def _is_hard_wrapped(text: str) -> bool:
    """Whether line breaks come from a fixed line length: most lines are near the median length of
    50 to 100 characters and end without closing punctuation. Bounds: what mail and wire feeds wrap
    at (60 to 90), with a margin."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) < 4:
        return False
    middle = median(len(line) for line in lines)
    open_ended = sum(line[-1] not in ".!?:”»\"'" for line in lines)
    return 50 <= middle <= 100 and max(map(len, lines)) <= 110 and open_ended >= 0.6 * len(lines)


def _strip(text: str, span: Span) -> Span:
    piece = span.of(text)
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, start + len(piece.strip()))


def _boundaries(piece: str) -> list[int]:
    """Places in `piece` where a new sentence may begin, Punkt's and those it misses; none where no
    stop has anything behind it, as in most headings and paragraphs of one sentence."""
    if not _STOP_INSIDE.search(piece):
        return []
    found = {span[0] for span in _punkt().span_tokenize(piece)} - {0}
    found |= {m.end() for m in _MISSED.finditer(piece)}
    return sorted(found)


_STOP_INSIDE = re.compile(r"[.!?…/](?=\W)")
# Punkt does not part sentences before an opening mark that follows a stop, nor behind a slash
# credit such as "/TASS/." or the network X
_MISSED = re.compile(
    r"[.!?…/](?:(?<!/)[”\"’»)\]]*\s+(?=[“„«‘][A-ZА-ЯЁІЇЄҐ0-9])"
    r"|(?<=/)[A-Z][\w -]{1,20}/\.?\s+(?=[A-Z“])"
    r"|(?<=\bon X\.)\s+(?=[A-Z“]))"
)
_ASKED_BY = re.compile(
    r"[?!…][”\"’»]\s+(?:[A-Z][\w.’'-]*\s+){0,3}"
    r"(?:says?|said|asks?|asked|adds?|added|wrote|writes|told|answered|replied|wonders?|wondered)\b"
)


def _is_real(piece: str, boundary: int) -> bool:
    """Whether a sentence really begins at `boundary`: not at a lower-case word, and not between a
    quoted question and the words that say who asked it."""
    if _LOWER_START.match(piece, boundary) and piece[boundary : boundary + 2].islower():
        return False
    first = boundary - 1
    while first > 0 and piece[first].isspace():
        first -= 1
    while first > 0 and piece[first] in '”"’»':
        first -= 1
    return not _ASKED_BY.match(piece, first)


@cache
def _punkt() -> Any:
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    parameters.abbrev_types = set(_ABBREVIATIONS)
    parameters.sent_starters = set(_STARTERS)
    return PunktSentenceTokenizer(parameters)


# Lower-cased, without the last full stop, as Punkt wants them.
_ABBREVIATIONS = """
a.d a.k.a a.m adm al ala apr approx apt ariz ark art assn asst atty aug ave b.c bldg blvd brig bros
c.e calif capt cf ch cie cmdr co col colo comdr conn corp cos cpl ct d d.c dec del dem dept det dist
dr e.g e.u ed eds encl eng esq est etc ex ext feb fig fla fr ft ga gen gov govt hon i.e ill inc ind
inst jan jr kan kans ky l.a lb lbs lieut lt ltd m.d ma maj mass mfg mgr mich min minn miss mo mon
mont mr mrs ms msgr mt n.c n.d n.h n.j n.m n.y neb nev no nos nov nr oct okla ont op ore p p.a p.m p.s
pa penn ph.d pfc pg pp pres prof prop pt pts pvt r r.i rep reps rev s.c s.d sec sen sens sept sgt sr
st ste supt tenn tex treas u.k u.n u.s u.s.a u.s.s.r univ v va vol vs vt w.va wash wis wyo yd yr yrs
""".split()

# Words that begin a sentence so often that a full stop before them is taken as one ("the U.S. The").
_STARTERS = """
the a an he she it they we i you this that these those but and in on at for with when while after
before as if however meanwhile according there his her its their our my no not what who how why
earlier later also moreover
""".split()
