"""What each feature of a passage weighs in its event, and what the sentences around it add.

A feature's weight grows with its rarity, counted inside the event (what all articles repeat, such as
the two countries, says little) together with general English.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from framing.comparison.claims.meaning.content import Content

_ADDED = 8  # passages; as many as a short article has
_CONTEXT = 0.3  # share of the nouns of the passage before, for one that points back

Weights = dict[str, float]
Place = tuple[str, int]  # an article, and the number of a sentence in it


def weights_of(contents: Sequence[Content], *, wider: bool = False) -> list[Weights]:
    """The weights of each passage, with the topics of the passage before it where it points back; with
    `wider`, those in which related words are one."""
    rows = [content.wider if wider else content.weights for content in contents]
    seen = Counter(f for row in rows for f in row)
    own = [_weighed(row, seen, n=len(contents)) for row in rows]
    return [_with_context(contents, own, k) for k in range(len(contents))]


def weights_of_counts(counts: Sequence[Counter[str]]) -> list[Weights]:
    """The roots of some counts of each passage, by the rarity of what they count in the event."""
    seen = Counter(name for row in counts for name in row)
    rooted = ({name: math.sqrt(n) for name, n in row.items()} for row in counts)
    return [_weighed(row, seen, n=len(counts)) for row in rooted]


def by_sentence(contents: Sequence[Content], weights: Sequence[Weights]) -> dict[Place, Weights]:
    """All features of each sentence."""
    found: dict[Place, list[Weights]] = defaultdict(list)
    for content, row in zip(contents, weights, strict=True):
        found[place_of(content)].append(row)
    return {place: _joined(rows) for place, rows in found.items()}


def around(sentences: dict[Place, Weights]) -> dict[Place, Weights]:
    """All features of the sentences before and after each sentence."""
    return {
        (name, n): _joined(sentences.get((name, n + step), {}) for step in (-1, 1))
        for name, n in sentences
    }


def place_of(content: Content) -> Place:
    """The article and the sentence of a passage."""
    return content.part.article, content.part.sentence


def _joined(rows: Iterable[Weights]) -> Weights:
    """All features of several passages, each with its highest weight."""
    found: Weights = {}
    for row in rows:
        for feature, weight in row.items():
            found[feature] = max(weight, found.get(feature, 0.0))
    return found


def _weighed(weights: Weights, seen: Counter[str], *, n: int) -> Weights:
    """The weights times their rarity among the `n` passages of the event: 1 for a feature of one
    passage, towards 0 for one of all, log(1 + n / df) / log(1 + n). Some passages without the feature
    are added to `n`, for an event of two sentences would call all that they share common."""
    n += _ADDED
    scale = math.log(1 + n)
    return {f: weight * math.log(1 + n / seen[f]) / scale for f, weight in weights.items()}


def _with_context(contents: Sequence[Content], own: Sequence[Weights], k: int) -> Weights:
    weights = dict(own[k])
    before = contents[k - 1] if k else None
    if before and contents[k].points_back and before.part.article == contents[k].part.article:
        for f in before.core:
            if f[:2] != "m:":
                weights[f] = max(weights.get(f, 0.0), _CONTEXT * own[k - 1].get(f, 0.0))
    return weights
