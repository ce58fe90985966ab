from collections import Counter
from dataclasses import replace

import pytest

from framing.charts import alt_claims, plot_claims


def signs(ax):
    """State to its points, x rounded."""
    return {
        line.get_label(): list(zip(line.get_xdata().round(2), line.get_ydata(), strict=True))
        for line in ax.lines
        if not line.get_label().startswith("_")
    }


def said(ax):
    return [t.get_text() for t in ax.texts]


def test_each_state_has_its_sign_in_its_column(comparison):
    found = signs(plot_claims(comparison))
    columns = sorted({x for points in found.values() for x, _ in points})
    rows = sorted({y for points in found.values() for _, y in points})
    a2, a3, a1 = columns  # Lake Agency (dated, undated), then Northern Post
    first, second = rows
    assert found == {
        "stated": [(a1, first), (a3, second)],
        "stated differently": [(a2, first)],
        "not found in this article": [(a3, first), (a2, second)],
        "not yet knowable on its date": [(a1, second)],
    }


def test_signs_are_full_half_a_dash_and_an_open_diamond(comparison):
    lines = {line.get_label(): line for line in plot_claims(comparison).lines}
    assert lines["stated"].get_fillstyle() == "full"
    assert lines["stated differently"].get_fillstyle() == "left"
    assert lines["not found in this article"].get_marker() == "_"
    diamond = lines["not yet knowable on its date"]
    assert (diamond.get_marker(), diamond.get_markerfacecolor()) == ("D", "#ffffff")


def test_the_key_is_in_words(comparison):
    key = [t.get_text() for t in plot_claims(comparison).get_legend().get_texts()]
    assert key == [
        "stated",
        "stated differently",
        "not found in this article",
        "not yet knowable on its date",
    ]


def test_columns_have_outlet_and_date_and_rows_their_count(comparison):
    text = said(plot_claims(comparison))
    assert {"Lake\nAgency", "4 Mar", "no date"} <= {*text} | {t.replace(" ", "\n") for t in text}
    assert text.count("4 Mar") == 2
    assert [t for t in text if " of " in t] == ["2 of 3", "1 of 3"]


def test_labels_take_two_lines_at_most(make):
    ax = plot_claims(make(3, 9))
    labels = [t.get_text() for t in ax.get_yticklabels()]
    assert max(label.count("\n") for label in labels) == 1
    assert any(label.endswith("…") for label in labels)


def test_what_is_left_out_is_counted(make):
    ax = plot_claims(make(12, 80), most=6)
    assert len(ax.get_yticks()) == 6
    assert "34 more claims not drawn." in ax.get_xlabel()


def test_with_many_articles_a_column_is_an_outlet_and_a_bar_its_part(make):
    comparison = make(12, 80)
    ax = plot_claims(comparison, most=6)
    each = Counter(a.article.outlet.outlet for a in comparison.annotations)
    outlet_of = {a.article.id: a.article.outlet.outlet for a in comparison.annotations}
    heads = [t for t in said(ax) if t.startswith("of ")]
    assert sorted(heads) == sorted(f"of {n}" for n in each.values())
    claim = comparison.claims[0]
    told = Counter(outlet_of[c.article] for c in claim.cells if c.state.startswith("stated"))
    y = ax.get_yticks()[0]
    filled = [b for b in ax.patches if b.get_zorder() == 1 and abs(b.get_y() + 0.3 - y) < 0.01]
    frames = [b for b in ax.patches if b.get_zorder() == 2 and abs(b.get_y() + 0.3 - y) < 0.01]
    parts = [b.get_width() / f.get_width() for b, f in zip(filled, frames, strict=True)]
    assert sorted(parts) == pytest.approx(sorted(told[o] / each[o] for o in each))


def test_up_to_twenty_articles_have_a_column_each(make):
    comparison = make(4, 20)
    columns = {x for points in signs(plot_claims(comparison, most=6)).values() for x, _ in points}
    assert len(columns) == 20


def test_outlets_too_many_for_their_names_get_numbers_named_below(make):
    ax = plot_claims(make(12, 40))
    heads = [t for t in ax.texts if t.get_weight() == "bold" and t.get_text()]
    assert [t.get_text() for t in heads] == [str(n) for n in range(1, 13)]
    note = ax.get_xlabel().replace("\n", " ").replace("\u00a0", " ")
    assert "1 Al Bahr · 2 Lake Agency" in note
    assert "Вестник южных и восточных областей" in note


def test_no_claim_is_said(comparison):
    empty = replace(comparison, claims=())
    assert said(plot_claims(empty)) == ["No claim was found in these articles."]
    assert "No claim was found" in alt_claims(empty)


def test_money_is_not_taken_for_mathematics(make):
    labels = [t for t in plot_claims(make(2, 3)).get_yticklabels() if "$300" in t.get_text()]
    assert labels
    assert not any(t.get_parse_math() for t in labels)


def test_the_description_counts_claims_told_by_all_and_by_one(comparison):
    assert alt_claims(comparison) == (
        "What is told where: 2 claims, 3 articles, 2 outlets. "
        "Stated in every article: 0; in one article only: 1."
    )
