"""How much more often a word is used in one set of texts than in another: three measures.

Log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008, "Fightin' Words",
equations 15, 16, 19 and 22), G2 (Dunning 1993 in the two-cell form of Rayson and Garside 2000) and
the log ratio (Hardie 2014). `target` and `reference` are always (count of the word, all words).
"""

import math

PRIOR_WORDS = 500.0
"""Weight of the prior in words: about one article, so that one article cannot outweigh it."""

Count = tuple[int, int]


def log_odds(target: Count, reference: Count, *, prior: float) -> tuple[float, float]:
    """Log-odds ratio of a word (natural log, > 0: more in the target) and its z-score.

    `prior` is the word's share of the prior in words, `PRIOR_WORDS` being that of all words.
    """
    (y_i, n_i), (y_j, n_j) = target, reference
    difference = _log_odds(y_i, n_i, prior) - _log_odds(y_j, n_j, prior)
    variance = 1 / (y_i + prior) + 1 / (y_j + prior)
    return difference, difference / math.sqrt(variance)


def g2(target: Count, reference: Count) -> float:
    """Log-likelihood ratio of a word's two counts; 0: used alike, no direction.

    Beyond 3.84 it is significant at 5 % if words were independent draws, which they are not: it
    orders words and proves nothing about outlets.
    """
    (a, n_a), (b, n_b) = target, reference
    expected_a = n_a * (a + b) / (n_a + n_b)
    expected_b = n_b * (a + b) / (n_a + n_b)
    return 2 * (_times_log(a, expected_a) + _times_log(b, expected_b))


def log_ratio(target: Count, reference: Count) -> float:
    """Binary logarithm of the ratio of the two rates: 1 means twice as often in the target.

    A count of 0 is taken as 0.5, as by Hardie; with 0 in both, the result is 0.
    """
    (a, n_a), (b, n_b) = target, reference
    if not a and not b:
        return 0.0
    return math.log2(((a or 0.5) / n_a) / ((b or 0.5) / n_b))


def log_dice(together: int, one: int, other: int) -> float:
    """Strength of a collocation, at most 14 (always together); one point less is half as strong.

    `together` is how often two things stand together, `one` and `other` how often each stands at
    all (Rychlý 2008). It does not grow with the size of the corpus, as G2 does.
    """
    return 14 + math.log2(2 * together / (one + other))


def _log_odds(count: int, of: int, prior: float) -> float:
    return math.log((count + prior) / (of + PRIOR_WORDS - count - prior))


def _times_log(count: int, expected: float) -> float:
    return count * math.log(count / expected) if count else 0.0
