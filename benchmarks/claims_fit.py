"""Weights of claims' likeness from invented events: ``python benchmarks/claims_fit.py``.

Fits the two logistic regressions of `framing.comparison.claims.likeness` on the tune half of the
made-up events (`claims_made_up.py`) and prints the tables of its `coefficients.py`; before them, for
each threshold, precision and recall of links in each tune event by weights made without it.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from comparison.claim_events import Agreement, MarkedEvent, agreement_of, points_of, read_events

from framing.comparison.claims import THRESHOLD
from framing.comparison.claims.grouping import attach, group
from framing.comparison.claims.likeness import FLOOR
from framing.comparison.claims.likeness.company import COMPANY, Company
from framing.comparison.claims.likeness.pairs import PAIR, Pairs
from framing.comparison.claims.likeness.rules import Likeness
from framing.comparison.claims.likeness.weights import place_of
from framing.comparison.claims.meaning.content import Content, contents_of
from framing.comparison.claims.meaning.occasions import occasions
from framing.comparison.claims.passages import passages_of

_SHRINK = 0.1  # the inverse of the penalty of scikit-learn; .03 to .3 come out alike
_NEAR = (0.3, 0.34, 0.38, 0.42, 0.46, 0.5)


@dataclass
class Case:
    """An event with its pairs and, for each passage, the points that it was marked with by hand."""

    event: MarkedEvent
    contents: list[Content]
    pairs: Pairs
    points: list[set[str]]

    @classmethod
    def of(cls, event: MarkedEvent) -> "Case":
        """Cut and read the articles of an event, and compare their passages."""
        notes = sorted(event.notes, key=lambda annotation: annotation.article.id)
        parts = [part for annotation in notes for part in passages_of(annotation)]
        contents = contents_of(parts, occasions(parts))
        points = [points_of(event, (p.article, p.span.start, p.span.end)) for p in parts]
        return cls(event, contents, Pairs(contents), points)

    @property
    def numbers(self) -> list[tuple[int, int]]:
        """The pairs of passages."""
        return list(zip(self.pairs.first.tolist(), self.pairs.second.tolist(), strict=True))

    def company(self, alike: Any) -> Company:
        """The second step, given the probabilities of the first."""
        places = [place_of(content) for content in self.contents]
        first, second = self.pairs.first.tolist(), self.pairs.second.tolist()
        voices = [article for article, _ in places]
        return Company((first, second), alike.tolist(), voices=voices, places=places)

    def taught(self, numbers: Sequence[tuple[int, int]], columns: Any) -> tuple[Any, Any]:
        """The columns of pairs of two articles that are both marked, and whether they share a point."""
        names, points = [c.part.article for c in self.contents], self.points
        kept = [points[i] and points[j] and names[i] != names[j] for i, j in numbers]
        same = [bool(points[i] & points[j]) for i, j in numbers]
        rows = np.asarray([bool(k) for k in kept])
        return columns[rows], np.asarray(same)[rows]


def main() -> None:
    """Print the figures of the events left out, then both tables."""
    cases = [Case.of(event) for event in read_events("tune")]
    unseen = [_probable(case, _without(cases, case)) for case in cases]
    print("threshold   precision  recall   (each event by weights made without it)")
    for threshold in _NEAR:
        total = sum(map(lambda c, p: _agreement(c, p, threshold), cases, unseen), Agreement())
        print(f"{threshold:<11} {total.precision:.3f}      {total.recall:.3f}")
    for name, columns, model in zip(("PAIR", "COMPANY"), (PAIR, COMPANY), _fit(cases), strict=True):
        weights, intercept = _plain(model)
        print(f"{name} = {{")
        for column, weight in zip(columns, weights, strict=True):
            print(f'    "{column}": {weight:.3f},')
        print(f"}}\n{name}_INTERCEPT = {intercept:.3f}")


def _fit(cases: Sequence[Case]) -> tuple[Any, Any]:
    """Both steps, the second on probabilities of events that the first has not seen."""
    taught = []
    for case in cases:
        company = case.company(_first(_without(cases, case), case))
        taught.append(case.taught([(i, j) for i, j, _ in company.apart], company.columns()))
    return _pair_step(cases), _regression(taught)


def _pair_step(cases: Sequence[Case]) -> Any:
    return _regression([case.taught(case.numbers, case.pairs.columns) for case in cases])


def _first(others: Sequence[Case], case: Case) -> Any:
    return _pair_step(others).predict_proba(case.pairs.columns)[:, 1]


def _probable(case: Case, others: Sequence[Case]) -> list[tuple[int, int, float]]:
    first, second = _fit(others)
    company = case.company(first.predict_proba(case.pairs.columns)[:, 1])
    values = second.predict_proba(company.columns())[:, 1]
    return [(i, j, float(p)) for (i, j, _), p in zip(company.apart, values, strict=True)]


def _regression(taught: Sequence[tuple[Any, Any]]) -> Any:
    model = make_pipeline(StandardScaler(), LogisticRegression(C=_SHRINK, max_iter=2000))
    return model.fit(np.vstack([rows for rows, _ in taught]), np.hstack([y for _, y in taught]))


def _plain(model: Any) -> tuple[Any, float]:
    """The weights of unscaled columns."""
    scaler, regression = model[0], model[-1]
    weights = regression.coef_[0] / scaler.scale_
    return weights, float(regression.intercept_[0] - weights @ scaler.mean_)


def _without(cases: Sequence[Case], case: Case) -> list[Case]:
    return [other for other in cases if other is not case]


def _agreement(case: Case, alike: Sequence[tuple[int, int, float]], threshold: float) -> Agreement:
    articles = [content.part.article for content in case.contents]
    groups = group(articles, Likeness(case.contents).pairs(), threshold=THRESHOLD)
    probable = [pair for pair in alike if pair[2] >= FLOOR]
    groups = attach(groups, articles, probable, threshold=threshold)
    places = [(c.part.article, c.part.span.start, c.part.span.end) for c in case.contents]
    return agreement_of(case.event, [[places[i] for i in members] for members in groups])


if __name__ == "__main__":
    main()
