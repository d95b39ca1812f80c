"""Everything one page says."""

import json
from typing import Literal, Self

from archiver.records.article import Article
from archiver.records.base import Record
from archiver.records.date import Date
from archiver.records.issue import Issue

PageKind = Literal["issue", "article", "document", "listing", "other"]
LinkBlock = Literal[
    "notices",
    "legal_cases",
    "listing",
    "navigation",
    "previous",
    "next",
    "pagination",
    "other",
]
IntegrityStatus = Literal["clean", "suspect", "hijacked_chrome", "hijacked_content", "spam"]


class Link(Record):
    """A link as printed; ``url`` is absolute when the page's own address is known."""

    url: str | None = None
    title: str
    date: Date | None = None
    block: LinkBlock = "other"


class Attachment(Record):
    """A linked file (doc, pdf, xls, rar …)."""

    url: str
    name: str


class Document(Record):
    """The formal parts of a 公文: ``number`` is its 发文字号, ``signed`` its 成文日期."""

    number: str | None = None
    type: str | None = None
    issuer: str | None = None
    addressees: tuple[str, ...] = ()
    signed: Date | None = None


class SiteFacts(Record):
    """What the page prints about its site; None where absent or poisoned."""

    owner: str | None = None
    organiser: str | None = None
    address: str | None = None
    phone: str | None = None
    producer: str | None = None
    icp: str | None = None


class Finding(Record):
    """One sign of tampering: the rule, where on the page, and the text that matched."""

    rule: str
    where: str
    text: str


class Integrity(Record):
    """Whether the page is what it claims to be."""

    status: IntegrityStatus = "clean"
    score: int = 0
    findings: tuple[Finding, ...] = ()


class Page(Record):
    """One parsed page; the record contract of the command line, the exports and the store.

    ``flags`` say what reading the bytes took: ``encoding_overridden``, ``truncated``,
    ``markup_repaired``, ``image_only``, ``parts_missing`` …; ``read_coarsely`` that it has more
    lines or tags than any text, and is kept in fewer, longer lines; ``dates_cut`` that only the
    first of its many dates were read; ``challenge``, ``login_wall``
    and ``soft_404`` that it is not the page that was asked for; ``anachronism`` that a contributor
    bears a name which is years younger than the page's date. ``parts`` are the addresses of the
    pages this one was joined from, in order; empty for a page that stands alone.
    """

    url: str | None = None
    kind: PageKind
    encoding: str
    title: str | None = None
    published: Date | None = None
    source: str | None = None
    author: str | None = None
    issue: Issue | None = None
    articles: tuple[Article, ...] = ()
    document: Document | None = None
    links: tuple[Link, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    site: SiteFacts = SiteFacts()
    integrity: Integrity = Integrity()
    flags: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    parser: str

    @classmethod
    def of_record(cls, record: str, parser: str) -> Self:
        """The page of a ``record``."""
        return cls.model_validate({**json.loads(record), "parser": parser})

    @property
    def has_text(self) -> bool:
        """Whether it has a text of its own, rather than leading to others."""
        return self.kind not in ("listing", "other")

    @property
    def record(self) -> str:
        """The page as JSON, without the parser's version: what reads the same is the same."""
        return self.model_dump_json(exclude={"parser"})
