"""The people and bodies that the articles of one event name, and the roles they go by in them."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from framing.annotation.concepts.known import Known
from framing.annotation.concepts.reading import Reading
from framing.text.clauses.phrases import Range

Votes = defaultdict[str, Counter[str]]
# Weights are whole numbers: a mention counts 100, a word that only may point at somebody 1.
_STRONG, _WEAK = (
    100,
    1,
)  # a word inside a name, beside its last word: "Kim" in one tradition, "Ann" in another


class EventNames:
    """Names by any of their words, by role, and by initials, learnt from all articles together."""

    def __init__(self, readings: Sequence[Reading], known: Known) -> None:
        self._known = known
        self._people: Votes = defaultdict(Counter)
        self._roles: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
        self._bodies: Votes = defaultdict(Counter)
        self._common = {word for reading in readings for word in _lower_case(reading)}
        self._listed_names(readings)
        self._other_names(readings)
        for reading in readings:
            self._note_roles(reading)
        self._listed_roles()

    def person_at(self, reading: Reading, phrase: Range) -> str | None:
        """The person a noun phrase ends with: "Mr. Demir", "President Demir"."""
        if mention := reading.mention_at_head(phrase):
            return mention.actor if self._known.is_person(mention.actor) else None
        if reading.tokens.tags[phrase[1] - 1] not in ("NNP", "NNPS"):
            return None
        return _most(self._people.get(reading.tokens.words[phrase[1] - 1]))

    def by_role(self, role: str, modifiers: Sequence[str]) -> str | None:
        """Who is called by `role` in these articles: whoever shares most of its modifiers ("former",
        "Turkish"); without any in common whoever is called so most, if no people is named."""
        peoples = self._peoples_in(modifiers)
        shared: Counter[str] = Counter()
        for word in peoples or modifiers:
            shared.update(self._roles.get((word, role), {}))
        if shared or peoples:
            return _most(shared)
        return _most(self._roles.get((role,)))

    def _peoples_in(self, words: Sequence[str]) -> list[str]:
        """The words for a people among the modifiers of a role: "turkish", "north", "korean"."""
        pairs = [(a, b) for a, b in pairwise(words) if f"{a} {b}" in self._known.peoples]
        return [w for pair in pairs for w in pair] or [w for w in words if w in self._known.peoples]

    def short_name(self, word: str) -> str | None:
        """The concept whose name begins with `word` ("the North") or has these initials."""
        plain = word.replace(".", "")
        if plain in self._known.initials:
            return self._known.concept(self._known.initials[plain])
        return _most(self._bodies.get(plain))

    def _listed_names(self, readings: Sequence[Reading]) -> None:
        for reading in readings:
            for mention in reading.annotation.mentions:
                words = mention.span.of(reading.tokens.text).lower().split()
                if self._known.is_person(mention.actor):
                    for word in words:
                        self._people[word][mention.actor] += _STRONG
                    for word in self._name_words(mention.actor):
                        self._people[word][mention.actor] += _WEAK
                else:
                    self._note_short(words, self._known.concept(mention.actor))

    def _name_words(self, actor: str) -> list[str]:
        names = self._known.actors[actor].names
        return [word.lower() for name in names for word in name.split() if word[0].isupper()]

    def _note_short(self, words: Sequence[str], concept: str) -> None:
        """Count the first word and the initials of a name of several words."""
        plain = [word for word in words if word not in ("the", "of", "and", "for")]
        if len(plain) > 1:
            self._bodies[plain[0]][concept] += 1
            self._bodies["".join(word[0] for word in plain)][concept] += 1

    def _other_names(self, readings: Sequence[Reading]) -> None:
        """Full names that no list has: two or more capitalised words; the last one finds them."""
        full: Counter[str] = Counter()
        for reading in readings:
            for phrase in reading.noun_phrases():
                for run in reading.name_runs(phrase):
                    if not reading.mentions.meeting(reading.tokens.span(*run)):
                        full[" ".join(self._without_titles(reading, run))] += 1
        for name, n in full.items():
            words = name.split()
            if len(words) < 2 or not self._may_be_name(words):
                continue
            self._note_short(words, name)
            for word in words:
                if not any(word in other.lower().split() for other in self._people.get(word, ())):
                    self._people[word][name] += n * (_STRONG if word == words[-1] else _WEAK)

    def _may_be_name(self, words: Sequence[str]) -> bool:
        """Whether capitalised words are a name: few of them are common words of these articles."""
        last, pair = words[-1], " ".join(words[-2:])
        known = self._known
        return not (
            known.is_noun_of_speech(last)
            or last in self._common
            or 2 * sum(word in self._common for word in words) > len(words)
            or last in known.peoples
            or pair in known.peoples
        )

    def _without_titles(self, reading: Reading, run: Range) -> list[str]:
        """A name without what stands before it: titles, bodies, nationalities."""
        words = list(reading.tokens.words[slice(*run)])
        cut = [i for i, w in enumerate(words[:-1])
               if self._known.is_noun_of_speech(w) or w in self._known.peoples]  # fmt: skip
        return words[cut[-1] + 1 :] if cut else words

    def _note_roles(self, reading: Reading) -> None:
        """Roles before a name in one phrase, and in the apposition behind it."""
        for phrases in reading.sentences:
            for k in (k for k, letter in enumerate(phrases.letters) if letter == "n"):
                phrase = reading.bare(phrases.range(k, k + 1))
                if (who := self.person_at(reading, phrase)) is None:
                    continue
                self._note_role(reading, phrase, who)
                if phrases.letters[k + 1 : k + 3] == ",n":
                    behind = phrases.range(k + 2, k + 3)
                    if reading.tokens.tags[behind[1] - 1] in ("NN", "NNS"):
                        self._note_role(reading, behind, who)

    def _note_role(self, reading: Reading, phrase: Range, who: str) -> None:
        first, last = phrase
        for i in range(first, last):
            role = reading.tokens.words[i]
            if self._known.is_title(role):
                self._roles[(role,)][who] += _STRONG
                for word in reading.plain_words(first, i):
                    self._roles[word, role][who] += _STRONG

    def _listed_roles(self) -> None:
        """Posts that an actor list gives to somebody whom the articles name."""
        named = {
            name for votes in self._people.values() for name, n in votes.items() if n >= _STRONG
        }
        for name in sorted(named & self._known.actors.keys()):
            for role in self._known.actors[name].roles:
                for word in role.title.lower().split():
                    if self._known.is_title(word):
                        self._roles[(word,)][name] += _WEAK


def _lower_case(reading: Reading) -> set[str]:
    """The words that an article writes with a small letter."""
    return set(re.findall(r"\b[a-z][\w-]*", reading.tokens.text))


def _most(votes: Counter[str] | None) -> str | None:
    """The name with most votes; the first of the alphabet where several have as many."""
    return min(votes, key=lambda name: (-votes[name], name)) if votes else None
