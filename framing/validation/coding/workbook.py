"""Coding sheets as XLSX: lists to choose from, the codebook on a second page, text that stays text."""

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from framing.errors import InputError, OutputError
from framing.output import harmless
from framing.validation.coding.codebook import COLUMNS, Field, codebook_rows

Row = Mapping[str, str]

_WIDTHS = {"unit": 12, "before": 34, "text": 60, "after": 34, "note": 30, "meaning": 90}
_LONGEST = 32_000  # characters that a cell may hold (the format's limit is 32,767)
_LONGEST_LIST = 250  # characters that the choices of a column may have in the format
_LARGEST = 200_000_000  # bytes unpacked: a sheet of a million sentences has less
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip file knows


def workbook(columns: Sequence[str], rows: Sequence[Row], *, fields: Sequence[Field]) -> bytes:
    """A workbook with the pages ``coding`` and ``codebook``; the same cells give the same bytes."""
    from lxml.etree import LxmlError
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "coding"
    _fill(sheet, columns, rows)
    _choices(sheet, columns, fields, len(rows) + 1)
    _fill(book.create_sheet("codebook"), COLUMNS, codebook_rows(fields))
    raw = io.BytesIO()
    try:
        book.save(raw)
    except (OSError, LxmlError) as fault:  # openpyxl writes each page to a temporary file first
        reason = getattr(fault, "strerror", None) or fault
        raise OutputError(
            f"cannot make a workbook ({reason}): its pages go through the folder for temporary files: "
            "make room there, name another folder in TMPDIR, or write .csv"
        ) from fault
    return _without_clock(raw.getvalue())


def _fill(sheet: Any, columns: Sequence[str], rows: Sequence[Row]) -> None:
    from openpyxl.styles import Alignment, Font

    for k, name in enumerate(columns, start=1):
        _write(sheet.cell(1, k), name)
        sheet.cell(1, k).font = Font(bold=True)
        sheet.column_dimensions[sheet.cell(1, k).column_letter].width = _WIDTHS.get(name, 16)
    for line, row in enumerate(rows, start=2):
        for k, name in enumerate(columns, start=1):
            cell = sheet.cell(line, k)
            _write(cell, row[name])
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "B2"


def _write(cell: Any, text: str) -> None:
    """Put `text` into a cell as text, whatever it begins with, now and after an edit."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    clean = ILLEGAL_CHARACTERS_RE.sub("\ufffd", text)
    if clean:
        cell.value = clean[:_LONGEST]
        cell.data_type = "s"
        cell.quotePrefix = harmless(clean) != clean
    cell.number_format = "@"


def _choices(sheet: Any, columns: Sequence[str], fields: Sequence[Field], last: int) -> None:
    """A list to choose from in every coded column. Where several values may stand in one cell the
    list helps and does not forbid."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for field in fields:
        listed = ",".join(field.choices)
        if not listed or listed.count(",") >= len(field.choices) or len(listed) > _LONGEST_LIST:
            continue  # the format has no way to write such a list
        choice = DataValidation("list", formula1=f'"{listed}"', allow_blank=True)
        choice.showErrorMessage = not field.several
        letter = get_column_letter(columns.index(field.name) + 1)
        choice.add(f"{letter}2:{letter}{max(2, last)}")
        sheet.add_data_validation(choice)


def _without_clock(data: bytes) -> bytes:
    """The file without the hour it was written at."""
    import re

    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(
                    rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>", b"", content
                )
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, content)
    return out.getvalue()


def workbook_rows(path: Path) -> Iterator[tuple[int, Row]]:
    """(line, row) of the first page of a workbook, empty rows left out, every cell as text.

    Raises InputError for what is no workbook, or is one that unpacks to more than a sheet can be.
    """
    from openpyxl import load_workbook

    _check_size(path)
    try:
        book = load_workbook(path, read_only=True, data_only=True)
        try:
            rows = [[_text(value) for value in row] for row in book.worksheets[0].values]
        finally:
            book.close()
    except Exception as fault:  # openpyxl raises whatever the broken part of a file makes it raise
        raise InputError(
            f"{path}: not a workbook that can be read ({type(fault).__name__}: {fault}): "
            "save it as XLSX or CSV again"
        ) from fault
    head = rows[0] if rows else []
    for line, row in enumerate(rows[1:], start=2):
        if any(row):
            yield line, dict(zip(head, row, strict=False))


def _check_size(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as file:
            size = sum(entry.file_size for entry in file.infolist())
    except (OSError, zipfile.BadZipFile) as fault:
        raise InputError(f"{path}: not an XLSX file ({fault}): check the path") from fault
    if size > _LARGEST:
        raise InputError(f"{path}: unpacks to {size:,} bytes, more than a coding sheet can have")


def _text(value: Any) -> str:
    """A cell as text: a spreadsheet makes numbers of digits."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
