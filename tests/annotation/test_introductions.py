"""Titles and descriptions of the people a text names."""

import pytest

from framing.comparison.introductions import introductions

TOPIC = " Ukraine and Russia met in Istanbul."


def first(note, text, actor="Dmitry Peskov"):
    made = note(text + TOPIC, only=("general", "world", "russia-ukraine"))
    mention = next(m for m in made.mentions if m.actor == actor)
    return tuple(
        span and span.of(made.article.text) for span in (mention.title, mention.description)
    )


@pytest.mark.parametrize(
    ("text", "title", "description"),
    [
        ("Kremlin spokesman Dmitry Peskov left early.", "Kremlin spokesman", None),
        ("Mr. Peskov left early.", "Mr.", None),
        ("Dmitry Peskov left early.", None, None),
        ("Dmitry Peskov, the Kremlin spokesman, left early.", None, "the Kremlin spokesman"),
        ("The Kremlin spokesman, Dmitry Peskov, left early.", None, "The Kremlin spokesman"),
        ("He met the president’s brother Dmitry Peskov.", None, None),
        ("An aide to Dmitry Peskov left early.", None, None),
    ],
)
def test_title_and_description_of_a_mention(note, text, title, description):
    assert first(note, text) == (title, description)


def test_titles_are_counted_over_the_article(note):
    text = "Kremlin spokesman Dmitry Peskov left early. Peskov did not say why." + TOPIC
    made = note(text, only=("general", "world", "russia-ukraine"))
    (row,) = [r for r in introductions([made]) if r.actor == "Dmitry Peskov"]
    assert (row.title, row.titled, row.of) == ("Kremlin spokesman", 1, 2)
