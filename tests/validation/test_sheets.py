"""Coding sheets out, and back from whatever a coder's program saved."""

import csv

import pytest
from openpyxl import load_workbook

from framing.errors import InputError, OptionError, OutputError
from framing.validation.coding.codebook import codebook
from framing.validation.coding.sampling import Drawn, draw
from framing.validation.coding.sheets import find_key, read_key, read_sheet, write_sheets
from framing.validation.coding.units import Unit, make_units

SENTENCES, QUOTES = codebook("sentences"), codebook("quotes")


@pytest.fixture
def sample(notes):
    return draw(make_units("quotes", notes), 8, seed=1)


def fill(path, changes):
    """Fill cells of a coder's CSV as a spreadsheet would save it: semicolons, byte order mark."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        separator = ";" if ";" in file.readline() else ","
        file.seek(0)
        rows = list(csv.DictReader(file, delimiter=separator))
    for row, change in zip(rows, changes, strict=False):
        row |= change
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, rows[0], delimiter=";", lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(rows)


def back(path):
    key, fields = read_key(find_key(path))
    return read_sheet(path, find_key(path), fields=fields, units=key.weights)


def test_coders_see_neither_outlet_nor_answer(sample, tmp_path):
    files = write_sheets(sample, tmp_path / "s.csv", fields=QUOTES, coders=["a", "b"])
    assert [f.name for f in files] == ["s-a.csv", "s-b.csv", "s.codebook.csv", "s.key.csv"]
    with files[0].open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["unit", "before", "text", "after", "voice", "speaker", "note"]
    assert all(row["voice"] == row["speaker"] == "" for row in rows)
    assert files[0].read_bytes() == files[1].read_bytes()


def test_csv_comes_back_from_a_spreadsheet(sample, tmp_path):
    files = write_sheets(sample, tmp_path / "s.csv", fields=QUOTES, coders=["a"])
    fill(files[0], [{"voice": "Direct ; outlet", "speaker": "Ana Reyes"}, {"voice": "outlet"}])
    sheet = back(files[0])
    codes = list(sheet.codes.values())
    assert sheet.coder == "a"
    assert codes[0]["voice"] == "direct; outlet"
    assert codes[0]["speaker"] == "Ana Reyes"
    assert codes[1]["speaker"] == "none"
    assert codes[2]["voice"] is None


def test_xlsx_comes_back_with_numbers_and_edits(sample, tmp_path):
    files = write_sheets(sample, tmp_path / "s.xlsx", fields=QUOTES, coders=["a"])
    book = load_workbook(files[0])
    assert book.sheetnames == ["coding", "codebook"]
    book["coding"]["E2"], book["coding"]["F2"] = "indirect", 42
    book.save(files[0])
    first = next(iter(back(files[0]).codes.values()))
    assert first["voice"] == "indirect"
    assert first["speaker"] == "42"


def test_xlsx_is_the_same_to_the_byte(sample, tmp_path):
    one = write_sheets(sample, tmp_path / "one" / "s.xlsx", fields=QUOTES, coders=["a"])
    two = write_sheets(sample, tmp_path / "two" / "s.xlsx", fields=QUOTES, coders=["a"])
    assert one[0].read_bytes() == two[0].read_bytes()


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_cells_are_never_formulas(tmp_path, form):
    evil = '=HYPERLINK("http://x.example","click")'
    unit = Unit("u1", "a", "x", 0, 5, "+1", evil, "@SUM(A1)\x0b", ("x", "none", "none"))
    files = write_sheets([Drawn(unit, 1, 1)], tmp_path / f"s.{form}", fields=QUOTES, coders=["a"])
    if form == "csv":
        assert f"\"'{evil[:11]}" in files[0].read_text("utf-8")
        assert ",'+1," in files[0].read_text("utf-8")
    else:
        sheet = load_workbook(files[0])["coding"]
        assert sheet["C2"].value == evil
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


def test_a_filled_sheet_is_never_overwritten(sample, tmp_path):
    write_sheets(sample, tmp_path / "s.csv", fields=QUOTES, coders=["a"])
    # an untouched sheet is what a stopped run left: the next one goes on
    write_sheets(sample, tmp_path / "s.csv", fields=QUOTES, coders=["a"])
    sheet = tmp_path / "s-a.csv"
    sheet.write_text(sheet.read_text("utf-8").replace(",,", ",yes,", 1), "utf-8")
    filled = sheet.read_bytes()
    with pytest.raises(OutputError, match="may be filled"):
        write_sheets(sample, tmp_path / "s.csv", fields=QUOTES, coders=["a"])
    assert sheet.read_bytes() == filled


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        ({"voice": "loud"}, "s-a.csv:2: column 'voice': 'loud' is not one of outlet, indirect"),
        ({"unit": "u0"}, "s-a.csv:2: no unit 'u0'"),
    ],
)
def test_faults_name_file_line_and_choices(sample, tmp_path, change, wanted):
    files = write_sheets(sample, tmp_path / "s.csv", fields=QUOTES, coders=["a"])
    fill(files[0], [change])
    with pytest.raises(InputError, match="s-a.csv:2") as fault:
        back(files[0])
    assert wanted in str(fault.value)


def test_the_gate_tells_nothing_found_from_not_coded(notes, tmp_path):
    sample = draw(make_units("sentences", notes), 15, seed=1)
    files = write_sheets(sample, tmp_path / "s.csv", fields=SENTENCES, coders=["a"])
    fill(files[0], [{"any": "no"}, {"any": "yes", "hedge": "outlet"}, {"any": "unsure"}])
    codes = list(back(files[0]).codes.values())
    assert codes[0]["hedge"] == "none"
    assert codes[1]["hedge"] == "outlet"
    assert codes[1]["booster"] == "none"
    assert codes[2]["hedge"] is None
    assert codes[3]["hedge"] is None
    fill(files[0], [{"any": "no", "hedge": "outlet"}])
    with pytest.raises(InputError, match="says no, but hedge is filled"):
        back(files[0])


def test_broken_files_are_told(sample, tmp_path):
    files = write_sheets(sample, tmp_path / "s.xlsx", fields=QUOTES, coders=["a"])
    files[0].write_bytes(files[0].read_bytes()[:500])
    with pytest.raises(InputError, match="not an XLSX file"):
        back(files[0])
    with pytest.raises(InputError, match="--key"):
        find_key(tmp_path / "other.csv")
    with pytest.raises(OptionError, match=".csv, .xlsx"):
        write_sheets(sample, tmp_path / "s.ods", fields=QUOTES, coders=["a"])


def test_a_column_added_to_the_codebook_is_read(sample, tmp_path):
    files = write_sheets(sample, tmp_path / "s.csv", fields=QUOTES, coders=["a"])
    book = tmp_path / "s.codebook.csv"
    book.write_text(
        book.read_text("utf-8") + "tone,ordinal,cold; warm,no,How it sounds.\n", "utf-8"
    )
    fill(files[0], [{"voice": "outlet", "tone": "warm"}])
    assert next(iter(back(files[0]).codes.values()))["tone"] == "warm"
