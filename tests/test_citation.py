"""One citation: CITATION.cff, the text of a report and BibTeX say the same."""

from pathlib import Path

import framing
from framing.reporting.citation import AUTHORS, TITLE, YEAR, bibtex, cite_as

CFF = (Path(__file__).parent.parent / "CITATION.cff").read_text("utf-8")


def test_the_file_says_what_the_code_says():
    assert CFF.count(f"version: {framing.__version__}\n") == 2
    assert CFF.count(f'title: "{TITLE}"') == 2
    assert CFF.count(f"- name: {AUTHORS}") == 2
    assert f"year: {YEAR}" in CFF
    assert CFF.startswith("cff-version: 1.2.0\nmessage: ")


def test_bibtex_keeps_the_group_of_authors_and_the_case():
    assert f"author = {{{{{AUTHORS}}}}}" in bibtex()
    assert "title = {{framing}: how" in bibtex()
    assert bibtex().count("{") == bibtex().count("}")
    assert f"version = {{{framing.__version__}}}" in bibtex()
    assert framing.__version__ in cite_as()
