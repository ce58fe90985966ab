"""Events that grow: articles are added, and only what lies near them in time is found again."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from framing.comparison.events import describe
from framing.comparison.events.items import EVER, Item, Vocabulary, item_of, read_shard
from framing.comparison.events.linking import THRESHOLD, link
from framing.comparison.events.neighbours import neighbours
from framing.comparison.events.rows import cohesion, rows
from framing.errors import OptionError
from framing.model import Annotation, Article, Event
from framing.reading.duplicates import Mapper, copies

if TYPE_CHECKING:
    from framing.comparison.events.items import Hashes

WINDOW = 5
"""Days that two dated articles of one event may lie apart: previews and look-backs included."""

_SHARD = 256  # articles read at a time: half a second's work

Group = tuple[int, ...]


class EventIndex:
    """Events of articles that come in batches: a month's articles, then day after day.

    >>> index = EventIndex()
    >>> (event,) = index.add([Article("a", "The dam broke."), Article("b", "The old dam broke.")])
    >>> event.articles
    ('a', 'b')

    `add` looks at articles within two windows of the days it is given, whatever else the index
    holds: events within one window are found anew, older ones may grow but not split. An article
    without a date is taken to be from the days of those it is added with; where none of these has
    one, it is compared with every article, before and later.

    Day by day gives nearly the events of all at once, not quite: words weigh by how rare they were by
    then, and what is older than the window is settled. Begin with as many days as there are;
    ``benchmarks/events_scale.py`` measures how far the two agree.

    `mapper` is used as `map` is for all work that falls into parts, and may do them in other processes
    (`framing.scale.pool.Workers.each`); the events are the same. The parts: what some articles say
    each by itself (`items.read_shard`), copies by a range of shingles (`duplicates.copies`), the
    nearest neighbours among the articles of some days (`neighbours`), labels. What they find adds up.
    """

    def __init__(
        self, *, threshold: float = THRESHOLD, window: int = WINDOW, mapper: Mapper = map
    ) -> None:
        if threshold <= 0 or window < 0:
            name, value = ("threshold", threshold) if threshold <= 0 else ("window", window)
            raise OptionError(
                f"{name} {value}: give a threshold above 0 and a window of 0 or more days "
                f"(they are {THRESHOLD} and {WINDOW} if left out)"
            )
        self._threshold, self._window, self._map = threshold, window, mapper
        self._vocabulary = Vocabulary()
        self._items: list[Item] = []
        self._number: dict[str, int] = {}  # of each article, by its id
        self._shingles: dict[int, Hashes] = {}  # of the texts that a copy may still turn up of
        self._text_of: list[int] = []  # the item whose text each item is a copy of, or itself
        self._dated: dict[int, list[int]] = defaultdict(list)
        self._undated: list[int] = []
        self._group: dict[int, Group] = {}
        self._cohesion: dict[Group, float] = {}
        self._copies: dict[int, list[int]] = defaultdict(list)
        self._wanted: dict[str, str] = {}  # events as users corrected them
        self._described: dict[Group, Event] = {}

    def __len__(self) -> int:
        return len(self._items)

    def add(self, notes: Iterable[Annotation | Article]) -> list[Event]:
        """Add articles; return the events that they are in, by date. Known ids are passed over."""
        new = self._take(notes)
        texts = self._fold(new)
        self._forget()
        if texts:
            self._vocabulary.count([self._items[number] for number in texts])
            self._group_again(texts)
        if not new:
            return []
        if self._wanted:
            return [e for e in self.events() if any(self._number[a] in new for a in e.articles)]
        touched = {self._group[self._text_of[number]] for number in new}
        return self._events([self._with_copies(group) for group in touched])

    def events(self) -> list[Event]:
        """All events, by date, then by size; every article is in exactly one."""
        groups = [self._with_copies(group) for group in dict.fromkeys(self._group.values())]
        return self._events(list(self._corrected(groups)))

    # --- taking articles in ----------------------------------------------------------------------

    def _take(self, notes: Iterable[Annotation | Article]) -> set[int]:
        """Number the articles that are new, in the order of their ids."""
        articles = {a.id: a for a in map(_article, notes) if a.id not in self._number}
        stated = [a.published.toordinal() for a in articles.values() if a.published]
        spread = (min(stated), max(stated)) if stated else EVER
        first = len(self._items)
        order = [articles[name] for name in sorted(articles)]
        shards = [order[start : start + _SHARD] for start in range(0, len(order), _SHARD)]
        for some, shard in zip(shards, self._map(read_shard, shards), strict=True):
            numbers = self._vocabulary.numbers(shard)
            for article, found in zip(some, shard.features, strict=True):
                day = article.published.toordinal() if article.published else None
                days = (day, day) if day else spread
                item = item_of(article, found, numbers=numbers, days=days)
                self._number_it(item, article, shingles=found.shingles)
        return set(range(first, len(self._items)))

    def _number_it(self, item: Item, article: Article, *, shingles: "Hashes") -> None:
        number = len(self._items)
        self._items.append(item)
        self._number[item.name] = number
        self._shingles[number] = shingles
        self._text_of.append(number)
        for correction in article.corrections:
            if correction.field == "event":
                self._wanted[item.name] = correction.value

    def _fold(self, new: set[int]) -> list[int]:
        """Find the copies among the new articles; return the new ones that are none."""
        texts = sorted(self._shingles, key=lambda number: self._items[number].name)
        for places in copies([self._shingles[n] for n in texts], mapper=self._map):
            numbers = sorted(
                (texts[place] for place in places), key=lambda n: (n in new, *self._key(n))
            )
            found = [n for n in numbers if n not in new and self._text_of[n] == n]
            for number in (n for n in numbers if n in new):
                item = self._items[number]
                near = (n for n in found if self._items[n].near(item, self._window))
                text = self._text_of[number] = next(near, number)
                if text == number:
                    found.append(number)
                else:
                    self._copies[text].append(number)
        return [number for number in sorted(new) if self._text_of[number] == number]

    def _forget(self) -> None:
        """Let go of the texts that are older than a window: no copy is looked for there."""
        if not self._items:
            return
        latest = max(self._items[number].days[0] for number in self._shingles)
        old = [n for n in self._shingles if self._items[n].days[1] < latest - self._window]
        for number in old:
            del self._shingles[number]

    # --- grouping --------------------------------------------------------------------------------

    def _group_again(self, new: Sequence[int]) -> None:
        """Find the events near the new texts, older ones as they are."""
        import numpy as np

        for number in new:
            self._group[number] = (number,)
            first, last = self._items[number].days
            (self._dated[first] if first == last else self._undated).append(number)
        days = [self._items[number].days for number in new]
        early, late = min(d[0] for d in days), max(d[1] for d in days)
        order = self._around(early, late)
        places = {number: place for place, number in enumerate(order)}
        items = [self._items[number] for number in order]
        matrix = rows(items, self._vocabulary)
        spans = np.array([item.days for item in items], dtype=np.int64)
        start = np.arange(len(order))
        for group in {self._group[number] for number in order}:
            if not all(self._within(number, early, late) for number in group):
                start[[places[number] for number in group]] = places[group[0]]
        start = np.unique(start, return_inverse=True)[1]
        pairs = neighbours(matrix, spans, self._window, mapper=self._map)
        labels = link(matrix, pairs, start=start, threshold=self._threshold)
        self._settle(order, labels.tolist(), cohesion(matrix, labels).tolist())

    def _around(self, early: int, late: int) -> list[int]:
        """The texts within two windows of the days, and all of their events, in order of days."""
        margin = 2 * self._window
        early, late = early - margin, late + margin
        if late - early > len(self._dated):
            near = [n for day, ns in self._dated.items() if early <= day <= late for n in ns]
        else:
            near = [n for day in range(early, late + 1) for n in self._dated.get(day, ())]
        for number in self._undated:
            first, last = self._items[number].days
            if first <= late and last >= early:
                near.append(number)
        return sorted({n for number in near for n in self._group[number]}, key=self._key)

    def _key(self, number: int) -> tuple[bool, tuple[int, int], str]:
        """Dated items by day, then undated ones, each by name: an order that no input changes."""
        item = self._items[number]
        return item.days[0] < item.days[1], item.days, item.name

    def _within(self, number: int, early: int, late: int) -> bool:
        first, last = self._items[number].days
        return early - self._window <= first and last <= late + self._window

    def _settle(self, order: Sequence[int], labels: list[int], tightness: list[float]) -> None:
        """Keep the groups that were found."""
        found: dict[int, list[int]] = defaultdict(list)
        for number, label in zip(order, labels, strict=True):
            self._cohesion.pop(self._group[number], None)
            found[label].append(number)
        for label, members in found.items():
            group = tuple(members)
            self._cohesion[group] = tightness[label]
            for number in group:
                self._group[number] = group

    # --- events ----------------------------------------------------------------------------------

    def _with_copies(self, group: Group) -> Group:
        return tuple(n for number in group for n in (number, *self._copies.get(number, ())))

    def _events(self, groups: Sequence[Group]) -> list[Event]:
        """The events of groups, in order, each described once as long as the group stays the same."""
        new = [group for group in groups if group not in self._described]
        parts = describe.parts_of([self._members(g) for g in new], self._vocabulary.words)
        events = chain.from_iterable(self._map(describe.describe_some, parts))
        self._described.update(zip(new, events, strict=True))
        found = (self._described[group] for group in groups)
        return sorted(found, key=lambda e: (e.first or date.max, -len(e.articles), e.id))

    def _members(self, group: Group) -> describe.Members:
        items = self._items
        copies = {n: items[self._text_of[n]].name for n in group if self._text_of[n] != n}
        return describe.Members(
            [items[number] for number in group],
            cohesion=self._tightness(group),
            text_of={items[number].name: text for number, text in copies.items()},
        )

    def _tightness(self, group: Group) -> float:
        """The mean similarity of a group's texts, known or (of a corrected group) found now."""
        import numpy as np

        texts = tuple(number for number in group if self._text_of[number] == number)
        if texts not in self._cohesion:
            matrix = rows([self._items[number] for number in texts or group], self._vocabulary)
            return float(cohesion(matrix, np.zeros(matrix.shape[0], dtype=np.int64))[0])
        return self._cohesion[texts]

    def _corrected(self, groups: Sequence[Group]) -> Iterator[Group]:
        """The groups as users corrected them: an article alone, or in the event of another one."""
        wanted = {name: other for name, other in sorted(self._wanted.items())}
        if not wanted:
            yield from groups
            return
        place = {number: i for i, group in enumerate(groups) for number in group}
        for free, name in enumerate(wanted, start=len(groups)):
            place[self._number[name]] = free  # all leave first: one may be who another joins
        for name, other in wanted.items():
            if other in self._number:
                joined, left = place[self._number[other]], place[self._number[name]]
                place = {n: joined if at == left else at for n, at in place.items()}
        found: dict[int, list[int]] = defaultdict(list)
        for number, at in place.items():
            found[at].append(number)
        yield from map(tuple, found.values())


def _article(note: Annotation | Article) -> Article:
    return note.article if isinstance(note, Annotation) else note
