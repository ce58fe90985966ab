"""Commands on the lexicon packs."""

from pathlib import Path
from typing import Annotated

import typer

from framing.cli.app import lexicon_app
from framing.cli.options import Lexicons, Outlets, Output, Source
from framing.cli.shell import (
    deliver,
    pack_names,
    print_table,
    progress,
    read_articles,
    tell_skipped,
)
from framing.errors import OptionError

PackName = Annotated[str, typer.Argument(help="The name of a pack.", show_default=False)]


@lexicon_app.command("list")
def lexicon_list(lexicons: Lexicons = None) -> None:
    """List the packs with their versions and sizes, and what your own folder changes in them.

    Example: framing lexicon list
    """
    from framing.annotation.lexicon.loading import packs_in_use

    packs = packs_in_use(folder=lexicons)
    print_table(("pack", "version", "terms", "actors", "slots", "cues", "title"), [
        (p.name, p.version, str(len(p.terms)), str(len(p.actors)), str(len({s.slot for s in p.slots})),
         str(len(p.cue_terms)), p.title)
        for p in packs
    ])  # fmt: skip
    for pack in packs:
        for change in pack.changes:
            typer.echo(f"{pack.name}: {change}")


@lexicon_app.command("show")
def lexicon_show(
    term: Annotated[str, typer.Argument(help="A term, or part of one.", show_default=False)],
    lexicons: Lexicons = None,
) -> None:
    """Show what stands under a word: whose usage, since when, on whose authority, what others say.

    Example: framing lexicon show "aggressor state"
    """
    from framing.annotation.lexicon.loading import packs_in_use
    from framing.annotation.lexicon.tools.showing import look_up, similar_terms, tell

    packs = packs_in_use(folder=lexicons)
    found = look_up(packs, term)
    if not found:
        near = similar_terms(packs, term)
        hint = f"did you mean {', '.join(map(repr, near))}?" if near else "try a part of it"
        raise OptionError(f"no row for {term!r}: {hint} (`framing lexicon list` shows the packs)")
    typer.echo(tell(found, packs))


@lexicon_app.command("check")
def lexicon_check(
    folder: Annotated[
        Path | None,
        typer.Argument(help="A folder of packs, a pack, or overrides; by default ours."),
    ] = None,
) -> None:
    """Check every row of the packs and run their example sentences; faults with file, line, column.

    Example: framing lexicon check my-packs/
    """
    from framing.annotation.lexicon.tools.checking import check_folder

    checked = check_folder(folder)
    for fault in checked.faults:
        typer.echo(fault)
    rows = sum(len(p.terms) for p in checked.packs)
    typer.echo(f"{len(checked.packs)} packs, {rows} terms, {len(checked.faults)} faults")
    if checked.faults:
        raise typer.Exit(2)


@lexicon_app.command("audit")
def lexicon_audit(
    pack: Annotated[str | None, typer.Argument(help="One pack only.", show_default=False)] = None,
    slots: Annotated[bool, typer.Option("--slots", help="Show every slot, side by side.")] = False,
    lexicons: Lexicons = None,
) -> None:
    """Show how far each pack covers its sides, and run the mirror test: with the sides swapped in a
    text, the results must swap at equal size. Status 2 where they do not, or where a row of one side
    has neither a counterpart nor a reason.

    Example: framing lexicon audit russia-ukraine
    """
    from framing.annotation.lexicon.loading import packs_in_use
    from framing.annotation.lexicon.tools.auditing import audit, audit_text

    beside = packs_in_use(["general", "world"], folder=lexicons)
    passed = True
    for each in packs_in_use([pack] if pack else None, folder=lexicons):
        if each.terms:
            found = audit(each, beside=[p for p in beside if p.name != each.name])
            typer.echo(audit_text(found, all_slots=slots))
            passed = passed and found.passed
    if not passed:
        raise typer.Exit(2)


@lexicon_app.command("candidates")
def lexicon_candidates(
    source: Source,
    packs: Annotated[
        str | None, typer.Option(help="Packs whose words are known; by default all.")
    ] = None,
    fewest: Annotated[int, typer.Option(help="How often a wording must occur.", min=1)] = 2,
    most: Annotated[int, typer.Option(help="How many suggestions to print.", min=1)] = 40,
    lexicons: Lexicons = None,
    outlets: Outlets = None,
    output: Output = None,
) -> None:
    """Suggest contrasting wordings for the same thing that no pack has, with counts per outlet.

    All are unreviewed: the table has the columns of markers.csv, but no pack takes its rows before a
    person has found whose usage each is, and a source. With -o all are written as CSV.

    Example: framing lexicon candidates articles/ -o candidates.csv
    """
    from framing.annotation.annotate import annotate
    from framing.annotation.lexicon.loading import packs_in_use
    from framing.annotation.lexicon.tools.candidates import COLUMNS, find_candidates

    corpus = read_articles(source, outlets)
    names = pack_names(packs)
    with progress() as tell:
        notes = annotate(
            corpus, packs=names, folder=lexicons,
            on_progress=lambda n: tell("annotate", n, len(corpus)),
        )  # fmt: skip
    tell_skipped(notes.skipped)
    found = find_candidates(notes, packs_in_use(names, folder=lexicons), fewest=fewest)
    if output is not None:
        deliver(_csv([candidate.to_row() for candidate in found], COLUMNS), output)
        return
    print_table(("status", "term", "for", "found by", "uses per outlet", "articles"), [
        (row["status"], row["term"], row["slot"], row["found_by"], row["counts"], row["articles"])
        for row in (candidate.to_row() for candidate in found[:most])
    ])  # fmt: skip
    typer.echo(f"{min(most, len(found))} of {len(found)} unreviewed suggestions", err=True)


@lexicon_app.command("page")
def lexicon_page(pack: PackName, lexicons: Lexicons = None, output: Output = None) -> None:
    """Write the page of a pack: what it holds, for whom, sources, coverage, gaps, how to challenge.

    Example: framing lexicon page climate -o PAGE.md
    """
    from framing.annotation.lexicon.loading import packs_in_use
    from framing.annotation.lexicon.tools.pages import page_of
    from framing.output import write_whole

    page = page_of(packs_in_use([pack], folder=lexicons)[0])
    if output is None:
        typer.echo(page, nl=False)
    else:
        write_whole(output, page)  # part of the pack, so no manifest beside it
        typer.echo(f"wrote {output}", err=True)


@lexicon_app.command("codebook")
def lexicon_codebook(pack: PackName, lexicons: Lexicons = None, output: Output = None) -> None:
    """Write the codebook of a pack: every term with its definition, rules, examples and source,
    and every actor with its names and side.

    A file that ends in .csv is a table for a spreadsheet; everything else is Markdown.

    Example: framing lexicon codebook climate -o codebook.csv
    """
    from framing.annotation.lexicon.loading import packs_in_use
    from framing.annotation.lexicon.tools import pages

    found = packs_in_use([pack], folder=lexicons)[0]
    if output is not None and output.suffix == ".csv":
        rows = pages.codebook_rows(found) + pages.actor_rows(found)
        deliver(_csv(rows, pages.CODEBOOK_COLUMNS), output)
    else:
        deliver(pages.codebook_text(found), output)


def _csv(rows: list[dict[str, object]], columns: tuple[str, ...]) -> str:
    import pandas as pd

    from framing.output import table_text

    return table_text(pd.DataFrame(rows, columns=list(columns)))
