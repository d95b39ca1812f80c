"""Linked files: their answers, their texts, and the full-text index of SQLite databases."""

import sqlalchemy as sa
from alembic import op

from archiver.addresses import page_identity

revision = "0004"
down_revision = "0003"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Linked files: their answers, their texts, and the full-text index of SQLite databases."""
    op.create_table(
        "files",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("identity", TEXT, nullable=False),
        sa.Column("url", TEXT, nullable=False),
        sa.Column("time", TEXT, nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("method", TEXT, nullable=False),
        sa.Column("content_type", TEXT, nullable=True),
        sa.Column("file", TEXT, nullable=False),
        sa.Column("offset", sa.Integer(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("record_digest", TEXT, nullable=False),
        sa.Column("payload_digest", TEXT, nullable=False),
        sa.Column("site", TEXT, nullable=False),
        sa.Column("crawl", TEXT, nullable=False),
        sa.Column("truncated", TEXT, nullable=True),
        sa.Column("revisit_of", TEXT, nullable=True),
        sa.Column("referrer", TEXT, nullable=True),
        sa.Column("depth", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["site"], ["sites.key"], name=op.f("fk_files_site_sites")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_files")),
    )
    for column in ("crawl", "identity", "payload_digest"):
        op.create_index(op.f(f"ix_files_{column}"), "files", [column])
    op.create_table(
        "file_texts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("payload_digest", TEXT, nullable=False),
        sa.Column("format", TEXT, nullable=False),
        sa.Column("text", TEXT, nullable=True),
        sa.Column("problem", TEXT, nullable=True),
        sa.Column("parser", TEXT, nullable=False),
        sa.Column("indexed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_file_texts")),
        sa.UniqueConstraint("payload_digest", name=op.f("uq_file_texts_payload_digest")),
    )
    unindexed = sa.text("NOT indexed")
    op.create_index(
        "ix_file_texts_unindexed",
        "file_texts",
        ["id"],
        sqlite_where=unindexed,
        postgresql_where=unindexed,
    )
    _name_attachments()
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE search_files USING fts5"
            "(body, content = '', tokenize = 'unicode61 remove_diacritics 0')"
        )


def _name_attachments() -> None:
    """Give every attachment the normalised address by which its file is found."""
    op.add_column("attachments", sa.Column("identity", TEXT, nullable=False, server_default=""))
    table = sa.table("attachments", sa.column("url"), sa.column("identity"))
    urls = op.get_bind().execute(sa.select(table.c.url).distinct()).scalars().all()
    for url in urls:
        same = table.c.url == url
        op.execute(sa.update(table).where(same).values(identity=page_identity(url)))
    op.create_index(op.f("ix_attachments_identity"), "attachments", ["identity"])
