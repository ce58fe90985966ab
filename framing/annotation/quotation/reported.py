"""Reported speech inside one sentence: what is said, through which cue, by whom.

Every rule reads the sentence as a string of chunk letters (see `framing.text.chunks`). A cue's
complement stands to its right ("said that ...", "described the paper as ..."); where there is none,
what was said stands before it ("..., the ministry said") or around it.
"""

import re
from collections.abc import Iterator

from framing.annotation.quotation.attribution import Attribution
from framing.annotation.quotation.complements import (
    Complement,
    clause_end,
    complement,
    nothing_said,
    object_end,
    without_tail,
)
from framing.annotation.quotation.cues import Cue, CueIndex
from framing.annotation.quotation.sentence import NOUN_GROUP, Sentence
from framing.model import Span

_SUBJECT_ONLY = re.compile(r"(?:[&r,]*[pk][^,v]*,)?n[^v]*$")
_PREDICATE = re.compile(r"[^.]*v")
_MAIN_CLAUSE = re.compile(r"[&r,\"(]*(?:[pk][^,]*,)*(?:q(?=v)|n[^v]*v|w?k?v)")
_NOUN_CLAUSE = re.compile(rf"(?:o(?P<of>{NOUN_GROUP}))?(?:[op]n)*(?P<start>q)(?=n|r|p|k|u)")
_ADJUNCT = re.compile(r"[&r,]*(?:p[^v]*)?$")
_NEXT_PIECE = re.compile(r"[^,v]*,")


def reported(
    sentence: Sentence, cues: CueIndex, used: frozenset[int] = frozenset()
) -> Iterator[Attribution]:
    """Every attribution in `sentence`, by the place of its cue. `used` holds the places in the text
    of cues that already belong to a quotation."""
    for k, letter in enumerate(sentence.letters):
        if letter in "vige":
            if sentence.word(k) == "according":
                yield from _according_to(sentence, k)
            elif (cue := sentence.verb_cue(k, cues)) and (
                sentence.tokens.starts[cue.first] not in used
            ):
                yield from _by_verb(sentence, k, cue, cues)
        if letter in "naev" and (
            cue := cues.other(sentence.tokens.words, sentence.starts[k + 1] - 1)
        ):
            yield from _by_noun(sentence, k, cue, cues)


def _by_verb(sentence: Sentence, k: int, cue: Cue, cues: CueIndex) -> Iterator[Attribution]:
    after = max(k + 1, sentence.chunk_behind(cue.last))
    passive = sentence.letters[k] == "v" and sentence.is_passive(k)
    said = complement(sentence, k, after, cue, cues)
    if said and not _is_action(sentence, k, cue, said, passive=passive):
        source = _agent(sentence, k) if passive else _subject(sentence, k)
        yield _attribution(sentence, k, cue, said, source)
    elif sentence.letters[k] == "v" and "quote" in cue.term.takes and not passive:
        yield from _final(sentence, k, cue, after)


def _is_action(sentence: Sentence, k: int, cue: Cue, said: Complement, *, passive: bool) -> bool:
    """Whether a cue reports nobody's words here: "is expected to", "pledged delegates"."""
    if passive:
        return said.rule.startswith("object") or "quote" not in cue.term.takes
    participle = sentence.letters[k] == "e"
    return (
        participle and said.rule in ("bare clause", "object") and sentence.letters[k - 1 : k] != "n"
    )


def _attribution(
    sentence: Sentence, k: int, cue: Cue, said: Complement, source: Span | None
) -> Attribution:
    cue_span = sentence.tokens.span(
        min(sentence.starts[k], cue.first), max(cue.last, sentence.starts[k + 1])
    )
    content = (sentence.span(said.start, said.end),)
    return Attribution(content, said.rule, cue_span, cue.term.kind, source)


def _subject(sentence: Sentence, k: int) -> Span | None:
    """The subject of verb chunk `k`; of the verb it hangs on where it has none of its own."""
    if sentence.letters[k] == "e" and sentence.letters[k - 1 : k] in ("n", "r"):
        subject = sentence.subject_before(k)
        return sentence.span(*subject) if subject else None
    while k >= 0:
        if sentence.letters[k] == "v" and (subject := sentence.subject_before(k)):
            return sentence.span(*subject)
        k = sentence.letters.rfind("v", 0, k)
    return None


def _agent(sentence: Sentence, k: int) -> Span | None:
    agent = sentence.agent_behind(k)
    return sentence.span(*agent) if agent else None


def _final(sentence: Sentence, k: int, cue: Cue, after: int) -> Iterator[Attribution]:
    """``..., X said.``, ``..., said X.`` and ``..., X said, ...``: what was said stands before the
    comma, behind the next one, or on both sides."""
    letters = sentence.letters
    subject = sentence.subject_before(k)
    if subject and letters[subject[0]] == "w":
        return
    behind = sentence.group_at(after)
    inverted = subject is None and behind is not None and letters[k - 1 : k] in (",", '"')
    first = k if inverted or subject is None else subject[0]
    if first == 0 or not (inverted or nothing_said(sentence, after)):
        return
    as_said = sentence.word(first - 1) == "as"
    if letters[first - 1] not in ',"' and not as_said:
        return
    pieces = _before(sentence, first - as_said)
    if not inverted:  # behind "said X, ..." stands who X is
        pieces += _behind(sentence, after)
    if pieces:
        who = behind if inverted else subject
        cue_span = sentence.tokens.span(sentence.starts[k], sentence.starts[k + 1])
        source = sentence.span(*who) if who else None
        yield Attribution(tuple(pieces), "final attribution", cue_span, cue.term.kind, source)


def _before(sentence: Sentence, first: int) -> list[Span]:
    """What was said before the attribution: a clause, or a subject whose verb comes behind it."""
    end = without_tail(sentence, 0, first)
    said = _MAIN_CLAUSE.match(sentence.letters, 0, end) or _SUBJECT_ONLY.match(
        sentence.letters, 0, end
    )
    return [sentence.span(0, end)] if said and end else []


def _behind(sentence: Sentence, after: int) -> list[Span]:
    """What was said behind the attribution and its comma: the rest of the sentence."""
    comma = _NEXT_PIECE.match(sentence.letters, after)
    if comma is None:
        return []
    start = comma.end()
    end = without_tail(sentence, start, len(sentence.letters))
    return [sentence.span(start, end)] if _PREDICATE.match(sentence.letters, start, end) else []


def _according_to(sentence: Sentence, k: int) -> Iterator[Attribution]:
    """``according to X``, before, behind or inside what was said."""
    letters = sentence.letters
    who = sentence.group_at(k + 2)
    if sentence.word(k + 1) != "to" or who is None:
        return
    pieces = []
    before = without_tail(sentence, 0, k)
    if before > 0 and letters[before - 1] != "q" and not _ADJUNCT.match(letters, 0, before):
        pieces.append(sentence.span(0, before))
    comma = letters.find(",", who[1])
    if comma > 0 and (not pieces or letters[k - 1] == ","):
        end = without_tail(sentence, comma + 1, len(letters))
        if end > comma + 1:
            pieces.append(sentence.span(comma + 1, end))
    if pieces:
        cue, source = sentence.span(k, k + 2), sentence.span(*who)
        yield Attribution(tuple(pieces), "according to", cue, "neutral", source)


def _by_noun(sentence: Sentence, k: int, cue: Cue, cues: CueIndex) -> Iterator[Attribution]:
    """``the claim that ...``, ``is confident that ...``."""
    match = _NOUN_CLAUSE.match(sentence.letters, k + 1)
    if match is None or "that" not in cue.term.takes:
        yield from _about(sentence, k, cue)
        return
    start = match.end("start")
    end = clause_end(sentence, k, start, cues)
    if end > start:
        cue_span = sentence.tokens.span(cue.first, cue.last)
        content = (sentence.span(start, end),)
        source = sentence.span(*match.span("of")) if match["of"] else _subject(sentence, k)
        yield Attribution(content, "noun clause", cue_span, cue.term.kind, source)


_ABOUT = frozenset("about on over against for of at".split())


def _about(sentence: Sentence, k: int, cue: Cue) -> Iterator[Attribution]:
    """``criticism of the plan``, ``is worried about the dam``: what it is about. A neutral noun
    ("the report on the dam") says nothing of what is said."""
    if cue.term.kind == "neutral" or sentence.word(k + 1) not in _ABOUT:
        return
    if sentence.letters[k + 2 : k + 3] not in ("n", "g"):
        return
    end = object_end(sentence, k + 2)
    if end > k + 2:
        cue_span = sentence.tokens.span(cue.first, cue.last)
        content = (sentence.span(k + 2, end),)
        yield Attribution(content, "about", cue_span, cue.term.kind, _subject(sentence, k))
