"""Place or power? "In Kyiv" is the city, "Kyiv said" its government.

Read from the words on both sides, for the names that an actor list gives as metonyms. Where the words
leave it open the name is taken as a metonym only in a place where a government can stand: as a
subject, an agent, a partner ("between Moscow and Kyiv") or an owner.
"""

import re

_PLACE_BEFORE = frozenset(
    """in at near outside around across inside within throughout into onto through via toward towards
    downtown central outer greater northern southern eastern western leaving visiting visited
    reached entered surrounding besieged capital city town""".split()
)
_PLACE_BEHIND = frozenset(
    """region oblast province district suburb suburbs outskirts airport station street streets
    square residents residential resident mayor metro subway time summit conference talks meeting
    palace hotel court hospital university post times based area city state dc d""".split()
)
_MOVES = frozenset(
    """arrive arrived arrives arriving travel travelled traveled travels travelling traveling fly flew
    flown flies flying return returned returns returning go went gone come came move moved drive drove
    trip visit visits flight flights train trains bus journey road roads route border advance advanced
    march marched flee fled evacuated miles kilometers kilometres km kilometer mile home back away
    headed heading sent send transferred taken brought strike strikes struck attack attacks attacked
    drone drones missile missiles raid raids bombing bombed shelling shelled assault explosions
    explosion battle fighting""".split()
)
_DIRECTIONS = frozenset(("to", "from", "on", "over", "of", "for", "against"))
_WORD = re.compile(r"\w+")
_WORDS_BACK = 5
_WINDOW = 60  # characters on each side: about ten words, more than the rules look at


def is_place(folded: str, start: int, end: int) -> bool:
    """Whether the name at ``start : end`` is meant as a place. `folded` is the folded text."""
    before = _WORD.findall(folded, max(0, start - _WINDOW), start)
    behind = _WORD.findall(folded, end, end + _WINDOW)
    last = before[-1] if before else ""
    if last == "the":
        before = before[:-1]
        last = before[-1] if before else ""
    if last in _PLACE_BEFORE or (behind and behind[0] in _PLACE_BEHIND):
        return True
    if last in _DIRECTIONS:
        return any(word in _MOVES for word in before[-_WORDS_BACK:-1])
    return last == "and" and len(before) > 2 and before[-3] in _PLACE_BEFORE
