"""Excerpts, answers, care."""

import re
from dataclasses import replace

import pytest

import framing
from framing.classroom.choosing.cards import _card_voice
from framing.classroom.choosing.care import graphic_weight, mask_slurs, masked_words, themes_in
from framing.classroom.choosing.excerpts import WIDTH, _excerpt, numbered
from framing.classroom.choosing.items import _unmasked, quoted
from framing.classroom.choosing.level import reading_level
from framing.classroom.choosing.points import Points
from framing.classroom.choosing.windows import (
    FEWEST,
    MOST,
    _open_marks,
    own_sentences,
    windows,
)
from framing.classroom.pack import _suits, classroom
from framing.comparison.compare import compare
from framing.errors import InputError
from framing.model import Claim, Event, Passage, Span, Voice


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


def test_what_both_agree_on_stands_in_both_in_the_line_that_the_key_gives(any_pack):
    lesson = any_pack.pack.lesson
    assert lesson.agree
    for told in lesson.agree:
        for excerpt, answer in zip(lesson.excerpts, told, strict=True):
            number, words = re.fullmatch(r"line (\d+): (.+)", answer).groups()
            line = excerpt.lines[int(number) - 1]
            begin = words.strip('“”"‘’…')[:12]
            assert begin[:5] in excerpt.text[line.start : line.end], answer
            assert begin in excerpt.text, answer
    assert any_pack.pack.documents[0].sheets[1].blocks[0].label == "Task 1"


def paired(note, one, two, *, told):
    """Points of two texts of one comparison whose claims join the given passages."""
    notes = [note(text, id=name) for text, name in ((one, "a"), (two, "b"))]
    found = compare(notes, Event("e", "", ("a", "b"), ("day", "day")))
    claims = tuple(
        Claim(f"c{n}", "", tuple(
            Passage(a.article.id, Span(at := a.article.text.index(words), at + len(words)), OWN)
            for a, words in zip(notes, pair, strict=True) if words
        ), ())
        for n, pair in enumerate(told)
    )  # fmt: skip
    return Points(replace(found, claims=claims)), *(windows(a)[0] for a in notes)


OWN = Voice("outlet")
MARKET = "The market hall was closed for two weeks. Traders of the hall were ready. The roof leaks."
OTHER = (
    "The board shut the market hall for a fortnight or two. The mayor was ready. Buses ran late."
)


@pytest.mark.parametrize(
    ("told", "shared"),
    [
        (("The market hall was closed for two weeks", "shut the market hall for a fortnight"), 1),
        (("Traders of the hall were ready", "The mayor was ready"), 0),  # one word in common
        (("The roof leaks", "Buses ran late"), 0),
    ],
)
def test_a_point_is_agreed_only_where_both_passages_share_words(note, told, shared):
    points, one, two = paired(note, MARKET, OTHER, told=[told])
    assert len(points.shared(one, two)) == shared


def test_parties_alone_do_not_make_a_point_agreed(note):
    told = "Ukraine and Russia met", "Russia wrote to Ukraine"
    points, one, two = paired(
        note, f"{told[0]} in the hall. It rained.", f"{told[1]} again. It snowed.", told=[told]
    )
    assert points.shared(one, two) == []


def test_a_fact_of_this_text_only_has_words_that_the_other_does_not_have(note):
    told = [
        ("The market hall was closed for two weeks", ""),
        ("The roof leaks", ""),
        ("", "Buses ran late"),
    ]
    points, one, two = paired(note, MARKET, OTHER, told=told)
    assert points.only(one, two).of(MARKET) == "The roof leaks"
    assert points.only(two, one).of(OTHER) == "Buses ran late"
    assert points.only(one, one) is None


def test_what_both_tell_is_no_fact_of_one_text_only(any_pack):
    lesson = any_pack.pack.lesson
    only = next(row for row in lesson.rows if row.question.endswith("this text only"))
    for side in (0, 1):
        assert only.answers[side] not in {told[side] for told in lesson.agree}


def test_the_dash_of_a_speaker_stays_and_is_no_gap(note):
    text = "We kept our word.\n\n- Novak wrote on the page of the board.\n\nThe hall is open."
    annotation = note(text)
    assert "- Novak wrote on the page of the board." in [
        s.of(text) for s in own_sentences(annotation)
    ]
    excerpt = _excerpt("A", windows(annotation)[0], first_line=1)
    assert "\n- Novak" in excerpt.text and "[…]" not in excerpt.text


def test_an_excerpt_with_its_closing_mark_is_preferred():
    assert _open_marks("“We kept our word, he said.")
    assert _open_marks('He said: "We kept our word.')
    assert not _open_marks("“We kept our word,” he said. «Yes», she said. „Ja“, said a third.")


def test_marks_inside_quoted_words_become_single_ones():
    assert quoted("so-called “memorandum”") == "“so-called ‘memorandum’”"
    assert quoted("“memorandum”") == "“memorandum”"


@pytest.mark.parametrize(
    ("sentence", "voice"),
    [
        ("The hall will be closed on Monday for two weeks.", "O"),
        ("Ana Novak said that the hall would be closed for two weeks.", "R"),
        ("The hall, as was said and told all over the town, is closed.", None),
    ],
)
def test_a_card_whose_verb_of_saying_has_no_speech_is_not_used(note, sentence, voice):
    annotation = note(sentence)
    if voice is None:
        annotation = replace(annotation, quotes=())
    assert _card_voice(annotation, annotation.sentences[0]) == voice


def test_the_event_with_more_word_choices_goes_first_among_equals(note):
    plain = "The town hall opened on Monday, and the mayor was there with the school band. "
    loaded = "The aggressor state and the Kiev regime met on Monday, and nobody was glad of it. "
    made = [
        compare(
            [note(text, id=f"{id}{n}", outlet=f"o{n}") for n in (1, 2)],
            Event(id, "", (f"{id}1", f"{id}2"), ("day", "day")),
        )
        for id, text in (("a", plain), ("b", loaded))
    ]
    assert min(made, key=_suits).event.id == "b"


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
