"""Which articles report the same happening.

Texts are compared by the lemmas and numbers they share, rare ones counting more (`rows`); each article
only with those of nearby days that share a rare word with it (`neighbours`). How alike two texts must
be is a local matter: in a crowded topic every report is like every other. So two groups are joined
where they are about as alike as their members are to their nearest and to each other (`linking`).
"""

from collections.abc import Iterable

from framing.comparison.events.index import WINDOW, EventIndex
from framing.comparison.events.linking import THRESHOLD
from framing.model import Annotation, Article, Event
from framing.reading.duplicates import Mapper

__all__ = ["THRESHOLD", "WINDOW", "EventIndex", "find_events"]


def find_events(
    notes: Iterable[Annotation | Article],
    *,
    threshold: float = THRESHOLD,
    window: int = WINDOW,
    mapper: Mapper = map,
) -> list[Event]:
    """Group articles by what they report; every article is in exactly one event.

    Events come by date, then by size; the order of the input changes nothing. `threshold` (above 0;
    higher gives smaller events) says how alike two groups must be to be one event, as a part of how
    alike their articles are to their nearest; `window` is the days two dated articles may be apart.
    Copies of one text (wire copies) are one voice among the others: `Event.copies` names them. A
    user's corrections of an article's event (see `framing.apply_corrections`) come last.

    Time is near-linear in the number of articles that state a date. `mapper` is used as `map` is, for
    the parts of the work that may be done in other processes (`framing.scale.pool.Workers.each`) or on
    an engine (`framing.scale.dask.mapper`, `framing.scale.spark.mapper`); the events are the same. To
    add to what is known without finding it all again, use `EventIndex`.
    """
    index = EventIndex(threshold=threshold, window=window, mapper=mapper)
    index.add(notes)
    return index.events()
