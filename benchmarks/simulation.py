"""Do the statistics keep their promises? Made-up corpora with known truth.

    python benchmarks/simulation.py [FOLDER_OF_ARTICLES]

Prints how often 95 % intervals hold the true value, how often differences are reported where there
are none, and how many planted ones are found. With a folder, the names of real articles are shuffled.
"""

import sys
from dataclasses import replace

import numpy as np

import framing
from framing.comparison.alternation import alternations
from framing.comparison.distance import bags_of, distance
from framing.comparison.intervals import rate, share
from framing.comparison.statistics.mixed import Choices, mixed_logit
from framing.comparison.wordchoice import telling_words, word_choice
from framing.model import Annotation, Article, OutletTag

RUNS = 1000
ARTICLES = (2, 3, 5, 8, 12, 20)


def main(folder: str | None) -> None:
    coverage()
    words()
    if folder:
        shuffled(folder)


def coverage() -> None:
    rng = np.random.default_rng(1)
    print(f"Share of nominal 95 % intervals that hold the truth, {RUNS} runs each")
    print("what".ljust(46), *(f"{n:>6}" for n in ARTICLES), "articles")
    for per_thousand in (1, 4, 15):
        for spread in (0.0, 0.3, 1.0):
            held = [_rate(rng, n, per_thousand, spread) for n in ARTICLES]
            print(
                f"rate {per_thousand:>2} per 1,000, overdispersion {spread}".ljust(46), _row(held)
            )
    for p in (0.1, 0.3, 0.5):
        for alike in (0.0, 0.1, 0.3):
            held = [_share(rng, n, p, alike) for n in ARTICLES]
            print(f"share {p}, correlation within articles {alike}".ljust(46), _row(held))
    held = [_effect(rng, n) for n in (8, 12, 20)]
    print("log odds ratio of the model, 8, 12, 20 articles".ljust(46), _row(held))


def _row(held: list[float]) -> str:
    return " ".join(f"{value:6.1%}" for value in held)


def _rate(rng: np.random.Generator, n: int, per_thousand: float, spread: float) -> float:
    held = 0
    for _ in range(RUNS):
        size = rng.lognormal(np.log(450), 0.5, n).round()
        own = rng.gamma(1 / spread, spread, n) if spread else 1.0
        counts = rng.poisson(per_thousand * size / 1000 * own)
        found = rate([int(c) for c in counts], [int(w) for w in size])
        held += found.low <= per_thousand <= found.high
    return held / RUNS


def _share(rng: np.random.Generator, n: int, p: float, alike: float) -> float:
    held = 0
    for _ in range(RUNS):
        of = rng.poisson(7, n) + 1
        own = rng.beta(p * (1 / alike - 1), (1 - p) * (1 / alike - 1), n) if alike else p
        found = share([int(h) for h in rng.binomial(of, own)], [int(k) for k in of])
        held += found.low is None or found.low - 1e-9 <= p <= found.high + 1e-9
    return held / RUNS


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


def words(runs: int = 60) -> None:
    print(
        f"\nWords: 600 types, bursty articles of 400 words, {runs} runs, false discovery rate 5 %"
    )
    print("articles   planted             reported  false  of runs  found  distance p <= .05")
    for n in (3, 6, 10, 20):
        for times in (1.0, 4.0):
            rng = np.random.default_rng(n)
            reported = false = spoiled = apart = 0
            for _ in range(runs):
                notes, planted = corpus(rng, n, times)
                rows = telling_words(word_choice(notes, outlets=("a", "b")))
                terms = {row.term for row in rows}
                reported += len(terms)
                false += len(terms - planted)
                spoiled += bool(terms - planted)
                apart += distance(bags_of([(x, "") for x in notes]), ("a", "b"), most=200).p <= 0.05
            what = f"20 words each x {times:.0f}" if times > 1 else "none"
            part = f"{(reported - false) / runs / 40:.0%}" if times > 1 else "-"
            print(
                f"{n:>2} and {n:<2}  {what:<18}{reported:>9}{false:>7}{spoiled / runs:>9.1%}"
                f"{part:>7}{apart / runs:>10.1%}"
            )


def corpus(rng: np.random.Generator, n: int, times: float) -> tuple[list[Annotation], set[str]]:
    """Articles of two outlets. Of 40 middling words every other one comes `times` as often in each."""
    usual = 1 / np.arange(3, 603)
    names = np.array([f"w{chr(97 + i // 26)}{chr(97 + i % 26)}" for i in range(600)])
    notes = []
    for k in range(2 * n):
        shares = usual.copy()
        shares[20 + (k >= n) : 60 : 2] *= times
        own = rng.gamma(usual * 300, 1.0) / (usual * 300) * shares  # an article repeats its words
        text = " ".join(rng.choice(names, 400, p=own / own.sum()))
        notes.append(Annotation(Article(f"{k:02}", text, OutletTag("ab"[k >= n]))))
    return notes, set(names[20:60]) if times > 1 else set()


def shuffled(folder: str, runs: int = 40) -> None:
    notes = list(framing.annotate(framing.read(folder)))
    rng = np.random.default_rng(7)
    half, packs = len(notes) // 2, framing.load_packs()
    spoiled = apart = slots = 0
    for _ in range(runs):
        sides = rng.permutation(["a"] * half + ["b"] * (len(notes) - half))
        dealt = [
            replace(note, article=replace(note.article, outlet=OutletTag(str(side))))
            for note, side in zip(notes, sides, strict=True)
        ]
        spoiled += bool(telling_words(word_choice(dealt, outlets=("a", "b"))))
        apart += distance(bags_of([(n, "") for n in dealt]), ("a", "b"), most=200).p <= 0.05
        slots += any((row.q or 1) <= 0.05 for row in alternations(dealt, packs))
    print(
        f"\n{len(notes)} real articles under shuffled names, {runs} runs: words reported in "
        f"{spoiled / runs:.1%}, slots in {slots / runs:.1%}, distance p <= .05 in {apart / runs:.1%}"
    )


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
