"""Dask: `annotate_batch` over the partitions of a frame, and `map`: on processes or a cluster."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from framing.errors import EngineError
from framing.scale.batches import BATCH, annotate_batch, rows_schema


def annotate_frame(frame: Any, **options: Any) -> Any:
    """The rows (see `rows_schema`) of a Dask DataFrame of articles, a partition a partition, lazily.

    `options` are those of `annotate_batch`. A partition whose worker dies is done by another one, as
    Dask does it. Raises EngineError where Dask is not installed.
    """
    try:
        import dask.dataframe  # noqa: F401 - without it there are no partitions
    except ImportError as fault:
        raise EngineError('Dask is not installed: pip install "framing[dask]"') from fault
    return frame.map_partitions(_partition, meta=_pandas(rows_schema().empty_table()), **options)


def mapper(client: Any) -> Callable[[Callable[[Any], Any], Iterable[Any]], Iterator[Any]]:
    """`map` on the workers of a Dask client, in order, four items a core at a time: for the `mapper` of
    `framing.find_events`. An item whose worker dies is done by another one."""

    def mapped(function: Callable[[Any], Any], items: Iterable[Any]) -> Iterator[Any]:
        remaining = iter(items)
        while some := list(islice(remaining, 4 * sum(client.ncores().values()))):
            yield from client.gather(client.map(function, some, pure=False))

    return mapped


def _partition(frame: Any, **options: Any) -> Any:
    import pyarrow as pa

    articles = pa.Table.from_pandas(frame, preserve_index=False)
    batches = (annotate_batch(b, **options) for b in articles.to_batches(max_chunksize=BATCH))
    return _pandas(pa.Table.from_batches(batches, schema=rows_schema()))


def _pandas(table: Any) -> Any:
    """The table with Arrow's types kept: a column of offsets with gaps would become one of floats."""
    import pandas as pd

    return table.to_pandas(types_mapper=pd.ArrowDtype)
