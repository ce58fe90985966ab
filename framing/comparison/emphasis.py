"""What an article gives room and place to: length, headline, first mentions, order of a pair."""

from collections.abc import Sequence

from framing.annotation.lexicon.records import Pack
from framing.comparison.pairs import pair_order
from framing.model import Annotation, Claim, Emphasis, Mention
from framing.text.zones import ZoneMap


def emphasis(
    annotations: Sequence[Annotation], claims: Sequence[Claim], *, packs: Sequence[Pack] = ()
) -> tuple[Emphasis, ...]:
    """One row an article, by outlet and id. `packs` know the adjectives of sides for pairs such as
    "the Russian and Ukrainian delegations"."""
    rows = []
    for annotation in annotations:
        article = annotation.article
        states = [c.state for claim in claims for c in claim.cells if c.article == article.id]
        rows.append(
            Emphasis(
                article=article.id,
                outlet=article.outlet.outlet,
                words=annotation.words,
                headline=article.headline.of(article.text) if article.headline else None,
                first_mentions=_first_mentions(annotation),
                pair_order=pair_order(annotation, packs),
                claims_told=sum(state.startswith("stated") for state in states),
                claims_of=sum(state != "not yet knowable" for state in states),
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
