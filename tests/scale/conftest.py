"""Six files of 60 invented articles, and what one process makes of them."""

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from generated_news import rows

from framing.scale.batches import annotate_batch, sorted_table, table_batches
from framing.scale.pool import Workers

FILES, ARTICLES = 6, 60


@pytest.fixture(scope="session")
def news(tmp_path_factory):
    folder = tmp_path_factory.mktemp("news")
    for number in range(FILES):
        some = list(rows(number * ARTICLES, (number + 1) * ARTICLES))
        pq.write_table(pa.Table.from_pylist(some), folder / f"part-{number}.parquet")
    return sorted(folder.glob("*.parquet"))


@pytest.fixture(scope="session")
def batches(news):
    return [batch for path in news for batch in table_batches(path, size=20)]


@pytest.fixture(scope="session")
def alone(batches):
    """The sorted table of a single process, as bytes."""
    table = sorted_table(map(annotate_batch, batches))
    assert table.num_rows > 10 * FILES * ARTICLES
    return as_bytes(table)


@pytest.fixture(scope="session")
def same(alone):
    def check(found) -> bool:
        """Whether rows, in whatever order, are those of the single process, to the byte."""
        table = found if isinstance(found, pa.Table) else pa.Table.from_batches(found)
        return as_bytes(sorted_table(table.to_batches())) == alone

    return check


@pytest.fixture(scope="session")
def two():
    with Workers(2) as workers:
        yield workers


def as_bytes(table) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return sink.getvalue().to_pybytes()
