"""How two passages compare, by themselves: what they share, and what sets them apart.

Each column of `PAIR` is one comparison, most of them a cosine over square roots of weights (the
Bhattacharyya coefficient: 1 for the same features in the same shares, 0 for none in common).
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from framing.comparison.claims.likeness import signs
from framing.comparison.claims.likeness.weights import (
    around,
    by_sentence,
    place_of,
    weights_of,
    weights_of_counts,
)
from framing.comparison.claims.meaning.content import DETAILS, Content

PAIR = (
    "words", "numbers", "sentences", "around", "fields", "same words running", "days apart",
    "only one today", "articles apart", "other occasion", "status", "places apart",
)  # fmt: skip

_LEAST_WORDS = 0.001  # cosine; pairs below it and the next are not compared
_LEAST_SENTENCES = 0.03
_BLOCK = 256  # rows
_RUNNING = 3  # words

Matrix = Any  # a scipy sparse matrix, or a numpy array


class Pairs:
    """The pairs of passages that may tell the same thing, and their columns.

    `first` and `second` are the numbers of the passages, first < second; `columns` has a row a pair.
    """

    def __init__(self, contents: Sequence[Content]) -> None:
        import numpy as np

        weights = weights_of(contents, wider=True)
        sentences = by_sentence(contents, weights)
        places = {place: k for k, place in enumerate(sentences)}
        rows = [places[place_of(content)] for content in contents]
        beside = around(sentences)
        words = _roots(weights)
        whole = _unit(_roots(sentences.values()))[rows]
        nearby = _unit(_roots(beside[place] for place in places))[rows]
        self.first, self.second = _candidates(_unit(words), whole)
        kept = self._each(contents, _tell_alike) > 0
        self.first, self.second = self.first[kept], self.second[kept]
        figures = [{f: w for f, w in row.items() if f[:2] == "m:"} for row in weights]
        self.columns = np.column_stack([
            np.sqrt(self._dot(_unit(words))),
            self._dot(_roots(figures)),
            self._dot(whole),
            self._dot(nearby),
            self._dot(_unit(_roots(weights_of_counts([c.fields for c in contents])))),
            np.minimum(1.0, self._dot(_running(contents))),
            self._each(contents, signs.days_apart),
            self._each(contents, signs.only_one_today),
            self._each(contents, signs.articles_apart),
            self._each(contents, signs.other_occasion),
            self._each(contents, lambda x, y: x.status == y.status),
            np.abs(_depths(contents)[self.first] - _depths(contents)[self.second]),
        ])  # fmt: skip

    def _dot(self, matrix: Matrix) -> Matrix:
        """The product of the two rows of each pair."""
        import numpy as np

        if not len(self.first):
            return np.zeros(0)
        parts = [
            np.asarray(matrix[i].multiply(matrix[j]).sum(axis=1)).ravel()
            for i, j in zip(_cut(self.first), _cut(self.second), strict=True)
        ]
        return np.concatenate(parts)

    def _each(self, contents: Sequence[Content], holds: Callable[[Content, Content], bool]) -> Any:
        import numpy as np

        pairs = zip(self.first.tolist(), self.second.tolist(), strict=True)
        return np.asarray([float(holds(contents[i], contents[j])) for i, j in pairs])


def _cut(numbers: Matrix) -> Iterable[Matrix]:
    return (numbers[k : k + 50_000] for k in range(0, len(numbers), 50_000))


def _candidates(words: Matrix, whole: Matrix) -> tuple[Matrix, Matrix]:
    """Pairs that share words, or whose sentences do. Sparse products find them, a block of rows at a
    time, without looking at each pair."""
    import numpy as np

    found = [(np.zeros(0, int), np.zeros(0, int))]
    for start in range(0, words.shape[0], _BLOCK):
        stop = start + _BLOCK
        near = (words[start:stop] @ words.T).toarray() >= _LEAST_WORDS
        near |= (whole[start:stop] @ whole.T).toarray() >= _LEAST_SENTENCES
        i, j = np.nonzero(near)
        found.append((i[i + start < j] + start, j[i + start < j]))
    return np.concatenate([i for i, _ in found]), np.concatenate([j for _, j in found])


def _roots(rows: Iterable[Mapping[str, float]]) -> Matrix:
    """The square roots of weights, a row a passage, a column a feature."""
    from sklearn.feature_extraction import DictVectorizer

    rooted = [{f: math.sqrt(weight) for f, weight in sorted(row.items())} for row in rows]
    return DictVectorizer().fit_transform([row or {"": 0.0} for row in rooted])


def _unit(matrix: Matrix) -> Matrix:
    from sklearn.preprocessing import normalize

    return normalize(matrix)


def _running(contents: Sequence[Content]) -> Matrix:
    """Which three words follow each other in each passage."""
    rows = []
    for content in contents:
        part = content.part
        words = [w for w in part.tokens.words[part.first : part.last] if w.isalnum()]
        grams = zip(*(words[k:] for k in range(_RUNNING)), strict=False)
        rows.append({" ".join(gram): 1.0 for gram in grams})
    return _roots(rows)


def _depths(contents: Sequence[Content]) -> Matrix:
    """How far into its article each passage stands, 0 to 1."""
    import numpy as np

    return np.asarray([c.part.span.start / max(1, len(c.part.tokens.text)) for c in contents])


def _tell_alike(a: Content, b: Content) -> bool:
    """Whether two passages share more than one thing that is not who, when or which, and more than that
    the same is done ("Chad handed over a list", "Niger handed over its reply")."""
    shared = {f for f in a.wider.keys() & b.wider.keys() if f[:2] not in DETAILS}
    return len(shared) > 1 and not (a.verbs.issuperset(shared) and b.verbs.issuperset(shared))
