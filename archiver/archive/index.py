"""The index: where every capture lies and what proves it. SQLite, so that a kill harms nothing.

It is derived: everything in it can be read again from the WARC files.
"""

import datetime
import math
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, NamedTuple

from archiver.archive.exchange import Entry
from archiver.archive.layout import VERSION, create
from archiver.errors import ArchiverError
from archiver.records import Capture
from archiver.records.crawl import PAUSES, CrawlReport

FileState = Literal["open", "closed", "missing"]

_STOPPED = ("ended_early", "archive_error", *PAUSES)
"""Reasons in the report of a crawl that goes on when it is asked for again."""

_CAPTURE = tuple(Capture.model_fields)
_COLUMNS = (*_CAPTURE, "key", "payload_sha1", "etag", "last_modified")
_NAMES = ", ".join(f'captures."{name}"' for name in _COLUMNS)
_INSERT = "INSERT INTO captures (number, {}) VALUES (?, {}) ON CONFLICT (id) DO NOTHING".format(
    ", ".join(f'"{name}"' for name in _COLUMNS), ", ".join("?" * len(_COLUMNS))
)
_SELECT = f"SELECT {_NAMES} FROM captures JOIN files ON files.name = captures.file"
_ORDER = " ORDER BY captures.number"


class OtherLayout(ArchiverError):
    """The index was made by another version of this program."""


class FileRow(NamedTuple):
    """A WARC file as the index knows it; ``size`` is how far its bytes are indexed."""

    name: str
    size: int
    sha256: str | None
    state: FileState


class CrawlRow(NamedTuple):
    """A crawl as its captures tell it: when the first was made, a file of it, and its report."""

    id: str
    site: str
    started: datetime.datetime
    file: str
    captures: int
    report: CrawlReport | None


class Index:
    """The rows of one home's ``index.sqlite``."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open the index, creating it unless ``read_only``; ArchiverError when it cannot be."""
        self.path = path
        self.renewed: list[str] = []
        """Told when the index was of an older layout and has to be filled again."""
        try:
            mode = "?mode=ro" if read_only else ""
            if read_only and not os.access(path.parent, os.W_OK):
                mode += "&immutable=1"  # on a medium that takes no lock files nothing changes
            self._db = sqlite3.connect(
                f"{path.resolve().as_uri()}{mode}", uri=True, isolation_level=None, timeout=30
            )
            found = self._db.execute("PRAGMA user_version").fetchone()[0]
            if not read_only and found < VERSION:
                create(self._db, found)
                if found:
                    self.renewed = [
                        f"the index had layout {found} and is made anew, in layout {VERSION}, "
                        "from the WARC files."
                    ]
                found = VERSION
            # Durable bytes are the WARC files' business: rows that a power cut takes are read
            # from them again, so a commit need not wait for the disk.
            self._db.execute("PRAGMA synchronous = NORMAL")
            self._db.execute("PRAGMA foreign_keys = ON")
        except sqlite3.Error as error:
            raise ArchiverError(
                f"cannot open the archive's index {path}: {error}. If it is damaged, run "
                "`archiver verify --repair`: it is made anew from the WARC files."
            ) from error
        if found not in (0, VERSION):
            raise OtherLayout(
                f"the index {path} has layout {found}, this version reads {VERSION}: "
                + ("run `archiver verify --repair`" if found < VERSION else "use a newer version")
            )

    def close(self) -> None:
        """Close the database."""
        self._db.close()

    def add(self, file: FileRow, entries: Iterable[Entry]) -> None:
        """Write entries and how far their file is indexed, in one transaction."""
        with self._writing():
            self._put_file(file)
            self._insert((None, entry) for entry in entries)

    def replace(self, file: FileRow, entries: Iterable[Entry]) -> None:
        """Put what a file really holds in the place of its rows; captures keep their order."""
        with self._writing():
            numbers: dict[str, int] = dict(
                self._db.execute("SELECT id, number FROM captures WHERE file = ?", (file.name,))
            )
            self._db.execute("DELETE FROM captures WHERE file = ?", (file.name,))
            self._put_file(file)
            by_number = sorted(entries, key=lambda e: numbers.get(e.capture.id, math.inf))
            self._insert((numbers.get(entry.capture.id), entry) for entry in by_number)

    def put_file(self, file: FileRow) -> None:
        """Write what is known of a file."""
        with self._writing():
            self._put_file(file)

    def forget(self, file: str, start: int = 0) -> int:
        """Drop the rows of a file from an offset on; returns how many they were."""
        with self._writing():
            dropped = self._db.execute(
                'DELETE FROM captures WHERE file = ? AND "offset" + length > ?', (file, start)
            )
            return dropped.rowcount

    def files(self) -> dict[str, FileRow]:
        """All files by name."""
        rows = self._db.execute("SELECT name, size, sha256, state FROM files ORDER BY name")
        return {row[0]: FileRow(*row) for row in rows}

    def get(self, id_: str) -> Entry | None:
        """The entry of a capture id."""
        return next(self._entries(" WHERE captures.id = ?", (id_,)), None)

    def damage(self) -> list[str]:
        """What SQLite finds wrong with the database itself."""
        try:
            found = [row[0] for row in self._db.execute("PRAGMA integrity_check")]
            loose = self._db.execute("PRAGMA foreign_key_check").fetchall()
            found += [f"{len(loose)} rows name a file that has no row"] if loose else []
        except sqlite3.DatabaseError as error:
            return [str(error)]
        return [problem for problem in found if problem != "ok"]

    def of_file(self, file: str) -> list[Entry]:
        """The entries of one file in file order."""
        return list(self._entries(' WHERE captures.file = ? ORDER BY captures."offset"', (file,)))

    def captures(self, crawl: str | None = None) -> Iterator[Capture]:
        """All captures, or those of one crawl, in the order they were made."""
        where, values = (" WHERE captures.crawl = ?", (crawl,)) if crawl else ("", ())
        return (entry.capture for entry in self._entries(where + _ORDER, values))

    def crawls(self) -> list[CrawlRow]:
        """Every crawl of which captures are held, oldest first."""
        rows = self._db.execute(
            "SELECT crawl, site, MIN(time), MIN(file), COUNT(*) FROM captures "
            "GROUP BY crawl, site ORDER BY MIN(number)"
        )
        return [
            CrawlRow(
                crawl,
                site,
                datetime.datetime.fromisoformat(time),
                file,
                captures,
                self.report(crawl),
            )
            for crawl, site, time, file, captures in rows
        ]

    def report(self, crawl: str) -> CrawlReport | None:
        """How a crawl ended, if that was reported and can be read."""
        query = "SELECT report FROM crawls WHERE id = ? AND report IS NOT NULL"
        row = self._db.execute(query, (crawl,)).fetchone()
        try:
            return CrawlReport.model_validate_json(row[0]) if row else None
        except ValueError:
            return None  # verify tells it, and repair reads it from the files again

    def put_report(self, report: CrawlReport) -> None:
        """Keep how a crawl ended, unless a later report is held; one that was stopped has not."""
        held = self.report(report.crawl)
        if held is not None and held.finished > report.finished:
            return
        stopped = any(reason.code in _STOPPED for reason in report.reasons)
        ended = None if stopped else report.finished.isoformat()
        with self._writing():
            self._db.execute(
                "INSERT INTO crawls (id, site, ended, report) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (id) DO UPDATE SET report = excluded.report, "
                "ended = coalesce(crawls.ended, excluded.ended)",
                (report.crawl, report.site, ended, report.model_dump_json()),
            )

    def start_crawl(self, crawl: str, site: str) -> None:
        """Note that a crawl runs; one that is taken up again is under way again."""
        with self._writing():
            self._db.execute(
                "INSERT INTO crawls (id, site) VALUES (?, ?) "
                "ON CONFLICT (id) DO UPDATE SET ended = NULL",
                (crawl, site),
            )

    def end_crawl(self, crawl: str) -> None:
        """Note that a crawl came to its end by itself."""
        with self._writing():
            self._db.execute("UPDATE crawls SET ended = datetime('now') WHERE id = ?", (crawl,))

    def unfinished(self, site: str, prefix: str = "") -> str | None:
        """The crawl of a site that was under way last, if it was stopped before its end.

        Of those whose names have the ``prefix``.

        Last by what was kept, not by its name: a clock may have been set back. What was taken in
        from other archives is no crawl.
        """
        row = self._db.execute(
            "SELECT id, ended FROM crawls WHERE site = ? AND id GLOB ? ORDER BY "
            "(SELECT max(number) FROM captures WHERE crawl = crawls.id) DESC NULLS LAST, id DESC",
            (site, f"{prefix}{site}-[0-9]*"),
        ).fetchone()
        return row[0] if row and row[1] is None else None

    def has_crawl(self, crawl: str) -> bool:
        """Whether a crawl of this name has begun."""
        query = "SELECT 1 FROM crawls WHERE id = ?"
        return self._db.execute(query, (crawl,)).fetchone() is not None

    def times_told_to_wait(self, crawl: str) -> int:
        """How often a crawl was answered that the server is busy (429 or 503)."""
        query = "SELECT count(*) FROM captures WHERE crawl = ? AND status IN (429, 503)"
        number: int = self._db.execute(query, (crawl,)).fetchone()[0]
        return number

    def whole(self, crawl: str) -> Iterator[str]:
        """The ids of a crawl's whole answers, those at hand."""
        rows = self._db.execute(
            "SELECT id FROM captures JOIN files ON files.name = captures.file "
            "WHERE crawl = ? AND truncated IS NULL AND files.state != 'missing'",
            (crawl,),
        )
        return (row[0] for row in rows)

    def answers(self, key: str, crawl: str) -> list[Entry]:
        """The whole answers a crawl got to one question, oldest first, those at hand."""
        where = (
            ' WHERE captures."key" = ? AND captures.crawl = ? AND captures.truncated IS NULL '
            "AND captures.status IS NOT NULL AND files.state != 'missing'"
        )
        return list(self._entries(where + _ORDER, (key, crawl)))

    def latest(self, key: str, before: str | None = None) -> Entry | None:
        """The newest good answer to a question, of any crawl but ``before``."""
        where = (
            ' WHERE captures."key" = ? AND captures.crawl IS NOT ? AND captures.truncated IS NULL '
            "AND captures.status IN (200, 304) AND files.state != 'missing' "
            "AND (captures.revisit_of IS NULL AND captures.status = 200 OR EXISTS ("
            "SELECT 1 FROM captures AS o JOIN files AS f ON f.name = o.file "
            "WHERE o.id = captures.revisit_of AND f.state != 'missing')) "
            "ORDER BY captures.number DESC LIMIT 1"
        )
        return next(self._entries(where, (key, before)), None)

    def original(self, payload_digest: str) -> Entry | None:
        """The newest whole answer that holds this payload itself."""
        where = (
            " WHERE captures.payload_digest = ? AND captures.revisit_of IS NULL "
            "AND captures.truncated IS NULL AND files.state != 'missing' "
            "ORDER BY captures.number DESC LIMIT 1"
        )
        return next(self._entries(where, (payload_digest,)), None)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction; ArchiverError when the disk refuses, and nothing stays half."""
        try:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise
        except sqlite3.Error as error:
            raise ArchiverError(
                f"cannot write the archive's index {self.path}: {error}. Make room or choose "
                "another --home, then run the same command again: the pages themselves are kept "
                "and go into the index at the next start."
            ) from error

    def nearest(self, url: str, time: datetime.datetime) -> Capture | None:
        """The whole answer to a GET of ``url`` whose time is nearest to ``time``."""
        where = (
            ' WHERE captures."key" = ? AND captures.truncated IS NULL '
            "AND captures.status IS NOT NULL AND files.state != 'missing' "
            "ORDER BY abs(julianday(captures.time) - julianday(?)), captures.number DESC LIMIT 1"
        )
        entry = next(self._entries(where, (f"GET {url}", _time_text(time))), None)
        return entry.capture if entry else None

    def has(self, key: str, time: datetime.datetime, payload_digest: str) -> bool:
        """Whether this very answer, given at this very time, is held."""
        where = ' WHERE captures."key" = ? AND captures.time = ? AND captures.payload_digest = ?'
        values = (key, _time_text(time), payload_digest)
        return next(self._entries(where, values), None) is not None

    def repeated(self, url: str, time: datetime.datetime | None, sha1: str) -> Entry | None:
        """The answer a revisit of another archive repeats, known by its digest or its time."""
        where = (
            " WHERE captures.revisit_of IS NULL AND captures.truncated IS NULL "
            "AND files.state != 'missing' AND captures.\"key\" = ? "
            "AND (captures.payload_sha1 = ? OR captures.time = ?) ORDER BY captures.number LIMIT 1"
        )
        values = (f"GET {url}", sha1, _time_text(time) if time else "")
        return next(self._entries(where, values), None)

    def _put_file(self, file: FileRow) -> None:
        self._db.execute(
            "INSERT INTO files (name, size, sha256, state) VALUES (?, ?, ?, ?) ON CONFLICT (name) "
            "DO UPDATE SET size = excluded.size, sha256 = excluded.sha256, state = excluded.state",
            file,
        )

    def _insert(self, numbered: Iterable[tuple[int | None, Entry]]) -> None:
        crawls: set[tuple[str, str]] = set()

        def rows() -> Iterator[tuple[object, ...]]:
            for number, entry in numbered:
                crawls.add((entry.capture.crawl, entry.capture.site))
                yield (number, *_row(entry))

        self._db.executemany(_INSERT, rows())
        self._db.executemany("INSERT OR IGNORE INTO crawls (id, site) VALUES (?, ?)", crawls)

    def _entries(self, where: str, values: tuple[object, ...]) -> Iterator[Entry]:
        try:
            yield from map(_entry, self._db.execute(_SELECT + where, values))
        except (sqlite3.Error, ValueError) as error:
            raise ArchiverError(
                f"the archive's index {self.path} cannot be read ({error}): run "
                "`archiver verify --repair`, which rebuilds it from the WARC files."
            ) from error


def _time_text(time: datetime.datetime) -> str:
    return time.astimezone(datetime.UTC).isoformat(timespec="microseconds")


def _row(entry: Entry) -> tuple[object, ...]:
    values = entry.capture.model_dump()
    values["time"] = _time_text(entry.capture.time)
    found = (values[name] for name in _CAPTURE)
    return (*found, entry.key, entry.payload_sha1, entry.etag, entry.last_modified)


def _entry(row: tuple[object, ...]) -> Entry:
    values: dict[str, Any] = dict(zip(_CAPTURE, row, strict=False))
    values["time"] = datetime.datetime.fromisoformat(str(values["time"]))
    key, sha1, etag, modified = row[len(_CAPTURE) :]
    return Entry(
        Capture.model_construct(**values),  # validated when it was written
        str(key),
        str(sha1),
        None if etag is None else str(etag),
        None if modified is None else str(modified),
    )
