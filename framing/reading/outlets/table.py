"""The outlet table: `lexicons/outlets/outlets.csv`, and a user's rows over it."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import urlsplit

from framing.data import lexicon_folder, read_rows
from framing.errors import InputError
from framing.model import UNKNOWN
from framing.reading.outlets.patterns import OwnPattern, compile_patterns
from framing.text.folding import fold

Kind = Literal["", "agency", "broadcaster", "newspaper", "magazine", "digital"]
OwnerType = Literal["", "state", "public", "private", "party", "nonprofit", "cooperative"]

NO_GENERIC = "-"


@dataclass(frozen=True, slots=True)
class Outlet:
    """One row of the table; `lexicons/outlets/README.md` says what each column holds."""

    outlet: str
    name: str
    names: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    kind: Kind = ""
    country: str = ""
    owner_type: OwnerType = ""
    owner_source: str = ""
    credit_lines: tuple[str, ...] = ()

    @property
    def all_names(self) -> tuple[str, ...]:
        """Display name first, then the others."""
        return (self.name, *self.names)

    @property
    def generic(self) -> bool:
        """Whether the patterns in code apply to its names (not for a name that is a plain word)."""
        return self.credit_lines[:1] != (NO_GENERIC,)


@dataclass(frozen=True, slots=True, eq=False)
class OutletTable:
    """Outlets with their look-ups, built once.

    `names` has every name, folded; `credits` (folded) and `spellings` (as written) have only those
    of outlets that the patterns in code apply to.
    """

    outlets: tuple[Outlet, ...]
    ids: Mapping[str, Outlet]
    names: Mapping[str, Outlet]
    domains: Mapping[str, Outlet]
    credits: Mapping[str, Outlet]
    spellings: Mapping[str, Outlet]
    patterns: tuple[OwnPattern, ...]

    def find(self, value: str) -> Outlet | None:
        """Find the outlet that `value`, an id, a name, a domain or an address, stands for."""
        return (
            self.ids.get(value.strip().lower())
            or self.names.get(name_key(value))
            or self.find_address(value)
        )

    def find_address(self, value: str) -> Outlet | None:
        """Find the outlet of a domain or address; an archived copy counts as its original."""
        labels = _host(value).split(".")
        hosts = (".".join(labels[i:]) for i in range(len(labels) - 1))
        return next((self.domains[host] for host in hosts if host in self.domains), None)


def load_outlets(extra: Path | str | None = None) -> OutletTable:
    """Load the shipped table, with the rows of a user's CSV over it.

    A row of `extra` with a shipped id replaces that row; others are added. `extra` has the same
    columns, of which only `outlet` and `name` must be there. Raises InputError, with file and line,
    for a cell outside its choices and for a name or domain that belongs to another outlet.
    """
    paths = [lexicon_folder() / "outlets" / "outlets.csv", *([Path(extra)] if extra else [])]
    return _load(tuple((path, _stamp(path)) for path in paths))


def name_key(name: str) -> str:
    """`name` for comparing: no case, accents, punctuation or leading "the"."""
    words = fold(name).split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def _stamp(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError as error:
        raise InputError(f"{path}: no outlet table there: check the path") from error


@cache
def _load(stamped: tuple[tuple[Path, int], ...]) -> OutletTable:
    rows: dict[str, tuple[Outlet, str]] = {}
    for path, _ in stamped:
        rows |= _read(path)
    _refuse_shared(rows.values(), "name", lambda o: {name_key(n): n for n in o.all_names})
    _refuse_shared(rows.values(), "domain", lambda o: {d: d for d in o.domains})
    return _table([outlet for outlet, _ in rows.values()])


def _table(outlets: list[Outlet]) -> OutletTable:
    generic = [o for o in outlets if o.generic]
    return OutletTable(
        outlets=tuple(sorted(outlets, key=lambda o: o.outlet)),
        ids={o.outlet: o for o in outlets},
        names={name_key(name): o for o in outlets for name in o.all_names},
        domains={domain: o for o in outlets for domain in o.domains},
        credits={name_key(name): o for o in generic for name in o.all_names},
        spellings={_plain(name): o for o in generic for name in o.all_names},
        patterns=tuple(p for o in outlets for p in compile_patterns(_own(o), o.all_names)),
    )


def _own(outlet: Outlet) -> tuple[str, list[str]]:
    return outlet.outlet, [p for p in outlet.credit_lines if p != NO_GENERIC]


def _plain(name: str) -> str:
    return " ".join(name.replace("’", "'").split())


_COLUMNS = [field.name for field in fields(Outlet)]
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
_ARCHIVED = re.compile(r"^https?://(?:web\.archive\.org|archive\.\w+)/.*?(?=https?:/)")


def _read(path: Path) -> dict[str, tuple[Outlet, str]]:
    """Outlets of one file by id, each with "file:line" for messages."""
    found: dict[str, tuple[Outlet, str]] = {}
    for line, row in read_rows(path, error=InputError):
        where = f"{path}:{line}"
        _check_columns(row, where)
        outlet = _outlet(row, where)
        if outlet.outlet in found:
            earlier = found[outlet.outlet][1]
            raise InputError(f"{where}: {outlet.outlet!r} is already in {earlier}: keep one row")
        found[outlet.outlet] = (outlet, where)
    return found


def _check_columns(row: Mapping[str, str], where: str) -> None:
    for column in row:
        if column not in _COLUMNS:
            known = ", ".join(_COLUMNS)
            raise InputError(f"{where}: there is no column {column!r}; there are: {known}")
    for column in ("outlet", "name"):
        if not row.get(column):
            raise InputError(f"{where}: the cell {column!r} is empty: every outlet needs one")


def _outlet(row: Mapping[str, str], where: str) -> Outlet:
    cell = {column: row.get(column, "") for column in _COLUMNS}
    _check(cell["outlet"] != UNKNOWN and _ID.fullmatch(cell["outlet"]), where, "outlet", cell)
    _check(cell["kind"] in get_args(Kind), where, "kind", cell, get_args(Kind))
    _check(
        cell["owner_type"] in get_args(OwnerType), where, "owner_type", cell, get_args(OwnerType)
    )
    _check(re.fullmatch(r"([A-Z]{2})?", cell["country"]), where, "country", cell)
    domains = tuple(domain.lower() for domain in _parts(cell["domains"]))
    _check(all(_DOMAIN.fullmatch(domain) for domain in domains), where, "domains", cell)
    outlet = Outlet(
        **cell
        | {
            "names": _parts(cell["names"]),
            "domains": domains,
            "credit_lines": _parts(cell["credit_lines"]),
        }  # type: ignore[arg-type]
    )
    try:
        compile_patterns(_own(outlet), outlet.all_names)
    except ValueError as error:
        raise InputError(f"{where}: credit_lines: {error}") from error
    return outlet


_WANTED = {
    "outlet": "lower-case letters, digits and hyphens, such as 'my-paper'",
    "country": "two capital letters (ISO 3166), or nothing",
    "domains": "domains without 'www.' or 'https://', parted by ';'",
}


def _check(
    good: object, where: str, column: str, cell: Mapping[str, str], choices: Iterable[str] = ()
) -> None:
    if not good:
        wanted = _WANTED.get(column) or f"one of {', '.join(filter(None, choices))}, or nothing"
        raise InputError(f"{where}: {column} is {cell[column]!r}, but must be {wanted}")


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _refuse_shared(
    rows: Iterable[tuple[Outlet, str]], what: str, keys: Callable[[Outlet], Mapping[str, str]]
) -> None:
    owner: dict[str, tuple[Outlet, str]] = {}
    for outlet, where in rows:
        for key, shown in keys(outlet).items():
            other, other_where = owner.setdefault(key, (outlet, where))
            if other is not outlet:
                raise InputError(
                    f"{where}: the {what} {shown!r} already belongs to {other.outlet!r} "
                    f"({other_where}): leave it out, or give both rows one id"
                )


def _host(value: str) -> str:
    """Host of an address or a bare domain, lower-cased; empty for anything else."""
    address = _ARCHIVED.sub("", value.strip())
    if any(c.isspace() for c in address):
        return ""
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname
    except ValueError:
        return ""
    return host or ""
