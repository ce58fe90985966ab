"""The front door is a list, and importing it is cheap and silent."""

import subprocess
import sys

import pandas as pd
import pytest

import framing
from framing.model import Article

NAMES = {
    "UNKNOWN", "FramingError", "Study", "__version__", "alternations", "annotate", "apply_corrections", "compare",
    "find_events", "load_packs", "profile", "read", "report", "study",
}  # fmt: skip
HEAVY = ("nltk", "pandas", "sklearn", "scipy", "matplotlib", "trafilatura", "typst", "pyarrow")


def test_the_public_names_are_these():
    assert set(framing.__all__) == NAMES
    assert all(hasattr(framing, name) for name in framing.__all__)


def test_import_loads_nothing_heavy_and_prints_nothing():
    code = f"import framing, sys; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
    assert done.stderr == ""


def test_help_loads_nothing_heavy():
    code = (
        "import sys; sys.argv = ['framing', '--help']\n"
        "from framing.cli import main\n"
        "try: main()\n"
        f"except SystemExit: print('loaded', [m for m in {HEAVY!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("loaded []")


def test_what_holds_many_texts_is_shown_in_a_line():
    article = Article("a", "“It is over,” the mayor said. Nobody answered.")
    study = framing.study(framing.read(pd.DataFrame([{"id": "a", "text": article.text}])))
    assert repr(study) == "Study(articles=1, events=1, profiles=0)"
    assert repr(study.corpus) == "Corpus(articles=1, skipped=0)"
    assert repr(study.notes) == "Notes(articles=1, skipped=0)"
    assert "It is over" not in repr(study.notes[0]) + repr(study.comparisons[0])


@pytest.mark.parametrize("given", ["A text.", Article("a", "A text.")])
def test_annotate_says_that_it_takes_a_list(given):
    with pytest.raises(framing.FramingError, match="list of articles"):
        framing.annotate(given)
