"""Every class of fault that `framing lexicon check` tells, with file, line and column."""

import subprocess
import sys

import pytest

from framing.annotation.lexicon.tools.checking import check_folder
from framing.errors import OptionError

MISER = "water miser,noun,naming-epithet,south,-1,northern,neighbour,neighbour,,,old water miser,,"


def faults(river):
    return "\n".join(check_folder(river.root).faults)


def test_a_good_pack_has_no_faults(river):
    checked = check_folder(river.root)
    assert checked.faults == ()
    assert [pack.name for pack in checked.packs] == ["river"]


def test_a_pack_can_be_checked_by_its_own_folder(river, monkeypatch):
    from pathlib import Path

    assert check_folder(river.folder).faults == ()
    monkeypatch.chdir(river.folder)
    assert [pack.name for pack in check_folder(Path()).packs] == ["river"]


@pytest.mark.parametrize(
    ("file", "old", "new", "wanted"),
    [
        # the papers
        ("pack.toml", 'title = "The river dispute"\n', "", "pack.toml: missing title"),
        ("pack.toml", 'name = "river"', 'name = "lake"', "pack.toml:1: name 'lake' is not the folder's"),
        ("pack.toml", 'cues = ["river", "dam", "gauge"]', 'cues = "river"',
         "pack.toml:9: 'cues' must be a list of texts, not 'river'"),
        ("pack.toml", "sources =", "sorces =", "unknown key 'sorces': did you mean 'sources'?"),
        ("pack.toml", 'parties = ["north", "south"]', 'parties = ["north", "west"]',
         "pack.toml:10: party 'west' is not in [sides]: north, south"),
        ("pack.toml", 'parties = ["north", "south"]', 'parties = ["south", "north"]',
         "parties are named in alphabetical order: north, south"),
        ("pack.toml", 'parties = ["north", "south"]', 'parties = ["north"]', "1 parties: a conflict pack has two"),
        ("pack.toml", "[sides]", "[sides", "at line 12"),
        ("pack.toml", "[sides]", '[lonely]\nbrook = "x"\n[sides]', "[lonely]: 'brook' is neither a slot nor a term"),
        ("pack.toml", "[sides]", '[mirrors]\nneighbour = "brook"\n[sides]',
         "[mirrors]: 'neighbour' and 'brook' are not two slots or two actors"),
        # the form of a row
        ("markers.csv", "source,note", "sorce,note", "markers.csv:1: unknown column 'sorce': did you mean 'source'?"),
        ("markers.csv", "source,note", "sorce,note", "markers.csv:1: no column 'source'"),
        ("markers.csv", ",south,-1,", ",south,-2,", "markers.csv:3: column 'valence': '-2' is not one of"),
        ("markers.csv", "neighbour,,,old", "neighbour,2020-13,,old", "markers.csv:3: column 'valid_from': '2020-13'"),
        ("markers.csv", "Radio North 2020", "", "markers.csv:3: column 'source': is empty"),
        ("markers.csv", "A label of the north for the south.", "", "markers.csv:3: column 'note': is empty"),
        ("markers.csv", "The water misers met.", "", "markers.csv:3: column 'match': a topic row needs"),
        ("markers.csv", "An old water miser sang.", "", "markers.csv:3: column 'no_match': a row with a guard"),
        ("markers.csv", "Radio North 2020,A label", "Radio North, 2020,A label", "markers.csv:3: more cells than columns"),
        # what a row says
        ("markers.csv", "The water misers met.", "Nobody met.",
         "markers.csv:3: column 'match': 'water miser' does not find itself in: Nobody met."),
        ("markers.csv", "An old water miser sang.", "The water misers sang.",
         "markers.csv:3: column 'no_match': 'water miser' finds itself in"),
        ("markers.csv", ",south,-1,", ",east,-1,", "markers.csv:3: column 'target': target 'east' is no side"),
        ("markers.csv", "northern,neighbour", "northern,brook", "markers.csv:3: column 'slot': slot 'brook' is not in"),
        ("markers.csv", "south,-1,northern", "south,-1,@other", "column 'convention': convention '@other' needs an @"),
        ("markers.csv", "-1,northern", "-1,nothern", "column 'convention': 'nothern': did you mean 'northern'?"),
        ("markers.csv", "neighbour,,,old", "neighbour,2020,2019,old", "column 'valid_to': 2019-01-01 is before 2020-01-01"),
        ("markers.csv", "northern,neighbour,neighbour", "northern,neighbour,water thief",
         "markers.csv:3: column 'neutral': 'water thief' is southern usage in line 2"),
        ("markers.csv", "The water misers met.", "The water misers met the water thieves. || The water thieves met.",
         "markers.csv:3: column 'match': the sentence of line 2 again"),
        # slots, actors
        ("slots.csv", "miser,northern", "miser,southern", "column 'convention': 'northern', but line 3 of slots.csv says 'southern'"),
        ("slots.csv", "water miser", "water hoarder", "markers.csv:3: column 'slot': 'water miser' is no variant of 'neighbour'"),
        ("slots.csv", "water miser,northern", "Water Thief,northern", "slots.csv:3: column 'variant': 'Water Thief' stands in line 2"),
        ("slots.csv", "neighbour,the other side,water miser", "neighbour,the far side,water miser",
         "slots.csv:3: column 'referent': 'the far side', but slot 'neighbour' is 'the other side' before"),
        ("actors.csv", "Southland,south,state,Southland", "Southland,south,state,Southland;Northland",
         "actors.csv:3: column 'names': 'northland' is in the names of Northland (line 2) and Southland (line 3)"),
        ("actors.csv", "2019-01-01/2020", "2021-01-01/2020", "actors.csv:3: column 'roles': 'mayor' ends on 2020-01-01"),
        ("actors.csv", "south,state", "west,state", "actors.csv:3: column 'side': 'west' is not a side"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_place(river, file, old, new, wanted):
    river.write(file, old, new)
    assert wanted in faults(river)


def test_a_double_is_told(river):
    river.write(
        "markers.csv",
        "flood,verb",
        MISER + "All water misers left.,An old water miser wept.,R 2020,x\nflood,verb",
    )
    assert "markers.csv:4: column 'term': 'water miser' stands in line 3 already" in faults(river)


def test_two_rows_that_say_otherwise_of_the_same_words(river):
    other = MISER.replace("naming-epithet,south,-1,northern", "naming-ingroup,north,1,southern")
    river.write(
        "markers.csv",
        "flood,verb",
        other + "All water misers left.,An old water miser wept.,R 2020,x\nflood,verb",
    )
    told = faults(river)
    assert "markers.csv:4: column 'term': 'water miser' says otherwise than line 3" in told
    assert "(southern about north +1, not northern about south -1)" in told


@pytest.mark.parametrize("parted", ["neighbour,,2019-12-31,old", "neighbour,,,old"])
def test_dates_or_context_part_two_rows(river, parted):
    by_date = "2019" in parted
    first = MISER.replace("neighbour,,,old", "neighbour,2020,,old") if by_date else MISER
    second = MISER.replace("naming-epithet,south,-1,northern", "naming-ingroup,north,1,northern")
    second = second.replace("neighbour,,,old", parted)
    if not by_date:
        second = second[:-1] + "sluice,"
    river.write("markers.csv", MISER, first)
    sentence = "All water misers left the sluice.,An old water miser wept.,R 2020,x\n"
    river.write("markers.csv", "flood,verb", second + sentence + "flood,verb")
    assert "says otherwise" not in faults(river)


def test_double_cues_and_speakers(river):
    (river.folder / "cues.csv").write_text(
        "cue,form,kind,takes,source\nsay,verb,neutral,that,x\nsay,verb,doubt,that,x\n"
    )
    (river.folder / "speakers.csv").write_text(
        "noun,kind,source\nmayor,person-role,x\nmayor,public,x\n"
    )
    assert "cues.csv:3: column 'cue': 'say' stands in line 2 already" in faults(river)
    assert "speakers.csv:3: column 'noun': 'mayor' stands in line 2 already" in faults(river)


def test_one_broken_pack_does_not_hide_the_others(river):
    broken = river.root / "lake"
    broken.mkdir()
    (broken / "pack.toml").write_text('name = "lake"')
    river.write("markers.csv", "The water misers met.", "Nobody met.")
    checked = check_folder(river.root)
    assert [pack.name for pack in checked.packs] == ["river"]
    assert any("lake/pack.toml: missing title" in fault for fault in checked.faults)
    assert any("does not find itself" in fault for fault in checked.faults)


def test_a_table_that_is_not_utf_8(river):
    (river.folder / "markers.csv").write_bytes("term\ncaf\u00e9".encode("latin-1"))
    assert "not UTF-8: save the table as" in faults(river)


def test_nothing_to_check(tmp_path):
    with pytest.raises(OptionError, match=r"a pack is a folder with a pack\.toml"):
        check_folder(tmp_path)


def test_the_command_ends_with_status_2_on_a_fault(river):
    def run():
        return subprocess.run(
            [sys.executable, "-m", "framing", "lexicon", "check", str(river.root)],
            capture_output=True, text=True, check=False,
        )  # fmt: skip

    assert run().returncode == 0
    river.write("markers.csv", "The water misers met.", "Nobody met.")
    done = run()
    assert done.returncode == 2
    assert "1 packs, 3 terms, 1 faults" in done.stdout


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        (
            "flood,verb,attack,,,,a source\nflood,verb,attack,,,,a source",
            "3: 'flood' stands in line 2",
        ),
        ("flood,verb,attack,,,,", "2: 'flood' has no source"),
        (",verb,attack,,,,a source", "2: no word"),
        ("flood,verb,wetten,,,,a source", "2: no kind 'wetten'; there are: attack"),
    ],
)
def test_the_word_lists_are_checked_too(river, row, wanted):
    header = "word,form,kind,patient,needs_object,unless,source\n"
    (river.folder / "actions.csv").write_text(header + row + "\n", "utf-8")
    assert f"actions.csv:{wanted}" in faults(river)
