"""Phrases that say whose words or view a sentence gives: ``in his words``, ``in the view of X``."""

from dataclasses import dataclass

from framing.annotation.quotation.sentence import Sentence
from framing.model import Span


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that names a source; `end` is the chunk behind it."""

    end: int
    cue: Span
    source: Span


def in_words_of(sentence: Sentence, k: int) -> Phrase | None:
    """The phrase that begins at preposition `k`: "in her view", "in the board's opinion", "by his own
    account", "in the words of the mayor"."""
    if sentence.word(k) not in ("in", "by", "from") or sentence.letters[k + 1 : k + 2] != "n":
        return None
    tokens, first, last = sentence.tokens, sentence.starts[k + 1], sentence.starts[k + 2]
    if tokens.words[last - 1] not in _VIEWS:
        return None
    if (tokens.words[last - 1] == "account") != (sentence.word(k) == "by"):
        return None
    cue = sentence.span(k, k + 2)
    alone = sentence.letters[k + 2 : k + 3] in ("", ",", ".")
    if alone and tokens.tags[first] == "PRP$":
        return Phrase(k + 2, cue, tokens.span(first, first + 1))
    owner = next((i for i in range(last - 1, first, -1) if tokens.tags[i] == "POS"), None)
    if alone and owner:
        return Phrase(k + 2, cue, tokens.span(first, owner))
    who = sentence.group_at(k + 3) if sentence.letters[k + 2 : k + 3] == "o" else None
    if who is None or tokens.words[first] != "the":
        return None
    return Phrase(who[1], cue, sentence.span(*who))


_VIEWS = frozenset("account assessment estimation opinion telling view words".split())
