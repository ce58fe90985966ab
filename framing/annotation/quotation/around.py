"""Attributions behind, before or inside what was said: ``..., X said.``, ``according to X, ...``,
``The dam, he said, is old.``"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from framing.annotation.quotation.attribution import Attribution
from framing.annotation.quotation.complements import (
    is_comment,
    is_tail_attribution,
    is_time,
    nothing_said,
    without_tail,
)
from framing.annotation.quotation.cues import Cue, CueIndex
from framing.annotation.quotation.phrases import Phrase
from framing.annotation.quotation.sentence import Sentence
from framing.annotation.quotation.unsaid import is_question
from framing.model import Span

_SUBJECT_ONLY = re.compile(r"[&r,]*(?:[pk][^,v]*,)?n[^v]*$")
_PREDICATE = re.compile(r"[^.]*v")
_MAIN_CLAUSE = re.compile(r"[&r,\"(]*(?:[pk][^,]*,)*(?:q(?=v)|n[^v]*v|w?k?v)")
# ", he said, of poor quality", ", he said, and in need of repair"
_REST = re.compile(r"[oq]|&[nagp]")
_ADJUNCT = re.compile(r"[&r,]*(?:p[^v]*)?$")
_VERB_NEXT = re.compile("r*v")
_NEXT_PIECE = re.compile(r"[^,v]*,")


def may_follow(sentence: Sentence, k: int, after: int, cue: Cue) -> bool:
    """Whether what was said may stand before a cue: any words before "said", a thought only round or
    before a verb alone ("The bridge, engineers believe, was hit")."""
    if "quote" in cue.term.takes:
        return True
    letters = sentence.letters
    if not ("that" in cue.term.takes and letters[after : after + 1] in (",", ".")):
        return False
    subject = sentence.any_subject(k)
    if subject is None or (subject[0] > 1 and sentence.word(subject[0] - 1) == "as"):
        return False  # "the date, as the board suggested, was moved"
    return "," in letters[:k]


def final(
    sentence: Sentence, k: int, cue: Cue, *, after: int, cues: CueIndex
) -> Iterator[Attribution]:
    """``..., X said.``, ``..., said X.`` and ``..., X said, ...``: what was said stands before the
    comma, behind the next one, or on both sides."""
    letters = sentence.letters
    subject = sentence.any_subject(k)
    if subject and (letters[subject[0]] == "w" or is_comment(sentence, subject[0])):
        return
    behind = sentence.group_at(after)
    inverted = subject is None and behind is not None and letters[k - 1 : k] in (",", '"')
    first = k if inverted or subject is None else subject[0]
    if first == 0 or not (inverted or nothing_said(sentence, after)):
        return
    as_said = sentence.word(first - 1) == "as" and sentence.word(first - 2) not in ("even", "just")
    if letters[first - 1] not in ',"' and not as_said:
        return
    if subject is None and not inverted:
        return
    relative = letters[first - 2 : first] == "w,"  # "its law, which, he said, is old"
    pieces = [] if relative or first <= as_said else said_before(sentence, first - as_said)
    if not inverted:  # behind "said X, ..." stands who X is
        behind_it = _goes_on(sentence, after, cues)
        if not pieces and _ends_in_another(sentence, after, cues):
            return
        if behind_it and not pieces and first > 1 and _ADJUNCT.match(letters, 0, first - 1):
            pieces.append(sentence.span(0, first - 1))  # "In May, he said, the dam broke"
        pieces += behind_it
    if pieces:
        who = sentence.with_name(behind) if inverted and behind else subject
        cue_span = sentence.tokens.span(sentence.starts[k], sentence.starts[k + 1])
        source = sentence.span(*who) if who else None
        yield Attribution(
            _joined(sentence, pieces), "final attribution", cue_span, cue.term.kind, source
        )


def according_to(sentence: Sentence, k: int) -> Iterator[Attribution]:
    """``according to X``, before, behind or inside what was said."""
    who = sentence.group_at(k + 2)
    if sentence.word(k + 1) == "to" and who:
        phrase = Phrase(who[1], sentence.span(k, k + 2), sentence.span(*_own(sentence, who)))
        colon = sentence.word(k - 1) == ":"
        yield from around(sentence, k, phrase, start=k if colon else 0)


def as_reported_by(sentence: Sentence, k: int, cues: CueIndex) -> Iterator[Attribution]:
    """``As reported by X, ...`` and ``..., as announced by X.``"""
    cue, who = sentence.verb_cue(k, cues), sentence.agent_behind(k)
    if cue is None or who is None:
        return
    pieces = said_before(sentence, k - 1) if k > 1 else _behind(sentence, who[1])
    if pieces:
        yield Attribution(
            tuple(pieces),
            "final attribution",
            sentence.span(k - 1, k + 1),
            cue.term.kind,
            sentence.span(*who),
        )


def _own(sentence: Sentence, who: tuple[int, int]) -> tuple[int, int]:
    """`who` without the subject of a clause behind it: "according to the board, and farmers say"."""
    cut = sentence.letters.rfind(",&", *who)
    return (who[0], cut) if cut > 0 and sentence.letters[who[1] : who[1] + 1] == "v" else who


def around(sentence: Sentence, k: int, phrase: Phrase, *, start: int = 0) -> Iterator[Attribution]:
    """What stands before, behind or around a phrase that says whose words the sentence is in, from
    chunk `start` on."""
    letters = sentence.letters
    pieces = []
    before = without_tail(sentence, start, k)
    if before > start and letters[before - 1] != "q" and not _ADJUNCT.match(letters, start, before):
        pieces.append(sentence.span(start, before))
    comma = letters.find(",", phrase.end)
    if comma > 0 and (not pieces or letters[k - 1] == ","):
        end = without_tail(sentence, comma + 1, len(letters))
        if end > comma + 1:
            pieces.append(sentence.span(comma + 1, end))
    if pieces:
        yield Attribution(
            _joined(sentence, pieces), "according to", phrase.cue, "neutral", phrase.source
        )


def _joined(sentence: Sentence, pieces: list[Span]) -> tuple[Span, ...]:
    """One clause round an attribution ("The dam, he said, is old") as one content; two stay two."""
    if len(pieces) < 2:
        return tuple(pieces)
    starts = sentence.tokens.starts
    first = sentence.chunk_of(bisect_left(starts, pieces[0].start))
    last = sentence.chunk_of(bisect_left(starts, pieces[0].end) - 1)
    behind = sentence.chunk_of(bisect_left(starts, pieces[-1].start))
    if "v" not in sentence.letters[first : last + 1] and _VERB_NEXT.match(sentence.letters, behind):
        return (Span(pieces[0].start, pieces[-1].end),)
    return tuple(pieces)


def said_before(sentence: Sentence, first: int) -> list[Span]:
    """What was said before the attribution: a clause, or a subject whose verb comes behind it; not
    what was asked ("Asked about the dam, he said")."""
    if is_question(sentence, 0):
        return []
    end = without_tail(sentence, 0, first)
    said = _MAIN_CLAUSE.match(sentence.letters, 0, end) or _SUBJECT_ONLY.match(
        sentence.letters, 0, end
    )
    return [sentence.span(0, end)] if said and end else []


def _goes_on(sentence: Sentence, after: int, cues: CueIndex) -> list[Span]:
    """`_behind`, but for a second attribution ("..., he said, adding that") and a circumstance ("...,
    he said, days before the vote")."""
    letters = sentence.letters
    comma = _NEXT_PIECE.match(letters, after)
    k = comma.end() if comma else 0
    second = letters[k : k + 1] == "g" and sentence.verb_cue(k, cues)
    circumstance = letters[k : k + 2] == "np" and is_time(sentence, k)
    return [] if second or circumstance else _behind(sentence, after)


def _ends_in_another(sentence: Sentence, after: int, cues: CueIndex) -> bool:
    """Whether somebody else says the sentence: "At noon, Roe spoke at work, | his office said"."""
    last = sentence.letters.rfind(",", after)
    return last > 0 and is_tail_attribution(sentence, last + 1, cues)


def _behind(sentence: Sentence, after: int) -> list[Span]:
    """What was said behind the attribution and its comma: the rest of the sentence."""
    comma = _NEXT_PIECE.match(sentence.letters, after)
    if comma is None:
        return []
    start = comma.end()
    end = without_tail(sentence, start, len(sentence.letters))
    goes_on = _PREDICATE.match(sentence.letters, start, end) or _REST.match(
        sentence.letters, start, end
    )
    return [sentence.span(start, end)] if goes_on else []
