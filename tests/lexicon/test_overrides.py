"""Own packs, changed rows and rows switched off: in use, in results, in the methods text."""

import subprocess
import sys

import pytest

import framing
from framing.annotation.annotate import annotate
from framing.annotation.lexicon.loading import load_packs, packs_again, packs_in_use
from framing.annotation.lexicon.tools.checking import check_folder
from framing.errors import LexiconError, OptionError
from framing.model import Article
from framing.reporting.method import method_blocks

HEAD = "pack,table,do,row,why,term,form,category,target,valence,convention,match,source,note\n"
OFF = "us-politics,,off,death tax,a common word here,,,,,,,,,\n"
CHANGE = "us-politics,markers,change,tax relief,,,,,,0,-,,,\n"
ADD = "us-politics,,add,,,budget cliff,noun,event-naming,other,0,,The budget cliff came.,Me 2026,A word for a date.\n"
TEXT = (
    "Congress, Democrats and Republicans spoke of the death tax, tax relief and the budget cliff."
)


@pytest.fixture
def own(tmp_path):
    def write(lines):
        (tmp_path / "overrides.csv").write_text(HEAD + lines, encoding="utf-8")
        return tmp_path

    return write


def terms(folder=None):
    [pack] = packs_in_use(["us-politics"], folder=folder)
    return {term.term: term for term in pack.terms}


def found(folder=None):
    [note] = annotate([Article("a", TEXT)], packs=["us-politics"], folder=folder)
    return {marker.term: marker for marker in note.markers}


def test_a_row_is_switched_off(own):
    assert "death tax" in found()
    assert "death tax" not in terms(own(OFF))
    assert "death tax" not in found(own(OFF))
    assert len(terms(own(OFF))) == len(terms()) - 1


def test_a_cell_is_changed_and_a_dash_empties_one(own):
    before, after = terms()["tax relief"], terms(own(CHANGE))["tax relief"]
    assert (before.valence, before.convention) == (1, "republican")
    assert (after.valence, after.convention) == (0, "neutral")
    assert (after.note, after.examples) == (before.note, before.examples)
    assert found(own(CHANGE))["tax relief"].valence == 0


def test_a_row_is_added(own):
    assert "budget cliff" not in found()
    assert found(own(ADD))["budget cliff"].pack == "us-politics"


def test_a_row_is_named_with_its_category_where_two_share_a_term(own, river):
    river.write(
        "markers.csv",
        "flood,verb",
        "Water Miser,name,spelling,south,0,northern,,,,,,,Water Miser sang.,,x,x\nflood,verb",
    )
    river.write("markers.csv", "Water Miser,name", "water miser,fixed")
    lines = "river,,off,water miser|spelling,,,,,,,,,,\n"
    [pack] = packs_in_use(["river"], folder=river.root)
    assert [t.category for t in pack.terms if t.term == "water miser"] == [
        "naming-epithet",
        "spelling",
    ]
    (river.root / "overrides.csv").write_text(HEAD + lines)
    [pack] = packs_in_use(["river"], folder=river.root)
    assert [t.category for t in pack.terms if t.term == "water miser"] == ["naming-epithet"]


def test_actors_and_slots_can_be_switched_off(own):
    folder = own(
        "us-politics,actors,off,Joe Biden,,,,,,,,,,\nus-politics,slots,off,death tax|estate-tax,,,,,,,,,,\n"
    )
    [pack] = packs_in_use(["us-politics"], folder=folder)
    assert "Joe Biden" not in {actor.name for actor in pack.actors}
    assert "death tax" not in {row.variant for row in pack.slots}


def test_the_version_and_the_changes_say_so(own):
    [plain] = packs_in_use(["us-politics"])
    [one], [two] = (packs_in_use(["us-politics"], folder=own(lines)) for lines in (OFF, OFF + ADD))
    assert plain.changes == ()
    assert one.version.startswith(f"{plain.version}+own.")
    assert len({plain.version, one.version, two.version}) == 3
    assert two.changes == ("switched off: death tax (a common word here)", "added: budget cliff")
    [again] = packs_in_use(["us-politics"], folder=own(OFF))
    assert again.version == one.version


def test_the_same_folder_gives_the_same_packs(own):
    folder = own(OFF)
    assert packs_in_use(["us-politics"], folder=folder) == packs_in_use(
        ["us-politics"], folder=folder
    )


def test_the_methods_text_lists_the_changes(own):
    notes = annotate([Article("a", TEXT)], packs=["us-politics"], folder=own(OFF + CHANGE))
    [event] = framing.find_events(notes)
    comparison = framing.compare(notes, event)
    text = repr(method_blocks([comparison]))
    assert "us-politics: switched off: death tax (a common word here)" in text
    assert "us-politics: changed: tax relief: valence '1' → '0'" in text
    assert "0.1.0+own." in text
    plain = framing.compare(annotate([Article("a", TEXT)], packs=["us-politics"]), event)
    assert "Own changes" not in repr(method_blocks([plain]))


def test_comparisons_use_the_packs_that_made_the_annotations(own, river):
    notes = annotate([Article("a", TEXT)], packs=["river", "us-politics"], folder=river.root)
    packs = packs_again(notes[0].packs)
    assert [pack.name for pack in packs] == ["general", "river", "us-politics"]
    [event] = framing.find_events(notes)
    assert framing.compare(notes, event).annotations == notes.items


def test_an_own_pack_is_added_and_picked_by_its_topic(river):
    text = "At the river the dam held, the gauge fell, and the water thieves met."
    [note] = annotate([Article("a", text)], folder=river.root)
    assert {"general", "river", "world"} <= {pack.name for pack in note.packs}
    assert "water thief" in {marker.term for marker in note.markers}
    [plain] = annotate([Article("a", text)])
    assert "river" not in {pack.name for pack in plain.packs}


def test_an_own_pack_takes_the_place_of_a_shipped_one(river):
    river.folder.rename(river.root / "climate")
    papers = river.root / "climate" / "pack.toml"
    papers.write_text(papers.read_text().replace('"river"\ntitle', '"climate"\ntitle'))
    [pack] = packs_in_use(["climate"], folder=river.root)
    assert pack.title == "The river dispute"
    assert pack.changes == ("own pack in place of the shipped one",)


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ("us-politic,,off,death tax,,,,,,,,,,\n", ":2: column 'pack': no pack 'us-politic'; there are: climate"),
        (",,off,death tax,,,,,,,,,,\n", ":2: column 'pack': is empty"),
        ("us-politics,verbs,off,death tax,,,,,,,,,,\n", ":2: column 'table': 'verbs' is not one of markers"),
        ("us-politics,,drop,death tax,,,,,,,,,,\n", ":2: column 'do': 'drop' is not one of change, off, add"),
        ("us-politics,,off,,,,,,,,,,,\n", ":2: column 'row': is empty: name the row to off"),
        ("us-politics,,off,deth tax,,,,,,,,,,\n", "no row 'deth tax' in markers.csv of 'us-politics'; there is 'death tax'"),
        ("us-politics,,off,death tax,,,,,,1,,,,\n", ":2: column 'valence': a row that is switched off takes no cells"),
        ("us-politics,,change,death tax,,,,,,,,,,\n", ":2: nothing to change"),
        ("us-politics,,change,death tax,,,,,,5,,,,\n", "overrides.csv:2: column 'valence': '5' is not one of -1, 0, 1"),
        ("us-politics,,add,death tax,,x,,,,,,,,\n", ":2: column 'row': a row that is added has none"),
        ("us-politics,,add,,,budget cliff,noun,event-naming,other,0,,,Me 2026,x\n",
         "overrides.csv:2: column 'match': a topic row needs a sentence"),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_done_is_told_with_its_place(own, lines, wanted):
    folder = own(lines)
    with pytest.raises(LexiconError) as caught:
        packs_in_use(["us-politics"], folder=folder)
    assert wanted in str(caught.value)
    assert any(wanted in fault for fault in check_folder(folder).faults)


def test_an_unknown_column_is_told(tmp_path):
    (tmp_path / "overrides.csv").write_text(
        "pack,do,row,colour\nus-politics,change,death tax,red\n"
    )
    with pytest.raises(LexiconError, match=r"overrides\.csv:1: unknown column 'colour'"):
        packs_in_use(["us-politics"], folder=tmp_path)


def test_a_sentence_that_a_change_breaks_is_told(own):
    folder = own("us-politics,,change,death tax,,,,,,,,Nobody pays it.,,\n")
    [fault] = check_folder(folder).faults
    assert (
        "overrides.csv:2: column 'match': 'death tax' does not find itself in: Nobody pays it."
        in fault
    )


def test_a_folder_without_packs_and_overrides(tmp_path):
    with pytest.raises(OptionError, match=r"neither a pack .* nor overrides\.csv"):
        packs_in_use(folder=tmp_path)
    with pytest.raises(OptionError, match="no lexicon pack in"):
        load_packs(folder=tmp_path)


def test_the_shell_lists_what_was_changed(own):
    done = subprocess.run(
        [sys.executable, "-m", "framing", "lexicon", "list", "--lexicons", str(own(OFF))],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "us-politics: switched off: death tax (a common word here)" in done.stdout


def test_the_folder_may_be_written_as_a_string(own):
    folder = own(OFF)
    assert found(str(folder)) == found(folder) != found()
