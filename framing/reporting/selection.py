"""Part of a study: some outlets, one event."""

from collections.abc import Sequence
from dataclasses import replace

from framing.comparison.compare import compare
from framing.comparison.events import find_events
from framing.errors import OptionError
from framing.model import Comparison
from framing.profiles.build import profile
from framing.studies import Study


def only_outlets(study: Study, wanted: Sequence[str]) -> Study:
    """The study as if only the outlets `wanted` (ids or names, in any case) had been read.

    Events are found and compared anew: a comparison with fewer outlets is another comparison.
    Raises OptionError for an outlet that is not there, with those that are.
    """
    tags = {a.article.outlet.outlet: a.article.outlet.name for a in study.notes}
    known = {key.casefold(): outlet for outlet, name in tags.items() for key in (outlet, name)}
    unknown = [name for name in wanted if name.casefold() not in known]
    if unknown or not wanted:
        raise OptionError(
            f"no article of {', '.join(map(repr, unknown)) or 'no outlet'}; there are: "
            f"{', '.join(sorted(tags))}"
        )
    chosen = {known[name.casefold()] for name in wanted}
    items = tuple(a for a in study.notes if a.article.outlet.outlet in chosen)
    notes = replace(study.notes, items=items)
    events = tuple(find_events(notes))
    comparisons = tuple(compare(notes, event) for event in events)
    profiles = tuple(profile(comparisons))
    return replace(study, notes=notes, events=events, comparisons=comparisons, profiles=profiles)


def only_event(study: Study, wanted: str) -> Study:
    """The study with one event: by its id, or by its number in the list of `framing events`.

    Raises OptionError for another value, with the events there are.
    """
    by_name = {str(n): c for n, c in enumerate(study.comparisons, start=1)}
    by_name |= {c.event.id: c for c in study.comparisons}
    if wanted not in by_name:
        there = "; ".join(
            f"{n}: {c.event.id} {c.event.label}" for n, c in enumerate(study.comparisons, start=1)
        )
        raise OptionError(f"no event {wanted!r}; there are: {there or 'none'}")
    chosen: Comparison = by_name[wanted]
    return replace(
        study,
        events=(chosen.event,),
        comparisons=(chosen,),
        profiles=tuple(profile([chosen])),
    )
