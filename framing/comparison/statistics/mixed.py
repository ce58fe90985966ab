"""A logistic model of choices with articles and events as chance effects, penalised so that it never
runs off to infinity."""

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

_PRIOR_SD = 2.5
"""Standard deviation of the normal prior on an outlet's log odds ratio: a weak prior, as proposed by
Gelman, Jakulin, Pittau and Su (2008) for when one outlet always chooses alike."""

_INTERCEPT_SD = 10.0
_Z = 1.959963984540054  # Student's quantile would make the intervals hold too often: see benchmarks
_SPREADS = (0.05, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0)
"""Standard deviations tried for the chance effects of articles and of events, in log odds."""


@dataclass(frozen=True, slots=True)
class Choices:
    """How often one article chose the variant in question, of all its choices in the slot."""

    hits: int
    of: int
    target: bool
    event: Hashable


@dataclass(frozen=True, slots=True)
class Effect:
    """A log odds ratio (> 0: the target chooses the variant more) with a 95 % interval, and the
    standard deviations of the articles' and the events' own log odds."""

    log_odds_ratio: float
    low: float
    high: float
    article_sd: float
    event_sd: float


def mixed_logit(articles: Sequence[Choices]) -> Effect:
    """How much more the target chooses the variant, articles and events allowed for.

    A binomial mixed model by penalised quasi-likelihood with Laplace's approximation (Breslow and
    Clayton 1993): each article and each event has a log odds of its own around its outlet's, drawn
    from a normal distribution whose spread is chosen from a grid by marginal likelihood.
    """
    import numpy as np

    design, groups = _design(articles)
    hits = np.array([a.hits for a in articles], dtype=float)
    of = np.array([a.of for a in articles], dtype=float)
    events = len({a.event for a in articles})
    best: tuple[float, Any, Any, tuple[float, float]] | None = None
    for article_sd in _SPREADS:
        for event_sd in _SPREADS if events > 1 else (0.0,):
            sd = np.array([_sd(kind, article_sd, event_sd) for kind in groups])
            keep = sd > 0
            found = _fit(design[:, keep], hits, of, 1 / sd[keep] ** 2)
            if best is None or found[0] > best[0]:
                best = (*found, (article_sd, event_sd))
    assert best is not None
    _, beta, covariance, spreads = best
    half = _Z * math.sqrt(covariance[1, 1])
    return Effect(float(beta[1]), float(beta[1] - half), float(beta[1] + half), *spreads)


def _design(articles: Sequence[Choices]) -> tuple[Any, list[str]]:
    """Columns: intercept, target, one an article, one an event; and what each column is."""
    import numpy as np

    events = sorted({a.event for a in articles}, key=repr)
    n = len(articles)
    design = np.zeros((n, 2 + n + len(events)))
    design[:, 0] = 1
    for i, article in enumerate(articles):
        design[i, 1] = article.target
        design[i, 2 + i] = 1
        design[i, 2 + n + events.index(article.event)] = 1
    return design, ["intercept", "target", *["article"] * n, *["event"] * len(events)]


def _sd(kind: str, article_sd: float, event_sd: float) -> float:
    return {
        "intercept": _INTERCEPT_SD,
        "target": _PRIOR_SD,
        "article": article_sd,
        "event": event_sd,
    }[kind]


def _fit(design: Any, hits: Any, of: Any, penalty: Any) -> tuple[float, Any, Any]:
    """(log marginal likelihood up to a constant, coefficients, covariance) by Newton's method."""
    import numpy as np

    beta = np.zeros(design.shape[1])
    for _ in range(100):
        p = 1 / (1 + np.exp(-np.clip(design @ beta, -30, 30)))
        slope = design.T @ (hits - of * p) - penalty * beta
        curve = (design.T * (of * p * (1 - p))) @ design + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        beta = beta + step * min(1.0, 2 / max(np.abs(step).max(), 1e-12))
        if np.abs(step).max() < 1e-8:
            break
    eta = np.clip(design @ beta, -30, 30)
    fit = float((hits * eta - of * np.logaddexp(0, eta)).sum() - (penalty * beta**2).sum() / 2)
    size = np.linalg.slogdet(curve)[1] - np.log(penalty).sum()
    return fit - float(size) / 2, beta, np.linalg.inv(curve)
