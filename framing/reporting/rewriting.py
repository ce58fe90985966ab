"""Copies of records with the texts and places in them rewritten."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from framing.model import Span

Record = TypeVar("Record")
Move = Callable[[Span], Span]
Say = Callable[[str], str]


def rewritten(
    value: Record, say: Say, *, move: Move | None = None, keep: frozenset[str] = frozenset()
) -> Record:
    """A copy of `value` with `say` done to every text in it and `move` to every span.

    Goes into tuples and dataclasses, at any depth; fields called as in `keep` stay as they are.
    """
    changed: Any = value
    if isinstance(value, Span):
        changed = move(value) if move else value
    elif isinstance(value, str):
        changed = say(value)
    elif isinstance(value, tuple):
        changed = tuple(rewritten(item, say, move=move, keep=keep) for item in value)
    elif is_dataclass(value) and not isinstance(value, type):
        news = {
            f.name: rewritten(getattr(value, f.name), say, move=move, keep=keep)
            for f in fields(value)
            if f.name not in keep
        }
        changed = replace(value, **news)
    return changed  # type: ignore[no-any-return]
