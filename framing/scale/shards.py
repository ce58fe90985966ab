"""Rows on disk, a file a file of articles: whole or not there, and what is there is not done again."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from framing.errors import InputError, OutputError
from framing.manifest import make_manifest
from framing.output import beside, json_text
from framing.scale.batches import rows_schema, table_batches
from framing.scale.pool import Workers, annotate_batches

_STAMP = b"framing"  # where a file of rows says what made it
_GROUP = 16  # batches a row group: small groups read slowly, large ones are held in memory


def annotate_shards(
    sources: Sequence[Path],
    folder: Path,
    *,
    workers: Workers,
    options: Mapping[str, Any] | None = None,
) -> list[Path]:
    """Annotate Parquet files of articles into files of rows of the same names in `folder`.

    `options` are those of `annotate_batch`. A file of rows appears when it is whole. One that is
    there is kept where the same articles, packs, versions and options made it, and made again where it
    is cut off or was made of others: so a run that was killed goes on, and ends as one that was
    not. Files of articles that cannot be read are named in an InputError when the others are done.
    """
    faults = []
    for source in sources:
        target, stamp = folder / source.name, _stamp(source, options or {})
        if not _is_done(target, stamp):
            batches = annotate_batches(table_batches(source), workers=workers, **(options or {}))
            try:
                write_rows(batches, target, stamp=stamp)
            except InputError as fault:
                faults.append(str(fault))
    if faults:
        raise InputError("\n".join(faults))
    return [folder / source.name for source in sources]


def write_rows(batches: Iterable[Any], target: Path, *, stamp: bytes = b"") -> None:
    """Write the rows of `batches` to a Parquet file, a few batches in memory at a time; it takes the
    place of `target` when all are written. Raises OutputError where that cannot be."""
    from pyarrow.parquet import ParquetWriter

    schema = rows_schema().with_metadata({_STAMP: stamp})
    try:
        with (
            beside(target) as file,
            ParquetWriter(file, schema, compression="zstd") as writer,
        ):
            for table in _tables(batches, schema):
                writer.write_table(table)
    except OSError as error:
        raise OutputError(f"cannot write {target}: {error.strerror or error}") from error


def _tables(batches: Iterable[Any], schema: Any) -> Iterator[Any]:
    import pyarrow as pa

    remaining = iter(batches)
    while some := list(islice(remaining, _GROUP)):
        yield pa.Table.from_batches(some).replace_schema_metadata(schema.metadata)


def _stamp(source: Path, options: Mapping[str, Any]) -> bytes:
    """What decides the rows: the articles, the packs, versions and options."""
    manifest = make_manifest("scale", inputs=source, options=options)
    return hashlib.sha256(json_text(manifest).encode()).hexdigest().encode()


def _is_done(target: Path, stamp: bytes) -> bool:
    """Whether `target` is whole (a Parquet file that is cut off has no end to read) and was made so."""
    from pyarrow import ArrowException
    from pyarrow.parquet import read_schema

    try:
        return bool((read_schema(target).metadata or {}).get(_STAMP) == stamp)
    except (ArrowException, OSError):
        return False
