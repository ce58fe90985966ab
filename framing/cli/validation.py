"""Commands that hold the tool against people: samples, coders, corrections, standoff."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.cli.app import App, app
from framing.cli.options import Corrections, Lexicons, Outlets, Packs, Source
from framing.cli.shell import (
    annotate_articles,
    leave_manifest,
    number,
    print_table,
    read_articles,
    tell_skipped,
)

if TYPE_CHECKING:
    from framing.model import Estimate
    from framing.validation.coding.agreement import Validation

standoff_app = App(
    name="standoff",
    help="Annotations for other tools, and back.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(standoff_app, name="standoff")


@app.command()
def sample(
    source: Source,
    output: Annotated[
        Path, typer.Option("-o", "--output", help="A name ending in .csv or .xlsx.")
    ] = Path("sheet.csv"),
    units: Annotated[str, typer.Option(help="sentences, quotes or events.")] = "sentences",
    size: Annotated[int, typer.Option("-n", "--size", help="How many units to draw.")] = 120,
    coders: Annotated[
        str, typer.Option(help="How many coders, or their names parted by commas.")
    ] = "2",
    seed: Annotated[int, typer.Option(help="The same seed draws the same units.")] = 0,
    packs: Packs = None,
    lexicons: Lexicons = None,
    outlets: Outlets = None,
    corrections: Corrections = None,
) -> None:
    """Draw units for people to code: a sheet a coder, a codebook, and a key with our answers.

    Example: framing sample articles/ -o sheet.xlsx --coders anna,ben
    """
    from framing.annotation.lexicon.loading import packs_in_use
    from framing.comparison.events import find_events
    from framing.validation.coding.codebook import codebook
    from framing.validation.coding.sampling import draw
    from framing.validation.coding.sheets import write_sheets
    from framing.validation.coding.units import make_units

    used = packs_in_use(None, folder=lexicons)
    fields = codebook(units, used)
    notes = annotate_articles(source, packs, lexicons, outlets)
    events = find_events(notes) if units == "events" else []
    drawn = draw(make_units(units, tuple(notes), events), size, seed=seed)
    names = [str(k + 1) for k in range(int(coders))] if coders.isdigit() else coders.split(",")
    written = write_sheets(drawn, output, fields=fields, coders=[n.strip() for n in names])
    for path in written:
        typer.echo(f"wrote {path}")
    leave_manifest([written[-1], *written[:-1]])
    tell_skipped(notes.skipped)


@app.command()
def agreement(
    sheets: Annotated[
        list[Path], typer.Argument(help="The coders' sheets, CSV or XLSX.", show_default=False)
    ],
    key: Annotated[
        Path | None, typer.Option(help="The key of the sample; by default the one beside them.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="A .json, or a .csv that gives a file a table."),
    ] = None,
    seed: Annotated[int, typer.Option(help="For the bootstrap of the intervals.")] = 0,
) -> None:
    """How far coders agree (Krippendorff's alpha), and the tool with them (precision, recall).

    Example: framing agreement sheet-anna.xlsx sheet-ben.xlsx -o agreement.json
    """
    from framing.validation.coding.agreement import measure
    from framing.validation.coding.sheets import find_key, read_key, read_sheet

    path = key or find_key(sheets[0])
    answers, fields = read_key(path)
    read = [read_sheet(s, path, fields=fields, units=answers.weights) for s in sheets]
    found = measure(read, answers, fields=fields, seed=seed)
    if output:
        _save_tables(found, output)
    else:
        _show(found)


def _save_tables(found: Validation, output: Path) -> None:
    from dataclasses import asdict

    from framing.output import json_text, table_text, write_whole
    from framing.validation.coding.agreement import TABLES

    if output.suffix.lower() == ".json":
        write_whole(output, json_text(asdict(found)))
        written = [output]
    else:
        written = [output.with_stem(f"{output.stem}-{table}") for table in TABLES]
        for path, table in zip(written, TABLES, strict=True):
            write_whole(path, table_text(found.to_frame(table)))
    for path in written:
        typer.echo(f"wrote {path}", err=True)
    leave_manifest(written)


def _show(found: Validation) -> None:
    from framing.validation.coding.agreement import AGREED

    typer.echo(
        f"{found.units} units, which stand for {found.stands_for}; coders: "
        f"{', '.join(found.coders)}; {found.undecided} units without a majority"
    )
    print_table(("column", "alpha", "interval", "units", "missing", "all agree"), [
        (r.column, number(r.alpha.value), _between(r.alpha), str(r.units),
         f"{r.missing} of {r.cells}", number(r.same.value)) for r in found.reliability
    ])  # fmt: skip
    typer.echo("Usual conventions for alpha: .800, or .667 for tentative conclusions.\n")
    human = AGREED if len(found.coders) > 1 else found.coders[0]
    print_table(("column", "value", "precision", "interval", "n", "recall", "interval", "n"), [
        (r.column, r.value, number(r.precision.value), _between(r.precision), str(r.precision.n),
         number(r.recall.value), _between(r.recall), str(r.recall.n))
        for r in found.accuracy if r.human == human and r.both + r.only_tool + r.only_human
    ])  # fmt: skip


def _between(estimate: Estimate) -> str:
    return "" if estimate.low is None else f"{estimate.low:.2f}-{estimate.high:.2f}"


@app.command()
def correct(
    source: Source,
    article: Annotated[str, typer.Argument(help="The article's id.", show_default=False)] = "",
    field: Annotated[
        str, typer.Argument(help="outlet, date, voice, speaker or event.", show_default=False)
    ] = "",
    value: Annotated[str, typer.Argument(help="What is right.", show_default=False)] = "",
    text: Annotated[str, typer.Option(help="The words a voice or a speaker is set for.")] = "",
    start: Annotated[str, typer.Option(help="Where they begin, if they come twice.")] = "",
    note: Annotated[str, typer.Option(help="Why.")] = "",
    corrections: Corrections = None,
) -> None:
    """Set something right, for this run and all later ones; alone, list and check what is set.

    Example: framing correct articles/ kyiv-03 voice outlet --text "a joke"
    """
    from framing.validation.corrections import (
        add_correction,
        corrections_beside,
        read_corrections,
    )

    path = corrections or corrections_beside(source)
    if article:
        from framing.reading.files import read

        row = {"article": article, "field": field, "value": value, "text": text, "start": start}
        add_correction(path, read(source), row | {"note": note})
        typer.echo(f"wrote {path}", err=True)
        return
    from framing.saying import count

    rows = read_corrections(path) if path.is_file() else []
    if rows:
        read_articles(source, None)  # raises where one of them does not fit
    print_table(("line", "article", "field", "value", "words", "note"), [
        (str(line), r["article"], r["field"], r["value"], r["text"][:50], r["note"])
        for line, r in rows
    ])  # fmt: skip
    typer.echo(f"{count(len(rows), 'correction')} in {path}", err=True)


@standoff_app.command("export")
def standoff_export(
    source: Source,
    output: Annotated[
        Path, typer.Option("-o", "--output", help="The folder to write .txt and .ann files to.")
    ] = Path("brat"),
    packs: Packs = None,
    lexicons: Lexicons = None,
    outlets: Outlets = None,
    corrections: Corrections = None,
) -> None:
    """Write the annotations in the standoff format of brat.

    Example: framing standoff export articles/ -o brat/
    """
    from framing.validation.standoff import to_brat

    notes = annotate_articles(source, packs, lexicons, outlets)
    written = to_brat(tuple(notes), output)
    typer.echo(f"wrote {len(written)} files to {output}", err=True)
    leave_manifest(written)
    tell_skipped(notes.skipped)


@standoff_app.command("import")
def standoff_import(
    folder: Annotated[
        Path, typer.Argument(help="The folder that people worked in.", show_default=False)
    ],
    source: Annotated[
        Path, typer.Argument(help="The articles it was made from.", show_default=False)
    ],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The file to write.")
    ] = None,
    packs: Packs = None,
    lexicons: Lexicons = None,
    outlets: Outlets = None,
    corrections: Corrections = None,
) -> None:
    """Read annotations that people made or changed in brat.

    Example: framing standoff import brat/ articles/ -o notes.jsonl
    """
    from framing.annotation.exchange import to_record
    from framing.cli.shell import deliver
    from framing.output import json_lines
    from framing.validation.standoff import from_brat

    notes = from_brat(folder, tuple(annotate_articles(source, packs, lexicons, outlets)))
    deliver(json_lines(to_record(note) for note in notes), output)
