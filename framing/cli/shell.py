"""What the commands share: articles in, files out, tables on the screen, progress."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import typer

from framing.cli.app import RUN
from framing.cli.screen import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    import pandas as pd

    from framing.model import Annotation, Article, Corpus, Notes, Skipped
    from framing.studies import Study


def read_articles(source: Path, outlets: Path | None, mapper: Any = map) -> Corpus:
    """Read with a progress bar, the user's corrections applied, paths as seen from `source`;
    `mapper` as in `framing.read`."""
    from framing.reading.files import read
    from framing.validation.corrections import apply_corrections

    with progress() as tell:
        corpus = read(
            source,
            outlets=outlets,
            on_progress=lambda n, of: tell("read", n, of),
            mapper=mapper,
        )
    corpus = replace(corpus, items=tuple(_seen_from(source, article) for article in corpus))
    corrections = corrections_for(source)
    if corrections:
        typer.echo(f"with the corrections in {corrections}", err=True)
        corpus = apply_corrections(corpus, corrections, outlets=outlets)
    return corpus


def _seen_from(source: Path, article: Article) -> Article:
    """The article with its path in `source`: what is written holds no path of the machine."""
    from pathlib import Path

    folder = source if source.is_dir() else source.parent
    if article.path is None or not Path(article.path).is_relative_to(folder):
        return article
    return replace(article, path=Path(article.path).relative_to(folder).as_posix())


def corrections_for(source: Path) -> Path | None:
    """The file that ``--corrections`` names, or else the one beside `source`, if there is one."""
    from framing.validation.corrections import corrections_beside

    run = RUN.get()
    given: Path | None = run.options.get("corrections") if run else None
    beside = corrections_beside(source)
    return given or (beside if beside.is_file() else None)


def annotate_articles(
    source: Path,
    packs: str | None,
    lexicons: Path | None,
    outlets: Path | None,
    workers: int = 1,
) -> Notes:
    """Read and annotate with a progress bar."""
    from framing.model import Notes
    from framing.scale.pool import Workers
    from framing.scale.pool import annotate_articles as in_pieces

    items: list[Annotation] = []
    with Workers(workers) as pool:
        corpus = read_articles(source, outlets, pool.map)
        skipped = list(corpus.skipped)
        pieces = in_pieces(corpus, workers=pool, packs=pack_names(packs), lexicons=lexicons)
        with progress() as tell:
            for piece in pieces:
                items += piece.items
                skipped += piece.skipped
                tell("annotate", len(items), len(corpus))
    return Notes(tuple(items), tuple(skipped))


def stream_lines(
    source: Path, packs: str | None, lexicons: Path | None, outlets: Path | None, workers: int
) -> Iterator[str]:
    """Read and annotate with a progress bar; pieces of lines of JSON as they are made, none of which
    is kept. What was skipped is told at the end."""
    from framing.scale.pool import Workers, annotate_lines

    done = 0
    with Workers(workers) as pool:
        corpus = read_articles(source, outlets, pool.map)
        skipped = list(corpus.skipped)
        pieces = annotate_lines(corpus, workers=pool, packs=pack_names(packs), lexicons=lexicons)
        with progress() as tell:
            for piece in pieces:
                yield piece.text
                done += piece.articles
                skipped += piece.skipped
                tell("annotate", done, len(corpus))
    tell_skipped(skipped)


def write_annotated_rows(
    source: Path,
    output: Path,
    *,
    packs: str | None,
    lexicons: Path | None,
    outlets: Path | None,
    workers: int,
) -> None:
    """Annotate into a Parquet file of rows. A Parquet file is read a few articles at a time, what else
    there is (or what has corrections) is read first."""
    from framing.scale.batches import article_batches, table_batches
    from framing.scale.pool import Workers, annotate_batches
    from framing.scale.shards import write_rows

    with Workers(workers) as pool:
        if source.suffix.lower() == ".parquet" and not corrections_for(source):
            batches = table_batches(source)
        else:
            batches = article_batches(read_articles(source, outlets, pool.map))
        rows = annotate_batches(
            batches, workers=pool, packs=pack_names(packs), lexicons=lexicons, outlets=outlets
        )
        write_rows(rows, output)
    typer.echo(f"wrote {output}: what was skipped is in its rows", err=True)
    leave_manifest([output])


def study_articles(
    source: Path, packs: str | None, lexicons: Path | None, outlets: Path | None
) -> Study:
    """Read, annotate, compare and profile with a progress bar."""
    from framing.studies import study

    corpus = read_articles(source, outlets)
    with progress() as tell:
        return study(corpus, packs=pack_names(packs), lexicons=lexicons, on_progress=tell)


def pack_names(packs: str | None) -> list[str] | None:
    """The pack names in an option such as ``general,climate``; None where it is not given."""
    return [name.strip() for name in packs.split(",") if name.strip()] if packs else None


def deliver(text: str | Iterable[str], output: Path | None) -> None:
    """Write `text`, whole or in pieces, to `output`, or print it."""
    from framing.output import write_whole

    if output is None:
        for piece in [text] if isinstance(text, str) else text:
            typer.echo(piece, nl=False)
    else:
        write_whole(output, text)
        typer.echo(f"wrote {output}", err=True)
        leave_manifest([output])


def deliver_table(frame: pd.DataFrame, output: Path | None, *, json: bool) -> bool:
    """Deliver `frame` as JSON lines or CSV, as the option and the file's ending ask; False where it is
    for the screen, which the caller prints."""
    from framing.output import json_lines, table_text

    if json or (output and output.suffix.lower() in (".json", ".jsonl")):
        deliver(json_lines(frame.to_dict("records")), output)
    elif output:
        deliver(table_text(frame), output)
    return json or output is not None


def leave_manifest(outputs: Sequence[Path], source: Path | Mapping[str, str] | None = None) -> None:
    """Write beside the first of `outputs` what made them: inputs, packs, versions and options.

    `source` are the articles where the command has no argument of that name.
    """
    from pathlib import Path

    from framing.manifest import make_manifest, write_manifest

    run = RUN.get()
    if run is None or not outputs or not outputs[0].is_file() | outputs[0].is_dir():
        return  # nothing lies beside a pipe or a device
    inputs = source or run.options.get("source")
    options = {k: v for k, v in run.options.items() if k not in _NO_MATTER}
    if isinstance(inputs, Path):
        options["corrections"] = corrections_for(inputs)
    manifest = make_manifest(run.command, inputs=inputs, options=options, outputs=outputs)
    write_manifest(manifest, outputs[0])


_NO_MATTER = ("source", "output", "json", "workers")
"""Options that are told elsewhere or change no byte of what is written."""


def article_row(article: Article) -> dict[str, Any]:
    """One article as `framing read` lists it."""
    from framing.text.zones import prose_words

    tag = article.outlet
    return {
        "id": article.id,
        "path": article.path,
        "outlet": tag.outlet,
        "name": tag.name,
        "origin": tag.origin,
        "confidence": tag.confidence,
        "evidence": "; ".join(f"{e.source}: {' '.join(e.text.split())[:60]}" for e in tag.evidence),
        "published": article.published.isoformat() if article.published else None,
        "not_before": article.not_before.isoformat() if article.not_before else None,
        "language": article.language,
        "words": prose_words(article),
        "regions": len(article.regions),
    }


def number(value: Any) -> str:
    """A value of a profile for the screen."""
    return "too few" if value is None or value != value else f"{value:.3g}"


def between(low: Any, high: Any) -> str:
    """An interval for the screen; "too few" where there is none."""
    return "too few" if low is None or low != low else f"{number(low)} to {number(high)}"


def print_table(head: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Print a table; cells are text, never markup."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for title in head:
        table.add_column(title, overflow="fold")
    for row in rows:
        table.add_row(*(Text(_text(cell)) for cell in row))  # Text: an article's [b] is no markup
    Console().print(table)


def _text(cell: Any) -> str:
    """A cell as text; nothing for a missing value, which pandas writes as NaN."""
    return "" if cell is None or cell != cell else visible(str(cell))


def tell_skipped(skipped: Sequence[Skipped]) -> None:
    """Say on the error stream what was left out, and why."""
    for item in skipped:
        typer.echo(visible(f"skipped {item.path}: {item.reason}"), err=True)


def tell_if_nothing_shared(study: Study) -> None:
    """Say on the error stream why nothing was compared, if no two known outlets report one event."""
    from framing.model import UNKNOWN
    from framing.saying import count

    if study.profiles:
        return
    unknown = sum(a.article.outlet.outlet == UNKNOWN for a in study.notes)
    typer.echo(
        f"No event is reported by two known outlets; the outlet of {unknown} of "
        f"{count(len(study.notes), 'article')} is unknown. “framing read” shows the outlets, "
        "--outlet-table gives a table of others, “framing correct” sets one right.",
        err=True,
    )


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """A progress bar on the terminal's error stream; silent where that is no terminal."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        tasks: dict[str, Any] = {}

        def tell(step: str, done: int, of: int) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(step, total=of)
            bar.update(tasks[step], completed=done, total=of)

        yield tell
