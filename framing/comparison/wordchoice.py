"""Which words an outlet uses more than the others on the same event.

Log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008, "Fightin' Words",
equations 15, 16, 19 and 22). The prior is the event's own vocabulary, so that rare words are drawn
towards "no difference" and swapping the two sides only flips the sign.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from framing.annotation.voice import VoiceMap
from framing.model import Annotation, Span, WordContrast
from framing.text.folding import fold
from framing.text.tokens import words as running_words
from framing.text.zones import prose_spans

PRIOR_WORDS = 500.0
"""Weight of the prior in words: about one article, so that one article cannot outweigh it."""

_FEWEST = 3  # a word used less often in the whole event is not tested


def word_choice(
    annotations: Sequence[Annotation], *, outlets: Sequence[str]
) -> tuple[WordContrast, ...]:
    """Every outlet's words against all others', by outlet and falling z.

    Counts the words that the outlet chose: its own narration and its paraphrases, not what it
    quotes. Nothing is returned for a single outlet.
    """
    if len(outlets) < 2:
        return ()
    by_article = [(a.article.outlet.outlet, Counter(outlet_words(a))) for a in annotations]
    pooled: Counter[str] = sum((counts for _, counts in by_article), Counter())
    found: list[WordContrast] = []
    for outlet in outlets:
        mine = [counts for name, counts in by_article if name == outlet]
        target: Counter[str] = sum(mine, Counter())
        found += _contrasts(outlet, mine, target, pooled)
    return tuple(found)


def outlet_words(annotation: Annotation) -> Iterable[str]:
    """Folded words of an article's own prose that are the outlet's wording, in order; its own name
    is left out."""
    voices = VoiceMap.of(annotation)
    text = annotation.article.text
    own_name = set(fold(annotation.article.outlet.name).split())
    quoted = [q.content for q in annotation.quotes if voices.at(q.content).kind == "direct"]
    for span in prose_spans(annotation.article):
        for piece in _without(span, quoted):
            for word in running_words(text, piece):
                folded = fold(word).strip()
                if folded.isalpha() and len(folded) > 1 and folded not in own_name:
                    yield folded


def _without(span: Span, holes: Sequence[Span]) -> Iterable[Span]:
    start = span.start
    for hole in sorted(holes):
        if hole.end <= start or hole.start >= span.end:
            continue
        if hole.start > start:
            yield Span(start, hole.start)
        start = hole.end
    if start < span.end:
        yield Span(start, span.end)


def _contrasts(
    outlet: str, mine: Sequence[Counter[str]], target: Counter[str], pooled: Counter[str]
) -> list[WordContrast]:
    others = pooled - target
    n_target, n_others, n_pooled = target.total(), others.total(), pooled.total()
    if not n_target or not n_others:
        return []
    rows = []
    for term, count in pooled.items():
        if count < _FEWEST:
            continue
        difference, z = log_odds(
            (target[term], n_target), (others[term], n_others), prior=PRIOR_WORDS * count / n_pooled
        )
        rows.append(
            WordContrast(
                outlet=outlet,
                term=term,
                count=target[term],
                words=n_target,
                other_count=others[term],
                other_words=n_others,
                articles=sum(term in counts for counts in mine),
                log_odds=difference,
                z=z,
            )
        )
    return sorted(rows, key=lambda row: (-row.z, row.term))


def log_odds(
    target: tuple[int, int], reference: tuple[int, int], *, prior: float
) -> tuple[float, float]:
    """Log-odds ratio of a word (natural log, > 0: more in the target) and its z-score.

    `target` and `reference` are (count of the word, count of all words); `prior` is the word's
    share of the prior in words, `PRIOR_WORDS` being that of all words.
    """
    (y_i, n_i), (y_j, n_j) = target, reference
    difference = _log_odds(y_i, n_i, prior) - _log_odds(y_j, n_j, prior)
    variance = 1 / (y_i + prior) + 1 / (y_j + prior)
    return difference, difference / math.sqrt(variance)


def _log_odds(count: int, of: int, prior: float) -> float:
    return math.log((count + prior) / (of + PRIOR_WORDS - count - prior))
