"""Any number of short invented articles for the tests of scale and the benchmarks.

Sentences are drawn, with a seed, from patterns with quotations, reported speech, words with two
spellings and loaded words; places and things are those of `monitoring_weeks`. Row `n` is always the
same, whatever else is generated.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from monitoring_weeks import NOUNS, PLACES

OUTLETS = ("Eastern Gazette", "Harbour Post", "Inland Wire", "Western Courier")
PEOPLE = ("Carla Reyes", "Jan Novak", "Tom Okafor", "Ana Silva", "Lena Brandt", "Omar Haddad")
OFFICES = ("Minister", "Mayor", "Ambassador", "General")
PATTERNS = (
    "{office} {person} said that the {one} in {place} would be closed before the {two} opens.",
    "“We will not give up the {one}, and nobody will take the {two} from us,” {office} {person} told "
    "reporters in {place}.",
    "According to {person}, the {one} was damaged and {number} people had left {place}.",
    "The so-called {one} agreement is a shameful attempt to take the {two} from {place}.",
    "Delegations met in {spelling} on {day} to talk about the {one} and the {two}.",
    "{person} denied that the {two} had been sold, but admitted “a few mistakes” with the {one}.",
    "Perhaps the {one} will be repaired by {day}; the {two} of {place} clearly will not.",
    "The {one} was shelled by Russian forces, Ukraine's army claimed, while Moscow said the {two} had "
    "been hit by a Ukrainian drone.",
    "Residents of {place} carried the {one} past the {two} for {number} hours.",
)
HEADLINES = ("Talks on the {one} in {place} end", "{place} waits for its {two}")


def rows(first: int, last: int, *, sentences: int = 7) -> Iterator[dict[str, str]]:
    """Articles number `first` up to `last` as rows of a table that `framing.read` reads; with seven
    sentences an article has about 120 words. Three in a row are on one thing."""
    for number in range(first, last):
        yield row(number, sentences)


def row(number: int, sentences: int) -> dict[str, str]:
    about = random.Random(number // 3)
    place, things = about.choice(PLACES), about.sample(NOUNS, 4)
    rng = random.Random(f"article {number}")
    patterns = rng.choices(PATTERNS, k=sentences)
    day = date(2025, 1, 1) + timedelta(days=number // 3 * 7 % 360 + number % 3)
    text = " ".join(filled(pattern, rng, place, things) for pattern in patterns)
    return {
        "id": f"g{number:07}",
        "title": filled(HEADLINES[number % 2], rng, place, things),
        "outlet": OUTLETS[number % len(OUTLETS)],
        "date": day.isoformat(),
        "text": text,
    }


def filled(pattern: str, rng: random.Random, place: str, things: list[str]) -> str:
    one, two = rng.sample(things, 2)
    return pattern.format(
        one=one, two=two, place=place,
        person=rng.choice(PEOPLE),
        office=rng.choice(OFFICES),
        number=rng.randrange(3, 900),
        day=rng.choice(("Monday", "Tuesday", "Friday")),
        spelling=rng.choice(("Kiev", "Kyiv")),
    )  # fmt: skip
