"""The store of a monitor: one SQLite file, written in whole steps, so that a run can die anywhere.

Every batch of articles is one transaction in the write-ahead log: after a kill, a power cut or a full
disk the file holds the batches that were finished and nothing of the others, and the next run goes on
from there. Rows are read in the order of period and id, so that the order of writing shows nowhere.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from framing.errors import OutputError
from framing.model import Annotation
from framing.monitoring.records import content_hash, fingerprint, pack, unpack

FORMAT = 1  # raised when a table changes its meaning
_WAIT = 5.0  # seconds for another run to finish its step
_TABLES = """
CREATE TABLE IF NOT EXISTS articles (
    period TEXT NOT NULL, id TEXT NOT NULL, fingerprint TEXT NOT NULL, content TEXT NOT NULL,
    settings TEXT NOT NULL, record BLOB NOT NULL, PRIMARY KEY (period, id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS periods (name TEXT PRIMARY KEY, stamp TEXT NOT NULL) WITHOUT ROWID;
"""


class Store:
    """The annotated articles of all periods. Use it in a ``with`` block."""

    def __init__(self, path: Path) -> None:
        """Open the store, or make it. Raises OutputError where it is no store or is in use."""
        self.path = path
        with self._told():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
            try:
                self._prepare()
            except BaseException:
                self._db.close()
                raise

    def _prepare(self) -> None:
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")
        (version,) = self._db.execute("PRAGMA user_version").fetchone()
        if version not in (0, FORMAT):
            raise OutputError(
                f"{self.path}: a store of format {version}, not {FORMAT}: name another in `store`"
            )
        self._db.executescript(_TABLES)
        self._db.execute(f"PRAGMA user_version = {FORMAT}")

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    def periods(self) -> list[str]:
        """The periods that are finished, in the order of their names."""
        with self._told():
            rows = self._db.execute("SELECT name FROM periods ORDER BY name").fetchall()
        return [name for (name,) in rows]

    def stamp(self, period: str) -> str:
        """What stood in the period's folder, and the settings, when it was finished; "" before."""
        with self._told():
            row = self._db.execute("SELECT stamp FROM periods WHERE name = ?", (period,)).fetchone()
        return str(row[0]) if row else ""

    def done(self, period: str, settings: str) -> dict[str, str]:
        """Id to fingerprint of the articles of a period that are annotated with these settings."""
        with self._told():
            rows = self._db.execute(
                "SELECT id, fingerprint FROM articles WHERE period = ? AND settings = ?",
                (period, settings),
            ).fetchall()
        return dict(rows)

    def add(self, period: str, annotations: Sequence[Annotation], *, settings: str) -> None:
        """Write a batch, all of it or nothing. An article of the same id is replaced."""
        rows = [
            (
                period,
                a.article.id,
                fingerprint(a.article),
                content_hash(a.article),
                settings,
                pack(a),
            )
            for a in annotations
        ]
        with self._step():
            self._db.executemany("INSERT OR REPLACE INTO articles VALUES (?, ?, ?, ?, ?, ?)", rows)

    def finish(self, period: str, ids: Iterable[str], *, stamp: str) -> None:
        """Take out of a period what is no longer in its folder, and call it finished."""
        with self._step():
            there = {i for (i,) in self._db.execute(
                "SELECT id FROM articles WHERE period = ?", (period,))}  # fmt: skip
            gone = sorted(there - set(ids))
            self._db.executemany(
                "DELETE FROM articles WHERE period = ? AND id = ?", [(period, i) for i in gone]
            )
            self._db.execute("INSERT OR REPLACE INTO periods VALUES (?, ?)", (period, stamp))

    def stale(self, settings: str) -> dict[str, list[str]]:
        """Period to ids of articles that were annotated with other settings."""
        found: dict[str, list[str]] = {}
        with self._told():
            for period, name in self._db.execute(
                "SELECT period, id FROM articles WHERE settings != ? ORDER BY period, id",
                (settings,),
            ):
                found.setdefault(period, []).append(name)
        return found

    def annotations(self, period: str, ids: Sequence[str] | None = None) -> list[Annotation]:
        """The articles of a period by id; `ids` narrows them down."""
        wanted = None if ids is None else set(ids)
        with self._told():
            rows = self._db.execute(
                "SELECT id, record FROM articles WHERE period = ? ORDER BY id", (period,)
            ).fetchall()
        return [unpack(record) for name, record in rows if wanted is None or name in wanted]

    def contents_before(self, period: str) -> set[str]:
        """The texts (hashed, with their outlet) of all periods before `period`."""
        with self._told():
            rows = self._db.execute(
                "SELECT DISTINCT content FROM articles WHERE period < ?", (period,)
            ).fetchall()
        return {content for (content,) in rows}

    @contextmanager
    def _step(self) -> Iterator[None]:
        """One transaction: all of what is inside, or nothing."""
        with self._told():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as fault:
            raise OutputError(
                f"{self.path}: {fault}: is it a store of `framing monitor`, is its folder writable "
                "and the disk not full, and does no other run use it?"
            ) from fault
