"""The end of a report: how the numbers came about, and the markers behind them in their context."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from framing.model import Annotation, Comparison, Marker, Span
from framing.reporting.blocks import Column, Section, Table, Words, quiet, strong, words
from framing.reporting.figures import along_figure
from framing.reporting.method import coverage_table, method_blocks
from framing.reporting.names import NO_USAGE, VOICE_NAMES, in_order, usage_name
from framing.reporting.notes import MarkerNotes
from framing.saying import count
from framing.text.kwic import KwicLine, kwic_line

ON_ONE_PAGE = 66
"""Lines of the list of markers that fit a page; an appendix has all."""

_CONTEXT = 40  # characters on either side of a marker, before the line is cut to its width
_KINDS = {
    "distancing": "distance",
    "evaluative": "evaluation",
    "event-naming": "name of event",
    "naming-epithet": "judging label",
    "naming-formal": "formal name",
    "naming-ingroup": "in-group word",
    "spelling": "spelling",
}
"""The kinds of markers that are listed, in words short enough for a line."""

_CLOSING = frozenset(".,;:!?…’'”»\")]-–")  # what stands at the end of a word without a space
Hit = tuple[Annotation, Marker]


def method(comparisons: Sequence[Comparison]) -> Section:
    """How the numbers came about and what they cannot carry."""
    table = coverage_table(MarkerNotes(comparisons).packs)
    return Section("method", "Method and fairness", (*method_blocks(comparisons), table))


def every_hit(
    comparisons: Sequence[Comparison],
    names: dict[str, str],
    numbers: Mapping[str, int],
    *,
    appendix: bool = False,
) -> Section | None:
    """The markers in context: one page of them, or with `appendix` all."""
    found = list(_hits(comparisons, names))
    if not found:
        return None
    shown = found if appendix else _strongest(found, ON_ONE_PAGE)
    rows = tuple(
        _row(n, a, marker, names=names, number=numbers[a.article.id])
        for n, (a, marker) in enumerate(shown, start=1)
    )
    kinds = (
        "names, spellings, distance and evaluation; hedges, boosters and verbs of saying are only "
        "counted"
    )
    if len(shown) == len(found):
        caption = f"{count(len(found), 'marker')} in context"
        note = f"All markers of these kinds: {kinds}."
    else:
        caption = f"{len(shown)} of {count(len(found), 'marker')} in context"
        note = (
            "Documented usages in the outlets’ own words first, as many of each outlet. "
            f"Kinds: {kinds}. “framing report --appendix” prints all; the page (.html) and the "
            "exported table have them."
        )
    table = Table(
        caption,
        (
            Column("No.", "right", 0.6),
            Column("Text", width=2.0),
            Column("before", "right", 1.7),
            Column("Marker and behind", width=2.75),
            Column("Whose words", width=2.6),
            Column("Kind, usage", width=2.4),
        ),
        rows,
        note,
        small=True,
    )
    return Section("hits", "Markers in context", (table,))


def along_the_texts(
    comparison: Comparison, names: dict[str, str], numbers: Mapping[str, int]
) -> Section | None:
    """A chart a text: where its markers lie. For an appendix."""
    figures = [
        along_figure(a, names, number=numbers[a.article.id])
        for a in in_order(comparison.annotations, names)
        if a.markers
    ]
    return Section("along", "Markers along the texts", tuple(figures)) if figures else None


def _hits(comparisons: Sequence[Comparison], names: dict[str, str]) -> Iterator[Hit]:
    for comparison in comparisons:
        for a in in_order(comparison.annotations, names):
            bylines = [r.span for r in a.article.regions if r.kind == "byline"]
            for marker in a.markers:
                # a link to another article is not this one's wording; where it was written is
                own = marker.zone != "aside" or any(b.holds(marker.span) for b in bylines)
                if marker.category in _KINDS and own:
                    yield a, marker


def _strongest(found: Sequence[Hit], most: int) -> list[Hit]:
    """As many of each outlet, documented usages and the outlet's own words first; in their order."""
    by_outlet: dict[str, list[int]] = {}
    ranked = sorted(range(len(found)), key=lambda n: (_rank(found[n][1]), n))
    for n in ranked:
        by_outlet.setdefault(found[n][0].article.outlet.outlet, []).append(n)
    dealt = [n for turn in zip_longest(*by_outlet.values()) for n in turn if n is not None]
    return [found[n] for n in sorted(dealt[:most])]


def _rank(marker: Marker) -> tuple[bool, bool]:
    return marker.convention in NO_USAGE, marker.voice.kind != "outlet"


def _line(text: str, span: Span) -> KwicLine:
    """The marker with what stands beside it in its own paragraph; "…": there is more."""
    start = text.rfind("\n\n", 0, span.start) + 1
    end = text.find("\n\n", span.end)
    piece = text[start : end if end >= 0 else len(text)]
    at = Span(span.start - start, span.end - start)
    line = kwic_line(piece, at, width=_CONTEXT)
    more = [" ".join(part.split()) for part in (piece[: at.start], piece[at.end :])]
    before = line.before if line.before == more[0] else f"… {line.before}"
    behind = line.behind if line.behind == more[1] else f"{line.behind} …"
    return KwicLine(before, line.hit, behind)


def _row(
    n: int, a: Annotation, marker: Marker, *, names: dict[str, str], number: int
) -> tuple[Words, ...]:
    line = _line(a.article.text, marker.span)
    speaker = f": {marker.voice.speaker}" if marker.voice.speaker else ""
    usage = "" if marker.convention in NO_USAGE else f", {usage_name(marker.convention)}"
    after = "" if a.article.text[marker.span.end : marker.span.end + 1] in _CLOSING else " "
    return (
        words(quiet(f"{n}")),
        words(f"{number} {names[a.article.outlet.outlet]}"),
        words(line.before),
        words(strong(line.hit), f"{after}{line.behind}"),
        words(VOICE_NAMES[marker.voice.kind], quiet(speaker)),
        words(_KINDS[marker.category], quiet(usage)),
    )
