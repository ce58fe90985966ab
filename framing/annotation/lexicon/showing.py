"""A lexicon row in words, for the shell."""

from collections.abc import Iterable

from framing.annotation.lexicon.records import Pack, Term
from framing.text.folding import fold


def matching_rows(packs: Iterable[Pack], wanted: str) -> list[Term]:
    """Rows whose term is `wanted`; if there is none, rows whose term holds it."""
    key = fold(wanted).strip()
    terms = [term for pack in packs for term in pack.terms]
    return [t for t in terms if fold(t.term).strip() == key] or [
        t for t in terms if key and key in fold(t.term)
    ]


def describe(term: Term) -> str:
    """The row as lines of "name: value", empty ones left out."""
    period = f"{term.valid_from or ''} to {term.valid_to or 'now'}" if term.valid_from else ""
    lines = {
        "term": f"{term.term} ({term.pack}, {term.category})",
        "about": term.target,
        "valence": f"{term.valence:+d}" if term.valence else "",
        "whose usage": term.convention,
        "holds": period,
        "neutral": term.neutral,
        "not in": "; ".join(term.unless),
        "only with": "; ".join(term.only),
        "note": term.note,
        "source": term.source,
        "found in": " | ".join(e.text for e in term.examples if e.found),
        "not found in": " | ".join(e.text for e in term.examples if not e.found),
    }
    return "\n".join(f"{name + ':':13}{value}" for name, value in lines.items() if value)
