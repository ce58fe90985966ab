"""Tidy DataFrames of the records: one row a thing, offsets and counts included.

pandas is imported here and in table reading only, and not before a frame is asked for.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, fields, is_dataclass
from typing import TYPE_CHECKING, Any

from framing.columns import columns_of
from framing.errors import OptionError
from framing.model import (
    Alternation,
    Annotation,
    Article,
    Comparison,
    Control,
    Emphasis,
    Estimate,
    OutletDistance,
    Profile,
    Readability,
    Span,
)

if TYPE_CHECKING:
    import pandas as pd

Row = dict[str, Any]


def articles_frame(articles: Sequence[Article]) -> "pd.DataFrame":
    """One row an article, without its regions."""
    return _frame((_article_row(article) for article in articles), columns_of("articles"))


def notes_frame(annotations: Sequence[Annotation], table: str) -> "pd.DataFrame":
    """The table called `table` (see `NOTES_TABLES`) of all annotations."""
    rows = _pick(NOTES_TABLES, table)
    return _frame((row for a in annotations for row in rows(a)), columns_of(table))


def comparison_frame(comparison: Comparison, table: str) -> "pd.DataFrame":
    """The table called `table` (see `COMPARISON_TABLES`) of one comparison."""
    return comparisons_frame([comparison], table)


def comparisons_frame(comparisons: Sequence[Comparison], table: str) -> "pd.DataFrame":
    """The table called `table` of several comparisons, one under the other."""
    rows = _pick(COMPARISON_TABLES, table)
    return _frame(
        ({"event": c.event.id, **row} for c in comparisons for row in rows(c)),
        ("event", *columns_of(table)),
    )


def alternations_frame(alternations: Sequence[Alternation]) -> "pd.DataFrame":
    """One row a variant of a slot and outlet, with the answers about its slot on each."""
    return _frame(_slot_rows(alternations), columns_of("alternations"))


def distances_frame(distances: Sequence[OutletDistance]) -> "pd.DataFrame":
    """One row two outlets and what was counted."""
    return _frame(map(_distance_row, distances), columns_of("distances"))


def controls_frame(controls: Sequence[Control]) -> "pd.DataFrame":
    """One row a negative control."""
    return _frame(map(_flat, controls), columns_of("controls"))


def profiles_frame(profiles: Sequence[Profile]) -> "pd.DataFrame":
    """One row a facet of a profile, with the same facet of the other outlets beside it."""
    rows = (
        {
            "outlet": profile.outlet,
            "events": len(profile.events),
            "articles": profile.articles,
            "words": profile.words,
            "facet": facet.name,
            **_flat(facet.estimate),
            **{f"reference_{name}": value for name, value in _flat(facet.reference).items()},
        }
        for profile in profiles
        for facet in profile.facets
    )
    return _frame(rows, columns_of("profiles"))


def _distance_row(row: OutletDistance) -> Row:
    (outlet, other), (articles, other_articles) = row.outlets, row.articles
    plain = {k: v for k, v in _flat(row).items() if k not in ("outlets", "articles", "events")}
    counted = {"articles": articles, "other_articles": other_articles, "events": row.events}
    return {"outlet": outlet, "other": other, **plain, **counted}


def _article_row(article: Article) -> Row:
    return {
        "article": article.id,
        "outlet": article.outlet.outlet,
        "origin": article.outlet.origin,
        "outlet_confidence": article.outlet.confidence,
        "published": article.published,
        "not_before": article.not_before,
        "language": article.language,
        "headline": article.headline.of(article.text) if article.headline else None,
        "path": article.path,
        "url": article.url,
        "characters": len(article.text),
    }


def _markers(annotation: Annotation) -> Iterator[Row]:
    for marker in annotation.markers:
        yield {
            **_place(annotation, marker.span),
            "term": marker.term,
            "category": marker.category,
            "target": marker.target,
            "valence": marker.valence,
            "convention": marker.convention,
            "voice": marker.voice.kind,
            "speaker": marker.voice.speaker,
            "claim_by": marker.voice.claim_by,
            "wording_by": marker.voice.wording_by,
            "zone": marker.zone,
            "slot": marker.slot,
            "negated": marker.negated,
            "pack": marker.pack,
            "note": marker.note or None,
        }


def _quotes(annotation: Annotation) -> Iterator[Row]:
    text = annotation.article.text
    for quote in (one for outer in annotation.quotes for one in (outer, *outer.relayed)):
        yield {
            **_place(annotation, quote.content),
            "kind": quote.kind,
            "speaker": quote.speaker,
            "side": quote.side,
            "source_kind": quote.source_kind,
            "official": quote.official,
            "words": quote.words,
            "zone": quote.zone,
            "cue": quote.cue.of(text) if quote.cue else None,
            "cue_kind": quote.cue_kind,
            "source": quote.source.of(text) if quote.source else None,
            "relayed_by": quote.relayed_by,
            "rule": quote.rule,
        }


def _mentions(annotation: Annotation) -> Iterator[Row]:
    for mention in annotation.mentions:
        yield {**_place(annotation, mention.span), "actor": mention.actor, "side": mention.side}


def _marks(annotation: Annotation) -> Iterator[Row]:
    for mark in annotation.quotation_marks:
        yield {**_place(annotation, mark.span), "function": mark.function}


def _place(annotation: Annotation, span: Span) -> Row:
    article = annotation.article
    return {
        "article": article.id,
        "outlet": article.outlet.outlet,
        "start": span.start,
        "end": span.end,
        "text": span.of(article.text),
    }


def _claim_rows(comparison: Comparison) -> Iterator[Row]:
    annotations = {a.article.id: a for a in comparison.annotations}
    for claim in comparison.claims:
        cells = {cell.article: cell for cell in claim.cells}
        for passage in claim.passages:
            cell = cells[passage.article]
            yield {
                "claim": claim.id,
                "label": claim.label,
                **_place(annotations[passage.article], passage.span),
                "voice": passage.voice.kind,
                "speaker": passage.voice.speaker,
                "state": cell.state,
                "differs": ", ".join(cell.differs),
                "details": "; ".join(
                    f"{d.kind}: {d.here} (elsewhere: {d.elsewhere})" for d in cell.details
                ),
            }


def _agency_rows(comparison: Comparison) -> Iterator[Row]:
    """One row a clause, with its sentence; `count` of `of` are those of its form."""
    annotations = {a.article.id: a for a in comparison.annotations}
    for row in comparison.agency:
        for passage in row.passages:
            annotation = annotations[passage.article]
            place = passage.span
            yield {
                "actor": row.actor,
                "side": row.side,
                "role": row.role,
                "form": row.form,
                "voice": row.voice,
                "count": row.count,
                "of": row.of,
                **_place(annotation, place),
                "speaker": passage.voice.speaker,
                "sentence": _sentence(annotation, place),
            }


def _function_rows(comparison: Comparison) -> Iterator[Row]:
    """One row a cue of one of Entman's functions, with the sentence that an analyst should read."""
    annotations = {a.article.id: a for a in comparison.annotations}
    for cue in comparison.functions:
        annotation = annotations[cue.article]
        yield {
            "function": cue.frame,
            "question": cue.item,
            **_place(annotation, cue.span),
            "voice": cue.voice,
            "sentence": _sentence(annotation, cue.span),
        }


def _sentence(annotation: Annotation, place: Span) -> str:
    """The first sentence that `place` stands in; its own words where there is none."""
    whole = next((s for s in annotation.sentences if s.meets(place)), place)
    return whole.of(annotation.article.text)


def _concepts(annotation: Annotation) -> Iterator[Row]:
    for mention in annotation.concepts:
        yield {
            **_place(annotation, mention.span),
            "concept": mention.concept,
            "kind": mention.kind,
        }


def _clauses(annotation: Annotation) -> Iterator[Row]:
    text = annotation.article.text
    for clause in annotation.clauses:
        yield {
            **_place(annotation, clause.predicate),
            "voice": clause.voice,
            "agent": clause.agent.of(text) if clause.agent else None,
            "patient": clause.patient.of(text) if clause.patient else None,
            "action": clause.action,
            "kind": clause.kind,
            "asserted": clause.asserted,
        }


def _slot_rows(alternations: Sequence[Alternation]) -> Iterator[Row]:
    for slot in alternations:
        for row in slot.rows:
            effect = row.effect
            yield {
                "slot": slot.slot,
                "referent": slot.referent,
                "wording": slot.wording,
                "outlet": row.outlet,
                "variant": row.variant,
                "convention": row.convention,
                "count": row.count,
                "of": row.of,
                "articles": row.articles,
                "share": row.share.value,
                "low": row.share.low,
                "high": row.share.high,
                "log_odds_ratio": effect.value if effect else None,
                "log_odds_low": effect.low if effect else None,
                "log_odds_high": effect.high if effect else None,
                "slot_articles": slot.articles,
                "strength": slot.strength,
                "p_choices": slot.p_choices,
                "p_articles": slot.p_articles,
                "smallest_p": slot.smallest_p,
                "q": slot.q,
            }


def _first_mention_rows(comparison: Comparison) -> Iterator[Row]:
    """`position` is the share of the article's text before the actor's first mention, 0 to 1."""
    for row in comparison.emphasis:
        for actor, position in row.first_mentions:
            yield {**_whose(row), "actor": actor, "position": position}


def _pair_order_rows(comparison: Comparison) -> Iterator[Row]:
    for row in comparison.emphasis:
        for first, second, n in row.pair_order:
            yield {**_whose(row), "first": first, "second": second, "count": n}


def _grade_rows(comparison: Comparison) -> Iterator[Row]:
    for row in comparison.readability:
        for formula, grade in row.grades:
            yield {**_whose(row), "formula": formula, "grade": grade}


def _whose(row: Emphasis | Readability) -> Row:
    return {"article": row.article, "outlet": row.outlet}


def records_frame(records: Iterable[Any]) -> "pd.DataFrame":
    """One row a record, for results that belong to no table: distances, controls, frame cues."""
    return _frame(_flat(record) for record in records)


def _plain_rows(name: str) -> Callable[[Comparison], Iterable[Row]]:
    return lambda comparison: (_flat(row) for row in getattr(comparison, name))


NOTES_TABLES: dict[str, Callable[[Annotation], Iterable[Row]]] = {
    "markers": _markers,
    "quotes": _quotes,
    "mentions": _mentions,
    "quotation_marks": _marks,
    "clauses": _clauses,
    "concepts": _concepts,
}
COMPARISON_TABLES: dict[str, Callable[[Comparison], Iterable[Row]]] = {
    "word_choice": _plain_rows("word_choice"),
    "phrases": _plain_rows("phrases"),
    "slots": _plain_rows("slots"),
    "alternations": lambda comparison: _slot_rows(comparison.alternations),
    "collocations": _plain_rows("collocations"),
    "readability": _plain_rows("readability"),
    "grades": _grade_rows,
    "frames": _plain_rows("frames"),
    "claims": _claim_rows,
    "emphasis": _plain_rows("emphasis"),
    "first_mentions": _first_mention_rows,
    "pair_order": _pair_order_rows,
    "sources": _plain_rows("sources"),
    "voices": _plain_rows("voices"),
    "shares": _plain_rows("shares"),
    "introductions": _plain_rows("introductions"),
    "agency": _agency_rows,
    "turns": _plain_rows("turns"),
    "replies": _plain_rows("replies"),
    "functions": _function_rows,
}


def _pick(tables: dict[str, Any], table: str) -> Any:
    if table not in tables:
        raise OptionError(f"no table {table!r}; there are: {', '.join(tables)}")
    return tables[table]


def _flat(record: Any) -> Row:
    """The fields of a record; those of an estimate in it stand in its place."""
    assert is_dataclass(record)
    row: Row = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, Estimate):
            row |= asdict(value)
        else:
            row[field.name] = asdict(value) if is_dataclass(value) else value  # type: ignore[arg-type]
    return row


def _frame(rows: Iterable[Row], columns: Sequence[str] = ()) -> "pd.DataFrame":
    """The rows as they come; `columns` are those of a table without rows."""
    import pandas as pd

    found = list(rows)
    return pd.DataFrame(found) if found else pd.DataFrame(columns=list(columns))
