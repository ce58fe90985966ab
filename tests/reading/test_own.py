"""What framing wrote among the articles is not read as articles, and said to be left out."""

import json

import pytest
from tests_samples import AGENCY, SET_OFF
from typer.testing import CliRunner

import framing
from framing.cli import app
from framing.reading.files import input_files
from framing.reading.own import own_outputs


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "one.txt").write_text(AGENCY, "utf-8")
    (tmp_path / "news" / "two.txt").write_text(SET_OFF, "utf-8")
    return tmp_path / "news"


def shell(*arguments):
    done = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert done.exit_code == 0, done.output
    return done


def manifest(path, command, *, outputs, inputs):
    rows = {"outputs": outputs, "inputs": inputs}
    listed = {key: [{"name": name} for name in names] for key, names in rows.items()}
    path.write_text(json.dumps({"format": 1, "command": command, **listed}), "utf-8")


@pytest.mark.parametrize("place", ["notes.jsonl", "out/deep/notes.csv", "events.json"])
def test_a_second_run_reads_what_the_first_read(folder, place):
    before = framing.read(folder)
    command = "events" if place.endswith("json") else "annotate"
    shell(command, folder, "-o", folder / place)
    first = (folder / place).read_bytes()
    after = framing.read(folder)
    assert [a.id for a in after] == [a.id for a in before] == ["one", "two"]
    (left_out,) = after.skipped
    assert left_out.path.endswith(place)
    name = place.rpartition("/")[2]
    assert (
        left_out.reason == f"framing {command} wrote it from these articles ({name}.manifest.json)"
    )
    assert (
        f"skipped {folder / place}: framing" in shell(command, folder, "-o", folder / place).output
    )
    assert (folder / place).read_bytes() == first
    assert len(input_files(folder)) == 2


def test_seen_from_above_and_through_a_pattern_too(folder):
    shell("annotate", folder, "-o", folder / "out" / "notes.jsonl")
    assert len(framing.read(folder.parent)) == 2
    assert len(framing.read(folder, glob="**/*.[tj]*")) == 2


def test_the_manifest_of_both_runs_is_the_same(folder):
    shell("annotate", folder, "-o", folder / "notes.jsonl")
    first = (folder / "notes.jsonl.manifest.json").read_bytes()
    shell("annotate", folder, "-o", folder / "notes.jsonl")
    assert (folder / "notes.jsonl.manifest.json").read_bytes() == first


def test_an_output_that_is_named_or_stands_alone_is_read(folder):
    table = folder / "table.json"
    table.write_text(json.dumps([{"id": "a", "text": AGENCY}]), "utf-8")
    listed = {"outputs": ["table.json"], "inputs": ["one.txt"]}
    manifest(folder / "table.json.manifest.json", "made", **listed)
    assert [a.id for a in framing.read(folder)] == ["one", "two"]
    assert [a.id for a in framing.read(table)] == ["a"]
    (folder / "one.txt").unlink()
    assert {a.id for a in framing.read(folder)} == {"two", "a"}


@pytest.mark.parametrize(
    "text",
    ["", "[]", "[" * 100_000, '{"command": 3}', '{"command": "x", "outputs": 7, "inputs": [1]}',
     '{"command": "x", "outputs": [{"name": "a\\u0000b"}, {"name": 3}, 4], "inputs": null}'],
)  # fmt: skip
def test_what_only_looks_like_a_manifest_hides_nothing(folder, text):
    path = folder / "x.manifest.json"
    path.write_text(text, "utf-8")
    assert own_outputs([path], folder) == {}
    assert len(framing.read(folder)) == 2
