"""A numbered issue of a bulletin series."""

from pydantic import Field

from archiver.records.base import Record
from archiver.records.date import Date


class TocEntry(Record):
    """A line of the 目录; ``article`` is the order of the article it led to, or None."""

    section: str | None = None
    title: str
    subtitle: str | None = None
    contributor: str | None = None
    article: int | None = None


class Recipient(Record):
    """A line of the 报尾: ``label`` 报, 送, 发, 抄送 …; ``text`` the list as printed."""

    label: str
    text: str


class Issue(Record):
    """What the masthead and the tail of an issue say.

    ``series`` is the title without year and number, ``label`` the numbering as printed,
    ``number_end`` the second number of a 合刊, ``total_number`` the 总第N期. ``key`` is
    ``{division of the editor}:{series}:{year}:{number[-number_end]|special[n]|date}`` and None
    while the editor's division or the year is unknown.
    """

    series: str | None = None
    year: int | None = None
    number: int | None = None
    number_end: int | None = None
    total_number: int | None = None
    special: str | None = None
    label: str | None = None
    editor: str | None = None
    date: Date | None = None
    place: str | None = None
    secrecy: str | None = None
    key: str | None = None
    toc: tuple[TocEntry, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    credits: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    editor_note: str | None = None
    confidence: float = Field(default=0.0, ge=0.0, le=1.0)
