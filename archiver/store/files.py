"""Linked files: which answers gave them, what they say, and where a page names them.

A file is known by its address, its text by its bytes: the same file got again costs one row.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import (
    Connection,
    delete,
    func,
    insert,
    literal_column,
    or_,
    select,
    text,
    update,
)

from archiver.addresses import page_identity
from archiver.records import Capture
from archiver.records.attached import AttachedFile
from archiver.store import tables as t
from archiver.store.asking import AnyRow, AnySelect, Asking, newest_answer, speaking
from archiver.store.extracts import Extract, extracts
from archiver.store.inserts import Inserts
from archiver.store.rows import timestamp
from archiver.store.search import PARAGRAPH, Question, spaced

_FRESH = select(t.FileText.id, t.FileText.format, t.FileText.text).where(t.UNINDEXED_FILE)
# A line of Chinese that runs on into the next.
_WRAPPED = re.compile(r"(?<=[^\W\x00-\x7f])\n(?=[^\W\x00-\x7f])")
_BATCH = 200


def save_file(
    connection: Connection,
    inserts: Inserts,
    file: AttachedFile,
    capture: Capture,
    via: Iterable[str] = (),
) -> bool:
    """Keep what ``capture`` was and says; whether it is a file that was not held yet.

    ``via`` are the addresses that led there.
    """
    values = {**capture.model_dump(), "time": timestamp(capture.time)}
    capture_id = values.pop("id")
    inserts.missing(connection, "sites", [(capture.site, None, None, None, None, None)])
    held = connection.execute(select(t.File.id).where(t.File.id == capture_id)).scalar()
    inserts.missing(
        connection, "files", [(capture_id, page_identity(capture.url), *values.values())]
    )
    _keep_ways(connection, page_identity(capture.url), set(map(page_identity, via)))
    said = {"format": file.format, "text": file.text, "problem": file.problem}
    row = {"payload_digest": capture.payload_digest, **said, "parser": file.parser}
    if inserts.numbered(connection, "file_texts", {**row, "indexed": False}) is None:
        _read_again(connection, file, capture.payload_digest)
    return held is None


def _keep_ways(connection: Connection, target: str, identities: set[str]) -> None:
    """Note which addresses led to a file now, in the place of what they led to before."""
    connection.execute(
        delete(t.MovedFile).where(t.MovedFile.identity.in_([target, *sorted(identities)]))
    )
    for identity in sorted(identities - {target}):
        connection.execute(insert(t.MovedFile).values(identity=identity, target=target))


def _read_again(connection: Connection, file: AttachedFile, payload_digest: str) -> None:
    """Put what is read now in the place of what was read before."""
    same = t.FileText.payload_digest == payload_digest
    held = connection.execute(
        select(t.FileText.format, t.FileText.text, t.FileText.problem, t.FileText.parser).where(
            same
        )
    ).one()
    if tuple(held) == (file.format, file.text, file.problem, file.parser):
        return
    values = {"format": file.format, "problem": file.problem, "parser": file.parser}
    connection.execute(update(t.FileText).where(same).values(values))
    if held.text != file.text:
        # The index cannot forget a text, but a number that no text has is found by nobody.
        number = select(func.max(t.FileText.id) + 1).scalar_subquery()
        connection.execute(
            update(t.FileText).where(same).values(id=number, text=file.text, indexed=False)
        )


@dataclass(frozen=True, slots=True)
class FileHit:
    """A file found: its name on the page that links it, that record, and the answer it was.

    ``name`` and ``record`` are None where no page that is held links it.
    """

    url: str
    format: str
    capture: str
    name: str | None
    record: str | None
    extracts: tuple[Extract, ...]


@dataclass(frozen=True, slots=True)
class FilesFound:
    """``hits`` are the best of ``total`` files."""

    total: int
    hits: tuple[FileHit, ...]


class FileSearching(Asking):
    """Questions in words to the texts of linked files."""

    def search_files(self, question: Question, limit: int) -> FilesFound:
        """The ``limit`` best files that have all the words; none for a question that is narrowed.

        What narrows a question is said of articles, not of files.
        """
        if question != Question(question.words):
            return FilesFound(0, ())
        indexed = self._engine.dialect.name == "sqlite"
        if indexed:
            self._grow_files()
        found = (_indexed if indexed else _scanned)(question)
        counted = found.add_columns(func.count().over().label("total"))
        with self._reading() as connection:
            rows = connection.execute(counted.order_by("rank", "payload_digest").limit(limit)).all()
            hits = tuple(_hit(connection, row, question.words) for row in rows)
        return FilesFound(rows[0].total if rows else 0, hits)

    def attached(self, identity: str) -> list[Capture]:
        """The last answer to each attachment of a record, as far as there is one."""
        said = speaking()
        newest = newest_answer()
        columns = [getattr(t.File, name) for name in Capture.model_fields]
        query = (
            select(*columns)
            .select_from(t.Attachment)
            .join(said, said.c.version_id == t.Attachment.version_id)
            .join(t.File, t.File.id == newest)
            .where(said.c.identity == identity)
            .order_by(t.Attachment.position)
        )
        return [Capture.model_validate(dict(row._mapping)) for row in self._rows(query)]

    def _grow_files(self) -> None:
        while fresh := list(self._rows(_FRESH.limit(_BATCH))):
            rows = [(row.id, _body(row)) for row in fresh if row.text is not None]
            done = t.FileText.id.in_([row.id for row in fresh])
            with self._engine.connect().execution_options(writes=True) as writing, writing.begin():
                if rows:
                    insert = "INSERT INTO search_files (rowid, body) VALUES (?, ?)"
                    writing.exec_driver_sql(insert, rows)
                writing.execute(update(t.FileText).where(done).values(indexed=True))


def _body(row: AnyRow) -> str:
    return PARAGRAPH.join(map(spaced, _paragraphs(row)))


def _paragraphs(row: AnyRow) -> list[str]:
    """The paragraphs of a file's text; a PDF has only lines, which end where the paper does."""
    text: str = _WRAPPED.sub("", row.text) if row.format == "pdf" else row.text
    return text.split("\n")


def _columns(query: AnySelect) -> AnySelect:
    return query.add_columns(
        t.FileText.payload_digest.label("payload_digest"), t.FileText.format, t.FileText.text
    )


def _indexed(question: Question) -> AnySelect:
    phrases = " AND ".join(f'"{spaced(word)}"' for word in question.words)
    matches = (
        select(literal_column("rowid").label("id"), literal_column("rank").label("rank"))
        .select_from(text("search_files"))
        .where(text("search_files MATCH :phrases").bindparams(phrases=phrases))
        .cte("matches")
    )
    query: AnySelect = select(matches.c.rank).join(t.FileText, t.FileText.id == matches.c.id)
    return _columns(query)


def _scanned(question: Question) -> AnySelect:
    query: AnySelect = select(literal_column("0").label("rank")).select_from(t.FileText)
    for word in question.words:
        query = query.where(t.FileText.text.icontains(word, autoescape=True))
    return _columns(query)


def _hit(connection: Connection, row: AnyRow, words: tuple[str, ...]) -> FileHit:
    file = connection.execute(
        select(t.File.id, t.File.url, t.File.identity)
        .where(t.File.payload_digest == row.payload_digest)
        .order_by(t.File.time.desc(), t.File.id.desc())
        .limit(1)
    ).one()
    said = speaking()
    moved = select(t.MovedFile.identity).where(t.MovedFile.target == file.identity)
    linked = connection.execute(
        select(t.Attachment.name, said.c.identity)
        .join(said, said.c.version_id == t.Attachment.version_id)
        .where(or_(t.Attachment.identity == file.identity, t.Attachment.identity.in_(moved)))
        .order_by(said.c.identity, t.Attachment.position)
        .limit(1)
    ).one_or_none()
    found = tuple(extracts(_paragraphs(row), words))
    name, record = tuple(linked) if linked else (None, None)
    return FileHit(file.url, row.format, file.id, name, record, found)
