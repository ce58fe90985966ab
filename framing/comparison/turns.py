"""In which order the sources of an article speak, and who gets to answer whom."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from framing.comparison.sourcing import own_quotes
from framing.model import Annotation, Quote, Reply, Turn


def turns(annotations: Sequence[Annotation]) -> tuple[Turn, ...]:
    """The turns of each article: a source speaks until another one does. By outlet, article and
    place."""
    return tuple(
        turn
        for annotation in sorted(annotations, key=lambda a: (a.article.outlet.outlet, a.article.id))
        for turn in _turns(annotation)
    )


def replies(annotations: Sequence[Annotation]) -> tuple[Reply, ...]:
    """For each outlet and two sides: how often one speaks of the other, and how often the other is
    heard behind it or anywhere in the article; by outlet and sides A-Z."""
    said: Counter[tuple[str, str, str]] = Counter()
    answered: Counter[tuple[str, str, str]] = Counter()
    heard: Counter[tuple[str, str, str]] = Counter()
    for annotation in annotations:
        quotes = _quotes(annotation)
        last = {quote.side: quote.content.start for quote in quotes if quote.side}
        for quote in quotes:
            for about in _sides_named(annotation, quote) - {quote.side}:
                if quote.side:
                    key = annotation.article.outlet.outlet, quote.side, about
                    said[key] += 1
                    heard[key] += about in last
                    answered[key] += last.get(about, -1) > quote.content.start
    return tuple(Reply(*key, said[key], answered[key], heard[key]) for key in sorted(said))


def _turns(annotation: Annotation) -> list[Turn]:
    article = annotation.article
    length = max(1, len(article.text))
    spoken = [quote for quote in _quotes(annotation) if quote.speaker]
    found = []
    for rank, (speaker, group) in enumerate(groupby(spoken, lambda q: q.speaker), start=1):
        quotes = list(group)
        found.append(
            Turn(
                outlet=article.outlet.outlet,
                article=article.id,
                rank=rank,
                speaker=speaker or "",
                side=quotes[0].side,
                before=round(quotes[0].content.start / length, 4),
                quotes=len(quotes),
                words=sum(quote.words for quote in quotes),
            )
        )
    return found


def _quotes(annotation: Annotation) -> list[Quote]:
    """The quotes of the article's own prose, by place."""
    return sorted(own_quotes(annotation), key=lambda quote: quote.content.start)


def _sides_named(annotation: Annotation, quote: Quote) -> set[str]:
    return {m.side for m in annotation.mentions if m.side and quote.content.holds(m.span)}
