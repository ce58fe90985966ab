"""Listed persons for whom only their surname stands: "Tariq Abbas" is not Mahmoud Abbas."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from framing.annotation.actors import ActorHit
from framing.annotation.lexicon.records import Actor, Pack
from framing.annotation.names import is_title_case
from framing.annotation.nationalities import sides_of_states
from framing.annotation.people import HONORIFICS
from framing.annotation.quotation.complements import TIMES
from framing.annotation.speaker_nouns import speaker_nouns
from framing.text.folding import fold
from framing.text.tokens import Tokens

# Letters that stand for one another in spellings of one name: Yevgeny and Evgeny, Khalil and Halil.
_ALIKE = ("aeiouyj", "ckqhgx", "szt", "vwbf")
# Endings of words that describe somebody and begin a sentence with a capital: "Embattled Netanyahu".
_DESCRIBES = ("ed", "ing", "er", "or", "ian", "ese", "ish", "al", "ous", "ive", "ary", "ant", "ent",
              "man", "aire", "ist")  # fmt: skip


def without_namesakes(
    tokens: Tokens, hits: Sequence[ActorHit], packs: tuple[Pack, ...]
) -> list[ActorHit]:
    """`hits` without those where a surname of a list stands behind another first name ("Tariq Abbas"),
    and without that surname alone in an article that names the listed person nowhere in full."""
    kinds, _ = speaker_nouns(packs)
    first_names = _FirstNames(tokens, kinds, sides_of_states(packs))
    short = {hit.start: hit for hit in hits if _is_surname(tokens, hit)}
    others = {start for start, hit in short.items() if first_names.differ(hit)}
    if not others:
        return list(hits)
    full = {hit.actor.name for hit in hits if hit.start not in short}
    gone = {short[start].actor.name for start in others} - full
    others |= {
        start
        for start, hit in short.items()
        if hit.actor.name in gone and not first_names.has_title(hit)
    }
    return [hit for hit in hits if hit.start not in others]


def _is_surname(tokens: Tokens, hit: ActorHit) -> bool:
    """Whether a person's name is one word."""
    one_word = " " not in tokens.text[hit.start : hit.end]
    return hit.actor.kind == "person" and hit.form == "name" and one_word


class _FirstNames:
    """What stands before the surnames of one article."""

    def __init__(self, tokens: Tokens, kinds: Mapping[str, str], states: Mapping[str, str]) -> None:
        self._tokens, self._kinds, self._states = tokens, kinds, states

    def has_title(self, hit: ActorHit) -> bool:
        """Whether an office stands before the surname: "President Abbas"."""
        i = self._before(hit)
        return i is not None and self._is_title(self._tokens.words[i])

    def differ(self, hit: ActorHit) -> bool:
        """Whether a first name that cannot be the actor's stands before the surname."""
        i = self._before(hit)
        if i is None or not self._is_name(i):
            return False
        surname = self._tokens.text[hit.start : hit.end]
        return not _may_be_of(self._tokens.words[i], hit.actor, surname)

    def _before(self, hit: ActorHit) -> int | None:
        """The token before, if only a space parts them."""
        i = bisect_left(self._tokens.starts, hit.start) - 1
        return i if i >= 0 and self._tokens.ends[i] + 1 == hit.start else None

    def _is_name(self, i: int) -> bool:
        tokens = self._tokens
        word, form = tokens.words[i], tokens.text[tokens.starts[i] : tokens.ends[i]]
        if tokens.tags[i] != "NNP" or not (form[:1].isupper() and form[1:].isalpha()):
            return False
        if form.isupper() or word in self._kinds or word in self._states or word in TIMES:
            return False
        if word in HONORIFICS or self._is_title(word):
            return False
        number = bisect_right(tokens.bounds, i) - 1
        first = tokens.bounds[number] == i
        return not is_title_case(tokens, number) and not (first and word.endswith(_DESCRIBES))

    def _is_title(self, word: str) -> bool:
        return any(self._kinds.get(part) == "person-role" for part in word.rstrip(".").split("-"))


def _may_be_of(word: str, actor: Actor, surname: str) -> bool:
    """Whether a first name may be a spelling of the actor's: their first letters sound alike."""
    names = (fold(name).split() for name in actor.names)
    firsts = {name[0][0] for name in names if len(name) > 1 and name[-1] == fold(surname).strip()}
    mine = fold(word).strip()[:1]
    return not firsts or any(mine == one or _sounds_like(mine, one) for one in firsts)


def _sounds_like(one: str, other: str) -> bool:
    return any(one in letters and other in letters for letters in _ALIKE)
