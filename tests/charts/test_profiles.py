from dataclasses import replace
from itertools import pairwise

import pytest

from framing.charts import alt_profiles, alt_slope, plot_profiles, plot_slope
from framing.charts.profiles import panels_across
from framing.charts.style import BLUE, GREY
from framing.errors import OptionError
from framing.model import Estimate, Facet, Profile


def share(value, low, high, n=200):
    return Estimate(value, low, high, n, "share of words", "made up")


TOO_FEW = Estimate(None, None, None, 3, "share of words", "too few (fewer than 5)")


def one(outlet, own, reference, *, facet="quoted words"):
    return Profile(
        outlet, ("e",), 4, 900, None, None, (Facet(facet, "How much?", own, reference),), ()
    )


@pytest.fixture
def pair():
    """Given Z-A, to be shown A-Z."""
    return [
        one("Northern Post", TOO_FEW, share(0.2, 0.1, 0.3)),
        one("Lake Agency", share(0.2, 0.1, 0.3), TOO_FEW),
    ]


def signs(ax):
    return {
        line.get_label(): list(zip(*line.get_data(), strict=True))
        for line in ax.lines
        if not line.get_label().startswith("_")
    }


def test_a_panel_has_value_interval_and_the_others_in_the_row_of_the_outlet(pair):
    (ax,) = plot_profiles(pair).axes
    lake, post = ax.get_yticks()
    assert [t.get_text() for t in ax.get_yticklabels()] == ["Lake Agency", "Northern Post"]
    assert signs(ax) == {
        "the outlet, with its 95 % interval": [(0.2, lake)],
        "the other outlets on the same events": [(0.2, post)],
    }
    intervals = [line for line in ax.lines if line.get_marker() == "None"]
    assert [list(line.get_xdata()) for line in intervals] == [[0.1, 0.3]]


def test_the_others_are_an_open_diamond_that_does_not_cover_the_dot(pair):
    (ax,) = plot_profiles(pair).axes
    diamond = next(line for line in ax.lines if line.get_marker() == "D")
    assert diamond.get_markerfacecolor() == "none"


def test_too_few_is_said_in_grey_and_values_have_their_n(pair):
    (ax,) = plot_profiles(pair).axes
    colours = {t.get_text(): t.get_color() for t in ax.texts}
    assert colours["too few (n = 3)"] == GREY
    assert colours["20 % of 200"] != GREY


def test_question_name_and_unit_stand_above_and_the_scale_begins_at_zero(pair):
    (ax,) = plot_profiles(pair).axes
    assert ax.get_title(loc="left") == "How much?"
    assert "quoted words, share of words" in [t.get_text() for t in ax.texts]
    assert ax.get_xlim()[0] == 0


def test_every_facet_has_a_panel_with_the_outlets_in_the_same_order(profiles):
    figure = plot_profiles(profiles(4))
    assert len(figure.axes) == 3
    assert len({tuple(ax.get_yticks()) for ax in figure.axes}) == 1
    assert figure.get_suptitle() == "Profiles: 4 outlets, 16 articles, 2 events"


def test_facets_can_be_chosen_and_a_wrong_one_is_an_error_that_names_them(profiles):
    figure = plot_profiles(profiles(2), facets=["quoted words"])
    assert len(figure.axes) == 1
    with pytest.raises(OptionError, match="“bias” is not here: choose one of hedges, quoted words"):
        plot_profiles(profiles(2), facets=["bias"])


def test_no_profile_is_said():
    assert "No outlet shares an event" in plot_profiles([]).axes[0].texts[0].get_text()
    assert "No outlet shares an event" in alt_profiles([])


def test_the_description_has_every_value(pair):
    assert alt_profiles(pair) == (
        "Profiles: 2 outlets, 8 articles, 1 event. quoted words: Lake Agency 20 % of 200, "
        "Northern Post too few (n = 3)."
    )


@pytest.fixture
def events():
    apart, near = share(0.6, 0.5, 0.7), share(0.25, 0.15, 0.35)
    low = share(0.2, 0.1, 0.3)
    return {
        "dam (1 March)": [one("b", apart, low), one("a", low, low)],
        "gate (2 March)": [one("b", near, low), one("a", low, low)],
        "flood (3 March)": [one("b", TOO_FEW, low), one("a", low, low)],
        "river (4 March)": [one("a", low, low)],
    }


def test_a_slope_goes_from_the_first_to_the_second_outlet_a_to_z(events):
    ax = plot_slope(events, "quoted words", outlets=("b", "a"))
    assert [t.get_text() for t in ax.get_xticklabels()] == ["a", "b"]
    slopes = [list(line.get_ydata()) for line in ax.lines if line.get_linestyle() == "-"]
    assert slopes == [[0.2, 0.6], [0.2, 0.25]]
    assert ax.get_ylim()[0] == 0


def test_intervals_apart_are_filled_and_blue_and_overlapping_ones_open_and_grey(events):
    ax = plot_slope(events, "quoted words", outlets=("a", "b"))
    ends = [line for line in ax.lines if line.get_linestyle() == "None"]
    assert [line.get_color() for line in ends] == [BLUE, GREY]
    assert [line.get_markerfacecolor() for line in ends] == [BLUE, "#ffffff"]


def test_ends_say_value_n_and_event_and_the_note_counts_what_is_missing(events):
    ax = plot_slope(events, "quoted words", outlets=("a", "b"))
    text = [t.get_text().replace("\n", " ") for t in ax.texts]
    assert "60 % of 200: dam (1 March)" in text
    assert text.count("20 % of 200") == 2
    assert ax.get_xlabel() == "2 more events with too few cases."
    assert ax.get_title(loc="left") == "Quoted words: 2 events, 2 outlets"


def test_no_event_with_enough_cases_is_said(events):
    only = {"flood": events["flood (3 March)"]}
    ax = plot_slope(only, "quoted words", outlets=("a", "b"))
    assert "On no event" in ax.texts[0].get_text()


def test_the_description_of_a_slope_counts_both_directions(events):
    text = alt_slope(events, "quoted words", outlets=("a", "b"), names={"a": "Lake", "b": "Post"})
    assert "in Lake on 0 events, in Post on 1 event" in text


def test_where_all_values_are_zero_the_scale_is_not_blown_up():
    zero = Estimate(0.0, 0.0, 0.0, 4, "per 1,000 words", "made up")
    (ax,) = plot_profiles([one("Lake Agency", zero, zero, facet="boosters")]).axes
    assert ax.get_xlim() == (0, 1)


def test_a_bare_figure_has_the_panels_and_no_title_key_or_note(pair):
    figure = plot_profiles(pair, bare=True)
    assert [ax.get_title(loc="left") for ax in figure.axes] == ["How much?"]
    assert figure.get_suptitle() == ""
    assert not figure.legends
    assert not figure.texts
    assert figure.get_figheight() < plot_profiles(pair).get_figheight()


def test_three_panels_stand_side_by_side_where_names_are_short(pair):
    facets = [Facet(f"f{n}", "How much?", TOO_FEW, TOO_FEW) for n in range(4)]
    many = [replace(p, facets=tuple(facets)) for p in pair]
    tops = [round(ax.get_position().y1, 3) for ax in plot_profiles(many).axes]
    assert len(set(tops[:3])) == 1
    assert tops[3] < tops[0]
    assert panels_across(many) == 3
    assert panels_across(many, {"Northern Post": "The Northern and Western Valleys Post"}) == 2


def test_a_value_on_too_few_articles_is_hollow_and_grey_without_a_line():
    few = Estimate(0.2, None, None, 200, "share of words", "too few for an interval")
    (ax,) = plot_profiles([one("Lake Agency", few, share(0.3, 0.2, 0.4))]).axes
    assert signs(ax)["the outlet: too few for an interval"][0][0] == 0.2
    assert "the outlet, with its 95 % interval" not in signs(ax)
    assert not [line for line in ax.lines if line.get_marker() == "None"]
    colours = {t.get_text(): t.get_color() for t in ax.texts}
    assert colours["20 % of 200"] == GREY
    told = alt_profiles([one("Lake Agency", few, share(0.3, 0.2, 0.4))])
    assert "too few for an interval: Lake Agency 4 articles" in told


def test_the_key_has_the_signs_of_all_facets_for_several_figures_under_one_title():
    few = Estimate(0.2, None, None, 200, "share of words", "too few for an interval")
    more = Facet("coverage", "How many?", few, few)
    both = one("Lake Agency", share(0.3, 0.2, 0.4), TOO_FEW)
    both = replace(both, facets=(*both.facets, more))
    figure = plot_profiles([both], facets=["quoted words"])
    keys = [t.get_text() for legend in figure.legends for t in legend.get_texts()]
    assert "the outlet: too few for an interval" in keys


def test_a_line_of_too_few_articles_is_never_called_apart():
    few = [Estimate(v, None, None, 200, "share of words", "too few") for v in (0.1, 0.9)]
    events = {"dam": [one("a", few[0], TOO_FEW), one("b", few[1], TOO_FEW)]}
    ax = plot_slope(events, "quoted words", outlets=("a", "b"))
    ends = [line for line in ax.lines if line.get_linestyle() == "None"]
    assert [(line.get_marker(), line.get_color()) for line in ends] == [("s", GREY)]
    told = alt_slope(events, "quoted words", outlets=("a", "b"))
    assert "on 1 event, rest on too few for an interval" in told


@pytest.mark.parametrize("high", [0.06, 0.19, 0.43, 0.61, 0.97])
def test_numbers_under_a_panel_stand_apart(high):
    names = ("River Telegraph Evening", "Lake Gazette and Herald")
    facets = ("quoted words", "reported words", "cues")
    made = [
        replace(one(o, share(high / 2, 0, high), TOO_FEW), facets=tuple(
            replace(one(o, share(high / 2, 0, high), TOO_FEW).facets[0], name=f) for f in facets))
        for o in names
    ]  # fmt: skip
    for ax in plot_profiles(made).axes:
        inches = ax.get_position().width * ax.figure.get_figwidth()
        places = [t / ax.get_xlim()[1] * inches for t in ax.get_xticks() if t <= ax.get_xlim()[1]]
        assert len(places) > 1
        assert all(later - first > 0.35 for first, later in pairwise(places))
