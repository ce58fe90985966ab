"""Invented comparisons and profiles for the charts: small ones to read off, large ones to crowd."""

from datetime import date, timedelta
from random import Random

import pytest

from framing.model import (
    Annotation,
    Article,
    Claim,
    ClaimCell,
    Comparison,
    Emphasis,
    Estimate,
    Event,
    Facet,
    Marker,
    OutletTag,
    Passage,
    Profile,
    Quote,
    SlotChoice,
    SourceUse,
    Span,
    Voice,
    VoiceShare,
    WordContrast,
)

NAMES = (
    "Lake Agency",
    "Óbuda Hírlap",
    "Northern Post",
    "Громадське інформаційне агентство Півночі",
    "The Eastern & Western Provinces Examiner-Telegraph-Herald",
    "Вестник южных и восточных областей",
    "Le Réveil de l’Évêché",
    "Al Bahr",
    "Ørsted Tidende",
    "Süddeutsche Morgenpost am Sonntag",
    "Zagreb Danas",
    "New Harbour Chronicle",
)
SLOTS = {
    "sea": ("the sea between the two states", ("Inner Sea", "Western Gulf")),
    "paper": ("the word “draft”", ("in quotation marks", "without marks")),
    "force": (
        "the armed groups of the river valley",
        ("fighters", "self-defence units of the river valley and its tributaries", "units"),
    ),
}
ACTORS = ("Carla Reyes", "Tom Okafor", "Президентка Олена Ковальчук", "Jan Novák", "Ana Silva")
LABELS = (
    "The delegations handed over drafts of $300 and $500 pages.",
    "Two gates of the upper dam, which was built in 1961 and has been closed since the flood of last "
    "winter, still need repair and will not be opened before May, the river board said.",
    "Стороны обменялись проектами договора и договорились изучить их в течение недели.",
    "Talks go on in April.",
)
FACETS = (
    ("hedges", "How often does it qualify its own narration?", "per 1,000 words"),
    ("quoted words", "How much of its text is quoted word for word?", "share of words"),
    ("marked cues", "How often does it say more than “said”?", "share of cues"),
)


@pytest.fixture
def comparison():
    """Two outlets, three articles, every number easy to find again."""
    return small()


@pytest.fixture
def make():
    """A larger comparison: ``make(outlets=12, articles=40)``."""
    return large


@pytest.fixture
def profiles():
    return invented_profiles


def article(name: str, outlet: str, shown: str, day: date | None, **more) -> Article:
    return Article(name, "word " * 200, OutletTag(outlet, shown), day, **more)


def small() -> Comparison:
    texts = (
        article("a1", "post", "Northern Post", date(2024, 3, 4)),
        article("a2", "lake", "Lake Agency", date(2024, 3, 4)),
        article("a3", "lake", "Lake Agency", None, not_before=date(2024, 3, 9)),
    )
    return Comparison(
        event=Event("e", "water, treaty", ("a1", "a2", "a3"), ("day", "day", "undated")),
        annotations=tuple(
            Annotation(a, words=200, markers=_markers(), quotes=_quotes()) for a in texts
        ),
        outlets=("lake", "post"),
        word_choice=(
            WordContrast("lake", "dam", 9, 400, 1, 200, 2, 1.5, 3.0),
            WordContrast("lake", "gate", 4, 400, 1, 200, 1, 0.5, 1.0),
            WordContrast("lake", "river", 2, 400, 2, 200, 1, 0.0, 0.0),
            WordContrast("lake", "flood", 0, 400, 5, 200, 0, -2.0, -2.5),
            WordContrast("post", "flood", 5, 200, 0, 400, 1, 2.0, 2.5),
            WordContrast("post", "river", 2, 200, 2, 400, 1, 0.0, 0.0),
            WordContrast("post", "gate", 1, 200, 4, 400, 1, -0.5, -1.0),
            WordContrast("post", "dam", 1, 200, 9, 400, 1, -1.5, -3.0),
        ),
        slots=(
            SlotChoice("sea", "the sea", "lake", "Inner Sea", "a", "outlet", 3, 4),
            SlotChoice("sea", "the sea", "lake", "Western Gulf", "b", "outlet", 1, 4),
            SlotChoice("sea", "the sea", "lake", "Inner Sea", "a", "direct", 2, 2),
            SlotChoice("sea", "the sea", "post", "Western Gulf", "b", "indirect", 5, 5),
        ),
        claims=_claims(),
        emphasis=(
            Emphasis("a2", "lake", 200, None, (("Reyes", 0.1), ("Okafor", 0.5)), (), 1, 2),
            Emphasis("a3", "lake", 200, None, (("Okafor", 0.0),), (), 1, 2),
            Emphasis("a1", "post", 200, None, (("Okafor", 0.2), ("Reyes", 0.4)), (), 1, 2),
        ),
        sources=(
            SourceUse("lake", "Carla Reyes", "north", "person", True, 3, 40, 10),
            SourceUse("lake", "Tom Okafor", None, "person", True, 1, 0, 20),
            SourceUse("post", "Tom Okafor", None, "person", True, 2, 15, 0),
        ),
        voices=(
            VoiceShare("lake", "outlet", 300, 400),
            VoiceShare("lake", "indirect", 60, 400),
            VoiceShare("lake", "direct", 40, 400),
            VoiceShare("post", "outlet", 200, 200),
        ),
        caveats=(),
    )


def _markers() -> tuple[Marker, ...]:
    rows = ((0, "hedge", "outlet"), (500, "hedge", "direct"), (502, "hedge", "indirect"))
    return (
        *(Marker(Span(x, x + 4), "t", c, Voice(v), "body", "p") for x, c, v in rows),
        Marker(Span(250, 254), "t", "booster", Voice("unclear"), "body", "p"),
    )


def _quotes() -> tuple[Quote, ...]:
    return (
        Quote(Span(600, 640), "direct", "made up", speaker=ACTORS[0]),
        Quote(Span(400, 440), "indirect", "made up", speaker=ACTORS[0]),
        Quote(Span(900, 940), "direct", "made up", speaker=ACTORS[2]),
        Quote(Span(10, 20), "direct", "made up"),
    )


def _claims() -> tuple[Claim, ...]:
    first = (
        ClaimCell("a1", "stated"),
        ClaimCell("a2", "stated differently", ("numbers",)),
        ClaimCell("a3", "not found"),
    )
    second = (
        ClaimCell("a1", "not yet knowable"),
        ClaimCell("a2", "not found"),
        ClaimCell("a3", "stated"),
    )
    passages = (
        Passage("a1", Span(500, 540), Voice("outlet")),
        Passage("a1", Span(100, 140), Voice("direct", "Reyes")),
        Passage("a2", Span(0, 40), Voice("indirect", "Reyes")),
    )
    return (
        Claim("c001", "Two gates need repair.", passages, first),
        Claim("c002", LABELS[1], (Passage("a3", Span(0, 9), Voice("outlet")),), second),
    )


def large(outlets: int = 3, articles: int = 12, seed: int = 1) -> Comparison:
    dice = Random(seed)
    ids = [f"o{n:02}" for n in range(outlets)]
    texts = []
    for n in range(articles):
        outlet = ids[n] if n < outlets else dice.choice(ids)
        day = date(2024, 3, 4) + timedelta(days=dice.choice((-4, -1, 0, 0, 1, 5)))
        undated = n % 6 == 5
        late = date(2024, 3, 9) if n % 12 == 5 else None
        shown = NAMES[int(outlet[1:])]
        texts.append(article(f"a{n:02}", outlet, shown, None if undated else day, not_before=late))
    event = Event(
        "e",
        "water, treaty",
        tuple(a.id for a in texts),
        tuple("day" if a.published == date(2024, 3, 4) else "after" for a in texts),
    )
    return Comparison(
        event=event,
        annotations=tuple(
            Annotation(a, words=200, markers=_markers(), quotes=_quotes()) for a in texts
        ),
        outlets=tuple(ids),
        word_choice=_many_words(ids, dice) if outlets > 1 else (),
        slots=_many_slots(ids, dice),
        claims=_many_claims(texts, dice),
        emphasis=tuple(
            Emphasis(
                a.id,
                a.outlet.outlet,
                200,
                None,
                tuple(
                    sorted(
                        ((actor, round(dice.random(), 3)) for actor in dice.sample(ACTORS, 4)),
                        key=lambda item: item[1],
                    )
                ),
                (),
                5,
                20,
            )
            for a in texts
        ),
        sources=tuple(
            SourceUse(
                o, actor, "north", "person", True, 2, dice.randint(0, 150), dice.randint(0, 150)
            )
            for o in ids
            for actor in (*ACTORS, "a spokeswoman of the ministry of foreign affairs and trade")
        ),
        voices=tuple(
            VoiceShare(o, voice, words, 1000)
            for o in ids
            for voice, words in zip(
                ("outlet", "indirect", "direct", "unclear"), (700, 190, 100, 10), strict=True
            )
        ),
        caveats=(),
    )


def _many_words(ids: list[str], dice: Random) -> tuple[WordContrast, ...]:
    rows = []
    for outlet in ids:
        for n in range(30):
            z = dice.uniform(-4, 4)
            term = f"заповідник{n}" if n % 3 else f"self-explanatory-compound-{n}"
            rows.append(WordContrast(outlet, term, n, 1800, 30 - n, 9000, n % 4, z / 2, z))
    return tuple(sorted(rows, key=lambda row: (row.outlet, -row.z)))


def _many_slots(ids: list[str], dice: Random) -> tuple[SlotChoice, ...]:
    rows = []
    for copy in range(4):
        for slot, (referent, variants) in SLOTS.items():
            for outlet in ids:
                for voice in ("outlet", "indirect", "direct", "unclear"):
                    counts = [dice.choice((0, 1, 2, 12)) for _ in variants]
                    name = f"{referent} ({copy})"
                    rows += [
                        SlotChoice(f"{slot}{copy}", name, outlet, v, "a", voice, n, sum(counts))
                        for v, n in zip(variants, counts, strict=True)
                        if n and dice.random() < 0.8
                    ]
    return tuple(rows)


def _many_claims(texts: list[Article], dice: Random) -> tuple[Claim, ...]:
    states = ("stated", "stated differently", "not found", "not yet knowable")
    claims = []
    for n in range(40):
        cells = tuple(ClaimCell(a.id, dice.choice(states)) for a in texts)
        passages = tuple(
            Passage(c.article, Span(x := dice.randint(0, 900), x + 9), Voice("outlet"))
            for c in cells
            if c.state.startswith("stated")
        )
        claims.append(Claim(f"c{n:03}", LABELS[n % len(LABELS)], passages, cells))
    return tuple(claims)


def invented_profiles(outlets: int = 3, seed: int = 1) -> list[Profile]:
    dice = Random(seed)
    return [
        Profile(
            outlet=NAMES[n],
            events=("e1", "e2"),
            articles=4,
            words=2000,
            first=None,
            last=None,
            facets=tuple(
                Facet(name, question, _estimate(unit, dice), _estimate(unit, dice))
                for name, question, unit in FACETS
            ),
            caveats=(),
        )
        for n in range(outlets)
    ]


def _estimate(unit: str, dice: Random) -> Estimate:
    if dice.random() < 0.2:
        return Estimate(None, None, None, 3, unit, "too few (fewer than 5)")
    value = dice.random() * (1 if unit.startswith("share") else 15)
    return Estimate(value, value * 0.6, value * 1.1, 1240, unit, "made up")
