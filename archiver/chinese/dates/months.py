"""Months, and the days and parts inside them."""

import re
from functools import partial
from typing import Final

from archiver.chinese.dates import spans, words
from archiver.chinese.dates.context import Context
from archiver.chinese.dates.days import day_point, days_of, month_in, uncertain_year
from archiver.chinese.dates.parts import part_of_month
from archiver.chinese.dates.point import Point, lost, number
from archiver.chinese.dates.shared import read_shared

LONGEST_LIST: Final = 64
"""So far behind its first number can the 月 or 季 of a list be."""
_NUMBERS: Final = re.compile(words.NUMBER)
_NAMED: Final = re.compile(
    "(?:[、和与及]|职工|工人|员工|会员|同志|女工|劳模|教师|村民|学生)"
    "[王李张刘陈杨赵黄吴徐孙胡朱郭何罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁余蒋杜苏魏程吕丁沈任姚卢傅钟姜谭廖贾]$"
)


def read_month(context: Context, at: int, year: int | None) -> Point | None:
    """A month, or something inside one; ``year`` is the year printed before it."""
    text = context.text
    if text.find("月", at, at + LONGEST_LIST) < 0:
        return None
    match = words.MONTH.match(text, at)
    if match is not None:
        inside = _read_inside_month(text, at, match.end(), number(match["m"]), year)
        if inside is not None:
            return inside
    several = words.MONTHS.match(text, at)
    if several is None:
        return None
    shared = read_shared(several["months"], month_in, 12)
    if shared is not None:
        build, last, crosses = shared
        if _is_lunar_feast(text, several) or _is_given_name(text, several):
            return None
        return Point(at, several.end(), build, month=last, crosses=crosses)
    if year is not None:
        return Point(at, several.end(), uncertain_year, flags=("invalid_month",))
    return None


def _is_lunar_feast(text: str, months: re.Match[str]) -> bool:
    """三月三, 九月九: a folk feast named by equal numerals, not a month."""
    name, after = months["months"], text[months.end() : months.end() + 2]
    return len(name) == 2 and name[0] == after[:1] and after[1:] not in ("日", "号", "十")


def _is_given_name(text: str, months: re.Match[str]) -> bool:
    """、李三月, 职工王五月: a surname behind a sign or a calling, then 月 and no more."""
    named = not months["months"][0].isdecimal() and months["months"].endswith("月")
    return named and _NAMED.search(text, max(0, months.start() - 3), months.start()) is not None


def _read_inside_month(
    text: str, start: int, at: int, month: int, year: int | None
) -> Point | None:
    """What follows N月 at ``at``: days, a third, an end, or a damaged day."""
    several = words.DAYS.match(text, at)
    if several is not None:
        return _read_days(several, start, month, year)
    part = words.MONTH_PART.match(text, at)
    if part is not None and 1 <= month <= 12:
        return Point(start, part.end(), partial(part_of_month, month, part[0]), month=month)
    if year is None or not 1 <= month <= 12:
        return None
    return _read_damaged_day(text, start, at, month, year)


def _read_days(several: re.Match[str], start: int, month: int, year: int | None) -> Point | None:
    printed = several["days"]
    flags = ("char_fixed",) if "曰" in printed else ()
    numbers = _NUMBERS.findall(printed)
    if len(numbers) == 1 or not 1 <= month <= 12:
        return day_point(start, several.end(), year, month, number(numbers[0]), flags)
    shared = read_shared(printed, days_of(month), 31)
    if shared is not None:
        return Point(start, several.end(), shared[0], flags=flags, month=month, several=True)
    # 28日至2日: not days of one month.
    first = words.ONE_DAY.match(several.string, several.start())
    if first is None:
        return None
    return day_point(start, first.end(), year, month, number(numbers[0]), flags)


def _read_damaged_day(text: str, start: int, at: int, month: int, year: int) -> Point | None:
    """A day without 日, or 日 without a day: 2015年12月21, 2008年6月  日."""
    missing = words.MISSING_DAY_UNIT.match(text, at)
    if missing is not None:
        day = int(missing["d"])
        return day_point(start, missing.end(), year, month, day, ("missing_unit",))
    # The blanks may already have been read with the month.
    blank = words.BLANK_DAY.match(text, len(text[start:at].rstrip(" ")) + start)
    if blank is not None:
        build = partial(month_in, month)
        return Point(start, blank.end(), build, flags=("blank_day",), month=month)
    return None


def read_relative_month(context: Context, at: int) -> Point | None:
    """本月, 上月25日, 下月初; 当月 and 次月 count from the month last spoken of."""
    match = words.RELATIVE_MONTH.match(context.text, at)
    if match is None:
        return None
    word = match["m"]
    if word in words.RELATIVE_MONTHS or context.last_month is None:
        base = context.anchor_month
        offset = words.RELATIVE_MONTHS.get(word, words.FOLLOWING_MONTHS.get(word, 0))
    else:
        base, offset = context.last_month, words.FOLLOWING_MONTHS[word]
    if base is None:
        return lost(at, match.end())
    months = base[0] * 12 + base[1] - 1 + offset
    year, month = months // 12, months % 12 + 1
    inside = _read_inside_month(context.text, at, match.end(), month, year)
    point = inside or Point(at, match.end(), partial(month_in, month), month=month)
    crossed = ("year_crossed",) if year != context.anchor.year else ()
    point.year, point.relative = year, True
    point.flags = ("relative", *crossed, *point.flags)
    return point


def read_near_day(context: Context, at: int) -> Point | None:
    """昨天 from the anchor, 次日 from the day last spoken of."""
    match = words.NEAR_DAY.match(context.text, at)
    if match is None:
        return None
    from_anchor = words.DAYS_FROM_ANCHOR.get(match["d"])
    base = context.last_day if from_anchor is None else context.anchor.day
    if base is None:
        return lost(at, match.end())
    offset = words.DAYS_FROM_LAST[match["d"]] if from_anchor is None else from_anchor
    span = spans.on(base + offset * spans.DAY)
    assert span.start is not None
    year, month = span.start.year, span.start.month
    return Point(at, match.end(), lambda _: span, year, ("relative",), relative=True, month=month)
