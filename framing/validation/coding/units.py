"""What can be coded: sentences, sentences as speech, pairs of articles; each with the tool's answer."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from framing.comparison.events import WINDOW
from framing.errors import OptionError
from framing.model import NOT_PROSE, Annotation, Article, Event, Span
from framing.text.spans import SpanIndex, itself
from framing.text.zones import prose_spans
from framing.validation.coding.codebook import GATE, KINDS, NONE, RELATIONS

Stratum = tuple[str, str, str]
"""Outlet, category (or kind), voice; ``none`` where the tool found nothing."""

_LARGEST_FRAME = 1500  # articles whose pairs are looked at: a million pairs
_LEAD_WORDS = 60


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing to code. `tool` is what the tool says of it, column by column; coders do not see
    it, nor the outlet and the stratum."""

    id: str
    article: str
    outlet: str
    start: int
    end: int
    before: str
    text: str
    after: str
    stratum: Stratum
    tool: Mapping[str, str] = field(default_factory=dict)


def make_units(
    kind: str, notes: Sequence[Annotation], events: Sequence[Event] = ()
) -> tuple[Unit, ...]:
    """All units of `kind` in `notes`: ``sentences`` and ``quotes`` are the sentences of the
    articles' own prose, ``events`` the pairs of articles (of `events`, which must be given)."""
    if kind == "sentences":
        return tuple(_rarest([unit for a in notes for unit in _sentences(a)], notes))
    if kind == "quotes":
        return tuple(unit for a in notes for unit in _speech(a))
    if kind == "events":
        return tuple(_pairs(notes, events))
    raise OptionError(f"no units {kind!r}; there are: {', '.join(KINDS)}")


def _id(*parts: object) -> str:
    """A name that is the same in every run on the same article."""
    return "u" + hashlib.sha1("\n".join(map(str, parts)).encode()).hexdigest()[:9]


# --- sentences ---------------------------------------------------------------------------------


def _own_sentences(annotation: Annotation) -> list[tuple[Span, str, str]]:
    """Sentences of the article's own prose with the sentence before and behind."""
    text = annotation.article.text
    regions = annotation.article.regions
    aside = SpanIndex((r.span for r in regions if r.kind in NOT_PROSE), itself)
    own = [s for s in annotation.sentences if not aside.meeting(s) and s.of(text).strip()]
    lines = ["", *(s.of(text) for s in own), ""]
    return [(s, lines[k], lines[k + 2]) for k, s in enumerate(own)]


def _unit(
    annotation: Annotation, place: tuple[Span, str, str], stratum: Stratum, tool: Mapping[str, str]
) -> Unit:
    span, before, after = place
    article = annotation.article
    return Unit(
        id=_id(article.id, span.start, span.end, span.of(article.text)),
        article=article.id,
        outlet=article.outlet.outlet,
        start=span.start,
        end=span.end,
        before=before,
        text=span.of(article.text),
        after=after,
        stratum=stratum,
        tool=tool,
    )


def _sentences(annotation: Annotation) -> Iterable[Unit]:
    """Sentences with the voices in which each category of marker stands in them."""
    markers = SpanIndex((m for m in annotation.markers if m.zone != "aside"), lambda m: m.span)
    for place in _own_sentences(annotation):
        voices: dict[str, set[str]] = defaultdict(set)
        for marker in markers.meeting(place[0]):
            voices[marker.category].add(marker.voice.kind)
        tool = {category: "; ".join(sorted(found)) for category, found in sorted(voices.items())}
        tool[GATE] = "yes" if voices else "no"
        outlet = annotation.article.outlet.outlet
        yield _unit(annotation, place, (outlet, NONE, NONE), tool)


def _rarest(units: Sequence[Unit], notes: Sequence[Annotation]) -> Iterable[Unit]:
    """Each sentence in one stratum: that of the rarest category and voice it holds."""
    counts = Counter((m.category, str(m.voice.kind)) for a in notes for m in a.markers)
    for unit in units:
        held = [
            (category, voice)
            for category, voices in unit.tool.items()
            if category != GATE
            for voice in voices.split("; ")
        ]
        if held:
            category, voice = min(held, key=lambda pair: (counts[pair], pair))
            yield replace(unit, stratum=(unit.outlet, category, voice))
        else:
            yield unit


def _speech(annotation: Annotation) -> Iterable[Unit]:
    """Sentences with the kinds of reported speech in them, and who speaks."""
    quotes = SpanIndex((q for q in annotation.quotes if q.zone != "aside"), lambda q: q.content)
    unclear = SpanIndex(annotation.unclear, itself)
    outlet = annotation.article.outlet.outlet
    for place in _own_sentences(annotation):
        found = quotes.meeting(place[0])
        silent = "unclear" if unclear.meeting(place[0]) else "outlet"
        kinds = sorted({str(quote.kind) for quote in found}) or [silent]
        speakers = dict.fromkeys(quote.speaker or "?" for quote in found)
        tool = {"voice": "; ".join(kinds), "speaker": "; ".join(speakers)}
        stratum = (outlet, *((NONE, NONE) if kinds == ["outlet"] else ("quote", kinds[0])))
        yield _unit(annotation, place, stratum, tool)


# --- pairs of articles -------------------------------------------------------------------------


def _pairs(notes: Sequence[Annotation], events: Sequence[Event]) -> Iterable[Unit]:
    """Pairs of articles: in one event, in two events of the same days, far apart."""
    articles = sorted((a.article for a in notes), key=lambda a: _id(a.id))[:_LARGEST_FRAME]
    event_of = {name: event.id for event in events for name in event.articles}
    leads = {a.article.id: _lead(a) for a in notes}
    for one, other in combinations(sorted(articles, key=lambda a: a.id), 2):
        together = event_of.get(one.id) == event_of.get(other.id)
        where = "same event" if together else "same days" if _near(one, other) else "other days"
        first, second = leads[one.id], leads[other.id]
        yield Unit(
            id=_id(one.id, other.id),
            article=f"{one.id} | {other.id}",
            outlet=" | ".join(sorted({one.outlet.outlet, other.outlet.outlet})),
            start=0,
            end=0,
            before="",
            text=f"A: {first}\n\nB: {second}",
            after="",
            stratum=("pair", where, NONE if where == "other days" else where),
            tool={"relation": RELATIONS[-1] if together else NONE},
        )


def _near(one: Article, other: Article) -> bool:
    if one.published is None or other.published is None:
        return True
    return abs((one.published - other.published).days) <= WINDOW


def _lead(annotation: Annotation) -> str:
    """The first words of an article's own prose."""
    article = annotation.article
    words = " ".join(span.of(article.text) for span in prose_spans(article)).split()
    return " ".join(words[:_LEAD_WORDS]) + (" …" if len(words) > _LEAD_WORDS else "")
