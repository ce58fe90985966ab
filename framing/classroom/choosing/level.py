"""Reading level as a range of school grades, by formulas that need no download."""

from collections.abc import Callable, Sequence

from framing.model import Annotation, Span

_FEWEST_WORDS = 100
# Anderson 1983 ("Lix and Rix", Journal of Reading 26): long words per sentence to school grade.
_RIX_GRADES = ((7.2, 13), (6.2, 12), (5.3, 11), (4.5, 10), (3.7, 9), (3.0, 8), (2.4, 7), (1.8, 6),
               (1.3, 5), (0.8, 4), (0.5, 3), (0.2, 2))  # fmt: skip


def reading_level(annotation: Annotation, sentences: Sequence[Span]) -> str:
    """Grades as in “about grade 9–12, ages 14–18 (three formulas)”, or why nothing can be said.

    Coleman-Liau 1975, ARI (Smith and Senter 1967) and RIX (Anderson 1983) on the sentences, with
    every name of an actor put as "they": long names say nothing of how hard a text is. English only.
    """
    text = " ".join(_without_names(annotation, sentence) for sentence in sentences)
    if len(text.split()) < _FEWEST_WORDS:
        return "too short to say (under 100 words)"
    from textstat import textstat

    formulas: tuple[Callable[[str], float], ...] = (
        textstat.coleman_liau_index,
        textstat.automated_readability_index,
        lambda t: _rix_grade(textstat.rix(t)),
    )
    grades = [min(max(round(formula(text)), 1), 16) for formula in formulas]
    low, high = min(grades), max(grades)
    span = f"{low}" if low == high else f"{low}–{high}"
    return f"about grade {span}, ages {low + 5}–{high + 6} (three formulas)"


def _rix_grade(value: float) -> int:
    return next((grade for least, grade in _RIX_GRADES if value >= least), 1)


def _without_names(annotation: Annotation, sentence: Span) -> str:
    text, at, pieces = annotation.article.text, sentence.start, []
    for mention in annotation.mentions:
        if sentence.holds(mention.span) and mention.span.start >= at:
            pieces += [text[at : mention.span.start], "they"]
            at = mention.span.end
    return "".join([*pieces, text[at : sentence.end]])
