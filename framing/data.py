"""Where the shipped data lies, and how its tables are read."""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from framing.errors import FramingError, LexiconError


@cache
def lexicon_folder() -> Path:
    """Return the folder of the shipped lexicons: in the wheel, or beside the package in a checkout.

    Raises LexiconError where neither is there (a broken installation).
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "lexicons", package.parent / "lexicons"):
        if folder.is_dir():
            return folder
    raise LexiconError(f"no lexicons in or beside {package}: reinstall framing")


def read_rows(path: Path, *, error: type[FramingError]) -> Iterator[tuple[int, dict[str, str]]]:
    """(line, row) of a CSV file as a spreadsheet saves it, empty rows left out, cells stripped.

    UTF-8 with or without a byte order mark, commas or semicolons, any line ends; missing cells are
    empty strings. Raises `error`, with file and line, for what cannot be read so.
    """
    line = 1
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            delimiter = _delimiter(file.readline())
            file.seek(0)
            reader = csv.DictReader(file, delimiter=delimiter, strict=True)
            for row in reader:
                line = reader.line_num
                if None in row:
                    raise error(
                        f"{path}:{line}: more cells than columns: "
                        f"put cells that hold {delimiter!r} in quotation marks"
                    )
                if any(row.values()):
                    yield line, {key.strip(): (row[key] or "").strip() for key in row}
    except UnicodeDecodeError as fault:
        raise error(f"{path}:{line}: not UTF-8: save the table as “CSV UTF-8”") from fault
    except csv.Error as fault:
        raise error(f"{path}:{line}: {fault}") from fault
    except OSError as fault:
        raise error(f"{path}: {fault.strerror or fault}: check the path") from fault


def _delimiter(header: str) -> str:
    return ";" if header.count(";") > header.count(",") else ","
