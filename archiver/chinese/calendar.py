"""The Chinese calendar: lunar days, solar terms, festivals, cyclic years, five-year plans.

Lunar months come from the tables of ``cnlunar`` (Hong Kong Observatory data, 1901–2100); outside
those years every answer is None.
"""

import datetime
from functools import cache

from cnlunar.config import LEAPMONTH_NUM_BIT, MONTH_DAY_BIT, START_YEAR
from cnlunar.config import lunarMonthData as _MONTHS
from cnlunar.config import lunarNewYearList as _NEW_YEARS
from cnlunar.solar24 import getTheYearAllSolarTermsList

_DAY = datetime.timedelta(days=1)
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
CYCLE = 60
_CURRENT_CYCLE = 1984
_QINGMING = 6
"""清明 is the seventh solar term of the civil year, counted from 小寒 in January."""


@cache
def lunar_new_year(year: int) -> datetime.date | None:
    """The day of 春节 (正月初一) in the civil year ``year``."""
    if not START_YEAR <= year < START_YEAR + len(_NEW_YEARS):
        return None
    code = _NEW_YEARS[year - START_YEAR]
    return datetime.date(year, (code >> 5) & 0x3, code & 0x1F)


@cache
def _months(lunar_year: int) -> dict[tuple[int, bool], tuple[datetime.date, int]]:
    """First day and length of each (month, is leap) of a lunar year; empty when unknown."""
    first = lunar_new_year(lunar_year)
    if first is None or lunar_year >= START_YEAR + len(_MONTHS):
        return {}
    data = _MONTHS[lunar_year - START_YEAR]
    leap = (data >> LEAPMONTH_NUM_BIT) & 0xF
    months = {}
    for month in range(1, 13):
        length = 30 if data & (1 << (month - 1)) else 29
        months[month, False] = (first, length)
        first += length * _DAY
        if month == leap:
            length = 30 if data & (1 << MONTH_DAY_BIT) else 29
            months[month, True] = (first, length)
            first += length * _DAY
    return months


def lunar_day(lunar_year: int, month: int, day: int, *, leap: bool = False) -> datetime.date | None:
    """The civil day of a lunar date; None when that day does not exist or is out of range."""
    first, length = _months(lunar_year).get((month, leap), (None, 0))
    return first + (day - 1) * _DAY if first is not None and 1 <= day <= length else None


def lunar_month(
    lunar_year: int, month: int, *, leap: bool = False
) -> tuple[datetime.date, datetime.date] | None:
    """First and last civil day of a lunar month."""
    first, length = _months(lunar_year).get((month, leap), (None, 0))
    return (first, first + (length - 1) * _DAY) if first is not None else None


def lunar_year_days(lunar_year: int) -> tuple[datetime.date, datetime.date] | None:
    """First and last civil day of a lunar year: from 春节 to the eve of the next."""
    first, following = lunar_new_year(lunar_year), lunar_new_year(lunar_year + 1)
    return (first, following - _DAY) if first and following else None


def new_years_eve(year: int) -> datetime.date | None:
    """除夕 in the civil year ``year``: the day before 春节, the 29th or 30th of the lunar month."""
    first = lunar_new_year(year)
    return first - _DAY if first else None


@cache
def qingming(year: int) -> datetime.date | None:
    """清明 of ``year``: a solar term, on 4, 5 or 6 April."""
    if not START_YEAR <= year < START_YEAR + len(_MONTHS):
        return None
    return datetime.date(year, 4, getTheYearAllSolarTermsList(year)[_QINGMING])


def cyclic_year(name: str, near: int | None = None) -> int | None:
    """The civil year a 干支 year such as 戊子 mostly falls in.

    Of all years of that name the one nearest to ``near``; without it the one in 1984–2043. None
    when the name is none of the sixty.
    """
    stem, branch = _STEMS.find(name[:1]), _BRANCHES.find(name[1:])
    if len(name) != 2 or stem < 0 or branch < 0 or (stem - branch) % 2:
        return None
    offset = (6 * stem - 5 * branch) % CYCLE
    if near is None:
        return _CURRENT_CYCLE + offset
    ahead = (_CURRENT_CYCLE + offset - near) % CYCLE
    return near + (ahead if ahead <= CYCLE // 2 else ahead - CYCLE)


def five_year_plan(number: int) -> tuple[int, int] | None:
    """First and last year of the N-th five-year plan (十一五 = 11: 2006–2010)."""
    if number in (1, 2):
        return (1953, 1957) if number == 1 else (1958, 1962)
    if not 3 <= number <= 20:
        return None
    first = 1966 + 5 * (number - 3)
    return first, first + 4
