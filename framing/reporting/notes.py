"""What a report says about one marker: whose usage, on whose authority, what a neutral wording is."""

from collections.abc import Iterable
from dataclasses import replace

from framing.annotation.lexicon.loading import packs_again
from framing.annotation.lexicon.records import Term
from framing.model import Comparison, Marker
from framing.reporting.blind import without_outlets
from framing.reporting.names import NO_USAGE, capital, usage_name

CATEGORY_NAMES = {
    "naming-epithet": "label that judges",
    "naming-formal": "formal name",
    "naming-metonym": "capital for government",
    "naming-ingroup": "in-group word",
    "spelling": "spelling",
    "event-naming": "name for what happens",
    "distancing": "keeping a distance",
    "reporting-verb": "verb of saying",
    "evaluative": "evaluation",
    "hedge": "hedge",
    "booster": "booster",
}


class MarkerNotes:
    """The papers of the markers in some comparisons."""

    def __init__(self, comparisons: Iterable[Comparison]) -> None:
        comparisons = tuple(comparisons)
        self._blind = any(comparison.blind for comparison in comparisons)
        self.packs = packs_again(p for c in comparisons for a in c.annotations for p in a.packs)
        self._terms: dict[tuple[str, ...], Term] = {}
        self._told: set[str] = set()
        for term in (term for pack in self.packs for term in pack.terms):
            row = term.pack, term.category, term.term
            self._terms[row] = self._terms[*row, term.convention] = term

    def term(self, marker: Marker) -> Term | None:
        """The lexicon row behind a marker; None for one made from typography or a cue. In a blind
        report its source and note name no outlet."""
        row = marker.pack, marker.category, marker.term
        term = self._terms.get((*row, marker.convention)) or self._terms.get(row)
        if term and self._blind:
            said = without_outlets(term.note), without_outlets(term.source)
            return replace(term, note=said[0], source=said[1])
        return term

    def explain_once(self, marker: Marker) -> str:
        """The same; what a note said before about the same words is not said again."""
        note = self.explain(marker)
        head, _, more = note.partition(". ")
        if more and note in self._told:
            return f"{head}, as above."
        self._told.add(note)
        return note

    def explain(self, marker: Marker) -> str:
        """One or two sentences for a reader: what it is, whose usage, and the neutral wording."""
        parts = [capital(CATEGORY_NAMES.get(marker.category, marker.category))]
        term = self.term(marker)
        if marker.convention not in NO_USAGE:
            parts.append(f"{usage_name(marker.convention)} usage")
        if marker.note:
            parts.append(marker.note)
        if term and term.neutral:
            parts.append(f"neutral wording: {term.neutral}")
        head = "; ".join(parts) + "."
        if term and term.note:
            return f"{head} {term.note} (Source: {term.source})"
        if marker.pack == "typography":
            return f"{head} The marks say that the writer does not take over the word."
        return head
