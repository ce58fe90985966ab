"""Passages of articles with their marks, for showing two of them side by side."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from string import ascii_lowercase

from framing.comparison.features import counted
from framing.model import NOT_PROSE, Annotation, Claim, Comparison, Marker, Span, VoiceKind
from framing.reporting.alike import FEWEST, content_of, tell_alike
from framing.reporting.blocks import Mark, Passage, SideBySide
from framing.reporting.names import clip, day_of
from framing.reporting.notes import MarkerNotes

_MOST_MARKS = 8  # marks in one passage; more of them hide the text
_LONGEST = 420  # characters of a passage
_COMPARED = 40  # tellings of one point, those with most markers, that are held against each other
_OPENING, _CLOSING = "“„«\"‘'", ",.;:!?”“»\"’'"
Place = tuple[str, Span]


def best_pairs(
    comparison: Comparison,
    names: dict[str, str],
    *,
    notes: MarkerNotes,
    numbers: Mapping[str, int] | None = None,
    most: int = 3,
) -> list[SideBySide]:
    """The claims that two outlets tell with most markers that the other has not, each as two passages:
    whole sentences, outlets A-Z from left to right. Tellings that hardly share a word may be of two
    things and are no pair. `numbers` are the numbers of the texts on the pages."""
    by_id = {a.article.id: a for a in comparison.annotations}
    told = _told(by_id, names, numbers)
    scored = []
    for claim in comparison.claims:
        weight, pair = _pair(claim, by_id)
        if weight:
            scored.append((weight, claim, sorted(pair, key=lambda place: told[place[0]])))
    scored.sort(key=lambda item: (-item[0], item[1].id))
    chosen: dict[frozenset[Place], tuple[Claim, list[Place]]] = {}
    for _, claim, places in scored:  # two claims of the same sentences are shown once
        chosen.setdefault(frozenset(places), (claim, places))
    return [
        SideBySide(
            caption=clip(claim.label, 120),
            left=_passage(by_id[places[0][0]], places[0][1], names=told, notes=notes),
            right=_passage(by_id[places[1][0]], places[1][1], names=told, notes=notes),
        )
        for claim, places in list(chosen.values())[:most]
    ]


def _told(
    by_id: Mapping[str, Annotation], names: Mapping[str, str], numbers: Mapping[str, int] | None
) -> dict[str, tuple[str, str]]:
    """By article: the outlet's name, and how the text itself is called."""
    return {
        name: (names[a.article.outlet.outlet], f"text {numbers[name] if numbers else name}")
        for name, a in by_id.items()
    }


def _pair(claim: Claim, by_id: dict[str, Annotation]) -> tuple[int, tuple[Place, ...]]:
    """The sentences of two tellings from different outlets that share words with each other and the
    claim and differ in most markers; in how many. None, and 0, where there are no such two."""
    if len({passage.article for passage in claim.passages}) < 2:
        return 0, ()
    tellings = [_Telling.of(by_id[p.article], p.span) for p in claim.passages]
    found = sorted(filter(None, tellings), key=lambda t: (-len(t.markers), t.outlet, t.place))
    found = found[:_COMPARED]
    label = frozenset(counted(claim.label, [Span(0, len(claim.label))])[0])
    said = {(t.outlet, t.letters) for t in found}
    best: tuple[int, tuple[Place, ...]] = 0, ()
    for one, other in combinations(found, 2):
        told = (
            tell_alike(one.words, other.words) and len(label & (one.words | other.words)) >= FEWEST
        )
        differ = len(one.markers ^ other.markers)
        # what an outlet has in the other's words too shows nothing
        same = {(one.outlet, other.letters), (other.outlet, one.letters)} & said
        if told and not same and differ > best[0]:
            best = differ, (one.place, other.place)
    return best


@dataclass(frozen=True, slots=True)
class _Telling:
    """Whole sentences that tell a claim, also as mere letters; the words of the claim itself, and the
    markers in the sentences."""

    outlet: str
    place: Place
    letters: str
    words: frozenset[str]
    markers: frozenset[str]

    @classmethod
    def of(cls, annotation: Annotation, span: Span) -> "_Telling | None":
        """The telling at `span`; None where its sentences are too long to be read side by side, or
        hold what is not the article's own prose, such as a link to another story."""
        article, whole = annotation.article, _sentences(annotation, span)
        aside = any(r.kind in NOT_PROSE and r.span.meets(whole) for r in article.regions)
        if aside or len(whole) > _LONGEST:
            return None
        markers = (m.span.of(article.text).casefold() for m in _markers(annotation, whole))
        place = article.id, whole
        words = content_of(annotation, span)
        letters = "".join(c for c in whole.of(article.text).casefold() if c.isalnum())
        return cls(article.outlet.outlet, place, letters, words, frozenset(markers))


def _sentences(annotation: Annotation, span: Span) -> Span:
    """The whole sentences that hold `span`: a claim may be a clause without its subject, or stop before
    the mark that closes its quotation."""
    found = annotation.sentences
    first = bisect_right(found, span.start, key=lambda s: s.start) - 1
    last = bisect_left(found, span.end, key=lambda s: s.end)
    start = found[first].start if first >= 0 and found[first].end > span.start else span.start
    end = found[last].end if last < len(found) and found[last].start < span.end else span.end
    return Span(start, end)


def _markers(annotation: Annotation, span: Span) -> list[Marker]:
    return [m for m in annotation.markers if span.holds(m.span)]


def _passage(
    annotation: Annotation,
    span: Span,
    *,
    names: Mapping[str, tuple[str, str]],
    notes: MarkerNotes,
) -> Passage:
    article = annotation.article
    outlet, text = names[article.id]
    marks = [
        Mark(
            start=marker.span.start - span.start,
            end=marker.span.end - span.start,
            letter=letter,
            category=marker.category,
            voice=marker.voice.kind,
            note=notes.explain_once(marker),
        )
        for letter, marker in zip(ascii_lowercase, _shown(annotation, span), strict=False)
    ]
    return Passage(
        title=outlet,
        place=f"{text}, {day_of(article)}"
        if article.published
        else f"{text}, date {day_of(article)}",
        text=span.of(article.text),
        marks=tuple(marks),
        voices=_voices(annotation, span),
    )


def _shown(annotation: Annotation, span: Span) -> Sequence[Marker]:
    """The markers that are shown: no two on the same words, the first `_MOST_MARKS` in the text."""
    kept: list[Marker] = []
    for marker in sorted(_markers(annotation, span), key=_telling):
        if not kept or marker.span.start >= kept[-1].span.end:
            kept.append(marker)
    return kept[:_MOST_MARKS]


def _telling(marker: Marker) -> tuple[int, bool, int]:
    """By place; on the same words a documented convention before a neutral one, the longer first."""
    return marker.span.start, marker.convention == "neutral", -marker.span.end


def _voices(
    annotation: Annotation, span: Span
) -> tuple[tuple[int, int, VoiceKind, str | None], ...]:
    """Stretches of the passage that are not the outlet's own narration, each with its marks and the
    stop behind it: a label for what follows stands before a word and not before a comma."""
    text = span.of(annotation.article.text)
    found: list[tuple[int, int, VoiceKind, str | None]] = []
    for quote in annotation.quotes:
        if quote.content.meets(span):
            start = max(quote.content.start, span.start) - span.start
            start = len(text[:start].rstrip(_OPENING))
            end = min(quote.content.end, span.end) - span.start
            end += len(text[end:]) - len(text[end:].lstrip(_CLOSING))
            kind: VoiceKind = "direct" if quote.kind == "direct" else "indirect"
            found.append((start, end, kind, quote.speaker))
    return tuple(found)
