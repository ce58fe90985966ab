import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest, poisson

from framing.comparison.intervals import FEWEST_CASES, FEWEST_FOR_INTERVAL, rate, share

RUNS = 2000
CHANCE = 0.008  # two standard errors of a share of 0.97 of so many runs
pairs = st.lists(st.tuples(st.integers(0, 9), st.integers(10, 900)), min_size=2, max_size=12)


def test_too_few_cases_give_no_number():
    assert share(2, 3).value is None
    assert "too few" in share(2, 3).method
    assert share([1, 1], [1, 1]).value is None
    assert share([], [], fewest=0).value is None
    assert rate([], []).value is None
    assert rate([0, 0], [0, 0]).value is None


@pytest.mark.parametrize("articles", range(1, FEWEST_FOR_INTERVAL))
def test_a_rate_over_too_few_articles_has_a_value_and_no_interval(articles):
    found = rate([2] * articles, [500] * articles)
    assert (found.value, found.low, found.high, found.n) == (4.0, None, None, articles)
    assert "too few" in found.method
    assert str(FEWEST_FOR_INTERVAL) in found.method


@pytest.mark.parametrize("articles", range(1, FEWEST_FOR_INTERVAL))
def test_a_share_over_too_few_articles_has_a_value_and_no_interval(articles):
    found = share([8] * articles, [10] * articles)
    assert (found.value, found.low, found.high, found.n) == (0.8, None, None, 10 * articles)
    assert str(FEWEST_FOR_INTERVAL) in found.method


def test_a_share_of_few_cases_has_a_value_and_no_interval():
    few = [2, 2, FEWEST_CASES - 5]
    assert share([1, 1, 1], few).value == pytest.approx(3 / (FEWEST_CASES - 1))
    assert share([1, 1, 1], few).low is None
    assert str(FEWEST_CASES) in share([1, 1, 1], few).method
    assert share([1, 1, 1], [*few[:2], few[2] + 1]).low is not None


@given(st.integers(5, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_share_lies_in_its_interval(case):
    hits, of = case
    found = share(hits, of)
    assert 0 <= found.low <= found.value <= found.high <= 1
    assert found.n == of


@given(pairs)
def test_a_share_by_article_lies_in_its_interval(case):
    found = share([min(c, w) for c, w in case], [w for _, w in case])
    if len(case) < FEWEST_FOR_INTERVAL:
        return
    assert 0 <= found.low <= found.value <= found.high <= 1


@given(pairs)
def test_a_rate_lies_in_its_interval(case):
    found = rate([c for c, _ in case], [w for _, w in case])
    if len(case) < FEWEST_FOR_INTERVAL:
        return
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
    found = rate([4, 4, 4], [400, 400, 400])
    assert found.high - found.low > 3
    equal = share([4, 4, 4], [8, 8, 8])
    assert equal.high - equal.low > 0.1


def test_articles_of_one_kind_count_once_each_however_many_cases_they_hold():
    few, many = share([5, 5, 5], [5, 5, 5]), share([50, 50, 50], [50, 50, 50])
    assert (few.low, few.high) == pytest.approx((many.low, many.high))
    assert few.low == pytest.approx(wilson(1.0, 3)[0])


@given(st.lists(st.integers(5, 30), min_size=3, max_size=9), st.data())
def test_a_share_is_never_less_certain_than_if_every_article_were_of_one_kind(sizes, data):
    hits = [data.draw(st.integers(0, size)) for size in sizes]
    found = share(hits, sizes)
    kish = sum(sizes) ** 2 / sum(size * size for size in sizes)
    wanted = wilson(sum(hits) / sum(sizes), kish)
    assert found.low >= wanted[0] - 1e-9
    assert found.high <= wanted[1] + 1e-9


def wilson(p, n, z=1.959963984540054):
    """The interval as its paper has it, for a number of cases that need not be whole."""
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return middle - half, middle + half


@pytest.mark.parametrize("n", [3, 5, 8, 15])
@pytest.mark.parametrize("spread", [0.0, 0.3, 1.0])
def test_intervals_of_rates_hold_the_truth_as_often_as_they_promise(n, spread):
    """Over rates from 0.5 to 20 per 1,000 words, as a facet has them."""
    rng = np.random.default_rng(n)
    held = 0
    for true in np.exp(rng.uniform(np.log(0.5), np.log(20), RUNS)):
        words = rng.lognormal(6.1, 0.5, n).round()
        own = rng.gamma(1 / spread, spread, n) if spread else 1.0
        counts = rng.poisson(true * words / 1000 * own)
        found = rate([int(c) for c in counts], [int(w) for w in words])
        held += found.low <= true <= found.high
    assert 0.90 - CHANCE <= held / RUNS <= 0.97 + CHANCE


@pytest.mark.parametrize("n", [3, 5, 8, 16])
@pytest.mark.parametrize("alike", [0.0, 0.1, 0.3, 0.9])
def test_intervals_of_shares_hold_the_truth_as_often_as_they_promise(n, alike):
    """Over shares from 2 to 98 %."""
    rng = np.random.default_rng(n)
    held = plain = told = 0
    for true in rng.uniform(0.02, 0.98, RUNS):
        of = rng.poisson(7, n) + 1
        own = rng.beta(true * (1 / alike - 1), (1 - true) * (1 / alike - 1), n) if alike else true
        hits = rng.binomial(of, own)
        found = share([int(h) for h in hits], [int(k) for k in of])
        if found.low is None:
            continue
        held += found.low <= true <= found.high
        told += 1
        naive = share(int(hits.sum()), int(of.sum()))
        plain += naive.low <= true <= naive.high
    assert 0.90 - CHANCE <= held / told <= 0.97 + CHANCE
    assert told > 0.9 * RUNS
    if alike >= 0.3:
        assert plain / told < 0.9  # taking quotations as independent promises too much
