"""The command that says how far outlets lie apart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import typer

from framing.cli.app import app
from framing.cli.options import AsJson, Corrections, Lexicons, Outlets, Output, Packs, Source
from framing.cli.shell import (
    deliver_table,
    print_table,
    study_articles,
    tell_if_nothing_shared,
    tell_skipped,
)

if TYPE_CHECKING:
    from framing.model import OutletDistance, Separability


@app.command()
def apart(
    source: Source,
    output: Output = None,
    json: AsJson = False,
    packs: Packs = None,
    lexicons: Lexicons = None,
    outlets: Outlets = None,
    corrections: Corrections = None,
) -> None:
    """Say how far apart each two outlets lie on the events that both report.

    Words and markers, against what shuffled names show; a classifier; negative controls.

    Example: framing apart articles/ -o apart.csv
    """
    from framing.comparison.classifier import tell_apart
    from framing.comparison.controls import control_line, negative_controls
    from framing.comparison.distance import outlet_distances
    from framing.frames import distances_frame

    study = study_articles(source, packs, lexicons, outlets)
    rows = [
        *outlet_distances(study.comparisons, of="words"),
        *outlet_distances(study.comparisons, of="markers"),
    ]
    frame = distances_frame(rows)
    if not deliver_table(frame, output, json=json):
        print_table(
            ("outlets", "counted", "distance", "by chance", "p", "least p", "articles", "events"),
            [_cells(row) for row in rows],
        )
    for line in (
        *_told(tell_apart(study.comparisons)),
        control_line(negative_controls(study.comparisons)),
    ):
        typer.echo(line, err=True)
    tell_if_nothing_shared(study)
    tell_skipped(study.notes.skipped)


def _cells(row: OutletDistance) -> list[Any]:
    return [
        " and ".join(row.outlets),
        row.of,
        f"{row.value:.3f}",
        f"{row.expected:.3f}",
        f"{row.p:.3f}",
        f"{row.smallest_p:.3f}",
        " and ".join(map(str, row.articles)),
        str(row.events),
    ]


def _told(found: Separability) -> Iterable[str]:
    """What the classifier says, in a sentence, and the words it tells outlets by."""
    if found.accuracy is None or found.chance is None:
        yield f"Telling outlets apart by their words: {found.note}."
        return
    yield (
        f"Told apart by their words on events not seen before: {found.accuracy:.0%} right, "
        f"{found.chance:.0%} by chance (p {found.p:.3f}, {found.articles} articles, "
        f"{found.events} events)."
    )
    for outlet in found.outlets:
        words = [word for name, word, _ in found.words if name == outlet]
        if words:
            yield f"{outlet} rather than another: {', '.join(words)}"
