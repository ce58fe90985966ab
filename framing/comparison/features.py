"""What a stretch of news is about, as a bag of features: lemmas, names and numbers."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from framing.annotation.lexicon.loading import load_packs
from framing.model import Span
from framing.text.folding import fold
from framing.text.tagging import tag

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


def is_content_word(word: str) -> bool:
    """Whether a folded word carries content: no article, preposition, pronoun or auxiliary."""
    return len(word) > 2 and word not in _stopwords()


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
