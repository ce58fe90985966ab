"""Sheets as a tagged PDF: language, title, headings, tables, lines to write on as decoration."""

import json
from dataclasses import asdict
from importlib import resources
from pathlib import Path
from typing import Any

from framing.classroom.setting import blocks
from framing.reporting.pdf import PAPERS, paper_name

__all__ = ["PAPERS", "to_pdf"]

_BODY = {"pupils": 11, "teacher": 9.5}  # points
# Points from line to numbered line: what two texts, two tasks and ruled lines leave of one page.
_ROOM = {"a4": 525, "us-letter": 475}
_LEAST, _MOST = 14.5, 19.0


def to_pdf(document: blocks.Document, *, paper: str = "a4") -> bytes:
    """`document` as PDF/UA-1. Same document, same bytes."""
    import matplotlib
    import typst

    template = resources.files("framing.classroom") / "setting" / "templates" / "pack.typ"
    fonts = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    name = paper_name(paper)
    data = _data(document) | {
        "paper": name,
        "size": _BODY[document.audience],
        "pitch": _pitch(document, _ROOM[name]),
    }
    with resources.as_file(template) as path:
        result: Any = typst.compile(
            str(path),
            font_paths=[str(fonts)],
            ignore_system_fonts=True,
            sys_inputs={"document": json.dumps(data)},
            timestamp=0,
            format="pdf",
            pdf_standards=["ua-1"],
        )
    assert isinstance(result, bytes)
    return result


def _pitch(document: blocks.Document, room: float) -> float:
    """How far apart the lines of the texts stand: as wide as the fullest sheet allows."""
    if document.audience == "teacher":
        return _LEAST
    most = max(
        (
            sum(len(b.lines) for b in sheet.blocks if isinstance(b, blocks.NumberedText))
            for sheet in document.sheets
        ),
        default=0,
    )
    return min(_MOST, max(_LEAST, room / most)) if most else _MOST


def _data(document: blocks.Document) -> dict[str, Any]:
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "language": document.language,
        "footer": document.footer,
        "slides": document.slides,
        "audience": document.audience,
        "sheets": [
            {"title": sheet.title, "blocks": [_block(block) for block in sheet.blocks]}
            for sheet in document.sheets
        ],
    }


def _block(block: blocks.Block) -> dict[str, Any]:
    return _prose(block) if isinstance(block, blocks.Prose) else _work(block)


def _prose(block: blocks.Prose) -> dict[str, Any]:
    match block:
        case blocks.Paragraph():
            return {"kind": "paragraph", "words": _words(block.words)}
        case blocks.Task():
            return {"kind": "task", "label": block.label, "words": _words(block.words)}
        case blocks.Bullets():
            items = [_words(item) for item in block.items]
            return {"kind": "bullets", "items": items, "numbered": block.numbered}
        case blocks.Box():
            inner = [_block(b) for b in block.blocks]  # type: ignore[arg-type]  # no figures here
            return {"kind": "box", "title": block.title, "blocks": inner}
        case blocks.Table():
            grid = _grid(block.columns, block.rows)
            return {"kind": "table", "caption": block.caption, "note": block.note} | grid


def _work(block: blocks.Work) -> dict[str, Any]:
    match block:
        case blocks.Lines():
            return {"kind": "lines", "count": block.count}
        case blocks.Form():
            return {"kind": "form", "height": block.height} | _grid(block.columns, block.rows)
        case blocks.NumberedText():
            lines = [_line(line) for line in block.lines]
            return {"kind": "text", "title": block.title, "note": block.note, "lines": lines}
        case blocks.Example():
            return {"kind": "example"} | asdict(block)
        case blocks.Cards():
            return {"kind": "cards", "items": [{"number": n, "text": t} for n, t in block.items]}


def _grid(
    columns: tuple[blocks.Column, ...], rows: tuple[tuple[blocks.Words, ...], ...]
) -> dict[str, Any]:
    return {
        "columns": [{"title": c.title, "align": c.align, "width": c.width} for c in columns],
        "rows": [[_words(cell) for cell in row] for row in rows],
    }


def _line(line: blocks.TextLine) -> dict[str, Any]:
    pieces = [{"text": piece.text, "mark": piece.mark} for piece in line.pieces]
    return {"number": line.number, "opens": line.opens, "pieces": pieces}


def _words(words: blocks.Words) -> list[dict[str, str]]:
    return [{"text": run.text, "kind": run.kind} for run in words]
