"""Which words stand near an actor's name: how an outlet speaks of somebody, and in whose voice."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from framing.annotation.voice import VoiceMap
from framing.comparison.features import is_content_word
from framing.comparison.statistics.keyness import g2, log_dice
from framing.model import Annotation, Collocation, Span, VoiceKind
from framing.text.folding import fold
from framing.text.spans import SpanIndex, itself
from framing.text.zones import ZoneMap

WINDOW = 5
"""Words to either side of a name that count as near; the usual span (Sinclair 1991)."""

_FEWEST = 2  # times a word must stand near a name to be shown
_WORD = re.compile(r"[^\W\d_]{2,}(?:[-‐‑][^\W\d_]+)*")


def collocations(
    annotations: Sequence[Annotation], *, window: int = WINDOW, fewest: int = _FEWEST
) -> tuple[Collocation, ...]:
    """Words within `window` words of an actor's name in its sentence, `fewest` times or more.

    By outlet, actor and voice A-Z and falling strength; only words that stand there more often than
    their frequency lets expect, and no function words. Names of actors are not counted as words.
    """
    tallies: dict[tuple[str, str, VoiceKind], _Tally] = defaultdict(_Tally)
    everything: dict[tuple[str, VoiceKind], Counter[str]] = defaultdict(Counter)
    for annotation in annotations:
        outlet = annotation.article.outlet.outlet
        for sentence in _sentences(annotation):
            for word in sentence:
                if not word.actor:
                    everything[outlet, word.voice][word.form] += 1
            for actor, near in _near(sentence, window):
                tallies[outlet, actor.actor, actor.voice].add(near, annotation.article.id)
    rows = [
        row
        for (outlet, actor, voice), tally in tallies.items()
        for row in tally.rows(everything[outlet, voice], (outlet, actor, voice), fewest=fewest)
    ]
    return tuple(
        sorted(rows, key=lambda r: (r.outlet, r.actor, r.voice, -r.strength, -r.together, r.word))
    )


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a sentence, or the name of an actor in place of its words."""

    form: str
    voice: VoiceKind
    actor: str = ""


@dataclass(slots=True)
class _Tally:
    """What stands near one actor in one voice of one outlet."""

    names: int = 0
    near: Counter[str] = field(default_factory=Counter)
    articles: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, words: Sequence[str], article: str) -> None:
        self.names += 1
        self.near.update(words)
        for word in words:
            self.articles[word].add(article)

    def rows(
        self, counts: Counter[str], key: tuple[str, str, VoiceKind], *, fewest: int
    ) -> Iterator[Collocation]:
        inside, outside = self.near.total(), max(0, counts.total() - self.near.total())
        for word, together in self.near.items():
            count = max(together, counts[word])
            expected = count * inside / max(1, counts.total())
            if together >= fewest and together > expected and is_content_word(word):
                strength = log_dice(together, self.names, count)
                likelihood = g2((together, inside), (count - together, max(1, outside)))
                yield Collocation(
                    *key, word, together, count, len(self.articles[word]), strength, likelihood
                )


def _sentences(annotation: Annotation) -> Iterator[list[_Word]]:
    """The words of each sentence of the article's own prose, actors' names each as one."""
    text = annotation.article.text
    voices, zones = VoiceMap.of(annotation), ZoneMap(annotation.article)
    mentions = SpanIndex(annotation.mentions, lambda mention: mention.span)
    headline = annotation.article.headline
    for sentence in SpanIndex(annotation.sentences, itself).meeting(Span(0, len(text))):
        if zones.at(sentence.start) == "aside" or (headline and headline == sentence):
            continue
        words: list[_Word] = []
        reach = sentence.start
        for match in _WORD.finditer(text, sentence.start, sentence.end):
            span = Span(*match.span())
            if span.start < reach:
                continue
            voice = voices.at(span).kind
            named = mentions.meeting(span)
            if named:
                words.append(_Word("", voice, named[0].actor))
                reach = named[0].span.end
            else:
                words.append(_Word(" ".join(fold(match.group()).split()), voice))
        yield words


def _near(sentence: Sequence[_Word], window: int) -> Iterator[tuple[_Word, list[str]]]:
    """Each actor's name and the words of the same voice around it."""
    for i, word in enumerate(sentence):
        if word.actor:
            around = sentence[max(0, i - window) : i + window + 1]
            yield word, [w.form for w in around if not w.actor and w.voice == word.voice]
