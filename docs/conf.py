"""How Sphinx builds the site: `sphinx-build -W --keep-going docs build/docs`.

The pages are Markdown that reads well without a build. Two things are put in by the build, so that
they cannot grow old: the commands, told by the command line itself, and the lexicon pages, which
`framing lexicon page` makes from the packs.
"""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from pygments.lexers.special import TextLexer

import framing

project = "framing"
author = "the framing authors"
project_copyright = f"2026, {author}"
version = release = framing.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns: list[str] = []
myst_heading_anchors = 3

default_role = "code"  # a `name` in a docstring is code
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_preserve_defaults = True
python_use_unqualified_type_names = True
napoleon_numpy_docstring = True

html_theme = "furo"
html_title = f"framing {version}"
html_show_sphinx = False
html_copy_source = False

_DOCS = Path(__file__).parent
_COMMANDS = "<!-- commands -->"
_LINK = re.compile(r"\[([^\]]+)\]\((\.\.?/[^)#\s]+\.md)\)")
_EXAMPLE = re.compile(r"^Example: (.+)$", re.MULTILINE)
_PATTERN = re.compile(r"^[\w/-]+\*\n", re.MULTILINE)


def setup(app: Any) -> None:
    """What the build does with a page before it is read."""
    for language in ("csv", "txt"):
        app.add_lexer(language, TextLexer)
    app.connect("source-read", _prepare)


def _prepare(app: Any, page: str, source: list[str]) -> None:
    """Put the commands in, leave out a pattern of the nav that no page fits, and let a link to a file
    of the project that is no page of the site give that file."""
    text = source[0].replace(_COMMANDS, _commands()) if _COMMANDS in source[0] else source[0]
    if page == app.config.root_doc:
        text = _PATTERN.sub(lambda m: m[0] if any(_DOCS.glob(m[0].strip())) else "", text)
    folder = (_DOCS / page).parent
    source[0] = _LINK.sub(lambda m: m[0] if _in_site(folder / m[2]) else _file(m), text)


def _in_site(path: Path) -> bool:
    return path.resolve().is_relative_to(_DOCS)


def _file(link: re.Match[str]) -> str:
    return f"{{download}}`{link[1].replace('`', '')} <{link[2]}>`"


def _commands() -> str:
    """Every command with its help, as Typer writes it: a heading a command, below the page's title."""
    told = subprocess.run(
        [sys.executable, "-m", "typer", "framing.cli", "utils", "docs", "--name", "framing"],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    _, heading, commands = told.stdout.partition("## ")
    return heading + _EXAMPLE.sub(_as_code, commands)


def _as_code(example: re.Match[str]) -> str:
    return "Example: " + ", or: ".join(f"`{line}`" for line in example[1].split(", or: "))
