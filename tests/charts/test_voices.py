from dataclasses import replace

import pytest

from framing.charts import alt_speakers, alt_voices, plot_speakers, plot_voices
from framing.charts.style import VOICES


def bars(ax):
    return [(b.get_x(), b.get_width(), b.get_hatch() or "") for b in ax.patches]


def said(ax):
    return [t.get_text() for t in ax.texts]


def test_parts_fill_the_bar_from_zero_to_a_hundred(comparison):
    ax = plot_voices(comparison)
    lake = [b for b in ax.patches if b.get_y() == ax.patches[0].get_y()]
    assert [(b.get_x(), b.get_width()) for b in lake] == [
        (0, pytest.approx(75)),
        (pytest.approx(75), pytest.approx(15)),
        (pytest.approx(90), pytest.approx(10)),
    ]
    assert ax.get_xlim() == (0, 100)


def test_words_are_printed_in_each_part_and_at_the_end(comparison):
    assert {"300", "60", "40", "400 words", "200", "200 words"} <= set(
        said(plot_voices(comparison))
    )


def test_a_part_too_small_for_its_number_has_none(make):
    ax = plot_voices(make(2, 4))  # 10 of 1,000 words are unclear
    assert "10" not in said(ax)
    assert "700" in said(ax)


def test_voices_are_filled_hatched_and_empty(comparison):
    ax = plot_voices(comparison)
    own, reported, quoted = ax.patches[:3]
    assert (own.get_hatch() or "", own.get_facecolor()[:3] == (1, 1, 1)) == ("", False)
    assert reported.get_hatch() == VOICES["indirect"].hatch != ""
    assert (quoted.get_hatch() or "", quoted.get_facecolor()[:3]) == ("", (1, 1, 1))


def test_the_key_names_only_the_voices_that_occur(comparison):
    key = [t.get_text() for t in plot_voices(comparison).get_legend().get_texts()]
    assert key == ["outlet’s own words", "reported speech", "quoted"]


def test_outlets_come_a_to_z_from_the_top(make):
    ax = plot_voices(make(5, 9))
    names = [t.get_text().split("\n")[0] for t in ax.get_yticklabels()]
    assert names[:3] == ["Lake Agency", "Northern Post", "Óbuda Hírlap"]
    assert list(ax.get_yticks()) == sorted(ax.get_yticks())
    assert ax.yaxis_inverted()


def test_a_given_axes_is_drawn_on_and_returned(comparison):
    from matplotlib.figure import Figure

    ax = Figure(layout="constrained").subplots()
    assert plot_voices(comparison, ax=ax) is ax
    assert len(ax.patches) == 4
    assert not ax.spines["top"].get_visible()


def test_speakers_have_quoted_words_first_and_both_numbers_printed(comparison):
    ax = plot_speakers(comparison)
    assert bars(ax)[:2] == [(0, 40, ""), (40, 10, VOICES["indirect"].hatch)]
    assert "40 quoted, 10 reported" in said(ax)
    assert ax.get_xlim()[0] == 0


def test_speakers_stand_under_their_outlet_with_their_side(comparison):
    ax = plot_speakers(comparison)
    assert [t.get_text() for t in ax.get_yticklabels()] == [
        "Carla Reyes (north)",
        "Tom Okafor",
        "Tom Okafor",
    ]
    assert [text for text in said(ax) if "quoted" not in text] == ["Lake Agency", "Northern Post"]


def test_the_heading_says_how_many_speakers_are_not_shown(comparison):
    ax = plot_speakers(comparison, most=1)
    assert "Lake Agency (1 of 2 speakers)" in said(ax)
    assert len(ax.get_yticks()) == 2


def test_nobody_speaking_is_said(comparison):
    silent = replace(comparison, sources=(), voices=())
    assert "No speaker was found" in said(plot_speakers(silent))[0]
    assert "no words of their own" in said(plot_voices(silent))[0].replace("\n", " ")
    assert "No speaker was found" in alt_speakers(silent)
    assert "no words of their own" in alt_voices(silent)


def test_the_descriptions_have_the_numbers(comparison):
    assert "Lake Agency, of 400 words: outlet’s own words 300, reported speech 60, quoted 40" in (
        alt_voices(comparison)
    )
    assert "Lake Agency: 2 speakers, most words for Carla Reyes (40 quoted, 10 reported)" in (
        alt_speakers(comparison)
    )


def test_sides_can_be_named_and_no_bar_is_drawn_for_no_words(comparison):
    from dataclasses import replace as copy

    sources = tuple(copy(s, side=s.side or "other") for s in comparison.sources)
    ax = plot_speakers(copy(comparison, sources=sources), sides={"north": "The North"})
    assert [t.get_text() for t in ax.get_yticklabels()] == [
        "Carla Reyes (The North)",
        "Tom Okafor",
        "Tom Okafor",
    ]
    assert len(ax.patches) == 4


def test_a_speaker_that_is_its_own_side_is_named_once(comparison):
    sources = tuple(replace(s, speaker="Ukraine", side="ukraine") for s in comparison.sources[:1])
    ax = plot_speakers(replace(comparison, sources=sources), sides={"ukraine": "Ukraine"})
    assert "Ukraine" in [t.get_text() for t in ax.get_yticklabels()]
