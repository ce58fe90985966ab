import math
import time
from dataclasses import replace
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import minimize
from scipy.stats import chi2_contingency, fisher_exact, permutation_test
from scipy.stats.contingency import association

from framing.annotation.lexicon.records import SlotVariant
from framing.comparison.alternation import alternations, in_words
from framing.comparison.statistics.exact import cramers_v, exact_p, pearson
from framing.comparison.statistics.mixed import Choices, mixed_logit
from framing.comparison.statistics.permutation import (
    count_dealings,
    dealings,
    p_value,
    smallest_p,
)
from framing.frames import comparison_frame
from framing.model import Comparison, Event

small = st.integers(0, 8)


@given(small, small, small, small)
def test_two_by_two_equals_scipys_fisher(a, b, c, d):
    assert exact_p([[a, b], [c, d]]) == pytest.approx(fisher_exact([[a, b], [c, d]])[1])


@pytest.mark.parametrize("table", [[[300, 250], [260, 310]], [[2000, 0], [0, 1500]]])
def test_tables_whose_chances_no_float_can_hold_have_a_p_value(table):
    assert exact_p(table) == pytest.approx(fisher_exact(table)[1], rel=1e-6, abs=1e-300)


@pytest.mark.parametrize(
    "table", [[[7, 0, 2], [0, 4, 1], [3, 3, 0]], [[3, 1], [0, 4], [2, 2]], [[5, 0, 0], [0, 0, 5]]]
)
def test_larger_tables_equal_all_orders_of_their_choices(table):
    """The Freeman-Halton test, done the long way: every table with these sums, by its chance."""
    rows, columns = [sum(r) for r in table], [sum(c) for c in zip(*table, strict=True)]
    chances = list(_chances(rows, columns))
    mine = _chance(table)
    wanted = sum(c for c in chances if c <= mine * (1 + 1e-7)) / sum(chances)
    assert exact_p(table) == pytest.approx(wanted)


def _chance(table):
    return 1 / math.prod(math.factorial(n) for row in table for n in row)


def _chances(rows, columns):
    grids = [[]]
    for total in rows:
        grids = [
            [*grid, row]
            for grid in grids
            for row in _splits(total, len(columns))
        ]  # fmt: skip
    for grid in grids:
        if [sum(c) for c in zip(*grid, strict=True)] == list(columns):
            yield _chance(grid)


def _splits(total, parts):
    if parts == 1:
        return [(total,)]
    return [(n, *rest) for n in range(total + 1) for rest in _splits(total - n, parts - 1)]


def test_tables_too_many_to_list_are_sampled_and_agree():
    table = [[40, 30, 20, 9], [38, 33, 18, 12], [20, 35, 20, 14]]
    wanted = chi2_contingency(table).pvalue
    assert exact_p(table) == pytest.approx(wanted, abs=0.03)
    assert exact_p(table) == exact_p(table)


def test_strength_and_statistic_equal_scipys():
    table = [[7, 2, 1], [1, 4, 4]]
    assert pearson(table) == pytest.approx(chi2_contingency(table, correction=False).statistic)
    assert cramers_v(table) == pytest.approx(association(table, method="cramer"))
    assert cramers_v([[3, 0], [0, 0]]) == 0


def test_two_articles_against_two_can_never_go_below_a_third():
    assert smallest_p([0, 0, 1, 1], [0] * 4) == pytest.approx(1 / 3)
    assert smallest_p([0, 1, 1, 1], [0] * 4) == pytest.approx(1 / 4)
    assert smallest_p([0, 1], [0, 0]) == 1
    assert smallest_p([0, 1, 2], [0] * 3) == 1
    assert smallest_p([0, 1] * 6, [i // 2 for i in range(12)]) == pytest.approx(2 / 2**6)


@given(st.lists(st.integers(0, 2), min_size=2, max_size=7))
def test_all_dealings_come_once_and_the_observed_one_first(labels):
    ways = dealings(labels, [0] * len(labels))
    assert list(ways[0]) == labels
    assert {tuple(map(int, w)) for w in ways} == set(permutations(labels))
    assert len(ways) == count_dealings(labels, [0] * len(labels))


def test_names_stay_in_their_event():
    labels, events = [0, 1, 1, 0, 0, 1] * 6, ["a", "a", "a", "b", "b", "b"] * 6
    for most in (10**9, 50):
        ways = (
            dealings(labels[:6], events[:6], most=most)
            if most > 50
            else dealings(labels, events, most=50)
        )
        size = ways.shape[1]
        for event in "ab":
            where = [i for i in range(size) if events[i] == event]
            assert len(set(ways[:, where].sum(axis=1).tolist())) == 1


def test_p_values_equal_scipys_permutation_test():
    x, y = [3.0, 5.0, 9.0, 4.0], [1.0, 2.0, 2.5, 6.0]
    values, labels = np.array(x + y), [1] * 4 + [0] * 4
    ways = dealings(labels, [0] * 8)
    found = p_value(np.abs((ways * values).sum(axis=1) - ((1 - ways) * values).sum(axis=1)))
    wanted = permutation_test(
        (x, y), lambda a, b, axis: np.abs(a.sum(axis) - b.sum(axis)), vectorized=True,
        alternative="greater", n_resamples=10**6,
    ).pvalue  # fmt: skip
    assert found == pytest.approx(wanted)


def test_the_model_recovers_a_planted_odds_ratio():
    rng = np.random.default_rng(4)
    held, values = 0, []
    for _ in range(40):
        target, event = np.arange(16) % 2, np.arange(16) // 4
        logit = 1.2 * target - 0.4 + rng.normal(0, 0.6, 16) + rng.normal(0, 0.6, 4)[event]
        of = rng.poisson(5, 16) + 1
        hits = rng.binomial(of, 1 / (1 + np.exp(-logit)))
        rows = zip(hits, of, target, event, strict=True)
        found = mixed_logit([Choices(int(h), int(k), bool(t), int(e)) for h, k, t, e in rows])
        held += found.low <= 1.2 <= found.high
        values.append(found.log_odds_ratio)
    assert np.mean(values) == pytest.approx(1.2, abs=0.35)
    assert held >= 35


def test_the_model_stays_finite_where_one_outlet_always_chooses_alike():
    rows = [Choices(5, 5, True, "e")] * 5 + [Choices(0, 5, False, "e")] * 5
    found = mixed_logit(rows)
    assert 2 < found.low < found.log_odds_ratio < found.high < 20
    swapped = mixed_logit([replace(r, target=not r.target) for r in rows])
    assert swapped.log_odds_ratio == pytest.approx(-found.log_odds_ratio, abs=1e-4)


@pytest.mark.parametrize(("articles", "events"), [(9, 1), (14, 3), (23, 5)])
def test_the_model_equals_the_same_one_solved_with_all_effects_at_once(articles, events):
    rng = np.random.default_rng(articles)
    rows = [
        Choices(int(rng.binomial(6, rng.choice([0.05, 0.5, 0.95]))), 6, i % 3 > 1, i % events)
        for i in range(articles)
    ]
    found = mixed_logit(rows)
    value, half = at_once(rows, found.article_sd, found.event_sd)
    assert found.log_odds_ratio == pytest.approx(value, abs=1e-6)
    assert found.high - found.log_odds_ratio == pytest.approx(half, abs=1e-6)


def at_once(rows, article_sd, event_sd):
    """Penalised logistic regression with a column an article and an event, by scipy's minimiser."""
    n, events = len(rows), len({r.event for r in rows}) if event_sd else 0
    x = np.zeros((n, 2 + n + events))
    x[:, 0], x[:, 1] = 1, [r.target for r in rows]
    x[range(n), range(2, 2 + n)] = 1
    if events:
        x[range(n), [2 + n + r.event for r in rows]] = 1
    sd = np.array([10.0, 2.5, *[article_sd] * n, *[event_sd] * events])
    hits, of = np.array([r.hits for r in rows]), np.array([r.of for r in rows])

    def loss(beta):
        eta = x @ beta
        return (of * np.logaddexp(0, eta) - hits * eta).sum() + (beta**2 / sd**2).sum() / 2

    def slope(beta):
        return x.T @ (of / (1 + np.exp(-x @ beta)) - hits) + beta / sd**2

    beta = minimize(loss, np.zeros(x.shape[1]), jac=slope, method="BFGS", tol=1e-10).x
    p = 1 / (1 + np.exp(-x @ beta))
    curve = (x * (of * p * (1 - p))[:, None]).T @ x + np.diag(1 / sd**2)
    return beta[1], 1.959963984540054 * math.sqrt(np.linalg.inv(curve)[1, 1])


def test_the_work_of_the_model_grows_with_the_articles_and_no_faster():
    def seconds(articles):
        rows = [Choices(i * 7 % 6, 6, i % 2 > 0, i // 6) for i in range(articles)]
        start = time.perf_counter()
        mixed_logit(rows)
        return time.perf_counter() - start

    seconds(50)
    assert seconds(8000) < 40 * max(seconds(400), 0.05)


@pytest.fixture
def pack(general, tmp_path):
    slots = (
        SlotVariant("paper", "the document", "accord", "northern"),
        SlotVariant("paper", "the document", "pact", "southern"),
    )
    return (replace(general[0], name="made-up", slots=slots, terms=()),)


@pytest.fixture
def told(note):
    def make(text, id, outlet):
        return note(text, id=id, outlet=outlet, only=("general",))

    return make


def test_choices_are_counted_by_whose_wording_they_are(pack, told):
    notes = [
        told("The accord holds. The accord is old.", "a", "north"),
        told("The accord was read. “The pact is dead,” said Ana Silva.", "b", "north"),
        told("The pact holds. Ana Silva said that the pact was dead.", "c", "south"),
        told(
            "The pact was read. The pact is old. “An accord is no pact,” said Ana Silva.",
            "d",
            "south",
        ),
    ]
    own, quoted = alternations(notes, pack)
    assert (own.slot, own.wording, quoted.wording) == ("paper", "outlet", "quoted")
    counts = {(r.outlet, r.variant): (r.count, r.of, r.articles) for r in own.rows}
    assert counts["north", "accord"] == (3, 3, 2)
    assert counts["south", "pact"] == (4, 4, 2)
    assert own.p_choices == pytest.approx(fisher_exact([[3, 0], [0, 4]])[1])
    assert own.p_articles == own.smallest_p == pytest.approx(1 / 3)
    assert own.strength == pytest.approx(1)
    assert "no less than 0.33" in in_words(own)


def many(told, north, south, *, n=4):
    notes = [told(f"The {north} holds. The {north} is old.", f"n{i}", "north") for i in range(n)]
    return notes + [
        told(f"The {south} holds. The {south} was read.", f"s{i}", "south") for i in range(n)
    ]


def test_enough_articles_let_a_difference_show_and_the_sides_swap(pack, told):
    (row,) = alternations(many(told, "accord", "pact", n=5), pack)
    assert row.p_articles == row.smallest_p == pytest.approx(2 / 252)
    assert row.q == pytest.approx(2 / 252)
    effects = {(r.outlet, r.variant): r.effect for r in row.rows}
    assert effects["north", "accord"].low > 0
    assert effects["south", "accord"].value == pytest.approx(
        -effects["north", "accord"].value, abs=1e-3
    )
    (back,) = alternations(many(told, "pact", "accord", n=5), pack)
    assert back.p_articles == row.p_articles


def test_one_text_repeating_itself_proves_nothing(pack, told):
    notes = [
        told("The accord holds. " * 11, "a", "north"), told("The pact holds.", "b", "north"),
        told("The pact holds. " * 5, "c", "south"), told("The pact was read.", "d", "south"),
    ]  # fmt: skip
    (row,) = alternations(notes, pack)
    assert row.p_choices < 0.01
    assert row.p_articles >= 0.5
    assert row.q is None


def test_no_variant_no_row_and_events_of_one_outlet_do_not_count(pack, told):
    assert alternations(many(told, "pact", "pact"), pack) == ()
    notes = many(told, "accord", "pact", n=2)
    events = {n.article.id: n.article.outlet.outlet for n in notes}
    assert alternations(notes, pack, events=events) == ()
    assert alternations(notes[:2], pack) == ()


def test_one_text_under_two_names_chooses_alike(pack, told):
    text = "The accord holds. The pact was read. The pact is old."
    notes = [told(text, f"{o}{i}", o) for o in ("north", "south") for i in range(3)]
    (row,) = alternations(notes, pack)
    assert row.p_choices == row.p_articles == 1
    assert row.strength == 0


def test_the_frame_has_one_row_an_outlet_and_variant(pack, told):
    rows = alternations(many(told, "accord", "pact"), pack)
    event = Event("e", "made up", (), ())
    comparison = Comparison(event, (), (), (), (), (), (), (), (), (), alternations=rows)
    frame = comparison_frame(comparison, "alternations")
    assert len(frame) == 4
    assert list(frame["count"]) == [8, 0, 0, 8]
    assert {"p_choices", "p_articles", "smallest_p", "share", "low", "high"} <= set(frame.columns)
