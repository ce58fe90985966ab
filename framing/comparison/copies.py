"""One text is one opinion: copies of an agency text count once for each outlet that printed it."""

from collections.abc import Iterable, Sequence

from framing.model import Annotation


def once_each(
    annotations: Sequence[Annotation], copies: Iterable[Sequence[str]]
) -> tuple[Annotation, ...]:
    """The annotations in their order; of the `copies` of one text (article ids) an outlet keeps one,
    the longest."""
    group = {article: number for number, ids in enumerate(copies) for article in ids}
    kept: dict[tuple[str, object], Annotation] = {}
    for annotation in annotations:
        article = annotation.article
        key = article.outlet.outlet, group.get(article.id, article.id)
        best = kept.get(key)
        if best is None or (-annotation.words, article.id) < (-best.words, best.article.id):
            kept[key] = annotation
    ids = {annotation.article.id for annotation in kept.values()}
    return tuple(annotation for annotation in annotations if annotation.article.id in ids)
