"""Reported speech inside one sentence: what is said, through which cue, by whom.

Every rule reads the sentence as a string of chunk letters (see `framing.text.chunks`). A cue's
complement stands to its right ("said that ...", "described the paper as ..."); where there is none,
what was said stands before it ("..., the ministry said") or around it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

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
from framing.annotation.quotation.relays import Relay, cited, quoted_as
from framing.annotation.quotation.sentence import NOUN_GROUP, Sentence
from framing.model import Span

_SUBJECT_ONLY = re.compile(r"[&r,]*(?:[pk][^,v]*,)?n[^v]*$")
_PREDICATE = re.compile(r"[^.]*v")
_MAIN_CLAUSE = re.compile(r"[&r,\"(]*(?:[pk][^,]*,)*(?:q(?=v)|n[^v]*v|w?k?v)")
_NOUN_CLAUSE = re.compile(rf"(?:o(?P<of>{NOUN_GROUP}))?(?:[op]n)*(?P<start>q)(?=n|r|p|k|u)")
_REST = re.compile(
    r"[oq]|&[nagp]"
)  # ", he said, of poor quality", ", he said, and in need of repair"
_IS_CLAUSE = re.compile(rf"(?:o(?P<of>{NOUN_GROUP}))?(?:(?P<be>v)r*(?P<start>[qik])|(?P<to>i))")
_ADJUNCT = re.compile(r"[&r,]*(?:p[^v]*)?$")
_JUDGED = re.compile(r"v[ar]*$")
_NEXT_PIECE = re.compile(r"[^,v]*,")


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
        if letter in "naev" and (
            cue := cues.other(sentence.tokens.words, sentence.starts[k + 1] - 1)
        ):
            yield from _by_noun(sentence, k, cue, cues)


def _by_verbal(
    sentence: Sentence, k: int, cues: CueIndex, used: frozenset[int]
) -> Iterator[Attribution]:
    """The attribution of a verb, participle or -ing form in chunk `k`."""
    if sentence.word(k) == "according":
        yield from _according_to(sentence, k)
    elif sentence.letters[k] in "ev" and sentence.word(k - 1) == "as":
        yield from _as_reported_by(sentence, k, cues)
    elif (cue := sentence.verb_cue(k, cues)) and not cited(sentence, k, cues):
        if sentence.tokens.starts[cue.first] not in used and not _is_judged(sentence, k):
            yield from _by_verb(sentence, k, cue, cues)
        elif sentence.word(k + 1) == ":":
            yield from _final(sentence, k, cue, k + 1)


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
    first = relay.by[0] if relay.by and relay.by[0] < k else k
    pieces = [sentence.span(said.start, said.end)] if said else _before(sentence, first)
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
        source = _agent(sentence, k) if passive else _subject(sentence, k)
        yield _attribution(sentence, k, cue, said, source)
    elif sentence.letters[k] == "v" and "quote" in cue.term.takes and not passive:
        yield from _final(sentence, k, cue, after)


def _is_judged(sentence: Sentence, k: int) -> bool:
    """Whether an infinitive depends on a judgement of the writer's: "it is too soon to say"."""
    judged = _JUDGED.search(sentence.letters, 0, k) if sentence.letters[k] == "i" else None
    if sentence.tokens.tags[sentence.starts[k] - 1][:2] not in ("JJ", "RB"):
        return False
    subject = sentence.subject_before(judged.start()) if judged else None
    return subject is not None and sentence.word(subject[0]) == "it"


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
    subject = sentence.subject_before(k) or sentence.subject_behind_as(k)
    if subject and letters[subject[0]] == "w":
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
    pieces = _before(sentence, first - as_said) if first > as_said else []
    if not inverted:  # behind "said X, ..." stands who X is
        behind_it = _behind(sentence, after)
        if behind_it and not pieces and first > 1 and _ADJUNCT.match(letters, 0, first - 1):
            pieces.append(sentence.span(0, first - 1))  # "In May, he said, the dam broke"
        pieces += behind_it
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
    goes_on = _PREDICATE.match(sentence.letters, start, end) or _REST.match(
        sentence.letters, start, end
    )
    return [sentence.span(start, end)] if goes_on else []


def _according_to(sentence: Sentence, k: int) -> Iterator[Attribution]:
    """``according to X``, before, behind or inside what was said."""
    letters = sentence.letters
    who = sentence.group_at(k + 2)
    if sentence.word(k + 1) != "to" or who is None:
        return
    pieces = []
    start = letters.rfind(":", 0, k) + 1 if letters[k - 1 : k] == ":" else 0
    before = without_tail(sentence, start, k)
    if before > start and letters[before - 1] != "q" and not _ADJUNCT.match(letters, start, before):
        pieces.append(sentence.span(start, before))
    comma = letters.find(",", who[1])
    if comma > 0 and (not pieces or letters[k - 1] == ","):
        end = without_tail(sentence, comma + 1, len(letters))
        if end > comma + 1:
            pieces.append(sentence.span(comma + 1, end))
    if pieces:
        cue, source = sentence.span(k, k + 2), sentence.span(*who)
        yield Attribution(tuple(pieces), "according to", cue, "neutral", source)


def _as_reported_by(sentence: Sentence, k: int, cues: CueIndex) -> Iterator[Attribution]:
    """``As reported by X, ...`` and ``..., as announced by X.``"""
    cue, who = sentence.verb_cue(k, cues), sentence.agent_behind(k)
    if cue is None or who is None:
        return
    pieces = _before(sentence, k - 1) if k > 1 else _behind(sentence, who[1])
    if pieces:
        yield Attribution(
            tuple(pieces),
            "final attribution",
            sentence.span(k - 1, k + 1),
            cue.term.kind,
            sentence.span(*who),
        )


def _by_noun(sentence: Sentence, k: int, cue: Cue, cues: CueIndex) -> Iterator[Attribution]:
    """``the claim that ...``, ``is confident that ...``."""
    match = _NOUN_CLAUSE.match(sentence.letters, k + 1)
    if match is None and (copula := _IS_CLAUSE.match(sentence.letters, k + 1)):
        yield from _noun_is(sentence, k, cue, copula, cues)
        return
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
