"""Many processes of this machine: in order, a few pieces in flight, none lost when a worker dies."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Any, TypeVar

from framing.annotation.annotate import annotate
from framing.annotation.exchange import to_record
from framing.errors import EngineError, OptionError
from framing.model import Article, Notes, Skipped
from framing.output import json_lines
from framing.scale.batches import BATCH, annotate_batch

In = TypeVar("In")
Out = TypeVar("Out")

_IN_FLIGHT = 2  # pieces a worker: one that it works on and one that waits for it
_CHUNK = 16  # items a piece: sending it costs nothing beside the work on 16 articles


@dataclass(frozen=True, slots=True)
class Lines:
    """The annotations of some `articles` (so many), one JSON object a line."""

    text: str
    articles: int
    skipped: tuple[Skipped, ...] = ()


class Workers:
    """`number` processes that map functions over items; one is this process itself.

    A piece whose worker died (killed, out of memory) is done again, alone; EngineError is raised
    when that kills `tries` workers. Programs that use it need the usual ``if __name__ ==
    "__main__":``, for the processes start by importing.
    """

    def __init__(self, number: int, *, tries: int = 3) -> None:
        if number < 1 or tries < 1:
            raise OptionError(f"{number} workers, {tries} tries: give 1 or more of each")
        self.number, self._tries = number, tries
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()

    def map(
        self, function: Callable[[In], Out], items: Iterable[In], *, chunk: int = _CHUNK
    ) -> Iterator[Out]:
        """What `function` makes of each item, in the order of `items`, which are taken as needed: no
        more than two pieces of `chunk` items a worker are held. `function` must be importable."""
        if self.number == 1:
            yield from map(function, items)
            return
        remaining = iter(items)
        flight: deque[tuple[list[In], Future[list[Out]]]] = deque()
        while True:
            while len(flight) < _IN_FLIGHT * self.number and (
                some := list(islice(remaining, chunk))
            ):
                flight.append((some, self._submit(function, some)))
            if not flight:
                return
            some, future = flight.popleft()
            try:
                done = future.result()
            except BrokenProcessPool:
                done = self._alone(function, some)
                again = [(i, f if _is_done(f) else self._submit(function, i)) for i, f in flight]
                flight = deque(again)
            yield from done

    def each(self, function: Callable[[In], Out], items: Iterable[In]) -> Iterator[Out]:
        """`map` of items that are large pieces of work themselves: sent one by one."""
        return self.map(function, items, chunk=1)

    def _submit(self, function: Callable[[In], Out], items: list[In]) -> Future[list[Out]]:
        try:
            return self._running().submit(_each, function, items)
        except BrokenProcessPool:
            self._stop()
            return self._running().submit(_each, function, items)

    def _alone(self, function: Callable[[In], Out], items: list[In]) -> list[Out]:
        """Do one piece with nothing beside it, so that a death is known to be its own."""
        for _ in range(self._tries):
            self._stop()
            try:
                return self._submit(function, items).result()
            except BrokenProcessPool:
                continue
        raise EngineError(
            f"the worker died {self._tries} times on {_named(items)}: out of memory (or see "
            "what it printed)? Try fewer workers, smaller batches, or leave these out"
        )

    def _running(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # not forked: threads of pyarrow and numpy may hold locks that a copy would wait for
            self._pool = ProcessPoolExecutor(
                self.number, mp_context=get_context("spawn"), initializer=_start_worker
            )
        return self._pool

    def _stop(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


def _start_worker() -> None:
    """Leave Ctrl-C to the process that started this worker, and end when that one is killed: the worker
    would wait for ever."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    assert parent is not None
    sentinel = parent.sentinel

    def watch() -> None:
        wait([sentinel])
        os._exit(1)

    Thread(target=watch, daemon=True).start()


def annotate_batches(
    batches: Iterable[Any],
    *,
    workers: Workers,
    packs: Sequence[str] | None = None,
    lexicons: Path | None = None,
    outlets: Path | None = None,
) -> Iterator[Any]:
    """`annotate_batch` of every batch, in order. Memory does not grow with their number."""
    work = partial(annotate_batch, packs=packs, lexicons=lexicons, outlets=outlets)
    return workers.map(work, batches, chunk=1)


def annotate_articles(
    articles: Iterable[Article],
    *,
    workers: Workers,
    packs: Sequence[str] | None = None,
    lexicons: Path | None = None,
) -> Iterator[Notes]:
    """What `framing.annotate` makes of articles that are read, a piece at a time, in order."""
    work = partial(annotate, packs=packs, folder=lexicons)
    return workers.map(work, _pieces(articles), chunk=1)


def annotate_lines(
    articles: Iterable[Article],
    *,
    workers: Workers,
    packs: Sequence[str] | None = None,
    lexicons: Path | None = None,
) -> Iterator[Lines]:
    """The same as lines of JSON, which are a tenth of the work to send."""
    work = partial(_lines, packs=packs, lexicons=lexicons)
    return workers.map(work, _pieces(articles), chunk=1)


def _pieces(articles: Iterable[Article]) -> Iterator[list[Article]]:
    remaining = iter(articles)
    while some := list(islice(remaining, BATCH)):
        yield some


def _lines(
    articles: Sequence[Article], *, packs: Sequence[str] | None, lexicons: Path | None
) -> Lines:
    notes = annotate(articles, packs=packs, folder=lexicons)
    return Lines(json_lines(map(to_record, notes)), len(articles), notes.skipped)


def _each(function: Callable[[In], Out], items: list[In]) -> list[Out]:
    return [function(item) for item in items]


def _is_done(future: Future[list[Out]]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _named(items: Sequence[Any]) -> str:
    """What the items are, as far as they say so."""
    names = []
    for item in items:
        columns = getattr(getattr(item, "schema", None), "names", ())
        ids = item.column(columns.index("id")).to_pylist() if "id" in columns else [item]
        names += [str(getattr(one, "id", one))[:60] for one in ids]
    return names[0] if len(names) == 1 else f"articles {names[0]} to {names[-1]}"
