"""Asking the database: one connection a question, or one snapshot for many."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

from sqlalchemy import Connection, Engine, Row, Select, Subquery, func, or_, select

from archiver.store import tables as t

AnyRow: TypeAlias = Row[*tuple[Any, ...]]
AnySelect: TypeAlias = Select[*tuple[Any, ...]]

BATCH = 200
_LAST_YEAR, _LAST_NUMBER = 9999, 99999

# Issues by series, year and number; what has no number comes after, by date.
ISSUE_ORDER = (
    t.Issue.series_key,
    func.coalesce(t.Issue.year, _LAST_YEAR),
    func.coalesce(t.Issue.number, _LAST_NUMBER),
    func.coalesce(t.Issue.date_start, ""),
    t.Issue.identity,
)


def speaking() -> Subquery:
    """The live versions that speak for a record: pages without issue, and preferred witnesses.

    Columns: ``version_id``, ``identity``, ``issue_id`` and ``day``, the day the record bears.
    """
    return (
        select(
            t.Version.id.label("version_id"),
            t.Version.identity,
            t.Issue.id.label("issue_id"),
            func.coalesce(t.Issue.date_start, t.Version.published_start, "").label("day"),
        )
        .outerjoin(t.Witness, t.Witness.version_id == t.Version.id)
        .outerjoin(t.Issue, t.Issue.id == t.Witness.issue_id)
        .where(t.Version.live, or_(t.Issue.id.is_(None), t.Issue.version_id == t.Version.id))
        .subquery("speaking")
    )


class Asking:
    """Questions to an open database; rows come as they are read, never all at once."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._snapshot: Connection | None = None

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All questions inside see the store as it was at the first one, whoever writes."""
        with self._engine.connect() as connection:
            self._snapshot = connection
            try:
                yield
            finally:
                self._snapshot = None

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        if self._snapshot is not None:
            yield self._snapshot
        else:
            with self._engine.connect() as connection:
                yield connection

    def _rows(self, query: AnySelect) -> Iterator[AnyRow]:
        with self._reading() as connection:
            yield from connection.execute(query, execution_options={"yield_per": BATCH})
