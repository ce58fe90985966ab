"""Place or power? "In Kyiv" is the city, "Kyiv said" its government.

Read from the words on both sides, for the names that an actor list gives as metonyms. Where the words
leave it open the name is taken as a metonym only in a place where a government can stand: as a
subject, an agent, a partner ("between Moscow and Kyiv") or an owner.
"""

import re

_PLACE_BEFORE = frozenset(
    """in at near outside around across inside within throughout into onto through via toward towards
    downtown central outer greater northern southern eastern western north south east west leaving
    visiting visited reached enter entered entering exiting surrounding besieged occupied capital city
    town win wins won winning occupy occupies occupying seize seized capture captured capturing retake
    retook recaptured""".split()
)
_PLACE_BEHIND = frozenset(
    """region oblast province district suburb suburbs outskirts airport station street streets
    square residents residential resident mayor metro subway time summit conference talks meeting
    palace hotel court hospital university post times based area city state dc d bureau headquarters
    event museum stadium neighbourhood neighborhood mosque church port zoo stock""".split()
)
_MOVES = frozenset(
    """arrive arrived arrives arriving travel travelled traveled travels travelling traveling fly flew
    flown flies flying return returned returns returning go went gone come came move moved drive drove
    trip visit visits flight flights train trains bus journey road roads route border advance advanced
    march marched flee fled evacuated miles kilometers kilometres km kilometer mile home back away
    head heads headed heading reporting way sent send transferred taken brought strike strikes
    struck attack attacks attacked
    drone drones missile missiles raid raids bombing bombed shelling shelled assault explosions
    explosion battle fighting fall capture control siege north south east west northeast northwest
    southeast southwest bid bids run running race resident occupant""".split()
)
_DIRECTIONS = frozenset(("to", "from", "on", "over", "of", "for", "against"))
_WORD = re.compile(r"\w+")
_WORDS_BACK = 5
_WINDOW = 60  # characters on each side: about ten words, more than the rules look at

_LINE_START = re.compile(r"(?:^|\n)[ \t\xa0]*(?:[A-Z][A-Z ]+/)*\Z")
_WHERE_AND_WHEN = (  # "/NEW YORK, South Korea, Aug. 19"
    r"(?:/[A-Z][A-Za-z ]+)*(?:, [A-Z][\w. ]{2,20}?)?"
    r"(?:,? \w{3,9}\.? \d{1,2}(?:, \d{4})?|, \d{1,2} \w{3,9})?"
)
_DATELINE = re.compile(
    rf"{_WHERE_AND_WHEN}[.,]?\s{{0,2}}(?:\([A-Z][^()\n]{{1,60}}\)|/[A-Z][\w. -]+/)"  # an agency
    r"|,? \w{3,9}\.? \d{1,2}(?:, \d{4})?\.?,? *[-‒–—―:]|[ \xa0]*(?:[•|]|\n|\Z)"
)
_DATELINE_IN_CAPITALS = re.compile(rf"{_WHERE_AND_WHEN}[.,]?[ \xa0]*(?:[-‒–—―]|: +\W?[A-Z0-9])")


def is_dateline(text: str, start: int, end: int) -> bool:
    """Whether the name at ``start : end`` says where an article was written: it opens a line, and an
    agency or a date stands behind it, or, if it is in capitals, a dash or a colon."""
    if not _LINE_START.search(text, max(0, start - _WINDOW), start):
        return False
    if _DATELINE.match(text, end):
        return True
    return text[start:end].isupper() and bool(_DATELINE_IN_CAPITALS.match(text, end))


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
