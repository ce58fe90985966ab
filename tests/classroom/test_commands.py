"""The commands as a user runs them."""

import subprocess
import sys

import pytest

from framing.demo import ARTICLES, OUTLETS


def framing(*arguments, cwd=None):
    return subprocess.run(
        [sys.executable, "-m", "framing", *map(str, arguments)],
        capture_output=True, text=True, cwd=cwd, check=False,
    )  # fmt: skip


def test_classroom_makes_a_pack(tmp_path):
    done = framing("classroom", ARTICLES, "-o", tmp_path / "pack", "--outlet-table", OUTLETS)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "pack" / "1_pupil.pdf").exists()
    assert done.stdout.count("wrote ") == len(list((tmp_path / "pack").iterdir()))


def test_card_makes_a_picture_and_tells_how_to_describe_it(tmp_path):
    done = framing("card", ARTICLES, "-o", tmp_path / "c.png", "--outlet-table", OUTLETS)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "c.png").read_bytes().startswith(b"\x89PNG")
    assert "describe it as: " in done.stdout


def test_a_config_file_holds_the_options_and_the_command_line_wins(tmp_path):
    (tmp_path / "week.toml").write_text(
        f'source = "{ARTICLES}"\noutlet-table = "{OUTLETS}"\noutlets = ["harbour-wire", "volga-dispatch"]\n'
        'event = "1"\n[report]\nblind = true\npaper = "letter"\noutput = "r.pdf"\n[classroom]\ntitle = "x"\n'
    )
    done = framing("report", "--config", tmp_path / "week.toml")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "r.pdf").exists()
    assert "key: Text A = " in done.stderr
    import pypdf

    page = pypdf.PdfReader(tmp_path / "r.pdf").pages[0]
    assert round(float(page.mediabox.width)) == 612  # points: US letter
    done = framing("report", "--config", tmp_path / "week.toml", "--event", "99")
    assert done.returncode == 2 and "no event '99'" in done.stderr


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('colour = "red"\n', "report has no option 'colour'; there are: appendix, blind,"),
        ("blind = yes\n", "write lines such as blind = true"),
    ],
)
def test_a_wrong_config_file_is_told_in_one_line(tmp_path, text, wanted):
    (tmp_path / "c.toml").write_text(text)
    done = framing("report", ARTICLES, "--config", tmp_path / "c.toml")
    assert done.returncode == 2
    assert wanted in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (
            ("report", ARTICLES, "--paper", "a3", "-o", "r.pdf"),
            "no paper 'a3'; there are: a4, letter",
        ),
        (("classroom", ARTICLES, "--paper", "a3"), "no paper 'a3'"),
        (("card", ARTICLES, "-o", "card.pdf"), "end the name in .png"),
        (("report", ARTICLES, "-o", "r.html", "--lang-labels", "x.toml"), "--lang-labels is for"),
    ],
)
def test_wrong_options_are_told_before_the_work(tmp_path, arguments, wanted):
    done = framing(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert wanted in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["classroom", "card", "labels"])
def test_every_command_shows_an_example(command):
    assert f"Example: framing {command}" in framing(command, "--help").stdout
