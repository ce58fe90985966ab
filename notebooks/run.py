"""Run every notebook from a clean state and store what it prints and draws.

    python notebooks/run.py            all of them
    python notebooks/run.py 2_voices   one of them

Each runs in an empty folder; the files that it writes are thrown away with it. What is stored holds no
time, no counter of an earlier run and no path, so that a run that changes nothing changes no byte. The
description that a cell prints of its picture is stored with the picture too, for screen readers.
"""

import base64
import io
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from PIL import Image

FOLDER = Path(__file__).parent
SECONDS = 300  # longest wait for one cell, on a busy machine
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def main(names: list[str]) -> None:
    """Run the notebooks called `names`, all where there are none, and write them anew."""
    for path in notebooks():
        if not names or path.stem in names:
            done = executed(nbformat.read(path, as_version=4))
            path.write_text(nbformat.writes(clean(done)) + "\n", encoding="utf-8")
            sys.stdout.write(f"wrote {path.name}: {path.stat().st_size // 1000} kB\n")


def notebooks() -> list[Path]:
    """The notebooks, in their order."""
    return sorted(FOLDER.glob("[0-9]_*.ipynb"))


def executed(notebook: Any) -> Any:
    """Run a copy of `notebook` without its outputs, in a folder of its own beside `made_up_news`."""
    fresh = nbformat.from_dict(notebook)
    for cell in fresh.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    paths = os.pathsep.join(filter(None, (str(FOLDER), os.environ.get("PYTHONPATH"))))
    with tempfile.TemporaryDirectory() as folder:
        client = NotebookClient(
            fresh,
            timeout=SECONDS,
            kernel_name="python3",
            record_timing=False,
            coalesce_streams=True,  # how a print is cut into messages is chance
            resources={"metadata": {"path": folder}},
            extra_arguments=["--log-level=ERROR"],
        )
        return client.execute(env=os.environ | {"PYTHONPATH": paths, "COLUMNS": "100"})


def clean(notebook: Any) -> Any:
    """The notebook with its outputs and nothing that another run would change."""
    notebook.metadata = nbformat.from_dict(METADATA)
    for number, cell in enumerate(notebook.cells, start=1):
        cell.id, cell.metadata = f"cell-{number}", nbformat.from_dict({})
        for output in cell.get("outputs", ()):
            if "image/png" in output.get("data", {}):
                output.data["image/png"] = _smaller(output.data["image/png"])
                output.metadata.setdefault("image/png", {})["alt"] = described(cell)
    return notebook


def described(cell: Any) -> str:
    """What a cell with a picture prints about it: alternative text for who does not see it."""
    printed = "".join(o.text for o in cell.outputs if o.output_type == "stream")
    return " ".join(printed.split())


def _smaller(png: str) -> str:
    """The picture with 48 colours: charts have few, and a notebook is read over slow lines too."""
    with Image.open(io.BytesIO(base64.b64decode(png))) as picture:
        flat = picture.convert("RGB").quantize(48, dither=Image.Dither.NONE)
    data = io.BytesIO()
    flat.save(data, format="png", optimize=True)
    return base64.b64encode(data.getvalue()).decode("ascii")


def shown(notebook: Any) -> list[str]:
    """What the code cells printed, without pictures: a text a cell."""
    return [
        "\n".join(text for output in cell.outputs for text in _texts(output))
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


def _texts(output: Any) -> list[str]:
    if output.output_type == "stream":
        return [f"{output.name}: {output.text}"]
    if output.output_type == "error":
        return [f"error: {output.ename}: {output.evalue}"]
    if "image/png" in output.data:
        return []  # its text is the size of the picture
    return [
        f"{kind}: {text}" for kind, text in sorted(output.data.items()) if kind.startswith("text/")
    ]


if __name__ == "__main__":
    main(sys.argv[1:])
