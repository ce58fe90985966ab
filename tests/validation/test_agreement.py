"""Coders against each other, and the tool against coders."""

import pytest

from framing.errors import InputError
from framing.validation.coding.agreement import measure, weighted_share
from framing.validation.coding.codebook import codebook
from framing.validation.coding.sheets import Key, Sheet

SENTENCES, QUOTES, EVENTS = (codebook(kind) for kind in ("sentences", "quotes", "events"))


def sheet(coder, column, cells):
    """A sheet with one column coded; a cell of None was not coded."""
    return Sheet(coder, {f"u{k}": {column: cell} for k, cell in enumerate(cells)})


def key(column, cells, weights=None):
    units = [f"u{k}" for k in range(len(cells))]
    return Key(
        {u: u for u in units},
        dict(zip(units, weights or [1.0] * len(units), strict=True)),
        sheet("tool", column, cells),
    )


def row(found, table, **wanted):
    rows = [r for r in getattr(found, table) if all(getattr(r, k) == v for k, v in wanted.items())]
    assert len(rows) == 1
    return rows[0]


TOOL = ["outlet"] * 6 + ["direct"] * 4 + ["none"] * 10
ANNA = ["outlet"] * 5 + ["none"] + ["direct"] * 3 + ["outlet"] + ["none"] * 8 + ["outlet"] * 2


def test_precision_and_recall_by_category_and_voice():
    found = measure([sheet("anna", "hedge", ANNA)], key("hedge", TOOL), fields=SENTENCES)
    outlet = row(found, "accuracy", column="hedge", value="outlet", human="anna")
    assert (outlet.both, outlet.only_tool, outlet.only_human) == (5, 1, 3)
    assert outlet.precision.value == pytest.approx(5 / 6)
    assert outlet.recall.value == pytest.approx(5 / 8)
    assert outlet.recall.low < 5 / 8 < outlet.recall.high
    direct = row(found, "accuracy", column="hedge", value="direct", human="anna")
    assert direct.precision.value is None
    assert direct.precision.method == "too few (fewer than 5)"
    whole = row(found, "accuracy", column="hedge", value="any value", human="anna")
    assert (whole.both, whole.only_tool, whole.only_human) == (9, 1, 2)


def test_recall_weighs_the_units_by_what_they_stand_for():
    weights = [1.0] * 10 + [50.0] * 10
    found = measure([sheet("anna", "hedge", ANNA)], key("hedge", TOOL, weights), fields=SENTENCES)
    outlet = row(found, "accuracy", column="hedge", value="outlet", human="anna")
    assert outlet.recall.value == pytest.approx(5 / (5 + 1 + 2 * 50))
    assert outlet.recall.n == 8
    assert "effective units" in outlet.recall.method


def test_the_weighted_share_with_equal_weights_is_wilsons():
    found = weighted_share([2.0] * 9, [2.0] * 4, unit="share")
    assert found.value == pytest.approx(9 / 13)
    assert (round(found.low, 4), round(found.high, 4)) == (0.4237, 0.8732)


def test_confusion_between_coders_and_with_the_tool():
    ben = ["outlet"] * 10 + ["none"] * 10
    found = measure(
        [sheet("anna", "hedge", ANNA), sheet("ben", "hedge", ben)],
        key("hedge", TOOL), fields=SENTENCES,
    )  # fmt: skip
    cells = {
        (r.value, r.other_value): r.count
        for r in found.confusion
        if (r.column, r.one, r.other) == ("hedge", "anna", "ben")
    }
    assert cells == {
        ("direct", "outlet"): 3, ("none", "none"): 8, ("none", "outlet"): 1,
        ("outlet", "none"): 2, ("outlet", "outlet"): 6,
    }  # fmt: skip
    assert sum(cells.values()) == 20
    assert {r.one for r in found.confusion} == {"anna", "tool"}


def test_where_people_do_not_agree_the_tool_is_held_against_what_they_agree_on():
    ben = ["outlet"] * 10 + ["none"] * 10
    found = measure(
        [sheet("anna", "hedge", ANNA), sheet("ben", "hedge", ben)],
        key("hedge", TOOL), fields=SENTENCES,
    )  # fmt: skip
    agreed = row(found, "accuracy", column="hedge", value="outlet", human="agreed")
    assert found.undecided == 6
    assert (agreed.both, agreed.only_tool, agreed.only_human) == (5, 0, 1)
    assert {r.human for r in found.accuracy} == {"agreed", "anna", "ben"}


def test_reliability_tells_units_coders_and_missing_cells():
    ben = [None, *ANNA[1:]]
    found = measure(
        [sheet("anna", "hedge", ANNA), sheet("ben", "hedge", ben)],
        key("hedge", TOOL), fields=SENTENCES,
    )  # fmt: skip
    hedge = row(found, "reliability", column="hedge")
    assert (hedge.units, hedge.coders, hedge.missing, hedge.cells) == (19, 2, 1, 40)
    assert hedge.alpha.value == 1
    assert hedge.same.value == 1


def test_speakers_are_the_same_by_their_last_name():
    tool = ["Ana Reyes"] * 6 + ["none"] * 4
    anna = ["Deputy Minister Reyes"] * 5 + ["Tom Okafor"] + ["none"] * 4
    found = measure([sheet("anna", "speaker", anna)], key("speaker", tool), fields=QUOTES)
    same = row(found, "accuracy", column="speaker")
    assert (same.both, same.only_tool, same.only_human) == (5, 1, 1)


def test_events_are_ordinal_and_the_tool_is_asked_for_one_relation_only():
    anna = ["same event"] * 4 + ["same story", "same topic"] * 3
    ben = ["same event"] * 4 + ["same topic", "same topic"] * 3
    tool = ["same event"] * 5 + ["none"] * 5
    found = measure(
        [sheet("anna", "relation", anna), sheet("ben", "relation", ben)],
        key("relation", tool), fields=EVENTS,
    )  # fmt: skip
    assert row(found, "reliability", column="relation").level == "ordinal"
    assert 0.5 < row(found, "reliability", column="relation").alpha.value < 1
    assert {r.value for r in found.accuracy} == {"same event"}


def test_tables_have_a_row_a_thing():
    found = measure([sheet("anna", "hedge", ANNA)], key("hedge", TOOL), fields=SENTENCES)
    frame = found.to_frame("accuracy")
    assert {"column", "value", "human", "precision_value", "recall_low"} <= set(frame.columns)


def test_no_sheet_and_two_of_one_name_are_refused():
    with pytest.raises(InputError, match="no coding sheet"):
        measure([], key("hedge", TOOL), fields=SENTENCES)
    with pytest.raises(InputError, match="rename"):
        measure([sheet("a", "hedge", ANNA)] * 2, key("hedge", TOOL), fields=SENTENCES)
