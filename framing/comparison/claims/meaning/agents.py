"""Who does what a passage tells, and on whose initiative: by place in the clause, no parser."""

from collections.abc import Mapping, Sequence
from typing import Literal

from framing.comparison.claims.meaning.sources import Source
from framing.comparison.claims.passages import Part
from framing.model import Mention
from framing.text.chunks import Chunks
from framing.text.tokens import Tokens

Zone = Literal["subject", "verb", "core", "setting"]

JOINT = "both"
"""The agent where several sides act together ("the sides agreed", "Chad and Niger signed")."""

_SETTING = frozenset(
    """in at during after before since until near amid following within throughout behind under
    ahead outside inside""".split()
)
TOGETHER = frozenset("sides parties both delegations countries negotiators leaders".split())
_INITIATIVE = frozenset(
    """initiative request invitation order orders behest urging suggestion insistence instruction
    instructions proposal""".split()
)

_PROPOSE = frozenset(
    """propose proposed proposes suggest suggested suggests invite invited initiate initiated request
    requested order ordered urge urged""".split()
)


def zones(tokens: Tokens, chunks: Chunks) -> dict[int, Zone]:
    """The part that each token has in its clause. A setting begins at a preposition of place or time
    and ends with its noun phrase."""
    found: dict[int, Zone] = {}
    told = False
    zone: Zone = "subject"
    for k, letter in enumerate(chunks.letters):
        first, last = chunks.range(k)
        word = tokens.words[first]
        if letter == "p" or (letter == "g" and word == "following"):
            zone = "setting" if word in _SETTING else "core"
        elif letter in "vige":
            told, zone = True, "core"
        elif letter in ",:;y":
            zone = "core" if told or letter == "y" else "subject"
        for i in range(first, last):
            found[i] = "verb" if letter in "vige" else zone
        goes_on = chunks.letters[k + 1 : k + 2]
        if letter == "n" and zone == "setting" and goes_on and goes_on not in "o&,(":
            zone = "core" if told else "subject"
    return found


def agents_of(part: Part, source: Source, *, parts_of: Mapping[int, Zone]) -> dict[str, str]:
    """The sides (or actors of none) that act in a passage, with the words that name them. `parts_of`
    are the zones of its tokens."""
    tokens = part.tokens
    found: dict[str, str] = {}
    for mention in source.mentions.meeting(part.span):
        place = tokens_in(part, mention)
        if place and (parts_of[place[0]] == "subject" or _by(tokens, place[0])):
            found.setdefault(mention.side or mention.actor, _words(part, place))
    if not found and part.subject:
        first, last = part.subject
        return _shared_subject(part, source, (first, last))
    joint = next(
        (i for i in range(part.first, part.last)
         if parts_of[i] == "subject" and tokens.words[i] in TOGETHER), None
    )  # fmt: skip
    if len(found) > 1:
        return {JOINT: _listed(list(found.values()))}
    if joint is not None and not found:
        return {JOINT: f"the {tokens.words[joint]}"}
    return found


def _shared_subject(part: Part, source: Source, place: tuple[int, int]) -> dict[str, str]:
    """The agents named in the subject that a second predicate has from the first."""
    tokens, span = part.tokens, part.tokens.span(*place)
    named = {m.side or m.actor: m.span.of(tokens.text) for m in source.mentions.meeting(span)}
    if len(named) > 1:
        return {JOINT: _listed(list(named.values()))}
    joint = [word for word in tokens.words[place[0] : place[1]] if word in TOGETHER]
    return {JOINT: f"the {joint[0]}"} if joint and not named else named


def initiators_of(part: Part, source: Source) -> dict[str, str]:
    """The actors on whose initiative, request or order it is done, with the words that name them."""
    words = part.tokens.words
    found: dict[str, str] = {}
    for mention in source.mentions.meeting(part.span):
        place = tokens_in(part, mention)
        if not place:
            continue
        behind = words[place[-1] + 1 : min(place[-1] + 4, part.last)]
        before = words[max(part.first, place[0] - 4) : place[0]]
        owns = behind[:1] == ["'s"] and not _INITIATIVE.isdisjoint(behind)
        called = "of" in before and not _INITIATIVE.isdisjoint(before[: before.index("of")])
        if owns or called:
            found.setdefault(mention.actor, mention.actor)
    return found


def proposes(part: Part) -> bool:
    """Whether a passage speaks of a proposal, request or order at all."""
    words = part.tokens.words[part.first : part.last]
    return not (_INITIATIVE | _PROPOSE).isdisjoint(words)


def tokens_in(part: Part, mention: Mention) -> list[int]:
    """The tokens of a passage that a mention covers."""
    tokens = part.tokens
    return [i for i in range(part.first, part.last) if mention.span.meets(tokens.span(i, i + 1))]


def _by(tokens: Tokens, i: int) -> bool:
    """Whether a name stands behind "by", as in a passive."""
    before = tokens.words[max(0, i - 2) : i]
    return before[-1:] == ["by"] or before == ["by", "the"]


def _listed(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]])


def _words(part: Part, place: Sequence[int]) -> str:
    return part.tokens.span(place[0], place[-1] + 1).of(part.tokens.text)
