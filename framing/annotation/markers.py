"""From what was found in a text to markers: whose words, about whom, in which part of the article."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from framing.annotation.actors import ActorHit
from framing.annotation.lexicon.records import Pack, Term
from framing.annotation.lexicon.terms import TermHit
from framing.annotation.voice import VoiceMap
from framing.model import Article, Marker, QuotationMarks, Quote, Span
from framing.text.zones import ZoneMap

_VALENCE_OF_CUE = {"positive": 1, "negative": -1, "doubt": -1}
_TARGET_REACH = (
    60  # characters from a marker within which a named actor is taken as what it is about
)


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
    drafts = [
        *_from_terms(found),
        *_from_metonyms(found),
        *_from_cues(found),
        *_from_scare_quotes(found),
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


def _from_terms(found: Found) -> Iterator[_Draft]:
    parties = {pack.name: pack.parties for pack in found.packs}
    for hit in found.terms:
        term = hit.term
        span = Span(hit.start, hit.end)
        target, convention = _resolved(term, span, found, parties[term.pack])
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
    term: Term, span: Span, found: Found, parties: Sequence[str]
) -> tuple[str | None, str]:
    """Target and convention, the side of ``@agent`` and ``@bearer`` read from the text."""
    if not term.target.startswith("@"):
        target = term.target or _nearest_side(found.actors, span)
        return target, term.convention
    side = _bearer(found.actors, span) if term.target == "@bearer" else _agent(found.actors, span)
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


def _bearer(actors: Sequence[ActorHit], span: Span) -> str | None:
    """The side of whoever is called so: an actor whose name touches the marker ("X militants")."""
    for hit in actors:
        if hit.start <= span.start <= hit.end + 1 or span.end <= hit.start <= span.end + 4:
            return hit.actor.side
    return None


def _agent(actors: Sequence[ActorHit], span: Span) -> str | None:
    """The side of the nearest actor before a verb, in reach."""
    side = None
    for hit in actors:
        if hit.end > span.start:
            break
        if span.start - hit.end <= _TARGET_REACH:
            side = hit.actor.side
    return side


def _nearest_side(actors: Sequence[ActorHit], span: Span) -> str | None:
    """The side of the actor named nearest to a marker, in reach; None where there is none."""
    distances = [
        (max(hit.start - span.end, span.start - hit.end, 0), hit.actor.side) for hit in actors
    ]
    distance, side = min(distances, default=(_TARGET_REACH + 1, None), key=lambda pair: pair[0])
    return side if distance <= _TARGET_REACH else None


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


def _from_scare_quotes(found: Found) -> Iterator[_Draft]:
    for mark in found.marks:
        if mark.function == "scare":
            yield _Draft(
                span=mark.span,
                term=mark.span.of(found.article.text),
                category="distancing",
                pack="typography",
                target=_nearest_side(found.actors, mark.span),
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
