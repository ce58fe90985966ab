"""What Brill's rules get wrong in today's news, each seen there: a second pass over their tags."""

from collections.abc import Sequence

from framing.text.irregular import pasts
from framing.text.tag_rules import Rule

NOUNS = ("NN", "NNS", "NNP", "NNPS")
_BE = frozenset(("is", "are", "was", "were", "be", "been", "'re", "'m"))
_AUXILIARY = frozenset("be been was were had have has do did does".split())
_PRONOMINAL = frozenset("this that each either neither another".split())
_ONLY_BEFORE_NOUNS = frozenset("the a an these those no every".split())


def _subjectless(w: Sequence[str], t: Sequence[str], i: int) -> bool:
    """A verb in -s behind a number, an article or an adjective, where only a noun can stand."""
    if w[i] in ("says", "is", "has", "does"):
        return False
    if t[i - 1] in ("VBD", "VB") and w[i - 1].lower() not in _AUXILIARY:  # "told reporters"
        return True
    if (t[i - 1] == "CD" and not w[i - 1].endswith("%")) or w[i - 1].lower() in _ONLY_BEFORE_NOUNS:
        return True
    before = t[i - 1] in ("DT", "JJ", "PRP$", "POS") and w[i - 1].lower() not in _PRONOMINAL
    return before and t[i + 1] not in ("DT", "PRP", "IN", "TO")


def _month(w: Sequence[str], t: Sequence[str], i: int) -> bool:
    return t[i + 1] == "CD" or t[i - 1] == "IN"


def _adverb(w: Sequence[str], t: Sequence[str], i: int) -> bool:
    return w[i].endswith("ly")


def _only_noun(w: Sequence[str], t: Sequence[str], i: int) -> bool:
    """A base form behind "the" and an adjective: "the only chance"."""
    return w[i - 2].lower() in ("the", "a", "an") and (t[i - 1] == "JJ" or w[i - 1] == "only")


def _progressive(w: Sequence[str], t: Sequence[str], i: int) -> bool:
    """As in "is promising to": what ends in -ing between "be" and "to" is a verb if it can be one."""
    return w[i].endswith("ing") and w[i - 1].lower() in _BE


def _denied(w: Sequence[str], t: Sequence[str], i: int) -> bool:
    """The verb of "do not VERB"."""
    return w[i - 2].lower() in ("do", "does", "did")


def _closing_verb(w: Sequence[str], t: Sequence[str], i: int) -> bool:
    """``..., Jane Smith notes.``: the last word behind a name that follows a comma or a mark."""
    k = i - 1
    while t[k] == "NNP":
        k -= 1
    return t[k] == ","


def _past_like_a_noun(w: Sequence[str], t: Sequence[str], i: int) -> bool:
    """As in "the army shot the" and "shot down a": a past form that is a noun elsewhere."""
    particle = t[i + 1] == "RP" or w[i + 1] in ("back", "down", "off", "out", "up")
    behind = t[i + 2] if particle else t[i + 1]
    return w[i] in pasts() and behind in ("DT", "PRP$", "CD")


def _reports(w: Sequence[str], t: Sequence[str], i: int) -> bool:
    """``The ministry of defence reports that``, ``accuses it of theft and demands that``: a verb in -s
    between the first subject, or a second verb's "and", and "that"."""
    if w[i] not in _SAID or t[i + 2][:2] in ("VB", "MD"):  # "the states that held"
        return False
    if t[i - 1] == "CC":
        return "VBZ" in t[:i]
    before = (tag in _NO_SUBJECT or tag[:1] == "V" for tag in t[3:i])
    others = (tag == "IN" and word != "of" for word, tag in zip(w[3:i], t[3:i], strict=True))
    return i > 4 and not any(before) and not any(others)


def _participle(w: Sequence[str], t: Sequence[str], i: int) -> bool:
    return w[i].endswith("ing")


_SAID = frozenset(
    "claims demands estimates fears hopes notes orders promises reports requests rules states "
    "warns".split()
)
_NO_SUBJECT = frozenset(("TO", "MD", "CC", ",", ":", "``", "''"))
_SPOKEN_OF = frozenset(
    "approving complaining consisting despairing disposing dreaming hearing learning speaking "
    "talking thinking warning".split()
)


def _verbal_noun(w: Sequence[str], t: Sequence[str], i: int) -> bool:
    """As in "enemy shelling of the port"; not in "a man speaking of the port"."""
    return w[i] not in _SPOKEN_OF


def _always(w: Sequence[str], t: Sequence[str], i: int) -> bool:
    """The tags on both sides tell enough."""
    return True


_NOT = ("not", "n't", "Not", "NOT", "N'T")
_ADVERB_GOES_WITH = ("VB", "VBD", "VBN", "VBG", "VBP", "VBZ", "JJ", "NN", "RB", ",", ".", "")
_BEFORE_SUBJECT_END = ("NN", "NNS", "NNP", "JJ", "DT", "POS", "PRP$")

_BEGAN_OR_ENDED = (
    "began", "ceased", "continued", "continues", "eased", "ended", "erupted", "followed", "intensified",
    "persisted", "raged", "resumed", "resumes", "started", "stopped", "subsided",
)  # fmt: skip
_ONLY_VERBS = (
    "accuses",
    "hails",
    "insists",
    "rejects",
    "slams",
    "stresses",
    "urges",
    "vows",
    "warns",
)
_OWNS = ("NN", "NNP", "JJ", "POS", "PRP$")

# Of two that fit the first is taken.
REPAIRS = (
    *(Rule(tag, "NNP", _month, words=("May",)) for tag in ("VB", "VBP", "MD")),
    *(Rule(tag, "RB", _adverb, behind=_ADVERB_GOES_WITH) for tag in ("VB", "VBP")),
    *(
        Rule(tag, "NN", _always, before=_BEFORE_SUBJECT_END, behind=("VBZ", "VBD", "MD"))
        for tag in ("VB", "VBP")
    ),
    *(Rule(tag, "NN", _only_noun) for tag in ("VB", "VBP")),
    Rule("VBZ", "NNS", _subjectless),
    Rule("NN", "VB", _always, before=("TO",), behind=("DT", "PRP$", "PRP", "RP", "WP")),
    Rule("NN", "VB", _denied, offset=-1, words=_NOT),
    Rule("NN", "VBD", _past_like_a_noun, before=NOUNS, behind=("RP", "RB", "DT", "PRP$", "CD")),
    Rule("JJ", "VB", _always, before=("TO",), behind=("DT", "PRP$", "PRP")),
    Rule("JJ", "VBG", _progressive, behind=("TO",)),
    Rule("VBG", "NN", _verbal_noun, before=_OWNS, offset=1, words=("of",)),
    Rule("VBN", "VBD", _always, before=(*NOUNS, "PRP"), behind=("PRP", "DT", "PRP$", "WP", "EX")),
    Rule("NNS", "VBZ", _reports, before=(*NOUNS, "CC"), offset=1, words=("that",)),
    Rule("NN", "VBG", _participle, before=(",",), offset=1, words=("that",)),
    Rule("VBG", "NN", _always, before=("", ",", ":"), offset=1, words=_BEGAN_OR_ENDED),
    Rule("JJ", "RB", _always, before=("",), behind=(",",)),  # "Overnight, ..."
    Rule("NNS", "VBZ", _always, before=("NN",), behind=(".", "", ",", ":"), words=("reads",)),
    Rule("NNS", "VBZ", _always, before=("NNP",), words=_ONLY_VERBS),
    Rule("NNS", "VBZ", _closing_verb, before=("NNP",), behind=(".", "", ":")),
)
