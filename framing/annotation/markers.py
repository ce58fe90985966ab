"""From what was found in a text to markers: whose words, about whom, in which part of the article."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from framing.annotation.actors import ActorHit
from framing.annotation.lexicon.records import Pack
from framing.annotation.lexicon.terms import TermHit
from framing.annotation.targets import Sides, sides_of_things
from framing.annotation.voice import VoiceMap
from framing.model import Article, Marker, QuotationMarks, Quote, Span
from framing.text.zones import ZoneMap

_VALENCE_OF_CUE = {"positive": 1, "negative": -1, "doubt": -1}


@dataclass(frozen=True, slots=True)
class Found:
    """Everything found in one article that markers are made from."""

    article: Article
    terms: Sequence[TermHit]
    actors: Sequence[ActorHit]
    quotes: Sequence[Quote]
    marks: Sequence[QuotationMarks]
    unclear: Sequence[Span]
    packs: Sequence[Pack]


def make_markers(found: Found) -> tuple[Marker, ...]:
    """All markers of one article, by start; each has exactly one voice."""
    voices, zones = VoiceMap(found.quotes, found.marks, found.unclear), ZoneMap(found.article)
    sides = Sides(found.article.text, found.actors, found.packs)
    drafts = [
        *_from_terms(found, sides),
        *_from_metonyms(found),
        *_from_cues(found),
        *_from_scare_quotes(found, sides),
    ]
    markers = []
    for draft in _merge_so_called(sorted(drafts, key=lambda d: (d.span, d.category))):
        voice = voices.at(draft.span)
        markers.append(
            Marker(
                span=draft.span,
                term=draft.term,
                category=draft.category,
                voice=voice,
                zone=zones.at(draft.span.start),
                pack=draft.pack,
                target=draft.target,
                valence=draft.valence,
                convention=draft.convention,
                slot=draft.slot,
                negated=draft.negated,
            )
        )
    return tuple(markers)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A marker before its voice and zone are known."""

    span: Span
    term: str
    category: str
    pack: str
    target: str | None = None
    valence: int = 0
    convention: str = "neutral"
    slot: str | None = None
    negated: bool = False


def _from_terms(found: Found, sides: Sides) -> Iterator[_Draft]:
    parties = {pack.name: pack.parties for pack in found.packs}
    for hit in found.terms:
        term = hit.term
        span = Span(hit.start, hit.end)
        target, convention = _resolved(hit, found, parties[term.pack], sides)
        yield _Draft(
            span=span,
            term=term.term,
            category=term.category,
            pack=term.pack,
            target=target,
            valence=term.valence,
            convention=convention,
            slot=term.slot or None,
            negated=hit.negated,
        )


def _resolved(
    hit: TermHit, found: Found, parties: Sequence[str], sides: Sides
) -> tuple[str | None, str]:
    """Target and convention, the side of ``@agent`` and ``@bearer`` read from the text."""
    term, span = hit.term, Span(hit.start, hit.end)
    if not term.target.startswith("@"):
        return term.target or sides.nearest(span), term.convention
    side = sides.bearer(span) if term.target == "@bearer" else sides.agent(span)
    if side is None or side not in parties:
        return None, "unresolved"
    if term.convention == "@own":
        return side, _usage_of(side, found.packs)
    others = [party for party in parties if party != side]
    return side, _usage_of(others[0], found.packs) if len(others) == 1 else "unresolved"


def _usage_of(side: str, packs: Sequence[Pack]) -> str:
    """The name of a side's usage: its adjective as the pack's rows write it ("russian")."""
    for pack in packs:
        for actor in pack.actors:
            if actor.side == side and actor.kind == "state" and actor.adjectives:
                return actor.adjectives[0].lower()
    return side


def _from_metonyms(found: Found) -> Iterator[_Draft]:
    for hit in found.actors:
        if hit.form == "metonym":
            yield _Draft(
                span=Span(hit.start, hit.end),
                term=found.article.text[hit.start : hit.end],
                category="naming-metonym",
                pack=hit.actor.pack,
                target=hit.actor.side,
            )


def _from_cues(found: Found) -> Iterator[_Draft]:
    """Reporting verbs that are not neutral; about whoever is reported."""
    seen = set()
    for quote in found.quotes:
        if quote.cue is None or quote.cue_kind == "neutral" or quote.cue in seen:
            continue
        seen.add(quote.cue)
        yield _Draft(
            span=quote.cue,
            term=quote.cue.of(found.article.text).lower(),
            category="reporting-verb",
            pack="general",
            target=quote.side,
            valence=_VALENCE_OF_CUE.get(quote.cue_kind, 0),
        )


def _from_scare_quotes(found: Found, sides: Sides) -> Iterator[_Draft]:
    scare = (mark.span for mark in found.marks if mark.function == "scare")
    owners = sides_of_things(found.article.text, scare, sides)
    for mark in found.marks:
        if mark.function == "scare":
            yield _Draft(
                span=mark.span,
                term=mark.span.of(found.article.text),
                category="distancing",
                pack="typography",
                target=owners[mark.span],
                valence=-1,
            )


def _merge_so_called(drafts: Sequence[_Draft]) -> list[_Draft]:
    """One marker for a distancing word and the scare quotes right behind it."""
    merged: list[_Draft] = []
    for draft in drafts:
        last = merged[-1] if merged else None
        if (
            last
            and draft.pack == "typography"
            and last.category == "distancing"
            and 0 <= draft.span.start - last.span.end <= 1
        ):
            merged[-1] = _Draft(
                span=Span(last.span.start, draft.span.end),
                term=last.term,
                category="distancing",
                pack=last.pack,
                target=draft.target,
                valence=-1,
            )
        else:
            merged.append(draft)
    return merged
