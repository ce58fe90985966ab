"""What counts as a choice inside a slot."""

from datetime import date

import pytest

from framing.comparison.naming import slot_choices


def counts(notes, packs, slot):
    return {(c.variant, c.count, c.of) for c in slot_choices(notes, packs) if c.slot == slot}


def test_a_variant_counts_in_all_its_forms(note, packs):
    notes = [
        note("Climate alarmists came to the vote on emissions and carbon in Ely."),
        note("Climate campaigners came to the vote on emissions and carbon in Ely.", id="b"),
    ]
    assert counts(notes, packs, "supporters") == {
        ("climate alarmist", 1, 2),
        ("climate campaigner", 1, 2),
    }


def test_a_variant_does_not_count_where_its_marker_does_not(note, packs):
    notes = [
        note("In Kyiv, Ukraine and Russia met; Dynamo Kiev played, and chicken Kiev was served."),
        note("In Kiev, Ukraine and Russia swapped prisoners of war.", id="b"),
    ]
    assert counts(notes, packs, "capital") == {("Kyiv", 1, 2), ("Kiev", 1, 2)}
    assert counts(notes, packs, "war") == set()


@pytest.mark.parametrize(
    ("outlet", "day", "usage"),
    [
        ("tass", date(2023, 3, 1), "russian"),
        ("tass", None, "russian"),
        ("bbc", date(2012, 3, 1), "neutral"),  # nearly all English media wrote so
        ("bbc", date(2019, 9, 1), "neutral"),  # its house style until October 2019
        ("bbc", date(2021, 9, 1), "russian"),
    ],
)
def test_a_variant_is_a_side_s_usage_from_its_date_on(note, packs, outlet, day, usage):
    notes = [
        note("Ukraine and Russia met in Kiev.", outlet=outlet, published=day),
        note("Ukraine and Russia met in Kyiv.", id="b", outlet="y"),
    ]
    rows = [c for c in slot_choices(notes, packs) if c.slot == "capital" and c.variant == "Kiev"]
    assert [row.convention for row in rows] == [usage]
