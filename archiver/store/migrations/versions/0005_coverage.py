"""What the coverage of every series was found to be, forgotten when what it rests on changes."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

_FORGET = "DELETE FROM coverages"
_OF_WITNESS = "series_key = (SELECT series_key FROM issues WHERE id = {row}.issue_id)"
_TRIGGERS = {
    "issue_came": ("INSERT ON issues", "WHERE series_key = NEW.series_key"),
    "issue_changed": (
        "UPDATE ON issues",
        "WHERE series_key IN (OLD.series_key, NEW.series_key)",
    ),
    "issue_went": ("DELETE ON issues", "WHERE series_key = OLD.series_key"),
    "witness_came": ("INSERT ON witnesses", f"WHERE {_OF_WITNESS.format(row='NEW')}"),
    "witness_went": ("DELETE ON witnesses", f"WHERE {_OF_WITNESS.format(row='OLD')}"),
    "site_came": ("INSERT ON sites WHEN NEW.profile IS NOT NULL", ""),
    "site_changed": ("UPDATE ON sites WHEN OLD.profile IS NOT NEW.profile", ""),
}


def upgrade() -> None:
    """The table, and the triggers that empty it; only SQLite databases have them and use it."""
    op.create_table(
        "coverages",
        sa.Column("series_key", TEXT, nullable=False),
        sa.Column("rules", TEXT, nullable=False),
        sa.Column("record", TEXT, nullable=False),
        sa.ForeignKeyConstraint(
            ["series_key"], ["series.key"], name=op.f("fk_coverages_series_key_series")
        ),
        sa.PrimaryKeyConstraint("series_key", name=op.f("pk_coverages")),
    )
    if op.get_bind().dialect.name == "sqlite":
        for name, (moment, which) in _TRIGGERS.items():
            op.execute(
                f"CREATE TRIGGER coverages_{name} AFTER {moment} BEGIN {_FORGET} {which}; END"
            )
