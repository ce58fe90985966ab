"""Rows grouped step by step: in each, every two groups that are each other's best are joined."""

from typing import TYPE_CHECKING, Any

from framing.comparison.events.neighbours import Pairs
from framing.comparison.events.rows import products, squared, summed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Numbers = NDArray[np.int64]

# Where the constants come from: see `rows`.
THRESHOLD = 1.04
"""How alike two groups must be to be joined: their mean similarity over what is usual around them."""
_NEAREST = 8
"""What is usual around a row: the mean similarity to so many nearest others (local scaling:
Zelnik-Manor and Perona 2004). Where events are small, most of these are of other events of one
topic."""
_ALONE = 0.19
"""Similarity of the neighbours assumed for a row that has fewer: below it, two texts that nothing else
is near to are not on one event. Also sets how alike the articles of a small collection must be."""
_LEAST = 0.1
"""Groups less alike than this are never joined."""
_PRIOR = 3
"""How many pairs of articles what is usual around a group counts for, beside the pairs within it."""
_EASE = 0.35
"""By how much of itself the threshold falls for large groups. Small groups are made of those most alike
by chance too, and so look closer knit than the event that they are part of."""
_LARGE = 64  # articles of one group times articles of the other from which the threshold stays


def link(matrix: Any, pairs: Pairs, *, start: "Numbers", threshold: float) -> "Numbers":
    """The group of each row, as numbers from 0 in the order of the groups' first rows.

    `pairs` are the rows worth comparing; `start` holds groups that stay together, by number.
    """
    import numpy as np

    groups = _Groups(matrix, _usual(pairs, matrix.shape[0]), start)
    groups.pair(pairs)
    while groups.join(threshold):
        pass
    _, firsts, labels = np.unique(groups.labels, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(firsts))[labels]


def _usual(pairs: Pairs, count: int) -> "Floats":
    """The mean similarity of each row to its nearest; `_ALONE` in place of those it does not have."""
    import numpy as np

    assumed = np.repeat(np.arange(count), _NEAREST)
    row = np.concatenate((pairs.first, pairs.second, assumed))
    value = np.concatenate((pairs.alike, pairs.alike, np.full(len(assumed), _ALONE)))
    order = np.lexsort((-value, row))
    starts = np.searchsorted(row[order], np.arange(count))
    nearest = value[order][starts[:, None] + np.arange(_NEAREST)[None, :]]
    means: Floats = nearest.mean(axis=1)
    return means


class _Groups:
    """Groups of rows, as sums of their rows, and the pairs of groups that may be joined."""

    def __init__(self, matrix: Any, usual: "Floats", labels: "Numbers") -> None:
        import numpy as np

        self.labels = labels
        self.sums = summed(matrix, labels)
        self.sizes = np.bincount(labels)
        self.usual = np.bincount(labels, usual)
        self.own = np.bincount(labels, squared(matrix))
        self.squares = squared(self.sums)

    def pair(self, pairs: Pairs) -> None:
        """Take the pairs of rows as those of their groups, and compare these."""
        if len(self.sizes) == len(self.labels):  # each row alone, in order
            self.first, self.second, self.alike = pairs.first, pairs.second, pairs.alike
        else:
            first, second = self.labels[pairs.first], self.labels[pairs.second]
            self.first, self.second = _distinct(first, second)
            self.alike = self._compared(self.first, self.second)
        self._drop()

    def join(self, threshold: float) -> bool:
        """Join every two groups that are each other's best; False where there were none."""
        import numpy as np

        one, other = _mutual(self.first, self.second, self._scores(), threshold)
        if not len(one):
            return False
        new = np.arange(len(self.sizes))
        new[other] = one
        changed = np.zeros(len(new), dtype=bool)
        changed[one] = True
        kept, new = np.unique(new, return_inverse=True)
        self._merge(new, changed[kept])
        return True

    def _merge(self, new: "Numbers", changed: Any) -> None:
        import numpy as np

        self.labels = new[self.labels]
        self.sums = summed(self.sums, new)
        self.sizes = np.bincount(new, self.sizes).astype(np.int64)
        self.usual = np.bincount(new, self.usual)
        self.own = np.bincount(new, self.own)
        squares = np.zeros(len(changed))
        squares[new] = self.squares
        squares[changed] = squared(self.sums[np.flatnonzero(changed)])
        self.squares = squares
        self._pair_again(new[self.first], new[self.second], changed)

    def _pair_again(self, first: "Numbers", second: "Numbers", changed: Any) -> None:
        """Carry the pairs over; only those of groups that changed are compared again."""
        import numpy as np

        same = ~(changed[first] | changed[second])
        others = _distinct(first[~same], second[~same])
        alike = self._compared(*others)
        self.first = np.concatenate((first[same], others[0]))
        self.second = np.concatenate((second[same], others[1]))
        self.alike = np.concatenate((self.alike[same], alike))
        self._drop()

    def _compared(self, first: "Numbers", second: "Numbers") -> "Floats":
        """The mean similarity of the articles of one group to those of the other."""
        return products(self.sums, first, second) / (self.sizes[first] * self.sizes[second])

    def _drop(self) -> None:
        keep = self.alike >= _LEAST
        self.first, self.second = self.first[keep], self.second[keep]
        self.alike = self.alike[keep]

    def _scores(self) -> "Floats":
        """How alike the groups of each pair are, over what is usual in and around them."""
        import numpy as np

        pairs = self.sizes * (self.sizes - 1) / 2
        inside = (self.squares - self.own) / 2
        expected = (_PRIOR * self.usual / self.sizes + inside) / (_PRIOR + pairs)
        large = np.log2(np.minimum(self.sizes[self.first] * self.sizes[self.second], _LARGE))
        eased = 1 - _EASE * large / np.log2(_LARGE)
        scores: Floats = self.alike / np.sqrt(expected[self.first] * expected[self.second]) / eased
        return scores


def _distinct(first: "Numbers", second: "Numbers") -> tuple["Numbers", "Numbers"]:
    """Each pair of different numbers once, the smaller first."""
    import numpy as np

    different = first != second
    first, second = first[different], second[different]
    count = int(max(first.max(initial=0), second.max(initial=0))) + 1
    pairs = np.unique(np.minimum(first, second) * count + np.maximum(first, second))
    return pairs // count, pairs % count


def _mutual(
    first: "Numbers", second: "Numbers", scores: "Floats", threshold: float
) -> tuple["Numbers", "Numbers"]:
    """The pairs in which each is the other's best and the score reaches the threshold."""
    import numpy as np

    good = scores >= threshold
    row = np.concatenate((first[good], second[good]))
    other = np.concatenate((second[good], first[good]))
    score = np.concatenate((scores[good], scores[good])).round(9)
    order = np.lexsort((other, -score, row))
    row, best = row[order], other[order]
    is_first = np.concatenate((np.ones(min(len(row), 1), bool), row[1:] != row[:-1]))
    row, best = row[is_first], best[is_first]
    places = np.searchsorted(row, best)  # every best is a row as well
    mutual = (best[places] == row) & (row < best)
    return row[mutual], best[mutual]
