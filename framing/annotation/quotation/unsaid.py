"""Cues that report nothing here: a question asked, a formula, silence, the writer's judgement."""

import re

from framing.annotation.quotation.cues import Cue
from framing.annotation.quotation.sentence import Sentence

_JUDGED = re.compile(r"v[ar]*$")


def is_question(sentence: Sentence, k: int) -> bool:
    """Whether "asked about the dam" or "answering a question" begins at chunk `k`: what the outlet
    tells of the interview."""
    k += sentence.letters[k : k + 1] == "k"
    if sentence.letters[k : k + 1] == "n":  # a capital makes a name of "Answering a question"
        return sentence.word(k) in ("answering", "asked")
    return sentence.letters[k : k + 1] in ("v", "e", "g") and sentence.last_word(k) in _ASKED


_ASKED = frozenset("asked pressed questioned quizzed answering responding replying".split())


def says_nothing(sentence: Sentence, k: int, cue: Cue) -> bool:
    """Whether the cue in chunk `k` tells nobody's words: nobody said it, a question asked of the
    speaker, a formula of the outlet's, or silence."""
    tokens = sentence.tokens
    if _is_nobody(sentence, k):
        return True
    if tokens.words[cue.first] in _ASKED and (k == 0 or sentence.letters[k - 1] == "k"):
        return True
    if cue.term.cue in _QUIET:
        return _is_silence(sentence, k, cue)
    return tokens.tags[sentence.starts[k]] in ("VB", "VBP", "MD") and _is_formula(sentence, k)


def _is_nobody(sentence: Sentence, k: int) -> bool:
    """Whether the subject of verb `k` denies that anybody said it: "Neither side announced a date"."""
    subject = sentence.subject_before(k) if sentence.letters[k] == "v" else None
    return subject is not None and sentence.words(subject[0])[0] in _NOBODY


_NOBODY = frozenset(("neither", "no", "nobody", "none"))


def _is_formula(sentence: Sentence, k: int) -> bool:
    """Whether the outlet only turns to its reader: "Recall that ...", "It should be noted that ..."."""
    if sentence.letters[k] != "v":
        return False
    subject = sentence.subject_before(k)
    if subject is None:
        return k == 0
    modal = sentence.word(k) in ("should", "must", "will", "can", "may")
    return modal and sentence.is_passive(k) and sentence.words(subject[0]) == ["it"]


def _is_silence(sentence: Sentence, k: int, cue: Cue) -> bool:
    """Whether somebody says nothing: "declined to comment on", "did not respond to a request"."""
    if cue.term.cue in ("decline", "refuse"):
        behind = sentence.letters.find("i", k, k + 3)
        return behind >= 0 and not _SILENT.isdisjoint(sentence.words(behind))
    if cue.term.cue in ("ask", "request", "want"):
        behind = sentence.letters.find("i", k, k + 4)
        return behind >= 0 and not _NAMED.isdisjoint(sentence.words(behind))
    refused = sentence.letters[k] == "i" and not _REFUSED.isdisjoint(sentence.words(k - 1))
    return refused or not _NOT.isdisjoint(sentence.words(k))


_QUIET = frozenset(
    ("ask", "comment", "comment on", "confirm", "decline", "refuse", "request", "respond", "respond to",
     "verify", "want")
)  # fmt: skip
_REFUSED = frozenset(
    """asked available decline declined declines declining invited reached refuse refused refuses
    refusing unable unavailable""".split()
)  # to comment, to confirm
_NAMED = frozenset(("named", "identified", "quoted"))
_NOT = frozenset(("not", "n't"))
_SILENT = frozenset(
    "answer comment discuss drawn elaborate identified named respond speak speculate".split()
)


def is_judged(sentence: Sentence, k: int) -> bool:
    """Whether an infinitive depends on a judgement of the writer's: "it is too soon to say"."""
    judged = _JUDGED.search(sentence.letters, 0, k)
    if sentence.tokens.tags[sentence.starts[k] - 1][:2] not in ("JJ", "RB"):
        return False
    subject = sentence.subject_before(judged.start()) if judged else None
    return subject is not None and sentence.word(subject[0]) == "it"
