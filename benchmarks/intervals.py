"""How often do 95 % intervals hold the true value? Made-up counts by article.

    python benchmarks/intervals.py

First over a range of true values, which is what an interval can promise for counts (Brown, Cai and
DasGupta 2001), then at single ones.
"""

from collections.abc import Callable
from functools import partial

import numpy as np

from framing.comparison.intervals import rate, share
from framing.comparison.statistics.mixed import Choices, mixed_logit
from framing.comparison.wordchoice import log_ratio_intervals
from framing.model import Estimate

RUNS = 1000
ARTICLES = (2, 3, 4, 5, 8, 12, 20)
PROMISED = (0.90, 0.97)
"""What is asked of an interval of nominally 95 %; cells outside are marked with "!"."""

_DECIDES = 0.05
"""At one true value: cells in whose runs so often nothing is seen are marked with "*". Whether the
interval after nothing holds the value moves the coverage by that much: no interval can be between."""

Counts = tuple[list[int], list[int], float]
Draw = Callable[[np.random.Generator, int], Counts]


def main() -> None:
    rng = np.random.default_rng(1)
    print(
        "Share of nominal 95 % intervals that hold the truth; too few where less than half of the"
    )
    print("runs give one. Articles have some 450 words; cases an article as said.")
    print("! outside {:.0%} to {:.0%}".format(*PROMISED))
    _head(f"True value drawn anew in each of {4 * RUNS} runs")
    for spread in (0.0, 0.3, 1.0):
        rates = partial(_counts, between=(0.5, 20), spread=spread)
        _row(f"rate 0.5 to 20 per 1,000, overdispersion {spread}", rng, rates, rate)
    for cases in (2, 4, 8, 20):
        for alike in (0.0, 0.1, 0.3, 0.9):
            shares = partial(_choices, between=(0.02, 0.98), alike=alike, cases=cases)
            _row(f"share 2 to 98 %, {cases:>2} cases, correlation {alike}", rng, shares, share)
    for spread in (0.0, 0.3, 1.0):
        cells = [_ratios(rng, n, spread) for n in ARTICLES]
        print(f"log ratio of a word, overdispersion {spread}".ljust(47), " ".join(cells))
    _head(f"One true value, {RUNS} runs. * nothing is seen in {_DECIDES:.0%} of the runs or more")
    for per_thousand in (1, 4, 15):
        for spread in (0.0, 0.3, 1.0):
            rates = partial(_counts, between=(per_thousand,) * 2, spread=spread)
            _row(f"rate {per_thousand} per 1,000, overdispersion {spread}", rng, rates, rate)
    for p in (0.1, 0.3, 0.5):
        for alike in (0.0, 0.1, 0.3, 0.9):
            shares = partial(_choices, between=(p, p), alike=alike, cases=8)
            _row(f"share {p:.0%},  8 cases, correlation {alike}", rng, shares, share)
    held = " ".join(f"{_effect(rng, n):8.1%}" for n in (8, 12, 20))
    print("log odds ratio of the model, 8, 12, 20 articles".ljust(47), held)


def _head(what: str) -> None:
    print(f"\n{what}\n{'articles'.ljust(47)}", *(f"{n:>8}" for n in ARTICLES))


def _row(name: str, rng: np.random.Generator, draw: Draw, measure: Callable[..., Estimate]) -> None:
    cells = [_cell(rng, n, draw, measure) for n in ARTICLES]
    print(name.ljust(47), " ".join(cells))


def _cell(rng: np.random.Generator, n: int, draw: Draw, measure: Callable[..., Estimate]) -> str:
    """Coverage over the runs that give an interval; "too few" where less than half of them do."""
    fixed = draw.keywords["between"][0] == draw.keywords["between"][1]
    held = told = nothing = 0
    runs = RUNS if fixed else 4 * RUNS
    for _ in range(runs):
        hits, of, truth = draw(rng, n)
        found = measure(hits, of)
        nothing += not sum(hits)
        if found.low is not None and found.high is not None:
            told += 1
            held += found.low - 1e-9 <= truth <= found.high + 1e-9
    if told < runs / 2:
        return " too few"
    within = PROMISED[0] <= held / told <= PROMISED[1]
    mark = "*" if fixed and nothing >= _DECIDES * runs else " "
    return f"{held / told:6.1%}{' ' if within else '!'}{mark}"


def _counts(
    rng: np.random.Generator, n: int, *, between: tuple[float, float], spread: float
) -> Counts:
    """Occurrences and words of `n` articles at a rate drawn from between two (log-uniform)."""
    per_thousand = float(np.exp(rng.uniform(*np.log(between))))
    size = rng.lognormal(np.log(450), 0.5, n).round()
    own = rng.gamma(1 / spread, spread, n) if spread else 1.0
    counts = rng.poisson(per_thousand * size / 1000 * own)
    return counts.tolist(), [int(w) for w in size], per_thousand


def _choices(
    rng: np.random.Generator, n: int, *, between: tuple[float, float], alike: float, cases: int
) -> Counts:
    """Hits and cases of `n` articles at a share drawn from between two; an article's own is beta."""
    p = float(rng.uniform(*between))
    of = rng.poisson(cases - 1, n) + 1
    own = rng.beta(p * (1 / alike - 1), (1 - p) * (1 / alike - 1), n) if alike else p
    return rng.binomial(of, own).tolist(), of.tolist(), p


def _ratios(rng: np.random.Generator, n: int, spread: float) -> str:
    """Coverage of the interval of a word's log ratio, with `n` articles on each side: words of 0.5 to
    20 per 1,000 used up to eight times as often by one side, three times in all or more."""
    held = told = 0
    for _ in range(200):
        size, other = rng.lognormal(np.log(450), 0.5, (2, n)).round()
        truth = rng.uniform(-3, 3)
        usual = np.exp(rng.uniform(*np.log((0.5, 20)), 50)) / 1000
        own = rng.gamma(1 / spread, spread, (2, n, 50)) if spread else np.ones((2, n, 50))
        here, there = (
            rng.poisson(usual * 2 ** (sign * truth / 2) * words[:, None] * own[side])
            for side, sign, words in ((0, 1, size), (1, -1, other))
        )
        low, high = log_ratio_intervals(here, there, size, other)
        if low[0] is None:
            return " too few"
        kept = here.sum(axis=0) + there.sum(axis=0) >= 3
        told += int(kept.sum())
        held += int((kept & (np.array(low) <= truth) & (truth <= np.array(high))).sum())
    within = PROMISED[0] <= held / told <= PROMISED[1]
    return f"{held / told:6.1%}{' ' if within else '!'} "


def _effect(rng: np.random.Generator, n: int, truth: float = 1.0, runs: int = 200) -> float:
    held = 0
    for _ in range(runs):
        target, event = np.arange(n) % 2, np.arange(n) // 4
        logit = -0.3 + truth * target + rng.normal(0, 0.7, n) + rng.normal(0, 0.7, n)[event]
        of = rng.poisson(5, n) + 1
        hits = rng.binomial(of, 1 / (1 + np.exp(-logit)))
        rows = zip(hits, of, target, event, strict=True)
        found = mixed_logit([Choices(int(h), int(k), bool(t), int(e)) for h, k, t, e in rows])
        held += found.low <= truth <= found.high
    return held / runs


if __name__ == "__main__":
    main()
