"""The store's tests run on every back end there is."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

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
    engine = create_engine(POSTGRESQL, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return POSTGRESQL
