"""Whom a text calls its opponent where the sentence does not say: "the enemy", "the aggressor".

Two things help. The first sentence of a news text tells the headline again, so the one that names the
party settles the other that does not. And a writer keeps one sense of a word through a text (Gale,
Church and Yarowsky 1992, One sense per discourse): a voice that has one opponent has no second one.
"""

from collections.abc import Iterable, Sequence

from framing.annotation.roles import Roles
from framing.model import Span, Voice

Use = tuple[Span, Voice, str | None]
"""Where a row that points at an opponent is used, in which voice, and whom it was found to mean."""


def settle(
    uses: Sequence[Use], roles: Roles, parties: Sequence[str], *, told: Iterable[Use] = ()
) -> dict[Span, str | None]:
    """The opponent at each place, settled where the text allows it.

    `told` are other places that tell a voice's opponent beyond doubt ("Northern invaders" in its own
    words). A place that contradicts them is left open.
    """
    sure = _opponents(told)
    likely = _opponents(uses)
    places = frozenset(span for span, _, _ in uses)
    found: dict[Span, str | None] = {}
    for span, voice, side in uses:
        if voice.kind != "outlet":
            found[span] = side
        elif opponent := sure.get(voice):
            found[span] = opponent if side in (None, opponent) else None
        else:
            found[span] = side or likely.get(voice) or roles.in_retelling(span, parties, places)
    return found


def _opponents(uses: Iterable[Use]) -> dict[Voice, str]:
    """The one opponent of each voice; none for a voice that has two."""
    sides: dict[Voice, set[str]] = {}
    for _, voice, side in uses:
        if side:
            sides.setdefault(voice, set()).add(side)
    return {voice: next(iter(found)) for voice, found in sides.items() if len(found) == 1}
