from dataclasses import replace
from datetime import date

from framing.charts import alt_timeline, plot_timeline


def dots(ax):
    """Sign label to its points."""
    found = {}
    for line in ax.lines:
        if not line.get_label().startswith("_"):
            found.setdefault(line.get_label(), []).extend(zip(*line.get_data(), strict=True))
    return found


def test_a_dated_article_stands_at_its_day_and_an_undated_one_in_its_own_column(comparison):
    ax = plot_timeline(comparison)
    day = date(2024, 3, 4).toordinal()
    assert [x for x, _ in dots(ax)["an article"]] == [day, day]
    (column, _), *_ = dots(ax)["an article that states no date"]
    assert column > day
    assert ax.get_xticks()[-1] == column
    assert ax.get_xticklabels()[-1].get_text() == "no date\nstated"


def test_dated_dots_are_filled_and_undated_ones_hollow(comparison):
    faces = {
        line.get_label(): line.get_markerfacecolor() for line in plot_timeline(comparison).lines
    }
    assert faces["an article"] != "#ffffff"
    assert faces["an article that states no date"] == "#ffffff"


def test_the_latest_day_reported_as_past_stands_beside_an_undated_article(comparison):
    assert "not before 9 Mar 2024" in [t.get_text() for t in plot_timeline(comparison).texts]


def test_days_are_named_in_english_with_the_year_once(make):
    labels = [t.get_text() for t in plot_timeline(make(4, 20)).get_xticklabels()]
    assert labels[0] == "29 Feb\n2024"
    assert [label for label in labels if "2024" in label] == labels[:1]


def test_the_day_of_the_event_is_marked(comparison):
    ax = plot_timeline(comparison)
    assert "day of the event, 4 Mar" in [t.get_text() for t in ax.texts]
    dashed = [line for line in ax.lines if line.get_linestyle() == "--"]
    assert [line.get_xdata()[0] for line in dashed] == [date(2024, 3, 4).toordinal()]


def test_articles_of_one_day_are_stacked_and_many_are_told_by_a_number(comparison):
    first = comparison.annotations[0]

    def same_day(number):
        notes = tuple(
            replace(first, article=replace(first.article, id=f"x{n}")) for n in range(number)
        )
        event = replace(comparison.event, articles=(), phases=())
        return replace(comparison, event=event, annotations=notes, outlets=("post",))

    assert len({y for _, y in dots(plot_timeline(same_day(5)))["an article"]}) == 5
    many = plot_timeline(same_day(9))
    assert len(dots(many)["an article"]) == 1
    assert "9" in [t.get_text() for t in many.texts]


def test_without_any_date_there_is_only_the_column(make):
    comparison = make(2, 4)
    notes = tuple(
        replace(a, article=replace(a.article, published=None)) for a in comparison.annotations
    )
    ax = plot_timeline(replace(comparison, annotations=notes))
    assert set(dots(ax)) == {"an article that states no date"}
    assert [t.get_text() for t in ax.get_xticklabels()] == ["no date\nstated"]


def test_the_description_has_period_and_counts(comparison):
    assert alt_timeline(comparison) == (
        "When the articles came out: 3 articles, 2 outlets. From 4 Mar 2024 to 4 Mar 2024; "
        "1 article without a date. Articles by outlet: Lake Agency 2, Northern Post 1."
    )
