"""A logistic model of choices with articles and events as chance effects, penalised so that it never
runs off to infinity."""

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import partial
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
    model = _Model(articles)
    best: tuple[_Fit, tuple[float, float]] | None = None
    for article_sd in _SPREADS:
        for event_sd in _SPREADS if model.events > 1 else (0.0,):
            found = model.fit(article_sd, event_sd)
            if best is None or found.likelihood > best[0].likelihood:
                best = found, (article_sd, event_sd)
    assert best is not None
    fit, spreads = best
    half = _Z * math.sqrt(fit.variance)
    return Effect(fit.effect, fit.effect - half, fit.effect + half, *spreads)


@dataclass(frozen=True, slots=True)
class _Fit:
    """Log marginal likelihood up to a constant, the target's log odds ratio, and its variance."""

    likelihood: float
    effect: float
    variance: float


_Effects = tuple[Any, Any, Any]
"""Intercept and target; one an article; one an event: arrays of log odds."""


class _Model:
    """The choices as arrays. An article has one log odds of its own and one event, so that both kinds
    of chance effects are eliminated one by one and a step of Newton's method is linear in articles."""

    def __init__(self, articles: Sequence[Choices]) -> None:
        import numpy as np

        self.hits = np.array([a.hits for a in articles], dtype=float)
        self.of = np.array([a.of for a in articles], dtype=float)
        self.fixed = np.array([(1.0, float(a.target)) for a in articles])
        names = {event: k for k, event in enumerate(dict.fromkeys(a.event for a in articles))}
        self.event = np.array([names[a.event] for a in articles])
        self.events = len(names)

    def fit(self, article_sd: float, event_sd: float) -> _Fit:
        import numpy as np

        tight = 1 / np.array([_INTERCEPT_SD, _PRIOR_SD]) ** 2, 1 / article_sd**2
        tight_event = 1 / event_sd**2 if event_sd else math.inf  # no effect of events
        beta, own, shared = np.zeros(2), np.zeros(len(self.of)), np.zeros(self.events)
        for _ in range(100):
            p = self._shares((beta, own, shared))
            slopes = self.hits - self.of * p, self.of * p * (1 - p)
            step = self._step(slopes, (beta, own, shared), tight=(*tight, tight_event))
            far = max(np.abs(part).max() for part in step[:3])
            slow = min(1.0, 2 / max(far, 1e-12))
            beta, own, shared = beta + slow * step[0], own + slow * step[1], shared + slow * step[2]
            if far < 1e-8:
                break
        eta = np.clip(self._eta((beta, own, shared)), -30, 30)
        fit = (self.hits * eta - self.of * np.logaddexp(0, eta)).sum()
        fit -= ((tight[0] * beta**2).sum() + tight[1] * (own**2).sum()) / 2
        size = step[3] - len(own) * math.log(tight[1])
        if event_sd:
            fit -= tight_event * (shared**2).sum() / 2
            size -= self.events * math.log(tight_event)
        return _Fit(float(fit - size / 2), float(beta[1]), float(step[4][1, 1]))

    def _eta(self, at: _Effects) -> Any:
        beta, own, shared = at
        return self.fixed @ beta + own + shared[self.event]

    def _shares(self, at: _Effects) -> Any:
        import numpy as np

        return 1 / (1 + np.exp(-np.clip(self._eta(at), -30, 30)))

    def _step(
        self, slopes: tuple[Any, Any], at: _Effects, *, tight: tuple[Any, float, float]
    ) -> tuple[Any, Any, Any, float, Any]:
        """Newton's step of the three kinds of effects, the log determinant of the curvature, and the
        covariance of intercept and target."""
        import numpy as np

        (rest, weight), (beta, own, shared) = slopes, at
        curve_own = weight + tight[1]
        slope_own = rest - tight[1] * own
        left = weight * tight[1] / curve_own  # weight once the article's own effect is eliminated
        slope = rest - weight * slope_own / curve_own
        curve_beta = (self.fixed * left[:, None]).T @ self.fixed + np.diag(tight[0])
        slope_beta = self.fixed.T @ slope - tight[0] * beta
        size = float(np.log(curve_own).sum())
        shared_step = np.zeros(self.events)
        if math.isfinite(tight[2]):
            per_event = partial(np.bincount, self.event, minlength=self.events)
            curve_event = per_event(weights=left) + tight[2]
            slope_event = per_event(weights=slope) - tight[2] * shared
            cross = np.array([per_event(weights=left * column) for column in self.fixed.T])
            curve_beta = curve_beta - (cross / curve_event) @ cross.T
            slope_beta = slope_beta - cross @ (slope_event / curve_event)
            size += float(np.log(curve_event).sum())
        covariance = np.linalg.inv(curve_beta)
        beta_step = covariance @ slope_beta
        if math.isfinite(tight[2]):
            shared_step = (slope_event - cross.T @ beta_step) / curve_event
        moved = self.fixed @ beta_step + shared_step[self.event]
        own_step = (slope_own - weight * moved) / curve_own
        size += float(np.linalg.slogdet(curve_beta)[1])
        return beta_step, own_step, shared_step, size, covariance
