"""One set of lexicon packs for all articles of an event.

Packs are picked article by article, by cues of a topic: a brief may name too few of them and be read
without a pack that the long report on the same event is read with. What the pack would have found in
the brief then looks like restraint of its outlet. So an article is annotated again where another
article of its event called for a pack that it did not.
"""

from collections.abc import Sequence

from framing.annotation.annotate import annotate_article
from framing.annotation.lexicon.loading import packs_again
from framing.annotation.quotation.find import QuoteFinder, find_quotes
from framing.model import Annotation


def with_shared_packs(
    annotations: Sequence[Annotation], *, finder: QuoteFinder = find_quotes
) -> tuple[Annotation, ...]:
    """The annotations of one event, each with the packs of all of them; in the same order.

    An annotation that has them all comes back as it is, so that articles annotated with packs named
    by hand never change, and no article is annotated again more than once for an event. `finder` is
    what finds the quotations, as in `annotate`.
    """
    versions = {pack.name: pack for annotation in annotations for pack in annotation.packs}
    if all(len(annotation.packs) == len(versions) for annotation in annotations):
        return tuple(annotations)
    packs = packs_again(versions.values())
    return tuple(
        annotation
        if len(annotation.packs) == len(versions)
        else annotate_article(annotation.article, packs, finder=finder)
        for annotation in annotations
    )
