"""The command line as a tree of commands, still without its leaves."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

import typer

Command = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Run:
    """What was asked for: the command's name and all its options, as Python values."""

    command: str
    options: dict[str, Any] = field(default_factory=dict)


RUN: ContextVar[Run | None] = ContextVar("run", default=None)
"""The command that runs now: what it wrote is told with its options (`shell.leave_manifest`)."""


class App(typer.Typer):
    """A tree of commands that notes which one runs, with which options."""

    def command(  # type: ignore[override]  # the same options, passed on unread
        self, name: str | None = None, **options: Any
    ) -> Callable[[Command], Command]:
        """Register a command, as `typer.Typer.command` does."""

        def register(function: Command) -> Command:
            @wraps(function)
            def run(*args: Any, **given: Any) -> Any:
                RUN.set(Run(" ".join(filter(None, (self.info.name, called))), given))
                return function(*args, **given)

            called = name or function.__name__
            return typer.Typer.command(self, name, **options)(run)

        return register


app = App(
    help="Shows how news outlets word, weigh, source and leave out the same event.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
lexicon_app = App(
    name="lexicon", help="The lexicon packs.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(lexicon_app, name="lexicon")


def _tell_version(asked: bool) -> None:
    if asked:
        from framing import __version__

        typer.echo(f"framing {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(
        False,
        "--version",
        callback=_tell_version,
        is_eager=True,
        help="Say the version and stop.",
    ),
) -> None:
    """What holds for every command."""
