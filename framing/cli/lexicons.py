"""Commands on the lexicon packs."""

from pathlib import Path
from typing import Annotated

import typer

from framing.cli.app import lexicon_app
from framing.cli.options import Lexicons
from framing.cli.shell import print_table
from framing.errors import OptionError


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
