"""How hard a text is to read and how varied its words are: descriptive, of no outlet's merit.

Readability formulas count letters, words and sentences. They disagree by years, so the range over
several is given and never one figure. Only formulas without syllables or word lists are used: those
need data that would have to be downloaded.
"""

import re
from collections import Counter
from collections.abc import Sequence

from framing.model import Annotation, Readability, Span
from framing.text.tokens import words as running_words
from framing.text.zones import prose_spans

WINDOW = 100
"""Words of the moving window; at least as many are needed for a figure (Covington and McFall 2010)."""

FEWEST_WORDS = 100
"""Words below which no formula is used: they were made for samples of 100 words and more."""

# Anderson (1983, "Lix and Rix", Journal of Reading 26): the RIX from which a school year begins.
_RIX_GRADES = (0.2, 0.5, 0.8, 1.3, 1.8, 2.4, 3.0, 3.7, 4.5, 5.3, 6.2, 7.2)


def readability(annotations: Sequence[Annotation]) -> tuple[Readability, ...]:
    """One row an article, by outlet and id.

    Grades are US school years by the Automated Readability Index (Smith and Senter 1967), Coleman and
    Liau (1975) and RIX (Anderson 1983), computed by textstat on our own sentences; LIX (Björnsson 1968)
    is on its own scale, 20 very easy to 60 very hard.
    """
    rows = [_row(a) for a in annotations]
    return tuple(sorted(rows, key=lambda row: (row.outlet, row.article)))


def moving_type_token_ratio(words: Sequence[str], *, window: int = WINDOW) -> float | None:
    """Mean share of different words in all runs of `window` words (Covington and McFall 2010).

    0 to 1, the higher the more varied; unlike the plain ratio it does not fall with length. None for
    fewer words than the window.
    """
    if len(words) < window:
        return None
    counts = Counter(words[:window])
    different = total = len(counts)
    for leaving, coming in zip(words, words[window:], strict=False):
        counts[leaving] -= 1
        different -= counts[leaving] == 0
        different += counts[coming] == 0
        counts[coming] += 1
        total += different
    return total / window / (len(words) - window + 1)


def _row(annotation: Annotation) -> Readability:
    article = annotation.article
    prose = prose_spans(article)
    kept = [s for s in annotation.sentences if any(piece.holds(s) for piece in prose)]
    words = [word.lower() for span in prose for word in running_words(article.text, span)]
    few = len(words) < FEWEST_WORDS or not kept
    grades, lix = ((), None) if few else _formulas(article.text, kept)
    values = [grade for _, grade in grades]
    return Readability(
        article=article.id,
        outlet=article.outlet.outlet,
        words=len(words),
        sentences=len(kept),
        grades=grades,
        lowest=min(values, default=None),
        highest=max(values, default=None),
        lix=lix,
        mattr=moving_type_token_ratio(words),
    )


def _formulas(
    text: str, sentences: Sequence[Span]
) -> tuple[tuple[tuple[str, float], ...], float | None]:
    """(formula, school year) and LIX. Full stops inside a sentence ("U.S.", "1.5") are taken out, for
    textstat would end the sentence there."""
    import textstat

    plain = " ".join(f"{_INNER_STOPS.sub('', s.of(text)).strip()}." for s in sentences)
    plain = " ".join(plain.split())
    grades = (
        ("Automated Readability Index", float(textstat.automated_readability_index(plain))),
        ("Coleman-Liau", float(textstat.coleman_liau_index(plain))),
        ("RIX", float(1 + sum(textstat.rix(plain) >= least for least in _RIX_GRADES))),
    )
    return tuple((name, round(grade, 1)) for name, grade in grades), round(textstat.lix(plain), 1)


_INNER_STOPS = re.compile(r"[.!?]")
