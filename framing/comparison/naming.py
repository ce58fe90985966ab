"""Which variant was chosen where a writer had a choice: Kiev or Kyiv, the war or the conflict.

A slot is a referent and the ways to word it (`slots.csv` of a pack). Comparing inside a slot, with
the slot's count as denominator, is where stance shows; words that merely differ are mostly topic.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from framing.annotation.lexicon.inflection import plural
from framing.annotation.lexicon.matching import Hit, Matcher
from framing.annotation.lexicon.records import Pack, SlotVariant
from framing.annotation.voice import VoiceMap
from framing.model import Annotation, SlotChoice, Span, VoiceKind
from framing.text.folding import fold
from framing.text.zones import ZoneMap

MARKED = "in quotation marks"
PLAIN = "without marks"

Choice = tuple[str, str, str, str]  # slot, referent, variant, convention


def slot_choices(
    annotations: Sequence[Annotation], packs: Sequence[Pack]
) -> tuple[SlotChoice, ...]:
    """How often each outlet chose each variant of each slot, by voice, outlets and slots A-Z.

    Slots in which only one variant occurs in all articles together are left out: nobody chose.
    """
    counts: Counter[tuple[Choice, str, VoiceKind]] = Counter()
    scared = _scare_quoted(annotations)
    for annotation in annotations:
        outlet = annotation.article.outlet.outlet
        for choice, voice in _choices(annotation, packs, scared):
            counts[choice, outlet, voice] += 1
    variants = {choice[0]: set[str]() for choice, _, _ in counts}
    for choice, _, _ in counts:
        variants[choice[0]].add(choice[2])
    kept = {key: n for key, n in counts.items() if len(variants[key[0][0]]) > 1}
    totals: Counter[tuple[str, str, VoiceKind]] = Counter()
    for (choice, outlet, voice), n in kept.items():
        totals[choice[0], outlet, voice] += n
    rows = (
        SlotChoice(
            slot, referent, outlet, variant, convention, voice, n, totals[slot, outlet, voice]
        )
        for ((slot, referent, variant, convention), outlet, voice), n in kept.items()
    )
    return tuple(sorted(rows, key=lambda r: (r.slot, r.outlet, r.variant, r.voice)))


def _choices(
    annotation: Annotation, packs: Sequence[Pack], scared: frozenset[str]
) -> Iterator[tuple[Choice, VoiceKind]]:
    text = annotation.article.text
    voices = VoiceMap.of(annotation)
    zones = ZoneMap(annotation.article)
    for hit in _longest(_slot_matcher(tuple(packs)).find(text)):
        if zones.at(hit.start) != "aside":
            row = hit.key
            choice = row.slot, row.referent, row.variant, row.convention
            yield choice, voices.at(Span(hit.start, hit.end)).kind
    marks = {
        mark.span.start + 1 for mark in annotation.quotation_marks if mark.function != "speech"
    }
    for word in _word_matcher(scared).find(text):
        variant = MARKED if word.start in marks else PLAIN
        choice = f"marks: {word.key}", f"the word “{word.key}”", variant, "neutral"
        yield choice, voices.at(Span(word.start, word.end)).kind


def _scare_quoted(annotations: Sequence[Annotation]) -> frozenset[str]:
    """Single words that some article puts in scare quotes at least twice."""
    counts = Counter(
        fold(mark.span.of(a.article.text)).strip()
        for a in annotations
        for mark in a.quotation_marks
        if mark.function == "scare"
    )
    return frozenset(word for word, n in counts.items() if n > 1 and word.isalpha())


def _longest(hits: Sequence[Hit[SlotVariant]]) -> list[Hit[SlotVariant]]:
    kept: list[Hit[SlotVariant]] = []
    for hit in hits:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


@cache
def _slot_matcher(packs: tuple[Pack, ...]) -> Matcher[SlotVariant]:
    return Matcher((row.variant, row) for pack in packs for row in pack.slots)


@cache
def _word_matcher(words: frozenset[str]) -> Matcher[str]:
    return Matcher((form, word) for word in sorted(words) for form in (word, plural(word)))
