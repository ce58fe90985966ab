"""Tables with something about each outlet: a column each, or where there are many one by name."""

from collections.abc import Callable, Sequence

from framing.model import Comparison
from framing.reporting.blocks import Column, Run, Words, strong, words

MOST = 4
"""Outlets that get a column of their own; more stand under each other in one."""

Cell = Callable[[str], Words]


def outlet_columns(comparison: Comparison, names: dict[str, str]) -> tuple[Column, ...]:
    """The columns of the outlets, A-Z."""
    if len(comparison.outlets) > MOST:
        return (Column("Outlets", width=6.0),)
    return tuple(Column(names[o], width=2.0) for o in in_order(comparison, names))


def outlet_cells(comparison: Comparison, names: dict[str, str], cell: Cell) -> tuple[Words, ...]:
    """What `cell` says of each outlet (nothing: a dash), for the columns of `outlet_columns`."""
    found = [(o, cell(o)) for o in in_order(comparison, names)]
    if len(comparison.outlets) <= MOST:
        return tuple(said or words("–") for _, said in found)
    runs: list[Run] = []
    for outlet, said in found:
        if said:
            runs += [Run("\n")] * bool(runs) + [strong(f"{names[outlet]}: "), *_in_a_line(said)]
    return (tuple(runs) or words("–"),)


def in_order(comparison: Comparison, names: dict[str, str]) -> list[str]:
    """The outlets A-Z by their printed names."""
    return sorted(comparison.outlets, key=lambda o: (names[o].casefold(), o))


def _in_a_line(said: Words) -> Sequence[Run]:
    return [Run(run.text.replace("\n", "; ").strip(), run.kind) for run in said]
