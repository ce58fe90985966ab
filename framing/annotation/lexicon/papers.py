"""Reading `pack.toml`: who made a pack, for whom, from which sources, and between which sides."""

import tomllib
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from framing.annotation.lexicon.records import Pack
from framing.errors import LexiconError

_REQUIRED = ("name", "title", "version", "language", "licence", "note")
_KINDS: dict[str, type] = {
    **dict.fromkeys((*_REQUIRED, "audience"), str),
    **dict.fromkeys(("cues", "home", "parties", "sources", "gaps"), list),
    **dict.fromkeys(("sides", "mirrors", "lonely"), dict),
}
_KIND_NAMES: dict[type, str] = {str: "text", list: "a list of texts", dict: "a table of texts"}


def read_papers(path: Path) -> Pack:
    """The pack without its rows. Raises LexiconError, all faults at once, with file and line."""
    try:
        text = path.read_text("utf-8")
        papers = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise LexiconError(f"{path}: {error}") from error
    faults = [
        f"{path}:{_line_of(text, key)}: {fault}" if key else f"{path}: {fault}"
        for key, fault in _faults(papers, path.resolve().parent.name)
    ]
    if faults:
        raise LexiconError("\n".join(faults))
    return Pack(
        name=papers["name"],
        title=papers["title"],
        version=papers["version"],
        language=papers["language"],
        licence=papers["licence"],
        cues=tuple(papers.get("cues", ())),
        parties=tuple(papers.get("parties", ())),
        sides=dict(papers.get("sides", {})),
        sources=tuple(papers.get("sources", ())),
        note=papers["note"],
        path=path.parent,
        audience=papers.get("audience", ""),
        gaps=tuple(papers.get("gaps", ())),
        home=tuple(papers.get("home", ())),
        mirrors=dict(papers.get("mirrors", {})),
        lonely=dict(papers.get("lonely", {})),
    )


def _faults(papers: dict[str, Any], folder: str) -> Iterator[tuple[str, str]]:
    """Pairs of the key a fault is about ("" for the whole file) and the fault."""
    missing = [key for key in _REQUIRED if not papers.get(key)]
    if missing:
        yield "", f"missing {', '.join(missing)}: a pack needs its papers"
    for key, value in papers.items():
        if key not in _KINDS:
            near = get_close_matches(key, _KINDS, n=1)
            hint = f": did you mean {near[0]!r}?" if near else f"; keys are {', '.join(_KINDS)}"
            yield key, f"unknown key {key!r}{hint}"
        elif not _is_kind(value, _KINDS[key]):
            yield key, f"{key!r} must be {_KIND_NAMES[_KINDS[key]]}, not {value!r}"
            return
    if papers.get("name") not in (None, folder):
        yield "name", f"name {papers['name']!r} is not the folder's name"
    yield from _faults_of_parties(papers)


def _is_kind(value: object, kind: type) -> bool:
    parts = list(value.values()) if isinstance(value, dict) else value
    return isinstance(value, kind) and (kind is str or all(isinstance(p, str) for p in parts))  # type: ignore[attr-defined]


def _faults_of_parties(papers: dict[str, Any]) -> Iterator[tuple[str, str]]:
    parties, sides = papers.get("parties", []), papers.get("sides", {})
    for party in parties:
        if party not in sides:
            yield (
                "parties",
                f"party {party!r} is not in [sides]: {', '.join(sides) or 'none there'}",
            )
    if parties and len(parties) != 2:
        yield "parties", f"{len(parties)} parties: a conflict pack has two, other packs none"
    if parties != sorted(parties):
        yield "parties", f"parties are named in alphabetical order: {', '.join(sorted(parties))}"


def _line_of(text: str, key: str) -> int:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.lstrip("[ ").startswith(key):
            return number
    return 1
