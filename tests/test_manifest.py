"""What made an output stands beside it, and says when another run would give something else."""

import json
import subprocess
import sys

import pytest
from tests_samples import AGENCY, SET_OFF

from framing.errors import InputError
from framing.manifest import differences, make_manifest, manifest_path, read_manifest


def framing(*arguments, cwd=None):
    return subprocess.run(
        [sys.executable, "-m", "framing", *map(str, arguments)],
        capture_output=True, text=True, cwd=cwd, check=False,
    )  # fmt: skip


def articles(path):
    (path / "week").mkdir(parents=True)
    (path / "week" / "one.txt").write_text(AGENCY, "utf-8")
    (path / "week" / "two.txt").write_text(SET_OFF, "utf-8")
    return path / "week"


@pytest.mark.parametrize(
    ("command", "output"),
    [
        ("annotate", "notes.jsonl"),
        ("annotate", "m.csv"),
        ("compare", "c.json"),
        ("report", "r.html"),
    ],
)
def test_the_same_manifest_means_the_same_bytes_wherever_it_ran(tmp_path, command, output):
    files = []
    for place in ("here", "elsewhere/deep"):
        folder = articles(tmp_path / place)
        done = framing(command, folder, "-o", folder.parent / output)
        assert done.returncode == 0, done.stderr
        files.append(folder.parent / output)
    one, two = (manifest_path(file).read_bytes() for file in files)
    assert one == two
    assert files[0].read_bytes() == files[1].read_bytes()
    assert str(tmp_path).encode() not in one
    assert str(tmp_path).encode() not in files[0].read_bytes()


def test_it_names_inputs_packs_versions_and_options(tmp_path):
    folder = articles(tmp_path)
    framing("annotate", folder, "-o", tmp_path / "n.jsonl", "--packs", "general,world")
    manifest = read_manifest(tmp_path / "n.jsonl.manifest.json")
    assert manifest["command"] == "annotate"
    assert [row["name"] for row in manifest["inputs"]] == ["one.txt", "two.txt"]
    assert all(len(row["sha256"]) == 64 for row in manifest["inputs"] + manifest["packs"])
    assert manifest["options"]["packs"] == "general,world"
    assert "pandas" in manifest["dependencies"]
    assert [row["name"] for row in manifest["outputs"]] == ["n.jsonl"]


def test_the_default_corrections_are_in_it(tmp_path):
    folder = articles(tmp_path)
    file = tmp_path / "week.corrections.csv"
    file.write_text("article,field,value\none,outlet,TASS\n")
    done = framing("read", folder, "-o", tmp_path / "r.jsonl")
    assert "week.corrections.csv" in done.stderr
    manifest = read_manifest(tmp_path / "r.jsonl.manifest.json")
    assert manifest["options"]["corrections"]["name"] == file.name
    assert json.loads((tmp_path / "r.jsonl").read_text().splitlines()[0])["outlet"] == "tass"


def test_what_changed_is_told_line_by_line(tmp_path):
    folder = articles(tmp_path)
    then = make_manifest("annotate", inputs=folder, options={"packs": None})
    (folder / "two.txt").write_text("Another text.\n")
    (folder / "three.txt").write_text("A third text.\n")
    (folder / "one.txt").unlink()
    now = make_manifest("annotate", inputs=folder, options={"packs": "general"})
    lines = differences(then, now)
    assert len(lines) == 4
    assert lines[0] == "options: packs is another: None, now 'general'"
    assert lines[1] == "inputs: one.txt was there then"
    assert lines[2] == "inputs: three.txt is new"
    assert lines[3].startswith("inputs: two.txt is another: sha256")
    assert differences(then, then) == []


def test_outputs_in_the_folder_of_articles_are_no_articles(tmp_path):
    folder = articles(tmp_path)
    framing("read", folder, "-o", folder / "r.txt")
    again = framing("read", folder, "--json")
    assert "r.txt" not in again.stdout
    assert "r.txt: framing read wrote it from these articles (r.txt.manifest.json)" in again.stderr


def test_verify_tells_what_is_another(tmp_path):
    folder = articles(tmp_path)
    framing("annotate", folder, "-o", tmp_path / "n.jsonl")
    same = framing("verify", tmp_path / "n.jsonl", folder)
    assert (same.returncode, "nothing differs" in same.stdout) == (0, True)
    (tmp_path / "n.jsonl").write_text("{}\n")
    other = framing("verify", tmp_path / "n.jsonl", folder)
    assert other.returncode == 2
    assert "outputs: n.jsonl is another" in other.stdout


def test_what_is_no_manifest_is_told(tmp_path):
    with pytest.raises(InputError, match="ends in .manifest.json"):
        read_manifest(tmp_path / "none.json")
    (tmp_path / "x.json").write_text("[]")
    with pytest.raises(InputError, match="run the command again"):
        read_manifest(tmp_path / "x.json")
