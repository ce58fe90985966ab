"""The inflected forms of a headword: plurals, third person, past, participles.

A lexicon row holds the dictionary form; the matcher needs every form that may stand in a text. The
regular rules are those of any grammar; irregular verbs are data (`lexicons/general/irregular.csv`).
"""

from functools import cache

from framing.data import lexicon_folder, read_rows
from framing.errors import LexiconError

_VOWELS = "aeiou"
_IRREGULAR_ENDINGS = (
    ("woman", "women"), ("man", "men"), ("child", "children"), ("person", "people"),
    ("sis", "ses"), ("thief", "thieves"), ("leaf", "leaves"), ("life", "lives"),
    ("wife", "wives"), ("knife", "knives"), ("half", "halves"), ("wolf", "wolves"),
    ("shelf", "shelves"), ("goose", "geese"),
)  # fmt: skip


def forms_of(term: str, form: str) -> tuple[str, ...]:
    """All forms of `term`, itself first. ``noun`` inflects the last word, ``verb`` the first;
    ``fixed`` and ``name`` are left as they are (a possessive needs no form: see `matching`)."""
    head, _, rest = term.partition(" ")
    if form == "verb":
        tail = f" {rest}" if rest else ""
        return tuple(dict.fromkeys(verb + tail for verb in verb_forms(head)))
    if form == "noun":
        before, _, last = term.rpartition(" ")
        lead = f"{before} " if before else ""
        return (term, lead + plural(last))
    return (term,)


def plural(noun: str) -> str:
    """The plural of a noun: ``crisis`` → ``crises``, ``ally`` → ``allies``."""
    for ending, many in _IRREGULAR_ENDINGS:
        if noun.endswith(ending):
            return noun[: -len(ending)] + many
    if noun.endswith(("s", "x", "z", "ch", "sh", "hero", "echo", "veto", "tomato", "potato")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + "s"


def verb_forms(verb: str) -> tuple[str, ...]:
    """Base, third person, past, past participle and -ing form of a verb."""
    past, participle = _irregular().get(verb) or (_past(verb), _past(verb))
    return tuple(dict.fromkeys((verb, _third_person(verb), past, participle, _ing(verb))))


def _third_person(verb: str) -> str:
    return {"be": "is", "have": "has"}.get(verb) or ("goes" if verb == "go" else plural(verb))


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied"
    return _doubled(verb) + "ed"


def _ing(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and len(verb) > 2:
        return verb[:-1] + "ing"
    return _doubled(verb) + "ing"


def _doubled(verb: str) -> str:
    """The stem with its last consonant doubled where English doubles it: ``slam`` → ``slamm``."""
    if verb.endswith("ic"):
        return verb + "k"
    ends_short = (
        len(verb) > 2
        and verb[-1] not in _VOWELS + "wxy"
        and verb[-2] in _VOWELS
        and verb[-3] not in _VOWELS
    )
    syllables = sum(
        a in _VOWELS and b not in _VOWELS for a, b in zip(verb, verb[1:] + ".", strict=False)
    )
    return verb + verb[-1] if ends_short and (syllables == 1 or verb in _STRESSED_LAST) else verb


_STRESSED_LAST = frozenset(
    "admit allot commit concur confer control deter expel incur infer omit permit prefer rebut "
    "refer regret repel submit transfer compel defer propel".split()
)


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    rows = read_rows(lexicon_folder() / "general" / "irregular.csv", error=LexiconError)
    return {row["verb"]: (row["past"], row["participle"]) for _, row in rows}
