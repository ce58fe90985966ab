"""Tables: their columns are the same with and without rows, and a cell holds one thing."""

from dataclasses import replace

import pytest

import framing
from framing import demo
from framing.columns import columns_of
from framing.errors import OptionError
from framing.frames import (
    COMPARISON_TABLES,
    NOTES_TABLES,
    articles_frame,
    comparisons_frame,
    controls_frame,
    distances_frame,
    notes_frame,
)
from framing.model import Corpus

POOLED = ("pooled_alternations", "profiles", "distances", "controls")
NESTED = {("emphasis", "first_mentions"), ("emphasis", "pair_order"), ("readability", "grades")}


@pytest.fixture(scope="module")
def study():
    return framing.study(demo.ARTICLES, outlets=demo.OUTLETS)


@pytest.mark.parametrize("table", COMPARISON_TABLES)
def test_a_table_of_comparisons_has_its_columns_without_rows(study, table):
    full, empty = study.to_frame(table), comparisons_frame([], table)
    assert len(full) > 0
    assert list(full.columns) == list(empty.columns) == ["event", *columns_of(table)]
    assert len(empty) == 0


@pytest.mark.parametrize("table", NOTES_TABLES)
def test_a_table_of_notes_has_its_columns_without_rows(study, table):
    annotations = study.comparisons[0].annotations
    full, empty = notes_frame(annotations, table), notes_frame([], table)
    assert list(full.columns) == list(empty.columns) == list(columns_of(table))


@pytest.mark.parametrize("table", ("articles", *POOLED))
def test_a_table_over_all_events_has_its_columns_without_rows(study, table):
    nothing = framing.study(Corpus())
    full, empty = study.to_frame(table), nothing.to_frame(table)
    assert len(full) > 0
    assert list(full.columns) == list(empty.columns)


@pytest.mark.parametrize("table", [*NOTES_TABLES, *COMPARISON_TABLES, *POOLED])
def test_a_cell_holds_one_thing(study, table):
    frame = study.to_frame(table)
    for column in frame.columns:
        nested = any(isinstance(value, dict | tuple | list) for value in frame[column])
        assert nested == ((table, column) in NESTED)


def test_what_is_nested_has_a_table_of_its_own(study):
    assert study.to_frame("pair_order")["count"].sum() == sum(
        n for c in study.comparisons for row in c.emphasis for _, _, n in row.pair_order
    )
    positions = study.to_frame("first_mentions")["position"]
    assert positions.between(0, 1).all()
    assert set(study.to_frame("grades")["article"]) <= set(study.to_frame("articles")["article"])


def test_alternations_over_all_events_have_more_articles_and_a_lower_limit(study):
    pooled = {(r.slot, r.wording): r for r in framing.alternations(study.comparisons)}
    single = [r for c in study.comparisons for r in c.alternations]
    assert {(r.slot, r.wording) for r in single} <= set(pooled)
    for row in single:
        whole = pooled[row.slot, row.wording]
        assert whole.articles >= row.articles
        assert whole.smallest_p <= row.smallest_p + 1e-12
    assert any(r.articles > max(s.articles for s in single) for r in pooled.values())
    frame = study.to_frame("pooled_alternations")
    assert len(frame) == sum(len(r.rows) for r in pooled.values())


def test_alternations_of_one_event_are_those_of_its_comparison(study):
    for comparison in study.comparisons:
        assert framing.alternations([comparison]) == comparison.alternations
    assert framing.alternations([]) == ()


def test_of_the_copies_of_one_text_an_outlet_has_one_over_all_events_too(study):
    comparison = max(study.comparisons, key=lambda c: len(c.annotations))
    by_outlet: dict[str, list[str]] = {}
    for a in comparison.annotations:
        by_outlet.setdefault(a.article.outlet.outlet, []).append(a.article.id)
    outlet, mine = max(by_outlet.items(), key=lambda item: len(item[1]))
    assert len(mine) > 1
    copied = replace(comparison, event=replace(comparison.event, copies=(tuple(mine),)))
    plain, once = (framing.alternations([c])[0] for c in (comparison, copied))
    cases = [sum(r.count for r in found.rows if r.outlet == outlet) for found in (plain, once)]
    assert cases[0] > cases[1]


def test_distances_and_controls_say_who_and_what(study):
    distances = study.to_frame("distances")
    assert set(distances["of"]) == {"words", "markers"}
    assert (distances["outlet"] < distances["other"]).all()
    assert (distances["p"] >= distances["smallest_p"] - 1e-12).all()
    controls = study.to_frame("controls")
    assert list(controls["name"]) == [
        "one outlet split in halves",
        "outlets' names shuffled",
        "one text under two names",
    ]
    assert controls["found"].iloc[-1] == 0
    assert list(distances_frame([]).columns) == list(distances.columns)
    assert list(controls_frame([]).columns) == list(controls.columns)
    assert list(articles_frame([]).columns)[:2] == ["article", "outlet"]


def test_a_table_that_is_not_there_is_told_with_those_that_are(study):
    with pytest.raises(OptionError, match="'slot'; there are: articles, markers.*slots.*controls"):
        study.to_frame("slot")
