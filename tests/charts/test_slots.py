from framing.charts import alt_slots, plot_slots
from framing.charts.style import GREY, VOICES


def dots(ax):
    """Voice label to its (x, y) points."""
    return {
        line.get_label(): list(zip(*line.get_data(), strict=True))
        for line in ax.lines
        if not line.get_label().startswith("_")
    }


def told(ax):
    return [text.get_text() for text in ax.texts]


def test_each_outlet_has_a_panel_in_alphabetical_order_with_its_number_of_articles(comparison):
    figure = plot_slots(comparison)
    assert [ax.get_title(loc="left") for ax in figure.axes] == ["Lake Agency", "Northern Post"]
    assert "2 articles" in told(figure.axes[0])
    assert "1 article" in told(figure.axes[1])


def test_dots_stand_at_the_counts_and_say_n_of_all(comparison):
    lake, post = plot_slots(comparison).axes
    found = dots(lake)
    assert [x for x, _ in found["outlet’s own words"]] == [3, 1]
    assert [x for x, _ in found["quoted"]] == [2]
    assert {"3 of 4", "1 of 4", "2 of 2"} <= set(told(lake))
    assert [x for x, _ in dots(post)["reported speech"]] == [5]
    assert "5 of 5" in told(post)


def test_a_wording_never_chosen_by_an_outlet_that_had_the_choice_stands_at_zero(make):
    comparison = make(2, 4)
    figure = plot_slots(comparison, most=50)
    zeros = [x for ax in figure.axes for points in dots(ax).values() for x, _ in points if x == 0]
    said = [text for ax in figure.axes for text in told(ax) if text.startswith("0 of ")]
    assert len(zeros) == len(said) > 0
    assert "0 of 0" not in said
    colours = {t.get_color() for ax in figure.axes for t in ax.texts if t.get_text() in said}
    assert colours == {GREY}


def test_where_an_outlet_does_not_name_the_thing_in_a_voice_there_is_no_dot(comparison):
    _, post = plot_slots(comparison).axes
    assert set(dots(post)) == {"reported speech"}


def test_panels_share_their_scale_and_begin_at_zero(make):
    axes = plot_slots(make(5, 9)).axes
    assert len({ax.get_xlim() for ax in axes}) == 1
    assert len({ax.get_ylim() for ax in axes}) == 1
    assert all(ax.get_xticks()[0] == 0 for ax in axes)


def test_voices_are_full_half_and_open(comparison):
    lake, post = plot_slots(comparison).axes
    signs = {line.get_label(): line for ax in (lake, post) for line in ax.lines}
    assert signs["outlet’s own words"].get_fillstyle() == "full"
    assert signs["outlet’s own words"].get_markerfacecolor() == VOICES["outlet"].colour
    assert signs["reported speech"].get_fillstyle() == "left"
    assert signs["quoted"].get_markerfacecolor() == "#ffffff"


def test_more_outlets_than_fit_side_by_side_go_into_bands_with_the_same_rows(make):
    figure = plot_slots(make(12, 40))
    assert len(figure.axes) == 12
    places = sorted({round(ax.get_position().y0, 3) for ax in figure.axes}, reverse=True)
    assert len(places) == 3
    named = [
        [t.get_text() for t in ax.get_yticklabels()]
        for ax in figure.axes
        if ax.get_position().x0 == min(a.get_position().x0 for a in figure.axes)
    ]
    assert named[0] == named[1] == named[2] != []


def test_the_figure_says_how_many_wordings_it_leaves_out(make):
    comparison = make(3, 9)
    wordings = {(choice.slot, choice.variant) for choice in comparison.slots}
    figure = plot_slots(comparison, most=5)
    shown = len(figure.axes[0].get_yticklabels())
    assert shown <= 5
    note = figure.texts[-1].get_text()
    assert f"{len(wordings) - shown} more wordings not drawn." in note


def test_names_can_be_replaced(comparison):
    figure = plot_slots(comparison, names={"lake": "Outlet B", "post": "Outlet A"})
    assert [ax.get_title(loc="left") for ax in figure.axes] == ["Outlet A", "Outlet B"]
    assert "Lake" not in alt_slots(comparison, names={"lake": "Outlet B", "post": "Outlet A"})


def test_the_description_has_the_largest_counts(comparison):
    text = alt_slots(comparison)
    assert "“Western Gulf” for the sea in Northern Post (reported speech) 5 of 5" in text
    assert "3 articles, 2 outlets" in text


def test_nothing_to_choose_is_said(make):
    from dataclasses import replace

    empty = replace(make(1, 1), slots=())
    assert (
        "Nothing here is worded in two or more ways."
        in plot_slots(empty).axes[0].texts[0].get_text()
    )
    assert "Nothing here is worded" in alt_slots(empty)
