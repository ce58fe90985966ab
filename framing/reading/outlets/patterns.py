"""The patterns of the table's `credit_lines` column, compiled.

The placeholder language is described in `lexicons/outlets/README.md`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

Where = Literal["dateline", "credit", "opening", "prose"]

DASH = r"\-–—―‒"  # inside a character class
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_PLACEHOLDERS = {
    "place": r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}",
    "date": rf"(?:\d{{4}}-\d\d-\d\d|(?i:{_DAY} {MONTH}|{MONTH} {_DAY})(?:,? \d{{4}})?)",
    "person": r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3}",
    "code": r"[A-Z]{2,5}(?: [A-Z]{2,5})*",
}
_HOLE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class OwnPattern:
    """A pattern that only one outlet has; `needs`: the words that any match must contain."""

    outlet: str
    where: Where
    needs: frozenset[str]
    regex: re.Pattern[str]


def compile_patterns(
    own: tuple[str, Iterable[str]], names: tuple[str, ...]
) -> tuple[OwnPattern, ...]:
    """Compile `own` = (an outlet's id, its patterns), with `{name}` filled with each name.

    Raises ValueError for a placeholder that does not exist and for a pattern without own words.
    """
    outlet, patterns = own
    return tuple(
        _compile(outlet, filled) for pattern in patterns for filled in _fill_name(pattern, names)
    )


def words_of(text: str) -> frozenset[str]:
    """Words of `text`, to tell quickly which patterns cannot match in it."""
    return frozenset(_WORD.findall(text))


_WORD = re.compile(r"\w+")


def _fill_name(pattern: str, names: tuple[str, ...]) -> Iterator[str]:
    if "{name}" not in pattern:
        yield pattern
        return
    yield from (pattern.replace("{name}", name) for name in names)


def _compile(outlet: str, pattern: str) -> OwnPattern:
    where, body = _where(pattern)
    for hole in _HOLE.findall(body):
        if hole not in _PLACEHOLDERS:
            choices = ", ".join(f"{{{name}}}" for name in ["name", *_PLACEHOLDERS])
            raise ValueError(f"no placeholder {{{hole}}} in {pattern!r}; there are: {choices}")
    words = re.findall(r"(?<![\w{}])\w+(?![\w{}])", body)
    if not words:
        raise ValueError(f"{pattern!r} has no words of its own: name the outlet in it")
    return OwnPattern(outlet, where, frozenset(words), re.compile(_regex(body)))


def _where(pattern: str) -> tuple[Where, str]:
    if pattern.startswith("opening:"):
        return "opening", pattern.removeprefix("opening:").strip()
    if pattern.startswith("prose:"):
        return "prose", pattern.removeprefix("prose:").strip()
    if pattern.startswith("{place}"):
        return "dateline", pattern.removeprefix("{place}").strip()
    return "credit", pattern


def _regex(body: str) -> str:
    pieces = _HOLE.split(body)
    parts = [_PLACEHOLDERS[p] if i % 2 else _literal(p) for i, p in enumerate(pieces)]
    start = r"(?<!\w)" if body[0].isalnum() else ""
    end = r"(?!\w)" if body[-1].isalnum() else ""
    return start + "".join(parts) + end


def _literal(piece: str) -> str:
    """`piece` as a pattern: any run of space, any dash and either apostrophe will do."""
    return "".join(_loose(run.group()) for run in _RUN.finditer(piece))


_RUN = re.compile(rf"\s*[{DASH}]+\s*|\s+|['’]|[^\s'’{DASH}]+")


def _loose(run: str) -> str:
    bare = run.strip()
    if not bare:
        return r"\s+"
    if bare[0] in DASH:
        gap = r"\s*" if bare != run else ""
        return rf"{gap}[{DASH}]{{1,3}}{gap}"
    return "['’]" if bare in "'’" else re.escape(run)
