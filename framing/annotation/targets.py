"""Which side a marker is about: read from the words round it, or from the same words elsewhere."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from framing.annotation.actors import ActorHit
from framing.annotation.lexicon.records import Pack
from framing.model import Span
from framing.text.folding import fold

REACH = 60
"""Characters from a marker within which a named actor is taken as what it is about."""

_WORDS_BEFORE = 3  # of a noun phrase: "the two-page Russian draft “memorandum”"
_BEHIND = re.compile(r"\s+(?:of|from|by)\s+(?:the\s+)?(?P<who>\S[^\n]{0,40})")
_ENDS_PHRASE = frozenset("the a an this that of to in on for and or but with by as at from".split())


class Sides:
    """The sides named in one article, findable from any place; a look-up costs a bisection."""

    def __init__(self, text: str, actors: Sequence[ActorHit], packs: Sequence[Pack]) -> None:
        self._text = text
        self._hits = actors
        self._starts = [hit.start for hit in actors]
        self._adjectives = {
            fold(word).strip(): actor.side
            for pack in packs
            for actor in pack.actors
            if actor.kind == "state"
            for word in actor.adjectives
        }

    def nearest(self, span: Span) -> str | None:
        """The side of the actor named nearest to `span`, in reach; None where there is none."""
        k = bisect_left(self._starts, span.start)
        near = self._hits[max(k - 1, 0) : k + 2]
        distances = [
            (max(hit.start - span.end, span.start - hit.end, 0), hit.actor.side) for hit in near
        ]
        distance, side = min(distances, default=(REACH + 1, None), key=lambda pair: pair[0])
        return side if distance <= REACH else None

    def agent(self, span: Span) -> str | None:
        """The side of the nearest actor before a verb, in reach."""
        k = bisect_left(self._starts, span.start) - 1
        while k >= 0 and self._hits[k].end > span.start:
            k -= 1
        if k < 0 or span.start - self._hits[k].end > REACH:
            return None
        return self._hits[k].actor.side

    def bearer(self, span: Span) -> str | None:
        """The side of whoever is called so: an actor whose name touches the marker ("X militants")."""
        k = bisect_left(self._starts, span.start)
        for hit in self._hits[max(k - 1, 0) : k + 2]:
            if hit.start <= span.start <= hit.end + 1 or span.end <= hit.start <= span.end + 4:
                return hit.actor.side
        return None

    def owner(self, span: Span) -> str | None:
        """Whose the thing at `span` is: by an adjective or name before it in the same noun phrase
        ("the Russian “memorandum”"), or by "of", "from" or "by" and a name behind it."""
        before = fold(self._text[max(0, span.start - REACH) : span.start]).split()
        for word in reversed(before[-_WORDS_BEFORE:]):
            if word in _ENDS_PHRASE:
                break
            if word in self._adjectives:
                return self._adjectives[word]
        behind = _BEHIND.match(self._text, span.end)
        if behind is None:
            return None
        k = bisect_left(self._starts, behind.start("who"))
        if k < len(self._hits) and self._hits[k].start <= behind.start("who"):
            return self._hits[k].actor.side
        return self._adjectives.get(fold(behind["who"]).split()[0])


def sides_of_things(text: str, spans: Iterable[Span], sides: Sides) -> Mapping[Span, str | None]:
    """Whose each thing is. The same words stand for one thing in an article: where one place does not
    tell, the side that most others give; where none tells, the side named nearest."""
    owners = {span: sides.owner(span) for span in spans}
    told: dict[str, Counter[str]] = {}
    for span, side in owners.items():
        if side:
            told.setdefault(_name(text, span), Counter())[side] += 1
    return {
        span: side or _most(told.get(_name(text, span))) or sides.nearest(span)
        for span, side in owners.items()
    }


def _name(text: str, span: Span) -> str:
    return " ".join(fold(span.of(text)).split())


def _most(counts: Counter[str] | None) -> str | None:
    return min(counts, key=lambda side: (-counts[side], side)) if counts else None
