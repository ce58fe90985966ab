"""The audit of a pack and the look-up of a word, as the shell prints them."""

import subprocess
import sys

import pytest

from framing.annotation.lexicon.loading import load_packs
from framing.annotation.lexicon.tools.auditing import audit, audit_text
from framing.annotation.lexicon.tools.coverage import camps, party_usages, slot_coverage
from framing.annotation.lexicon.tools.showing import look_up, similar_terms, tell

PACKS = {pack.name: pack for pack in load_packs()}
BESIDE = (PACKS["general"], PACKS["world"])


def framing(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "framing", "lexicon", *map(str, arguments)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_usages_are_called_as_the_rows_call_them():
    assert party_usages(PACKS["israel-palestine"]) == {
        "israel": "israeli",
        "palestine": "palestinian",
    }
    assert party_usages(PACKS["us-politics"]) == {
        "democrats": "democratic",
        "republicans": "republican",
    }
    assert camps(PACKS["russia-ukraine"]) == ("russian", "ukrainian")
    assert camps(PACKS["migration"]) == ("control-first", "protection-first")
    assert camps(PACKS["general"]) == ()


def test_slots_that_mirror_each_other_are_covered_together():
    slots = {row.slot: row for row in slot_coverage(PACKS["russia-ukraine"])}
    own = slots["government-of-ukraine"]
    assert own.counts["russian"] > 3
    assert own.counts["ukrainian"] == 0
    assert own.lacking == ()
    assert slots["laboratories"].lacking == ("ukrainian",)
    assert slots["laboratories"].reason


def test_the_audit_counts_and_passes(river):
    (river.folder / "mirror.txt").write_text(
        "# a note\nThe water thieves of Northland met.\nNorthland’s water misers met in Southland.\n"
    )
    found = audit(river.load(), beside=BESIDE)
    assert found.passed
    assert found.texts == 3  # two lines and the sentence of the row that fits both sides
    text = audit_text(found, all_slots=True)
    assert "slots with a term of every side: 1 of 1" in text
    assert "neighbour  northern 1, southern 1, neutral 1  (the other side)" in text
    assert "mirror test: 3 of 3 texts swap at equal size" in text


def test_a_lonely_row_a_one_sided_context_and_a_text_that_does_not_swap_are_told(river):
    river.write("slots.csv", "neighbour,the other side,water miser,northern,\n", "")
    river.write(
        "markers.csv", "gauge,They flooded the gauge.", "gauge;Northland,They flooded the gauge."
    )
    (river.folder / "mirror.txt").write_text(
        "The old water misers of Southland met an old water miser.\n"
    )
    found = audit(river.load(), beside=BESIDE)
    text = audit_text(found)
    assert not found.passed
    assert "no reason given: 'water thief' (southern, slot neighbour, markers.csv:2)" in text
    assert "names one side in 'only': 'flood' (line 4)" in text
    assert "slots with a term of every side: 0 of 1" in text
    river.write("pack.toml", "[sides]", '[lonely]\nneighbour = "nobody else says so"\n[sides]')
    found = audit(river.load(), beside=BESIDE)
    assert found.unexplained == ()
    assert {row.reason for row in found.one_sided} == {"nobody else says so"}


@pytest.mark.parametrize("name", ["climate", "migration"])
def test_packs_without_parties_have_coverage_and_no_mirror_texts(name):
    found = audit(PACKS[name])
    assert found.passed
    assert found.texts == 0
    assert "slots with a term of every side" in audit_text(found)


def test_the_command_ends_with_2_where_the_audit_does_not_pass(river):
    assert framing("audit", "river", "--lexicons", river.root).returncode == 0
    river.write("slots.csv", "neighbour,the other side,water miser,northern,\n", "")
    done = framing("audit", "river", "--lexicons", river.root)
    assert done.returncode == 2
    assert "rows without a counterpart: 1, 0 with a reason" in done.stdout


def test_a_word_is_told_with_what_others_say(river):
    pack = river.load()
    text = tell(look_up([pack], "water misers"), [pack])
    for line in (
        "“water miser”, in the pack river",
        "about:        South; it blames",
        "whose usage:  northern",
        "others say:   neutral: neighbour; southern: water thief",
        "not in:       old water miser",
        "source:       Radio North 2020",
        "row:          markers.csv line 3; to switch it off: river,markers,off,water miser",
    ):
        assert line in text


def test_a_wording_an_actor_and_a_cue_are_found_too(river):
    packs = [river.load(), PACKS["general"]]
    assert "a wording in the pack river (no marker)" in tell(look_up(packs, "Neighbour"), packs)
    actor = tell(look_up(packs, "Sudburg"), packs)
    assert "“Southland”, state in the pack river" in actor
    assert "mayor (2019-01-01 to 2020-01-01)" in actor
    assert "kind:         doubt" in tell(look_up(packs, "claimed"), packs)


def test_part_of_a_term_is_enough_and_a_slip_is_mended(river):
    packs = [river.load()]
    assert [term.term for term in look_up(packs, "miser").terms] == ["water miser"]
    assert not look_up(packs, "qqqq")
    assert similar_terms(packs, "water mizer") == ["water miser", "water thief"]
    done = framing("show", "water mizer", "--lexicons", river.root)
    assert done.returncode == 2
    assert "did you mean 'water miser'" in done.stderr
