"""Finding many phrases in a text at once; the cost does not depend on how many there are.

Text and phrases are folded alike (see `framing.text.folding`) and phrases are searched with a space
on each side, so that a hit is always whole words and no hit needs a second look. Kiev’s, KIEV and
Kiev are one word; "so called" and "so-called" are one phrase; a comma between two words parts them.
"""

from collections.abc import Hashable, Iterable
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick

from framing.text.folding import fold

Key = TypeVar("Key", bound=Hashable)


class Hit(NamedTuple, Generic[Key]):
    """A place where a phrase stands, and the key it was given."""

    start: int
    end: int
    key: Key


class Matcher(Generic[Key]):
    """Searches texts for phrases. Built once, used for any number of texts.

    Parameters
    ----------
    phrases
        Pairs of phrase and key; one phrase may have several keys. A capital in a phrase must be a
        capital in the text ("March" is not "march"); a lower-case phrase matches any case.
    """

    def __init__(self, phrases: Iterable[tuple[str, Key]]) -> None:
        by_pattern: dict[str, dict[tuple[str, Key], None]] = {}
        for phrase, key in phrases:
            pattern = f" {fold(phrase).strip()} "
            if pattern.strip():
                by_pattern.setdefault(pattern, {})[phrase, key] = None
        self._entries = [
            [(_capitals(phrase, pattern), key) for phrase, key in entries]
            for pattern, entries in by_pattern.items()
        ]
        self._automaton = AhoCorasick(list(by_pattern))

    def find(self, text: str, folded: str | None = None) -> list[Hit[Key]]:
        """All hits, overlapping ones too, by start and then longest first.

        `folded` may give the folded text where the caller has it already.
        """
        # the space put before and behind lets a phrase stand at either end of the text; a hit in
        # " text " covers (start + 1) - 1 to (end - 1) - 1 of the text itself
        padded = f" {fold(text) if folded is None else folded} "
        found = []
        for number, first, last in self._automaton.find_matches_as_indexes(
            padded, overlapping=True
        ):
            for capitals, key in self._entries[number]:
                if not capitals or all([text[first + i].isupper() for i in capitals]):
                    found.append(Hit(first, last - 2, key))
        found.sort(key=lambda hit: (hit.start, -hit.end))
        return found


def _capitals(phrase: str, pattern: str) -> tuple[int, ...]:
    """Which characters of a phrase must be capitals in the text too ("Kiev": Kiev, KIEV)."""
    return tuple(i for i, mine in enumerate(phrase.strip()[: len(pattern) - 2]) if mine.isupper())
