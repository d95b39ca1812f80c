"""What a crawl has asked for and what came of it, on disk, so that a stopped one goes on there.

A memory and no truth. It is written after the archive and the records and may lag behind them or
be deleted: what is not remembered is asked again, and the archive answers what it can.
"""

import json
import logging
import sqlite3
import time
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from archiver.errors import ArchiverError
from archiver.records import Capture
from archiver.records.crawl import Note
from archiver.records.crawled import CrawledFile, CrawledPage
from archiver.store.rows import json_text
from spiders.columns import Column, Lead, Listed
from spiders.following import Followed, Step

LAYOUT = 2
_TABLES = """
CREATE TABLE terms (text TEXT NOT NULL);
CREATE TABLE steps (mark BLOB PRIMARY KEY, priority INTEGER NOT NULL, step TEXT NOT NULL);
CREATE TABLE outcomes (
    mark BLOB PRIMARY KEY, capture TEXT NOT NULL, has_record INTEGER NOT NULL, told TEXT NOT NULL
);
CREATE INDEX outcomes_by_capture ON outcomes (capture);
"""
_MOST_WAITING = 1000
_SECONDS = 0.05
"""What comes faster is written together: a transaction for each would cost more than it does."""

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Outcome:
    """What came of the question ``mark``: its answer, and what was made of that.

    ``item`` has to be stored before the question is settled. ``also`` are questions that are
    settled with it: where it was redirected, the parts of an issue. ``counts`` is what it added to
    the crawl's statistics, beside the item's own; ``digest`` is that of what a page says, which
    counts against repeats; ``is_final``: whoever asks again would get no more.
    """

    mark: bytes
    capture: Capture
    followed: Followed = field(default_factory=Followed)
    item: CrawledPage | CrawledFile | None = None
    missed: list[Note] = field(default_factory=list)
    digest: str | None = None
    is_final: bool = True
    also: list[bytes] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def is_stored(self) -> bool:
        """Whether nothing of it is still to be stored."""
        return self.item is None or self.item.is_stored


class Told(NamedTuple):
    """What is remembered of an outcome; ``digest`` is that of what a page says."""

    counts: dict[str, int]
    listed: Listed | None
    missed: list[Note]
    digest: str | None


class Frontier:
    """The memory of one crawl. One that was made on other ``terms`` is begun anew."""

    def __init__(self, path: Path, terms: str) -> None:
        """Open or make the file; ArchiverError when that cannot be."""
        self._path = path
        self._waiting: deque[Outcome] = deque(maxlen=_MOST_WAITING)
        self._written = time.monotonic()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(path, isolation_level=None)
            self.is_new = not _was_made_on(self._db, terms)
            if self.is_new:
                self._begin_anew(terms)
        except (OSError, sqlite3.Error) as error:
            raise ArchiverError(
                f"cannot write {path}: {error}. Make room or choose another --home, then run the "
                "same command again."
            ) from error

    def _begin_anew(self, terms: str) -> None:
        self._db.close()
        self._remove()
        self._db = sqlite3.connect(self._path, isolation_level=None)
        _tune(self._db)
        self._db.executescript(_TABLES)
        self._db.execute("INSERT INTO terms VALUES (?)", (terms,))

    def settle(self, outcome: Outcome) -> None:
        """Remember an outcome as soon as its item is stored; one that never is, is left out."""
        if outcome.is_final:
            self._waiting.append(outcome)
            if time.monotonic() - self._written >= _SECONDS:
                self._write()

    def forget_all_but(self, archived: Iterable[str], stored: Iterable[str]) -> None:
        """Drop outcomes whose answer is not among ``archived``, or its record among ``stored``.

        Both are ids of captures: a file may have been lost, the records may be of an older copy.
        """
        self._write()
        for name, ids in (("archived", archived), ("stored", stored)):
            self._db.execute(f"CREATE TEMP TABLE {name} (id TEXT PRIMARY KEY) WITHOUT ROWID")
            rows = ((id_,) for id_ in ids)
            self._db.executemany(f"INSERT OR IGNORE INTO {name} VALUES (?)", rows)
        self._db.execute(
            "DELETE FROM outcomes WHERE capture NOT IN (SELECT id FROM archived) "
            "OR has_record AND capture NOT IN (SELECT id FROM stored)"
        )
        self._db.execute("DROP TABLE archived")
        self._db.execute("DROP TABLE stored")

    def outcomes(self) -> Iterator[Told]:
        """What came of all that is settled, in the order in which it was."""
        rows = self._rows("SELECT told FROM outcomes WHERE told != '' ORDER BY rowid")
        return map(_told, rows)

    def marks(self) -> Iterator[bytes]:
        """All questions that are known, some of them twice."""
        rows = self._rows("SELECT mark FROM steps UNION ALL SELECT mark FROM outcomes")
        return (row[0] for row in rows)

    def pending(self) -> list[Step]:
        """What is known and not settled, in the order in which it is to be asked."""
        rows = self._rows(
            "SELECT priority, step FROM steps WHERE mark NOT IN (SELECT mark FROM outcomes) "
            "ORDER BY priority DESC, rowid"
        )
        return list(map(_step, rows))

    def close(self, *, done: bool) -> None:
        """Write what waits; a crawl that is ``done`` needs no memory any more."""
        self._write()
        self._db.close()
        if done:
            self._remove()

    def _rows(self, query: str) -> sqlite3.Cursor:
        self._write()
        return self._db.execute(query)

    def _write(self) -> None:
        self._written = time.monotonic()
        ready = [outcome for outcome in self._waiting if outcome.is_stored]
        if not ready:
            return
        self._waiting = deque(
            (one for one in self._waiting if not one.is_stored), maxlen=_MOST_WAITING
        )
        try:
            self._db.execute("BEGIN")
            self._db.executemany(
                "INSERT OR IGNORE INTO steps VALUES (?, ?, ?)",
                (_step_row(step) for one in ready for step in one.followed.steps),
            )
            self._db.executemany(
                "INSERT OR REPLACE INTO outcomes VALUES (?, ?, ?, ?)",
                map(_outcome_row, ready),
            )
            self._db.executemany(
                "INSERT OR IGNORE INTO outcomes VALUES (?, ?, ?, '')",
                ((mark, *_basis(one)) for one in ready for mark in one.also),
            )
            self._db.execute("COMMIT")
        except sqlite3.Error as error:  # a full disk, say, of which the archive tells
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            logger.warning("%s cannot be written: %s", self._path, error)

    def _remove(self) -> None:
        for suffix in ("", "-wal", "-shm"):
            self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)


def _tune(db: sqlite3.Connection) -> None:
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = NORMAL")


def _was_made_on(db: sqlite3.Connection, terms: str) -> bool:
    try:
        _tune(db)
        return bool(db.execute("SELECT 1 FROM terms WHERE text = ?", (terms,)).fetchone())
    except sqlite3.DatabaseError:  # new, of another layout, or damaged
        return False


def _outcome_row(outcome: Outcome) -> tuple[bytes, str, bool, str]:
    item, listed = outcome.item, outcome.followed.listed
    told = {
        "counts": outcome.counts + item.counts if item else outcome.counts,
        "listed": listed and [_pair(listed.column), *listed[1:]],
        "missed": [[note.url, note.why] for note in outcome.missed],
        "digest": outcome.digest,
    }
    return outcome.mark, *_basis(outcome), json_text(told)


def _basis(outcome: Outcome) -> tuple[str, bool]:
    return outcome.capture.id, outcome.item is not None


def _told(row: tuple[str]) -> Told:
    told = json.loads(row[0])
    listed = told["listed"]
    return Told(
        told["counts"],
        listed and Listed(Column(*listed[0]), *listed[1:]),
        [Note(url=url, why=why) for url, why in told["missed"]],
        told["digest"],
    )


def _step_row(step: Step) -> tuple[bytes, int, str]:
    lead = step.lead
    column = lead.column and _pair(lead.column)
    text = json_text([step.url, step.form, column, lead.is_further, lead.barren, lead.depth])
    return step.mark, lead.order, text


def _step(row: tuple[int, str]) -> Step:
    order, text = row
    url, form, column, *rest = json.loads(text)
    lead = Lead(order, column and Column(*column), *rest)
    return Step(url, lead, tuple((name, value) for name, value in form))


def _pair(column: Column) -> tuple[str, str]:
    return column.url, column.name
