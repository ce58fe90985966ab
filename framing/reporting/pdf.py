"""The report as a tagged PDF, and as pictures of its pages.

Typst sets the pages. Everything from an article goes in as data (JSON), is never read as markup, and
charts go in as vector graphics with their descriptions.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib import resources
from itertools import groupby
from pathlib import Path
from typing import Any

from framing.charts.page import measure
from framing.charts.style import Font, render
from framing.errors import OptionError
from framing.reporting import blocks
from framing.reporting.names import VOICE_NAMES, clip
from framing.reporting.segments import Segment, segments

PAPERS = ("a4", "letter")
_TYPST_NAMES = {"a4": "a4", "letter": "us-letter", "us-letter": "us-letter"}
_WIDTH = 1600  # pixels of a page picture
_TEXT_WIDTH = 170 / 25.4  # inches: an A4 page less its margins, the narrower of the two papers
_INSET = 4.5 / 72  # inches of a small table's column that stay white
_WHO = 48  # characters of a speaker before a stretch
_SMALL = 6.8  # points of a small table, as in the template
_QUIET = 0.86  # size of quiet words beside others, as in the template


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
            {
                "id": section.id,
                "title": section.title,
                "opens_page": section.opens_page,
                "blocks": list(_blocks(section.blocks)),
            }
            for section in report.sections
        ],
    }


def _blocks(found: Sequence[blocks.Block]) -> Iterator[dict[str, Any]]:
    """The blocks; boxes that follow one another stand side by side."""
    for boxed, group in groupby(found, lambda block: isinstance(block, blocks.Box)):
        made = [_block(block) for block in group]
        if boxed and len(made) > 1:
            yield {"kind": "boxes", "boxes": made}
        else:
            yield from made


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
            return _table(block)
        case blocks.Figure():
            return {
                "kind": "figure",
                "svg": render(
                    block.draw(), "svg", title=block.caption or block.name, alt=block.alt
                ).decode(),
                "caption": block.caption,
                "alt": block.alt,
            }
        case blocks.SideBySide():
            return {
                "kind": "pair",
                "caption": block.caption,
                "passages": [_passage(block.left), _passage(block.right)],
            }


def _table(table: blocks.Table) -> dict[str, Any]:
    widths = _widths(table) if table.small else [column.width for column in table.columns]
    return {
        "kind": "table",
        "caption": table.caption,
        "columns": [
            {"title": c.title, "align": c.align, "width": wide}
            for c, wide in zip(table.columns, widths, strict=True)
        ],
        "rows": [[_words(cell) for cell in row] for row in _rows(table, widths)],
        "note": table.note,
        "small": table.small,
    }


def _rows(table: blocks.Table, widths: Sequence[float]) -> Iterator[Sequence[blocks.Words]]:
    """The rows; in a small table every cell is cut to its column's width, with an ellipsis."""
    for row in table.rows:
        if table.small:
            cells = zip(row, table.columns, widths, strict=True)
            yield [
                _fitted(cell, wide - _INSET, from_left=c.align == "right")
                for cell, c, wide in cells
            ]
        else:
            yield row


def _widths(table: blocks.Table) -> list[float]:
    """Inches for each column of a small table: no more than its longest cell needs while others need
    more, and among those by their shares."""
    needs = [
        max(measure(column.title, (_SMALL, "bold")), *(_long(row[n]) for row in table.rows))
        + _INSET
        for n, column in enumerate(table.columns)
    ]
    shares = [column.width for column in table.columns]
    left, whole, found = _TEXT_WIDTH, sum(shares), dict[int, float]()
    for n in sorted(range(len(needs)), key=lambda n: needs[n] / shares[n]):
        found[n] = min(needs[n], left * shares[n] / whole)
        left, whole = left - found[n], whole - shares[n]
    return [found[n] + left / len(needs) for n in range(len(needs))]


def _long(words: blocks.Words) -> float:
    exact = sum(measure(" ".join(run.text.split("\n")), _font(run)) for run in words)
    return exact + 0.001  # what fits exactly is not cut for a rounding


def _fitted(words: blocks.Words, wide: float, *, from_left: bool) -> blocks.Words:
    """As much of `words` as `wide` inches hold; `from_left` cuts off the beginning, not the end."""
    kept: list[blocks.Run] = []
    for run in reversed(words) if from_left else words:
        font = _font(run)
        text = " ".join(run.text.split("\n"))
        room = wide - sum(measure(r.text, _font(r)) for r in kept)
        if measure(text, font) > room:
            if (
                kept and measure("…", font) > room
            ):  # no room for the sign itself beside what is kept
                run, rest = kept.pop(), text
                text, font = (rest + run.text if from_left else run.text + rest), _font(run)
                room += measure(run.text, font)
            kept.append(replace(run, text=_cut(text, font, room=room, from_left=from_left)))
            break
        kept.append(replace(run, text=text))
    return tuple(reversed(kept) if from_left else kept)


def _cut(text: str, font: Font, *, room: float, from_left: bool) -> str:
    """The whole words of `text` that fit, and an ellipsis; letters where no word fits."""
    pieces = text.split(" ")
    while len(pieces) > 1:
        pieces = pieces[1:] if from_left else pieces[:-1]
        shorter = " ".join(["…", *pieces] if from_left else [*pieces, "…"])
        if room / 2 < measure(shorter, font) <= room:
            return shorter
    while text and measure(f"{text}…", font) > room:
        text = text[1:] if from_left else text[:-1]
    return f"…{text}" if from_left else f"{text}…"


def _font(run: blocks.Run) -> Font:
    size = _SMALL * _QUIET if run.kind == "quiet" else _SMALL
    return size, "bold" if run.kind == "strong" else "normal"


def _words(words: blocks.Words) -> list[dict[str, str]]:
    return [{"text": run.text, "kind": run.kind} for run in words]


def _passage(passage: blocks.Passage) -> dict[str, Any]:
    pieces = list(segments(passage))
    return {
        "title": passage.title,
        "place": passage.place,
        "segments": [
            {
                "text": s.text,
                "voice": s.voice,
                "letter": s.mark.letter if s.mark else "",
                "says": says,
            }
            for s, says in zip(pieces, _openings(passage, pieces), strict=True)
        ],
        "notes": [{"letter": m.letter, "note": m.note} for m in passage.marks],
    }


def _openings(passage: blocks.Passage, pieces: Sequence[Segment]) -> Iterator[str]:
    """For each piece whose words it is, where that is another than before: "reported: Peskov"."""
    at, before = 0, "outlet"
    for piece in pieces:
        said = "outlet"
        if piece.voice != "outlet":
            who = next(
                (w for a, b, v, w in passage.voices if a <= at < b and v == piece.voice), None
            )
            said = VOICE_NAMES[piece.voice] + (f": {clip(who, _WHO)}" if who else "")
        yield (said if said != "outlet" else VOICE_NAMES["outlet"]) if said != before else ""
        before, at = said, at + len(piece.text)
