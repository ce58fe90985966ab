"""Words as concepts: inflection, derivation and near-synonyms set aside; how common each one is."""

import importlib.util
import math
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from framing.comparison.claims.vocabulary import groups, related

# Words that carry no content of their own in a report, besides the stop words.
_LIGHT = frozenset(
    """say tell take make have do go get give be become add note report accord include mr mrs ms
    place time year day people way part percent cent dollar euro issue topic number basis level side
    party can will would could may might must shall should""".split()
)
# The lemmatizer takes these for a verb form or another word's plural.
_AS_THEY_ARE = frozenset(
    "media data talks meeting building hearing ruling killing shelling bombing".split()
)

_COMMON = 100  # in a million
_BETWEEN = 2  # words at most inside a phrase


@cache
def lemma(word: str) -> str:
    """The dictionary form of a lower-cased word."""
    import simplemma

    known = word.isalpha() and word not in _AS_THEY_ARE
    return str(simplemma.lemmatize(word, lang="en")) if known else word


def is_light(word: str) -> bool:
    """Whether a lemma says next to nothing by itself ("take", "issue")."""
    return word in _LIGHT


@cache
def is_common(word: str) -> bool:
    """Whether a lemma is a word of general English, which a title may write with a capital letter
    ("Defence Minister")."""
    return word in _groups() or _frequencies().get(word, 0) >= _COMMON


@cache
def concept(word: str) -> str:
    """The concept of a lemma: its first group of near-synonyms, else its stem ("withdraw" and
    "withdrawal" are one)."""
    return concepts(word)[0]


@cache
def concepts(word: str, *, wide: bool = False) -> tuple[str, ...]:
    """The concepts that a lemma may stand for: one, unless several groups have it. With `wide`, groups
    of words that are only related count too."""
    known = _groups(wide=wide)
    found = known.get(word) or known.get(word.removesuffix("ly"))
    return found or (str(_stemmer().stem(word)),)


def phrase_at(lemmas: Sequence[str], i: int, *, wide: bool = False) -> tuple[str, int]:
    """A phrase of the groups that begins at place `i` ("turn the offer down"), and where its last word
    stands; empty and `i` if there is none."""
    if lemmas[i] in _openings(wide=wide):
        for k in range(i + 1, min(i + 2 + _BETWEEN, len(lemmas))):
            phrase = f"{lemmas[i]}_{lemmas[k]}"
            if phrase in _groups(wide=wide):
                return phrase, k
    return "", i


@cache
def rarity(word: str) -> float:
    """How much a lemma tells in general English: 1 for a rare word, falling by 0.3 for each tenfold
    frequency, down to 0.35. Frequencies are those of running words that textblob ships (a million
    words of public-domain books, Wiktionary and the BNC); ten in them is rare."""
    return max(0.35, 1 - 0.3 * math.log10(1 + _frequencies().get(word, 0) / 10))


@cache
def _groups(*, wide: bool = False) -> dict[str, tuple[str, ...]]:
    rows = groups.ROWS + related.ROWS if wide else groups.ROWS
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for words in map(str.split, rows.strip().split("\n")):
        for word in words:
            found[word][f"{words[0]}+"] = None
    return {word: tuple(names) for word, names in found.items()}


@cache
def _openings(*, wide: bool = False) -> frozenset[str]:
    return frozenset(word.split("_")[0] for word in _groups(wide=wide) if "_" in word)


@cache
def _stemmer() -> Any:
    from nltk.stem.snowball import EnglishStemmer

    return EnglishStemmer()


@cache
def _frequencies() -> dict[str, int]:
    # find_spec, not import: importing textblob loads all of nltk, two seconds for a text file
    spec = importlib.util.find_spec("textblob")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("textblob is missing: install framing with its dependencies")
    path = Path(spec.origin).parent / "en" / "en-spelling.txt"
    lines = (line.split() for line in path.read_text("utf-8").splitlines())
    return {line[0]: int(line[1]) for line in lines if len(line) == 2 and line[1].isdigit()}
