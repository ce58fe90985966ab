"""`framing report`: the options that change the printed pages."""

import io
import re
import subprocess
import sys

from pypdf import PdfReader

from framing.demo import ARTICLES, OUTLETS


def pages(target, *options):
    command = [sys.executable, "-m", "framing", "report", str(ARTICLES), "-o", str(target)]
    subprocess.run(
        [*command, "--outlet-table", str(OUTLETS), *options], check=True, capture_output=True
    )
    return PdfReader(io.BytesIO(target.read_bytes())).pages


def test_date_paper_and_appendix_are_what_is_asked_for(tmp_path):
    found = pages(tmp_path / "r.pdf", "--date", "1 June 2026", "--paper", "letter", "--appendix")
    assert (round(found[0].mediabox.width), round(found[0].mediabox.height)) == (612, 792)
    first = " ".join(found[0].extract_text().split())
    assert "made on 1 June 2026" in first
    whole = " ".join(" ".join(page.extract_text().split()) for page in found)
    # the appendix has the markers of every event, the page without it those of the main one
    number = int(re.search(r"(\d+) markers in context", whole)[1])
    plain = pages(tmp_path / "p.pdf")
    said = " ".join(" ".join(page.extract_text().split()) for page in plain)
    assert number > int(re.search(r"(\d+) markers in context", said)[1])
    assert "made on" not in said
