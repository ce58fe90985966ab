"""What one article puts differently in a claim: numbers, time, agent, modality, attribution, naming.

Only what both tell is compared: a text that gives no number does not differ in numbers from one that
does. Each difference comes with both wordings.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from framing.comparison.claims.meaning.agents import proposes
from framing.comparison.claims.meaning.concepts import concept, lemma
from framing.comparison.claims.meaning.content import Content
from framing.comparison.claims.meaning.figures import days, numbers, unit_at
from framing.comparison.claims.meaning.sources import place_of
from framing.comparison.claims.times import apart, times_of
from framing.model import Difference, DifferenceKind
from framing.text.folding import fold

STATUS_WORDS = {
    "real": "as a fact",
    "planned": "as planned",
    "open": "as open",
    "not": "as not so or not yet",
}
OUTLET = "the outlet"
NO_ONE = "no one named"
_SHOWN = 3
_MANNERS = frozenset("unilaterally jointly mutually bilaterally".split())


def differences(mine: Sequence[Content], others: Sequence[Content]) -> tuple[Difference, ...]:
    """How the passages of one article differ from those of the others in the same claim."""
    found = [
        _numbers(mine, others),
        _time(mine, others),
        _agents(mine, others),
        _initiators(mine, others),
        _modality(mine, others),
        _attribution(mine, others),
        _naming(mine, others),
        _scare_marks(mine, others),
    ]
    return tuple(difference for difference in found if difference)


def _numbers(mine: Sequence[Content], others: Sequence[Content]) -> Difference | None:
    """Numbers of the same thing that are not the same: "6,000 houses" and "1,000 houses"."""
    return _disjoint("numbers", _counted(mine), _counted(others))


def _counted(contents: Sequence[Content]) -> dict[str, dict[str, str]]:
    """Unit, to values, to the words."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for content in contents:
        if "counted" not in content.seen:
            content.seen["counted"] = list(_counts(content))
        for unit, value, words in content.seen["counted"]:
            found[unit].setdefault(value, words)
    return found


def _counts(content: Content) -> Iterator[tuple[str, str, str]]:
    part, tokens = content.part, content.part.tokens
    dated = _dated(content)
    for number in numbers(tokens, first=part.first, last=part.last):
        at = unit_at(tokens, number, first=part.first, last=part.last)
        if number.first not in dated and at is not None:
            words = tokens.span(min(number.first, at), max(number.last, at + 1)).of(tokens.text)
            yield concept(lemma(tokens.words[at])), f"{number.value:g}", words


def _dated(content: Content) -> set[int]:
    """The tokens of dates in a passage."""
    part, when = content.part, content.when
    near = min(when.days, default=when.article)
    found = days(
        part.tokens, first=part.first, last=part.last, around=near, published=None
    ) if near else ()  # fmt: skip
    return {i for day in found for i in range(day.first, day.last)}


def _time(mine: Sequence[Content], others: Sequence[Content]) -> Difference | None:
    """Other days, or another phase of one occasion: "ahead of the talks" and "only at the talks"."""
    words = apart(times_of(mine), times_of(others))
    return Difference("time", *words) if words else None


def _agents(mine: Sequence[Content], others: Sequence[Content]) -> Difference | None:
    """Who does it: one side here, both or another there."""
    return _added("agent", _all(map(_acting, mine)), _all(map(_acting, others)))


def _acting(content: Content) -> dict[str, str]:
    """Who acts, with the word that says whether alone or together ("Chad, unilaterally")."""
    part = content.part
    manner = [w for w in part.tokens.words[part.first : part.last] if w in _MANNERS]
    return {who: ", ".join([words, *manner[:1]]) for who, words in content.agents.items()}


def _initiators(mine: Sequence[Content], others: Sequence[Content]) -> Difference | None:
    """On whose initiative; here a text that names no one differs from one that does."""
    here, there = _all(c.initiators for c in mine), _all(c.initiators for c in others)
    if not here and not there:
        return None
    silent = () if here and there else others if here else mine
    if any(proposes(content.part) for content in silent):
        return None  # it names who proposed it in another way
    first = _joined(f"at the initiative of {name}" for name in here.values()) or NO_ONE
    second = _joined(f"at the initiative of {name}" for name in there.values()) or NO_ONE
    return Difference("agent", first, second) if here.keys() != there.keys() else None


def _modality(mine: Sequence[Content], others: Sequence[Content]) -> Difference | None:
    """Told as a fact here, as planned, open or not so there."""
    here, there = {c.status for c in mine}, {c.status for c in others}
    if here & there:
        return None
    return Difference(
        "modality",
        _joined(STATUS_WORDS[status] for status in here),
        _joined(STATUS_WORDS[status] for status in there),
    )


def _attribution(mine: Sequence[Content], others: Sequence[Content]) -> Difference | None:
    """Who vouches for it: the outlet or speakers; nobody in common."""
    here = {v for c in mine if (v := c.part.voice.claim_by)}
    there = {v for c in others if (v := c.part.voice.claim_by)}
    if here & there or not here or not there:
        return None
    return Difference("attribution", _joined(map(_who, here)), _joined(map(_who, there)))


def _who(name: str) -> str:
    return OUTLET if name == "outlet" else name


def _naming(mine: Sequence[Content], others: Sequence[Content]) -> Difference | None:
    """A referent that several words are documented for, in words of another convention."""
    return _disjoint("naming", _wordings(mine), _wordings(others))


def _wordings(contents: Sequence[Content]) -> dict[str, dict[str, str]]:
    """Slot, to conventions, to the words."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for content in contents:
        text = content.part.tokens.text
        for hit in content.source.wordings.meeting(content.part.span):
            words = place_of(hit).of(text)
            found[hit.key.slot].setdefault(hit.key.convention, words)
    return found


def _scare_marks(mine: Sequence[Content], others: Sequence[Content]) -> Difference | None:
    """A word in scare quotes here that stands without them there, or the other way round."""
    here, there = _in_marks(mine), _in_marks(others)
    for marked, plain, first in ((here, others, True), (there, mine, False)):
        for word in sorted(marked.keys() - (there if first else here).keys()):
            if any(word in _words(content) for content in plain):
                pair = f"“{marked[word]}” in marks", "without marks"
                return Difference("naming", *(pair if first else pair[::-1]))
    return None


def _in_marks(contents: Sequence[Content]) -> dict[str, str]:
    """Single words in scare quotes, by their lemmas."""
    found: dict[str, str] = {}
    for content in contents:
        text = content.part.tokens.text
        for mark in content.source.scare_marks.meeting(content.part.span):
            word = fold(mark.span.of(text)).strip()
            if word.isalpha():
                found.setdefault(lemma(word), word)
    return found


def _words(content: Content) -> set[str]:
    part = content.part
    return {lemma(word) for word in part.tokens.words[part.first : part.last]}


def _disjoint(
    kind: DifferenceKind, mine: dict[str, dict[str, str]], others: dict[str, dict[str, str]]
) -> Difference | None:
    """A difference in the first thing that both tell and put in no common way."""
    for key in sorted(mine.keys() & others.keys()):
        if mine[key].keys().isdisjoint(others[key]):
            return Difference(kind, _joined(mine[key].values()), _joined(others[key].values()))
    return None


def _added(kind: DifferenceKind, mine: dict[str, str], others: dict[str, str]) -> Difference | None:
    """A difference where something is told here that is not told there, and something is told
    there."""
    new = mine.keys() - others.keys()
    if not new or not others:
        return None
    return Difference(kind, _joined(mine[key] for key in new), _joined(others.values()))


def _all(rows: Iterable[dict[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows:
        found = row | found
    return found


def _joined(values: Iterable[str]) -> str:
    """Values A-Z, three of them at most."""
    ordered = sorted(set(values))
    rest = len(ordered) - _SHOWN
    return ", ".join(ordered[:_SHOWN]) + (f" and {rest} more" if rest > 0 else "")
