"""Read articles: from a folder, files, tables or a pandas DataFrame to a corpus."""

import os
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, cast

from framing.errors import FramingWarning, InputError, OptionError
from framing.model import NOT_PROSE, Article, Corpus, Skipped
from framing.reading import Draft, dates, html, readable, tables, too_long
from framing.reading.boilerplate import read_layout
from framing.reading.encodings import declared_encoding, decode
from framing.reading.outlets import OutletTable, credit_spans, identify, load_outlets
from framing.reading.own import own_outputs
from framing.text.tokens import count_words

if TYPE_CHECKING:
    import pandas as pd

    Source: TypeAlias = str | Path | Sequence[str | Path] | pd.DataFrame
    Mapper: TypeAlias = Callable[
        [Callable[[Draft | Skipped], Article | Skipped], Iterable[Draft | Skipped]],
        Iterable[Article | Skipped],
    ]

TABLES = (".csv", ".json", ".jsonl", ".ndjson", ".parquet", ".tsv")
SUPPORTED = tuple(sorted((*TABLES, ".htm", ".html", ".txt")))
MANIFEST_ENDING, CORRECTIONS_ENDING = ".manifest.json", ".corrections.csv"
"""Endings of files that framing keeps beside articles: never articles themselves."""

# py3langid tells 99 % of sentences of news apart; of two or three words it often does not.
_WORDS_TO_TELL_A_LANGUAGE = 20
_ENOUGH_TO_TELL = 5_000  # characters
_SHOWN = 3
_GUESSES_SHOWN = 40  # file names: a list to work through
_LARGEST = 20_000_000  # bytes of a file of one article: pages with pictures in them are large


def read(
    source: "Source",
    *,
    outlets: Path | str | None = None,
    outlet: str | None = None,
    glob: str | None = None,
    on_progress: Callable[[int, int], None] | None = None,
    mapper: "Mapper" = map,
) -> Corpus:
    """Read every article of `source`: a folder with all below it, a file, a list of both, a frame.

    Texts, web pages and tables are read (`SUPPORTED`); `glob` narrows a folder down, as in
    ``"*.html"``. `outlets` is a CSV whose rows go before the shipped outlet table, `outlet` an id
    or name for all articles. `on_progress` is called with (files done, files in all). `mapper` is
    used as `map` is, and may do the work in other processes (`framing.scale.pool.Workers.map`).

    What cannot be read is in the corpus's `skipped`, with the reason; a guessed text encoding is
    told in a FramingWarning. Raises InputError where nothing can be read.
    """
    table = load_outlets(Path(outlets) if outlets else None)
    articles: list[Article] = []
    skipped: list[Skipped] = []
    guesses: list[tuple[str, str]] = []
    items = _items(source, glob=glob, guesses=guesses, on_progress=on_progress)
    for item in mapper(partial(_finished, table=table, outlet=outlet), items):
        if isinstance(item, Skipped):
            skipped.append(item)
        else:
            articles.append(item)
    if not articles:
        raise InputError(_nothing_read(source, skipped))
    if guesses:
        warnings.warn(_guessed(guesses), FramingWarning, stacklevel=2)
    return Corpus(tuple(_with_own_ids(articles)), tuple(skipped))


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
        try:
            found = list(_files_at(Path(name), glob) if str(name) else [Skipped("", _NOWHERE)])
        except OSError as fault:
            found = [Skipped(readable(name), f"cannot be opened: {fault.strerror}")]
        missing += [item for item in found if isinstance(item, Skipped)]
        files |= {f.resolve(): f for f in found if isinstance(f, Path) and f.resolve() not in files}
    return list(files.values()), missing


def _files_at(path: Path, glob: str | None) -> Iterator[Path | Skipped]:
    if path.is_dir():
        yield from _in_folder(path, glob)
    elif fault := _no_file(path):
        yield Skipped(readable(path), fault)
    else:
        yield path


def _in_folder(folder: Path, glob: str | None) -> Iterator[Path | Skipped]:
    """The files below `folder` in the order of their names, hidden ones left out, and what could be
    taken for a file."""
    faults: list[OSError] = []
    found = _walked(folder, faults) if glob is None else _fitting(folder, glob)
    yield from (
        Skipped(readable(f.filename), f"cannot be opened: {f.strerror}: may you read it?")
        for f in faults
    )
    inner = {path: path.relative_to(folder).parts for path in found}
    shown = [path for path, parts in inner.items() if not any(p.startswith(".") for p in parts)]
    manifests = shown if glob is None else folder.rglob("*" + MANIFEST_ENDING)
    own = own_outputs((m for m in manifests if m.name.endswith(MANIFEST_ENDING)), folder)
    for path in sorted(shown, key=lambda path: inner[path]):
        if path.name.endswith((MANIFEST_ENDING, CORRECTIONS_ENDING)):
            continue
        if fault := own.get(path) or _no_file(path):
            yield Skipped(readable(path), fault)
        elif path.is_file():
            yield path
        elif glob is None:
            yield Skipped(readable(path), "a link to a folder is not followed: name the folder")


def _walked(folder: Path, faults: list[OSError]) -> list[Path]:
    found = []
    for top, folders, files in os.walk(folder, onerror=faults.append):
        links = [name for name in folders if Path(top, name).is_symlink()]
        found += [Path(top, name) for name in (*files, *links)]
        folders[:] = [name for name in folders if not name.startswith(".")]
    return found


def _fitting(folder: Path, glob: str) -> list[Path]:
    try:
        return list(folder.glob(glob))
    except (ValueError, NotImplementedError) as fault:
        raise OptionError(
            f'glob {glob!r} is no pattern for files: try "*.html" or "**/*.txt"'
        ) from fault


_NOWHERE = "does not exist"


def _no_file(path: Path) -> str | None:
    """Why there is nothing to open at `path`: a pipe would be waited for, a device read for ever."""
    if path.is_file() or path.is_dir():
        return None
    if path.exists():
        return "not a file but a pipe, a device or a socket: save it as a file"
    return "a link to what does not exist" if path.is_symlink() else _NOWHERE


def _read_file(path: Path, guesses: list[tuple[str, str]]) -> Iterator[Draft | Skipped]:
    kind, name = path.suffix.lower(), readable(path)
    if kind not in SUPPORTED:
        ending = kind or path.name
        yield Skipped(name, f"unsupported file type {ending!r}: supported are {_types()}")
        return
    if kind == ".parquet":
        yield from tables.from_parquet(path)
        return
    try:
        data = _whole(path, kind)
        declared = declared_encoding(data) if kind in (".htm", ".html") else None
        text, encoding = decode(data, declared=declared)
    except OSError as fault:
        yield Skipped(name, f"cannot be opened: {fault.strerror or fault}: may you read it?")
        return
    except InputError as fault:
        yield Skipped(name, str(fault))
        return
    if encoding not in ("utf-8", declared) and not encoding.startswith("utf"):
        guesses.append((name, encoding))
    yield from _drafts(text, path=Path(name))


def _whole(path: Path, kind: str) -> bytes:
    """The bytes of a file; a table may have any number of them, a file of one article may not."""
    size = path.stat().st_size
    if kind not in TABLES and size > _LARGEST:
        raise InputError(f"{size:,} bytes, over {_LARGEST:,}: split it into one article each")
    return path.read_bytes()


def _drafts(text: str, *, path: Path) -> Iterator[Draft | Skipped]:
    kind = path.suffix.lower()
    if kind == ".txt":
        fault = too_long(text)
        yield Skipped(str(path), fault) if fault else Draft(path.stem, text, str(path))
    elif kind in (".htm", ".html"):
        yield html.read_page(text, id=path.stem, path=str(path))
    elif kind in (".csv", ".tsv"):
        yield from tables.from_csv(text, path=str(path))
    else:
        yield from tables.from_json(text, path=str(path))


# --- from a draft to an article --------------------------------------------------------------


def _finished(
    item: Draft | Skipped, *, table: OutletTable, outlet: str | None
) -> Article | Skipped:
    return item if isinstance(item, Skipped) else article_of(item, table=table, outlet=outlet)


def article_of(draft: Draft, *, table: OutletTable, outlet: str | None = None) -> Article:
    """The article of a draft: outlet, date, headline and regions as its words show them."""
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
    shown = ", ".join(names[:_GUESSES_SHOWN]) + (", ..." if len(names) > _GUESSES_SHOWN else "")
    return f"encoding guessed for {len(names)} file(s) that are not UTF-8: {shown}; save as UTF-8"
