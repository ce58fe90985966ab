from dataclasses import replace

import pytest

from framing.charts import alt_along, alt_order, plot_along, plot_order
from framing.charts.style import BLUE
from framing.errors import OptionError
from framing.model import Annotation


def dots(ax):
    return {
        line.get_label(): list(zip(*line.get_data(), strict=True))
        for line in ax.lines
        if not line.get_label().startswith("_")
    }


def test_an_actor_has_a_panel_and_stands_where_first_named(comparison):
    okafor, reyes = plot_order(comparison).axes
    assert okafor.get_title(loc="left") == "Okafor"
    assert sorted(x for points in dots(okafor).values() for x, _ in points) == [0, 20, 50]
    assert sorted(x for points in dots(reyes).values() for x, _ in points) == [10, 40]


def test_named_first_is_filled_and_named_later_open(comparison):
    okafor, reyes = plot_order(comparison).axes
    assert [x for x, _ in dots(okafor)["named first of all"]] == [0, 20]
    assert [x for x, _ in dots(okafor)["named later"]] == [50]
    faces = {line.get_label(): line.get_markerfacecolor() for line in reyes.lines}
    assert faces["named first of all"] == BLUE
    assert faces["named later"] == "#ffffff"


def test_rows_are_the_same_in_every_panel_and_missing_means_not_found(comparison):
    figure = plot_order(comparison)
    okafor, reyes = figure.axes
    assert [t.get_text() for t in okafor.get_yticklabels()] == ["4 Mar", "no date", "4 Mar"]
    assert list(okafor.get_yticks()) == list(reyes.get_yticks())
    assert "A line without a mark: not found in this article." in figure.texts[-1].get_text()


def test_a_claim_stands_at_its_first_passage_in_the_voice_of_that_passage(comparison):
    first, _ = plot_order(comparison, of="claims").axes
    assert dots(first) == {
        "quoted": [(10, first.get_yticks()[2])],  # a1 at 100 of 1,000 characters, before 500
        "reported speech": [(0, first.get_yticks()[0])],
    }


def test_only_the_asked_number_of_panels_is_drawn(make):
    assert len(plot_order(make(3, 9), most=3).axes) == 3


def test_articles_left_out_are_counted_and_no_outlet_is_cut_first(make):
    comparison = make(12, 80)
    figure = plot_order(comparison)
    shown = len(figure.axes[0].get_yticks())
    assert f"{80 - shown} more articles not drawn." in figure.texts[-1].get_text()
    headings = [t.get_text() for t in figure.axes[0].texts]
    assert len(headings) == 12


def test_an_unknown_subject_is_an_error_that_names_the_choices(comparison):
    with pytest.raises(
        OptionError, match="“words” is not here: choose one of actors, claims, speakers"
    ):
        plot_order(comparison, of="words")


def test_nobody_named_is_said(comparison):
    empty = replace(comparison, emphasis=())
    said = "Nobody of the lists of actors is named"
    assert said in plot_order(empty).axes[0].texts[0].get_text()
    assert said in alt_order(empty)
    assert "No claim was found" in alt_order(replace(comparison, claims=()), of="claims")


def test_the_description_counts_articles(comparison):
    assert "Okafor: in 3 of 3 articles, named first in 2" in alt_order(comparison)
    assert "Two gates need repair: in 2 of 3 articles" in alt_order(
        comparison, of="claims"
    ).replace(".:", ":")


def test_markers_stand_at_their_place_in_the_text_with_the_sign_of_their_voice(comparison):
    ax = plot_along(comparison.annotations[0])
    found = dots(ax)
    assert [x for x, _ in found["outlet’s own words"]] == [0]
    assert [x for x, _ in found["quoted"]] == [50]
    assert [x for x, _ in found["voice unclear"]] == [25]
    assert [t.get_text() for t in ax.get_yticklabels()] == ["booster (1)", "hedge (3)"]


def test_markers_too_near_to_tell_apart_are_stacked(comparison):
    found = dots(plot_along(comparison.annotations[0]))
    (_, quoted), (_, reported) = found["quoted"][0], found["reported speech"][0]
    assert quoted - reported > 0.5  # y runs downwards: the later one stands above


def test_an_article_without_markers_or_date_is_said(comparison):
    bare = Annotation(comparison.annotations[2].article)
    ax = plot_along(bare)
    assert ax.texts[0].get_text() == "No marker was found in this article."
    assert "no date stated" in ax.get_title(loc="left")
    assert "No marker was found" in alt_along(bare)


def test_the_description_of_markers_counts_voices(comparison):
    assert "hedge 3 (outlet’s own words 1, reported speech 1, quoted 1)" in alt_along(
        comparison.annotations[0]
    )


def test_names_can_be_replaced(comparison):
    names = {"post": "Outlet A"}
    note = comparison.annotations[0]
    assert "Outlet A, 4 Mar 2024" in plot_along(note, names=names).get_title(loc="left")
    assert "Northern" not in alt_along(note, names=names)
    headings = [t.get_text() for t in plot_order(comparison, names=names).axes[0].texts]
    assert headings == ["Lake Agency", "Outlet A"]


def test_a_speaker_stands_where_the_first_words_are_with_their_sign(comparison):
    reyes, president = plot_order(comparison, of="speakers").axes
    assert reyes.get_title(loc="left") == "Carla Reyes"
    assert {label: {x for x, _ in points} for label, points in dots(reyes).items()} == {
        "reported speech": {40}  # before the quotation at 60 %
    }
    assert {label: {x for x, _ in points} for label, points in dots(president).items()} == {
        "quoted": {90}
    }
    assert "Carla Reyes: in 3 of 3 articles" in alt_order(comparison, of="speakers")


def test_of_actors_in_as_many_articles_those_named_earlier_are_shown(comparison):
    (only,) = plot_order(replace(comparison, emphasis=comparison.emphasis[:1]), most=1).axes
    assert only.get_title(loc="left") == "Reyes"  # at 0.1, Okafor at 0.5


def test_categories_can_be_named(comparison):
    note = comparison.annotations[0]
    category = note.markers[0].category
    told = {category: "a kind of marker"}
    labels = [
        t.get_text().replace("\n", " ") for t in plot_along(note, categories=told).get_yticklabels()
    ]
    assert any(label.startswith("a kind of marker (") for label in labels)
    assert "a kind of marker " in alt_along(note, categories=told)
