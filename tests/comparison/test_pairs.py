"""In which order two sides are named: rules, and that both orders are treated alike."""

import pytest

from framing.comparison.emphasis import emphasis
from framing.comparison.pairs import pair_order


@pytest.fixture
def order(note, packs):
    chosen = tuple(p for p in packs if p.name in ("general", "world"))

    def find(text):
        return pair_order(note(text, only=("general", "world")), chosen)

    return find


PAIRS = [
    "Talks between {a} and {b} began.",
    "The {A} and {B} delegations sat down.",
    "{A}-{B} talks began.",
    "The {A}–{B} border is quiet.",
    "{a} and the {B} government agreed.",
    "The {A} side and the {B} side agreed.",
    "{a}’s and {b}’s ministers met.",
]
STATES = {"a": "Russia", "A": "Russian", "b": "Ukraine", "B": "Ukrainian"}
OTHERS = {"a": "India", "A": "Indian", "b": "Pakistan", "B": "Pakistani"}


@pytest.mark.parametrize("text", PAIRS)
@pytest.mark.parametrize("names", [STATES, OTHERS])
def test_a_pair_is_found_in_either_order(order, text, names):
    first, second = names["a"].lower(), names["b"].lower()
    turned = {"a": names["b"], "A": names["B"], "b": names["a"], "B": names["A"]}
    (there,) = order(text.format(**names))
    (back,) = order(text.format(**turned))
    assert there == (first, second, 1)
    assert back == (second, first, 1)


@pytest.mark.parametrize(
    "text",
    [
        "Russia, Turkey, and Ukraine sent flags.",
        "Turkey, Russia and Ukraine sent flags.",
        "Russia said that Ukraine agreed.",
        "Russia. And Ukraine agreed.",
        "Russia and the people of Ukraine agreed.",
        "The Russian and the old town slept.",
        "Russia and Moscow said nothing.",
    ],
)
def test_lists_and_neighbours_are_no_pairs(order, text):
    assert order(text) == ()


def test_a_pair_before_a_comma_is_not_a_list(order):
    assert order("After talks of Ukraine and Russia, Turkey spoke.") == (("ukraine", "russia", 1),)


def test_the_order_in_a_quotation_is_not_the_outlets(order):
    assert order("“Ukraine and Russia agreed,” said Ana Silva.") == ()
    assert order("Ana Silva said that Ukraine and Russia agreed.") == (("ukraine", "russia", 1),)


def test_emphasis_carries_the_pairs_of_each_article(note, packs):
    chosen = tuple(p for p in packs if p.name in ("general", "world"))
    notes = [note("Ukraine and Russia met. The Ukrainian and Russian sides met.")]
    (row,) = emphasis(notes, (), packs=chosen)
    assert row.pair_order == (("ukraine", "russia", 2),)
