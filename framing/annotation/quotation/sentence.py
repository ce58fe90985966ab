"""A sentence as the quotation rules read it: chunks, words, cues, subjects."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from framing.annotation.quotation.cues import Cue, CueIndex
from framing.model import Span
from framing.text.chunks import chunk
from framing.text.tokens import Tokens

# A noun phrase with what hangs on it: "the head of the delegation", "X, Y and Z", "a paper by Z".
NOUN_GROUP = r"n(?:[opy]+n|,?&n|,n(?=(?:,n)*,?&n))*"
# Behind a subject and before its verb: an apposition, a relative clause, a bracket, a dash insert. An
# American comma stands inside the marks: 'a former "rebel," said'.
ASIDE = (
    r"(?:,[pk][^,:]*,\"?|,(?:[^v,:]|,(?=n))*,\"?(?:w[^,:]*,\"?)?|,w[^,:]*,\"?|:[^v:]*:|\([^)]*\))"
)
_RELATIVE = r"(?:[wq]r*v[^,v:]*|e[^,v:&]*)"
_SUBJECT = re.compile(rf"(?<![opy])(?:(?P<np>{NOUN_GROUP}(?:{_RELATIVE})?{ASIDE}?)|(?P<who>w))r*$")
_GROUP = re.compile(rf"r*(?P<np>{NOUN_GROUP})")
_AS_SUBJECT = re.compile(rf"p(?P<np>{NOUN_GROUP}{ASIDE}?)r*$")
_BY = re.compile(rf"[^v]*?y(?P<np>{NOUN_GROUP})")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its chunks as letters (see `framing.text.chunks`) and where they lie."""

    tokens: Tokens
    letters: str
    starts: list[int]

    @classmethod
    def of(cls, tokens: Tokens, first: int, last: int) -> "Sentence":
        """The sentence (or part of one) that the tokens ``first : last`` make."""
        chunks = chunk(tokens, first, last)
        return cls(tokens, chunks.letters, chunks.starts)

    def span(self, first: int, last: int) -> Span:
        """The characters from chunk `first` up to but without chunk `last`."""
        return self.tokens.span(self.starts[first], self.starts[last])

    def word(self, k: int) -> str:
        """The first word of chunk `k`, lower-cased; "" where there is no such chunk."""
        return self.tokens.words[self.starts[k]] if 0 <= k < len(self.letters) else ""

    def last_word(self, k: int) -> str:
        """The last word of chunk `k`, lower-cased."""
        return self.tokens.words[self.starts[k + 1] - 1]

    def words(self, k: int) -> list[str]:
        """All words of chunk `k`, lower-cased."""
        return self.tokens.words[self.starts[k] : self.starts[k + 1]]

    def chunk_behind(self, token: int) -> int:
        """The first chunk that begins at `token` or later."""
        return min(bisect_left(self.starts, token), len(self.letters))

    def chunk_of(self, token: int) -> int:
        """The chunk that holds a token of the sentence."""
        return bisect_right(self.starts, token) - 1

    def verb_cue(self, k: int, cues: CueIndex) -> Cue | None:
        """The cue in verb chunk `k`: its last verb, with the particles that belong to it."""
        for place in range(self.starts[k + 1] - 1, self.starts[k] - 1, -1):
            if found := cues.verb(self.tokens.words, place):
                return found
        return None

    def is_passive(self, k: int) -> bool:
        """Whether verb chunk `k` is a passive: a form of "be" and a past participle last."""
        tags = self.tokens.tags[self.starts[k] : self.starts[k + 1]]
        verbs = [i for i, tag in enumerate(tags) if tag[:2] == "VB"]
        if len(verbs) < 2 or tags[verbs[-1]] not in ("VBN", "VBD"):
            return False
        return self.tokens.words[self.starts[k] + verbs[-2]] in _BE

    def subject_before(self, k: int) -> tuple[int, int] | None:
        """The noun group (first chunk, behind the last) that is the subject of verb chunk `k`."""
        match = _SUBJECT.search(self.letters, 0, k)
        if match and match["np"] and self.letters[match.start() - 1 : match.start()] == "v":
            # an object, and behind its comma the subject: "hit a depot, the governor, Roe, said"
            comma = self.letters.find(",", match.start(), k) + 1
            match = _SUBJECT.search(self.letters, comma, k) or match
        if match is None:
            return None
        if not match["np"]:
            return match.span("who")
        first, last = match.span("np")
        # "saw the list, and he said": the pronoun begins a clause of its own
        return (last - 1, last) if self.word(last - 1) in _NOMINATIVE else (first, last)

    def any_subject(self, k: int) -> tuple[int, int] | None:
        """The subject of verb chunk `k`, also in "as X said" and "while X said", where what begins the
        clause is tagged a preposition."""
        if subject := self.subject_before(k):
            return subject
        match = _AS_SUBJECT.search(self.letters, 0, k)
        return match.span("np") if match and self.word(match.start()) in _CONJUNCTIONS else None

    def group_at(self, k: int) -> tuple[int, int] | None:
        """The noun group that begins at chunk `k`, adverbs before it left out."""
        match = _GROUP.match(self.letters, k)
        return match.span("np") if match else None

    def with_name(self, group: tuple[int, int]) -> tuple[int, int]:
        """`group` with the name behind its comma: "said the minister, Jane Roe"."""
        first, last = group
        if self.letters[last : last + 2] != ",n" or self.letters[last + 2 : last + 3] not in ",.":
            return group
        noun, name = (self.tokens.tags[self.starts[k] - 1] for k in (last, last + 2))
        return (first, last + 2) if noun in ("NN", "NNS") and name == "NNP" else group

    def agent_behind(self, k: int) -> tuple[int, int] | None:
        """The noun group behind "by" after passive chunk `k`, before the next verb."""
        match = _BY.match(self.letters, k + 1)
        return match.span("np") if match else None


_CONJUNCTIONS = frozenset(
    "after although as because before since though until whereas while".split()
)
_NOMINATIVE = frozenset(("he", "she", "they", "it", "we", "i"))
_BE = frozenset(
    ("be", "is", "are", "was", "were", "been", "being", "am", "'re", "'m", "get", "got")
)
