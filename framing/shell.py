"""What the shell commands share: files out, tables on the screen, progress, what was skipped."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from framing.model import Article, Skipped


def deliver(text: str, output: Path | None) -> None:
    """Write `text` whole to `output`, or print it."""
    from framing.output import write_whole

    if output is None:
        typer.echo(text, nl=False)
    else:
        write_whole(output, text)
        typer.echo(f"wrote {output}", err=True)


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


def print_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table; cells are text, never markup."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for title in head:
        table.add_column(title, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))  # Text: an article's [b] is no markup
    Console().print(table)


def tell_skipped(skipped: Sequence[Skipped]) -> None:
    """Say on the error stream what was left out, and why."""
    for item in skipped:
        typer.echo(f"skipped {item.path}: {item.reason}", err=True)


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
