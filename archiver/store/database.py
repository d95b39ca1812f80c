"""Opening a database: engine, SQLite pragmas, migrations, and errors told in one sentence."""

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, inspect, select
from sqlalchemy import column as sql_column
from sqlalchemy import table as sql_table
from sqlalchemy.engine import URL, ExceptionContext, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from archiver.errors import ArchiverError
from archiver.store.migrations import HEAD

BUSY_SECONDS = 30.0
PRAGMAS = (
    "foreign_keys = ON",
    "journal_mode = WAL",
    "synchronous = NORMAL",
    # Sketches spread over the whole file: fewer, larger checkpoints halve the time of a commit.
    "wal_autocheckpoint = 16000",
    "cache_size = -64000",
)
_SQLITE_TROUBLE = (
    ("is locked", "is in use by another process; wait until it has ended and try again"),
    ("not a database", "is damaged or not a database; move it away and rebuild it"),
    ("malformed", "is damaged; move it away and rebuild it from the archive"),
    ("disk I/O error", "cannot be read or written; check the disk"),
    ("readonly", "cannot be written; check its permissions"),
    ("is full", "has no room left on its disk; free some space and try again"),
    ("unable to open", "cannot be opened; check that its folder exists and may be written"),
)


def open_engine(where: str | Path, *, create: bool) -> Engine:
    """An engine for ``where``, a database URL or the path of a SQLite file, schema up to date.

    With ``create`` a missing SQLite file is made and an older schema migrated. Raises
    ArchiverError when there is no database, or one that this version cannot use.
    """
    url = _url(where)
    shown = _shown(url)
    if url.get_backend_name() == "sqlite" and not create:
        url = _reading(url, Path(shown))
    try:
        engine = create_engine(url)
    except (NoSuchModuleError, ImportError) as error:
        raise ArchiverError(
            f"no driver for the database {shown}: {error}. It can be a SQLite file, or "
            "postgresql+psycopg://user@host/name with bulletin-archiver[postgresql] installed"
        ) from error
    event.listen(engine, "handle_error", lambda context: _tell(context, shown))
    if url.get_backend_name() == "sqlite":
        _configure_sqlite(engine, shown)
    _check_schema(engine, shown, migrate=create)
    return engine


def told(error: DBAPIError, engine: Engine) -> Exception:
    """``error`` of a statement sent straight to the driver, in one sentence if it has one."""
    sentence = _sentence(error.orig or error, _shown(engine.url))
    return error if sentence is None else ArchiverError(sentence)


def _shown(url: URL) -> str:
    if url.get_backend_name() == "sqlite":
        return (url.database or ":memory:").removeprefix("file:")
    return url.render_as_string(hide_password=True)


def _url(where: str | Path) -> URL:
    if isinstance(where, Path) or "://" not in where:
        return URL.create("sqlite", database=str(where))
    try:
        return make_url(where)
    except ArgumentError as error:
        raise ArchiverError(f"not a database address: {where}") from error


def _reading(url: URL, path: Path) -> URL:
    """The URL for a database that must be there, even where nothing can be written.

    SQLite keeps two files beside a database in WAL mode; in a folder that cannot be written it
    must be told that nobody else writes either.
    """
    if not path.exists():
        raise ArchiverError(f"there is no database at {path}; crawl a site first")
    if os.access(path.parent, os.W_OK) or url.query:
        return url
    return url.set(
        database=f"file:{quote(str(path.absolute()))}",
        query={"mode": "ro", "immutable": "1", "uri": "true"},
    )


def _configure_sqlite(engine: Engine, shown: str) -> None:
    """WAL, foreign keys, a busy timeout, and transactions that begin when we say so.

    Python's driver begins transactions by itself, but not before DDL; so it is told not to.
    A transaction takes the write lock at once unless the connection is only read: one that reads
    first and writes later fails when another writes in between.
    """

    @event.listens_for(engine, "connect")
    def _pragmas(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        try:
            connection.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")
            for pragma in PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
        except sqlite3.Error as error:
            raise _unusable(error, shown) from error

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        try:
            driver.execute("BEGIN IMMEDIATE" if writes else "BEGIN")
        except sqlite3.Error as error:
            raise _unusable(error, shown) from error


def _unusable(error: sqlite3.Error, shown: str) -> ArchiverError:
    return ArchiverError(_sentence(error, shown) or f"the database {shown} cannot be used: {error}")


def _tell(context: ExceptionContext, shown: str) -> None:
    sentence = _sentence(context.original_exception, shown)
    if sentence is None and (context.connection is None or context.is_disconnect):
        sentence = (
            f"no connection to the database {shown}: {_first_line(context.original_exception)}"
        )
    if sentence is not None:
        raise ArchiverError(sentence) from context.original_exception


def _sentence(error: BaseException, shown: str) -> str | None:
    """What is wrong with a database, when it is not a mistake of ours."""
    message = str(error)
    for sign, sentence in _SQLITE_TROUBLE:
        if sign in message:
            return f"the database {shown} {sentence}"
    return None


def _first_line(error: BaseException) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]


def _check_schema(engine: Engine, shown: str, *, migrate: bool) -> None:
    with engine.connect() as connection:
        found = _revision(connection)
    if found == HEAD:
        return
    # Alembic is only loaded when there is something to migrate: it costs a tenth of a second.
    from archiver.store.migrations.run import known_revisions, upgrade

    if found is not None and found not in known_revisions():
        raise ArchiverError(
            f"the database {shown} was written by a newer version of archiver "
            f"(schema {found}); update archiver"
        )
    if found is None and not migrate:
        raise ArchiverError(f"the database {shown} holds no archive; crawl a site first")
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        upgrade(connection)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    version = sql_table("alembic_version", sql_column("version_num"))
    return connection.execute(select(version.c.version_num)).scalar()
