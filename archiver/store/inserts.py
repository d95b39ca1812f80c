"""Statements sent straight to the driver, compiled once: what storing a page does most often."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Dialect, insert
from sqlalchemy.exc import DBAPIError

from archiver.store.rows import Row
from archiver.store.tables import Base

_TABLES = Base.metadata.tables


class Inserts:
    """The INSERT statements of all tables for one dialect.

    Going round SQLAlchemy to the driver makes storing twice as fast. It is safe because every
    column is text, a number or a boolean, which drivers take as they are. Errors are DBAPIError.
    """

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._errors: type[Exception] = dialect.loaded_dbapi.Error
        self._compiled: dict[tuple[str, str], tuple[str, list[str]]] = {}

    def rows(self, connection: Connection, table: str, rows: Sequence[Row]) -> None:
        """Insert ``rows``, each in the table's column order."""
        self._many(connection, *self._statement(table, ""), rows)

    def missing(self, connection: Connection, table: str, rows: Sequence[Row]) -> None:
        """Insert those of ``rows`` whose key is not there yet."""
        self._many(connection, *self._statement(table, " ON CONFLICT DO NOTHING"), rows)

    def numbered(self, connection: Connection, table: str, values: dict[str, Any]) -> int | None:
        """Insert one row without its ``id``; give the id, or None when its key is there already."""
        statement, names = self._statement(table, " ON CONFLICT DO NOTHING RETURNING id")
        row = tuple(values[name] for name in names)
        try:
            cursor = connection.connection.cursor()
            cursor.execute(statement, self._parameters(names, [row])[0])
            found = cursor.fetchone()
            cursor.close()
        except self._errors as error:
            raise DBAPIError(statement, row, error) from error
        return None if found is None else int(found[0])

    def sharing(
        self, connection: Connection, bands: Sequence[int], most: int
    ) -> list[tuple[int, int]]:
        """Version and article of the ``most`` sketches that share most of ``bands``."""
        marks = ", ".join(("?" if self._dialect.positional else "%s",) * len(bands))
        statement = (
            f"SELECT version_id, article FROM bands WHERE band IN ({marks}) "
            "GROUP BY version_id, article ORDER BY count(*) DESC, version_id, article "
            f"LIMIT {most}"
        )
        try:
            cursor = connection.connection.cursor()
            cursor.execute(statement, tuple(bands))
            found = cursor.fetchall()
            cursor.close()
        except self._errors as error:
            raise DBAPIError(statement, tuple(bands), error) from error
        return [(row[0], row[1]) for row in found]

    def _many(
        self, connection: Connection, statement: str, names: list[str], rows: Sequence[Row]
    ) -> None:
        try:
            cursor = connection.connection.cursor()
            cursor.executemany(statement, self._parameters(names, rows))
            cursor.close()
        except self._errors as error:
            raise DBAPIError(statement, None, error) from error

    def _statement(self, table: str, tail: str) -> tuple[str, list[str]]:
        if (made := self._compiled.get((table, tail))) is None:
            columns = _TABLES[table].columns
            counter = _TABLES[table].autoincrement_column
            names = [column.name for column in columns if column is not counter]
            statement = insert(_TABLES[table]).inline()
            text = str(statement.compile(dialect=self._dialect, column_keys=names))
            made = self._compiled[table, tail] = (text + tail, names)
        return made

    def _parameters(self, names: list[str], rows: Sequence[Row]) -> Sequence[Any]:
        if self._dialect.positional:
            return rows
        return [dict(zip(names, row, strict=True)) for row in rows]
