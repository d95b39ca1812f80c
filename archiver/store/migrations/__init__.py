"""Alembic migrations, inside the package so that an installed archiver can migrate."""

HEAD = "0006"
