"""Files that are no text, stop in the middle, are too large, or are nested without end."""

import gzip
import io
import json
import random
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from functools import cache

from faults.catalogue import Fault, put
from faults.encodings import PLAIN

_ENDINGS = (".txt", ".html", ".csv", ".tsv", ".json", ".jsonl", ".parquet")
_MANY = 100_000
_LARGE = 50_000_000  # characters of a line


def broken_faults() -> Iterator[Fault]:
    """Bytes, archives, sizes, nesting."""
    yield from _noise()
    yield from _archives()
    yield from _large()
    yield from _nested()


# --- no text -----------------------------------------------------------------------------------


def _noise() -> Iterator[Fault]:
    for ending in _ENDINGS:
        said = "not a readable Parquet" if ending == ".parquet" else "binary file"
        yield _bad("Bytes", f"odd{ending}", f"64 kB of random bytes as {ending}", _random, said)
        said = "not a readable Parquet" if ending == ".parquet" else "empty file"
        yield _bad("Bytes", f"odd{ending}", f"an empty {ending}", b"", said)
    yield _bad("Bytes", "odd.txt", "only null bytes", bytes(10_000), "binary file")
    yield _bad("Bytes", "odd.txt", "a null byte in a text", f"{PLAIN}\0{PLAIN}", "binary file")
    yield _bad("Bytes", "odd.txt", "only a byte order mark", b"\xef\xbb\xbf", "empty file")
    yield _bad("Bytes", "odd.txt", "only white space", " \n\t\u00a0" * 99, "empty file")
    yield _bad("Bytes", "odd.txt", "half a UTF-16 character", b"\xff\xfe\x41", "not text")
    yield _bad("Bytes", "odd.txt", "control characters", bytes(range(1, 32)) * 99, "binary file")
    yield _bad("Bytes", "odd.xyz", "an ending that is not read", PLAIN, "unsupported file type")
    yield _bad("Bytes", "odd", "no ending", PLAIN, "unsupported file type")


@cache
def _random() -> bytes:
    return random.Random(7).randbytes(65_536)


# --- archives ----------------------------------------------------------------------------------


def _archives() -> Iterator[Fault]:
    half = {
        ".zip": _zip, ".docx": _zip, ".xlsx": _zip, ".gz": lambda: gzip.compress(PLAIN.encode()),
        ".tar": _tar, ".pdf": lambda: b"%PDF-1.7\n" + _random(),
    }  # fmt: skip
    for ending, data in half.items():
        yield _bad("Archives", f"odd{ending}", f"half of a {ending}", _cut(data), "unsupported")
    yield _bad("Archives", "odd.txt", "a zip archive called .txt", _zip, "binary file")
    yield _bad("Archives", "odd.csv", "a gzip file called .csv",
               lambda: gzip.compress(_random()), "binary file")  # fmt: skip
    yield _bad("Archives", "odd.zip", "a zip with ../ and absolute names", _climbing, "unsupported")
    yield _bad("Archives", "odd.parquet", "half of a Parquet file", _cut(_parquet), "Parquet")
    yield _bad("Archives", "odd.parquet", "a Parquet file without its end",
               lambda: _parquet()[:-1], "Parquet")  # fmt: skip
    yield _bad("Archives", "odd.parquet", "a Parquet file with turned bits", _flipped, "Parquet")
    yield _bad("Archives", "odd.parquet", "a Parquet bomb: 1 GB in a few kilobytes", _bomb, "over")


def _cut(data: Callable[[], bytes]) -> Callable[[], bytes]:
    return lambda: data()[: len(data()) // 2]


def _zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", _random())
    return out.getvalue()


def _climbing() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in ("../outside.txt", "/tmp/outside.txt", "C:\\outside.txt"):
            archive.writestr(name, PLAIN)
    return out.getvalue()


def _tar() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        entry = tarfile.TarInfo("../outside.txt")
        entry.size = len(PLAIN)
        archive.addfile(entry, io.BytesIO(PLAIN.encode()))
    return out.getvalue()


def parquet(columns: dict[str, object], **options: object) -> bytes:
    """The bytes of a Parquet file with these columns."""
    import pyarrow as pa
    from pyarrow.parquet import write_table

    out = io.BytesIO()
    write_table(pa.table(columns), out, **options)
    return out.getvalue()


def _parquet() -> bytes:
    return parquet({"text": [f"{PLAIN}{k}" for k in range(200)]})


def _flipped() -> bytes:
    data = bytearray(_parquet())
    for place in range(len(data) // 4, len(data) - 8, 97):
        data[place] ^= 0x55
    return bytes(data)


def _bomb() -> bytes:
    import pyarrow as pa

    word = pa.array(["x" * 6_000_000])
    return parquet({"text": pa.DictionaryArray.from_arrays(pa.array([0] * 170, pa.int32()), word)})


# --- sizes -------------------------------------------------------------------------------------


def _large() -> Iterator[Fault]:
    long = lambda: "The dam broke. " * (_LARGE // 15)  # noqa: E731
    said = "over"
    for name, what, data in (
        ("odd.txt", "a line of 50 MB", long),
        ("odd.txt", "a word of 50 MB", lambda: "x" * _LARGE),
        ("odd.txt", "50 MB of line ends and dots", lambda: ".\n" * (_LARGE // 2)),
        ("odd.html", "a page of one line of 50 MB", lambda: f"<html><body><p>{long()}</p>"),
        ("odd.csv", "a cell of 50 MB", lambda: f'text\n"{long()}"\n'),
        ("odd.json", "a string of 50 MB", lambda: json.dumps([{"text": long()}])),
        ("odd.jsonl", "a JSON line of 50 MB", lambda: json.dumps({"text": long()}) + "\n"),
    ):
        yield _bad("Sizes", name, what, data, said)
    row = json.dumps({"id": "kept", "text": PLAIN})
    yield Fault("Sizes", "a line of 50 MB between two good ones", put(
        "odd.jsonl", lambda: f"{row}\n{json.dumps({'text': long()})}\n{row}\n"
    ), reads=2, says="row 2")  # fmt: skip
    yield Fault("Sizes", "100,000 columns", put(
        "odd.csv", lambda: f"text,{','.join(f'c{k}' for k in range(_MANY))}\n{PLAIN.split(',')[0]}"
    ), reads=1)  # fmt: skip
    yield Fault("Sizes", "a sentence of 50,000 words without a stop", put(
        "odd.txt", "the dam and the river " * 10_000
    ), reads=1)  # fmt: skip
    for what, piece in _SLOW.items():
        yield Fault("Sizes", f"20 kB of {what}", put("odd.jsonl", json.dumps(
            {"text": f"{piece * (20_000 // len(piece))}\n{PLAIN}", "language": "en"}
        )), reads=1)  # fmt: skip


# What makes a careless pattern look again and again at what it has seen.
_SLOW = {
    "opening quotation marks": "“", "straight quotation marks": '" ', "brackets": "(([[",
    "capitals": "AB CD ", "initials": "J. ", "dashes": "- — ", "stops": ". ", "slashes": "/A/ ",
    "digits": "12 ", "dates": "2 June 2024, ", "commas": "a, ", "apostrophes": "'a' ",
    "white space": " \t", "hyphens in a word": "a-", "said he": "said he said ", "@ and links": "@a.b ",
    "“that” clauses": "said that he ", "names": "Ana Silva ", "titles": "Mr. ", "colons": "A: ",
}  # fmt: skip


# --- nesting -----------------------------------------------------------------------------------


def _nested() -> Iterator[Fault]:
    story = f"<article><h1>The dam</h1>{f'<p>{PLAIN}</p>' * 4}</article>"
    pages = {
        "100,000 open <div>": "<div>" * _MANY + story,
        "100,000 open <b>": "<b>" * _MANY + story,
        "100,000 nested tables": "<table><tr><td>" * _MANY + story,
        "100,000 closing tags": story + "</p></div>" * _MANY,
        "100,000 attributes": f"<p {' '.join(f'a{k}=1' for k in range(_MANY))}>" + story,
        "an attribute of 2 MB": f"<p title='{'x' * 2_000_000}'>{story}",
        "a comment never closed": f"{story}<!--{'-' * 1_000_000}",
        "a script never closed": f"{story}<script>{'<p>x' * _MANY}",
        "1,000,000 opening brackets": f"{story}{'<' * 1_000_000}",
        "100,000 entities": f"{story}<p>{'&amp;&#x202e;&#0;' * _MANY}</p>",
        "100,000 links": f"{story}{'<a href=x>y</a>' * _MANY}",
        "a template in a template, 50,000 deep": "<template>" * 50_000 + story,
        "a frame set and no story": "<frameset>" * 1000,
        "billion laughs": _laughs() + story,
        "an outside entity": f"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>{story}<p>&e;</p>",
    }
    for what, page in pages.items():
        says = _NOT_READ.get(what, "")
        yield Fault("Nesting", what, put("odd.html", page), reads=not says, says=says)
    deep = {
        "100,000 nested lists": "[" * _MANY + "]" * _MANY,
        "100,000 nested objects": '{"a":' * _MANY + "1" + "}" * _MANY,
        "100,000 nested lists never closed": "[" * _MANY,
    }
    for what, data in deep.items():
        yield _bad("Nesting", "odd.json", f"JSON of {what}", data, "not JSON")
    yield Fault("Nesting", "a JSON line of 100,000 nested lists after a good one", put(
        "odd.jsonl", f'{json.dumps({"text": PLAIN})}\n{deep["100,000 nested lists"]}\n'
    ), reads=1, says="row 2")  # fmt: skip
    yield _bad("Nesting", "odd.xml", "billion laughs as XML", _laughs(), "unsupported")


# What no parser follows any more, with what is said then.
_NOT_READ = {
    **dict.fromkeys((
        "100,000 open <div>", "100,000 open <b>", "100,000 nested tables", "an attribute of 2 MB",
        "1,000,000 opening brackets", "a template in a template, 50,000 deep",
        "a frame set and no story",
    ), "no article found in this page"),
    "100,000 attributes": "over 5,000 attributes",
    "100,000 links": "over 50,000 elements",
}  # fmt: skip


def _laughs() -> str:
    lines = "".join(
        f"<!ENTITY l{k} '{f'&l{k - 1};' * 10}'>" if k else "<!ENTITY l0 'ha'>" for k in range(12)
    )
    return f"<?xml version='1.0'?><!DOCTYPE x [{lines}]><x>&l11;</x>"


def _bad(
    kind: str, name: str, what: str, data: Callable[[], bytes | str] | bytes | str, says: str
) -> Fault:
    alone = kind == "Sizes" or "bomb" in what
    return Fault(kind, what, put(name, data), says=says, alone=alone)
