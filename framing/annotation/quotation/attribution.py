"""The record that every quotation rule yields."""

from dataclasses import dataclass

from framing.model import CueKind, Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Something said: its pieces, cue and source as spans, and the rule that found it."""

    content: tuple[Span, ...]
    rule: str
    cue: Span | None = None
    cue_kind: CueKind = "neutral"
    source: Span | None = None
