"""A folder written whole or not at all."""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from framing.errors import OutputError
from framing.output import folder_beside

SIGN = "pack.json"
"""The file by which a folder is known as a pack, and may be replaced by a new one."""


def check_folder(target: Path) -> None:
    """Raise OutputError where `target` is a file, or holds something that is no pack."""
    if not target.exists():
        return
    if not target.is_dir():
        raise OutputError(f"{target} is a file: name a folder with -o")
    if any(target.iterdir()) and not (target / SIGN).exists():
        raise OutputError(
            f"{target} holds files and is no earlier pack (it has no {SIGN}): name another folder "
            "with -o"
        )


def write_folder(target: Path, files: Mapping[str, bytes]) -> None:
    """Write `files` (name to bytes) as the folder `target`: all of them, or none.

    They are written beside it and moved in one step; an earlier pack is replaced as a whole.
    """
    check_folder(target)
    try:
        made = folder_beside(target)
        try:
            for name, data in files.items():
                (made / name).write_bytes(data)
            made.chmod(0o755)
            _swap(made, target)
        except BaseException:
            shutil.rmtree(made, ignore_errors=True)
            raise
    except OSError as error:
        raise OutputError(
            f"cannot write {target}: {error.strerror or error}: name another folder with -o"
        ) from error


def _swap(made: Path, target: Path) -> None:
    if not target.exists():
        made.rename(target)
        return
    old = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}."))
    target.rename(old / "old")
    try:
        made.rename(target)
    except BaseException:
        (old / "old").rename(target)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)
