"""Made-up events with their claims marked by hand, and how well the claims found agree with them.

A file of `claim_events/` is one event: each article below a line ``== outlet date``, the passages that
state a point in square brackets, ``[point: the words]``, or ``[one,two: the words]`` for two points.
All texts are invented. `tune_...` may be looked at while rules are written; `held_out_...` may not:
their figures are only printed. Passages count as in `benchmarks/claims.py`: a link is a pair of marked
passages of two articles that one point, or one claim found, holds together.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from framing.annotation.annotate import annotate_article
from framing.annotation.lexicon.loading import load_packs
from framing.model import Annotation, Article, Claim, OutletTag

FOLDER = Path(__file__).with_suffix("")
_HEAD = re.compile(r"^== (\S+) (\d{4}-\d\d-\d\d)\n", re.MULTILINE)
_MARK = re.compile(r"(\[[\w,-]+: |\])")

Mark = tuple[str, int, int]  # article, start, end


@dataclass(frozen=True)
class MarkedEvent:
    """An event with the passages of each point."""

    name: str
    notes: tuple[Annotation, ...]
    points: dict[str, list[Mark]]


@dataclass(frozen=True)
class Agreement:
    """Links that are right, wrong and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: "Agreement") -> "Agreement":
        return Agreement(
            self.right + other.right, self.wrong + other.wrong, self.missed + other.missed
        )

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)


def read_events(half: str) -> list[MarkedEvent]:
    """The events of one half, "tune" or "held_out"."""
    return [_read(path) for path in sorted(FOLDER.glob(f"{half}_*.txt"))]


def agreement(event: MarkedEvent, claims: Sequence[Claim]) -> Agreement:
    """How the claims found link the marked passages."""
    told = [[(p.article, p.span.start, p.span.end) for p in claim.passages] for claim in claims]
    return agreement_of(event, told)


def agreement_of(event: MarkedEvent, told: Sequence[Sequence[Mark]]) -> Agreement:
    """How groups of passages link the marked passages."""
    marks = sorted({mark for passages in event.points.values() for mark in passages})
    wanted, found = _links(event.points.values(), marks), _links(told, marks)
    return Agreement(len(found & wanted), len(found - wanted), len(wanted - found))


def points_of(event: MarkedEvent, place: Mark) -> set[str]:
    """The points that a passage states."""
    return {
        point for point, marks in event.points.items() if any(_same(mark, place) for mark in marks)
    }


def _read(path: Path) -> MarkedEvent:
    parts = _HEAD.split(path.read_text("utf-8"))[1:]
    packs, notes = tuple(load_packs()), []
    points: dict[str, list[Mark]] = defaultdict(list)
    for outlet, day, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        text, marks = _unmarked(body.strip() + "\n")
        tag = OutletTag(outlet, outlet.title())
        notes.append(annotate_article(Article(outlet, text, tag, date.fromisoformat(day)), packs))
        for point, start, end in marks:
            points[point].append((outlet, start, end))
    return MarkedEvent(path.stem, tuple(notes), dict(points))


def _unmarked(body: str) -> tuple[str, list[Mark]]:
    """The text without its brackets, and (point, start, end) of each."""
    text = ""
    marks: list[Mark] = []
    opened: list[tuple[str, int]] = []
    for piece in _MARK.split(body):
        if piece == "]":
            points, start = opened.pop()
            marks += [(point, start, len(text)) for point in points.split(",")]
        elif _MARK.fullmatch(piece):
            opened.append((piece[1:-2], len(text)))
        else:
            text += piece
    return text, marks


def _links(groups: Iterable[Sequence[Mark]], marks: Sequence[Mark]) -> set[tuple[int, int]]:
    holders = [
        {n for n, group in enumerate(groups) if any(_same(mark, p) for p in group)}
        for groups in [list(groups)]
        for mark in marks
    ]
    return {
        (i, j)
        for j in range(len(marks))
        for i in range(j)
        if marks[i][0] != marks[j][0] and holders[i] & holders[j]
    }


def _same(one: Mark, other: Mark) -> bool:
    common = min(one[2], other[2]) - max(one[1], other[1])
    return one[0] == other[0] and 2 * common >= min(one[2] - one[1], other[2] - other[1])
