"""Asking the database: one connection a question, or one snapshot for many."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from traceback import clear_frames
from typing import Any, TypeAlias

from sqlalchemy import (
    Connection,
    Engine,
    Row,
    ScalarSelect,
    Select,
    Subquery,
    func,
    or_,
    select,
)

from archiver.chinese.fold import comparison_key
from archiver.store import tables as t
from archiver.store.witnesses import QUARANTINED

AnyRow: TypeAlias = Row[*tuple[Any, ...]]
AnySelect: TypeAlias = Select[*tuple[Any, ...]]

BATCH, _MANY = 200, 5_000
# Less than nothing counts in KB.
_SNAPSHOT_CACHE = -16_000
_LAST_YEAR, _LAST_NUMBER = 9999, 99999

# Issues by series, year and number; what has no number comes after, by date.
ISSUE_ORDER = (
    t.Issue.series_key,
    func.coalesce(t.Issue.year, _LAST_YEAR),
    func.coalesce(t.Issue.number, _LAST_NUMBER),
    func.coalesce(t.Issue.date_start, ""),
    t.Issue.identity,
)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which records are asked for; everything by default, but nothing quarantined.

    ``series`` is part of a series' name, ``site`` a site's key, ``since`` the first day of issue
    or publication; a record without a day is left out when ``since`` is given.
    """

    series: str | None = None
    site: str | None = None
    since: datetime.date | None = None
    include_quarantined: bool = False

    @property
    def narrowed(self) -> bool:
        """Whether anything but what is quarantined is left out."""
        return (self.series, self.site, self.since) != (None, None, None)

    def __str__(self) -> str:
        """The options that narrow it, as they are written."""
        chosen = {"--series": self.series, "--site": self.site, "--since": self.since}
        return " ".join(f"{option} {value}" for option, value in chosen.items() if value)


def newest_answer() -> ScalarSelect[int]:
    """The file that the attachment of the query around it was last answered with, if any."""
    moved = (
        select(t.MovedFile.target)
        .where(t.MovedFile.identity == t.Attachment.identity)
        .correlate(t.Attachment)
        .scalar_subquery()
    )
    return (
        select(t.File.id)
        .where(t.File.identity == func.coalesce(moved, t.Attachment.identity))
        .order_by(t.File.time.desc(), t.File.id.desc())
        .limit(1)
        .correlate(t.Attachment)
        .scalar_subquery()
    )


def speaking(selection: Selection | None = None) -> Subquery:
    """The live versions that speak for a record: pages without issue, and preferred witnesses.

    Columns: ``version_id``, ``identity``, ``issue_id`` and ``day``, the day the record bears.
    Without ``selection`` they are all there, also quarantined ones.
    """
    day = func.coalesce(t.Issue.date_start, t.Version.published_start, "")
    query = (
        select(
            t.Version.id.label("version_id"),
            t.Version.identity,
            t.Issue.id.label("issue_id"),
            day.label("day"),
        )
        .outerjoin(t.Witness, t.Witness.version_id == t.Version.id)
        .outerjoin(t.Issue, t.Issue.id == t.Witness.issue_id)
        .where(t.Version.live, or_(t.Issue.id.is_(None), t.Issue.version_id == t.Version.id))
    )
    if selection is None:
        return query.subquery("speaking")
    if not selection.include_quarantined:
        query = query.where(t.Version.integrity.not_in(QUARANTINED))
    if selection.series is not None:
        name = comparison_key(selection.series)
        query = query.where(t.Issue.series_key.contains(name, autoescape=True))
    if selection.site is not None:
        there = select(t.Page.id).where(t.Page.site == selection.site)
        witnessed = (
            select(t.Witness.issue_id)
            .join(t.Version, t.Version.id == t.Witness.version_id)
            .where(t.Version.page_id.in_(there))
        )
        query = query.where(t.Version.page_id.in_(there) | t.Issue.id.in_(witnessed))
    if selection.since is not None:
        query = query.where(day >= selection.since.isoformat())
    return query.subquery("speaking")


def _cache(connection: Connection, size: int) -> int:
    """Set how much a SQLite connection remembers (``PRAGMA cache_size``), and tell what it was."""
    if connection.dialect.name != "sqlite":
        return size
    before = int(connection.exec_driver_sql("PRAGMA cache_size").scalar_one())
    connection.exec_driver_sql(f"PRAGMA cache_size = {size}")
    return before


def _let_go(error: BaseException | None) -> None:
    """Close what was being read when it happened, which its traceback keeps, while it can be."""
    while error is not None:
        clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__


class Asking:
    """Questions to an open database; rows come as they are read, never all at once."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._snapshot: Connection | None = None

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All questions inside see the store as it was at the first one, whoever writes."""
        with self._engine.connect() as connection:
            # What reads everything once gains nothing from a large cache; sorting takes as much.
            cache = _cache(connection, _SNAPSHOT_CACHE)
            self._snapshot = connection
            try:
                yield
            except BaseException as error:
                _let_go(error)
                raise
            finally:
                self._snapshot = None
                _cache(connection, cache)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        if self._snapshot is not None:
            yield self._snapshot
        else:
            with self._engine.connect() as connection:
                yield connection

    def _rows(self, query: AnySelect) -> Iterator[AnyRow]:
        with self._reading() as connection:
            result = connection.execute(query, execution_options={"yield_per": BATCH})
            try:
                for rows in result.partitions():
                    yield from rows
            finally:
                result.close()

    def _tuples(self, query: AnySelect) -> Iterator[tuple[Any, ...]]:
        """Rows as the driver gives them, in half the time: for very many of texts and numbers."""
        with self._reading() as connection:
            result = connection.execute(query)
            try:
                while rows := result.cursor.fetchmany(_MANY):
                    yield from rows
            finally:
                result.close()
