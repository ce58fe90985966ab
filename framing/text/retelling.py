"""Which sentences tell the same act: the lead of a news text tells its headline again."""

from collections.abc import Iterator

from framing.text.tokens import Tokens

_FEWEST_SHARED = 3
"""Content words that two sentences share when they tell the same act; raise it if they do not. One
fewer is asked of a headline and its lead, which tells it again by the custom of the trade."""

_CONTENT = ("NN", "VB", "JJ")  # how the tags of content words begin; numbers count too


def retold(
    tokens: Tokens, number: int, *, lead: int | None = None
) -> Iterator[tuple[int, frozenset[str]]]:
    """The sentences just before and behind sentence `number` that tell the same, and the stems that
    the two share. `lead` is the number of the first sentence behind the headline, if there is one."""
    own = _content(tokens, number)
    for other in (number - 1, number + 1, number + 2):
        if 0 <= other < len(tokens.sentences):
            shared = own & _content(tokens, other)
            of_headline = lead is not None and lead == max(number, other)
            if len(shared) >= _FEWEST_SHARED - of_headline:
                yield other, shared


def stem(word: str) -> str:
    """The beginning of a word, by which "shells", "shelled" and "shelling" are one act."""
    return word[:5]


def _content(tokens: Tokens, number: int) -> frozenset[str]:
    first, last = tokens.bounds[number], tokens.bounds[number + 1]
    return frozenset(
        stem(word)
        for word, tag in zip(tokens.words[first:last], tokens.tags[first:last], strict=True)
        if tag == "CD" or (tag.startswith(_CONTENT) and len(word) > 2)
    )
