"""The command that says how far outlets lie apart, on the demo's articles."""

import csv

import pytest
from typer.testing import CliRunner

from framing.cli import app
from framing.demo import ARTICLES, OUTLETS

run = CliRunner().invoke


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    path = tmp_path_factory.mktemp("apart") / "apart.csv"
    told = run(app, ["apart", str(ARTICLES), "--outlet-table", str(OUTLETS), "-o", str(path)])
    assert told.exit_code == 0, told.output
    with path.open(encoding="utf-8", newline="") as file:
        return told.output, list(csv.DictReader(file))


def test_a_row_for_each_pair_of_outlets_and_thing_counted(done):
    _, rows = done
    assert len(rows) == 3 * 2  # three pairs, words and markers
    assert {row["of"] for row in rows} == {"words", "markers"}
    assert all(row["outlet"] < row["other"] for row in rows)
    assert all(int(row["articles"]) + int(row["other_articles"]) >= 2 for row in rows)
    assert all(float(row["p"]) >= float(row["smallest_p"]) > 0 for row in rows)


def test_the_controls_and_the_classifier_are_told_beside_it(done):
    told, _ = done
    assert "Negative controls" in told
    assert "Telling outlets apart" in told or "Told apart" in told
