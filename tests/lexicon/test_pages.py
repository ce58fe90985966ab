"""The page and the codebook of every pack: made from the tables, and in step with them."""

import csv
import subprocess
import sys

import pytest

from framing.annotation.lexicon.inflection import forms_of
from framing.annotation.lexicon.loading import load_packs
from framing.annotation.lexicon.tools.coverage import one_sided, slot_coverage
from framing.annotation.lexicon.tools.pages import (
    CATEGORIES,
    CODEBOOK_COLUMNS,
    actor_rows,
    codebook_rows,
    codebook_text,
    page_of,
)

PACKS = {pack.name: pack for pack in load_packs()}
SECTIONS = (
    "## For whom",
    "## What it holds",
    "## Sources",
    "## Known gaps",
    "## How to challenge a row",
)


@pytest.mark.parametrize("name", sorted(PACKS))
def test_the_page_is_in_step_with_the_pack(name):
    written = (PACKS[name].path / "PAGE.md").read_text("utf-8")
    again = f"framing lexicon page {name} -o lexicons/{name}/PAGE.md"
    assert written == page_of(PACKS[name]), f"the pack was edited: run `{again}`"


@pytest.mark.parametrize("name", sorted(PACKS))
def test_the_page_has_every_part(name):
    page = page_of(PACKS[name])
    assert [line for line in page.splitlines() if line in SECTIONS] == list(SECTIONS)
    assert all(f"- {source}" in page for source in PACKS[name].sources)
    assert all(f"- {gap}" in page for gap in PACKS[name].gaps)
    assert PACKS[name].audience in page
    assert PACKS[name].gaps


@pytest.mark.parametrize("name", sorted(PACKS))
def test_the_readme_points_to_the_page(name):
    assert "(PAGE.md)" in (PACKS[name].path / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", sorted(n for n, pack in PACKS.items() if pack.slots))
def test_every_slot_and_every_lonely_row_is_on_the_page(name):
    page = page_of(PACKS[name])
    for slot in slot_coverage(PACKS[name]):
        assert f"| `{slot.slot}` | {slot.referent} |" in page
    for row in one_sided(PACKS[name]):
        assert row.reason
        assert f"`{row.term.slot or row.term.term}`: {row.reason}" in page


def test_the_numbers_of_a_page_are_those_of_the_pack(river):
    page = page_of(river.load())
    assert "- `markers.csv`: 3 markers, 2 with a sentence that must not match" in page
    assert "- `slots.csv`: 3 wordings in 1 slots" in page
    assert "| `neighbour` | the other side | 1 | 1 | 1 |" in page
    assert (
        "| `naming-epithet` | a label that judges whoever is called so | 1 | 1 | - | 2 / 0 / 0 |"
        in page
    )
    assert "- The delta is missing." in page
    river.write("slots.csv", "neighbour,the other side,water miser,northern,\n", "")
    page = page_of(river.load())
    assert "| `neighbour` | the other side | - | 1 | 1 |" in page
    assert "- `neighbour`: no reason given" in page


def test_a_pack_without_audience_gaps_or_sources_has_a_page_too(river):
    for line in ('audience = "Those who test."\n', 'gaps = ["The delta is missing."]\n',
                 'sources = ["Radio South 2020"]\n'):  # fmt: skip
        river.write("pack.toml", line, "")
    page = page_of(river.load())
    assert "## For whom" not in page
    assert "None are named." in page
    assert "None are known." in page


@pytest.mark.parametrize("name", sorted(n for n, pack in PACKS.items() if pack.terms))
def test_the_codebook_has_every_row(name):
    pack = PACKS[name]
    rows = codebook_rows(pack)
    assert [row["term"] for row in rows] == [term.term for term in pack.terms]
    assert all(tuple(row) == CODEBOOK_COLUMNS for row in rows)
    for row, term in zip(rows, pack.terms, strict=True):
        assert row["forms"].split("; ") == list(forms_of(term.term, term.form))
        assert (row["valence"], row["source"], row["note"]) == (
            term.valence,
            term.source,
            term.note,
        )
    text = codebook_text(pack)
    assert text.count("\n- **") == len(pack.terms)
    for category in {term.category for term in pack.terms}:
        assert f"- `{category}`: {CATEGORIES[category]}" in text


def test_a_pack_of_actors_has_a_codebook_of_actors():
    rows = actor_rows(PACKS["world"])
    assert len(rows) > 1_000 and all(row["forms"] and row["note"] for row in rows)
    text = codebook_text(PACKS["world"])
    assert text.count("\n| ") > len(rows)  # the head of the table too
    assert "| Canada | state | " in text


def test_the_csv_codebook_opens_in_a_spreadsheet(river, tmp_path):
    from framing.cli.lexicons import lexicon_codebook

    river.write("markers.csv", "A label of the south", "=A label of the south")
    lexicon_codebook("river", lexicons=river.root, output=tmp_path / "codebook.csv")
    with (tmp_path / "codebook.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows, actors = rows[:3], rows[3:]
    assert {row["category"] for row in actors} == {"actor"}
    assert [row["term"] for row in rows] == ["water thief", "water miser", "flood"]
    assert rows[0]["note"].startswith("'=A label")
    assert [row["valence"] for row in rows] == ["-1", "-1", "-1"]


def test_the_command_writes_the_page(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "framing", "lexicon", "page", "climate", "-o", str(tmp_path / "p.md")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "p.md").read_text("utf-8") == page_of(PACKS["climate"])


def test_topic_rows_have_source_note_and_sentence_and_there_are_enough():
    topic = [term for pack in PACKS.values() if pack.cues for term in pack.terms]
    assert len(topic) >= 600
    assert sum(len(pack.terms) for pack in PACKS.values()) >= 2500
    assert all(term.source and term.note for term in topic)
    assert all(any(example.found for example in term.examples) for term in topic)
    guarded = [term for term in topic if term.unless or term.only]
    assert all(any(not example.found for example in term.examples) for term in guarded)


def test_every_table_row_has_as_many_cells_as_its_head():
    for pack in PACKS.values():
        for block in page_of(pack).split("\n\n"):
            if block.startswith("|"):
                cells = {line.replace("\\|", "").count("|") for line in block.splitlines()}
                assert len(cells) == 1
