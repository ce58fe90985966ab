"""Which articles report the same happening."""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from framing.comparison.features import features, is_nationality, is_noun, tfidf
from framing.model import Annotation, Article, Event, Phase
from framing.text.zones import prose_spans

THRESHOLD = 0.2
"""Mean cosine similarity from which articles are one event. To be set on a public set of events and
checked on its other half: see `benchmarks`."""

WINDOW = 5
"""Days that two dated articles of one event may lie apart: previews and look-backs included."""

_LOOSEST = 0.1  # pairs below this are not looked at when groups are formed


def find_events(
    notes: Iterable[Annotation | Article],
    *,
    threshold: float = THRESHOLD,
    window: int = WINDOW,
) -> list[Event]:
    """Group articles by what they report; every article is in exactly one event.

    Events come by date, then by size; the order of the input changes nothing. `threshold` is the
    mean cosine similarity that keeps a group together, `window` the days two articles may be apart.
    """
    articles = sorted((_article(n) for n in notes), key=lambda a: a.id)
    if not articles:
        return []
    bags = [features(a.text, prose_spans(a)) for a in articles]
    similarity = _similarity(bags, articles, window)
    groups = _groups(similarity, threshold)
    events = [_event([articles[i] for i in g], [bags[i] for i in g], similarity, g) for g in groups]
    return sorted(events, key=lambda e: (e.first or date.max, -len(e.articles), e.id))


def _article(note: Annotation | Article) -> Article:
    return note.article if isinstance(note, Annotation) else note


def _similarity(bags: Sequence[Sequence[str]], articles: Sequence[Article], window: int) -> Any:
    """Sparse cosine similarities of the pairs that may be one event."""
    rows = tfidf(bags, most_shared=1.0 if len(bags) < 20 else 0.2)
    pairs = (rows @ rows.T).tocoo()
    keep = [
        i < j and value >= _LOOSEST and _near(articles[i], articles[j], window)
        for i, j, value in zip(pairs.row, pairs.col, pairs.data, strict=True)
    ]
    pairs.row, pairs.col, pairs.data = pairs.row[keep], pairs.col[keep], pairs.data[keep]
    return pairs.tocsr()


def _near(a: Article, b: Article, window: int) -> bool:
    if a.published is None or b.published is None:
        return True
    return abs((a.published - b.published).days) <= window


def _groups(similarity: Any, threshold: float) -> list[list[int]]:
    """Average linkage inside each connected part of the similarity graph."""
    from scipy.sparse.csgraph import connected_components

    count, labels = connected_components(similarity, directed=False)
    parts: list[list[int]] = [[] for _ in range(count)]
    for item, label in enumerate(labels):
        parts[label].append(item)
    return [group for part in parts for group in _split(part, similarity, threshold)]


def _split(part: list[int], similarity: Any, threshold: float) -> list[list[int]]:
    if len(part) == 1:
        return [part]
    from scipy.cluster.hierarchy import fcluster, linkage

    dense = similarity[part][:, part].toarray()
    distance = 1 - (dense + dense.T)
    upper = [distance[i, j] for i in range(len(part)) for j in range(i + 1, len(part))]
    labels = fcluster(linkage(upper, method="average"), 1 - threshold, criterion="distance")
    groups: dict[int, list[int]] = defaultdict(list)
    for item, label in zip(part, labels, strict=True):
        groups[label].append(item)
    return list(groups.values())


def _event(
    articles: Sequence[Article], bags: Sequence[Sequence[str]], similarity: Any, group: list[int]
) -> Event:
    days = [a.published for a in articles if a.published]
    day = min(days, key=lambda d: (-days.count(d), d)) if days else None
    pairs = len(group) * (len(group) - 1) / 2
    cohesion = similarity[group][:, group].sum() / pairs if pairs else 1.0
    ids = tuple(article.id for article in articles)
    return Event(
        id="e-" + hashlib.sha1("\n".join(ids).encode()).hexdigest()[:10],
        label=_label(articles, bags, day),
        articles=ids,
        phases=tuple(_phase(article, day) for article in articles),
        first=min(days, default=None),
        last=max(days, default=None),
        cohesion=round(float(cohesion), 4),
    )


def _phase(article: Article, day: date | None) -> Phase:
    """Before, on or after the day on which most of the event's articles came out."""
    if day is None:
        return "undated"
    if article.published is None:
        return "after" if article.not_before and article.not_before > day else "undated"
    if article.published == day:
        return "day"
    return "before" if article.published < day else "after"


def _label(articles: Sequence[Article], bags: Sequence[Sequence[str]], day: date | None) -> str:
    """The names that most articles share, the things most of them speak of, and the day."""
    spread = Counter(feature for bag in bags for feature in set(bag) if feature[0] not in "#@")
    weight = Counter(feature for bag in bags for feature in bag)
    ranked = sorted(spread, key=lambda f: (-spread[f], -weight[f], f))
    names = dict.fromkeys(name for f in ranked[:_LABEL_POOL] if (name := _name_of(f, articles)))
    things = [
        f
        for f in ranked[:_LABEL_POOL]
        if is_noun(f) and not is_nationality(f) and not _name_of(f, articles)
    ]
    label = (
        ": ".join(filter(None, (", ".join(list(names)[:3]), ", ".join(things[:2])))) or "one text"
    )
    return f"{label} ({day.day} {day:%B %Y})" if day else label


_LABEL_POOL = 40  # features looked at for a label, most shared first


def _name_of(feature: str, articles: Sequence[Article]) -> str:
    """The feature as a name ("Istanbul") if the articles always write it with a capital."""
    name = feature.capitalize()
    if is_nationality(feature):
        return ""
    text = " ".join(article.text for article in articles)
    written = re.findall(rf"\b{re.escape(feature)}\b", text, re.IGNORECASE)
    return name if written and all(form[0].isupper() for form in written) else ""
