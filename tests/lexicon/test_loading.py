import pytest

from framing.annotation.lexicon.loading import load_packs
from framing.annotation.lexicon.tools.checking import check_packs
from framing.errors import LexiconError, OptionError

PAPERS = """
name = "river"
title = "The river dispute"
version = "1"
language = "en"
licence = "CC BY 4.0"
note = "For the tests."
cues = ["river", "dam", "gauge"]
parties = ["north", "south"]
[sides]
north = "North"
south = "South"
"""
HEAD = "term,form,category,target,valence,convention,unless,only,match,no_match,source,note\n"
ROW = "water thief,noun,naming-epithet,north,-1,southern,,,The water thieves met.,,Radio South 2020,x\n"


@pytest.fixture
def pack(tmp_path):
    folder = tmp_path / "river"
    folder.mkdir()
    (folder / "pack.toml").write_text(PAPERS)

    def write(rows: str, name: str = "markers.csv"):
        (folder / name).write_text(rows, encoding="utf-8")
        return tmp_path

    return write


def fault_of(folder):
    with pytest.raises(LexiconError) as caught:
        load_packs(folder=folder)
    return str(caught.value)


def test_a_good_pack_loads_and_checks(pack):
    packs = load_packs(folder=pack(HEAD + ROW))
    assert [term.term for term in packs[0].terms] == ["water thief"]
    assert check_packs(packs) == []


def test_a_spreadsheet_export_loads(pack):
    table = (HEAD + ROW).replace(",", ";").replace("\n", "\r\n")
    assert len(load_packs(folder=pack("\ufeff" + table))[0].terms) == 1


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("naming-epithet", "insult", "column 'category': 'insult' is not one of naming-epithet"),
        (",-1,", ",-2,", "column 'valence': '-2' is not one of -1, 0, 1"),
        ("Radio South 2020", "", "column 'source': is empty"),
        ("The water thieves met.", "", "column 'match': a topic row needs a sentence"),
        (",,,The water", ",water thief film,,The water", "column 'no_match': a row with a guard"),
        (",noun,", ",plural,", "column 'form': 'plural' is not one of fixed, noun, verb, name"),
    ],
)
def test_a_bad_cell_is_named_with_file_line_and_column(pack, old, new, wanted):
    message = fault_of(pack(HEAD + ROW.replace(old, new, 1)))
    assert "markers.csv:2" in message
    assert wanted in message


def test_an_unknown_column_is_named(pack):
    assert "unknown column 'colour'" in fault_of(
        pack(HEAD.strip() + ",colour\n" + ROW.strip() + ",red\n")
    )


def test_too_many_cells_are_told_with_the_cure(pack):
    assert "put cells that hold ',' in quotation marks" in fault_of(
        pack(HEAD + ROW.strip() + ",y,z\n")
    )


def test_all_faults_are_told_at_once(pack):
    message = fault_of(pack(HEAD + ROW.replace("noun", "x") + ROW.replace("-1", "9")))
    assert "markers.csv:2" in message
    assert "markers.csv:3" in message


def test_a_side_that_the_papers_do_not_name(pack):
    message = fault_of(pack("actor,side,kind,source\nReyes,west,person,x\n", "actors.csv"))
    assert "column 'side': 'west' is not a side of pack.toml: north, south" in message


def test_a_pack_without_papers_or_with_another_name(pack, tmp_path):
    folder = pack(HEAD + ROW)
    (tmp_path / "river" / "pack.toml").write_text(PAPERS.replace('"river"', '"lake"', 1))
    assert "is not the folder's name" in fault_of(folder)
    (tmp_path / "river" / "pack.toml").write_text('name = "river"')
    assert "missing title, version" in fault_of(folder)


def test_an_edited_pack_is_read_again(pack):
    folder = pack(HEAD + ROW)
    assert len(load_packs(folder=folder)[0].terms) == 1
    pack(
        HEAD
        + ROW
        + ROW.replace("water thief", "gauge liar").replace("water thieves", "gauge liars")
    )
    assert len(load_packs(folder=folder)[0].terms) == 2


def test_an_unknown_pack_is_told_with_the_choices():
    with pytest.raises(OptionError, match="no lexicon pack 'rivers'.*general"):
        load_packs(["rivers"])


def test_the_checker_finds_failing_sentences_doubles_and_dead_references(pack):
    rows = (
        HEAD
        + ROW.replace("The water thieves met.", "Nobody met.")
        + ROW
        + ROW.replace("water thief", "dam")
        .replace("water thieves", "dam")
        .replace("north,", "nort,")
    )
    faults = "\n".join(check_packs(load_packs(folder=pack(rows))))
    assert "does not find itself in: Nobody met." in faults
    assert "'water thief' stands in line 2 already" in faults
    assert "target 'nort' is no side" in faults
