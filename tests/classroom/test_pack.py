"""The files of a pack: complete, the same each time, written whole, readable by machines."""

import io
import json
import re
import zipfile

import pypdf
import pytest
from tests_files import everything_in, titles

from framing.classroom.setting import folder
from framing.errors import OutputError

NAMES = [
    "1_pupil.pdf", "1_pupil.docx", "2_answer_key.pdf", "3_teacher_guide.pdf", "3_teacher_guide.docx",
    "4_slides.pdf", "4_reveal_slide.pdf", "5_blind_cards.pdf", "6_rubric.pdf",
    "7_sources_and_rights.pdf", "pack.json",
]  # fmt: skip


def pages(data):
    return len(pypdf.PdfReader(io.BytesIO(data)).pages)


def test_all_files_are_there(any_pack):
    assert list(any_pack.files) == NAMES


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_four_pupil_pages_a_guide_of_two_and_eight_slides(any_pack, paper):
    files = any_pack.pack.files(paper=paper)
    assert pages(files["1_pupil.pdf"]) == 4
    assert pages(files["3_teacher_guide.pdf"]) == 2
    assert pages(files["4_slides.pdf"]) == 8
    assert pages(files["5_blind_cards.pdf"]) == 1


def test_the_same_input_gives_the_same_bytes(made):
    assert made.pack.files() == made.files


def test_the_plan_has_55_minutes(made):
    text = everything_in("3_teacher_guide.pdf", made.files["3_teacher_guide.pdf"])
    spans = [(int(a), int(b)) for a, b in re.findall(r"(\d+)–(\d+)\s+[A-Z]", text)]
    plan = spans[: next(n for n, span in enumerate(spans) if span[1] == 55) + 1]
    assert [b - a for a, b in plan] == [5, 10, 15, 10, 10, 5]


def test_pupil_pages_and_key_have_the_same_tasks_and_lines(any_pack):
    pupil, key = (
        re.sub(r"\s+", " ", everything_in(n, any_pack.files[n]))
        for n in ("1_pupil.pdf", "2_answer_key.pdf")
    )
    for number in (1, 2, 3, 4, 5, 8, 9):
        assert f"Task {number}" in pupil and f"Task {number}" in key
    for excerpt in any_pack.pack.lesson.excerpts:
        for line in excerpt.lines:
            words = excerpt.text[line.start : line.end]
            assert re.sub(r"\s+", " ", words) in pupil


def test_no_answer_is_in_the_pupil_pages(any_pack):
    text = everything_in("1_pupil.pdf", any_pack.files["1_pupil.pdf"])
    for found in any_pack.pack.lesson.answers:
        for item in found.items:
            assert item.other_view not in text
            assert not re.search(rf"\b{item.number}\b", text)


def test_the_last_text_is_unmarked_and_on_another_topic(made):
    last = next(b for b in made.pack.documents[0].sheets[3].blocks if hasattr(b, "lines"))
    assert all(not piece.mark for line in last.lines for piece in line.pieces)
    key = everything_in("2_answer_key.pdf", made.files["2_answer_key.pdf"])
    assert "C1" in key and "C7" in key


def test_other_answers_that_can_be_defended_are_in_the_key(any_pack):
    text = everything_in("2_answer_key.pdf", any_pack.files["2_answer_key.pdf"])
    assert "Another view" in text
    assert "hardly a word choice" in text


@pytest.mark.parametrize("name", [n for n in NAMES if n.endswith(".pdf")])
def test_pdfs_are_tagged_with_language_title_and_bookmarks(made, name):
    reader = pypdf.PdfReader(io.BytesIO(made.files[name]))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/Lang"]).startswith("en")
    assert reader.metadata.title
    assert titles(reader.outline)
    assert "pdfuaid" in root["/Metadata"].get_object().get_data().decode()


@pytest.mark.parametrize("name", ["1_pupil.docx", "3_teacher_guide.docx"])
def test_documents_for_the_word_processor_have_headings_tables_and_a_title(made, name):
    import docx

    file = docx.Document(io.BytesIO(made.files[name]))
    assert [p.text for p in file.paragraphs if p.style.name == "Heading 1"]
    assert file.tables and file.core_properties.title
    assert (
        "tblHeader"
        in zipfile.ZipFile(io.BytesIO(made.files[name])).read("word/document.xml").decode()
    )


def test_the_manifest_names_every_file_with_its_audience(made):
    manifest = json.loads(made.files["pack.json"])
    assert [f["name"] for f in manifest["files"]] == NAMES[:-1]
    assert {f["name"] for f in manifest["files"] if f["for"] == "teacher"} == {
        n for n in NAMES[:-1] if n[0] in "237" or "reveal" in n
    }


def test_a_pack_is_written_whole_and_replaced_whole(made, tmp_path):
    target = tmp_path / "pack"
    made.pack.save(target)
    (target / "note.txt").write_text("mine")
    made.pack.save(target)
    assert sorted(p.name for p in target.iterdir()) == sorted(NAMES)
    assert [p.name for p in tmp_path.iterdir()] == ["pack"]


def test_a_folder_with_other_files_is_left_alone(made, tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(OutputError, match="no earlier pack"):
        made.pack.save(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.txt"]


def test_nothing_is_left_when_writing_fails(tmp_path, monkeypatch):
    folder.write_folder(tmp_path / "pack", {"pack.json": b"old"})

    def broken(made, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(folder, "_swap", broken)
    with pytest.raises(OutputError, match="No space left"):
        folder.write_folder(tmp_path / "pack", {"pack.json": b"new", "b": b""})
    assert [p.name for p in tmp_path.iterdir()] == ["pack"]
    assert (tmp_path / "pack" / "pack.json").read_bytes() == b"old"
