"""Slots over several events: more articles, so that an article-level test can find something."""

from collections.abc import Sequence

from framing.annotation.lexicon.loading import packs_again
from framing.comparison import alternation
from framing.comparison.copies import once_each
from framing.model import Alternation, Comparison


def alternations(comparisons: Sequence[Comparison]) -> tuple[Alternation, ...]:
    """Whether outlets choose differently within each slot, over all events of `comparisons`; A-Z.

    Outlets' names are shuffled inside each event only, an event in which one outlet alone filled a
    slot does not count for it, and of the copies of one text an outlet has one. What is tested, and
    what every field means, is told at `framing.comparison.alternation`; for one event the result is
    that of its comparison.
    """
    single = [
        (a, c.event.id) for c in comparisons for a in once_each(c.annotations, c.event.copies)
    ]
    return alternation.alternations(
        [a for a, _ in single],
        packs_again(pack for a, _ in single for pack in a.packs),
        events={a.article.id: event for a, event in single},
    )
