"""A short, neutral name for a claim: one of its tellings, chosen and trimmed.

The telling that has most of what the others tell, in the outlet's or a reporter's words rather than
quoted ones, without words that a lexicon knows as loaded or as one side's, and not too long.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence

from framing.annotation.markers import UNRESOLVED
from framing.comparison.claims.meaning.content import Content
from framing.text.tokens import count_words

LONGEST = 120  # characters

_LOADED = frozenset(("evaluative", "naming-epithet", "naming-ingroup", "booster", "distancing"))
_NOBODYS = ("neutral", "western", UNRESOLVED)  # conventions that are no side's
_MARKS = re.compile(r"[“”„«»\"]|(?<!\w)['‘’]|['‘’](?!\w)")
_OPENING = re.compile(
    r"(?:also|just|still|then|meanwhile|earlier|however|currently|moreover|in particular|in addition|"
    r"at the same time|for (?:his|her|its|their) part)\b,?\s+",
    re.IGNORECASE,
)
_LEANING = frozenset(
    "he she it they we i you this that these those his her its their our my which who to".split()
)
_FITTING = range(5, 19)  # words


def label_of(contents: Sequence[Content], *, taken: Collection[str] = ()) -> str:
    """The label of the claim that `contents` tell; not one of `taken` if there is another."""
    told = Counter(f for content in contents for f in content.weights)
    ranked = sorted(contents, key=lambda content: _faults(content, told, of=len(contents)))
    labels = [_trimmed(_with_subject(content)) for content in ranked]
    return next((label for label in labels if label not in taken), labels[0])


def _faults(content: Content, told: Counter[str], *, of: int) -> tuple[float, int, str]:
    """What speaks against a telling as the label, then its length and its words."""
    part, text = content.part, content.part.text
    words = count_words(text)
    opening = part.tokens.words[part.first]
    faults = 3.0 * _loaded(content) + 2 * (part.voice.kind == "direct")
    faults += 2 * (opening in _LEANING) + (part.subject is not None)
    faults += 1.5 * (words not in _FITTING) + (content.status == "open")
    common = sum(min(told[f], of) - 1 for f in content.weights)
    missing = 1 - common / max(1, sum(n - 1 for n in told.values()))
    return faults + 3 * missing, len(text), text


def _loaded(content: Content) -> int:
    """How many words are loaded, or one side's usage, a spelling included."""
    markers, span = content.part.annotation.markers, content.part.span
    first = bisect_left(markers, span.start, key=lambda marker: marker.span.start)
    last = bisect_left(markers, span.end, key=lambda marker: marker.span.start)
    return sum(
        marker.category in _LOADED or marker.convention not in _NOBODYS
        for marker in markers[first:last]
    )


def _with_subject(content: Content) -> str:
    """The passage, with the subject that it shares with the clause before it."""
    part = content.part
    if part.subject is None:
        return part.text
    return f"{part.tokens.span(*part.subject).of(part.tokens.text)} {part.text}"


def _trimmed(text: str) -> str:
    text = " ".join(_MARKS.sub("", text).split())
    text = _OPENING.sub("", text, count=1) if _OPENING.match(text) else text
    if text.count("(") > text.count(")"):
        text += ")"
    if len(text) > LONGEST:
        text = text[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:–—-") + "…"
    return text[:1].upper() + text[1:]
