"""Charts as figures of a report: what is drawn, its caption, and its description in words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from framing.comparison.features import is_content_word
from framing.model import Comparison, Profile
from framing.reporting.blocks import Figure

if TYPE_CHECKING:
    from matplotlib.figure import Figure as MatplotlibFigure

Names = Mapping[str, str]


def timeline_figure(comparison: Comparison, names: Names) -> Figure:
    """When the articles came out."""
    from framing.charts.timeline import alt_timeline, plot_timeline

    return Figure(
        "timeline",
        "When the articles of this event came out.",
        alt_timeline(comparison, names=names),
        _drawing(plot_timeline, comparison, names=names),
    )


def slots_figure(comparison: Comparison, names: Names) -> Figure:
    """Which wording each outlet chose, by voice."""
    from framing.charts.slots import alt_slots, plot_slots

    return Figure(
        "slots",
        "Each dot counts how often an outlet chose a wording, of all its choices for that thing.",
        alt_slots(comparison, names=names),
        _drawing(plot_slots, comparison, names=names, most=14),
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


def speakers_figure(comparison: Comparison, names: Names) -> Figure:
    """Who is given how many words."""
    from framing.charts.voices import alt_speakers, plot_speakers

    return Figure(
        "speakers",
        "Words given to each speaker, quoted and reported.",
        alt_speakers(comparison, names=names),
        _drawing(plot_speakers, comparison, names=names),
    )


def claims_figure(comparison: Comparison, names: Names) -> Figure:
    """Which article tells which point."""
    from framing.charts.claims import alt_claims, plot_claims

    return Figure(
        "claims",
        "What each article tells. “Not found” means that no passage was matched.",
        alt_claims(comparison),
        _drawing(plot_claims, comparison, names=names),
    )


def order_figure(comparison: Comparison, names: Names) -> Figure:
    """Where in the article each actor first stands."""
    from framing.charts.order import alt_order, plot_order

    return Figure(
        "order",
        "Where in each article the actors are first named, from its beginning to its end.",
        alt_order(comparison),
        _drawing(plot_order, comparison, names=names),
    )


def words_figure(comparison: Comparison, outlet: str, names: Names) -> Figure:
    """Words that `outlet` uses more or less than the others."""
    from framing.charts.words import alt_words, plot_words

    told = [row for row in comparison.word_choice if is_content_word(row.term)]
    comparison = replace(comparison, word_choice=tuple(told))
    return Figure(
        f"words-{outlet}",
        "Log-odds with 95 % intervals; hollow dots stand for words of one article only.",
        alt_words(comparison, outlet, names=names),
        _drawing(plot_words, comparison, outlet=outlet, names=names, most=6),
    )


def profiles_figure(profiles: Sequence[Profile], names: Names) -> Figure:
    """Facets of each outlet, one panel a facet."""
    from framing.charts.profiles import alt_profiles, plot_profiles

    return Figure(
        "profiles",
        "Facets of each outlet (dot with 95 % interval) and of the others on the same events.",
        alt_profiles(profiles, names=names),
        _drawing(plot_profiles, profiles, names=names),
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
