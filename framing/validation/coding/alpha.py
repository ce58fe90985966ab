"""Krippendorff's alpha: how far coders agree beyond chance, with a bootstrap interval.

Own code, because it is forty lines of arithmetic and the package of that name is under the GPL,
which this library's licence cannot take in. Held in the tests against the worked examples of
Krippendorff (2011) and of Hayes and Krippendorff (2007).
"""

import random
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from framing.comparison.intervals import CONFIDENCE
from framing.errors import OptionError
from framing.model import Estimate

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

Level = Literal["nominal", "ordinal"]
LEVELS: tuple[Level, ...] = ("nominal", "ordinal")

RESAMPLES = 2000
"""Bootstrap samples: the ends of a 95 % interval move by at most 0.015 from seed to seed, on the 40
units of Hayes and Krippendorff's example and on 100 like them (six seeds)."""

FEWEST_UNITS = 5  # as for a share: fewer cases say nothing, whatever they show
FEWEST_GROUPS = 10
"""With fewer groups than this there are too few ways to draw them: resampling three articles gives a
narrower interval than resampling their sentences. Units are then resampled, and the method says so."""

_MOST_UNDEFINED = 0.05  # of the resamples: where more show one value only there is no interval


def alpha(
    ratings: Sequence[Sequence[str | None]],
    *,
    level: Level = "nominal",
    values: Sequence[str] = (),
) -> float | None:
    """Krippendorff's alpha of `ratings`: one row a unit, one cell a coder, None where not coded.

    1 is agreement throughout, 0 what chance would give; below 0 coders disagree systematically.
    `values` is the order of an ordinal variable's values, lowest first. Units that fewer than two
    coders coded do not count. None where nothing can be compared or where only one value was ever
    given: without variation no coefficient can tell agreement from habit.

    Formula: Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", section E.
    """
    return _alpha(_coincidences(ratings, _order(ratings, level, values)).sum(axis=0), level)


def alpha_estimate(
    ratings: Sequence[Sequence[str | None]],
    *,
    level: Level = "nominal",
    values: Sequence[str] = (),
    groups: Sequence[str] = (),
    seed: int = 0,
) -> Estimate:
    """Alpha with its bootstrap interval; `n` is the number of units that two or more coders coded.

    Resampled are units (Zapf, Castell, Morawietz and Karch 2016), or, where `groups` names one for
    each unit and there are `FEWEST_GROUPS`, whole groups: sentences of one article are no independent
    cases.
    """
    pairable = [i for i, row in enumerate(ratings) if sum(v is not None for v in row) > 1]
    unit = f"alpha, {level}"
    if len(pairable) < FEWEST_UNITS:
        return _nothing(len(pairable), unit, f"too few units (below {FEWEST_UNITS})")
    tables = _coincidences([ratings[i] for i in pairable], _order(ratings, level, values))
    value = _alpha(tables.sum(axis=0), level)
    if value is None:
        return _nothing(len(pairable), unit, "only one value was given: nothing to agree on")
    names = [groups[i] for i in pairable] if groups else []
    whole = len(set(names)) >= FEWEST_GROUPS
    low, high, method = _interval(_by_group(tables, names) if whole else tables, level, seed)
    of = "groups" if whole else f"units of {len(set(names))} groups" if names else "units"
    return Estimate(value, low, high, len(pairable), unit, method.format(of=of))


def _nothing(n: int, unit: str, why: str) -> Estimate:
    return Estimate(None, None, None, n, unit, why)


def _order(
    ratings: Sequence[Sequence[str | None]], level: Level, values: Sequence[str]
) -> list[str]:
    """All values in their order; an ordinal variable needs one."""
    if level not in LEVELS:
        raise OptionError(f"no level {level!r}; there are: {', '.join(LEVELS)}")
    given = sorted({value for row in ratings for value in row if value is not None})
    unknown = [value for value in given if values and value not in values]
    if level == "ordinal" and (unknown or not values):
        raise OptionError(
            f"the order of {', '.join(unknown or given)} is not known: "
            "list the choices of an ordinal column in the codebook, lowest first"
        )
    return [value for value in values if value in given] if level == "ordinal" else given


def _coincidences(ratings: Sequence[Sequence[str | None]], order: Sequence[str]) -> "Floats":
    """One matrix a unit: how often each value meets each other value, pairs of coders weighted so
    that a unit counts as many times as it has values."""
    import numpy as np

    place = {value: k for k, value in enumerate(order)}
    tables = np.zeros((len(ratings), len(order), len(order)))
    for unit, row in enumerate(ratings):
        given = [place[value] for value in row if value is not None]
        if len(given) > 1:
            counts = np.bincount(given, minlength=len(order)).astype(float)
            tables[unit] = (np.outer(counts, counts) - np.diag(counts)) / (len(given) - 1)
    return tables


def _alpha(table: "Floats", level: Level) -> float | None:
    """1 - observed / expected disagreement of a coincidence matrix."""
    totals = table.sum(axis=1)
    n = float(totals.sum())
    distance = _distance(totals, level)
    expected = float((totals[:, None] * totals[None, :] * distance).sum())
    if expected == 0:
        return None
    return 1 - (n - 1) * float((table * distance).sum()) / expected


def _distance(totals: "Floats", level: Level) -> "Floats":
    """Squared differences between values, for the level of measurement."""
    import numpy as np

    if level == "nominal":
        return 1 - np.eye(len(totals))
    upto = np.cumsum(totals) - totals / 2  # the middle of each value's ranks
    squared: Floats = (upto[:, None] - upto[None, :]) ** 2
    return squared


def _by_group(tables: "Floats", names: Sequence[str]) -> "Floats":
    import numpy as np

    place = {name: k for k, name in enumerate(sorted(set(names)))}
    sums = np.zeros((len(place), *tables.shape[1:]))
    np.add.at(sums, [place[name] for name in names], tables)
    return sums


def _interval(tables: "Floats", level: Level, seed: int) -> tuple[float | None, float | None, str]:
    """The percentile interval from resampling the groups, and how it came about."""
    chance, size = random.Random(seed), len(tables)
    found = []
    for _ in range(RESAMPLES):
        drawn = chance.choices(range(size), k=size)
        value = _alpha(tables[drawn].sum(axis=0), level)
        if value is not None:
            found.append(value)
    if size < 2 or len(found) < (1 - _MOST_UNDEFINED) * RESAMPLES:
        return None, None, "no interval: nearly all units have one value"
    found.sort()
    tail = (1 - CONFIDENCE) / 2
    low = found[int(tail * (len(found) - 1))]
    high = found[round((1 - tail) * (len(found) - 1))]
    method = f"{CONFIDENCE:.0%} bootstrap of {size} {{of}}, {RESAMPLES} resamples, seed {seed}"
    return low, high, method
