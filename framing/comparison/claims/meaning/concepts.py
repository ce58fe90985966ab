"""Words as concepts: inflection, derivation and near-synonyms set aside; how common each one is."""

import importlib.util
import math
from functools import cache
from pathlib import Path
from typing import Any

from framing.comparison.claims.meaning.groups import ROWS

# Words that carry no content of their own in a report, besides the stop words.
_LIGHT = frozenset(
    """say tell take make have do go get give be become add note report accord include mr mrs ms
    place time year day people way part issue topic number basis level side party can will would
    could may might must shall should""".split()
)
# The lemmatizer takes these for a verb form or another word's plural.
_AS_THEY_ARE = frozenset(
    "media data talks meeting building hearing ruling killing shelling bombing".split()
)


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
def concept(word: str) -> str:
    """The concept of a lemma: its group of near-synonyms, else its stem ("withdraw" and
    "withdrawal" are one)."""
    groups = _groups()
    return groups.get(word) or groups.get(word.removesuffix("ly")) or str(_stemmer().stem(word))


@cache
def rarity(word: str) -> float:
    """How much a lemma tells in general English: 1 for a rare word, falling by 0.3 for each tenfold
    frequency, down to 0.35. Frequencies are those of running words that textblob ships (a million
    words of public-domain books, Wiktionary and the BNC); ten in them is rare."""
    return max(0.35, 1 - 0.3 * math.log10(1 + _frequencies().get(word, 0) / 10))


@cache
def _groups() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in ROWS.split("\n"):
        for word in row.split():
            found.setdefault(word, f"{row.split()[0]}+")
    return found


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
