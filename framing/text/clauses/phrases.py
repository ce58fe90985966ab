"""What stands round a verb: its subject, its object and the agent behind "by", over chunks."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from framing.text.chunks import chunk
from framing.text.tokens import Tokens

Range = tuple[int, int]  # first token, behind the last token

# A noun phrase with "of", "and" and what follows them: the dozens of people, X, Y and Z.
_GROUP = r"n(?:\"?on|\"?,?&n|,n(?=(?:,n)*,?&n))*"
_ASIDE = r"(?:,(?:[^v,:]|,(?=n))*,|,w[^,:]*,|:[^v:]*:|\([^)]*\))"
_PHRASE = rf"(?P<np>{_GROUP})(?:\"?p+\"?n|[eg][^v,:&]*|[wq]r*v[^,v:]*)*{_ASIDE}?"
_SUBJECT = re.compile(rf"(?<![opy])(?:{_PHRASE}|(?P<who>[wq]))[r\"]*$")
_TWO_CLAUSES = re.compile(r"vn(?:on)*,&n(?:on)*$")  # two things in a row have no comma between them
_ANTECEDENT = re.compile(rf"(?P<np>{_GROUP})(?:\"?p+\"?n)*,?$")
_OBJECT = re.compile(rf"[r\"]*(?P<np>{_GROUP})")
_ABOUT = frozenset(
    "at least more less fewer than up to about around over some as many nearly".split()
)


@dataclass(frozen=True, slots=True)
class Phrases:
    """The chunks of one sentence (letters as in `framing.text.chunks`) and the nouns round a verb."""

    tokens: Tokens
    letters: str
    starts: list[int]

    @classmethod
    def of(cls, tokens: Tokens, first: int, last: int) -> "Phrases":
        """The phrases of the sentence that the tokens ``first : last`` make."""
        chunks = chunk(tokens, first, last)
        return cls(tokens, chunks.letters, chunks.starts)

    def chunk_of(self, token: int) -> int:
        """The chunk that holds a token of the sentence."""
        return max(bisect_right(self.starts, token) - 1, 0)

    def range(self, first: int, last: int) -> Range:
        """The tokens of the chunks ``first : last``."""
        return self.starts[first], self.starts[last]

    def subject(self, k: int) -> Range | None:
        """The noun phrase that is the subject of the verb in chunk `k`.

        "who" and "which" are taken back to the noun before them; a verb behind "and" or a comma
        shares the subject of the verb before it ("shelled the town and killed two people").
        """
        if match := _SUBJECT.search(self.letters, 0, k):
            if match["np"]:
                first, last = match.span("np")
                if _TWO_CLAUSES.match(self.letters, first - 1, last):
                    first = (
                        self.letters.rfind("&", first, last) + 1
                    )  # "hit three posts, and units of the brigade | took"
                return self.range(first, last)
            who = match.start("who")
            whole = self.tokens.words[self.starts[who]] == "who"
            return self.noun_before(who) if whole else self.nearest_noun(who)
        j = k - 1
        while j >= 0 and self.letters[j] in 'r"':
            j -= 1
        if j < 0 or self.letters[j] not in "&,vi":
            return None
        verb = max(self.letters.rfind("v", 0, j + 1), self.letters.rfind("i", 0, j + 1))
        return self.subject(verb) if 0 <= verb < k else None

    def noun_before(self, k: int) -> Range | None:
        """The noun phrase right before chunk `k`, from its first noun on: "men of the unit who"."""
        match = _ANTECEDENT.search(self.letters, 0, k)
        return self.range(*match.span("np")) if match else None

    def nearest_noun(self, k: int) -> Range | None:
        """The last simple noun phrase before chunk `k`: "support for the raid that"."""
        j = k - 2 if k > 1 and self.letters[k - 1] == "," else k - 1
        return self.range(j, j + 1) if j >= 0 and self.letters[j] == "n" else None

    def object(self, k: int) -> Range | None:
        """The noun phrase that follows the verb in chunk `k` at once; "at least", "more than" and the
        like do not part them."""
        j = k + 1
        while j < len(self.letters) and self.is_about(j):
            j += 1
        match = _OBJECT.match(self.letters, j)
        return self.range(*match.span("np")) if match else None

    def is_about(self, k: int) -> bool:
        """Whether chunk `k` only says about how many: "up to", "more than"."""
        return all(
            word in _ABOUT for word in self.tokens.words[self.starts[k] : self.starts[k + 1]]
        )

    def group_at(self, k: int) -> Range | None:
        """The noun phrase that begins at chunk `k`, adverbs and marks before it left out."""
        match = _OBJECT.match(self.letters, k)
        return self.range(*match.span("np")) if match else None
