"""What coders are asked: the columns of a coding sheet, and what may stand in them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from framing.annotation.lexicon.records import Category, Pack
from framing.data import read_rows
from framing.errors import InputError, OptionError

Scale = Literal["nominal", "ordinal", "text"]
UnitKind = Literal["sentences", "quotes", "events"]
KINDS: tuple[UnitKind, ...] = get_args(UnitKind)

NONE = "none"
"""The value of a cell left empty in a row that was coded: none of this here."""

GATE = "any"
"""The column of a sheet of sentences that says that a row was coded, and whether all is empty."""

UNSURE = "unsure"
VOICES = ("outlet", "indirect", "direct", "unclear")
RELATIONS = ("nothing in common", "same topic", "same story", "same event")

MEANINGS: dict[str, str] = {
    "naming-epithet": "A label for a person, state or group that carries a judgement of it.",
    "naming-formal": "A formal name where a shorter everyday name is common.",
    "naming-metonym": "A capital or a seat of government that stands for the government.",
    "naming-ingroup": "A word that counts the writer among one side: our, we, at home.",
    "spelling": "A form of a name that is tied to the usage of one language or side.",
    "event-naming": "What the event itself is called, where several names are in use.",
    "distancing": "Words or quotation marks by which the writer does not vouch for a word.",
    "reporting-verb": "A verb of saying that says more than that something was said.",
    "evaluative": "A word that praises or blames, beyond what is reported.",
    "hedge": "A word that makes a statement less certain.",
    "booster": "A word that makes a statement stronger or more certain.",
}


@dataclass(frozen=True, slots=True)
class Field:
    """One column that coders fill. `choices` of an ordinal column go from lowest to highest;
    `several` choices may stand in one cell, parted by semicolons."""

    name: str
    scale: Scale
    choices: tuple[str, ...]
    meaning: str
    several: bool = False


def codebook(kind: str, packs: Sequence[Pack] = ()) -> tuple[Field, ...]:
    """The columns of a sheet of `kind`; categories come with examples from the rows of `packs`."""
    if kind == "sentences":
        return (_GATE_FIELD, *_categories(packs), _NOTE)
    if kind == "quotes":
        return (_VOICE, _SPEAKER, _NOTE)
    if kind == "events":
        return (_RELATION, _NOTE)
    raise OptionError(f"no units {kind!r}; there are: {', '.join(KINDS)}")


_GATE_FIELD = Field(
    GATE,
    "nominal",
    ("yes", "no", UNSURE),
    "Does the sentence hold any of the kinds of wording below? Fill this in every row you code: "
    "with no, leave the rest of the row empty; with unsure, the row counts as not coded.",
)
_NOTE = Field("note", "text", (), "Anything you want to say about this row. It is not counted.")
_VOICE = Field(
    "voice",
    "nominal",
    ("outlet", "indirect", "direct", "mixed", "unclear"),
    "Whose words the sentence is in. direct: quoted word for word; indirect: what somebody said or "
    "thinks, in the article's wording; mixed: reported, with quoted words in it; unclear: you cannot "
    "tell; outlet: nobody is reported. Several may stand in one cell, parted by semicolons; an empty "
    "cell means that you did not code the row.",
    several=True,
)
_SPEAKER = Field(
    "speaker",
    "text",
    (),
    "Who is reported, by the fullest name that the article gives; ? where somebody is reported and "
    "not named; empty where nobody is reported.",
)
_RELATION = Field(
    "relation",
    "ordinal",
    RELATIONS,
    "How near the two articles are. same event: one happening, with its preview and its aftermath; "
    "same story: one course of events, another happening; same topic: the same field.",
)


def _categories(packs: Sequence[Pack]) -> Iterable[Field]:
    for name in get_args(Category):
        examples = _examples(name, packs)
        also = f" For example: {'; '.join(examples)}." if examples else ""
        yield Field(
            name,
            "nominal",
            VOICES,
            f"{MEANINGS[name]}{also} Write whose words it stands in; empty: none here.",
            several=True,
        )


def _examples(category: str, packs: Sequence[Pack]) -> list[str]:
    """Up to four terms, by turns of whose usage they are, so that no side is the example."""
    by_usage: dict[str, list[str]] = {}
    for pack in packs:
        for term in pack.terms:
            if term.category == category:
                by_usage.setdefault(term.convention, []).append(term.term)
    columns = [sorted(set(by_usage[usage])) for usage in sorted(by_usage)]
    turns = (column[k] for k in range(4) for column in columns if k < len(column))
    return list(dict.fromkeys(turns))[:4]


COLUMNS = ("column", "scale", "choices", "several", "meaning")


def codebook_rows(fields: Sequence[Field]) -> list[dict[str, str]]:
    """The codebook as a table, one row a column of the sheet."""
    return [
        {
            "column": field.name,
            "scale": field.scale,
            "choices": "; ".join(field.choices),
            "several": "yes" if field.several else "no",
            "meaning": field.meaning,
        }
        for field in fields
    ]


def read_codebook(path: Path) -> tuple[Field, ...]:
    """The codebook that `codebook_rows` wrote, with columns that were added to it by hand.

    Raises InputError, with file and line, for a column whose scale or choices cannot be read.
    """
    fields = []
    for line, row in read_rows(path, error=InputError):
        scale = row.get("scale", "")
        choices = tuple(c.strip() for c in row.get("choices", "").split(";") if c.strip())
        if not row.get("column"):
            raise InputError(f"{path}:{line}: column 'column' is empty: name the sheet's column")
        if scale not in get_args(Scale):
            raise InputError(
                f"{path}:{line}: scale {scale!r} is not one of {', '.join(get_args(Scale))}"
            )
        if scale == "ordinal" and len(choices) < 2:
            raise InputError(f"{path}:{line}: an ordinal column needs its choices, lowest first")
        several = row.get("several") == "yes" and scale == "nominal"
        fields.append(Field(row["column"], scale, choices, row.get("meaning", ""), several))  # type: ignore[arg-type]
    return tuple(fields)
