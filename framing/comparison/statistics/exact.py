"""Exact tests of small tables of counts, and how strong an association is."""

import math
from collections.abc import Iterator, Sequence

from framing.comparison.statistics.permutation import SEED

MOST_TABLES = 200_000
"""Tables looked at one by one; above that a seeded sample of `SAMPLED` tables is drawn."""

SAMPLED = 20_000

Table = Sequence[Sequence[int]]  # rows by columns


def exact_p(table: Table) -> float:
    """Two-sided p-value of Fisher's exact test for any number of rows and columns.

    The chance, given all row and column sums, of a table as unlikely as this or more (Fisher 1935;
    Freeman and Halton 1951). Above `MOST_TABLES` tables it is estimated from a seeded sample. Counts
    must be independent of each other: eleven choices of one article are not.
    """
    rows, columns = (
        [sum(row) for row in table],
        [sum(column) for column in zip(*table, strict=True)],
    )
    rows, columns = [n for n in rows if n], [n for n in columns if n]
    if len(rows) < 2 or len(columns) < 2:
        return 1.0
    kept = [[n for n, of in zip(row, map(sum, zip(*table, strict=True)), strict=True) if of]
            for row in table if sum(row)]  # fmt: skip
    weight = _log_weight(kept)
    if _size(rows, columns) > MOST_TABLES:
        return _sampled_p(rows, columns, weight)
    weights = [_log_weight(other) for other in _tables(rows, columns)]
    top = max(weights)  # of large tables the chances themselves are too small for a float
    total = math.fsum(math.exp(w - top) for w in weights)
    return min(1.0, math.fsum(math.exp(w - top) for w in weights if w <= weight + 1e-7) / total)


def cramers_v(table: Table) -> float:
    """Cramér's V: 0 if every row has the same shares, 1 if the row tells the column."""
    chi2, n = pearson(table), sum(map(sum, table))
    rows = sum(1 for row in table if sum(row))
    columns = sum(1 for column in zip(*table, strict=True) if sum(column))
    most = min(rows, columns) - 1
    return math.sqrt(min(1.0, chi2 / (n * most))) if n and most > 0 else 0.0


def pearson(table: Table) -> float:
    """Pearson's chi-squared statistic, empty rows and columns left out."""
    rows, columns = (
        [sum(row) for row in table],
        [sum(column) for column in zip(*table, strict=True)],
    )
    n = sum(rows)
    return math.fsum(
        (count - rows[i] * columns[j] / n) ** 2 / (rows[i] * columns[j] / n)
        for i, row in enumerate(table)
        for j, count in enumerate(row)
        if rows[i] and columns[j]
    )


def _log_weight(table: Table) -> float:
    """Logarithm of a table's chance, up to what all tables with its sums share."""
    return -math.fsum(math.lgamma(count + 1) for row in table for count in row)


def _size(rows: Sequence[int], columns: Sequence[int]) -> float:
    """An upper bound of the number of tables with these sums."""
    free = sorted(rows)[:-1]
    return math.prod(math.comb(n + len(columns) - 1, len(columns) - 1) for n in free)


def _tables(rows: Sequence[int], columns: Sequence[int]) -> Iterator[list[tuple[int, ...]]]:
    """Every table with these sums."""
    if len(rows) == 1:
        yield [tuple(columns)]
        return
    for first in _parts(rows[0], columns):
        left = [of - used for of, used in zip(columns, first, strict=True)]
        for rest in _tables(rows[1:], left):
            yield [first, *rest]


def _parts(total: int, limits: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Every way to part `total` among places that take so many each."""
    if len(limits) == 1:
        if total <= limits[0]:
            yield (total,)
        return
    for first in range(max(0, total - sum(limits[1:])), min(total, limits[0]) + 1):
        for rest in _parts(total - first, limits[1:]):
            yield (first, *rest)


def _sampled_p(rows: Sequence[int], columns: Sequence[int], weight: float) -> float:
    import numpy as np
    from scipy.special import gammaln
    from scipy.stats import random_table

    drawn = random_table(rows, columns).rvs(SAMPLED, random_state=np.random.default_rng(SEED))
    weights = -gammaln(drawn + 1).sum(axis=(1, 2))
    return (1 + int((weights <= weight + 1e-7).sum())) / (1 + SAMPLED)
