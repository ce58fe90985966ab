"""Read articles: from a folder, files, tables or a pandas DataFrame to a corpus."""

import os
import re
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, cast

from framing.errors import FramingWarning, InputError, OptionError
from framing.model import NOT_PROSE, Article, Corpus, Skipped
from framing.reading import Draft, dates, html, tables
from framing.reading.boilerplate import read_layout
from framing.reading.outlets import OutletTable, credit_spans, identify, load_outlets
from framing.text.tokens import count_words

if TYPE_CHECKING:
    import pandas as pd

    Source: TypeAlias = str | Path | Sequence[str | Path] | pd.DataFrame

TABLES = (".csv", ".json", ".jsonl", ".ndjson", ".parquet", ".tsv")
SUPPORTED = tuple(sorted((*TABLES, ".htm", ".html", ".txt")))
MANIFEST_ENDING, CORRECTIONS_ENDING = ".manifest.json", ".corrections.csv"
"""Endings of files that framing keeps beside articles: never articles themselves."""

# py3langid tells 99 % of sentences of news apart; of two or three words it often does not.
_WORDS_TO_TELL_A_LANGUAGE = 20
_ENOUGH_TO_TELL = 5_000  # characters
_ENOUGH_TO_DETECT = 200_000  # bytes
_SHOWN = 3


def read(
    source: "Source",
    *,
    outlets: Path | str | None = None,
    outlet: str | None = None,
    glob: str | None = None,
    on_progress: Callable[[int, int], None] | None = None,
) -> Corpus:
    """Read every article of `source`: a folder with all below it, a file, a list of both, a frame.

    Texts, web pages and tables are read (`SUPPORTED`); `glob` narrows a folder down, as in
    ``"*.html"``. `outlets` is a CSV whose rows go before the shipped outlet table, `outlet` an id
    or name for all articles. `on_progress` is called with (files done, files in all).

    What cannot be read is in the corpus's `skipped`, with the reason; a guessed text encoding is
    told in a FramingWarning. Raises InputError where nothing can be read.
    """
    table = load_outlets(Path(outlets) if outlets else None)
    articles: list[Article] = []
    skipped: list[Skipped] = []
    guesses: list[tuple[str, str]] = []
    for item in _items(source, glob=glob, guesses=guesses, on_progress=on_progress):
        if isinstance(item, Skipped):
            skipped.append(item)
        else:
            articles.append(_article(item, table=table, outlet=outlet))
    if not articles:
        raise InputError(_nothing_read(source, skipped))
    if guesses:
        warnings.warn(_guessed(guesses), FramingWarning, stacklevel=2)
    return Corpus(tuple(_with_own_ids(articles)), tuple(skipped))


def decode(data: bytes, *, declared: str | None = None) -> tuple[str, str]:
    """Return the text of a file and its encoding, not one character changed.

    UTF-8 first (a byte order mark stays the first character), then UTF-16 and UTF-32 by their mark,
    the encoding that the file itself declares, and what charset-normalizer makes of it. Raises
    InputError for an empty file and for what is no text.
    """
    if not data.strip(b" \t\r\n\xef\xbb\xbf"):
        raise InputError("empty file")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_try(data, encoding)), encoding
    if b"\0" in data:
        raise InputError("binary file: it holds null bytes")
    for known in filter(None, ("utf-8", declared)):
        text = _try(data, known)
        if text is not None:
            return _checked(text), known
    guess = _detect(data)
    return _checked(_try(data, guess) if guess else None), guess or ""


def input_files(source: Path | str) -> list[Path]:
    """The files that `read` would open for `source`, in its order."""
    return _find_files(source, glob=None)[0]


# --- from files to drafts --------------------------------------------------------------------


def _items(
    source: "Source",
    *,
    glob: str | None,
    guesses: list[tuple[str, str]],
    on_progress: Callable[[int, int], None] | None,
) -> Iterator[Draft | Skipped]:
    if not isinstance(source, str | Path) and hasattr(source, "itertuples"):
        yield from tables.from_frame(cast("pd.DataFrame", source))
        return
    files, missing = _find_files(source, glob=glob)
    yield from missing
    for number, path in enumerate(files, start=1):
        yield from _read_file(path, guesses)
        if on_progress:
            on_progress(number, len(files))


def _find_files(source: "Source", *, glob: str | None) -> tuple[list[Path], list[Skipped]]:
    """Return the files of `source` in order, each once, and the paths that lead nowhere."""
    names = [source] if isinstance(source, str | Path) else source
    if not isinstance(names, Sequence) or not all(isinstance(n, str | Path) for n in names):
        raise InputError(
            f"cannot read articles from {type(source).__name__}: "
            "give a folder, a file, a list of them or a pandas DataFrame"
        )
    files: dict[Path, Path] = {}
    missing: list[Skipped] = []
    for name in names:
        path = Path(name)
        try:
            if not str(name) or not path.exists():
                missing.append(Skipped(str(name), "does not exist"))
                continue
            for file in _in_folder(path, glob) if path.is_dir() else [path]:
                files.setdefault(file.resolve(), file)
        except OSError as fault:
            missing.append(Skipped(str(path), f"cannot be opened: {fault.strerror}"))
    return list(files.values()), missing


def _in_folder(folder: Path, glob: str | None) -> list[Path]:
    """Return the files below `folder` in the order of their names, hidden ones left out."""
    if glob is None:
        found = [Path(top, file) for top, _, files in os.walk(folder) for file in files]
    else:
        try:
            found = list(folder.glob(glob))
        except (ValueError, NotImplementedError) as fault:
            raise OptionError(
                f'glob {glob!r} is no pattern for files: try "*.html" or "**/*.txt"'
            ) from fault
    inner = {path: path.relative_to(folder).parts for path in found}
    shown = [path for path, parts in inner.items() if not any(p.startswith(".") for p in parts)]
    own = (MANIFEST_ENDING, CORRECTIONS_ENDING)
    files = (path for path in shown if path.is_file() and not path.name.endswith(own))
    return sorted(files, key=lambda path: inner[path])


def _read_file(path: Path, guesses: list[tuple[str, str]]) -> Iterator[Draft | Skipped]:
    kind = path.suffix.lower()
    if kind not in SUPPORTED:
        yield Skipped(
            str(path), f"unsupported file type {kind or path.name!r}: supported are {_types()}"
        )
        return
    if kind == ".parquet":
        yield from tables.from_parquet(path)
        return
    try:
        data = path.read_bytes()
        declared = _declared(data) if kind in (".htm", ".html") else None
        text, encoding = decode(data, declared=declared)
    except OSError as fault:
        yield Skipped(str(path), f"cannot be opened: {fault.strerror or fault}")
        return
    except InputError as fault:
        yield Skipped(str(path), str(fault))
        return
    if encoding not in ("utf-8", declared) and not encoding.startswith("utf"):
        guesses.append((str(path), encoding))
    yield from _drafts(text, path=path)


def _drafts(text: str, *, path: Path) -> Iterator[Draft | Skipped]:
    kind = path.suffix.lower()
    if kind == ".txt":
        yield Draft(path.stem, text, str(path))
    elif kind in (".htm", ".html"):
        yield html.read_page(text, id=path.stem, path=str(path))
    elif kind in (".csv", ".tsv"):
        yield from tables.from_csv(text, path=str(path))
    else:
        yield from tables.from_json(text, path=str(path))


# --- from a draft to an article --------------------------------------------------------------


def _article(draft: Draft, *, table: OutletTable, outlet: str | None) -> Article:
    text = draft.text
    stated = dates.stated_dates(text)
    layout = read_layout(
        text,
        title=draft.title,
        dates=[line.span for line in stated],
        credits=[span for span, _ in credit_spans(text, table)],
    )
    published = draft.published or dates.published(text, stated, year=draft.year)
    aside = [region.span for region in layout.regions if region.kind in NOT_PROSE]
    return Article(
        id=draft.id,
        text=text,
        outlet=identify(
            text,
            headline=layout.headline,
            url=draft.url,
            fields=draft.fields,
            table=table,
            override=outlet,
        ),
        published=published,
        not_before=None if published else dates.latest_past(text, skip=aside, year=draft.year),
        headline=layout.headline,
        regions=layout.regions,
        url=draft.url,
        path=draft.path,
        language=draft.language or _language(text),
    )


def _language(text: str) -> str:
    sample = text[:_ENOUGH_TO_TELL]
    # scripts without spaces have few "words"
    enough = count_words(sample) >= _WORDS_TO_TELL_A_LANGUAGE or (
        sum(c.isalpha() and not c.isascii() for c in sample) >= 3 * _WORDS_TO_TELL_A_LANGUAGE
    )
    if not enough:
        return "en"
    from py3langid import classify

    return str(classify(sample)[0])


def _with_own_ids(articles: Sequence[Article]) -> Iterator[Article]:
    """Yield the articles with ids of their own.

    Where several have one id, the name of the folder (or table) goes behind it, then a number.
    """
    shared = {id for id, count in Counter(article.id for article in articles).items() if count > 1}
    used: set[str] = set()
    for article in articles:
        wanted = article.id
        if wanted in shared and article.path:
            path = Path(article.path)
            wanted = f"{wanted}-{path.parent.name if path.stem == wanted else path.stem}"
        own, number = wanted, 1
        while own in used:
            number += 1
            own = f"{wanted}-{number}"
        used.add(own)
        yield article if own == article.id else replace(article, id=own)


# --- encodings -------------------------------------------------------------------------------

# The longer marks first: UTF-32's begins with UTF-16's.
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_META = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w-]{3,20})", re.IGNORECASE
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def _declared(data: bytes) -> str | None:
    match = _META.search(data, 0, 4096)
    return match.group(1).decode("ascii").lower() if match else None


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _detect(data: bytes) -> str | None:
    sample = data[:_ENOUGH_TO_DETECT]
    is_latin = sum(byte > 127 for byte in sample) < _LATIN_SHARE * len(sample)
    if is_latin and _try(data, "cp1252") is not None:
        return "cp1252"  # a detector reads the one apostrophe of "it’s over" as Chinese
    from charset_normalizer import from_bytes

    guess = from_bytes(sample, cp_isolation=list(_ENCODINGS)).best()
    return guess.encoding if guess else None


# Fewer than one byte in ten is not ASCII: English and its neighbours, which browsers as well read
# as Windows' western encoding where a page declares none (WHATWG Encoding Standard).
_LATIN_SHARE = 0.1
_ENCODINGS = (
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r", "koi8_u"),
    *("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
)


def _checked(text: str | None) -> str:
    """Return the text if it is one: as in git, one control character in 128 makes it binary."""
    if text is None:
        raise InputError("not text in any known encoding: save it as UTF-8")
    if not text.strip():
        raise InputError("empty file")
    if len(_CONTROLS.findall(text)) > len(text) / 128 or "\0" in text:
        raise InputError("binary file: it holds control characters")
    return text


# --- messages --------------------------------------------------------------------------------


def _types() -> str:
    return ", ".join(SUPPORTED)


def _nothing_read(source: object, skipped: Sequence[Skipped]) -> str:
    name = repr(str(source)) if isinstance(source, str | Path) else "what was given"
    reasons = [f"{item.path}: {item.reason}" for item in skipped[:_SHOWN]]
    more = [f"and {len(skipped) - _SHOWN} more"] if len(skipped) > _SHOWN else []
    found = "; ".join([*reasons, *more]) or "no files in it"
    return f"no article found in {name} ({found}); give files of these types: {_types()}"


def _guessed(guesses: Iterable[tuple[str, str]]) -> str:
    names = [f"{path} as {encoding}" for path, encoding in guesses]
    shown = ", ".join(names[:_SHOWN]) + (", ..." if len(names) > _SHOWN else "")
    return f"encoding guessed for {len(names)} file(s) that are not UTF-8: {shown}; save as UTF-8"
