"""Reads one point of the calendar: a year, month, day, or a part of them."""

import re
from functools import partial
from typing import Final

from archiver.chinese.dates import spans, words
from archiver.chinese.dates.context import Context
from archiver.chinese.dates.damage import read_damaged_date, read_glued_month
from archiver.chinese.dates.days import day_point, exact_day, quarter_in
from archiver.chinese.dates.festivals import read_festival
from archiver.chinese.dates.lunar import read_lunar
from archiver.chinese.dates.months import (
    LONGEST_LIST,
    read_month,
    read_near_day,
    read_relative_month,
)
from archiver.chinese.dates.parts import part_of_month, part_of_year
from archiver.chinese.dates.point import Point, lost, number
from archiver.chinese.dates.printed_year import read_year, two_digit_year
from archiver.chinese.dates.shared import read_shared
from archiver.chinese.numerals import read_number

_ISO_SIGNS: Final = frozenset("-/.")
_ODD: Final = re.compile(r"[×xX*lI|OoО]")
# 三年中, 多年底: years are counted there.
_COUNTS_YEARS: Final = frozenset("0123456789一二三四五六七八九十百千万两几数多半这整近历全")
# 到期前两个月: two months before something, not the first two of the year.
_BEFORE_SOMETHING: Final = re.compile(
    "时间|期限|日期|到期|届满|期满|之日|完成|结束|开始|召开|开会|会议|考试|选举|换届|开学|毕业|退休|生产|提$"
)
_ENDS: Final = frozenset("末底")
_NUMERALS: Final = frozenset("0123456789一二三四五六七八九十廿卅元")


def read_point(context: Context, at: int) -> Point | None:
    """The longest point starting at ``at``, or None."""
    text = context.text
    if at >= len(text):
        return None
    exact = _read_full(text, at) or read_iso(context, at)
    if exact is not None:
        return exact
    year = read_year(context, at)
    if year is None and text[at] == "2" and text[at + 4 : at + 5].isdigit():
        glued = read_glued_month(text, at)
        if glued is not None:
            return glued
    if year is None:
        lunar = read_lunar(context, at, None)
        if lunar is not None:
            return _festival_of_lunar_year(context, lunar) or lunar
        return _read_tail(context, at, None) or read_festival(context, at, None)
    if _ODD.search(text, year.stop, year.stop + 12) is not None:
        damaged = read_damaged_date(context, at)
        if damaged is not None:
            return damaged
    after = year.stop
    while text.startswith(" ", after):
        after += 1
    if text.startswith("的", after):
        after += 1
    tail = (
        read_lunar(context, after, year)
        or _read_tail(context, after, year)
        or read_festival(context, after, year)
    )
    if tail is None:
        return year
    tail.start = at
    tail.year = None if year.year is None else year.year + tail.crosses
    tail.relative = year.relative
    tail.lost = tail.lost or year.lost
    tail.flags = (*year.flags, *tail.flags)
    if year.relative and tail.period and not year.lost:
        tail.flags = (*tail.flags, "year_inferred")
    return tail


def _festival_of_lunar_year(context: Context, lunar: Point) -> Point | None:
    """己丑年春节."""
    if not lunar.several or lunar.stop >= len(context.text):
        return None
    festival = read_festival(context, lunar.stop, lunar)
    if festival is not None:
        festival.start, festival.year, festival.flags = lunar.start, lunar.year, lunar.flags
    return festival


def _read_full(text: str, at: int) -> Point | None:
    """2008年6月25日, 二〇〇八年六月二十五日, 6月25日."""
    if "月" in text[at + 1 : at + 3]:
        day = words.MONTH_AND_DAY.match(text, at)
        return day_point(at, day.end(), None, int(day["m"]), int(day["d"])) if day else None
    match = words.FULL.match(text, at) if text[at] in "12一二" else None
    year = read_number(match["y"]) if match else None
    if match is None or year is None or not 1800 <= year <= 2199:
        return None
    return day_point(at, match.end(), year, number(match["m"]), number(match["d"]))


def read_iso(context: Context, at: int) -> Point | None:
    """2008-06-25, 2008/6/25, 2008.6.25, ’08-06-25."""
    text = context.text
    if text[at] in "’‘'":
        short = words.SHORT_ISO.match(text, at)
        if short is None:
            return None
        value = two_digit_year(int(short["y"]), context)
        return exact_day(short, value, ("two_digit_year",))
    if text[at] not in "120" or text[at + 4 : at + 5] not in _ISO_SIGNS:
        return None
    # A letter before it makes it a version or a model number.
    if at and text[at - 1].isascii() and text[at - 1].isalpha():
        return None
    match = words.ISO.match(text, at)
    return exact_day(match, int(match["y"])) if match else None


def _read_tail(context: Context, at: int, year: Point | None) -> Point | None:
    """A month, a day in a month, or a part of a year."""
    text = context.text
    if at >= len(text):
        return None
    if text[at] in _NUMERALS or text[at] == "第":
        stated = None if year is None else year.year
        return (
            read_month(context, at, stated)
            or _read_quarters(context, at)
            or (read_near_day(context, at) if text[at] == "第" else None)
        )
    return (
        read_relative_month(context, at)
        or read_near_day(context, at)
        or _read_part_of_year(context, at, year)
        or _read_quarters(context, at)
    )


def _read_part_of_year(context: Context, at: int, year: Point | None) -> Point | None:
    """上半年, 年初, 年底, 全年, 前5个月."""
    text = context.text
    half = words.HALF.match(text, at)
    if half is not None:
        return _half_point(context, half)
    whole = words.WHOLE_YEAR.match(text, at)
    if whole is not None:
        return Point(at, whole.end(), spans.whole_year, period=True)
    part = words.YEAR_PART.match(text, at)
    alone = year is None and text[at - 1 : at] not in _COUNTS_YEARS
    if part is not None and (year is not None or (alone and part[0][0] in "年岁")):
        return Point(at, part.end(), partial(part_of_year, part[0]), period=True)
    first = words.FIRST_UNITS.match(text, at)
    if first is None or (year is None and _BEFORE_SOMETHING.search(text, max(0, at - 2), at)):
        return None
    count = number(first["n"])
    months = count * (3 if first["u"] == "季度" else 1)
    if not 2 <= months <= 12:
        return None
    build = lambda y: spans.interval(spans.month(y, 1), spans.month(y, months))  # noqa: E731
    return Point(at, first.end(), build, month=months)


def _half_point(context: Context, match: re.Match[str]) -> Point:
    if match["h"] is not None:
        which = 1 if match["h"] in "上前" else 2
        return Point(match.start(), match.end(), lambda y: spans.half(y, which), period=True)
    day = context.anchor.day
    if day is None:
        return lost(match.start(), match.end())
    which = 1 if day.month <= 6 else 2
    build = lambda y: spans.half(y, which)  # noqa: E731
    return Point(match.start(), match.end(), build, day.year, ("relative",), relative=True)


def _read_quarters(context: Context, at: int) -> Point | None:
    """第一季度, 一至三季度, 首季, 本季度."""
    text = context.text
    if text.find("季", at, at + LONGEST_LIST) < 0:
        return None
    match = words.QUARTERS.match(text, at)
    if match is None:
        return None
    word = match["one"]
    if word is None:
        shared = read_shared(match["q"], quarter_in, 4)
        if shared is None:
            return None
        if shared[1] == number(match["q"].strip("第季度 ")) and text[match.end() :][:1] in _ENDS:
            end = partial(part_of_month, shared[1] * 3, "底")
            return Point(at, match.end() + 1, end, period=True)
        return Point(at, match.end(), shared[0], period=re.search(words.RANGE, match["q"]) is None)
    if word.startswith("首"):
        return Point(at, match.end(), lambda y: spans.quarter(y, 1), period=True)
    day = context.anchor.day
    if day is None:
        return lost(at, match.end())
    index = day.year * 4 + (day.month - 1) // 3 + {"本": 0, "上": -1, "下": 1}[word[0]]
    year, which = index // 4, index % 4 + 1
    crossed = ("year_crossed",) if year != day.year else ()
    build = lambda y: spans.quarter(y, which)  # noqa: E731
    return Point(at, match.end(), build, year, ("relative", *crossed), relative=True)
