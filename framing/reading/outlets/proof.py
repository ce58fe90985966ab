"""The order of proof: user, table column, page, credit line, self-reference."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from framing.model import Confidence, Evidence, OutletTag, Span
from framing.reading.outlets.credit_lines import find_credits
from framing.reading.outlets.self_reference import self_references
from framing.reading.outlets.table import Outlet, OutletTable, load_outlets, name_key

# Fields that say who published an article, most telling first. What a NAMING field says counts even
# if no table row has it (a school paper is an outlet); so does what a page calls its site, if
# nothing else is known; the others ("source": "web") count only where they name a row.
_NAMING = ("outlet", "publisher", "publication", "newspaper")
_OTHER_COLUMNS = ("source", "media", "medium")
_SITE_NAMES = ("site_name", "og:site_name", "sitename")
_PAGE = (*_SITE_NAMES, "application_name", "hostname", "domain", "host")
_ADDRESSES = ("url", "canonical", "link")
_AUTHORS = ("byline", "author", "authors", "agency", "credit")
_EMPTY = frozenset(("", "-", "?", "n/a", "na", "nan", "none", "null", "unknown"))


def identify(
    text: str,
    *,
    headline: Span | None = None,
    url: str | None = None,
    fields: Mapping[str, str] | None = None,
    table: OutletTable | None = None,
    override: str | None = None,
) -> OutletTag:
    """Say who published `text` and whose wire copy it is, with the proof.

    In order: `override` (an id or name, the user's word), a table's column or a page's metadata in
    `fields`, the domain of `url`, then the text: datelines and other credits, and last phrases in
    which a publisher speaks of itself. All are `certain` but the last, which is `likely`. Without
    proof the tag is `unknown`; a mention of an outlet is none.

    `origin` is the agency whose credit the text bears, where someone else published it.
    """
    known = table or load_outlets()
    given = {key.strip().lower(): str(value).strip() for key, value in (fields or {}).items()}
    stated = _stated(given, url, override, table=known)
    credits = find_credits(text, table=known, headline=headline)
    credited = [_proof(c.outlet, c.form, text, c.span) for c in credits] + _authors(given, known)
    if stated:
        return _published_by(stated, credited)
    if credited:
        return _by_credit(credited)
    phrases = self_references(text, table=known, start=headline.end if headline else 0)
    return _tag([_proof(hit.outlet, _SELF, text, hit.span) for hit in phrases], "likely")


_SELF = "self-reference"


@dataclass(frozen=True, slots=True)
class _Proof:
    outlet: str
    name: str
    is_agency: bool
    evidence: Evidence


def _proof(outlet: Outlet, source: str, text: str, span: Span | None) -> _Proof:
    evidence = Evidence(source, span.of(text) if span else text, span)
    return _Proof(outlet.outlet, outlet.name, outlet.kind == "agency", evidence)


def _stated(
    given: Mapping[str, str], url: str | None, override: str | None, *, table: OutletTable
) -> _Proof | None:
    """First proof outside the text: the user's word, a table, a page, an address."""

    def values(keys: Sequence[str]) -> list[tuple[str, str]]:
        return [(key, given[key]) for key in keys if given.get(key, "").lower() not in _EMPTY]

    if override and override.strip():
        return _by_name("override", override, table) or _by_own_name("override", override)
    for key, value in values(_NAMING):
        return _by_name(key, value, table) or _by_own_name(key, value)
    for key, value in values((*_OTHER_COLUMNS, *_PAGE)):
        if found := _by_name(key, value, table):
            return found
    for key, value in [*([("url", url)] if url else []), *values(_ADDRESSES)]:
        if found := _by_address(key, value, table):
            return found
    return next((_by_own_name(key, value) for key, value in values(_SITE_NAMES)), None)


def _by_name(key: str, value: str, table: OutletTable) -> _Proof | None:
    outlet = table.find(value)
    return _proof(outlet, key, value, None) if outlet else None


def _by_address(key: str, value: str, table: OutletTable) -> _Proof | None:
    outlet = table.find_address(value)
    return _proof(outlet, key, value, None) if outlet else None


def _by_own_name(key: str, value: str) -> _Proof | None:
    """Proof of an outlet in no table: its name, in small letters and hyphens, is its id."""
    name = value.strip()
    outlet = re.sub(r"[\W_]+", "-", name.lower()).strip("-")
    if not outlet:
        return None
    return _Proof(outlet, name, is_agency=False, evidence=Evidence(key, value))


def _authors(given: Mapping[str, str], table: OutletTable) -> list[_Proof]:
    """Agencies and outlets that metadata name as the author."""
    found = ((key, given[key], _author(given[key], table)) for key in _AUTHORS if key in given)
    return [_proof(outlet, key, value, None) for key, value, outlet in found if outlet]


def _author(value: str, table: OutletTable) -> Outlet | None:
    return table.names.get(name_key(re.sub(r"(?i)^by\s+", "", value)))


def _published_by(stated: _Proof, credited: Sequence[_Proof]) -> OutletTag:
    """Tag with the stated publisher; a credit in the text to someone else is the origin."""
    wire = [p for p in credited if p.outlet != stated.outlet and _is_wire(p)]
    proofs = [stated, *(p for p in credited if p.outlet == stated.outlet), *wire]
    return _tag(proofs, "certain", origin=wire[0].outlet if wire else None)


def _is_wire(proof: _Proof) -> bool:
    return proof.is_agency or proof.evidence.source in ("dateline", "byline")


def _by_credit(credited: Sequence[_Proof]) -> OutletTag:
    """Tag with the one outlet that is credited, or that credits one agency; else unknown."""
    agencies = {p.outlet for p in credited if p.is_agency}
    others = {p.outlet for p in credited if not p.is_agency}
    if len(agencies | others) == 1:
        return _tag(credited, "certain")
    if len(others) == 1 and len(agencies) == 1:
        publisher_first = sorted(credited, key=lambda p: p.is_agency)
        return _tag(publisher_first, "certain", origin=agencies.pop())
    return OutletTag(evidence=tuple(p.evidence for p in credited))


def _tag(
    proofs: Sequence[_Proof], confidence: Confidence, *, origin: str | None = None
) -> OutletTag:
    if not proofs:
        return OutletTag()
    return OutletTag(
        outlet=proofs[0].outlet,
        name=proofs[0].name,
        origin=origin,
        confidence=confidence,
        evidence=tuple(p.evidence for p in proofs),
    )
