"""A user's corrections survive a rerun, and say so when they no longer fit."""

from datetime import date

import pytest

import framing
from framing.errors import InputError, OptionError
from framing.validation.corrections import (
    add_correction,
    corrections_beside,
    read_corrections,
)

HEAD = "article,field,value,text,start,note\n"
ONE = (
    "Talks on the lake end without a deal\n\nTalks on the water of the lake ended without a deal. "
    "Minister Ana Reyes said that the draft was a “joke”. “We will go on,” envoy Tom Okafor said. "
    "It was a shameful day.\n"
)
TWO = "Lake talks: no deal\n\nTalks on the water of the lake ended on Monday without a deal.\n"


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "week"
    path.mkdir()
    (path / "one.txt").write_text(ONE, "utf-8")
    (path / "two.txt").write_text(TWO, "utf-8")
    return path


def corrected(folder, lines):
    file = corrections_beside(folder)
    file.write_text(HEAD + lines, "utf-8")
    return framing.apply_corrections(framing.read(folder), file)


def test_outlet_and_date(folder):
    one, two = corrected(folder, "one,outlet,TASS,,,no dateline\none,date,2025-06-02,,,\n")
    assert (one.outlet.outlet, one.outlet.name, one.outlet.confidence) == (
        "tass",
        "TASS",
        "certain",
    )
    assert one.published == date(2025, 6, 2)
    assert two.outlet.outlet == framing.UNKNOWN
    assert one.outlet.evidence[0].text == "week.corrections.csv:2: TASS"


def test_an_outlet_of_no_table_is_taken_as_it_is_written(folder):
    one, _ = corrected(folder, "one,outlet,Lake Herald,,,\n")
    assert (one.outlet.outlet, one.outlet.name) == ("lake-herald", "Lake Herald")


def annotation(folder, lines):
    return framing.annotate(corrected(folder, lines))[0]


def said(note):
    return [(q.content.of(note.article.text), q.kind, q.speaker) for q in note.quotes]


def test_a_voice_of_the_outlet_takes_the_quotation_away(folder):
    before = framing.annotate(framing.read(folder))[0]
    assert ("We will go on", "direct", "Tom Okafor") in said(before)
    after = annotation(folder, 'one,voice,outlet,"We will go on,",,\n')
    assert "Tom Okafor" not in [speaker for _, _, speaker in said(after)]


def test_a_voice_moves_the_markers_in_it(folder):
    before = framing.annotate(framing.read(folder))[0]
    shameful = next(m for m in before.markers if m.term == "shameful")
    assert shameful.voice.kind == "outlet"
    lines = (
        "one,speaker,Ana Reyes,It was a shameful day,,\n"
        "one,voice,indirect,It was a shameful day,,a run-on of what she said\n"
    )
    after = annotation(folder, lines)
    shameful = next(m for m in after.markers if m.term == "shameful")
    assert (shameful.voice.kind, shameful.voice.speaker) == ("indirect", "Ana Reyes")
    assert ("It was a shameful day", "indirect", "Ana Reyes") in said(after)


def test_part_of_a_quotation_is_cut_out_and_nothing_overlaps(folder):
    after = annotation(folder, "one,voice,outlet,the draft was,,\n")
    spans = sorted(q.content for q in after.quotes)
    assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))
    assert not any("the draft was" in text for text, _, _ in said(after))
    assert all(q.words for q in after.quotes)


def test_unclear_is_a_voice_too(folder):
    after = annotation(folder, "one,voice,unclear,It was a shameful day,,\n")
    assert next(m for m in after.markers if m.term == "shameful").voice.kind == "unclear"


def test_a_speaker_is_replaced_and_a_question_mark_is_nobody_named(folder):
    after = annotation(folder, 'one,speaker,Ana Reyes,"We will go on,",,\n')
    assert ("We will go on", "direct", "Ana Reyes") in said(after)
    after = annotation(folder, 'one,speaker,?,"We will go on,",,\n')
    assert ("We will go on", "direct", None) in said(after)


def test_events(folder):
    together = framing.find_events(corrected(folder, ""))
    assert [len(event.articles) for event in together] == [2]
    apart = framing.find_events(corrected(folder, "two,event,alone,,,another round\n"))
    assert sorted(event.articles for event in apart) == [("one",), ("two",)]
    (folder / "three.txt").write_text("Bridge closed\n\nThe bridge was closed after the flood.\n")
    joined = framing.find_events(corrected(folder, "three,event,one,,,\ntwo,event,alone,,,\n"))
    assert sorted(event.articles for event in joined) == [("one", "three"), ("two",)]


def test_corrections_survive_a_rerun_and_an_edit_before_the_words(folder):
    file = corrections_beside(folder)
    start = ONE.index("It was a shameful day")
    file.write_text(f"{HEAD}one,voice,unclear,It was a shameful day,{start},\n", "utf-8")
    (folder / "one.txt").write_text(ONE.replace("Minister Ana", "Deputy Minister Ana"), "utf-8")
    for _ in range(2):
        study = framing.study(folder, corrections=file)
        note = next(n for n in study.notes if n.article.id == "one")
        assert next(m for m in note.markers if m.term == "shameful").voice.kind == "unclear"


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("ones,date,2025-06-02,,,", "no article 'ones'; there are one"),
        ("one,date,June 2,,,", "is not a day like 2025-06-02"),
        ("one,mood,happy,,,", "is not one of outlet, date, voice, speaker, event"),
        ("one,voice,loud,It was,,", "is not one of outlet, indirect, direct, unclear"),
        ("one,voice,direct,words that are gone,,", "not in the article any more: copy"),
        ("one,voice,direct,deal,,", "comes 2 times: set start to one of"),
        ("one,voice,direct,,,", "text is empty"),
        ("one,event,nine,,,", "write alone, or the id"),
        ("one,outlet,,,,", "the outlet is empty"),
    ],
)
def test_a_line_that_does_not_fit_is_told_with_file_and_line(folder, line, wanted):
    with pytest.raises(InputError) as fault:
        corrected(folder, "two,date,2025-06-02,,,\n" + line + "\n")
    assert f"{corrections_beside(folder)}:3: " in str(fault.value)
    assert wanted in str(fault.value)


def test_a_speaker_where_nobody_speaks_is_told_with_file_and_line(folder):
    with pytest.raises(InputError, match=r"week.corrections.csv:2: nobody is quoted"):
        annotation(folder, "one,speaker,Ana Reyes,It was a shameful day,,\n")


def test_two_lines_on_one_thing_and_wrong_columns_are_refused(folder):
    with pytest.raises(InputError, match=r"csv:3: line 2 sets the date of 'one'"):
        corrected(folder, "one,date,2025-06-02,,,\none,date,2025-06-03,,,\n")
    corrections_beside(folder).write_text("id,what\na,b\n")
    with pytest.raises(InputError, match="columns are article, field"):
        read_corrections(corrections_beside(folder))


def test_adding_writes_the_file_and_changes_the_line_that_is_there(folder):
    file, corpus = corrections_beside(folder), framing.read(folder)
    row = {"article": "one", "field": "speaker", "value": "?", "text": "- We will"}
    with pytest.raises(OptionError, match="not in the article"):
        add_correction(file, corpus, row)
    assert not file.exists()
    add_correction(file, corpus, {"article": "one", "field": "outlet", "value": "UNN"})
    add_correction(file, corpus, {"article": "one", "field": "outlet", "value": "TASS"})
    add_correction(file, corpus, {"article": "two", "field": "event", "value": "alone"})
    assert [row["value"] for _, row in read_corrections(file)] == ["TASS", "alone"]


def test_corrections_of_absent_articles_can_be_passed_over(folder):
    file = corrections_beside(folder)
    file.write_text(HEAD + "gone,outlet,TASS,,,\none,outlet,TASS,,,\n")
    with pytest.raises(InputError, match="no article 'gone'"):
        framing.apply_corrections(framing.read(folder), file)
    found = framing.apply_corrections(framing.read(folder), file, partly=True)
    assert found[0].outlet.outlet == "tass"
