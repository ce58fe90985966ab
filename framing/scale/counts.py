"""Counts of rows that add up: of any split of the articles, in any order, the same totals."""

from collections.abc import Iterable
from typing import Any

KEYS = {
    "article": ("outlet",),
    "marker": ("outlet", "voice", "category"),
    "quote": ("outlet", "kind", "side"),
    "choice": ("outlet", "voice", "slot", "term"),
    "skipped": ("reason",),
}
"""What the rows of each sort are counted by."""

_COLUMNS = ("row", *dict.fromkeys(name for keys in KEYS.values() for name in keys))


def count_rows(rows: Any) -> Any:
    """How many rows of each sort, by the columns in `KEYS`, and the `words` in them, of a table or
    record batch that `annotate_batch` made: an Arrow table, a line a combination that occurs.

    Words of an ``article`` are those of its own prose, those of a ``quote`` its content's.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    table = pa.table(rows)
    parts = []
    for row, keys in KEYS.items():
        some = table.filter(pc.equal(table["row"], row))
        ones = pa.array([1] * some.num_rows, pa.int64())
        columns = {name: some[name] for name in ("row", *keys)}
        parts.append(pa.table({**columns, "count": ones, "words": some["words"].cast("int64")}))
    return merge(parts)


def merge(counts: Iterable[Any]) -> Any:
    """The sum of counts, sorted. Associative and commutative: counts of parts may be added in any
    order, some before others; of none, it is a table without lines."""
    import pyarrow as pa
    import pyarrow.compute as pc

    schema = pa.schema(
        [(name, pa.string()) for name in _COLUMNS] + [("count", pa.int64()), ("words", pa.int64())]
    )
    table = pa.concat_tables([schema.empty_table(), *counts], promote_options="default")
    sums = table.group_by(list(_COLUMNS), use_threads=False).aggregate(
        [("count", "sum"), ("words", "sum")]
    )
    words = pc.fill_null(sums["words_sum"], 0)
    found = [sums[name] for name in (*_COLUMNS, "count_sum")]
    return (
        pa.table([*found, words], schema=schema)
        .sort_by([(name, "ascending") for name in _COLUMNS])
        .combine_chunks()
    )
