"""How a text introduces the people it names: a title before the name, a description beside it.

"President X", "Mr X" and "X" alone are choices of the writer, and so is "Y, the chief negotiator".
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from framing.annotation.actors import ActorHit
from framing.annotation.lexicon.records import Pack
from framing.annotation.people import HONORIFICS
from framing.annotation.speaker_nouns import speaker_nouns
from framing.model import Mention, Span
from framing.text.tokens import Tokens

_LONGEST_TITLE = 8  # tokens: "Deputy Minister of Foreign Affairs of the Republic"
_LONGEST_DESCRIPTION = 14
_IN_TITLE = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ", "POS", "CD"))
_LINKS = frozenset(("of", "for", "the"))


def introduced(
    tokens: Tokens, hits: Sequence[ActorHit], packs: Sequence[Pack]
) -> tuple[Mention, ...]:
    """The mentions of known actors; those of people with the title and description they are given."""
    _, roles = speaker_nouns(tuple(packs))
    return tuple(_mention(tokens, hit, roles) for hit in hits)


def _mention(tokens: Tokens, hit: ActorHit, roles: frozenset[str]) -> Mention:
    span = Span(hit.start, hit.end)
    if hit.actor.kind != "person":
        return Mention(span, hit.actor.name, hit.actor.side)
    first = bisect_left(tokens.starts, hit.start)
    last = bisect_left(tokens.starts, hit.end)
    number = max(bisect_right(tokens.bounds, first) - 1, 0)
    begin, end = tokens.bounds[number], tokens.bounds[number + 1]
    return Mention(
        span,
        hit.actor.name,
        hit.actor.side,
        person=True,
        title=_title(tokens, begin, first, roles),
        description=_behind(tokens, last, end, roles) or _before(tokens, begin, first, roles),
    )


def _title(tokens: Tokens, begin: int, first: int, roles: frozenset[str]) -> Span | None:
    """Words right before a name that make a title: they hold an office or an honorific."""
    start = first
    while start > max(begin, first - _LONGEST_TITLE) and (
        tokens.tags[start - 1] in _IN_TITLE or tokens.words[start - 1] in _LINKS
    ):
        start -= 1
    office = next((i for i in range(start, first) if _is_office(tokens.words[i], roles)), None)
    if office is None or tokens.words[first - 1] in _LINKS:
        return None
    if any(_owns(tokens, i) for i in range(office, first)):  # "the president's brother X"
        return None
    before = [i for i in range(start, office) if tokens.words[i] in _LINKS or _owns(tokens, i)]
    return tokens.span(before[-1] + 1 if before else start, first)


def _is_office(word: str, roles: frozenset[str]) -> bool:
    return word in roles or word in HONORIFICS


def _owns(tokens: Tokens, i: int) -> bool:
    """Whether what stands before belongs to somebody else: "the president's | chief negotiator"."""
    return tokens.tags[i] == "POS"


def _behind(tokens: Tokens, last: int, end: int, roles: frozenset[str]) -> Span | None:
    """``Y, the chief negotiator,``: a noun phrase with an office between commas behind a name."""
    if tokens.words[last : last + 1] != [","]:
        return None
    stop = _stop(tokens, last + 1, min(end, last + 1 + _LONGEST_DESCRIPTION))
    return _with_role(tokens, last + 1, stop, roles)


def _before(tokens: Tokens, begin: int, first: int, roles: frozenset[str]) -> Span | None:
    """``The chief negotiator, Y, ...``: the noun phrase before a name and a comma."""
    if first - 1 <= begin or tokens.words[first - 1] != ",":
        return None
    start = first - 1
    while start > max(begin, first - 1 - _LONGEST_DESCRIPTION) and not _ends(tokens, start - 1):
        start -= 1
    return _with_role(tokens, start, first - 1, roles)


def _stop(tokens: Tokens, start: int, limit: int) -> int:
    return next((i for i in range(start, limit) if _ends(tokens, i)), limit)


def _ends(tokens: Tokens, i: int) -> bool:
    tag = tokens.tags[i]
    return tag[:2] == "VB" or tag in ("MD", "PRP", "WP", "WDT", ":", ".", "``", "''") or (
        tokens.words[i] in (",", ";", "(", ")", "that")
    )  # fmt: skip


def _with_role(tokens: Tokens, start: int, stop: int, roles: frozenset[str]) -> Span | None:
    """The stretch if it is one noun phrase whose head is an office and that names nobody else."""
    if start >= stop or tokens.words[start] in ("and", "or", "with"):
        return None
    head = next((i for i in range(start, stop) if tokens.tags[i] in ("IN", "TO")), stop) - 1
    names = any(
        tokens.tags[i] == tokens.tags[i + 1] == "NNP" and tokens.words[i] in roles
        for i in range(start, stop - 1)
    )
    return None if names or tokens.words[head] not in roles else tokens.span(start, stop)
