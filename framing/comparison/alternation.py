"""Whether outlets choose differently within a slot: the variant chosen, of all choices made there.

Two answers stand side by side. The exact test of the table takes every choice as independent, which
choices in one article are not. The other deals the outlets' names out to the articles of each event
again; it is the one to trust, and the smallest p-value that so many articles could ever give is
printed beside it. With more articles a penalised logistic model with articles and events says how
large the difference is.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from framing.annotation.lexicon.records import Pack
from framing.comparison.intervals import share
from framing.comparison.naming import Choice, choices
from framing.comparison.statistics.corrections import adjusted
from framing.comparison.statistics.exact import cramers_v, exact_p
from framing.comparison.statistics.mixed import Choices, mixed_logit
from framing.comparison.statistics.permutation import MOST, dealings, p_value, smallest_p
from framing.model import Alternation, Annotation, Estimate, VariantShare, Wording

WORDINGS: dict[str, Wording] = {"outlet": "outlet", "indirect": "outlet", "direct": "quoted"}
"""Whose choice of words each voice is; in reported speech the wording is the outlet's."""

MODEL_ARTICLES = 8
MODEL_CHOICES = 20
"""Below these many articles and choices no model is fitted: with one event and half of them on each
side its interval is wider than anything one could read from it."""


def alternations(
    annotations: Sequence[Annotation],
    packs: Sequence[Pack],
    *,
    events: Mapping[str, str] | None = None,
) -> tuple[Alternation, ...]:
    """Test every slot that two outlets or more filled, by whose wording it is; slots A-Z.

    `events` maps an article's id to its event; without it all articles are one event. Articles of
    events in which one outlet alone filled the slot do not count: same event or no comparison.
    """
    groups: dict[tuple[str, Wording], list[Choice]] = defaultdict(list)
    for choice in choices(annotations, packs):
        if choice.voice in WORDINGS:
            groups[choice.slot, WORDINGS[choice.voice]].append(choice)
    found = [
        _alternation(kept, wording, events or {})
        for (_, wording), group in sorted(groups.items(), key=lambda item: item[0])
        if len(kept := _shared(group, events or {})) > 1
    ]
    return _corrected([row for row in found if len(row.variants) > 1])


def article_test(counts: Sequence[tuple[int, int]], outlets: Sequence[str]) -> tuple[float, float]:
    """For (cases that count, other cases) of each article of one event and its outlet: the p-value by
    article, and the least that so many articles could give. Articles without a case do not count."""
    kept = [(pair, outlet) for pair, outlet in zip(counts, outlets, strict=True) if sum(pair)]
    table, named = [list(pair) for pair, _ in kept], [outlet for _, outlet in kept]
    if len(set(named)) < 2 or not all(map(sum, zip(*table, strict=True))):
        return 1.0, 1.0
    labels = [sorted(set(named)).index(outlet) for outlet in named]
    blocks = [""] * len(labels)
    return _by_article(table, labels, blocks=blocks), smallest_p(labels, blocks, most=MOST)


def in_words(row: Alternation) -> str:
    """The token-level and the article-level answer in one line, with the limit of the latter."""
    limit = f"{_p(row.p_articles)} by article ({row.articles} articles can give no less than "
    return (
        f"p = {_p(row.p_choices)} if every choice is independent, {limit}{_p(row.smallest_p)}); "
        f"Cramér's V {row.strength:.2f}"
    )


def _p(value: float) -> str:
    return f"{value:.2g}" if value >= 0.001 else "< 0.001"


def _shared(group: Sequence[Choice], events: Mapping[str, str]) -> list[Choice]:
    """The choices of events in which two outlets filled the slot."""
    outlets: dict[str, set[str]] = defaultdict(set)
    for choice in group:
        outlets[events.get(choice.article, "")].add(choice.outlet)
    return [c for c in group if len(outlets[events.get(c.article, "")]) > 1]


def _alternation(
    group: Sequence[Choice], wording: Wording, events: Mapping[str, str]
) -> Alternation:
    articles = sorted({(c.article, c.outlet) for c in group})
    outlets = sorted({c.outlet for c in group})
    variants = sorted({c.variant for c in group})
    counts = Counter((c.article, c.variant) for c in group)
    table = [[counts[article, variant] for variant in variants] for article, _ in articles]
    labels = [outlets.index(outlet) for _, outlet in articles]
    blocks = [events.get(article, "") for article, _ in articles]
    by_outlet = [
        [sum(row[j] for row, mine in zip(table, labels, strict=True) if mine == k)
         for j in range(len(variants))] for k in range(len(outlets))
    ]  # fmt: skip
    conventions = {c.variant: c.convention for c in group}
    return Alternation(
        slot=group[0].slot,
        referent=group[0].referent,
        wording=wording,
        outlets=tuple(outlets),
        variants=tuple(variants),
        rows=tuple(
            replace(row, convention=conventions[row.variant])
            for row in _rows(table, labels, outlets=outlets, variants=variants, blocks=blocks)
        ),
        articles=len(articles),
        events=len(set(blocks)),
        strength=cramers_v(by_outlet),
        p_choices=exact_p(by_outlet),
        p_articles=_by_article(table, labels, blocks=blocks),
        smallest_p=smallest_p(labels, blocks, most=MOST),
    )


def _by_article(table: Sequence[Sequence[int]], labels: list[int], *, blocks: list[str]) -> float:
    """Share of dealings in which Pearson's statistic of the outlets' table is at least as large."""
    import numpy as np

    ways = dealings(labels, blocks)
    counts = np.asarray(table, dtype=float)
    columns, n = counts.sum(axis=0), counts.sum()
    statistic: Any = 0.0
    for label in range(max(labels) + 1):
        here = (ways == label).astype(float) @ counts
        expected = here.sum(axis=1, keepdims=True) * columns / n
        statistic = statistic + ((here - expected) ** 2 / expected).sum(axis=1)
    return float(p_value(statistic))


def _rows(
    table: Sequence[Sequence[int]],
    labels: Sequence[int],
    *,
    outlets: Sequence[str],
    variants: Sequence[str],
    blocks: Sequence[str],
) -> Iterator[VariantShare]:
    totals = [sum(row) for row in table]
    for k, outlet in enumerate(outlets):
        mine = [i for i, label in enumerate(labels) if label == k]
        for j, variant in enumerate(variants):
            hits = [table[i][j] for i in mine]
            of = [totals[i] for i in mine]
            yield VariantShare(
                outlet=outlet,
                variant=variant,
                convention="",
                count=sum(hits),
                of=sum(of),
                articles=sum(h > 0 for h in hits),
                share=share(hits, of, unit="share of choices"),
                effect=_effect(
                    [Choices(row[j], n, label == k, block)
                     for row, n, label, block in zip(table, totals, labels, blocks, strict=True)]
                ),
            )  # fmt: skip


def _effect(articles: Sequence[Choices]) -> Estimate | None:
    hits, of = sum(a.hits for a in articles), sum(a.of for a in articles)
    if len(articles) < MODEL_ARTICLES or of < MODEL_CHOICES or hits in (0, of):
        return None
    found = mixed_logit(articles)
    return Estimate(
        found.log_odds_ratio,
        found.low,
        found.high,
        len(articles),
        "log odds ratio against the other outlets",
        f"penalised logistic model; articles vary by {found.article_sd:g}, events by "
        f"{found.event_sd:g}",
    )


def _corrected(rows: Sequence[Alternation]) -> tuple[Alternation, ...]:
    """With the false discovery rate at which each slot would be reported; slots whose articles are
    too few to show anything are not tested."""
    able = [i for i, row in enumerate(rows) if row.smallest_p <= 0.05]
    q = dict(zip(able, adjusted([rows[i].p_articles for i in able]), strict=True))
    return tuple(replace(row, q=q.get(i)) for i, row in enumerate(rows))
