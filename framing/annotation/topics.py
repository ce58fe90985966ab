"""Which lexicon packs an article calls for."""

from collections.abc import Iterator, Sequence
from functools import cache

from framing.annotation.lexicon.inflection import forms_of
from framing.annotation.lexicon.matching import Matcher
from framing.annotation.lexicon.records import Pack

# A passing mention names a topic once or twice; three different cues of it mean the text is about
# it. A headline or a news brief has no room for three, so one cue is asked a sentence or two, up to
# three. Raise these if packs are picked for texts that only brush a topic.
_MOST_CUES = 3
_WORDS_A_CUE = 50


def packs_for(text: str, packs: Sequence[Pack]) -> tuple[Pack, ...]:
    """The packs without topic cues (general, world) and those with enough cues in `text`: three
    different ones, two in a text under 150 words, one in a text under 100. A pack on one country
    asks for a word of home besides: others too have a Senate and union bosses.
    """
    fewest = min(
        _MOST_CUES, max(1, len(text.split(None, _MOST_CUES * _WORDS_A_CUE)) // _WORDS_A_CUE)
    )
    found: dict[str, set[str]] = {}
    for hit in _cue_matcher(tuple(packs)).find(text):
        found.setdefault(hit.key[0], set()).add(hit.key[1])
    return tuple(
        pack
        for pack in packs
        if not pack.cues
        or (len(found.get(pack.name, ())) >= min(fewest, len(pack.cues)) and _is_home(text, pack))
    )


def _is_home(text: str, pack: Pack) -> bool:
    return not pack.home or bool(_home_matcher(pack).find(text))


@cache
def _home_matcher(pack: Pack) -> Matcher[str]:
    return Matcher((word, word) for word in pack.home)


@cache
def _cue_matcher(packs: tuple[Pack, ...]) -> Matcher[tuple[str, str]]:
    return Matcher((form, (pack.name, cue)) for pack in packs for form, cue in _cues(pack))


def _cues(pack: Pack) -> Iterator[tuple[str, str]]:
    """The cues of a pack in all their forms, each with the cue it is a form of: those that its paper
    lists, and its names and phrases that mean one thing in any text ("Russian aggression")."""
    yield from ((cue, cue) for cue in pack.cues)
    for term in pack.terms if pack.cues else ():
        if not term.unless and not term.only and (term.form == "name" or " " in term.term):
            yield from ((form, term.term) for form in forms_of(term.term, term.form))
