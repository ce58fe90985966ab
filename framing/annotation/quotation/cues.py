"""Looking up the words that report speech or thought."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from framing.annotation.lexicon.inflection import forms_of
from framing.annotation.lexicon.records import CueTerm, Pack


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue at a place: the tokens ``first : last``, and its row in the lexicon."""

    first: int
    last: int
    term: CueTerm


class CueIndex:
    """Cues of some packs by their first word; a look-up costs one dictionary access."""

    def __init__(self, packs: Sequence[Pack]) -> None:
        self._verbs: dict[str, list[tuple[tuple[str, ...], CueTerm]]] = {}
        self.documents = frozenset(
            noun.noun for pack in packs for noun in pack.speaker_nouns if noun.kind == "document"
        )
        self.sources = frozenset(noun.noun for pack in packs for noun in pack.speaker_nouns)
        self._others: dict[str, list[tuple[tuple[str, ...], CueTerm]]] = {}
        for pack in packs:
            for term in pack.cue_terms:
                table = self._verbs if term.form == "verb" else self._others
                for form in forms_of(term.cue, term.form):
                    head, *rest = form.lower().split()
                    table.setdefault(head, []).append((tuple(rest), term))
        for table in (self._verbs, self._others):
            for entries in table.values():
                entries.sort(key=lambda entry: -len(entry[0]))

    def verb(self, words: Sequence[str], place: int) -> Cue | None:
        """The verb cue that begins at token `place`; the longest where several do."""
        return _find(self._verbs, words, place)

    def other(self, words: Sequence[str], place: int) -> Cue | None:
        """The noun, adjective or phrase that begins at token `place` and reports something."""
        return _find(self._others, words, place)


@cache
def cues_of(packs: tuple[Pack, ...]) -> CueIndex:
    """The cue index of these packs, built at most once in a process."""
    return CueIndex(packs)


def _find(
    table: dict[str, list[tuple[tuple[str, ...], CueTerm]]], words: Sequence[str], place: int
) -> Cue | None:
    for rest, term in table.get(words[place], ()):
        first = place + 1
        if rest and words[first : first + 1] and words[first] in _BETWEEN:
            first += 1
        last = first + len(rest)
        if not rest or tuple(words[first:last]) == rest:
            return Cue(place, last if rest else place + 1, term)
    return None


# Adverbs that may part a cue from its particle: "called again for", "insisted strongly on"
_BETWEEN = frozenset("again also repeatedly publicly strongly instead only once".split())
