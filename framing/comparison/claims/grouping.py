"""From alike passages to claims: groups whose members are alike on the whole, not by a chain.

Average linkage over the likeness of passages of different articles; then a passage that fits a second
group joins it too, for it may hold two claims. None of it depends on the order of the articles.
"""

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

MOST_CLAIMS = 2  # of one passage
SECOND = 1.6
"""How many times the threshold a passage must be like a second group, on the mean, to join it."""

Likenesses = dict[int, dict[int, float]]


def group(
    articles: Sequence[str], pairs: Iterable[tuple[int, int, float]], *, threshold: float
) -> list[list[int]]:
    """Group passages 0 to n - 1, whose articles are `articles`, by the likeness of some `pairs`.

    Every passage is in one group or in two; a group may have one passage.
    """
    likeness = _rows(pairs)
    alone = [[i] for i in range(len(articles))]
    linked = _Linkage(alone, articles, likeness).run(threshold)
    shared = _with_second_claims(linked, likeness, threshold=SECOND * threshold)
    return sorted(sorted(members) for members in shared)


def attach(
    groups: Sequence[Sequence[int]],
    articles: Sequence[str],
    pairs: Iterable[tuple[int, int, float]],
    *,
    threshold: float,
) -> list[list[int]]:
    """Join groups of one article only to others, by another likeness of some `pairs`; two groups that
    several articles have each stay as they are."""
    linked = _Linkage(groups, articles, _rows(pairs), alone=True).run(threshold)
    return sorted(sorted(set(members)) for members in linked)


def _rows(pairs: Iterable[tuple[int, int, float]]) -> Likenesses:
    likeness: Likenesses = defaultdict(dict)
    for i, j, value in pairs:
        likeness[i][j] = likeness[j][i] = value
    return likeness


class _Linkage:
    """Average linkage of groups over a sparse likeness; a pair without one counts as 0.

    Passages of one article are told apart by what they share with others: only the likeness across
    articles counts, unless two groups are of one article. With `alone`, one of two groups that are
    joined must be of one article.
    """

    def __init__(
        self,
        groups: Sequence[Sequence[int]],
        articles: Sequence[str],
        likeness: Likenesses,
        *,
        alone: bool = False,
    ) -> None:
        self._members = {n: list(members) for n, members in enumerate(groups)}
        self._articles = {n: Counter(articles[i] for i in m) for n, m in self._members.items()}
        self._next = len(groups)
        self._alone = alone
        # sums of likeness between two groups: across articles, and inside articles
        self._sums = self._between(articles, likeness)

    def _between(
        self, articles: Sequence[str], likeness: Likenesses
    ) -> dict[int, dict[int, tuple[float, float]]]:
        holders: dict[int, list[int]] = defaultdict(list)
        for n, members in self._members.items():
            for i in members:
                holders[i].append(n)
        found: dict[int, dict[int, tuple[float, float]]] = {}
        for i, row in likeness.items():
            for j, value in row.items():
                one = (0.0, value) if articles[i] == articles[j] else (value, 0.0)
                for a in holders[i]:
                    for b in holders[j]:
                        if a != b:
                            sums = found.setdefault(a, {})
                            before = sums.get(b, (0.0, 0.0))
                            sums[b] = before[0] + one[0], before[1] + one[1]
        return found

    def run(self, threshold: float) -> list[list[int]]:
        """Join the two most alike groups until none are as alike as `threshold`."""
        heap = [(-self._mean(i, j), i, j) for i, row in self._sums.items() for j in row if i < j]
        heap = [item for item in heap if -item[0] >= threshold]
        heapq.heapify(heap)
        while heap:
            _, i, j = heapq.heappop(heap)
            if i in self._members and j in self._members and self._may_join(i, j):
                new = self._join(i, j)
                for other in sorted(self._sums[new]):
                    mean = self._mean(new, other)
                    if mean >= threshold:
                        heapq.heappush(heap, (-mean, other, new))
        return list(self._members.values())

    def _may_join(self, i: int, j: int) -> bool:
        return not self._alone or min(len(self._articles[i]), len(self._articles[j])) == 1

    def _mean(self, i: int, j: int) -> float:
        across, inside = self._sums[i][j]
        a, b = self._articles[i], self._articles[j]
        everything = a.total() * b.total()
        same = sum(n * b[name] for name, n in a.items())
        return across / (everything - same) if same < everything else inside / everything

    def _join(self, i: int, j: int) -> int:
        new = self._next
        self._next += 1
        self._members[new] = self._members.pop(i) + self._members.pop(j)
        self._articles[new] = self._articles.pop(i) + self._articles.pop(j)
        first, second = self._sums.pop(i), self._sums.pop(j)
        row: dict[int, tuple[float, float]] = {}
        for other in (first.keys() | second.keys()) - {i, j}:
            a, b = first.get(other, (0.0, 0.0)), second.get(other, (0.0, 0.0))
            row[other] = a[0] + b[0], a[1] + b[1]
            self._sums[other].pop(i, None)
            self._sums[other].pop(j, None)
            self._sums[other][new] = row[other]
        self._sums[new] = row
        return new


def _with_second_claims(
    groups: Sequence[list[int]], likeness: Likenesses, *, threshold: float
) -> list[set[int]]:
    """Let passages join a second group that they are very like; a passage that was alone and has
    joined another is no longer a group."""
    fits = []
    for number, members in enumerate(groups):
        near = {k for i in members for k in likeness[i]} - set(members)
        for k in near if len(members) > 1 else ():
            mean = sum(likeness[k].get(i, 0.0) for i in members) / len(members)
            if mean >= threshold:
                fits.append((-mean, k, number))
    found = [set(members) for members in groups]
    claims = Counter(i for members in groups for i in members)
    for _, k, number in sorted(fits):
        if claims[k] < MOST_CLAIMS:
            claims[k] += 1
            found[number].add(k)
    return _without_parts(found)


def _without_parts(groups: Sequence[set[int]]) -> list[set[int]]:
    """The groups that no other group holds whole; of equal groups, the first."""
    holders: dict[int, set[int]] = defaultdict(set)
    for number, members in enumerate(groups):
        for i in members:
            holders[i].add(number)
    kept = []
    for number, members in enumerate(groups):
        others = set.intersection(*(holders[i] for i in members)) - {number}
        if all(groups[other] == members and other > number for other in others):
            kept.append(members)
    return kept
