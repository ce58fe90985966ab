"""Every snippet of the documents runs, prints what the page shows, and every link and name in them exists."""

import json
import re

import pytest
import snippets

from framing.annotation.annotate import annotate_article
from framing.model import Article

ROOT = snippets.ROOT
DOCS = ROOT / "docs"
PAGES = {
    path.relative_to(ROOT).as_posix(): path
    for path in (
        *sorted(DOCS.rglob("*.md")),
        ROOT / "CONTRIBUTING.md",
        ROOT / "notebooks/README.md",
    )
}


@pytest.mark.parametrize(
    "name", [n for n, p in PAGES.items() if snippets.steps(p.read_text("utf-8"))]
)
@pytest.mark.filterwarnings("ignore::framing.errors.FramingWarning")
def test_every_snippet_runs_and_prints_what_is_shown(name, tmp_path):
    for step, printed in snippets.run_page(PAGES[name].read_text("utf-8"), tmp_path):
        if step.shown:
            assert snippets.trimmed(printed) == step.shown.code, (
                f"{name}:{step.shown.line}: look, then: python tests/snippets.py {name}"
            )


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_to_files(name):
    text = re.sub(r"^```.*?^```$", "", PAGES[name].read_text("utf-8"), flags=re.S | re.M)
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text):
        if not target.startswith(("https://", "mailto:")):
            assert (PAGES[name].parent / target).exists(), target


def test_commands_named_in_passing_exist():
    import typer

    group = typer.main.get_command(__import__("framing.cli", fromlist=["app"]).app)
    for name, path in PAGES.items():
        for words in re.findall(r"`framing ([a-z][a-z -]*)", path.read_text("utf-8")):
            first, _, rest = words.partition(" ")
            assert first in group.commands, f"{name}: framing {words}"
            inner = getattr(group.commands[first], "commands", None)
            if inner and rest:
                assert rest.split()[0] in inner, f"{name}: framing {words}"


def test_a_wrong_output_a_wrong_command_and_a_slip_are_noticed(tmp_path):
    page = "```python\nprint(2)\n```\n\n```text\n3\n```\n"
    ((step, printed),) = snippets.run_page(page, tmp_path)
    assert (step.shown.code, printed) == ("3\n", "2\n")
    assert snippets.renewed(page, [(step, printed)]) == page.replace("3\n", "2\n")
    with pytest.raises(AssertionError, match="no command of ours"):
        snippets.run_line("framin read articles/")
    with pytest.raises(AssertionError, match="framing read nowhere"):
        snippets.run_line("framing read nowhere/")


def test_every_table_is_told():
    from framing.frames import COMPARISON_TABLES, NOTES_TABLES

    told = re.findall(r"^\| (`.*?) \|", PAGES["docs/reference/tables.md"].read_text("utf-8"), re.M)
    assert set(re.findall(r"`(\w+)`", " ".join(told))) == {
        *NOTES_TABLES, *COMPARISON_TABLES, "articles", "pooled_alternations", "profiles", "distances",
        "controls",
    }  # fmt: skip


def test_every_pack_has_a_page_in_the_site():
    packs = {p.parent.name for p in (ROOT / "lexicons").glob("*/pack.toml")}
    assert {p.stem for p in (DOCS / "lexicons").glob("*.md")} - {"index", "format"} == packs


# What stands there as an example, as the name of a program, or as a plain word about our own work.
SPOKEN_OF = {
    *("a joke", "alarmists", "brat", "even-handed", "in quotation marks", "made up", "made-up"),
    "made_up",
}
LOADED = ("naming-epithet", "evaluative", "distancing")
FORBIDDEN = re.compile(
    r"\b(?:biased?|propaganda|mouthpiece|lies|liar|honest|balanced|fake)\b", re.I
)


def own_words(path):
    """The prose of a page or a notebook without code, quotations and titles of papers."""
    text = path.read_text("utf-8")
    if path.suffix == ".ipynb":
        cells = json.loads(text)["cells"]
        text = "\n\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")
    text = re.sub(r"^```.*?^```$", "", text, flags=re.S | re.M)
    if path.name == "faults.md":  # its tables quote what the commands said of broken files
        text = re.sub(r"^\|.*$", "", text, flags=re.M)
    return re.sub(r"`[^`]*`|“[^”]*”|(?<!\*)\*[^*\n]+\*(?!\*)|\]\([^)]*\)", " x ", text)


@pytest.mark.parametrize("name", [*PAGES, *(p.name for p in (ROOT / "notebooks").glob("*.ipynb"))])
def test_our_words_pass_our_own_lexicon_and_grade_no_outlet(name, general):
    text = own_words(PAGES.get(name, ROOT / "notebooks" / name))
    found = annotate_article(Article("own", text), general).markers
    marked = {m.span.of(text).casefold() for m in found if m.category in LOADED}
    assert marked <= SPOKEN_OF
    assert not FORBIDDEN.search(text)
