"""The articles of a run and their annotations, with what was skipped on the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar, overload

from framing.model.annotations import Annotation
from framing.model.articles import Article, Skipped

if TYPE_CHECKING:
    import pandas as pd

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True, repr=False)
class Records(Sequence[Record], Generic[Record]):
    """An immutable sequence of records, with the inputs that were skipped on the way."""

    items: tuple[Record, ...] = ()
    skipped: tuple[Skipped, ...] = ()

    def __repr__(self) -> str:
        """Short, for the texts of a corpus fill a screen."""
        return f"{type(self).__name__}(articles={len(self.items)}, skipped={len(self.skipped)})"

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Record]:
        return iter(self.items)

    @overload
    def __getitem__(self, index: int) -> Record: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Record, ...]: ...
    def __getitem__(self, index: int | slice) -> Record | tuple[Record, ...]:
        return self.items[index]


@dataclass(frozen=True, slots=True, repr=False)
class Corpus(Records[Article]):
    """The articles that were read."""

    def to_frame(self) -> pd.DataFrame:
        """One row an article."""
        from framing.frames import articles_frame

        return articles_frame(self.items)


@dataclass(frozen=True, slots=True, repr=False)
class Notes(Records[Annotation]):
    """The annotations of a corpus."""

    def to_frame(self, table: str = "markers") -> pd.DataFrame:
        """One of the tables `framing.frames.NOTES_TABLES` as a tidy DataFrame, offsets included."""
        from framing.frames import notes_frame

        return notes_frame(self.items, table)
