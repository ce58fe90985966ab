"""The agent of a passive: the noun phrase behind "by", unless it is a time, a place or a means.

"by rebels" names who acted; "by Monday", "by the river", "by 10 per cent", "by phone" and "by closing
the road" do not.
"""

from framing.text.clauses.phrases import Phrases, Range

_REACH = 16  # tokens between a participle and its "by"; longer ones mostly belong to something else


def agent_of(phrases: Phrases, participle: int, end: int) -> Range | None:
    """The tokens of the agent of the passive whose participle is at token `participle`, or None.

    `end` is the token behind the sentence, or another passive's participle.
    """
    tokens = phrases.tokens
    for place in range(participle + 1, min(participle + _REACH, end)):
        word, tag = tokens.words[place], tokens.tags[place]
        if word == "by":
            if place > participle + 1 and _owns_by(tokens.words[place - 1], tokens.tags[place - 1]):
                return None
            if found := agent_at(phrases, place):
                return found
        elif _ends_reach(word, tag) and not (word == "," and _by_soon(phrases, place, end)):
            return None
    return None


def agent_at(phrases: Phrases, by: int) -> Range | None:
    """The noun phrase behind the "by" at token `by` if it can act, or None."""
    k = phrases.chunk_of(by)
    if k + 1 >= len(phrases.letters) or phrases.letters[k] != "y":
        return None
    if phrases.tokens.words[by + 1] in ("far", "and"):  # "by far", "by and large"
        return None
    if phrases.letters[k + 1] == "k":
        return _free_relative(phrases, k + 1)
    start = k + 2 if phrases.letters[k + 1] == "q" else k + 1  # "by that limitation"
    group = phrases.group_at(start)
    if group is None or _is_no_agent(
        phrases, phrases.starts[start], phrases.range(start, start + 1)[1]
    ):
        return None
    return phrases.starts[k + 1], group[1]


def _free_relative(phrases: Phrases, k: int) -> Range | None:
    """A clause behind "by", up to the next stop: "by what they found"."""
    stop = next((j for j in range(k, len(phrases.letters)) if phrases.letters[j] in ",.:"), None)
    return phrases.range(k, stop) if stop else None


def is_time(words: list[str]) -> bool:
    """Whether a noun phrase says when: "Monday", "the end of the week", "2030"."""
    return _head(words) in _TIMES or words[0] in _FIRST_OF_TIME or _is_year(words)


def _ends_reach(word: str, tag: str) -> bool:
    return word in _CLAUSE_WORDS or tag in ("VBD", "VBZ", "VBP", "MD", "WDT", "WP", "WRB", ":", ",")


def _by_soon(phrases: Phrases, comma: int, end: int) -> bool:
    """Whether "by" follows a comma at once or behind an adverb: "was hit, reportedly by a drone"."""
    behind = phrases.tokens.words[comma + 1 : min(comma + 4, end)]
    return "by" in behind[:1] or ("by" in behind[1:2] and phrases.tokens.tags[comma + 1] == "RB")


def _owns_by(word: str, tag: str) -> bool:
    """Whether a noun right before "by" rather takes the phrase to itself: "in a report by the UN"."""
    if tag in ("VB", "VBP"):
        return True
    return tag in ("NN", "NNS") and (word.removesuffix("s").endswith(_DEEDS) or word in _WORKS)


def _is_no_agent(phrases: Phrases, first: int, last: int) -> bool:
    """Whether the noun phrase of tokens ``first : last`` is a time, a measure, a means or a way."""
    words, tags = phrases.tokens.words, phrases.tokens.tags
    if last - first == 1 and words[first - 1] == "by" and words[first] in _MEANS:
        return True
    article = words[first]
    while last - first > 1 and words[first] in _BEFORE_NUMBERS:
        first += 1
    plain = words[first:last]
    if plain[0].endswith(("self", "selves")) or plain[0] in _WAYS or is_time(plain):
        return True
    if plain[-1] in _PERIOD and words[last : last + 1] == ["of"]:
        return True
    return _is_measure(plain, tags[first], article)


def _is_measure(plain: list[str], tag: str, article: str) -> bool:
    """Whether a noun phrase says by how much: "10 per cent", "a third", "5", but not "10 officers"."""
    if plain[-1] not in _UNITS:
        return tag == "CD" and (len(plain) == 1 or plain[1] in _UNITS)
    return tag == "CD" or article in ("a", "an") or plain[0] in _VAGUE_NUMBERS


def _head(words: list[str]) -> str:
    """The last word of the first noun phrase: before "of" or "and"."""
    cut = next((i for i, w in enumerate(words) if w in ("of", "and", "or", ",") and i), len(words))
    return words[cut - 1]


def _is_year(words: list[str]) -> bool:
    return len(words[0]) in (4, 5) and words[0][:2] in ("18", "19", "20") and words[0][:4].isdigit()


_CLAUSE_WORDS = frozenset(
    ("that", "because", "while", "after", "before", "although", "when", "if", ";")
)
_DEEDS = ("tion", "sion", "ment", "ing", "report")
_WORKS = frozenset(
    """report study book paper speech statement letter song article effort plan bid move campaign
    decision order request call vote film survey poll interview ruling analysis review visit""".split()
)
_TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december morning afternoon evening night noon midday midnight
    tonight today tomorrow yesterday day days week weeks weekend month months year years decade decades
    century time times spring summer autumn winter then now deadline dawn dusk sunrise sunset nightfall
    sundown christmas easter ramadan date mid-day lunchtime a.m. p.m. am pm""".split()
)
_FIRST_OF_TIME = _TIMES - {"may", "march", "time", "day", "date"}
_PERIOD = frozenset("end start beginning middle close turn".split())
_BEFORE_NUMBERS = frozenset("the a an about around nearly almost some".split())
_VAGUE_NUMBERS = frozenset("half several many few more".split())
_UNITS = frozenset(
    """% percent per cent percentage point points dollars euros euro pounds roubles rubles yen yuan
    hryvnias shekels rupees km kilometers kilometres kilometer kilometre miles mile metres meters feet
    inches hectares acres tonnes tons barrels degrees degree votes seats goals runs third thirds quarter
    quarters fifth half halves times pc bps basis hours minutes seconds million billion trillion
    cents kilos kg factor margin""".split()
) | {"$", "€", "£"}
_MEANS = frozenset(
    """accident air ambulance ballot bicycle bike birth boat bus car chance coincidence consensus
    contrast courier default force definition design e-mail email example extension fax ferry foot
    hand helicopter land law mail marriage mistake name nature necessity parachute phone plane post
    profession proxy rail reason referendum road sea ship sms surprise telephone text train truck turns
    video videolink virtue way""".split()
) - {"law", "nature", "accident", "referendum", "decree", "birth", "marriage"}
_WAYS = frozenset(
    """way means virtue dint roadside wayside window gate door riverside seaside bedside poolside
    average factor margin hook hour dozen""".split()
)
