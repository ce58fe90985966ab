"""The names of the parties' usages: "russian" for the side `russia`."""

from functools import cache

from framing.annotation.lexicon.records import Pack


@cache
def party_usages(pack: Pack) -> dict[str, str]:
    """The usage of each party, as the rows name it: ``{"russia": "russian", ...}``.

    A party's usage is called by an adjective of the party itself (its state, or its own group).
    """
    used = {term.convention for term in pack.terms} | {row.convention for row in pack.slots}
    found = {}
    for party in pack.parties:
        names = [
            adjective.lower()
            for actor in pack.actors
            if actor.side == party and actor.kind in ("state", "group")
            for adjective in actor.adjectives
        ]
        found[party] = next((name for name in names if name in used), party)
    return found
