"""Wordfish as a baseline: does one axis of word use follow outlets, or events?

    python benchmarks/wordfish.py FOLDER_OF_ARTICLES

Slapin and Proksch (2008, "A Scaling Model for Estimating Time-Series Party Positions from Texts",
AJPS 52(3)): the count of word j in text i is Poisson with log mean alpha_i + psi_j + beta_j theta_i.
The reference implementation is textmodel_wordfish of the R package quanteda.textmodels; this is a
small one of our own, with a ridge on beta as there. framing shows no axis: this prints why.
"""

import sys
from collections import Counter

import numpy as np

import framing
from framing.comparison.vocabulary import outlet_words


def main(folder: str) -> None:
    recovered()
    notes = list(framing.annotate(framing.read(folder)))
    events = {name: e.id for e in framing.find_events(notes) for name in e.articles}
    bags = [Counter(outlet_words(a)) for a in notes]
    spread = Counter(word for bag in bags for word in bag)
    words = sorted(word for word, n in spread.items() if n > 1)
    theta = wordfish(np.array([[bag[word] for word in words] for bag in bags], dtype=float))
    print(
        f"\n{len(notes)} articles, {len(words)} words; position: mean 0, deviation 1, no direction"
    )
    for i in np.argsort(theta):
        article = notes[i].article
        print(
            f"{theta[i]:+6.2f}  {article.outlet.outlet:<16}{events[article.id]:<14}{article.id[:40]}"
        )
    for what, groups in (
        ("outlets", [a.article.outlet.outlet for a in notes]),
        ("events", [events[a.article.id] for a in notes]),
        ("length (log words)", np.log([max(a.words, 1) for a in notes])),
    ):
        print(f"share of its variance that goes with {what}: {explained(theta, groups):.0%}")


def recovered() -> None:
    """Texts drawn from the model itself: the positions must come back."""
    rng = np.random.default_rng(1)
    theta = np.linspace(-1.5, 1.5, 12)
    psi, beta = rng.normal(1, 1, 300), rng.normal(0, 0.5, 300)
    counts = rng.poisson(np.exp(rng.normal(0, 0.3, (12, 1)) + psi + np.outer(theta, beta)))
    r = abs(np.corrcoef(theta, wordfish(counts.astype(float)))[0, 1])
    print(f"12 texts drawn from the model: correlation of found and true positions {r:.3f}")


def wordfish(counts: np.ndarray, rounds: int = 100, prior: float = 3.0) -> np.ndarray:
    """Positions of the texts (rows), by Newton's method on words and texts in turn.

    The starting values are the first singular vector of the double-centred logarithms; `prior` is
    the standard deviation of the ridge on beta.
    """
    counts = counts[:, counts.sum(axis=0) > 0]
    logs = np.log(counts + 0.1)
    psi, alpha = logs.mean(axis=0), logs.mean(axis=1) - logs.mean()
    left, size, right = np.linalg.svd(logs - psi - alpha[:, None], full_matrices=False)
    theta = standard(left[:, 0])
    beta = right[0] * size[0] / np.sqrt(len(counts))
    if left[:, 0] @ theta < 0:
        beta = -beta
    for _ in range(rounds):
        before = theta
        psi, beta = step(counts.T, alpha, (psi, beta), slope=theta, ridge=1 / prior**2)
        alpha, theta = step(counts, psi, (alpha, theta), slope=beta, ridge=1.0)
        theta = standard(theta)
        if np.abs(theta - before).max() < 1e-6:
            break
    return theta if theta[0] <= 0 else -theta  # the model has no direction: fix one


def step(
    counts: np.ndarray,
    fixed: np.ndarray,
    start: tuple[np.ndarray, np.ndarray],
    *,
    slope: np.ndarray,
    ridge: float,
) -> tuple[np.ndarray, np.ndarray]:
    """Intercept and coefficient of each row by a few Newton steps of its Poisson regression."""
    a, b = start
    for _ in range(5):
        mean = np.exp(np.clip(a[:, None] + fixed + np.outer(b, slope), -30, 12))
        gap = counts - mean
        g_a, g_b = gap.sum(axis=1), gap @ slope - ridge * b
        h_aa, h_ab, h_bb = mean.sum(axis=1) + 1e-9, mean @ slope, mean @ slope**2 + ridge
        det = h_aa * h_bb - h_ab**2
        a = a + np.clip((h_bb * g_a - h_ab * g_b) / det, -1, 1)
        b = b + np.clip((h_aa * g_b - h_ab * g_a) / det, -1, 1)
    return a, b


def standard(values: np.ndarray) -> np.ndarray:
    return (values - values.mean()) / max(values.std(), 1e-12)


def explained(values: np.ndarray, groups: object) -> float:
    """Share of the variance that group means explain, or a correlation squared for numbers."""
    if isinstance(groups, np.ndarray):
        return float(np.corrcoef(values, groups)[0, 1] ** 2)
    names = np.array(groups)
    means = np.array([values[names == name].mean() for name in names])
    return float(means.var() / values.var())


if __name__ == "__main__":
    main(sys.argv[1])
