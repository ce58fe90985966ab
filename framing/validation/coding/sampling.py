"""Which units are coded: a seeded draw from every stratum, with the weight each unit stands for."""

import hashlib
import warnings
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from framing.errors import FramingWarning, OptionError
from framing.validation.coding.codebook import NONE
from framing.validation.coding.units import Stratum, Unit

BLANK_SHARE = 1 / 3
"""Share of the sample that comes from units in which the tool found nothing. They show what it
misses; there are many of them, so each stands for many, and too few of them make recall vague."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A unit of the sample: its stratum has `of` units, of which `drawn` are in the sample."""

    unit: Unit
    drawn: int
    of: int

    @property
    def weight(self) -> float:
        """How many units of the corpus this one stands for."""
        return self.of / self.drawn


def draw(units: Sequence[Unit], size: int, *, seed: int = 0) -> tuple[Drawn, ...]:
    """Draw `size` of `units`, as many from each stratum as from any other where they last.

    The order is that of a hash of the seed and the unit's id: the same articles and seed give the
    same sample on every machine, and a new article moves no unit that was there before it. Warns
    where there are more strata than units to draw, since some kinds of finding then go unseen.
    """
    if size < 1:
        raise OptionError(f"cannot draw {size} units: ask for 1 or more")
    strata: dict[Stratum, list[Unit]] = defaultdict(list)
    for unit in units:
        strata[unit.stratum].append(unit)
    sizes = {name: len(members) for name, members in strata.items()}
    wanted = allocate(sizes, size)
    unseen = [name for name, count in wanted.items() if not count]
    if unseen:
        warnings.warn(_unseen_message(unseen, sizes, size), FramingWarning, stacklevel=2)
    sample = [
        Drawn(unit, wanted[name], sizes[name])
        for name, members in strata.items()
        for unit in sorted(members, key=lambda u: _rank(u, seed))[: wanted[name]]
    ]
    return tuple(sorted(sample, key=lambda d: _rank(d.unit, seed)))


def allocate(sizes: Mapping[Stratum, int], size: int) -> dict[Stratum, int]:
    """How many units to draw from each stratum of the sizes given, `size` in all where there are
    so many: a third from the strata without a finding, the rest from the others."""
    blank = {name: n for name, n in sizes.items() if name[2] == NONE}
    marked = {name: n for name, n in sizes.items() if name[2] != NONE}
    size = min(size, sum(sizes.values()))
    for_blank = min(round(size * BLANK_SHARE), sum(blank.values()))
    for_marked = min(size - for_blank, sum(marked.values()))
    return _level(blank, size - for_marked) | _level(marked, for_marked)


def _level(sizes: Mapping[Stratum, int], size: int) -> dict[Stratum, int]:
    """Equal parts, what small strata cannot give going to the others; ties to the larger."""
    order = sorted(sizes, key=lambda name: (sizes[name], name))
    parts: dict[Stratum, int] = {}
    left = size
    for k, name in enumerate(order):
        parts[name] = min(sizes[name], left // (len(order) - k))
        left -= parts[name]
    return parts


def _rank(unit: Unit, seed: int) -> str:
    return hashlib.sha256(f"{seed}\n{unit.id}".encode()).hexdigest()


def _unseen_message(unseen: Sequence[Stratum], sizes: Mapping[Stratum, int], size: int) -> str:
    missed = sum(sizes[name] for name in unseen)
    shown = "; ".join(" / ".join(name) for name in sorted(unseen)[:3])
    return (
        f"{size} units are fewer than the {len(sizes)} strata: {len(unseen)} with {missed} of "
        f"{sum(sizes.values())} units go unseen ({shown}); draw more for figures that stand for all"
    )
