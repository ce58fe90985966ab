"""A copy of a text for matching: same length, so that its offsets are the text's own."""

import unicodedata
from functools import lru_cache

SPACE = " "
_PHRASE = 200  # characters; what is longer is a text


class _FoldTable(dict[int, str]):
    """Character by character, learned as characters turn up: letters and digits lower-cased and
    without accents, everything else one space. `str.lower` would not do: it lengthens some text
    ("İ" becomes two characters), and every offset behind it would be wrong."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_character(chr(code))
        return folded


def fold(text: str) -> str:
    """Return `text` with every character folded to exactly one.

    Case, accents and the kind of apostrophe, hyphen or space no longer tell words apart:
    ``fold("So-called “Kiev’s”") == "so called  kiev s "``. Punctuation followed by a space makes
    two spaces, so a phrase written with single spaces never matches across a comma or a full stop.
    """
    return _fold_article(text) if len(text) > _PHRASE else text.translate(_TABLE)


@lru_cache(maxsize=1)  # each lexicon that an article is searched for folds it
def _fold_article(text: str) -> str:
    return text.translate(_TABLE)


def _fold_character(character: str) -> str:
    plain = unicodedata.normalize("NFKD", character)[:1].lower()
    plain = unicodedata.normalize("NFKD", plain)[:1]
    # modifier letters are used as apostrophes ("leadersʼ") and count as such
    return plain if plain.isalnum() and unicodedata.category(plain) != "Lm" else SPACE


_TABLE = _FoldTable()
