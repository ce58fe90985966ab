"""Sheets as a word-processor file (.docx) that a teacher can change.

Real headings, tables with a header row, lists, language and title; the same line numbers as the PDF.
"""

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from framing.classroom.setting import blocks
from framing.reporting.pdf import paper_name

_FONT, _SIZE = "Verdana", 10
_PAPERS_MM = {"a4": (210, 297), "us-letter": (216, 279)}
_WHEN = datetime(2000, 1, 1)  # the same in every file: no clock is read


def to_docx(document: blocks.Document, *, paper: str = "a4") -> bytes:
    """`document` as .docx. Same document, same bytes."""
    import docx

    file = docx.Document()
    _set_up(file, document, paper)
    for number, sheet in enumerate(document.sheets):
        heading = file.add_heading(sheet.title, level=1)
        heading.paragraph_format.page_break_before = number > 0
        for block in sheet.blocks:
            _add(file, block)
    buffer = io.BytesIO()
    file.save(buffer)
    return _without_clock(buffer.getvalue())


def _set_up(file: Any, document: blocks.Document, paper: str) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    width, height = _PAPERS_MM[paper_name(paper)]
    section = file.sections[0]
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin = section.bottom_margin = Mm(16)
    section.footer.paragraphs[0].text = document.footer
    normal = file.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(_SIZE)
    normal.paragraph_format.space_after = Pt(5)
    language = file.styles.element.find(f".//{qn('w:lang')}")
    if language is not None:
        language.set(qn("w:val"), "en-GB")
    core = file.core_properties
    core.title, core.author, core.language = document.title, "framing", document.language
    core.comments = core.keywords = core.subject = core.last_modified_by = ""
    core.created = core.modified = _WHEN
    core.revision = 1


def _add(file: Any, block: blocks.Block) -> None:
    if isinstance(block, blocks.Prose):
        _add_prose(file, block)
    else:
        _add_work(file, block)


def _add_prose(file: Any, block: blocks.Prose) -> None:
    match block:
        case blocks.Paragraph():
            _runs(file.add_paragraph(), block.words)
        case blocks.Task():
            paragraph = file.add_paragraph()
            paragraph.paragraph_format.keep_with_next = True
            paragraph.add_run(f"{block.label}  ").bold = True
            _runs(paragraph, block.words)
        case blocks.Bullets():
            style = "List Number" if block.numbered else "List Bullet"
            for item in block.items:
                _runs(file.add_paragraph(style=style), item)
        case blocks.Box():
            file.add_heading(block.title, level=2)
            for inner in block.blocks:
                _add(file, inner)  # type: ignore[arg-type]  # no figures here
        case blocks.Table():
            file.add_heading(block.caption, level=2)
            _table(file, block.columns, block.rows)
            file.add_paragraph(block.note)


def _add_work(file: Any, block: blocks.Work) -> None:
    match block:
        case blocks.Lines():
            for _ in range(block.count):
                _ruled(file.add_paragraph())
        case blocks.Form():
            _table(file, block.columns, block.rows, height=block.height)
        case blocks.NumberedText():
            _text(file, block)
        case blocks.Example():
            paragraph = file.add_paragraph(block.before)
            marked = paragraph.add_run(block.marked)
            marked.bold = marked.underline = True
            paragraph.add_run(block.after)
            file.add_paragraph(block.says)
        case blocks.Cards():
            columns = (blocks.Column("Card"), blocks.Column("Sentence", width=6))
            rows = [(blocks.strong_words(n), blocks.plain_words(text)) for n, text in block.items]
            _table(file, columns, rows)


def _runs(paragraph: Any, words: blocks.Words) -> None:
    for run in words:
        paragraph.add_run(run.text).bold = run.kind == "strong"


def _text(file: Any, block: blocks.NumberedText) -> None:
    """One table row a line: number and words, so that the lines stay as they are."""
    from docx.shared import Pt

    file.add_heading(block.title, level=2)
    if block.note:
        file.add_paragraph(block.note)
    rows = tuple(
        (
            blocks.plain_words(str(line.number)),
            blocks.plain_words("".join(p.text for p in line.pieces)),
        )
        for line in block.lines
    )
    table = _table(
        file, (blocks.Column("Line"), blocks.Column("Words", width=12)), rows, grid=False
    )
    for row in table.rows:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_after = Pt(2)


def _table(
    file: Any,
    columns: Sequence[blocks.Column],
    rows: Sequence[Sequence[blocks.Words]],
    *,
    height: float = 0,
    grid: bool = True,
) -> Any:
    from docx.oxml import OxmlElement
    from docx.shared import Mm, Pt

    table = file.add_table(rows=0, cols=len(columns))
    if grid:
        table.style = "Table Grid"
    table.autofit = False
    head = table.add_row()
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell, column in zip(head.cells, columns, strict=True):
        cell.paragraphs[0].add_run(column.title).bold = True
    for row in rows:
        added = table.add_row()
        if height:
            added.height = Pt(height)
        for cell, words in zip(added.cells, row, strict=True):
            _runs(cell.paragraphs[0], words)
    share = 174 / sum(column.width for column in columns)  # mm between the margins of A4
    for place, column in enumerate(columns):
        for cell in table.columns[place].cells:
            cell.width = Mm(share * column.width)
    file.add_paragraph()
    return table


def _ruled(paragraph: Any) -> None:
    """An empty paragraph with a line under it, to write on."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    paragraph.paragraph_format.space_before = Pt(12)
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "999999")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().append(borders)


def _without_clock(data: bytes) -> bytes:
    """The same archive with the time of every member set to the first that ZIP knows."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for member in old.infolist():
            info = zipfile.ZipInfo(member.filename, date_time=(1980, 1, 1, 0, 0, 0))
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            new.writestr(info, old.read(member))
    return buffer.getvalue()
