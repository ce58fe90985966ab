"""Who speaks in an outlet's articles, how long, and in whose wording."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from framing.annotation.voice import VoiceMap
from framing.model import (
    Annotation,
    Quote,
    SourceShare,
    SourceUse,
    Span,
    VoiceKind,
    VoiceShare,
)
from framing.text.tokens import count_words
from framing.text.zones import prose_spans

VOICE_ORDER: tuple[VoiceKind, ...] = ("outlet", "indirect", "direct", "unclear")


def own_quotes(annotation: Annotation) -> list[Quote]:
    """The quotes of the article's own prose, in their order."""
    return [quote for quote in annotation.quotes if quote.zone != "aside"]


def source_use(annotations: Sequence[Annotation]) -> tuple[SourceUse, ...]:
    """Each outlet's speakers with their words, by outlet and falling number of words."""
    quotes: Counter[tuple[str, str]] = Counter()
    words: Counter[tuple[str, str, str]] = Counter()
    first: dict[tuple[str, str], Quote] = {}
    for annotation in annotations:
        outlet, counter = annotation.article.outlet.outlet, _Words(annotation)
        for quote in own_quotes(annotation):
            if quote.speaker is None:
                continue
            key = outlet, quote.speaker
            quotes[key] += 1
            first.setdefault(key, quote)
            for voice, n in counter.by_voice([quote.content]).items():
                words[*key, voice] += n
    rows = [
        SourceUse(
            outlet=outlet,
            speaker=speaker,
            side=first[outlet, speaker].side,
            kind=first[outlet, speaker].source_kind,
            official=first[outlet, speaker].official,
            quotes=n,
            direct_words=words[outlet, speaker, "direct"],
            indirect_words=words[outlet, speaker, "indirect"],
        )
        for (outlet, speaker), n in quotes.items()
    ]
    return tuple(
        sorted(rows, key=lambda r: (r.outlet, -(r.direct_words + r.indirect_words), r.speaker))
    )


def voice_shares(annotations: Sequence[Annotation]) -> tuple[VoiceShare, ...]:
    """How many of each outlet's prose words stand in each voice; the four add up to all of them."""
    counts: dict[str, Counter[VoiceKind]] = defaultdict(Counter)
    for annotation in annotations:
        outlet = annotation.article.outlet.outlet
        counts[outlet].update(_Words(annotation).by_voice(prose_spans(annotation.article)))
    return tuple(
        VoiceShare(outlet, voice, counts[outlet][voice], counts[outlet].total())
        for outlet in sorted(counts)
        for voice in VOICE_ORDER
        if counts[outlet][voice]
    )


NOT_GIVEN = "not given"
_NAMED = frozenset(("person", "body", "media", "document"))
_GROUPINGS: dict[str, Callable[[Quote], str]] = {
    "side": lambda quote: quote.side or NOT_GIVEN,
    "speaker": lambda quote: quote.speaker or NOT_GIVEN,
    "kind": lambda quote: quote.source_kind or NOT_GIVEN,
    "naming": lambda quote: _naming(quote),
    "office": lambda quote: "official" if quote.official else "other",
}


GROUPINGS = ("voice", *_GROUPINGS)
"""The ways in which `source_shares` groups words."""


def source_shares(annotations: Sequence[Annotation]) -> tuple[SourceShare, ...]:
    """Each outlet's shares of words by voice, and of attributed words by side, speaker, kind of source,
    naming and office; by outlet, grouping and falling number of words. The rows of one outlet and
    grouping add up to `of`."""
    words: Counter[tuple[str, str, str]] = Counter()
    quotes: Counter[tuple[str, str, str]] = Counter()
    for annotation in annotations:
        outlet = annotation.article.outlet.outlet
        for quote in own_quotes(annotation):
            for by, group_of in _GROUPINGS.items():
                key = outlet, by, group_of(quote)
                words[key] += quote.words
                quotes[key] += 1
    totals = Counter({key: n for key, n in words.items() if key[1] == "side"})
    of: Counter[str] = Counter()
    for (outlet, _, _), n in totals.items():
        of[outlet] += n
    attributed = [
        SourceShare(outlet, by, group, n, of[outlet], quotes[outlet, by, group])
        for (outlet, by, group), n in words.items()
    ]
    voiced = [
        SourceShare(row.outlet, "voice", row.voice, row.words, row.of)
        for row in voice_shares(annotations)
    ]
    return tuple(
        sorted(
            [*voiced, *attributed],
            key=lambda row: (row.outlet, GROUPINGS.index(row.by), -row.words, row.group),
        )
    )


def _naming(quote: Quote) -> str:
    """Whether readers are told who speaks: by name, as somebody ("a source", "critics"), or not."""
    if quote.source_kind is None:
        return NOT_GIVEN
    return "named" if quote.source_kind in _NAMED else "unnamed"


class _Words:
    """Counts the words of stretches of one article by voice."""

    def __init__(self, annotation: Annotation) -> None:
        self._text = annotation.article.text
        self._voices = VoiceMap.of(annotation)
        spans = [q.content for q in annotation.quotes]
        spans += [mark.span for mark in annotation.quotation_marks]
        spans += annotation.unclear
        self._cuts = sorted({place for span in spans for place in (span.start, span.end)})

    def by_voice(self, spans: Iterable[Span]) -> Counter[VoiceKind]:
        """Words of `spans` in each voice: cut where quotes and speech marks begin and end."""
        counts: Counter[VoiceKind] = Counter()
        for span in spans:
            first, last = bisect_right(self._cuts, span.start), bisect_left(self._cuts, span.end)
            for start, end in pairwise([span.start, *self._cuts[first:last], span.end]):
                piece = Span(start, end)
                counts[self._voices.at(piece).kind] += count_words(self._text, piece)
        return counts
