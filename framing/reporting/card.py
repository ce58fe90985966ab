"""One finding of one event as one picture: for a slide, a post, a notice board.

The finding is the first of the report's first page: what differs, how often each outlet did so with the
cases it rests on, what it does not say, and the texts.
"""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib import resources
from io import BytesIO
from pathlib import Path
from typing import Any

from framing.charts.shares import Tally
from framing.model import Article, Comparison
from framing.output import write_whole
from framing.reporting.findings import Finding, best_findings
from framing.reporting.names import (
    NO_USAGE,
    VOICE_NAMES,
    capital,
    clip,
    day_of,
    in_order,
    outlet_names,
    outlets_az,
    usage_name,
)
from framing.saying import count

WIDTH, HEIGHT = 1600, 900  # pixels
_MOST_ROWS = 7
_SOURCES = 210  # characters of the texts at the foot
_FEWEST = 5  # cases under which no share is shown, as everywhere in framing

_CAVEAT = "A wording is a usage, not a verdict: this does not show truth, intent or quality."


@dataclass(frozen=True, slots=True)
class CardRow:
    """One outlet: how often, of how many, the share (0 to 1; None: too few), and in whose words."""

    name: str
    count: int
    of: int
    value: float | None
    voices: str


@dataclass(frozen=True, slots=True)
class Card:
    """What the picture says; `alt` says the same to a screen reader. `question` is what is counted,
    `answer` names the two outlets furthest apart."""

    question: str
    answer: str
    event: str
    rows: tuple[CardRow, ...]
    note: str
    caveat: str
    sources: str
    made_by: str
    alt: str

    def save(self, path: str | Path) -> Path:
        """Write the card as PNG, 1600 pixels wide, with its words as description. Same card, same
        bytes."""
        target = Path(path)
        write_whole(target, _picture(self))
        return target


def card(comparison: Comparison, *, made_on: str = "", notice: str = "") -> Card:
    """The card of one event. With nothing that differs clearly, it says so.

    `made_on` is printed as given; no clock is read.
    """
    import framing

    names = outlet_names([comparison])
    finding = next(iter(best_findings(comparison, names)), None)
    rows = _rows(finding, names) if finding else ()
    question = finding.question.title if finding else _nothing(comparison)
    answer = finding.head if finding else ""
    texts = count(len(comparison.annotations), "article")
    outlets = count(len(comparison.outlets), "outlet")
    told = ". ".join(f"{r.name} {r.count:,} of {r.of:,}" for r in rows)
    return Card(
        question=question,
        answer=answer,
        event=f"{capital(comparison.event.label)} · {texts}, {outlets}",
        rows=rows,
        note=_note(comparison, finding, rows),
        caveat=" ".join(filter(None, (_CAVEAT, notice))),
        sources=_sources(comparison, names),
        made_by=" · ".join(filter(None, (f"framing {framing.__version__}", made_on))),
        alt=". ".join(filter(None, (question, answer.rstrip("."), told, _CAVEAT))),
    )


def _nothing(comparison: Comparison) -> str:
    if len(comparison.outlets) < 2:
        return "One outlet only: nothing to compare"
    return "No clear difference was found in these texts"


def _rows(finding: Finding, names: dict[str, str]) -> tuple[CardRow, ...]:
    """One row an outlet that has a case, A-Z; where there are too many, the two that the answer names
    and those with most cases."""
    tallies = {tally.outlet: tally for tally in finding.question.rows if tally.of}
    ranked = sorted(tallies, key=lambda o: (o not in finding.between, -tallies[o].of, names[o]))
    most = ranked[:_MOST_ROWS]
    return tuple(_row(tallies[o], names[o]) for o in outlets_az(most, names))


def _row(tally: Tally, name: str) -> CardRow:
    voices = ((VOICE_NAMES[v], tally.parts.get(v, 0)) for v in VOICE_NAMES)
    split = ", ".join(f"{n} {told}" for told, n in voices if n)
    value = tally.count / tally.of if tally.of >= _FEWEST else None
    return CardRow(clip(name, 26), tally.count, tally.of, value, split)


def _note(comparison: Comparison, finding: Finding | None, rows: Sequence[CardRow]) -> str:
    if finding is None:
        return "Too little to compare, or alike." if len(comparison.outlets) > 1 else ""
    notes = [
        _usage(comparison, finding),
        "Counts of these texts, not of all that an outlet writes.",
    ]
    if any(row.value is None for row in rows):
        notes.append(f"Hollow: under {_FEWEST} cases.")
    if len(rows) < len(comparison.outlets):
        notes.append(f"{len(rows)} of {len(comparison.outlets)} outlets are shown.")
    return " ".join(filter(None, notes))


def _usage(comparison: Comparison, finding: Finding) -> str:
    """Whose documented usage the wording is that the finding counts."""
    found = {
        f"“{row.variant}”: {usage_name(row.convention)} usage."
        for row in comparison.slots
        if f"slot:{row.slot}" == finding.about
        and f"“{row.variant}”" in finding.question.title
        and row.convention not in NO_USAGE
    }
    return " ".join(sorted(found))


def _sources(comparison: Comparison, names: dict[str, str]) -> str:
    """The texts by outlet, A-Z, with their dates, cut where there are many."""
    days: dict[str, list[str]] = defaultdict(list)
    for annotation in in_order(comparison.annotations, names):
        days[annotation.article.outlet.outlet].append(_day(annotation.article))
    if len({day for found in days.values() for day in found}) == 1:
        (day,) = next(iter(days.values()))[:1]
        head, told = f"Texts ({day}): ", [names[o] for o in outlets_az(days, names)]
    else:
        head = "Texts: "
        told = [
            f"{names[o]} ({', '.join(dict.fromkeys(days[o]))})" for o in outlets_az(days, names)
        ]
    return head + _some(told)


def _some(told: Sequence[str]) -> str:
    """As many outlets as there is room for, and how many more."""
    kept = [
        item for n, item in enumerate(told) if sum(len(t) + 2 for t in told[: n + 1]) <= _SOURCES
    ]
    left = len(told) - len(kept)
    return "; ".join(kept) + f"; and {count(left, 'more outlet')}" * (left > 0)


def _day(article: Article) -> str:
    return day_of(article) if article.published else f"date {day_of(article)}"


def _picture(found: Card) -> bytes:
    import matplotlib
    import typst

    template = resources.files("framing.reporting") / "templates" / "card.typ"
    fonts = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    with resources.as_file(template) as path:
        drawn: Any = typst.compile(
            str(path),
            font_paths=[str(fonts)],
            ignore_system_fonts=True,
            sys_inputs={"card": json.dumps(asdict(found))},
            timestamp=0,
            format="png",
            ppi=144,
        )
    return _described(drawn if isinstance(drawn, bytes) else drawn[0], found)


def _described(png: bytes, found: Card) -> bytes:
    """The picture with title and description inside, for programs that read them out."""
    from PIL import Image, PngImagePlugin

    told = PngImagePlugin.PngInfo()
    told.add_itxt("Title", found.question)
    told.add_itxt("Description", found.alt)
    buffer = BytesIO()
    with Image.open(BytesIO(png)) as picture:
        picture.convert("RGB").save(buffer, "png", pnginfo=told)
    return buffer.getvalue()
