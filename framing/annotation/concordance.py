"""A word in context, with whose words each hit stands in."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from framing.annotation.lexicon.matching import Matcher
from framing.annotation.voice import VoiceMap
from framing.errors import OptionError
from framing.model import Annotation, Span
from framing.text.kwic import kwic_line
from framing.text.zones import ZoneMap

if TYPE_CHECKING:
    import pandas as pd

VOICES = ("outlet", "direct", "indirect", "unclear")


def concordance(
    notes: Iterable[Annotation], word: str, *, voice: str | None = None
) -> "pd.DataFrame":
    """Every place where `word` (or a phrase) stands, one row a hit, articles in their order.

    A lower-case word matches any case, a capital only a capital. `voice` keeps one voice only.
    """
    import pandas as pd

    if voice is not None and voice not in VOICES:
        raise OptionError(f"no voice {voice!r}; there are: {', '.join(VOICES)}")
    matcher = Matcher([(word, None)])
    rows = []
    for annotation in notes:
        voices = VoiceMap.of(annotation)
        zones = ZoneMap(annotation.article)
        for hit in matcher.find(annotation.article.text):
            span = Span(hit.start, hit.end)
            whose = voices.at(span)
            if voice in (None, whose.kind):
                line = kwic_line(annotation.article.text, span)
                rows.append(
                    {
                        "article": annotation.article.id,
                        "outlet": annotation.article.outlet.outlet,
                        "voice": whose.kind,
                        "speaker": whose.speaker,
                        "zone": zones.at(span.start),
                        "before": line.before,
                        "hit": line.hit,
                        "behind": line.behind,
                        "start": span.start,
                        "end": span.end,
                    }
                )
    columns = "article outlet voice speaker zone before hit behind start end".split()
    return pd.DataFrame(rows, columns=columns)
