"""When a passage says that it happens: by days, and before, at or after a meeting or another occasion.

A day is what the calendar or the article's date makes of the words ("on 2 June", "on Monday", "the next
day"). An occasion is told by a noun or a verb behind a preposition ("ahead of the talks", "only during
the second round", "before the delegations met"); "in advance" is before whichever it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Literal

from framing.comparison.claims.meaning.concepts import concept, lemma
from framing.comparison.claims.meaning.content import Content
from framing.comparison.claims.meaning.figures import ORDINALS, days
from framing.text.tokens import Tokens

Phase = Literal["before", "at", "after"]

ANY = ""
"""The occasion of "in advance" and "beforehand": whichever is spoken of."""

NO_TIME = "no time named"

_OPENINGS: tuple[tuple[tuple[str, ...], Phase], ...] = (
    (("in", "the", "run-up", "to"), "before"), (("on", "the", "eve", "of"), "before"),
    (("in", "advance", "of"), "before"), (("ahead", "of"), "before"), (("prior", "to"), "before"),
    (("in", "the", "course", "of"), "at"), (("on", "the", "sidelines", "of"), "at"),
    (("before",), "before"), (("until",), "before"), (("till",), "before"),
    (("during",), "at"), (("at",), "at"), (("in",), "at"), (("throughout",), "at"), (("amid",), "at"),
    (("after",), "after"), (("following",), "after"), (("since",), "after"),
)  # fmt: skip
_BY_WORD = {words[0]: [row for row in _OPENINGS if row[0][0] == words[0]] for words, _ in _OPENINGS}
_ADVANCE = (("in", "advance"), ("ahead", "of", "time"), ("beforehand",))
_NEXT = {
    **dict.fromkeys((("next", "day"), ("following", "day"), ("day", "later"), ("day", "after")), 1),
    **dict.fromkeys((("day", "earlier"), ("day", "before"), ("previous", "day")), -1),
}
_OCCASION_WORDS = """talks visit ballot ceremony session hearing trial match inauguration referendum
    deadline""".split()
_EDGES = frozenset("start beginning opening outset end conclusion close of the".split())
_REACH = 7  # tokens from the preposition to the occasion
_AHEAD = frozenset("only just even shortly immediately right well".split())
_HELD = frozenset("hold begin start open convene".split())  # "before it began"
_IT = frozenset("it them".split())
_PERIOD = frozenset("minute hour day week month year".split())
_ON = frozenset("on by since until till from".split())


@dataclass(slots=True)
class Times:
    """The days of passages, with their words; for each occasion and its number (0: none) the phases,
    with theirs; and the times that are stressed ("only during the talks")."""

    days: dict[date, str] = field(default_factory=dict)
    phases: dict[tuple[str, int], dict[Phase, str]] = field(default_factory=dict)
    stressed: dict[str, None] = field(default_factory=dict)


def times_of(contents: Sequence[Content]) -> Times:
    """When some passages say that it happens. What does not happen is not before or after anything."""
    found = Times()
    for content in contents:
        if "times" not in content.seen:
            content.seen["times"] = _told(content)
        own: Times = content.seen["times"]
        found.days = own.days | found.days
        for occasion, phases in own.phases.items():
            found.phases[occasion] = phases | found.phases.get(occasion, {})
        found.stressed |= own.stressed
    return found


def _told(content: Content) -> Times:
    found = Times()
    told: dict[str, None] = {}
    for day, words in _days(content):
        found.days.setdefault(day, words)
        told[words] = None
    for occasion, phase, words in _phases(content) if content.status != "not" else ():
        found.phases.setdefault(occasion, {}).setdefault(phase, words)
        told[words] = None
    if _is_stressed(content):
        found.stressed = told
    return found


def apart(mine: Times, others: Times) -> tuple[str, str] | None:
    """The words of both, where one tells of another phase of one occasion, or all tell of other days,
    or one stresses a time and the other names none."""
    for key in sorted(mine.phases):
        for other in sorted(others.phases):
            here, there = mine.phases[key], others.phases[other]
            if _one_occasion(key, other) and here.keys() != there.keys():
                return _new(here, there), _new(there, here)
    if mine.days and others.days and mine.days.keys().isdisjoint(others.days):
        # one word may stand for both days: "Monday", of two weeks
        dated = _listed(mine.days) == _listed(others.days)
        return _listed(mine.days, dated=dated), _listed(others.days, dated=dated)
    for silent, told in ((others, mine), (mine, others)):
        if told.stressed and not silent.days and not silent.phases:
            pair = ", ".join(told.stressed), NO_TIME
            return pair if told is mine else pair[::-1]
    return None


def _new(here: dict[Phase, str], there: dict[Phase, str]) -> str:
    """The words for the phases that only one tells of; for all of them if there is none."""
    new = [words for phase, words in here.items() if phase not in there]
    return ", ".join(sorted(new or here.values()))


def _one_occasion(a: tuple[str, int], b: tuple[str, int]) -> bool:
    named = a[0] == b[0] or ANY in (a[0], b[0])
    return named and (a[1] == b[1] or 0 in (a[1], b[1]))


def _listed(told: dict[date, str], *, dated: bool = False) -> str:
    """The words for the days, by the calendar; the same words once, with their dates if `dated`."""
    words = (f"{told[day]} ({day})" if dated else told[day] for day in sorted(told))
    return ", ".join(dict.fromkeys(words))


def _days(content: Content) -> Iterator[tuple[date, str]]:
    part, when = content.part, content.when
    tokens, near = part.tokens, min(when.days, default=when.article)
    if near is None:
        return
    published = part.annotation.article.published
    for day in days(tokens, first=part.first, last=part.last, around=near, published=published):
        first = day.first - (day.first > part.first and tokens.words[day.first - 1] in _ON)
        yield day.day, tokens.span(first, day.last).of(tokens.text)
    before = tokens.bounds[max(0, part.sentence - 1)]
    anchors = list(days(tokens, first=before, last=part.first, around=near, published=published))
    for i in range(part.first, part.last - 1):
        shift = _NEXT.get((tokens.words[i], tokens.words[i + 1]))
        if shift and anchors:
            first = i - (i > part.first and tokens.words[i - 1] in ("the", "a", "one"))
            words = tokens.span(first, i + 2).of(tokens.text)
            yield anchors[-1].day + timedelta(shift), words


def _phases(content: Content) -> Iterator[tuple[tuple[str, int], Phase, str]]:
    part, tokens = content.part, content.part.tokens
    i = part.first
    while i < part.last:
        end = _advance_end(tokens, i, last=part.last)
        if end:
            yield (ANY, 0), "before", tokens.span(i, end).of(tokens.text)
        length, phase = (0, None) if end else _opening(tokens, i)
        if phase:
            at = _occasion(tokens, i + length, last=part.last, clause=phase != "at")
            if at is not None:
                number = [ORDINALS[w] for w in tokens.words[i:at] if w in ORDINALS]
                name = concept(lemma(tokens.words[at]))
                key = name if name in _occasions() else ANY, number[0] if number else 0
                end = at + 1
                end += key[0] == ANY and end < part.last and tokens.words[end] in _IT
                first = _first(tokens, i, first=part.first)
                yield key, phase, tokens.span(first, end).of(tokens.text)
        i = end or i + 1


def _opening(tokens: Tokens, i: int) -> tuple[int, Phase | None]:
    """How many tokens from `i` say "before", "at" or "after", and which."""
    for words, phase in _BY_WORD.get(tokens.words[i], ()):
        if tuple(tokens.words[i : i + len(words)]) == words:
            return len(words), phase
    return 0, None


def _is_stressed(content: Content) -> bool:
    """Whether a passage says "only" of when it happens: before the verb or the time, not a number."""
    part, tokens = content.part, content.part.tokens
    return any(
        tokens.words[i] == "only" and tokens.tags[i + 1][:2] in ("VB", "IN", "RB")
        for i in range(part.first, part.last - 1)
    )


def _advance_end(tokens: Tokens, i: int, *, last: int) -> int:
    """Behind "in advance" at token `i`, or 0; "in advance of" is no end."""
    for words in _ADVANCE:
        end = i + len(words)
        if end <= last and tuple(tokens.words[i:end]) == words:
            return 0 if end < last and tokens.words[end] == "of" else end
    return 0


def _occasion(tokens: Tokens, i: int, *, last: int, clause: bool) -> int | None:
    """The token that names the occasion of the preposition before token `i`: the head of its noun
    phrase or, with `clause`, a verb ("before the delegations met", "before holding it")."""
    held = None
    for k in range(i, min(i + _REACH, last)):
        word, kind = tokens.words[k], _kind(tokens, k)
        follows = tokens.tags[k + 1] if k + 1 < last else ""
        if kind in ("NN", "VB") and concept(lemma(word)) in _occasions():
            if kind == "VB" or follows not in ("NN", "NNS"):
                return k if clause or kind == "NN" else None
        elif kind == "VB" and not clause:
            return None
        elif clause and lemma(word) in _HELD:
            held = k
        stop = tokens.tags[k] in ("IN", ",", ":", ".", "CC", "TO") and word not in _EDGES
        if stop or _opening(tokens, k)[0]:
            break
    return held


def _kind(tokens: Tokens, k: int) -> str:
    """The kind of word of token `k`; what looks like a verb behind "the" is a noun ("the talks")."""
    kind = tokens.tags[k][:2]
    behind = k and tokens.tags[k - 1] in ("DT", "PRP$", "JJ", "POS")
    return "NN" if kind == "VB" and behind else kind


def _first(tokens: Tokens, i: int, *, first: int) -> int:
    """Where the words for a time begin: "only", "shortly" and "a week" belong to the preposition."""
    while i > first and tokens.words[i - 1] in _AHEAD:
        i -= 1
    if i > first and lemma(tokens.words[i - 1]) in _PERIOD:
        i -= 1
        while i > first and (
            tokens.tags[i - 1] in ("CD", "DT", "JJ") or tokens.words[i - 1] in _AHEAD
        ):
            i -= 1
    return i


@cache  # not when the module is imported: concepts need a stemmer that is slow to load
def _occasions() -> frozenset[str]:
    return frozenset(concept(lemma(word)) for word in _OCCASION_WORDS)
