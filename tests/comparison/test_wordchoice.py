import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.comparison.intervals import rate, share
from framing.comparison.wordchoice import PRIOR_WORDS, log_odds, word_choice


def monroe(y_i, n_i, y_j, n_j, a, a0):
    """Equations 16, 19 and 22 of Monroe, Colaresi and Quinn (2008), written out."""
    left = math.log((y_i + a) / (n_i + a0 - y_i - a))
    right = math.log((y_j + a) / (n_j + a0 - y_j - a))
    variance = 1 / (y_i + a) + 1 / (y_j + a)
    return left - right, (left - right) / math.sqrt(variance)


counts = st.tuples(st.integers(0, 50), st.integers(200, 5000))


@given(counts, counts, st.floats(0.01, 50))
def test_log_odds_equal_the_papers_equations(target, reference, prior):
    found = log_odds(target, reference, prior=prior)
    wanted = monroe(*target, *reference, prior, PRIOR_WORDS)
    assert found == pytest.approx(wanted, abs=1e-9)


@given(counts, counts, st.floats(0.01, 50))
def test_swapping_target_and_reference_flips_every_sign(target, reference, prior):
    there, back = log_odds(target, reference, prior=prior), log_odds(reference, target, prior=prior)
    assert there == pytest.approx(tuple(-x for x in back), abs=1e-9)


def test_two_outlets_mirror_each_other(note):
    notes = [
        note("The river talks failed. The river rose.", id="a", outlet="north"),
        note("The lake talks failed. The lake rose. The river fell.", id="b", outlet="south"),
    ]
    rows = word_choice(notes, outlets=("north", "south"))
    north = {r.term: r.log_odds for r in rows if r.outlet == "north"}
    south = {r.term: r.log_odds for r in rows if r.outlet == "south"}
    assert north.keys() == south.keys()
    assert all(north[t] == pytest.approx(-south[t]) for t in north)
    assert north["river"] > 0


def test_one_text_under_two_names_differs_nowhere(note):
    text = "The river talks failed again. The river rose and the river fell."
    notes = [note(text, id="a", outlet="north"), note(text, id="b", outlet="south")]
    assert {round(r.log_odds, 12) for r in word_choice(notes, outlets=("north", "south"))} == {0.0}


def test_quoted_words_are_not_the_outlets_choice(note):
    text = 'The mayor spoke. "Flood flood flood, we say flood," said Jan Novak.'
    rows = word_choice(
        [note(text, id="a", outlet="north"), note(text, id="b", outlet="south")],
        outlets=("north", "south"),
    )
    assert "flood" not in {row.term for row in rows}


def test_one_outlet_has_nothing_to_be_compared_with(note):
    assert word_choice([note("The river rose.")], outlets=("x",)) == ()


def test_too_few_cases_give_no_number():
    assert share(2, 3).value is None
    assert "too few" in share(2, 3).method
    assert rate([1], [100]).value is None


@given(st.integers(5, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_share_lies_in_its_interval(case):
    hits, of = case
    found = share(hits, of)
    assert 0 <= found.low <= found.value <= found.high <= 1
    assert found.n == of


def test_wilson_agrees_with_scipy():
    from scipy.stats import binomtest

    for hits, of in ((0, 9), (3, 9), (9, 13), (40, 41)):
        wanted = binomtest(hits, of).proportion_ci(method="wilson")
        found = share(hits, of)
        assert (found.low, found.high) == pytest.approx((wanted.low, wanted.high), abs=1e-9)


def test_a_rate_counts_articles_and_not_words():
    found = rate([2, 0, 4], [500, 500, 500])
    assert found.value == pytest.approx(4.0)
    assert found.n == 3
    assert found.low < found.value < found.high
    assert Counter([found.unit]) == {"per 1,000 words": 1}
