"""Looking up the words that report speech or thought."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from framing.annotation.lexicon.inflection import forms_of
from framing.annotation.lexicon.records import CueTerm, Pack

QUOTING = frozenset("quote quotes quoted quoting cite cites cited citing".split())


class Cue(NamedTuple):
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
        self.alone = frozenset(
            head
            for head, entries in self._verbs.items()
            if any("alone" in term.takes for _, term in entries)
        )
        self._heads = {
            **self._seconds(),
            **dict.fromkeys((*QUOTING, "according"), frozenset[str]()),
        }

    def _seconds(self) -> dict[str, frozenset[str]]:
        """The first words of all cues, each with the words that may come second; none: it is alone."""
        rests: dict[str, list[tuple[str, ...]]] = {}
        for table in (self._verbs, self._others):
            for head, entries in table.items():
                rests.setdefault(head, []).extend(rest for rest, _ in entries)
        return {
            head: frozenset(rest[0] for rest in found) if all(found) else frozenset()
            for head, found in rests.items()
        }

    def verb(self, words: Sequence[str], place: int) -> Cue | None:
        """The verb cue that begins at token `place`; the longest where several do."""
        return _find(self._verbs, words, place)

    def places(self, words: Sequence[str], first: int, last: int) -> list[int]:
        """The tokens of ``first : last`` where a cue may begin, "quote" and "according" among them. In
        a sentence without any, nearly every third, nothing is reported and no rule need be tried."""
        heads = self._heads
        near = [i for i, word in enumerate(words[first:last], start=first) if word in heads]
        return [i for i in near if not heads[words[i]] or self._goes_on(words, i)]

    def _goes_on(self, words: Sequence[str], place: int) -> bool:
        """Whether the word here begins a cue with the next one, as "in" rarely does."""
        behind = words[place + 1] if place + 1 < len(words) else ""
        return behind in self._heads[words[place]] or behind in _BETWEEN

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
    entries = table.get(words[place])
    if entries is None:
        return None
    first = place + 1
    if first < len(words) and words[first] in _BETWEEN:
        first += 1
    behind = words[first] if first < len(words) else ""
    for rest, term in entries:
        if not rest:
            return Cue(place, place + 1, term)
        if behind == rest[0] and tuple(words[first : first + len(rest)]) == rest:
            return Cue(place, first + len(rest), term)
    return None


# Adverbs that may part a cue from its particle: "called again for", "insisted strongly on"
_BETWEEN = frozenset("again also repeatedly publicly strongly instead only once".split())
