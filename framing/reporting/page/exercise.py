"""Short unmarked stretches of the articles for a reader to mark, and what is documented in them."""

import re
from collections.abc import Iterator, Mapping, Sequence

from framing.model import Annotation, Comparison, Marker, Span
from framing.reporting.blind import Mask
from framing.reporting.page.notebook import Notebook, group_of
from framing.reporting.page.records import Excerpt, Word
from framing.reporting.page.texts import shown_markers
from framing.text.segment import paragraphs
from framing.text.tokens import count_words
from framing.text.zones import ZoneMap

_FEWEST, _MOST = 60, 160
"""Words of an excerpt: what is read and marked in three minutes (pupil pages use 100 to 180)."""
_MOST_TEXTS = 4  # excerpts of one event: one an outlet, then the exercise repeats itself
_OPENING_WORDS = 8  # a shorter first paragraph is a fragment that leans on what stands before it
_LEANS = re.compile(r"[-–—]|[a-z]")
_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*\Z")
_TOKEN = re.compile(r"\S+")


def excerpts(
    comparison: Comparison, numbers: Mapping[str, int], *, notebook: Notebook, mask: Mask
) -> list[Excerpt]:
    """One excerpt an outlet, outlets A-Z: the stretch of whole paragraphs with most documented words.

    `mask` takes outlet names out.
    """
    found: list[Excerpt] = []
    for outlet in comparison.outlets:
        mine = [a for a in comparison.annotations if a.article.outlet.outlet == outlet]
        windows = [(a, w) for a in mine for w in _windows(a)]
        if windows and len(found) < _MOST_TEXTS:
            annotation, window = max(windows, key=lambda item: _suits(*item))
            number = numbers[annotation.article.id]
            text, marks = annotation.article.text, _inside(annotation, window)
            found.append(
                Excerpt(
                    id=f"x{number}",
                    event=comparison.event.id,
                    text=f"t{number}",
                    number=number,
                    paragraphs=tuple(
                        tuple(_words(text, span, marks=marks, mask=mask)) for span in window
                    ),
                    marks=tuple((m.span.of(text), m.voice.kind, notebook.note(m)) for m in marks),
                )
            )
    return found


def _windows(annotation: Annotation) -> Iterator[list[Span]]:
    """Runs of body paragraphs of a good length; the nearest there is in a short article."""
    body = _body(annotation)
    text = annotation.article.text
    sizes = [count_words(text, span) for span in body]
    ends = [k for k in range(len(body)) if _closes(text, body[k : k + 2])] or range(len(body))
    for first in [k for k, span in enumerate(body) if _opens(text, span)] or [0]:
        for last in (k for k in ends if k >= first):
            size = sum(sizes[first : last + 1])
            if size <= _MOST and (size >= _FEWEST or sum(sizes) < _FEWEST):
                yield body[first : last + 1]


def _opens(text: str, span: Span) -> bool:
    """Whether a piece may begin here: not in the middle of a sentence, nor with who said it."""
    return count_words(text, span) >= _OPENING_WORDS and not _LEANS.match(text, span.start)


def _closes(text: str, spans: Sequence[Span]) -> bool:
    """Whether a piece may end with the first of `spans`: with a sentence, and not before the
    paragraph that says who spoke."""
    return bool(_ENDS.search(spans[0].of(text))) and not any(
        _LEANS.match(text, behind.start) for behind in spans[1:]
    )


def _body(annotation: Annotation) -> list[Span]:
    """The paragraphs of the article's own running text: no heading, no byline or caption."""
    article = annotation.article
    zones = ZoneMap(article)
    headings = [r.span for r in article.regions if r.kind == "section-heading"]
    return [
        p
        for p in paragraphs(article.text)
        if zones.at(p.start) in ("lead", "body")
        and zones.at(p.end - 1) in ("lead", "body")
        and not any(h.meets(p) for h in headings)
        and (_ENDS.search(p.of(article.text)) or count_words(article.text, p) >= _OPENING_WORDS)
    ]


def _suits(annotation: Annotation, window: Sequence[Span]) -> tuple[int, int]:
    """Documented words first; of two alike the stretch that stands earlier in its article."""
    return len(_inside(annotation, window)), -window[0].start


def _inside(annotation: Annotation, window: Sequence[Span]) -> list[Marker]:
    return [
        m
        for m in shown_markers(annotation)
        if group_of(m.category).on and any(p.holds(m.span) for p in window)
    ]


def _words(text: str, paragraph: Span, *, marks: Sequence[Marker], mask: Mask) -> Iterator[Word]:
    """The words of a paragraph; an outlet's name, of however many words, is one neutral word."""
    hidden = [Span(*m.span()) for m in mask.pattern.finditer(text, paragraph.start, paragraph.end)]
    for match in _TOKEN.finditer(text, paragraph.start, paragraph.end):
        span = Span(*match.span())
        name = next((name for name in hidden if name.meets(span)), None)
        if name is None:
            inside = tuple(k for k, mark in enumerate(marks) if mark.span.meets(span))
            yield Word(match.group(), inside)
        elif name.start >= span.start:
            behind = re.match(r"\W*", text[name.end : paragraph.end].split(" ")[0])
            yield Word(f"{text[span.start : name.start]}[an outlet]{behind and behind[0]}", ())
