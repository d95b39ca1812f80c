"""The tables, typed. The classes describe the schema and never leave ``archiver.store``.

What a page says hangs on a *version* of that page: ``versions`` holds the whole record as JSON,
one row for each different reading, and the tables from :class:`Section` on hold the same content
in rows that can be asked. They are filled for *live* versions only: the latest reading of each
record a page has carried. Rows are numbered by ``position`` in reading order from 1, so every row
is found by printed order alone. Times are ISO 8601 in UTC with ``Z``, days ISO 8601; both sort as
text.
"""

from typing import ClassVar

from sqlalchemy import BigInteger, ForeignKey, Index, MetaData, Text, UniqueConstraint, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

# Bytewise order on every back end, so that exports come in the same order everywhere.
TEXT = Text().with_variant(Text(collation="C"), "postgresql")


# A question is answered from a partial index only if it is put in the index's own words.
UNINDEXED = text("live AND NOT indexed")
UNINDEXED_FILE = text("NOT indexed")


class Base(DeclarativeBase):
    """Names every constraint, so that migrations can alter them on any back end."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar = {str: TEXT}


class Site(Base):
    """A site that was crawled; ``profile`` is the JSON of its site profile, if it has one."""

    __tablename__ = "sites"
    key: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    division: Mapped[str | None]
    level: Mapped[str | None]
    kind: Mapped[str | None]
    profile: Mapped[str | None]


class Crawl(Base):
    """One crawl; ``reasons`` is a JSON list, ``counts`` and the whole ``report`` are objects."""

    __tablename__ = "crawls"
    id: Mapped[str] = mapped_column(primary_key=True)
    site: Mapped[str] = mapped_column(ForeignKey("sites.key"), index=True)
    started: Mapped[str]
    finished: Mapped[str | None]
    verdict: Mapped[str | None]
    reasons: Mapped[str] = mapped_column(default="[]")
    counts: Mapped[str] = mapped_column(default="{}")
    report: Mapped[str | None]


class Page(Base):
    """An address that gave a page; ``url`` is normalised and is the page's identity."""

    __tablename__ = "pages"
    id: Mapped[int] = mapped_column(primary_key=True)
    url: Mapped[str] = mapped_column(unique=True)
    site: Mapped[str] = mapped_column(ForeignKey("sites.key"), index=True)


class Version(Base):
    """One reading of a page that differs from its other readings.

    ``identity`` is the identity of the record it carries (issue key or page URL), ``digest`` the
    SHA-256 of ``record``, the page's JSON without its parser. ``capture`` is what it was read from
    when it was stored; the captures that are read so now point here. ``origin`` is ``source``
    when the site had changed and ``parser`` when the same bytes were read anew. ``current`` marks
    what the page says now, ``live`` the latest reading of each identity, ``indexed`` what search
    knows.
    """

    __tablename__ = "versions"
    __table_args__ = (
        UniqueConstraint("page_id", "digest"),
        # What search has not seen yet is found at once, however much there is.
        Index(
            "ix_versions_unindexed",
            "id",
            sqlite_where=UNINDEXED,
            postgresql_where=UNINDEXED,
        ),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    page_id: Mapped[int] = mapped_column(ForeignKey("pages.id"))
    identity: Mapped[str] = mapped_column(index=True)
    digest: Mapped[str]
    parser: Mapped[str]
    origin: Mapped[str]
    capture: Mapped[str]
    current: Mapped[bool]
    live: Mapped[bool]
    indexed: Mapped[bool]
    kind: Mapped[str]
    encoding: Mapped[str]
    title: Mapped[str | None]
    published_text: Mapped[str | None]
    published_edtf: Mapped[str | None]
    published_start: Mapped[str | None]
    published_end: Mapped[str | None]
    source: Mapped[str | None]
    author: Mapped[str | None]
    owner: Mapped[str | None]
    organiser: Mapped[str | None]
    address: Mapped[str | None]
    phone: Mapped[str | None]
    producer: Mapped[str | None]
    icp: Mapped[str | None]
    integrity: Mapped[str]
    score: Mapped[int]
    characters: Mapped[int]
    record: Mapped[str]


class Archived(Base):
    """The evidence: an archived answer."""

    __abstract__ = True
    id: Mapped[str] = mapped_column(primary_key=True, sort_order=-3)
    url: Mapped[str]
    time: Mapped[str]
    status: Mapped[int | None]
    method: Mapped[str]
    content_type: Mapped[str | None]
    file: Mapped[str]
    offset: Mapped[int]
    length: Mapped[int]
    record_digest: Mapped[str]
    payload_digest: Mapped[str] = mapped_column(index=True)
    site: Mapped[str] = mapped_column(ForeignKey("sites.key"))
    crawl: Mapped[str] = mapped_column(index=True)
    truncated: Mapped[str | None]
    revisit_of: Mapped[str | None]
    referrer: Mapped[str | None]
    depth: Mapped[int | None]


class Capture(Archived):
    """An answer and the version that was read from it."""

    __tablename__ = "captures"
    version_id: Mapped[int] = mapped_column(ForeignKey("versions.id"), index=True, sort_order=-2)


class File(Archived):
    """An answer that was a file; ``identity`` is its address normalised, as attachments have it."""

    __tablename__ = "files"
    identity: Mapped[str] = mapped_column(index=True, sort_order=-2)


class MovedFile(Base):
    """An address that led to a file elsewhere; both are normalised as attachments have them."""

    __tablename__ = "moved_files"
    identity: Mapped[str] = mapped_column(primary_key=True)
    target: Mapped[str] = mapped_column(index=True)


class FileText(Base):
    """What files with these bytes are and say; ``indexed`` when search knows it."""

    __tablename__ = "file_texts"
    __table_args__ = (
        Index(
            "ix_file_texts_unindexed",
            "id",
            sqlite_where=UNINDEXED_FILE,
            postgresql_where=UNINDEXED_FILE,
        ),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    payload_digest: Mapped[str] = mapped_column(unique=True)
    format: Mapped[str]
    text: Mapped[str | None]
    problem: Mapped[str | None]
    parser: Mapped[str]
    indexed: Mapped[bool]


class Series(Base):
    """A bulletin series: ``{division}:{name}``, name in comparison form; division may be empty."""

    __tablename__ = "series"
    key: Mapped[str] = mapped_column(primary_key=True)
    division: Mapped[str | None]
    name: Mapped[str]


class Issue(Base):
    """An issue as its preferred witness (``version_id``) prints it.

    ``identity`` is the printed ``key``, or the page's address where no key can be known.
    """

    __tablename__ = "issues"
    id: Mapped[int] = mapped_column(primary_key=True)
    identity: Mapped[str] = mapped_column(unique=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("versions.id"), index=True)
    series_key: Mapped[str] = mapped_column(ForeignKey("series.key"))
    key: Mapped[str | None]
    series: Mapped[str | None]
    year: Mapped[int | None]
    number: Mapped[int | None]
    number_end: Mapped[int | None]
    total_number: Mapped[int | None]
    special: Mapped[str | None]
    label: Mapped[str | None]
    editor: Mapped[str | None]
    date_text: Mapped[str | None]
    date_edtf: Mapped[str | None]
    date_start: Mapped[str | None]
    date_end: Mapped[str | None]
    place: Mapped[str | None]
    secrecy: Mapped[str | None]
    editor_note: Mapped[str | None]
    confidence: Mapped[float]
    __table_args__ = (Index(None, "series_key", "year", "number"),)


class Witness(Base):
    """A live version that carries an issue; one issue may have many."""

    __tablename__ = "witnesses"
    version_id: Mapped[int] = mapped_column(ForeignKey("versions.id"), primary_key=True)
    issue_id: Mapped[int] = mapped_column(ForeignKey("issues.id"), index=True)


class KeptCoverage(Base):
    """What a series was found to cover, as JSON; ``rules`` is the version of how that is found.

    Triggers delete the row when an issue or a witness of the series comes, changes or goes, and
    all rows when the profile of a site does. Only SQLite databases have them and keep coverages.
    """

    __tablename__ = "coverages"
    series_key: Mapped[str] = mapped_column(ForeignKey("series.key"), primary_key=True)
    rules: Mapped[str]
    record: Mapped[str]


class Unit(Base):
    """A resolved contributing unit; the key is ``{division}:{system}:{core}``."""

    __tablename__ = "units"
    key: Mapped[str] = mapped_column(primary_key=True)
    division: Mapped[str]
    system: Mapped[str]
    core: Mapped[str]


class OfVersion(Base):
    """What every table has that holds a live version's content."""

    __abstract__ = True
    version_id: Mapped[int] = mapped_column(
        ForeignKey("versions.id"), primary_key=True, sort_order=-3
    )


class Content(OfVersion):
    """Content of which a page has a list."""

    __abstract__ = True
    position: Mapped[int] = mapped_column(primary_key=True, sort_order=-1)


class ArticleContent(OfVersion):
    """Content of which an article has a list; ``article`` is the article's position."""

    __abstract__ = True
    article: Mapped[int] = mapped_column(primary_key=True, sort_order=-2)
    position: Mapped[int] = mapped_column(primary_key=True, sort_order=-1)


class TocEntry(Content):
    """A line of the 目录."""

    __tablename__ = "toc_entries"
    section: Mapped[str | None]
    title: Mapped[str]
    subtitle: Mapped[str | None]
    contributor: Mapped[str | None]
    article: Mapped[int | None]


class Recipient(Content):
    """A line of the 报尾."""

    __tablename__ = "recipients"
    label: Mapped[str]
    text: Mapped[str]


class Credit(Content):
    """A named role (编辑, 审核 …); ``article`` is None for a role of the whole issue."""

    __tablename__ = "credits"
    article: Mapped[int | None]
    role: Mapped[str]
    name: Mapped[str]


class Section(Content):
    """A section of an issue, in the order of its first article."""

    __tablename__ = "sections"
    title: Mapped[str]


class Article(Content):
    """An article; ``text_digest`` is equal for equal text whatever its blanks and width."""

    __tablename__ = "articles"
    section: Mapped[str | None]
    title: Mapped[str | None]
    subtitle: Mapped[str | None]
    kind: Mapped[str]
    editor_note: Mapped[str | None]
    confidence: Mapped[float]
    characters: Mapped[int]
    text_digest: Mapped[str | None] = mapped_column(index=True)


class Band(Base):
    """One number of the sketch of an article's text; rows of versions no longer live stay."""

    __tablename__ = "bands"
    __table_args__ = ({"sqlite_with_rowid": False},)
    band: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("versions.id"), primary_key=True)
    article: Mapped[int] = mapped_column(primary_key=True)


class Copy(Base):
    """Two texts that resemble each other; whether they are copies their titles decide."""

    __tablename__ = "copies"
    __table_args__ = ({"sqlite_with_rowid": False},)
    text_digest: Mapped[str] = mapped_column(primary_key=True)
    other_digest: Mapped[str] = mapped_column(primary_key=True)
    similarity: Mapped[float]


class Paragraph(ArticleContent):
    """A paragraph; ``anchor`` is made from its words and stays when others come or go."""

    __tablename__ = "paragraphs"
    anchor: Mapped[str]
    kind: Mapped[str]
    text: Mapped[str]


class Contribution(ArticleContent):
    """A contributing unit or person as printed, and the unit it was resolved to."""

    __tablename__ = "contributions"
    text: Mapped[str]
    role: Mapped[str]
    unit: Mapped[str | None]
    person: Mapped[str | None]
    name: Mapped[str | None]
    division: Mapped[str | None]
    key: Mapped[str | None] = mapped_column(ForeignKey("units.key"), index=True)
    basis: Mapped[str]


class DateMention(ArticleContent):
    """A date in an article; offsets are code points of paragraph ``paragraph`` (from 1)."""

    __tablename__ = "date_mentions"
    paragraph: Mapped[int]
    offset_start: Mapped[int]
    offset_end: Mapped[int]
    text: Mapped[str]
    edtf: Mapped[str | None]
    date_start: Mapped[str | None]
    date_end: Mapped[str | None]
    precision: Mapped[str]
    approximate: Mapped[bool]
    flags: Mapped[str]


class Document(OfVersion):
    """The formal parts of a 公文; ``addressees`` is a JSON list."""

    __tablename__ = "documents"
    number: Mapped[str | None] = mapped_column(index=True)
    type: Mapped[str | None]
    issuer: Mapped[str | None]
    addressees: Mapped[str]
    signed_text: Mapped[str | None]
    signed_edtf: Mapped[str | None]
    signed_start: Mapped[str | None]
    signed_end: Mapped[str | None]


class Link(Content):
    """A link as printed."""

    __tablename__ = "links"
    url: Mapped[str | None]
    title: Mapped[str]
    block: Mapped[str]
    date_text: Mapped[str | None]
    date_start: Mapped[str | None]
    date_end: Mapped[str | None]


class Attachment(Content):
    """A linked file; ``identity`` is its address normalised, by which its answers are found."""

    __tablename__ = "attachments"
    url: Mapped[str]
    name: Mapped[str]
    identity: Mapped[str] = mapped_column(index=True, server_default="")


class Finding(Content):
    """One sign of tampering; ``place`` is where on the page."""

    __tablename__ = "findings"
    rule: Mapped[str]
    place: Mapped[str]
    text: Mapped[str]


WITNESSES = Base.metadata.tables["witnesses"]
CONTENT = tuple(
    Base.metadata.tables[mapper.class_.__tablename__]
    for mapper in Base.registry.mappers
    if issubclass(mapper.class_, OfVersion)
)
