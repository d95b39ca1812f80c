"""``bulletins.sqlite``: all tables in one SQLite file, with a search index and a few views.

It opens in anything that reads SQLite. ``article_search`` is a full-text index over ``articles``,
joined by ``rowid``; every Han character is a word in it, so words of a question are written with
blanks between their characters: ``MATCH '"工 会"'``.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from archiver.store.released import ReleasedTable
from archiver.store.search import spaced
from exports.stream import Stream

_TYPES = {"integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
_VIEWS = """
CREATE VIEW distinct_articles AS
    SELECT articles.* FROM articles LEFT JOIN copies
        ON copies.record = articles.record AND copies.article = articles.position
    WHERE copies.record IS NULL;
CREATE VIEW issue_list AS
    SELECT issues.series, issues.year, issues.number, issues.label, issues.date_edtf,
        (SELECT count(*) FROM articles WHERE articles.record = issues.record) AS articles,
        records.integrity, issues.record
    FROM issues JOIN records USING (record)
    ORDER BY issues.series_key, issues.year, issues.number, issues.record;
CREATE VIEW unit_list AS
    SELECT units.key, units.name, units.division, count(*) AS articles
    FROM units JOIN unit_article ON unit_article.unit = units.key
    GROUP BY units.key ORDER BY articles DESC, units.key;
"""


def write(stream: Stream, folder: Path) -> None:
    """Write ``folder/bulletins.sqlite``; raise OSError when that cannot be."""
    path = folder / "bulletins.sqlite"
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        _fill(connection, stream)
    except sqlite3.OperationalError as error:
        raise OSError(f"{path.name}: {error}") from error
    finally:
        connection.close()
    path.chmod(0o444)


def _fill(connection: sqlite3.Connection, stream: Stream) -> None:
    # Nobody sees the file before it is whole, and a broken one is thrown away.
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("BEGIN")
    for table, rows in stream.tables():
        connection.execute(_create(table))
        marks = ", ".join("?" * len(table.columns))
        values = (tuple(row) for row in rows)
        connection.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', values)
        for column in table.columns:
            if column.refers_to and column.name != table.key[0]:
                connection.execute(
                    f'CREATE INDEX "{table.name}_{column.name}" ON "{table.name}" ("{column.name}")'
                )
    connection.execute(
        "CREATE VIRTUAL TABLE article_search USING fts5"
        "(title, text, content = '', tokenize = 'unicode61 remove_diacritics 0')"
    )
    connection.executemany(
        "INSERT INTO article_search (rowid, title, text) VALUES (?, ?, ?)",
        _searchable(connection),
    )
    connection.execute("COMMIT")
    connection.executescript(_VIEWS + "ANALYZE; VACUUM;")


def _create(table: ReleasedTable) -> str:
    columns = [
        f'"{column.name}" {_TYPES.get(column.type, "TEXT")}'
        + (" NOT NULL" if column.required else "")
        + (f' REFERENCES "{column.refers_to}"' if column.refers_to else "")
        for column in table.columns
    ]
    key = ", ".join(f'"{name}"' for name in table.key)
    return f'CREATE TABLE "{table.name}" ({", ".join(columns)}, PRIMARY KEY ({key}))'


def _searchable(connection: sqlite3.Connection) -> Iterator[tuple[int, str, str]]:
    rows = connection.execute(
        "SELECT articles.rowid, title, "
        "(SELECT group_concat(text, char(10)) FROM (SELECT text FROM paragraphs"
        " WHERE paragraphs.record = articles.record AND paragraphs.article = articles.position"
        " ORDER BY paragraphs.position)) FROM articles ORDER BY articles.rowid"
    )
    for rowid, title, text in rows:
        yield rowid, spaced(title or ""), spaced(text or "")
