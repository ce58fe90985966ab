"""The shell commands: one short function each, work imported when it is wanted.

Exit status: 0 done, 1 a bug (with its traceback), 2 something in the input or the options that the
user can mend (one line says what).
"""

import sys

import typer

from framing.cli import (
    apart,
    articles,
    classroom,
    documents,
    lexicons,
    monitor,
    reproduction,
    validation,
)
from framing.cli.app import app, lexicon_app
from framing.errors import FramingError

__all__ = [
    "apart",
    "app",
    "articles",
    "classroom",
    "documents",
    "lexicon_app",
    "lexicons",
    "main",
    "monitor",
    "reproduction",
    "validation",
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
