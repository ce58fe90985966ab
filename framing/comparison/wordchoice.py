"""Which words an outlet uses more than the others on the same event.

Words are ordered by log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008),
whose prior is the event's own vocabulary: rare words are drawn towards "no difference" and swapping
the two sides only flips the sign. Beside it stand G2 and the log ratio. Whether the *outlets* differ
in a word is asked of the articles: outlets' names are dealt out to them again (see
`framing.comparison.statistics.permutation`) and the p-values of all words tested are corrected.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from framing.comparison.features import is_content_word
from framing.comparison.intervals import FEWEST_FOR_INTERVAL, quantile
from framing.comparison.statistics.corrections import FALSE_RATE, adjusted, dispersion
from framing.comparison.statistics.keyness import PRIOR_WORDS, g2, log_odds, log_ratio
from framing.comparison.statistics.permutation import dealings, p_value
from framing.comparison.vocabulary import outlet_phrases, outlet_words
from framing.model import Annotation, WordContrast

__all__ = ["PRIOR_WORDS", "log_odds", "outlet_words", "telling_words", "word_choice"]

DEALINGS = 10_000
"""Dealings looked at: correction over a thousand words needs p-values well below 0.001."""

_FEWEST = 3  # a word used less often in the whole event is not looked at
_CHUNK = 400  # words whose dealings are held in memory at once


def word_choice(
    annotations: Sequence[Annotation], *, outlets: Sequence[str], size: int = 1
) -> tuple[WordContrast, ...]:
    """Every outlet's words (phrases of `size` words) against all others', by outlet and falling z.

    Counts the words that the outlet chose: its own narration and its paraphrases, not what it
    quotes. Phrases begin and end with a content word. Nothing is returned for a single outlet.
    """
    if len(outlets) < 2:
        return ()
    table = _count(annotations, size)
    return tuple(row for outlet in outlets for row in _contrasts(outlet, table))


def telling_words(rows: Sequence[WordContrast], *, rate: float = FALSE_RATE) -> list[WordContrast]:
    """The rows in which outlets differ: false discovery rate at most `rate`, and the word stands in
    two articles or more of the side that uses it more. Often empty: few articles prove little."""
    return [
        row
        for row in rows
        if row.q is not None
        and row.q <= rate
        and (row.articles if row.log_odds > 0 else row.other_articles) > 1
    ]


@dataclass(frozen=True, slots=True, eq=False)
class _Table:
    """Counts of each term (columns, the frequent ones) in each article (rows)."""

    outlets: list[str]
    terms: list[str]
    counts: Any
    words: Any


def _count(annotations: Sequence[Annotation], size: int) -> _Table:
    import numpy as np

    bags = [
        Counter(outlet_words(a) if size == 1 else outlet_phrases(a, size=size)) for a in annotations
    ]
    pooled: Counter[str] = sum(bags, Counter())
    terms = sorted(t for t, n in pooled.items() if n >= _FEWEST and (size == 1 or _has_content(t)))
    counts = np.array([[bag[term] for term in terms] for bag in bags], dtype=np.int64)
    return _Table(
        [a.article.outlet.outlet for a in annotations],
        terms,
        counts.reshape(len(bags), len(terms)),
        np.array([bag.total() for bag in bags], dtype=np.int64),
    )


def _has_content(phrase: str) -> bool:
    words = phrase.split()
    return is_content_word(words[0]) and is_content_word(words[-1])


def _contrasts(outlet: str, table: _Table) -> list[WordContrast]:
    import numpy as np

    mine = np.array([name == outlet for name in table.outlets])
    n, others = int(table.words[mine].sum()), int(table.words[~mine].sum())
    if not n or not others:
        return []
    here, there = table.counts[mine], table.counts[~mine]
    p, q = _tested(mine, table)
    low, high = log_ratio_intervals(here, there, table.words[mine], table.words[~mine])
    rows = []
    for j, term in enumerate(table.terms):
        target, reference = (int(here[:, j].sum()), n), (int(there[:, j].sum()), others)
        prior = PRIOR_WORDS * (target[0] + reference[0]) / (n + others)
        difference, z = log_odds(target, reference, prior=prior)
        rows.append(
            WordContrast(
                outlet=outlet,
                term=term,
                count=target[0],
                words=n,
                other_count=reference[0],
                other_words=others,
                articles=int((here[:, j] > 0).sum()),
                log_odds=difference,
                z=z,
                other_articles=int((there[:, j] > 0).sum()),
                g2=g2(target, reference),
                log_ratio=log_ratio(target, reference),
                low=low[j],
                high=high[j],
                dispersion=dispersion(here[:, j].tolist(), table.words[mine].tolist()),
                p=p[j],
                q=q[j],
            )
        )
    return sorted(rows, key=lambda row: (-row.z, row.term))


def _tested(mine: Any, table: _Table) -> tuple[list[float | None], list[float | None]]:
    """Plain and corrected p of each term; None where so few articles have it that no dealing could ever
    make its p-value small (Tarone 1990): testing it would only cost the others power."""
    import numpy as np

    p: list[float | None] = [None] * len(table.terms)
    spread = (table.counts > 0).sum(axis=0)
    able = [j for j, k in enumerate(spread) if _least_p(int(k), mine) <= FALSE_RATE]
    if able:
        ways = dealings(mine.astype(int).tolist(), [0] * len(mine), most=DEALINGS)
        for start in range(0, len(able), _CHUNK):
            some = able[start : start + _CHUNK]
            found = p_value(_rate_differences(ways, table.counts[:, some], table.words))
            for j, value in zip(some, np.atleast_1d(found), strict=True):
                p[j] = float(value)
    q: list[float | None] = [None] * len(table.terms)
    for j, value in zip(able, adjusted([p[j] or 0.0 for j in able]), strict=True):
        q[j] = value
    return p, q


def _rate_differences(ways: Any, counts: Any, words: Any) -> Any:
    """How far the two sides' rates of each term lie apart, in each dealing."""
    import numpy as np

    here = ways.astype(float)
    n = here @ words.astype(float)
    total, size = counts.sum(axis=0), words.sum()
    found = here @ counts.astype(float)
    rest = np.maximum(size - n, 1)[:, None]
    return np.abs(found / np.maximum(n, 1)[:, None] - (total - found) / rest)


def _least_p(spread: int, mine: Any) -> float:
    """The p-value of a term in `spread` articles if they were all on one side."""
    articles, here = len(mine), int(mine.sum())
    there = articles - here
    alike = [
        math.comb(articles - spread, side - spread) for side in (here, there) if side >= spread
    ]
    both = 2 if here == there else 1
    return both * min(alike, default=1) / math.comb(articles, here)


def log_ratio_intervals(
    here: Any, there: Any, words: Any, other_words: Any
) -> tuple[list[float | None], list[float | None]]:
    """95 % interval of each log ratio from leaving out one article at a time; None where a side has
    fewer than `FEWEST_FOR_INTERVAL` articles. Half a word is added to each count; degrees of freedom
    are Welch's. A side that never has the word shows no variance: there it is that of a Poisson count
    (1 / (count + 1/2) in natural logarithms), without which such intervals miss the true ratio in half
    of the cases."""
    import numpy as np

    if min(len(words), len(other_words)) < FEWEST_FOR_INTERVAL:
        return [None] * here.shape[1], [None] * here.shape[1]
    value, error, freedom = np.zeros(here.shape[1]), np.zeros(here.shape[1]), []
    for sign, counts, size in ((1, here, words), (-1, there, other_words)):
        rest, left = counts.sum(axis=0) - counts, (size.sum() - size)[:, None]
        logs = np.log2((rest + 0.5) / np.maximum(left, 1))
        n = len(size)
        total = counts.sum(axis=0)
        variance = (n - 1) / n * ((logs - logs.mean(axis=0)) ** 2).sum(axis=0)
        variance = np.where(total, variance, 1 / (total + 0.5) / math.log(2) ** 2)
        value += sign * np.log2((total + 0.5) / size.sum())
        error += variance
        freedom.append(variance**2 / (n - 1))
    df = error**2 / np.maximum(sum(freedom), 1e-300)
    half = np.sqrt(error) * [quantile(max(1.0, round(float(d), 1))) for d in df]
    return (value - half).tolist(), (value + half).tolist()
