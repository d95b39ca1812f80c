"""The store's tests run on every back end there is."""

import atexit
import functools
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from archiver.store import Store

POSTGRESQL = os.environ.get("ARCHIVER_TEST_POSTGRESQL")


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    file = str(tmp_path / "archive.sqlite")
    where = file if request.param == "sqlite" else empty_postgresql()
    with Store.open(where) as opened:
        yield opened


def empty_postgresql() -> str:
    """The address of a database on the server for tests, emptied."""
    if not POSTGRESQL:
        pytest.skip(
            "no PostgreSQL server: ARCHIVER_TEST_POSTGRESQL names none (.ci/run starts one)"
        )
    database = _own_database(POSTGRESQL)
    _run(database, "DROP SCHEMA public CASCADE", "CREATE SCHEMA public")
    return database


@functools.cache
def _own_database(server: str) -> str:
    """A database of this process alone, for others run tests of theirs at the same time."""
    name = f"archiver_tests_{os.getpid()}"
    drop = f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"
    _run(server, drop, f"CREATE DATABASE {name} TEMPLATE template0")
    atexit.register(_run, server, drop)
    return make_url(server).set(database=name).render_as_string(hide_password=False)


def _run(database: str, *commands: str) -> None:
    engine = create_engine(database, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for command in commands:
            connection.execute(text(command))
    engine.dispose()
