"""The likeness of passages that was learnt: its columns, the company of a pair, what it joins."""

from datetime import date

import pytest

from framing.comparison.claims.grouping import attach
from framing.comparison.claims.likeness import FLOOR, alike, coefficients
from framing.comparison.claims.likeness.company import COMPANY, Company
from framing.comparison.claims.likeness.pairs import PAIR, Pairs
from framing.comparison.claims.meaning.concepts import concepts
from framing.comparison.claims.meaning.content import contents_of
from framing.comparison.claims.meaning.occasions import occasions
from framing.comparison.claims.passages import passages_of
from framing.comparison.claims.vocabulary import fields, groups, related
from framing.comparison.claims.vocabulary.fields import fields_of

DAY = date(2024, 3, 14)
FARM = "Growers sued the water company on Tuesday.\n\nThey want 40,000 crowns for the lost harvest."
COURT = "Farmers filed a lawsuit against the water company.\n\nThe crop was worth 40,000 crowns."


@pytest.fixture
def read(note):
    def make(*texts):
        notes = [note(t, id=f"a{n}", outlet=f"o{n}", published=DAY) for n, t in enumerate(texts, 1)]
        parts = [part for annotation in notes for part in passages_of(annotation)]
        return contents_of(parts, occasions(parts))

    return make


def column(contents, name):
    """Pair of passages to the value of a column."""
    pairs = Pairs(contents)
    values = pairs.columns[:, PAIR.index(name)].tolist()
    numbers = zip(pairs.first.tolist(), pairs.second.tolist(), strict=True)
    return dict(zip(numbers, values, strict=True))


def test_the_tables_of_weights_have_a_weight_for_each_column():
    assert tuple(coefficients.PAIR) == PAIR
    assert tuple(coefficients.COMPANY) == COMPANY


def test_weights_point_where_sense_does():
    for name in ("words", "numbers", "sentences", "around", "fields"):
        assert coefficients.PAIR[name] > 0
    for name in ("days apart", "other occasion", "places apart"):
        assert coefficients.PAIR[name] < 0
    assert coefficients.COMPANY["alike"] > 0
    assert coefficients.COMPANY["with a third"] > 0


def test_related_words_are_one_only_for_what_was_learnt(read):
    one, two = read("The court curbed the tax.", "The court limited the tax.")
    assert one.wider.keys() & two.wider.keys() > one.weights.keys() & two.weights.keys()
    assert concepts("curb") != concepts("limit")
    assert set(concepts("curb", wide=True)) & set(concepts("limit", wide=True))


def test_same_words_have_a_column_of_one_and_others_less(read):
    contents = read("The old bridge at Sarn fell into the river.", *[FARM] * 2)
    words = column(contents, "words")
    twins = {pair: value for pair, value in words.items() if pair[0] > 0}
    assert max(twins.values()) == pytest.approx(1.0)
    assert all(0 <= value <= 1.0000001 for value in words.values())


def test_numbers_days_and_occasions_have_columns(read):
    contents = read(
        "The second round of talks on 3 March ended with 6,000 boats freed.",
        "The first round of talks on 9 February ended with 6,000 boats freed.",
    )
    assert column(contents, "numbers")[0, 1] > 0
    assert column(contents, "days apart")[0, 1] == 1
    assert column(contents, "other occasion")[0, 1] == 1
    assert column(contents, "places apart")[0, 1] == 0


def test_what_only_does_the_same_is_not_compared(read):
    contents = read(
        "Chad handed over a list of missing fishermen to Niger.",
        "Niger handed over its reply on the border bridge to Chad.",
    )
    assert column(contents, "words") == {}
    assert list(alike(contents, ["a1", "a2"])) == []


def test_pairs_are_of_two_voices_with_a_probability(read):
    contents = read(FARM, COURT)
    voices = [content.part.article for content in contents]
    found = list(alike(contents, voices))
    assert found
    for i, j, value in found:
        assert i < j and voices[i] != voices[j]
        assert FLOOR <= value <= 1
    assert list(alike(contents, ["one"] * len(contents))) == []
    assert list(alike([], [])) == []


def company(pairs, *, voices):
    places = [(voice, n) for n, voice in enumerate(voices)]
    first, second, values = zip(*pairs, strict=True)
    found = Company((first, second), values, voices=voices, places=places)
    rows = found.columns().tolist()
    return {
        (i, j): dict(zip(COMPANY, row, strict=True))
        for (i, j, _), row in zip(found.apart, rows, strict=True)
    }


def test_a_pair_without_a_rival_leads():
    rows = company([(0, 2, 0.6), (1, 2, 0.2)], voices=["a", "a", "b"])
    assert rows[0, 2]["best of both"] == 1
    assert rows[1, 2]["best of both"] == 0
    assert rows[0, 2]["lead in the first"] > 0 > rows[1, 2]["lead in the first"]


def test_pairs_beside_a_pair_and_a_third_text_support_it():
    voices = ["a", "a", "b", "b", "c"]
    rows = company([(0, 2, 0.4), (1, 3, 0.7), (0, 4, 0.9), (2, 4, 0.4), (0, 3, 0.1)], voices=voices)
    assert rows[0, 2]["beside"] == 0.7
    assert rows[0, 2]["with a third"] == pytest.approx(0.6)
    assert rows[0, 2]["next to it"] == 0.1
    assert rows[1, 3]["with a third"] == 0


def test_improbable_pairs_have_no_row():
    assert company([(0, 1, 0.01), (0, 2, 0.5)], voices=["a", "b", "b"]).keys() == {(0, 2)}


def test_what_is_alone_joins_a_claim_and_two_claims_stay_apart():
    articles = ["a", "b", "a", "b", "c", "d"]
    groups = [[0, 1], [2, 3], [4], [5]]
    pairs = [(0, 3, 0.9), (1, 2, 0.9), (0, 4, 0.6), (1, 4, 0.6), (4, 5, 0.3)]
    assert attach(groups, articles, pairs, threshold=0.5) == [[0, 1, 4], [2, 3], [5]]
    assert attach(groups, articles, pairs, threshold=0.95) == groups


def test_two_that_are_alone_join_and_one_article_does_not_join_itself():
    assert attach([[0], [1]], ["a", "b"], [(0, 1, 0.6)], threshold=0.5) == [[0, 1]]
    assert attach([[0], [1]], ["a", "b"], [(0, 1, 0.4)], threshold=0.5) == [[0], [1]]
    assert attach([], [], [], threshold=0.5) == []


@pytest.mark.parametrize("rows", [fields.ROWS, groups.ROWS, related.ROWS])
def test_vocabulary_rows_have_a_name_and_words_once(rows):
    read = [row.split() for row in rows.strip().split("\n")]
    assert all(len(row) > 1 for row in read)
    words = [(row[0], word) for row in read for word in row[1:]]
    assert len(words) == len(set(words))
    assert all(word == word.lower() for _, word in words)


def test_words_of_one_happening_are_one_field():
    assert set(fields_of("rubble")) & set(fields_of("rescuer"))
    assert not set(fields_of("rubble")) & set(fields_of("ballot"))
    assert fields_of("quibble") == ()
