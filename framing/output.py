"""Writing results whole or not at all."""

import csv
import hashlib
import io
import json
import os
import platform
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cache, lru_cache
from pathlib import Path
from typing import IO, Any

from framing.errors import OutputError


def write_whole(path: Path, data: bytes | str | Iterable[str]) -> None:
    """Write `data`, or its pieces one after the other, to `path` by way of a file beside it, so that a
    reader sees the old file or the new one and never half of it. Raises OutputError where it
    cannot be written."""
    pieces = [data] if isinstance(data, bytes | str) else data
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            _write_through(path, pieces)
        else:
            _write_beside(path, pieces)
    except OSError as error:
        raise OutputError(
            f"cannot write {path}: {error.strerror or error}: name another file with -o"
        ) from error


@contextmanager
def beside(path: Path) -> Iterator[IO[bytes]]:
    """A file to write to that takes the place of `path` when the block ends, and is gone if that fails.

    A process that is killed leaves it behind. Its name says whose it is, so that a later one that
    writes to the folder removes it. Raises OSError.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=_mark(path))
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o644)  # noqa: PTH101 - mkstemp made it private
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def folder_beside(path: Path) -> Path:
    """A new folder beside `path`, to be filled and moved there; removed by a later process like a
    file of `beside`, should this one be killed. Raises OSError."""
    return Path(tempfile.mkdtemp(dir=path.parent, prefix=_mark(path)))


def _mark(path: Path) -> str:
    """How the name of something beside `path` begins; what ended processes left there is removed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    _sweep(path.parent.absolute())
    return f".{path.name[:_KEPT]}.framing-{_machine()}-{os.getpid()}."


_KEPT = 40  # characters of a file's name that are kept in that of the one beside it
_LEFT = re.compile(r"\..*\.framing-([0-9a-f]{8})-(\d+)\.\w+")


@lru_cache(256)
def _sweep(folder: Path) -> None:
    """Remove what processes of this machine that have ended left half-written in `folder`; once a
    process, for a folder may hold very many files."""
    with suppress(OSError):
        for path in folder.iterdir():
            left = _LEFT.fullmatch(path.name)
            if left and left[1] == _machine() and not _lives(int(left[2])):
                shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def _lives(pid: int) -> bool:
    """Whether a process has this id; also where that cannot be told."""
    if sys.platform == "win32":
        return True  # os.kill would end it
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


@cache
def _machine() -> str:
    """What tells apart the machines, and the containers, that may write to one folder."""
    try:
        space = str(Path("/proc/self/ns/pid").readlink())
    except OSError:
        space = ""
    name = f"{platform.node()} {space}"
    return hashlib.sha256(name.encode()).hexdigest()[:8]


def _write_beside(path: Path, pieces: Iterable[bytes | str]) -> None:
    with beside(path) as file:
        for piece in pieces:
            file.write(as_bytes(piece))


def _write_through(path: Path, pieces: Iterable[bytes | str]) -> None:
    """Into a device or a pipe, which must not be replaced by a file."""
    with path.open("wb") as file:
        for piece in pieces:
            file.write(as_bytes(piece))


def as_bytes(piece: bytes | str) -> bytes:
    """UTF-8; half a character, as JSON and names of files may have, becomes a question mark."""
    return piece.encode("utf-8", "replace") if isinstance(piece, str) else piece


def json_text(value: Any) -> str:
    """`value` as indented JSON with a line end, Unicode left readable."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def json_lines(rows: Iterable[Any]) -> str:
    """One JSON object a line. U+2028 and U+2029 are escaped: many readers break lines there."""
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return "".join(lines).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def table_text(frame: Any) -> str:
    """A DataFrame as CSV that is safe in a spreadsheet: a cell that would be taken for a formula
    gets an apostrophe before it, as spreadsheets themselves do."""
    safe = frame.map(harmless) if len(frame) else frame
    return str(safe.to_csv(index=False, lineterminator="\n"))


def csv_text(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """Rows as CSV that is safe in a spreadsheet, as `table_text` does it without pandas."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: harmless(cell) for name, cell in row.items()})
    return out.getvalue()


def harmless(cell: Any) -> Any:
    """`cell`, with an apostrophe before it where a spreadsheet would take it for a formula."""
    if isinstance(cell, str) and cell[:1] in _FORMULA:
        return "'" + cell
    return cell


def plain(cell: str) -> str:
    """`cell` as it was before `harmless`."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in _FORMULA else cell


_FORMULA = ("=", "+", "-", "@", "\t", "\r")
