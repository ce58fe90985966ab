"""Commands for the paper: how it was done, whether it can be done again, what was looked for."""

from pathlib import Path
from typing import Annotated

import typer

from framing.cli.app import app
from framing.cli.options import Corrections, Lexicons, Outlets, Output, Packs, Source
from framing.cli.shell import annotate_articles, deliver


@app.command()
def methods(
    source: Source,
    output: Output = None,
    packs: Packs = None,
    lexicons: Lexicons = None,
    outlets: Outlets = None,
    corrections: Corrections = None,
) -> None:
    """Write the methods paragraph, the corrections, the limits and how to cite, for a paper.

    Example: framing methods articles/ -o methods.md
    """
    from framing.reporting.method import methods_text

    deliver(methods_text(tuple(annotate_articles(source, packs, lexicons, outlets))), output)


@app.command()
def verify(
    output: Annotated[
        Path, typer.Argument(help="A file that a command wrote.", show_default=False)
    ],
    source: Annotated[
        Path | None, typer.Argument(help="The articles it was made from.", show_default=False)
    ] = None,
) -> None:
    """Say whether a file and its articles are what its manifest says, and what is another.

    Example: framing verify notes.jsonl articles/
    """
    from framing.manifest import differences, make_manifest, manifest_path, read_manifest

    then = read_manifest(manifest_path(output))
    files = [output.with_name(row["name"]) for row in then["outputs"]]
    now = make_manifest(then["command"], inputs=source, outputs=files)
    now |= {"options": then["options"]} | ({} if source else {"inputs": then["inputs"]})
    lines = differences(then, now)
    for line in lines:
        typer.echo(line)
    if lines:
        raise typer.Exit(2)
    typer.echo("nothing differs")
