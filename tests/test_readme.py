"""The README's code runs as it stands, and what it names exists."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

README = Path(__file__).parent.parent / "README.md"
TEXT = README.read_text("utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)


def test_the_first_screen_has_at_most_ten_lines_of_python():
    assert len([line for line in BLOCKS[0].splitlines() if line.strip()]) <= 10


@pytest.mark.parametrize("code", BLOCKS)
def test_python_blocks_run(code, tmp_path):
    done = subprocess.run(
        [sys.executable, "-W", "error::UserWarning", "-c", code],
        capture_output=True, text=True, cwd=tmp_path, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "report.html").exists()
    assert "Harbour Wire" in (tmp_path / "report.html").read_text("utf-8")


def test_commands_and_links_exist():
    from framing.cli import app, lexicon_app

    known = {c.name or c.callback.__name__ for c in app.registered_commands} | {"lexicon"}
    assert set(re.findall(r"`framing (\w+)", TEXT)) <= known
    assert {c.name for c in lexicon_app.registered_commands} >= set(
        re.findall(r"framing lexicon (\w+)", TEXT)
    )
    for target in re.findall(r"\]\(([^)#:]+)\)", TEXT):
        assert (README.parent / target).exists(), target
