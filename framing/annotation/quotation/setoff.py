"""Quotations that layout or a following sentence sets off, with or without marks.

Four habits of the press: a statement on its own lines closed by "- said X." or by a line "- X said";
a line that ends "... - X" or begins "X: ..." (headlines and links); "This was stated by X", which
makes the sentences before it his.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from framing.annotation.quotation.attribution import Attribution
from framing.annotation.quotation.complements import nothing_said
from framing.annotation.quotation.cues import Cue, CueIndex
from framing.annotation.quotation.sentence import NOUN_GROUP, Sentence
from framing.model import Span
from framing.text.tagging import usual_tag
from framing.text.tokens import Tokens

_DASH_LINE = re.compile(r"[-–—]\s*(?=\w)")
_DASH_TAIL = re.compile(r"[.!?,…]\s*[-–—]\s*(?=\w)")
_NAME = r"(?:[A-Z][\w.’'-]*|of|the|de|al|bin|van|von|and)"
_DASH_NAME = re.compile(rf"\s[-–—]\s*(?P<who>(?:the\s)?[A-Z][\w.’'-]*(?:\s{_NAME}){{0,4}})$")
_NAME_COLON = re.compile(rf"(?P<who>[A-Z][\w.’'-]*(?:\s{_NAME}){{0,4}}):\s+(?=[“\"‘'A-Z\d])")
_DASH_ROLE = re.compile(r"\s[-–—]\s*(?P<who>[\w.’'-]+(?:\s[\w.’'-]+){0,4})$")
_COLON = re.compile(r":\s+(?P<who>(?:[A-Z][\w.’'-]*|[a-z]+)(?:\s[A-Za-z][\w.’'-]*){0,2})$")
_FEWEST_SAID = 3  # words of a headline before the source that ends it
_CUE_LINE = re.compile(
    rf"(?:(?P<np>{NOUN_GROUP}(?:,[^v]*,)?)r*(?P<cue>v)|(?P<cue2>[ve])r*(?P<np2>{NOUN_GROUP}))"
    rf"(?:r|n|[opy]+[ng]|,)*(?:,w.*)?[.]?$"
)
_STATED_BY = re.compile(rf"n(?P<cue>v)(?:r|[op]n)*y(?P<np>{NOUN_GROUP}(?:,{NOUN_GROUP})?)")
_STAMP = re.compile(r"\s*\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d{2}.*$")  # glued to a link
_LONGEST_CUE_LINE = 16  # tokens; a longer line behind a dash is a paragraph of its own
SET_OFF = frozenset(("set-off quote", "transcript turn", "dash speech"))
"""Rules whose content is somebody's own words though no marks stand round them."""

_TURN = re.compile(
    r"(?P<who>[A-Z][A-Z.’' -]{2,40}|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}):\s+(?=\S)"
)
_FEWEST_TURNS = 3  # lines "NAME: ..." that make a transcript; one or two may be headings
_DASH_SPEECH = re.compile(r"[-–—]\s+(?P<said>[^\n]+?[,.!?…])\s+[-–—]\s+(?=\w)")
_DEMONSTRATIVES = frozenset(("this", "it", "that"))


def set_off(tokens: Tokens, paragraphs: Sequence[Span], cues: CueIndex) -> Iterator[Attribution]:
    """Attributions by layout, paragraph by paragraph."""
    yield from _turns(tokens.text, paragraphs)
    for number, paragraph in enumerate(paragraphs):
        before = paragraphs[number - 1] if number else None
        yield from _closing_line(tokens, paragraph, before, cues)
        yield from _behind_colon(tokens, paragraph, before, cues)
        yield from _dash_speech(tokens, paragraph, cues) or _dash_tail(tokens, paragraph, cues)
        yield from _stated_by(tokens, paragraph, before, cues)
        yield from _named_line(tokens.text, paragraph, cues)


def _closing_line(
    tokens: Tokens, paragraph: Span, before: Span | None, cues: CueIndex
) -> Iterator[Attribution]:
    """A line "- Umerov noted." makes the paragraph before it Umerov's own words."""
    dash = _DASH_LINE.match(tokens.text, paragraph.start, paragraph.end)
    if dash and before and (said := _cue_line(tokens, dash.end(), paragraph.end, cues)):
        yield _set_off(tokens, before, said)


def _turns(text: str, paragraphs: Sequence[Span]) -> Iterator[Attribution]:
    """The turns of an interview or a transcript: several paragraphs that begin "NAME: "."""
    turns = [
        (turn, paragraph)
        for paragraph in paragraphs
        if (turn := _TURN.match(text, paragraph.start, paragraph.end))
        and text[paragraph.end - 1] in '.!?…"”’»' + "'"
    ]
    names = [turn["who"] for turn, _ in turns]
    if len(turns) < _FEWEST_TURNS or len(set(names)) == len(names):
        return
    for turn, paragraph in turns:
        said = text[turn.end() : paragraph.end].rstrip().rstrip(".")
        colon = Span(turn.end("who"), turn.end("who") + 1)
        yield Attribution(
            (Span(turn.end(), turn.end() + len(said)),),
            "transcript turn",
            colon,
            "neutral",
            Span(*turn.span("who")),
        )


def _dash_speech(tokens: Tokens, paragraph: Span, cues: CueIndex) -> list[Attribution]:
    """A paragraph of dialogue: "— We go on, — said X." with or without more behind it."""
    match = _DASH_SPEECH.match(tokens.text, paragraph.start, paragraph.end)
    if match is None:
        return []
    k = bisect_left(tokens.sentences, match.end(), key=lambda span: span.end)
    end = (
        min(tokens.sentences[k].end, paragraph.end) if k < len(tokens.sentences) else paragraph.end
    )
    said = _cue_line(tokens, match.end(), end, cues)
    if said is None:
        return []
    cue, source = said
    content = Span(match.start("said"), match.end("said"))
    words = content.of(tokens.text).rstrip(",.")
    pieces = [Span(content.start, content.start + len(words))]
    behind = tokens.text[end : paragraph.end].lstrip(" –—-")
    if behind:
        pieces.append(Span(paragraph.end - len(behind), paragraph.end))
    cue_span = tokens.span(cue.first, cue.last)
    return [Attribution(tuple(pieces), "dash speech", cue_span, cue.term.kind, source)]


def _behind_colon(
    tokens: Tokens, paragraph: Span, before: Span | None, cues: CueIndex
) -> Iterator[Attribution]:
    """A paragraph that ends "X writes:" makes the next one X's own words, with marks or without."""
    if before is None or before.of(tokens.text)[-1:] != ":":
        return
    last = bisect_left(tokens.starts, before.end)
    k = bisect_left(tokens.bounds, last) - 1
    sentence = Sentence.of(tokens, tokens.bounds[max(k, 0)], last)
    for place in range(len(sentence.letters) - 1, -1, -1):
        if sentence.letters[place] not in "vg":
            continue
        cue = sentence.verb_cue(place, cues)
        subject = sentence.subject_before(place)
        if cue and subject and "quote" in cue.term.takes and nothing_said(sentence, place + 1):
            yield _set_off(tokens, paragraph, (cue, sentence.span(*subject)))
        return


def _dash_tail(tokens: Tokens, paragraph: Span, cues: CueIndex) -> Iterator[Attribution]:
    """A paragraph that ends ". - said Umerov." holds his own words up to the dash."""
    for dash in _DASH_TAIL.finditer(tokens.text, paragraph.start, paragraph.end):
        if said := _cue_line(tokens, dash.end(), paragraph.end, cues):
            yield _set_off(tokens, Span(paragraph.start, dash.start() + 1), said)
            return


def _cue_line(tokens: Tokens, start: int, end: int, cues: CueIndex) -> tuple[Cue, Span] | None:
    """Cue and source if the stretch holds these and nothing more than time and place."""
    first, last = bisect_left(tokens.starts, start), bisect_left(tokens.starts, end)
    if not 2 <= last - first <= _LONGEST_CUE_LINE:
        return None
    sentence = Sentence.of(tokens, first, last)
    match = _CUE_LINE.match(sentence.letters)
    if match is None:
        return None
    straight = match["np"] is not None
    cue = sentence.verb_cue(match.start("cue" if straight else "cue2"), cues)
    if cue is None or "quote" not in cue.term.takes:
        return None
    return cue, sentence.span(*match.span("np" if straight else "np2"))


def _set_off(tokens: Tokens, block: Span, said: tuple[Cue, Span]) -> Attribution:
    cue, source = said
    text = block.of(tokens.text).rstrip().rstrip(",.")
    return Attribution(
        (Span(block.start, block.start + len(text)),),
        "set-off quote",
        tokens.span(cue.first, cue.last),
        cue.term.kind,
        source,
    )


def _stated_by(
    tokens: Tokens, paragraph: Span, before: Span | None, cues: CueIndex
) -> Iterator[Attribution]:
    """Behind "This was stated by X": what stands before it in the paragraph, or the one before."""
    k = first_sentence = bisect_left(tokens.bounds, bisect_left(tokens.starts, paragraph.start))
    while k < len(tokens.sentences) and tokens.sentences[k].start < paragraph.end:
        first, last = tokens.bounds[k], tokens.bounds[k + 1]
        if tokens.words[first] in _DEMONSTRATIVES:
            sentence = Sentence.of(tokens, first, last)
            match = _STATED_BY.match(sentence.letters)
            cue = sentence.verb_cue(match.start("cue"), cues) if match else None
            block = (
                Span(paragraph.start, tokens.sentences[k - 1].end) if k > first_sentence else before
            )
            if match and cue and block and "that" in cue.term.takes:
                content = block.of(tokens.text).rstrip().rstrip(",.")
                yield Attribution(
                    (Span(block.start, block.start + len(content)),),
                    "stated by",
                    sentence.span(0, match.end("cue")),
                    cue.term.kind,
                    sentence.span(*match.span("np")),
                )
        k += 1


def _named_line(text: str, paragraph: Span, cues: CueIndex) -> Iterator[Attribution]:
    """Headlines and links: "... - Umerov", "Zelensky: ...". Only lines without a closing stop."""
    line = paragraph.of(text)
    if ":" in line:
        line = _STAMP.sub("", line)
    if line[-1:] in tuple('.!?…"”'):
        return
    tail = _DASH_NAME.search(line) or _tail(_DASH_ROLE, line, cues) or _tail(_COLON, line, cues)
    if tail:
        colon = line[tail.start()] == ":"
        end = tail.start() + 1 if colon else len(line)
        yield Attribution(
            (Span(paragraph.start, paragraph.start + len(line[: tail.start()].rstrip())),),
            "name behind a colon" if colon else "name behind a dash",
            Span(paragraph.start + tail.start() + (not colon), paragraph.start + end),
            "neutral",
            Span(paragraph.start + tail.start("who"), paragraph.start + len(line)),
        )
    elif (
        (head := _NAME_COLON.match(line))
        and len(line.split()) > len(head.group().split()) + 2
        and _may_speak(head["who"], cues)
    ):
        yield Attribution(
            (Span(paragraph.start + head.end(), paragraph.end),),
            "name before a colon",
            Span(paragraph.start + head.end("who"), paragraph.start + head.end("who") + 1),
            "neutral",
            Span(paragraph.start, paragraph.start + head.end("who")),
        )


def _tail(pattern: re.Pattern[str], line: str, cues: CueIndex) -> re.Match[str] | None:
    """A headline's end that names a source: "... - governor", "...: Omar", "...: UN report"."""
    match = pattern.search(line)
    if match is None or len(line[: match.start()].split()) < _FEWEST_SAID:
        return None
    last = match["who"].split()[-1]
    speaks = last.lower() in cues.sources or (pattern is _COLON and _may_speak(last, cues))
    return match if speaks else None


def _may_speak(who: str, cues: CueIndex) -> bool:
    """Whether the words before a colon can be somebody who speaks: a name, or a noun for a source, but
    no label ("Exclusive", "Watch")."""
    word = who.lower()
    return usual_tag(word) is None or word in cues.sources or who.isupper()
