"""What all charts share: the palette, the signs of the voices, the style, saving.

Colours are from Okabe and Ito's palette ("Color Universal Design", 2008); shape and filling repeat
what a colour says, so that a grey print loses nothing. No chart gives an outlet a colour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from framing.errors import OutputError
from framing.model import VoiceKind
from framing.output import write_whole

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure

PIXELS = 1600  # width of a PNG

Font = tuple[float, str]  # points and weight
PLAIN, SMALL, BOLD, TITLE = (8.5, "normal"), (8.0, "normal"), (8.5, "bold"), (9.5, "bold")
INK, GREY, RULE, PAPER = "#1a1a1a", "#666666", "#d4d4d4", "#ffffff"
BLUE, VERMILION = "#0072B2", "#D55E00"

RC: Mapping[str, Any] = {
    "axes.axisbelow": True,
    "axes.edgecolor": GREY,
    "axes.facecolor": "none",  # a panel hides no heading that begins in its neighbour
    "axes.labelcolor": INK,
    "axes.labelsize": SMALL[0],
    "axes.linewidth": 0.6,
    "axes.spines.left": False,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlecolor": INK,
    "axes.titlesize": TITLE[0],
    "axes.titleweight": "bold",
    "figure.facecolor": PAPER,
    "font.family": ["DejaVu Sans"],  # shipped with matplotlib: Latin, Cyrillic and Greek everywhere
    "font.size": PLAIN[0],
    "hatch.linewidth": 0.8,
    "legend.fontsize": SMALL[0],
    "pdf.fonttype": 42,
    "svg.fonttype": "none",
    "text.color": INK,
    "text.parse_math": False,  # "$300 and $500" is money
    "xtick.color": GREY,
    "xtick.labelcolor": INK,
    "xtick.labelsize": SMALL[0],
    "ytick.labelcolor": INK,
    "ytick.labelsize": PLAIN[0],
    "ytick.major.pad": 8,
    "ytick.major.size": 0,
}


@contextmanager
def style() -> Iterator[None]:
    """Matplotlib's defaults with this house style; the reader's own settings come back after."""
    from matplotlib import style as styles

    with styles.context(["default", dict(RC)]):
        yield


def save(figure: Figure, path: Path | str, *, title: str, alt: str) -> Path:
    """Write `figure` as .png (1600 pixels wide), .svg or .pdf, whole or not at all.

    `title` and `alt` go into the file for screen readers. Same figure, same bytes. Raises
    OutputError for another suffix and for a place that cannot be written.
    """
    target = Path(path)
    write_whole(target, render(figure, target.suffix.lstrip(".").lower(), title=title, alt=alt))
    return target


def render(figure: Figure, form: str, *, title: str, alt: str) -> bytes:
    """`figure` as the bytes of a png, svg or pdf file; see `save`."""
    if form not in _METADATA:
        raise OutputError(f"cannot draw a chart as “{form}”: choose {', '.join(sorted(_METADATA))}")
    from matplotlib import rc_context

    title, alt = _writable(title), _writable(alt)
    told = {"title": title, "alt": alt}
    metadata = {key: value and told[value] for key, value in _METADATA[form].items()}
    buffer = BytesIO()
    with style(), rc_context({"svg.hashsalt": title}):
        figure.savefig(buffer, format=form, dpi=PIXELS / figure.get_figwidth(), metadata=metadata)
    data = buffer.getvalue()
    return _described(data, title, alt) if form == "svg" else data


# No date, no version: the same figure gives the same bytes tomorrow.
_METADATA: Mapping[str, Mapping[str, str | None]] = {
    "pdf": {
        "Title": "title",
        "Subject": "alt",
        "CreationDate": None,
        "Creator": None,
        "Producer": None,
    },
    "png": {"Title": "title", "Description": "alt", "Software": None},
    "svg": {"Creator": None, "Date": None, "Format": None, "Type": None},
}


def _writable(text: str) -> str:
    """`text` with a sign in place of each character that XML and metadata cannot hold."""
    return _UNWRITABLE.sub("\ufffd", text)


_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def _described(svg: bytes, title: str, alt: str) -> bytes:
    """Make an SVG one picture with a name and a description for screen readers.

    Where DejaVu Sans is not installed, Verdana is as wide.
    """
    text = svg.decode("utf-8")
    head, mark, body = text.partition("<svg ")
    attributes, close, body = body.partition(">")
    label = f"\n <title>{escape(title)}</title>\n <desc>{escape(alt)}</desc>"
    body = body.replace("'DejaVu Sans'", "'DejaVu Sans', Verdana, sans-serif")
    name = f'role="img" aria-label={quoteattr(title)} '
    return f"{head}{mark}{name}{attributes}{close}{label}{body}".encode()


@dataclass(frozen=True, slots=True)
class Sign:
    """How one kind of thing is drawn: a marker and a bar that are full, half, open or clear.

    What is open hides what lies under it; what is clear does not.
    """

    label: str
    colour: str
    marker: str
    fill: str = "full"
    hatch: str = ""

    def dots(self, size: float = 5.5) -> dict[str, Any]:
        """Arguments of `Axes.plot` for markers without a line."""
        return {
            "color": self.colour,
            "fillstyle": "left" if self.fill == "half" else "full",
            "label": self.label,
            "linestyle": "none",
            "marker": self.marker,
            "markeredgewidth": 1.1,
            "markerfacecolor": {"open": PAPER, "clear": "none"}.get(self.fill, self.colour),
            "markerfacecoloralt": PAPER,
            "markersize": size,
        }

    def bar(self) -> dict[str, Any]:
        """Arguments of `Axes.barh`."""
        return {
            "edgecolor": self.colour,
            "facecolor": self.colour if self.fill == "full" else PAPER,
            "hatch": self.hatch,
            "label": self.label,
            "linewidth": 0.8,
        }


# Filled, half, open: the further from the outlet's own words, the less ink.
VOICES: Mapping[VoiceKind, Sign] = {
    "outlet": Sign("outlet’s own words", BLUE, "o"),
    "indirect": Sign("reported speech", VERMILION, "o", "half", "/////"),
    "direct": Sign("quoted", INK, "o", "open"),
    "unclear": Sign("voice unclear", GREY, "x", "open", "xxxxx"),
}


def keys(signs: Sequence[Sign], *, bars: bool = False) -> list[Artist]:
    """Make what a key shows for each sign."""
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    return [Patch(**sign.bar()) if bars else Line2D([], [], **sign.dots()) for sign in signs]
