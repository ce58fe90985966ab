"""Annotations as plain records for JSON, and back. The keys are those of the export format."""

from collections.abc import Mapping
from typing import Any

from framing.model import (
    Annotation,
    Article,
    Clause,
    ConceptMention,
    Marker,
    Mention,
    PackVersion,
    QuotationMarks,
    Quote,
    Span,
    Voice,
)

Record = dict[str, Any]
FORMAT = 1  # raised when a key changes its meaning


def to_record(annotation: Annotation) -> Record:
    """One article's annotation as a JSON object. Offsets are `str` indices into its text."""
    article = annotation.article
    return {
        "format": FORMAT,
        "id": article.id,
        "path": article.path,
        "outlet": article.outlet.outlet,
        "origin": article.outlet.origin,
        "published": article.published.isoformat() if article.published else None,
        "not_before": article.not_before.isoformat() if article.not_before else None,
        "language": article.language,
        "headline": _pair(article.headline),
        "words": annotation.words,
        "packs": [{"name": pack.name, "version": pack.version} for pack in annotation.packs],
        "boilerplate": [{**_ends(r.span), "kind": r.kind} for r in article.regions],
        "sentences": [_ends(span) for span in annotation.sentences],
        "quotes": [_quote(quote) for quote in annotation.quotes],
        "quotation_marks": [
            {**_ends(mark.span), "function": mark.function} for mark in annotation.quotation_marks
        ],
        "markers": [_marker(marker) for marker in annotation.markers],
        "clauses": [_clause(clause) for clause in annotation.clauses],
        "unclear": [_ends(span) for span in annotation.unclear],
        "mentions": _mentions(annotation),
    }


def from_record(record: Mapping[str, Any], article: Article) -> Annotation:
    """The annotation that `to_record` wrote of `article`; the exact reverse."""
    return Annotation(
        article=article,
        sentences=tuple(_span(item) for item in record["sentences"]),
        words=record["words"],
        quotes=tuple(_read_quote(item) for item in record["quotes"]),
        quotation_marks=tuple(
            QuotationMarks(_span(item), item["function"]) for item in record["quotation_marks"]
        ),
        mentions=tuple(
            Mention(
                _span(item),
                item["actor"],
                item["side"],
                item.get("person", False),
                _maybe(item.get("title")),
                _maybe(item.get("description")),
            )
            for item in record["mentions"]
            if item["actor"]
        ),
        concepts=tuple(
            ConceptMention(_span(item), item["concept"], item["concept_kind"])
            for item in record["mentions"]
            if item.get("concept")
        ),
        markers=tuple(_read_marker(item) for item in record["markers"]),
        clauses=tuple(_read_clause(item) for item in record.get("clauses", ())),
        unclear=tuple(_span(item) for item in record["unclear"]),
        packs=tuple(PackVersion(item["name"], item["version"]) for item in record["packs"]),
    )


def _ends(span: Span) -> Record:
    return {"start": span.start, "end": span.end}


def _pair(span: Span | None) -> Record | None:
    return _ends(span) if span else None


def _span(item: Mapping[str, Any]) -> Span:
    return Span(item["start"], item["end"])


def _maybe(item: Mapping[str, Any] | None) -> Span | None:
    return _span(item) if item else None


def _quote(quote: Quote) -> Record:
    return {
        **_ends(quote.content),
        "kind": quote.kind,
        "cue": _pair(quote.cue),
        "cue_kind": quote.cue_kind,
        "source": _pair(quote.source),
        "speaker": quote.speaker,
        "side": quote.side,
        "source_kind": quote.source_kind,
        "official": quote.official,
        "words": quote.words,
        "zone": quote.zone,
        "rule": quote.rule,
        "relay": _pair(quote.relay),
        "relayed_by": quote.relayed_by,
        "relayed": [_quote(inner) for inner in quote.relayed],
    }


def _read_quote(item: Mapping[str, Any]) -> Quote:
    return Quote(
        content=_span(item),
        kind=item["kind"],
        rule=item["rule"],
        cue=_maybe(item["cue"]),
        cue_kind=item["cue_kind"],
        source=_maybe(item["source"]),
        speaker=item["speaker"],
        side=item["side"],
        source_kind=item["source_kind"],
        official=item["official"],
        words=item["words"],
        zone=item["zone"],
        relay=_maybe(item.get("relay")),
        relayed_by=item.get("relayed_by"),
        relayed=tuple(_read_quote(inner) for inner in item.get("relayed", ())),
    )


def _marker(marker: Marker) -> Record:
    return {
        **_ends(marker.span),
        "category": marker.category,
        "target": marker.target,
        "valence": marker.valence,
        "convention": marker.convention,
        "voice": marker.voice.kind,
        "speaker": marker.voice.speaker,
        "speaker_side": marker.voice.side,
        "claim_by": marker.voice.claim_by,
        "wording_by": marker.voice.wording_by,
        "zone": marker.zone,
        "slot": marker.slot,
        "negated": marker.negated,
        "term": marker.term,
        "pack": marker.pack,
        "note": marker.note or None,
    }


def _read_marker(item: Mapping[str, Any]) -> Marker:
    return Marker(
        span=_span(item),
        term=item["term"],
        category=item["category"],
        voice=Voice(item["voice"], item["speaker"], item["speaker_side"]),
        zone=item["zone"],
        pack=item["pack"],
        target=item["target"],
        valence=item["valence"],
        convention=item["convention"],
        slot=item["slot"],
        negated=item["negated"],
        note=item.get("note") or "",
    )


def _mentions(annotation: Annotation) -> list[Record]:
    """Actors; with concepts, every concept too (`actor` null where no actor is named)."""
    actors = {m.span: _mention(m) for m in annotation.mentions}
    if not annotation.concepts:
        return [{**_ends(span), **actor} for span, actor in actors.items()]
    nobody = {"actor": None, "side": None}
    return [
        # an actor is written once, with the first of the concepts of its stretch
        {
            **_ends(c.span),
            **actors.pop(c.span, nobody),
            "concept": c.concept,
            "concept_kind": c.kind,
        }
        for c in annotation.concepts
    ]


def _mention(mention: Mention) -> Record:
    plain = {"actor": mention.actor, "side": mention.side}
    if not mention.person:
        return plain
    title, description = _pair(mention.title), _pair(mention.description)
    return {**plain, "person": True, "title": title, "description": description}


def _clause(clause: Clause) -> Record:
    return {
        **_ends(clause.predicate),
        "voice": clause.voice,
        "agent": _pair(clause.agent),
        "patient": _pair(clause.patient),
        "action": clause.action,
        "kind": clause.kind,
        "asserted": clause.asserted,
    }


def _read_clause(item: Mapping[str, Any]) -> Clause:
    return Clause(
        predicate=_span(item),
        voice=item["voice"],
        agent=_maybe(item["agent"]),
        patient=_maybe(item["patient"]),
        action=item["action"],
        kind=item["kind"],
        asserted=item["asserted"],
    )
