"""An article of a bulletin, or the one article of a plain page."""

from typing import Literal

from pydantic import Field

from archiver.records.base import Record
from archiver.records.contributor import Contributor
from archiver.records.date import ArticleDate

ParagraphKind = Literal["body", "heading1", "heading2", "table", "caption"]


class Paragraph(Record):
    """One printed paragraph; only outer white space is removed from ``text``.

    A table is one paragraph: rows joined by line breaks, cells by TAB.
    """

    text: str
    kind: ParagraphKind = "body"


class Article(Record):
    """``order`` counts from 1 in reading order; ``title`` is None for an untitled brief."""

    order: int = Field(ge=1)
    section: str | None = None
    title: str | None = None
    subtitle: str | None = None
    kind: Literal["article", "brief"] = "article"
    contributors: tuple[Contributor, ...] = ()
    credits: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    editor_note: str | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    dates: tuple[ArticleDate, ...] = ()
    confidence: float = Field(default=0.0, ge=0.0, le=1.0)
