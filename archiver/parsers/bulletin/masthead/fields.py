"""What a 报头 says of its issue, field by field as they are found."""

import datetime
from dataclasses import dataclass, field

from archiver.parsers.bulletin.dating import month_date
from archiver.parsers.bulletin.masthead.editors import Editors
from archiver.parsers.bulletin.masthead.series import TitleHead
from archiver.parsers.bulletin.numbering import Numbering
from archiver.records import Date


@dataclass(slots=True)
class Masthead:
    """Fields as they are found; ``end`` is the index after the last masthead line."""

    title: TitleHead | None = None
    page_series: str | None = None
    listed: bool = False  # a 目录 follows
    series: str | None = None
    series_is_sure: bool = False
    numbering: Numbering | None = None
    number_line: int | None = None
    editors: Editors = field(default_factory=Editors)
    date: Date | None = None
    printed_month: Date | None = None
    series_year: int | None = None
    secrecy: str | None = None
    lines: list[int] = field(default_factory=list)
    end: int = 0
    text: str = ""
    published: datetime.date | None = None  # the day of the content system's line

    @property
    def is_complete(self) -> bool:
        """Series and number stand in the printed head."""
        return self.series is not None and self.numbering is not None

    @property
    def is_imprinted(self) -> bool:
        """Number, office and day stand there, under whatever name."""
        return self.numbering is not None and self.date is not None and bool(self.editors)

    @property
    def month(self) -> Date | None:
        """2008年5月号 dates the issue to its month, as does 2008年5月 alone on a line."""
        number = self.numbering
        if number is None or not number.month or not number.year or number.month > 12:
            return self.printed_month
        return month_date(number.label, number.year, number.month)

    @property
    def year(self) -> int | None:
        """The year of the number, else of the series, of the date, of the page's title."""
        if self.numbering and self.numbering.year:
            return self.numbering.year
        if self.series_year:
            return self.series_year
        if self.date and self.date.start:
            return self.date.start.year
        return self.title.numbering.year if self.title else None
