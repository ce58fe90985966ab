"""Articles out of tables: CSV, JSON, Parquet and pandas DataFrames, one row an article."""

import csv
import io
import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from framing.model import Skipped
from framing.reading import Draft, readable, too_long, with_title
from framing.reading.dates import parse_date, parse_year, url_date

if TYPE_CHECKING:
    import pandas as pd

Row = Mapping[str, object]
Rows = Iterable[tuple[int, Row | str]]

# The columns that are known, by what they hold; of several in one table the first counts.
COLUMNS: dict[str, tuple[str, ...]] = {
    "id": ("id", "article_id", "doc_id"),
    "text": (
        *("text", "body", "content", "article", "full_text", "fulltext", "article_text"),
        *("article_body", "articlebody", "maintext"),
    ),
    "title": ("title", "headline"),
    "published": (
        *("published", "date", "published_at", "publishedat", "pub_date", "publication_date"),
        *("date_published", "datepublished", "publish_date", "date_publish"),
    ),
    "url": ("url", "link", "source_url"),
    "language": ("language", "lang"),
}
# Columns that outlets.identify knows under another name.
_OUTLET_COLUMNS = {"site": "site_name", "outlet_name": "outlet", "source_name": "source"}
_LONGEST_FIELD = 300  # characters; what is longer says nothing about the outlet
_LARGEST_CELL = 2**31 - 1
_ROWS_AT_ONCE = 64  # of a Parquet file, whose few kilobytes may hold rows of many megabytes each
_SURROGATES = re.compile("[\ud800-\udfff]")


def from_csv(text: str, *, path: str) -> Iterator[Draft | Skipped]:
    """Read the rows of a CSV or TSV; the header row tells the separator (comma, ; tab or |)."""
    header = text.lstrip("\ufeff").split("\n", 1)[0]
    separator = max(",;\t|", key=header.count)
    with _large_cells():
        lines = io.StringIO(text.lstrip("\ufeff"), newline="")
        reader = csv.DictReader(lines, delimiter=separator, strict=True)
        yield from _drafts(_csv_rows(reader), path=path)


def from_json(text: str, *, path: str) -> Iterator[Draft | Skipped]:
    """Read a list of objects, one object, an object that holds such a list, or one a line."""
    try:
        data = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as fault:
        rows = list(_json_lines(text.lstrip("\ufeff")))
        if all(isinstance(row, str) for _, row in rows):
            yield Skipped(path, f"not JSON: {_first_line(fault)}")
        else:
            yield from _drafts(rows, path=path)
        return
    yield from _drafts(enumerate(_records(data), start=1), path=path)


def from_parquet(path: Path) -> Iterator[Draft | Skipped]:
    """Read the rows of a Parquet file, batch by batch."""
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    try:
        with ParquetFile(path) as file:
            batches = file.iter_batches(_ROWS_AT_ONCE)
            rows = (row for batch in batches for row in _rows_of(batch))
            yield from _drafts(enumerate(rows, start=1), path=readable(path))
    except (ArrowException, OSError, ValueError) as fault:
        yield Skipped(readable(path), f"not a readable Parquet file: {_first_line(fault)}")


def from_frame(frame: "pd.DataFrame") -> Iterator[Draft | Skipped]:
    """Read the rows of a DataFrame; of columns with the same name the first counts."""
    frame = frame.loc[:, ~frame.columns.duplicated()]
    names = [str(name) for name in frame.columns]
    rows = (dict(zip(names, row, strict=True)) for row in frame.itertuples(index=False, name=None))
    yield from _drafts(enumerate(rows, start=1), path=None)


def from_records(records: Iterable[Row]) -> Iterator[Draft | Skipped]:
    """Read rows that are mappings already, as those of a table in memory."""
    yield from _drafts(enumerate(records, start=1), path=None)


# --- rows of each kind of file ---------------------------------------------------------------


@contextmanager
def _large_cells() -> Iterator[None]:
    """Lift csv's limit of 131,072 characters a cell: an article may be longer."""
    before = csv.field_size_limit(_LARGEST_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _csv_rows(reader: "csv.DictReader[str]") -> Iterator[tuple[int, Row | str]]:
    number = 0
    while True:
        number += 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as fault:
            yield number, f"{fault}: a quotation mark is not closed or not doubled; rows end here"
            return
        if None in row:
            yield number, "more cells than columns: put cells that hold the separator in quotes"
        else:
            yield number, row


def _rows_of(batch: Any) -> list[Row]:
    """The rows of a batch. Where Python has no such value (a day in the year 10183, a text that is not
    UTF-8), a date is left out and a text has replacement characters."""
    try:
        return cast(list[Row], batch.to_pylist())
    except (OverflowError, ValueError):
        columns = {name: _cells(batch.column(name)) for name in batch.schema.names}
        return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _cells(column: Any) -> list[object]:
    cells: list[object] = []
    for cell in column:
        try:
            cells.append(cell.as_py())
        except (OverflowError, ValueError):
            raw = cell.as_buffer().to_pybytes() if hasattr(cell, "as_buffer") else None
            cells.append(raw.decode("utf-8", "replace") if raw else None)
    return cells


def _json_lines(text: str) -> Iterator[tuple[int, Row | str]]:
    for number, line in enumerate(io.StringIO(text), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as fault:
            yield number, f"not JSON: {_first_line(fault)}"
            continue
        yield number, row if isinstance(row, dict) else "not an object with named fields"


def _records(data: object) -> Iterator[Row | str]:
    if isinstance(data, dict):
        lists = [v for v in data.values() if isinstance(v, list) and v and isinstance(v[0], dict)]
        data = lists[0] if len(lists) == 1 and _column(data, "text") is None else [data]
    for row in data if isinstance(data, list) else [data]:
        yield row if isinstance(row, dict) else "not an object with named fields"


def _first_line(fault: BaseException) -> str:
    return (str(fault).splitlines() or [type(fault).__name__])[0][:200]


# --- a row as an article ---------------------------------------------------------------------


def _drafts(rows: Rows, *, path: str | None) -> Iterator[Draft | Skipped]:
    stem = Path(path).stem if path else "row"
    place = path or "DataFrame"
    without_text: set[tuple[str, ...]] = set()
    number = 0
    for number, row in rows:
        if isinstance(row, str):
            yield Skipped(place, f"row {number}: {row}")
        elif _column(row, "text") is None:
            columns = tuple(map(str, row))
            if columns not in without_text:
                without_text.add(columns)
                yield Skipped(place, _no_text_column(columns))
        else:
            yield _draft(row, number, stem=stem, path=path)
    if number == 0:
        yield Skipped(place, "no rows")


def _no_text_column(columns: Sequence[str]) -> str:
    return (
        f"no text column: columns are {', '.join(columns)}; "
        "name the one with the articles text, body, content or article"
    )


def _draft(row: Row, number: int, *, stem: str, path: str | None) -> Draft | Skipped:
    text = _cell(row, "text", joint="\n\n") or ""
    if fault := too_long(text):
        return Skipped(path or "DataFrame", f"row {number}: {fault}")
    if not text.strip():  # tables of headlines leave it empty: the headline is the article then
        text = _cell(row, "title") or ""
    if not text.strip():
        return Skipped(path or "DataFrame", f"row {number}: empty text")
    if "\0" in text:
        return Skipped(path or "DataFrame", f"row {number}: not text (it holds null characters)")
    text, title = with_title(text, _cell(row, "title"))
    url = (_cell(row, "url") or "").strip() or None
    day, year = url_date(url)
    column = _column(row, "published")
    stated = row[column] if column else None
    return Draft(
        id=(_cell(row, "id") or "").strip() or f"{stem}-{number}",
        text=text,
        path=path,
        title=title,
        published=parse_date(stated) or day,
        year=parse_year(stated) or year,
        url=url,
        language=_language(_cell(row, "language")),
        fields=dict(_fields(row)),
    )


def _column(row: Row, role: str) -> str | None:
    return _columns(tuple(row)).get(role)


@lru_cache(maxsize=256)
def _columns(names: tuple[str, ...]) -> dict[str, str]:
    """Which of a row's columns has which role: the one that comes first in `COLUMNS`."""
    plain = {_plain(name): name for name in reversed(names)}
    found = {role: [plain[k] for k in known if k in plain] for role, known in COLUMNS.items()}
    return {role: columns[0] for role, columns in found.items() if columns}


def _plain(name: object) -> str:
    return re.sub(r"[\s_-]+", "_", str(name).strip().lower())


def _cell(row: Row, role: str, *, joint: str = ", ") -> str | None:
    column = _column(row, role)
    return _words(row[column], joint=joint) if column else None


def _words(value: object, *, joint: str = ", ") -> str | None:
    """Return a cell as text, None where it is empty (None, NaN, pandas.NA and NaT)."""
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return None
    if isinstance(value, float):
        if math.isnan(value):
            return None
        return str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, dict):  # "source": {"id": ..., "name": ...}
        return _words(value.get("name"))
    if isinstance(value, list | tuple):
        return joint.join(filter(None, (_words(item) for item in value)))
    # JSON may hold half a surrogate pair, which no file can
    return _SURROGATES.sub("\ufffd", str(value))


def _language(value: str | None) -> str | None:
    match = re.match(r"\s*([A-Za-z]{2,3})(?:[-_ ]|$)", value or "")
    return match.group(1).lower() if match else None


def _fields(row: Row) -> Iterator[tuple[str, str]]:
    """Yield the short columns, those in which an outlet may be named."""
    known = {_column(row, role) for role in COLUMNS}
    for column, value in row.items():
        words = _words(value) if column not in known else None
        if words and len(words) <= _LONGEST_FIELD:
            yield _OUTLET_COLUMNS.get(_plain(column), _plain(column)), words
