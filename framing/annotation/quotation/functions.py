"""What a pair of quotation marks is there for: speech, distance, or a name.

``speech``: somebody's words. ``scare``: the writer keeps a distance from the words. ``term``: a name,
a title, or a word spoken of as a word ("1000 for 1000").
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from framing.annotation.quotation.marks import MarkPair
from framing.model import MarkFunction, QuotationMarks, Quote, Span
from framing.text.folding import fold
from framing.text.spans import SpanIndex, itself
from framing.text.tokens import Tokens

_NAMING = frozenset(
    """called named dubbed titled entitled known codenamed nicknamed labelled labeled term word words
    phrase slogan motto operation film book novel song album series show programme program magazine
    newspaper ship vessel article""".split()
)
_NAMED_BEHIND = frozenset(
    """format formula principle basis scheme operation category model list approach variant ship
    vessel missile drone system programme program project initiative""".split()
)
_DISTANCE = frozenset(("so-called", "so", "called", "self-styled", "self-proclaimed"))
_NEVER_SAID = frozenset(("so-called", "self-styled", "self-proclaimed"))
# begins with one set of characters, so a search skips to a digit or an "a"
_SCALE = re.compile(r"[\da](?:(?<=\d)[\d ,.]* ?(?:for|to|x|-) ?\d|(?<=\ba)ll[- ]for[- ]all\b)")
_MOST_WORDS = 3  # a scare quote is a word or a short phrase; what is longer was said by someone


def mark_functions(
    tokens: Tokens,
    pairs: Sequence[MarkPair],
    quotes: Sequence[Quote],
    *,
    headline: Span | None = None,
) -> tuple[QuotationMarks, ...]:
    """The function of every closed pair, by start. In a headline marks quote: British papers put a
    claim in marks there to say that it is not theirs ("Minister ‘misled’ house")."""
    folded = fold(tokens.text)
    repeated = Counter(pair.inner.of(folded).strip() for pair in pairs)
    contents = SpanIndex((quote.content for quote in quotes), itself)
    return tuple(
        QuotationMarks(
            pair.span,
            _function(
                tokens,
                pair,
                contents,
                repeated,
                in_headline=bool(headline and headline.holds(pair.span)),
            ),
        )
        for pair in pairs
        if pair.closed and pair.inner.of(tokens.text).strip()
    )


def _function(
    tokens: Tokens,
    pair: MarkPair,
    contents: SpanIndex[Span],
    repeated: Counter[str],
    *,
    in_headline: bool,
) -> MarkFunction:
    inner = pair.inner.of(tokens.text).strip()
    first = bisect_left(tokens.starts, pair.inner.start)
    last = bisect_left(tokens.starts, pair.inner.end)
    before = tokens.words[max(0, first - 3) : max(0, first - 1)]
    behind = tokens.words[last + 1 : last + 2]
    if _is_name(inner, before, behind):
        return "term"
    if before[-1:] and before[-1] in _NEVER_SAID:
        return "scare"
    if in_headline or len(inner.split()) > _MOST_WORDS or _has_verb(tokens, first, last):
        return "speech"
    if before[-1:] and before[-1] in _DISTANCE:
        return "scare"
    quoted = bool(contents.holding(pair.inner))
    is_noun = last > first and tokens.tags[last - 1][:2] == "NN" and inner[:1].islower()
    if first > 1 and tokens.tags[first - 2][:2] == "VB":  # "perceives “inconsistency”": his word
        return "speech"
    if is_noun and (not quoted or repeated[pair.inner.of(fold(tokens.text)).strip()] > 1):
        return "scare"
    return "speech" if quoted or not is_noun else "scare"


def _is_name(inner: str, before: Sequence[str], behind: Sequence[str]) -> bool:
    if _SCALE.search(inner.lower()):
        return True
    if any(word in _NAMED_BEHIND for word in behind) and len(inner.split()) <= 2 * _MOST_WORDS:
        return True
    words = inner.split()
    titled = all(word[:1].isupper() or len(word) <= 3 for word in words) and inner[:1].isupper()
    naming = any(word in _NAMING for word in before)
    return titled and inner[-1:] not in tuple(",.?!") and (naming or len(words) <= 5)


def _has_verb(tokens: Tokens, first: int, last: int) -> bool:
    return any(tag[:2] == "VB" or tag == "MD" for tag in tokens.tags[first:last])
