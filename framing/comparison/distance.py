"""How far apart two outlets are on the events that both report."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Literal

from framing.comparison.statistics.divergence import jensen_shannon
from framing.comparison.statistics.permutation import dealings, p_value, smallest_p
from framing.comparison.vocabulary import outlet_words
from framing.errors import OptionError
from framing.model import UNKNOWN, Annotation, Comparison, OutletDistance

DEALINGS = 1000
"""Dealings looked at for one pair; enough to tell 0.05 from 0.03 (standard error 0.007)."""

Counted = Literal["words", "markers"]
Bag = Callable[[Annotation], Iterable[str]]


@dataclass(frozen=True, slots=True, eq=False)
class Bags:
    """What some articles use: their labels, their events, and counts (sparse, a row an article)."""

    labels: list[str]
    events: list[str]
    counts: Any

    def of(self, keep: Sequence[int]) -> "Bags":
        """The articles with these numbers."""
        return Bags(
            [self.labels[i] for i in keep], [self.events[i] for i in keep], self.counts[list(keep)]
        )


def outlet_distances(
    comparisons: Iterable[Comparison], *, of: Counted = "words"
) -> tuple[OutletDistance, ...]:
    """The distance of every two outlets that share an event, pairs A-Z.

    `of` is what is counted: all words of the outlet's own wording, or the markers in it. Wording
    holds topic too: inside one event that is what each outlet chose to tell.
    """
    bags = bags_of([(a, c.event.id) for c in comparisons for a in c.annotations], of=of)
    outlets = sorted(set(bags.labels) - {UNKNOWN})
    found = (distance(bags, pair, of=of) for pair in combinations(outlets, 2))
    return tuple(row for row in found if row)


def distance(
    bags: Bags, pair: tuple[str, str], *, of: str = "words", most: int = DEALINGS
) -> OutletDistance | None:
    """The distance of the two outlets called `pair`, or None if they share no event.

    Only articles on shared events count. `p` comes from dealing the two names out again inside each
    event, so that neither topic nor a long article looks like a difference of outlets.
    """
    here = {e for e, o in zip(bags.events, bags.labels, strict=True) if o == pair[0]}
    there = {e for e, o in zip(bags.events, bags.labels, strict=True) if o == pair[1]}
    keep = [
        i
        for i, (event, outlet) in enumerate(zip(bags.events, bags.labels, strict=True))
        if outlet in pair and event in here & there
    ]
    if not keep:
        return None
    mine = bags.of(keep)
    labels = [int(label == pair[0]) for label in mine.labels]
    ways = dealings(labels, mine.events, most=most)
    values = jensen_shannon(mine.counts, ways)
    return OutletDistance(
        outlets=pair,
        of=of,
        value=float(values[0]),
        expected=float(values.mean()),
        p=float(p_value(values)),
        smallest_p=smallest_p(labels, mine.events, most=most),
        articles=(sum(labels), len(labels) - sum(labels)),
        events=len(set(mine.events)),
    )


def bags_of(notes: Sequence[tuple[Annotation, str]], *, of: Counted = "words") -> Bags:
    """Count what articles use; `notes` are annotations with the id of their event.

    What stands in one article only is left out: it cannot tell two outlets apart.
    """
    from scipy.sparse import csr_array

    if of not in _BAGS:
        raise OptionError(f"of={of!r}: there are: {', '.join(_BAGS)}")
    bags = [Counter(_BAGS[of](annotation)) for annotation, _ in notes]
    spread = Counter(term for bag in bags for term in bag)
    terms = {t: j for j, t in enumerate(sorted(t for t, n in spread.items() if n > 1))}
    cells = [(i, terms[t], n) for i, bag in enumerate(bags) for t, n in bag.items() if t in terms]
    rows, columns, numbers = zip(*cells, strict=True) if cells else ((), (), ())
    counts = csr_array((numbers, (rows, columns)), shape=(len(bags), len(terms)), dtype=float)
    labels = [annotation.article.outlet.outlet for annotation, _ in notes]
    return Bags(labels, [event for _, event in notes], counts)


def _markers(annotation: Annotation) -> Iterable[str]:
    return (
        f"{marker.pack}: {marker.term}"
        for marker in annotation.markers
        if marker.voice.kind in ("outlet", "indirect") and marker.zone != "aside"
    )


_BAGS: Mapping[str, Bag] = {"words": outlet_words, "markers": _markers}
