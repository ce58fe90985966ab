"""Coding sheets: written for coders as CSV or XLSX, read back from whatever they saved.

A sheet holds a unit's text and the empty columns of the codebook; which outlet it is from and what
the tool found stands in the key, which coders do not get. Cells are text, never formulas.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from framing.data import read_rows
from framing.errors import InputError, OptionError, OutputError
from framing.output import as_bytes, csv_text, plain, write_whole
from framing.validation.coding.codebook import (
    COLUMNS,
    GATE,
    NONE,
    UNSURE,
    Field,
    codebook_rows,
    read_codebook,
)
from framing.validation.coding.sampling import Drawn

FORMATS = (".csv", ".xlsx")
_TEXT_COLUMNS = ("unit", "before", "text", "after")
_KEY_COLUMNS = ("unit", "article", "outlet", "start", "end", "category", "voice", "drawn", "of")
_SHOWN = 12

Row = Mapping[str, str]
Codes = Mapping[str, Mapping[str, str | None]]
"""Unit, column: what was written there; None where it was not coded, `NONE` for an empty cell."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one coder made of the units."""

    coder: str
    codes: Codes


@dataclass(frozen=True, slots=True)
class Key:
    """The other half of a sample: where each unit is from, its weight, and the tool's answers."""

    articles: Mapping[str, str]
    weights: Mapping[str, float]
    tool: Sheet


def write_sheets(
    sample: Sequence[Drawn], output: Path, *, fields: Sequence[Field], coders: Sequence[str]
) -> list[Path]:
    """Write a sheet for each of `coders`, the codebook and the key beside `output`; return them.

    ``sheet.csv`` for coders ``a`` and ``b`` gives ``sheet-a.csv``, ``sheet-b.csv``,
    ``sheet.codebook.csv`` and ``sheet.key.csv``. Raises OutputError where a coder's sheet is there
    already and another than this one: somebody may have filled it.
    """
    if output.suffix.lower() not in FORMATS:
        raise OptionError(f"cannot write a sheet {output.name!r}: end it in {', '.join(FORMATS)}")
    sheets = [output.with_stem(f"{output.stem}-{coder}") for coder in coders]
    columns = (*_TEXT_COLUMNS, *(field.name for field in fields))
    rows = [_text_row(drawn, fields) for drawn in sample]
    for path in sheets:
        # an untouched one is what a run left that was stopped half-way
        if path.exists() and path.read_bytes() != _empty(path, columns, rows, fields):
            raise OutputError(
                f"{path} is there already and may be filled: name another file with -o or move it"
            )
    own = {"key": _beside(output, "key"), "codebook": _beside(output, "codebook")}
    write_whole(own["codebook"], csv_text(COLUMNS, codebook_rows(fields)))
    write_whole(own["key"], csv_text(*_key_table(sample, fields)))
    for path in sheets:
        write_whole(path, _empty(path, columns, rows, fields))
    return [*sheets, own["codebook"], own["key"]]


def _empty(
    path: Path, columns: Sequence[str], rows: Sequence[Row], fields: Sequence[Field]
) -> bytes:
    """The bytes of a sheet that nobody has filled."""
    if path.suffix.lower() == ".csv":
        return as_bytes(csv_text(columns, rows))
    from framing.validation.coding.workbook import workbook

    return workbook(columns, rows, fields=fields)


def _beside(output: Path, what: str) -> Path:
    return output.with_name(f"{output.stem}.{what}.csv")


def _text_row(drawn: Drawn, fields: Sequence[Field]) -> Row:
    unit = drawn.unit
    row = {"unit": unit.id, "before": unit.before, "text": unit.text, "after": unit.after}
    return row | {field.name: "" for field in fields}


def _key_table(
    sample: Sequence[Drawn], fields: Sequence[Field]
) -> tuple[tuple[str, ...], list[Row]]:
    answers = [f"tool: {field.name}" for field in fields]
    rows: list[Row] = []
    for drawn in sample:
        unit = drawn.unit
        cells = (unit.id, unit.article, unit.outlet, unit.start, unit.end, *unit.stratum[1:])
        row = dict(zip(_KEY_COLUMNS, map(str, (*cells, drawn.drawn, drawn.of)), strict=True))
        told = {f"tool: {field.name}": unit.tool.get(field.name, "") for field in fields}
        rows.append(row | told)
    return (*_KEY_COLUMNS, *answers), rows


# --- and back ----------------------------------------------------------------------------------


def read_key(path: Path) -> tuple[Key, tuple[Field, ...]]:
    """The key of a sample and the codebook beside it."""
    fields = read_codebook(path.with_name(path.name.replace(".key.", ".codebook.")))
    articles, weights, tool = {}, {}, {}
    for line, row in read_rows(path, error=InputError):
        try:
            unit = row["unit"]
            articles[unit] = row["article"]
            weights[unit] = int(row["of"]) / int(row["drawn"])
        except (KeyError, ValueError, ZeroDivisionError) as fault:
            raise InputError(
                f"{path}:{line}: not a row of a key ({fault}): draw the sample anew"
            ) from fault
        told = {f.name: row.get(f"tool: {f.name}") for f in fields}  # None: a column added by hand
        tool[unit] = {name: NONE if cell == "" else cell for name, cell in told.items()}
    return Key(articles, weights, Sheet("tool", tool)), fields


def find_key(sheet: Path) -> Path:
    """The key that belongs to a coder's sheet: ``sheet.key.csv`` beside ``sheet-anna.csv``."""
    keys = sorted(sheet.parent.glob("*.key.csv"))
    fitting = [k for k in keys if sheet.name.startswith(k.name.removesuffix(".key.csv") + "-")]
    if not fitting:
        raise InputError(
            f"no key beside {sheet}: name the file that `framing sample` wrote with --key"
        )
    return max(fitting, key=lambda path: len(path.name))


def read_sheet(path: Path, key: Path, *, fields: Sequence[Field], units: Iterable[str]) -> Sheet:
    """A coder's sheet, checked against the codebook and the units of the sample.

    Raises InputError that lists every row that cannot be used, with file and line.
    """
    known, codes, faults = set(units), dict[str, Mapping[str, str | None]](), list[str]()
    for line, row in _rows(path):
        unit = row.get("unit", "")
        if unit not in known:
            faults.append(f"{path}:{line}: no unit {unit!r} in {key.name}: keep the column 'unit'")
        elif unit in codes:
            faults.append(f"{path}:{line}: unit {unit} comes twice: leave one of the rows out")
        else:
            cells, wrong = _cells(row, fields)
            faults += [f"{path}:{line}: {what}" for what in wrong]
            codes[unit] = cells
    if faults:
        more = [f"... and {len(faults) - _SHOWN} more"] if len(faults) > _SHOWN else []
        raise InputError("\n".join(faults[:_SHOWN] + more))
    stem = key.name.removesuffix(".key.csv")
    return Sheet(path.stem.removeprefix(f"{stem}-"), codes)


def _rows(path: Path) -> Iterator[tuple[int, Row]]:
    if path.suffix.lower() == ".xlsx":
        from framing.validation.coding.workbook import workbook_rows

        return workbook_rows(path)
    return read_rows(path, error=InputError)


def _cells(row: Row, fields: Sequence[Field]) -> tuple[dict[str, str | None], list[str]]:
    """The codes of one row, and what is wrong with it."""
    faults: list[str] = []
    cells: dict[str, str | None] = {}
    for field in fields:
        value, fault = _value(row.get(field.name, ""), field)
        cells[field.name] = value
        faults += [fault] if fault else []
    if fields[0].name == GATE:
        return _gated(cells, fields, faults)
    first = cells[fields[0].name]
    if first == NONE:  # the first column is the one that every coded row fills
        return dict.fromkeys(cells), faults
    return cells, faults


def _gated(
    cells: dict[str, str | None], fields: Sequence[Field], faults: list[str]
) -> tuple[dict[str, str | None], list[str]]:
    coded = [f.name for f in fields[1:] if f.scale != "text" and cells[f.name] != NONE]
    if cells[GATE] == "no" and coded:
        faults.append(f"{GATE!r} says no, but {', '.join(coded)} is filled: change one of them")
    if cells[GATE] == NONE and coded:
        faults.append(f"{GATE!r} is empty, but {', '.join(coded)} is filled: write yes")
    if cells[GATE] in (NONE, UNSURE):
        return dict.fromkeys(cells), faults
    return cells, faults


def _value(cell: str, field: Field) -> tuple[str, str]:
    """A cell in the spelling of the codebook, and what is wrong with it."""
    cell = " ".join(plain(cell).split())
    if field.scale == "text" or not cell:
        return cell or NONE, ""
    spelled = {choice.casefold(): choice for choice in field.choices}
    parts = [p.strip() for p in cell.split(";") if p.strip()] if field.several else [cell]
    unknown = [p for p in parts if p.casefold() not in spelled]
    if unknown:
        choices = ", ".join(field.choices)
        return NONE, f"column {field.name!r}: {unknown[0]!r} is not one of {choices}"
    found = {spelled[p.casefold()] for p in parts}
    return "; ".join(sorted(found)), ""
