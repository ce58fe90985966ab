"""Who a quote's source is: names filled up, pronouns and titles resolved, bodies named.

``He``, ``the minister`` and ``Umerov`` are one speaker when the article or an actor list says so. A
source that nobody names stays what it is called ("unnamed source", "Russian media").
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from framing.annotation.actors import ActorHit
from framing.annotation.lexicon.records import Pack
from framing.annotation.people import People, Person
from framing.model import Quote, Span
from framing.text.tokens import Tokens

UNNAMED = "unnamed source"
OTHER_SIDE = "other"

_HE = frozenset(("he", "him", "his", "himself"))
_SHE = frozenset(("she", "her", "hers", "herself"))
_PRONOUNS = _HE | _SHE | {"they", "them", "it", "who", "i", "we", "that", "which", "this", "their"}
_ARTICLES = re.compile(r"^(?:the|a|an|this|that|these|those|one|some)\s+", re.IGNORECASE)


class SpeakerResolver:
    """Names the speakers of one article's quotes."""

    def __init__(self, tokens: Tokens, hits: Sequence[ActorHit], packs: Sequence[Pack]) -> None:
        kinds = {noun.noun: noun.kind for pack in packs for noun in pack.speaker_nouns}
        self._kinds = kinds
        self._tokens = tokens
        self._hits = hits
        self._hit_starts = [hit.start for hit in hits]
        titles = frozenset(noun for noun, kind in kinds.items() if kind == "person-role")
        self.people = People(tokens, hits, titles)
        self._adjectives = {
            adjective.lower(): actor.side
            for pack in packs
            for actor in pack.actors
            for adjective in (*actor.adjectives, *actor.names)
            if actor.kind == "state"
        }

    def resolve(self, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
        """The quotes with speaker and side filled in, in the same order."""
        last: Person | None = None
        named: list[Quote] = []
        for quote in quotes:
            if quote.source is None:
                named.append(quote)
                continue
            who = self._person(quote.source, last)
            if who:
                last = who
                named.append(replace(quote, speaker=who.name, side=self._side_of(who)))
            else:
                named.append(self._body(quote))
        return tuple(named)

    def _person(self, source: Span, last: Person | None) -> Person | None:
        """The person a source span stands for, or None where it is no single person."""
        words = re.findall(r"[\w'’-]+", source.of(self._tokens.text).lower())
        if not words:
            return None
        if words[0] in _PRONOUNS and len(words) <= 2:
            return self._by_pronoun(words[0], source.start, last)
        named = [m for m in self.people.within(source) if not self._is_owner(m[0])]
        if named:
            return named[-1][1]
        return self._by_description(words, source, last)

    def _is_owner(self, span: Span) -> bool:
        """Whether a name only owns what speaks: "Zelensky's office"."""
        return bool(re.match(r"['’ʼ]s?\b", self._tokens.text[span.end : span.end + 2]))

    def _by_pronoun(self, word: str, place: int, last: Person | None) -> Person | None:
        if word in ("who", "that", "which"):
            return self._just_before(place)
        if word not in _HE | _SHE:
            return None
        female = word in _SHE
        if last and last.female in (None, female):
            subject = self._subject_since(last, place, female=female)
            return subject or last
        return self._nearest(place, female=female)

    def _just_before(self, place: int) -> Person | None:
        """The person named in the words right before a relative pronoun."""
        k = bisect_left(self.people.starts, place) - 1
        if k < 0:
            return None
        span, person = self.people.mentions[k]
        return person if place - span.end <= _LONGEST_APPOSITION else None

    def _subject_since(self, last: Person, place: int, *, female: bool) -> Person | None:
        """A person who became the subject of a sentence after `last` had spoken and before `place`:
        the first one named in the nearest sentence that begins with a person."""
        tokens = self._tokens
        k = bisect_right(tokens.bounds, bisect_left(tokens.starts, place)) - 1
        for number in range(k, max(k - 2, -1), -1):
            sentence = tokens.sentences[number]
            for span, person in self.people.within(Span(sentence.start, min(place, sentence.end))):
                if span.start - sentence.start <= _SUBJECT_REACH and person.female in (
                    None,
                    female,
                ):
                    return person
                break
            if any(sentence.start <= p <= place for p in last.places):
                return None
        return None

    def _nearest(self, place: int, *, female: bool) -> Person | None:
        for span, person in reversed(self.people.mentions):
            if span.start < place and person.female in (None, female):
                return person
        return None

    def _by_description(
        self, words: Sequence[str], source: Span, last: Person | None
    ) -> Person | None:
        """Someone called by role: "the chief delegate", "the delegation's head", "the diplomat"."""
        plain = [w for w in words if w not in ("the", "a", "an")]
        heads = [w for w in plain if self._kinds.get(w) == "person-role"]
        definite = words[0] in ("the", "this", "that") or "'s" in words[0]
        if not heads or not definite:
            return None
        person = self.people.by_role([*(w.split("'")[0] for w in plain), heads[0]], source.start)
        return person or last

    def _body(self, quote: Quote) -> Quote:
        """A body, a group or an unnamed source, by its own words without the article."""
        assert quote.source is not None
        text = quote.source.of(self._tokens.text)
        words = re.findall(r"[\w-]+", text.lower())
        if any(self._kinds.get(word) == "anonymous" for word in words):
            return replace(quote, speaker=UNNAMED, side=OTHER_SIDE)
        name = _ARTICLES.sub("", " ".join(text.split()))
        return replace(quote, speaker=name, side=self._side_in(quote.source, words))

    def _side_in(self, source: Span, words: Sequence[str]) -> str:
        first = bisect_left(self._hit_starts, source.start)
        for hit in self._hits[first:]:
            if hit.start >= source.end:
                break
            return hit.actor.side
        return next((self._adjectives[w] for w in words if w in self._adjectives), OTHER_SIDE)

    def _side_of(self, person: Person) -> str:
        if person.actor:
            return person.actor.side
        sides = [self._adjectives[w] for w in sorted(person.roles) if w in self._adjectives]
        return sides[0] if sides else OTHER_SIDE


_LONGEST_APPOSITION = 80  # characters between a name and the "who" that takes it up
_SUBJECT_REACH = 90  # characters from the start of a sentence in which its subject is named
