"""Suggestions from a folder of articles: what parts the outlets and no pack has."""

import csv
import subprocess
import sys

import pytest

from framing.annotation.annotate import annotate_article
from framing.annotation.lexicon.loading import load_packs
from framing.annotation.lexicon.tools.candidates import COLUMNS, STATUS, find_candidates
from framing.annotation.lexicon.tools.checking import check_folder
from framing.model import Article, OutletTag

PACKS = tuple(load_packs())
ONE = """The river levy was voted on Monday. The brutal levy was hard on farmers, the mayor of Ost said.
A brutal levy was never asked for. Anna Krolik, the stubborn miller, spoke of a "handshake" on the bridge.
The "handshake" took an hour. The road to Kostrovka was closed, and Kostrovka stayed dark."""
TWO = """The modest levy was voted on Monday. A modest levy helps the dam, the mayor said.
Anna Krolik, the patient inventor, spoke of a handshake on the bridge. Farmers came by bus.
The road to Kostrivka was closed, and Kostrivka stayed dark."""


def candidates(*texts, packs=PACKS, fewest=2):
    notes = [
        annotate_article(Article(f"a{n}", text, OutletTag(outlet, outlet.upper())), packs)
        for n, (outlet, text) in enumerate(texts)
    ]
    found = find_candidates(notes, packs, fewest=fewest)
    return {(c.found_by, c.term): c for c in found}


@pytest.fixture(scope="module")
def found():
    return candidates(("east", ONE), ("west", TWO))


def test_the_same_noun_with_another_modifier(found):
    brutal, modest = found["modifier", "brutal levy"], found["modifier", "modest levy"]
    assert brutal.slot == modest.slot == "levy"
    assert brutal.counts == (("east", 2, 3), ("west", 0, 2))
    assert modest.counts == (("east", 0, 3), ("west", 2, 2))
    assert (brutal.articles, modest.contrast) == (1, 1.0)
    assert brutal.marked
    assert brutal.evidence[0] == "[a0] The brutal levy was hard on farmers, the mayor of Ost said."


def test_words_in_quotation_marks_that_others_write_without(found):
    scare = found["quotation marks", "“handshake”"]
    assert scare.counts == (("east", 2, 2), ("west", 0, 1))
    assert scare.marked


def test_two_spellings_of_a_name(found):
    one, other = found["spelling", "Kostrovka"], found["spelling", "Kostrivka"]
    assert one.slot == other.slot == "Kostrivka or Kostrovka"
    assert one.counts == (("east", 2, 2), ("west", 0, 2))


def test_descriptions_of_the_same_actor():
    text = "Boris Tadic, the {}, spoke. Later Boris Tadic, the {}, left for the river."
    got = candidates(
        (
            "east",
            text.format("stubborn miller", "stubborn miller").replace(
                "Boris Tadic", "Angela Merkel"
            ),
        ),
        (
            "west",
            text.format("patient chemist", "patient chemist").replace(
                "Boris Tadic", "Angela Merkel"
            ),
        ),
    )
    miller = got["description", "stubborn miller"]
    assert miller.slot == "Angela Merkel"
    assert miller.counts == (("east", 2, 2), ("west", 0, 2))


def test_what_all_outlets_share_and_what_is_rare_is_left_out(found):
    assert not {term for _, term in found} & {"river levy", "road", "bus", "Monday"}
    both = candidates(("east", ONE), ("west", ONE.replace("Kostrovka", "Kostrivka")))
    assert ("modifier", "brutal levy") not in both
    assert ("modifier", "river levy") in candidates(("east", ONE), ("west", TWO), fewest=1)


def test_one_outlet_alone_shows_no_contrast():
    assert candidates(("east", ONE), ("east", TWO)) == {}


def test_words_of_a_quotation_are_not_the_outlets():
    quoted = 'The levy was voted on. "The cruel levy must go, and a cruel levy never works," said Anna Krolik.'
    got = candidates(("east", quoted), ("west", TWO))
    assert ("modifier", "cruel levy") not in got


def test_what_a_pack_has_is_no_suggestion(river):
    one = "At the river the dam held. The water thief came, and the water thief left."
    two = (
        "At the river the dam held. The old thief came, and the honest thief left the honest thief."
    )
    texts = ("east", one), ("west", two)
    assert ("modifier", "water thief") in candidates(*texts)
    assert ("modifier", "water thief") not in candidates(*texts, packs=(*PACKS, river.load()))
    assert ("modifier", "honest thief") in candidates(*texts, packs=(*PACKS, river.load()))


def test_whose_is_not_how():
    got = candidates(
        ("east", "The Ukrainian side met. The Ukrainian side left."), ("west", "The Russian side met. The Russian side left."),
    )  # fmt: skip
    assert not {term for _, term in got} & {"Ukrainian side", "Russian side"}


def test_british_and_american_spelling_is_no_contrast():
    got = candidates(("east", "The Defence Ministry wrote to the Defence Ministry."),
                     ("west", "The Defense Ministry wrote to the Defense Ministry."))  # fmt: skip
    assert not [key for key in got if key[0] == "spelling"]


def test_no_pack_takes_an_unreviewed_row(found, river):
    row = found["modifier", "brutal levy"].to_row()
    assert tuple(row) == COLUMNS
    assert row["status"] == STATUS == "unreviewed"
    assert row["counts"] == "east 2 of 3; west 0 of 2"
    assert not any(row[c] for c in ("category", "convention", "source", "note", "match", "target"))
    with (river.folder / "markers.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerow(row)
    faults = "\n".join(check_folder(river.root).faults)
    assert "markers.csv:1: unknown column 'status'" in faults
    assert "markers.csv:2: column 'source': is empty" in faults


def test_the_order_does_not_depend_on_the_order_of_the_articles():
    there, back = candidates(("east", ONE), ("west", TWO)), candidates(("west", TWO), ("east", ONE))
    assert list(there) == list(back)


def test_the_command_prints_and_writes(tmp_path):
    for outlet, text in (("east", ONE), ("west", TWO)):
        (tmp_path / f"{outlet}.txt").write_text(text, encoding="utf-8")
    table = tmp_path / "articles.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "outlet", "text"])
        writer.writerows([["a", "East Courier", ONE], ["b", "West Wire", TWO]])

    def run(*more):
        return subprocess.run(
            [sys.executable, "-m", "framing", "lexicon", "candidates", str(table), *more],
            capture_output=True, text=True, check=False,
        )  # fmt: skip

    done = run("-o", str(tmp_path / "c.csv"))
    assert done.returncode == 0, done.stderr
    with (tmp_path / "c.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {"brutal levy", "modest levy"} <= {row["term"] for row in rows}
    assert {row["status"] for row in rows} == {"unreviewed"}
    assert "unreviewed" in run().stdout
