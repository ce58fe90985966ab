"""What pupils are spared, and what the teacher is told: slurs, graphic words, themes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from framing.data import read_rows
from framing.errors import LexiconError


@dataclass(frozen=True, slots=True)
class Masked:
    """A word that pupils see as “o**s”: about whom it is, and why it is masked."""

    word: str
    about: str
    reason: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme that a teacher is told of; `weight` is how graphic its words are (0.3 to 4)."""

    name: str
    weight: float
    pattern: re.Pattern[str]


def mask_slurs(text: str) -> str:
    """`text` with the letters inside each listed word starred; its length stays the same."""
    return _slurs().sub(lambda m: _starred(m.group()), text)


def slurs_in(text: str) -> list[str]:
    """The listed words in `text`, as they stand there."""
    return [match.group() for match in _slurs().finditer(text)]


@cache
def masked_words() -> tuple[Masked, ...]:
    """The list of `data/masked.csv`: alike for all sides, each with its reason."""
    return tuple(Masked(r["word"], r["about"], r["reason"]) for r in _rows("masked.csv"))


def graphic_weight(text: str) -> float:
    """How graphic `text` is: the sum of the weights of the listed words in it. 0 is none."""
    return sum(theme.weight * len(theme.pattern.findall(text)) for theme in _themes())


def themes_in(texts: Iterable[str]) -> list[str]:
    """The themes that the texts touch, the most graphic first."""
    whole = "\n".join(texts)
    return [theme.name for theme in _themes() if theme.pattern.search(whole)]


def _starred(word: str) -> str:
    inner = re.sub(r"[^\W\d_]", "*", word[1:-1])
    return word[0] + inner + word[-1]


@cache
def _slurs() -> re.Pattern[str]:
    words = sorted((re.escape(m.word) for m in masked_words()), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(words)})(?:s|es|i)?\b", re.IGNORECASE)


@cache
def _themes() -> tuple[Theme, ...]:
    found = []
    for row in _rows("themes.csv"):
        words = "|".join(re.escape(w.strip()) for w in row["words"].split(";"))
        pattern = re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
        found.append(Theme(row["theme"], float(row["weight"]), pattern))
    return tuple(sorted(found, key=lambda t: (-t.weight, t.name)))


def _rows(name: str) -> list[dict[str, str]]:
    with resources.as_file(resources.files("framing.classroom") / "data" / name) as path:
        return [row for _, row in read_rows(Path(path), error=LexiconError)]
