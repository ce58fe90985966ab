"""A group of items as an event: its label in neutral words, its days, phases and copies."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import islice

from framing.annotation.lexicon.loading import load_packs
from framing.annotation.lexicon.records import Term
from framing.comparison.events.items import Item
from framing.comparison.features import is_nationality, is_noun
from framing.model import Event, Phase
from framing.text.folding import fold

_LABEL_POOL = 40  # features looked at for a label, those of most texts first
_NAMES, _THINGS = 3, 2  # of each in a label
_SHARES = frozenset(("cent", "percent"))  # "11 per cent" tells of nothing
_PART = 64  # events described at a time


@dataclass(frozen=True, slots=True, eq=False)
class Members:
    """The items of one event; `text_of` names, for each copy, the article whose text it is."""

    items: Sequence[Item]
    cohesion: float
    text_of: Mapping[str, str]


def describe_some(part: tuple[Sequence[Members], Mapping[int, str]]) -> list[Event]:
    """The events of some groups, with the words that the numbers of their terms stand for."""
    groups, words = part
    return [_described(group, words) for group in groups]


def parts_of(
    groups: Sequence[Members], words: Sequence[str]
) -> Iterator[tuple[Sequence[Members], Mapping[int, str]]]:
    """The groups a few at a time, each time with those of the `words` that are in them."""
    import numpy as np

    remaining = iter(groups)
    while some := list(islice(remaining, _PART)):
        terms = np.unique(np.concatenate([i.terms for group in some for i in group.items]))
        yield some, {term: words[term] for term in terms.tolist()}


def _described(group: Members, words: Mapping[int, str]) -> Event:
    """The event, whose id is made of that of its first article (by day, then by id): an event that
    grows keeps it."""
    text_of, items = group.text_of, sorted(group.items, key=lambda item: item.name)
    names = {item.name for item in items}
    texts = [item for item in items if text_of.get(item.name) not in names]
    days = [item.published for item in items if item.published]
    day = min(days, key=lambda d: (-days.count(d), d), default=None)
    first = min(items, key=lambda item: (item.published or date.max, item.name))
    return Event(
        id="e-" + hashlib.sha1(first.name.encode("utf-8", "replace")).hexdigest()[:10],
        label=_label(texts, words, day),
        articles=tuple(item.name for item in items),
        phases=tuple(_phase(item, day) for item in items),
        first=min(days, default=None),
        last=max(days, default=None),
        cohesion=round(group.cohesion, 4),
        copies=_copies(items, text_of),
    )


def _phase(item: Item, day: date | None) -> Phase:
    """Before, on or after the day on which most of the event's articles came out."""
    if day is None:
        return "undated"
    if item.published is None:
        return "after" if item.not_before and item.not_before > day else "undated"
    if item.published == day:
        return "day"
    return "before" if item.published < day else "after"


def _copies(items: Sequence[Item], text_of: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """The articles that are one text, by text; those without a copy are in none."""
    groups: dict[str, list[str]] = defaultdict(list)
    for item in items:
        groups[text_of.get(item.name, item.name)].append(item.name)
    return tuple(sorted(tuple(names) for names in groups.values() if len(names) > 1))


# --- label -----------------------------------------------------------------------------------------


def _label(items: Sequence[Item], lemmas: Mapping[int, str], day: date | None) -> str:
    """The names that most texts share, the things most of them speak of, and the day."""
    pool = _pool(items, lemmas)
    names = _names(items) or [word.capitalize() for word, is_name in pool if is_name][:_NAMES]
    taken = {part for name in names for part in fold(name).split()}
    things = [word for word, is_name in pool if not is_name and word not in taken and is_noun(word)]
    parts = (", ".join(names), ", ".join(things[:_THINGS]))
    label = ": ".join(filter(None, parts)) or "one text"
    return f"{label} ({day.day} {day:%B %Y})" if day else label


def _names(items: Sequence[Item]) -> list[str]:
    """The names in most openings, early ones first; no word twice ("Supreme Court", "Court")."""
    spread = Counter(name for item in items for name in item.names)
    place = {name: i for item in reversed(items) for i, name in enumerate(item.names)}
    found: list[str] = []
    taken: set[str] = set()
    for name in sorted(spread, key=lambda n: (-spread[n], place[n], n)):
        parts = set(fold(name).split())
        if parts.isdisjoint(taken) and parts.isdisjoint(_loaded()):
            found.append(name)
            taken |= parts
        if len(found) == _NAMES:
            break
    return found


def _pool(items: Sequence[Item], lemmas: Mapping[int, str]) -> list[tuple[str, bool]]:
    """The lemmas of most texts, and whether they are always written with a capital."""
    import numpy as np

    terms = np.concatenate([item.terms for item in items])
    unique, place, spread = np.unique(terms, return_inverse=True, return_counts=True)
    weight = np.bincount(place, np.concatenate([item.counts for item in items]))
    capitals = np.bincount(place, np.concatenate([item.capitals for item in items]))
    words = [lemmas[term] for term in unique.tolist()]
    ranked = sorted(range(len(words)), key=lambda i: (-spread[i], -weight[i], words[i]))
    fitting = ((words[i], bool(capitals[i] == weight[i])) for i in ranked if _fits(words[i]))
    return list(islice(fitting, _LABEL_POOL))


def _fits(word: str) -> bool:
    """Whether a word may stand in a label: no number or share, no nationality, no word of one side."""
    plain = word[0] not in "#@" and word not in _SHARES
    return plain and not is_nationality(word) and fold(word) not in _loaded()


@cache
def _loaded() -> frozenset[str]:
    """The words that the lexicon marks, less those that it calls neutral somewhere. Of phrases no
    word is taken: "state" is not loaded because "aggressor state" is."""
    terms = [term for pack in load_packs() for term in pack.terms]
    marked = {fold(term.term).strip() for term in terms if _is_marked(term)}
    return frozenset(marked - {fold(term.neutral).strip() for term in terms})


def _is_marked(term: Term) -> bool:
    """Whether a term judges, or is typical of one side."""
    return (
        term.category in ("evaluative", "booster", "hedge", "distancing")
        or term.valence != 0
        or term.convention not in ("", "neutral")
    )
