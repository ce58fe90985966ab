"""A user's corrections: a CSV beside the articles that every later run heeds.

One line sets one thing right::

    article,field,value,text,start,note
    kyiv-03,outlet,unn,,,the dateline is cut off
    kyiv-03,voice,outlet,a joke,,scare quotes and no speech

`field` is outlet, date, voice, speaker or event; `text` are the words that a voice or a speaker is
set for, `start` their place where they come several times. The articles stay as they are.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import get_args

from framing.data import read_rows
from framing.errors import InputError, OptionError
from framing.model import Article, Corpus, CorrectedField, Correction, Evidence, OutletTag, Span
from framing.output import csv_text, plain, write_whole
from framing.reading.files import CORRECTIONS_ENDING
from framing.reading.outlets import OutletTable, load_outlets

FIELDS: tuple[CorrectedField, ...] = get_args(CorrectedField)
VOICES = ("outlet", "indirect", "direct", "unclear")
ALONE = "alone"
COLUMNS = ("article", "field", "value", "text", "start", "note")
_SHOWN = 12


def corrections_beside(source: Path) -> Path:
    """Where the corrections of `source` are kept: ``week.corrections.csv`` beside ``week/``."""
    whole = source.resolve()
    name = whole.name if whole.is_dir() else whole.stem
    beside = source if source.name else whole  # "." has no name of its own
    return beside.with_name(name + CORRECTIONS_ENDING)


def apply_corrections(
    corpus: Corpus,
    corrections: Path | str,
    *,
    outlets: Path | str | None = None,
    partly: bool = False,
) -> Corpus:
    """The corpus with a user's corrections, to be put between `read` and all that follows.

    Outlets and dates are set here; voices and speakers are set by `annotate`, events by
    `find_events`, each from `Article.corrections`. `outlets` is the table that the articles were
    read with. A correction that does not fit its article any more is an InputError that names file,
    line and what to do; with `partly`, corrections of articles that are not there are passed over.
    """
    rows = read_corrections(Path(corrections))
    articles = {article.id: article for article in corpus}
    if partly:
        rows = [(line, row) for line, row in rows if row["article"] in articles]
    table = load_outlets(outlets)
    faults: list[str] = []
    found: dict[str, list[Correction]] = {}
    for line, row in rows:
        place = f"{Path(corrections).name}:{line}"
        fault, correction = check(row, articles, place=place)
        faults += [f"{corrections}:{line}: {fault}"] if fault else []
        found.setdefault(row["article"], []).append(correction)
    if faults:
        more = [f"... and {len(faults) - _SHOWN} more"] if len(faults) > _SHOWN else []
        raise InputError("\n".join(faults[:_SHOWN] + more))
    items = tuple(_set_right(a, found[a.id], table) if a.id in found else a for a in corpus)
    return replace(corpus, items=items)


def read_corrections(path: Path) -> list[tuple[int, dict[str, str]]]:
    """(line, row) of a file of corrections, every column there. Raises InputError, with file and
    line, for what is no such file and for two lines that set one thing."""
    rows, seen = [], dict[tuple[str, ...], int]()
    for line, row in read_rows(path, error=InputError):
        unknown = [name for name in row if name not in COLUMNS]
        if unknown or "article" not in row:
            raise InputError(
                f"{path}:1: columns are {', '.join(COLUMNS)}, not {', '.join(unknown or row)}"
            )
        whole = {name: plain(row.get(name, "")) for name in COLUMNS}
        key = tuple(whole[name] for name in ("article", "field", "text", "start"))
        if key in seen:
            raise InputError(
                f"{path}:{line}: line {seen[key]} sets the {key[1]} of {key[0]!r} as well: "
                "leave one of them out"
            )
        seen[key] = line
        rows.append((line, whole))
    return rows


def add_correction(path: Path, corpus: Corpus, row: dict[str, str]) -> Correction:
    """Add a line to the file of corrections, or change the line that sets the same thing.

    Raises OptionError where the line does not fit the article; the file is then left as it was.
    """
    fault, correction = check(row, {a.id: a for a in corpus}, place=path.name)
    if fault:
        raise OptionError(fault)
    rows = [old for _, old in read_corrections(path)] if path.exists() else []
    same = ("article", "field", "text", "start")
    kept = [old for old in rows if any(old[name] != row.get(name, "") for name in same)]
    write_whole(path, csv_text(COLUMNS, [*kept, {name: row.get(name, "") for name in COLUMNS}]))
    return correction


def check(
    row: dict[str, str], articles: dict[str, Article], *, place: str
) -> tuple[str, Correction]:
    """What is wrong with a line ("" if it fits), and the line as a correction."""
    name, field, value = row["article"], row["field"], row["value"]
    empty = Correction(name, "outlet", value, place=place)
    if name not in articles:
        near = get_close_matches(name, articles, n=3)
        like = f"; there are {', '.join(near)}" if near else ""
        return f"no article {name!r}{like}: `framing read` lists the ids", empty
    if field not in FIELDS:
        return f"field {field!r} is not one of {', '.join(FIELDS)}", empty
    fault = _wrong_value(field, value, articles)
    span, misplaced = None, ""
    if field in ("voice", "speaker"):
        span, misplaced = _place(articles[name].text, row.get("text", ""), row.get("start", ""))
    return fault or misplaced, Correction(name, field, value, span, row.get("note", ""), place)


def _wrong_value(field: str, value: str, articles: Iterable[str]) -> str:
    if not value:
        return f"the {field} is empty: write what it is, or leave the line out"
    if field == "voice" and value not in VOICES:
        return f"voice {value!r} is not one of {', '.join(VOICES)}"
    if field == "event" and value != ALONE and value not in articles:
        return f"event {value!r}: write {ALONE}, or the id of an article that is on the same event"
    if field == "date":
        try:
            date.fromisoformat(value)
        except ValueError:
            return f"date {value!r} is not a day like 2025-06-02"
    return ""


def _place(text: str, words: str, start: str) -> tuple[Span | None, str]:
    """Where the words stand in the article, and what is wrong if that is not known."""
    if not words:
        return None, "text is empty: copy the words from the article into it"
    places = _found(text, words)
    if start.isdigit() and int(start) in places:
        return Span(int(start), int(start) + len(words)), ""
    if len(places) == 1:  # the article was edited before these words: they say themselves where
        return Span(places[0], places[0] + len(words)), ""
    if not places:
        return None, f"{_short(words)} is not in the article any more: copy the words anew"
    where = ", ".join(map(str, places[:5]))
    return None, f"{_short(words)} comes {len(places)} times: set start to one of {where}"


def _found(text: str, words: str) -> list[int]:
    places, place = [], text.find(words)
    while place >= 0:
        places.append(place)
        place = text.find(words, place + 1)
    return places


def _short(words: str) -> str:
    return repr(words if len(words) <= 60 else words[:59] + "…")


def _set_right(article: Article, corrections: Sequence[Correction], table: OutletTable) -> Article:
    """The article with the outlet and the date that its corrections say."""
    outlet, published = article.outlet, article.published
    for correction in corrections:
        if correction.field == "outlet":
            outlet = _tag(correction, article.outlet, table)
        elif correction.field == "date":
            published = date.fromisoformat(correction.value)
    return replace(
        article,
        outlet=outlet,
        published=published,
        not_before=None if published else article.not_before,
        corrections=tuple(corrections),
    )


def _tag(correction: Correction, found: OutletTag, table: OutletTable) -> OutletTag:
    """The outlet of a correction: one of the table, or a new one by the name given."""
    known = table.find(correction.value)
    outlet = known.outlet if known else "-".join(correction.value.casefold().split())
    return OutletTag(
        outlet=outlet,
        name=known.name if known else correction.value,
        origin=found.origin if found.origin != outlet else None,
        confidence="certain",
        evidence=(Evidence("correction", f"{correction.place}: {correction.value}"),),
    )
