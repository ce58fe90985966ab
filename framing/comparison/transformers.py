"""Markers and quotes as features for scikit-learn: `MarkerVectorizer` and `QuoteVectorizer`.

Both take texts, articles or annotations and return a row each, so that they can stand first in a
`Pipeline`. They are steps of an analysis and no detector of anything: a model that tells outlets
apart by them has learned whose usage is whose.

    >>> from framing.comparison.transformers import QuoteVectorizer
    >>> QuoteVectorizer().fit_transform(["It rained, said Ana Silva."]).shape
    (1, 16)

This module is imported by nothing else here: it needs scikit-learn when it is read.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, get_args

import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted

from framing.annotation.annotate import annotate
from framing.comparison.sourcing import own_quotes
from framing.errors import OptionError
from framing.model import Annotation, Article, CueKind, QuoteKind, SourceKind

Text = str | Article | Annotation

_PER = 1000.0  # words a rate is given for


class _AnnotationVectorizer(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Counts of features of annotations; what is counted is for the subclass to say."""

    def fit(self, X: Sequence[Text], y: Any = None) -> "_AnnotationVectorizer":
        """Learn which features there are; `y` is not used."""
        bags = self._bags(X)
        self.feature_names_ = np.array(self._names(bags), dtype=object)
        return self

    def transform(self, X: Sequence[Text]) -> Any:
        """A row a text, a column a feature; features not seen in fitting are left out."""
        check_is_fitted(self)
        places = {name: j for j, name in enumerate(self.feature_names_)}
        bags = self._bags(X)
        rows = np.zeros((len(bags), len(places)))
        for i, (words, bag) in enumerate(bags):
            for name, count in bag.items():
                if name in places:
                    rows[i, places[name]] = count * _PER / max(words, 1) if self.rates else count
        return rows

    def get_feature_names_out(self, input_features: Any = None) -> Any:
        """The names of the columns."""
        check_is_fitted(self)
        return self.feature_names_

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        return tags

    def _bags(self, texts: Sequence[Text]) -> list[tuple[int, Counter[str]]]:
        if isinstance(texts, str):
            raise OptionError("a single string: give a list of texts, articles or annotations")
        notes = _annotated(texts, self.packs)
        return [
            (note.words, Counter(self._found(note))) if note else (0, Counter()) for note in notes
        ]

    def _names(self, bags: Sequence[tuple[int, Counter[str]]]) -> list[str]:
        raise NotImplementedError

    def _found(self, note: Annotation) -> Iterable[str]:
        raise NotImplementedError


class MarkerVectorizer(_AnnotationVectorizer):
    """Markers in a text, by category or by term.

    Parameters
    ----------
    by
        ``"category"`` (hedge, evaluative, ...) or ``"term"`` (pack and headword).
    voices
        Whose words count: any of outlet, indirect, direct, unclear. The wording of the first two is
        the outlet's.
    rates
        Per 1,000 words of prose instead of counts.
    packs
        Names of lexicon packs; None picks by topic, text by text.
    """

    def __init__(
        self,
        *,
        by: str = "category",
        voices: tuple[str, ...] = ("outlet", "indirect"),
        rates: bool = False,
        packs: tuple[str, ...] | None = None,
    ) -> None:
        self.by = by
        self.voices = voices
        self.rates = rates
        self.packs = packs

    def _names(self, bags: Sequence[tuple[int, Counter[str]]]) -> list[str]:
        return sorted({name for _, bag in bags for name in bag})

    def _found(self, note: Annotation) -> Iterable[str]:
        if self.by not in ("category", "term"):
            raise OptionError(f"by={self.by!r}: there are: category, term")
        for marker in note.markers:
            if marker.zone != "aside" and marker.voice.kind in self.voices:
                yield marker.category if self.by == "category" else f"{marker.pack}: {marker.term}"


class QuoteVectorizer(_AnnotationVectorizer):
    """Quotes in a text: how many of each kind, with which kinds of cue and of source, and how many
    words they take. The columns are always the same.

    Parameters
    ----------
    rates
        Per 1,000 words of prose instead of counts.
    packs
        Names of lexicon packs; None picks by topic, text by text.
    """

    def __init__(self, *, rates: bool = False, packs: tuple[str, ...] | None = None) -> None:
        self.rates = rates
        self.packs = packs

    def _names(self, bags: Sequence[tuple[int, Counter[str]]]) -> list[str]:
        kinds = [f"kind: {kind}" for kind in get_args(QuoteKind)]
        cues = [f"cue: {kind}" for kind in get_args(CueKind)]
        return [*kinds, *cues, *(f"source: {kind}" for kind in get_args(SourceKind)), "words"]

    def _found(self, note: Annotation) -> Iterable[str]:
        for quote in own_quotes(note):
            yield f"kind: {quote.kind}"
            yield f"cue: {quote.cue_kind}"
            if quote.source_kind:
                yield f"source: {quote.source_kind}"
            yield from ["words"] * quote.words


def _annotated(texts: Iterable[Text], packs: Sequence[str] | None) -> list[Annotation | None]:
    """One annotation a text, in order; None for an article in a language that has no pack."""
    found: list[Annotation | None] = []
    for number, text in enumerate(texts):
        if isinstance(text, Annotation):
            found.append(text)
            continue
        if not isinstance(text, str | Article):
            raise OptionError(
                f"item {number} is {type(text).__name__}: give texts, articles or annotations"
            )
        article = Article(str(number), text) if isinstance(text, str) else text
        found.append(next(iter(annotate([article], packs=packs)), None))
    return found
