"""What a list of actions says of a word, as far as a sentence is read for it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """A verb or noun for something done to somebody: its headword and kind ("kill", "detain").

    `patient` are the prepositions before whom it is done to ("on", "against"); none for a verb with
    a plain object. `needs_object`: the verb is hardly used without one ("kill", but not "attack").
    `unless` are words beside which it means something else ("strike a deal", "heart attack").
    """

    name: str
    kind: str
    noun: bool = False
    patient: frozenset[str] = frozenset()
    needs_object: bool = False
    unless: frozenset[str] = frozenset()
