"""The codebook of a lexicon pack: everything it looks for, with the papers of every row."""

from collections.abc import Sequence
from itertools import groupby

from framing.annotation.lexicon.records import Pack, Term
from framing.validation.coding.codebook import MEANINGS

COLUMNS = (
    *("pack", "version", "term", "category", "meaning", "target", "valence", "whose_usage", "slot"),
    *("neutral", "valid_from", "valid_to", "not_in", "only_with", "found_in", "not_found_in"),
    *("note", "source"),
)


def pack_rows(pack: Pack) -> tuple[Sequence[str], list[dict[str, str]]]:
    """The columns and one row for each term, by category and term."""
    return COLUMNS, [_row(pack, term) for term in _sorted(pack)]


def _sorted(pack: Pack) -> list[Term]:
    return sorted(pack.terms, key=lambda term: (term.category, term.term, term.line))


def _row(pack: Pack, term: Term) -> dict[str, str]:
    cells = (
        pack.name,
        pack.version,
        term.term,
        term.category,
        MEANINGS[term.category],
        term.target,
        str(term.valence),
        term.convention,
        term.slot,
        term.neutral,
        str(term.valid_from or ""),
        str(term.valid_to or ""),
        "; ".join(term.unless),
        "; ".join(term.only),
        " | ".join(e.text for e in term.examples if e.found),
        " | ".join(e.text for e in term.examples if not e.found),
        term.note,
        term.source,
    )
    return dict(zip(COLUMNS, cells, strict=True))


def pack_markdown(pack: Pack) -> str:
    """The same to be read: papers first, then the terms under the category they are in."""
    parts = [
        f"# {pack.title}",
        f"Pack `{pack.name}`, version {pack.version}, language {pack.language}, {pack.licence}.",
        pack.note,
    ]
    if pack.sources:
        parts.append("\n".join(("Sources:", "", *(f"- {source}" for source in pack.sources))))
    for category, terms in groupby(_sorted(pack), key=lambda term: term.category):
        parts.append(f"## {category}\n\n{MEANINGS[category]}")
        parts.append("\n".join(_line(term) for term in terms))
    return "\n\n".join(part for part in parts if part) + "\n"


def _line(term: Term) -> str:
    usage = "" if term.convention == "neutral" else f"; {term.convention} usage"
    neutral = f"; neutral: {term.neutral}" if term.neutral else ""
    note = f" {term.note}" if term.note else ""
    return f"- **{term.term}**{usage}{neutral}.{note} (Source: {term.source})"
