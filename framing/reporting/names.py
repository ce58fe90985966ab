"""How things are called in a report: outlets, sides, voices, counts."""

from collections.abc import Iterable, Mapping
from datetime import date

from framing.charts.page import in_order as az
from framing.model import UNKNOWN, Annotation, Article, Comparison, VoiceKind
from framing.text.zones import prose_spans

VOICE_NAMES: dict[VoiceKind, str] = {
    "outlet": "own words",
    "indirect": "reported",
    "direct": "quoted",
    "unclear": "unclear",
}
VOICE_MEANING: dict[VoiceKind, str] = {
    "outlet": "the article’s own narration",
    "indirect": "what somebody said, in the outlet’s wording",
    "direct": "somebody’s words, quoted",
    "unclear": "a careful reader would not decide",
}


def outlet_names(comparisons: Iterable[Comparison]) -> dict[str, str]:
    """Outlet id to the name that is printed."""
    names = {
        a.article.outlet.outlet: a.article.outlet.name for c in comparisons for a in c.annotations
    }
    return names | ({UNKNOWN: "outlet unknown"} if UNKNOWN in names else {})


def outlets_az(outlets: Iterable[str], names: Mapping[str, str]) -> list[str]:
    """Outlets A-Z by their printed names, accents aside, the unknown one last: as in the charts."""
    return az(list(outlets), names)


def in_order(annotations: Iterable[Annotation], names: Mapping[str, str]) -> list[Annotation]:
    """The articles by outlet (A-Z) and date, those without a date last."""
    found = list(annotations)
    place = {o: n for n, o in enumerate(az([a.article.outlet.outlet for a in found], names))}
    return sorted(
        found,
        key=lambda a: (
            place[a.article.outlet.outlet],
            a.article.published or date.max,
            a.article.id,
        ),
    )


def text_numbers(comparisons: Iterable[Comparison], names: Mapping[str, str]) -> dict[str, int]:
    """The number of each article on the pages, by its id: by event, outlet and date."""
    ordered = [a for c in comparisons for a in in_order(c.annotations, names)]
    return {a.article.id: n for n, a in enumerate(ordered, start=1)}


def side_name(side: str | None) -> str:
    """A side's id as it is printed: ``russia`` "Russia", ``usa`` "USA"; "" for none."""
    name = side or ""
    return name.replace("-", " ").title() if len(name) > 3 else name.upper()


NO_USAGE = ("neutral", "unresolved", "")
"""Conventions that are no documented usage of anybody."""


def usage_name(convention: str) -> str:
    """A convention as it is printed: ``greek-cypriot`` "Greek Cypriot", ``climate-first``
    "Climate-first", ``sudanese-army`` "Sudanese army"; what means nobody's usage stays small."""
    if convention in NO_USAGE:
        return convention
    if convention.endswith(("-army", "-first")):
        return capital(convention).replace("-army", " army")
    return side_name(convention)


def capital(text: str) -> str:
    """`text` with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def p_value(value: float) -> str:
    """A p-value with two digits, or that it is below 0.001."""
    return f"{value:.2g}" if value >= 0.001 else "< 0.001"


def day_of(article: Article) -> str:
    """The article's date in words, or what is known of it."""
    if article.published:
        return f"{article.published.day} {article.published:%B %Y}"
    if article.not_before:
        return f"not stated; not before {article.not_before.day} {article.not_before:%B %Y}"
    return "not stated"


def headline_of(annotation: Annotation, *, longest: int = 90) -> str:
    """The headline, or the first words of the text where there is none."""
    article = annotation.article
    if article.headline:
        text = article.headline.of(article.text)
    else:
        text = " ".join(span.of(article.text) for span in prose_spans(article))
    return clip(text, longest)


def clip(text: str, longest: int) -> str:
    """`text` on one line, cut at a word with an ellipsis where it is longer than `longest`."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    return line[: longest - 1].rsplit(" ", 1)[0].rstrip(",;:.–-") + "…"
