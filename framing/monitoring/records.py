"""An annotation as bytes for the store, and back."""

import hashlib
import json
import zlib
from dataclasses import asdict
from datetime import date
from typing import Any

from framing.annotation.exchange import from_record, to_record
from framing.model import Annotation, Article, Correction, OutletTag, Region, Span


def fingerprint(article: Article) -> str:
    """What the annotation of an article depends on, besides settings: all of it but its path and
    the proof of its outlet."""
    record = _article_record(article)
    return hashlib.sha256(json.dumps(record, sort_keys=True).encode()).hexdigest()


def content_hash(article: Article) -> str:
    """The same text from the same outlet, wherever it lies and whatever it is called."""
    return hashlib.sha256(f"{article.outlet.outlet}\n{article.text}".encode()).hexdigest()


def pack(annotation: Annotation) -> bytes:
    """The annotation with its article, as compressed JSON."""
    record = {"article": _article_record(annotation.article), "found": to_record(annotation)}
    return zlib.compress(json.dumps(record).encode(), 6)


def unpack(data: bytes) -> Annotation:
    """What `pack` packed."""
    record = json.loads(zlib.decompress(data))
    return from_record(record["found"], _article(record["article"]))


def _article_record(article: Article) -> dict[str, Any]:
    outlet = article.outlet
    return {
        "id": article.id,
        "text": article.text,
        "outlet": [outlet.outlet, outlet.name, outlet.origin, outlet.confidence],
        "published": article.published.isoformat() if article.published else None,
        "not_before": article.not_before.isoformat() if article.not_before else None,
        "headline": _pair(article.headline),
        "regions": [[*_ends(r.span), r.kind] for r in article.regions],
        "url": article.url,
        "language": article.language,
        "corrections": [asdict(c) for c in article.corrections],
    }


def _article(record: dict[str, Any]) -> Article:
    return Article(
        id=record["id"],
        text=record["text"],
        outlet=OutletTag(*record["outlet"]),
        published=date.fromisoformat(record["published"]) if record["published"] else None,
        not_before=date.fromisoformat(record["not_before"]) if record["not_before"] else None,
        headline=Span(*record["headline"]) if record["headline"] else None,
        regions=tuple(Region(Span(start, end), kind) for start, end, kind in record["regions"]),
        url=record["url"],
        language=record["language"],
        corrections=tuple(
            Correction(**{**c, "span": Span(**c["span"]) if c["span"] else None})
            for c in record["corrections"]
        ),
    )


def _ends(span: Span) -> list[int]:
    return [span.start, span.end]


def _pair(span: Span | None) -> list[int] | None:
    return _ends(span) if span else None
