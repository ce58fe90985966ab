"""Excerpts, answers, care."""

import pytest

import framing
from framing.classroom.choosing.care import graphic_weight, mask_slurs, masked_words, themes_in
from framing.classroom.choosing.excerpts import WIDTH, numbered
from framing.classroom.choosing.level import reading_level
from framing.classroom.choosing.windows import FEWEST, MOST, own_sentences, windows
from framing.classroom.pack import classroom
from framing.errors import InputError


def test_excerpts_have_a_good_length_and_come_from_two_outlets(made):
    one, two = made.pack.lesson.excerpts
    for excerpt in (one, two):
        assert FEWEST <= excerpt.window.words <= MOST
        assert all(len(excerpt.text[line.start : line.end]) <= WIDTH for line in excerpt.lines)
    outlets = {a.article.outlet.outlet for a in made.pack.lesson.originals}
    assert len(outlets) == 2


def test_every_answer_stands_in_the_line_that_the_key_gives(any_pack):
    for excerpt, found in zip(
        any_pack.pack.lesson.excerpts, any_pack.pack.lesson.answers, strict=True
    ):
        for item in found.items:
            line = next(line for line in excerpt.lines if line.number == item.line)
            assert line.start <= item.place.start < line.end
            assert item.words[0] == excerpt.text[item.place.start]


def test_both_texts_get_the_same_number_of_answers(any_pack):
    numbers = [len(found.items) for found in any_pack.pack.lesson.answers]
    assert numbers[0] == numbers[1] > 0


def test_what_both_agree_on_is_found_in_both(bridge):
    told = " ".join(bridge.pack.lesson.agree)
    assert "A line" in told and "B line" in told
    assert bridge.pack.documents[0].sheets[1].blocks[0].label == "Task 1"


def test_a_calm_passage_is_preferred_to_a_graphic_one(note):
    calm = (
        "The council said that the hall would stay open until ten. The mayor stressed that all groups "
        "may use it. She noted that the key is with the porter, who lives next door. "
    )
    grim = "Two bodies lay in blood, and a corpse had been mutilated, the police said. "
    article = note(grim * 6 + "\n\n" + calm * 4)
    best = windows(article)[0]
    assert graphic_weight(best.text) == 0
    assert graphic_weight(grim) > 10


def test_a_dateline_is_no_part_of_a_sentence(bridge):
    for annotation in bridge.comparisons[0].annotations:
        first = own_sentences(annotation)[0].of(annotation.article.text)
        assert first.startswith("The stone bridge")


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("the orcs came", "the o**s came"),
        ("Moskals and ukrops", "M*****s and u****s"),
        ("an Orchard in Norcia", "an Orchard in Norcia"),
    ],
)
def test_insults_are_starred_and_keep_their_length(text, masked):
    assert mask_slurs(text) == masked
    assert len(mask_slurs(text)) == len(text)


def test_both_sides_have_masked_words_and_each_has_a_reason():
    about = [m.about for m in masked_words()]
    assert abs(about.count("Russians") - about.count("Ukrainians")) <= 2
    assert all(m.reason for m in masked_words())


def test_insults_are_starred_for_pupils_and_whole_in_the_key(note):
    from framing.classroom.choosing.excerpts import _excerpt
    from framing.classroom.choosing.items import _unmasked

    text = "The crowd shouted that the moskals should go home. " * 15
    excerpt = _excerpt("A", windows(note(text))[0], first_line=1)
    assert "moskals" not in excerpt.text and "m*****s" in excerpt.text
    assert "moskals" in _unmasked(excerpt)


def test_themes_are_named_the_most_graphic_first():
    assert themes_in(["Prisoners said that they had been tortured."]) == ["cruelty", "captivity"]


def test_reading_level_is_a_range_and_short_texts_have_none(note):
    sentence = (
        "The committee published its preliminary recommendations on municipal infrastructure. "
    )
    long, short = note(sentence * 20), note(sentence * 3)
    assert "three formulas" in reading_level(long, long.sentences)
    assert reading_level(short, short.sentences).startswith("too short")


def test_names_do_not_make_a_text_harder(note):
    plain = "They said that the road is open and that the bus runs at nine each day. "
    named = "Volodymyr Zelensky said that the road is open and that the bus runs at nine each day. "
    assert reading_level(note(named * 12), note(named * 12).sentences) == reading_level(
        note(plain * 12), note(plain * 12).sentences
    )


def test_lines_keep_every_character():
    text = "A first paragraph with more than one line in it, which is long enough to be broken.\nAnother."
    lines = numbered(text)
    assert [line.number for line in lines] == [1, 2, 3]
    assert lines[2].opens and not lines[1].opens
    joined = " ".join(text[line.start : line.end] for line in lines)
    assert joined == text.replace("\n", " ")


def test_one_article_is_too_few_and_the_message_says_what_to_do(tmp_path):
    (tmp_path / "a.txt").write_text("The bridge is open again. The board said so on Monday. " * 6)
    study = framing.study(tmp_path)
    with pytest.raises(InputError, match="two articles on one event"):
        classroom(study.comparisons)
