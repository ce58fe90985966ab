"""Where a text names an actor: by name, by nationality and body, or by a seat of government."""

from collections.abc import Iterable
from functools import cache
from typing import Literal, NamedTuple

from framing.annotation.lexicon.matching import Hit, Matcher
from framing.annotation.lexicon.records import Actor, Pack
from framing.annotation.metonyms import is_dateline, is_place
from framing.annotation.names import in_outlet_name
from framing.text.folding import fold

NameForm = Literal["name", "metonym", "adjective"]
Key = tuple[Actor, NameForm, int]  # the number ranks packs: topic packs before the world's

# Nouns that make an adjective of nationality an actor: "the Ukrainian side", "Russian troops".
_BODIES = frozenset(
    """side delegation government authorities officials army military forces troops servicemen
    soldiers ministry parliament leadership team negotiators negotiator representatives
    embassy presidency administration intelligence navy fleet police diplomats cabinet
    mission command defence defense""".split()
)
_BETWEEN = frozenset(
    """negotiating armed foreign defence defense interior air ground naval state federal security
    special peacekeeping occupation border general""".split()
)


class ActorHit(NamedTuple):
    """A place that names `actor`, and by what kind of name."""

    start: int
    end: int
    actor: Actor
    form: NameForm


class ActorFinder:
    """Finds the actors of some packs in texts. Built once."""

    def __init__(self, packs: Iterable[Pack]) -> None:
        phrases: list[tuple[str, Key]] = []
        for pack in packs:
            rank = 0 if pack.parties else 1
            for actor in pack.actors:
                if actor.kind == "territory":
                    continue
                phrases += [(name, (actor, "name", rank)) for name in actor.names]
                phrases += [(name, (actor, "metonym", rank)) for name in actor.metonyms]
                phrases += [(name, (actor, "adjective", rank)) for name in actor.adjectives]
        self._matcher = Matcher(phrases)

    def find(self, text: str) -> list[ActorHit]:
        """Actors named in `text`, in order; of two that overlap the longer stays, and of two lists
        that know a name the topic's own. A place meant as a place is left out, and so is an
        adjective without a body behind it ("Russian gas")."""
        folded = fold(text)
        found = [(hit.key[2], got) for hit in self._matcher.find(text, folded)
                 if (got := _actor_hit(text, folded, hit))]  # fmt: skip
        found.sort(key=lambda item: (item[1].start, -item[1].end, item[0]))
        kept: list[ActorHit] = []
        reach = 0
        for _, hit in found:
            if hit.start >= reach:
                reach = hit.end
                kept.append(hit)
        return [hit for hit in kept if hit.actor.kind != "guard"]


@cache
def actors_of(packs: tuple[Pack, ...]) -> ActorFinder:
    """The finder of these packs, built at most once in a process."""
    return ActorFinder(packs)


def _actor_hit(text: str, folded: str, hit: Hit[Key]) -> ActorHit | None:
    actor, form, _ = hit.key
    if actor.kind in ("state", "body") and in_outlet_name(text, hit.start, hit.end):
        return None
    if form == "metonym" and (
        is_place(folded, hit.start, hit.end) or is_dateline(text, hit.start, hit.end)
    ):
        return None
    end = hit.end
    if form == "adjective":
        end = _body_end(folded, hit.end)
        if end == hit.end:
            return None
    return ActorHit(hit.start, end, actor, form)


def _body_end(folded: str, end: int) -> int:
    """Where the body that follows an adjective ends; `end` itself where none follows."""
    place = end
    for _ in range(3):  # "the Ukrainian negotiating team", "Russian armed forces"
        stop = folded.find(" ", place + 1)
        word = folded[place + 1 : stop if stop >= 0 else len(folded)]
        if word in _BODIES:
            return place + 1 + len(word)
        if word not in _BETWEEN:
            return end
        place += 1 + len(word)
    return end
