"""What two stretches of text tell alike, and what only one of them tells."""

from collections.abc import Sequence
from dataclasses import dataclass

from framing.classroom.choosing.windows import Window
from framing.model import Comparison, Span
from framing.reporting.alike import FEWEST, content_of, plain_words, tell_alike

_MOST_ELSEWHERE = 0.3
"""The largest share of a passage's content that may stand in the other text when it is called told
in this text only."""


@dataclass(frozen=True, slots=True)
class Shared:
    """One claim, and the passages that tell it in the one and in the other window."""

    claim: str
    one: Span
    two: Span


class Points:
    """The points of one comparison, looked up by window."""

    def __init__(self, comparison: Comparison) -> None:
        self._claims = comparison.claims
        self._notes = {a.article.id: a for a in comparison.annotations}
        self._told: dict[tuple[str, int, int], dict[str, list[Span]]] = {}
        self._content: dict[tuple[str, Span], frozenset[str]] = {}

    def shared(self, one: Window, two: Window) -> list[Shared]:
        """The points that both windows tell, in the order of the comparison."""
        mine, theirs = self.told(one), self.told(two)
        names = one.annotation.article.id, two.annotation.article.id
        found = []
        for claim in (claim for claim in mine if claim in theirs):
            pairs = [(a, b) for a in mine[claim] for b in theirs[claim]]
            best = max(pairs, key=lambda p: (self._alike(names, p), -p[0].start, -p[1].start))
            if self._tells_both(names, best):
                found.append(Shared(claim, *best))
        return found

    def only(self, window: Window, other: Window) -> Span | None:
        """The passage of `window` with most content that does not stand in `other`; None where too
        much of each stands there. What both are said to tell is no such passage."""
        name = window.annotation.article.id
        there = frozenset().union(
            *(self._of(other.annotation.article.id, sentence) for sentence in other.sentences)
        )
        alike = [point.one for point in self.shared(window, other)]
        places = [span for spans in self.told(window).values() for span in spans]
        best: tuple[int, Span] | None = None
        for place in (p for p in places if not any(p.meets(span) for span in alike)):
            content = self._of(name, place)
            new = plain_words(content - there)
            elsewhere = len(content & there) / max(len(content), 1)
            if len(new) >= FEWEST and elsewhere <= _MOST_ELSEWHERE:
                best = min(best or (0, place), (-len(new), place))
        return best[1] if best else None

    def told(self, window: Window) -> dict[str, list[Span]]:
        """The passages inside `window` by the id of their claim."""
        name = window.annotation.article.id
        key = name, window.sentences[0].start, window.sentences[-1].end
        if key not in self._told:
            found: dict[str, list[Span]] = {}
            for claim in self._claims:
                for passage in claim.passages:
                    if passage.article == name and _lies_in(window, passage.span):
                        found.setdefault(claim.id, []).append(passage.span)
            self._told[key] = found
        return self._told[key]

    def _tells_both(self, names: Sequence[str], places: Sequence[Span]) -> bool:
        return tell_alike(self._of(names[0], places[0]), self._of(names[1], places[1]))

    def _alike(self, names: Sequence[str], places: Sequence[Span]) -> int:
        return len(self._of(names[0], places[0]) & self._of(names[1], places[1]))

    def _of(self, name: str, place: Span) -> frozenset[str]:
        if (name, place) not in self._content:
            self._content[name, place] = content_of(self._notes[name], place)
        return self._content[name, place]


def _lies_in(window: Window, place: Span) -> bool:
    """Whether the excerpt shows `place`: what was left out between two sentences is not shown."""
    return window.holds(place) and any(sentence.meets(place) for sentence in window.sentences)
