"""The change report: what changed, what did not, what cannot be said, and the words behind it."""

from collections.abc import Iterator, Sequence

from framing.comparison.statistics.corrections import FALSE_RATE
from framing.model import Annotation, Estimate
from framing.monitoring.changes import DEALINGS, FEWEST_EVENTS, Change, Changes, Period
from framing.profiles.facets import NAMING, PER_WORDS, own_voice
from framing.reporting.blocks import (
    Block,
    Box,
    Bullets,
    Column,
    Paragraph,
    Report,
    Section,
    Table,
    Words,
    quiet,
    strong,
    words,
)
from framing.reporting.method import correction_lines, methods_paragraph
from framing.reporting.names import clip
from framing.saying import count
from framing.text.kwic import kwic_line

_MANY = 15  # rows from which each has one line
_MOST_LINES = 6  # of evidence for one change and period; the store has all
_CATEGORY_OF = {
    "hedges": ("hedge",),
    "boosters": ("booster",),
    "markers in own voice": tuple(NAMING),
}


def build_changes(changes: Changes, title: str) -> Report:
    """The report of one pair of periods, for the renderers of comparison reports."""
    before, now = changes.before, changes.now
    by_verdict = {
        verdict: [row for row in changes.rows if row.verdict == verdict]
        for verdict in ("changed", "no clear change", "too few events")
    }
    return Report(
        title=title,
        subtitle=f"{now.name} against {before.name}: {count(len(now.annotations), 'article')} "
        f"against {len(before.annotations)}",
        language="en",
        made_on="",
        sections=(
            Section("changed", "What changed", tuple(_changed(changes, by_verdict["changed"]))),
            Section(
                "unchanged",
                "No clear change, or too few events",
                (
                    _table("No clear change", by_verdict["no clear change"], changes),
                    _table("Too few events to say", by_verdict["too few events"], changes),
                ),
            ),
            Section("method", "Method", _method(changes)),
        ),
    )


def summary(changes: Changes) -> list[str]:
    """One line a change, for the screen; then how many there are of the others."""
    names = outlet_names(changes)
    lines = [_sentence(row, changes, names) for row in changes.rows if row.verdict == "changed"]
    for verdict in ("no clear change", "too few events"):
        n = sum(row.verdict == verdict for row in changes.rows)
        lines.append(f"{verdict}: {n} of {len(changes.rows)} comparisons")
    return lines


def outlet_names(changes: Changes) -> dict[str, str]:
    """Outlet id to the name that is printed."""
    return {
        a.article.outlet.outlet: a.article.outlet.name
        for period in (changes.before, changes.now)
        for a in period.annotations
    }


def _changed(changes: Changes, rows: Sequence[Change]) -> Iterator[Block]:
    names = outlet_names(changes)
    if not rows:
        yield Paragraph(words("Nothing changed beyond what chance would change as well."))
    if rows:
        yield Bullets(tuple(words(_sentence(row, changes, names)) for row in rows))
        yield _table("Changes beyond noise", rows, changes)
    for row in rows:
        lines = tuple(_evidence(row, changes))
        if lines and row.against == "itself":
            yield Box(f"{names[row.outlet]}: {row.measure}", (Bullets(lines),))


def _sentence(row: Change, changes: Changes, names: dict[str, str]) -> str:
    against = "" if row.against == "itself" else f", against {row.against}"
    changed = {(r.outlet, r.measure) for r in changes.rows
               if r.against == "itself" and r.verdict == "changed"}  # fmt: skip
    if (row.outlet, row.measure) not in changed:  # then it is the others who moved
        against += " (with no clear change in its own number)"
    return (
        f"{names[row.outlet]}, {row.measure}{against}: {_told(row.before)} before, "
        f"{_told(row.now)} now ({count(row.events_before, 'event')} and {row.events_now}, "
        f"q = {row.q:.3f})."
    )


def _told(estimate: Estimate) -> str:
    if estimate.value is None:
        return "too few"
    scaled = estimate.unit != PER_WORDS
    value, low, high = (
        None if v is None else v * (100 if scaled else 1)
        for v in (estimate.value, estimate.low, estimate.high)
    )
    unit = "%" if scaled else " per 1,000 words"
    if estimate.method.startswith("outlet less"):
        return f"{value:+.1f} {'points' if scaled else 'per 1,000 words'}"
    between = "" if low is None else f" ({low:.1f} to {high:.1f})"
    return f"{value:.1f}{unit}{between}"


def _table(caption: str, rows: Sequence[Change], changes: Changes) -> Block:
    names = outlet_names(changes)
    told = f"{caption}: {len(rows)} of {len(changes.rows)}"
    if not rows:
        return Paragraph(words(strong(f"{told}.")))
    return Table(
        told,
        (
            Column("Outlet", width=1.4),
            Column("Measure", width=2.2),
            Column("Against", width=1.1),
            Column(changes.before.name, width=2.6),
            Column(changes.now.name, width=2.6),
            Column("Events", width=0.8),
            Column("q", "right", 0.7),
        ),
        tuple(
            (
                words(names[row.outlet]),
                words(row.measure),
                words(row.against.removesuffix(_SAME)),
                words(_told(row.before)),
                words(_told(row.now)),
                words(f"{row.events_before}, {row.events_now}"),
                words("" if row.q is None else f"{row.q:.3f}"),
            )
            for row in rows
        ),
        f"Against: its own number, or that of the others{_SAME}. Events: in each of the two periods.",
        small=len(rows) > _MANY,
    )


_SAME = " on the same events"


def _evidence(row: Change, changes: Changes) -> Iterator[Words]:
    """The words behind a change in the outlet's own voice, in both periods."""
    for period in (changes.before, changes.now):
        lines = [
            line
            for a in period.annotations
            if a.article.outlet.outlet == row.outlet
            for line in _lines(row.measure, a, period)
        ]
        yield from lines[:_MOST_LINES]
        if len(lines) > _MOST_LINES:
            yield words(quiet(f"{len(lines) - _MOST_LINES} more in {period.name}"))


def _lines(measure: str, annotation: Annotation, period: Period) -> Iterator[Words]:
    for marker in own_voice(annotation):
        named = measure == f"“{marker.term}” ({marker.category})"
        if named or marker.category in _CATEGORY_OF.get(measure, ()):
            line = kwic_line(annotation.article.text, marker.span, width=45)
            place = f"{period.name}, {clip(annotation.article.id, 30)}: "
            yield words(quiet(place), f"{line.before} ", strong(line.hit), f" {line.behind}")


def _method(changes: Changes) -> tuple[Block, ...]:
    annotations = (*changes.before.annotations, *changes.now.annotations)
    repeated = changes.before.repeated + changes.now.repeated
    how = (
        f"Events are dealt anew to the two periods, {DEALINGS:,} times or in every way there is; p is "
        "the share of dealings that differ at least as much as the observed one. A change is told "
        f"where q, p corrected for all {len(changes.rows)} comparisons (Benjamini and Hochberg 1995), "
        f"is at most {FALSE_RATE}, and only from {FEWEST_EVENTS} events in each period on. Against the "
        "others, the outlet’s number less that of the other outlets is compared, on events that both "
        "report. Terms are tested that an outlet’s own voice uses five times in three articles. "
        f"Left out: {count(repeated, 'article')} that repeat an earlier text of the same outlet."
    )
    blocks: list[Block] = [Paragraph(words(methods_paragraph(annotations))), Paragraph(words(how))]
    lines = correction_lines(annotations)
    if lines:
        blocks.append(Paragraph(words(strong("Corrections by hand"))))
        blocks.append(Bullets(tuple(words(line) for line in lines)))
    return tuple(blocks)
