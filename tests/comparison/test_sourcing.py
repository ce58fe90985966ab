"""Who is given room: the shares add up, and each grouping sorts the same words."""

import pytest

from framing.comparison.sourcing import GROUPINGS, source_shares

TEXT = (
    "Carla Reyes said that the dam is safe. A source told the agency that it is not. "
    "“Nobody knows how old the gates are,” said the mayor of the town, Ana Silva. The dam was "
    "opened on Monday.\n"
)


@pytest.fixture
def rows(note):
    return source_shares([note(TEXT, outlet="north"), note(TEXT, id="b", outlet="south")])


@pytest.mark.parametrize("by", GROUPINGS)
def test_the_groups_of_an_outlet_add_up(rows, by):
    for outlet in ("north", "south"):
        mine = [row for row in rows if row.outlet == outlet and row.by == by]
        assert sum(row.words for row in mine) == mine[0].of > 0


def test_a_source_without_a_name_is_unnamed(rows):
    naming = {row.group: row.quotes for row in rows if row.outlet == "north" and row.by == "naming"}
    assert naming == {"named": 2, "unnamed": 1}


def test_equal_articles_have_equal_shares(rows):
    halves = [
        [(row.by, row.group, row.words, row.of, row.quotes) for row in rows if row.outlet == outlet]
        for outlet in ("north", "south")
    ]
    assert halves[0] == halves[1]
