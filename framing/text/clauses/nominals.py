"""Nouns that stand for an action: who acts and who is acted on, if the sentence says.

"Turkey's strike on the camp", "the Turkish attack on it", "the killing of two men by police", "launched
a raid on the camp": agent and patient are said. "The attack", "the killings": they are not. Whose the
action is depends on it: the army's attack is what the army does, the journalist's arrest what is done
to the journalist.
"""

from dataclasses import dataclass

from framing.text.clauses.agents import agent_at, is_time
from framing.text.clauses.phrases import Phrases, Range
from framing.text.clauses.words import Action
from framing.text.tokens import Tokens

_LIGHT = frozenset(
    """launch launches launched launching conduct conducts conducted conducting mount mounts mounted
    mounting stage stages staged staging commit commits committed committing order orders ordered
    ordering continue continues continued continuing resume resumes resumed resuming begin begins began
    start starts started make makes made carry carries carried carrying step steps stepped escalate
    escalates escalated intensify intensifies intensified unleash unleashes unleashed""".split()
)
# Endings of adjectives of nationality and of what is made with them ("US-led", "Iran-backed").
_NATIONALITY = (
    "an",
    "ish",
    "ese",
    "li",
    "qi",
    "ni",
    "di",
    "french",
    "dutch",
    "greek",
    "-led",
    "-backed",
)
_DOERS = frozenset(
    """army coalition gang government guerrilla insurgent jihadist militant militia military mob navy
    police rebel separatist settler soldier state terrorist""".split()
)
# Actions whose owner is the one to whom it is done, unless somebody else is said to be: "his sister's
# murder", but "the army's murder of his sister".
_SUFFERED = frozenset(("destroy", "detain", "displace", "injure", "kill"))
_EITHER = frozenset(("seize",))  # "Napoleon's capture", "Rome's capture"
_REACH = 8  # chunks behind the noun in which its "by" or "on" is looked for


@dataclass(frozen=True, slots=True)
class Parts:
    """Who acts and who is acted on, as tokens."""

    agent: Range | None = None
    patient: Range | None = None


def nominal_parts(phrases: Phrases, k: int, action: Action) -> Parts:
    """Agent and patient of the action noun that ends noun chunk `k`."""
    agent, patient = None, None
    j = k + 1
    while j < min(len(phrases.letters), k + _REACH) and phrases.letters[j] in 'opyn"r':
        if phrases.letters[j] == "y":
            agent = agent or agent_at(phrases, phrases.starts[j])
        elif patient is None and phrases.tokens.words[phrases.starts[j]] in action.patient:
            patient = _untimed(phrases, phrases.group_at(j + 1))
        j += 1
    owner, agent = _owner(phrases, k), _adjective(phrases, k, anyone=patient is not None) or agent
    if owner and patient is None and (agent or action.kind in _SUFFERED | _EITHER):
        patient, owner = (owner if _is_done_to(phrases, k, action, agent=agent) else None), None
    return Parts(owner or agent or _launcher(phrases, k), patient)


def _is_done_to(phrases: Phrases, k: int, action: Action, *, agent: Range | None) -> bool:
    """Whether the owner of an action is the one to whom it is done; of "the brothers' killings" and
    "Rome's capture" nobody knows, unless somebody else is said to do it."""
    plural = phrases.tokens.tags[phrases.range(k, k + 1)[1] - 1] == "NNS"
    return agent is not None or (action.kind in _SUFFERED and not plural)


def _untimed(phrases: Phrases, group: Range | None) -> Range | None:
    """A noun phrase unless it is a time: "the attack on Monday"."""
    return None if group is None or is_time(phrases.tokens.words[slice(*group)]) else group


def _owner(phrases: Phrases, k: int) -> Range | None:
    """Whose it is, in the genitive: "Turkey's raid"; a time owns nothing: "last week's raid"."""
    first, behind = phrases.range(k, k + 1)[0], _behind_owner(phrases, k)
    return _untimed(phrases, (first, behind - 1)) if behind else None


def _behind_owner(phrases: Phrases, k: int) -> int:
    """The token behind the last genitive of noun chunk `k`; 0 where there is none."""
    first, last = phrases.range(k, k + 1)
    tags = phrases.tokens.tags
    return next((i + 1 for i in range(last - 2, first, -1) if tags[i] == "POS"), 0)


def _adjective(phrases: Phrases, k: int, *, anyone: bool) -> Range | None:
    """Who does it, named inside the chunk: "the Turkish raid", "the police raid".

    A name without such an ending may be the place ("the Ankara attack"); it counts with `anyone`,
    where another place is said ("the PKK attack on the barracks").
    """
    tokens, (first, last) = phrases.tokens, phrases.range(k, k + 1)
    for i in range(max(_behind_owner(phrases, k), first), last - 1):
        if tokens.words[i] in _DOERS or _is_nationality(tokens, i, anyone=anyone):
            return i, i + 1
    return None


def _is_nationality(tokens: Tokens, i: int, *, anyone: bool) -> bool:
    """Whether token `i` is capitalised and an adjective of nationality, initials, or (`anyone`) any
    name; "San Marino" is no nationality for all its "an"."""
    form = tokens.text[tokens.starts[i] : tokens.ends[i]]
    if not form[:1].isupper() or tokens.tags[i] not in ("JJ", "NN", "NNP", "NNPS"):
        return False
    if anyone or form.isupper():
        return True
    in_name = tokens.text[tokens.starts[i + 1]].isupper()
    return len(form) > 4 and not in_name and tokens.words[i].endswith(_NATIONALITY)


def _launcher(phrases: Phrases, k: int) -> Range | None:
    """The subject of a verb that only says that it was done: "Turkey carried out a raid"."""
    j = k - 1
    while j >= 0 and phrases.letters[j] in "rp":
        j -= 1
    if j < 0 or phrases.letters[j] != "v":
        return None
    verb = phrases.tokens.words[phrases.starts[j] : phrases.starts[j + 1]]
    return phrases.subject(j) if any(word in _LIGHT for word in verb) else None
