"""Markers of articles on conflicts without a pack of their own, and what is no marker there."""

import pytest

WORLD = ("general", "world")


def found(note, text, category, **options):
    made = note(text, only=WORLD, **options)
    return [m.span.of(text) for m in made.markers if m.category == category]


def target(note, text, words):
    made = note(text, only=WORLD)
    return next(m.target for m in made.markers if m.span.of(text).lower() == words)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("NAIROBI, May 3 (Reuters) - The river rose on Sunday.", "NAIROBI"),
        ("Beijing (AFP) - The river rose on Sunday.", "Beijing"),
        ("MOSCOW, June 2. /TASS/. The river rose on Sunday.", "MOSCOW"),
        ("Pyongyang, August 19 (KCNA) -- The river rose.", "Pyongyang"),
        ("TOKYO — The river rose on Sunday.", "TOKYO"),
        ("NEW DELHI: The river rose on Sunday.", "NEW DELHI"),
        ("River rises\n\nANKARA\n\nThe river rose on Sunday.", "ANKARA"),
        ("Rain kept falling north of Tehran on Sunday.", "Tehran"),
        ("Rebels captured Khartoum in May.", "Khartoum"),
    ],
)
def test_a_dateline_or_a_direction_names_a_place(note, text, name):
    assert name in text
    assert found(note, text, "naming-metonym") == []


@pytest.mark.parametrize(
    "text",
    [
        "Moscow: river treaty will stand",
        "Beijing, which sent two ships, rejects the ruling.",
        "Tehran said in May (its last word) that it would wait.",
    ],
)
def test_a_capital_that_opens_a_line_may_still_be_a_government(note, text):
    assert len(found(note, text, "naming-metonym")) == 1


@pytest.mark.parametrize(
    ("text", "category", "words"),
    [
        ("Sailors crossed the West Philippine Sea.", "spelling", "West Philippine Sea"),
        ("Sailors passed Huangyan Dao.", "spelling", "Huangyan Dao"),
        ("Snow fell in Pakistan-occupied Kashmir.", "naming-epithet", "Pakistan-occupied Kashmir"),
        ("Snow fell in Indian-held Kashmir.", "naming-epithet", "Indian-held Kashmir"),
        ("The DPRK sent a team.", "naming-formal", "DPRK"),
        ("Both armies want the war to go on.", "event-naming", "war"),
        ("The army spoke of aggression.", "event-naming", "aggression"),
        ("The regime shut the schools.", "naming-epithet", "regime"),
    ],
)
def test_disputed_names_are_found_without_a_topic_pack(note, text, category, words):
    assert found(note, text, category) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Her book on the Second World War sold well in a price war.",
        "The museum bought a coat from the American Civil War.",
        "He read the Genocide Convention in a hotel annex.",
    ],
)
def test_history_idioms_and_titles_name_no_present_war(note, text):
    assert found(note, text, "event-naming") == []


def test_a_topic_pack_goes_before_the_world(note):
    text = (
        "Kyiv and Moscow fight on; the special military operation in Ukraine is in its third year."
    )
    made = note(text)
    (marker,) = (m for m in made.markers if "special military operation" in m.span.of(text))
    assert marker.pack == "russia-ukraine"


def test_wordings_that_both_sides_accept_are_no_markers(note):
    text = "Asylum seekers wait; the illegal aliens, as he calls them, wait too."
    words = {m.span.of(text) for m in note(text).markers}
    assert "illegal aliens" in words
    assert "Asylum seekers" not in words


@pytest.mark.parametrize(
    "text",
    [
        "Settlers attacked the mill on Sunday.",
        "The mayor declined to comment.",
        "The mayor called on drivers to wait.",
        "The mayor voiced concern over the bridge.",
        "Experts are sceptical that the bridge will hold.",
    ],
)
def test_acts_and_feelings_are_no_reporting_verbs(note, text):
    assert found(note, text, "reporting-verb") == []


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Both firms have been accused of fraud.", "accused"),
        ("It is a charge that the firm has always denied.", "denied"),
        ("Its head, Ann Berg, accused Peru of fraud.", "accused"),
        ("The claim that the bridge was safe came from the firm.", "claim"),
    ],
)
def test_a_reporting_verb_needs_nothing_that_was_reported(note, text, verb):
    (cue,) = found(note, text, "reporting-verb")
    assert cue.endswith(verb)


def test_an_accused_man_reports_nothing(note):
    assert found(note, "The accused man sat down.", "reporting-verb") == []


@pytest.mark.parametrize(
    ("text", "words", "whom"),
    [
        ("Egypt said that the reckless Libyan plan had failed.", "reckless", "libya"),
        ("Norway's plan for Chile is reckless, the paper wrote.", "reckless", "norway"),
        ("Chile wrote to Norway. The talks may begin in May.", "may", "talks"),
        ("The bakery made a reckless bet on rye.", "reckless", "other"),
        ("“Our soldiers are ready,” Xi Jinping said.", "our soldiers", "china"),
    ],
)
def test_whom_a_word_is_about_is_read_from_its_sentence(note, text, words, whom):
    assert target(note, text, words) == whom


def test_a_speaker_does_not_blame_his_own_side(note):
    text = "Xi Jinping said that the reckless flights by Japan had to end."
    assert target(note, text, "reckless") == "japan"


@pytest.mark.parametrize(
    "text",
    [
        "Tourists took pictures of the Fearless Girl on Sunday.",
        "The band signed with Ruthless Records in spring.",
        "The court sits in Wise County until June.",
    ],
)
def test_a_word_in_a_proper_name_does_not_judge(note, text):
    assert found(note, text, "evaluative") == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Fearless girl saves three boys from the river.", "Fearless"),
        ("The girl was fearless.", "fearless"),
        ("Ruthless Mayor Closes Three Old Schools", "Ruthless"),
    ],
)
def test_a_capital_at_the_head_or_in_a_title_makes_no_name(note, text, word):
    assert found(note, text, "evaluative") == [word]
