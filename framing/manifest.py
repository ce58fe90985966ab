"""What made an output: inputs, packs, versions, options. Beside every file that a command writes.

``notes.jsonl`` gets ``notes.jsonl.manifest.json``. It holds no hour and no path of the machine, only
what decides the bytes of the output; two runs whose manifests are equal wrote the same bytes. Whoever
has the articles can hold a manifest against them (`differences`).
"""

import hashlib
import json
import platform
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

from framing.data import lexicon_folder
from framing.errors import InputError
from framing.output import json_text, write_whole
from framing.reading import readable
from framing.reading.files import MANIFEST_ENDING, input_files

FORMAT = 1  # raised when a key changes its meaning

Manifest = dict[str, Any]
Options = Mapping[str, Any]


def make_manifest(
    command: str,
    *,
    inputs: Path | Mapping[str, str] | None = None,
    options: Options | None = None,
    outputs: Sequence[Path] = (),
) -> Manifest:
    """The manifest of a run of `command` on the articles in `inputs` that wrote `outputs`.

    `inputs` may also be names of articles with the SHA-256 of each. `options` are what was asked
    for; an option that names a file or a folder is told by what is in it, not by where it lies.
    """
    return {
        "format": FORMAT,
        "command": command,
        "framing": _own_version(),
        "python": platform.python_version(),
        "dependencies": _dependencies(),
        "packs": _packs(),
        "inputs": _files(inputs, own=outputs) if inputs else [],
        "options": {name: _option(value) for name, value in sorted((options or {}).items())},
        "outputs": [_file(path, name) for path, name in _written(outputs)],
    }


def write_manifest(manifest: Manifest, output: Path) -> Path:
    """Write a manifest beside `output` and return its path."""
    path = manifest_path(output)
    write_whole(path, json_text(manifest))
    return path


def manifest_path(output: Path) -> Path:
    """Where the manifest of `output` is."""
    return output.with_name(output.name + MANIFEST_ENDING)


def read_manifest(path: Path) -> Manifest:
    """A manifest that was written. Raises InputError for what is none."""
    try:
        manifest = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as fault:
        raise InputError(f"{path}: {fault}: name a file that ends in {MANIFEST_ENDING}") from fault
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise InputError(f"{path}: not a manifest of format {FORMAT}: run the command again")
    return manifest


def differences(then: Manifest, now: Manifest) -> list[str]:
    """What differs between two manifests, one line each; nothing where the outputs are the same."""
    found = [
        f"{name}: {then.get(name)!r} then, {now.get(name)!r} now"
        for name in ("command", "framing", "python")
        if then.get(name) != now.get(name)
    ]
    for name in ("dependencies", "options"):
        found += _changed(name, then.get(name, {}), now.get(name, {}))
    for name, key in (("packs", "name"), ("inputs", "name"), ("outputs", "name")):
        found += _changed(name, _by(then.get(name, []), key), _by(now.get(name, []), key))
    return found


def _by(rows: Iterable[Mapping[str, Any]], key: str) -> dict[str, Any]:
    return {str(row[key]): {k: v for k, v in row.items() if k != key} for row in rows}


def _changed(what: str, then: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    lines = []
    for name in sorted({*then, *now}):
        if name not in now:
            lines.append(f"{what}: {name} was there then")
        elif name not in then:
            lines.append(f"{what}: {name} is new")
        elif then[name] != now[name]:
            lines.append(f"{what}: {name} is another: {_told(then[name])}, now {_told(now[name])}")
    return lines


def _told(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{k} {str(v)[:12]}" for k, v in value.items())
    return repr(value)


# --- what is in it -----------------------------------------------------------------------------


def _written(outputs: Sequence[Path]) -> list[tuple[Path, str]]:
    """The files of a run with their names as seen from the folder of the first output."""
    found = []
    for output in sorted(outputs):
        inside = (
            sorted(p for p in output.rglob("*") if p.is_file()) if output.is_dir() else [output]
        )
        found += [(path, path.relative_to(output.parent).as_posix()) for path in inside]
    return found


def _files(source: Path | Mapping[str, str], *, own: Sequence[Path] = ()) -> list[dict[str, Any]]:
    """The files that are read from `source`, by their place in it. What the run itself has written
    there (`own`) was not there when it read."""
    if not isinstance(source, Path):
        return [{"name": name, "sha256": digest} for name, digest in sorted(source.items())]
    folder = source if source.is_dir() else source.parent
    written = {path.resolve() for path, _ in _written(own)}
    return [
        _file(path, readable(path.relative_to(folder).as_posix()))
        for path in input_files(source)
        if path.resolve() not in written
    ]


def _file(path: Path, name: str) -> dict[str, Any]:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                digest.update(block)
            return {"name": name, "sha256": digest.hexdigest(), "bytes": file.tell()}
    except OSError as fault:
        return {"name": name, "sha256": None, "bytes": None, "fault": fault.strerror}


def _option(value: Any) -> Any:
    """An option as JSON; of a path only what is there counts."""
    if isinstance(value, Path):
        if value.is_dir():
            parts = sorted(p for p in value.rglob("*") if p.is_file())
            return {"files": [_file(p, p.relative_to(value).as_posix()) for p in parts]}
        return _file(value, value.name) if value.is_file() else value.name
    if isinstance(value, list | tuple):
        return [_option(item) for item in value]
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)


def _packs() -> list[dict[str, Any]]:
    """The shipped packs and the outlet table, with what their files hold. What a user's own folder
    changes is in the option that names it."""
    folders = sorted(path for path in lexicon_folder().iterdir() if path.is_dir())
    return [
        {"name": path.name, "version": _pack_version(path), "sha256": _hash_of(path)}
        for path in folders
    ]


def _pack_version(folder: Path) -> str | None:
    papers = folder / "pack.toml"
    return tomllib.loads(papers.read_text("utf-8")).get("version") if papers.exists() else None


def _hash_of(folder: Path) -> str:
    """One hash of all tables of a pack, by name and content."""
    digest = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        if path.suffix in (".csv", ".toml"):
            digest.update(f"{path.name}\n".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _own_version() -> str:
    from framing import __version__

    return __version__


@cache
def _dependencies() -> dict[str, str]:
    """The installed versions of what framing asks for; they decide the results as well."""
    try:
        wanted = metadata.requires("framing") or []
    except metadata.PackageNotFoundError:  # run from a checkout that was never installed
        return {}
    names = sorted({_name(line) for line in wanted if "extra ==" not in line})
    return {name: version for name in names if (version := _version_of(name))}


def _name(requirement: str) -> str:
    match = re.match(r"[\w.-]+", requirement)
    return match[0].lower() if match else requirement


def _version_of(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None
