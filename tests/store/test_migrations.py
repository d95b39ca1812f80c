"""The migrations and the tables say the same."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from archiver.store import Store
from archiver.store.migrations import HEAD
from archiver.store.migrations.run import config
from archiver.store.tables import Base


def _is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """SQLite keeps a full-text index in tables of its own."""
    return not (kind == "table" and (name or "").startswith("search"))


def test_a_migrated_database_has_the_schema_of_the_tables(tmp_path: Path) -> None:
    Store.open(tmp_path / "a.sqlite").close()
    with create_engine(f"sqlite:///{tmp_path}/a.sqlite").connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _is_ours})
        assert compare_metadata(context, Base.metadata) == []


def test_head_is_the_newest_migration() -> None:
    assert ScriptDirectory.from_config(config()).get_current_head() == HEAD
