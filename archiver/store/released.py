"""The tables that are handed out: the store's content under printed keys instead of row numbers.

Everything hangs on a *record*: an issue, or a page without issue, named by its identity. Of several
witnesses of an issue only the preferred one's content is handed out; all are listed as evidence.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from sqlalchemy import (
    ColumnElement,
    ScalarSelect,
    Subquery,
    and_,
    cast,
    distinct,
    func,
    literal,
    select,
    union,
    union_all,
)
from sqlalchemy.orm import InstrumentedAttribute

from archiver.store import tables as t
from archiver.store.asking import AnySelect, Selection, newest_answer, speaking
from archiver.store.tables import TEXT, Base

ColumnType = Literal[
    "string", "integer", "number", "boolean", "date", "datetime", "array", "object"
]


@dataclass(frozen=True, slots=True)
class ReleasedColumn:
    """A column: its name, its type in the terms of Table Schema, and the table it refers to."""

    name: str
    type: ColumnType
    refers_to: str | None = None
    required: bool = False


@dataclass(frozen=True)
class ReleasedTable:
    """A table: its columns, those that identify a row, and the query that gives its rows.

    ``copies`` has no query: which texts are one is found out in steps.
    """

    name: str
    columns: tuple[ReleasedColumn, ...]
    key: tuple[str, ...]
    query: AnySelect | None


COPIES = ReleasedTable(
    "copies",
    (
        ReleasedColumn("record", "string", "records", required=True),
        ReleasedColumn("article", "integer", required=True),
        ReleasedColumn("of_record", "string", "records"),
        ReleasedColumn("of_article", "integer"),
        ReleasedColumn("similarity", "number"),
    ),
    ("record", "article"),
    None,
)


_DATES = (
    "published_start",
    "published_end",
    "date_start",
    "date_end",
    "signed_start",
    "signed_end",
    "date",
)
_ARRAYS = ("flags", "addressees")
_REFERS = {"record": "records", "site": "sites", "capture": "captures", "series_key": "series"}


@lru_cache(maxsize=8)  # composing the questions takes longer than a small store's answers
def released_tables(selection: Selection) -> tuple[ReleasedTable, ...]:
    """All tables of a release, those referred to before those that refer to them."""
    said = speaking(selection)
    makers = (_sites, _captures, _same_payload, _records, _series, _issues, _witnesses, _units)
    tables = [make(said) for make in makers]
    tables += [_content(said, name, keys) for name, keys in _CONTENT.items()]
    return (*tables, _files(said), COPIES, _unit_issue(said), _unit_article(said))


_CONTENT: dict[str, tuple[str, ...]] = {
    "sections": ("record", "position"),
    "articles": ("record", "position"),
    "paragraphs": ("record", "article", "position"),
    "contributions": ("record", "article", "position"),
    "date_mentions": ("record", "article", "position"),
    "toc_entries": ("record", "position"),
    "recipients": ("record", "position"),
    "credits": ("record", "position"),
    "documents": ("record",),
    "links": ("record", "position"),
    "attachments": ("record", "position"),
    "findings": ("record", "position"),
}


def _table(
    name: str, key: Sequence[str], query: AnySelect, refers: dict[str, str] | None = None
) -> ReleasedTable:
    refers = _REFERS | (refers or {})
    columns = tuple(
        ReleasedColumn(
            name=column.name,
            type=_type(column),
            refers_to=None if refers.get(column.name) == name else refers.get(column.name),
            required=column.name in key,
        )
        for column in query.selected_columns
    )
    return ReleasedTable(name, columns, tuple(key), query.order_by(*_order(query, key)))


def _order(query: AnySelect, key: Sequence[str]) -> list[ColumnElement[Any]]:
    return [query.selected_columns[name] for name in key]


def _type(column: Any) -> ColumnType:
    if column.name in _DATES:
        return "date"
    if column.name in _ARRAYS:
        return "array"
    if column.name == "time":
        return "datetime"
    python: type = column.type.python_type
    names: dict[type, ColumnType] = {int: "integer", float: "number", bool: "boolean"}
    return names.get(python, "string")


def _sites(said: Subquery) -> ReleasedTable:
    captured = (
        select(t.Capture.site)
        .join(t.Version, t.Version.id == t.Capture.version_id)
        .where(_witnessing(said))
    )
    of_page = (
        select(t.Page.site).join(t.Version, t.Version.page_id == t.Page.id).where(_witnessing(said))
    )
    of_file = select(t.File.site).where(t.File.id.in_(select(_answers(said).c.capture)))
    query = select(t.Site.key, t.Site.name, t.Site.division, t.Site.level, t.Site.kind).where(
        t.Site.key.in_(captured) | t.Site.key.in_(of_page) | t.Site.key.in_(of_file)
    )
    return _table("sites", ("key",), query)


def _witnessing(said: Subquery) -> ColumnElement[bool]:
    """Versions that carry a selected record: the speaking ones and the other witnesses."""
    # By the issue's own version: joined by issue, SQLite would try every version for each witness.
    others = (
        select(t.Witness.version_id)
        .join(t.Issue, t.Issue.id == t.Witness.issue_id)
        .where(t.Issue.version_id.in_(select(said.c.version_id)))
    )
    return t.Version.id.in_(select(said.c.version_id)) | t.Version.id.in_(others)


def _captures(said: Subquery) -> ReleasedTable:
    columns = [column for column in t.Capture.__table__.columns if column.name != "version_id"]
    query = (
        select(*columns)
        .join(t.Version, t.Version.id == t.Capture.version_id)
        .where(_witnessing(said))
    )
    of_files = select(*(t.File.__table__.c[column.name] for column in columns)).where(
        t.File.id.in_(select(_answers(said).c.capture))
    )
    every = union(query, of_files).subquery()
    return _table("captures", ("id",), select(every))


def _answers(said: Subquery) -> Subquery:
    """The attachments of selected records that were got, each with the last answer it was in."""
    newest = newest_answer()
    query = (
        select(said.c.identity.label("record"), t.Attachment.position, newest.label("capture"))
        .join(said, said.c.version_id == t.Attachment.version_id)
        .subquery()
    )
    return select(query).where(query.c.capture.is_not(None)).subquery()


def _files(said: Subquery) -> ReleasedTable:
    """What the attachments were, and what they say."""
    got = _answers(said)
    query = (
        select(got.c.record, got.c.position, got.c.capture, t.File.payload_digest)
        .add_columns(t.FileText.format, t.FileText.problem, t.FileText.parser, t.FileText.text)
        .select_from(got)
        .join(t.File, t.File.id == got.c.capture)
        .join(t.FileText, t.FileText.payload_digest == t.File.payload_digest)
    )
    return _table("files", ("record", "position"), query)


def _same_payload(said: Subquery) -> ReleasedTable:
    """The addresses whose answers have the same bytes as another's; ``capture`` is the first."""
    bodies = (
        select(
            t.Capture.payload_digest,
            t.Capture.url,
            func.count().label("captures"),
            func.count().over(partition_by=t.Capture.payload_digest).label("addresses"),
        )
        .join(t.Version, t.Version.id == t.Capture.version_id)
        .where(_witnessing(said))
        .group_by(t.Capture.payload_digest, t.Capture.url)
        .subquery()
    )
    first = (
        select(t.Capture.id)
        .where(
            t.Capture.payload_digest == bodies.c.payload_digest,
            t.Capture.url == bodies.c.url,
        )
        .order_by(t.Capture.time, t.Capture.id)
        .limit(1)
        .scalar_subquery()
    )
    query = select(
        bodies.c.payload_digest, bodies.c.url, bodies.c.captures, first.label("capture")
    ).where(bodies.c.addresses > 1)
    return _table("same_payload", ("payload_digest", "url"), query)


def _records(said: Subquery) -> ReleasedTable:
    own = {"id", "page_id", "identity", "origin", "capture", "current", "live", "indexed", "record"}
    columns = [column for column in t.Version.__table__.columns if column.name not in own]
    capture = _first_capture(t.Capture.id).label("capture")
    payload = _first_capture(t.Capture.payload_digest).label("payload_digest")
    query = (
        select(said.c.identity.label("record"), t.Page.site, t.Page.url, capture, payload)
        .add_columns(*columns)
        .join(t.Version, t.Version.id == said.c.version_id)
        .join(t.Page, t.Page.id == t.Version.page_id)
    )
    return _table("records", ("record",), query)


def _first_capture(column: InstrumentedAttribute[str]) -> ScalarSelect[str]:
    """A column of the first capture that was read as the version at hand."""
    return (
        select(column)
        .where(t.Capture.version_id == t.Version.id)
        .order_by(t.Capture.time, t.Capture.id)
        .limit(1)
        .correlate(t.Version)
        .scalar_subquery()
    )


def _series(said: Subquery) -> ReleasedTable:
    held = select(t.Issue.series_key).where(t.Issue.version_id.in_(select(said.c.version_id)))
    query = select(t.Series.key, t.Series.division, t.Series.name).where(t.Series.key.in_(held))
    return _table("series", ("key",), query)


def _issues(said: Subquery) -> ReleasedTable:
    own = {"id", "identity", "version_id"}
    columns = [column for column in t.Issue.__table__.columns if column.name not in own]
    query = select(said.c.identity.label("record"), *columns).join(
        t.Issue, t.Issue.id == said.c.issue_id
    )
    return _table("issues", ("record",), query)


def _witnesses(said: Subquery) -> ReleasedTable:
    """The pages a record is found on; ``capture`` is the first that was read so."""
    query = (
        select(
            said.c.identity.label("record"),
            t.Page.url,
            t.Version.integrity,
            (t.Version.id == said.c.version_id).label("preferred"),
            _first_capture(t.Capture.id).label("capture"),
        )
        .select_from(said)
        .outerjoin(t.Witness, t.Witness.issue_id == said.c.issue_id)
        .join(t.Version, t.Version.id == func.coalesce(t.Witness.version_id, said.c.version_id))
        .join(t.Page, t.Page.id == t.Version.page_id)
    )
    return _table("witnesses", ("record", "url", "capture"), query)


def _units(said: Subquery) -> ReleasedTable:
    named = (
        select(t.Contribution.key, func.min(t.Contribution.name).label("name"))
        .join(said, said.c.version_id == t.Contribution.version_id)
        .where(t.Contribution.key.is_not(None))
        .group_by(t.Contribution.key)
        .subquery()
    )
    query = select(t.Unit.key, named.c.name, t.Unit.division, t.Unit.system, t.Unit.core).join(
        named, named.c.key == t.Unit.key
    )
    return _table("units", ("key",), query)


def _content(said: Subquery, name: str, key: Sequence[str]) -> ReleasedTable:
    """A content table as it is, with the record's identity for the version's number."""
    table = Base.metadata.tables[name]
    columns: list[ColumnElement[Any]] = [
        column for column in table.columns if column.name not in ("version_id", "identity")
    ]
    if name == "paragraphs":
        columns.insert(0, _paragraph_id(said).label("id"))
        columns = [column for column in columns if column.name != "anchor"]
    query = select(said.c.identity.label("record"), *columns).join(
        table, table.c.version_id == said.c.version_id
    )
    refers = {"key": "units"} if name == "contributions" else {}
    return _table(name, key, query, refers)


def _paragraph_id(said: Subquery) -> ColumnElement[str]:
    article = cast(t.Paragraph.article, TEXT)
    return said.c.identity + literal("#") + article + literal(".") + t.Paragraph.anchor


def _unit_issue(said: Subquery) -> ReleasedTable:
    """Which unit sent how many articles to which issue."""
    query = (
        select(
            t.Contribution.key.label("unit"),
            said.c.identity.label("record"),
            func.count(distinct(t.Contribution.article)).label("articles"),
            _day(said),
        )
        .join(said, said.c.version_id == t.Contribution.version_id)
        .where(and_(t.Contribution.key.is_not(None), said.c.issue_id.is_not(None)))
        .group_by(t.Contribution.key, said.c.identity, said.c.day)
    )
    return _table("unit_issue", ("unit", "record"), query, {"unit": "units"})


def _unit_article(said: Subquery) -> ReleasedTable:
    """Which unit sent which article."""
    query = (
        select(
            t.Contribution.key.label("unit"),
            said.c.identity.label("record"),
            t.Contribution.article,
            _day(said),
        )
        .join(said, said.c.version_id == t.Contribution.version_id)
        .where(t.Contribution.key.is_not(None))
        .distinct()
    )
    return _table("unit_article", ("unit", "record", "article"), query, {"unit": "units"})


def _day(said: Subquery) -> ColumnElement[str | None]:
    """The day the record bears, None when it bears none."""
    return func.nullif(said.c.day, "").label("date")


def texts(selection: Selection) -> AnySelect:
    """Record, article and paragraph text of everything, in reading order."""
    said = speaking(selection)
    return (
        select(said.c.identity.label("record"), t.Paragraph.article, t.Paragraph.text)
        .join(t.Paragraph, t.Paragraph.version_id == said.c.version_id)
        .order_by(said.c.identity, t.Paragraph.article, t.Paragraph.position)
    )


def persons(selection: Selection) -> AnySelect:
    """Record, name and whether it is the page's author, of all that may be names of persons."""
    said = speaking(selection)
    record, known, author = said.c.identity.label("record"), literal(False), literal(True)
    named = [
        select(record, column.label("name"), flag.label("is_author"))
        .join(said, said.c.version_id == version)
        .where(column.is_not(None))
        for column, version, flag in (
            (t.Contribution.person, t.Contribution.version_id, known),
            (t.Credit.name, t.Credit.version_id, known),
            (t.Version.author, t.Version.id, author),
        )
    ]
    every = union_all(*named).subquery()
    return select(every).order_by(every.c.record, every.c.name)
