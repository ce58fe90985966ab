"""Which variant was chosen where a writer had a choice: Kiev or Kyiv, the war or the conflict.

A slot is a referent and the ways to word it (`slots.csv` of a pack). Comparing inside a slot, with
the slot's count as denominator, is where stance shows; words that merely differ are mostly topic.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from framing.annotation.lexicon.inflection import forms_of, plural
from framing.annotation.lexicon.matching import Hit, Matcher
from framing.annotation.lexicon.records import Pack, SlotVariant, Term
from framing.annotation.lexicon.terms import holds_on
from framing.annotation.voice import VoiceMap
from framing.model import Annotation, Article, Marker, SlotChoice, Span, VoiceKind
from framing.text.folding import fold
from framing.text.zones import ZoneMap

MARKED = "in quotation marks"
PLAIN = "without marks"

_Key = tuple[SlotVariant, Literal["variant", "guard"]]


@dataclass(frozen=True, slots=True)
class Choice:
    """One place where one of a slot's variants was chosen."""

    slot: str
    referent: str
    variant: str
    convention: str
    voice: VoiceKind
    article: str
    outlet: str
    span: Span


def slot_choices(
    annotations: Sequence[Annotation], packs: Sequence[Pack]
) -> tuple[SlotChoice, ...]:
    """How often each outlet chose each variant of each slot, by voice, outlets and slots A-Z.

    Slots in which only one variant occurs in all articles together are left out: nobody chose.
    """
    kept = choices(annotations, packs)
    counts = Counter((c.slot, c.referent, c.outlet, c.variant, c.convention, c.voice) for c in kept)
    totals = Counter((c.slot, c.outlet, c.voice) for c in kept)
    rows = (
        SlotChoice(
            slot, referent, outlet, variant, convention, voice, n, totals[slot, outlet, voice]
        )
        for (slot, referent, outlet, variant, convention, voice), n in counts.items()
    )
    return tuple(sorted(rows, key=lambda r: (r.slot, r.outlet, r.variant, r.voice)))


def choices(annotations: Sequence[Annotation], packs: Sequence[Pack]) -> list[Choice]:
    """Every place where a slot was filled, in the order of the articles; slots without a second
    variant anywhere are left out."""
    scared = _scare_quoted(annotations)
    found = [choice for a in annotations for choice in choices_of(a, packs, scared=scared)]
    variants: dict[str, set[str]] = {choice.slot: set() for choice in found}
    for choice in found:
        variants[choice.slot].add(choice.variant)
    return [choice for choice in found if len(variants[choice.slot]) > 1]


def own_lines(article: Article) -> list[Span]:
    """Link lines: not the article's prose, yet headlines of the same outlet and worded by it."""
    return [region.span for region in article.regions if region.kind == "related-link"]


def choices_of(
    annotation: Annotation, packs: Sequence[Pack], *, scared: frozenset[str] = frozenset()
) -> Iterator[Choice]:
    """Every place of one article where a slot was filled, whatever others chose; and where a word of
    `scared` (folded) stands, in quotation marks or without."""
    text = annotation.article.text
    place = annotation.article.id, annotation.article.outlet.outlet
    voices = VoiceMap.of(annotation)
    zones = ZoneMap(annotation.article)
    markers = {marker.span: marker for marker in annotation.markers if marker.slot}
    terms = _terms_of(tuple(packs))
    bylines = _bylines(annotation.article)
    for hit in _longest(_unguarded(_slot_matcher(tuple(packs)).find(text))):
        if zones.at(hit.start) != "aside" or any(s.start <= hit.start < s.end for s in bylines):
            row, span = hit.key[0], Span(hit.start, hit.end)
            usage = _usage(row, terms[row], markers.get(span), annotation.article.published)
            voice = voices.at(span).kind
            yield Choice(row.slot, row.referent, row.variant, usage, voice, *place, span)
    marks = {
        mark.span.start + 1 for mark in annotation.quotation_marks if mark.function != "speech"
    }
    links = own_lines(annotation.article)
    for word in _word_matcher(scared).find(text):
        if zones.at(word.start) != "aside" or any(s.start <= word.start < s.end for s in links):
            variant = MARKED if word.start in marks else PLAIN
            span = Span(word.start, word.end)
            voice = voices.at(span).kind
            slot, referent = f"marks: {word.key}", f"the word “{word.key}”"
            yield Choice(slot, referent, variant, "neutral", voice, *place, span)


def _bylines(article: Article) -> list[Span]:
    """Lines of place, date and author: no prose, but the outlet spells the place there itself."""
    return [region.span for region in article.regions if region.kind == "byline"]


def _usage(row: SlotVariant, terms: Sequence[Term], marker: Marker | None, day: date | None) -> str:
    """Whose usage a variant is on the article's day: nobody's where its marker is not dated so, or was
    the outlet's house style."""
    in_style = marker is not None and bool(marker.note)
    if in_style or (terms and not any(holds_on(term, day) for term in terms)):
        return "neutral"
    dated = {term.convention for term in terms if holds_on(term, day)}
    return "neutral" if dated == {"neutral"} else row.convention


def _scare_quoted(annotations: Sequence[Annotation]) -> frozenset[str]:
    """Single words that some article puts in scare quotes at least twice."""
    counts = Counter(
        fold(mark.span.of(a.article.text)).strip()
        for a in annotations
        for mark in a.quotation_marks
        if mark.function == "scare"
    )
    return frozenset(word for word, n in counts.items() if n > 1 and word.isalpha())


def _unguarded(hits: Sequence[Hit[_Key]]) -> list[Hit[_Key]]:
    """The hits of variants that stand in no phrase in which the variant's marker does not count."""
    guards: dict[SlotVariant, list[Span]] = {}
    for hit in hits:
        if hit.key[1] == "guard":
            guards.setdefault(hit.key[0], []).append(Span(hit.start, hit.end))
    return [
        hit
        for hit in hits
        if hit.key[1] == "variant"
        and not any(g.holds(Span(hit.start, hit.end)) for g in guards.get(hit.key[0], ()))
    ]


def _longest(hits: Sequence[Hit[_Key]]) -> list[Hit[_Key]]:
    kept: list[Hit[_Key]] = []
    for hit in hits:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


@cache
def _slot_matcher(packs: tuple[Pack, ...]) -> Matcher[_Key]:
    """Every form of every variant, and the phrases in which its marker does not count."""
    phrases: list[tuple[str, _Key]] = []
    for row, terms in _terms_of(packs).items():
        form = row.form or next((term.form for term in terms), "fixed")
        phrases += [(written, (row, "variant")) for written in forms_of(row.variant, form)]
        phrases += [(guard, (row, "guard")) for term in terms for guard in term.unless]
    return Matcher(phrases)


@cache
def _terms_of(packs: tuple[Pack, ...]) -> dict[SlotVariant, list[Term]]:
    """The rows of the markers that each variant is too."""
    found: dict[SlotVariant, list[Term]] = {}
    for pack in packs:
        terms: dict[str, list[Term]] = {}
        for term in pack.terms:
            terms.setdefault(term.term, []).append(term)
        found |= {row: terms.get(row.variant, []) for row in pack.slots}
    return found


@cache
def _word_matcher(words: frozenset[str]) -> Matcher[str]:
    return Matcher((form, word) for word in sorted(words) for form in (word, plural(word)))
