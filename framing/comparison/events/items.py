"""An article as events see it: the days it may be from, and its features as small arrays."""

import re
from dataclasses import dataclass
from datetime import date
from sys import intern
from typing import TYPE_CHECKING

from framing.comparison.features import WEEKDAYS, counted, inner_names
from framing.model import Article
from framing.text.zones import prose_spans

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Counts = NDArray[np.uint16]
    Numbers = NDArray[np.int32]

EVER = (0, date.max.toordinal())
"""The days (as ordinals) that an article without a date may be from, if nothing else is known."""

_OPENING = 800
"""Characters from the start from which weekdays and names are taken: there they are those of the
happening, further down those of its background."""

_MOST = 2**16 - 1  # what a count of two bytes holds

_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """`terms` are the numbers of the article's features in a `Vocabulary`, `counts` how often each
    occurs, `capitals` how often with a capital; `weekdays` (0: Monday) and `names` are those of the
    opening, `days` are the first and the last day it may be from."""

    name: str
    published: date | None
    not_before: date | None
    days: tuple[int, int]
    terms: "Numbers"
    counts: "Counts"
    capitals: "Counts"
    weekdays: tuple[int, ...]
    names: tuple[str, ...]

    def near(self, other: "Item", window: int) -> bool:
        """Whether the two may be from days no more than `window` apart."""
        return self.days[0] - window <= other.days[1] and other.days[0] - window <= self.days[1]


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """What events see of one text: nothing in it hangs on other texts, so it may be found anywhere.

    `words` are lemmas and numbers, each once; `counts` and `capitals` as in `Item`.
    """

    words: tuple[str, ...]
    counts: "Counts"
    capitals: "Counts"
    weekdays: tuple[int, ...]
    names: tuple[str, ...]


def extract(article: Article) -> Features:
    """The features of an article."""
    import numpy as np

    spans = prose_spans(article)
    found, capitals = counted(article.text, spans)
    words = [word for word in found if word not in WEEKDAYS]
    opening = "\n".join(span.of(article.text) for span in spans)[:_OPENING]
    return Features(
        words=tuple(words),
        counts=np.array([min(found[word], _MOST) for word in words], dtype=np.uint16),
        capitals=np.array([min(capitals[word], _MOST) for word in words], dtype=np.uint16),
        weekdays=_weekdays(opening),
        names=tuple(inner_names(opening)),
    )


class Vocabulary:
    """The features seen so far, numbered in the order of their first sight, and in how many texts
    each occurs; a copy of a text is no second text."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.texts = 0
        self.spread: list[int] = []
        self._numbers: dict[str, int] = {}

    def item(self, article: Article, features: Features, *, days: tuple[int, int]) -> Item:
        """The article in numbers."""
        import numpy as np

        return Item(
            name=article.id,
            published=article.published,
            not_before=article.not_before,
            days=days,
            terms=np.array([self._number(word) for word in features.words], dtype=np.int32),
            counts=features.counts,
            capitals=features.capitals,
            weekdays=features.weekdays,
            names=tuple(map(intern, features.names)),
        )

    def count(self, item: Item) -> None:
        """Take the item's features into account as those of one more text."""
        self.texts += 1
        for number in item.terms.tolist():
            self.spread[number] += 1

    def _number(self, word: str) -> int:
        number = self._numbers.get(word)
        if number is None:
            number = self._numbers[word] = len(self.words)
            self.words.append(word)
            self.spread.append(0)
        return number


def _weekdays(opening: str) -> tuple[int, ...]:
    return tuple(sorted({WEEKDAYS[name.capitalize()] for name in _WEEKDAY.findall(opening)}))
