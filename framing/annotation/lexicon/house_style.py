"""What was an outlet's house style when it wrote: a form it had always used shows no choice.

A pack may hold a `style.csv` (term, outlet, name, until, source): up to that day the outlet's own
style asked for the term, so it is nobody's usage in particular there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from framing.annotation.lexicon.records import Pack
from framing.data import read_rows
from framing.errors import LexiconError

FILE = "style.csv"


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """Up to the day `until`, an outlet's style asked for a term."""

    name: str
    until: date
    source: str

    @property
    def note(self) -> str:
        """What a reader is told of the term where the outlet used it in time."""
        return (
            f"in style at the time: house style of {self.name} until {self.until} ({self.source})"
        )


@cache
def house_styles(pack: Pack) -> Mapping[tuple[str, str], HouseStyle]:
    """The house styles that a pack knows, by term and outlet id; read at most once in a process.

    Raises LexiconError, with file and line, for a row that breaks the format.
    """
    path = pack.path / FILE
    if not path.exists():
        return {}
    terms = {term.term for term in pack.terms}
    styles = {}
    for line, row in read_rows(path, error=LexiconError):
        if row["term"] not in terms:
            raise LexiconError(f"{path}:{line}: {row['term']!r} is no term of this pack")
        try:
            until = date.fromisoformat(row["until"])
        except ValueError:
            raise LexiconError(
                f"{path}:{line}: until {row['until']!r} is no day: write it as 2019-10-13"
            ) from None
        styles[row["term"], row["outlet"]] = HouseStyle(row["name"], until, row["source"])
    return styles
