"""Which pairs of items are worth comparing: near in time, and with a rare feature in common."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from framing.comparison.events.rows import DAYS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

NEIGHBOURS = 20
"""How many others each item is compared with: those with which it shares most."""

_COMMON = 300
"""A feature that more texts of the nearby days have finds no pairs (it counts in comparing them): the
work for an article does not grow with their number."""

_BLOCK = 500  # rows at a time


def neighbours(matrix: Any, days: "Numbers", window: int) -> tuple["Numbers", "Numbers"]:
    """The pairs (smaller row number, greater) in which one is among the nearest of the other.

    `days` holds the first and the last day of each row. Rows should come by their days: each block
    of rows is multiplied with the rows of nearby days only.
    """
    import numpy as np

    count = matrix.shape[0]
    keys = [np.zeros(0, np.int64)]
    for start in range(0, count, _BLOCK):
        block = np.arange(start, min(start + _BLOCK, count))
        for row, others in _nearest(matrix, days, block, window):
            keys.append(np.minimum(row, others) * count + np.maximum(row, others))
    pairs = np.unique(np.concatenate(keys))
    return pairs // max(count, 1), pairs % max(count, 1)


def _nearest(
    matrix: Any, days: "Numbers", block: "Numbers", window: int
) -> Iterator[tuple[int, "Numbers"]]:
    """Each row of the block with its nearest neighbours."""
    import numpy as np

    early, late = days[block, 0].min() - window, days[block, 1].max() + window
    columns = np.flatnonzero((days[:, 0] <= late) & (days[:, 1] >= early))
    shared = _rare(matrix, block, columns)
    for row, start, end in zip(block, shared.indptr[:-1], shared.indptr[1:], strict=True):
        others, values = columns[shared.indices[start:end]], shared.data[start:end]
        near = (days[others, 0] - window <= days[row, 1]) & (
            days[row, 0] - window <= days[others, 1]
        )
        keep = near & (others != row)
        others, values = others[keep], values[keep]
        if len(others) > NEIGHBOURS:
            others = others[np.argpartition(-values, NEIGHBOURS)[:NEIGHBOURS]]
        yield int(row), others


def _rare(matrix: Any, block: "Numbers", columns: "Numbers") -> Any:
    """The products of the block's rows with those of `columns`, over the features rare in these."""
    import numpy as np
    from scipy.sparse import diags

    nearby = matrix[columns]
    spread = np.bincount(nearby.indices, minlength=matrix.shape[1])
    rare = ((spread > 1) & (spread <= _COMMON)).astype(np.float32)
    rare[:DAYS] = 0
    chosen = matrix[block] @ diags(rare)
    chosen.eliminate_zeros()
    return (chosen @ nearby.T).tocsr()
