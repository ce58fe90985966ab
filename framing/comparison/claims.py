"""The same thing told by several articles: passages aligned across the texts of an event."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from framing.annotation.voice import VoiceMap
from framing.comparison.features import features, tfidf
from framing.model import Annotation, Claim, ClaimCell, ClaimState, Passage, Span

THRESHOLD = 0.3
"""Mean cosine similarity from which passages tell the same thing."""

_FEWEST_FEATURES = 4  # shorter passages ("He agreed.") have too little to be told apart by
_LABELLED_LINK = re.compile(r"(?:read|see|watch|listen)\b[^.]{0,20}:", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class _Candidate:
    annotation: Annotation
    span: Span
    bag: tuple[str, ...]


def align_claims(
    annotations: Sequence[Annotation], *, threshold: float = THRESHOLD
) -> tuple[Claim, ...]:
    """Claims of an event: those told by most articles first, then by place.

    A claim told by one article only is a claim too; its other cells say "not found" or, for an
    article older than every telling of it, "not yet knowable".
    """
    candidates = [c for annotation in annotations for c in _candidates(annotation)]
    groups = _groups(candidates, threshold)
    groups.sort(key=lambda g: (-len({candidates[i].annotation.article.id for i in g}), g[0]))
    return tuple(
        _claim(f"c{number:03}", [candidates[i] for i in group], annotations)
        for number, group in enumerate(groups, start=1)
    )


def _candidates(annotation: Annotation) -> list[_Candidate]:
    found = []
    skip = [
        r.span
        for r in annotation.article.regions
        if r.kind not in ("section-heading", "related-link")
    ]
    for sentence in annotation.sentences:
        if any(span.meets(sentence) for span in skip):
            continue
        if _LABELLED_LINK.match(sentence.of(annotation.article.text)):
            continue
        bag = tuple(features(sentence.of(annotation.article.text)))
        if len(bag) >= _FEWEST_FEATURES:
            found.append(_Candidate(annotation, sentence, bag))
    return found


def _groups(candidates: Sequence[_Candidate], threshold: float) -> list[list[int]]:
    """Average linkage over cosine similarity, in the order of the first passage."""
    if len(candidates) < 2:
        return [[i] for i in range(len(candidates))]
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    rows: Any = tfidf([c.bag for c in candidates])
    distance = 1 - (rows @ rows.T).toarray()
    distance[distance < 0] = 0
    for i in range(len(candidates)):
        distance[i, i] = 0
    tree = linkage(squareform(distance, checks=False), method="average")
    groups: dict[int, list[int]] = defaultdict(list)
    for i, label in enumerate(fcluster(tree, 1 - threshold, criterion="distance")):
        groups[label].append(i)
    return sorted(groups.values())


def _claim(name: str, members: Sequence[_Candidate], annotations: Sequence[Annotation]) -> Claim:
    passages = tuple(
        Passage(m.annotation.article.id, m.span, _voice(m.annotation, m.span)) for m in members
    )
    return Claim(
        id=name,
        label=_label(members),
        passages=passages,
        cells=tuple(_cell(annotation, members) for annotation in annotations),
    )


def _voice(annotation: Annotation, span: Span) -> Any:
    """The voice in which most of the passage stands: that of its middle."""
    middle = (span.start + span.end) // 2
    return VoiceMap.of(annotation).at(Span(middle, middle + 1))


def _label(members: Sequence[_Candidate]) -> str:
    """The shortest telling, as the claim's name."""
    return min((m.span.of(m.annotation.article.text) for m in members), key=lambda t: (len(t), t))


def _cell(annotation: Annotation, members: Sequence[_Candidate]) -> ClaimCell:
    article = annotation.article
    mine = [m for m in members if m.annotation is annotation]
    others = [m for m in members if m.annotation is not annotation]
    if not mine:
        return ClaimCell(article.id, _absent(annotation, members))
    if not others:
        return ClaimCell(article.id, "stated")
    differs = _differences(mine, others)
    return ClaimCell(article.id, "stated differently" if differs else "stated", differs)


def _absent(annotation: Annotation, members: Sequence[_Candidate]) -> ClaimState:
    """Whether an article without a claim could have known it: not if every telling is younger."""
    mine = annotation.article.published
    days = [m.annotation.article.published or m.annotation.article.not_before for m in members]
    known = [day for day in days if day]
    if mine and known and len(known) == len(days) and min(known) > mine:
        return "not yet knowable"
    return "not found"


def _differences(mine: Sequence[_Candidate], others: Sequence[_Candidate]) -> tuple[str, ...]:
    found = []
    if _numbers(mine) != _numbers(others) and (_numbers(mine) or _numbers(others)):
        found.append("numbers")
    if _speakers(mine) != _speakers(others):
        found.append("attribution")
    return tuple(found)


def _numbers(members: Sequence[_Candidate]) -> set[str]:
    return {n for m in members for n in _NUMBER.findall(m.span.of(m.annotation.article.text))}


def _speakers(members: Sequence[_Candidate]) -> set[str | None]:
    return {_voice(m.annotation, m.span).speaker for m in members}
