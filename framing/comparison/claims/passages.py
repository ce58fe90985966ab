"""The passages of an article that can hold a claim: clauses, cut where one statement ends.

A sentence may tell two things: it is cut at the edges of what somebody is reported to say, at
semicolons, before a second predicate or clause ("and threatened to ...", "while ..."), before a
clause that only adds ("which ...", ", focusing on ..."), and behind an opening phrase of its own.
Words that only say who spoke ("he noted that") are no passage.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from framing.annotation.voice import VoiceMap
from framing.comparison.features import is_content_word
from framing.model import Annotation, Quote, Region, Span, Voice
from framing.text.chunks import Chunks, chunk
from framing.text.spans import SpanIndex
from framing.text.tokens import Tokens, tokenize

_MORE = (
    4  # content words besides the speaker and the cue, from which an attribution tells something
)
FEWEST_WORDS = 2  # content words; a shorter piece is part of the piece before it

_NOT_TOLD = frozenset(
    ("date-header", "ticker", "view-count", "byline", "repeated-headline", "other")
)
_LABELLED_LINK = re.compile(r"(?:read|see|watch|listen)\b[^.]{0,20}:", re.IGNORECASE)
_STOPS = frozenset((";", ":", "—", "–", "-", "--", "…"))
_EDGE = _STOPS | frozenset(
    ", and & but or nor while that “ ” \" ' '' `` ( ) . also then however therefore".split()
)


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A passage while it is compared: tokens ``first : last`` of one sentence of an article.

    `subject` are the tokens of the subject that a second predicate shares with the first ("Chad
    demanded X | and threatened Y"); `cited` is True where the words around it say who spoke.
    """

    annotation: Annotation
    tokens: Tokens
    first: int
    last: int
    sentence: int
    voice: Voice
    subject: tuple[int, int] | None = None
    cited: bool = False

    @property
    def span(self) -> Span:
        """Where the passage stands in its article."""
        return self.tokens.span(self.first, self.last)

    @property
    def text(self) -> str:
        """The words of the passage."""
        return self.span.of(self.annotation.article.text)

    @property
    def article(self) -> str:
        """The id of its article."""
        return self.annotation.article.id


def passages_of(annotation: Annotation) -> list[Part]:
    """The passages of one article, in order; none overlaps another."""
    tokens = tokenize(annotation.article.text, annotation.sentences)
    cutter = _Cutter(annotation, tokens)
    found: list[Part] = []
    for number, (first, last) in enumerate(tokens.ranges()):
        for start, end in cutter.told(first, last):
            if not _LABELLED_LINK.match(tokens.text, tokens.starts[start]):
                found += cutter.parts(start, end, sentence=number)
    return found


def not_told(annotation: Annotation) -> SpanIndex[Region]:
    """The regions of an article that tell nothing: tickers, bylines, datelines, counts."""
    regions = [r for r in annotation.article.regions if r.kind in _NOT_TOLD]
    return SpanIndex(regions, lambda region: region.span)


class _Cutter:
    """Cuts the sentences of one article."""

    def __init__(self, annotation: Annotation, tokens: Tokens) -> None:
        self._annotation, self._tokens = annotation, tokens
        self._skipped = not_told(annotation)
        self._voices = VoiceMap.of(annotation)
        self._quotes = SpanIndex(annotation.quotes, lambda quote: quote.content)
        frames = [(m, q) for q in annotation.quotes for m in (q.cue, q.source) if m]
        self._frames = SpanIndex(frames, lambda frame: frame[0])
        self._headings = [r.span for r in annotation.article.regions if r.kind == "section-heading"]

    def told(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Token ranges of a sentence that lie outside the regions that tell nothing."""
        start = None
        for i in range(first, last + 1):
            inside = i < last and not self._skipped.meeting(self._tokens.span(i, i + 1))
            if inside and start is None:
                start = i
            elif not inside and start is not None:
                yield start, i
                start = None

    def parts(self, first: int, last: int, *, sentence: int) -> list[Part]:
        """The passages in tokens ``first : last``; a heading without a verb has none."""
        tokens, span = self._tokens, self._tokens.span(first, last)
        chunks = chunk(tokens, first, last)
        if "v" not in chunks.letters and any(h.meets(span) for h in self._headings):
            return []
        met = self._quotes.meeting(span)
        cited = [quote for quote in met if self._is_clause(quote, chunks)]
        mere = {id(quote) for quote in met} - {id(quote) for quote in cited}
        frames = [m for m, quote in self._frames.meeting(span) if id(quote) not in mere]
        cuts = {first, last, *_clause_starts(tokens, chunks)}
        for quote in cited:
            cuts.add(self._token_at(quote.content.start, first=first, last=last))
            cuts.add(self._token_at(quote.content.end, first=first, last=last))
        pieces = (_trimmed(tokens, first=a, last=b) for a, b in pairwise(sorted(cuts)))
        found = []
        for start, end in pieces:
            if start < end:
                piece = tokens.span(start, end)
                told = any(_inside(piece, quote.content) for quote in cited)
                met_frames = [frame for frame in frames if frame.meets(piece)]
                beside = bool(met_frames) or (bool(cited) and not _has_verb(tokens, start, end))
                if told or not beside or _tells_more(tokens, (start, end), met_frames):
                    found.append(self._part((start, end), sentence=sentence, cited=told))
        return _with_subjects(_merged(found), chunks)

    def _part(self, place: tuple[int, int], *, sentence: int, cited: bool) -> Part:
        span = self._tokens.span(*place)
        middle = (span.start + span.end) // 2
        voice = self._voices.at(Span(middle, middle + 1))
        return Part(self._annotation, self._tokens, *place, sentence, voice, cited=cited)

    def _is_clause(self, quote: Quote, chunks: Chunks) -> bool:
        """Whether what is quoted is a statement of its own. What a verb of speech has as its mere
        object ("welcomed the visit") is told by the whole clause."""
        starts = (self._tokens.starts[first] for first in chunks.starts[:-1])
        return quote.kind != "indirect" or any(
            letter in "vi" and quote.content.start <= start < quote.content.end
            for letter, start in zip(chunks.letters, starts, strict=True)
        )

    def _token_at(self, place: int, *, first: int, last: int) -> int:
        return next((i for i in range(first, last) if self._tokens.ends[i] > place), last)


def _has_verb(tokens: Tokens, first: int, last: int) -> bool:
    return any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in tokens.tags[first:last])


def _tells_more(tokens: Tokens, place: tuple[int, int], frames: Sequence[Span]) -> bool:
    """Whether words beside what is cited ("after the talks, he said") tell something themselves."""
    own = [
        i
        for i in range(*place)
        if tokens.tags[i][:2] in ("NN", "JJ", "VB", "CD")
        and is_content_word(tokens.words[i])
        and not any(frame.meets(tokens.span(i, i + 1)) for frame in frames)
    ]
    return len(own) >= _MORE


def _inside(piece: Span, content: Span) -> bool:
    """Whether a piece lies in a quote, a mark at either end left out."""
    return content.start <= piece.start + 1 and piece.end - 1 <= content.end


def _trimmed(tokens: Tokens, *, first: int, last: int) -> tuple[int, int]:
    """Without the stops, marks and joining words at both ends."""
    while first < last and tokens.words[first] in _EDGE:
        first += 1
    while first < last and tokens.words[last - 1] in _EDGE:
        last -= 1
    return first, last


def _merged(parts: Sequence[Part]) -> list[Part]:
    """Pieces of too few words joined to the one before them, where the voice is the same; what is
    still too short tells nothing."""
    found: list[Part] = []
    for part in parts:
        if found and _is_rest(part, found[-1]):
            found[-1] = replace(found[-1], last=part.last)
        else:
            found.append(part)
    return [part for part in found if _words(part) >= FEWEST_WORDS]


def _is_rest(part: Part, before: Part) -> bool:
    """Whether a piece belongs to the one before it: either is too short, and one voice has both."""
    one_voice = before.cited == part.cited and before.voice.speaker == part.voice.speaker
    return one_voice and min(_words(before), _words(part)) < FEWEST_WORDS


def _words(part: Part) -> int:
    tokens = part.tokens
    return sum(
        tokens.tags[i] == "CD"
        or (tokens.tags[i][:2] in ("NN", "JJ", "VB") and is_content_word(tokens.words[i]))
        for i in range(part.first, part.last)
    )


def _with_subjects(parts: Sequence[Part], chunks: Chunks) -> list[Part]:
    """Give a piece that begins with its predicate the subject of the piece before it, and a relative
    clause the noun phrase it hangs on."""
    found: list[Part] = []
    subject: tuple[int, int] | None = None
    for part in parts:
        letters = [
            (letter, chunks.range(k))
            for k, letter in enumerate(chunks.letters)
            if part.first <= chunks.starts[k] < part.last
        ]
        opening = next((letter for letter, _ in letters if letter in "nvw"), "")
        if opening == "w":
            part = replace(part, subject=_last_noun(chunks, before=part.first))
        elif opening == "v" and subject:
            part = replace(part, subject=subject)
        elif opening == "n":
            subject = _subject(letters)
        found.append(part)
    return found


def _subject(letters: Sequence[tuple[str, tuple[int, int]]]) -> tuple[int, int]:
    """The first noun phrase, with those that "and" or a comma joins to it before the verb."""
    first = next(place for letter, place in letters if letter == "n")
    last = first
    for letter, place in letters:
        if letter == "v":
            return first[0], last[1]
        if letter not in "n&,r":
            break
        last = place if letter == "n" else last
    return first


def _last_noun(chunks: Chunks, *, before: int) -> tuple[int, int] | None:
    """The noun phrase before a place, which a relative clause there speaks of."""
    places = (chunks.range(k) for k, letter in enumerate(chunks.letters) if letter == "n")
    return max((place for place in places if place[1] <= before), default=None)


def _clause_starts(tokens: Tokens, chunks: Chunks) -> Iterator[int]:
    """The tokens at which a new statement begins."""
    start = 0
    for k in range(1, len(chunks.letters)):
        word = tokens.words[chunks.starts[k]]
        place = k + 1 if chunks.letters[k] == ":" else k
        if place < len(chunks.letters) and _is_cut(chunks.letters, k, start=start, word=word):
            yield chunks.starts[place]
            start = place


# What follows the place, over the letters of chunks (see `framing.text.chunks`).
_SENTENCE = re.compile(r":.*n.*v|:[nr]*v")
_PREDICATE = re.compile(r"&[r,]*[ve]")
_CLAUSE = re.compile(r"&[^v,]*nr*(?:,[^v,]{1,4},)?v")
_RELATIVE = re.compile(r"wr*n*v")
_CONTRAST = re.compile(r"p[^v,]*v")
_WITH = re.compile(r"pn(?:pn)?[gev]")
_MAIN = re.compile(r",r*n[^,v]*v")
_LIST = re.compile(r",n,$")  # "A, B, and C were" is one subject
_OPENING = re.compile(r".*[gi].*n")


def _is_cut(letters: str, k: int, *, start: int, word: str) -> bool:
    """Whether a new statement begins at (for a stop: behind) chunk `k`."""
    left, right, before = letters[start:k], letters[k:], letters[k - 1]
    told = "v" in left
    match letters[k]:
        case ":":
            return word in _STOPS and (told or word == ":") and bool(_SENTENCE.match(right))
        case "&" if told and _PREDICATE.match(right):
            return True
        case "&":
            joins = before == "," or word == "but"
            return told and joins and bool(_CLAUSE.match(right)) and not _LIST.search(left)
        case "w":
            return before == "," and "n" in left and bool(_RELATIVE.match(right))
        case "p" if word in ("while", "whereas", "although", "though"):
            return told and bool(_CONTRAST.match(right))
        case "p":
            return told and word == "with" and before == "," and bool(_WITH.match(right))
        case "g" | "e":
            return told and before == ","
        case ",":
            opening = start == 0 and not told and _OPENING.match(left)
            return bool(opening) and bool(_MAIN.match(right))
    return False
