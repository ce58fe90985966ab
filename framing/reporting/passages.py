"""Passages of articles with their marks, for showing two of them side by side."""

from collections.abc import Mapping, Sequence
from string import ascii_lowercase

from framing.model import Annotation, Claim, Comparison, Marker, Span, VoiceKind
from framing.reporting.blocks import Mark, Passage, SideBySide
from framing.reporting.names import clip, day_of
from framing.reporting.notes import MarkerNotes

_MOST_MARKS = 8  # marks in one passage; more of them hide the text
_LONGEST = 420  # characters of a passage


def best_pairs(
    comparison: Comparison,
    names: dict[str, str],
    *,
    notes: MarkerNotes,
    numbers: Mapping[str, int] | None = None,
    most: int = 3,
) -> list[SideBySide]:
    """The claims that two outlets tell with most markers in their own or reported words, each as two
    passages; outlets A-Z from left to right. `numbers` are the numbers of the texts on the pages."""
    by_id = {a.article.id: a for a in comparison.annotations}
    told = _told(by_id, names, numbers)
    scored = []
    for claim in comparison.claims:
        pair = _pair(claim, by_id)
        if pair and not _alike(pair, by_id):
            left, right = sorted(pair, key=lambda place: told[place[0]])
            weight = len(_markers(by_id[left[0]], left[1])) + len(
                _markers(by_id[right[0]], right[1])
            )
            scored.append((weight, claim, (left, right)))
    scored.sort(key=lambda item: (-item[0], item[1].id))
    return [
        SideBySide(
            caption=clip(claim.label, 120),
            left=_passage(by_id[pair[0][0]], pair[0][1], names=told, notes=notes),
            right=_passage(by_id[pair[1][0]], pair[1][1], names=told, notes=notes),
        )
        for weight, claim, pair in scored[:most]
    ]


def _told(
    by_id: Mapping[str, Annotation], names: Mapping[str, str], numbers: Mapping[str, int] | None
) -> dict[str, tuple[str, str]]:
    """By article: the outlet's name, and how the text itself is called."""
    return {
        name: (names[a.article.outlet.outlet], f"text {numbers[name] if numbers else name}")
        for name, a in by_id.items()
    }


Place = tuple[str, Span]


def _pair(claim: Claim, by_id: dict[str, Annotation]) -> tuple[Place, Place] | None:
    """The two tellings with most markers that come from different outlets."""
    best: dict[str, tuple[int, Place]] = {}
    for passage in claim.passages:
        annotation = by_id[passage.article]
        if len(passage.span) > _LONGEST:
            continue
        weight = len(_markers(annotation, passage.span))
        outlet = annotation.article.outlet.outlet
        if outlet not in best or weight > best[outlet][0]:
            best[outlet] = weight, (passage.article, passage.span)
    if len(best) < 2:
        return None
    chosen = sorted(sorted(best, key=lambda outlet: (-best[outlet][0], outlet))[:2])
    return best[chosen[0]][1], best[chosen[1]][1]


def _alike(pair: tuple[Place, Place], by_id: dict[str, Annotation]) -> bool:
    """Whether both tellings are the same words: side by side they show nothing."""
    one, other = (
        "".join(c for c in span.of(by_id[name].article.text).casefold() if c.isalnum())
        for name, span in pair
    )
    return one == other


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
            note=notes.explain(marker),
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
    """Stretches of the passage that are not the outlet's own narration, each with the stop behind it: a
    label for what follows stands before a word and not before a comma."""
    text = span.of(annotation.article.text)
    found: list[tuple[int, int, VoiceKind, str | None]] = []
    for quote in annotation.quotes:
        if quote.content.meets(span):
            start = max(quote.content.start, span.start) - span.start
            end = min(quote.content.end, span.end) - span.start
            end += len(text[end:]) - len(text[end:].lstrip(",.;:!?"))
            kind: VoiceKind = "direct" if quote.kind == "direct" else "indirect"
            found.append((start, end, kind, quote.speaker))
    return tuple(found)
