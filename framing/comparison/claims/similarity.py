"""How alike two passages are in what they tell.

The weight of the features they share, over the root of their mean weight, lowered for each sign that
they tell different things: other days, other numbered occasions, one says it happened and the other
that it did not, other sides act, other numbers.

A feature's weight grows with its rarity, counted inside the event (what all articles repeat, such as
the two countries, says little) together with general English. Passages that share no noun, name or
number of their own are not alike at all, unless they share nearly everything.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from framing.comparison.claims.meaning.content import DETAILS, Content
from framing.comparison.claims.meaning.occasions import BACKGROUND

_FLOOR = 0.2  # smaller likeness is none: nothing that low ever joins a group
_ADDED = 8  # passages; as many as a short article has
_CONTEXT = 0.2  # share of the nouns of the passage before, for one that points back

_NEARLY_ALL = 0.6  # of the shorter passage: alike, whatever is shared

_OTHER_DAYS = 0.35
_NOT_TODAY = 0.6  # one is background, the other of its article's day
_SAME_DAY = 1.2
_DAYS_APART = 0.75  # two undated passages of articles some days apart
_OTHER_OCCASION = 0.4
_DENIED = 0.6
_LESS_CERTAIN = 0.75
_DONE_AS_PLANNED = 0.85
_BOTH_UNCERTAIN = 1.3
_OTHER_AGENT = 0.7
_ONE_HAS_NUMBER = 0.85
_OTHER_NUMBERS = 0.7
_SAME_NUMBER = 1.15
_SAME_UNIT = 0.9  # other numbers of the same thing: perhaps one claim, put differently
_ONE_TOPIC = 0.8  # a single topic shared by passages that have more
_ONLY_NAMES = 0.85  # what they share is who or where, not what
_HIGHEST = _SAME_DAY * _BOTH_UNCERTAIN * _SAME_NUMBER


class Likeness:
    """The likeness of the passages of one event, by their numbers in `contents`."""

    def __init__(self, contents: Sequence[Content]) -> None:
        self._contents = contents
        seen = Counter(f for content in contents for f in content.weights)
        own = [_weighed(content, seen, n=len(contents)) for content in contents]
        self._weights = [_with_context(contents, own, k) for k in range(len(contents))]
        self._totals = [sum(weights.values()) or 1.0 for weights in self._weights]
        self._scales: list[float] = [total**-0.25 for total in self._totals]
        self._counts = [len(content.topics) for content in contents]
        self._topics = [
            {f for f in weights if f in content.core or f not in content.weights}
            for content, weights in zip(contents, self._weights, strict=True)
        ]

    def pairs(self) -> Iterator[tuple[int, int, float]]:
        """All pairs ``(i, j, likeness)`` with i < j that are alike at all."""
        if self._contents:
            for i, j in _candidates(self._weights, self._scales):
                likeness = self.of(i, j)
                if likeness > _FLOOR:
                    yield i, j, likeness

    def of(self, i: int, j: int) -> float:
        """The likeness of two passages, 0 to about 3; see the module for what it is made of."""
        mine, theirs = self._weights[i], self._weights[j]
        shared = [f for f in mine if f in theirs]
        topics = [f for f in shared if f[:2] not in DETAILS]
        common = sum(min(mine[f], theirs[f]) for f in shared)
        about = any(f in self._topics[i] and f in self._topics[j] for f in topics)
        if not about and common < _NEARLY_ALL * min(self._totals[i], self._totals[j]):
            return 0.0
        likeness = common * self._scales[i] * self._scales[j]
        a, b = self._contents[i], self._contents[j]
        if len(topics) == 1 and min(self._counts[i], self._counts[j]) > 1:
            likeness *= _ONE_TOPIC
        if all(f[:2] == "n:" for f in topics):
            likeness *= _ONLY_NAMES
        return likeness * _of_days(a, b) * _of_status(a, b) * _of_details(a, b)


def _weighed(content: Content, seen: Counter[str], *, n: int) -> dict[str, float]:
    """The features' weights times their rarity among the `n` passages of the event: 1 for a feature
    of one passage, towards 0 for one of all, log(1 + n / df) / log(1 + n). Some passages without the
    feature are added to `n`, for an event of two sentences would call all that they share common."""
    n += _ADDED
    scale = math.log(1 + n)
    return {f: weight * math.log(1 + n / seen[f]) / scale for f, weight in content.weights.items()}


def _with_context(
    contents: Sequence[Content], own: Sequence[dict[str, float]], k: int
) -> dict[str, float]:
    """The weights of passage `k`, with the topics of the passage before it where it points back."""
    weights = dict(own[k])
    before = contents[k - 1] if k else None
    if before and contents[k].points_back and before.part.article == contents[k].part.article:
        for f in before.core:
            if f[:2] != "m:":
                weights[f] = max(weights.get(f, 0.0), _CONTEXT * own[k - 1][f])
    return weights


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
        for i, j in zip(*np.nonzero(block * _HIGHEST > _FLOOR), strict=True):
            if start + int(i) < int(j):
                yield start + int(i), int(j)


def _of_days(a: Content, b: Content) -> float:
    factor = 1.0
    if a.when.days and b.when.days:
        factor = _SAME_DAY if _gap(a, b) <= 1 else _OTHER_DAYS
    elif a.when.days or b.when.days:
        dated, other = (a, b) if a.when.days else (b, a)
        today = other.when.article
        if today and min(abs(day - today) for day in dated.when.days) > BACKGROUND:
            factor = _NOT_TODAY
    elif a.when.article and b.when.article and _apart(a.when.article, b.when.article) > 2:
        factor = _DAYS_APART
    if a.ordinals and b.ordinals and not a.ordinals & b.ordinals:
        factor *= _OTHER_OCCASION
    return factor


def _gap(a: Content, b: Content) -> int:
    return min(_apart(x, y) for x in a.when.days for y in b.when.days)


def _apart(a: date, b: date) -> int:
    return abs((a - b).days)


def _of_status(a: Content, b: Content) -> float:
    """What is planned for a day and done on it is one thing, nearly."""
    both = {a.status, b.status}
    if both == {"not", "real"}:
        return _DENIED
    if both == {"open", "real"}:
        return _LESS_CERTAIN
    if both == {"planned", "real"}:
        same_day = a.when.days and b.when.days and _gap(a, b) <= 1
        return _DONE_AS_PLANNED if same_day else _LESS_CERTAIN
    return 1.0 if "real" in both else _BOTH_UNCERTAIN


def _of_details(a: Content, b: Content) -> float:
    factor = 1.0
    if a.agents and b.agents and a.agents.keys().isdisjoint(b.agents):
        factor *= _OTHER_AGENT
    if bool(a.figures) != bool(b.figures):
        factor *= _ONE_HAS_NUMBER
    elif a.figures & b.figures:
        factor *= _SAME_NUMBER
    elif a.figures:
        factor *= _SAME_UNIT if a.units & b.units else _OTHER_NUMBERS
    return factor
