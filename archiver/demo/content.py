"""The words of the demo site, read from the TOML files in ``data/`` and checked."""

import datetime
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from pydantic import Field

from archiver.records.base import Record

Style = Literal["br", "p", "word"]


class Contributor(Record):
    """Who sent a piece in: ``printed`` is the whole line, ``text`` the line without its label.

    ``name`` and ``division`` are what a right reading resolves the unit to; ``at`` is where the
    line stands; ``toc`` repeats it in parentheses in the 目录.
    """

    printed: str
    text: str
    unit: str | None = None
    person: str | None = None
    role: Literal["contributor", "author"] = "contributor"
    name: str | None = None
    division: str | None = None
    at: Literal["title", "tail"] = "tail"
    toc: bool = False
    split: tuple[str, ...] = ()


class Paragraph(Record):
    """One printed paragraph; the rows of a table are joined by line breaks, cells by TAB."""

    text: str
    kind: Literal["body", "heading1", "heading2", "table"] = "body"


class Article(Record):
    """A piece of an issue; ``path`` is set when it has a page of its own.

    ``dates`` are some of its dates as printed, in order, with the EDTF they mean.
    """

    title: str | None = None
    subtitle: str | None = None
    section: str | None = None
    kind: Literal["article", "brief"] = "article"
    path: str | None = None
    text: str
    dates: dict[str, str] = Field(default_factory=dict)
    by: tuple[Contributor, ...] = ()

    @property
    def pages(self) -> tuple[tuple[Paragraph, ...], ...]:
        """The paragraphs, cut where a line ``=`` starts a new page; a brief opens with △."""
        text = f"△{self.text.lstrip()}" if self.kind == "brief" else self.text
        return tuple(paragraphs(part) for part in text.split("\n=\n"))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs in reading order."""
        return tuple(p for page in self.pages for p in page)


class Issue(Record):
    """A numbered bulletin; ``masthead`` holds its first lines as printed."""

    path: str
    headline: str
    series: str
    year: int
    number: int | None = None
    number_end: int | None = None
    total_number: int | None = None
    special: str | None = None
    label: str
    masthead: tuple[str, ...]
    editor: str
    date: datetime.date
    secrecy: str | None = None
    published: datetime.date
    info: bool = True
    style: Style
    toc: bool | Literal["links"] = False
    section_line: str | None = None
    editor_note: str | None = None
    credits: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    recipients: tuple[tuple[str, str], ...] = ()
    copies: str | None = None
    poisoned: bool = False
    duplicate: str | None = None
    articles: tuple[Article, ...] = Field(alias="article")


class Notice(Record):
    """A 公文; ``attachments`` are (file name, kind, link text)."""

    id: int
    title: str
    number: str
    type: str
    addressees: tuple[str, ...]
    published: datetime.date
    issuer: str
    signed: datetime.date
    signed_printed: str
    attachments: tuple[tuple[str, Literal["doc", "docx", "pdf"], str], ...] = ()
    text: str

    @property
    def path(self) -> str:
        """Address on the site, with its query."""
        return f"/shownews.asp?id={self.id}"


class News(Record):
    """A plain news item; ``info`` is the line under its title as printed."""

    id: int
    title: str
    published: datetime.date
    info: str
    source: str | None = None
    author: str | None = None
    encoding: Literal["gbk", "utf-8"] = "gbk"
    broken: bool = False
    spam: bool = False
    text: str

    @property
    def path(self) -> str:
        """Address on the site."""
        return f"/dongtai/{self.published:%Y%m}/t{self.published:%Y%m%d}_{self.id}.htm"


class Case(Record):
    """A legal case of the column 以案说法."""

    id: int
    title: str
    published: datetime.date
    text: str

    @property
    def path(self) -> str:
        """Address on the site."""
        return f"/falv/{self.published:%Y}/{self.id}.html"


class Column(Record):
    """A column of the navigation; ``path`` is its first list page."""

    key: str
    name: str
    path: str


class About(Record):
    """The page 工会概况: neither news nor bulletin."""

    title: str
    path: str
    text: str


class Poison(Record):
    """What a hijacker wrote into some pages."""

    brand: str
    links: tuple[tuple[str, str], ...]


class Facts(Record):
    """Facts of the site as a whole."""

    name: str
    division: str
    prefecture: str
    footer: dict[str, str]
    poison: Poison
    columns: tuple[Column, ...] = Field(alias="column")
    about: About

    def column(self, key: str) -> Column:
        """The column called ``key``."""
        return next(c for c in self.columns if c.key == key)


class Content(Record):
    """Everything the site says; issues, notices, news and cases in order of time."""

    facts: Facts
    issues: tuple[Issue, ...]
    notices: tuple[Notice, ...]
    news: tuple[News, ...]
    cases: tuple[Case, ...]


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Paragraphs of a content text: one a line, consecutive ``| a | b`` lines one table."""
    found: list[Paragraph] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        mark, _, rest = line.partition(" ")
        if mark == "|":
            row = "\t".join(cell.strip() for cell in rest.split("|"))
            if found and found[-1].kind == "table":
                row = f"{found.pop().text}\n{row}"
            found.append(Paragraph(text=row, kind="table"))
        elif mark == "#":
            found.append(Paragraph(text=rest, kind="heading1"))
        elif mark == "##":
            found.append(Paragraph(text=rest, kind="heading2"))
        else:
            found.append(Paragraph(text=line))
    return tuple(found)


@cache
def load() -> Content:
    """Read and check the content files."""
    issues = (*_read("issues_2008")["issue"], *_read("issues_2009")["issue"])
    return Content.model_validate(
        {
            "facts": _read("site"),
            "issues": issues,
            "notices": _read("notices")["notice"],
            "news": _read("news")["news"],
            "cases": _read("legal")["case"],
        }
    )


def frame() -> str:
    """The page template, with the placeholders of ``string.Template``."""
    return (files(__package__) / "data" / "frame.html").read_text(encoding="utf-8")


def _read(name: str) -> dict[str, Any]:
    text = (files(__package__) / "data" / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
