"""Wire copies: articles that are, for the most part, the same text."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from framing.model import NOT_PROSE, Article
from framing.text.folding import fold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]
    Numbers = NDArray[np.int64]

Mapper = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]

# Shingles of five words: two reporters seldom write the same five in a row, and an edited word
# breaks no more than five of them.
SHINGLE = 5
# The share of the shorter text's shingles that make a copy. Of 3,600 pairs of short reports of one
# event by different outlets, 98 % share less than 0.2, 27 pairs 0.4 or more, 11 pairs 0.6 or more
# (nine of them 0.9: copies); of 31 pairs of long reports none shares more than 0.21. Anything from
# 0.5 to 0.7 gives nearly the same groups. Measure such pairs again before changing it.
COPY = 0.6
# A pair is compared in full where half the needed overlap shows in the index.
_WORTH_COMPARING = COPY / 2
# Of the texts that share a shingle, ordered by length, each is paired with the next few and with
# the shortest: all pairs of few texts, a linear number of many.
_NEIGHBOURS = 12
# The index holds at most about so many shingles: of more, those are taken whose hash is divisible
# by a number, which are the same ones in every text (Broder's sketch).
_LARGEST_INDEX = 4_000_000
_PART = 250_000  # shingles of the index in one part: a few megabytes, a fraction of a second


def near_duplicates(articles: Sequence[Article]) -> list[tuple[str, ...]]:
    """Return the groups of articles that are copies of each other, ids in the order given.

    Two articles are copies where at least 60 % of the shorter one's shingles (five words running,
    case and punctuation left out) are in the other (containment; Broder 1997); a copy of a copy is
    in the group as well. What is not the articles' prose does not count. Articles without a copy
    are in no group. Time is near-linear in the number of words.
    """
    groups = copies(shingles_of(articles))
    return [tuple(articles[number].id for number in group) for group in groups]


def shingles_of(articles: Iterable[Article]) -> list["Hashes"]:
    """The hashes of each article's shingles, sorted, each once. They hang on its own text alone."""
    return [_shingles(map(_hash_of, _words(article))) for article in articles]


def copies(shingles: Sequence["Hashes"], *, mapper: Mapper = map) -> list[tuple[int, ...]]:
    """`near_duplicates` of texts whose shingles are known: the groups, as places in `shingles`.

    The index of shingles is looked at in parts, each of which `mapper` (used as `map` is) may do in
    another process: what they find adds up.
    """
    import numpy as np

    parents = list(range(len(shingles)))
    for one, other in _candidates(shingles, mapper):
        shorter, longer = sorted((shingles[one], shingles[other]), key=len)
        shared = len(np.intersect1d(shorter, longer, assume_unique=True))
        if shared >= COPY * len(shorter):
            parents[_root(parents, one)] = _root(parents, other)
    groups: dict[int, list[int]] = {}
    for number in range(len(shingles)):
        groups.setdefault(_root(parents, number), []).append(number)
    return [tuple(numbers) for numbers in groups.values() if len(numbers) > 1]


@lru_cache(2**17)
def _hash_of(word: str) -> int:
    """64 bits a word, the same in every run (Python's own hashes are not)."""
    return int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=8).digest(), "big")


def _words(article: Article) -> list[str]:
    """Return the folded words of the article's prose."""
    pieces, start = [], 0
    for region in article.regions:
        if region.kind in NOT_PROSE:
            pieces.append(article.text[start : region.span.start])
            start = region.span.end
    return fold(" ".join((*pieces, article.text[start:]))).split()


def _shingles(words: Iterable[int]) -> "Hashes":
    """Return the sorted hashes of the shingles, each once; a shorter text is one shingle."""
    import numpy as np

    numbers = np.fromiter(words, dtype=np.uint64)
    length = min(SHINGLE, len(numbers))
    count = len(numbers) - length + 1 if length else 0
    hashes = np.zeros(count, dtype=np.uint64)
    for place in range(length):
        hashes = hashes * _MULTIPLIER + numbers[place : place + count]
        hashes ^= hashes >> 29
    return np.unique(hashes)


_MULTIPLIER = 0x9E3779B97F4A7C15  # odd, its bits mixed (2 to the 64 over the golden ratio)


def _candidates(shingles: Sequence["Hashes"], mapper: Mapper) -> Iterator[tuple[int, int]]:
    """Yield the pairs of texts that share enough indexed shingles to be worth comparing."""
    import numpy as np

    step = 1 + sum(map(len, shingles)) // _LARGEST_INDEX
    order = sorted(range(len(shingles)), key=lambda number: (len(shingles[number]), number))
    kept = [shingles[number][shingles[number] % step == 0] for number in order]
    sizes = [len(hashes) for hashes in kept]
    if not sum(sizes):
        return
    found = _added(mapper(_counted_pairs, _parts(np.concatenate(kept), sizes)))
    for pair, count in zip(*found, strict=True):
        shorter, longer = divmod(int(pair), len(order))
        if count >= _WORTH_COMPARING * sizes[shorter]:
            yield order[shorter], order[longer]


def _parts(hashes: "Hashes", sizes: Sequence[int]) -> Iterator[tuple["Hashes", "Numbers", int]]:
    """The index in parts of neighbouring hashes: the hashes, the texts that have them, and how many
    texts there are in all."""
    import numpy as np

    ranks = np.repeat(np.arange(len(sizes), dtype=np.int64), sizes)
    count = 1 + len(hashes) // _PART
    part_of = (hashes >> 32) * count >> 32  # hashes are spread evenly
    for part in range(count):
        own = part_of == part
        yield hashes[own], ranks[own], len(sizes)


def _counted_pairs(part: tuple["Hashes", "Numbers", int]) -> tuple["Numbers", "Numbers"]:
    """Shorter * texts + longer for the pairs of texts with a hash of this part in common, sorted, and
    how many hashes each has so. Every hash is in one part, so that these numbers add up."""
    import numpy as np

    hashes, ranks, texts = part
    by_hash = np.lexsort((ranks, hashes))
    return np.unique(_pairs(hashes[by_hash], ranks[by_hash], texts=texts), return_counts=True)


def _added(counts: Iterable[tuple["Numbers", "Numbers"]]) -> tuple["Numbers", "Numbers"]:
    """The sum of what `_counted_pairs` found in all parts."""
    import numpy as np

    parts = list(counts)
    pairs, places = np.unique(np.concatenate([pairs for pairs, _ in parts]), return_inverse=True)
    numbers = np.concatenate([numbers for _, numbers in parts])
    return pairs, np.bincount(places, numbers, len(pairs)).astype(np.int64)


def _pairs(hashes: "Hashes", ranks: "Numbers", *, texts: int) -> "Numbers":
    """Return shorter * `texts` + longer for pairs of texts with a hash in common, once a hash."""
    import numpy as np

    is_first = np.ones(len(hashes), dtype=bool)
    is_first[1:] = hashes[1:] != hashes[:-1]
    firsts = np.maximum.accumulate(np.where(is_first, np.arange(len(hashes)), 0))
    far = np.arange(len(hashes)) - firsts > _NEIGHBOURS
    found = [ranks[firsts[far]] * texts + ranks[far]]
    for distance in range(1, min(_NEIGHBOURS, len(hashes) - 1) + 1):
        same = hashes[distance:] == hashes[:-distance]
        found.append(ranks[:-distance][same] * texts + ranks[distance:][same])
    return np.concatenate(found)


def _root(parents: list[int], number: int) -> int:
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number
