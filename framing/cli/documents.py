"""Commands that make documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.cli.app import app
from framing.cli.classroom import blinded, narrow
from framing.cli.config import Config
from framing.cli.options import (
    Blind,
    Corrections,
    Event,
    LangLabels,
    Lexicons,
    Only,
    OutletTable,
    Packs,
    Paper,
    Source,
)
from framing.cli.shell import leave_manifest, study_articles, tell_skipped
from framing.errors import OptionError

if TYPE_CHECKING:
    from framing.reporting.report import SavableReport
    from framing.studies import Study


@app.command()
def report(
    source: Source,
    output: Annotated[
        Path, typer.Option("-o", "--output", help="A name ending in .pdf, .png or .html.")
    ] = Path("report.pdf"),
    title: Annotated[str, typer.Option(help="The title on the first page.")] = "",
    date: Annotated[str, typer.Option(help="A date to print; none is printed by default.")] = "",
    paper: Paper = "a4",
    blind: Blind = False,
    only: Only = None,
    event: Event = None,
    lang_labels: LangLabels = None,
    appendix: Annotated[
        bool, typer.Option("--appendix", help="Print every marker in context (PDF, PNG).")
    ] = False,
    packs: Packs = None,
    lexicons: Lexicons = None,
    outlet_table: OutletTable = None,
    corrections: Corrections = None,
    config: Config = None,
) -> None:
    """Make a comparison report as PDF, PNG or HTML.

    Example: framing report articles/ -o report.pdf
    """
    _check_ending(output)
    _check_paper(paper)
    labels = _labels(lang_labels, output)
    study = narrow(study_articles(source, packs, lexicons, outlet_table), only, event)
    if blind:
        study = blinded(study, outlet_table)
    _save(study, output, title=title, date=date, paper=paper, labels=labels, appendix=appendix)


@app.command()
def demo(
    output: Annotated[
        Path, typer.Option("-o", "--output", help="A name ending in .pdf, .png or .html.")
    ] = Path("framing-demo.pdf"),
    copy: Annotated[
        Path | None,
        typer.Option("--copy", help="Write the articles and outlets.csv to this folder instead."),
    ] = None,
) -> None:
    """Make a report of the demo articles: three invented outlets on three real events.

    Example: framing demo -o demo.html, or: framing demo --copy .
    """
    from framing.demo import ARTICLES, NOTICE, OUTLETS

    if copy is not None:
        _copy_demo(copy)
        return
    _check_ending(output)
    study = study_articles(ARTICLES, None, None, OUTLETS)
    _save(study, output, title="", date="", paper="a4", notice=NOTICE, source=ARTICLES)


def _copy_demo(folder: Path) -> None:
    """The demo's articles as `folder`/articles, their table of outlets beside them."""
    from framing.demo import ARTICLES, OUTLETS
    from framing.output import write_whole

    articles = sorted(ARTICLES.glob("*.txt"))
    for path in articles:
        write_whole(folder / "articles" / path.name, path.read_bytes())
    write_whole(folder / OUTLETS.name, OUTLETS.read_bytes())
    typer.echo(f"wrote {len(articles)} articles to {folder / 'articles'}")
    typer.echo(f"wrote {folder / OUTLETS.name}")


def _save(
    study: Study,
    output: Path,
    *,
    title: str,
    date: str,
    paper: str,
    notice: str = "",
    source: Path | None = None,
    labels: dict[str, str] | None = None,
    appendix: bool = False,
) -> None:
    from framing.reporting.report import report as make_report

    document = make_report(
        study.comparisons,
        study.profiles,
        skipped=study.notes.skipped,
        title=title,
        made_on=date,
        notice=notice,
        appendix=appendix,
    )
    if labels:
        document = _in_own_words(document, labels)
    written = document.save(output, paper=paper)
    for path in written:
        typer.echo(f"wrote {path}")
    leave_manifest(written, source)
    tell_skipped(study.notes.skipped)


def _check_paper(paper: str) -> None:
    from framing.reporting.pdf import paper_name

    paper_name(paper)


def _labels(path: Path | None, output: Path) -> dict[str, str]:
    """The reader's labels, read before the work; they are for pages, not for the HTML notebook."""
    if path is None:
        return {}
    from framing.reporting.labels import read_labels

    if output.suffix.lower() == ".html":
        raise OptionError("--lang-labels is for .pdf and .png: leave it out, or name another file")
    return read_labels(path)


def _in_own_words(document: SavableReport, labels: dict[str, str]) -> SavableReport:
    """The report with the reader's labels, and a line on what they did."""
    from dataclasses import replace

    from framing.reporting.labels import with_labels

    done = with_labels(document.content, labels)
    typer.echo(f"replaced {len(done.used)} of {len(labels)} labels", err=True)
    if done.unused:
        typer.echo(f"not in this report: {'; '.join(done.unused[:5])}", err=True)
    return replace(document, content=done.report)


def _check_ending(output: Path) -> None:
    """Refuse a file name that no report can have, before the work and not after it."""
    from framing.reporting.report import FORMATS

    if output.suffix.lower() not in FORMATS:
        raise OptionError(f"cannot make {output.name!r}: end the name in {', '.join(FORMATS)}")
