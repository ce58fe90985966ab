"""Tables with cells of the wrong kind, and names of files and articles that lead elsewhere."""

import json
import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from faults.broken import parquet
from faults.catalogue import Fault, put
from faults.encodings import PLAIN

TEXT = " ".join(PLAIN.replace('"', "").split())
_DATES = (
    *("0000-00-00", "0000-01-01", "9999-12-31", "99999-01-01", "-0001-01-01", "2024-02-30", "NaN"),
    *(
        "31/31/2024",
        "2024-13-01",
        "1e9",
        "١٢/٣/٢٠٢٤",
        "20240230",
        "2024-01-01T99:99:99Z",
        "9" * 400,
    ),
)
_WRONG = (
    *(
        None,
        True,
        0,
        -1,
        1e308,
        float("nan"),
        float("inf"),
        10**400,
        [],
        {},
        [[[]]],
        [None, {"a": 1}],
    ),
    *(
        {"name": {"name": []}},
        "",
        " ",
        "\ud800",
        "\u202e",
        "a\0b",
        "a\nb",
        "../../x",
        "/etc/passwd",
    ),
    *("<script>", "=1+1", "x" * 10_000),
)


def row_faults() -> Iterator[Fault]:
    """Tables of every kind, then names."""
    yield from _json()
    yield from _csv()
    yield from _parquet()
    yield from _names()


def _json() -> Iterator[Fault]:
    for role in ("id", "title", "published", "url", "language", "outlet", "source"):
        rows = [{"text": f"{TEXT} {k}", role: value} for k, value in enumerate(_WRONG)]
        says = {"title": "language is zxx", "language": "language is inf"}.get(role, "")
        yield _lines(f"{role} of {len(rows)} wrong kinds", rows, reads=24 - bool(says), says=says)
    rows = [{"text": value} for value in _WRONG]
    yield Fault("Tables", f"text of {len(rows)} wrong kinds",
                put("odd.jsonl", _dump(rows)), reads=14, says="row")  # fmt: skip
    yield _lines("dates that no calendar has", [{"text": TEXT, "date": day} for day in _DATES])
    yield _lines("500 rows of one id", [{"text": f"{TEXT} {k}", "id": "same"} for k in range(500)])
    yield _lines(
        "ids that differ in case alone", [{"text": TEXT, "id": i} for i in ("a", "A", "á")]
    )
    yield _lines("one key twice in a row", [f'{{"text": "x", "text": {json.dumps(TEXT)}}}'])
    yield _lines("a number of 5,000 digits", [{"text": TEXT}, '{"text": 1' + "0" * 5000 + "}"],
                 reads=1, says="row 2")  # fmt: skip
    yield _lines("rows that are no objects", ["[1]", "1", "null", '"x"', {"text": TEXT}],
                 reads=1, says="not an object")  # fmt: skip
    yield _lines(
        "a row cut in the middle", [{"text": TEXT}, '{"text": "The d'], reads=1, says="row 2"
    )
    yield _lines("a title that is the whole text", [{"text": TEXT, "title": TEXT * 50}])
    yield Fault("Tables", "no object at all", put("odd.json", "[[1, 2], null]"), says="row 1")
    yield Fault("Tables", "no column of texts", put(
        "odd.json", '[{"a": 1}]'), says="no text column")  # fmt: skip


def _lines(what: str, rows: list[dict | str], *, reads: int | None = None, says: str = "") -> Fault:
    count = len(rows) if reads is None else reads
    return Fault("Tables", what, put("odd.jsonl", _dump(rows)), reads=count, says=says)


def _dump(rows: list[dict | str]) -> str:
    return "".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows)


def _csv() -> Iterator[Fault]:
    quoted = f'"{TEXT}"'
    for what, data, reads, says in (
        ("a quotation mark never closed", f'text\n{quoted}\n"The dam {TEXT}\n', 1, "row 2"),
        ("more cells than columns", f"text,id\n{quoted},a\n{quoted},b,c\n", 1, "row 2"),
        ("fewer cells than columns", f"id,text,url\na,{quoted}\n", 1, ""),
        ("a header and no row", "id,text\n", 0, "no rows"),
        ("no header", f"{quoted}\n{quoted}\n", 0, "no text column"),
        ("two columns of one name", f"text,text\nx,{quoted}\n", 1, ""),
        ("columns without a name", f",,text\n1,2,{quoted}\n", 1, ""),
        ("old Mac line ends", f"id,text\ra,{quoted}\rb,{quoted}\r", 2, ""),
        ("null bytes in a cell", f"text\n{TEXT}\0\n", 0, "binary file"),
        ("formulas in every column", f"id,text,title,url\n=1+1,{quoted},@SUM(A1),+1\n", 1, ""),
        ("100,000 empty rows", "id,text\n" + ",\n" * 100_000 + f"a,{quoted}\n", 1, "empty text"),
        ("only separators", ",,,,\n,,,,\n", 0, "no text column"),
    ):
        yield Fault("Tables", what, put("odd.csv", data), reads=reads, says=says)


def _parquet() -> Iterator[Fault]:
    import pyarrow as pa

    text = pa.array([TEXT])
    late = pa.array([3_000_000], pa.int32()).cast(pa.date32())
    data = TEXT.encode() + b"\xff\xfe"
    ends = pa.py_buffer(b"\0\0\0\0" + len(data).to_bytes(4, "little"))
    broken = pa.Array.from_buffers(pa.string(), 1, [None, ends, pa.py_buffer(data)])
    for what, columns, reads, says in (
        ("a date in the year 10183", {"text": text, "date": late}, 1, ""),
        (
            "a time in the year 292277",
            {"text": text, "date": pa.array([2**62], pa.timestamp("ms"))},
            1,
            "",
        ),
        (
            "a time before year 1",
            {"text": text, "date": pa.array([-(2**62)], pa.timestamp("us"))},
            1,
            "",
        ),
        ("bytes that are no UTF-8 as text", {"text": broken}, 1, ""),
        ("nested columns", {"text": text, "x": pa.array([{"a": [{"b": date(1, 1, 1)}]}])}, 1, ""),
        ("a text column of numbers", {"text": pa.array([1.5, None])}, 1, "row 2"),
        ("no rows", {"text": pa.array([], pa.string())}, 0, "no rows"),
        ("no columns", {}, 0, "no rows"),
    ):
        yield Fault("Tables", f"Parquet with {what}", put(
            "odd.parquet", lambda columns=columns: parquet(columns)
        ), reads=reads, says=says)  # fmt: skip


# --- names -------------------------------------------------------------------------------------


def _names() -> Iterator[Fault]:
    for what, name in (
        ("a line end in its name", "a\nskipped good-a.txt: x.txt"),
        ("an escape sequence in its name", "a\x1b[2J\x1b]0;x\x07.txt"),
        ("a name of 250 bytes", "n" * 246 + ".txt"),
        ("a name that is an option", "--output=x.txt"),
        ("a name with markup", "<img src=x onerror=alert(1)>.txt"),
        ("a name that is a formula", "=cmd|' C'!A0.txt"),
        ("a name turned from right to left", "a\u202etxt.exe.txt"),
        ("a name that is no UTF-8", os.fsdecode(b"a\xff\xfe.txt")),
        ("a name of spaces", "   .txt"),
        ("a name with a percent sign and braces", "%s{0}{x.__class__}.txt"),
    ):
        yield Fault("Names", f"a text with {what}", put(name, PLAIN), reads=1)
        yield Fault("Names", f"an empty file with {what}", put(name, b""), says="empty file")
    for what, make, says in (
        ("a pipe that nobody writes to", _pipe, "not a file"),
        ("a link to /dev/zero", _link("/dev/zero"), "not a file"),
        ("a link that leads nowhere", _link("nowhere.txt"), "what does not exist"),
        ("a link to itself", _link("odd.txt"), "what does not exist"),
        ("a link to its own folder", _link("."), "not followed"),
        ("a text that may not be read", _shut(PLAIN), "cannot be opened"),
        ("a folder that may not be read", _shut(None), "cannot be opened"),
    ):
        first = mortal if "may not" in what else None
        yield Fault("Names", what, make, says=says, first=first)
    yield Fault("Names", "a folder called odd.txt",
                put("odd.txt/inner.txt", PLAIN), reads=1)  # fmt: skip
    yield Fault("Names", "folders 300 deep", _deep, reads=1)
    for what, make, says in (
        ("a pipe named on the command line", _pipe, "not a file"),
        ("/dev/zero by a link named on the command line", _link("/dev/zero"), "not a file"),
        ("an empty folder named on the command line", _folder, "no files in it"),
        ("nothing there", lambda _: None, "does not exist"),
    ):
        yield Fault("Names", what, make, says=says, argv=("read", "{}/odd.txt"), status=2)
    yield Fault("Names", "a name of 5,000 characters on the command line", lambda _: None,
                argv=("read", "{}/" + "x" * 5000), says="File name too long", status=2)  # fmt: skip


def _pipe(folder: Path) -> None:
    os.mkfifo(folder / "odd.txt")


def _folder(folder: Path) -> None:
    (folder / "odd.txt").mkdir()


def _link(target: str) -> Callable[[Path], None]:
    return lambda folder: (folder / "odd.txt").symlink_to(target)


def _shut(text: str | None) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        put("odd.txt" if text else "odd.txt/inner.txt", text or PLAIN)(folder)
        (folder / "odd.txt").chmod(0)

    return make


def _deep(folder: Path) -> None:
    path = folder / "odd.txt"
    for _ in range(300):
        path = path / "d"
    path.mkdir(parents=True)
    (path / "inner.txt").write_text(PLAIN)


def mortal() -> None:
    """Give up what lets the superuser read and write everything, so that modes count."""
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)  # version 3 of the call, this process
    if libc.capset(header, (ctypes.c_uint32 * 6)()):
        raise OSError(ctypes.get_errno(), "cannot give up the superuser's rights")
