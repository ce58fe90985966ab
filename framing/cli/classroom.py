"""Commands for those who hand something out: a lesson, a card, a report in other words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.cli.app import app
from framing.cli.config import Config
from framing.cli.options import (
    Blind,
    Corrections,
    Event,
    Lexicons,
    Only,
    OutletTable,
    Packs,
    Paper,
    Source,
)
from framing.cli.shell import deliver, leave_manifest, study_articles, tell_skipped
from framing.errors import OptionError

if TYPE_CHECKING:
    from framing.model import Comparison
    from framing.studies import Study


@app.command()
def classroom(
    source: Source,
    output: Annotated[
        Path, typer.Option("-o", "--output", help="The folder to write, whole or not at all.")
    ] = Path("pack"),
    title: Annotated[str, typer.Option(help="The title on the sheets; no outlet in it.")] = "",
    date: Annotated[str, typer.Option(help="A date to print; none is printed by default.")] = "",
    paper: Paper = "a4",
    only: Only = None,
    event: Event = None,
    packs: Packs = None,
    lexicons: Lexicons = None,
    outlet_table: OutletTable = None,
    corrections: Corrections = None,
    config: Config = None,
) -> None:
    """Make a lesson of 55 minutes: pupil pages, key, guide, slides, cards, rubric, sources.

    Example: framing classroom articles/ -o pack/
    """
    from framing.classroom.pack import classroom as make_pack
    from framing.classroom.setting.folder import check_folder
    from framing.reporting.pdf import paper_name

    check_folder(output)
    paper_name(paper)
    study = narrow(study_articles(source, packs, lexicons, outlet_table), only, event)
    pack = make_pack(study.comparisons, title=title, made_on=date, outlets=outlet_table)
    for path in pack.save(output, paper=paper):
        typer.echo(f"wrote {path}")
    tell_skipped(study.notes.skipped)


@app.command()
def card(
    source: Source,
    output: Annotated[Path, typer.Option("-o", "--output", help="A name ending in .png.")] = Path(
        "card.png"
    ),
    date: Annotated[str, typer.Option(help="A date to print; none is printed by default.")] = "",
    blind: Blind = False,
    only: Only = None,
    event: Event = None,
    packs: Packs = None,
    lexicons: Lexicons = None,
    outlet_table: OutletTable = None,
    corrections: Corrections = None,
    config: Config = None,
) -> None:
    """Make one picture for a slide or a post: one finding of one event with its counts.

    Example: framing card articles/ -o card.png
    """
    from framing.reporting.card import card as make_card

    if output.suffix.lower() != ".png":
        raise OptionError(f"cannot make {output.name!r}: end the name in .png")
    study = narrow(study_articles(source, packs, lexicons, outlet_table), only, event)
    if not study.comparisons:
        raise OptionError(f"no article could be read in {source}: name a folder of articles")
    if blind:
        study = blinded(study, outlet_table)
    made = make_card(_fullest(study), made_on=date)
    typer.echo(f"wrote {made.save(output)}")
    typer.echo(f"describe it as: {made.alt}")
    leave_manifest([output])
    tell_skipped(study.notes.skipped)


@app.command()
def labels(
    source: Source,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The file to write.")
    ] = None,
    outlet_table: OutletTable = None,
    corrections: Corrections = None,
) -> None:
    """Write the headings and captions of a report as a file to put your own words in.

    Example: framing labels articles/ -o labels.toml
    """
    from framing.reporting.labels import labels_file
    from framing.reporting.report import report

    study = study_articles(source, None, None, outlet_table)
    made = report(study.comparisons, study.profiles, skipped=study.notes.skipped)
    deliver(labels_file(made.content), output)


def narrow(study: Study, only: str | None, event: str | None) -> Study:
    """The study with the outlets and the event that the options name."""
    from framing.reporting.selection import only_event, only_outlets

    if only is not None:
        study = only_outlets(study, [name.strip() for name in only.split(",") if name.strip()])
    return study if event is None else only_event(study, event)


def blinded(study: Study, outlet_table: Path | None) -> Study:
    """The study without outlet names; the key to them is told on the error stream."""
    from dataclasses import replace

    from framing.reporting.blind import blind

    found = blind(
        study.comparisons, study.profiles, skipped=study.notes.skipped, outlets=outlet_table
    )
    pairs = sorted((name, outlet) for outlet, name in found.names.items())
    typer.echo("key: " + ", ".join(f"{name} = {outlet}" for name, outlet in pairs), err=True)
    return replace(
        study,
        comparisons=found.comparisons,
        profiles=found.profiles,
        notes=replace(study.notes, skipped=found.skipped),
    )


def _fullest(study: Study) -> Comparison:
    """The event with most outlets, then with most articles."""
    return min(study.comparisons, key=lambda c: (-len(c.outlets), -len(c.annotations), c.event.id))
