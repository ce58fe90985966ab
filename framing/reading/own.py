"""Files that framing itself wrote among the articles, as the manifests beside them say."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any


def own_outputs(manifests: Iterable[Path], folder: Path) -> dict[Path, str]:
    """The files that `manifests` list as outputs, with why they are no articles of `folder`.

    Only where what they were made from lies in `folder` as well: then it would be read twice. In a
    folder of its own an output is read as any other file.
    """
    found: dict[Path, str] = {}
    for path in manifests:
        command, outputs, inputs = _listed(path)
        above = [path.parent, *path.parent.parents]
        places = above[: above.index(folder) + 1] if folder in above else []
        if not inputs or any((place / name).is_file() for place in places for name in inputs):
            reason = f"framing {command} wrote it from these articles ({path.name})"
            found |= dict.fromkeys((path.parent / name for name in outputs), reason)
    return found


def _listed(path: Path) -> tuple[str, list[str], list[str]]:
    """The command, outputs and inputs of a manifest; nothing of a file that is none."""
    try:
        manifest = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return "", [], []
    if not isinstance(manifest, dict) or not isinstance(manifest.get("command"), str):
        return "", [], []
    outputs, inputs = (list(_names(manifest.get(key))) for key in ("outputs", "inputs"))
    return manifest["command"], outputs, inputs


def _names(rows: Any) -> Iterator[str]:
    for row in rows if isinstance(rows, list) else ():
        name = row.get("name") if isinstance(row, dict) else None
        if isinstance(name, str) and name and "\0" not in name:
            yield name
