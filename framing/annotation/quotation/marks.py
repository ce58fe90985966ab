"""Pairs of quotation marks, in every style, with damage kept small.

Marks are paired inside a paragraph. A mark that is never closed costs its sentence; when the next
paragraph opens with a mark again it is a quotation of several paragraphs and runs to the end of its
own. Apostrophes are told from single marks by what stands on each side.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from framing.model import Span

# begins with one set of characters, so a search skips to the marks; two ' or ` are one of them
_DOUBLE = re.compile(r"[“”„‟«»\"'`](?:(?<!['`])|(?<=')'|(?<=`)`)")
_OPENING = frozenset("“„‟«") | {"``"}
_CLOSING = frozenset("”»")
_SINGLE_OPEN = re.compile(
    # the mark first and what stands before it second: so a search skips to the marks
    r"[‘‚‹'](?<![^\W_].)(?<!'(?=\d0s|tis\b|em\b|til\b|cause\b|n'))(?=[^\W_]|[\"“(\[…])"
)
_SINGLE_CLOSE = re.compile(r"(?<=[^\s])[’›'‘](?![^\W_])")
_STARTS_QUOTED = re.compile(r"\s*[“„«\"]|\s*``|\s*''")
_LONGEST_SINGLE = 600  # characters; a longer stretch between two apostrophes is no quotation


@dataclass(frozen=True, slots=True)
class MarkPair:
    """A pair of marks, marks included. `closed` is False where the closing mark is missing."""

    span: Span
    inner: Span
    closed: bool = True
    single: bool = False


def pair_marks(
    text: str, paragraphs: Sequence[Span], sentences: Sequence[Span]
) -> tuple[MarkPair, ...]:
    """All pairs of quotation marks in `text`, by start. Single marks may stand inside double ones
    and the other way round; pairs of one kind never overlap."""
    pairs: list[MarkPair] = []
    for number, paragraph in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        goes_on = following is not None and bool(_STARTS_QUOTED.match(text, following.start))
        pairs += _double_pairs(text, paragraph, sentences, goes_on=goes_on)
        pairs += _single_pairs(text, paragraph)
    return tuple(sorted(pairs, key=lambda pair: (pair.span.start, -pair.span.end)))


def _double_pairs(
    text: str, paragraph: Span, sentences: Sequence[Span], *, goes_on: bool
) -> Iterator[MarkPair]:
    begun: re.Match[str] | None = None
    for mark in _DOUBLE.finditer(text, paragraph.start, paragraph.end):
        if begun is None:
            begun = mark if _opens(text, mark) else None
        elif _closes(text, mark, begun):
            yield MarkPair(Span(begun.start(), mark.end()), Span(begun.end(), mark.start()))
            begun = None
        elif _opens(text, mark):
            yield _unclosed(begun, min(mark.start(), _sentence_end(begun.start(), sentences)), text)
            begun = mark
    if begun is not None:
        whole = goes_on and not _is_stray(text, begun, paragraph)
        end = paragraph.end if whole else _sentence_end(begun.start(), sentences)
        yield _unclosed(begun, end, text)


def _unclosed(begun: re.Match[str], end: int, text: str) -> MarkPair:
    end = begun.start() + len(text[begun.start() : end].rstrip())
    return MarkPair(
        Span(begun.start(), end), Span(begun.end(), max(end, begun.end())), closed=False
    )


def _is_stray(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    """Whether a mark stands in mid-sentence, as none that opens a long quotation does."""
    before = text[paragraph.start : mark.start()].rstrip()
    return bool(before) and before[-1] not in '.,:;!?—–-”"»'


def _opens(text: str, mark: re.Match[str]) -> bool:
    if mark.group() in _OPENING:
        return True
    if mark.group() in _CLOSING:
        return False
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return (
        bool(after.strip()) and not before.isalnum() and before not in tuple(".,!?…")
    ) or not before


def _closes(text: str, mark: re.Match[str], begun: re.Match[str]) -> bool:
    if mark.group() in _CLOSING:
        return True
    if mark.group() in _OPENING:  # German „…“ closes with what opens in English
        return begun.group() == "„" and mark.group() == "“"
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return bool(before.strip()) or not after.strip()


def _sentence_end(place: int, sentences: Sequence[Span]) -> int:
    number = bisect_right(sentences, place, key=lambda span: span.start) - 1
    return sentences[max(number, 0)].end


def _single_pairs(text: str, paragraph: Span) -> Iterator[MarkPair]:
    place = paragraph.start
    while opening := _SINGLE_OPEN.search(text, place, paragraph.end):
        limit = min(paragraph.end, opening.end() + _LONGEST_SINGLE)
        closing = _closing_single(text, opening, limit)
        if closing:
            yield MarkPair(
                Span(opening.start(), closing.end()),
                Span(opening.end(), closing.start()),
                single=True,
            )
        place = closing.end() if closing else opening.end()


def _closing_single(text: str, opening: re.Match[str], limit: int) -> re.Match[str] | None:
    """The mark that closes `opening`. An apostrophe behind an s ("the parties’ list") is taken for
    the closing mark only where no better one follows before the next opening mark."""
    curly = opening.group() == "‘"
    fallback = None
    reopened = _SINGLE_OPEN.search(text, opening.end(), limit)
    for mark in _SINGLE_CLOSE.finditer(text, opening.end(), limit):
        if fallback and reopened and reopened.start() < mark.start():
            break
        if curly == (mark.group() == "'") or mark.group() == "‘":
            continue
        if text[mark.start() - 1] != "s" or not text[mark.end() : mark.end() + 2].strip().isalpha():
            return mark
        fallback = fallback or mark
    return fallback
