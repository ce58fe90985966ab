"""Stretches of an article that would do as an excerpt, and how well each would do."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from framing.annotation.voice import VoiceMap
from framing.classroom.choosing.care import graphic_weight, slurs_in
from framing.model import Annotation, Marker, Span
from framing.reporting.blind import ANOTHER, CREDIT, THIS
from framing.reporting.names import NO_USAGE
from framing.text.tokens import count_words

FEWEST, BEST, MOST = 100, 130, 160
"""Words of an excerpt: two of 160 words, with line numbers and a task, fill one page."""

MOST_ITEMS = 5
"""Word choices that the task asks for in each text."""

_KEPT = 12  # windows of one article that are tried against those of the other
# Openings that lean on a sentence which the excerpt leaves out.
LEANS = re.compile(
    r"[-–—]|(?:he|she|it|they|this|that|these|those|his|her|their|its|the (?:minister|official|latter"
    r"|former|spokes\w+)|according to (?:him|her|them)|also|but|however|in addition|at the same time"
    r"|earlier|meanwhile|moreover|besides|and|both)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*\Z")
# A dateline that reading did not take for one: capitals, a date, a credit or a dash.
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,40}(?:,\s*\w+\.?\s+\d{1,2}(?:,\s*\d{4})?)?\.?\s*"
    r"(?:(?:\([^()]{2,120}\)|/[^/]{2,120}/)\s*[-–—.:]*|[-–—]+)\s+"
)
_STRONG = frozenset(("naming-epithet", "naming-ingroup", "distancing", "event-naming"))
_WEAK = frozenset(("evaluative", "hedge", "booster", "reporting-verb", "naming-formal"))


@dataclass(frozen=True, slots=True)
class Window:
    """Sentences of one article, one after the other. A larger `score` suits a lesson better; `found`
    counts the documented conventions and naming choices in it, `weak` its words of degree."""

    annotation: Annotation
    sentences: tuple[Span, ...]
    words: int
    score: float
    found: int
    weak: int = 0

    def holds(self, span: Span) -> bool:
        """Whether `span` lies in one of the sentences, or over some of them."""
        return self.sentences[0].start <= span.start and span.end <= self.sentences[-1].end

    @property
    def text(self) -> str:
        """The words of the window, as they stand in the article."""
        return " ".join(s.of(self.annotation.article.text) for s in self.sentences)


def windows(annotation: Annotation) -> list[Window]:
    """The stretches of `annotation` that suit a lesson best, best first; the whole article where it
    is shorter than `FEWEST` words; nothing where it has no sentence of its own."""
    sentences = own_sentences(annotation)
    found = [_window(annotation, tuple(run)) for run in _runs(annotation, sentences)]
    found.sort(key=lambda w: (-w.score, w.sentences[0]))
    return found[:_KEPT]


def own_sentences(annotation: Annotation) -> list[Span]:
    """The sentences of the article's own running text: no headline, heading, link, credit line.

    A dateline that opens a sentence is cut off it.
    """
    article = annotation.article
    regions = sorted((r.span for r in article.regions), key=lambda s: s.start)
    if article.headline:
        regions.append(article.headline)
    found = []
    for sentence in annotation.sentences:
        start = sentence.start
        for region in regions:
            if region.start <= start < region.end:
                start = min(region.end, sentence.end)
        dateline = _DATELINE.match(article.text, start, sentence.end)
        start = dateline.end() if dateline else start
        text = article.text[start : sentence.end]
        # behind what was cut off stand its stop and dash; else a dash may close a quotation
        ahead = " \n\t.–—-|•" if start > sentence.start else " \n\t|•"
        span = Span(start + len(text) - len(text.lstrip(ahead)), sentence.end)
        whole = _ENDS.search(article.text[: span.end])  # else a caption or a heading of one line
        if len(span) > 0 and whole and not any(region.meets(span) for region in regions):
            found.append(span)
    return found


def strength(marker: Marker) -> int:
    """2 for a documented convention or a naming choice, 1 for a word of degree, 0 for the rest."""
    if marker.zone == "aside" or marker.negated:
        return 0
    if marker.convention not in NO_USAGE:
        return 2
    if marker.category in _STRONG:
        return 2 if marker.slot is None or marker.category != "event-naming" else 1
    return 1 if marker.category in _WEAK else 0


def _runs(annotation: Annotation, sentences: list[Span]) -> Iterator[list[Span]]:
    """Runs of sentences of a good length; all of a text that has no such run."""
    text = annotation.article.text
    sizes = [count_words(text, s) for s in sentences]
    if sizes and sum(sizes) < FEWEST:
        yield sentences
        return
    for first in range(len(sentences)):
        total = 0
        for last in range(first, len(sentences)):
            total += sizes[last]
            if total > MOST:
                break
            if total >= FEWEST:
                yield sentences[first : last + 1]


def _window(annotation: Annotation, run: tuple[Span, ...]) -> Window:
    text = annotation.article.text
    words = " ".join(s.of(text) for s in run)
    inside = markers_in(annotation, run)
    strong = min(sum(strength(m) == 2 for m in inside), 6)
    weak = min(sum(strength(m) == 1 for m in inside), 3)
    voices = VoiceMap.of(annotation)
    kinds = {voices.at(Span(s.start + len(s) // 2, s.start + len(s) // 2 + 1)).kind for s in run}
    size = sum(count_words(text, s) for s in run)
    score = (
        3.0 * strong
        + weak
        + 2 * len(kinds)
        - 3 * graphic_weight(words)
        - 8 * len(slurs_in(words))
        - 4 * sum(words.count(mark) for mark in (THIS, ANOTHER, CREDIT))
        - 5 * bool(LEANS.match(words))
        - 2 * _gaps(text, run)
        - 4 * _torn(annotation, run)
        + 3 * _is_edge(text[: run[0].start])
        + 3 * _is_edge(text[run[-1].end :])
        - 4 * _open_marks(words)
        - abs(size - BEST) / 20
        - max(FEWEST - size, 0) / 4
    )
    return Window(annotation, run, size, score, strong, weak)


def markers_in(annotation: Annotation, run: tuple[Span, ...]) -> list[Marker]:
    """The markers inside the sentences of `run`, in order."""
    starts = [s.start for s in run]
    found = []
    for marker in annotation.markers:
        k = bisect_left(starts, marker.span.start + 1) - 1
        if k >= 0 and run[k].holds(marker.span):
            found.append(marker)
    return found


def _torn(annotation: Annotation, run: tuple[Span, ...]) -> int:
    """How many quotations the run cuts off, or leaves without the words that say whose they are."""
    whole = Span(run[0].start, run[-1].end)
    met = [q for q in annotation.quotes if q.content.meets(whole)]
    return sum(
        not whole.holds(q.content) or (q.cue is not None and not whole.holds(q.cue)) for q in met
    )


def _open_marks(words: str) -> bool:
    """Whether a quotation mark is opened and not closed in `words`, or closed and not opened."""
    if "„" in words:
        return False  # „…“: the sign that closes there opens elsewhere
    counts = [words.count(mark) for mark in '“”«»"']
    return counts[0] != counts[1] or counts[2] != counts[3] or counts[4] % 2 == 1


def _is_edge(beside: str) -> bool:
    """Whether a paragraph ends here: a line break, or nothing at all, is `beside` it."""
    blanks = re.match(r"\s*", beside), re.search(r"\s*\Z", beside)
    return not beside.strip() or any(m is not None and "\n" in m.group() for m in blanks)


def _gaps(text: str, run: tuple[Span, ...]) -> int:
    """How many times something (a link, a heading) was left out between two sentences."""
    return sum(bool(text[a.end : b.start].strip()) for a, b in pairwise(run))
