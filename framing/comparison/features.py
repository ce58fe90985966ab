"""What a stretch of news is about, as a bag of features: lemmas, names and numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from framing.annotation.lexicon.loading import load_packs
from framing.model import Span
from framing.text.folding import fold
from framing.text.tagging import tag

_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_REPORTING = frozenset("say tell add note report accord state announce mr mrs ms".split())


def counted(text: str, spans: Sequence[Span]) -> tuple[Counter[str], Counter[str]]:
    """The lemmas and ``#`` numbers of the `spans` of `text` with their counts, and how many of each
    lemma's occurrences begin with a capital. The lemmas are those of `features`, counted quicker:
    a long text has far fewer words than it has running words."""
    found: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    for piece in (span.of(text) for span in spans):
        large = " ".join(word for word in piece.split() if not word[:2].islower())
        for folded, counts in ((fold(piece), found), (fold(large), capitals)):
            for word, number in Counter(folded.split()).items():
                if lemma := _content_lemma(word):
                    counts[lemma] += number
        found.update("#" + number.replace(",", "") for number in _NUMBER.findall(piece))
    return found, capitals


def inner_names(text: str) -> list[str]:
    """The names in `text`, as written and in order, that follow a word in small letters: what begins
    a sentence or stands in a headline with Large Letters may be any word. No dates, no peoples."""
    found: dict[str, None] = {}
    for name in _INNER_NAME.findall(text):
        words = [_POSSESSIVE.sub("", word) for word in name.split()]
        if not all(fold(w) in _DATES or is_nationality(fold(w)) for w in words):
            found[" ".join(words)] = None
    return list(found)


_INNER_NAME = re.compile(r"(?<![\w’'-])[a-zß-ÿ][\w’'-]*,? ([A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)*)")
_POSSESSIVE = re.compile(r"[’']s?$")
_DATES = frozenset(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)

WEEKDAYS = {
    name: number
    for number, name in enumerate(
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    )
}
"""The lemmas of the weekdays with their numbers."""


@cache
def _content_lemma(word: str) -> str:
    """The lemma that a folded word adds to the features, or nothing."""
    if not word.isalpha() or len(word) <= 2 or word in _stopwords():
        return ""
    lemma = _lemma(word)
    return "" if lemma in _REPORTING else lemma


def is_content_word(word: str) -> bool:
    """Whether a folded word carries content: no article, preposition, pronoun or auxiliary."""
    return len(word) > 2 and word not in _stopwords()


@cache
def is_noun(lemma: str) -> bool:
    """Whether a lemma is a noun first of all ("exchange", not "agree")."""
    return tag([lemma]) == ["NN"] and not lemma.endswith("ing")


@cache
def is_nationality(lemma: str) -> bool:
    """Whether a lemma is the adjective or the people of a country ("russian")."""
    return lemma in _nationalities()


@cache
def _nationalities() -> frozenset[str]:
    states = (a for pack in load_packs(["world"]) for a in pack.actors if a.kind == "state")
    return frozenset(fold(word).strip() for state in states for word in state.adjectives)


# Nouns that the lemmatizer takes for a verb form or for another word's plural.
_NOUNS = frozenset("meeting building hearing ruling killing shelling bombing media data".split())


@cache
def _lemma(word: str) -> str:
    import simplemma

    if word.removesuffix("s") in _NOUNS:
        return word.removesuffix("s") if word != "media" else word
    return str(simplemma.lemmatize(word, lang="en"))


@cache
def _stopwords() -> frozenset[str]:
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

    return frozenset(ENGLISH_STOP_WORDS)
