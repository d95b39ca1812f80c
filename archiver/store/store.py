"""The store: open it, put pages and crawls in, ask it."""

import datetime
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, cast, func, select, update
from sqlalchemy.exc import DBAPIError

from archiver.records import Capture, Page, SiteProfile
from archiver.records.attached import AttachedFile
from archiver.records.crawl import CrawlReport
from archiver.records.crawled import Prepared
from archiver.store import tables as t
from archiver.store.asking import Selection, speaking
from archiver.store.covering import Covering
from archiver.store.crawls import Crawls
from archiver.store.database import open_engine, told
from archiver.store.files import FileSearching, save_file
from archiver.store.inserts import Inserts
from archiver.store.overviews import Overviews
from archiver.store.persons import author_person, in_order
from archiver.store.reading import Reading, prepare
from archiver.store.records import Records
from archiver.store.released import ReleasedTable, persons, released_tables, texts
from archiver.store.rows import Row, json_text, timestamp
from archiver.store.saved import Saved
from archiver.store.saving import Saving
from archiver.store.search import Searching
from archiver.store.units import UnitMentions

# PostgreSQL ends one of two transactions that wait for each other; it has only to be tried again.
_TRY_AGAIN = ("40001", "40P01")
_ATTEMPTS = 5


class Store(Records, Overviews, Covering, Crawls, UnitMentions, Searching, FileSearching):
    """Deduplicated records in one database; close it, or use it as a context manager."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self._inserts = Inserts(engine.dialect)
        self._known: set[tuple[str, str]] = set()
        self._writer: Connection | None = None
        self._shared: Connection | None = None

    @classmethod
    def open(cls, where: str | Path, *, create: bool = True) -> Self:
        """Open the database at ``where``: a SQLAlchemy URL or the path of a SQLite file.

        With ``create`` a missing SQLite database is made and an older one migrated; without it
        the database must be there. Raises ArchiverError.
        """
        return cls(open_engine(where, create=create))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        if self._writer is not None:
            self._writer.close()
            self._writer = None
        self._engine.dispose()

    def save(self, page: Page | Prepared, capture: Capture, site_key: str) -> Saved:
        """Store what ``capture`` was read as, in one transaction, and count what that changed.

        The same page again changes nothing; a changed page is a new version and the old one
        stays; another page with the same issue key becomes a witness of that issue. With a
        page that is prepared (by ``prepare``) half of the work has been done.
        """
        reading = Reading(prepare(page) if isinstance(page, Page) else page, capture)
        for _ in range(_ATTEMPTS - 1):
            try:
                return self._save(reading, site_key)
            except DBAPIError as error:
                if getattr(error.orig, "sqlstate", None) not in _TRY_AGAIN:
                    raise
        return self._save(reading, site_key)

    def _save(self, reading: Reading, site_key: str) -> Saved:
        with self._writing() as connection:
            saving = Saving(connection, self._inserts, self._known)
            saving.save(reading, site_key)
        return saving.saved

    def save_file(self, file: AttachedFile, capture: Capture, via: Iterable[str] = ()) -> bool:
        """Keep a linked file's text and what it was read from; whether that is new.

        ``via`` are addresses from which the site led to the file's own.
        """
        with self._writing() as connection:
            return save_file(connection, self._inserts, file, capture, via)

    def holds(self, selection: Selection) -> bool:
        """Whether any record is selected."""
        return next(self._rows(select(speaking(selection)).limit(1)), None) is not None

    def released(self, selection: Selection) -> Iterator[tuple[ReleasedTable, Iterator[Row]]]:
        """The tables of a release, each with its rows; read a table's rows before the next."""
        for table in released_tables(selection):
            query = table.query
            yield table, self._copied(selection) if query is None else self._rows(query)

    def _copied(self, selection: Selection) -> Iterator[Row]:
        """Articles that are copies of another, by record and article."""
        yield from sorted(
            (copy.identity, copy.article, first.identity, first.article, copy.similarity)
            for first, *copies in self.copies(selection)
            for copy in copies
        )

    def released_sizes(self, selection: Selection) -> dict[str, int]:
        """How many rows each table of a release has."""
        sizes = {"copies": sum(1 for _ in self._copied(selection))}
        with self._reading() as connection:
            for table in released_tables(selection):
                if table.query is not None:
                    rows = table.query.order_by(None).subquery()
                    count = select(func.count()).select_from(rows)
                    sizes[table.name] = connection.execute(count).scalar_one()
        return sizes

    def last_capture(self, selection: Selection) -> str | None:
        """When the newest capture of the selected records was made; None without any."""
        captures = next(one.query for one in released_tables(selection) if one.name == "captures")
        assert captures is not None
        made = captures.order_by(None).subquery().c.time
        with self._reading() as connection:
            return connection.execute(select(cast(func.max(made), t.TEXT))).scalar_one()

    def texts(self, selection: Selection) -> Iterator[tuple[str, int, list[str]]]:
        """Record, article and paragraphs of every article, by record."""
        rows = self._rows(texts(selection))
        for (record, article), group in groupby(rows, lambda row: (row.record, row.article)):
            yield record, article, [row.text for row in group]

    def persons(self, selection: Selection) -> Iterator[tuple[str, list[str]]]:
        """The names of persons that each record gives, by record."""
        for record, rows in groupby(self._rows(persons(selection)), lambda row: row.record):
            names = [author_person(row.name) if row.is_author else row.name for row in rows]
            yield record, in_order(names)

    def put_site(self, profile: SiteProfile) -> None:
        """Keep the facts of a site; a site with that key is brought up to date."""
        values = {
            "name": profile.name,
            "division": profile.division,
            "level": profile.level,
            "kind": profile.kind,
            "profile": profile.model_dump_json(),
        }
        with self._writing() as connection:
            self._inserts.missing(connection, "sites", [(profile.key, *values.values())])
            connection.execute(update(t.Site).where(t.Site.key == profile.key).values(**values))

    def start_crawl(self, crawl: str, site_key: str, started: datetime.datetime) -> None:
        """Note that a crawl has begun; a crawl that goes on after a stop keeps its first start."""
        with self._writing() as connection:
            self._inserts.missing(connection, "sites", [(site_key, None, None, None, None, None)])
            row = (crawl, site_key, timestamp(started), None, None, "[]", "{}", None)
            self._inserts.missing(connection, "crawls", [row])

    def finish_crawl(self, report: CrawlReport) -> None:
        """Keep how a crawl ended: its verdict, the reasons, and its counts."""
        values = {
            "finished": timestamp(report.finished),
            "verdict": report.verdict,
            "reasons": json_text([reason.model_dump() for reason in report.reasons]),
            "counts": json_text(report.counts),
            "report": report.model_dump_json(),
        }
        self.start_crawl(report.crawl, report.site, report.started)
        with self._writing() as connection:
            connection.execute(update(t.Crawl).where(t.Crawl.id == report.crawl).values(**values))

    def keep_coverage(self) -> None:
        """Find out what the series cover that have changed, so that asking for it is fast."""
        if self._engine.dialect.name == "sqlite":
            with self._writing() as connection:
                # Nobody else writes meanwhile, so that what is read beside this stays true.
                self._inserts.rows(connection, "coverages", self._changed_coverages(connection))

    @contextmanager
    def together(self) -> Iterator[None]:
        """Store all that is stored inside in one transaction: the end of each costs as much again.

        When any of it cannot be stored, none is. On a server every page keeps its own transaction:
        those of many pages would wait for each other, and one that was ended cannot go on.
        """
        if self._engine.dialect.name != "sqlite":
            yield
            return
        with self._writing() as connection:
            self._shared = connection
            try:
                yield
            finally:
                self._shared = None

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """One transaction on the connection that is kept for writing."""
        if self._shared is not None:
            yield self._shared
            return
        if self._writer is None:
            self._writer = self._engine.connect().execution_options(writes=True)
        try:
            with self._writer.begin():
                yield self._writer
        except DBAPIError as error:
            self._known.clear()
            raise told(error, self._engine) from error
        except BaseException:
            self._known.clear()
            raise
