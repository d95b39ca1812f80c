"""Full dates in mastheads and tails, found inside a line."""

import calendar
import datetime
import re
from dataclasses import dataclass

from archiver.parsers.bulletin.numbering import han_number
from archiver.records import Date

_HAN = "〇○◯零一二三四五六七八九十廿"
_FULL = re.compile(
    rf"[(（]?\s*(?P<year>(?:19|20)\d\s?\d|[{_HAN}Oo0]{{4}})\s*[年.\-/]\s*(?P<month>\d{{1,2}}|[{_HAN}]{{1,2}})\s*[月.\-/]\s*"
    rf"(?P<day>\d{{1,2}}|[{_HAN}]{{1,3}})(?!\d)\s*[日号曰]?\s*(?:\(?星期[一二三四五六日天]\)?)?\s*(?:[)）]|印发|印|出版|编印|\d{{1,2}}时(?:\d{{1,2}}分)?)?"
)


_MONTH_DAY = re.compile(
    rf"[(]?\s*(?<!\d)(?P<month>\d{{1,2}}|[{_HAN}]{{1,2}})\s*月\s*(?P<day>\d{{1,2}}|[{_HAN}]{{1,3}})\s*日\s*[)]?(?:印发)?$"
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and where it stands, with its parentheses."""

    value: Date
    span: tuple[int, int]


def read_full_date(text: str) -> FoundDate | None:
    """The first full date of a folded line, or None."""
    found = _FULL.search(text)
    if not found:
        return None
    year, month, day = (_number(found[k]) for k in ("year", "month", "day"))
    try:
        when = datetime.date(year or 0, month or 0, day or 0)
    except ValueError:
        return None
    printed = found[0].strip("()（） ")
    date = Date(text=printed, edtf=when.isoformat(), start=when, end=when, precision="day")
    return FoundDate(date, found.span())


def month_date(label: str, year: int, month: int) -> Date:
    """The month an issue names instead of a day."""
    last = calendar.monthrange(year, month)[1]
    return Date(
        text=label,
        edtf=f"{year}-{month:02}",
        start=datetime.date(year, month, 1),
        end=datetime.date(year, month, last),
        precision="month",
    )


def is_date_line(text: str) -> bool:
    """True when a line is a full date and nothing else."""
    found = read_full_date(text) if len(text) <= 30 else None
    return found is not None and found.span[1] - found.span[0] >= len(text) - 3


def read_month_day(text: str, year: int) -> FoundDate | None:
    """2月26日 alone in a masthead cell: the day of the year that the issue's number gives."""
    found = _MONTH_DAY.search(text)
    if not found:
        return None
    try:
        when = datetime.date(year, _number(found["month"]) or 0, _number(found["day"]) or 0)
    except ValueError:
        return None
    flags = ("year_inferred",)
    date = Date(
        text=found[0].strip("() "),
        edtf=when.isoformat(),
        start=when,
        end=when,
        precision="day",
        flags=flags,
    )
    return FoundDate(date, found.span())


def _number(text: str) -> int | None:
    return han_number(
        re.sub("[Oo◯0]", "〇", text)
        if not text.isascii() or "O" in text or "o" in text
        else text.replace(" ", "")
    )
