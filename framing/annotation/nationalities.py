"""The words that tie somebody to a state: "Ukrainian", "Ukraine"; built once for some packs."""

from collections.abc import Mapping
from functools import cache

from framing.annotation.lexicon.records import Pack
from framing.text.folding import fold


@cache
def sides_of_adjectives(packs: tuple[Pack, ...]) -> Mapping[str, str]:
    """The side of each adjective of a state, by its folded form."""
    return {
        fold(word).strip(): actor.side
        for pack in packs
        for actor in pack.actors
        if actor.kind == "state"
        for word in actor.adjectives
    }


@cache
def sides_of_states(packs: tuple[Pack, ...]) -> Mapping[str, str]:
    """The side of each adjective and name of a state, lower-cased."""
    return {
        word.lower(): actor.side
        for pack in packs
        for actor in pack.actors
        if actor.kind == "state"
        for word in (*actor.adjectives, *actor.names)
    }
