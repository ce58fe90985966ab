"""Options from a file: ``--config week.toml`` holds the same names as the command's options.

The command line wins over the file. Paths in the file are seen from the folder of the file, so that
folder and file can be handed on together.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Any

import typer

from framing.errors import OptionError


def read_config(context: typer.Context, path: Path | None) -> Path | None:
    """Take the values of the file as the defaults of the command that runs.

    A table called like the command (``[report]``) holds options for it alone; tables of other
    commands are passed over. Raises OptionError for a key that is no option of the command.
    """
    if path is None or context.resilient_parsing:
        return path
    known = _options(context)
    values = _values(path, context.info_name or "")
    unknown = sorted(set(values) - set(known))
    if unknown:
        raise OptionError(
            f"{path}: {context.info_name} has no option {unknown[0]!r}; "
            f"there are: {', '.join(sorted(known))}"
        )
    context.default_map = {
        known[key].name: _value(value, key, path) for key, value in values.items()
    }
    return path


Config = Annotated[
    Path | None,
    typer.Option(
        "--config",
        is_eager=True,
        callback=read_config,
        help="A TOML file with these options; what stands on the command line wins.",
    ),
]


_PATHS = frozenset(("source", "output", "lexicons", "outlet-table", "corrections", "lang-labels"))


def _options(context: typer.Context) -> dict[str, Any]:
    """The options of the command by the name that a user writes, without dashes."""
    found = {}
    for parameter in context.command.params:
        names = [name for name in parameter.opts if name.startswith("--")] or [parameter.name or ""]
        if names[0] not in ("--config", "--help"):
            found[names[0].lstrip("-")] = parameter
    return found


def _values(path: Path, command: str) -> dict[str, Any]:
    """The keys of the file that are for `command`, underscores read as dashes."""
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise OptionError(f"{path}: {error.strerror}: check --config") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise OptionError(f"{path}: {error}: write lines such as blind = true") from error
    own = data.get(command, {})
    shared = {key: value for key, value in data.items() if not isinstance(value, dict)}
    return {key.replace("_", "-"): value for key, value in (shared | own).items()}


def _value(value: Any, key: str, path: Path) -> Any:
    """A value as the command line would have it: lists joined by commas, paths from the file."""
    if isinstance(value, list):
        return ",".join(map(str, value))
    if key in _PATHS:
        return str(path.parent / str(value))
    return value
