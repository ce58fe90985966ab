"""Which of many spans meet a given one, without looking at all of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import Generic, TypeVar

from framing.model import Span

Item = TypeVar("Item")


class SpanIndex(Generic[Item]):
    """Items that lie somewhere in a text, looked up by place. Built in one sort; a look-up costs as
    much as it finds, as long as the spans are not nested deeply."""

    def __init__(self, items: Iterable[Item], span_of: Callable[[Item], Span]) -> None:
        pairs = [(span_of(item), item) for item in items]
        pairs.sort(key=lambda pair: (pair[0].start, pair[0].end))
        self._spans = [span for span, _ in pairs]
        self._items = [item for _, item in pairs]
        self._starts = [span.start for span in self._spans]
        # how far any span up to this one reaches: what ends before `start` needs no look
        self._reach = list(accumulate((span.end for span in self._spans), max))

    def meeting(self, span: Span) -> list[Item]:
        """The items that share a character with `span`, by start."""
        first = bisect_right(self._reach, span.start)
        last = bisect_left(self._starts, span.end, first)
        if first == last:  # most often nothing is there
            return []
        return [self._items[i] for i in range(first, last) if self._spans[i].end > span.start]

    def holding(self, span: Span) -> list[Item]:
        """The items in which `span` lies wholly, by start."""
        first = bisect_right(self._reach, span.start)
        last = bisect_right(self._starts, span.start, first)
        return [self._items[i] for i in range(first, last) if self._spans[i].end >= span.end]


def itself(span: Span) -> Span:
    """The span of a span, for an index of bare spans."""
    return span
