"""Invented news with known habits: three outlets, one article each on every event.

Places, people and outlets do not exist. Each outlet has one habit, drawn with a seed; apart from it
all three write the same kind of article:

- Fen Gazette mostly writes "climate crisis" where the others mostly write "climate change";
- Hill Courier mostly writes "climate alarmists" where the others mostly write "climate campaigners";
- Shore Post qualifies three of four statements of its own, the others one of four.
"""

import random
from datetime import date, timedelta

import pandas as pd

OUTLETS = ("Fen Gazette", "Hill Courier", "Shore Post")
OFTEN, SELDOM = 0.8, 0.15

# Where a council meets, and what about: (the thing, what it does, what it costs in millions).
PLACES = tuple(
    "Aldermoor Birchwick Caldergate Dunsby Easterfold Farleigh Gorsehill Hexley Inchmere Jessop "
    "Kilnford Larkmoor Merring Northcote Oakhanger Pennick Quenby Rushford Silverdale Thornbury".split()
)
THINGS = tuple(
    row.split(", ")
    for row in (
        "wind farm, give power to 9000 homes, 40",
        "flood wall, keep the river out of Mill Street, 12",
        "heat network, warm the hospital and four schools, 25",
        "bus depot, charge sixty electric buses, 18",
        "solar field, feed the water works, 7",
        "peat reserve, hold water and carbon, 3",
        "tram line, take commuters out of their cars, 90",
        "sea dyke, guard the harbour for fifty years, 55",
        "tree nursery, shade the market square, 1",
        "biogas plant, turn food waste into gas, 9",
        "battery store, keep the lights on at night, 30",
        "cycle bridge, join the station and the college, 5",
        "reed bed, clean the lake of phosphate, 2",
        "ferry quay, load boats that run on hydrogen, 14",
        "cool room, shelter old people in summer, 4",
        "rain garden, drain the bus station, 6",
        "geothermal well, heat the swimming pool, 21",
        "lake turbine, drive the paper mill, 11",
        "salt marsh, slow the winter waves, 8",
        "roof scheme, insulate council houses, 16",
    )
)
PEOPLE = tuple(
    name.strip()
    for name in """
    Ada Marlow, Ben Osgood, Cora Pike, Dev Rana, Ella Stroud, Finn Tarrant, Greta Vane, Hugh Wick
    """.split(",")
)
PLAIN = (
    "Work will begin in {month}.",
    "The bill will rise by a tenth.",
    "A second vote will follow.",
    "Neighbours will lose their view of the {noun}.",
)
QUALIFIED = (
    "Work may begin in {month}.",
    "The bill will probably rise by a tenth.",
    "A second vote seems likely.",
    "Neighbours could lose their view of the {noun}.",
)


def articles(events: int = 20, *, seed: int = 1) -> pd.DataFrame:
    """One row an article, three rows an event; the same seed gives the same texts."""
    rng = random.Random(seed)
    rows = [_article(event, outlet, rng) for event in range(events) for outlet in OUTLETS]
    return pd.DataFrame(rows)


def _article(event: int, outlet: str, rng: random.Random) -> dict[str, str]:
    place, (thing, does, cost) = PLACES[event % 20], THINGS[event % 20]
    about = random.Random(event)  # the same people, sums and months in all three articles
    chair, critic = about.sample(PEOPLE, 2)
    month, noun = about.choice(("March", "May", "July")), thing.split()[-1]
    crisis = OFTEN if outlet == "Fen Gazette" else SELDOM
    alarm = OFTEN if outlet == "Hill Courier" else SELDOM
    doubt = 0.75 if outlet == "Shore Post" else 0.25

    def change() -> str:
        return "the climate crisis" if rng.random() < crisis else "climate change"

    def people() -> str:
        return "climate alarmists" if rng.random() < alarm else "climate campaigners"

    def own() -> list[str]:
        return [
            (QUALIFIED if rng.random() < doubt else PLAIN)[k].format(month=month, noun=noun)
            for k in range(4)
        ]

    weekday = about.choice(("Monday", "Tuesday"))
    lead = f"{place} council voted on {weekday} to build a {thing} that will {does}."
    body = [
        f"The {thing} is part of the plan against {change()}, and it will cost {cost} million pounds.",
        f"“The {noun} pays for itself,” council leader {chair} told the meeting in {place}.",
        f"{critic}, who leads the opposition, said that the {noun} was too dear.",
        f"Outside the town hall {people()} held up pictures of the {thing}.",
        f"The vote on a fund against {change()} was open, and {people()} filled the gallery.",
    ]
    told = own()
    rng.shuffle(told)
    rng.shuffle(body)
    paragraphs = ([lead], body[:3], told[:2], body[3:], told[2:])
    text = "\n\n".join(" ".join(sentences) for sentences in paragraphs)
    day = date(2025, 1, 6) + timedelta(days=14 * event)
    return {
        "id": f"{place.lower()}-{outlet.split()[0].lower()}",
        "outlet": outlet,
        "date": day.isoformat(),
        "title": f"{place} votes for its {thing}",
        "text": text,
    }
