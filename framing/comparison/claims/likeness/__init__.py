"""How probable it is that two passages tell the same thing, learnt from invented events.

Two steps: `pairs` compares them by themselves, `company` sets the pair beside the other pairs of its
articles. Both end in a logistic regression with few columns, whose weights stand in `coefficients`.
(`rules` is another likeness, made by hand.)
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from framing.comparison.claims.likeness import coefficients
from framing.comparison.claims.likeness.company import Company
from framing.comparison.claims.likeness.pairs import Pairs
from framing.comparison.claims.likeness.weights import place_of
from framing.comparison.claims.meaning.content import Content

FLOOR = 0.03  # a smaller probability is none: nothing that low ever joins a group


def alike(contents: Sequence[Content], voices: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """Pairs ``(i, j, probability)`` of passages of different `voices`, i < j, of one event.

    `contents` are in the order of the articles and of their texts. Pairs not given have 0.
    """
    if not contents:
        return
    pairs = Pairs(contents)
    first = probabilities(pairs.columns, coefficients.PAIR, coefficients.PAIR_INTERCEPT)
    numbers = pairs.first.tolist(), pairs.second.tolist()
    places = [place_of(content) for content in contents]
    company = Company(numbers, first.tolist(), voices=voices, places=places)
    second = probabilities(
        company.columns(), coefficients.COMPANY, coefficients.COMPANY_INTERCEPT
    ).tolist()
    for (i, j, _), value in zip(company.apart, second, strict=True):
        if value >= FLOOR:
            yield i, j, value


def probabilities(columns: Any, weights: Mapping[str, float], intercept: float) -> Any:
    """The logistic function of a weighted sum of columns, a value a row."""
    import numpy as np

    total = columns @ np.asarray(list(weights.values())) + intercept
    return 1 / (1 + np.exp(-total))
