"""Two excerpts for a lesson, broken into numbered lines."""

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from framing.classroom.choosing.care import mask_slurs
from framing.classroom.choosing.points import Points
from framing.classroom.choosing.windows import MOST_ITEMS, Window, windows
from framing.errors import InputError
from framing.model import Comparison, Phase, Span

WIDTH = 68
"""Characters of a line: 11 points fill the width of A4 and of US letter."""

_GAP = "[…] "


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an excerpt by offsets into its text; `opens` says that it begins a paragraph."""

    number: int
    start: int
    end: int
    opens: bool


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What pupils read. `places` holds (place in the article, place in `text`, length) of each
    sentence, so that what was found in the article is found again here."""

    label: str
    window: Window
    text: str
    lines: tuple[Line, ...]
    places: tuple[tuple[int, int, int], ...]

    def at(self, span: Span) -> Span | None:
        """Where a span of the article stands in the excerpt; None where it does not."""
        for start, here, length in self.places:
            if start <= span.start and span.end <= start + length:
                return Span(span.start - start + here, span.end - start + here)
        return None

    def named(self, person: str) -> str:
        """The fullest name that this excerpt has for `person`; `person` where it has none."""
        annotation = self.window.annotation
        found = [
            place.of(self.text)
            for mention in annotation.mentions
            if mention.person and mention.actor == person and (place := self.at(mention.span))
        ]
        return max(found, key=len, default=person)

    def line_of(self, place: int) -> int:
        """The number of the line in which the character at `place` stands."""
        return next(line.number for line in reversed(self.lines) if line.start <= place)


def choose_excerpts(comparison: Comparison) -> tuple[Excerpt, Excerpt]:
    """The two excerpts, from two outlets where there are two, that have most to compare: points
    that both tell, things that both name, different wordings; little that is graphic.

    Raises InputError where the event has fewer than two articles with text of their own.
    """
    best = [found for a in comparison.annotations if (found := windows(a))]
    outlets = {w[0].annotation.article.outlet.outlet for w in best}
    pairs = [
        (a, b)
        for first, second in combinations(best, 2)
        if len(outlets) < 2 or _outlet(first[0]) != _outlet(second[0])
        for a in first
        for b in second
    ]
    if not pairs:
        raise InputError(
            f"a lesson needs two articles on one event, and “{comparison.event.label}” has "
            f"{len(best)} with text of its own: add an article on it to the folder, or choose another "
            "event with --event (“framing events” lists them with their articles)"
        )
    points = Points(comparison)
    phases = dict(zip(comparison.event.articles, comparison.event.phases, strict=True))
    one, two = max(
        pairs, key=lambda pair: (_suits(points, phases, *pair), _place(pair[1]), _place(pair[0]))
    )
    one, two = sorted((one, two), key=lambda w: w.annotation.article.id)
    first = _excerpt("A", one, first_line=1)
    return first, _excerpt("B", two, first_line=1)


def _suits(points: Points, phases: Mapping[str, Phase], *pair: Window) -> tuple[bool, bool, float]:
    """First pairs that tell a point in common, then pairs of one phase (before and after the day,
    words differ because times do), then those with most to compare on both sides."""
    one, two = pair
    shared = min(len(points.shared(one, two)), 2)
    slots = [
        {m.slot for m in w.annotation.markers if m.slot and w.holds(m.span)} for w in (one, two)
    ]
    together = phases[one.annotation.article.id] == phases[two.annotation.article.id]
    unknown = sum(w.annotation.article.outlet.confidence == "unknown" for w in (one, two))
    score = (
        one.score
        + two.score
        + 8 * shared
        + 6 * min(one.found, two.found)
        + 2 * min(one.found + one.weak, two.found + two.weak, MOST_ITEMS)
        + 4 * min(len(slots[0] & slots[1]), 3)
        - 4 * len(set(_said(one)) & set(_said(two)))  # a sentence in both has nothing to compare
        - 10 * unknown  # there would be nothing to reveal
    )
    return shared > 0, together, score


def _said(window: Window) -> list[str]:
    """The sentences of a window, whatever its spaces and capitals."""
    text = window.annotation.article.text
    return [" ".join(span.of(text).casefold().split()) for span in window.sentences]


def _outlet(window: Window) -> str:
    return window.annotation.article.outlet.outlet


def _place(window: Window) -> tuple[str, int]:
    """For ties: any fixed order will do."""
    return window.annotation.article.id, -window.sentences[0].start


def _excerpt(label: str, window: Window, *, first_line: int) -> Excerpt:
    """Sentences joined as in the article; […] where something between them was left out."""
    source = window.annotation.article.text
    text, places, opens = "", [], [0]
    before: Span | None = None
    for sentence in window.sentences:
        between = source[before.end : sentence.start] if before else ""
        if before:
            gap = any(c.isalnum() for c in between)
            if "\n" in between:
                text += "\n"
                opens.append(len(text))
            else:
                text += " "
            text += _GAP if gap else ""
        words = sentence.of(source)
        places.append((sentence.start, len(text), len(sentence)))
        text += mask_slurs("".join(" " if c.isspace() else c for c in words))
        before = sentence
    return Excerpt(label, window, text, tuple(numbered(text, first_line)), tuple(places))


def numbered(text: str, first: int = 1) -> list[Line]:
    """`text` broken into lines of at most `WIDTH` characters; a line break begins a paragraph."""
    lines: list[Line] = []
    at = 0
    for paragraph in text.split("\n"):
        place = at
        for n, piece in enumerate(_wrapped(paragraph)):
            start = text.index(piece, place)
            lines.append(Line(first + len(lines), start, start + len(piece), n == 0))
            place = start + len(piece)
        at += len(paragraph) + 1
    return lines


def _wrapped(paragraph: str) -> Sequence[str]:
    return textwrap.wrap(
        paragraph, WIDTH, break_long_words=True, break_on_hyphens=False, drop_whitespace=True,
        replace_whitespace=False,
    )  # fmt: skip
