"""Numbers with their uncertainty.

Articles are the sample, not words or quotations: what one article does eleven times is one text's
habit. Where counts are given by article, the interval is a score interval (its width depends on the
value it asks about, so that it stays inside its range and works for zeros) whose variance is the
jackknife's over articles (Efron 1982; Korn and Graubard 1998 for shares of clustered counts) and
whose quantile lies between the normal one and Student's with one degree of freedom less than there are
articles (`quantile`). Two bounds keep chance out where articles are few: the variance is never taken
for less than a tenth of what independent cases would have, and a share never for less certain than if
every article were of one kind (Kish 1965: so many cases as there are articles, fewer if some hold most
of the cases). Where all cases are alike, as in "Kiev" 7 of 7, a share is taken to be as uncertain as
that: an outlet that spells one way in every text has told us once a text, not seven times.

`python benchmarks/intervals.py` prints how often such intervals hold the true value. Counts are whole
numbers, so that at any one true value the coverage of every interval is too high or too low, most of
all where often nothing is seen; what an interval can promise is the mean over a range of true values
(Brown, Cai and DasGupta 2001).
"""

import math
from collections.abc import Sequence
from functools import cache

from framing.model import Estimate

CONFIDENCE = 0.95
_Z = 1.959963984540054  # two-sided 95 % point of the normal distribution
FEWEST_FOR_INTERVAL = 3
"""Articles below which nothing counted by article has an interval. With two, Student's quantile is 12.7
and half of the intervals of a rate are more than twenty times as wide as the rate: they hold the truth
and say nothing."""

FEWEST_CASES = 15
"""Cases below which a share over articles has no interval: with two cases in each of five articles it
would be half of the range wide, and hold the truth in up to 97.9 %."""

_ESTIMATED = 0.6
"""How far the square of the quantile lies from the normal one's to Student's. Student's makes up for a
variance that is only estimated, but how chance makes counts vary is known, and only how articles differ
is not. At 1 intervals over three articles hold the truth in up to 97.8 %, at 0.5 those of rates that
differ much between five articles in 89.7 %."""

_NARROWEST = 0.1
"""Least variance, as a part of what independent cases would have: a few articles that agree by chance
do not prove that all articles do. At 0.25 intervals over two or three articles hold the truth in more
than 97 %; at 0 two articles with equal counts would make a number certain."""
_NONE_SEEN = 3.688879454113936  # exact 97.5 % upper limit of a Poisson mean of which none was seen


def share(
    hits: int | Sequence[int], of: int | Sequence[int], *, fewest: int = 5, unit: str = "share"
) -> Estimate:
    """A proportion, 0 to 1, with its 95 % interval; `n` counts cases.

    With two numbers the cases count as independent: Wilson's interval (Wilson 1927; Brown, Cai and
    DasGupta 2001). With one number an article each, Wilson's interval is widened by how much the
    articles differ, and there is no interval below `FEWEST_FOR_INTERVAL` articles with a case or
    `FEWEST_CASES` cases: give counts by article wherever there are some. No value below `fewest` cases:
    so few say nothing about a share, whatever they show.
    """
    if isinstance(hits, int) or isinstance(of, int):
        return _wilson(_total(hits), _total(of), spread=_Z * _Z, fewest=fewest, unit=unit)
    pairs = [(h, n) for h, n in zip(hits, of, strict=True) if n]
    x, n = sum(h for h, _ in pairs), sum(n for _, n in pairs)
    if n < fewest or not n:
        return _wilson(x, n, spread=_Z * _Z, fewest=fewest, unit=unit)
    if len(pairs) < FEWEST_FOR_INTERVAL:
        return Estimate(x / n, None, None, n, unit, no_interval(len(pairs)))
    if n < FEWEST_CASES:
        return Estimate(x / n, None, None, n, unit, no_interval(n, fewest=FEWEST_CASES))
    spread = _Z * _Z * sum(size * size for _, size in pairs) / n  # of articles of one kind each
    if 0 < x < n:
        spread = min(spread, _spread(pairs, n * (x / n) * (1 - x / n)))
    found = _wilson(x, n, spread=spread, fewest=fewest, unit=unit)
    method = f"Wilson {CONFIDENCE:.0%} interval over {len(pairs)} articles"
    return Estimate(found.value, found.low, found.high, n, unit, method)


def rate(counts: Sequence[int], words: Sequence[int]) -> Estimate:
    """Occurrences per 1,000 words over several articles, with a 95 % interval; `n` counts articles.

    `counts` and `words` hold one number an article; articles without words are left out. Below
    `FEWEST_FOR_INTERVAL` articles there is a value and no interval. Where nothing was counted, the
    upper limit is Poisson's.
    """
    unit = "per 1,000 words"
    pairs = [(c, w) for c, w in zip(counts, words, strict=True) if w]
    total, size = sum(c for c, _ in pairs), sum(w for _, w in pairs)
    if not pairs:
        return Estimate(None, None, None, 0, unit, "no article")
    value = 1000 * total / size
    if len(pairs) < FEWEST_FOR_INTERVAL:
        return Estimate(value, None, None, len(pairs), unit, no_interval(len(pairs)))
    method = f"score {CONFIDENCE:.0%} interval over articles"
    if not total:
        return Estimate(0.0, 0.0, 1000 * _NONE_SEEN / size, len(pairs), unit, method)
    spread = _spread(pairs, total)
    middle, half = total + spread / 2, math.sqrt(total * spread + spread * spread / 4)
    low, high = 1000 * max(0.0, middle - half) / size, 1000 * (middle + half) / size
    return Estimate(value, low, min(1000.0, high), len(pairs), unit, method)


def no_interval(number: int, *, fewest: int = FEWEST_FOR_INTERVAL) -> str:
    """The method of an estimate that describes its articles (or events) and nothing beyond them."""
    return f"too few for an interval ({number}, fewer than {fewest})"


@cache
def quantile(df: float) -> float:
    """The two-sided 95 % point for a variance of which a part is estimated, with `df` degrees of
    freedom: between the normal one and Student's (`_ESTIMATED`)."""
    from scipy.stats import t

    students = float(t.ppf((1 + CONFIDENCE) / 2, df))
    return math.sqrt(_Z * _Z + _ESTIMATED * (students * students - _Z * _Z))


def _total(count: int | Sequence[int]) -> int:
    return count if isinstance(count, int) else sum(count)


def _spread(pairs: Sequence[tuple[int, int]], expected: float) -> float:
    """Squared quantile times the design effect: jackknife variance of the total over `expected`,
    its variance for independent cases."""
    n = len(pairs)
    total, size = sum(c for c, _ in pairs), sum(w for _, w in pairs)
    variance = sum(((c - total * w / size) / (1 - w / size)) ** 2 for c, w in pairs) * (n - 1) / n
    return max(quantile(n - 1) ** 2 * variance / expected, _NARROWEST * _Z * _Z)


def _wilson(hits: int, of: int, *, spread: float, fewest: int, unit: str) -> Estimate:
    method = f"Wilson {CONFIDENCE:.0%} interval"
    if of < fewest or not of:
        return Estimate(None, None, None, of, unit, f"too few (fewer than {fewest})")
    p, z2 = hits / of, spread / of
    middle = (p + z2 / 2) / (1 + z2)
    half = math.sqrt(p * (1 - p) * z2 + z2 * z2 / 4) / (1 + z2)
    low = 0.0 if hits == 0 else max(0.0, middle - half)
    high = 1.0 if hits == of else min(1.0, middle + half)
    return Estimate(p, low, high, of, unit, method)
