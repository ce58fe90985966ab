from dataclasses import replace

import pytest

from framing.charts import alt_shares, plot_shares
from framing.charts.shares import Question, Tally
from framing.charts.style import VOICES

QUESTIONS = (
    Question(
        "The word “draft” in quotation marks",
        (
            Tally("post", {"outlet": 1, "indirect": 2}, 4),
            Tally("lake", {}, 3),
            Tally("óbuda", {}, 0),
        ),
    ),
    Question("North named before South", (Tally("lake", {None: 1}, 2),)),
)
NAMES = {"post": "Northern Post", "lake": "Lake Agency", "óbuda": "Óbuda Hírlap"}


def chart(questions=QUESTIONS):
    return plot_shares(questions, title="Differences: 3 articles", names=NAMES)


def bars(ax):
    return [(round(p.get_x()), round(p.get_width()), p.get_facecolor()) for p in ax.patches]


def test_outlets_are_a_to_z_and_the_same_rows_in_every_panel():
    first, second = chart().axes
    assert [t.get_text() for t in first.get_yticklabels()] == [
        "Lake Agency",
        "Northern Post",
        "Óbuda Hírlap",
    ]
    assert list(first.get_yticks()) == list(second.get_yticks())


def test_a_bar_has_a_part_for_each_voice_as_a_share_of_the_cases():
    first, _ = chart().axes
    (own, reported) = bars(first)
    assert own[:2] == (0, 25)
    assert reported[:2] == (25, 50)
    assert own[2][:3] != reported[2][:3]
    assert [p.get_hatch() for p in first.patches] == ["", VOICES["indirect"].hatch]


def test_beside_each_bar_stands_the_count_and_a_dash_where_there_is_no_case():
    first, second = chart().axes
    said = {round(t.xy[1], 2): t.get_text() for t in first.texts}
    lake, post, obuda = (round(y, 2) for y in first.get_yticks())
    assert said == {lake: "0 of 3", post: "3 of 4", obuda: "–"}
    assert [t.get_text() for t in second.texts] == ["1 of 2", "–", "–"]


def test_the_scale_is_0_to_100_percent_in_every_panel():
    for ax in chart().axes:
        assert [t.get_text() for t in ax.get_xticklabels()] == ["0", "50", "100 %"]
        assert ax.get_xlim()[0] == 0


def test_the_key_names_only_the_voices_that_are_there():
    (legend,) = chart().legends
    assert [t.get_text() for t in legend.get_texts()] == ["outlet’s own words", "reported speech"]
    assert not chart(QUESTIONS[1:]).legends


def test_nothing_to_draw_is_said():
    figure = chart(())
    assert "No clear difference" in figure.axes[0].texts[0].get_text()
    assert "No clear difference" in alt_shares((), title="Differences")


def test_the_description_says_every_count():
    assert alt_shares(QUESTIONS, title="Differences: 3 articles", names=NAMES) == (
        "Differences: 3 articles. The word “draft” in quotation marks: Lake Agency 0 of 3, "
        "Northern Post 3 of 4, Óbuda Hírlap no case; North named before South: Lake Agency 1 of 2."
    )


@pytest.mark.parametrize("number", [1, 3, 4])
def test_more_than_three_questions_go_into_a_second_row(number):
    figure = chart([replace(QUESTIONS[0], title=f"{n}") for n in range(number)])
    tops = {round(ax.get_position().y1, 3) for ax in figure.axes}
    assert len(tops) == (1 if number <= 3 else 2)


def test_twelve_outlets_leave_half_of_a_page():
    names = {f"o{n:02}": f"Outlet {n}" for n in range(12)}
    question = Question("Counted", tuple(Tally(o, {None: 1}, 2) for o in names))
    figure = plot_shares([question], title="Differences: 12 articles", names=names)
    assert figure.get_figheight() < 3.7
