"""The options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

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
Lexicons = Annotated[
    Path | None, typer.Option(help="A folder of your own packs and overrides.csv, on top of ours.")
]
OutletTable = Annotated[
    Path | None,
    typer.Option("--outlet-table", help="A table of outlets that overrides the shipped one."),
]
Outlets = OutletTable
Corrections = Annotated[
    Path | None,
    typer.Option(help="A table of your corrections; by default the one beside the articles."),
]
Only = Annotated[
    str | None,
    typer.Option("--outlets", help="Only these outlets, by id or name, parted by commas."),
]
Event = Annotated[
    str | None,
    typer.Option(help="Only this event: its id, or its number in “framing events”."),
]
Paper = Annotated[str, typer.Option(help="a4 or letter.")]
Processes = Annotated[
    int,
    typer.Option("--workers", min=1, help="Processes to share the work; the result is the same."),
]
Blind = Annotated[
    bool, typer.Option("--blind", help="Text A, Text B ... in place of the outlet names.")
]
LangLabels = Annotated[
    Path | None,
    typer.Option(
        "--lang-labels",
        help="A file with headings in your language (PDF, PNG); “framing labels” writes one.",
    ),
]
