"""The full-text index of SQLite databases."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """The full-text index of SQLite databases: positions only, no second copy of the texts."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE search USING fts5"
            "(title, body, content = '', tokenize = 'unicode61 remove_diacritics 0')"
        )
