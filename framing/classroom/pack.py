"""The public way to a lesson: build the pack from comparisons, save it as a folder."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import framing
from framing.classroom.choosing.lesson import Lesson, build_lesson
from framing.classroom.choosing.windows import strength
from framing.classroom.pages.extras import blind_cards, reveal, rubric, slides
from framing.classroom.pages.guide import teacher_guide
from framing.classroom.pages.key import answer_key
from framing.classroom.pages.pupil import pupil_pages
from framing.classroom.pages.sources import sources_sheet
from framing.classroom.setting.blocks import Document
from framing.classroom.setting.folder import SIGN, check_folder, write_folder
from framing.errors import InputError
from framing.model import Comparison
from framing.output import json_text
from framing.reporting.blind import blind


@dataclass(frozen=True, slots=True)
class Pack:
    """A lesson and its documents; those for pupils hold no outlet name and no answer."""

    lesson: Lesson
    documents: tuple[Document, ...]

    def save(self, folder: str | Path, *, paper: str = "a4") -> list[Path]:
        """Write the pack as `folder`, whole or not at all, and return its files.

        `paper` is ``a4`` or ``letter``. An earlier pack in `folder` is replaced; a folder with
        anything else in it is left alone (OutputError). Same input, same bytes.
        """
        target = Path(folder)
        check_folder(target)
        files = self.files(paper=paper)
        write_folder(target, files)
        return [target / name for name in files]

    def files(self, *, paper: str = "a4") -> dict[str, bytes]:
        """File names and their bytes, `pack.json` last."""
        from framing.classroom.setting.pdf import to_pdf
        from framing.classroom.setting.word import to_docx

        files: dict[str, bytes] = {}
        for document in self.documents:
            files[f"{document.name}.pdf"] = to_pdf(document, paper=paper)
            if document.editable:
                files[f"{document.name}.docx"] = to_docx(document, paper=paper)
        return files | {SIGN: json_text(self._manifest(files, paper)).encode()}

    def _manifest(self, files: dict[str, bytes], paper: str) -> dict[str, Any]:
        """What is in the pack, for programs: it names the outlets, so it is the teacher's."""
        audience = {document.name: document.audience for document in self.documents}
        return {
            "made_by": f"framing {framing.__version__}",
            "made_on": self.lesson.made_on,
            "title": self.lesson.title,
            "paper": paper,
            "event": self.lesson.comparison.event.id,
            "files": [
                {
                    "name": name,
                    "for": audience[name.partition(".")[0]],
                    "sha256": hashlib.sha256(data).hexdigest(),
                }
                for name, data in files.items()
            ],
            "texts": [
                {
                    "label": excerpt.label,
                    "article": original.article.id,
                    "outlet": original.article.outlet.outlet,
                    "words": excerpt.window.words,
                    "lines": len(excerpt.lines),
                    "items": [[i.number, i.line, i.words, i.voice] for i in found.items],
                }
                for excerpt, original, found in zip(
                    self.lesson.excerpts, self.lesson.originals, self.lesson.answers, strict=True
                )
            ],
        }


def classroom(
    comparisons: Sequence[Comparison],
    *,
    title: str = "",
    made_on: str = "",
    notice: str = "",
    outlets: Path | None = None,
) -> Pack:
    """A lesson on the event with most outlets, then most articles, then most documented word
    choices, of `comparisons`.

    `made_on` is printed as given (no clock is read), `notice` stands in the footer of the teacher's
    sheets, and `outlets` is the table of outlets used in reading, if it was not the shipped one.
    Raises InputError where no event has two articles.
    """
    if not comparisons:
        raise InputError("no article could be read: a lesson needs two articles on one event")
    chosen = min(comparisons, key=_suits)
    blinded = blind([chosen], outlets=outlets)
    lesson = build_lesson(blinded, chosen, title=title, made_on=made_on, outlets=outlets)
    documents = (
        pupil_pages(lesson),
        answer_key(lesson),
        teacher_guide(lesson),
        slides(lesson),
        reveal(lesson),
        blind_cards(lesson),
        rubric(lesson),
        sources_sheet(lesson),
    )
    return Pack(lesson, tuple(_noticed(document, notice) for document in documents))


def _suits(comparison: Comparison) -> tuple[int, int, int, str]:
    """The smallest suits a lesson best."""
    notes = comparison.annotations
    choices = sum(strength(marker) == 2 for note in notes for marker in note.markers)
    return -len(comparison.outlets), -len(notes), -choices, comparison.event.id


def _noticed(document: Document, notice: str) -> Document:
    if not notice or document.audience == "pupils":
        return document
    return replace(document, footer=f"{document.footer}. {notice}".removeprefix(". "))
