"""Voice, dates, guards and sides of markers."""

from datetime import date

import pytest


def markers(note, text, **options):
    made = note(text, **options)
    return {(m.span.of(text), m.category, m.voice.kind) for m in made.markers}


TOPIC = " Ukraine and Russia met in Moscow; the Kremlin and Kyiv sent envoys."


def test_the_same_word_in_three_voices(note):
    own = markers(note, "The Kiev regime will answer." + TOPIC)
    reported = markers(note, "Jan Novak said that the Kiev regime will answer." + TOPIC)
    quoted = markers(note, '"The Kiev regime will answer soon," said Jan Novak.' + TOPIC)
    assert ("Kiev regime", "naming-epithet", "outlet") in own
    assert ("Kiev regime", "naming-epithet", "indirect") in reported
    assert ("Kiev regime", "naming-epithet", "direct") in quoted


@pytest.mark.parametrize(
    "text",
    [
        "They ate chicken Kiev.",
        "Dynamo Kiev won.",
        "The museum shows Kievan Rus.",
        "Kyivan Rus fell.",
    ],
)
def test_guards_keep_innocent_uses_out(note, text):
    assert not [m for m in markers(note, text + TOPIC) if m[0].startswith("Kie")]


def test_a_place_in_the_name_of_an_outlet_is_no_choice_and_no_government(note):
    text = "The Kyiv Independent reported it, The Moscow Times did not. Envoys left Kyiv." + TOPIC
    at = text.index("Kyiv.")
    found = [m.span.start for m in note(text).markers if m.span.of(text) in ("Kyiv", "Moscow")]
    assert found and min(found) >= at
    assert [q.side for q in note(text).quotes] == ["other"]


def test_a_convention_holds_from_its_date_on(note):
    text = "Talks in Kiev went on." + TOPIC
    old, new = (note(text, published=date(year, 1, 5)) for year in (2015, 2023))

    def usage(made):
        return next(m.convention for m in made.markers if m.term == "Kiev")

    assert usage(old) == "neutral"
    assert usage(new) == "russian"


@pytest.mark.parametrize(
    ("outlet", "day", "in_style"),
    [
        ("bbc", date(2019, 9, 1), True),
        ("bbc", date(2019, 10, 14), False),
        ("tass", date(2019, 9, 1), False),
        ("bbc", None, False),
    ],
)
def test_what_an_outlet_had_to_write_shows_no_side(note, outlet, day, in_style):
    made = note("Talks in Kiev went on." + TOPIC, outlet=outlet, published=day)
    (marker,) = (m for m in made.markers if m.term == "Kiev" and m.category == "spelling")
    assert marker.convention == ("neutral" if in_style else "russian")
    assert marker.note.startswith("in style at the time: house style of the BBC") == in_style


def test_a_place_is_not_a_government(note):
    text = "Kyiv rejected the draft. The talks were held in Kyiv." + TOPIC
    found = [m for m in note(text).markers if m.category == "naming-metonym" and m.span.start < 60]
    assert [m.span.start for m in found] == [0]


def test_mirror_words_take_the_side_of_their_referent(note):
    def side(text):
        made = note(text + TOPIC)
        return {(m.target, m.convention, m.valence) for m in made.markers if m.term == "liberate"}

    assert side("Russian forces liberated the village.") == {("russia", "russian", 1)}
    assert side("Ukrainian forces liberated the village.") == {("ukraine", "ukrainian", 1)}
    assert side("Rain liberated the village.") <= {(None, "unresolved", 1)}


def test_scare_quotes_are_a_marker_and_terms_are_none(note):
    text = (
        'The sides exchanged a "memorandum". Nobody had seen the "memorandum" before. They agreed on a '
        'swap in the "1,000 for 1,000" format.'
    )
    found = [m.span.of(text) for m in note(text).markers if m.category == "distancing"]
    assert found == ['"memorandum"', '"memorandum"']


def test_reporting_verbs_are_the_outlets_and_neutral_ones_no_markers(note):
    text = "Jan Novak said the dam is safe. Ana Silva claimed that the gauge is wrong."
    found = [m for m in note(text).markers if m.category == "reporting-verb"]
    assert [(m.term, m.voice.kind) for m in found] == [("claimed", "outlet")]


def test_no_product_of_the_same_words_counts_twice(note):
    made = note("The aggressor state must answer, Jan Novak said." + TOPIC)
    spans = [(m.span, m.category) for m in made.markers]
    assert len(spans) == len(set(spans))
