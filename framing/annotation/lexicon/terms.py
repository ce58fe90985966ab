"""Which rows of the packs stand in a text: longest match, guards, context words, dates, negation."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from framing.annotation.lexicon.inflection import forms_of
from framing.annotation.lexicon.loading import GENERAL, WORLD
from framing.annotation.lexicon.matching import Hit, Matcher
from framing.annotation.lexicon.records import Pack, Term
from framing.model import Span
from framing.text.folding import fold
from framing.text.spans import SpanIndex

Key = tuple[Term, Literal["term", "guard"]]

_NEGATION = re.compile(r"\b(?:not|no|never|neither|nor|without|hardly|n t)(?: \w+){0,2} $")
_NEGATION_REACH = 40  # characters before a hit: a negation and two words
_PARAGRAPH_BREAK = re.compile(r"[\r\n]\s*[\r\n]")


@dataclass(frozen=True, slots=True)
class TermHit:
    """A lexicon row found in a text."""

    start: int
    end: int
    term: Term
    negated: bool = False


class TermFinder:
    """Finds the terms of some packs. Built once; its cost per text does not grow with the packs."""

    def __init__(self, packs: Iterable[Pack]) -> None:
        terms = [term for pack in packs for term in pack.terms]
        phrases: list[tuple[str, Key]] = []
        for term in terms:
            phrases += [(form, (term, "term")) for form in forms_of(term.term, term.form)]
            phrases += [(phrase, (term, "guard")) for phrase in term.unless]
        self._matcher = Matcher(phrases)
        self._context = {t: Matcher((w, None) for w in t.only) for t in terms if t.only}

    def find(self, text: str, *, day: date | None = None) -> list[TermHit]:
        """The terms in `text`, in order, that hold on `day` (None: today's conventions).

        Guarded places are left out. Of two overlapping terms a topic pack's row stays before one of
        the world pack, and that before one of the general pack; then the longer, then the earlier; a
        spelling is a fact of its own and stands beside other terms ("Kiev regime").
        """
        folded = fold(text)
        hits = self._matcher.find(text, folded)
        breaks = _breaks(text)
        guards = SpanIndex(
            [hit for hit in hits if hit.key[1] == "guard"], lambda hit: Span(hit.start, hit.end)
        )
        found = [
            hit
            for hit in hits
            if hit.key[1] == "term"
            and holds_on(hit.key[0], day)
            and not (hit.key[0].unless and _is_guarded(hit, guards))
            and self._has_context(hit, text, folded, breaks)
        ]
        return [
            TermHit(hit.start, hit.end, hit.key[0], _is_negated(folded, hit.start))
            for hit in _without_overlaps(found)
        ]

    def _has_context(self, hit: Hit[Key], text: str, folded: str, breaks: Sequence[int]) -> bool:
        """Whether one of the row's `only` words stands near the hit, outside the hit itself."""
        context = self._context.get(hit.key[0])
        if context is None:
            return True
        start, end = _surroundings(breaks, hit.start)
        return any(
            start + found.end <= hit.start or start + found.start >= hit.end
            for found in context.find(text[start:end], folded[start:end])
        )


@cache
def finder_for(packs: tuple[Pack, ...]) -> TermFinder:
    """The finder of these packs, built at most once in a process."""
    return TermFinder(packs)


def holds_on(term: Term, day: date | None) -> bool:
    """Whether the convention holds on `day`; without a date, whether it holds still."""
    if day is None:
        return term.valid_to is None
    after = term.valid_from is None or term.valid_from <= day
    return after and (term.valid_to is None or day <= term.valid_to)


def _breaks(text: str) -> list[int]:
    """Where paragraphs begin, and the end of the text."""
    return [0, *(m.end() for m in _PARAGRAPH_BREAK.finditer(text)), len(text)]


def _surroundings(breaks: Sequence[int], place: int) -> tuple[int, int]:
    """The paragraph that holds `place` with the one before and behind it: press paragraphs are often
    one sentence long."""
    k = bisect_right(breaks, place, 0, len(breaks) - 1)
    return breaks[max(k - 2, 0)], breaks[min(k + 1, len(breaks) - 1)]


def _is_guarded(hit: Hit[Key], guards: SpanIndex[Hit[Key]]) -> bool:
    return any(
        guard.key[0] is hit.key[0] and guard.start <= hit.start and hit.end <= guard.end
        for guard in guards.meeting(Span(hit.start, hit.end))
    )


def _without_overlaps(hits: Sequence[Hit[Key]]) -> list[Hit[Key]]:
    """Spellings, and of the other hits those that no stronger one overlaps. Rows of different
    categories on the very same words both stay."""
    kept: list[Hit[Key]] = []
    for group in _overlapping([h for h in hits if h.key[0].category != "spelling"]):
        taken: list[Hit[Key]] = []
        for hit in sorted(group, key=_strength):
            if all(_agree(hit, other) for other in taken):
                taken.append(hit)
        kept += taken
    kept += [h for h in hits if h.key[0].category == "spelling"]
    return sorted(kept, key=lambda h: (h.start, -h.end, h.key[0].category))


def _overlapping(hits: Sequence[Hit[Key]]) -> Iterable[list[Hit[Key]]]:
    """Runs of hits, each of which overlaps one before it."""
    group: list[Hit[Key]] = []
    reach = -1
    for hit in hits:
        if hit.start >= reach and group:
            yield group
            group = []
        group.append(hit)
        reach = max(reach, hit.end)
    if group:
        yield group


def _strength(hit: Hit[Key]) -> tuple[int, int, int]:
    return _RANKS.get(hit.key[0].pack, 0), hit.start - hit.end, hit.start


_RANKS = {WORLD: 1, GENERAL: 2}


def _agree(hit: Hit[Key], other: Hit[Key]) -> bool:
    """Whether both may stay: they do not overlap, or are the same words in two categories of packs
    of one rank."""
    if hit.end <= other.start or other.end <= hit.start:
        return True
    same_words = (hit.start, hit.end) == (other.start, other.end)
    mine, its = hit.key[0], other.key[0]
    same_rank = _RANKS.get(mine.pack, 0) == _RANKS.get(its.pack, 0)
    return same_words and same_rank and mine.category != its.category


def _is_negated(folded: str, start: int) -> bool:
    """Whether a negation stands at most two words before `start`, in the same sentence part."""
    return bool(_NEGATION.search(folded, max(0, start - _NEGATION_REACH), start))
