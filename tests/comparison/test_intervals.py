import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest, poisson

from framing.comparison.intervals import rate, share

pairs = st.lists(st.tuples(st.integers(0, 9), st.integers(10, 900)), min_size=2, max_size=12)


def test_too_few_cases_give_no_number():
    assert share(2, 3).value is None
    assert "too few" in share(2, 3).method
    assert share([1, 1], [1, 1]).value is None
    assert rate([1], [100]).value is None
    assert rate([], []).value is None
    assert rate([0, 0], [0, 0]).value is None


@given(st.integers(5, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_share_lies_in_its_interval(case):
    hits, of = case
    found = share(hits, of)
    assert 0 <= found.low <= found.value <= found.high <= 1
    assert found.n == of


@given(pairs)
def test_a_share_by_article_lies_in_its_interval(case):
    found = share([min(c, w) for c, w in case], [w for _, w in case])
    assert 0 <= found.low <= found.value <= found.high <= 1


@given(pairs)
def test_a_rate_lies_in_its_interval(case):
    found = rate([c for c, _ in case], [w for _, w in case])
    assert 0 <= found.low <= found.value <= found.high <= 1000
    assert found.n == len(case)


def test_wilson_agrees_with_scipy():
    for hits, of in ((0, 9), (3, 9), (9, 13), (40, 41)):
        wanted = binomtest(hits, of).proportion_ci(method="wilson")
        found = share(hits, of)
        assert (found.low, found.high) == pytest.approx((wanted.low, wanted.high), abs=1e-9)


def test_nothing_seen_has_the_exact_upper_limit_of_poisson():
    found = rate([0, 0, 0], [400, 300, 300])
    assert found.value == 0
    assert poisson.cdf(0, found.high) == pytest.approx(0.025, abs=1e-9)  # per 1,000 words, of 1,000


def test_a_rate_counts_articles_and_not_words():
    found = rate([2, 0, 4], [500, 500, 500])
    assert found.value == pytest.approx(4.0)
    assert found.n == 3
    assert found.low < found.value < found.high
    assert found.unit == "per 1,000 words"


def test_one_text_with_all_the_hits_says_less_than_hits_spread_over_texts():
    words = [400] * 6
    even, lumped = rate([2] * 6, words), rate([12, 0, 0, 0, 0, 0], words)
    assert even.value == lumped.value
    assert lumped.high - lumped.low > 2 * (even.high - even.low)


def test_articles_that_each_choose_alike_widen_the_interval_of_a_share():
    plain = share(20, 40)
    mixed = share([5, 5, 5, 5], [10, 10, 10, 10])
    split = share([10, 10, 0, 0], [10, 10, 10, 10])
    assert mixed.value == split.value == plain.value
    assert split.high - split.low > 1.5 * (plain.high - plain.low)
    assert mixed.high - mixed.low < split.high - split.low


def test_articles_that_agree_by_chance_do_not_make_a_number_certain():
    found = rate([4, 4], [400, 400])
    assert found.high - found.low > 3


@pytest.mark.parametrize("n", [3, 6, 15])
@pytest.mark.parametrize("spread", [0.0, 0.5])
def test_intervals_of_rates_hold_the_truth_as_often_as_they_promise(n, spread):
    rng = np.random.default_rng(n)
    held = 0
    for _ in range(600):
        words = rng.lognormal(6.1, 0.5, n).round()
        own = rng.gamma(1 / spread, spread, n) if spread else 1.0
        counts = rng.poisson(6 * words / 1000 * own)
        found = rate([int(c) for c in counts], [int(w) for w in words])
        held += found.low <= 6 <= found.high
    assert 0.90 <= held / 600 <= 0.985


@pytest.mark.parametrize("n", [4, 8, 16])
@pytest.mark.parametrize("alike", [0.0, 0.2])
def test_intervals_of_shares_hold_the_truth_as_often_as_they_promise(n, alike):
    rng = np.random.default_rng(n)
    held = plain = 0
    for _ in range(600):
        of = rng.poisson(9, n) + 1
        own = rng.beta(0.4 * (1 / alike - 1), 0.6 * (1 / alike - 1), n) if alike else 0.4
        hits = rng.binomial(of, own)
        found = share([int(h) for h in hits], [int(k) for k in of])
        held += found.low <= 0.4 <= found.high
        naive = share(int(hits.sum()), int(of.sum()))
        plain += naive.low <= 0.4 <= naive.high
    assert 0.90 <= held / 600 <= 0.985
    if alike:
        assert plain < held - 60  # taking quotations as independent promises too much
