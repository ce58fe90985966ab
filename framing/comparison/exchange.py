"""Comparisons as plain records for JSON, with the keys of the export format."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from framing.model import Claim, Comparison, Event

Record = dict[str, Any]


def to_records(comparisons: Sequence[Comparison]) -> Record:
    """All comparisons as one JSON object: ``{"events": [...]}``."""
    return {"events": [_event(c.event) | _findings(c) for c in comparisons]}


def events_to_records(events: Sequence[Event]) -> Record:
    """Events alone, without comparing their articles."""
    return {"events": [_event(event) for event in events]}


def _event(event: Event) -> Record:
    return {
        "id": event.id,
        "label": event.label,
        "articles": list(event.articles),
        "phases": dict(zip(event.articles, event.phases, strict=True)),
        "first": event.first.isoformat() if event.first else None,
        "last": event.last.isoformat() if event.last else None,
        "cohesion": event.cohesion,
        "copies": [list(names) for names in event.copies],
    }


def _findings(comparison: Comparison) -> Record:
    return {
        "outlets": list(comparison.outlets),
        "claims": [_claim(claim) for claim in comparison.claims],
        "slots": [asdict(row) for row in comparison.slots],
        "word_choice": [asdict(row) for row in comparison.word_choice],
        "emphasis": [asdict(row) for row in comparison.emphasis],
        "sources": [asdict(row) for row in comparison.sources],
        "voices": [asdict(row) for row in comparison.voices],
        "agency": [asdict(row) for row in comparison.agency],
        "caveats": list(comparison.caveats),
    }


def _claim(claim: Claim) -> Record:
    return {
        "id": claim.id,
        "label": claim.label,
        "mentions": [
            {
                "article": passage.article,
                "start": passage.span.start,
                "end": passage.span.end,
                "voice": passage.voice.kind,
                "speaker": passage.voice.speaker,
            }
            for passage in claim.passages
        ],
        "articles": {
            cell.article: {
                "state": cell.state,
                "differs": list(cell.differs),
                "details": [asdict(difference) for difference in cell.details],
                **({"copy_of": cell.copy_of} if cell.copy_of else {}),
            }
            for cell in claim.cells
        },
    }
