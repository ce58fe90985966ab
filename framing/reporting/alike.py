"""Whether two passages that were matched really tell one thing, as a reader side by side would say.

The claims of a comparison join passages that are one point in the whole of the articles. Two of them
set beside each other, or called what both texts tell, have to share words beyond the parties' names.
"""

from collections.abc import Iterable

from framing.comparison.claims.meaning.figures import numbers
from framing.comparison.features import counted
from framing.model import Annotation, Claim, Comparison, Span
from framing.text.tokens import tokenize

FEWEST = 2
"""Content words or numbers that two passages share when both tell one point."""

_PARTY = "@"


def tell_alike(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether the contents of two passages share enough to be set side by side."""
    return len(plain_words(one & two)) >= FEWEST


def told_in_shared_words(claim: Claim, comparison: Comparison) -> bool:
    """Whether every text that tells the claim does so in words that another text's telling shares.

    What is matched by a likeness of meaning alone is right often enough to be counted, and too often
    wrong to be printed as what texts agree on."""
    by_id = {a.article.id: a for a in comparison.annotations}
    found: dict[str, list[frozenset[str]]] = {}
    for passage in claim.passages:
        content = content_of(by_id[passage.article], passage.span)
        found.setdefault(passage.article, []).append(content)
    return all(
        any(
            tell_alike(mine, theirs)
            for mine in tellings
            for other, told in found.items()
            for theirs in told
            if other != name
        )
        for name, tellings in found.items()
    )


def plain_words(content: Iterable[str]) -> list[str]:
    """The words and numbers of a content, without its parties and persons."""
    return [word for word in content if not word.startswith(_PARTY)]


def content_of(annotation: Annotation, place: Span) -> frozenset[str]:
    """Lemmas and numbers of a passage; a party or person counts once, by whatever name."""
    inside = [m for m in annotation.mentions if place.holds(m.span)]
    at, pieces = place.start, []
    for mention in sorted(inside, key=lambda m: m.span):
        pieces.append(annotation.article.text[at : max(at, mention.span.start)])
        at = max(at, mention.span.end)
    text = " ".join((*pieces, annotation.article.text[at : place.end]))
    lemmas = counted(text, [Span(0, len(text))])[0]
    tokens = tokenize(text)
    values = (f"{n.value:g}" for n in numbers(tokens, first=0, last=len(tokens)))
    parties = (f"{_PARTY}{m.side or m.actor}" for m in inside)
    return frozenset((*(w for w in lemmas if w[:1] != "#"), *values, *parties))
