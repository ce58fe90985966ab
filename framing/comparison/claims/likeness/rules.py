"""How alike two passages are in what they tell, by rules.

The weight of the features they share, over the root of their mean weight; then what their whole
sentences and those around them share; lowered for each sign that they tell different things: other
days, other numbered occasions, one says it happened and the other that it did not or not yet, other
sides do the same, or nothing in common but names or verbs.

The factors were chosen on the tune half of the made-up events and on one event marked by hand
(`benchmarks/claims_made_up.py`, `benchmarks/claims.py`): rerun both before changing one. Their size
decides less than the words do: without the groups of near-synonyms most links are lost.
"""

import math
from collections.abc import Iterator, Sequence
from typing import Any

from framing.comparison.claims.likeness import signs
from framing.comparison.claims.likeness.weights import (
    Place,
    Weights,
    around,
    by_sentence,
    place_of,
    weights_of,
)
from framing.comparison.claims.meaning.content import DETAILS, Content, Status

_FLOOR = 0.2  # smaller likeness is none: nothing that low ever joins a group
_LEAST_SHARED = 0.12  # scaled weight shared by the passages themselves, whatever is around them
_SENTENCES = 0.9  # share of the likeness of the whole sentences
_NEIGHBOURS = 0.3  # and of the sentences before and after them

_OTHER_DAYS = 0.3
_NOT_TODAY = 0.55  # one is background, the other of its article's day
_SAME_DAY = 1.2
_DAYS_APART = 0.65  # two undated passages of articles some days apart
_OTHER_OCCASION = 0.3
_NOT_A_FACT: dict[Status, float] = {"not": 0.8, "open": 0.75, "planned": 0.75}
_BOTH_UNCERTAIN = 1.2
_OTHER_AGENT = 0.7
_SAME_NUMBER = 1.15
_ONLY_NAMES = 0.6  # what they share is who, where or how many, not what
_ONLY_VERBS = 0.6  # only that the same is done


class Likeness:
    """The likeness of the passages of one event, by their numbers in `contents`."""

    def __init__(self, contents: Sequence[Content]) -> None:
        self._contents = contents
        self._weights = weights_of(contents)
        self._totals = [sum(weights.values()) or 1.0 for weights in self._weights]
        self._scales: list[float] = [total**-0.25 for total in self._totals]
        self._places = [place_of(content) for content in contents]
        self._sentences = by_sentence(contents, self._weights)
        self._around = around(self._sentences)
        self._known: dict[tuple[Place, Place], float] = {}

    def pairs(self) -> Iterator[tuple[int, int, float]]:
        """All pairs ``(i, j, likeness)`` with i < j that are alike at all."""
        if self._contents:
            for i, j in _candidates(self._weights, self._scales):
                likeness = self.of(i, j)
                if likeness > _FLOOR:
                    yield i, j, likeness

    def of(self, i: int, j: int) -> float:
        """The likeness of two passages, 0 to about 4; see the module for what it is made of."""
        mine, theirs = self._weights[i], self._weights[j]
        likeness = _common(mine, theirs) * self._scales[i] * self._scales[j]
        if likeness < _LEAST_SHARED:
            return 0.0
        a, b = self._contents[i], self._contents[j]
        topics = [f for f in mine if f in theirs and f[:2] not in DETAILS]
        if all(f[:2] in ("n:", "m:") for f in topics):
            likeness *= _ONLY_NAMES
        likeness += self._of_context(self._places[i], self._places[j])
        if topics and a.verbs.issuperset(topics) and b.verbs.issuperset(topics):
            likeness *= _ONLY_VERBS
        return likeness * _of_days(a, b) * _of_status(a, b) * _of_details(a, b)

    def _of_context(self, here: Place, there: Place) -> float:
        """What the sentences of two passages, and those around them, add."""
        if (here, there) not in self._known:
            self._known[here, there] = _SENTENCES * _overlap(
                self._sentences[here], self._sentences[there]
            ) + _NEIGHBOURS * _overlap(self._around[here], self._around[there])
        return self._known[here, there]


def _overlap(mine: Weights, theirs: Weights) -> float:
    """The weight two bags of features share over the root of the product of their weights, 0 to 1."""
    common = _common(mine, theirs)
    return common / math.sqrt(sum(mine.values()) * sum(theirs.values())) if common else 0.0


def _common(mine: Weights, theirs: Weights) -> float:
    """The weight that two bags of features share. A loop: this is where the time goes."""
    few, many = (mine, theirs) if len(mine) < len(theirs) else (theirs, mine)
    common = 0.0
    for feature, weight in few.items():
        other = many.get(feature)
        if other is not None:
            common += weight if weight < other else other
    return common


def _candidates(
    weights: Sequence[dict[str, float]], scales: Sequence[float]
) -> Iterator[tuple[int, int]]:
    """Pairs that can be alike enough: the product of root weights is never below the shared weight,
    and a sparse product finds it without looking at each pair."""
    import numpy as np
    from sklearn.feature_extraction import DictVectorizer

    roots = [{f: math.sqrt(weight) for f, weight in sorted(row.items())} for row in weights]
    matrix: Any = DictVectorizer().fit_transform(roots)
    scale = np.asarray(scales)
    for start in range(0, len(weights), 256):
        block = (matrix[start : start + 256] @ matrix.T).toarray()
        block *= scale[start : start + 256, None] * scale[None, :]
        for i, j in zip(*np.nonzero(block >= _LEAST_SHARED), strict=True):
            if start + int(i) < int(j):
                yield start + int(i), int(j)


def _of_days(a: Content, b: Content) -> float:
    factor = 1.0
    if a.when.days and b.when.days:
        factor = _OTHER_DAYS if signs.days_apart(a, b) else _SAME_DAY
    elif signs.only_one_today(a, b):
        factor = _NOT_TODAY
    elif signs.articles_apart(a, b):
        factor = _DAYS_APART
    return factor * _OTHER_OCCASION if signs.other_occasion(a, b) else factor


def _of_status(a: Content, b: Content) -> float:
    """A fact in one and not in the other; both asked for, planned or denied."""
    both = {a.status, b.status}
    if len(both) == 1 or "real" not in both:
        return 1.0 if "real" in both else _BOTH_UNCERTAIN
    (other,) = both - {"real"}
    return _NOT_A_FACT[other]


def _of_details(a: Content, b: Content) -> float:
    factor = _SAME_NUMBER if a.figures & b.figures else 1.0
    one_verb = not a.verbs.isdisjoint(b.verbs)
    if one_verb and signs.agents_apart(a, b):
        factor *= _OTHER_AGENT
    return factor
