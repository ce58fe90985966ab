"""Whole articles with every mark, every voice, and the points that other articles tell too."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from framing.model import NOT_PROSE, Annotation, Marker, Region, Span, Voice
from framing.reporting.names import day_of, headline_of
from framing.reporting.page.lines import Voices
from framing.reporting.page.notebook import Notebook
from framing.reporting.page.records import Mark, Paragraph, Piece, Point, Stretch, Text
from framing.text.segment import paragraphs

Points = Mapping[str, Sequence[Point]]
"""The id of a sentence on the page to the points that it tells."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Turns annotations into texts of the page; `names` leads from outlet to printed name."""

    notebook: Notebook
    voices: Voices
    names: Mapping[str, str]
    points: Points

    def text(self, annotation: Annotation, *, number: int, event: str, phase: str) -> Text:
        """The article as the text `number` of the page."""
        article = annotation.article
        marks = shown_markers(annotation)
        found = _Layout(self, annotation, f"t{number}", marks)
        return Text(
            id=f"t{number}",
            number=number,
            event=event,
            outlet=self.names[article.outlet.outlet],
            day=day_of(article),
            phase=phase,
            words=annotation.words,
            headline=headline_of(annotation),
            paragraphs=tuple(found.paragraph(span) for span in paragraphs(article.text)),
        )


def shown_markers(annotation: Annotation) -> list[Marker]:
    """The markers that are shown, in order: no two on the same words; on the same words a documented
    convention before a neutral one, the longer first. Link lines and bylines have none."""
    kept: list[Marker] = []
    for marker in sorted(annotation.markers, key=_telling):
        free = not kept or marker.span.start >= kept[-1].span.end
        if free and marker.zone != "aside" and len(marker.span):
            kept.append(marker)
    return kept


def _telling(marker: Marker) -> tuple[int, bool, int]:
    return marker.span.start, marker.convention == "neutral", -marker.span.end


class _Layout:
    """Cuts one article into paragraphs, sentences and pieces."""

    def __init__(
        self, reader: Reader, annotation: Annotation, text_id: str, marks: Sequence[Marker]
    ) -> None:
        self._reader = reader
        self._annotation = annotation
        self._id = text_id
        self._marks = {marker.span.start: (n, marker) for n, marker in enumerate(marks)}
        self._inside = [marker.span for marker in marks]
        self._starts = [sentence.start for sentence in annotation.sentences]
        self._cuts = sorted(self._edges())

    def _edges(self) -> set[int]:
        """Where voice, mark or sentence may change; never inside a mark."""
        a = self._annotation
        spans = [*a.sentences, *a.unclear, *self._inside, *(q.content for q in a.quotes)]
        spans += [mark.span for mark in a.quotation_marks if mark.function == "speech"]
        cuts = {edge for span in spans for edge in (span.start, span.end)}
        return {c for c in cuts if not any(m.start < c < m.end for m in self._inside)}

    def paragraph(self, span: Span) -> Paragraph:
        """One paragraph: its sentences, and what stands between them."""
        region = self._region(span)
        edges = [span.start, *(c for c in self._cuts if span.start < c < span.end), span.end]
        stretches: list[Stretch] = []
        pieces: list[Piece] = []
        voice, at = Voice("outlet"), self._sentence(span.start)
        for start, end in pairwise(edges):
            here = self._sentence(start)
            if here != at and pieces:
                stretches.append(self._stretch(at, pieces))
                pieces = []
            at = here
            piece, voice = self._piece(Span(start, end), voice)
            pieces.append(piece)
        stretches.append(self._stretch(at, pieces))
        return Paragraph(self._kind(span, region), tuple(stretches), region.kind if region else "")

    def _piece(self, span: Span, before: Voice) -> tuple[Piece, Voice]:
        article = self._annotation.article
        voice = self._reader.voices.at(article.id, span)
        number, marker = self._marks.get(span.start, (0, None))
        mark = None
        if marker:
            note = self._reader.notebook.note(marker)
            mark = Mark(f"{self._id}m{number}", note, marker.category, marker.zone)
        opens = voice.kind != "outlet" and (voice.kind, voice.speaker) != (
            before.kind,
            before.speaker,
        )
        return Piece(span.of(article.text), voice.kind, voice.speaker, opens, mark), voice

    def _sentence(self, place: int) -> int:
        """The number of the sentence that holds `place`; -1 between sentences."""
        k = bisect_right(self._starts, place) - 1
        return k if k >= 0 and place < self._annotation.sentences[k].end else -1

    def _stretch(self, sentence: int, pieces: Sequence[Piece]) -> Stretch:
        if sentence < 0:
            return Stretch("", tuple(pieces))
        name = f"{self._id}s{sentence}"
        return Stretch(name, tuple(pieces), tuple(self._reader.points.get(name, ())))

    def _region(self, span: Span) -> Region | None:
        """The region that holds a whole paragraph."""
        return next((r for r in self._annotation.article.regions if r.span.holds(span)), None)

    def _kind(self, span: Span, region: Region | None) -> str:
        headline = self._annotation.article.headline
        if headline and headline.meets(span):
            return "headline"
        if region is None:
            return "body"
        return "aside" if region.kind in NOT_PROSE else "heading"


def marked_words(text: Text) -> Iterator[Mark]:
    """The marks of a text, in order."""
    for paragraph in text.paragraphs:
        for stretch in paragraph.stretches:
            for piece in stretch.pieces:
                if piece.mark:
                    yield piece.mark
