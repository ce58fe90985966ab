"""Whose place a named place is, where no party disputes it: "the enemy shelled X" says who fired."""

from functools import cache

from framing.annotation.lexicon.matching import Matcher
from framing.annotation.lexicon.records import Pack


@cache
def places_of(packs: tuple[Pack, ...]) -> Matcher[str]:
    """A matcher of the packs' place names; the key of a hit is the side whose place it is."""
    return Matcher(
        (name, actor.side)
        for pack in packs
        for actor in pack.actors
        if actor.kind == "territory"
        for name in actor.names
    )
