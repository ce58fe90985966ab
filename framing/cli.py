"""The shell commands: one short function each, work imported when it is wanted.

Exit status: 0 done, 1 a bug (with its traceback), 2 something in the input or the options that the
user can mend (one line says what).
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.errors import FramingError, OptionError
from framing.shell import article_row, deliver, number, print_table, progress, tell_skipped

if TYPE_CHECKING:
    from framing.model import Corpus, Notes
    from framing.study import Study

app = typer.Typer(
    help="Shows how news outlets word, weigh, source and leave out the same event.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
lexicon_app = typer.Typer(help="The lexicon packs.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(lexicon_app, name="lexicon")

Source = Annotated[
    Path, typer.Argument(help="A folder, or a file of articles.", show_default=False)
]
Output = Annotated[
    Path | None, typer.Option("-o", "--output", help="The file to write; by default the screen.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")]
Packs = Annotated[
    str | None, typer.Option(help="Lexicon packs by name, parted by commas; by default by topic.")
]
Lexicons = Annotated[Path | None, typer.Option(help="A folder of packs to use instead.")]
Outlets = Annotated[
    Path | None, typer.Option(help="A table of outlets that overrides the shipped one.")
]


def main() -> None:
    """Run the command line; errors that a user can mend are one line and status 2."""
    try:
        app()
    except FramingError as error:
        typer.echo(f"framing: {error}", err=True)
        sys.exit(2)
    except KeyboardInterrupt:
        typer.echo("framing: stopped", err=True)
        sys.exit(130)


@app.command()
def read(
    source: Source, output: Output = None, json: AsJson = False, outlets: Outlets = None
) -> None:
    """List the articles: outlet with its proof, date, length, what was skipped.

    Example: framing read articles/
    """
    from framing.output import json_lines

    corpus = _read(source, outlets)
    rows = [article_row(article) for article in corpus]
    if json or output:
        deliver(json_lines(rows), output)
    else:
        print_table(("article", "outlet", "published", "words", "proof"), [
            (r["id"], r["outlet"], r["published"] or "-", str(r["words"]), r["evidence"]) for r in rows
        ])  # fmt: skip
    tell_skipped(corpus.skipped)


@app.command()
def annotate(
    source: Source,
    output: Output = None,
    json: AsJson = False,
    packs: Packs = None,
    lexicons: Lexicons = None,
    outlets: Outlets = None,
) -> None:
    """Find quotes, speakers, markers and voices; one JSON object an article (or a CSV of markers).

    Example: framing annotate articles/ -o notes.jsonl
    """
    from framing.annotation.exchange import to_record
    from framing.output import json_lines, table_text

    notes = _annotate(source, packs, lexicons, outlets)
    if output and output.suffix.lower() == ".csv":
        deliver(table_text(notes.to_frame("markers")), output)
    elif json or output:
        deliver(json_lines(to_record(annotation) for annotation in notes), output)
    else:
        print_table(("article", "quotes", "markers", "own voice", "words"), [
            (a.article.id, str(len(a.quotes)), str(len(a.markers)),
             str(sum(m.voice.kind == "outlet" for m in a.markers)), str(a.words))
            for a in notes
        ])  # fmt: skip
    tell_skipped(notes.skipped)


@app.command()
def events(source: Source, output: Output = None, json: AsJson = False) -> None:
    """Group the articles by the event they report.

    Example: framing events articles/
    """
    from framing.comparison.events import find_events
    from framing.comparison.exchange import events_to_records
    from framing.output import json_text

    corpus = _read(source, None)
    found = find_events(corpus)
    if json or output:
        deliver(json_text(events_to_records(found)), output)
    else:
        print_table(("event", "articles", "first", "last", "label"), [
            (e.id, str(len(e.articles)), str(e.first or "-"), str(e.last or "-"), e.label)
            for e in found
        ])  # fmt: skip
    tell_skipped(corpus.skipped)


@app.command()
def compare(
    source: Source,
    output: Output = None,
    json: AsJson = False,
    packs: Packs = None,
    lexicons: Lexicons = None,
    outlets: Outlets = None,
) -> None:
    """Compare the outlets on each event: claims, wordings, sources.

    Example: framing compare articles/ -o compare.json
    """
    from framing.comparison.exchange import to_records
    from framing.output import json_text

    study = _study(source, packs, lexicons, outlets)
    if json or output:
        deliver(json_text(to_records(study.comparisons)), output)
    else:
        from framing.reporting.findings import main_findings
        from framing.reporting.names import outlet_names

        names = outlet_names(study.comparisons)
        for comparison in study.comparisons:
            typer.echo(f"{comparison.event.label}: {len(comparison.annotations)} articles")
            for sentence in main_findings(comparison, names):
                typer.echo(f"  {sentence}")
    tell_skipped(study.notes.skipped)


@app.command()
def profile(
    source: Source,
    output: Output = None,
    json: AsJson = False,
    packs: Packs = None,
    lexicons: Lexicons = None,
    outlets: Outlets = None,
) -> None:
    """Measure what is typical of each outlet on the events it shares with others.

    Example: framing profile articles/ -o profiles.csv
    """
    from framing.output import json_lines, table_text

    study = _study(source, packs, lexicons, outlets)
    frame = study.to_frame("profiles")
    if json or (output and output.suffix.lower() in (".json", ".jsonl")):
        deliver(json_lines(frame.to_dict("records")), output)
    elif output:
        deliver(table_text(frame), output)
    else:
        print_table(("outlet", "facet", "value", "interval", "n", "others"), [
            (f["outlet"], f["facet"], number(f["value"]), f"{number(f['low'])}-{number(f['high'])}",
             str(f["n"]), number(f["reference_value"]))
            for f in frame.to_dict("records")
        ])  # fmt: skip
    tell_skipped(study.notes.skipped)


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
    _save(_study(source, packs, lexicons, outlets), output, title=title, date=date, paper=paper)


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
    study = _study(ARTICLES, None, None, OUTLETS)
    _save(study, output, title="", date="", paper="a4", notice=NOTICE)


@app.command()
def kwic(
    source: Source,
    word: Annotated[str, typer.Argument(help="A word or phrase.", show_default=False)],
    voice: Annotated[str, typer.Option(help="Only this voice: outlet, direct, indirect.")] = "",
    output: Output = None,
    packs: Packs = None,
    outlets: Outlets = None,
) -> None:
    """Show a word in context with outlet, voice and speaker, a line a hit.

    Example: framing kwic articles/ Kiev --voice outlet
    """
    from framing.annotation.concordance import concordance
    from framing.output import table_text

    notes = _annotate(source, packs, None, outlets)
    frame = concordance(notes, word, voice=voice or None)
    if output:
        deliver(table_text(frame), output)
    else:
        print_table(("outlet", "voice", "speaker", "before", "hit", "behind"), [
            (r["outlet"], r["voice"], r["speaker"] or "", r["before"], r["hit"], r["behind"])
            for r in frame.to_dict("records")
        ])  # fmt: skip
        typer.echo(f"{len(frame)} hits", err=True)


@lexicon_app.command("list")
def lexicon_list(lexicons: Lexicons = None) -> None:
    """List the packs with their versions and sizes.

    Example: framing lexicon list
    """
    from framing.annotation.lexicon.loading import load_packs

    print_table(("pack", "version", "terms", "actors", "slots", "cues", "title"), [
        (p.name, p.version, str(len(p.terms)), str(len(p.actors)), str(len({s.slot for s in p.slots})),
         str(len(p.cue_terms)), p.title)
        for p in load_packs(folder=lexicons)
    ])  # fmt: skip


@lexicon_app.command("show")
def lexicon_show(
    term: Annotated[str, typer.Argument(help="A term, or part of one.", show_default=False)],
    lexicons: Lexicons = None,
) -> None:
    """Show the rows of a term: whose usage, since when, on whose authority.

    Example: framing lexicon show "aggressor state"
    """
    from framing.annotation.lexicon.loading import load_packs
    from framing.annotation.lexicon.showing import describe, matching_rows

    rows = matching_rows(load_packs(folder=lexicons), term)
    if not rows:
        raise OptionError(f"no row for {term!r}: try a part of it, or `framing lexicon list`")
    typer.echo("\n\n".join(describe(row) for row in rows))


@lexicon_app.command("check")
def lexicon_check(
    folder: Annotated[Path | None, typer.Argument(help="A folder of packs.")] = None,
) -> None:
    """Check every row of the packs and run their example sentences.

    Example: framing lexicon check my-packs/
    """
    from framing.annotation.lexicon.checking import check_packs
    from framing.annotation.lexicon.loading import load_packs

    packs = load_packs(folder=folder)
    faults = check_packs(packs)
    for fault in faults:
        typer.echo(fault)
    rows = sum(len(p.terms) for p in packs)
    typer.echo(f"{len(packs)} packs, {rows} terms, {len(faults)} faults")
    if faults:
        raise typer.Exit(2)


@lexicon_app.command("audit")
def lexicon_audit(lexicons: Lexicons = None) -> None:
    """Show how far each pack covers its sides: rows by convention, slots with all sides' terms.

    Example: framing lexicon audit
    """
    from framing.annotation.lexicon.auditing import audit
    from framing.annotation.lexicon.loading import load_packs

    for pack in load_packs(folder=lexicons):
        if pack.terms:
            typer.echo(audit(pack))


def _read(source: Path, outlets: Path | None) -> Corpus:
    from framing.reading.files import read as read_articles

    with progress() as tell:
        return read_articles(source, outlets=outlets, on_progress=lambda n, of: tell("read", n, of))


def _annotate(
    source: Path, packs: str | None, lexicons: Path | None, outlets: Path | None
) -> Notes:
    from framing.annotation.annotate import annotate as annotate_articles

    corpus = _read(source, outlets)
    with progress() as tell:
        return annotate_articles(
            corpus,
            packs=_names(packs),
            folder=lexicons,
            on_progress=lambda n: tell("annotate", n, len(corpus)),
        )


def _study(source: Path, packs: str | None, lexicons: Path | None, outlets: Path | None) -> Study:
    from framing.study import study

    with progress() as tell:
        return study(
            source, packs=_names(packs), lexicons=lexicons, outlets=outlets, on_progress=tell
        )


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


def _names(packs: str | None) -> list[str] | None:
    return [name.strip() for name in packs.split(",") if name.strip()] if packs else None
