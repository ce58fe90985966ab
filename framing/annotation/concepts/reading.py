"""One article as the naming rules read it: its noun phrases and the actors in them."""

from collections.abc import Iterator
from dataclasses import dataclass

from framing.model import Annotation, Mention
from framing.text.clauses.phrases import Phrases, Range
from framing.text.spans import SpanIndex
from framing.text.tokens import Tokens, tokenize

HONORIFICS = frozenset("mr mrs ms miss dr sir mr. mrs. ms. dr.".split())
_SMALL = frozenset("the a an this that these those his her its their our my your".split())


@dataclass(frozen=True, slots=True)
class Reading:
    """The tokens and phrases of one annotated article, and its actor mentions by place."""

    annotation: Annotation
    tokens: Tokens
    sentences: tuple[Phrases, ...]
    mentions: SpanIndex[Mention]

    @classmethod
    def of(cls, annotation: Annotation) -> "Reading":
        """Tokenise and chunk an article again: annotations do not keep their tokens."""
        tokens = tokenize(annotation.article.text, annotation.sentences)
        sentences = tuple(Phrases.of(tokens, a, b) for a, b in tokens.ranges() if b > a)
        return cls(
            annotation,
            tokens,
            sentences,
            SpanIndex(annotation.mentions, lambda mention: mention.span),
        )

    def noun_phrases(self) -> Iterator[Range]:
        """The tokens of every simple noun phrase, a genitive ending left out."""
        for phrases in self.sentences:
            for k, letter in enumerate(phrases.letters):
                if letter == "n":
                    yield self.bare(phrases.range(k, k + 1))

    def bare(self, phrase: Range) -> Range:
        """A noun phrase without the genitive it may end in."""
        first, last = phrase
        return (
            (first, last - 1)
            if last - first > 1 and self.tokens.tags[last - 1] == "POS"
            else phrase
        )

    def mention_at_head(self, phrase: Range) -> Mention | None:
        """The actor named by the last word of a noun phrase."""
        first, last = phrase
        head = self.tokens.span(last - 1, last)
        found = [
            m for m in self.mentions.meeting(head) if m.span.start >= self.tokens.starts[first]
        ]
        return found[-1] if found else None

    def plain_words(self, first: int, last: int) -> list[str]:
        """The words of some tokens without articles, owners' pronouns and marks."""
        return [w for w in self.tokens.words[first:last] if w[:1].isalpha() and w not in _SMALL]

    def name_runs(self, phrase: Range) -> Iterator[Range]:
        """Runs of capitalised words inside a noun phrase, honorifics left out."""
        first, last = phrase
        start: int | None = None
        for i in range(first, last + 1):
            named = i < last and self.tokens.tags[i] in ("NNP", "NNPS")
            named = named and self.tokens.words[i] not in HONORIFICS
            if named and start is None:
                start = i
            elif not named and start is not None:
                yield start, i
                start = None
