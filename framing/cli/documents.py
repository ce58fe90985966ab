"""Commands that make documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.cli.app import app
from framing.cli.options import Lexicons, Outlets, Packs, Source
from framing.cli.shell import study_articles, tell_skipped
from framing.errors import OptionError

if TYPE_CHECKING:
    from framing.study import Study


@app.command()
def report(
    source: Source,
    output: Annotated[
        Path, typer.Option("-o", "--output", help="A name ending in .pdf, .png or .html.")
    ] = Path("report.pdf"),
    title: Annotated[str, typer.Option(help="The title on the first page.")] = "",
    date: Annotated[str, typer.Option(help="A date to print; none is printed by default.")] = "",
    paper: Annotated[str, typer.Option(help="a4 or us-letter.")] = "a4",
    packs: Packs = None,
    lexicons: Lexicons = None,
    outlets: Outlets = None,
) -> None:
    """Make a comparison report as PDF, PNG or HTML.

    Example: framing report articles/ -o report.pdf
    """
    _check_ending(output)
    _save(
        study_articles(source, packs, lexicons, outlets),
        output,
        title=title,
        date=date,
        paper=paper,
    )


@app.command()
def demo(
    output: Annotated[
        Path, typer.Option("-o", "--output", help="A name ending in .pdf, .png or .html.")
    ] = Path("framing-demo.pdf"),
) -> None:
    """Make a report of the demo articles: three invented outlets on three real events.

    Example: framing demo -o demo.html
    """
    from framing.demo import ARTICLES, NOTICE, OUTLETS

    _check_ending(output)
    study = study_articles(ARTICLES, None, None, OUTLETS)
    _save(study, output, title="", date="", paper="a4", notice=NOTICE)


def _save(
    study: Study, output: Path, *, title: str, date: str, paper: str, notice: str = ""
) -> None:
    from framing.reporting.report import report as make_report

    document = make_report(
        study.comparisons,
        study.profiles,
        skipped=study.notes.skipped,
        title=title,
        made_on=date,
        notice=notice,
    )
    for path in document.save(output, paper=paper):
        typer.echo(f"wrote {path}")
    tell_skipped(study.notes.skipped)


def _check_ending(output: Path) -> None:
    """Refuse a file name that no report can have, before the work and not after it."""
    from framing.reporting.report import FORMATS

    if output.suffix.lower() not in FORMATS:
        raise OptionError(f"cannot make {output.name!r}: end the name in {', '.join(FORMATS)}")
