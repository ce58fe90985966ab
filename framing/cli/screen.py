"""What reaches the terminal: messages in one line each, and nothing that steers the terminal."""

import errno
import sys
import warnings
from typing import TextIO

import typer

from framing.errors import FramingWarning

_NO_ROOM = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EIO)


def visible(text: str, *, keep: str = "") -> str:
    """`text` with all that moves a cursor, breaks a line or turns its direction written out, except
    what is in `keep`: names of files and words of articles are other people's."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in keep else _written_out(c) for c in text)


def _written_out(character: str) -> str:
    if character.isspace() and character not in "\r\n\v\f\u2028\u2029\x1c\x1d\x1e\x85":
        return " "
    return character.encode("unicode_escape").decode("ascii")


def tell(message: str) -> None:
    """Say something on the error stream; only its own line ends break its lines."""
    typer.echo(visible(message, keep="\n"), err=True)


def prepare() -> None:
    """Let no character of an article stop a command, and tell warnings as messages."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # what stands in for it in a test may not have it
            stream.reconfigure(errors="backslashreplace")
    other = warnings.showwarning

    def show(
        message: Warning | str,
        category: type[Warning],
        filename: str,
        lineno: int,
        file: TextIO | None = None,
        line: str | None = None,
    ) -> None:
        if issubclass(category, FramingWarning):
            tell(f"framing: {message}")
        else:
            other(message, category, filename, lineno, file, line)

    warnings.showwarning = show


def is_full(error: OSError) -> bool:
    """Whether what the output goes to takes no more."""
    return error.errno in _NO_ROOM
