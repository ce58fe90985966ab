"""The words that an outlet chose: its own narration and its paraphrases, not what it quotes."""

import re
from collections.abc import Iterable, Iterator, Sequence

from framing.annotation.voice import VoiceMap
from framing.model import Annotation, Span
from framing.text.folding import fold
from framing.text.zones import prose_spans

# "per cent" is one word, which others write "percent"
_WORD = re.compile(r"(?i:\bper[ \u00a0]cent\b)|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_CONTRACTION = re.compile(r".*['’ʼ](?:t|re|ve|ll|d|m)\Z", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’ʼ]s\Z", re.IGNORECASE)
_NEXT_TO = re.compile(r"[ \t\u00a0\n\r]{1,2}|[-‐‑]")  # what may stand between the words of a phrase


def outlet_words(annotation: Annotation) -> Iterable[str]:
    """Folded words of an article's own prose that are the outlet's wording, in order.

    Numbers, contractions, single letters and the outlet's own name are left out, the possessive
    ending is cut off, and the parts of a compound count one by one.
    """
    for run in _runs(annotation):
        yield from run


def outlet_phrases(annotation: Annotation, *, size: int) -> Iterator[str]:
    """Runs of `size` such words that nothing but a space or a hyphen parts, overlapping."""
    for run in _runs(annotation):
        for i in range(len(run) - size + 1):
            yield " ".join(run[i : i + size])


def own_wording(annotation: Annotation, *, but: Iterable[Span] = ()) -> Iterator[Span]:
    """The stretches of an article's own prose that are not in quotation marks as speech; `but` are
    stretches to leave out too."""
    voices = VoiceMap.of(annotation)
    holes = [*but]
    holes += [q.content for q in annotation.quotes if voices.at(q.content).kind == "direct"]
    holes += [mark.span for mark in annotation.quotation_marks if mark.function == "speech"]
    for span in prose_spans(annotation.article):
        yield from _without(span, holes)


def own_names(text: str, names: Iterable[str]) -> list[Span]:
    """Where `text` has one of the outlets' `names`, written with a capital; "the" before it stays."""
    folded = fold(text)
    found = []
    for name in sorted({fold(name).strip().removeprefix("the ") for name in names} - {""}):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", folded):
            if text[match.start()].isupper():
                found.append(Span(*match.span()))
    return found


def words_in(text: str, span: Span) -> Iterator[str]:
    """The words of one stretch, folded as `outlet_words` folds them."""
    for run in _runs_in(text, span):
        yield from run


def _runs(annotation: Annotation) -> Iterator[list[str]]:
    """The words, parted wherever they do not stand side by side."""
    text = annotation.article.text
    names = own_names(text, [annotation.article.outlet.name])
    for piece in own_wording(annotation, but=names):
        yield from _runs_in(text, piece)


def _runs_in(text: str, piece: Span) -> Iterator[list[str]]:
    run: list[str] = []
    end = piece.start
    for match in _WORD.finditer(text, piece.start, piece.end):
        word = _folded(match.group())
        if run and not (word and _NEXT_TO.fullmatch(text, end, match.start())):
            yield run
            run = []
        end = match.end()
        if word:
            run.append(word)
    if run:
        yield run


def _folded(word: str) -> str:
    """The word as it is counted, or nothing where it is not."""
    if _CONTRACTION.match(word):
        return ""
    folded = fold(_POSSESSIVE.sub("", word)).replace(" ", "")
    return folded if len(folded) > 1 else ""


def _without(span: Span, holes: Sequence[Span]) -> Iterator[Span]:
    """What is left of `span` when `holes` are cut out of it."""
    start = span.start
    for hole in sorted(holes):
        if hole.end <= start or hole.start >= span.end:
            continue
        if hole.start > start:
            yield Span(start, hole.start)
        start = max(start, hole.end)
    if start < span.end:
        yield Span(start, span.end)
