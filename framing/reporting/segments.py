"""A marked passage cut into pieces that are set in one way each."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from framing.model import VoiceKind
from framing.reporting.blocks import Mark, Passage


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of a passage with one voice and at most one mark."""

    text: str
    voice: VoiceKind
    mark: Mark | None


def segments(passage: Passage) -> Iterator[Segment]:
    """The pieces of a passage, in order; together they are its text."""
    edges = {0, len(passage.text)}
    for mark in passage.marks:
        edges |= {mark.start, mark.end}
    for start, end, _, _ in passage.voices:
        edges |= {start, end}
    ordered = sorted(e for e in edges if 0 <= e <= len(passage.text))
    for start, end in pairwise(ordered):
        marks = [m for m in passage.marks if m.start <= start and end <= m.end]
        voices = [v for a, b, v, _ in passage.voices if a <= start and end <= b]
        yield Segment(
            passage.text[start:end], voices[0] if voices else "outlet", marks[0] if marks else None
        )
