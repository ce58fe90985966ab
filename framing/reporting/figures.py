"""Charts as figures of a report: what is drawn, its caption, and its description in words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from framing.comparison.features import is_content_word
from framing.model import Annotation, Comparison, Profile
from framing.reporting.blocks import Figure
from framing.reporting.findings import Finding
from framing.reporting.names import side_name
from framing.reporting.notes import CATEGORY_NAMES

if TYPE_CHECKING:
    from matplotlib.figure import Figure as MatplotlibFigure

    from framing.charts.order import Subjects
    from framing.charts.shares import Question

Names = Mapping[str, str]


def bare(figure: Figure) -> Figure:
    """Without its caption: for a page, where the title in the chart says as much."""
    return replace(figure, caption="")


def timeline_figure(comparison: Comparison, names: Names) -> Figure:
    """When the articles came out."""
    from framing.charts.timeline import alt_timeline, plot_timeline

    return Figure(
        "timeline",
        "When the articles of this event came out.",
        alt_timeline(comparison, names=names),
        _drawing(plot_timeline, comparison, names=names),
    )


def findings_figure(findings: Sequence[Finding], comparison: Comparison, names: Names) -> Figure:
    """The counts behind the main differences, an outlet without a case too."""
    from framing.charts.shares import Question, Tally, alt_shares, plot_shares

    questions = []
    for number, finding in enumerate(findings, start=1):
        rows = {row.outlet: row for row in finding.question.rows}
        tallies = tuple(rows.get(o, Tally(o, {}, 0)) for o in comparison.outlets)
        start = f"{number}. " * (len(findings) > 1)
        questions.append(Question(f"{start}{finding.question.title}", tallies))
    what = "main differences" if len(findings) > 1 else "main difference"
    title = f"The {what} in numbers: {_scope(comparison)}"
    return Figure(
        "findings",
        _cases(questions),
        alt_shares(questions, title=title, names=names),
        _drawing(plot_shares, questions, title=title, names=names),
    )


def _cases(questions: "Sequence[Question]") -> str:
    """What the bars are, and the signs among them that need a word."""
    tallies = [row for question in questions for row in question.rows]
    told = ["Cases that count, of all cases of each outlet"]
    told += ["a dash: it has none"] * any(not row.of for row in tallies)
    grey = any(voice is None for row in tallies for voice, n in row.parts.items() if n)
    return "; ".join(told) + "." + " Grey: in any voice." * grey


def _scope(comparison: Comparison) -> str:
    from framing.charts.page import scope

    return scope(comparison)


def slots_figure(comparison: Comparison, names: Names, *, most: int | None = 14) -> Figure:
    """Which wording each outlet chose, by voice."""
    from framing.charts.slots import alt_slots, plot_slots

    return Figure(
        "slots",
        "Each dot counts how often an outlet chose a wording, of all its choices for that thing.",
        alt_slots(comparison, names=names),
        _drawing(plot_slots, comparison, names=names, most=most),
    )


def voices_figure(comparison: Comparison, names: Names) -> Figure:
    """Own, reported and quoted words."""
    from framing.charts.voices import alt_voices, plot_voices

    return Figure(
        "voices",
        "Own words, reported speech and quotation, of all words of the articles’ own prose.",
        alt_voices(comparison, names=names),
        _drawing(plot_voices, comparison, names=names),
    )


def speakers_figure(comparison: Comparison, names: Names, *, most: int | None = None) -> Figure:
    """Who is given how many words."""
    from framing.charts.voices import alt_speakers, plot_speakers

    sides = {row.side: side_name(row.side) for row in comparison.sources if row.side}

    return Figure(
        "speakers",
        "Words given to each speaker, quoted and reported.",
        alt_speakers(comparison, names=names),
        _drawing(plot_speakers, comparison, names=names, sides=sides, most=most),
    )


def claims_figure(comparison: Comparison, names: Names, *, most: int | None = None) -> Figure:
    """Which article tells which point."""
    from framing.charts.claims import alt_claims, plot_claims

    copies = any(cell.copy_of for claim in comparison.claims for cell in claim.cells)
    once = " Copies of one text count once." * copies
    return Figure(
        "claims",
        "What each article tells; a claim is a point that a text states. “Not found” means that no "
        f"passage was matched.{once}",
        alt_claims(comparison),
        _drawing(plot_claims, comparison, names=names, most=most),
    )


def order_figure(comparison: Comparison, names: Names, *, of: "Subjects" = "actors") -> Figure:
    """Where in each article each actor, claim or speaker first stands."""
    from framing.charts.order import alt_order, plot_order

    return Figure(
        "order" if of == "actors" else f"order-{of}",
        f"Where in each article the {of} are first {_FIRST[of]}, from its beginning to its end.",
        alt_order(comparison, of=of),
        _drawing(plot_order, comparison, of=of, names=names),
    )


_FIRST = {"actors": "named", "claims": "told", "speakers": "heard"}


def along_figure(annotation: Annotation, names: Names, *, number: int) -> Figure:
    """Where the markers of one article lie along its text."""
    from framing.charts.order import alt_along, plot_along

    return Figure(
        f"along-{number}",
        f"Text {number}: where its markers lie, from the beginning of the text to its end.",
        alt_along(annotation, names=names, categories=CATEGORY_NAMES),
        _drawing(plot_along, annotation, names=names, categories=CATEGORY_NAMES),
    )


def words_figure(comparison: Comparison, outlet: str, names: Names) -> Figure:
    """Words that `outlet` uses more or less than the others."""
    from framing.charts.words import alt_words, plot_words

    told = [row for row in comparison.word_choice if is_content_word(row.term)]
    comparison = replace(comparison, word_choice=tuple(told))
    return Figure(
        f"words-{outlet}",
        "Log-odds; lines are 95 % intervals if words were independent.",
        alt_words(comparison, outlet, names=names),
        _drawing(plot_words, comparison, outlet=outlet, names=names, most=6),
    )


def contrasts_figure(comparison: Comparison, names: Names) -> Figure:
    """Words that each outlet uses more than the others."""
    from framing.charts.words import alt_contrasts, plot_contrasts

    told = [row for row in comparison.word_choice if is_content_word(row.term)]
    comparison = replace(comparison, word_choice=tuple(told))
    return Figure(
        "contrasts",
        "Log-odds; lines are 95 % intervals if words were independent.",
        alt_contrasts(comparison, names=names),
        _drawing(plot_contrasts, comparison, names=names, most=4),
    )


def slope_figure(
    events: Mapping[str, Sequence[Profile]], facet: str, outlets: tuple[str, str], names: Names
) -> Figure:
    """One facet of two outlets, event by event."""
    from framing.charts.slope import alt_slope, plot_slope

    return Figure(
        "slope",
        "One measure of two outlets, a line an event; filled and blue where the intervals lie apart.",
        alt_slope(events, facet, outlets=outlets, names=names),
        _drawing(plot_slope, events, facet=facet, outlets=outlets, names=names),
    )


def profiles_figure(profiles: Sequence[Profile], names: Names) -> Figure:
    """Facets of each outlet, one panel a facet."""
    from framing.charts.profiles import alt_profiles, plot_profiles

    return Figure(
        "profiles",
        _FACETS,
        alt_profiles(profiles, names=names),
        _drawing(plot_profiles, profiles, names=names),
    )


def profiles_rows(profiles: Sequence[Profile], names: Names) -> tuple[Figure, ...]:
    """The same, cut into rows of panels between which a page may end; title and key on the first.
    Facets for which no outlet has cases enough are left out."""
    from framing.charts.profiles import alt_profiles, panels_across, plot_profiles

    facets = list(dict.fromkeys(f.name for p in profiles for f in p.facets if _told(p, f.name)))
    across = panels_across(profiles, names)
    rows = [facets[n : n + across] for n in range(0, len(facets), across)]
    return tuple(
        Figure(
            f"profiles-{number}",
            _FACETS if number == len(rows) else "",
            alt_profiles(profiles, facets=row, names=names),
            _drawing(plot_profiles, profiles, facets=row, names=names, bare=number > 1),
        )
        for number, row in enumerate(rows, start=1)
    )


def _told(profile: Profile, facet: str) -> bool:
    """Whether a facet rests on cases enough for a value."""
    return any(f.estimate.value is not None for f in profile.facets if f.name == facet)


_FACETS = (
    "Facets of each outlet, with 95 % intervals where articles are enough, and of the others on the "
    "same events."
)


def _drawing(
    plot: Callable[..., Any], result: Any, **options: Any
) -> "Callable[[], MatplotlibFigure]":
    """A function that draws the chart when a page needs it, and gives its figure."""

    def draw() -> "MatplotlibFigure":
        drawn = plot(result, **options)
        figure: MatplotlibFigure = getattr(drawn, "figure", drawn)
        return figure

    return draw
