"""What the teacher's sheets say where the data say little, and that they say no more."""

import io
import re

import pypdf
import pytest
from classroom.conftest import LANTERN, TIDEWATER
from tests_files import everything_in

import framing
from framing.classroom.pack import classroom
from framing.classroom.pages.extras import reveal
from framing.classroom.setting.pdf import to_pdf
from framing.model import Article, Region, Span
from framing.reporting.blind import outlet_strings

PLAIN = (
    "The pool on Mill Street is open again after three weeks. The town paid for new pumps. "
    "The pumps came by rail on Monday. Children swam from nine in the morning. {last}"
)


def sheet(pack, name):
    """The words of one PDF of a pack, on one line."""
    document = next(d for d in pack.documents if d.name == name)
    return re.sub(r"\s+", " ", everything_in(f"{name}.pdf", to_pdf(document, paper="a4")))


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    """Two outlets on one event in words that no pack lists."""
    file = tmp_path_factory.mktemp("plain") / "pool.csv"
    rows = [
        f'{n},Pool on Mill Street open again,{outlet},2025-06-03,"{PLAIN.format(last=last)}"'
        for n, (outlet, last) in enumerate(
            (("Pier Post", "The ticket costs four crowns."), ("Quay Echo", "Swimmers queued."))
        )
    ]
    file.write_text("\n".join(["id,title,outlet,date,text", *rows]), encoding="utf-8")
    return classroom(framing.study(file).comparisons)


@pytest.fixture(scope="module")
def nobody(tmp_path_factory):
    """Two texts of which nobody knows the outlets."""
    folder = tmp_path_factory.mktemp("nobody")
    for name, text in (("one", LANTERN), ("two", TIDEWATER)):
        told = re.sub(r"(?:the )?(?:Oster Lantern|Tidewater News)", "the paper", text)
        told = re.sub(r"(?m)^.*(?:OSTER, June 3|By Maria|staff|Read more).*$", "", told)
        (folder / f"{name}.txt").write_text(told, encoding="utf-8")
    return classroom(framing.study(folder).comparisons)


def test_the_guide_names_event_and_outlets_as_the_teacher_knows_them(made):
    guide = sheet(made.pack, "3_teacher_guide")
    assert made.pack.lesson.original.event.label in guide
    assert "Outlet A" not in guide and "Outlet B" not in guide
    assert any("Harbour Wire" in caveat for caveat in made.pack.lesson.original.caveats)
    assert "Harbour Wire" in guide


def test_the_background_is_that_of_the_event(made, plain):
    told = sheet(made.pack, "3_teacher_guide")
    assert "words of the United Nations" in told and "See the next page." in told
    told = sheet(plain, "3_teacher_guide")
    assert "words of the United Nations and its court" not in told and "See the" not in told


def test_a_lesson_without_word_choices_has_no_empty_table(plain):
    assert not any(found.items for found in plain.lesson.answers)
    key = sheet(plain, "2_answer_key")
    assert "Why it counts, whose usage, source" not in key
    assert "accept every phrase that a pupil can defend" in key
    assert "No other wording is listed" in key and "can be made:" not in key


def test_unknown_outlets_are_not_called_one_outlet(nobody):
    assert nobody.lesson.outlets == ("unknown", "unknown") and not nobody.lesson.same_outlet
    guide = sheet(nobody, "3_teacher_guide")
    assert "Nobody knows where the two texts were published" in guide
    assert "one outlet" not in guide.lower()
    articles = {card.article for card in nobody.lesson.cards}
    assert len(articles) == 2  # as many cards of the one text as of the other


def test_two_long_names_fit_one_reveal_slide(tmp_path):
    names = (
        "La République Éclairée de l’Île-de-France et des Ardennes",
        "Всеукраинское Агентство Независимых Новостей и Обозрений",
    )
    rows = [
        f'{n},Pool on Mill Street open again,{name},2025-06-03,"{PLAIN.format(last=name[:9])}"'
        for n, name in enumerate(names)
    ]
    (tmp_path / "long.csv").write_text("\n".join(["id,title,outlet,date,text", *rows]), "utf-8")
    pack = classroom(framing.study(tmp_path).comparisons)
    slide = pypdf.PdfReader(io.BytesIO(to_pdf(reveal(pack.lesson), paper="a4")))
    assert len(slide.pages) == 1
    assert "Всеукраинское" in slide.pages[0].extract_text()


@pytest.mark.parametrize("place", ["in Mill Bay", "from Mill Bay", "at Mill Bay"])
def test_the_place_of_a_byline_is_no_name_to_hide(place, bridge):
    text = f"Reporting by Maria Quill {place}; editing by Tom Vane"
    byline = Region(Span(0, len(text)), "byline")
    found = outlet_strings(Article("a", text, regions=(byline,)), bridge.table)
    assert {"Maria Quill", "Tom Vane"} <= set(found) and "Mill Bay" not in found
