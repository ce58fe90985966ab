"""Concepts: what the articles of an event talk about, each under one name in all of them.

People are taken together by surname, by title and by role ("Mr. Demir", "the minister"), states with
their bodies, seats and officials, other things by the stem of their head noun ("the caravan", "migrant
caravans"); a verb with its object is named after both. No training: actor lists, appositions inside the
articles and word forms. After the concepts of Hamborg, Zhukova and Gipp (2019, NewsWCL50).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from framing.annotation.concepts.known import Known, known_in
from framing.annotation.concepts.names import EventNames
from framing.annotation.concepts.reading import Reading
from framing.annotation.lexicon.records import Pack
from framing.model import Annotation, ConceptKind, ConceptMention
from framing.text.clauses.phrases import Phrases, Range

Name = tuple[str, ConceptKind]


def with_concepts(
    annotations: Sequence[Annotation], packs: Sequence[Pack]
) -> tuple[Annotation, ...]:
    """The annotations of one event with `concepts` filled in, in the same order.

    Give the articles of one event only: a name is learnt from all of them, and "the minister" is a
    different person in other news. Costs about as much as splitting and tagging the texts again.
    """
    known = known_in(tuple(packs))
    readings = [Reading.of(annotation) for annotation in annotations]
    names = EventNames(readings, known)
    return tuple(
        replace(reading.annotation, concepts=_Namer(reading, names, known).mentions())
        for reading in readings
    )


class _Namer:
    """Names the noun phrases and verb phrases of one article."""

    def __init__(self, reading: Reading, names: EventNames, known: Known) -> None:
        self._reading, self._names, self._known = reading, names, known
        self._tokens = reading.tokens
        self._last_state: str | None = None
        self._last_person: str | None = None
        self._bodies: dict[str, str] = {}  # a word of a body's name: the concept it was said of

    def mentions(self) -> tuple[ConceptMention, ...]:
        """All concepts mentioned, by place; of the same stretch each is there once."""
        found = [
            ConceptMention(m.span, self._known.concept(m.actor), self._kind(m.actor))
            for m in self._reading.annotation.mentions
        ]
        for phrases in self._reading.sentences:
            for k, letter in enumerate(phrases.letters):
                if letter == "n":
                    found += self._noun_phrase(phrases, k)
                elif letter in "vige":
                    found += self._verb_phrase(phrases, k)
        return tuple(sorted(dict.fromkeys(found), key=lambda m: (m.span, m.concept)))

    def _kind(self, actor: str) -> ConceptKind:
        return "person" if self._known.is_person(actor) else "body"

    def _noun_phrase(self, phrases: Phrases, k: int) -> Iterator[ConceptMention]:
        """The phrase itself, its owners ("Turkey's fleet"), and the phrase with its "of"."""
        whole = self._reading.bare(phrases.range(k, k + 1))
        name = self._name(whole)
        yield self._mention(whole, name)
        for i in range(whole[0] + 1, whole[1] - 1):
            if self._tokens.tags[i] == "POS":
                yield self._mention((whole[0], i), self._name((whole[0], i)))
        if phrases.letters[k + 1 : k + 2] == "o" and (group := phrases.group_at(k)):
            yield self._mention(group, name)

    def _verb_phrase(self, phrases: Phrases, k: int) -> Iterator[ConceptMention]:
        """A verb with the noun phrase behind it, named after the thing; alone, after the verb."""
        j = k + 1
        while j < len(phrases.letters) and phrases.letters[j] in 'rp"':
            j += 1
        verb = _stem(self._tokens.words[phrases.starts[k + 1] - 1])
        if (
            j < len(phrases.letters)
            and phrases.letters[j] == "n"
            and (group := phrases.group_at(j))
        ):
            concept, kind = self._name(self._reading.bare(phrases.range(j, j + 1)))
            about = f"to … {concept}" if kind == "thing" else verb
            yield self._mention((phrases.starts[k], group[1]), (about, "act"))
        else:
            yield self._mention(phrases.range(k, k + 1), (verb, "act"))

    def _mention(self, phrase: Range, name: Name) -> ConceptMention:
        return ConceptMention(self._tokens.span(*phrase), *name)

    def _name(self, phrase: Range) -> Name:
        """The concept of a noun phrase: an actor by name, by role, by its people, or a thing."""
        if who := self._names.person_at(self._reading, phrase) or self._described(phrase):
            self._last_person = who
            return who, "person"
        if body := self._body(phrase):
            self._last_state = body
            self._bodies.update(dict.fromkeys(self._tokens.words[slice(*phrase)], body))
            return body, "body"
        return _stem(self._tokens.words[phrase[1] - 1]), "thing"

    def _described(self, phrase: Range) -> str | None:
        """Who a phrase such as "the Turkish foreign minister" stands for."""
        head = self._tokens.words[phrase[1] - 1]
        if not self._known.is_title(head):
            return None
        return self._names.by_role(head, self._reading.plain_words(phrase[0], phrase[1] - 1))

    def _body(self, phrase: Range) -> str | None:
        """The state or body a phrase stands for."""
        first, last = phrase
        head = self._tokens.words[last - 1]
        if mention := self._reading.mention_at_head(phrase):
            return self._known.concept(mention.actor)
        if head in self._known.peoples:
            return self._known.peoples[head]
        if self._tokens.tags[last - 1] in ("NNP", "NNPS") or head in _DIRECTIONS:
            return (
                self._names.short_name(head)
                if len(self._reading.plain_words(first, last)) == 1
                else None
            )
        if self._tokens.words[first] in ("the", "this", "that") and last - first == 2:
            if head in _COUNTRY_WORDS:
                return self._last_state
            if head in self._bodies:
                return self._bodies[head]
        if self._known.is_group(head):
            return self._owner_state(phrase)
        return None

    def _owner_state(self, phrase: Range) -> str | None:
        """The state that people or a body belong to: "Turkish officials", "Mr. Demir's office"."""
        for mention in reversed(self._reading.mentions.meeting(self._tokens.span(*phrase))):
            if state := self._known.state_of(mention.actor):
                return state
        words = self._tokens.words[phrase[0] : phrase[1]]
        for width in (2, 1):
            for i in range(len(words) - width + 1):
                if state := self._known.peoples.get(" ".join(words[i : i + width])):
                    return state
        if words[0] in ("his", "her") and self._last_person:
            return self._known.state_of(self._last_person)
        return self._last_state if words[0] in ("its", "their") else None


_COUNTRY_WORDS = frozenset("country nation state government administration".split())
_DIRECTIONS = frozenset("north south east west".split())


@cache
def _stem(word: str) -> str:
    """What the forms of a word and of its relatives share: "meets", "met" and "meeting" are "meet"."""
    import simplemma

    return str(_stemmer().stem(simplemma.lemmatize(word, lang="en").lower()))


@cache
def _stemmer() -> Any:
    from nltk.stem.porter import PorterStemmer

    return PorterStemmer()
