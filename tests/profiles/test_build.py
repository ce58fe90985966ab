"""Profiles: matched events only, one text one opinion, coverage beside the other facets."""

from dataclasses import replace

import pytest

from framing.comparison.compare import compare
from framing.comparison.copies import once_each
from framing.comparison.intervals import FEWEST_FOR_INTERVAL
from framing.model import Claim, ClaimCell, Comparison, Event
from framing.profiles.build import profile
from framing.profiles.coverage import coverage

PLAIN = "The dam was repaired. Workers left in the evening. The road is open again."
MARKED = "The brutal dam was shamefully repaired. Workers left. The disgraceful road is open."


def event(*ids, copies=()):
    return Event("e1", "dam", ids, ("day",) * len(ids), copies=copies)


@pytest.fixture
def three(note):
    """Two articles of X that are one text, one of Y that is the same text, one of Y's own."""
    return [
        note(MARKED, id="a", outlet="x"),
        note(MARKED + " Rain fell.", id="b", outlet="x"),
        note(MARKED, id="c", outlet="y"),
        note(PLAIN, id="d", outlet="y"),
    ]


def test_an_outlet_keeps_the_longest_of_the_copies_of_one_text(three):
    assert [a.article.id for a in once_each(three, [("a", "b", "c")])] == ["b", "c", "d"]
    assert once_each(three, []) == tuple(three)


def test_a_text_printed_twice_counts_once(three):
    copied = compare(three, event("a", "b", "c", "d", copies=(("a", "b", "c"),)))
    apart = compare(three, event("a", "b", "c", "d"))
    words = {v.outlet: v.of for v in copied.voices if v.voice == "outlet"}
    assert words["x"] == three[1].words
    assert {v.outlet: v.of for v in apart.voices}["x"] == three[0].words + three[1].words
    (of_x, _) = profile([copied])
    assert of_x.articles == 1
    assert any("is printed elsewhere too" in caveat for caveat in of_x.caveats)


def test_an_event_of_one_outlet_is_in_no_profile(three):
    assert profile([compare(three[:2], event("a", "b"))]) == []


def test_the_interval_is_over_articles_and_not_over_words(note):
    quote = "“We will open the road, the bridge and the school on Monday,” said Ann Lee. "
    even = [note(quote + PLAIN, id=f"e{k}", outlet="x") for k in range(4)]
    uneven = [note(quote * 4, id="u0", outlet="x")] + [
        note(PLAIN + " " + PLAIN, id=f"u{k}", outlet="x") for k in range(1, 4)
    ]
    other = note(PLAIN, id="o", outlet="y")

    def width(notes):
        made = profile([compare([*notes, other], event(*(n.article.id for n in (*notes, other))))])
        (facet,) = (f for f in made[0].facets if f.name == "quoted words")
        return facet.estimate.high - facet.estimate.low

    assert width(uneven) > 2 * width(even)


def test_below_three_articles_a_facet_has_numbers_and_no_interval(note):
    quote = "“We will open the road, the bridge and the school on Monday,” said Ann Lee. "
    for articles in (1, 2, 3):
        mine = [note(quote + PLAIN, id=f"m{k}", outlet="x") for k in range(articles)]
        other = note(PLAIN, id="o", outlet="y")
        ids = [n.article.id for n in (*mine, other)]
        made, _ = profile([compare([*mine, other], event(*ids))])
        facets = {f.name: f.estimate for f in made.facets}
        for name in ("markers in own voice", "quoted words"):
            assert facets[name].value is not None
            assert (facets[name].low is not None) == (articles >= FEWEST_FOR_INTERVAL)
            assert ("too few" in facets[name].method) == (articles < FEWEST_FOR_INTERVAL)
        assert made.caveats[0].startswith(f"Too few articles ({articles}, fewer than 5)")
        assert ("no interval" in made.caveats[0]) == (articles < FEWEST_FOR_INTERVAL)


def told(id, *states):
    cells = (ClaimCell(a, s) for a, s in zip("abcd", states, strict=False))
    return Claim(id, id, (), tuple(cells))


def test_coverage_counts_claims_that_could_be_known(three):
    plain = compare(three, event("a", "b", "c", "d"))
    claims = (
        told("1", "stated", "not found", "stated differently", "not found"),
        told("2", "not found", "not found", "stated", "stated"),
        told("3", "not yet knowable", "not yet knowable", "stated", "not found"),
    )
    facet = coverage("x", [replace(plain, claims=claims)])
    assert facet.name == "coverage"
    assert (facet.estimate.n, facet.reference.n) == (2, 3)


def test_coverage_over_events_is_a_share_beside_that_of_the_others(three):
    plain = compare(three, event("a", "b", "c", "d"))
    rows = [told(str(k), "stated" if k % 2 else "not found", "not found", "stated", "stated")
            for k in range(10)]  # fmt: skip
    shared: list[Comparison] = [replace(plain, claims=tuple(rows))] * 3
    facet = coverage("x", shared)
    assert facet.estimate.value == pytest.approx(0.5)
    assert facet.reference.value == 1.0
    assert facet.estimate.unit == "share of claims"


def test_no_facet_sums_up_the_others(three):
    for made in profile([compare(three, event("a", "b", "c", "d"))]):
        names = {facet.name for facet in made.facets}
        assert 6 <= len(names) <= 10
        assert not names & {"score", "total", "bias", "overall"}
