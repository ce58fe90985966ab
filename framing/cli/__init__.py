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
from framing.cli.screen import is_full, prepare, tell
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
    prepare()
    try:
        app()
    except FramingError as error:
        tell(f"framing: {error}")
        sys.exit(2)
    except MemoryError:
        tell("framing: not enough memory: give fewer articles at once")
        sys.exit(2)
    except OSError as error:
        if not is_full(error):
            raise
        tell(
            f"framing: cannot write: {error.strerror}: make room, or name a file elsewhere with -o"
        )
        sys.exit(2)
    except KeyboardInterrupt:
        typer.echo("framing: stopped", err=True)
        sys.exit(130)
