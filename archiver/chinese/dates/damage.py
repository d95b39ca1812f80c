"""Dates damaged by scanning, by careless extraction, or never filled in."""

import re
from dataclasses import replace
from functools import partial
from typing import Final

from archiver.chinese.dates import spans, words
from archiver.chinese.dates.context import Context
from archiver.chinese.dates.days import day_point, uncertain_month
from archiver.chinese.dates.point import Point
from archiver.chinese.numerals import read_number

_FIX: Final = str.maketrans("lI|OoО", "111000")


def read_glued_month(text: str, at: int) -> Point | None:
    """20105月: the 年 was lost."""
    glued = words.GLUED_MONTH.match(text, at)
    if glued is None:
        return None
    month = int(glued["m"])
    build = partial(uncertain_month, month)
    return Point(at, glued.end(), build, int(glued["y"]), ("collapsed",), month=month)


def read_damaged_date(context: Context, at: int) -> Point | None:
    """2008年l0月5日, 2008年×月×日."""
    text = context.text
    template = words.PLACEHOLDER.match(text, at)
    if template is not None:
        return _read_placeholder(template)
    misread = words.MISREAD.match(text, at)
    if misread is None:
        return None
    month, day = (misread[g].translate(_FIX) for g in "md")
    year = read_number(misread["y"])
    if (month, day) == (misread["m"], misread["d"]) or year is None:
        return None
    return day_point(at, misread.end(), year, int(month), int(day), ("char_fixed",))


def _read_placeholder(match: re.Match[str]) -> Point | None:
    year = read_number(match["y"])
    if year is None:
        return None
    month = int(match["m"]) if match["m"].isdecimal() else None
    if month is None:
        span = replace(spans.whole_year(year), edtf=f"{year:04}-XX-XX")
    elif 1 <= month <= 12:
        span = replace(spans.month(year, month), edtf=f"{year:04}-{month:02}-XX")
    else:
        return None
    return Point(match.start(), match.end(), lambda _: span, year, ("placeholder",))
