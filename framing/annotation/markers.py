"""From what was found in a text to markers: whose words, about whom, in which part of the article."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from framing.annotation.actors import ActorHit
from framing.annotation.lexicon.house_style import house_styles
from framing.annotation.lexicon.loading import GENERAL
from framing.annotation.lexicon.records import Pack, Term
from framing.annotation.lexicon.terms import TermHit
from framing.annotation.lexicon.usages import party_usages
from framing.annotation.names import in_a_name, in_outlet_name
from framing.annotation.opponents import Use, settle
from framing.annotation.quotation.cues import cues_of
from framing.annotation.roles import Roles
from framing.annotation.targets import Sides, sides_of_things
from framing.annotation.voice import VoiceMap
from framing.model import Article, Clause, Marker, QuotationMarks, Quote, Span, Voice
from framing.text.spans import SpanIndex, itself
from framing.text.tokens import Tokens
from framing.text.zones import ZoneMap

UNRESOLVED = "unresolved"
"""Convention of a marker whose row is both sides' usage, where the text does not say whose here."""

_NOUN_RULES = frozenset(("about", "noun clause", "noun is"))
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
    tokens: Tokens
    clauses: Sequence[Clause] = ()


def make_markers(found: Found, zones: ZoneMap) -> tuple[Marker, ...]:
    """All markers of one article, by start; each has exactly one voice."""
    voices = VoiceMap(found.quotes, found.marks, found.unclear)
    sides = Sides(found.tokens, found.actors, found.packs)
    roles = Roles(found.tokens, sides, clauses=found.clauses, headline=found.article.headline)
    drafts = [
        *_from_terms(found, sides, voices, roles=roles),
        *_from_metonyms(found),
        *(said := list(_from_cues(found))),
        *_from_lone_cues(found, roles, [draft.span for draft in said]),
        *_from_scare_quotes(found, sides),
    ]
    markers = []
    for draft in _merge_so_called(sorted(drafts, key=_Draft.order)):
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
                note=draft.note,
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
    note: str = ""

    def order(self) -> tuple[int, int, str]:
        """By place, then by category."""
        return self.span.start, self.span.end, self.category


def _from_terms(found: Found, sides: Sides, voices: VoiceMap, *, roles: Roles) -> Iterator[_Draft]:
    parties = {pack.name: pack.parties for pack in found.packs}
    apart = SpanIndex((m.span for m in found.marks if m.function != "speech"), itself)
    targets = _targets(found, roles, voices, parties)
    text, own = found.article.text, found.article.outlet.name
    for hit in found.terms:
        term = hit.term
        if _is_plain(term) or (term.pack == GENERAL and in_a_name(hit, found.tokens)):
            continue
        if in_outlet_name(text, hit.start, hit.end, own=own):
            continue
        span = Span(hit.start, hit.end)
        target = targets[span, term.term]
        if target is None and not (term.target and parties[term.pack]):
            target = _about(term, span, roles, sides, voices.at(span))
        convention = _convention(term, target, found.packs)
        if convention != "neutral" and _at_a_distance(span, apart, text):
            convention = UNRESOLVED  # a side's term held at arm's length is no use of it
        note = _in_style(term, found)
        yield _Draft(
            span=span,
            term=term.term,
            category=term.category,
            pack=term.pack,
            target=target,
            valence=term.valence,
            convention="neutral" if note else convention,
            slot=term.slot or None,
            negated=hit.negated,
            note=note,
        )


def _about(term: Term, span: Span, roles: Roles, sides: Sides, voice: Voice) -> str:
    """Whom a word is about that says nothing of it itself: by the grammar of the sentence, else the
    side named nearest. Speakers rarely blame themselves; where nobody is named, it is others."""
    if term.category == "naming-ingroup" and voice.side:
        return voice.side
    speaker = voice.side if term.valence < 0 else None
    found = roles.about(span)
    if found is None or found == speaker:
        found = sides.nearest(span, but=speaker)
    return found or "other"


def _is_plain(term: Term) -> bool:
    """Whether a row is the wording of its slot that both sides accept ("asylum seeker"): comparisons
    count it among the variants (`comparison.naming`), but nobody contests it, so it is no marker."""
    return (term.category, term.convention, term.valence) == ("naming-formal", "neutral", 0) and (
        bool(term.slot) and not term.neutral
    )


def _targets(
    found: Found, roles: Roles, voices: VoiceMap, parties: Mapping[str, Sequence[str]]
) -> dict[tuple[Span, str], str | None]:
    """Whom each term is about, None where neither its row nor its sentence says."""
    targets: dict[tuple[Span, str], str | None] = {}
    opponents: dict[str, list[Use]] = {}
    told: dict[str, list[Use]] = {}
    for hit in found.terms:
        term, span = hit.term, Span(hit.start, hit.end)
        if not term.target:
            targets[span, term.term] = None
            continue
        voice = voices.at(span)
        side: str | None = term.target
        if term.target.startswith("@"):
            side = roles.side(term, span, voice, parties[term.pack])
        if term.target == "@opponent":
            opponents.setdefault(term.pack, []).append((span, voice, side))
        elif term.valence < 0 and term.category == "naming-epithet" and side == term.target:
            told.setdefault(term.pack, []).append((span, voice, side))
        targets[span, term.term] = side
    for pack, uses in opponents.items():
        settled = settle(uses, roles, parties[pack], told=told.get(pack, ()))
        for span, name in targets:
            if span in settled:
                targets[span, name] = settled[span]
    return targets


def _in_style(term: Term, found: Found) -> str:
    """A note where the article's outlet had to write so on its day, else nothing."""
    article = found.article
    pack = _pack_of(term, found.packs)
    style = house_styles(pack).get((term.term, article.outlet.outlet))
    if style is None or article.published is None or article.published > style.until:
        return ""
    return style.note


def _at_a_distance(span: Span, apart: SpanIndex[Span], text: str) -> bool:
    """Whether a term stands in marks that are no speech, or behind "so-called"."""
    if any(mark.holds(span) for mark in apart.meeting(span)):
        return True
    return text[max(0, span.start - 12) : span.start].lower().strip(" \"“‘'").endswith("so-called")


def _pack_of(term: Term, packs: Sequence[Pack]) -> Pack:
    return next(pack for pack in packs if pack.name == term.pack)


def _convention(term: Term, side: str | None, packs: Sequence[Pack]) -> str:
    """Whose usage a row with an ``@`` target is here: of the side it is about, or of the other one."""
    if not term.convention.startswith("@"):
        return term.convention
    usages = party_usages(_pack_of(term, packs))
    if term.convention == "@own":
        return usages.get(side or "", UNRESOLVED)
    others = [usage for party, usage in usages.items() if party != side]
    return others[0] if side in usages and len(others) == 1 else UNRESOLVED


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
    """Reporting verbs that are not neutral; about whoever is reported. Nouns and adjectives ("concern
    over", "hopeful that") name a state of mind that verbs report; of them only those that doubt count
    ("the claim that")."""
    seen = set()
    said = [inner for quote in found.quotes for inner in (quote, *quote.relayed)]
    for quote in said:
        if quote.cue is None or quote.cue_kind == "neutral" or quote.cue in seen:
            continue
        if quote.rule in _NOUN_RULES and not _is_doubt(quote, quote.cue, found.tokens):
            continue
        seen.add(quote.cue)
        yield _Draft(
            span=quote.cue,
            term=quote.cue.of(found.article.text).lower(),
            category="reporting-verb",
            pack=GENERAL,
            target=quote.side,
            valence=_VALENCE_OF_CUE.get(quote.cue_kind, 0),
        )


def _is_doubt(quote: Quote, cue: Span, tokens: Tokens) -> bool:
    """Whether a cue that is no verb is a noun that doubts: "the claim that", not "sceptical that"."""
    tag = tokens.tags[bisect_left(tokens.starts, cue.start)]
    return quote.cue_kind == "doubt" and tag.startswith("NN")


def _from_lone_cues(found: Found, roles: Roles, said: Sequence[Span]) -> Iterator[_Draft]:
    """Reporting verbs without anything that was reported: "has been accused of fraud"."""
    tokens, cues = found.tokens, cues_of(tuple(found.packs))
    reported = SpanIndex([*said, *(q.cue for q in found.quotes if q.cue)], itself)
    for place in (i for i, word in enumerate(tokens.words) if word in cues.alone):
        cue = cues.verb(tokens.words, place)
        if cue is None or "alone" not in cue.term.takes:
            continue
        span = tokens.span(cue.first, cue.last)
        if not reported.meeting(span) and roles.is_verb(span):
            yield _Draft(
                span=span,
                term=span.of(found.article.text).lower(),
                category="reporting-verb",
                pack=GENERAL,
                target=roles.doer(span),
                valence=_VALENCE_OF_CUE.get(cue.term.kind, 0),
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
