"""The commands, run in one process: sample, agreement, correct, standoff, methods, codebook."""

import csv
import json

import pytest
from tests_samples import AGENCY, SET_OFF, STATED_BY
from typer.testing import CliRunner

from framing.cli import app
from framing.errors import FramingError

COMMANDS = ("sample", "agreement", "correct", "standoff export", "standoff import", "methods",
            "verify", "monitor", "lexicon codebook")  # fmt: skip


def run(*arguments):
    return CliRunner().invoke(app, [str(a) for a in arguments])


def ok(*arguments):
    done = run(*arguments)
    assert done.exit_code == 0, (done.output, done.exception)
    return done.output


@pytest.fixture
def week(tmp_path):
    folder = tmp_path / "week"
    folder.mkdir()
    for name, text in (("one", AGENCY), ("two", SET_OFF), ("three", STATED_BY)):
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


def rows(path):
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def code(sheet, key, column):
    """Fill a coder's sheet with the tool's own answers."""
    answers = {row["unit"]: row[f"tool: {column}"] for row in rows(key)}
    table = rows(sheet)
    for row in table:
        row[column] = answers[row["unit"]]
    with sheet.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, table[0])
        writer.writeheader()
        writer.writerows(table)


@pytest.mark.filterwarnings("ignore::framing.errors.FramingWarning")
def test_from_sample_to_agreement(week, tmp_path):
    sheet = tmp_path / "s.csv"
    ok("sample", week, "-o", sheet, "--units", "quotes", "-n", 12, "--coders", "anna, ben")
    for coder in ("anna", "ben"):
        code(tmp_path / f"s-{coder}.csv", tmp_path / "s.key.csv", "voice")
    told = ok("agreement", tmp_path / "s-anna.csv", tmp_path / "s-ben.csv")
    assert "conventions for alpha" in told
    ok("agreement", tmp_path / "s-anna.csv", tmp_path / "s-ben.csv", "-o", tmp_path / "a.json")
    found = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert found["coders"] == ["anna", "ben"]
    assert found["reliability"][0]["alpha"]["value"] == 1
    manifest = (tmp_path / "a.json.manifest.json").read_text("utf-8")
    assert "s-anna.csv" in manifest
    assert str(tmp_path) not in manifest
    ok("agreement", tmp_path / "s-anna.csv", "-o", tmp_path / "a.csv")
    assert {row["human"] for row in rows(tmp_path / "a-accuracy.csv")} == {"anna"}


def test_a_correction_lasts_and_is_told_in_the_methods(week, tmp_path):
    ok("correct", week, "one", "outlet", "TASS", "--note", "seen on paper")
    assert (tmp_path / "week.corrections.csv").is_file()
    assert "one: outlet set to TASS (seen on paper)" in ok("methods", week)
    ok("read", week, "-o", tmp_path / "r.jsonl")
    read = [json.loads(line) for line in (tmp_path / "r.jsonl").read_text("utf-8").splitlines()]
    assert {r["id"]: r["outlet"] for r in read}["one"] == "tass"
    assert "1 correction in" in run("correct", week).output
    (week / "one.txt").unlink()
    with pytest.raises(FramingError, match=r"week.corrections.csv:2: no article 'one'"):
        raise run("read", week).exception


def test_a_wrong_correction_is_not_kept(week, tmp_path):
    done = run("correct", week, "one", "voice", "loud", "--text", "the north")
    assert isinstance(done.exception, FramingError)
    assert not (tmp_path / "week.corrections.csv").exists()


def test_standoff_out_and_in(week, tmp_path):
    ok("standoff", "export", week, "-o", tmp_path / "brat")
    ok("standoff", "import", tmp_path / "brat", week, "-o", tmp_path / "back.jsonl")
    ok("annotate", week, "-o", tmp_path / "notes.jsonl")
    assert (tmp_path / "back.jsonl").read_bytes() == (tmp_path / "notes.jsonl").read_bytes()


def test_methods_end_in_bibtex(week):
    told = ok("methods", week)
    assert told.startswith("3 articles with ")
    assert "@software{framing," in told


def test_the_report_lists_corrections_and_how_to_cite(week, tmp_path):
    ok("correct", week, "one", "outlet", "TASS")
    ok("report", week, "-o", tmp_path / "r.html")
    page = (tmp_path / "r.html").read_text("utf-8")
    assert "Corrections by hand" in page
    assert "one: outlet set to TASS" in page
    assert "@software{framing," in page


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_shows_an_example(command):
    assert f"Example: framing {command}" in run(*command.split(), "--help").output
