"""Which lexicon packs an article calls for."""

from collections.abc import Sequence
from functools import cache

from framing.annotation.lexicon.matching import Matcher
from framing.annotation.lexicon.records import Pack

# A passing mention names a topic once or twice; three different cues of it mean the text is about
# it. Raise it if packs are picked for texts that only brush a topic.
_FEWEST_CUES = 3


def packs_for(text: str, packs: Sequence[Pack]) -> tuple[Pack, ...]:
    """The packs without topic cues (general, world) and those with three cues or more in `text`."""
    found: dict[str, set[str]] = {}
    for hit in _cue_matcher(tuple(packs)).find(text):
        found.setdefault(hit.key[0], set()).add(hit.key[1])
    return tuple(
        pack
        for pack in packs
        if not pack.cues or len(found.get(pack.name, ())) >= min(_FEWEST_CUES, len(pack.cues))
    )


@cache
def _cue_matcher(packs: tuple[Pack, ...]) -> Matcher[tuple[str, str]]:
    return Matcher((cue, (pack.name, cue)) for pack in packs for cue in pack.cues)
