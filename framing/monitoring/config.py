"""The configuration of a monitor: a TOML file beside the folders it watches.

::

    title = "Lake talks, week by week"
    folders = "weeks/*"           # each folder that fits is a period, in the order of the names
    store = "lake.sqlite"         # made on the first run
    packs = ["general", "world"]  # optional; by default by topic
    lexicons = "our-packs"        # optional, as are the two below
    outlets = "outlets.csv"
    corrections = "lake.corrections.csv"

Paths are seen from the file. A name of a folder such as 2025-w23 is the name of its period.
"""

import tomllib
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from framing.errors import OptionError

_KINDS: dict[str, type] = {
    "title": str,
    "folders": str,
    "store": str,
    "packs": list,
    "lexicons": str,
    "outlets": str,
    "corrections": str,
}
_NEEDED = ("folders", "store")


@dataclass(frozen=True, slots=True)
class Config:
    """What is watched and how; every path is ready to be opened."""

    path: Path
    title: str
    folders: str
    store: Path
    packs: tuple[str, ...] | None = None
    lexicons: Path | None = None
    outlets: Path | None = None
    corrections: Path | None = None

    def periods(self) -> dict[str, Path]:
        """The folders there are now, by name, in the order of the names."""
        found = sorted(p for p in self.path.parent.glob(self.folders) if p.is_dir())
        return {path.name: path for path in found if not path.name.startswith(".")}


def read_config(path: Path) -> Config:
    """Read a configuration. Raises OptionError that names the file, the key and the choices."""
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise OptionError(
            f"{path}: {fault}: give a TOML file, see `framing monitor --help`"
        ) from fault
    for name, value in values.items():
        if name not in _KINDS:
            near = get_close_matches(name, _KINDS, n=1)
            like = f" (did you mean {near[0]}?)" if near else ""
            raise OptionError(f"{path}: no setting {name!r}{like}; there are: {', '.join(_KINDS)}")
        if not isinstance(value, _KINDS[name]):
            raise OptionError(f"{path}: {name} = {value!r} is not a {_KINDS[name].__name__}")
    missing = [name for name in _NEEDED if not values.get(name)]
    if missing:
        raise OptionError(f"{path}: {' and '.join(missing)} missing: a monitor needs them")
    return _config(path, values)


def _config(path: Path, values: dict[str, Any]) -> Config:
    folder = path.parent
    if Path(values["folders"]).is_absolute():
        raise OptionError(
            f"{path}: folders = {values['folders']!r}: write it as seen from the file"
        )
    files = {name: folder / values[name] for name in ("lexicons", "outlets", "corrections")
             if values.get(name)}  # fmt: skip
    for name, file in files.items():
        if not file.exists():
            raise OptionError(f"{path}: {name} = {values[name]!r}: no such file: check the path")
    return Config(
        path=path,
        title=values.get("title") or path.stem,
        folders=values["folders"],
        store=folder / values["store"],
        packs=tuple(map(str, values["packs"])) if "packs" in values else None,
        **files,
    )
