"""Where things stand in a text: what is named or told first, and where the markers lie."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from framing.charts import page
from framing.charts.style import BLUE, BOLD, RULE, SMALL, VOICES, Font, Sign, keys, style
from framing.model import Annotation, Article, Comparison, VoiceKind
from framing.saying import count

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Subjects = Literal["actors", "claims", "speakers"]
Place = tuple[float, Sign]  # share of the text that comes before, 0 to 1

_TITLES = {
    "actors": "Where each is first named",
    "claims": "Where each claim is first told",
    "speakers": "Where each speaker first speaks",
}
_FIRST = Sign("named first of all", BLUE, "o")
_LATER = Sign("named later", BLUE, "o", "open")
_DATES = 0.75  # inches for the dates at the left
_BETWEEN = 0.16  # inches between two panels
_LINES = 48  # rows that fit an A4 or US letter page
_FOOT = 0.56
_NOTHING: dict[Subjects, str] = {
    "actors": "Nobody of the lists of actors is named in these articles.",
    "claims": "No claim was found in these articles.",
    "speakers": "No speaker was found in these articles.",
}
_CATEGORIES = 1.9  # inches for the categories of markers at the left
_APART = 1.3  # % of the text below which two markers would hide each other
_MARKERLESS = "No marker was found in this article."


@dataclass(frozen=True, slots=True)
class _Subject:
    """An actor or a claim, and where it first stands in each article that has it."""

    name: str
    places: Mapping[str, Place]
    font: Font


def plot_order(
    comparison: Comparison,
    *,
    of: Subjects = "actors",
    fig: Figure | None = None,
    names: Mapping[str, str] | None = None,
    most: int = 5,
) -> Figure:
    """Draw where an actor or a claim first stands, a panel each, from 0 to 100 % of each text.

    Shows the `most` actors that most articles name (A-Z), filled where nobody is named before them,
    the first `most` claims with the sign of the voice they stand in, or the `most` speakers in most
    articles (A-Z), quoted or reported. Articles by outlet (A-Z)
    and date, the same in every panel. Where an A4 page is too short for all, each outlet has the
    same limit.
    """
    with style():
        page.chosen(of, tuple(_TITLES), name="of")
        subjects = _subjects(comparison, of, most)
        title = f"{_TITLES[of]}: {page.scope(comparison)}"
        if not subjects:
            return page.figure_of(page.say_nothing(page.Head(title), _NOTHING[of], fig=fig))
        used = {sign.label for subject in subjects for _, sign in subject.places.values()}
        signs = [s for s in (_FIRST, _LATER, *VOICES.values()) if s.label in used]
        head = page.Head(title, tuple(keys(signs)))
        return _draw(comparison, subjects, names=names, head=head, fig=fig)


def alt_order(comparison: Comparison, *, of: Subjects = "actors", most: int = 5) -> str:
    """Say for each actor or claim shown how many articles have it, and in how many it is first."""
    told = []
    for subject in _subjects(comparison, of, most):
        first = sum(sign is _FIRST for _, sign in subject.places.values())
        opens = f", named first in {first}" if of == "actors" else ""
        number = f"{len(subject.places)} of {count(len(comparison.annotations), 'article')}"
        told.append(f"{subject.name.rstrip('.')}: in {number}{opens}")
    return (
        f"{_TITLES[of]}: {page.scope(comparison)}. {'; '.join(told) or _NOTHING[of].rstrip('.')}."
    )


def plot_along(
    annotation: Annotation,
    *,
    ax: Axes | None = None,
    names: Mapping[str, str] | None = None,
    categories: Mapping[str, str] | None = None,
) -> Axes:
    """Where the markers of one article lie, 0 to 100 % of its text, a row for each category (A-Z).

    The sign of a marker says whose words it stands in. Markers too near to tell apart are stacked.
    `categories` names categories by their id.
    """
    with style():
        used = {marker.voice.kind for marker in annotation.markers}
        signs = keys([sign for voice, sign in VOICES.items() if voice in used])
        head = page.Head(_along_title(annotation, names), tuple(signs))
        if not annotation.markers:
            return page.say_nothing(head, _MARKERLESS, ax=ax)
        stacks = {category: _stack(annotation, category) for category in _categories(annotation)}
        told = categories or {}
        rows = [_category_row(told.get(name, name), stack) for name, stack in stacks.items()]
        ax, indent = page.row_axes(ax, head, rows=rows, left=_CATEGORIES, foot=0.42)
        for stack, y in zip(stacks.values(), page.name_rows(ax, rows, indent=indent), strict=True):
            _draw_stack(ax, stack, y)
        _measure_text(ax, "% of the text")
        return ax


def alt_along(
    annotation: Annotation,
    *,
    names: Mapping[str, str] | None = None,
    categories: Mapping[str, str] | None = None,
) -> str:
    """Say how many markers of each category stand in whose words."""
    told = []
    for category in _categories(annotation):
        mine = [m.voice.kind for m in annotation.markers if m.category == category]
        voices = ", ".join(f"{VOICES[v].label} {mine.count(v)}" for v in VOICES if v in mine)
        name = (categories or {}).get(category, category)
        told.append(f"{name} {len(mine)} ({voices})")
    return f"{_along_title(annotation, names)}. {'; '.join(told) or _MARKERLESS.rstrip('.')}."


def _subjects(comparison: Comparison, of: Subjects, most: int) -> list[_Subject]:
    found = {"actors": _actors, "claims": _claims, "speakers": _speakers}
    return found[of](comparison, most)


def _actors(comparison: Comparison, most: int) -> list[_Subject]:
    """Find the actors that most articles name, A-Z."""
    places: dict[str, dict[str, Place]] = {}
    for row in comparison.emphasis:
        for number, (actor, share) in enumerate(row.first_mentions):
            sign = _LATER if number else _FIRST
            places.setdefault(actor, {})[row.article] = share, sign

    def rank(actor: str) -> tuple[int, float, str]:
        """Named by most articles, then earliest."""
        found = places[actor].values()
        return -len(found), sum(share for share, _ in found), actor

    chosen = sorted(places, key=rank)[:most]
    return [_Subject(actor, places[actor], BOLD) for actor in sorted(chosen, key=str.casefold)]


def _speakers(comparison: Comparison, most: int) -> list[_Subject]:
    """Find the speakers that most articles let speak, A-Z, with the sign of their first words."""
    places: dict[str, dict[str, Place]] = {}
    for annotation in comparison.annotations:
        length = max(1, len(annotation.article.text))
        for quote in sorted(annotation.quotes, key=lambda quote: quote.content.start):
            if quote.speaker:
                sign = VOICES["direct" if quote.kind == "direct" else "indirect"]
                place = quote.content.start / length, sign
                places.setdefault(quote.speaker, {}).setdefault(annotation.article.id, place)
    chosen = sorted(places, key=lambda speaker: (-len(places[speaker]), speaker))[:most]
    return [_Subject(name, places[name], BOLD) for name in sorted(chosen, key=str.casefold)]


def _claims(comparison: Comparison, most: int) -> list[_Subject]:
    lengths = {a.article.id: len(a.article.text) for a in comparison.annotations}
    found = []
    for claim in comparison.claims[:most]:
        places: dict[str, Place] = {}
        for passage in sorted(claim.passages, key=lambda p: p.span.start):
            share = passage.span.start / max(1, lengths.get(passage.article, 0))
            places.setdefault(passage.article, (share, VOICES[passage.voice.kind]))
        found.append(_Subject(claim.label, places, SMALL))
    return found


def _draw(
    comparison: Comparison,
    subjects: Sequence[_Subject],
    *,
    names: Mapping[str, str] | None,
    head: page.Head,
    fig: Figure | None,
) -> Figure:
    shown = page.outlet_names(comparison.annotations, names)
    most = int(_LINES - 1.4 * len(comparison.outlets))
    by_outlet, hidden = page.by_outlet(comparison, shown, most=most)
    rows, articles = _rows(by_outlet, shown)
    wide = (page.WIDTH - _DATES - page.MARGIN) / max(2, len(subjects)) - _BETWEEN
    titles = [page.wrap(s.name, wide, font=s.font, lines=6) for s in subjects]
    top = head.height() + 0.145 * max(map(page.height, titles)) + 0.09
    high = page.LINE * page.lines_of(rows)
    total = top + high + _FOOT
    figure = fig if fig is not None else page.new_figure(total)
    page.put_figure_head(figure, head)
    for number, (subject, title) in enumerate(zip(subjects, titles, strict=True)):
        left = _DATES + number * (wide + _BETWEEN)
        ax = page.panel(figure, (left, top, wide, high), page_high=total)
        middles = page.name_rows(
            ax, rows if number == 0 else _unnamed(rows), indent=_DATES - page.MARGIN
        )
        places = [y for y, row in zip(middles, rows, strict=True) if not row.heading]
        _draw_subject(ax, subject, articles, places)
        size, weight = subject.font
        ax.set_title(title, loc="left", size=size, weight=weight, linespacing=1.1)
        _measure_text(ax, "% of the text" if number == 0 else "")
    note = "A line without a mark: not found in this article."
    note += f" {count(hidden, 'more article')} not drawn." if hidden else ""
    page.put_figure_note(figure, note)
    return figure


def _rows(
    by_outlet: Mapping[str, Sequence[Article]], names: Mapping[str, str]
) -> tuple[list[page.Row], list[str]]:
    """Make a heading for each outlet and a row for each article; and give the articles' ids."""
    rows: list[page.Row] = []
    articles: list[str] = []
    for outlet, group in by_outlet.items():
        heading = page.wrap(names.get(outlet, outlet), page.WIDTH - 2 * page.MARGIN, font=BOLD)
        rows.append(page.Row(heading, page.height(heading) + (0.3 if rows else 0.1), heading=True))
        for article in group:
            label = page.day(article.published) if article.published else "no date"
            rows.append(page.Row(label, 0.95))
            articles.append(article.id)
    return rows, articles


def _unnamed(rows: Sequence[page.Row]) -> list[page.Row]:
    return [page.Row("", row.lines, row.heading) for row in rows]


def _draw_subject(
    ax: Axes, subject: _Subject, articles: Sequence[str], rows: Sequence[float]
) -> None:
    ax.hlines(rows, 0, 100, color=RULE, linewidth=1, zorder=1)
    found = [
        (*subject.places[a], y) for a, y in zip(articles, rows, strict=True) if a in subject.places
    ]
    for sign in dict.fromkeys(sign for _, sign, _ in found):
        points = [(100 * share, y) for share, s, y in found if s is sign]
        ax.plot(*zip(*points, strict=True), **sign.dots(5), clip_on=False, zorder=3)


def _measure_text(ax: Axes, label: str) -> None:
    ax.set_xlim(0, 100)
    ax.set_xticks([0, 50, 100], ["0", "50", "100"])
    first, _, last = ax.get_xticklabels()
    first.set_horizontalalignment("left")  # the ends of two panels do not run into each other
    last.set_horizontalalignment("right")
    ax.set_xlabel(label, loc="left", labelpad=1)


def _along_title(annotation: Annotation, names: Mapping[str, str] | None) -> str:
    tag = annotation.article.outlet
    who = page.outlet_names([annotation], names)[tag.outlet]
    day = annotation.article.published
    when = f", {page.day(day)} {day.year}" if day else ", no date stated"
    return f"{count(len(annotation.markers), 'marker')} along the text: {who}{when}"


def _categories(annotation: Annotation) -> list[str]:
    return sorted({marker.category for marker in annotation.markers})


def _stack(annotation: Annotation, category: str) -> list[tuple[float, int, VoiceKind]]:
    """(% of the text, level, voice) of a category's markers; a level holds none that touch."""
    length = max(1, len(annotation.article.text))
    levels: list[float] = []  # the last place taken on each level
    stack = []
    for marker in sorted(annotation.markers, key=lambda m: m.span):
        if marker.category != category:
            continue
        x = 100 * marker.span.start / length
        free = [n for n, last in enumerate(levels) if x - last >= _APART]
        level = free[0] if free else len(levels)
        levels[level : level + 1] = [x]
        stack.append((x, level, marker.voice.kind))
    return stack


def _category_row(category: str, stack: Sequence[tuple[float, int, VoiceKind]]) -> page.Row:
    label = page.wrap(f"{category} ({len(stack)})", _CATEGORIES - page.MARGIN - 0.1)
    levels = 1 + max(level for _, level, _ in stack)
    return page.Row(label, max(page.height(label), 0.55 * levels) + 0.5)


def _draw_stack(ax: Axes, stack: Sequence[tuple[float, int, VoiceKind]], y: float) -> None:
    levels = max(level for _, level, _ in stack)
    base = y + 0.55 * levels / 2
    ax.axhline(base, color=RULE, linewidth=1, zorder=1)
    for voice, sign in VOICES.items():
        points = [(x, base - 0.55 * level) for x, level, kind in stack if kind == voice]
        if points:
            ax.plot(*zip(*points, strict=True), **sign.dots(4.5), clip_on=False, zorder=3)
