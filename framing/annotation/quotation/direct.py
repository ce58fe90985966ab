"""Whole utterances in quotation marks: which pairs they are, and who says them.

A pair is an utterance when it reads as one: it opens like a sentence, or a cue leads into it, and it
closes with a stop or comma. Shorter pieces ("fragments") are left to the sentence they stand in.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from framing.annotation.quotation.attribution import Attribution
from framing.annotation.quotation.cues import Cue, CueIndex
from framing.annotation.quotation.marks import MarkPair
from framing.annotation.quotation.relays import quoted_as
from framing.annotation.quotation.sentence import NOUN_GROUP, Sentence
from framing.model import Span
from framing.text.tokens import Tokens

_LEAD_IN = re.compile(r"(?:r|n|[opy]+[ng]|[q,:]|i|&n)*$")
_INVERTED = re.compile(rf"[,:]?r*(?P<cue>[ve])r*(?P<np>{NOUN_GROUP})")
_CLAUSE = re.compile(r"r*n?r*v")
_STRAIGHT = re.compile(rf"[,:]?(?P<np>{NOUN_GROUP}(?:,[^v]*,|\([^)]*\))?)r*(?P<cue>v)")
_LEAD = re.compile(r"[^:(]*n[^:]*$")  # words that a quotation may finish
_ENDS = tuple('.?!…:”"\n')  # what a sentence of its own stands behind
_FEWEST_WORDS = 4  # shorter pieces in marks need a cue that leads into or out of them


def utterances(
    tokens: Tokens, pairs: Sequence[MarkPair], paragraphs: Sequence[Span], cues: CueIndex
) -> list[tuple[MarkPair, Attribution]]:
    """Pairs that hold a whole utterance, each with its attribution, in order."""
    found: list[tuple[MarkPair, Attribution]] = []
    starts = [paragraph.start for paragraph in paragraphs]
    last: tuple[int, Attribution] | None = None
    for pair in _outermost(pairs):
        if not pair.inner.of(tokens.text).strip():
            continue
        place = bisect_left(starts, pair.span.start + 1) - 1
        paragraph = paragraphs[max(place, 0)]
        said = _attribution(tokens, pair, paragraph, cues)
        if said is None and not _reads_whole(tokens.text, pair):
            continue
        if said is None:
            said = _carried_over(tokens.text, pair, paragraph, place, last)
        found.append((pair, said))
        if said.source is not None:
            last = (place, said)
    return _filled_back(found)


def _filled_back(
    found: Sequence[tuple[MarkPair, Attribution]],
) -> list[tuple[MarkPair, Attribution]]:
    """Paragraphs of one long quotation have the speaker whom only its last paragraph names."""
    filled: list[tuple[MarkPair, Attribution]] = []
    named: Span | None = None  # whom the closing paragraph names
    for pair, said in reversed(found):
        if pair.closed or said.cue:
            named = said.source if said.cue else None
        elif named or (filled and said.source is None and filled[-1][1].source):
            source = named or filled[-1][1].source
            said = Attribution(said.content, "quote goes on", None, "neutral", source)
        filled.append((pair, said))
    return filled[::-1]


def _outermost(pairs: Sequence[MarkPair]) -> Iterator[MarkPair]:
    reach = 0
    for pair in pairs:
        if pair.span.start >= reach:
            reach = pair.span.end
            yield pair


def _reads_whole(text: str, pair: MarkPair) -> bool:
    """Whether the words in a pair read as a sentence: a capital first, a stop last, enough words."""
    inner = pair.inner.of(text).strip().rstrip("'’”\"").lstrip("[(‘'")
    ends = inner[-1:] in tuple(".,?!…—–") or not pair.closed
    if not (inner[:1].isupper() and ends):
        return False
    if len(inner.split()) >= _FEWEST_WORDS:
        return True
    before = text[max(pair.span.start - 3, 0) : pair.span.start].rstrip(" ")
    return inner[-1:] in tuple(".?!…") and before[-1:] in _ENDS


def _content(text: str, pair: MarkPair) -> Span:
    """The words in a pair without marks, outer space and the comma or stop that closes them."""
    inner = pair.inner.of(text)
    start = pair.inner.start + len(inner) - len(inner.lstrip())
    return Span(start, max(start, pair.inner.start + len(inner.rstrip().rstrip(",.").rstrip())))


def _attribution(
    tokens: Tokens, pair: MarkPair, paragraph: Span, cues: CueIndex
) -> Attribution | None:
    """Cue and source right behind the pair, or right before it, in the same paragraph."""
    return _behind(tokens, pair, paragraph, cues) or _before(tokens, pair, paragraph, cues)


def _behind(tokens: Tokens, pair: MarkPair, paragraph: Span, cues: CueIndex) -> Attribution | None:
    first = bisect_left(tokens.starts, pair.span.end)
    last = _sentence_end(tokens, first, paragraph)
    inner = pair.inner.of(tokens.text).rstrip("'’”\" ")
    if first >= last or (inner[-1:] not in tuple(",?!.…—–") and tokens.words[first] != ","):
        return None
    new_sentence = first in tokens.bounds
    sentence = Sentence.of(tokens, first, last)
    if not new_sentence and (relayed := _relayed_behind(tokens, pair, sentence)):
        return relayed
    for pattern in (_INVERTED,) if new_sentence else (_INVERTED, _STRAIGHT):
        match = pattern.match(sentence.letters)
        if match and pattern is _INVERTED and _has_subject(sentence, match):
            return None
        if match and (cue := _quote_cue(sentence, match.start("cue"), cues)):
            return Attribution(
                (_with_lead(tokens, pair, paragraph),),
                "cue behind quote",
                tokens.span(cue.first, cue.last),
                cue.term.kind,
                sentence.span(*sentence.with_name(match.span("np"))),
            )
    return None


def _has_subject(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether the verb behind a pair has its subject before it: 'who called it a "farce," said he would
    stay', '..., told reporters that he would'."""
    told = sentence.last_word(match.start("cue")) in ("told", "tells")
    return told or bool(_CLAUSE.match(sentence.letters, match.end()))


def _relayed_behind(tokens: Tokens, pair: MarkPair, sentence: Sentence) -> Attribution | None:
    """``"...," TASS quoted Peskov as saying.``"""
    verb = sentence.letters.find("v")
    relay = quoted_as(sentence, verb) if verb >= 0 else None
    if relay is None or relay.source is None:
        return None
    return Attribution(
        (_content(tokens.text, pair),),
        "relayed",
        sentence.span(verb, relay.saying + 1),
        "neutral",
        sentence.span(*relay.source),
        sentence.span(*relay.by) if relay.by else None,
    )


def _with_lead(tokens: Tokens, pair: MarkPair, paragraph: Span) -> Span:
    """The words in a pair, with the beginning of their sentence where the marks open late in it:
    ``The dam is "old and in need of repair," he said.``"""
    content = _content(tokens.text, pair)
    last = bisect_left(tokens.starts, pair.span.start)
    first = _sentence_start(tokens, last, paragraph)
    if first >= last or last in tokens.bounds or tokens.starts[first] < paragraph.start:
        return content
    lead = Sentence.of(tokens, first, last).letters
    if not _LEAD.match(lead) or ("v" in lead and _reads_whole(tokens.text, pair)):
        return content
    return Span(tokens.starts[first], content.end)


def _before(tokens: Tokens, pair: MarkPair, paragraph: Span, cues: CueIndex) -> Attribution | None:
    last = bisect_left(tokens.starts, pair.span.start)
    first = _sentence_start(tokens, last, paragraph)
    if first >= last:
        return None
    if tokens.words[last - 1] not in (",", ":") and not _reads_whole(tokens.text, pair):
        return None
    sentence = Sentence.of(tokens, first, last)
    for k in range(len(sentence.letters) - 1, -1, -1):
        if sentence.letters[k] in "vge" and (cue := _quote_cue(sentence, k, cues)):
            if not _LEAD_IN.match(sentence.letters, k + 1):
                return None
            subject = sentence.subject_before(k)
            if subject is None and sentence.letters[k] == "g":  # "Roe told us, adding: ..."
                verb = sentence.letters.rfind("v", 0, k)
                subject = sentence.subject_before(verb) if verb > 0 else None
            content = _content(tokens.text, pair)
            that = sentence.letters.find("q", k + 1)
            if 0 <= that < len(sentence.letters) - 1:  # said that in this climate, "I ..."
                content = Span(tokens.starts[sentence.starts[that + 1]], content.end)
            return Attribution(
                (content,),
                "cue before quote",
                tokens.span(cue.first, cue.last),
                cue.term.kind,
                sentence.span(*subject) if subject else None,
            )
    return _announced(tokens, pair, sentence, cues)


def _announced(
    tokens: Tokens, pair: MarkPair, sentence: Sentence, cues: CueIndex
) -> Attribution | None:
    """``The nurse shrugs: "We have no gloves."``: whom the words before a colon are about."""
    verb = sentence.letters.find("v")
    subject = sentence.subject_before(verb) if sentence.letters[-1] == ":" and verb > 0 else None
    if subject is None or not _is_somebody(sentence, subject[0], cues):
        return None
    source = sentence.span(*subject)
    return Attribution((_content(tokens.text, pair),), "cue before quote", None, "neutral", source)


def _is_somebody(sentence: Sentence, k: int, cues: CueIndex) -> bool:
    """Whether noun phrase `k` is a name, a person or a body: of things that announce words there is
    no end."""
    word, tag = sentence.last_word(k), sentence.tokens.tags[sentence.starts[k + 1] - 1]
    speaks = word in cues.sources and word not in cues.documents
    return speaks or tag in ("NNP", "NNPS") or sentence.words(k) in (["he"], ["she"])


def _quote_cue(sentence: Sentence, k: int, cues: CueIndex) -> Cue | None:
    cue = sentence.verb_cue(k, cues)
    return cue if cue and "quote" in cue.term.takes else None


def _sentence_end(tokens: Tokens, first: int, paragraph: Span) -> int:
    """Behind the last token of the sentence that holds token `first`, inside the paragraph."""
    k = bisect_right(tokens.bounds, first)
    if k == len(tokens.bounds) or tokens.starts[tokens.bounds[k] - 1] >= paragraph.end:
        return first
    return tokens.bounds[k]


def _sentence_start(tokens: Tokens, last: int, paragraph: Span) -> int:
    """First token of the sentence in which token `last` - 1 stands."""
    k = bisect_left(tokens.bounds, last) - 1
    return tokens.bounds[max(k, 0)]


def _carried_over(
    text: str, pair: MarkPair, paragraph: Span, place: int, last: tuple[int, Attribution] | None
) -> Attribution:
    """A quotation with no cue of its own: the last speaker's, where he spoke in this paragraph or the
    one before; nobody's otherwise."""
    content = (_content(text, pair),)
    if last is None or place - last[0] > 1:
        return Attribution(content, "no cue")
    return Attribution(content, "quote goes on", None, last[1].cue_kind, last[1].source)
