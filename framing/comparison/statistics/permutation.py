"""Tests that shuffle which outlet an article comes from, inside its event.

If outlets make no difference, every way to deal the outlets' names out to the articles of an event is
as likely as the one observed (Fisher 1935; Good 2005). The share of dealings that show as much as the
observed one is the p-value; it is exact where all are looked at. Articles are dealt, not words, so
that a long article or a word that one text repeats proves no more than it should.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import product
from typing import Any

MOST = 2000
"""Dealings looked at: all of them where there are fewer, else a seeded sample of this size."""

SEED = 20080815


def dealings(
    labels: Sequence[int], blocks: Sequence[Hashable], *, most: int = MOST, seed: int = SEED
) -> Any:
    """Ways to deal `labels` out again inside each of `blocks`: an integer array, one row a way.

    The first row is the observed one. All distinct ways come, in a fixed order, where there are no
    more than `most`; else the observed one and `most` - 1 random ones.
    """
    import numpy as np

    observed = np.asarray(labels, dtype=np.int64)
    places = _places(blocks)
    if count_dealings(labels, blocks) <= most:
        rows = [observed]
        for ways in product(*(_ways(labels, p) for p in places)):
            row = observed.copy()
            for where, way in zip(places, ways, strict=True):
                row[where] = way
            if (row != observed).any():
                rows.append(row)
        return np.array(rows)
    rng = np.random.default_rng(seed)
    found = np.tile(observed, (most, 1))
    for where in places:
        found[1:, where] = rng.permuted(found[1:, where], axis=1)
    return found


def p_value(statistics: Any) -> Any:
    """Share of dealings whose statistic (rows) is at least that of the first row, column by column.

    The observed dealing counts as one of them, so that no p-value is 0 (Phipson and Smyth 2010).
    """
    import numpy as np

    values = np.asarray(statistics, dtype=float)
    slack = 1e-9 * np.maximum(1.0, np.abs(values[0]))  # equal up to rounding is equal
    return (values >= values[0] - slack).mean(axis=0)


def smallest_p(
    labels: Sequence[int], blocks: Sequence[Hashable], *, most: int | None = None
) -> float:
    """The smallest p-value that this many articles could ever give.

    A test that asks only how far labels lie apart cannot tell a dealing from the one with the
    labels' names exchanged: two articles against two have six dealings, two of them alike, so 1/3.
    With `most`, the limit of a sample of that many dealings is kept too.
    """
    smallest = _namesakes(labels, blocks) / count_dealings(labels, blocks)
    return smallest if most is None else max(smallest, 1 / most)


def count_dealings(labels: Sequence[int], blocks: Sequence[Hashable]) -> int:
    """How many distinct ways there are to deal `labels` out inside `blocks`."""
    total = 1
    for places in _places(blocks):
        sizes = Counter(labels[i] for i in places).values()
        total *= math.factorial(len(places)) // math.prod(map(math.factorial, sizes))
    return total


def _namesakes(labels: Sequence[int], blocks: Sequence[Hashable]) -> int:
    """Ways to exchange the labels' names that leave every block with the same number of each."""
    counts: dict[int, list[int]] = {label: [] for label in set(labels)}
    for places in _places(blocks):
        here = Counter(labels[i] for i in places)
        for label, row in counts.items():
            row.append(here[label])
    return math.prod(math.factorial(n) for n in Counter(map(tuple, counts.values())).values())


def _places(blocks: Sequence[Hashable]) -> list[list[int]]:
    places: dict[Hashable, list[int]] = defaultdict(list)
    for i, block in enumerate(blocks):
        places[block].append(i)
    return list(places.values())


def _ways(labels: Sequence[int], places: Sequence[int]) -> list[list[int]]:
    return list(_orders(Counter(labels[i] for i in places), len(places)))


def _orders(left: Counter[int], length: int) -> Iterator[list[int]]:
    """All distinct orders of the labels that are left."""
    if not length:
        yield []
        return
    for label in sorted(left):
        if left[label]:
            left[label] -= 1
            for rest in _orders(left, length - 1):
                yield [label, *rest]
            left[label] += 1
