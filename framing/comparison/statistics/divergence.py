"""How far apart two sets of texts are in what they use."""

from typing import Any

_CELLS = 2_000_000  # numbers held in memory at once


def jensen_shannon(counts: Any, ways: Any) -> Any:
    """Jensen-Shannon distance of two pooled distributions: 0 the same, 1 nothing in common.

    The root of the divergence in bits (Lin 1991; Endres and Schindelin 2003: it is a metric).
    `counts` has a row an article and a column a word; each row of `ways` says with 1 and 0 which side
    each article is on; one distance comes back for each way. It is never negative, so that chance
    alone makes it positive: hold it against its mean over all ways.
    """
    import numpy as np

    counts = np.asarray(counts, dtype=float)
    step = max(1, _CELLS // max(1, counts.shape[1]))
    found = [_distances(counts, ways[i : i + step]) for i in range(0, len(ways), step)]
    return np.concatenate(found)


def _distances(counts: Any, ways: Any) -> Any:
    import numpy as np

    here = ways.astype(float) @ counts
    there = counts.sum(axis=0) - here
    p = here / np.maximum(here.sum(axis=1, keepdims=True), 1)
    q = there / np.maximum(there.sum(axis=1, keepdims=True), 1)
    bits = _entropy((p + q) / 2) - (_entropy(p) + _entropy(q)) / 2
    return np.sqrt(np.clip(bits, 0, 1))


def _entropy(shares: Any) -> Any:
    from scipy.special import entr

    return entr(shares).sum(axis=1) / 0.6931471805599453  # bits, not nats
