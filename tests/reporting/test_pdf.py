"""The printed report as a file: its structure for screen readers, its text, its colours, its bytes."""

import io
import re
from functools import cache
from importlib import resources

import pytest
from matplotlib.text import Text
from pypdf import PdfReader
from pypdf.generic import IndirectObject
from reporting.samples import SAMPLES, demo_report, report_of, sample
from reporting.samples import article as text_of

from framing.charts import style
from framing.charts.page import measure
from framing.errors import OptionError
from framing.reporting import blocks
from framing.reporting.pdf import _fitted, _widths, to_pages, to_pdf

CYRILLIC = "Громадське інформаційне агентство Півночі"
ACCENTED = "Óbuda Hírlap"


@cache
def made(name, paper="a4"):
    """The PDF of the demo or of a sample, set once."""
    report = demo_report() if name == "demo" else sample(name)
    return to_pdf(report.content, paper=paper)


@pytest.fixture(scope="module")
def demo_pdf():
    return PdfReader(io.BytesIO(made("demo")))


def tags(reader):
    """(kind, element) of the structure tree, in reading order."""

    def walk(node):
        node = node.get_object() if isinstance(node, IndirectObject) else node
        if isinstance(node, list):
            for child in node:
                yield from walk(child)
        elif isinstance(node, dict):
            if "/S" in node:
                yield node["/S"], node
            if "/K" in node:
                yield from walk(node["/K"])

    return list(walk(reader.trailer["/Root"]["/StructTreeRoot"]["/K"]))


def bookmarks(outline):
    for item in outline:
        if isinstance(item, list):
            yield from bookmarks(item)
        else:
            yield item.title


def text_of_pdf(data):
    pages = PdfReader(io.BytesIO(data)).pages
    return [" ".join(page.extract_text().replace("\u00a0", " ").split()) for page in pages]


def all_blocks(report, kind):
    def walk(found):
        for block in found:
            if isinstance(block, kind):
                yield block
            if isinstance(block, blocks.Box):
                yield from walk(block.blocks)

    return [block for section in report.sections for block in walk(section.blocks)]


def test_it_says_its_language_title_and_that_it_is_tagged(demo_pdf):
    root = demo_pdf.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert demo_pdf.metadata.title == demo_report().content.title
    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()


def test_every_section_and_table_is_a_heading_and_a_bookmark(demo_pdf):
    content = demo_report().content
    found = [kind for kind, _ in tags(demo_pdf)]
    titles = list(bookmarks(demo_pdf.outline))
    assert [t for t in titles if t in {s.title for s in content.sections}] == [
        section.title for section in content.sections
    ]
    captions = [table.caption for table in all_blocks(content, blocks.Table)]
    assert set(captions) <= set(titles)
    assert found.count("/H1") == len(content.sections)
    pairs = all_blocks(content, blocks.SideBySide)
    assert found.count("/H2") == len(captions) + len(pairs)


def test_tables_have_rows_with_header_cells(demo_pdf):
    found = tags(demo_pdf)
    tables = all_blocks(demo_report().content, blocks.Table)
    assert sum(kind == "/Table" for kind, _ in found) == len(tables)
    heads = sum(kind == "/TH" for kind, _ in found)
    assert heads >= sum(len(table.columns) for table in tables)
    cells = sum(kind == "/TD" for kind, _ in found)
    assert cells >= sum(len(table.rows) * len(table.columns) for table in tables)


def test_every_figure_has_a_description_that_says_its_counts(demo_pdf):
    told = [element.get("/Alt") for kind, element in tags(demo_pdf) if kind == "/Figure"]
    figures = all_blocks(demo_report().content, blocks.Figure)
    assert told == [figure.alt for figure in figures]
    assert all(re.search(r"\d", alt) for alt in told)


def test_lists_are_lists(demo_pdf):
    found = [kind for kind, _ in tags(demo_pdf)]
    assert found.count("/L") >= 3
    assert found.count("/LI") == found.count("/LBody")


def test_every_page_has_real_text_and_its_number():
    pages = text_of_pdf(made("demo"))
    for number, page in enumerate(pages, start=1):
        assert len(page) > 200
        assert f"{number} / {len(pages)}" in page
        assert "invented" in page  # the notice of the demo
    assert "made on 2 June 2026" in pages[0]


def test_cyrillic_and_accents_are_text_in_pages_and_in_charts():
    found = report_of(
        [text_of(4, 0, name=CYRILLIC), text_of(6, 1, name=ACCENTED), text_of(5, 2, name="Le Jour")]
    )
    whole = " ".join(text_of_pdf(to_pdf(found.content)))
    assert CYRILLIC in whole
    assert whole.count(ACCENTED) > 5
    # a letter that the charts' font lacks is a warning of matplotlib, and here an error


def test_text_that_looks_like_markup_stays_text():
    hostile = '#pagebreak() $x$ *bold* #link("x") [a] \\u{41} </script> <b>'
    found = report_of([text_of(4, 0, name=hostile), text_of(6, 1)])
    whole = " ".join(text_of_pdf(to_pdf(found.content)))
    assert "#pagebreak() $x$ *bold*" in whole


def report_with(*found, opens_page=False):
    """A report of one section that fills a part of a page, and one with the blocks `found`."""
    first = blocks.Section("a", "First", (blocks.Paragraph(blocks.words("It begins.")),))
    second = blocks.Section("b", "Second", found, opens_page=opens_page)
    return blocks.Report("Title", "Subtitle", "en", "", (first, second))


def rows_of(number, cell="row"):
    return tuple((blocks.words(f"{cell} {n} of all"),) * 2 for n in range(number))


@pytest.mark.parametrize(("small", "counts"), [(False, (34, 46)), (True, (62, 74))])
def test_the_last_rows_of_a_table_and_its_note_stay_on_one_page(small, counts):
    columns = (blocks.Column("One"), blocks.Column("Two"))
    for number in range(*counts):
        table = blocks.Table("Rows", columns, rows_of(number), "A note on it.", small=small)
        pages = text_of_pdf(to_pdf(report_with(table)))
        (last,) = [page for page in pages if "A note on it." in page]
        for n in range(number - (3 if small else 2), number):
            assert f"row {n} of all" in last, number


def test_a_section_opens_a_page_unless_much_of_the_last_is_left():
    lines = [blocks.Paragraph(blocks.words(f"Line {n}.")) for n in range(60)]
    for before, pages in ((5, 1), (40, 2)):
        first = blocks.Section("a", "First", tuple(lines[:before]))
        second = blocks.Section("b", "Second", tuple(lines[:3]), opens_page=True)
        report = blocks.Report("Title", "Subtitle", "en", "", (first, second))
        assert len(text_of_pdf(to_pdf(report))) == pages


def test_a_small_table_gives_its_columns_what_they_need():
    columns = (
        blocks.Column("No.", "right", 1),
        blocks.Column("Text", width=1),
        blocks.Column("Long"),
    )
    rows = tuple(
        (blocks.words(f"{n}"), blocks.words("too short"), blocks.words("many words " * 40))
        for n in range(20)
    )
    table = blocks.Table("Rows", columns, rows, small=True)
    wide = _widths(table)
    assert sum(wide) == pytest.approx(170 / 25.4)
    assert wide[0] < wide[1] < 1 < wide[2]
    whole = " ".join(text_of_pdf(to_pdf(report_with(table))))
    assert whole.count("too short") == 20
    assert whole.count("many words many …") + whole.count("many words …") == 20


def test_what_is_cut_has_the_sign_for_it_also_behind_a_marker_that_just_fits():
    cell = (blocks.strong("special operation"), blocks.Run(" began on Monday"))
    room = measure("special operation", (6.8, "bold")) + 0.01
    (run,) = _fitted(cell, room, from_left=False)
    assert (run.text, run.kind) == ("special …", "strong")
    (run,) = _fitted(cell[::-1], room, from_left=True)
    assert run.text == "… operation"


def test_the_space_before_a_stretch_of_speech_stands_before_its_label():
    text = "He was tired, the minister said."
    passage = blocks.Passage("A", "text 1", text, voices=((0, 13, "indirect", "Jan Novak"),))
    pair = blocks.SideBySide("He was tired", passage, passage)
    whole = " ".join(text_of_pdf(to_pdf(report_with(pair))))
    assert "[reported: Jan Novak] He was tired, [own words] the minister said." in whole


def test_a_speaker_with_a_very_long_name_is_cut_before_a_stretch():
    who = "a meeting of the two sides since the beginning of the war in the east of the country"
    passage = blocks.Passage("A", "text 1", "He was tired.", voices=((0, 13, "indirect", who),))
    whole = " ".join(text_of_pdf(to_pdf(report_with(blocks.SideBySide("x", passage, passage)))))
    assert "[reported: a meeting of the two sides since the beginning…]" in whole


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_same_report_gives_the_same_bytes(paper):
    assert made("pair", paper) == to_pdf(sample("pair").content, paper=paper)


def test_no_clock_is_read_and_no_name_of_the_machine_is_told(demo_pdf):
    assert demo_pdf.metadata.creation_date.year == 1970
    assert b"matplotlib" not in made("demo")


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_papers(paper, size):
    page = PdfReader(io.BytesIO(made("pair", paper))).pages[0]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == size


def test_another_paper_is_an_error_that_names_the_choices():
    with pytest.raises(OptionError, match="no paper 'a5'; there are: a4, letter"):
        to_pdf(sample("one").content, paper="a5")


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_pictures_of_pages_are_1600_pixels_wide_and_the_same_bytes(paper):
    from PIL import Image

    pages = to_pages(sample("one").content, paper=paper)
    assert pages == to_pages(sample("one").content, paper=paper)
    for page in pages:
        with Image.open(io.BytesIO(page)) as picture:
            assert picture.width == 1600


@pytest.mark.parametrize("name", SAMPLES)
def test_every_set_makes_a_tagged_document(name):
    """On US letter, the shorter of the two papers."""
    content = sample(name).content
    reader = PdfReader(io.BytesIO(made(name, "letter")))
    found = [kind for kind, _ in tags(reader)]
    assert found.count("/H1") == len(content.sections)
    assert found.count("/Figure") == len(all_blocks(content, blocks.Figure))
    assert len(reader.pages) <= {"one": 5, "pair": 10, "undated": 12, "many": 26}[name]


@pytest.mark.parametrize("name", SAMPLES)
def test_figures_fit_the_page_and_its_width(name):
    for figure in all_blocks(sample(name).content, blocks.Figure):
        wide, high = figure.draw().get_size_inches()
        assert wide == pytest.approx(170 / 25.4, abs=0.01), figure.name
        assert high <= 9.3, figure.name  # a US letter page less its margins and a caption


def luminance(colour):
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def colours(template):
    text = (resources.files("framing.reporting") / "templates" / template).read_text("utf-8")
    return dict(re.findall(r'#let ([\w-]+) = rgb\("(#[0-9a-f]{6})"\)', text))


def test_contrast_is_computed_as_wcag_does():
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.01)


def test_every_colour_of_text_stands_out_from_paper_and_from_marked_words():
    found = colours("report.typ")
    tint = found.pop("tint")
    found.pop("line-colour")  # rules only
    assert {"ink", "soft", "reported-colour", "quoted-colour"} == set(found)
    for name, colour in found.items():
        assert contrast(colour, "#ffffff") >= 4.5, name
        if name != "soft":  # notes and counts: nothing is marked in them
            assert contrast(colour, tint) >= 4.5, name


def test_every_colour_of_text_in_charts_stands_out():
    figure_texts = {
        text.get_color()
        for name in ("pair", "many")
        for figure in all_blocks(sample(name).content, blocks.Figure)
        for text in figure.draw().findobj(Text)
        if text.get_text().strip() and text.get_visible()
    }
    assert {"#1a1a1a"} < {c.lower() for c in figure_texts}
    for colour in figure_texts - {style.PAPER}:
        assert contrast(colour.lower(), style.PAPER) >= 4.5, colour
    # numbers in full bars are white
    assert contrast(style.PAPER, style.VOICES["outlet"].colour.lower()) >= 4.5
