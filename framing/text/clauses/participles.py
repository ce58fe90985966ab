"""Passives by their form: "be" or "get", adverbs, and a past participle.

The tagger mixes up past, participle and adjective; here the auxiliary, the words behind, and a list
of participles that mostly describe a state (`lexicons/general/adjectival.csv`) decide. For the line
between passive and adjective see Quirk, Greenbaum, Leech and Svartvik (1985, sections 3.74 to 3.78).
"""

from collections.abc import Iterator
from functools import cache

from framing.data import lexicon_folder, read_rows
from framing.errors import LexiconError
from framing.text.tokens import Tokens

BE = frozenset(("be", "is", "are", "was", "were", "been", "being", "am", "'re", "'m", "ai"))
GET = frozenset(("get", "gets", "got", "getting", "gotten"))
AUXILIARIES = BE | GET | {"'s"}


def passive_at(tokens: Tokens, aux: int, end: int) -> int | None:
    """The participle that the form of "be" or "get" at token `aux` makes a passive, or None.

    `end` is the token behind the sentence. "was being held" is found at "being", its last auxiliary.
    """
    place = _candidate(tokens, aux, end)
    if place is None or _is_perfect(tokens, aux, place, end):
        return None
    return None if _is_adjective(tokens, place, end) else place


def coordinated(tokens: Tokens, participle: int, end: int) -> Iterator[int]:
    """Participles that share the auxiliary of the passive at `participle`: "was shot and killed"."""
    words, tags = tokens.words, tokens.tags
    place = participle + 1
    while True:
        joins = False
        while place < end and (words[place] in _JOINS or tags[place] in ("RB", "RBR")):
            joins |= words[place] in _JOINS
            place += 1
        if not joins or place >= end or tags[place] not in ("VBN", "VBD"):
            return
        if place + 1 < end and tags[place + 1] in _OBJECT_STARTS:
            return  # "was sworn in and thanked the voters": a new clause
        if not is_participle(words[place], tags[place]):
            return
        yield place
        place += 1


def is_participle(word: str, tag: str) -> bool:
    """Whether a word may be a past participle by its form."""
    if word.endswith("ed"):
        return tag not in _NO_VERB and word not in ("need", "indeed", "speed", "seed", "feed")
    return word in participles() or (tag == "VBN" and word.endswith(("n", "t", "d")))


@cache
def participles() -> frozenset[str]:
    """The participles of irregular verbs, with common prefixes (`lexicons/general/irregular.csv`)."""
    rows = read_rows(lexicon_folder() / "general" / "irregular.csv", error=LexiconError)
    plain = {row["participle"] for _, row in rows}
    return frozenset(plain | {p + word for word in plain for p in ("re", "over", "under", "mis")})


@cache
def adjectival() -> dict[str, frozenset[str]]:
    """Participles that mostly describe a state, each with the words that make them so when one of
    them stands behind; no words: always (`lexicons/general/adjectival.csv`)."""
    rows = read_rows(lexicon_folder() / "general" / "adjectival.csv", error=LexiconError)
    return {row["participle"]: frozenset(row["before"].split()) for _, row in rows}


_NO_VERB = frozenset(("MD", "IN", "CC", "CD", "DT", "PRP", "NNP", "NNPS"))
_JOINS = frozenset((",", "and", "or", "but", "then"))
_MARKS = frozenset(("``", "''", '"', "“", "”", "‘", "'"))
_SKIPPED = _MARKS | {
    "not",
    "n't",
    "never",
    "all",
    "both",
    "each",
    "at",
    "least",
    "in",
    "turn",
    "first",
}
_NOUNISH = frozenset(
    ("DT", "PDT", "PRP$", "PRP", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "POS")
)
_OBJECT_STARTS = frozenset(("DT", "PRP$", "PRP", "WP", "EX"))
_OPENERS = _MARKS | {
    ",",
    ":",
    ";",
    "and",
    "but",
    "or",
    "nor",
    "so",
    "-",
    "—",
    "–",
    "(",
    "than",
    "as",
}
_INSERT = 9  # words of an insert between commas: "was, according to the ministry, repelled"


def _candidate(tokens: Tokens, aux: int, end: int) -> int | None:
    """The first word behind `aux` that may be a participle, adverbs, inserts and the subject of a
    question left out."""
    words, tags = tokens.words, tokens.tags
    place = _subject_end(tokens, aux, end)
    while place < end:
        word, tag = words[place], tags[place]
        if word in AUXILIARIES and word != "got":
            return None
        if tag[:2] != "RB" and is_participle(word, tag):
            return place
        if word == "," and (close := _insert_end(tokens, place, end)):
            place = close
        elif tag[:2] != "RB" and word not in _SKIPPED:
            return None
        place += 1
    return None


def _subject_end(tokens: Tokens, aux: int, end: int) -> int:
    """Behind the subject of a question: "Was the man told?"; else right behind `aux`."""
    words, tags = tokens.words, tokens.tags
    first = aux + 1
    if words[aux] in GET or words[aux] in ("be", "been", "being") or first >= end:
        return first
    if not (aux == 0 or words[aux - 1] in _OPENERS or tags[aux - 1] in ("WRB", "WP", ".")):
        return first
    if words[first] == "n't" and first + 1 < end:
        first += 1
    if tags[first] == "PRP":
        return first + 1
    place = first
    while place < end and tags[place] in _NOUNISH:
        place += 1
    return place if tags[first] in ("DT", "PRP$", "NNP", "NNS", "PDT") else first


def _insert_end(tokens: Tokens, comma: int, end: int) -> int | None:
    """The comma that closes a short insert behind the auxiliary, or None."""
    for place in range(comma + 1, min(comma + _INSERT, end)):
        if tokens.words[place] == ",":
            return place if place > comma + 1 else None
    return None


def _is_perfect(tokens: Tokens, aux: int, place: int, end: int) -> bool:
    """Whether "'s" before a participle is "has" or a genitive, or the verb has no passive."""
    words, tags = tokens.words, tokens.tags
    if words[place] in _UNACCUSATIVE:
        return True
    if words[aux] != "'s":
        return False
    if aux == 0 or words[aux - 1] not in _CLITIC_HOSTS or words[place] in _MOSTLY_ACTIVE:
        return True
    behind = tags[place + 1] if place + 1 < end else "."
    return behind in (*_OBJECT_STARTS, "CD", "NNS") and words[place] not in _NAMING


_CLITIC_HOSTS = frozenset(
    "it he she that this what who which there here everything nothing".split()
)
_UNACCUSATIVE = frozenset(
    "gone come become been had got gotten arrived fallen risen happened occurred died".split()
)
_MOSTLY_ACTIVE = frozenset("started begun spoken grown changed worked lived turned said".split())
_NAMING = frozenset("called named dubbed considered deemed afforded given offered".split())


def _is_adjective(tokens: Tokens, place: int, end: int) -> bool:
    """Whether a participle behind "be" describes a state and not what was done."""
    words = tokens.words
    word, behind = words[place], words[place + 1] if place + 1 < end else "."
    if behind == "by":
        return False
    if word in adjectival():
        before = adjectival()[word]
        return not before or behind in before
    if word == "used" and behind == "to" and tokens.tags[place + 2 : place + 3] != ["VB"]:
        return True  # "is used to waiting", but not "is used to make"
    if words[place - 1] in _DEGREE or (
        words[place - 1] in ("more", "so", "less") and behind == "than"
    ):
        return True
    if tokens.tags[place] == "JJ" and word.startswith("un"):
        return True
    return "-" in word and word.partition("-")[0] not in _VERB_PREFIXES


_DEGREE = frozenset(("very", "too", "extremely", "rather", "quite"))
_VERB_PREFIXES = frozenset(("re", "co", "pre", "cut", "ground", "court", "cross", "double"))
