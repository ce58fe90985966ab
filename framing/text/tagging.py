"""Parts of speech (Penn Treebank tags), offline and fast.

The lexicon and the context rules are those of Brill's tagger (Brill 1992), as shipped inside
textblob; this file is the only one that knows where they lie. The rules are applied here and not by
textblob, which leaves them out by default and is twenty times slower with them.
"""

import importlib.util
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from framing.data import lexicon_folder, read_rows
from framing.errors import LexiconError

Test = Callable[[Sequence[str], Sequence[str], int], bool]
Rule = tuple[int, str, Test]

_EDGE = ["", "", ""]  # three places on each side, so that no test looks outside a sentence

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
    lexicon, rules = _lexicon(), _rules()
    padded = [*_EDGE, *words, *_EDGE]
    tags = [*_EDGE, *(lexicon.get(w) or _guess(w, lexicon) for w in words), *_EDGE]
    for i in range(4, len(words) + 3):
        if tags[i] == "POS" and padded[i - 1].lower() in _SHORTENED:
            tags[i] = "VBZ"
    if words and words[0][:1].isupper() and tags[3] not in ("NNP", "NNPS"):
        tags[3] = lexicon.get(words[0].lower(), tags[3])
    for i in range(3, len(words) + 3):
        done: int | None = -1
        while done is not None and (table := rules.get(tags[i])):
            done = _first_change(padded, tags, i, table.fitting(padded, tags, i), done)
    for i in range(3, len(words) + 3):
        if tags[i] in _REPAIRS:
            _first_change(padded, tags, i, _REPAIRS[tags[i]], -1)
    if _FINITE.isdisjoint(tags):
        _find_headline_verb(padded, tags)
    return tags[3:-3]


def _find_headline_verb(words: Sequence[str], tags: list[str]) -> None:
    """In a sentence without a finite verb, a word in -s between a noun and another phrase is its verb
    if it can be one: "Northern army shells Southern port"."""
    for i in range(4, len(words) - 4):
        if tags[i] == "NNS" and tags[i + 1] in _OPENS_PHRASE and words[i].islower():
            named = tags[i - 1] in _NOUNS or _lexicon().get(words[i - 1].lower()) == "NN"
            if named and _may_be(words[i], "VBZ"):
                tags[i] = "VBZ"
                tags[i - 1] = tags[i - 1] if tags[i - 1] in _NOUNS else "NN"
                return


def usual_tag(word: str) -> str | None:
    """The tag a word has most often; None for a word that the lexicon does not know."""
    return _lexicon().get(word)


def _first_change(
    words: Sequence[str], tags: list[str], i: int, rules: Iterable[Rule], done: int
) -> int | None:
    """Apply the first rule behind number `done` that fits at `i`; return its number, or None."""
    for number, to_tag, test in rules:
        if number > done and test(words, tags, i) and _may_be(words[i], to_tag):
            tags[i] = to_tag
            return number
    return None


@dataclass(slots=True)
class _Table:
    """The rules that change one tag, by what each asks first: of the tag before, of the tag behind,
    of the word itself, or of something else. Most rules are never looked at."""

    before: dict[str, tuple[Rule, ...]] = field(default_factory=dict)
    behind: dict[str, tuple[Rule, ...]] = field(default_factory=dict)
    word: dict[str, tuple[Rule, ...]] = field(default_factory=dict)
    others: tuple[Rule, ...] = ()
    found: dict[tuple[str, str, str], Sequence[Rule]] = field(default_factory=dict)

    def add(self, kind: str, arguments: tuple[str, str], rule: Rule) -> None:
        part = {"prev": self.before, "next": self.behind, "word": self.word}.get(
            _ASKS.get(kind, "")
        )
        if part is None:
            self.others += (rule,)
        else:
            key = arguments[_KEY_PLACE.get(kind, 0)]
            part[key] = (*part.get(key, ()), rule)

    def fitting(self, words: Sequence[str], tags: Sequence[str], i: int) -> Sequence[Rule]:
        """The rules that may fit at `i`, in their order."""
        word = words[i] if words[i] in self.word else ""
        key = tags[i - 1], tags[i + 1], word
        rules = self.found.get(key)
        if rules is None:  # a few hundred keys in all: tags before and behind, words with rules
            rules = self.found[key] = sorted(
                self.others
                + self.before.get(key[0], ())
                + self.behind.get(key[1], ())
                + self.word.get(word, ())
            )
        return rules


_ASKS = {
    **dict.fromkeys(("PREVTAG", "SURROUNDTAG", "PREVBIGRAM", "WDPREVTAG"), "prev"),
    **dict.fromkeys(("NEXTTAG", "NEXTBIGRAM"), "next"),
    **dict.fromkeys(("CURWD", "WDNEXTTAG", "RBIGRAM", "LBIGRAM", "WDAND2AFT", "WDAND2TAGAFT",
                     "WDAND2TAGBFR"), "word"),
}  # fmt: skip
_KEY_PLACE = {"PREVBIGRAM": 1, "LBIGRAM": 1, "WDAND2TAGBFR": 1}


@cache
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
def _pasts_only() -> frozenset[str]:
    """Past forms that are no participle ("went", "took"), and the past of "be"."""
    rows = _irregular()
    participles = {row["participle"] for row in rows}
    return frozenset({row["past"] for row in rows} - participles | {"was", "were"})


@cache
def _pasts() -> frozenset[str]:
    return frozenset(row["past"] for row in _irregular())


@cache
def _irregular() -> list[dict[str, str]]:
    path = lexicon_folder() / "general" / "irregular.csv"
    return [row for _, row in read_rows(path, error=LexiconError)]


@cache
def _verb_stems() -> frozenset[str]:
    """Words that can be a verb in its base form: those of which the lexicon has a verb form."""
    stems = {row["verb"] for row in _irregular()}
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
    "VBD": lambda low, usual: low.endswith("ed") or usual[:2] == "VB" or low in _pasts(),
    "VBN": lambda low, usual: (
        (low.endswith("ed") or usual[:2] == "VB") and low not in _pasts_only()
    ),
    "NNS": lambda low, usual: low.endswith("s") or usual == "NNS",
    "JJ": lambda low, usual: not (low.endswith("ly") and usual == "RB"),
    "RB": lambda low, usual: (
        (low.endswith("ly") and low not in _verb_stems()) or usual in _NEAR_ADVERB
    ),
    "WDT": lambda low, usual: low in _RELATIVES,
    "IN": lambda low, usual: low not in ("a", "an", "the"),
}


def _guess(word: str, lexicon: dict[str, str]) -> str:
    if word[:1].isupper():
        return "NNP"
    if any(c.isdigit() for c in word):
        return "CD" if not word[-1:].isalpha() else "JJ"
    if "-" in word:
        last = lexicon.get(word.rsplit("-", 1)[1], "NN")
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
    return {pair[0]: pair[1] for pair in pairs if len(pair) >= 2} | _OWN_TAGS


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
def _rules() -> dict[str, _Table]:
    """The context rules, by the tag they change."""
    rules: dict[str, _Table] = {}
    for number, line in enumerate(_data("en-context.txt")):
        from_tag, to_tag, kind, *arguments = line.split()
        x, y = (a if a != "STAART" else "" for a in (*arguments, "", "")[:2])
        if from_tag != "*":  # five word-bound rules for unknown tags; the lexicon has the words
            rule = number, to_tag, _TESTS[kind](x, y)
            rules.setdefault(from_tag, _Table()).add(kind, (x, y), rule)
    return rules


# Each maker takes the rule's two arguments and returns a test of (words, tags, place).
_TESTS: dict[str, Callable[[str, str], Test]] = {
    "PREVTAG": lambda x, y: lambda w, t, i: t[i - 1] == x,
    "NEXTTAG": lambda x, y: lambda w, t, i: t[i + 1] == x,
    "PREV2TAG": lambda x, y: lambda w, t, i: t[i - 2] == x,
    "NEXT2TAG": lambda x, y: lambda w, t, i: t[i + 2] == x,
    "PREV1OR2TAG": lambda x, y: lambda w, t, i: t[i - 1] == x or t[i - 2] == x,
    "NEXT1OR2TAG": lambda x, y: lambda w, t, i: t[i + 1] == x or t[i + 2] == x,
    "PREV1OR2OR3TAG": lambda x, y: lambda w, t, i: x in (t[i - 1], t[i - 2], t[i - 3]),
    "NEXT1OR2OR3TAG": lambda x, y: lambda w, t, i: x in (t[i + 1], t[i + 2], t[i + 3]),
    "SURROUNDTAG": lambda x, y: lambda w, t, i: t[i - 1] == x and t[i + 1] == y,
    "CURWD": lambda x, y: lambda w, t, i: w[i] == x,
    "PREVWD": lambda x, y: lambda w, t, i: w[i - 1] == x,
    "NEXTWD": lambda x, y: lambda w, t, i: w[i + 1] == x,
    "PREV1OR2WD": lambda x, y: lambda w, t, i: w[i - 1] == x or w[i - 2] == x,
    "NEXT1OR2WD": lambda x, y: lambda w, t, i: w[i + 1] == x or w[i + 2] == x,
    "WDPREVTAG": lambda x, y: lambda w, t, i: t[i - 1] == x and w[i] == y,
    "WDNEXTTAG": lambda x, y: lambda w, t, i: w[i] == x and t[i + 1] == y,
    "WDAND2AFT": lambda x, y: lambda w, t, i: w[i] == x and w[i + 2] == y,
    "WDAND2TAGBFR": lambda x, y: lambda w, t, i: t[i - 2] == x and w[i] == y,
    "WDAND2TAGAFT": lambda x, y: lambda w, t, i: w[i] == x and t[i + 2] == y,
    "LBIGRAM": lambda x, y: lambda w, t, i: w[i - 1] == x and w[i] == y,
    "RBIGRAM": lambda x, y: lambda w, t, i: w[i] == x and w[i + 1] == y,
    "PREVBIGRAM": lambda x, y: lambda w, t, i: t[i - 2] == x and t[i - 1] == y,
    "NEXTBIGRAM": lambda x, y: lambda w, t, i: t[i + 1] == x and t[i + 2] == y,
}

_FINITE = frozenset(("VBZ", "VBD", "VBP", "MD"))
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_OPENS_PHRASE = frozenset(("NN", "NNS", "NNP", "NNPS", "CD", "DT", "JJ", "PRP$"))
_BE = frozenset(("is", "are", "was", "were", "be", "been", "'re", "'m"))
_AUXILIARY = frozenset("be been was were had have has do did does".split())
_PRONOMINAL = frozenset("this that each either neither another".split())


def _subjectless(w: Sequence[str], t: Sequence[str], i: int) -> bool:
    """A verb in -s behind a number, an article or an adjective, where only a noun can stand."""
    if w[i] in ("says", "is", "has", "does"):
        return False
    if t[i - 1] in ("VBD", "VB") and w[i - 1].lower() not in _AUXILIARY:  # "told reporters"
        return True
    if (t[i - 1] == "CD" and not w[i - 1].endswith("%")) or w[i - 1].lower() in (
        "the",
        "a",
        "an",
        "these",
        "those",
        "no",
        "every",
    ):
        return True
    before = t[i - 1] in ("DT", "JJ", "PRP$", "POS") and w[i - 1].lower() not in _PRONOMINAL
    return before and t[i + 1] not in ("DT", "PRP", "IN", "TO")


def _month(w: Sequence[str], t: Sequence[str], i: int) -> bool:
    return w[i] == "May" and (t[i + 1] == "CD" or t[i - 1] == "IN")


def _adverb(w: Sequence[str], t: Sequence[str], i: int) -> bool:
    return w[i].endswith("ly") and t[i + 1] in (
        "VB", "VBD", "VBN", "VBG", "VBP", "VBZ", "JJ", "NN", "RB", ",", ".", "",
    )  # fmt: skip


def _only_noun(w: Sequence[str], t: Sequence[str], i: int) -> bool:
    """A base form behind "the" and an adjective: "the only chance"."""
    return w[i - 2].lower() in ("the", "a", "an") and (t[i - 1] == "JJ" or w[i - 1] == "only")


def _progressive(w: Sequence[str], t: Sequence[str], i: int) -> bool:
    """As in "is promising to": what ends in -ing between "be" and "to" is a verb if it can be one."""
    return w[i].endswith("ing") and t[i + 1] == "TO" and w[i - 1].lower() in _BE


def _before_verb(w: Sequence[str], t: Sequence[str], i: int) -> bool:
    return t[i + 1] in ("VBZ", "VBD", "MD") and t[i - 1] in (
        "NN", "NNS", "NNP", "JJ", "DT", "POS", "PRP$",
    )  # fmt: skip


def _infinitive(w: Sequence[str], t: Sequence[str], i: int) -> bool:
    if t[i - 1] == "TO":
        return t[i + 1] in ("DT", "PRP$", "PRP", "RP", "WP")
    negated = w[i - 1].lower() in ("not", "n't") and w[i - 2].lower() in ("do", "does", "did")
    return negated and _may_be(w[i], "VB")


def _infinitive_of_adjective(w: Sequence[str], t: Sequence[str], i: int) -> bool:
    return t[i - 1] == "TO" and t[i + 1] in ("DT", "PRP$", "PRP")


def _closing_verb(w: Sequence[str], t: Sequence[str], i: int) -> bool:
    """``..., Jane Smith notes.``: the last word behind a name that follows a comma or a mark."""
    if t[i - 1] != "NNP" or t[i + 1] not in (".", "", ":"):
        return False
    k = i - 1
    while t[k] == "NNP":
        k -= 1
    return t[k] == "," and _may_be(w[i], "VBZ")


def _past(w: Sequence[str], t: Sequence[str], i: int) -> bool:
    return t[i - 1] in ("NN", "NNS", "NNP", "NNPS", "PRP") and t[i + 1] in (
        "PRP", "DT", "PRP$", "WP", "EX",
    )  # fmt: skip


def _past_like_a_noun(w: Sequence[str], t: Sequence[str], i: int) -> bool:
    """As in "the army shot the" and "shot down a": a past form that is a noun elsewhere."""
    behind = t[i + 2] if t[i + 1] == "RP" else t[i + 1]
    return w[i] in _pasts() and t[i - 1] in _NOUNS and behind in ("DT", "PRP$", "CD")


_SPOKEN_OF = frozenset(
    "approving complaining consisting despairing disposing dreaming hearing learning speaking "
    "talking thinking warning".split()
)


def _verbal_noun(w: Sequence[str], t: Sequence[str], i: int) -> bool:
    """As in "enemy shelling of the port"; not in "a man speaking of the port"."""
    own = t[i - 1] in ("NN", "NNP", "JJ", "POS", "PRP$") and w[i] not in _SPOKEN_OF
    return own and w[i + 1] == "of"


# A second pass, over what the context rules leave: each was seen to be wrong in today's news.
_REPAIRS: dict[str, list[Rule]] = {
    "VB": [(0, "NNP", _month), (1, "RB", _adverb), (2, "NN", _before_verb), (3, "NN", _only_noun)],
    "VBP": [(0, "NNP", _month), (1, "RB", _adverb), (2, "NN", _before_verb), (3, "NN", _only_noun)],
    "MD": [(0, "NNP", _month)],
    "VBZ": [(0, "NNS", _subjectless)],
    "NN": [(0, "VB", _infinitive), (1, "VBD", _past_like_a_noun)],
    "JJ": [(0, "VB", _infinitive_of_adjective), (1, "VBG", _progressive)],
    "VBG": [(0, "NN", _verbal_noun)],
    "VBN": [(0, "VBD", _past)],
    "NNS": [(0, "VBZ", _closing_verb)],
}
