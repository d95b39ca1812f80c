"""Where the addresses of linked files led, when they were redirected."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """The table; what earlier crawls were told fills it when the records are made again."""
    op.create_table(
        "moved_files",
        sa.Column("identity", TEXT, nullable=False),
        sa.Column("target", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("identity", name=op.f("pk_moved_files")),
    )
    op.create_index(op.f("ix_moved_files_target"), "moved_files", ["target"])
