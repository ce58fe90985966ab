"""The blind test: nothing in a pupil file gives an outlet away."""

import re

import pytest
from classroom.conftest import TWELVE, twelve_table, twelve_texts
from tests_files import everything_in, forbidden, leaks

from framing.reporting.blind import blind, outlet_strings
from framing.reporting.report import report


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


def test_what_is_searched_for_has_every_name_domain_reporter_and_file_of_twelve_outlets(twelve):
    assert len({a.article.outlet.outlet for c in twelve.comparisons for a in c.annotations}) == 12
    bad = set().union(*forbidden(twelve).values())
    for outlet, name, person in TWELVE:
        assert {name, f"{outlet}.example"} <= bad
        assert any(stem.startswith(f"{outlet}_2025") for stem in bad)
        telling = next(text for file, text in twelve_texts() if file.startswith(f"{outlet}_"))
        assert person not in telling or any(person in string for string in bad)


@pytest.mark.parametrize("ending", ["pdf", "html", "png"])
def test_a_blind_report_of_twelve_outlets_names_none(twelve, ending, tmp_path):
    table = tmp_path / "outlets.csv"
    table.write_text(twelve_table(), encoding="utf-8")
    hidden = blind(twelve.comparisons, outlets=table)
    files = report(hidden.comparisons).save(tmp_path / f"r.{ending}")
    for path in files:
        text = everything_in(path.name, path.read_bytes())
        for kind, strings in forbidden(twelve).items():
            assert leaks(text, strings) == [], (path.name, kind)


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
