"""Annotations for the annotation tool brat, and back: a ``.txt`` and an ``.ann`` file an article.

brat's standoff is chosen because it is the plainest of the formats in wide use (INCEpTION, WebAnno and
several converters read it too): lines of text that name characters of a file left as it is, counted
as Python counts them. What brat has no line for (the term, the pack, whose usage it is) stands in
notes, so that an export that nobody touched comes back as it went out.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

from framing.annotation.lexicon.records import Category
from framing.annotation.voice import VoiceMap
from framing.errors import InputError
from framing.model import (
    Annotation,
    Article,
    Marker,
    MarkFunction,
    Notes,
    QuotationMarks,
    Quote,
    QuoteKind,
    Span,
    VoiceKind,
)
from framing.output import write_whole
from framing.text.tokens import count_words
from framing.text.zones import ZoneMap

_QUOTE, _MARKS = "quote-", "marks-"
_TYPES = {
    **{f"{_QUOTE}{kind}": kind for kind in get_args(QuoteKind)},
    **{f"{_MARKS}{function}": function for function in get_args(MarkFunction)},
}
_RELATIONS = ("cue", "source", "relay")  # from a quotation to a span
_RELAYED = "relayed"  # from a quotation to the one that passes it on
_BAD_NAME = re.compile(r"[^\w.-]+")
_TEXT_BOUND = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t")


def to_brat(notes: Sequence[Annotation], folder: Path) -> list[Path]:
    """Write a ``.txt`` and an ``.ann`` file for each article into `folder`, and brat's
    ``annotation.conf``; return them."""
    files = [folder / "annotation.conf"]
    write_whole(files[0], _configuration())
    for annotation in notes:
        name = _file_name(annotation.article.id)
        for ending, content in ((".txt", annotation.article.text), (".ann", _lines(annotation))):
            files.append(folder / f"{name}{ending}")
            write_whole(files[-1], content)
    return files


def from_brat(folder: Path, notes: Sequence[Annotation]) -> Notes:
    """The annotations in `folder` as people left them, for the articles of `notes`.

    Quotations, quotation marks and markers are brat's; sentences, words and mentions stay those of
    `notes`. A span that brat added is a quotation or a marker like any other, its voice read from
    the quotations around it. Raises InputError, with file and line, for what cannot be read, for a
    text that is no longer that of the article, and for an article without a file.
    """
    found = []
    for annotation in notes:
        path = folder / f"{_file_name(annotation.article.id)}.ann"
        _check_text(path.with_suffix(".txt"), annotation.article)
        found.append(_merge(annotation, _read(path, annotation.article)))
    return Notes(tuple(found))


def _file_name(id: str) -> str:
    """A name that is no path, another for every id."""
    plain = _BAD_NAME.sub("_", id).lstrip(".")
    return plain if plain == id else f"{plain}-{hashlib.sha1(id.encode()).hexdigest()[:8]}"


def _configuration() -> str:
    quotes = "|".join(f"{_QUOTE}{kind}" for kind in get_args(QuoteKind))
    spans = "\n".join((*_TYPES, *_RELATIONS, *get_args(Category)))
    relations = "\n".join(f"{name} Arg1:{quotes}, Arg2:{name}" for name in _RELATIONS)
    relations += f"\n{_RELAYED} Arg1:{quotes}, Arg2:{quotes}"
    voices = "|".join(get_args(VoiceKind))
    return (
        f"[entities]\n{spans}\n\n[relations]\n{relations}\n\n[events]\n\n"
        f"[attributes]\nvoice Arg:<ENTITY>, Value:{voices}\n"
    )


# --- out ---------------------------------------------------------------------------------------


class _Writer:
    """Lines of one file, numbered as brat numbers them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines: list[str] = []
        self.counts = dict.fromkeys("TRA#", 0)

    def add(self, letter: str, line: str) -> str:
        self.counts[letter] += 1
        name = f"{letter}{self.counts[letter]}"
        self.lines.append(f"{name}\t{line}")
        return name

    def span(self, kind: str, span: Span) -> str:
        """A text-bound line. brat has no line ends in a span: one that runs over them is in parts."""
        pieces = [
            Span(span.start + m.start(), span.start + m.end())
            for m in re.finditer(r"[^\r\n\u2028\u2029]+", span.of(self.text))
        ]
        ends = ";".join(f"{p.start} {p.end}" for p in pieces or [span])
        words = " ".join(p.of(self.text) for p in pieces)
        return self.add("T", f"{kind} {ends}\t{words}")

    def note(self, name: str, record: dict[str, Any]) -> None:
        text = json.dumps(record, ensure_ascii=True, sort_keys=True)
        self.add("#", f"AnnotatorNotes {name}\t{text}")


def _lines(annotation: Annotation) -> str:
    out = _Writer(annotation.article.text)
    for quote in annotation.quotes:
        _write_quote(out, quote)
    for mark in annotation.quotation_marks:
        out.span(f"{_MARKS}{mark.function}", mark.span)
    for marker in annotation.markers:
        name = out.span(marker.category, marker.span)
        out.add("A", f"voice {name} {marker.voice.kind}")
        out.note(name, _without_defaults(marker, _MARKER_NOTES))
    return "".join(f"{line}\n" for line in out.lines)


def _write_quote(out: _Writer, quote: Quote) -> str:
    name = out.span(f"{_QUOTE}{quote.kind}", quote.content)
    for relation in _RELATIONS:
        if span := getattr(quote, relation):
            out.add("R", f"{relation} Arg1:{name} Arg2:{out.span(relation, span)}")
    out.note(name, _without_defaults(quote, _QUOTE_NOTES))
    for inner in quote.relayed:
        out.add("R", f"{_RELAYED} Arg1:{_write_quote(out, inner)} Arg2:{name}")
    return name


_QUOTE_NOTES = ("rule", "cue_kind", "speaker", "side", "source_kind", "official", "relayed_by")
_MARKER_NOTES = ("term", "pack", "target", "valence", "convention", "slot", "negated")


def _without_defaults(record: Quote | Marker, names: Sequence[str]) -> dict[str, Any]:
    return {name: value for name in names if (value := getattr(record, name)) not in (None, False)}


# --- in ----------------------------------------------------------------------------------------


class _Found:
    """What one file says, before it is put together."""

    def __init__(self) -> None:
        self.spans: dict[str, tuple[str, Span]] = {}
        self.relations: dict[tuple[str, str], str] = {}
        self.notes: dict[str, dict[str, Any]] = {}
        self.voices: dict[str, str] = {}


def _check_text(path: Path, article: Article) -> None:
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise InputError(f"{path}: {fault}: export the articles to brat first") from fault
    if text != article.text:
        raise InputError(
            f"{path}: not the text of article {article.id!r} any more: its offsets would point at "
            "other words; take the text that was exported"
        )


def _read(path: Path, article: Article) -> _Found:
    found = _Found()
    try:
        lines = path.read_bytes().decode("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as fault:
        raise InputError(f"{path}: {fault}: export the articles to brat first") from fault
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                _take(line.rstrip("\r"), found, len(article.text))
            except (ValueError, KeyError, IndexError, AttributeError) as fault:
                raise InputError(
                    f"{path}:{number}: not a line of brat's standoff ({fault}): {line[:60]!r}"
                ) from fault
    return found


def _take(line: str, found: _Found, length: int) -> None:
    letter, fields = line[0], line.split("\t")
    if letter == "T":
        match = _TEXT_BOUND.match(line)
        if not match:
            raise ValueError("a span is NAME, TYPE START END and the words, parted by tabs")
        ends = [int(n) for n in re.findall(r"\d+", match[3])]
        if max(ends) > length or ends[0] >= ends[-1]:
            raise ValueError(f"characters {match[3]} of a text with {length}")
        if match[2] not in _TYPES and match[2] not in (*_RELATIONS, *get_args(Category)):
            raise ValueError(f"type {match[2]!r} is not in annotation.conf")
        found.spans[match[1]] = match[2], Span(ends[0], ends[-1])
    elif letter == "R":
        kind, one, other = fields[1].split(" ")[:3]
        found.relations[one.partition(":")[2], kind] = other.partition(":")[2]
    elif letter == "A":
        _, name, value = fields[1].split(" ")
        found.voices[name] = value
    elif letter == "#" and fields[1].startswith("AnnotatorNotes ") and fields[2][:1] == "{":
        found.notes[fields[1].split(" ")[1]] = json.loads(fields[2])


def _merge(annotation: Annotation, found: _Found) -> Annotation:
    marks = [QuotationMarks(s, function) for _, function, s in _of(found, _MARKS)]  # type: ignore[arg-type]
    changed = replace(
        annotation,
        quotes=tuple(sorted(_quotes(annotation.article, found), key=lambda quote: quote.content)),
        quotation_marks=tuple(sorted(marks, key=lambda mark: mark.span)),
    )
    return replace(changed, markers=tuple(_markers(changed, found)))


def _quotes(article: Article, found: _Found) -> list[Quote]:
    """The quotations, those that another one passes on within it."""
    zones = ZoneMap(article)
    quotes: dict[str, Quote] = {}
    for name, kind, span in _of(found, _QUOTE):
        note = {key: v for key, v in found.notes.get(name, {}).items() if key in _QUOTE_NOTES}
        quotes[name] = Quote(
            content=span,
            kind=kind,  # type: ignore[arg-type]
            words=count_words(article.text, span),
            zone=zones.at(span.start),
            **{relation: _related(found, name, relation) for relation in _RELATIONS},  # type: ignore[arg-type]
            **({"rule": "brat"} | note),
        )
    return _nested(article, quotes, found)


def _nested(article: Article, quotes: dict[str, Quote], found: _Found) -> list[Quote]:
    outer = {name: found.relations.get((name, _RELAYED), "") for name in quotes}
    reached: list[str] = []

    def whole(name: str) -> Quote:
        reached.append(name)
        # words and zone are those of the quotation around, and counted there
        inner = [whole(other) for other, around in outer.items() if around == name]
        bare = (replace(quote, words=0, zone="body") for quote in inner)
        return replace(quotes[name], relayed=tuple(bare))

    nested = [whole(name) for name, other in outer.items() if other not in quotes]
    if lost := sorted(set(quotes) - set(reached)):
        raise InputError(
            f"article {article.id!r}: {', '.join(lost)} are {_RELAYED} in a circle: "
            "take one of the relations away"
        )
    return nested


def _of(found: _Found, prefix: str) -> Iterator[tuple[str, str, Span]]:
    for name, (kind, span) in found.spans.items():
        if kind.startswith(prefix):
            yield name, _TYPES[kind], span


def _related(found: _Found, name: str, relation: str) -> Span | None:
    other = found.relations.get((name, relation))
    return found.spans[other][1] if other in found.spans else None


def _markers(annotation: Annotation, found: _Found) -> list[Marker]:
    """Markers, in the voice that was set by hand where it is another than their place gives."""
    article, zones, voices = (
        annotation.article,
        ZoneMap(annotation.article),
        VoiceMap.of(annotation),
    )
    markers = []
    for name, (kind, span) in found.spans.items():
        if kind not in get_args(Category):
            continue
        note = {k: v for k, v in found.notes.get(name, {}).items() if k in _MARKER_NOTES}
        voice = voices.at(span)
        if found.voices.get(name, voice.kind) != voice.kind:
            voice = replace(voice, kind=found.voices[name], speaker=None, side=None)  # type: ignore[arg-type]
        markers.append(
            Marker(
                span=span,
                category=kind,
                voice=voice,
                zone=zones.at(span.start),
                **({"term": span.of(article.text), "pack": "brat"} | note),
            )
        )
    return sorted(markers, key=lambda marker: (marker.span, marker.category))
