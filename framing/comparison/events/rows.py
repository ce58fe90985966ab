"""Items as rows of a sparse matrix: what two of them have in common is the product of their rows."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from framing.comparison.events.items import Item, Vocabulary

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Numbers = NDArray[np.int64]

DAYS = 7
"""The first columns are the weekdays; the features follow in the vocabulary's order."""

# The constants here and in `linking` were chosen on one half of the events of a public set of 3,600
# short reports (three an event, no dates), so that generated events of up to 40 long articles stay
# whole as well. Rerun `benchmarks/events.py` (both halves) and `benchmarks/events_scale.py` before
# changing one. Changed by a third, each moves B-cubed on the reports by less than 0.01; the threshold
# and its easing trade small events against large ones.
_UNSEEN = 10
"""Texts assumed beyond those given, which share no feature with them: without them five articles on one
event would have nothing in common that tells (smoothed inverse document frequency)."""
_RARITY = 0.8
"""Exponent of the inverse document frequency: below 1, the common words of a topic keep a part."""
_ONCE = 0.5
"""What a feature counts in the length of its text (squared) that no other text has: a slip or a detail
should not make two reports unlike."""
_NUMBER = 1.5
"""How much more a number counts than a word as rare."""
_WEEKDAY = 0.1
"""What naming the same weekday adds to the similarity of two texts (about a seventh of it is taken off
for another one): where both name one, reports of one happening agree nine times in ten, others
two times."""


def rows(items: Sequence[Item], vocabulary: Vocabulary) -> Any:
    """One row an item (CSR, float32): features weighted by rarity, of unit length, and weekdays."""
    import numpy as np
    from scipy.sparse import csr_matrix, hstack

    spread = vocabulary.spread.astype(np.float32)
    rarity = np.log((vocabulary.texts + _UNSEEN) / (spread + 0.5)).clip(min=0) ** _RARITY
    rarity[[word[0] == "#" for word in vocabulary.words]] *= _NUMBER
    sizes = [len(item.terms) for item in items]
    terms = np.concatenate([np.zeros(0, np.int32), *(item.terms for item in items)])
    counts = np.concatenate([np.zeros(0, np.uint16), *(item.counts for item in items)])
    weights = (1 + np.log(counts.astype(np.float32))) * rarity[terms]
    squares = weights**2 * np.where(spread[terms] == 1, _ONCE, 1)
    starts = np.concatenate(([0], np.cumsum(sizes)))
    lengths = np.sqrt(np.bincount(np.repeat(np.arange(len(items)), sizes), squares, len(items)))
    weights /= np.repeat(lengths.clip(min=1e-9), sizes)
    words = csr_matrix((weights.astype(np.float32), terms, starts), shape=(len(items), len(spread)))
    return _canonical(hstack([_weekdays(items), words], format="csr"))


def _weekdays(items: Sequence[Item]) -> Any:
    """The weekdays of each item, less their mean: a product is above 0 for the same day, below 0 for
    another, 0 where one of the texts names none."""
    import numpy as np
    from scipy.sparse import csr_matrix

    dense = np.zeros((len(items), DAYS), dtype=np.float32)
    for row, item in zip(dense, items, strict=True):
        if item.weekdays:
            row[list(item.weekdays)] = len(item.weekdays) ** -0.5
            row -= row.mean()
    return csr_matrix(dense * _WEEKDAY**0.5)


def products(matrix: Any, first: "Numbers", second: "Numbers") -> "Floats":
    """The product of each two rows, a slice at a time."""
    import numpy as np

    found = np.empty(len(first))
    for start in range(0, len(first), _SLICE):
        part = slice(start, start + _SLICE)
        shared = matrix[first[part]].multiply(matrix[second[part]])
        found[part] = np.asarray(shared.sum(axis=1)).ravel()
    return found


_SLICE = 50_000  # pairs at a time: a few hundred megabytes for texts of ordinary length


def cohesion(matrix: Any, labels: "Numbers") -> "Floats":
    """The mean similarity of the rows with each label, weekdays left out; 1 for one row."""
    import numpy as np

    words = matrix[:, DAYS:]
    sums = summed(words, labels)
    sizes = np.bincount(labels)
    own = np.bincount(labels, squared(words))
    pairs = sizes * (sizes - 1)
    return np.where(pairs > 0, (squared(sums) - own) / pairs.clip(min=1), 1.0)


def squared(matrix: Any) -> "Floats":
    """The square of each row's length."""
    import numpy as np

    return np.asarray(matrix.multiply(matrix).sum(axis=1), dtype=np.float64).ravel()


def summed(matrix: Any, labels: "Numbers") -> Any:
    """The sum of the rows with each label (0, 1, ...)."""
    import numpy as np
    from scipy.sparse import csr_matrix

    count = len(labels)
    ones = np.ones(count, dtype=np.float32)
    member = csr_matrix((ones, (labels, np.arange(count))), shape=(labels.max() + 1, count))
    return _canonical(member @ matrix)


def _canonical(matrix: Any) -> Any:
    """The matrix with its columns in order: sums of products come out the same, to the last bit,
    whatever rows are taken together, and quicker."""
    matrix.sort_indices()
    return matrix
