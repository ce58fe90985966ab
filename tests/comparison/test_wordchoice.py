import math
import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import false_discovery_control, power_divergence

from framing.comparison.statistics.corrections import adjusted, dispersion
from framing.comparison.statistics.keyness import g2, log_dice, log_ratio
from framing.comparison.vocabulary import outlet_phrases, outlet_words
from framing.comparison.wordchoice import (
    PRIOR_WORDS,
    log_odds,
    log_ratio_intervals,
    telling_words,
    word_choice,
)
from framing.model import Annotation, Article, OutletTag


def monroe(y_i, n_i, y_j, n_j, a, a0):
    """Equations 16, 19 and 22 of Monroe, Colaresi and Quinn (2008), written out."""
    left = math.log((y_i + a) / (n_i + a0 - y_i - a))
    right = math.log((y_j + a) / (n_j + a0 - y_j - a))
    variance = 1 / (y_i + a) + 1 / (y_j + a)
    return left - right, (left - right) / math.sqrt(variance)


def fightin_words(y_i, y_j, prior):
    """The same paper over a whole vocabulary at once, as its authors' vectors are written: y, n and
    alpha are vectors, a word's odds are taken against all other words (equation 15, 16, 19, 22)."""
    a0, n_i, n_j = prior.sum(), y_i.sum(), y_j.sum()
    odds_i = (y_i + prior) / (n_i + a0 - (y_i + prior))
    odds_j = (y_j + prior) / (n_j + a0 - (y_j + prior))
    delta = np.log(odds_i) - np.log(odds_j)
    return delta, delta / np.sqrt(1 / (y_i + prior) + 1 / (y_j + prior))


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


def test_per_cent_and_percent_are_one_word(note):
    british = note(
        "Pay fell by 3 per cent, prices rose by 4 per\u00a0cent.", id="a", outlet="north"
    )
    american = note("Pay fell by 3 percent.", id="b", outlet="south")
    rows = word_choice([british, american], outlets=("north", "south"))
    counts = {r.term: (r.count, r.other_count) for r in rows if r.outlet == "north"}
    assert counts["percent"] == (2, 1)
    assert not counts.keys() & {"per", "cent"}


def test_one_outlet_has_nothing_to_be_compared_with(note):
    assert word_choice([note("The river rose.")], outlets=("x",)) == ()


def test_a_whole_table_equals_the_papers_equations():
    rng = random.Random(3)
    pool = "river dam town rain wall mayor boat road field bridge".split()
    notes = [
        plain(" ".join(rng.choices(pool, weights, k=120)), id=str(i), outlet="xy"[i % 2])
        for i, weights in enumerate([range(1, 11), range(10, 0, -1)] * 3)
    ]
    rows = [r for r in word_choice(notes, outlets=("x", "y")) if r.outlet == "x"]
    assert len(rows) == len(pool)
    y_i, y_j = np.array([r.count for r in rows]), np.array([r.other_count for r in rows])
    prior = PRIOR_WORDS * (y_i + y_j) / (y_i + y_j).sum()
    delta, z = fightin_words(y_i, y_j, prior)
    assert [r.log_odds for r in rows] == pytest.approx(delta.tolist(), abs=1e-6)
    assert [r.z for r in rows] == pytest.approx(z.tolist(), abs=1e-6)
    for row in rows:
        share = (row.count + row.other_count) / (row.words + row.other_words)
        expected = [row.words * share, row.other_words * share]
        wanted = power_divergence([row.count, row.other_count], expected, lambda_="log-likelihood")
        assert row.g2 == pytest.approx(wanted.statistic, abs=1e-6)
        ratio = (row.count / row.words) / (row.other_count / row.other_words)
        assert row.log_ratio == pytest.approx(np.log2(ratio), abs=1e-6)


@given(counts, counts)
def test_g2_equals_scipys_log_likelihood(target, reference):
    (a, n_a), (b, n_b) = target, reference
    if not a + b:
        assert g2(target, reference) == 0
        return
    expected = [n * (a + b) / (n_a + n_b) for n in (n_a, n_b)]
    wanted = power_divergence([a, b], expected, lambda_="log-likelihood").statistic
    assert g2(target, reference) == pytest.approx(wanted, abs=1e-6)


def test_log_ratio_is_binary_and_takes_nothing_as_a_half():
    assert log_ratio((8, 1000), (2, 1000)) == pytest.approx(2)
    assert log_ratio((0, 1000), (2, 1000)) == pytest.approx(-2)
    assert log_ratio((0, 1000), (0, 500)) == 0


def test_log_dice_is_14_for_words_that_never_part():
    assert log_dice(5, 5, 5) == 14
    assert log_dice(5, 10, 10) == pytest.approx(13)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
def test_correction_equals_scipys(p_values):
    assert adjusted(p_values) == pytest.approx(false_discovery_control(p_values).tolist())


def test_dispersion_of_even_and_lumped_words():
    assert dispersion([5, 5, 5], [100, 100, 100]) == pytest.approx(0)
    assert dispersion([9, 0, 0], [100, 100, 100]) == pytest.approx(1)
    assert dispersion([1, 3], [100, 300]) == pytest.approx(0)
    assert dispersion([3], [100]) is None
    assert dispersion([0, 0], [100, 100]) is None


def plain(text, *, id, outlet):
    return Annotation(Article(id, text, OutletTag(outlet, outlet.upper())))


def corpus(articles, *, planted=(), seed=0):
    """Articles of outlets x and y; `planted` words are four times as frequent in x."""
    rng = np.random.default_rng(seed)
    names = [f"w{chr(97 + i // 26)}{chr(97 + i % 26)}" for i in range(150)]
    weights = 1 / np.arange(3, 153)
    notes = []
    for k in range(2 * articles):
        shares = weights.copy()
        if k < articles:
            shares[list(planted)] *= 4
        own = rng.gamma(weights * 300, 1.0) * shares / weights
        text = " ".join(rng.choice(names, 300, p=own / own.sum()))
        notes.append(plain(text, id=f"{k:02}", outlet="xy"[k >= articles]))
    return notes, {names[i] for i in planted}


def test_planted_differences_are_found_and_none_where_none_was_planted():
    notes, planted = corpus(12, planted=(30, 31, 32, 33))
    found = {r.term for r in telling_words(word_choice(notes, outlets=("x", "y"))) if r.z > 0}
    assert planted <= found
    assert len(found - planted) <= 1
    false = [
        telling_words(word_choice(corpus(8, seed=s)[0], outlets=("x", "y"))) for s in range(12)
    ]
    assert sum(map(bool, false)) <= 2


def test_few_articles_never_prove_a_word():
    notes, _ = corpus(3, planted=(30, 31, 32))
    rows = word_choice(notes, outlets=("x", "y"))
    assert telling_words(rows) == []
    assert all(r.p is None or r.p >= 0.1 for r in rows)  # three against three: 2 of 20 dealings


def test_a_word_of_one_article_is_seen_to_be_of_one_article():
    texts = ["river dam dam dam dam dam dam", *["river dam"] * 5]
    notes = [plain(f"{t} wall town", id=str(i), outlet="xy"[i > 2]) for i, t in enumerate(texts)]
    notes += [plain("boat " * 9, id="z", outlet="x")]
    row = next(r for r in word_choice(notes, outlets=("x", "y")) if r.term == "boat")
    assert (row.outlet, row.articles, row.other_articles) == ("x", 1, 0)
    assert row.dispersion == pytest.approx(1, abs=0.5)
    assert row.p is None
    assert row.low < row.log_ratio < row.high


def test_identical_corpora_yield_nothing():
    texts = ["The river rose and the dam broke again.", "The dam broke. The river rose twice."] * 4
    notes = [plain(t, id=f"{o}{i}", outlet=o) for o in "xy" for i, t in enumerate(texts)]
    rows = word_choice(notes, outlets=("x", "y"))
    assert rows
    assert {round(r.z, 12) for r in rows} == {0.0}
    assert {round(r.g2, 12) for r in rows} == {0.0}
    assert {r.log_ratio for r in rows} == {0.0}
    assert telling_words(rows) == []


def test_the_same_input_gives_the_same_numbers():
    notes, _ = corpus(9, planted=(30,))
    assert word_choice(notes, outlets=("x", "y")) == word_choice(notes, outlets=("x", "y"))


def test_phrases_stop_at_punctuation_and_have_content_at_both_ends():
    text = "The northern dam broke, dam after dam. The northern dam, the northern dam of Mirrow."
    phrases = list(outlet_phrases(plain(text, id="a", outlet="x"), size=2))
    assert phrases.count("northern dam") == 3
    assert "broke dam" not in phrases
    notes = [plain(text, id="a", outlet="x"), plain("The northern dam held.", id="b", outlet="y")]
    assert {r.term for r in word_choice(notes, outlets=("x", "y"), size=2)} == {"northern dam"}


def test_possessives_and_compounds_count_and_contractions_do_not():
    text = "Mirrow’s dam didn’t hold; the dam-builder's plan isn't known."
    assert list(outlet_words(plain(text, id="a", outlet="x"))) == [
        "mirrow", "dam", "hold", "the", "dam", "builder", "plan", "known",
    ]  # fmt: skip


def test_an_outlets_own_name_is_no_word_of_its_choice_but_its_common_words_are():
    article = Article(
        "a", "The Lake Post learned that the lake and a post fell.", OutletTag("l", "The Lake Post")
    )
    found = list(outlet_words(Annotation(article)))
    assert found == ["the", "learned", "that", "the", "lake", "and", "post", "fell"]


@pytest.mark.parametrize(("articles", "spread"), [(3, 0.3), (5, 1.0), (8, 0.3), (15, 0.3)])
def test_intervals_of_log_ratios_hold_the_truth_also_where_a_side_never_has_the_word(
    articles, spread
):
    rng = np.random.default_rng(articles)
    held, told, bare = 0, 0, [0, 0]
    for _ in range(20):
        size, other = rng.lognormal(6.1, 0.5, (2, articles)).round()
        truth = rng.uniform(-3, 3)
        own = rng.gamma(1 / spread, spread, (2, articles, 200))
        here = rng.poisson(0.004 * 2 ** (truth / 2) * size[:, None] * own[0])
        there = rng.poisson(0.004 * 2 ** (-truth / 2) * other[:, None] * own[1])
        low, high = map(np.array, log_ratio_intervals(here, there, size, other))
        kept = here.sum(axis=0) + there.sum(axis=0) >= 3
        right = (low <= truth) & (truth <= high)
        held, told = held + int((kept & right).sum()), told + int(kept.sum())
        zero = kept & ((here.sum(axis=0) == 0) | (there.sum(axis=0) == 0))
        bare = [bare[0] + int((zero & right).sum()), bare[1] + int(zero.sum())]
    assert 0.90 <= held / told <= 0.985
    assert bare[1] == 0 or bare[0] / bare[1] >= 0.85


def test_below_three_articles_a_side_a_log_ratio_has_no_interval():
    texts = ["river dam dam dam", "river dam", "river river dam", "river river river dam"]
    notes = [plain(f"{t} wall town", id=str(i), outlet="xy"[i > 1]) for i, t in enumerate(texts)]
    rows = word_choice(notes, outlets=("x", "y"))
    assert rows
    assert {(row.low, row.high) for row in rows} == {(None, None)}
