"""Reported speech inside one sentence: what is said, through which cue, by whom.

Every rule reads the sentence as a string of chunk letters (see `framing.text.chunks`). A cue's
complement stands to its right ("said that ...", "described the paper as ..."); where there is none,
what was said stands before it ("..., the ministry said") or around it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from framing.annotation.quotation.around import (
    according_to,
    around,
    as_reported_by,
    final,
    may_follow,
    said_before,
)
from framing.annotation.quotation.attribution import Attribution
from framing.annotation.quotation.complements import (
    Complement,
    before_second_cue,
    clause_end,
    complement,
    is_comment,
    object_end,
)
from framing.annotation.quotation.cues import Cue, CueIndex
from framing.annotation.quotation.phrases import in_words_of
from framing.annotation.quotation.relays import Relay, cited, quoted_as
from framing.annotation.quotation.sentence import NOUN_GROUP, Sentence
from framing.annotation.quotation.unsaid import is_judged, says_nothing
from framing.model import Span

_NOUN_CLAUSE = re.compile(rf"(?:o(?P<of>{NOUN_GROUP}))?(?:[op]n)*(?P<start>q)(?=n|r|p|k|u)")
_IS_CLAUSE = re.compile(rf"(?:o(?P<of>{NOUN_GROUP}))?(?:(?P<be>v)r*(?P<start>[qik])|(?P<to>i))")


def reported(
    sentence: Sentence,
    cues: CueIndex,
    *,
    places: Iterable[int],
    used: frozenset[int] = frozenset(),
) -> Iterator[Attribution]:
    """Every attribution in `sentence`, by the place of its cue. `places` are the tokens where a cue
    begins (`CueIndex.places`); `used` holds the places in the text of cues that already belong to a
    quotation."""
    chunks = sorted({sentence.chunk_of(place) for place in places})
    return _with_cited(sentence, list(_by_cue(sentence, cues, chunks, used)), cues)


def _by_cue(
    sentence: Sentence, cues: CueIndex, chunks: Sequence[int], used: frozenset[int]
) -> Iterator[Attribution]:
    relayed = -1  # the verb of saying in "quoted Y as saying" has no other part
    for k in chunks:
        letter = sentence.letters[k]
        if letter in "vige" and k != relayed:
            if relay := quoted_as(sentence, k):
                relayed = relay.saying
                yield from _by_relay(sentence, k, relay, cues)
            else:
                yield from _by_verbal(sentence, k, cues, used)
        if letter in "py" and (who := in_words_of(sentence, k)):
            colon = next((i for i in range(k - 1, 0, -1) if sentence.word(i) == ":"), -1)
            yield from around(sentence, k, who, start=colon + 1)
        if letter in "naev" and (
            cue := cues.other(sentence.tokens.words, sentence.starts[k + 1] - 1)
        ):
            yield from _by_noun(sentence, k, cue, cues)


def _by_verbal(
    sentence: Sentence, k: int, cues: CueIndex, used: frozenset[int]
) -> Iterator[Attribution]:
    """The attribution of a verb, participle or -ing form in chunk `k`."""
    if sentence.word(k) == "according":
        yield from according_to(sentence, k)
    elif sentence.letters[k] in "ev" and sentence.word(k - 1) == "as":
        yield from as_reported_by(sentence, k, cues)
    elif (cue := sentence.verb_cue(k, cues)) and not cited(sentence, k, cues):
        if says_nothing(sentence, k, cue):
            return
        if sentence.tokens.starts[cue.first] not in used and not (
            sentence.letters[k] == "i" and is_judged(sentence, k)
        ):
            yield from _by_verb(sentence, k, cue, cues)
        elif sentence.word(k + 1) == ":":
            yield from final(sentence, k, cue, after=k + 1, cues=cues)


def _with_cited(
    sentence: Sentence, found: Sequence[Attribution], cues: CueIndex
) -> Iterator[Attribution]:
    """The attributions of a sentence, and whom the last of them cites: ``the agency reported, citing
    the ministry``."""
    yield from found
    if not found or "g" not in sentence.letters:
        return
    for k, letter in enumerate(sentence.letters):
        if letter == "g" and (who := cited(sentence, k, cues)):
            last = max(found, key=lambda one: one.cue.start if one.cue else 0)
            cue, source = sentence.span(k, k + 1), sentence.span(*who)
            yield Attribution(last.content, "cited source", cue, "neutral", source)


def _by_relay(sentence: Sentence, k: int, relay: Relay, cues: CueIndex) -> Iterator[Attribution]:
    """``X quoted Y as saying ...``, and ``..., X quoted Y as saying.``"""
    cue = sentence.verb_cue(relay.saying, cues)
    if cue is None:
        return
    said = complement(sentence, relay.saying, relay.saying + 1, cue, cues)
    first = min(who[0] for who in (relay.by, relay.source, (k, k)) if who)
    pieces = [sentence.span(said.start, said.end)] if said else said_before(sentence, first)
    if pieces:
        yield Attribution(
            tuple(pieces),
            "relayed",
            sentence.span(k, relay.saying + 1),
            cue.term.kind,
            sentence.span(*relay.source) if relay.source else None,
            sentence.span(*relay.by) if relay.by else None,
        )


def _by_verb(sentence: Sentence, k: int, cue: Cue, cues: CueIndex) -> Iterator[Attribution]:
    after = max(k + 1, sentence.chunk_behind(cue.last))
    passive = sentence.letters[k] == "v" and sentence.is_passive(k)
    said = complement(sentence, k, after, cue, cues)
    if said and passive and said.rule == "infinitive" and _is_hearsay(cue):
        yield from _raised(sentence, k, cue, said)
    elif said and not _is_action(sentence, k, cue, said, passive=passive):
        source = _agent(sentence, k) if passive else _subject(sentence, k, cues)
        yield _attribution(sentence, k, cue, said, source)
    elif sentence.letters[k] == "v" and not passive and may_follow(sentence, k, after, cue):
        yield from final(sentence, k, cue, after=after, cues=cues)


def _is_hearsay(cue: Cue) -> bool:
    """Whether the passive of a cue reports what people in general say of its subject: "is said to", but
    not "was told to", whose subject hears it, nor "is expected to", which is the outlet's own hedge."""
    return {"that", "quote"} <= cue.term.takes and "hearer" not in cue.term.takes


def _raised(sentence: Sentence, k: int, cue: Cue, said: Complement) -> Iterator[Attribution]:
    """``X is said to have resigned``: that X has resigned is what others say; who, is not told."""
    subject = sentence.subject_before(k)
    pieces = [sentence.span(*subject)] if subject else []
    pieces.append(sentence.span(said.start, said.end))
    cue_span = sentence.tokens.span(sentence.starts[k], cue.last)
    yield Attribution(
        tuple(pieces), "hearsay passive", cue_span, cue.term.kind, _agent(sentence, k)
    )


def _is_action(sentence: Sentence, k: int, cue: Cue, said: Complement, *, passive: bool) -> bool:
    """Whether a cue reports nobody's words here: "is expected to", "pledged delegates", "a loan to
    support the farms"."""
    if passive:
        return said.rule.startswith("object") or "quote" not in cue.term.takes
    if said.rule == "object" and _is_purpose(sentence, k, cue):
        return True
    if sentence.letters[k - 1 : k] == "&" and cue.last - cue.first > 1:  # "and called for talks"
        return False
    participle = sentence.letters[k] == "e"
    return (
        participle and said.rule in ("bare clause", "object") and sentence.letters[k - 1 : k] != "n"
    )


def _is_purpose(sentence: Sentence, k: int, cue: Cue) -> bool:
    """Whether a verb that may be said or done ("support", "promote") is an infinitive: what is aimed
    at is done. A verb that is only said ("to say", "to criticise") takes a quotation or a clause."""
    return (
        sentence.letters[k] == "i"
        and cue.term.kind not in ("neutral", "factive")
        and not {"quote", "that"} & cue.term.takes
    )


def _attribution(
    sentence: Sentence, k: int, cue: Cue, said: Complement, source: Span | None
) -> Attribution:
    cue_span = sentence.tokens.span(
        min(sentence.starts[k], cue.first), max(cue.last, sentence.starts[k + 1])
    )
    content = (sentence.span(said.start, said.end),)
    return Attribution(content, said.rule, cue_span, cue.term.kind, source)


def _subject(sentence: Sentence, k: int, cues: CueIndex) -> Span | None:
    """The subject of verb chunk `k`; of the verb it hangs on where it has none of its own."""
    if sentence.letters[k] == "e" and sentence.letters[k - 1 : k] in ("n", "r"):
        subject = sentence.subject_before(k)
        return sentence.span(*subject) if subject else None
    begun = k
    while k >= 0:
        if sentence.letters[k] == "v" and (subject := sentence.any_subject(k)):
            inner = sentence.letters[subject[0]] == "w" or sentence.letters[subject[0] - 1] == "q"
            told = not inner and sentence.verb_cue(k, cues)
            if k == begun or told or not _has_cue(sentence, k, cues):
                return sentence.span(*subject)
        k = sentence.letters.rfind("v", 0, k)
    return None


def _has_cue(sentence: Sentence, last: int, cues: CueIndex) -> bool:
    """Whether a verb before chunk `last` reports something: what follows is its subject's as well."""
    return any(
        letter == "v" and sentence.verb_cue(k, cues) and sentence.subject_before(k)
        for k, letter in enumerate(sentence.letters[:last])
    )


def _agent(sentence: Sentence, k: int) -> Span | None:
    agent = sentence.agent_behind(k)
    return sentence.span(*agent) if agent else None


def _by_noun(sentence: Sentence, k: int, cue: Cue, cues: CueIndex) -> Iterator[Attribution]:
    """``the claim that ...``, ``is confident that ...``."""
    match = _NOUN_CLAUSE.match(sentence.letters, k + 1)
    if match and sentence.letters[k - 1 : k] in (",", ":") and is_comment(sentence, k):
        return
    if match is None and (copula := _IS_CLAUSE.match(sentence.letters, k + 1)):
        yield from _noun_is(sentence, k, cue, copula, cues)
        return
    if match is None or "that" not in cue.term.takes:
        yield from _about(sentence, k, cue, cues)
        return
    start = match.end("start")
    end = clause_end(sentence, k, start, cues)
    if end > start:
        cue_span = sentence.tokens.span(cue.first, cue.last)
        content = (sentence.span(start, end),)
        source = sentence.span(*match.span("of")) if match["of"] else _subject(sentence, k, cues)
        yield Attribution(content, "noun clause", cue_span, cue.term.kind, source)


def _noun_is(
    sentence: Sentence, k: int, cue: Cue, copula: re.Match[str], cues: CueIndex
) -> Iterator[Attribution]:
    """``Reyes's view is that ...``, ``their hope was to ...``, ``his promise to ...``."""
    owner = _owner(sentence, k, copula)
    if owner is None or not (
        sentence.last_word(copula.start("be")) in _IS if copula["be"] else "to" in cue.term.takes
    ):
        return
    start = copula.start("start" if copula["be"] else "to")
    start += sentence.letters[start] == "q"
    if copula["to"]:
        end = object_end(sentence, start)  # "his promise to build it | drew applause"
    else:
        end = clause_end(sentence, k, start, cues, infinitive=sentence.letters[start] == "i")
    if end > start:
        cue_span = sentence.tokens.span(cue.first, cue.last)
        yield Attribution((sentence.span(start, end),), "noun is", cue_span, cue.term.kind, owner)


def _owner(sentence: Sentence, k: int, copula: re.Match[str]) -> Span | None:
    """Whose the noun at the end of chunk `k` is: "Reyes's view", "his view", "the view of Reyes"."""
    if copula["of"]:
        return sentence.span(*copula.span("of"))
    tokens, first, last = sentence.tokens, sentence.starts[k], sentence.starts[k + 1]
    if tokens.tags[first] == "PRP$":
        return tokens.span(first, first + 1)
    place = next((i for i in range(last - 1, first, -1) if tokens.tags[i] == "POS"), None)
    return tokens.span(first, place) if place else None


_IS = frozenset(("is", "was", "remains", "remained", "are", "were", "'s"))
_ABOUT = frozenset("about on over against for of at".split())


def _about(sentence: Sentence, k: int, cue: Cue, cues: CueIndex) -> Iterator[Attribution]:
    """``criticism of the plan``, ``is worried about the dam``: what it is about. A neutral noun
    ("the report on the dam") says nothing of what is said."""
    if cue.term.kind == "neutral" or sentence.word(k + 1) not in _ABOUT:
        return
    if sentence.letters[k + 2 : k + 3] not in ("n", "g"):
        return
    end = before_second_cue(sentence, k, (k + 2, object_end(sentence, k + 2)), cues)
    if end > k + 2:
        cue_span = sentence.tokens.span(cue.first, cue.last)
        content = (sentence.span(k + 2, end),)
        yield Attribution(content, "about", cue_span, cue.term.kind, _subject(sentence, k, cues))
