"""How far apart two sets of texts are in what they use."""

from typing import Any

_CELLS = 2_000_000  # numbers held in memory at once


def jensen_shannon(counts: Any, ways: Any) -> Any:
    """Jensen-Shannon distance of two pooled distributions: 0 the same, 1 nothing in common.

    The root of the divergence in bits (Lin 1991; Endres and Schindelin 2003: it is a metric).
    `counts` has a row an article and a column a word, and may be sparse; each row of `ways` says with
    1 and 0 which side each article is on; one distance comes back for each way. It is never negative,
    so that chance alone makes it positive: hold it against its mean over all ways.
    """
    import numpy as np
    from scipy.sparse import csr_array

    table = csr_array(counts, dtype=float)  # an article uses few of all the words
    table = table[:, np.flatnonzero(table.sum(axis=0))]
    ways = np.asarray(ways, dtype=float)
    step = max(1, _CELLS // max(1, table.shape[1]))
    found = [_distances(table, ways[i : i + step]) for i in range(0, len(ways), step)]
    return np.concatenate(found)


def _distances(counts: Any, ways: Any) -> Any:
    import numpy as np

    here = ways @ counts
    there = counts.sum(axis=0) - here
    n, m = (np.maximum(side.sum(axis=1, keepdims=True), 1) for side in (here, there))
    both = here / (2 * n) + there / (2 * m)
    bits = _entropy(both) - (_entropy(here / n) + _entropy(there / m)) / 2
    return np.sqrt(np.clip(bits, 0, 1))


def _entropy(shares: Any) -> Any:
    import numpy as np

    logs = np.log2(shares + 1e-300)  # of nothing: 0 times a finite number
    return -np.einsum("ij,ij->i", shares, logs)
