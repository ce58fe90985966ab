"""Do the statistics keep their promises? Made-up corpora with known truth.

    python benchmarks/simulation.py [FOLDER_OF_ARTICLES]

Prints how often 95 % intervals hold the true value (`intervals.py` alone does that), how often
differences are reported where there are none, and how many planted ones are found. With a folder, the
names of real articles are shuffled.
"""

import sys
from dataclasses import replace

import intervals
import numpy as np

import framing
from framing.comparison.alternation import alternations, article_test
from framing.comparison.distance import bags_of, distance
from framing.comparison.statistics.exact import exact_p
from framing.comparison.wordchoice import telling_words, word_choice
from framing.model import Annotation, Article, OutletTag


def main(folder: str | None) -> None:
    intervals.main()
    words()
    slots()
    if folder:
        shuffled(folder)


def words(runs: int = 60) -> None:
    print(
        f"\nWords: 600 types, bursty articles of 400 words, {runs} runs, false discovery rate 5 %"
    )
    print("False rate: mean over the runs of the share of what is reported that was not planted.")
    print("articles   planted             reported  false rate  found  distance p <= .05")
    for n in (3, 6, 10, 20):
        for times in (1.0, 4.0):
            rng = np.random.default_rng(n)
            reported = false = apart = 0
            rates = []
            for _ in range(runs):
                notes, planted = corpus(rng, n, times)
                rows = telling_words(word_choice(notes, outlets=("a", "b")))
                terms = {row.term for row in rows}
                reported += len(terms)
                false += len(terms - planted)
                rates.append(len(terms - planted) / max(1, len(terms)))
                apart += distance(bags_of([(x, "") for x in notes]), ("a", "b"), most=200).p <= 0.05
            what = f"20 words each x {times:.0f}" if times > 1 else "none"
            part = f"{(reported - false) / runs / 40:.0%}" if times > 1 else "-"
            print(
                f"{n:>2} and {n:<2}  {what:<18}{reported:>9}{np.mean(rates):>12.1%}"
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


def slots(runs: int = 400) -> None:
    """Choices in a slot: some 8 an article, alike within it (correlation 0.3); p below 5 %."""
    print(f"\nSlots: some 8 choices an article, correlation within articles 0.3, {runs} runs")
    print("articles   shares planted   p <= .05 by article   if every choice is independent")
    rng = np.random.default_rng(5)
    for n in (3, 4, 6, 10):
        for shares in ((0.5, 0.5), (0.2, 0.2), (0.3, 0.7)):
            by_article = by_choice = 0
            for _ in range(runs):
                p = np.repeat(shares, n)
                of = rng.poisson(7, 2 * n) + 1
                hits = rng.binomial(of, rng.beta(p * 7 / 3, (1 - p) * 7 / 3))  # 1 / 0.3 - 1
                rows = [(int(h), int(k - h)) for h, k in zip(hits, of, strict=True)]
                by_article += article_test(rows, ["a"] * n + ["b"] * n)[0] <= 0.05
                sides = [tuple(map(sum, zip(*half, strict=True))) for half in (rows[:n], rows[n:])]
                by_choice += exact_p(sides) <= 0.05
            print(
                f"{n:>2} and {n:<2}  {shares[0]:.0%} and {shares[1]:.0%}"
                f"{by_article / runs:>23.1%}{by_choice / runs:>33.1%}"
            )


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
