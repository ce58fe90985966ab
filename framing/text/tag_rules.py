"""Rules that change the tag of a word by its neighbours, and how those that may fit are found.

A tagger has hundreds of rules and few fit anywhere. So each says beforehand which tags or words it
needs next to it, and a place is only tested for those whose needs are met: mostly none.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from sys import intern

EDGE = ("", "", "")
"""What a sentence is padded with on both sides, so that no test looks outside it."""

Test = Callable[[Sequence[str], Sequence[str], int], bool]  # of words, tags and a place
Tags = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """Change `from_tag` to `to_tag` where `test` holds.

    `before` and `behind` are the tags one of which must stand there (None: any); `words` those one of
    which must stand `offset` places from here (-1, 0 or 1; none: any word will do).
    """

    from_tag: str
    to_tag: str
    test: Test
    before: Tags | None = None
    behind: Tags | None = None
    offset: int = 0
    words: tuple[str, ...] = ()

    def suits(self, before: str, behind: str) -> bool:
        """Whether the rule may fit between these tags."""
        return (self.before is None or before in self.before) and (
            self.behind is None or behind in self.behind
        )


Numbered = tuple[int, str, Test]  # a rule's place in the list, its new tag and its test
ByWord = dict[str, tuple[Numbered, ...]]
Triple = tuple[str, str, str]  # the tags before, here and behind


_Candidates = tuple[tuple[Numbered, ...], ByWord, ByWord, ByWord]
"""The rules that may fit between three tags: with any words; by the word before, here, behind."""


class _Known(dict[Triple, _Candidates | None]):
    """The candidates by triple, found when it first turns up; None where there are none."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        super().__init__()
        self.rules: dict[str, list[tuple[int, Rule]]] = {}  # by the tag they change
        for numbered in enumerate(rules):
            self.rules.setdefault(numbered[1].from_tag, []).append(numbered)

    def __missing__(self, key: Triple) -> _Candidates | None:
        rules = self.rules.get(key[1], ())
        found = _candidates([pair for pair in rules if pair[1].suits(key[0], key[2])])
        self[key] = found
        return found


def _candidates(rules: Iterable[tuple[int, Rule]]) -> _Candidates | None:
    plain: list[Numbered] = []
    by_word: tuple[ByWord, ByWord, ByWord] = {}, {}, {}
    for number, rule in rules:
        numbered = number, rule.to_tag, rule.test
        if not rule.words:
            plain.append(numbered)
        for word in rule.words:
            part = by_word[rule.offset + 1]
            part[word] = (*part.get(word, ()), numbered)
    return (tuple(plain), *by_word) if plain or any(by_word) else None


class RuleTable:
    """A list of rules for one pass over a sentence, from left to right.

    `allowed` says whether a word can have a tag at all. With `again` a place that was changed is read
    anew for the rules further down the list, as Brill's are.
    """

    def __init__(
        self, rules: Iterable[Rule], *, allowed: Callable[[str, str], bool], again: bool
    ) -> None:
        self._known = _Known(rules)
        self._allowed = allowed
        self._again = again

    def apply(self, words: Sequence[str], tags: list[str]) -> None:
        """Change `tags`, the tags of `words`, both padded with `EDGE`."""
        known, allowed, rules_of = self._known, self._allowed, self._known.rules
        for i in [i for i, tag in enumerate(tags) if tag in rules_of]:
            found = known[tags[i - 1], tags[i], tags[i + 1]]
            if found is None:
                continue
            rules, before, here, behind = found
            if words[i] in here or words[i - 1] in before or words[i + 1] in behind:
                rules = _merged(found, words, i)
            for number, to_tag, test in rules:
                if test(words, tags, i) and allowed(words[i], to_tag):
                    tags[i] = to_tag
                    if self._again:
                        self._read_again(words, tags, i, number)
                    break

    def _read_again(self, words: Sequence[str], tags: list[str], i: int, done: int) -> None:
        """Apply the rules behind number `done` for the tag that a place has now."""
        found = self._known[tags[i - 1], tags[i], tags[i + 1]]
        for number, to_tag, test in _merged(found, words, i) if found else ():
            if number > done and test(words, tags, i) and self._allowed(words[i], to_tag):
                tags[i] = to_tag
                self._read_again(words, tags, i, number)
                return


def _merged(found: _Candidates, words: Sequence[str], i: int) -> tuple[Numbered, ...]:
    """The candidates between given words, in the order of the list."""
    plain, before, here, behind = found
    near = before.get(words[i - 1], ()), here.get(words[i], ()), behind.get(words[i + 1], ())
    return tuple(sorted(plain + near[0] + near[1] + near[2]))


def brill_rule(line: str) -> Rule:
    """A line of Brill's context rules: from, to, what is tested, one or two arguments."""
    from_tag, to_tag, kind, *arguments = map(intern, line.split())
    x, y = (a if a != "STAART" else "" for a in (*arguments, "", "")[:2])
    before, behind, offset, words = _NEEDS[kind](x, y) if kind in _NEEDS else (None, None, 0, ())
    return Rule(from_tag, to_tag, _TESTS[kind](x, y), before, behind, offset, words)


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

_Needs = tuple[Tags | None, Tags | None, int, tuple[str, ...]]

# Of the same two arguments: `before`, `behind`, `offset` and `words` of a rule; nothing for the rest.
_NEEDS: dict[str, Callable[[str, str], _Needs]] = {
    "PREVTAG": lambda x, y: ((x,), None, 0, ()),
    "NEXTTAG": lambda x, y: (None, (x,), 0, ()),
    "SURROUNDTAG": lambda x, y: ((x,), (y,), 0, ()),
    "PREVBIGRAM": lambda x, y: ((y,), None, 0, ()),
    "NEXTBIGRAM": lambda x, y: (None, (x,), 0, ()),
    "CURWD": lambda x, y: (None, None, 0, (x,)),
    "PREVWD": lambda x, y: (None, None, -1, (x,)),
    "NEXTWD": lambda x, y: (None, None, 1, (x,)),
    "WDPREVTAG": lambda x, y: ((x,), None, 0, (y,)),
    "WDNEXTTAG": lambda x, y: (None, (y,), 0, (x,)),
    "WDAND2AFT": lambda x, y: (None, None, 0, (x,)),
    "WDAND2TAGBFR": lambda x, y: (None, None, 0, (y,)),
    "WDAND2TAGAFT": lambda x, y: (None, None, 0, (x,)),
    "LBIGRAM": lambda x, y: (None, None, 0, (y,)),
    "RBIGRAM": lambda x, y: (None, None, 0, (x,)),
}
