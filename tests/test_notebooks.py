"""Every notebook runs from a clean state and prints what is stored in it; pictures are drawn, not compared."""

import importlib.util
from pathlib import Path

import pytest

nbformat = pytest.importorskip("nbformat", reason="pip install '.[test]' brings nbformat")
pytest.importorskip("nbclient", reason="pip install '.[test]' brings nbclient")
pytest.importorskip("ipykernel", reason="pip install '.[test]' brings ipykernel")

FOLDER = Path(__file__).parent.parent / "notebooks"
LARGEST = 300_000  # bytes of a notebook, pictures included


def _runner():
    spec = importlib.util.spec_from_file_location("notebooks_run", FOLDER / "run.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


RUN = _runner()
NOTEBOOKS = {path.stem: path for path in RUN.notebooks()}


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def pictures(notebook):
    return [
        "image/png" in out.get("data", {}) for cell in code_cells(notebook) for out in cell.outputs
    ]


def test_there_are_five():
    assert [name[0] for name in NOTEBOOKS] == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize("name", NOTEBOOKS)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the notebook machinery, not ours
def test_a_notebook_runs_and_prints_what_is_stored(name):
    stored = nbformat.read(NOTEBOOKS[name], as_version=4)
    done = RUN.executed(stored)
    assert RUN.shown(done) == RUN.shown(stored), f"look, then: python notebooks/run.py {name}"
    assert pictures(done) == pictures(stored)
    assert not [text for text in RUN.shown(done) if "stderr:" in text]


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_stored_notebook_is_whole_and_short(name):
    stored = nbformat.read(NOTEBOOKS[name], as_version=4)
    nbformat.validate(stored)
    counts = [cell.execution_count for cell in code_cells(stored)]
    assert counts == list(range(1, len(counts) + 1))
    assert any(pictures(stored))
    assert 8 <= len(stored.cells) <= 17
    assert NOTEBOOKS[name].stat().st_size < LARGEST


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_every_picture_has_a_description_that_its_cell_prints_too(name):
    stored = nbformat.read(NOTEBOOKS[name], as_version=4)
    told = []
    for cell in code_cells(stored):
        for out in cell.outputs:
            if "image/png" in out.get("data", {}):
                told.append(out.metadata["image/png"]["alt"])
                assert told[-1] == RUN.described(cell)
    assert told
    for alt in told:
        assert len(alt) > 60 and any(c.isdigit() for c in alt), alt


def test_a_changed_output_is_noticed():
    stored = nbformat.read(NOTEBOOKS["1_first_look"], as_version=4)
    before = RUN.shown(stored)
    out = next(
        out for cell in code_cells(stored) for out in cell.outputs if out.output_type == "stream"
    )
    out.text = out.text.replace("articles", "artifacts")
    assert RUN.shown(stored) != before
