"""Annotations to brat and back."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests_samples import AGENCY, MULTI_PARAGRAPH, SET_OFF, STATED_BY

from framing.annotation.annotate import annotate
from framing.annotation.exchange import to_record
from framing.demo import ARTICLES
from framing.errors import InputError
from framing.reading.files import read
from framing.validation.standoff import from_brat, to_brat

TEXTS = (AGENCY, SET_OFF, STATED_BY, MULTI_PARAGRAPH, AGENCY.replace("\n", "\r\n"))


@pytest.mark.parametrize("text", TEXTS)
def test_an_export_that_nobody_touched_comes_back_as_it_went_out(note, text, tmp_path):
    went = note(text)
    to_brat([went], tmp_path)
    (back,) = from_brat(tmp_path, [went])
    assert json.dumps(to_record(back)) == json.dumps(to_record(went))


RELAYED = (
    "GENEVA, March 4 (Reuters) - Ana Reyes said on Monday that Jan Novak had called the dam “a risk to "
    "the town”. The agency Lakepress quoted Mayor Ivo Brand as saying that the water was falling. Reyes "
    "said that, according to Brand, the council had probably agreed to pay.\n"
)


def test_words_that_are_passed_on_go_and_come_back(note, tmp_path):
    went = note(RELAYED)
    assert any(quote.relayed for quote in went.quotes)
    assert any(quote.relay for quote in went.quotes)
    to_brat([went], tmp_path)
    lines = (tmp_path / "a.ann").read_text("utf-8").splitlines()
    assert sum("\trelayed Arg1:" in line for line in lines) == sum(
        len(quote.relayed) for quote in went.quotes
    )
    (back,) = from_brat(tmp_path, [went])
    assert back.quotes == went.quotes
    assert json.dumps(to_record(back)) == json.dumps(to_record(went))


def test_quotations_that_pass_each_other_on_are_told(note, tmp_path):
    went = note("The dam is old. It is a disgrace.\n", only=["general"])
    to_brat([went], tmp_path)
    (tmp_path / "a.ann").write_text(
        "T1\tquote-indirect 0 14\tThe dam is old\nT2\tquote-indirect 16 32\tIt is a disgrace\n"
        "R1\trelayed Arg1:T1 Arg2:T2\nR2\trelayed Arg1:T2 Arg2:T1\n"
    )
    with pytest.raises(InputError, match="'a': T1, T2 are relayed in a circle"):
        from_brat(tmp_path, [went])


def test_the_articles_of_the_demo_come_back(tmp_path):
    went = annotate(read(ARTICLES))
    assert sum(len(quote.relayed) for note in went for quote in note.quotes) > 3
    to_brat(went, tmp_path)
    back = from_brat(tmp_path, went)
    assert list(map(to_record, back)) == list(map(to_record, went))


def test_offsets_are_those_of_the_text_file(note, tmp_path):
    text = "Lake 🌊 talks\n\nThe so-called experts “knew” it, she probably said.\n"
    to_brat([note(text)], tmp_path)
    lines = (tmp_path / "a.ann").read_text("utf-8").splitlines()
    spans = [line.split("\t") for line in lines if line.startswith("T")]
    assert spans
    for _, where, words in spans:
        start, end = (int(n) for n in where.split(" ")[1:3])
        assert (tmp_path / "a.txt").read_text("utf-8")[start:end] == words


@settings(
    deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=200))
def test_any_text_goes_and_comes_back(note, tmp_path, words):
    went = note(f"{words}\n“{words}” he said, probably.\n", only=["general"])
    to_brat([went], tmp_path)
    (back,) = from_brat(tmp_path, [went])
    assert to_record(back) == to_record(went)


def test_what_people_add_is_read(note, tmp_path):
    went = note("The dam is old. It is a disgrace.\n", only=["general"])
    to_brat([went], tmp_path)
    path = tmp_path / "a.ann"
    path.write_text(
        "T1\tquote-indirect 16 32\tIt is a disgrace\nT2\tevaluative 22 32\ta disgrace\n"
        "#1\tAnnotatorNotes T1\t{\"speaker\": \"Ana Reyes\"}\n#2\tAnnotatorNotes T2\tcheck this\n"
    )  # fmt: skip
    (back,) = from_brat(tmp_path, [went])
    assert [(q.kind, q.speaker, q.rule) for q in back.quotes] == [("indirect", "Ana Reyes", "brat")]
    assert [(m.category, m.voice.kind, m.voice.speaker) for m in back.markers] == [
        ("evaluative", "indirect", "Ana Reyes")
    ]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("T1\tevaluative 0 900\tx", "characters 0 900 of a text with"),
        ("T1\tmood 0 3\tThe", "'mood' is not in annotation.conf"),
        ("T1 evaluative", "parted by tabs"),
        ("R1\tcue", "not a line of brat"),
    ],
)
def test_a_line_that_cannot_be_read_is_told(note, tmp_path, line, wanted):
    went = note("The dam is old.\n")
    to_brat([went], tmp_path)
    (tmp_path / "a.ann").write_text("T9\tevaluative 4 7\tdam\n" + line + "\n")
    with pytest.raises(InputError) as fault:
        from_brat(tmp_path, [went])
    assert f"{tmp_path / 'a.ann'}:2: " in str(fault.value)
    assert wanted in str(fault.value)


def test_another_text_is_refused(note, tmp_path):
    went = note("The dam is old.\n")
    to_brat([went], tmp_path)
    with pytest.raises(InputError, match="not the text of article 'a' any more"):
        from_brat(tmp_path, [note("The dam is new.\n")])
    with pytest.raises(InputError, match="export the articles to brat first"):
        from_brat(tmp_path, [note("x", id="b")])


def test_ids_make_no_paths(note, tmp_path):
    files = to_brat([note("The dam is old.\n", id="../../up: a/b")], tmp_path / "out")
    assert {f.parent for f in files} == {tmp_path / "out"}
