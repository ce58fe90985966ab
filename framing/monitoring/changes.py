"""What changed between two periods, beyond what shuffling the events would change as well.

The happening sets the words: eleven articles on one summit are one case of eleven. So events, not
articles, are dealt anew to the two periods, and a change counts where few such dealings show as much
(a permutation test; Good 2005). Each measure is asked twice: did the outlet change against itself, and
did it change against the other outlets on the same events, which is what the topic cannot explain.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from framing.comparison.events import find_events
from framing.comparison.statistics.corrections import FALSE_RATE, adjusted
from framing.comparison.statistics.permutation import dealings, p_value
from framing.errors import OptionError
from framing.model import UNKNOWN, Annotation, Article, Estimate
from framing.monitoring.measures import estimate, term_measures
from framing.monitoring.records import content_hash
from framing.monitoring.store import Store
from framing.profiles.facets import FACETS, PER_WORDS, Count, FacetKind
from framing.reading.duplicates import near_duplicates

if TYPE_CHECKING:
    import pandas as pd

Against = Literal["itself", "the others on the same events"]
Verdict = Literal["changed", "no clear change", "too few events"]

FEWEST_EVENTS = 4
"""In each period: of four and four events there are 70 dealings, so that 2 in 70 can be reached; with
fewer, chance alone could never be ruled out at 1 in 20."""

DEALINGS = 20_000
"""Many, since a p-value below the reach of a hundred tests at once must be possible."""


@dataclass(frozen=True, slots=True)
class Period:
    """One period: its articles without repeats, and which event each is on."""

    name: str
    annotations: tuple[Annotation, ...]
    events: dict[str, str]
    repeated: int


@dataclass(frozen=True, slots=True)
class Change:
    """One measure of one outlet in two periods. `difference` is now less before, in the unit of the
    estimates; against the others, both are the outlet's number less theirs. `p` is of the
    permutation test, `q` is `p` corrected for all tests of the report."""

    outlet: str
    measure: str
    against: Against
    before: Estimate
    now: Estimate
    difference: float | None
    events_before: int
    events_now: int
    p: float | None
    q: float | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything between two periods; outlets and measures in a fixed order."""

    before: Period
    now: Period
    rows: tuple[Change, ...]

    def to_frame(self) -> "pd.DataFrame":
        """One row a measure and outlet, and against whom."""
        from dataclasses import asdict

        import pandas as pd

        return pd.json_normalize([asdict(row) for row in self.rows], sep="_")


def make_period(
    name: str, annotations: Sequence[Annotation], *, seen: Sequence[str] = ()
) -> Period:
    """A period from its articles. Left out are texts that `seen` (ids) names as published before,
    and all but the first of an outlet's near-copies of one text."""
    gone = {*seen, *_copies([a for a in annotations if a.article.id not in seen])}
    kept = tuple(a for a in annotations if a.article.id not in gone)
    events = {name: event.id for event in find_events(kept) for name in event.articles}
    return Period(name, kept, events, len(annotations) - len(kept))


def _copies(annotations: Sequence[Annotation]) -> Iterator[str]:
    by_outlet: dict[str, list[Article]] = defaultdict(list)
    for annotation in annotations:
        by_outlet[annotation.article.outlet.outlet].append(annotation.article)
    for articles in by_outlet.values():
        for group in near_duplicates(articles):
            yield from group[1:]


def chosen_periods(store: Store, before: str = "", now: str = "") -> tuple[Period, Period] | None:
    """The two periods to compare: those named, or the last two; None where there are not two.

    Raises OptionError for a name that is no period.
    """
    names = store.periods()
    for name in filter(None, (before, now)):
        if name not in names:
            raise OptionError(f"no period {name!r}; there are: {', '.join(names)}")
    later = now or (names[-1] if names else "")
    earlier = before or next((name for name in reversed(names) if name < later), "")
    if not earlier or not later or earlier == later:
        return None
    return load_period(store, earlier), load_period(store, later)


def load_period(store: Store, name: str) -> Period:
    """One period, without texts that the same outlet published in an earlier one."""
    annotations = store.annotations(name)
    known = store.contents_before(name)
    seen = [a.article.id for a in annotations if content_hash(a.article) in known]
    return make_period(name, annotations, seen=seen)


def find_changes(before: Period, now: Period) -> Changes:
    """Every measure of every outlet that is in both periods, outlets A-Z."""
    outlets = sorted(_outlets(before) & _outlets(now) - {UNKNOWN})
    rows = [row for outlet in outlets for row in _of_outlet(outlet, before, now)]
    tested = [row for row in rows if row.p is not None]
    q_values = adjusted([row.p for row in tested if row.p is not None])
    by_row = {id(row): q for row, q in zip(tested, q_values, strict=True)}
    return Changes(before, now, tuple(_judged(row, by_row.get(id(row))) for row in rows))


def _outlets(period: Period) -> set[str]:
    return {a.article.outlet.outlet for a in period.annotations}


def _judged(row: Change, q: float | None) -> Change:
    if q is None:
        return row
    return replace(row, q=q, verdict="changed" if q <= FALSE_RATE else "no clear change")


def _of_outlet(outlet: str, before: Period, now: Period) -> Iterator[Change]:
    mine = [a for p in (before, now) for a in p.annotations if a.article.outlet.outlet == outlet]
    for measure in (*FACETS, *term_measures(mine)):
        cells = [_cells(measure, outlet, period) for period in (before, now)]
        yield _against_itself(measure, outlet, (before, now), cells)
        yield _against_others(measure, outlet, cells)


_Row = tuple[int, int, int, int]  # one event: the outlet's cases, of how many; the others' likewise


@dataclass(frozen=True, slots=True)
class _Cell:
    """One event in one period: the outlet's counts, and those of the others (None: it is alone)."""

    mine: Count
    others: Count | None


def _cells(measure: FacetKind, outlet: str, period: Period) -> list[_Cell]:
    mine: dict[str, list[Count]] = defaultdict(list)
    others: dict[str, list[Count]] = defaultdict(list)
    for annotation in period.annotations:
        event = period.events[annotation.article.id]
        publisher = annotation.article.outlet.outlet
        side = mine if publisher == outlet else others
        if publisher != UNKNOWN:
            side[event].append(measure.count(annotation))
    return [
        _Cell(_sum(mine[event]), _sum(others[event]) if event in others else None)
        for event in sorted(mine)
    ]


def _sum(counts: Sequence[Count]) -> Count:
    return sum(hits for hits, _ in counts), sum(of for _, of in counts)


def _against_itself(
    measure: FacetKind,
    outlet: str,
    periods: tuple[Period, Period],
    cells: Sequence[Sequence[_Cell]],
) -> Change:
    before, now = (
        estimate(measure, (a for a in p.annotations if a.article.outlet.outlet == outlet))
        for p in periods
    )
    used = [[c for c in half if c.mine[1]] for half in cells]
    table: list[list[_Row]] = [[(*c.mine, 0, 0) for c in half] for half in used]
    known = before.value is not None and now.value is not None
    difference = now.value - before.value if known else None  # type: ignore[operator]
    row = _change(measure, outlet, "itself", table)
    return replace(row, before=before, now=now, difference=difference)


def _against_others(measure: FacetKind, outlet: str, cells: Sequence[Sequence[_Cell]]) -> Change:
    table: list[list[_Row]] = [
        [(*c.mine, *c.others) for c in half if c.mine[1] and c.others and c.others[1]]
        for half in cells
    ]
    row = _change(measure, outlet, "the others on the same events", table)
    scale = 1000.0 if measure.unit == PER_WORDS else 1.0
    gaps = [scale * _gap(half) if len(half) >= FEWEST_EVENTS else None for half in table]
    before, now = (
        Estimate(gap, None, None, len(half), measure.unit, "outlet less others, pooled over events")
        for gap, half in zip(gaps, table, strict=True)
    )
    known = gaps[0] is not None and gaps[1] is not None
    difference = gaps[1] - gaps[0] if known else None  # type: ignore[operator]
    return replace(row, before=before, now=now, difference=difference)


def _gap(rows: Sequence[_Row]) -> float:
    hits, of, other_hits, other_of = (sum(row[k] for row in rows) for k in range(4))
    return hits / of - (other_hits / other_of if other_of else 0.0)


def _change(
    measure: FacetKind, outlet: str, against: Against, table: Sequence[Sequence[_Row]]
) -> Change:
    """The test; the estimates are the caller's."""
    nothing = Estimate(None, None, None, 0, measure.unit, "")
    before, now = (len(half) for half in table)
    enough = min(before, now) >= FEWEST_EVENTS
    return Change(
        outlet=outlet,
        measure=measure.name,
        against=against,
        before=nothing,
        now=nothing,
        difference=None,
        events_before=before,
        events_now=now,
        p=_test(table) if enough else None,
        q=None,
        verdict="no clear change" if enough else "too few events",
    )


def _test(table: Sequence[Sequence[_Row]]) -> float | None:
    """How often events dealt at random to the periods differ as much; None where nothing occurs."""
    import numpy as np

    rows = np.array([row for half in table for row in half], dtype=float)
    if not rows[:, 0].any() and not rows[:, 2].any():
        return None
    is_now = _dealings(len(table[0]), len(table[1]))
    return float(p_value(np.abs(_rates(is_now, rows) - _rates(~is_now, rows))))


@lru_cache(maxsize=64)
def _dealings(before: int, now: int) -> Any:
    """For each dealing, which events are in the later period; the first is the observed one."""
    labels = [0] * before + [1] * now
    return dealings(labels, [0] * len(labels), most=DEALINGS) == 1


def _rates(chosen: Any, rows: Any) -> Any:
    """The outlet's pooled number less the others', for each way to choose events."""
    import numpy as np

    sums = chosen @ rows
    others = np.divide(sums[:, 2], sums[:, 3], out=np.zeros(len(sums)), where=sums[:, 3] > 0)
    return sums[:, 0] / sums[:, 1] - others
