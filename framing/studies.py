"""Everything in one call: read, annotate, find events, compare, profile."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.annotation.annotate import annotate
from framing.comparison.compare import compare
from framing.comparison.events import find_events
from framing.comparison.overevents import alternations
from framing.errors import OptionError
from framing.model import Comparison, Corpus, Event, Notes, Profile
from framing.profiles.build import profile
from framing.reading.files import read
from framing.validation.corrections import apply_corrections

if TYPE_CHECKING:
    import pandas as pd

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Study:
    """What was read and all that was found in it."""

    corpus: Corpus
    notes: Notes
    events: tuple[Event, ...]
    comparisons: tuple[Comparison, ...]
    profiles: tuple[Profile, ...]

    def __repr__(self) -> str:
        """Short, for it holds the texts of all articles."""
        return (
            f"Study(articles={len(self.corpus)}, events={len(self.events)}, "
            f"profiles={len(self.profiles)})"
        )

    def to_frame(self, table: str = "markers") -> pd.DataFrame:
        """A table as a tidy DataFrame: ``articles``, a table of the notes (``markers``, ``quotes``,
        ``mentions``, ``quotation_marks``, ``clauses``), of the comparisons (``word_choice``,
        ``phrases``, ``slots``, ``alternations``, ``collocations``, ``claims``, ``emphasis``,
        ``first_mentions``, ``pair_order``, ``sources``, ``voices``, ``shares``, ``turns``,
        ``replies``, ``introductions``, ``agency``, ``frames``, ``functions``, ``readability``,
        ``grades``), or one over all events: ``pooled_alternations``, ``profiles``, ``distances``
        (of words and of markers) and ``controls``."""
        from framing import frames

        if table == "articles":
            return self.corpus.to_frame()
        if table in _OVER_EVENTS:
            return _OVER_EVENTS[table](self)
        if table in frames.COMPARISON_TABLES:
            return frames.comparisons_frame(self.comparisons, table)
        if table in frames.NOTES_TABLES:
            return frames.notes_frame(self.notes.items, table)
        known = ("articles", *frames.NOTES_TABLES, *frames.COMPARISON_TABLES, *_OVER_EVENTS)
        raise OptionError(f"no table {table!r}; there are: {', '.join(known)}")


def study(
    source: Any,
    *,
    packs: Iterable[str] | None = None,
    lexicons: Path | str | None = None,
    outlets: Path | str | None = None,
    corrections: Path | str | None = None,
    on_progress: Progress | None = None,
) -> Study:
    """Run the whole on a folder, a file, a list of paths, a DataFrame or a corpus.

    `packs` names lexicon packs (None: by topic, all articles of an event with the same), `lexicons`
    is a folder of your own packs and overrides on top of the shipped ones, `outlets` a table of
    outlets that overrides the shipped one, `corrections` a file of your own corrections (see
    `apply_corrections`). `on_progress` is called with a step's name, how much of it is done, and of
    how much.
    """
    tell = on_progress or _silent
    if isinstance(source, Corpus):
        corpus = source
    else:
        corpus = read(source, outlets=outlets, on_progress=lambda n, of: tell("read", n, of))
    if corrections:
        corpus = apply_corrections(corpus, corrections, outlets=outlets)
    notes = annotate(
        corpus,
        packs=packs,
        folder=lexicons,
        on_progress=lambda n: tell("annotate", n, len(corpus)),
    )
    events = find_events(notes)
    comparisons = []
    for number, event in enumerate(events, start=1):
        comparisons.append(compare(notes, event))
        tell("compare", number, len(events))
    compared = {a.article.id: a for c in comparisons for a in c.annotations}
    notes = replace(notes, items=tuple(compared.get(a.article.id, a) for a in notes))
    return Study(corpus, notes, tuple(events), tuple(comparisons), tuple(profile(comparisons)))


def _silent(step: str, done: int, of: int) -> None:
    """No progress wanted."""


def _pooled(study: Study) -> pd.DataFrame:
    from framing.frames import alternations_frame

    return alternations_frame(alternations(study.comparisons))


def _profiles(study: Study) -> pd.DataFrame:
    from framing.frames import profiles_frame

    return profiles_frame(study.profiles)


def _distances(study: Study) -> pd.DataFrame:
    from framing.comparison.distance import outlet_distances
    from framing.frames import distances_frame

    words = outlet_distances(study.comparisons, of="words")
    return distances_frame([*words, *outlet_distances(study.comparisons, of="markers")])


def _controls(study: Study) -> pd.DataFrame:
    from framing.comparison.controls import negative_controls
    from framing.frames import controls_frame

    return controls_frame(negative_controls(study.comparisons))


_OVER_EVENTS: dict[str, Callable[[Study], pd.DataFrame]] = {
    "pooled_alternations": _pooled,
    "profiles": _profiles,
    "distances": _distances,
    "controls": _controls,
}
