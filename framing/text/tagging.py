"""Parts of speech (Penn Treebank tags), offline and fast.

The lexicon and the context rules are those of Brill's tagger (Brill 1992), as shipped inside
textblob; this file is the only one that knows where they lie. The rules are applied here and not by
textblob, which leaves them out by default and is twenty times slower with them.
"""

import importlib.util
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from sys import intern

from framing.text.irregular import irregular_verbs, pasts, pasts_only
from framing.text.tag_repairs import NOUNS, REPAIRS
from framing.text.tag_rules import EDGE, RuleTable, brill_rule

_WORDS_KEPT = 1 << 16  # words whose facts are kept in memory: those of a million words of news

_SUFFIX_TAGS = (
    ("ness", "NN"), ("ment", "NN"), ("tion", "NN"), ("sion", "NN"), ("ity", "NN"), ("ism", "NN"),
    ("ist", "NN"), ("ing", "VBG"), ("ed", "VBN"), ("ly", "RB"), ("ous", "JJ"), ("ful", "JJ"),
    ("ble", "JJ"), ("ive", "JJ"), ("ic", "JJ"), ("al", "JJ"), ("less", "JJ"), ("ish", "JJ"),
    ("est", "JJS"), ("ss", "NN"), ("us", "NN"), ("s", "NNS"),
)  # fmt: skip


def tag(words: Sequence[str]) -> list[str]:
    """Tag the words of one sentence, in order.

    Apostrophes must be straight (the lexicon knows ``n't``, not ``n’t``). Unknown capitalised words
    are names (NNP), unknown words with a digit numbers (CD); the rest goes by its ending.
    """
    lexicon = _lexicon()
    padded = [*EDGE, *words, *EDGE]
    tags = [*EDGE, *[lexicon.get(word) or _guess(word) for word in words], *EDGE]
    if "POS" in tags:
        for i in range(4, len(words) + 3):
            if tags[i] == "POS" and padded[i - 1].lower() in _SHORTENED:
                tags[i] = "VBZ"
    if words and words[0][:1].isupper() and tags[3] not in ("NNP", "NNPS"):
        tags[3] = lexicon.get(words[0].lower(), tags[3])
    for table in _tables():
        table.apply(padded, tags)
    if _FINITE.isdisjoint(tags):
        _find_headline_verb(padded, tags)
    return tags[3:-3]


def _find_headline_verb(words: Sequence[str], tags: list[str]) -> None:
    """In a sentence without a finite verb, a word in -s between a noun and another phrase is its verb
    if it can be one: "Northern army shells Southern port"."""
    for i in range(4, len(words) - 4):
        if tags[i] == "NNS" and tags[i + 1] in _OPENS_PHRASE and words[i].islower():
            named = tags[i - 1] in NOUNS or _lexicon().get(words[i - 1].lower()) == "NN"
            if named and _may_be(words[i], "VBZ"):
                tags[i] = "VBZ"
                tags[i - 1] = tags[i - 1] if tags[i - 1] in NOUNS else "NN"
                return


def usual_tag(word: str) -> str | None:
    """The tag a word has most often; None for a word that the lexicon does not know."""
    return _lexicon().get(word)


@lru_cache(_WORDS_KEPT)
def _may_be(word: str, tag: str) -> bool:
    """Whether a word can have a tag at all. Brill's rules change a word only to a tag it had in his
    training text; the lexicon keeps one tag a word, so its form has to tell."""
    low = word.lower()
    usual = _lexicon().get(low, "")
    if tag in _FORMS:
        return _FORMS[tag](low, usual)
    return tag not in ("NNP", "NNPS") or word[:1].isupper()


def _stems_of_s(word: str) -> set[str]:
    """What a word may be without its ending: "pass", "passe" of "passes"; "carry" of "carries"."""
    if not word.endswith("s"):
        return set()
    return {word[:-1], word.removesuffix("es"), word.removesuffix("ies") + "y"}


# Behind these "'s" is a verb: nobody owns anything.
_SHORTENED = frozenset("he she it there that this what who where here how when why".split())


@cache
def _verb_stems() -> frozenset[str]:
    """Words that can be a verb in its base form: those of which the lexicon has a verb form."""
    stems = {row["verb"] for row in irregular_verbs()}
    for word, tag in _lexicon().items():
        if tag in ("VB", "VBP"):
            stems.add(word)
        elif tag in ("VBD", "VBN", "VBG"):
            stem = word.removesuffix("ing").removesuffix("ed")
            stems |= {stem, stem + "e"}
            if stem[-2:-1] == stem[-1:]:
                stems.add(stem[:-1])
            if stem.endswith("i"):
                stems.add(stem[:-1] + "y")
    return frozenset(stems)


_RELATIVES = frozenset("that which what whatever whichever".split())
_NEAR_ADVERB = frozenset(("RB", "RBR", "JJ", "JJR", "IN", "RP", "DT", "EX", "CC", "WRB", "UH"))

# By tag: whether a word, lower-cased, whose usual tag is given, can have it.
_FORMS: dict[str, Callable[[str, str], bool]] = {
    "VB": lambda low, usual: low in _verb_stems(),
    "VBP": lambda low, usual: low in _verb_stems(),
    "VBZ": lambda low, usual: usual == "VBZ" or bool(_stems_of_s(low) & _verb_stems()),
    "VBG": lambda low, usual: low.endswith(("ing", "in'")),
    "VBD": lambda low, usual: low.endswith("ed") or usual[:2] == "VB" or low in pasts(),
    "VBN": lambda low, usual: (low.endswith("ed") or usual[:2] == "VB") and low not in pasts_only(),
    "NNS": lambda low, usual: low.endswith("s") or usual == "NNS",
    "JJ": lambda low, usual: not (low.endswith("ly") and usual == "RB"),
    "RB": lambda low, usual: (
        (low.endswith("ly") and low not in _verb_stems()) or usual in _NEAR_ADVERB
    ),
    "WDT": lambda low, usual: low in _RELATIVES,
    "IN": lambda low, usual: low not in ("a", "an", "the"),
}


@lru_cache(_WORDS_KEPT)
def _guess(word: str) -> str:
    """The tag of a word that the lexicon does not know."""
    if word[:1].isupper():
        return "NNP"
    if any(c.isdigit() for c in word):
        return "CD" if not word[-1:].isalpha() else "JJ"
    if "-" in word:
        last = _lexicon().get(word.rsplit("-", 1)[1], "NN")
        return "JJ" if last in ("JJ", "VBN", "VBD", "VBG") else last
    if not word[:1].isalpha():
        return ":" if len(word) > 1 or word in "–—;…" else "SYM"
    return next((t for suffix, t in _SUFFIX_TAGS if word.endswith(suffix)), "NN")


def _data(name: str) -> list[str]:
    # find_spec, not import: importing textblob loads all of nltk, two seconds for a text file
    spec = importlib.util.find_spec("textblob")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("textblob is missing: install framing with its dependencies")
    lines = (Path(spec.origin).parent / "en" / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith(";;;")]


@cache
def _lexicon() -> dict[str, str]:
    pairs = (line.split() for line in _data("en-lexicon.txt"))
    # interned: two tags are compared by identity, and there is one "NN", not thirty thousand
    return {pair[0]: intern(pair[1]) for pair in pairs if len(pair) >= 2} | _OWN_TAGS


# Words of today's news that the lexicon lacks or tags by an older or rarer use, marks included.
_OWN_TAGS = {
    "—": ":", "–": ":", "-": ":", "--": ":", "…": ":", "•": ":", "|": ":",
    "Kyiv": "NNP", "tweeted": "VBD", "that": "IN", "says": "VBZ", "'s": "POS", "US": "NNP",
    "military": "NN", "enemy": "NN",
    # adjectives of peoples that the lexicon knows as names; those of their neighbours it has as these
    **dict.fromkeys(("American", "Arab", "Belarusian", "Crimean", "Indian", "Muslim", "Russian",
                     "Saudi"), "JJ"),
}  # fmt: skip


@cache
def _tables() -> tuple[RuleTable, ...]:
    """The context rules, then what mends them."""
    rules = [brill_rule(line) for line in _data("en-context.txt")]
    # left out: five rules for unknown tags that are bound to a word; the lexicon has these words
    known = [rule for rule in rules if rule.from_tag != "*"]
    return (
        RuleTable(known, allowed=_may_be, again=True),
        RuleTable(REPAIRS, allowed=_may_be, again=False),
    )


_FINITE = frozenset(("VBZ", "VBD", "VBP", "MD"))
_OPENS_PHRASE = frozenset(("NN", "NNS", "NNP", "NNPS", "CD", "DT", "JJ", "PRP$"))
