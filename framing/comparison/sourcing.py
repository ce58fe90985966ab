"""Who speaks in an outlet's articles, how long, and in whose wording."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from framing.annotation.voice import VoiceMap
from framing.model import Annotation, Quote, SourceUse, Span, VoiceKind, VoiceShare
from framing.text.tokens import count_words
from framing.text.zones import prose_spans

VOICE_ORDER: tuple[VoiceKind, ...] = ("outlet", "indirect", "direct", "unclear")


def source_use(annotations: Sequence[Annotation]) -> tuple[SourceUse, ...]:
    """Each outlet's speakers with their words, by outlet and falling number of words."""
    quotes: Counter[tuple[str, str]] = Counter()
    words: Counter[tuple[str, str, str]] = Counter()
    first: dict[tuple[str, str], Quote] = {}
    for annotation in annotations:
        outlet = annotation.article.outlet.outlet
        for quote in annotation.quotes:
            if quote.speaker is None or quote.zone == "aside":
                continue
            key = outlet, quote.speaker
            quotes[key] += 1
            first.setdefault(key, quote)
            for voice, n in _words_by_voice(annotation, [quote.content]).items():
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
        counts[outlet].update(_words_by_voice(annotation, prose_spans(annotation.article)))
    return tuple(
        VoiceShare(outlet, voice, counts[outlet][voice], counts[outlet].total())
        for outlet in sorted(counts)
        for voice in VOICE_ORDER
        if counts[outlet][voice]
    )


def _words_by_voice(annotation: Annotation, spans: Sequence[Span]) -> Counter[VoiceKind]:
    """Words of `spans` in each voice: cut where quotes and speech marks begin and end."""
    voices = VoiceMap.of(annotation)
    cuts = {q.content.start for q in annotation.quotes} | {q.content.end for q in annotation.quotes}
    for mark in annotation.quotation_marks:
        cuts |= {mark.span.start, mark.span.end}
    counts: Counter[VoiceKind] = Counter()
    for span in spans:
        edges = [span.start, *sorted(c for c in cuts if span.start < c < span.end), span.end]
        for start, end in pairwise(edges):
            counts[voices.at(Span(start, end)).kind] += count_words(
                annotation.article.text, Span(start, end)
            )
    return counts
