"""Spark: `annotate_batch` in `mapInArrow`."""

from collections.abc import Iterator
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
