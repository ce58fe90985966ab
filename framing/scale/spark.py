"""Spark: `annotate_batch` in `mapInArrow`, and `map`."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from framing.errors import EngineError
from framing.scale.batches import BATCH, annotate_batch, rows_schema


def annotate_frame(frame: Any, **options: Any) -> Any:
    """The rows (see `rows_schema`) of a Spark DataFrame of articles, lazily, split as `frame` is.

    `options` are those of `annotate_batch`. A task whose worker dies is done again as often as
    ``spark.task.maxFailures`` says (on one machine ``local[2,4]`` is two workers and four tries, plain
    ``local[2]`` gives up at once). Every executor needs framing. Raises EngineError where PySpark
    is not installed.
    """
    try:
        from pyspark.sql.pandas.types import from_arrow_schema
    except ImportError as fault:
        raise EngineError('Spark is not installed: pip install "framing[spark]"') from fault

    def annotated(batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            for start in range(0, batch.num_rows, BATCH):
                yield annotate_batch(batch.slice(start, BATCH), **options)

    return frame.mapInArrow(annotated, from_arrow_schema(rows_schema()))


def mapper(session: Any) -> Callable[[Callable[[Any], Any], Iterable[Any]], Iterator[Any]]:
    """`map` in tasks of a Spark session, in order, four items a core at a time: for the `mapper` of
    `framing.find_events`."""
    context = session.sparkContext

    def mapped(function: Callable[[Any], Any], items: Iterable[Any]) -> Iterator[Any]:
        remaining = iter(items)
        while some := list(islice(remaining, 4 * context.defaultParallelism)):
            yield from context.parallelize(some, len(some)).map(function).collect()

    return mapped
