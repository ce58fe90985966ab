"""Weeks of invented news: two outlets on the same events, one of which changes its wording."""

import json
from itertools import pairwise, product

PLACES = (
    "Arden Birkby Caldon Derwen Elmsford Farley Glenmore Harwick Inverby Jarrow Kelso Larkhill "
    "Marston Norwell Oakham Penrith Quarrington Romney"
).split()
NOUNS = (
    "bridge harbour library stadium railway hospital orchard museum tunnel airport bakery quarry "
    "theatre school lighthouse dairy foundry market ferry castle glacier mine vineyard canal reef "
    "windmill archive choir festival parade bicycle tram balloon telescope planet comet beehive "
    "honey wool sheep goat salmon trout eel otter beaver heron falcon owl carpet loom pottery kiln "
    "glass mirror violin piano drum trumpet opera ballet circus chess marathon rowing cricket tennis "
    "skating ski avalanche flood drought blizzard tornado volcano lava island lagoon swamp desert "
    "cactus palm olive lemon peach plum cherry walnut barley wheat rye oat potato onion garlic pepper"
).split()
PLAIN = "Work begins soon."
MARKED = "The so-called plan is a shameful disgrace."


def article(event: int, outlet: str, words: str) -> str:
    """A short report; each outlet puts the same things in another order and in its own words."""
    place, things = (
        PLACES[event % len(PLACES)],
        [NOUNS[(6 * event + k) % len(NOUNS)] for k in range(6)],
    )
    facts = [
        f"The {one} and the {other} were shown to the people of {place}."
        for one, other in pairwise(things)
    ]
    order = facts if outlet == "north" else facts[::-1]
    return f"{things[0].capitalize()} and {things[5]} in {place}\n\n{' '.join(order)} {words}\n"


def write_week(
    folder, number: int, *, events: int = 6, marked: bool = False, copies: int = 1
) -> None:
    """One week, a file an article: `events` happenings, both outlets on each, north marked or plain.

    `copies` outlets more of each name make the week longer.
    """
    folder.mkdir(parents=True)
    for event in range(number * events, (number + 1) * events):
        for outlet, copy in product(("north", "south"), range(copies)):
            row = {
                "id": f"{outlet}-{event}-{copy}",
                "outlet": f"{outlet.title()} Post {copy or ''}".strip(),
                "date": f"2025-0{number + 1}-0{event % 9 + 1}",
                "text": article(event, outlet, MARKED if marked and outlet == "north" else PLAIN),
            }
            (folder / f"{row['id']}.json").write_text(json.dumps([row]), encoding="utf-8")
