"""What a stretch of news is about, as a bag of features: lemmas, names and numbers."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from framing.model import Span
from framing.text.folding import fold

_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?:\s+[A-ZÀ-Þ][\w’'-]+)+")
_REPORTING = frozenset("say tell add note report accord state announce mr mrs ms".split())


def features(text: str, spans: Sequence[Span] | None = None) -> list[str]:
    """Features of `text` (of `spans` in it): lemmas of content words, ``#`` numbers, ``@`` names.

    Words that report speech are left out: every article says "said".
    """
    pieces = [text] if spans is None else [span.of(text) for span in spans]
    found: list[str] = []
    for piece in pieces:
        for word in _WORD.findall(fold(piece)):
            if word.isalpha() and len(word) > 2 and word not in _stopwords():
                lemma = _lemma(word)
                if lemma not in _REPORTING:
                    found.append(lemma)
        found += ["#" + number.replace(",", "") for number in _NUMBER.findall(piece)]
        found += ["@" + " ".join(fold(name).split()) for name in _NAME.findall(piece)]
    return found


def tfidf(bags: Sequence[Sequence[str]], *, most_shared: float = 1.0) -> Any:
    """TF-IDF rows (scipy sparse, unit length) of bags of features. Features that more than
    `most_shared` of the bags have are left out."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(
        analyzer=_identity, sublinear_tf=True, max_df=most_shared, norm="l2"
    )
    try:
        return vectorizer.fit_transform(bags)
    except ValueError:  # not one feature left
        from scipy.sparse import csr_matrix

        return csr_matrix((len(bags), 1))


def _identity(bag: Sequence[str]) -> Sequence[str]:
    return bag


@cache
def _lemma(word: str) -> str:
    import simplemma

    return str(simplemma.lemmatize(word, lang="en"))


@cache
def _stopwords() -> frozenset[str]:
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

    return frozenset(ENGLISH_STOP_WORDS)


Bagger = Callable[[str], list[str]]
