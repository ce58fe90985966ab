"""Who acts, who is acted on, who is called so: the side behind a row with an ``@`` target.

"Russian forces liberated ..." and "Ukrainian forces liberated ..." are one row of a pack; the sentence
says whose act it is. Where it does not, the side is unknown and the marker unresolved.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from functools import cached_property
from operator import attrgetter

from framing.annotation.lexicon.records import Term
from framing.annotation.targets import Sides
from framing.model import Clause, Span, Voice
from framing.text.clauses.agents import agent_of
from framing.text.clauses.phrases import Phrases, Range
from framing.text.retelling import retold, stem
from framing.text.spans import SpanIndex
from framing.text.tokens import Tokens

_BE = frozenset("be is are was were been being am 's 're 'm get got".split())
_ON = frozenset("against on at toward towards upon".split())
# Nouns behind which "of" names who acts; behind others it names who is acted on ("occupation of").
_OF_THE_AGENT = frozenset("aggression provocation provocations blackmail ultimatum".split())
_HOSTILE = frozenset(("attack", "destroy", "injure", "kill", "seize"))  # kinds in actions.csv
_WHERE = frozenset(
    "in across throughout inside at to on near over towards against from into".split()
)
_TALKS = frozenset(
    """talks negotiation negotiations meeting summit round rounds dialogue ceasefire truce
    breakthrough""".split()
)
_FORCES = frozenset("troops forces army military soldiers invaders occupiers servicemen".split())


class Roles:
    """The sides in the roles round the places of one article."""

    def __init__(
        self,
        tokens: Tokens,
        sides: Sides,
        *,
        clauses: Sequence[Clause] = (),
        headline: Span | None = None,
    ) -> None:
        self._tokens = tokens
        self._sides = sides
        self._lead = (
            bisect_left(tokens.sentences, headline.end, key=attrgetter("start"))
            if headline
            else None
        )
        self._clauses = clauses
        self._phrases: dict[int, Phrases] = {}

    @cached_property
    def _hostile(self) -> SpanIndex[Clause]:
        """The clauses that tell an attack; few texts have a row that asks for them."""
        hostile = [clause for clause in self._clauses if clause.kind in _HOSTILE]
        return SpanIndex(hostile, lambda clause: clause.span)

    def side(self, term: Term, span: Span, voice: Voice, parties: Sequence[str]) -> str | None:
        """The side in the role that a row has for target (``@agent`` and so on), at `span`; None where
        the text does not say, or names none of the two `parties`; a pack without parties is about
        any side.

        What is done to a party by a hostile act is done by the other; what is done for its good
        ("liberated Northern towns") by itself.
        """
        target = term.target
        if target == "@speaker":
            found = voice.side
        elif target == "@agent":
            patient = self._patient(span)
            found = self._agent(span) or (patient if term.valence > 0 else _other(patient, parties))
        elif target == "@patient":
            found = self._patient(span) or _other(self._agent(span), parties)
        else:
            found = self._bearer(span)
            if found is None and term.convention == "@other":  # who speaks so, speaks of the other
                found = _other(voice.side, parties)
        if found is None and target == "@opponent":
            found = _other(voice.side or self._doer_to(span), parties)
            found = found or self._attacker(span, parties)
        return found if found in parties or not parties else None

    def is_verb(self, span: Span) -> bool:
        """Whether the word at `span` is a verb of its sentence: no adjective ("the accused man"), and a
        participle only where it has an object ("X, accused Y of")."""
        phrases, k, last, _ = self._place(span)
        if phrases.letters[k] == "e":
            return phrases.letters[k + 1 : k + 2] in ("n", "g")
        return phrases.letters[k] in "vig" and last == phrases.starts[k + 1] - 1

    def doer(self, span: Span) -> str | None:
        """The side of whoever does what the verb at `span` names; None where the text does not say."""
        phrases, k, _, _ = self._place(span)
        if phrases.letters[k] == "e":
            return self._in(phrases.noun_before(k))
        return self._agent(span)

    def about(self, span: Span) -> str | None:
        """Whom the words at `span` are about by the grammar of their sentence: "talks" where they are
        about a meeting or what comes of it; whose the thing is ("Northern threats"); the subject that
        is judged or acts ("the North is reckless"). None where the sentence does not say."""
        phrases, k, last, _ = self._place(span)
        verb = k if phrases.letters[k] in "vi" else self._copula(phrases, k)
        subject = None if verb is None else phrases.subject(verb)
        rest = (last + 1, phrases.starts[k + 1]) if phrases.letters[k] in "na" else None
        if _TALKS & {*self._words(subject), *self._words(rest)}:
            return "talks"
        if rest:
            owner = self._sides.modifier(span) or self._in(rest)
            owner = owner or self._sides.behind(span, "of", "by", "on the part of")
            if owner:
                return owner
        return self._in(subject)

    def _copula(self, phrases: Phrases, k: int) -> int | None:
        """The chunk of the "be" that the phrase in chunk `k` is the predicate of."""
        verb = k - 1
        while verb >= 0 and phrases.letters[verb] in 'r"':
            verb -= 1
        if verb < 0 or phrases.letters[verb] != "v":
            return None
        return verb if self._tokens.words[phrases.starts[verb + 1] - 1] in _BE else None

    def _words(self, place: Range | None) -> Sequence[str]:
        return self._tokens.words[place[0] : place[1]] if place else ()

    def _attacker(self, span: Span, parties: Sequence[str]) -> str | None:
        """Who attacks where the marker's bearer does ("the enemy shelled Northern troops"): the other
        party than the one attacked, or whose place is."""
        phrases, k, _, _ = self._place(span)
        phrase = self._tokens.span(phrases.starts[k], phrases.starts[k + 1])
        for clause in self._hostile.meeting(phrase):
            acts = clause.agent and clause.agent.meets(span)
            if acts or phrase.holds(clause.predicate):  # "the enemy shelled", "enemy shelling of"
                if clause.patient is None:
                    return None
                home = self._sides.home(clause.patient)
                return _other(next(self._sides.within(clause.patient), home), parties)
        return None

    def _bearer(self, span: Span) -> str | None:
        """Whoever is called so: an adjective or a name that touches the marker."""
        return self._sides.bearer(span) or self._sides.adjective(span, words=1)

    def _agent(self, span: Span) -> str | None:
        """Whoever does what the verb or noun at `span` names."""
        phrases, k, last, end = self._place(span)
        if phrases.letters[k] in "vige":
            if self._is_passive(phrases, k, last):
                return self._in(agent_of(phrases, last, end))
            return self._subject(phrases, k, last)
        owner = self._sides.modifier(span) or self._sides.behind(span, "by", "on the part of")
        if owner is None and self._of_names_agent(phrases, k, last):
            owner = self._sides.behind(span, "of")
        if owner or last + 1 < phrases.starts[k + 1]:  # "occupied Kherson" tells no agent
            return owner
        return self._doer_to(span)

    def _of_names_agent(self, phrases: Phrases, k: int, last: int) -> bool:
        """Whether "of" behind a noun brings who acts: "aggression of", "occupation of X troops"."""
        if self._tokens.words[last] in _OF_THE_AGENT:
            return True
        group = phrases.group_at(k + 2) if phrases.letters[k + 1 : k + 2] == "o" else None
        return group is not None and self._tokens.words[group[1] - 1] in _FORCES

    def _doer_to(self, span: Span) -> str | None:
        """The subject of the verb that the marker's noun phrase is the object of."""
        phrases, k, _, _ = self._place(span)
        verb = self._verb_over(phrases, k)
        return None if verb is None else self._subject(phrases, verb, phrases.starts[verb + 1] - 1)

    def _verb_over(self, phrases: Phrases, k: int) -> int | None:
        """The chunk of the verb that chunk `k` is an object of, at once or behind a noun and "on":
        "hit X", "delivered ten strikes on X"."""
        verb = max(phrases.letters.rfind(letter, 0, k) for letter in "vig")
        between = range(verb + 1, k)
        if verb < 0 or any(
            phrases.letters[j] not in 'rno&,"'
            and not (phrases.letters[j] == "p" and self._tokens.words[phrases.starts[j]] in _ON)
            and not self._is_about_a_number(phrases, j)
            for j in between
        ):
            return None
        return verb

    def _is_about_a_number(self, phrases: Phrases, j: int) -> bool:
        """Whether chunk `j` belongs to a number behind it: "about forty", "more than 40"."""
        while phrases.is_about(j):
            j += 1
        return self._tokens.tags[phrases.starts[j]] == "CD"

    def in_retelling(self, span: Span, parties: Sequence[str], uses: Set[Span]) -> str | None:
        """The party that the marker's bearer is, where the sentence before or behind tells the same:
        whoever has there what is the bearer's here ("enemy shells", "Northern shells"); whoever acts
        there in a hostile way, if the bearer acts here; the other party, if the bearer is acted on.

        A sentence with one of the `uses`, places like this one, says no more than this.
        """
        number = self._sentence(span)
        acts = None if self._named(number) & set(parties) else self._acts(span)
        for other, shared in retold(self._tokens, number, lead=self._lead):
            if any(self._tokens.sentences[other].holds(use) for use in uses):
                continue
            if (owner := self._owner_in(other, span)) in parties:
                return owner
            actor = None if acts is None else self._actor_in(other, shared)
            if actor in parties:
                return actor if acts else _other(actor, parties)
        return None

    def _named(self, number: int) -> Set[str]:
        """The sides that a sentence names, but for those that say where: either may be the bearer."""
        phrases = self._sentence_phrases(number)
        return {
            side
            for k, letter in enumerate(phrases.letters)
            if letter != "n" or self._tokens.words[phrases.starts[max(k - 1, 0)]] not in _WHERE
            if (side := self._in((phrases.starts[k], phrases.starts[k + 1])))
        }

    def _owner_in(self, number: int, span: Span) -> str | None:
        """Whose a sentence says the thing is that is the bearer's at `span`. Both sides have forces, so
        those tell nothing."""
        phrases, k, last, _ = self._place(span)
        head = phrases.starts[k + 1] - 1
        if head <= last or self._tokens.words[head] in _FORCES:
            return None
        wanted = stem(self._tokens.words[head])
        for i in range(self._tokens.bounds[number], self._tokens.bounds[number + 1]):
            if stem(self._tokens.words[i]) == wanted:
                return self._sides.modifier(self._tokens.span(i, i + 1))
        return None

    def _actor_in(self, number: int, shared: Set[str]) -> str | None:
        """Who acts in a sentence: whose attack a noun names, or the subject of its first verb, if
        that is an attack or among the `shared` stems."""
        hostile = self._hostile.meeting(self._tokens.sentences[number])
        for clause in hostile:
            if clause.voice == "nominal" and (side := self._sides.modifier(clause.predicate)):
                return side
        phrases = self._sentence_phrases(number)
        verb = phrases.letters.find("v")
        if verb < 0:
            return None
        words = self._tokens.words[phrases.starts[verb] : phrases.starts[verb + 1]]
        told = hostile or any(stem(word) in shared for word in words)
        return self._in(phrases.subject(verb)) if told else None

    def _acts(self, span: Span) -> bool | None:
        """Whether the marker's bearer does something (a subject, or before a noun of attack) or has
        it done to it (an object); None where neither is clear."""
        phrases, k, last, _ = self._place(span)
        if self._in((phrases.starts[k], last)):  # one phrase with a party: not parted rightly
            return None
        phrase = self._tokens.span(phrases.starts[k], phrases.starts[k + 1])
        if any(phrase.holds(clause.predicate) for clause in self._hostile.meeting(phrase)):
            return True  # "enemy shelling of"
        if self._verb_over(phrases, k) is not None:
            return False
        verb = next((j for j in range(k, len(phrases.letters)) if phrases.letters[j] in "vg"), None)
        subject = None if verb is None else phrases.subject(verb)
        if verb is None or subject is None or not subject[0] <= last < subject[1]:
            return None
        last = phrases.starts[verb + 1] - 1
        if self._tokens.tags[last] == "VBD" and phrases.object(verb) is None:
            return None  # a past form, or a participle as headlines write it
        return not self._is_passive(phrases, verb, last)

    def _subject(self, phrases: Phrases, k: int, last: int) -> str | None:
        """The side of the subject of verb chunk `k`; a base form behind "and" has that of the
        infinitive or modal before it ("to drive them out and liberate ...")."""
        if self._tokens.tags[last] == "VB" and phrases.letters[k] == "v":
            before = max(phrases.letters.rfind(letter, 0, k) for letter in "vi")
            if self._tokens.tags[phrases.starts[k]] == "VB" and before >= 0:
                return self._subject(phrases, before, phrases.starts[before + 1] - 1)
        return self._in(phrases.subject(k))

    def _patient(self, span: Span) -> str | None:
        """Whoever is acted on."""
        phrases, k, last, _ = self._place(span)
        if phrases.letters[k] in "vige":
            if phrases.letters[k] == "e" and phrases.letters[k + 1 : k + 2] == "n":
                return self._in(phrases.group_at(k + 1))
            if self._is_passive(phrases, k, last):
                return self._in(phrases.subject(k))
            return self._in(phrases.object(k))
        if last + 1 < phrases.starts[k + 1]:  # "the occupied Ukrainian towns": one noun phrase
            return self._in((last + 1, phrases.starts[k + 1]))
        word = self._tokens.words[phrases.starts[k + 1]] if k + 1 < len(phrases.letters) else ""
        if word in _ON or (word == "of" and not self._of_names_agent(phrases, k, last)):
            return self._in(phrases.group_at(k + 2))
        return None

    def _place(self, span: Span) -> tuple[Phrases, int, int, int]:
        """The phrases of the marker's sentence, its chunk, its last token and the sentence's end."""
        last = max(bisect_left(self._tokens.starts, span.end) - 1, 0)
        number = self._sentence(span)
        phrases = self._sentence_phrases(number)
        return phrases, phrases.chunk_of(last), last, self._tokens.bounds[number + 1]

    def _sentence_phrases(self, number: int) -> Phrases:
        if number not in self._phrases:
            first, end = self._tokens.bounds[number], self._tokens.bounds[number + 1]
            self._phrases[number] = Phrases.of(self._tokens, first, end)
        return self._phrases[number]

    def _sentence(self, span: Span) -> int:
        """The number of the sentence that `span` ends in."""
        last = max(bisect_left(self._tokens.starts, span.end) - 1, 0)
        return max(bisect_right(self._tokens.bounds, last) - 1, 0)

    def _is_passive(self, phrases: Phrases, k: int, last: int) -> bool:
        """Whether the verb is a participle: behind a form of "be", or with no object, as headlines
        write it ("Two villages liberated")."""
        if self._tokens.tags[last] not in ("VBN", "VBD"):
            return False
        group = self._tokens.words[phrases.starts[k] : last]
        if phrases.letters[k] == "e" or any(word in _BE for word in group):
            return True
        while phrases.letters[k + 1 : k + 3] == "&v":  # "destroyed or damaged ten houses"
            k += 2
        return phrases.object(k) is None

    def _in(self, place: Range | None) -> str | None:
        """The side named first in a stretch of tokens."""
        if place is None or place[0] >= place[1]:
            return None
        return next(iter(self._sides.within(self._tokens.span(*place))), None)


def _other(side: str | None, parties: Sequence[str]) -> str | None:
    """The other of two parties; None for a side that is no party or where there are more than two."""
    others = [party for party in parties if party != side]
    return others[0] if side in parties and len(others) == 1 else None
