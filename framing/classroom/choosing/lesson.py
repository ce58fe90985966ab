"""Everything a lesson is made of, computed once: the sheets only say it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from framing.classroom.choosing.cards import Card, choose_cards
from framing.classroom.choosing.care import graphic_weight, slurs_in, themes_in
from framing.classroom.choosing.excerpts import Excerpt, choose_excerpts
from framing.classroom.choosing.items import Answers, answers, quoted, speaker_in, voice_letters
from framing.classroom.choosing.level import reading_level
from framing.classroom.choosing.points import Points
from framing.model import UNKNOWN, Annotation, Comparison, Span
from framing.reporting.blind import Blinded
from framing.reporting.names import clip
from framing.reporting.notes import MarkerNotes


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table that pupils fill: the question, and the answer to each text."""

    question: str
    answers: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson on one event. `comparison` is blind, `original` has the names that the teacher reads.
    `agree` holds what both texts tell, in the words of the one and of the other."""

    title: str
    made_on: str
    comparison: Comparison
    originals: tuple[Annotation, Annotation]
    original: Comparison
    excerpts: tuple[Excerpt, Excerpt]
    answers: tuple[Answers, ...]
    agree: tuple[tuple[str, str], ...]
    both_name: tuple[str, ...]
    rows: tuple[Row, ...]
    cards: tuple[Card, ...]
    card_articles: dict[str, Annotation]
    levels: tuple[str, str]
    themes: tuple[str, ...]
    graphic: bool
    masked: tuple[str, ...]
    outlet_table: Path | None

    @property
    def outlets(self) -> tuple[str, str]:
        """The ids of the outlets of the two texts; "unknown" where nobody knows."""
        one, two = (annotation.article.outlet.outlet for annotation in self.originals)
        return one, two

    @property
    def same_outlet(self) -> bool:
        """Whether both texts are known to be from one outlet."""
        return self.outlets[0] == self.outlets[1] != UNKNOWN


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
    points = Points(comparison)
    cards = choose_cards(comparison, (one, two))
    texts = (one.window.text, two.window.text)
    return Lesson(
        title=title or "Two texts, one event",
        made_on=made_on,
        comparison=comparison,
        originals=originals,
        original=original,
        excerpts=(one, two),
        answers=answers((one, two), notes),
        agree=tuple(
            (_passage(one, point.one), _passage(two, point.two))
            for point in sorted(points.shared(one.window, two.window)[:3], key=lambda p: p.one)
        ),
        both_name=tuple(name for name in _named(one) if name in set(_named(two)))[:8],
        rows=_rows(comparison, points, one, two),
        cards=cards,
        card_articles={card.article: by_id[card.article] for card in cards},
        levels=(
            reading_level(one.window.annotation, one.window.sentences),
            reading_level(two.window.annotation, two.window.sentences),
        ),
        themes=tuple(themes_in((*texts, *(card.text for card in cards)))),
        graphic=any(graphic_weight(text) >= 4 for text in texts),
        masked=tuple(sorted({w for text in texts for w in slurs_in(text)})),
        outlet_table=outlets,
    )


def _rows(comparison: Comparison, points: Points, *pair: Excerpt) -> tuple[Row, ...]:
    rows = [Row(_asked(referent), calls) for referent, calls in _called(comparison, *pair)[:2]]
    rows.append(Row("Who acts, or is named, first? Who second?", _both(pair, _first_named)))
    rows.append(Row("Who speaks? Quoted (Q) or reported (R)?", _both(pair, _speakers)))
    rows.append(Row("A sentence with a clear source: who says so?", _both(pair, _sourced)))
    only = _only(points, *pair), _only(points, *reversed(pair))
    rows.append(Row("A fact that you find in this text only", only))
    return tuple(rows)


def _asked(referent: str) -> str:
    """The question after the name of a thing; a slot may be named "the name of ..."."""
    name = referent.removeprefix("the name of ")
    return f"How is {name} named?" if name != referent else f"What does the text call {referent}?"


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
    """A sentence whose speaker is named: a person, else a body; no "they" and no "official"."""
    named = [
        (quote.source_kind != "person", place.start, speaker)
        for quote in excerpt.window.annotation.quotes
        if quote.source_kind != "unnamed"
        and (speaker := speaker_in(excerpt, quote.speaker))
        and (place := excerpt.at(quote.content))
    ]
    if not named:
        return "none found"
    _, start, speaker = min(named)
    return f"line {excerpt.line_of(start)}: {speaker}"


def _only(points: Points, excerpt: Excerpt, other: Excerpt) -> str:
    """A point of this excerpt that was not found in the other one."""
    place = points.only(excerpt.window, other.window)
    if place is None:
        return "none found; accept what the pupil can show in the lines"
    return _passage(excerpt, place)


def _passage(excerpt: Excerpt, span: Span) -> str:
    """The line and the words of a passage, as “line 3: “the bridge is open””."""
    place = excerpt.at(span)
    if place is None:  # over two sentences: the first says enough
        sentence = next(s for s in excerpt.window.sentences if s.meets(span))
        place = excerpt.at(sentence)
        assert place is not None
    found = clip(place.of(excerpt.text), 90)
    if found.count("(") > found.count(")"):
        found = found[: found.rindex("(")].rstrip()
    return f"line {excerpt.line_of(place.start)}: {quoted(found)}"
