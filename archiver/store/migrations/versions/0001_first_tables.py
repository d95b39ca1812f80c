"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """The first tables."""
    op.create_table(
        "copies",
        sa.Column("text_digest", TEXT, nullable=False),
        sa.Column("other_digest", TEXT, nullable=False),
        sa.Column("similarity", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("text_digest", "other_digest", name=op.f("pk_copies")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "series",
        sa.Column("key", TEXT, nullable=False),
        sa.Column("division", TEXT, nullable=True),
        sa.Column("name", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_series")),
    )
    op.create_table(
        "sites",
        sa.Column("key", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=True),
        sa.Column("division", TEXT, nullable=True),
        sa.Column("level", TEXT, nullable=True),
        sa.Column("kind", TEXT, nullable=True),
        sa.Column("profile", TEXT, nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_sites")),
    )
    op.create_table(
        "units",
        sa.Column("key", TEXT, nullable=False),
        sa.Column("division", TEXT, nullable=False),
        sa.Column("system", TEXT, nullable=False),
        sa.Column("core", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_units")),
    )
    op.create_table(
        "crawls",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("site", TEXT, nullable=False),
        sa.Column("started", TEXT, nullable=False),
        sa.Column("finished", TEXT, nullable=True),
        sa.Column("verdict", TEXT, nullable=True),
        sa.Column("reasons", TEXT, nullable=False),
        sa.Column("counts", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["site"], ["sites.key"], name=op.f("fk_crawls_site_sites")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_crawls")),
    )
    with op.batch_alter_table("crawls", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_crawls_site"), ["site"], unique=False)

    op.create_table(
        "pages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("url", TEXT, nullable=False),
        sa.Column("site", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["site"], ["sites.key"], name=op.f("fk_pages_site_sites")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pages")),
        sa.UniqueConstraint("url", name=op.f("uq_pages_url")),
    )
    with op.batch_alter_table("pages", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pages_site"), ["site"], unique=False)

    op.create_table(
        "versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("identity", TEXT, nullable=False),
        sa.Column("digest", TEXT, nullable=False),
        sa.Column("parser", TEXT, nullable=False),
        sa.Column("origin", TEXT, nullable=False),
        sa.Column("capture", TEXT, nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.Column("indexed", sa.Boolean(), nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("encoding", TEXT, nullable=False),
        sa.Column("title", TEXT, nullable=True),
        sa.Column("published_text", TEXT, nullable=True),
        sa.Column("published_edtf", TEXT, nullable=True),
        sa.Column("published_start", TEXT, nullable=True),
        sa.Column("published_end", TEXT, nullable=True),
        sa.Column("source", TEXT, nullable=True),
        sa.Column("author", TEXT, nullable=True),
        sa.Column("owner", TEXT, nullable=True),
        sa.Column("organiser", TEXT, nullable=True),
        sa.Column("address", TEXT, nullable=True),
        sa.Column("phone", TEXT, nullable=True),
        sa.Column("producer", TEXT, nullable=True),
        sa.Column("icp", TEXT, nullable=True),
        sa.Column("integrity", TEXT, nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("characters", sa.Integer(), nullable=False),
        sa.Column("record", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name=op.f("fk_versions_page_id_pages")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_versions")),
        sa.UniqueConstraint("page_id", "digest", name=op.f("uq_versions_page_id_digest")),
    )
    with op.batch_alter_table("versions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_versions_identity"), ["identity"], unique=False)
        batch_op.create_index(
            "ix_versions_unindexed",
            ["id"],
            unique=False,
            sqlite_where=sa.text("live AND NOT indexed"),
            postgresql_where=sa.text("live AND NOT indexed"),
        )

    op.create_table(
        "articles",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("section", TEXT, nullable=True),
        sa.Column("title", TEXT, nullable=True),
        sa.Column("subtitle", TEXT, nullable=True),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("editor_note", TEXT, nullable=True),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("characters", sa.Integer(), nullable=False),
        sa.Column("text_digest", TEXT, nullable=True),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.id"], name=op.f("fk_articles_version_id_versions")
        ),
        sa.PrimaryKeyConstraint("version_id", "position", name=op.f("pk_articles")),
    )
    with op.batch_alter_table("articles", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_articles_text_digest"), ["text_digest"], unique=False)

    op.create_table(
        "attachments",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("url", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.id"], name=op.f("fk_attachments_version_id_versions")
        ),
        sa.PrimaryKeyConstraint("version_id", "position", name=op.f("pk_attachments")),
    )
    op.create_table(
        "bands",
        sa.Column("band", sa.BigInteger(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.id"], name=op.f("fk_bands_version_id_versions")
        ),
        sa.PrimaryKeyConstraint("band", "version_id", "article", name=op.f("pk_bands")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "captures",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
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
        sa.ForeignKeyConstraint(["site"], ["sites.key"], name=op.f("fk_captures_site_sites")),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.id"], name=op.f("fk_captures_version_id_versions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_captures")),
    )
    with op.batch_alter_table("captures", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_captures_crawl"), ["crawl"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_captures_payload_digest"), ["payload_digest"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_captures_version_id"), ["version_id"], unique=False)

    op.create_table(
        "contributions",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("role", TEXT, nullable=False),
        sa.Column("unit", TEXT, nullable=True),
        sa.Column("person", TEXT, nullable=True),
        sa.Column("name", TEXT, nullable=True),
        sa.Column("division", TEXT, nullable=True),
        sa.Column("key", TEXT, nullable=True),
        sa.Column("basis", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["key"], ["units.key"], name=op.f("fk_contributions_key_units")),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.id"], name=op.f("fk_contributions_version_id_versions")
        ),
        sa.PrimaryKeyConstraint("version_id", "article", "position", name=op.f("pk_contributions")),
    )
    with op.batch_alter_table("contributions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contributions_key"), ["key"], unique=False)

    op.create_table(
        "credits",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("article", sa.Integer(), nullable=True),
        sa.Column("role", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.id"], name=op.f("fk_credits_version_id_versions")
        ),
        sa.PrimaryKeyConstraint("version_id", "position", name=op.f("pk_credits")),
    )
    op.create_table(
        "date_mentions",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("paragraph", sa.Integer(), nullable=False),
        sa.Column("offset_start", sa.Integer(), nullable=False),
        sa.Column("offset_end", sa.Integer(), nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("edtf", TEXT, nullable=True),
        sa.Column("date_start", TEXT, nullable=True),
        sa.Column("date_end", TEXT, nullable=True),
        sa.Column("precision", TEXT, nullable=False),
        sa.Column("approximate", sa.Boolean(), nullable=False),
        sa.Column("flags", TEXT, nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.id"], name=op.f("fk_date_mentions_version_id_versions")
        ),
        sa.PrimaryKeyConstraint("version_id", "article", "position", name=op.f("pk_date_mentions")),
    )
    op.create_table(
        "documents",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("number", TEXT, nullable=True),
        sa.Column("type", TEXT, nullable=True),
        sa.Column("issuer", TEXT, nullable=True),
        sa.Column("addressees", TEXT, nullable=False),
        sa.Column("signed_text", TEXT, nullable=True),
        sa.Column("signed_edtf", TEXT, nullable=True),
        sa.Column("signed_start", TEXT, nullable=True),
        sa.Column("signed_end", TEXT, nullable=True),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.id"], name=op.f("fk_documents_version_id_versions")
        ),
        sa.PrimaryKeyConstraint("version_id", name=op.f("pk_documents")),
    )
    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_documents_number"), ["number"], unique=False)

    op.create_table(
        "findings",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("rule", TEXT, nullable=False),
        sa.Column("place", TEXT, nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.id"], name=op.f("fk_findings_version_id_versions")
        ),
        sa.PrimaryKeyConstraint("version_id", "position", name=op.f("pk_findings")),
    )
    op.create_table(
        "issues",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("identity", TEXT, nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("series_key", TEXT, nullable=False),
        sa.Column("key", TEXT, nullable=True),
        sa.Column("series", TEXT, nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("number_end", sa.Integer(), nullable=True),
        sa.Column("total_number", sa.Integer(), nullable=True),
        sa.Column("special", TEXT, nullable=True),
        sa.Column("label", TEXT, nullable=True),
        sa.Column("editor", TEXT, nullable=True),
        sa.Column("date_text", TEXT, nullable=True),
        sa.Column("date_edtf", TEXT, nullable=True),
        sa.Column("date_start", TEXT, nullable=True),
        sa.Column("date_end", TEXT, nullable=True),
        sa.Column("place", TEXT, nullable=True),
        sa.Column("secrecy", TEXT, nullable=True),
        sa.Column("editor_note", TEXT, nullable=True),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["series_key"], ["series.key"], name=op.f("fk_issues_series_key_series")
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.id"], name=op.f("fk_issues_version_id_versions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issues")),
        sa.UniqueConstraint("identity", name=op.f("uq_issues_identity")),
    )
    with op.batch_alter_table("issues", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_issues_series_key_year_number"),
            ["series_key", "year", "number"],
            unique=False,
        )
        batch_op.create_index(batch_op.f("ix_issues_version_id"), ["version_id"], unique=False)

    op.create_table(
        "links",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("url", TEXT, nullable=True),
        sa.Column("title", TEXT, nullable=False),
        sa.Column("block", TEXT, nullable=False),
        sa.Column("date_text", TEXT, nullable=True),
        sa.Column("date_start", TEXT, nullable=True),
        sa.Column("date_end", TEXT, nullable=True),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.id"], name=op.f("fk_links_version_id_versions")
        ),
        sa.PrimaryKeyConstraint("version_id", "position", name=op.f("pk_links")),
    )
    op.create_table(
        "paragraphs",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("anchor", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.id"], name=op.f("fk_paragraphs_version_id_versions")
        ),
        sa.PrimaryKeyConstraint("version_id", "article", "position", name=op.f("pk_paragraphs")),
    )
    op.create_table(
        "recipients",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("label", TEXT, nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.id"], name=op.f("fk_recipients_version_id_versions")
        ),
        sa.PrimaryKeyConstraint("version_id", "position", name=op.f("pk_recipients")),
    )
    op.create_table(
        "sections",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", TEXT, nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.id"], name=op.f("fk_sections_version_id_versions")
        ),
        sa.PrimaryKeyConstraint("version_id", "position", name=op.f("pk_sections")),
    )
    op.create_table(
        "toc_entries",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("section", TEXT, nullable=True),
        sa.Column("title", TEXT, nullable=False),
        sa.Column("subtitle", TEXT, nullable=True),
        sa.Column("contributor", TEXT, nullable=True),
        sa.Column("article", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.id"], name=op.f("fk_toc_entries_version_id_versions")
        ),
        sa.PrimaryKeyConstraint("version_id", "position", name=op.f("pk_toc_entries")),
    )
    op.create_table(
        "witnesses",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("issue_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["issue_id"], ["issues.id"], name=op.f("fk_witnesses_issue_id_issues")
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.id"], name=op.f("fk_witnesses_version_id_versions")
        ),
        sa.PrimaryKeyConstraint("version_id", name=op.f("pk_witnesses")),
    )
    with op.batch_alter_table("witnesses", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_witnesses_issue_id"), ["issue_id"], unique=False)
