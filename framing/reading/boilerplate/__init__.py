"""What on a copied page is not the article's own prose: found and marked, never taken out.

Two kinds of rule. A line that says what it is ("5 min read", "READ ALSO: ...") is found by the
table in ``labels.toml`` (labels.py). A line that reads like prose is found by where it stands: a
headline repeated, the headline of another story between two paragraphs, a heading, a name under the
text (places.py). Such a line is marked only on a second sign; in doubt it stays prose.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from framing.model import Region, Span
from framing.reading.boilerplate import labels, places
from framing.reading.boilerplate.lines import read_lines


@dataclass(frozen=True, slots=True)
class Layout:
    """The headline of a text, where one can be told, and the stretches that are not its prose."""

    headline: Span | None
    regions: tuple[Region, ...]


def read_layout(
    text: str,
    *,
    title: Span | None = None,
    dates: Sequence[Span] = (),
    credits: Sequence[Span] = (),
) -> Layout:
    """Find the headline and the regions of `text`; regions lie in order and do not overlap.

    `title` is the headline where the source names it; `dates` are the stated dates and `credits`
    the datelines and credit lines that were found before. A credit on its own line is a byline, one
    in front of the first sentence a region of kind ``other``.
    """
    lines = read_lines(text)
    marks = [Region(s, "other") for s in credits] + [Region(s, "date-header") for s in dates]
    inside = list(labels.mark_labelled(text, lines, title=title, marks=labels.Marks(marks)))
    headline = title or places.find_headline(text, lines)
    places.mark_placed(text, lines, headline=headline)
    whole = [Region(Span(line.start, line.end), line.kind) for line in lines if line.kind]
    return Layout(headline, tuple(sorted((*whole, *inside), key=lambda region: region.span)))
