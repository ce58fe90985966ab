"""The report as one HTML file: no outside request, article text always escaped, readable without
scripts. Its content policy names its own style sheet and script by their hashes and allows no others.
"""

import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

from framing.charts.style import render
from framing.reporting import blocks
from framing.reporting.names import VOICE_MEANING, VOICE_NAMES
from framing.reporting.page.notebook import MOST_ON
from framing.reporting.page.records import Page
from framing.reporting.segments import segments
from framing.reporting.vector import inline_svg

_FIRST = "document.documentElement.className = 'js';"

# Characters that would end an element's text early, reorder what follows, or cannot be written at
# all: controls, bidirectional embeddings, overrides and isolates, lone surrogates, non-characters.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
    "|[\U000e0000-\U000e007f]"
)
_SHOWN = "\ufffd"


def to_html(page: Page) -> str:
    """The page that opens from disk, by keyboard or mouse, on paper too."""
    style, script = _file("report.css"), _file("report.js")
    html: str = _template().render(
        page=page,
        picture=_Pictures(),
        voice_names=VOICE_NAMES,
        voice_meaning=VOICE_MEANING,
        names=json.dumps([[n.string, n.instead, n.exact] for n in page.names], ensure_ascii=False),
        most_on=MOST_ON,
        first=_FIRST,
        style=style,
        script=script,
        policy=_policy(style, script),
        version=_version(),
    )
    return html


def visible(value: Any) -> Any:
    """`value` with a replacement character in place of each that has no business in a page."""
    if not isinstance(value, str):
        return value
    kind = type(value)  # text that is markup already stays markup
    return kind(_UNSAFE.sub(_SHOWN, value)) if _UNSAFE.search(value) else value


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src {_hash(style)}; "
        f"script-src {_hash(_FIRST)} {_hash(script)}; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{b64encode(digest).decode()}'"


@cache
def _template() -> Any:
    from jinja2 import Environment, FunctionLoader, StrictUndefined, select_autoescape

    environment = Environment(
        loader=FunctionLoader(_file),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=visible,
    )
    environment.filters["segments"] = segments
    environment.filters["grouped"] = _grouped
    environment.tests["kind"] = lambda block, name: type(block).__name__ == name
    return environment.get_template("report.html.jinja")


def _grouped(found: Sequence[blocks.Block]) -> list[list[blocks.Block]]:
    """Boxes that follow one another, together; every other block by itself."""
    groups: list[list[blocks.Block]] = []
    for block in found:
        if groups and isinstance(block, blocks.Box) and isinstance(groups[-1][0], blocks.Box):
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups


def _file(name: str) -> str:
    return (resources.files("framing.reporting") / "templates" / name).read_text("utf-8")


def _version() -> str:
    from framing import __version__

    return __version__


class _Pictures:
    """Draws the charts of one page; each gets ids of its own."""

    def __init__(self) -> None:
        self._drawn = 0

    def __call__(self, figure: blocks.Figure) -> Any:
        """The chart as inline SVG. Text in it was escaped when it was drawn."""
        from markupsafe import Markup

        self._drawn += 1
        svg = render(figure.draw(), "svg", title=figure.caption, alt=figure.alt)
        text = visible(svg.decode("utf-8", "replace"))
        return Markup(inline_svg(text, f"f{self._drawn}-"))
