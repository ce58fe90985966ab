"""Words that come through somebody else: ``X quoted Y as saying``, ``..., citing officials``."""

import re
from dataclasses import dataclass

from framing.annotation.quotation.cues import QUOTING, CueIndex
from framing.annotation.quotation.sentence import NOUN_GROUP, Sentence

_QUOTED_AS = re.compile(rf"r*(?P<np>{NOUN_GROUP})(?:r|[oy]n)*(?P<as>p)(?P<saying>g)")
_WAS_QUOTED_AS = re.compile(r"(?:r|[opy]n)*?(?P<as>p)(?P<saying>g)")


@dataclass(frozen=True, slots=True)
class Relay:
    """Chunks of a relayed attribution: who said it, who passes it on, and the verb of saying."""

    source: tuple[int, int] | None
    by: tuple[int, int] | None
    saying: int


def quoted_as(sentence: Sentence, k: int) -> Relay | None:
    """``X quoted Y as saying`` and ``Y was quoted by X as saying``, whose verb is chunk `k`."""
    if sentence.last_word(k) not in QUOTING:
        return None
    passive = sentence.letters[k] == "v" and sentence.is_passive(k)
    match = (_WAS_QUOTED_AS if passive else _QUOTED_AS).match(sentence.letters, k + 1)
    if match is None or sentence.word(match.start("as")) != "as":
        return None
    subject = sentence.subject_before(k)
    if passive:
        return Relay(subject, sentence.agent_behind(k), match.start("saying"))
    return Relay(match.span("np"), subject, match.start("saying"))


def cited(sentence: Sentence, k: int, cues: CueIndex) -> tuple[int, int] | None:
    """Whom chunk `k` cites: ``citing the ministry``; None where it cites a reason or no one."""
    if sentence.letters[k] != "g" or sentence.last_word(k) not in QUOTING:
        return None
    group = sentence.group_at(k + 1)
    if group is None:
        return None
    tokens = sentence.tokens
    places = range(sentence.starts[group[0]], sentence.starts[group[1]])
    speaks = any(
        tokens.tags[i] in ("NNP", "NNPS")
        or tokens.words[i] in cues.sources
        or tokens.words[i].removesuffix("s") in cues.sources
        for i in places
    )
    return group if speaks else None
