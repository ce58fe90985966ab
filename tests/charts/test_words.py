from dataclasses import replace

import pytest

from framing.charts import alt_contrasts, alt_words, plot_contrasts, plot_words
from framing.charts.style import BLUE, GREY
from framing.errors import OptionError


def dots(ax):
    """Word to its dot."""
    words = dict(zip(ax.get_yticks(), (t.get_text() for t in ax.get_yticklabels()), strict=True))
    points = [line for line in ax.lines if line.get_marker() == "o"]
    return {words[line.get_ydata()[0]]: line for line in points}


def test_a_dot_stands_at_the_log_odds_and_a_line_at_their_interval(comparison):
    ax = plot_words(comparison, "lake")
    dam = dots(ax)["dam"]
    assert dam.get_xdata() == [1.5]
    interval = next(
        line
        for line in ax.lines
        if line.get_marker() == "None" and list(line.get_ydata()) == [dam.get_ydata()[0]] * 2
    )
    assert list(interval.get_xdata()) == pytest.approx([1.5 - 1.96 * 0.5, 1.5 + 1.96 * 0.5])


def test_a_word_used_alike_is_not_shown(comparison):
    assert set(dots(plot_words(comparison, "lake"))) == {"dam", "gate", "flood"}


def test_a_word_of_one_article_only_is_hollow_on_either_side(comparison):
    found = dots(plot_words(comparison, "lake"))
    assert found["dam"].get_markerfacecolor() == BLUE
    assert found["gate"].get_markerfacecolor() == "#ffffff"
    assert found["flood"].get_markerfacecolor() == "#ffffff"


def test_an_interval_that_includes_zero_is_grey(comparison):
    found = dots(plot_words(comparison, "lake"))
    assert found["gate"].get_color() == GREY
    assert found["dam"].get_color() == BLUE


def test_counts_of_both_sides_stand_beside_each_word(comparison):
    ax = plot_words(comparison, "lake")
    y = dots(ax)["dam"].get_ydata()[0]
    assert [t.get_text() for t in ax.texts if t.xy[1] == y] == ["9", "1"]
    said = " ".join(t.get_text().replace("\n", " ") for t in ax.texts)
    assert "Lake Agency, of 400 words" in said
    assert "Northern Post, of 200 words" in said


def test_the_middle_of_the_axis_is_no_difference(comparison):
    low, high = plot_words(comparison, "lake").get_xlim()
    assert low == -high


def test_seen_from_the_other_outlet_the_picture_is_mirrored(comparison):
    lake, post = (plot_words(comparison, outlet) for outlet in ("lake", "post"))
    mine = {word: dot.get_xdata()[0] for word, dot in dots(lake).items()}
    theirs = {word: dot.get_xdata()[0] for word, dot in dots(post).items()}
    assert mine == {word: -x for word, x in theirs.items()}
    hollow = {word: dot.get_markerfacecolor() for word, dot in dots(lake).items()}
    assert hollow == {word: dot.get_markerfacecolor() for word, dot in dots(post).items()}


def test_headings_say_how_many_words_there_are_on_each_side(make):
    comparison = make(3, 9)
    more = sum(w.z > 0 for w in comparison.word_choice if w.outlet == "o00")
    ax = plot_words(comparison, "o00", most=4)
    assert f"more in Lake Agency (4 of {more} words)" in [t.get_text() for t in ax.texts]
    assert len(dots(ax)) == 8


def test_an_outlet_that_is_not_there_is_an_error_that_names_the_choices(comparison):
    with pytest.raises(OptionError, match="“tass” is not here: choose one of lake, post"):
        plot_words(comparison, "tass")


def test_one_outlet_has_nothing_to_compare_with(make):
    ax = plot_words(make(1, 2), "o00")
    assert ax.texts[0].get_text() == "One outlet only: there is nothing to compare its words with."
    assert ax.get_title(loc="left") == "Word choice of Lake Agency: 2 articles, 1 outlet"


def test_too_few_words_are_said(comparison):
    assert "No word is used often enough" in alt_words(replace(comparison, word_choice=()), "lake")


def test_the_description_has_the_counts(comparison):
    text = alt_words(comparison, "lake")
    assert "More in Lake Agency: “dam” (9 against 1), “gate” (4 against 1)." in text
    assert "More in Northern Post: “flood” (0 against 5)." in text


def test_all_outlets_stand_in_one_chart_each_with_the_words_it_uses_more(comparison):
    ax = plot_contrasts(comparison)
    assert [t.get_text() for t in ax.get_yticklabels()] == ["dam", "gate", "flood"]
    said = [t.get_text() for t in ax.texts]
    assert "Lake Agency, 400 words" in said
    assert "Northern Post, 200 words" in said
    places = {
        float(line.get_xdata()[0]): line for line in ax.lines if line.get_linestyle() == "None"
    }
    assert sorted(places) == [0.5, 1.5, 2.0]
    assert places[2.0].get_markerfacecolor() == "#ffffff"  # in one article of the outlet only
    assert ax.get_xlim()[0] < 0


def test_the_line_at_0_does_not_cross_the_headings(comparison):
    ax = plot_contrasts(comparison)
    (lines,) = [c for c in ax.collections if len(c.get_segments()) == 1][:1]
    headings = [t.xy[1] for t in ax.texts if "words" in t.get_text()]
    spans = [c.get_segments()[0][:, 1] for c in ax.collections]
    assert lines is not None
    assert not any(min(s) < y - 0.2 < max(s) for s in spans for y in headings[1:])


def test_the_description_of_all_outlets_counts(comparison):
    told = alt_contrasts(comparison)
    assert "Lake Agency, 400 words: “dam” (9 against 1), “gate” (4 against 1)" in told
    empty = replace(comparison, word_choice=())
    assert "No word is used often enough" in alt_contrasts(empty)
    assert "No word is used" in plot_contrasts(empty).texts[0].get_text()


def test_a_name_is_written_as_the_texts_write_it(comparison):
    texts = [
        replace(a, article=replace(a.article, text="The Dam broke. The Dam and a gate."))
        for a in comparison.annotations
    ]
    ax = plot_words(replace(comparison, annotations=tuple(texts)), "lake")
    labels = [t.get_text() for t in ax.get_yticklabels()]
    assert "Dam" in labels and "dam" not in labels
    assert "gate" in labels


def test_the_key_names_only_signs_that_are_drawn(comparison):
    sure = tuple(w for w in comparison.word_choice if abs(w.z) > 1.96)
    figure = plot_contrasts(replace(comparison, word_choice=sure)).figure
    keys = [t.get_text() for legend in figure.legends for t in legend.get_texts()]
    keys += [
        t.get_text() for ax in figure.axes if ax.get_legend() for t in ax.get_legend().get_texts()
    ]
    assert keys and "grey: the interval includes 0" not in keys
