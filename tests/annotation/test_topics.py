"""Which packs a text calls for: a headline has no room for the cues that an article must have."""

import pytest

from framing.annotation.lexicon.loading import load_packs
from framing.annotation.topics import packs_for

FILLER = "The committee met again on Tuesday and talked about the budget for roads and schools. "


@pytest.mark.parametrize(
    ("cues", "sentences", "called"),
    [
        ("Shells fell near Kharkiv.", 0, True),
        ("Shells fell near Kharkiv.", 7, False),
        ("Shells fell near Kharkiv and Kherson.", 7, True),
        ("Shells fell near Kharkiv and Kherson.", 20, False),
        ("Shells fell near Kharkiv, Kherson and Mariupol.", 20, True),
        ("Shells fell near the village.", 0, False),
    ],
)
def test_the_longer_a_text_the_more_cues_it_needs(cues, sentences, called):
    names = {pack.name for pack in packs_for(cues + " " + FILLER * sentences, load_packs())}
    assert ("russia-ukraine" in names) == called
    assert {"general", "world"} <= names


@pytest.mark.parametrize(
    ("text", "pack"),
    [
        (
            "Russian invaders shelled a school.",
            "russia-ukraine",
        ),  # a phrase of the pack, in the plural
        ("A shop in Gorlovka burned down.", "russia-ukraine"),  # a spelling of the pack
        ("Climate deniers met in the hall.", "climate"),
    ],
)
def test_what_a_pack_knows_to_mean_one_thing_calls_it(text, pack):
    assert pack in {found.name for found in packs_for(text, load_packs())}


def test_a_row_that_needs_its_surroundings_calls_no_pack():
    names = {found.name for found in packs_for("The enemy of good is better.", load_packs())}
    assert names == {"general", "world"}


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("The Senate in Manila voted on impeachment after the Supreme Court had ruled.", False),
        ("Union boss Mick Doyle said that ferry crews would walk out.", False),
        ("Republicans in the Senate asked the Supreme Court to rule.", True),
        ("The US Supreme Court ruled on abortion.", True),
    ],
)
def test_a_pack_on_one_country_needs_a_word_of_it(text, called):
    assert ("us-politics" in {found.name for found in packs_for(text, load_packs())}) == called
