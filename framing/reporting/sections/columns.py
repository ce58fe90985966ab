"""Tables with something about each outlet: a column each, or where there are many a row each."""

from collections.abc import Callable, Sequence

from framing.model import Comparison
from framing.reporting.blocks import Column, Words, strong, words
from framing.reporting.names import outlets_az

MOST = 4
"""Outlets that get a column of their own; more get a row each."""

ACROSS = 4
"""Items that stand side by side where the outlets are rows."""

Cell = Callable[[str], Words]


def outlet_table(
    comparison: Comparison,
    names: dict[str, str],
    items: Sequence[tuple[str, Cell]],
    *,
    head: str,
) -> tuple[tuple[Column, ...], tuple[tuple[Words, ...], ...]]:
    """Columns and rows that say something about each outlet (nothing: a dash), outlets A-Z.

    A row an item under `head`, a column an outlet; with more than `MOST` outlets a row an outlet, a
    column each for the first `ACROSS` items.
    """
    outlets = in_order(comparison, names)
    if many_outlets(comparison):
        shown = items[:ACROSS]
        columns = (Column("Outlet", width=1.5), *(Column(title, width=1.4) for title, _ in shown))
        rows = (
            (words(strong(names[o])), *(cell(o) or words("–") for _, cell in shown))
            for o in outlets
        )
        return columns, tuple(rows)
    columns = (Column(head, width=1.6), *(Column(names[o], width=2.0) for o in outlets))
    return columns, tuple(
        (words(strong(title)), *(cell(o) or words("–") for o in outlets)) for title, cell in items
    )


def many_outlets(comparison: Comparison) -> bool:
    """Whether a table has a row an outlet and not a column an outlet."""
    return len(comparison.outlets) > MOST


def most_items(comparison: Comparison, most: int) -> int:
    """How many items of at most `most` one table has room for."""
    return min(most, ACROSS) if many_outlets(comparison) else most


def in_order(comparison: Comparison, names: dict[str, str]) -> list[str]:
    """The outlets A-Z by their printed names."""
    return outlets_az(comparison.outlets, names)
