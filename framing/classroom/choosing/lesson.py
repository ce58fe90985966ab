"""Everything a lesson is made of, computed once: the sheets only say it."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from framing.classroom.choosing.care import graphic_weight, slurs_in, themes_in
from framing.classroom.choosing.excerpts import Excerpt, choose_excerpts, shared_claims, told_in
from framing.classroom.choosing.items import Answers, answers, quoted, voice_letters
from framing.classroom.choosing.level import reading_level
from framing.classroom.choosing.windows import own_sentences
from framing.model import Annotation, Comparison, Span
from framing.reporting.blind import ANOTHER, CREDIT, THIS, Blinded
from framing.reporting.names import clip
from framing.reporting.notes import MarkerNotes
from framing.text.tokens import count_words

_MOST_CARDS, _CARDS_AN_OUTLET = 12, 4
_FEWEST_CARD_WORDS, _MOST_CARD_WORDS = 8, 30


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table that pupils fill: the question, and the answer to each text."""

    question: str
    answers: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Card:
    """A sentence to sort: its number, its words, whose words they are, and the article it is from."""

    number: int
    text: str
    voice: str
    article: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson on one event. `articles` leads from the texts to the articles as they were read."""

    title: str
    made_on: str
    comparison: Comparison
    originals: tuple[Annotation, Annotation]
    everything: tuple[Annotation, ...]
    excerpts: tuple[Excerpt, Excerpt]
    answers: tuple[Answers, ...]
    agree: tuple[str, ...]
    rows: tuple[Row, ...]
    cards: tuple[Card, ...]
    card_articles: dict[str, Annotation]
    levels: tuple[str, str]
    themes: tuple[str, ...]
    graphic: bool
    masked: tuple[str, ...]
    same_outlet: bool
    outlet_table: Path | None


def build_lesson(
    blinded: Blinded,
    original: Comparison,
    *,
    title: str = "",
    made_on: str = "",
    outlets: Path | None = None,
) -> Lesson:
    """The lesson on the one event in `blinded`; `original` is the same event with its names.

    `outlets` is the user's table of outlets, if there is one.
    """
    comparison = blinded.comparisons[0]
    one, two = choose_excerpts(comparison)
    notes = MarkerNotes([original])  # the key is for the teacher: its sources may name outlets
    by_id = {blinded.articles[a.article.id]: a for a in original.annotations}
    originals = by_id[one.window.annotation.article.id], by_id[two.window.annotation.article.id]
    cards = _cards(comparison, (one, two))
    texts = (one.window.text, two.window.text)
    return Lesson(
        title=title or "Two texts, one event",
        made_on=made_on,
        comparison=comparison,
        originals=originals,
        everything=original.annotations,
        excerpts=(one, two),
        answers=answers((one, two), notes),
        agree=_agree(comparison, one, two),
        rows=_rows(comparison, one, two),
        cards=cards,
        card_articles={card.article: by_id[card.article] for card in cards},
        levels=(
            reading_level(one.window.annotation, one.window.sentences),
            reading_level(two.window.annotation, two.window.sentences),
        ),
        themes=tuple(themes_in((*texts, *(card.text for card in cards)))),
        graphic=any(graphic_weight(text) >= 4 for text in texts),
        masked=tuple(sorted({w for text in texts for w in slurs_in(text)})),
        same_outlet=originals[0].article.outlet.outlet == originals[1].article.outlet.outlet,
        outlet_table=outlets,
    )


def _agree(comparison: Comparison, one: Excerpt, two: Excerpt) -> tuple[str, ...]:
    """What both excerpts tell: points told by both, then names that stand in both."""
    found = []
    for claim in shared_claims(comparison, one.window, two.window)[:4]:
        where = [_place(excerpt, told_in(claim, excerpt.window)[0]) for excerpt in (one, two)]
        found.append(f"{clip(claim.label, 150)} ({', '.join(where)})")
    names = [n for n in _named(one) if n in set(_named(two))]
    if names:
        found.append(f"Both name: {', '.join(names[:8])}.")
    return tuple(found)


def _rows(comparison: Comparison, one: Excerpt, two: Excerpt) -> tuple[Row, ...]:
    pair = (one, two)
    rows = [
        Row(f"{referent[:1].upper()}{referent[1:]}: what is it called?", calls)
        for referent, calls in _called(comparison, one, two)[:2]
    ]
    rows.append(Row("Who acts, or is named, first? Who second?", _both(pair, _first_named)))
    rows.append(Row("Who speaks? Quoted (Q) or reported (R)?", _both(pair, _speakers)))
    rows.append(Row("A sentence with a clear source: who says so?", _both(pair, _sourced)))
    told = {claim.id for claim in shared_claims(comparison, one.window, two.window)}
    only = tuple(_only(comparison, excerpt, told) for excerpt in pair)
    rows.append(Row("A fact that you find in this text only", (only[0], only[1])))
    return tuple(rows)


def _both(pair: Sequence[Excerpt], say: Callable[[Excerpt], str]) -> tuple[str, str]:
    return say(pair[0]), say(pair[1])


def _called(
    comparison: Comparison, one: Excerpt, two: Excerpt
) -> list[tuple[str, tuple[str, str]]]:
    """Things that both excerpts name: those with different wordings first."""
    referents = {row.slot: row.referent for row in comparison.slots}
    variants = [_variants(excerpt) for excerpt in (one, two)]
    found = []
    for slot in sorted(set(variants[0]) & set(variants[1]) & set(referents)):
        calls = tuple("; ".join(quoted(v) for v in variants[i][slot]) for i in (0, 1))
        alike = calls[0] == calls[1]
        found.append(
            ((alike, slot.startswith("name-"), slot), referents[slot], (calls[0], calls[1]))
        )
    found.sort(key=lambda item: item[0])
    return [(referent, calls) for _, referent, calls in found]


def _variants(excerpt: Excerpt) -> dict[str, list[str]]:
    text = excerpt.window.annotation.article.text
    found: dict[str, list[str]] = {}
    for marker in excerpt.window.annotation.markers:
        if marker.slot and excerpt.at(marker.span):
            words = marker.span.of(text)
            if words not in found.setdefault(marker.slot, []):
                found[marker.slot].append(words)
    return found


def _named(excerpt: Excerpt) -> list[str]:
    """The actors that the excerpt names, in order, each once."""
    found = [m.actor for m in excerpt.window.annotation.mentions if excerpt.at(m.span)]
    return list(dict.fromkeys(found))


def _first_named(excerpt: Excerpt) -> str:
    names = _named(excerpt)[:2]
    return ", then ".join(names) if names else "nobody from the lists; accept any reasoned answer"


def _speakers(excerpt: Excerpt) -> str:
    found = [f"{speaker} ({letters})" for speaker, letters in voice_letters(excerpt)]
    return "; ".join(found) or "nobody: all in the text’s own words"


def _sourced(excerpt: Excerpt) -> str:
    """A sentence in which a named speaker vouches for what is said."""
    for quote in excerpt.window.annotation.quotes:
        place = excerpt.at(quote.content)
        if place and quote.speaker:
            return f"line {excerpt.line_of(place.start)}: {quote.speaker}"
    return "none found"


def _only(comparison: Comparison, excerpt: Excerpt, told: set[str]) -> str:
    """A point of this excerpt that was not found in the other one."""
    for claim in comparison.claims:
        mine = told_in(claim, excerpt.window)
        if mine and claim.id not in told:
            return f"{_place(excerpt, mine[0])}: {clip(_words(excerpt, mine[0]), 110)}"
    return "none found; accept what the pupil can show in the lines"


def _words(excerpt: Excerpt, span: Span) -> str:
    place = excerpt.at(span)
    return place.of(excerpt.text) if place else span.of(excerpt.window.annotation.article.text)


def _place(excerpt: Excerpt, span: Span) -> str:
    for sentence in excerpt.window.sentences:
        if sentence.meets(span):
            place = excerpt.at(sentence)
            assert place is not None
            return f"{excerpt.label} line {excerpt.line_of(place.start)}"
    return excerpt.label


def _cards(comparison: Comparison, excerpts: Sequence[Excerpt]) -> tuple[Card, ...]:
    """Sentences of all texts of the event, equally many from each outlet, in an order by hash."""
    by_outlet: dict[str, list[tuple[float, str, Card]]] = {}
    seen: set[str] = set()  # wire copy stands in several articles
    for annotation in comparison.annotations:
        for span in own_sentences(annotation):
            scored = _card(annotation, span, excerpts)
            if scored and scored[1] not in seen:
                seen.add(scored[1])
                by_outlet.setdefault(annotation.article.outlet.outlet, []).append(scored)
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


def _card(
    annotation: Annotation, span: Span, excerpts: Sequence[Excerpt]
) -> tuple[float, str, Card] | None:
    """(how well it suits, a hash to order by, the card); None for a sentence that does not suit."""
    text = " ".join(span.of(annotation.article.text).split())
    size = count_words(text)
    hidden = any(mark in text for mark in (THIS, ANOTHER, CREDIT)) or slurs_in(text)
    if not _FEWEST_CARD_WORDS <= size <= _MOST_CARD_WORDS or hidden or graphic_weight(text) >= 3:
        return None
    markers = [m for m in annotation.markers if span.holds(m.span)]
    used = any(e.window.annotation is annotation and e.window.holds(span) for e in excerpts)
    letters = _card_voice(annotation, span)
    if letters is None:
        return None
    score = min(len(markers), 3) + (0 if used else 2) - graphic_weight(text)
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
    return " and ".join(sorted(letters)) or "O"
