"""The report as a tagged PDF, and as pictures of its pages.

Typst sets the pages. Everything from an article goes in as data (JSON), is never read as markup, and
charts go in as vector graphics with their descriptions.
"""

import json
from importlib import resources
from pathlib import Path
from typing import Any

from framing.charts.style import render
from framing.errors import OptionError
from framing.reporting import blocks
from framing.reporting.segments import segments

PAPERS = ("a4", "letter")
_TYPST_NAMES = {"a4": "a4", "letter": "us-letter", "us-letter": "us-letter"}
_WIDTH = 1600  # pixels of a page picture


def to_pdf(report: blocks.Report, *, paper: str = "a4") -> bytes:
    """The report as PDF/UA-1: tagged, with language, title, bookmarks and descriptions."""
    result = _compile(report, paper, format="pdf", pdf_standards=["ua-1"])
    assert isinstance(result, bytes)
    return result


def to_pages(report: blocks.Report, *, paper: str = "a4") -> list[bytes]:
    """The pages as PNG pictures, 1600 pixels wide."""
    inches = {"a4": 8.27, "us-letter": 8.5}[paper_name(paper)]
    result = _compile(report, paper, format="png", ppi=_WIDTH / inches)
    return result if isinstance(result, list) else [result]


def paper_name(paper: str) -> str:
    """The name that typst has for `paper`, ``a4`` or ``letter``. Raises OptionError for others."""
    if paper.lower() not in _TYPST_NAMES:
        raise OptionError(f"no paper {paper!r}; there are: {', '.join(PAPERS)}")
    return _TYPST_NAMES[paper.lower()]


def _compile(report: blocks.Report, paper: str, **options: Any) -> Any:
    import matplotlib
    import typst

    paper = paper_name(paper)
    template = resources.files("framing.reporting") / "templates" / "report.typ"
    fonts = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    with resources.as_file(template) as path:
        return typst.compile(
            str(path),
            font_paths=[str(fonts)],
            ignore_system_fonts=True,
            sys_inputs={"report": json.dumps(_data(report) | {"paper": paper})},
            timestamp=0,
            **options,
        )


def _data(report: blocks.Report) -> dict[str, Any]:
    return {
        "title": report.title,
        "subtitle": report.subtitle,
        "language": report.language,
        "made_on": report.made_on,
        "notice": report.notice,
        "sections": [
            {"title": section.title, "blocks": [_block(block) for block in section.blocks]}
            for section in report.sections
        ],
    }


def _block(block: blocks.Block) -> dict[str, Any]:
    match block:
        case blocks.Paragraph():
            return {"kind": "paragraph", "words": _words(block.words)}
        case blocks.Bullets():
            items = [_words(item) for item in block.items]
            return {"kind": "bullets", "items": items, "numbered": block.numbered}
        case blocks.Box():
            return {
                "kind": "box",
                "title": block.title,
                "blocks": [_block(b) for b in block.blocks],
            }
        case blocks.Table():
            return {
                "kind": "table",
                "caption": block.caption,
                "columns": [
                    {"title": c.title, "align": c.align, "width": c.width} for c in block.columns
                ],
                "rows": [[_words(cell) for cell in row] for row in block.rows],
                "note": block.note,
            }
        case blocks.Figure():
            return {
                "kind": "figure",
                "svg": render(block.draw(), "svg", title=block.caption, alt=block.alt).decode(),
                "caption": block.caption,
                "alt": block.alt,
            }
        case blocks.SideBySide():
            return {
                "kind": "pair",
                "caption": block.caption,
                "passages": [_passage(block.left), _passage(block.right)],
            }


def _words(words: blocks.Words) -> list[dict[str, str]]:
    return [{"text": run.text, "kind": run.kind} for run in words]


def _passage(passage: blocks.Passage) -> dict[str, Any]:
    return {
        "title": passage.title,
        "place": passage.place,
        "segments": [
            {"text": s.text, "voice": s.voice, "letter": s.mark.letter if s.mark else ""}
            for s in segments(passage)
        ],
        "notes": [{"letter": m.letter, "note": m.note, "voice": m.voice} for m in passage.marks],
        "speakers": sorted({f"{v}: {who}" for _, _, v, who in passage.voices if who}),
    }
