"""Alembic's environment: the connection is handed over by ``archiver.store.migrations.run``."""

from alembic import context

from archiver.store.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
)
context.run_migrations()
