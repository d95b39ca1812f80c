"""The whole report of a crawl, beside the parts that are asked for by themselves."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """A column for the report as JSON; earlier crawls have none."""
    op.add_column("crawls", sa.Column("report", TEXT, nullable=True))
