"""Every hostile input of the catalogue, through the real command: nothing good is lost beside it."""

import os
import subprocess
import sys

import pytest

from faults.catalogue import ANNOTATE, GOOD, read_records, write_good
from faults.everything import FAULTS

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the bounds need fork")


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_hostile_input(fault, tried):
    assert tried[fault.name].wrong == ()


def test_what_was_read_of_archives_lies_nowhere_else():
    assert not os.path.exists("/tmp/outside.txt")  # noqa: PTH110 - what the archive names


def test_the_shell_itself_does_as_the_forks_do(tmp_path):
    inputs = write_good(tmp_path)
    (inputs / "empty.txt").write_bytes(b"")
    done = subprocess.run(
        [sys.executable, "-m", "framing", *ANNOTATE], cwd=tmp_path, capture_output=True, text=True
    )
    assert (done.returncode, "skipped in/empty.txt: empty file" in done.stderr) == (0, True)
    assert set(read_records(tmp_path / "notes.jsonl")) == set(GOOD)
