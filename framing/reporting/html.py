"""The report as one HTML file: no outside request, no script needed, article text always escaped."""

import re
from functools import cache
from importlib import resources
from typing import Any

from framing.charts.style import render
from framing.reporting import blocks
from framing.reporting.names import VOICE_NAMES
from framing.reporting.segments import segments


def to_html(report: blocks.Report) -> str:
    """The report as a page that opens from disk and prints cleanly."""
    html: str = _template().render(
        report=report, voice_names=VOICE_NAMES, style=_file("report.css"), version=_version()
    )
    return html


@cache
def _template() -> Any:
    from jinja2 import Environment, FunctionLoader, StrictUndefined, select_autoescape

    environment = Environment(
        loader=FunctionLoader(_file),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["picture"] = _picture
    environment.filters["segments"] = segments
    environment.tests["kind"] = lambda block, name: type(block).__name__ == name
    return environment.get_template("report.html.jinja")


def _file(name: str) -> str:
    return (resources.files("framing.reporting") / "templates" / name).read_text("utf-8")


def _version() -> str:
    from framing import __version__

    return __version__


def _picture(figure: blocks.Figure) -> Any:
    """The chart as inline SVG. Its text is matplotlib's, escaped there; ids get the figure's name as
    prefix, so that two charts on one page do not share clip paths."""
    from markupsafe import Markup

    svg = render(figure.draw(), "svg", title=figure.caption, alt=figure.alt).decode("utf-8")
    svg = svg[svg.index("<svg") :]
    prefix = re.sub(r"\W", "-", figure.name)
    svg = re.sub(r'\bid="([^"]+)"', rf'id="{prefix}-\1"', svg)
    svg = re.sub(r"url\(#([^)]+)\)", rf"url(#{prefix}-\1)", svg)
    svg = re.sub(r'(xlink:href|href)="#([^"]+)"', rf'\1="#{prefix}-\2"', svg)
    svg = re.sub(r'(aria-labelledby|aria-describedby)="([^"]+)"', rf'\1="{prefix}-\2"', svg)
    return Markup(svg)
