"""From a record batch of articles to a record batch of rows: what every engine calls."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, cast

from framing.annotation.annotate import annotate
from framing.annotation.lexicon.loading import packs_in_use
from framing.annotation.lexicon.records import Pack
from framing.comparison.naming import choices_of
from framing.errors import FramingError, InputError
from framing.frames import NOTES_TABLES
from framing.model import (
    Annotation,
    Article,
    Correction,
    OutletTag,
    Region,
    RegionKind,
    Skipped,
    Span,
)
from framing.reading.files import article_of
from framing.reading.outlets import load_outlets
from framing.reading.tables import COLUMNS, from_records

Row = dict[str, Any]

BATCH = 64  # articles a batch: a fifth of a second's work, so that what is in flight stays small

_TEXT = (
    *("row", "article", "outlet", "text", "term", "category", "target", "convention", "voice"),
    *("speaker", "side", "claim_by", "wording_by", "zone", "slot", "pack", "kind", "cue", "cue_kind"),
    *("source", "source_kind", "relayed_by", "rule", "reason"),
)  # fmt: skip
_NUMBERS = ("start", "end", "valence", "words")
_FLAGS = ("negated", "official")


@cache
def rows_schema() -> Any:
    """The columns of `annotate_batch`, always all of them, empty where they do not apply.

    ``row`` says what a row is: ``article`` (one an article: its words), ``marker``, ``quote``,
    ``choice`` (a slot of the article's packs filled: the variant is the ``term``) or ``skipped``
    (with the ``reason``). ``start`` and ``end`` are characters of the article's text as it was read,
    which has the title in front where a table keeps it apart. The other columns are those of
    `Study.to_frame`; ``side`` is the speaker's.
    """
    import pyarrow as pa

    text, number, flag = pa.string(), pa.int32(), pa.bool_()
    fields = [(name, text) for name in _TEXT] + [(name, number) for name in _NUMBERS]
    fields += [(name, flag) for name in _FLAGS] + [("published", pa.date32())]
    return pa.schema(fields)


def annotate_batch(
    batch: Any,
    *,
    packs: Sequence[str] | None = None,
    lexicons: Path | None = None,
    outlets: Path | None = None,
) -> Any:
    """The rows (see `rows_schema`) of the articles in an Arrow record batch. A pure function.

    `batch` is a piece of a table as `framing.read` takes it (an id and a text; title, date, outlet,
    url ... where there are any), or of one that `article_batches` made. Ids must be there and be the
    articles' own over all batches. `packs`, `lexicons` and `outlets` are those of `framing.study`;
    what they name is loaded once a process and must be there on every machine. What cannot be read or
    annotated, even for a fault of our own, becomes a row ``skipped`` and the others go on. Raises
    InputError where a column is missing.
    """
    import pyarrow as pa

    _check_columns(batch.schema.names)
    rows: list[Row] = []
    articles: list[Article] = []
    for record in batch.to_pylist():
        found = _article(record, outlets)
        if isinstance(found, Skipped):
            rows.append(_skipped(found))
        else:
            articles.append(found)
    rows += _rows_of(articles, packs, lexicons)
    return pa.RecordBatch.from_pylist(rows, schema=rows_schema())


def article_batches(articles: Iterable[Article], *, size: int = BATCH) -> Iterator[Any]:
    """Articles that are read already as record batches, nothing lost but path and proof of the outlet:
    a user's corrections (see `framing.apply_corrections`) travel with them."""
    import pyarrow as pa

    remaining = iter(articles)
    while some := list(islice(remaining, size)):
        yield pa.RecordBatch.from_pylist([_record(article) for article in some], schema=_articles())


def table_batches(path: Path, *, size: int = BATCH) -> Iterator[Any]:
    """The record batches of a Parquet file. Raises InputError where it is none, or is cut off."""
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    try:
        with ParquetFile(path) as file:
            yield from file.iter_batches(batch_size=size)
    except (ArrowException, OSError) as fault:
        reason = (str(fault).splitlines() or [type(fault).__name__])[0][:200]
        raise InputError(
            f"{path} is not a whole Parquet file ({reason}): write it again"
        ) from fault


def sorted_table(batches: Iterable[Any]) -> Any:
    """The rows of `batches` as one table in an order that does not hang on how they were split."""
    import pyarrow as pa

    table = pa.Table.from_batches(batches, schema=rows_schema())
    first = ("article", "row", "start", "end")
    order = (*first, *(name for name in table.schema.names if name not in first))
    return table.sort_by([(name, "ascending") for name in order]).combine_chunks()


# --- articles in -------------------------------------------------------------------------------


def _check_columns(names: Sequence[str]) -> None:
    """Without an id of its own an article's rows could not be told from another batch's."""
    plain = {name.strip().lower() for name in names}
    for role in ("id", "text"):
        if not plain & set(COLUMNS[role]):
            raise InputError(
                f"no column for the {role} of the articles: columns are {', '.join(names)}; "
                f"name one of them {' or '.join(COLUMNS[role])}"
            )


def _article(record: Mapping[str, Any], outlets: Path | None) -> Article | Skipped:
    name = next((str(v) for k, v in record.items() if k.strip().lower() in COLUMNS["id"]), "")
    try:
        if "regions" in record:
            return _article_again(record)
        found = next(from_records([record]))
        if isinstance(found, Skipped):
            return Skipped(name, found.reason.removeprefix("row 1: "))
        return article_of(found, table=load_outlets(outlets))
    except FramingError:
        raise  # a table of outlets that is not there is so for every article
    except Exception as fault:
        return Skipped(name, _told(fault))


@cache
def _articles() -> Any:
    import pyarrow as pa

    text = ("id", "text", "outlet", "name", "origin", "confidence", "headline", "regions")
    fields = [(column, pa.string()) for column in (*text, "url", "language", "corrections")]
    return pa.schema([*fields, ("published", pa.date32()), ("not_before", pa.date32())])


def _record(article: Article) -> Row:
    tag, line = article.outlet, article.headline
    plain = ("id", "text", "url", "language", "published", "not_before")
    return {
        **{name: getattr(article, name) for name in plain},
        **{name: getattr(tag, name) for name in ("outlet", "name", "origin", "confidence")},
        "headline": f"{line.start}-{line.end}" if line else None,
        "regions": " ".join(f"{r.span.start}-{r.span.end}-{r.kind}" for r in article.regions),
        "corrections": json.dumps(list(map(astuple, article.corrections))),
    }


def _article_again(record: Mapping[str, Any]) -> Article:
    """The reverse of `_record`; a day may have become text on its way through an engine."""
    regions = (region.split("-", 2) for region in (record["regions"] or "").split())
    line = record["headline"]
    return Article(
        id=record["id"],
        text=record["text"],
        outlet=OutletTag(*(record[k] for k in ("outlet", "name", "origin", "confidence"))),
        published=_day(record["published"]),
        not_before=_day(record["not_before"]),
        headline=Span(*map(int, line.split("-"))) if line else None,
        regions=tuple(
            Region(Span(int(start), int(end)), cast(RegionKind, kind))
            for start, end, kind in regions
        ),
        url=record["url"],
        language=record["language"],
        corrections=tuple(map(_correction, json.loads(record.get("corrections") or "[]"))),
    )


def _correction(values: Sequence[Any]) -> Correction:
    article, field, value, span, *rest = values
    return Correction(article, field, value, Span(*span) if span else None, *rest)


def _day(value: Any) -> date | None:
    return date.fromisoformat(value[:10]) if isinstance(value, str) else value


# --- rows out ----------------------------------------------------------------------------------


def _rows_of(
    articles: Sequence[Article], packs: Sequence[str] | None, lexicons: Path | None
) -> Iterator[Row]:
    """The rows of all articles; where one breaks the whole, of each on its own."""
    try:
        notes = annotate(articles, packs=packs, folder=lexicons)
        loaded = packs_in_use(folder=lexicons)
        rows = [row for annotation in notes for row in _rows(annotation, loaded)]
        yield from (*rows, *map(_skipped, notes.skipped))
    except FramingError:
        raise  # a pack that is not there is so for every article
    except Exception as fault:
        if len(articles) == 1:
            yield _skipped(Skipped(articles[0].id, _told(fault)))
        else:
            for article in articles:
                yield from _rows_of([article], packs, lexicons)


def _rows(annotation: Annotation, loaded: Sequence[Pack]) -> Iterator[Row]:
    article = annotation.article
    used = {version.name for version in annotation.packs}
    same = {
        "article": article.id,
        "outlet": article.outlet.outlet,
        "published": article.published,
    }
    yield {**same, "row": "article", "words": annotation.words}
    for marker, row in zip(annotation.markers, NOTES_TABLES["markers"](annotation), strict=True):
        yield {**row, **same, "row": "marker", "side": marker.voice.side}
    for row in NOTES_TABLES["quotes"](annotation):
        yield {**row, **same, "row": "quote"}
    for choice in choices_of(annotation, tuple(p for p in loaded if p.name in used)):
        names = ("slot", "convention", "voice")
        filled = {name: getattr(choice, name) for name in names}
        yield {**same, "row": "choice", "term": choice.variant, **filled}


def _skipped(item: Skipped) -> Row:
    return {"row": "skipped", "article": item.path, "reason": item.reason}


def _told(fault: Exception) -> str:
    first = (str(fault).splitlines() or [""])[0][:200]
    return f"a bug in framing, please tell us: {type(fault).__name__}: {first}"
