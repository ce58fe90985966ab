"""Finds again what a comparison counted, so that each number can show its lines."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from framing.annotation.lexicon.matching import Matcher
from framing.annotation.lexicon.records import Pack
from framing.comparison.naming import choices
from framing.comparison.pairs import pair_order
from framing.comparison.vocabulary import own_wording
from framing.model import Annotation, Comparison, Quote, Span
from framing.profiles.facets import NAMING
from framing.reporting.page.lines import Place, Voices
from framing.text.segment import sentences
from framing.text.zones import ZoneMap


def slot_places(
    comparison: Comparison, packs: Sequence[Pack], voices: Voices
) -> dict[tuple[str, str, str], list[Place]]:
    """(slot, variant, outlet) to the places where the outlet chose that variant."""
    by_id = {a.article.id: a for a in comparison.annotations}
    found: dict[tuple[str, str, str], list[Place]] = defaultdict(list)
    for choice in choices(comparison.annotations, packs):
        place = voices.place(by_id[choice.article], choice.span)
        found[choice.slot, choice.variant, choice.outlet].append(place)
    return found


def word_places(
    comparison: Comparison, terms: Sequence[str], voices: Voices
) -> dict[tuple[str, str], list[Place]]:
    """(word or phrase, outlet) to the places where it stands in the outlet's own wording."""
    matcher = Matcher((term, term) for term in terms)
    found: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for annotation in comparison.annotations:
        own = list(own_wording(annotation))
        for hit in matcher.find(annotation.article.text):
            span = Span(hit.start, hit.end)
            if any(stretch.holds(span) for stretch in own):
                outlet = annotation.article.outlet.outlet
                found[hit.key, outlet].append(voices.place(annotation, span))
    return found


def quote_places(
    annotations: Sequence[Annotation], voices: Voices, keep: Callable[[Quote], bool]
) -> list[Place]:
    """The quotes that `keep` is true of, beside the articles' own prose left out."""
    return [
        voices.place(a, q.content)
        for a in annotations
        for q in a.quotes
        if q.zone != "aside" and keep(q)
    ]


def own_places(annotations: Sequence[Annotation], voices: Voices) -> list[Place]:
    """The sentences that begin in the outlet's own words."""
    found = []
    for annotation in annotations:
        zones = ZoneMap(annotation.article)
        places = [voices.place(annotation, s) for s in annotation.sentences]
        found += [
            p for p in places if p.voice.kind == "outlet" and zones.at(p.span.start) != "aside"
        ]
    return found


def pair_places(
    comparison: Comparison, packs: Sequence[Pack], voices: Voices
) -> dict[tuple[str, str, str], list[Place]]:
    """(outlet, side named first, side named second) to the sentences that name them as a pair.

    Each sentence is counted again by itself, the rest of the text blanked: so it is found by the rule
    that counted it.
    """
    found: dict[tuple[str, str, str], list[Place]] = defaultdict(list)
    for annotation in comparison.annotations:
        if not pair_order(annotation, packs):
            continue
        for sentence in sentences(annotation.article.text):
            for first, second, n in pair_order(_only(annotation, sentence), packs):
                key = annotation.article.outlet.outlet, first, second
                found[key] += [voices.place(annotation, sentence)] * n
    return found


def _only(annotation: Annotation, span: Span) -> Annotation:
    """The annotation as if nothing but `span` stood in the text; all offsets stay."""
    text = annotation.article.text
    alone = " " * span.start + span.of(text) + " " * (len(text) - span.end)
    mentions = tuple(m for m in annotation.mentions if span.holds(m.span))
    return replace(annotation, article=replace(annotation.article, text=alone), mentions=mentions)


def facet_places(name: str, annotations: Sequence[Annotation], voices: Voices) -> list[Place]:
    """The places that a facet of a profile counts; nothing for a facet that is not known here."""
    if name in _MARKER_FACETS:
        categories = _MARKER_FACETS[name]
        return [
            voices.place(a, m.span)
            for a in annotations
            for m in a.markers
            if m.category in categories and m.voice.kind == "outlet" and m.zone != "aside"
        ]
    if name == "scare quotes":
        return [
            voices.place(a, m.span)
            for a in annotations
            for m in a.quotation_marks
            if m.function == "scare"
        ]
    keep = _QUOTE_FACETS.get(name)
    return quote_places(annotations, voices, keep) if keep else []


_MARKER_FACETS: Mapping[str, frozenset[str]] = {
    "markers in own voice": NAMING,
    "hedges": frozenset(("hedge",)),
    "boosters": frozenset(("booster",)),
}
_QUOTE_FACETS: Mapping[str, Callable[[Quote], bool]] = {
    "quoted words": lambda q: q.kind in ("direct", "mixed"),
    "reported words": lambda q: q.kind in ("indirect", "mixed"),
    "marked cues": lambda q: q.cue is not None and q.cue_kind != "neutral",
    "unnamed sources": lambda q: q.source_kind == "unnamed",
    "official sources": lambda q: q.official,
}
