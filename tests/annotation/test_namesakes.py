"""A surname of a listed person behind another first name is somebody else's."""

import pytest

from framing.annotation.annotate import annotate_article
from framing.annotation.lexicon.loading import load_packs
from framing.model import Article

PACKS = tuple(load_packs())


def speakers(text):
    """The speaker of each quote, in order."""
    return [q.speaker for q in annotate_article(Article("a", text), PACKS).quotes]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Colonel Tariq Abbas said the base was safe.", "Tariq Abbas"),
        ("Police chief Ahmed Abbas said the road was shut.", "Ahmed Abbas"),
        ("President Abbas said the road was shut.", "Mahmoud Abbas"),
        ("Mr Abbas said the road was shut.", "Mahmoud Abbas"),
        ("Embattled Netanyahu said he would stay.", "Benjamin Netanyahu"),
        ("Volodimir Zelenskiy said he would go.", "Volodymyr Zelensky"),
        ("Donald J. Trump said he would go.", "Donald Trump"),
    ],
)
def test_a_first_name_tells_who_it_is(text, speaker):
    assert speakers(text) == [speaker]


def test_the_surname_alone_goes_with_the_one_the_article_names():
    first = "Colonel Tariq Abbas said the base was safe. "
    assert speakers(first + "The road was shut, Abbas said.") == ["Tariq Abbas"] * 2
    both = "Mahmoud Abbas met Colonel Tariq Abbas. The road was shut, Abbas said."
    assert speakers(both) == ["Mahmoud Abbas"]
    assert speakers(first + "President Abbas said the road was shut.")[1] == "Mahmoud Abbas"
