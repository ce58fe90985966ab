"""How a pair of passages compares with the other pairs of its two articles and of its event.

Two articles tell the same thing once or twice, in about the same order. So a pair counts for more if
no other passage of the one article is as like the other, if the passages beside the two are alike as
well, and if both are like a passage of a third article.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from framing.comparison.claims.likeness.weights import Place

COMPANY = (
    "alike", "lead in the second", "lead in the first", "best rival", "beside", "with a third",
    "next to it", "best of both",
)  # fmt: skip

_LEAST = 0.05  # probability; a smaller one supports nothing
_STEPS = (-1, 1)


class Company:
    """The columns of `COMPANY` for pairs ``(first[k], second[k])`` of probability ``alike[k]``.

    `voices` and `places` are those of the passages, which are numbered in the order of the texts.
    `apart` are those pairs that have a row: of two voices, and probable enough.
    """

    def __init__(
        self,
        pairs: tuple[Sequence[int], Sequence[int]],
        alike: Sequence[float],
        *,
        voices: Sequence[str],
        places: Sequence[Place],
    ) -> None:
        self._voices, self._places = voices, places
        self._known: dict[int, dict[int, float]] = defaultdict(dict)
        self._ranked: dict[tuple[int, str], list[tuple[float, int]]] = defaultdict(list)
        self.apart: list[tuple[int, int, float]] = []
        for i, j, value in zip(*pairs, alike, strict=True):
            if voices[i] != voices[j] and value >= _LEAST:
                self.apart.append((i, j, value))
                self._add(i, j, value)
                self._add(j, i, value)
        self._near = [self._neighbours(i) for i in range(len(places))]
        for rivals in self._ranked.values():
            rivals.sort(reverse=True)

    def columns(self) -> Any:
        """An array with a row for each pair of `apart`."""
        import numpy as np

        rows = [self._row(i, j, value) for i, j, value in self.apart]
        return np.asarray(rows).reshape(-1, len(COMPANY))

    def _add(self, i: int, j: int, value: float) -> None:
        self._known[i][j] = value
        self._ranked[i, self._voices[j]].append((value, j))

    def _neighbours(self, i: int) -> list[int]:
        """The passages before and after one in its article."""
        inside = [k for k in (i + step for step in _STEPS) if 0 <= k < len(self._places)]
        return [k for k in inside if self._places[k][0] == self._places[i][0]]

    def _row(self, i: int, j: int, value: float) -> tuple[float, ...]:
        one, other = self._rival(i, j), self._rival(j, i)
        own, rival = _logit(value), _logit(max(one, other))
        return (
            own,
            own - _logit(one),
            own - _logit(other),
            rival,
            self._beside(i, j),
            self._third(i, j),
            self._next_to(i, j),
            float(value >= max(one, other)),
        )

    def _rival(self, i: int, j: int) -> float:
        """How like passage `i` the best other passage of j's voice is."""
        ranked = self._ranked.get((i, self._voices[j]), ())
        return next((value for value, k in ranked[:2] if k != j), 0.0)

    def _beside(self, i: int, j: int) -> float:
        """How alike the passages beside the two are, at best."""
        return max(
            (self._known[a].get(b, 0.0) for a in self._near[i] for b in self._near[j]), default=0.0
        )

    def _next_to(self, i: int, j: int) -> float:
        """How like one passage of the pair those beside the other are, at best."""
        found = [self._known[j].get(k, 0.0) for k in self._near[i]]
        return max(found + [self._known[i].get(k, 0.0) for k in self._near[j]], default=0.0)

    def _third(self, i: int, j: int) -> float:
        """How like both a passage of a third voice is, at best: the root of the product."""
        mine, theirs = self._known[i], self._known[j]
        apart = (self._voices[i], self._voices[j])
        shared = [
            mine[k] * theirs[k] for k in mine.keys() & theirs.keys() if self._voices[k] not in apart
        ]
        return math.sqrt(max(shared, default=0.0))


def _logit(p: float) -> float:
    """The log-odds of a probability, kept between -4.6 and 4.6."""
    return math.log((p + 0.01) / (1.01 - p))
