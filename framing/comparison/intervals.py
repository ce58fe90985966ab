"""Numbers with their uncertainty."""

import math
from collections.abc import Sequence

from framing.model import Estimate

CONFIDENCE = 0.95
_Z = 1.959963984540054  # two-sided 95 % point of the normal distribution


def share(hits: int, of: int, *, fewest: int = 5, unit: str = "share") -> Estimate:
    """A proportion with its Wilson interval (Wilson 1927; Brown, Cai and DasGupta 2001).

    Returns an estimate without value where `of` is below `fewest`: five cases or fewer say nothing
    about a share, whatever they show.
    """
    method = f"Wilson {CONFIDENCE:.0%} interval"
    if of < fewest:
        return Estimate(None, None, None, of, unit, f"too few (fewer than {fewest})")
    p, z2 = hits / of, _Z * _Z
    middle = (p + z2 / (2 * of)) / (1 + z2 / of)
    half = _Z / (1 + z2 / of) * math.sqrt(p * (1 - p) / of + z2 / (4 * of * of))
    low = 0.0 if hits == 0 else max(0.0, middle - half)
    high = 1.0 if hits == of else min(1.0, middle + half)
    return Estimate(p, low, high, of, unit, method)


def rate(counts: Sequence[int], words: Sequence[int], *, fewest: int = 2) -> Estimate:
    """Occurrences per 1,000 words over several articles, with an interval from resampling articles.

    `counts` and `words` hold one number an article. Articles, not words, are the sample: a word that
    comes eleven times in one text is one text's habit. The interval is the jackknife's normal one;
    `fewest` articles are needed for any.
    """
    total, size = sum(counts), sum(words)
    unit = "per 1,000 words"
    if len(counts) < fewest or size == 0:
        return Estimate(None, None, None, len(counts), unit, f"too few articles (below {fewest})")
    value = 1000 * total / size
    left_out = [
        1000 * (total - c) / (size - w) if size > w else value
        for c, w in zip(counts, words, strict=True)
    ]
    n = len(left_out)
    mean = sum(left_out) / n
    error = math.sqrt((n - 1) / n * sum((x - mean) ** 2 for x in left_out))
    return Estimate(
        value, max(0.0, value - _Z * error), value + _Z * error, n, unit, "jackknife over articles"
    )
