"""An article as events see it: the days it may be from, and its features as small arrays."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from sys import intern
from typing import TYPE_CHECKING

from framing.comparison.features import WEEKDAYS, counted, inner_names
from framing.model import Article
from framing.reading.duplicates import shingles_of
from framing.text.zones import prose_spans

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Counts = NDArray[np.uint16]
    Hashes = NDArray[np.uint64]
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
    """What events see of one text. `terms` are places in the words of its `Shard`; `counts` and the
    others are as in `Item`; `shingles` tell its copies."""

    terms: "Numbers"
    counts: "Counts"
    capitals: "Counts"
    weekdays: tuple[int, ...]
    names: tuple[str, ...]
    shingles: "Hashes"


@dataclass(frozen=True, slots=True, eq=False)
class Shard:
    """What events see of some texts: nothing in it hangs on other texts, so it may be found anywhere.

    `words` are the lemmas and numbers of all, each once, in the order of their first sight.
    """

    words: tuple[str, ...]
    features: tuple[Features, ...]


def read_shard(articles: Sequence[Article]) -> Shard:
    """What events see of some articles, in the order given. A pure function."""
    places: dict[str, int] = {}
    shingles = shingles_of(articles)
    found = [_features(a, places, shingles=s) for a, s in zip(articles, shingles, strict=True)]
    return Shard(tuple(places), tuple(found))


def _features(article: Article, places: dict[str, int], *, shingles: "Hashes") -> Features:
    import numpy as np

    spans = prose_spans(article)
    found, capitals = counted(article.text, spans)
    words = [word for word in found if word not in WEEKDAYS]
    opening = "\n".join(span.of(article.text) for span in spans)[:_OPENING]
    return Features(
        terms=np.array([places.setdefault(w, len(places)) for w in words], dtype=np.int32),
        counts=np.array([min(found[word], _MOST) for word in words], dtype=np.uint16),
        capitals=np.array([min(capitals[word], _MOST) for word in words], dtype=np.uint16),
        weekdays=_weekdays(opening),
        names=tuple(inner_names(opening)),
        shingles=shingles,
    )


class Vocabulary:
    """The features seen so far, numbered in the order of their first sight, and in how many texts
    each occurs; a copy of a text is no second text."""

    def __init__(self) -> None:
        import numpy as np

        self.words: list[str] = []
        self.texts = 0
        self.spread = np.zeros(0, dtype=np.int64)
        self._numbers: dict[str, int] = {}

    def numbers(self, shard: Shard) -> "Numbers":
        """The number of each of the shard's words, new ones taken in."""
        import numpy as np

        known = self._numbers
        numbers = [known.setdefault(word, len(known)) for word in shard.words]
        self.words.extend(islice(known, len(self.words), None))
        return np.array(numbers, dtype=np.int32)

    def count(self, items: Sequence[Item]) -> None:
        """Take the items into account as so many more texts. The counts of parts add up."""
        import numpy as np

        terms = np.concatenate([np.zeros(0, np.int32), *(item.terms for item in items)])
        spread = np.bincount(terms, minlength=len(self.words))
        spread[: len(self.spread)] += self.spread
        self.texts, self.spread = self.texts + len(items), spread


def item_of(
    article: Article, features: Features, *, numbers: "Numbers", days: tuple[int, int]
) -> Item:
    """The article in the vocabulary's `numbers` of the words of its shard."""
    return Item(
        name=article.id,
        published=article.published,
        not_before=article.not_before,
        days=days,
        terms=numbers[features.terms],
        counts=features.counts,
        capitals=features.capitals,
        weekdays=features.weekdays,
        names=tuple(map(intern, features.names)),
    )


def _weekdays(opening: str) -> tuple[int, ...]:
    return tuple(sorted({WEEKDAYS[name.capitalize()] for name in _WEEKDAY.findall(opening)}))
