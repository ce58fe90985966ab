"""What is known of an article before its passages are read: its actors, slot wordings and marks, each
findable by place."""

from collections.abc import Sequence
from functools import cache

from framing.annotation.lexicon.loading import packs_again
from framing.annotation.lexicon.matching import Hit, Matcher
from framing.annotation.lexicon.records import Pack, SlotVariant
from framing.model import Annotation, Mention, QuotationMarks, Span
from framing.text.folding import fold
from framing.text.spans import SpanIndex


class Source:
    """One article, for reading its passages. `peoples` are words such as "turkish", with the states."""

    def __init__(self, annotation: Annotation) -> None:
        self.annotation = annotation
        self.mentions: SpanIndex[Mention] = SpanIndex(annotation.mentions, lambda m: m.span)
        packs = tuple(packs_again(annotation.packs))
        hits = _longest(_slot_matcher(packs).find(annotation.article.text))
        self.wordings: SpanIndex[Hit[SlotVariant]] = SpanIndex(hits, place_of)
        self.peoples = _peoples(packs)
        scare = [m for m in annotation.quotation_marks if m.function == "scare"]
        self.scare_marks: SpanIndex[QuotationMarks] = SpanIndex(scare, lambda m: m.span)


def place_of(hit: Hit[SlotVariant]) -> Span:
    """The span of a hit."""
    return Span(hit.start, hit.end)


def _longest(hits: Sequence[Hit[SlotVariant]]) -> list[Hit[SlotVariant]]:
    kept: list[Hit[SlotVariant]] = []
    for hit in hits:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


@cache
def _peoples(packs: tuple[Pack, ...]) -> dict[str, str]:
    """The adjectives and peoples of states ("turkish"), with the names of the states."""
    states = (actor for pack in packs for actor in pack.actors if actor.kind == "state")
    return {fold(word): actor.name for actor in states for word in actor.adjectives}


@cache
def _slot_matcher(packs: tuple[Pack, ...]) -> Matcher[SlotVariant]:
    return Matcher((row.variant, row) for pack in packs for row in pack.slots)
