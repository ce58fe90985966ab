"""The site builds without a warning, holds what the program says of itself, and asks nobody for anything."""

import importlib.util
import re
import subprocess
import sys

import pytest
import snippets

NEEDED = ("sphinx", "myst_parser", "furo")
MISSING = [name for name in NEEDED if importlib.util.find_spec(name) is None]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"pip install '.[docs]' brings {MISSING}")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    target = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-d", str(target / "trees"),
         str(snippets.ROOT / "docs"), str(target / "html")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return target / "html"


def test_every_command_has_its_heading(site):
    from framing.cli import app, lexicon_app

    page = (site / "reference" / "commands.html").read_text("utf-8")
    names = [c.name or c.callback.__name__ for c in app.registered_commands]
    names += [f"lexicon {c.name}" for c in lexicon_app.registered_commands]
    heads = {re.sub(r"<[^>]+>", "", h) for h in re.findall(r"<h[23]>(.*?)<a ", page)}
    assert [n for n in names if f"framing {n}" not in heads] == []


def test_every_public_name_is_in_the_reference(site):
    import framing
    from framing import charts

    page = (site / "reference" / "python.html").read_text("utf-8")
    names = [f"framing.{n}" for n in framing.__all__ if n not in ("UNKNOWN", "__version__")]
    names += [f"framing.charts.{n}" for n in charts.__all__]
    names = [n.replace("framing.FramingError", "framing.errors.FramingError") for n in names]
    assert [n for n in names if f'id="{n}"' not in page] == []


def test_every_page_of_docs_is_in_the_nav(site):
    nav = (site / "index.html").read_text("utf-8").partition('class="sidebar-tree"')[2]
    pages = (p.relative_to(snippets.ROOT / "docs") for p in (snippets.ROOT / "docs").rglob("*.md"))
    for page in pages:
        if page.parent.name != "lexicons" and page.name != "index.md":
            assert f'href="{page.with_suffix(".html").as_posix()}"' in nav, page


def test_pages_load_nothing_from_elsewhere(site):
    loads = re.compile(
        r"<(?:script|img|iframe|source|video|audio)[^>]*\ssrc=[\"'](?:https?:)?//"
        r"|<link(?![^>]*rel=[\"'](?:canonical|license))[^>]*\shref=[\"'](?:https?:)?//"
        r"|@import\s+[\"'u]|url\([\"']?(?:https?:)?//"
    )
    files = [p for kind in ("*.html", "*.css") for p in site.rglob(kind)]
    assert len(files) > 20
    assert [(p.name, m[0]) for p in files for m in loads.finditer(p.read_text("utf-8"))] == []
    assert loads.search('<script defer src="https://cdn.example/x.js">')
