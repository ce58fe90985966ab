"""docs/faults.md lists what the catalogue has, no more and no less, and all of it well."""

import importlib.util
import re
from pathlib import Path

from faults.everything import FAULTS
from faults.outputs import WRITERS

ROOT = Path(__file__).resolve().parent.parent.parent
_SPEC = importlib.util.spec_from_file_location("faults_page", ROOT / "benchmarks" / "faults.py")
plain_page = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(plain_page)
plain = plain_page.plain


def rows():
    page = (ROOT / "docs" / "faults.md").read_text("utf-8")
    return [re.split(r" \| ", line.strip("| ")) for line in page.splitlines() if line[:2] == "| "]


def test_the_page_lists_what_is_tried():
    listed = [(row[0], row[1]) for row in rows() if row[1] != "what was done"]
    inputs = [(plain(f.kind), plain(f.what)) for f in FAULTS]
    assert listed[: len(inputs)] == inputs
    assert {command for command, _ in listed[len(inputs) :]} == {
        f"framing {name}" for name in WRITERS
    }


def test_nothing_on_the_page_went_wrong():
    assert {row[3] for row in rows()} == {"verdict", "as it must"}


def test_a_fault_of_the_page_still_goes_as_it_says(tried):
    told = {(row[0], row[1]): row[2] for row in rows()}
    again = {(plain(f.kind), plain(f.what)): plain(tried[f.name].happened) for f in FAULTS
             if f.name in tried}  # fmt: skip
    assert {place: told[place] for place in again} == again
