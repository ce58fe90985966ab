"""What an article gives room and place to: length, headline, first mentions, order of a pair."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from framing.model import Annotation, Claim, Emphasis, Mention
from framing.text.zones import ZoneMap

_JOINT = re.compile(r"\s*(?:and|or|,|-|–|—|/|vs\.?|with)\s*(?:the\s+)?\Z")
_PAIR_REACH = 40  # characters between two names that are named as a pair


def emphasis(annotations: Sequence[Annotation], claims: Sequence[Claim]) -> tuple[Emphasis, ...]:
    """One row an article, by outlet and id."""
    rows = []
    for annotation in annotations:
        article = annotation.article
        told = sum(
            any(c.article == article.id and c.state.startswith("stated") for c in claim.cells)
            for claim in claims
        )
        rows.append(
            Emphasis(
                article=article.id,
                outlet=article.outlet.outlet,
                words=annotation.words,
                headline=article.headline.of(article.text) if article.headline else None,
                first_mentions=_first_mentions(annotation),
                pair_order=_pair_order(annotation),
                claims_told=told,
                claims_of=len(claims),
            )
        )
    return tuple(sorted(rows, key=lambda row: (row.outlet, row.article)))


def _own_mentions(annotation: Annotation) -> list[Mention]:
    zones = ZoneMap(annotation.article)
    return [m for m in annotation.mentions if zones.at(m.span.start) != "aside"]


def _first_mentions(annotation: Annotation) -> tuple[tuple[str, float], ...]:
    """(actor, share of the text before the first mention), earliest first."""
    first: dict[str, float] = {}
    for mention in _own_mentions(annotation):
        place = mention.span.start / max(1, len(annotation.article.text))
        first.setdefault(mention.actor, round(place, 4))
    return tuple(sorted(first.items(), key=lambda item: (item[1], item[0])))


def _pair_order(annotation: Annotation) -> tuple[tuple[str, str, int], ...]:
    """How often two sides are named together, in each order: "Russia and Ukraine"."""
    text = annotation.article.text
    counts: Counter[tuple[str, str]] = Counter()
    for first, second in pairwise(_own_mentions(annotation)):
        between = text[first.span.end : second.span.start]
        if (
            first.side
            and second.side
            and first.side != second.side
            and len(between) <= _PAIR_REACH
            and _JOINT.fullmatch(between)
        ):
            counts[first.side, second.side] += 1
    return tuple((a, b, n) for (a, b), n in sorted(counts.items()))
