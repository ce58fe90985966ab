"""What the actor lists and the list of speakers know, in the form that naming needs."""

from collections.abc import Sequence
from functools import cache

from framing.annotation.lexicon.records import Actor, Pack


class Known:
    """Actors by name, states by side and by adjective, and nouns for people and bodies."""

    def __init__(self, packs: Sequence[Pack]) -> None:
        ranked = sorted(packs, key=lambda pack: not pack.parties)  # a topic's own list comes first
        self.actors: dict[str, Actor] = {}
        self.states: dict[str, str] = {}
        self.peoples: dict[str, str] = {}  # "turkish", "turks": the state they belong to
        for actor in (actor for pack in ranked for actor in pack.actors):
            self.actors.setdefault(actor.name, actor)
            if actor.kind == "state":
                self.states.setdefault(actor.side, actor.name)
                for word in (*actor.adjectives, *actor.names):
                    self.peoples.setdefault(word.lower(), actor.name)
        self.initials = {
            name.lower(): actor.name
            for actor in self.actors.values()
            for name in actor.names
            if name.isupper() and name.isalpha()
        }
        self._kinds = {noun.noun: noun.kind for pack in packs for noun in pack.speaker_nouns}

    def is_person(self, name: str) -> bool:
        """Whether an actor list knows `name` as a person."""
        actor = self.actors.get(name)
        return actor is not None and actor.kind == "person"

    def concept(self, name: str) -> str:
        """The concept an actor belongs to: a state's bodies and seats count as the state."""
        actor = self.actors.get(name)
        if actor is None or actor.kind not in ("state", "body", "group"):
            return name
        return self.states.get(actor.side, name)

    def state_of(self, name: str) -> str | None:
        """The state an actor belongs to."""
        actor = self.actors.get(name)
        return self.states.get(actor.side) if actor else None

    def is_title(self, word: str) -> bool:
        """Whether a noun in the singular names a person by role."""
        return self._kinds.get(word) == "person-role"

    def is_group(self, word: str) -> bool:
        """Whether a noun stands for people or a body: "officials", "ministry", "newspaper"."""
        kind = self._kinds.get(word) or self._kinds.get(word.removesuffix("s"))
        return kind not in (None, "document")

    def is_noun_of_speech(self, word: str) -> bool:
        """Whether the list of speakers has the word at all."""
        return word in self._kinds


@cache
def known_in(packs: tuple[Pack, ...]) -> Known:
    """The knowledge of these packs, built at most once in a process."""
    return Known(packs)
