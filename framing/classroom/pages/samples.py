"""The invented texts of the lesson: worked examples and the last, unmarked text."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from framing.classroom.choosing.excerpts import numbered
from framing.classroom.setting.blocks import Example, NumberedText, Piece, TextLine


@dataclass(frozen=True, slots=True)
class SampleItem:
    """An answer to the unmarked text: words, whose words, why, and a neutral wording."""

    words: str
    voice: str
    why: str
    neutral: str


def examples() -> tuple[Example, ...]:
    """Two worked examples of equal strength, one for either side of an invented dispute."""
    return tuple(Example(**row) for row in _data()["example"])


def both_accept() -> str:
    """The wording of the worked examples that both sides could accept."""
    return str(_data()["both"]["says"])


def transfer_text(items: tuple[SampleItem, ...] = ()) -> NumberedText:
    """The unmarked text; with `items`, its answers are marked C1, C2 ..."""
    data = _data()["transfer"]
    text = " ".join(data["text"].strip().split(" ")).replace("\n\n", "\n")
    places = sorted((text.index(item.words), item) for item in items)
    marks = [(at, at + len(item.words), f"C{n}") for n, (at, item) in enumerate(places, start=1)]
    return NumberedText(data["label"], marked_lines(text, marks), data["credit"])


def transfer_items() -> tuple[SampleItem, ...]:
    """The answers to the unmarked text, in the order of the text."""
    text = _data()["transfer"]["text"]
    items = [SampleItem(**row) for row in _data()["transfer"]["item"]]
    return tuple(sorted(items, key=lambda item: text.index(item.words)))


def transfer_line(words: str) -> int:
    """The line of the unmarked text in which `words` begin."""
    lines = transfer_text(transfer_items()).lines
    numbers = [n.number for n in lines if any(p.mark and p.text in words for p in n.pieces)]
    starts = [n.number for n in lines if any(p.mark and words.startswith(p.text) for p in n.pieces)]
    return (starts or numbers)[0]


def not_a_marker() -> str:
    """What in the unmarked text is no word choice to mark, and why."""
    return str(_data()["transfer"]["not"]["says"])


def marked_lines(text: str, marks: list[tuple[int, int, str]]) -> tuple[TextLine, ...]:
    """`text` in numbered lines; `marks` are (start, end, number of the answer), in order."""
    lines = []
    for line in numbered(text):
        pieces, at = [], line.start
        for start, end, mark in marks:
            start, end = max(start, line.start), min(end, line.end)
            if start < end and start >= at:
                pieces += [Piece(text[at:start]), Piece(text[start:end], mark)]
                at = end
        pieces.append(Piece(text[at : line.end]))
        kept = tuple(p for p in pieces if p.text)
        lines.append(TextLine(line.number, kept, line.opens))
    return tuple(lines)


@cache
def _data() -> dict[str, Any]:
    path = resources.files("framing.classroom") / "data" / "samples.toml"
    return tomllib.loads(path.read_text("utf-8"))
