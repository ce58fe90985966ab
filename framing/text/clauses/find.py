"""The clauses of a text: every passive, and the verbs and nouns of a list of actions.

Passives are found by their form in any verb. Active clauses and nouns that stand for an action
("the shelling of the town", "an attack on the port") are found for the actions given, so that the
same event can be compared as "X killed Y", "Y was killed by X", "Y was killed" and "the killing of Y".
"""

from bisect import bisect_left
from collections.abc import Mapping
from functools import cached_property

from framing.model import Clause, ClauseVoice
from framing.text.clauses.agents import agent_at, agent_of, is_time
from framing.text.clauses.nominals import nominal_parts
from framing.text.clauses.participles import AUXILIARIES, coordinated, is_participle, passive_at
from framing.text.clauses.phrases import Phrases, Range
from framing.text.clauses.words import Action
from framing.text.tokens import Tokens

_CUES = AUXILIARIES | {"by"}


class Actions(dict[str, tuple[Action, ...]]):
    """Actions by inflected form, lower-cased."""

    @cached_property
    def cues(self) -> frozenset[str]:
        """The words by which a clause is found: forms of actions, of "be" and "get", and "by"."""
        return _CUES.union(self)


def find_clauses(tokens: Tokens, actions: Actions) -> tuple[Clause, ...]:
    """Clauses by the start of their predicate. `actions` are looked up by inflected form."""
    words = tokens.words
    cues = actions.cues
    places = [i for i, word in enumerate(words) if word in cues]
    found: list[Clause] = []
    first = 0
    for begin, end in tokens.ranges():
        last = bisect_left(places, end, first)
        if last > first:
            found += _Reader(tokens, begin, end, actions).read(places[first:last])
        first = last
    return tuple(found)


class _Reader:
    """One sentence while its clauses are read; it is chunked when the first clause is found."""

    def __init__(self, tokens: Tokens, begin: int, end: int, actions: Actions) -> None:
        self._tokens, self._begin, self._end = tokens, begin, end
        self._actions = actions
        self._chunked: Phrases | None = None
        self._joined: set[int] = set()  # participles that share the auxiliary of one before

    @property
    def _phrases(self) -> Phrases:
        if self._chunked is None:
            self._chunked = Phrases.of(self._tokens, self._begin, self._end)
        return self._chunked

    def read(self, places: list[int]) -> list[Clause]:
        """The clauses whose auxiliary, "by" or action word is at one of `places`."""
        words = self._tokens.words
        passives: dict[int, int] = {}  # participle: first token of its group
        for place in places:
            if words[place] in AUXILIARIES:
                self._note_passive(place, passives)
        for place in places:
            if words[place] == "by" and place > self._begin:
                self._note_reduced(place - 1, passives)
        agents = self._agents(passives)
        clauses = [self._passive(verb, first, agents.get(verb)) for verb, first in passives.items()]
        for place in places:
            if words[place] in self._actions and place not in passives:
                clauses += [clause for clause in [self._action(place)] if clause]
        return sorted(clauses, key=lambda clause: clause.predicate)

    def _note_passive(self, aux: int, passives: dict[int, int]) -> None:
        verb = passive_at(self._tokens, aux, self._end)
        if verb is None:
            return
        passives[verb] = aux
        for other in coordinated(self._tokens, verb, self._end):
            passives.setdefault(other, other)
            self._joined.add(other)

    def _note_reduced(self, place: int, passives: dict[int, int]) -> None:
        """A participle right before "by" with an agent: "the village shelled by troops"."""
        words, tags = self._tokens.words, self._tokens.tags
        if tags[place] in ("RB", "RP", "IN") and place > self._begin:
            place -= 1
        if place in passives or words[place] in _PASS_BY:
            return
        fits = tags[place] in ("VBN", "VBD", "JJ", "NN") and is_participle(
            words[place], tags[place]
        )
        by = place + 1 if words[place + 1] == "by" else place + 2
        if fits and agent_at(self._phrases, by):
            passives[place] = place

    def _agents(self, passives: Mapping[int, int]) -> dict[int, Range]:
        """The agent of each passive; participles that share an auxiliary share that of the last."""
        agents: dict[int, Range] = {}
        behind, end = None, self._end
        for verb in sorted(passives, reverse=True):
            agent = agent_of(self._phrases, verb, end) or behind
            if agent:
                agents[verb] = agent
            behind, end = (agent if verb in self._joined else None), verb
        return agents

    def _passive(self, verb: int, first: int, agent: Range | None) -> Clause:
        behind = self._tokens.words[verb + 1 : verb + 2]
        action = next(
            (a for a in self._listed(verb, noun=False)
             if not a.patient or not a.patient.isdisjoint(behind)), None
        )  # fmt: skip
        k = self._phrases.chunk_of(first)
        reduced = first == verb and verb not in self._joined
        patient = self._phrases.noun_before(k) if reduced else self._phrases.subject(k)
        return self._clause(
            "passive", (first, verb + 1), agent=agent, patient=patient, action=action
        )

    def _listed(self, place: int, *, noun: bool) -> list[Action]:
        listed = self._actions.get(self._tokens.words[place], ())
        return [action for action in listed if action.noun == noun]

    def _action(self, place: int) -> Clause | None:
        """The clause of an action word that is no passive of the plain kind, if it makes one."""
        phrases = self._phrases
        k = phrases.chunk_of(place)
        if phrases.letters[k] == "n":
            return self._nominal(k, place)
        if phrases.letters[k] not in "vieg" or self._is_inner(k, place):
            return None
        clauses = (self._verbal(k, place, action) for action in self._listed(place, noun=False))
        return next((clause for clause in clauses if clause), None)

    def _nominal(self, k: int, place: int) -> Clause | None:
        phrases = self._phrases
        listed = self._listed(place, noun=True)
        if not listed or place != phrases.starts[k + 1] - 1:
            return None
        if self._tokens.tags[place] in ("NNP", "NNPS"):
            return None  # a name: "Mr. Ban"
        if self._means_else(listed[0], phrases.starts[k], place + 3):
            return None
        parts = nominal_parts(phrases, k, listed[0])
        return self._clause(
            "nominal",
            (place, place + 1),
            agent=parts.agent,
            patient=parts.patient,
            action=listed[0],
        )

    def _means_else(self, action: Action, first: int, last: int) -> bool:
        return not action.unless.isdisjoint(self._tokens.words[first : min(last, self._end)])

    def _is_inner(self, k: int, place: int) -> bool:
        """Whether another verb follows in the group: the action word is an auxiliary or an adjunct."""
        rest = self._tokens.tags[place + 1 : self._phrases.starts[k + 1]]
        return any(tag[:2] == "VB" for tag in rest)

    def _verbal(self, k: int, place: int, action: Action) -> Clause | None:
        phrases, tags = self._phrases, self._tokens.tags
        before = tags[place - 1] if place > self._begin and phrases.starts[k] == place else ""
        if before in ("DT", "JJ", "PRP$", "CD"):
            return None  # an attribute: "several targeted measures"
        patient = self._acted_on(k, action)
        if (patient and self._means_else(action, *patient)) or (action.patient and not patient):
            return None
        alone = phrases.starts[k] == place and tags[place] in ("VBN", "VBD")
        if patient is None and action.needs_object and alone:
            # "Three people killed in a fire": a transitive past without an object is a participle
            return self._clause(
                "passive", (place, place + 1), patient=phrases.subject(k), action=action
            )
        return self._clause(
            "active",
            (phrases.starts[k], place + 1),
            agent=self._acting(k),
            patient=patient,
            action=action,
        )

    def _acted_on(self, k: int, action: Action) -> Range | None:
        """The object of the verb of chunk `k`, or what follows its preposition."""
        phrases = self._phrases
        if not action.patient:
            return phrases.object(k)
        j = k + 1
        while j < len(phrases.letters) and phrases.letters[j] in 'r"':
            j += 1
        if j < len(phrases.letters) and self._tokens.words[phrases.starts[j]] in action.patient:
            group = phrases.group_at(j + 1)
            return None if group is None or is_time(self._tokens.words[slice(*group)]) else group
        return None

    def _acting(self, k: int) -> Range | None:
        """Who does the verb of chunk `k`: its subject; of an -ing form behind a comma, and of an
        infinitive right behind a verb, the subject of that verb."""
        phrases = self._phrases
        letter = phrases.letters[k]
        if letter in "ve":
            return phrases.subject(k)
        if letter in "gi" and k and phrases.letters[k - 1] in (",v" if letter == "g" else "v"):
            verb = phrases.letters.rfind("v", 0, k)
            return phrases.subject(verb) if verb >= 0 else None
        return None

    def _clause(
        self,
        voice: ClauseVoice,
        predicate: Range,
        *,
        agent: Range | None = None,
        patient: Range | None = None,
        action: Action | None = None,
    ) -> Clause:
        tokens = self._tokens
        return Clause(
            predicate=tokens.span(*predicate),
            voice=voice,
            agent=tokens.span(*agent) if agent else None,
            patient=tokens.span(*patient) if patient else None,
            action=action.name if action else None,
            kind=action.kind if action else None,
            asserted=action is None or self._asserted(predicate),
        )

    def _asserted(self, predicate: Range) -> bool:
        """False behind a negation, a modal, "to" or "if", in the group or right before it."""
        words, tags = self._tokens.words, self._tokens.tags
        first, last = predicate
        if "," in words[first:last]:
            last = words.index(",", first)
        near = range(max(first - 2, self._begin), last)
        return not any(words[i] in _UNREAL or tags[i] in ("MD", "TO") for i in near)


_PASS_BY = frozenset(
    "passed dropped stopped stood swung walked drove went came got abided stuck".split()
)
_UNREAL = frozenset("not n't never no without if would could might may to".split())
