"""The record that every quotation rule yields."""

from dataclasses import dataclass

from framing.model import CueKind, Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Something said: its pieces, cue and source as spans, and the rule that found it; `relay` is who
    passes it on ("TASS quoted Peskov as saying")."""

    content: tuple[Span, ...]
    rule: str
    cue: Span | None = None
    cue_kind: CueKind = "neutral"
    source: Span | None = None
    relay: Span | None = None
