"""Many tests at once, and how evenly a word is spread."""

from collections.abc import Sequence

FALSE_RATE = 0.05
"""Share of reported differences that may be false, on average."""


def adjusted(p_values: Sequence[float]) -> list[float]:
    """False discovery rate at which each test would be reported (Benjamini and Hochberg 1995).

    In the order given; the step-up procedure for independent or positively dependent tests.
    """
    order = sorted(range(len(p_values)), key=lambda i: p_values[i], reverse=True)
    found = [1.0] * len(p_values)
    lowest = 1.0
    for rank, i in zip(range(len(p_values), 0, -1), order, strict=True):
        lowest = min(lowest, p_values[i] * len(p_values) / rank)
        found[i] = lowest
    return found


def dispersion(counts: Sequence[int], words: Sequence[int]) -> float | None:
    """How unevenly a word is spread over articles: 0 as evenly as their lengths, 1 all in one.

    Gries' deviation of proportions (2008), normalised as by Lijffijt and Gries (2012). None for a
    word that does not occur and for fewer than two articles.
    """
    total, size = sum(counts), sum(words)
    if not total or len(counts) < 2:
        return None
    parts = [w / size for w in words]
    apart = sum(abs(c / total - part) for c, part in zip(counts, parts, strict=True)) / 2
    return min(1.0, apart / (1 - min(parts)))
