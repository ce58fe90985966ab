"""The columns of the tables, so that a table without rows has them too.

A table whose rows are records as they stand takes its columns from the record's fields; the others are
written out here.
"""

from dataclasses import fields
from functools import cache
from typing import get_args, get_type_hints

from framing.model import Comparison, Control, Estimate

_PLACE = "article outlet start end text"
_MEASURED = tuple(f.name for f in fields(Estimate))

_WRITTEN_OUT = {
    "articles": "article outlet origin outlet_confidence published not_before language headline path "
    "url characters",
    "markers": f"{_PLACE} term category target valence convention voice speaker claim_by wording_by "
    "zone slot negated pack note",
    "quotes": f"{_PLACE} kind speaker side source_kind official words zone cue cue_kind source "
    "relayed_by rule",
    "mentions": f"{_PLACE} actor side",
    "quotation_marks": f"{_PLACE} function",
    "clauses": f"{_PLACE} voice agent patient action kind asserted",
    "concepts": f"{_PLACE} concept kind",
    "alternations": "slot referent wording outlet variant convention count of articles share low high "
    "log_odds_ratio log_odds_low log_odds_high slot_articles strength p_choices p_articles smallest_p "
    "q",
    "claims": f"claim label {_PLACE} voice speaker state differs details",
    "agency": f"actor side role form voice count of {_PLACE} speaker sentence",
    "functions": f"function question {_PLACE} voice sentence",
    "first_mentions": "article outlet actor position",
    "pair_order": "article outlet first second count",
    "grades": "article outlet formula grade",
    "distances": "outlet other of value expected p smallest_p articles other_articles events",
    "profiles": "outlet events articles words facet "
    + " ".join((*_MEASURED, *(f"reference_{name}" for name in _MEASURED))),
}
_RECORDS = {"controls": Control}


@cache
def columns_of(table: str) -> tuple[str, ...]:
    """The columns of `table`, in order; of a comparison's tables without the event in front."""
    if table in _WRITTEN_OUT:
        return tuple(_WRITTEN_OUT[table].split())
    return flat_names(_RECORDS.get(table) or get_args(get_type_hints(Comparison)[table])[0])


def flat_names(record: type) -> tuple[str, ...]:
    """The fields of a record; those of an estimate in it stand in its place."""
    hints = get_type_hints(record)
    return tuple(
        name
        for field in fields(record)
        for name in (_MEASURED if hints[field.name] is Estimate else (field.name,))
    )
