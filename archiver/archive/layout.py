"""The tables of the index. Another layout gets another number, and old ones are made anew."""

import sqlite3

VERSION = 2
_SCHEMA = """
CREATE TABLE IF NOT EXISTS files (
    name TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    sha256 TEXT,
    state TEXT NOT NULL CHECK (state IN ('open', 'closed', 'missing'))
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS captures (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    url TEXT NOT NULL,
    time TEXT NOT NULL,
    status INTEGER,
    method TEXT NOT NULL,
    content_type TEXT,
    file TEXT NOT NULL REFERENCES files (name),
    "offset" INTEGER NOT NULL,
    length INTEGER NOT NULL,
    record_digest TEXT NOT NULL,
    payload_digest TEXT NOT NULL,
    site TEXT NOT NULL,
    crawl TEXT NOT NULL,
    truncated TEXT,
    revisit_of TEXT,
    referrer TEXT,
    depth INTEGER,
    "key" TEXT NOT NULL,
    payload_sha1 TEXT NOT NULL,
    etag TEXT,
    last_modified TEXT
);
CREATE TABLE IF NOT EXISTS crawls (
    id TEXT PRIMARY KEY,
    site TEXT NOT NULL,
    ended TEXT,
    report TEXT
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS captures_key ON captures ("key", crawl);
CREATE INDEX IF NOT EXISTS captures_crawl ON captures (crawl);
CREATE INDEX IF NOT EXISTS captures_payload ON captures (payload_digest);
CREATE UNIQUE INDEX IF NOT EXISTS captures_place ON captures (file, "offset");
"""


def create(database: sqlite3.Connection, found: int) -> None:
    """Make the tables, all at once, in the place of those of the older layout ``found`` (or 0)."""
    database.execute("PRAGMA journal_mode = WAL")
    old = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    dropped = "".join(f'DROP TABLE "{name}";' for (name,) in old) if found else ""
    database.executescript(f"BEGIN; {dropped} {_SCHEMA} PRAGMA user_version = {VERSION}; COMMIT;")
