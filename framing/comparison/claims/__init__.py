"""The same thing told by several articles: passages aligned across the texts of an event.

Steps: `passages` cuts the articles into clauses, `meaning` reads what each tells with the words of
`vocabulary`, `likeness` compares them, `grouping` makes the claims, `differences` says what an
article puts differently, `labels` names the claim.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from framing.comparison.claims.differences import differences
from framing.comparison.claims.grouping import attach, group
from framing.comparison.claims.labels import label_of
from framing.comparison.claims.likeness import alike
from framing.comparison.claims.likeness.rules import Likeness
from framing.comparison.claims.meaning.content import Content, contents_of
from framing.comparison.claims.meaning.occasions import day_of, occasions
from framing.comparison.claims.passages import passages_of
from framing.model import Annotation, Claim, ClaimCell, ClaimState, Passage
from framing.model.comparisons import told_by

__all__ = ["PROBABLE", "THRESHOLD", "align_claims"]

THRESHOLD = 0.51
"""Mean likeness by rules from which passages tell the same thing (see `likeness.rules` for the scale).
Run `benchmarks/claims_made_up.py` and `benchmarks/claims.py`, and read the claims of an event of
another kind, before changing it. Lower finds more and links more that is only near."""

PROBABLE = 0.42
"""Mean probability (see `likeness`) from which a passage that no other text was found to tell joins
others: where F0.5, precision counting double, is best in tune events that were left out of the learning
(`benchmarks/claims_fit.py`). That rules come first was chosen by the totals of `benchmarks/claims.py`:
on its long articles what was learnt from short ones is right less often when it stands alone."""


def align_claims(
    annotations: Sequence[Annotation],
    *,
    threshold: float = THRESHOLD,
    copies: Sequence[Sequence[str]] = (),
) -> tuple[Claim, ...]:
    """Claims of an event. What most voices tell comes first, and of this what they tell alike; then
    by place in the articles. The order of `annotations` changes nothing but that of the cells.

    A claim told by one article only is a claim too; its other cells say "not found" or, for an
    article older than the fact, "not yet knowable". A passage may belong to two claims. `copies` are
    the articles that are one text (`Event.copies`): one voice, however many print it.
    """
    ordered = sorted(annotations, key=lambda annotation: annotation.article.id)
    voices = _voices([annotation.article.id for annotation in ordered], copies)
    parts = [part for annotation in ordered for part in passages_of(annotation)]
    contents = contents_of(parts, occasions(parts))
    said = _without_repeats(contents, voices)
    firsts = [tellings[0] for tellings in said]
    groups = _grouped(firsts, [voices[first.part.article] for first in firsts], threshold)
    told = [[content for i in members for content in said[i]] for members in groups]
    claims = [(_cells(members, annotations, voices=voices), members) for members in told]
    claims.sort(key=lambda claim: _rank(*claim))
    labels: set[str] = set()
    found = []
    for number, (cells, members) in enumerate(claims, start=1):
        label = label_of(members, taken=labels)
        labels.add(label)
        passages = tuple(Passage(c.part.article, c.part.span, c.part.voice) for c in members)
        found.append(Claim(f"c{number:03}", label, passages, cells))
    return tuple(found)


def _grouped(
    contents: Sequence[Content], voices: Sequence[str], threshold: float
) -> list[list[int]]:
    """The passages of each claim: by rules, which are right more often; then what has been left alone
    by what was learnt."""
    if len(set(voices)) < 2:  # one voice alone agrees with nobody
        return [[i] for i in range(len(contents))]
    groups = group(voices, Likeness(contents).pairs(), threshold=threshold)
    return attach(groups, voices, alike(contents, voices), threshold=PROBABLE)


def _voices(names: Sequence[str], copies: Sequence[Sequence[str]]) -> dict[str, str]:
    """Each article, with the one whose text it is: the first of its copies A-Z, or itself."""
    voices = {name: name for name in names}
    for same in copies:
        here = sorted(name for name in same if name in voices)
        voices |= dict.fromkeys(here, here[0] if here else "")
    return voices


def _without_repeats(contents: Sequence[Content], voices: Mapping[str, str]) -> list[list[Content]]:
    """The passages, those of one voice with the very same words together."""
    same: dict[tuple[str, str], list[Content]] = {}
    for content in contents:
        key = voices[content.part.article], " ".join(content.part.text.split())
        same.setdefault(key, []).append(content)
    return list(same.values())


def _cells(
    members: Sequence[Content], annotations: Sequence[Annotation], *, voices: Mapping[str, str]
) -> tuple[ClaimCell, ...]:
    return tuple(_cell(annotation, members, voices=voices) for annotation in annotations)


def _rank(
    cells: Sequence[ClaimCell], members: Sequence[Content]
) -> tuple[int, int, tuple[float, str, int]]:
    """Told by most voices first; of these, put differently by fewest; then by place in the articles."""
    differ = {cell.copy_of or cell.article for cell in cells if cell.differs}
    return -told_by(cells), len(differ), min(map(_place, members))


def _place(content: Content) -> tuple[float, str, int]:
    """How far into its article a passage stands, 0 to 1; the article; the place."""
    part = content.part
    start = part.span.start
    return start / max(1, len(part.tokens.text)), part.article, start


def _cell(
    annotation: Annotation, members: Sequence[Content], *, voices: Mapping[str, str]
) -> ClaimCell:
    name = annotation.article.id
    voice = voices[name]
    copy_of = voice if voice != name else ""
    mine = [content for content in members if content.part.article == name]
    others = [content for content in members if voices[content.part.article] != voice]
    if not mine:
        return ClaimCell(name, _absent(annotation.article.published, members), copy_of=copy_of)
    details = differences(mine, others) if others else ()
    kinds = tuple(dict.fromkeys(difference.kind for difference in details))
    state: ClaimState = "stated differently" if kinds else "stated"
    return ClaimCell(name, state, kinds, details, copy_of=copy_of)


def _absent(published: date | None, members: Sequence[Content]) -> ClaimState:
    """Whether an article without a claim could have known it: not if the day of the fact is later
    or, where no telling dates it, if all tellings are of later articles."""
    facts = [min(c.when.days) for c in members if c.when.days and c.status == "real"]
    days: Sequence[date | None] = facts or [day_of(content.part.annotation) for content in members]
    late = published and all(day and day > published for day in days)
    return "not yet knowable" if late else "not found"
