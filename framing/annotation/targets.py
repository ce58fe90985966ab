"""Which side a marker is about: read from the words round it, or from the same words elsewhere."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from framing.annotation.actors import ActorHit
from framing.annotation.lexicon.records import Pack
from framing.annotation.nationalities import sides_of_adjectives
from framing.annotation.places import places_of
from framing.model import Span
from framing.text.folding import fold
from framing.text.tokens import Tokens

REACH = 60
"""Characters from a marker within which a named actor is taken as what it is about."""

_BEHIND = re.compile(
    r"\s+(?P<link>of|from|by|on the part of)\s+(?:the\s+)?(?P<who>\w[^\n]{0,40})", re.IGNORECASE
)
_OWNS = re.compile(r"['’ʼ]s?\s+(?:\w+\s+){0,2}")  # between an owner and the thing: "X's two-page "
_TOUCH = re.compile(r"[\s\"“„«'‘]{0,4}")  # from a word to the name behind it, no dash or stop
_WORD = re.compile(r"\w+")
_INSIDE_PHRASE = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "VBN", "VBG", "CD",
                            "``", "''"))  # fmt: skip


class Sides:
    """The sides named in one article, findable from any place; a look-up costs a bisection."""

    def __init__(self, tokens: Tokens, actors: Sequence[ActorHit], packs: Sequence[Pack]) -> None:
        self._tokens, self._text, self._folded = tokens, tokens.text, fold(tokens.text)
        self._hits = actors
        self._starts = [hit.start for hit in actors]
        self._adjectives = sides_of_adjectives(tuple(packs))
        self._places = places_of(tuple(packs))

    def nearest(self, span: Span, *, but: str | None = None) -> str | None:
        """The side of the actor named nearest to `span`, in reach and not in a later sentence, but not
        the side `but`; None where there is none."""
        k = bisect_left(self._starts, span.start)
        number = bisect_right(self._tokens.sentences, span.start, key=lambda one: one.start) - 1
        end = self._tokens.sentences[number].end if number >= 0 else span.end
        near = [
            hit
            for hit in self._hits[max(k - 3, 0) : k + 4]
            if hit.actor.side != but and hit.start < end
        ]
        distances = [
            (max(hit.start - span.end, span.start - hit.end, 0), hit.actor.side) for hit in near
        ]
        distance, side = min(distances, default=(REACH + 1, None), key=itemgetter(0))
        return side if distance <= REACH else None

    def within(self, span: Span) -> Iterator[str]:
        """The sides named in `span`, in order; by an adjective of nationality too."""
        k = bisect_left(self._starts, span.start)
        named = []
        while k < len(self._hits) and self._hits[k].start < span.end:
            named.append((self._hits[k].start, self._hits[k].actor.side))
            k += 1
        for word in _WORD.finditer(self._folded, span.start, span.end):
            if word.group() in self._adjectives:
                named.append((word.start(), self._adjectives[word.group()]))
        return (side for _, side in sorted(named))

    def home(self, span: Span) -> str | None:
        """The side whose undisputed place `span` names first."""
        hits = self._places.find(span.of(self._text))
        return min((hit.start, hit.key) for hit in hits)[1] if hits else None

    def bearer(self, span: Span) -> str | None:
        """The side of whoever is called so: an actor whose name touches the marker ("X militants")."""
        k = bisect_left(self._starts, span.start)
        for hit in self._hits[max(k - 1, 0) : k + 2]:
            if hit.start <= span.start <= hit.end + 1:
                return hit.actor.side
            if hit.start >= span.end and _TOUCH.fullmatch(self._text, span.end, hit.start):
                return hit.actor.side
        return None

    def owner(self, span: Span) -> str | None:
        """Whose the thing at `span` is: "the Russian “memorandum”", "a “plan” of the Kremlin"."""
        return self.modifier(span) or self.behind(span, "of", "from", "by")

    def modifier(self, span: Span) -> str | None:
        """The side of an owner or adjective before `span` in one noun phrase: "the Kremlin's plan",
        "the two-page Russian draft “memorandum”"."""
        k = bisect_left(self._starts, span.start) - 1
        if k >= 0 and _OWNS.fullmatch(self._text, self._hits[k].end, span.start):
            return self._hits[k].actor.side
        return self.adjective(span, words=3)

    def adjective(self, span: Span, *, words: int) -> str | None:
        """The side of an adjective among the last `words` words before `span`, in its noun phrase."""
        first = bisect_left(self._tokens.starts, span.start)
        bound = self._tokens.bounds[max(bisect_right(self._tokens.bounds, first) - 1, 0)]
        for i in range(first - 1, max(bound, first - 1 - words) - 1, -1):
            if self._tokens.tags[i] not in _INSIDE_PHRASE:
                break
            if side := self._adjectives.get(self._tokens.words[i]):
                return side
        return None

    def behind(self, span: Span, *links: str) -> str | None:
        """The side named right behind `span` and one of the `links` ("of", "by")."""
        match = _BEHIND.match(self._text, span.end)
        if match is None or match["link"].lower() not in links:
            return None
        k = bisect_left(self._starts, match.start("who"))
        if k < len(self._hits) and self._hits[k].start <= match.start("who"):
            return self._hits[k].actor.side
        return self._adjectives.get(fold(match["who"]).split()[0])


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
