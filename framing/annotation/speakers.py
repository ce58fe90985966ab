"""Who a quote's source is: names filled up, pronouns and titles resolved, bodies named.

``He``, ``the minister`` and ``Umerov`` are one speaker when the article or an actor list says so. A
source that nobody names stays what it is called ("unnamed source", "Russian media").
"""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from framing.annotation.actors import ActorHit
from framing.annotation.lexicon.records import Pack
from framing.annotation.names import is_outlet
from framing.annotation.nationalities import sides_of_states
from framing.annotation.people import People, Person
from framing.annotation.speaker_nouns import nouns_of_bodies, speaker_nouns
from framing.annotation.speaker_spans import belongs_to, head_of, is_hearer, taken_up
from framing.model import UNKNOWN, Quote, SourceKind, Span
from framing.text.folding import fold
from framing.text.tokens import Tokens

UNNAMED = "unnamed source"
Fields = dict[str, Any]
_OFFICES = frozenset(
    """president minister chancellor premier secretary spokesman spokeswoman spokesperson ambassador
    envoy governor mayor senator representative congressman congresswoman lawmaker deputy general
    admiral colonel commander commissioner prosecutor judge official diplomat negotiator king queen
    prince emir director chief sheriff councillor councilor adviser aide""".split()
)
OTHER_SIDE = "other"

_HE = frozenset(("he", "him", "his", "himself"))
_SHE = frozenset(("she", "her", "hers", "herself"))
_PRONOUNS = _HE | _SHE | {"they", "them", "it", "who", "i", "we", "that", "which", "this", "their"}
_SELF = frozenset("himself herself itself themselves also alone both all".split())
_OWNERS = {"their": "they", "its": "it", "our": "we", "my": "I"}  # "their hope was to": they hope
_WORD = re.compile(r"[\w-]+")
_WORD_OR_OWNER = re.compile(r"[\w'’-]+")
_ARTICLES = re.compile(r"^(?:the|a|an|this|that|these|those|one|some)\s+(?!of\b)", re.IGNORECASE)


class SpeakerResolver:
    """Names the speakers of one article's quotes."""

    def __init__(
        self,
        tokens: Tokens,
        hits: Sequence[ActorHit],
        packs: Sequence[Pack],
        *,
        asides: Sequence[Span] = (),
        outlet: str = "",
    ) -> None:
        self._kinds, titles = speaker_nouns(tuple(packs))
        self._tokens = tokens
        self._asides = asides
        self._spoken: list[tuple[int, int, Person]] = []  # by place; the id breaks ties
        self._bodies: list[tuple[int, str, Fields]] = []  # by place: the last noun, and who it is
        self._by_noun: dict[str, Fields] = {}
        self._hits = hits
        self._hit_starts = [hit.start for hit in hits]
        self._titles, self._offices = titles, titles & _OFFICES
        self._outlet = "" if outlet == UNKNOWN else fold(outlet).strip()
        bodies = nouns_of_bodies(tuple(packs))
        self.people = People(tokens, hits, titles, not_people=self._outlet, bodies=bodies)
        self._adjectives = sides_of_states(tuple(packs))

    def resolve(
        self, quotes: Sequence[Quote], more: Callable[[Quote], Fields] = lambda quote: {}
    ) -> tuple[Quote, ...]:
        """The quotes with speaker and side filled in, in the same order, and with `more` fields: in
        one copy, for copies are dear."""
        return tuple(replace(quote, **self._named(quote), **more(quote)) for quote in quotes)

    def _resolved(self, quote: Quote) -> Quote:
        return replace(quote, **self._named(quote))

    def _named(self, quote: Quote) -> Fields:
        """What the article says of who is quoted: the fields of a quote that change."""
        if quote.source is None:
            return {"relayed": ()}
        head = head_of(self._tokens, quote.source)
        if who := self._person(quote.source, head=head, said_at=quote.content.start):
            insort(self._spoken, (quote.source.start, id(who), who))
            side, office = self._side_of(who), bool(who.roles & self._offices)
            named = _fields(who.name, side, "person", official=office)
        else:
            named = self._body(head)
            self._note_body(quote.source.start, named)
        if quote.relay:
            relay = self._resolved(Quote(quote.content, quote.kind, quote.rule, source=quote.relay))
            named["relayed_by"] = relay.speaker
        if quote.relayed:
            named["relayed"] = self._relayed(quote, named["speaker"])
        return named

    def _note_body(self, place: int, named: Fields) -> None:
        name = named["speaker"].lower()
        noun = (_POSTMODIFIER.split(name)[0] if " " in name else name).split()[-1:]
        if noun and noun[0] not in _PRONOUNS:
            self._bodies.append((place, noun[0], named))
            self._by_noun[noun[0]] = named

    def _relayed(self, quote: Quote, speaker: str) -> tuple[Quote, ...]:
        """What the speaker of `quote` passes on of others: of people and bodies that can be named, not
        of "he" or "they" who may be the speaker."""
        others = (self._resolved(inner) for inner in quote.relayed if self._may_be_relayed(inner))
        return tuple(
            replace(other, relayed_by=speaker)
            for other in others
            if other.speaker not in (None, speaker)
        )

    def _may_be_relayed(self, inner: Quote) -> bool:
        if inner.source is None or inner.rule == "about":
            return False
        if inner.rule == "object" and (inner.cue_kind != "forceful" or not self._has_noun(inner)):
            return False
        return inner.source.of(self._tokens.text).lower().split()[0] not in _PRONOUNS

    def _has_noun(self, quote: Quote) -> bool:
        """Whether what was asked for has a name or a noun: "pressed for a truce", not "for it"."""
        tokens = self._tokens
        first = bisect_left(tokens.starts, quote.content.start)
        last = bisect_left(tokens.starts, quote.content.end)
        return any(tag[:2] == "NN" for tag in tokens.tags[first:last])

    def _person(self, source: Span, *, head: Span, said_at: int) -> Person | None:
        """The person a source span stands for, or None where it is no single person; `head` is the part
        of it that names who speaks."""
        words = _WORD_OR_OWNER.findall(head.of(self._tokens.text).lower())
        if not words:
            return None
        if words[0] in _PRONOUNS and (len(words) == 1 or words[1] in _SELF):
            return self._by_pronoun(words[0], source.start)
        named = self._named_in(head, words)
        if not named and head.end < source.end:
            named = self._named_in(self._beside(head, source), words)
        if named:
            return named[-1]
        return self._by_description(words, head, said_at)

    def _named_in(self, span: Span, words: Sequence[str]) -> list[Person]:
        """Who is named in `span`, but for those to whom the source only belongs."""
        document = self._kinds.get(words[-1]) == "document"
        return [
            person
            for name, person in self.people.within(span)
            if not self._is_owner(name, words)
            and (document or not belongs_to(self._tokens, span, name, self._titles))
        ]

    def _beside(self, head: Span, source: Span) -> Span:
        """What stands in commas right behind the noun: "a lawyer for the family, Jane Roe, ..."."""
        text = self._tokens.text
        behind = Span(min(head.end + 1, source.end), source.end)
        comma = text.find(",", behind.start, behind.end)
        return Span(behind.start, comma if comma >= 0 else behind.end)

    def _is_owner(self, span: Span, words: Sequence[str]) -> bool:
        """Whether a name only owns what speaks: "Zelensky's office", but not "Zelensky's letter"."""
        owns = re.match(r"['’ʼ]s?\b", self._tokens.text[span.end : span.end + 2])
        return bool(owns) and self._kinds.get(words[-1]) != "document"

    def _by_pronoun(self, word: str, place: int) -> Person | None:
        if word in ("who", "that", "which"):
            return self._just_before(place)
        if word not in _HE | _SHE:
            return None
        female = word in _SHE
        return self._centre(place, female=female) or self._nearest(place, female=female)

    def _just_before(self, place: int) -> Person | None:
        """The person named in the words right before a relative pronoun."""
        k = bisect_left(self.people.starts, place) - 1
        if k < 0:
            return None
        span, person = self.people.mentions[k]
        return person if place - span.end <= _LONGEST_APPOSITION else None

    def _centre(self, place: int, *, female: bool) -> Person | None:
        """Whom the sentences before `place` are about, nearest first: who speaks last in one, or
        else whoever it begins with."""
        tokens = self._tokens
        here = bisect_right(tokens.bounds, bisect_left(tokens.starts, place)) - 1
        for number in range(here, max(here - _SENTENCES_BACK, -1), -1):
            sentence = tokens.sentences[number]
            if self._is_aside(sentence):
                continue
            person = self._speaker_in(sentence, place) or self._subject_of(sentence, place)
            if person and person.female in (None, female):
                return person
        return None

    def _is_aside(self, sentence: Span) -> bool:
        return any(aside.meets(sentence) for aside in self._asides)

    def _speaker_in(self, sentence: Span, place: int) -> Person | None:
        """The last speaker named inside `sentence` and before `place`."""
        end = min(place, sentence.end)
        before = [who for start, _, who in self._spoken if sentence.start <= start < end]
        return before[-1] if before else None

    def _subject_of(self, sentence: Span, place: int) -> Person | None:
        """The person a sentence begins with, if it is named before `place`."""
        for span, person in self.people.within(Span(sentence.start, min(place, sentence.end))):
            if span.start - sentence.start > _SUBJECT_REACH:
                return None
            if not is_hearer(self._tokens, span):
                return person
        return None

    def _nearest(self, place: int, *, female: bool) -> Person | None:
        for span, person in reversed(self.people.mentions):
            fits = span.start < place and person.female in (None, female)
            if fits and not is_hearer(self._tokens, span):
                return person
        return None

    def _by_description(self, words: Sequence[str], source: Span, said_at: int) -> Person | None:
        """Someone called by role: "the chief delegate", "the delegation's head", "the diplomat"."""
        plain = [w for w in words if w not in ("the", "a", "an")]
        nouns = _POSTMODIFIER.split(" ".join(plain))[0].split()
        if nouns and self._kinds.get(nouns[-1]) == "document":  # "the minister's statement" is his
            nouns = [re.split(r"['’]", nouns[0])[0]]
        heads = [w for w in nouns[-1:] if self._kinds.get(w) == "person-role"]
        if not heads or words[0] in ("a", "an", "one", "another", "some"):
            return None
        definite = (
            words[0] in ("the", "this", "that", "his", "her", "its", "their") or "'s" in words[0]
        )
        bare = [re.split(r"['’]", w)[0] for w in (*plain, heads[0])]
        # a headline names the office before the text has named who holds it
        known = self.people.by_role(
            bare, source.start if definite else source.end + _HEADLINE_REACH
        )
        whose = words[0] in ("his", "her", "its", "their")  # "his spokesman" is somebody else
        if known or whose or not definite or bare[-1] in self._by_noun:
            return known
        return self._last_speaker(said_at)

    def _taken_up(self, words: Sequence[str], place: int) -> Fields | None:
        """The body quoted before `place` that "it", "they" or "the ministry" goes on about."""
        if len(words) == 1 and words[0] in _BODY_PRONOUNS:
            many = words[0] in ("they", "their")
            for at, noun, fields in reversed(self._bodies):
                if place - at > _QUOTED_REACH:
                    break
                if not many or fields["source_kind"] == "body" or noun[-1] == "s":
                    return fields
            return None
        if len(words) != 2 or words[0] != "the":
            return None
        known = self._by_noun.get(words[1])
        return self._taken_up(["it"], place) if words[1] in _ANY_BODY and not known else known

    def _last_speaker(self, place: int) -> Person | None:
        before = [who for start, _, who in self._spoken if start < place]
        return before[-1] if before else None

    def _body(self, source: Span) -> Fields:
        """A state by its name, an unnamed source as such, any other body or group by its own words
        without the article. `source` is the head of one."""
        text = source.of(self._tokens.text)
        words = _WORD.findall(text.lower())
        if words[:1] and words[0] in _RELATIVES and (noun := taken_up(self._tokens, source)):
            return self._body(head_of(self._tokens, noun))
        if known := self._taken_up(words, source.start):
            return known
        if any(self._kinds.get(word) == "anonymous" for word in words):
            return _fields(UNNAMED, OTHER_SIDE, "unnamed")
        if self._outlet and f" {self._outlet} " in f" {' '.join(words)} ":
            return _fields(_ARTICLES.sub("", " ".join(text.split())), OTHER_SIDE, "media")
        if words in (["it"], ["its"]) and (body := self._body_before(source.start)):
            source = body
        hit = self._actor_at(source)
        whole = hit and hit.end >= source.end and hit.start - source.start <= len("the ")
        if hit and whole and hit.actor.kind == "state":
            return _fields(hit.actor.name, hit.actor.side, "body", official=True)
        name = _ARTICLES.sub("", " ".join(source.of(self._tokens.text).split()))
        name = _OWNERS.get(name.lower(), name)
        kind: SourceKind = "media" if is_outlet(name) else self._kind_of(words, hit)
        office = kind == "body" and any(word in _PUBLIC_BODIES for word in words)
        return _fields(name, self._side_in(source, words), kind, official=office)

    def _kind_of(self, words: Sequence[str], hit: ActorHit | None) -> SourceKind:
        """What kind of source a body or group is: by the last of its words that tells."""
        for word in reversed(words):
            kind = self._kinds.get(word) or self._kinds.get(word.removesuffix("s"))
            if kind in ("media", "document", "public"):
                return kind
            if kind in ("person-role", "collective"):
                return "public" if kind == "person-role" else "body"
        return "body" if hit else "public"

    def _body_before(self, place: int) -> Span | None:
        """The state or body named nearest before `place`, in the same or the last sentence."""
        k = bisect_left(self._hit_starts, place) - 1
        while k >= 0 and place - self._hits[k].start <= _BODY_REACH:
            hit = self._hits[k]
            if hit.actor.kind in ("state", "body", "group"):
                return Span(hit.start, hit.end)
            k -= 1
        return None

    def _actor_at(self, source: Span) -> ActorHit | None:
        k = bisect_left(self._hit_starts, source.start)
        if k < len(self._hits) and self._hits[k].start < source.end:
            return self._hits[k]
        return None

    def _side_in(self, source: Span, words: Sequence[str]) -> str:
        k = bisect_left(self._hit_starts, source.start)
        named = {self._adjectives[w] for w in words if w in self._adjectives}
        while k < len(self._hits) and self._hits[k].start < source.end:
            named.add(self._hits[k].actor.side)
            k += 1
        if not named and len(words) > 1 and (owner := self._by_owner(words[0], source.start)):
            return self._side_of(owner)
        return named.pop() if len(named) == 1 else OTHER_SIDE  # "officers of both sides"

    def _by_owner(self, word: str, place: int) -> Person | None:
        """Whose "his spokesman" is."""
        return self._by_pronoun(word, place) if word in ("his", "her") else None

    def _side_of(self, person: Person) -> str:
        if listed := person.actor or person.body:
            return listed.side
        sides = [self._adjectives[w] for w in sorted(person.roles) if w in self._adjectives]
        return sides[0] if sides else OTHER_SIDE


def _fields(speaker: str, side: str, kind: SourceKind, *, official: bool = False) -> Fields:
    return {"speaker": speaker, "side": side, "source_kind": kind, "official": official}


_PUBLIC_BODIES = frozenset(
    """ministry government parliament army military police court council commission department
    authorities kremlin office embassy delegation administration cabinet senate congress side""".split()
)
_RELATIVES = frozenset(("who", "which", "that"))
_ANY_BODY = frozenset(("agency", "body", "department", "organisation", "organization", "watchdog"))
_BODY_PRONOUNS = frozenset(("it", "its", "they", "their"))
_POSTMODIFIER = re.compile(r",| (?:of|for|by|in|at|from|to|on|within|inside) ")
_QUOTED_REACH = 400  # characters before "it" or "they": about two sentences
_HEADLINE_REACH = 600  # characters behind "... - governor" in which the governor is named
_SENTENCES_BACK = 4  # in which a pronoun's person is looked for before the nearest name is taken
_LONGEST_APPOSITION = 80  # characters between a name and the "who" that takes it up
_BODY_REACH = 250  # characters before "it": about a sentence and a half
_SUBJECT_REACH = 90  # characters from the start of a sentence in which its subject is named
