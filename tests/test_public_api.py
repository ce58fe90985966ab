"""The front door is a list, and importing it is cheap and silent."""

import subprocess
import sys

import framing

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
