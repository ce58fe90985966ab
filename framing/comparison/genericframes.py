"""Generic news frames as cue counts with their evidence. Experimental.

The five frames of Semetko and Valkenburg (2000, "Framing European Politics", Journal of Communication
50(2)): conflict, economic, human interest, morality, responsibility. They asked readers twenty
questions; a list of cues can only point at sentences in which a reader may find an answer. Read the
passages; a count is no frame, and rates of two frames cannot be held against each other, for one has
more cues than the other.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args

from framing.annotation.lexicon.inflection import forms_of
from framing.annotation.lexicon.matching import Matcher
from framing.annotation.lexicon.records import Form
from framing.annotation.voice import VoiceMap
from framing.comparison.intervals import rate
from framing.data import lexicon_folder, read_rows
from framing.errors import LexiconError
from framing.model import Annotation, FrameCue, FrameUse, Span
from framing.text.zones import ZoneMap

FRAMES = ("conflict", "economic", "human interest", "morality", "responsibility")


@dataclass(frozen=True, slots=True)
class CueRow:
    """A row of ``frames.csv``: a cue, its frame, and the question of the paper that it points at."""

    frame: str
    item: str
    cue: str
    form: Form


def frame_cues(
    annotation: Annotation, *, path: Path | None = None, frames: Sequence[str] = FRAMES
) -> tuple[FrameCue, ...]:
    """Every cue in an article's own prose, in order, with its place and voice.

    `path` is a table of cues to use instead of the shipped one (frame, item, cue, form, source), whose
    frames are among `frames`. Of two cues that overlap the longer counts.
    """
    article = annotation.article
    voices, zones = VoiceMap.of(annotation), ZoneMap(article)
    table = path or lexicon_folder() / "general" / "frames.csv"
    found: list[FrameCue] = []
    stamp = table.stat().st_mtime_ns if table.exists() else 0
    for hit in _matcher(table, stamp, tuple(frames)).find(article.text):
        if zones.at(hit.start) == "aside" or (found and hit.start < found[-1].span.end):
            continue
        span, row = Span(hit.start, hit.end), hit.key
        voice = voices.at(span).kind
        outlet = article.outlet.outlet
        found.append(FrameCue(row.frame, row.cue, row.item, article.id, outlet, span, voice))
    return tuple(found)


def frame_use(annotations: Sequence[Annotation]) -> tuple[FrameUse, ...]:
    """Cues of each frame per 1,000 words, by outlet and frame A-Z, in any voice."""
    by_outlet: dict[str, list[Annotation]] = defaultdict(list)
    for annotation in annotations:
        by_outlet[annotation.article.outlet.outlet].append(annotation)
    return tuple(
        row for outlet in sorted(by_outlet) for row in _outlet_rows(outlet, by_outlet[outlet])
    )


def _outlet_rows(outlet: str, annotations: Sequence[Annotation]) -> list[FrameUse]:
    words = [a.words for a in annotations]
    found = [frame_cues(a) for a in annotations]
    rows = []
    for frame in FRAMES:
        counts = [sum(cue.frame == frame for cue in cues) for cues in found]
        rows.append(
            FrameUse(
                frame=frame,
                outlet=outlet,
                count=sum(counts),
                words=sum(words),
                articles=sum(n > 0 for n in counts),
                of_articles=len(counts),
                estimate=rate(counts, words),
            )
        )
    return rows


@cache
def _matcher(path: Path, _stamp: int, frames: tuple[str, ...]) -> Matcher[CueRow]:
    rows = [
        _row(path, line, row, frames=frames) for line, row in read_rows(path, error=LexiconError)
    ]
    return Matcher((form, row) for row in rows for form in forms_of(row.cue, row.form))


def _row(path: Path, line: int, cells: dict[str, str], *, frames: Sequence[str]) -> CueRow:
    frame, form, cue = cells.get("frame", ""), cells.get("form", ""), cells.get("cue", "")
    if frame not in frames:
        raise LexiconError(f"{path}:{line}: frame {frame!r} is not one of {', '.join(frames)}")
    if form not in get_args(Form):
        raise LexiconError(
            f"{path}:{line}: form {form!r} is not one of {', '.join(get_args(Form))}"
        )
    if not cue or not cells.get("source"):
        raise LexiconError(f"{path}:{line}: a cue needs its words and a source")
    return CueRow(frame, cells.get("item", ""), cue, form)  # type: ignore[arg-type]
