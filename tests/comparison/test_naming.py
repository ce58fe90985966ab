"""What counts as a choice inside a slot."""

from datetime import date

import pytest

from framing.annotation.annotate import annotate_article
from framing.comparison.alternation import alternations
from framing.comparison.naming import slot_choices
from framing.model import Article, OutletTag, Region, Span


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


def test_the_place_of_a_byline_is_spelt_by_the_outlet_and_that_of_a_ticker_counts_nowhere(packs):
    def made(id, line, kind):
        text = f"{line}\n\nUkraine and Russia met in {line.split()[0]}."
        regions = (Region(Span(0, len(line)), kind),)
        return annotate_article(Article(id, text, OutletTag(id, id), regions=regions), packs)

    notes = [made("a", "Kyiv • Lake Post", "byline"), made("b", "Kiev 17 Moscow 12", "ticker")]
    assert counts(notes, packs, "capital") == {("Kyiv", 2, 2), ("Kiev", 1, 1)}
    (own,) = [r for r in alternations(notes, packs) if r.slot == "capital"]
    assert {(r.outlet, r.variant): (r.count, r.of) for r in own.rows} == {
        ("a", "Kyiv"): (2, 2), ("a", "Kiev"): (0, 2), ("b", "Kyiv"): (0, 1), ("b", "Kiev"): (1, 1),
    }  # fmt: skip
