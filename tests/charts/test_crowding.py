"""No text is cut off by the edge of a figure or runs into another, however long the names are."""

import re

import pytest
from charts.conftest import NAMES
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from framing import charts
from framing.charts.shares import Question, Tally
from framing.charts.style import style

CHARTS = {
    "claims": charts.plot_claims,
    "order": charts.plot_order,
    "contrasts": charts.plot_contrasts,
    "order of claims": lambda c: charts.plot_order(c, of="claims"),
    "order of speakers": lambda c: charts.plot_order(c, of="speakers"),
    "slots": charts.plot_slots,
    "all slots": lambda c: charts.plot_slots(c, most=30),
    "speakers": charts.plot_speakers,
    "timeline": charts.plot_timeline,
    "voices": charts.plot_voices,
    "words": lambda c: charts.plot_words(c, c.outlets[-1]),
    "along": lambda c: charts.plot_along(c.annotations[0]),
}


def boxes(chart):
    """(text, its box in pixels) of all that is written on a chart; and the page's size."""
    figure = chart.get_figure(root=True)
    canvas = FigureCanvasAgg(figure)
    with style():
        canvas.draw()
    outside = {
        tick.label1
        for ax in figure.axes
        for tick in ax.xaxis.get_major_ticks()
        if not min(ax.get_xlim()) <= tick.get_loc() <= max(ax.get_xlim())
    }
    found = [
        (t.get_text(), Text.get_window_extent(t, canvas.get_renderer()))
        for t in figure.findobj(Text)
        if t.get_visible() and t.get_text().strip() and t not in outside
    ]
    return found, figure.bbox


def crowded(chart):
    found, paper = boxes(chart)
    cut = [
        text
        for text, box in found
        if box.x0 < -0.5
        or box.y0 < -0.5
        or box.x1 > paper.width + 0.5
        or box.y1 > paper.height + 0.5
    ]
    meeting = [
        (text, other)
        for n, (text, box) in enumerate(found)
        for other, there in found[n + 1 :]
        if min(box.x1, there.x1) - max(box.x0, there.x0) > 1
        and min(box.y1, there.y1) - max(box.y0, there.y0) > 1.5
    ]
    return cut, meeting


def test_the_check_sees_what_is_cut_and_what_meets():
    from matplotlib.figure import Figure

    figure = Figure(figsize=(2, 2))
    for x, text in ((0.95, "over the edge"), (0.1, "first"), (0.2, "second")):
        figure.text(x, 0.5, text)
    assert crowded(figure) == (["over the edge"], [("first", "second")])


@pytest.mark.parametrize(("outlets", "articles"), [(1, 1), (2, 3), (12, 40)])
@pytest.mark.parametrize("name", CHARTS)
def test_charts_of_one_event(name, outlets, articles, make):
    assert crowded(CHARTS[name](make(outlets, articles))) == ([], [])


@pytest.mark.parametrize("outlets", [1, 3, 12])
def test_profiles(outlets, profiles):
    assert crowded(charts.plot_profiles(profiles(outlets))) == ([], [])


@pytest.mark.parametrize("outlets", [1, 3, 12])
def test_a_row_of_profiles_without_a_title(outlets, profiles):
    chart = charts.plot_profiles(profiles(outlets), facets=["hedges", "quoted words"], bare=True)
    assert crowded(chart) == ([], [])


@pytest.mark.parametrize("outlets", [1, 3, 12])
def test_shares(outlets):
    rows = [
        Tally(f"o{n}", {"outlet": n, None: 1} if n else {}, 1239 if n else 0)
        for n in range(outlets)
    ]
    titles = ("Called “the Inner Sea of the two valleys”, of all mentions", "Northern side first")
    questions = [Question(title, tuple(rows)) for title in (*titles, titles[0])]
    names = {f"o{n}": NAMES[n] for n in range(outlets)}
    chart = charts.plot_shares(questions, title="The main differences in numbers", names=names)
    assert crowded(chart) == ([], [])


@pytest.mark.parametrize("events", [1, 6, 20])
def test_slopes(events, profiles):
    by_event = {
        f"water, treaty, dams and gates, round {n} (4 March 2024)": profiles(2, seed=n)
        for n in range(events)
    }
    pair = tuple(p.outlet for p in profiles(2))
    chart = charts.plot_slope(by_event, "quoted words", outlets=pair)
    assert crowded(chart) == ([], [])


@pytest.mark.parametrize("name", [*(set(CHARTS) - {"all slots"})])
def test_charts_of_a_large_event_fit_an_a4_page(name, make):
    figure = CHARTS[name](make(12, 40)).get_figure(root=True)
    wide, high = figure.get_size_inches()
    assert wide == pytest.approx(170 / 25.4, abs=0.01)
    assert high <= 9.3  # a US letter page less its margins of 17 and 19 mm, and a caption


LOADED = re.compile(
    r"omit|hid(?:e|den)|bias|propagand|honest|balanced|lie[sd]?\b|mouthpiece|truth|worst|best|rank",
    re.IGNORECASE,
)


@pytest.mark.parametrize("name", CHARTS)
def test_no_chart_uses_a_loaded_word(name, comparison):
    found, _ = boxes(CHARTS[name](comparison))
    assert [text for text, _ in found if LOADED.search(text)] == []
    assert found


def test_no_description_uses_a_loaded_word(comparison, profiles):
    told = [
        charts.alt_along(comparison.annotations[0]),
        charts.alt_claims(comparison),
        charts.alt_contrasts(comparison),
        charts.alt_order(comparison),
        charts.alt_order(comparison, of="claims"),
        charts.alt_order(comparison, of="speakers"),
        charts.alt_shares((), title="Differences: 3 articles"),
        charts.alt_profiles(profiles(3)),
        charts.alt_slots(comparison),
        charts.alt_speakers(comparison),
        charts.alt_timeline(comparison),
        charts.alt_voices(comparison),
        charts.alt_words(comparison, "lake"),
    ]
    assert [text for text in told if LOADED.search(text)] == []
    assert all(text.endswith(".") for text in told)
