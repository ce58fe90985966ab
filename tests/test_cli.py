"""The shell, run as a user runs it."""

import json
import subprocess
import sys

import pytest
from tests_samples import AGENCY, SET_OFF

from framing import __version__


def framing(*arguments, cwd=None):
    return subprocess.run(
        [sys.executable, "-m", "framing", *map(str, arguments)],
        capture_output=True, text=True, cwd=cwd, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("articles")
    (path / "one.txt").write_text(AGENCY, encoding="utf-8")
    (path / "two.txt").write_text(SET_OFF, encoding="utf-8")
    (path / "empty.txt").write_text("")
    return path


def test_annotate_writes_one_object_an_article_and_tells_what_was_skipped(folder, tmp_path):
    done = framing("annotate", folder, "-o", tmp_path / "notes.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "notes.jsonl").read_text("utf-8").splitlines()]
    assert done.returncode == 0, done.stderr
    assert [row["id"] for row in rows] == ["one", "two"]
    assert "empty.txt" in done.stderr


def test_json_goes_to_the_screen_and_nothing_else_does(folder):
    done = framing("read", folder, "--json")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["id"] for row in rows] == ["one", "two"]


def test_compare_and_profile_export(folder, tmp_path):
    assert framing("compare", folder, "-o", tmp_path / "c.json").returncode == 0
    events = json.loads((tmp_path / "c.json").read_text("utf-8"))["events"]
    assert sorted(name for event in events for name in event["articles"]) == ["one", "two"]
    assert framing("profile", folder, "-o", tmp_path / "p.csv").returncode == 0
    assert (tmp_path / "p.csv").exists()


@pytest.mark.parametrize("name", ["r.html", "r.pdf", "r.png"])
def test_report_in_every_format(folder, tmp_path, name):
    done = framing("report", folder, "-o", tmp_path / name)
    assert done.returncode == 0, done.stderr
    start = {".html": b"<!doctype html>", ".pdf": b"%PDF", ".png": b"\x89PNG"}[name[1:]]
    assert (tmp_path / name).read_bytes().startswith(start)


def test_the_same_input_gives_the_same_bytes(folder, tmp_path):
    for name in ("a.pdf", "b.pdf", "a.html", "b.html"):
        assert framing("report", folder, "-o", tmp_path / name).returncode == 0
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_kwic_shows_voice(folder):
    done = framing("kwic", folder, "gauges")
    assert "direct" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (("report", "no-such-folder"), "no-such-folder"),
        (("report", ".", "-o", "report.docx"), ".html, .pdf, .png"),
        (("annotate", ".", "--packs", "nopack"), "nopack"),
        (("lexicon", "show", "qqqq"), "no row for 'qqqq'"),
    ],
)
def test_errors_are_one_line_with_status_2(folder, arguments, wanted):
    done = framing(*arguments, cwd=folder)
    assert done.returncode == 2
    assert wanted in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["profile", "apart"])
def test_what_compares_nothing_says_why(folder, command):
    done = framing(command, folder)
    assert "No event is reported by two known outlets; the outlet of 2 of 2 articles" in done.stderr


def test_the_version_is_told():
    done = framing("--version")
    assert (done.returncode, done.stdout) == (0, f"framing {__version__}\n")


def test_lexicon_commands():
    assert "general" in framing("lexicon", "list").stdout
    assert "whose usage:" in framing("lexicon", "show", "aggressor state").stdout
    assert framing("lexicon", "check").returncode == 0
    assert "slots with a term of every side" in framing("lexicon", "audit").stdout


COMMANDS = ("read", "annotate", "quotes", "events", "compare", "profile", "report", "demo", "kwic",
            "lexicon list", "lexicon show", "lexicon check", "lexicon audit",
            "lexicon candidates", "lexicon page", "lexicon codebook")  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_shows_an_example(command):
    assert f"Example: framing {command}" in framing(*command.split(), "--help").stdout


def test_the_demo_articles_can_be_copied_and_read_again(tmp_path):
    done = framing("demo", "--copy", tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "articles").glob("*.txt"))) == 12
    table = tmp_path / "outlets.csv"
    read = framing("read", tmp_path / "articles", "--outlet-table", table, "--json")
    outlets = {json.loads(line)["outlet"] for line in read.stdout.splitlines()}
    assert outlets == {"dnipro-courier", "harbour-wire", "volga-dispatch"}
