"""Sentences to cut out and sort by whose words they are."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from framing.classroom.choosing.care import graphic_weight, slurs_in
from framing.classroom.choosing.excerpts import Excerpt
from framing.classroom.choosing.windows import LEANS, own_sentences
from framing.model import Annotation, Comparison, Span
from framing.reporting.blind import ANOTHER, CREDIT, THIS
from framing.text.tokens import count_words

_MOST_CARDS, _CARDS_AN_OUTLET = 12, 4
_FEWEST_CARD_WORDS, _MOST_CARD_WORDS = 8, 30
# A card that leaves its reader to ask who "he" is.
_LEANS_BACK = re.compile(
    r"\b(?:according to|in the words of) (?:him|her|them)\b|[,”\"] (?:he|she|they) \w+",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:sa(?:id|ys)|told|tells|stat(?:ed|es)|announc(?:ed|es)|report(?:ed|s)|wrote|writes"
    r"|according to)\b"
)


@dataclass(frozen=True, slots=True)
class Card:
    """A sentence to sort: its number, its words, whose words they are, and the article it is from."""

    number: int
    text: str
    voice: str
    article: str


def choose_cards(comparison: Comparison, excerpts: Sequence[Excerpt]) -> tuple[Card, ...]:
    """Sentences of all texts of the event, equally many from each outlet, in an order by hash."""
    by_outlet: dict[str, list[tuple[float, str, Card]]] = {}
    seen: set[str] = set()  # wire copy stands in several articles
    for annotation in comparison.annotations:
        for span in own_sentences(annotation):
            scored = _card(annotation, span, excerpts)
            if scored and scored[1] not in seen:
                seen.add(scored[1])
                by_outlet.setdefault(_publisher(annotation), []).append(scored)
    if not by_outlet:
        return ()
    each = min(
        _CARDS_AN_OUTLET,
        max(1, _MOST_CARDS // len(by_outlet)),
        *(len(c) for c in by_outlet.values()),
    )
    chosen = []
    for cards in by_outlet.values():
        chosen += sorted(cards, key=lambda c: (-c[0], c[1]))[:each]
    chosen.sort(key=lambda c: c[1])
    return tuple(
        Card(n, card.text, card.voice, card.article)
        for n, (_, _, card) in enumerate(chosen[:_MOST_CARDS], start=1)
    )


def _publisher(annotation: Annotation) -> str:
    """Whose card it is; articles of which nobody knows the outlet count one by one."""
    article = annotation.article
    return article.id if article.outlet.confidence == "unknown" else article.outlet.outlet


def _card(
    annotation: Annotation, span: Span, excerpts: Sequence[Excerpt]
) -> tuple[float, str, Card] | None:
    """(how well it suits, a hash to order by, the card); None for a sentence that does not suit."""
    text = " ".join(span.of(annotation.article.text).split())
    size = count_words(text)
    hidden = any(mark in text for mark in (THIS, ANOTHER, CREDIT)) or slurs_in(text)
    leans = LEANS.match(text) or _LEANS_BACK.search(text)
    if not _FEWEST_CARD_WORDS <= size <= _MOST_CARD_WORDS or hidden or graphic_weight(text) >= 3:
        return None
    markers = [m for m in annotation.markers if span.holds(m.span)]
    used = any(e.window.annotation is annotation and e.window.holds(span) for e in excerpts)
    letters = _card_voice(annotation, span)
    if letters is None:
        return None
    score = min(len(markers), 3) + (0 if used else 2) - graphic_weight(text) - (6 if leans else 0)
    order = hashlib.sha256(text.encode()).hexdigest()
    return score, order, Card(0, text, letters, annotation.article.id)


def _card_voice(annotation: Annotation, span: Span) -> str | None:
    """The letters of a card; None where the card alone does not show whose words they are."""
    quotes = [q for q in annotation.quotes if q.content.meets(span)]
    if any(not span.holds(q.content) or q.cue is None or not span.holds(q.cue) for q in quotes):
        return None
    if any(span.meets(place) for place in annotation.unclear):
        return None
    marked = [m.span for m in annotation.quotation_marks if m.function == "speech"]
    for quote in quotes:
        if quote.kind != "indirect" and not any(
            span.holds(mark) and mark.meets(quote.content) for mark in marked
        ):
            return None
    kinds = {quote.kind for quote in quotes}
    letters = {"Q"} if kinds & {"direct", "mixed"} else set()
    letters |= {"R"} if kinds & {"indirect", "mixed"} else set()
    if not letters and _SAYS.search(span.of(annotation.article.text)):
        return None  # a verb of saying without a speech that was found: no rule can tell
    return " and ".join(sorted(letters)) or "O"
