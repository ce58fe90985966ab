"""Which pairs of items are worth comparing: near in time, and with a rare feature in common."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from framing.comparison.events.rows import DAYS, products
from framing.reading.duplicates import Mapper

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Numbers = NDArray[np.int64]

NEIGHBOURS = 20
"""How many others each item is compared with: those with which it shares most."""

_COMMON = 300
"""A feature that more texts of the nearby days have finds no pairs (it counts in comparing them): the
work for an article does not grow with their number."""

_BLOCK = 500  # rows at a time


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Some rows of a matrix with all those of nearby days: their `matrix`, `days` and numbers (`rows`),
    and the places of the block's `own` among them. All that is needed to find their neighbours."""

    matrix: Any
    days: "Numbers"
    rows: "Numbers"
    own: "Numbers"
    window: int


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs of rows, each once, by the numbers of the `first` (the smaller) and the `second`; the
    product of the two (`alike`)."""

    first: "Numbers"
    second: "Numbers"
    alike: "Floats"


def neighbours(matrix: Any, days: "Numbers", window: int, *, mapper: Mapper = map) -> Pairs:
    """The pairs of rows in which one is among the nearest of the other, with how alike they are.

    `days` holds the first and the last day of each row. Rows should come by their days: each block
    of rows is compared with the rows of nearby days only, and `mapper` may do that elsewhere.
    """
    import numpy as np

    count = matrix.shape[0]
    found = list(mapper(nearest, _blocks(matrix, days, window)))
    if not found:
        return Pairs(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))
    keys = np.concatenate([pairs.first * count + pairs.second for pairs in found])
    alike = np.concatenate([pairs.alike for pairs in found])
    keys, places = np.unique(keys, return_index=True)  # two blocks may have found one pair
    return Pairs(keys // count, keys % count, alike[places])


def _blocks(matrix: Any, days: "Numbers", window: int) -> Iterator[Block]:
    import numpy as np

    for start in range(0, matrix.shape[0], _BLOCK):
        own = np.arange(start, min(start + _BLOCK, matrix.shape[0]))
        early, late = days[own, 0].min() - window, days[own, 1].max() + window
        near = np.flatnonzero((days[:, 0] <= late) & (days[:, 1] >= early))
        yield Block(matrix[near], days[near], near, np.searchsorted(near, own), window)


def nearest(block: Block) -> Pairs:
    """The pairs of the block's own rows with their nearest neighbours. A pure function."""
    import numpy as np

    keys, count = [np.zeros(0, np.int64)], len(block.rows)
    for row, others in _others(block):
        keys.append(np.minimum(row, others) * count + np.maximum(row, others))
    pairs = np.unique(np.concatenate(keys))
    first, second = pairs // count, pairs % count
    alike = products(block.matrix, first, second)
    return Pairs(block.rows[first], block.rows[second], alike)


def _others(block: Block) -> Iterator[tuple[int, "Numbers"]]:
    """Each own row of the block with its nearest neighbours."""
    import numpy as np

    days, window, shared = block.days, block.window, _rare(block.matrix, block.own)
    for row, start, end in zip(block.own, shared.indptr[:-1], shared.indptr[1:], strict=True):
        others, values = shared.indices[start:end].astype(np.int64), shared.data[start:end]
        near = (days[others, 0] - window <= days[row, 1]) & (
            days[row, 0] - window <= days[others, 1]
        )
        keep = near & (others != row)
        others, values = others[keep], values[keep]
        if len(others) > NEIGHBOURS:
            others = others[np.argpartition(-values, NEIGHBOURS)[:NEIGHBOURS]]
        yield int(row), others


def _rare(nearby: Any, own: "Numbers") -> Any:
    """The products of the own rows with all `nearby` ones, over the features rare in these."""
    import numpy as np
    from scipy.sparse import diags

    spread = np.bincount(nearby.indices, minlength=nearby.shape[1])
    rare = ((spread > 1) & (spread <= _COMMON)).astype(np.float32)
    rare[:DAYS] = 0
    chosen = nearby[own] @ diags(rare)
    chosen.eliminate_zeros()
    return (chosen @ nearby.T).tocsr()
