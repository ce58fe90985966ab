"""The sample reports in `reports/` are what the code makes today.

With the versions of the libraries that drew them (`made_with.json`) they are the same bytes. Another
version of matplotlib or typst moves a line by a hundredth of a point: then what they say is compared
(texts, tables, sizes of pictures), not the bytes.
"""

import importlib.util
import io
import json
import re
from pathlib import Path

import pytest

REPORTS = Path(__file__).parents[1] / "reports"
AGAIN = "run “python reports/make.py” and look at what changed"


def maker():
    spec = importlib.util.spec_from_file_location("make_reports", REPORTS / "make.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reports")
    return {str(path.relative_to(folder)): path for path in maker().make(folder)}


@pytest.fixture(scope="module")
def same_versions(made):
    return made["made_with.json"].read_bytes() == (REPORTS / "made_with.json").read_bytes()


def words_of(path):
    """What a file says, without how it is drawn."""
    if path.suffix == ".pdf":
        from pypdf import PdfReader

        pages = PdfReader(path).pages
        # the order in which a chart's labels are drawn is not part of what it says
        return [sorted(page.extract_text().split()) for page in pages]
    if path.suffix == ".html":
        text = re.sub(
            r"<style.*?</style>|<script.*?</script>", "", path.read_text("utf-8"), flags=re.S
        )
        return re.sub(r"<[^>]+>", " ", text).split()
    if path.suffix == ".png":
        from PIL import Image

        with Image.open(path) as picture:
            return picture.size[0]
    return path.read_text("utf-8")


def alike(name, path):
    there = REPORTS / name
    if path.suffix != ".csv":
        return words_of(path) == words_of(there)
    import pandas as pd

    one, other = (pd.read_csv(io.StringIO(p.read_text("utf-8"))) for p in (path, there))
    try:
        pd.testing.assert_frame_equal(one, other, rtol=1e-6)
    except AssertionError:
        return False
    return True


def test_every_file_is_there_and_no_other(made):
    there = {str(p.relative_to(REPORTS)) for p in REPORTS.rglob("*") if p.is_file()}
    own = {"README.md", "make.py"}
    assert {name for name in there if "__pycache__" not in name} == set(made) | own, AGAIN


def test_the_files_say_what_the_code_makes_today(made):
    assert [n for n, p in made.items() if n != "made_with.json" and not alike(n, p)] == [], AGAIN


def test_with_the_same_versions_they_are_the_same_bytes(made, same_versions):
    if not same_versions:
        versions = json.loads((REPORTS / "made_with.json").read_text())
        pytest.skip(f"drawn by other versions than {versions}; what they say is compared above")
    differ = [n for n, p in made.items() if p.read_bytes() != (REPORTS / n).read_bytes()]
    assert differ == [], AGAIN


def test_the_printed_report_is_the_one_of_the_command(made, tmp_path):
    import subprocess
    import sys

    target = tmp_path / "demo.pdf"
    command = [sys.executable, "-m", "framing", "demo", "-o", str(target)]
    subprocess.run(command, check=True, capture_output=True)
    assert target.read_bytes() == made["demo.pdf"].read_bytes()


def test_they_are_small_and_the_pictures_1600_pixels_wide(made):
    assert sum(path.stat().st_size for path in made.values()) < 3_000_000
    for name in ("demo.png", "demo-chart.png", "demo-card.png"):
        assert words_of(made[name]) == 1600


def test_the_page_names_each_file(made):
    page = (REPORTS / "README.md").read_text("utf-8")
    names = {name if "/" not in name else "tables/*.csv" for name in made}
    assert [name for name in sorted(names) if f"`{name}`" not in page] == []
