"""Noun phrases, verb groups and what stands between them: a partial parse by finite-state cascade.

After Abney (1996, "Partial parsing via finite-state cascades"): each token becomes one letter for its
part of speech, a regular expression over that string finds noun phrases and verb groups, and each of
these becomes one letter again, so that later steps read a sentence as a short string of chunks. No
parser to download, a few microseconds a word, the same result every time.

Letters of chunks
-----------------
``n`` noun phrase, ``v`` finite verb group, ``i`` infinitive ("to hand over"), ``g`` -ing form,
``e`` past participle without auxiliary, ``a`` adjective phrase, ``r`` adverb or particle, ``q``
"that", ``w`` who/which/whom, ``k`` other question words and "whether/if", ``o`` of, ``y`` by,
``p`` other prepositions and subordinators, ``&`` and/or/but, ``,`` ``:`` ``.`` punctuation, ``(``
``)``, ``"`` quotation mark, ``x`` anything else.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from framing.text.tokens import Tokens

_BY_WORD = {
    **dict.fromkeys(("be", "is", "are", "was", "were", "been", "being", "am", "'re", "'m"), "b"),
    **dict.fromkeys(("have", "has", "had", "'ve"), "h"),
    **dict.fromkeys(("do", "does", "did"), "d"),
    **dict.fromkeys(("not", "n't", "never"), "n"),
    **dict.fromkeys(("who", "which", "whom", "whose"), "w"),
    **dict.fromkeys(("what", "how", "why", "whether", "if", "where", "whatever"), "k"),
    **dict.fromkeys(("'ll", "'d", "will", "would", "can", "could", "might", "must", "should",
                     "shall", "cannot"), "m"),
    **dict.fromkeys(("and", "or", "but", "nor"), "&"),
    **dict.fromkeys(("today", "tomorrow", "yesterday", "tonight"), "R"),
    "having": "H", "that": "q", "to": "t", "of": "o", "by": "y", "there": "u",
}  # fmt: skip
_BY_TAG = {
    "DT": "D", "PDT": "D", "PRP$": "D", "WP$": "D", "PRP": "u", "EX": "u", "WP": "k", "WRB": "k",
    "WDT": "w", "JJ": "J", "JJR": "J", "JJS": "J", "FW": "N", "NN": "N", "NNS": "N", "NNP": "P",
    "NNPS": "P",
    "CD": "C", "$": "C", "VBD": "V", "VBZ": "V", "VBP": "V", "VB": "B", "VBG": "G", "VBN": "E",
    "RB": "R", "RBR": "R", "RBS": "R", "RP": "R", "IN": "I", "TO": "t", "CC": "&", "POS": "S",
    ",": ",", ".": ".", ":": ":", "(": "(", ")": ")", "``": '"', "''": '"', "MD": "m",
}  # fmt: skip

# Over the letters of _BY_TAG. Order matters: the first alternative that fits at a place is taken. The
# letters of the first begin none of the others: with them in front, a third of the time is saved.
_CHUNK = re.compile(
    r"""
    [Ioyqwk&,.:()x]
    | (?P<n> u
           | D*(?:R?[JC](?:&R?[JC](?=[JNPC])|&P(?=N))?|[NP]|S
                |(?<=[DJCS])R?[EG](?=[JNPCEG])|(?<=[Io])E(?=[JN])|(?<=[DJCSNP])"(?=[JNPCEG]))*
             (?:[NPC]|(?<=S)[GEJ])
           | D+R?[JEG](?![NPJC]) | D+R?(?=[tvVmbhdoyI.,&]) )
    | (?P<v> m[nR]*(?:h[nR]*)?(?:b[nR]*)*(?:[BEGVNhd](?:R(?=[I,."q:&tD]))?)?
           | h(?:[nR]|D(?=E))*(?:b[nR]*)*(?:[EGVhd]|(?<=b)) | h[nR]* | b[nR]*(?:b[nR]*)*[EG] | b[nR]*
           | d[nR]*[BVhd] | [Vd] )
    | (?P<i> t[nR]*(?:h[nR]*)?(?:b[nR]*)*(?:[BEGVhd]|(?<=b)) )
    | (?P<g> H[nR]*b?[EG]? | G )
    | (?P<e> E )
    | (?P<a> R*J(?:&J)* )
    | (?P<r> [Rn] )
    | .
    """,
    re.VERBOSE,
)
_SINGLE = {"B": "v", "V": "v", "t": "p", "I": "p", "m": "v", "b": "v", "h": "v", "d": "v", "S": "x",
           "D": "n", "C": "n"}  # fmt: skip


class Chunks(NamedTuple):
    """The chunks of one sentence: ``letters[k]`` is the kind of chunk k, which holds the tokens from
    ``starts[k]`` up to but without ``starts[k + 1]``."""

    letters: str
    starts: list[int]

    def range(self, k: int) -> tuple[int, int]:
        """(first token, behind the last token) of chunk `k`."""
        return self.starts[k], self.starts[k + 1]


def chunk(tokens: Tokens, first: int, last: int) -> Chunks:
    """The chunks of tokens ``first : last``, which should lie in one sentence; found once a text."""
    if (first, last) not in tokens.seen:
        tokens.seen[first, last] = _chunks(tokens, first, last)
    found: Chunks = tokens.seen[first, last]
    return found


def _chunks(tokens: Tokens, first: int, last: int) -> Chunks:
    words, tags = tokens.words[first:last], tokens.tags[first:last]
    by_word, by_tag = _BY_WORD.get, _BY_TAG.get
    letters_of_words = [
        by_word(word) or by_tag(tag, "x") for word, tag in zip(words, tags, strict=True)
    ]
    if "'s" in words:
        for i, pair in enumerate(zip(words, tags, strict=True)):
            if pair == ("'s", "VBZ"):  # "he's", not "Smith's"
                letters_of_words[i] = "b"
    _join_amounts(words, letters_of_words)
    matches = list(_CHUNK.finditer("".join(letters_of_words)))
    letters = [match.lastgroup or _SINGLE.get(match[0]) or match[0] for match in matches]
    starts = [first + match.start() for match in matches]
    return Chunks(_with_verbs("".join(letters)), [*starts, last])


def _join_amounts(words: Sequence[str], letters: list[str]) -> None:
    """Words before a number belong to its noun phrase: "at least 17 people", "as many as a dozen"."""
    for i in range(1, len(words) - 1):
        bound = words[i] in _BOUNDS and (words[i - 1], words[i]) in _AMOUNTS
        if bound and (letters[i + 1] == "C" or words[i + 1] in ("a", "half")):
            letters[i - 1 : i + 1] = "DD"
            if words[i] == "as" and words[i - 2 : i - 1] == ["as"]:
                letters[i - 2] = "D"
    if letters[1:2] == ["C"] and words[0] in _ABOUT:
        letters[0] = "D"


_AMOUNTS = frozenset(
    (("at", "least"), ("at", "most"), ("more", "than"), ("less", "than"), ("fewer", "than"),
     ("up", "to"), ("close", "to"), ("many", "as"), ("few", "as"), ("much", "as"))
)  # fmt: skip
_BOUNDS = frozenset(last for _, last in _AMOUNTS)
_ABOUT = frozenset(("about", "around", "over"))  # at the head of a sentence


def _with_verbs(letters: str) -> str:
    """A participle becomes the finite verb of a stretch between stops that has none: in "The sides
    communicated in Russian" the tagger cannot tell the two apart, the sentence can."""
    if "e" not in letters:
        return letters
    letters = _SECOND_VERB.sub("v", letters)
    first_verb = letters.find("v")
    if first_verb < 0 or letters.find("e") < first_verb or ",w" in letters:
        letters = _MAIN_VERB.sub(r"\1v", letters)
    return _VERBLESS.sub(lambda m: m.group(1) + "v" + m.group(2), letters)


# "has cast him as weak and accused her": a participle with an object, beside a finite verb
_SECOND_VERB = re.compile(r"(?<=&)e(?=[nqk])|(?<=&r)e(?=[nqk])|(?<=\"&)e(?=p)")


# "The board, however, maintained that", "The head of the board, Jean Morel, called on the south"
_MAIN_VERB = re.compile(
    r"^((?:[^v:]*n[^v:]*(?=er*(?:q|i(?!.*,r*v)))|[^vwq:]*n[^vwq:]*,r*(?=e[^yv][^v]*$)"
    r"|[^vw:]*n,w[^,:]*,r*(?=e[^y])))e"
)

_VERBLESS = re.compile(r"(?:(?<=^)|(?<=[,:&.]))([^v,:&.wq]*?nr*)e([^v,:&.]*(?=[,:&.]|$))")
