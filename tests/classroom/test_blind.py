"""The blind test: nothing in a pupil file gives an outlet away."""

import re

import pytest
from tests_files import everything_in, forbidden, leaks

from framing.reporting.blind import outlet_strings


def pupil_files(made):
    return {d.name for d in made.pack.documents if d.audience == "pupils"}


def test_no_pupil_file_names_an_outlet(any_pack):
    bad = forbidden(any_pack)
    checked = 0
    for name, data in any_pack.files.items():
        if name.partition(".")[0] in pupil_files(any_pack):
            checked += 1
            for kind, strings in bad.items():
                assert leaks(everything_in(name, data), strings) == [], (name, kind)
    assert checked == 5  # pupil pages twice, slides, cards, rubric


def test_the_same_search_finds_the_outlets_in_the_teachers_files(any_pack):
    names = {a.article.outlet.name for c in any_pack.comparisons[:1] for a in c.annotations}
    for name in ("2_answer_key.pdf", "7_sources_and_rights.pdf", "4_reveal_slide.pdf"):
        text = everything_in(name, any_pack.files[name])
        assert leaks(text, names), name


def test_names_in_a_byline_are_hidden_where_they_come_again(bridge):
    lantern = next(
        a.article for a in bridge.comparisons[0].annotations if a.article.id.startswith("lantern")
    )
    assert "Maria Quill" in outlet_strings(lantern, bridge.table)
    assert lantern.text.count("Maria Quill") == 2


@pytest.mark.parametrize("word", ["TASS", "Dnipro Courier"])
def test_the_check_itself_finds_a_planted_name(made, word):
    assert leaks(f"as {word} reports", {word, "Reuters"}) == [word]


def test_markers_stay_for_pupils_to_find(made):
    text = everything_in("1_pupil.pdf", made.files["1_pupil.pdf"])
    items = [item for found in made.pack.lesson.answers for item in found.items]
    flat = re.sub(r"\s+", " ", text)
    assert items
    for item in items:
        assert item.words.split()[0] in flat
