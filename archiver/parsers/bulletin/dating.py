"""Full dates in mastheads and tails, found inside a line."""

import calendar
import datetime
import re
from dataclasses import dataclass
from typing import Final

from archiver.chinese.dates import read_date
from archiver.chinese.memo import remembered
from archiver.chinese.numerals import CIRCLES
from archiver.records import Date

_HAN: Final = f"{CIRCLES}一二三四五六七八九十廿"
_FULL: Final = re.compile(
    rf"[(（]?\s*(?P<year>(?:19|20)\d\s?\d|[{_HAN}Oo0](?:\s?[{_HAN}Oo0]){{3}}|(?<!\d)\d\d(?=\s?年))\s*(?P<sign>[年.\-/])\s*(?P<month>\d{{1,2}}|[{_HAN}]\s?[{_HAN}]?)\s*[月.\-/]\s*"
    rf"(?P<day>\d{{1,2}}|[{_HAN}](?:\s?[{_HAN}]){{0,2}})(?!\d)\s*[日号曰]?\s*(?:\(?星期[一二三四五六日天]\)?)?\s*(?:[)）]|印发|印|出版|出刊|编印|\d{{1,2}}时(?:\d{{1,2}}分)?)?"
)

_MAY_DATE: Final = re.compile(rf"[\d{_HAN}]\s*[月.\-/]\s*[\d{_HAN}]")
_MONTH: Final = re.compile(
    r"[(]?\s?(?P<year>(?:19|20)\d\d)\s?年\s?(?P<month>1[0-2]|0?[1-9])\s?月\s?[)]?(?:出版|编?印)?"
)
_MONTH_DAY: Final = re.compile(
    rf"[(]?\s*(?<!\d)(?P<month>\d{{1,2}}|[{_HAN}]{{1,2}})\s*月\s*(?P<day>\d{{1,2}}|[{_HAN}]{{1,3}})\s*日\s*[)]?(?:印发)?$"
)

_SOON: Final = datetime.timedelta(days=45)  # from the day of an issue to that of its page
_WRITTEN_AT: Final = re.compile(r"\s?[写]?于[一-龥]{2,16}")  # 2020年2月28日于武汉


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and where it stands, with its parentheses."""

    value: Date
    span: tuple[int, int]


@remembered
def read_full_date(text: str) -> FoundDate | None:
    """The first full date of a folded line, or None."""
    found = _FULL.search(text) if _MAY_DATE.search(text) else None
    if not found:
        return None
    year, month, day = ("".join(found[part].split()) for part in ("year", "month", "day"))
    date = _read(year, month, day, by_units=found["sign"] == "年")
    if date is None:
        return None
    return FoundDate(date.model_copy(update={"text": found[0].strip("()（） ")}), found.span())


def _read(year: str, month: str, day: str, *, by_units: bool = True) -> Date | None:
    return read_date(f"{year}年{month}月{day}日" if by_units else f"{year}-{month}-{day}")


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


def read_month(text: str) -> Date | None:
    """2009年6月 alone: the month of an issue that names no day."""
    found = _MONTH.fullmatch(text)
    return month_date(text, int(found["year"]), int(found["month"])) if found else None


def is_date_line(text: str) -> bool:
    """True when a line is a full date and nothing else, but perhaps where it was written."""
    found = read_full_date(text) if len(text) <= 30 else None
    if found is None:
        return False
    first, last = found.span
    return last - first >= len(text) - 3 or (
        not first and _WRITTEN_AT.fullmatch(text, last) is not None
    )


def read_month_day(text: str, year: int) -> FoundDate | None:
    """2月26日 alone in a masthead cell: the day of the year that the issue's number gives."""
    found = _MONTH_DAY.search(text)
    if not found:
        return None
    date = _read(str(year), found["month"], found["day"])
    if date is None:
        return None
    update = {"text": found[0].strip("() "), "flags": (*date.flags, "year_inferred")}
    return FoundDate(date.model_copy(update=update), found.span())


def read_day_before(text: str, published: datetime.date) -> FoundDate | None:
    """2月26日 alone in a masthead cell: that day, if the page was published soon after it."""
    for year in (published.year, published.year - 1):
        found = read_month_day(text, year)
        start = found.value.start if found else None
        if start and datetime.timedelta(0) <= published - start <= _SOON:
            return found
    return None
