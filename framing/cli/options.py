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
Lexicons = Annotated[Path | None, typer.Option(help="A folder of packs to use instead.")]
Outlets = Annotated[
    Path | None, typer.Option(help="A table of outlets that overrides the shipped one.")
]
