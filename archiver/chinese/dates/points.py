"""Reads one point of the calendar: a year, month, day, or a part of them."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial

from archiver.chinese.dates import spans, words
from archiver.chinese.dates.context import Context
from archiver.chinese.dates.festivals import read_festival
from archiver.chinese.dates.lunar import read_lunar
from archiver.chinese.dates.parts import part_of_month, part_of_year
from archiver.chinese.dates.point import Build, Point, lost, number
from archiver.chinese.dates.shared import read_shared
from archiver.chinese.dates.spans import Span
from archiver.chinese.numerals import read_number

LATEST_TWO_DIGIT_YEAR = 27
"""Two digits up to this one are 20yy, else 19yy; a later anchor moves it."""
LONGEST_LIST = 64
"""So far behind its first number can the 月 or 季 of a list be."""
_FIX = str.maketrans("lI|OoО", "111000")
_ISO_SIGNS = frozenset("-/.")
_DIGITS = frozenset("0123456789")
_NUMERALS = frozenset("0123456789一二三四五六七八九十廿卅元")


def two_digit_year(value: int, context: Context) -> int:
    """The full year of ’08 or 98."""
    pivot = max(LATEST_TWO_DIGIT_YEAR, (context.anchor.year or 0) % 100 + 1)
    return 2000 + value if value <= pivot else 1900 + value


def read_point(context: Context, at: int) -> Point | None:
    """The longest point starting at ``at``, or None."""
    text = context.text
    exact = _read_iso(context, at)
    if exact is not None:
        return exact
    year = _read_year(context, at)
    if year is None and text[at] == "2" and text[at + 4 : at + 5].isdigit():
        glued = _read_glued_month(text, at)
        if glued is not None:
            return glued
    if year is None:
        return (
            read_lunar(context, at, None)
            or _read_tail(context, at, None)
            or read_festival(context, at, None)
        )
    if _ODD.search(text, year.stop, year.stop + 12) is not None:
        damaged = _read_damaged_date(context, at)
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


def _read_iso(context: Context, at: int) -> Point | None:
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


_ODD = re.compile(r"[×xX*lI|OoО]")


def _read_glued_month(text: str, at: int) -> Point | None:
    """20105月: the 年 was lost."""
    glued = words.GLUED_MONTH.match(text, at)
    if glued is None:
        return None
    month = int(glued["m"])
    build = partial(_uncertain_month, month)
    return Point(at, glued.end(), build, int(glued["y"]), ("collapsed",), month=month)


def _read_damaged_date(context: Context, at: int) -> Point | None:
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
    return _day_point(at, misread.end(), year, int(month), int(day), ("char_fixed",))


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


SENTINELS = {(1899, 12, 30), (1900, 1, 1), (1970, 1, 1), (0, 0, 0), (1, 1, 1)}
"""Dates that programs write for "none"."""


def exact_day(match: re.Match[str], year: int, flags: tuple[str, ...] = ()) -> Point | None:
    """A point from the groups m and d of ``match``, or None when they cannot be a date."""
    month, day = int(match["m"]), int(match["d"])
    if (year, month, day) in SENTINELS:
        nothing = lambda _: spans.NOTHING  # noqa: E731
        return Point(match.start(), match.end(), nothing, year, (*flags, "sentinel"))
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return _day_point(match.start(), match.end(), year, month, day, flags)


def _day_point(
    start: int, stop: int, year: int | None, month: int, day: int, flags: tuple[str, ...] = ()
) -> Point:
    """A day, or the coarsest valid part of it with a flag when it does not exist."""
    if not 1 <= month <= 12:
        return Point(start, stop, _uncertain_year, year, (*flags, "invalid_month"))
    longest = spans.days_in(2000 if year is None else year, month)
    if not 1 <= day <= longest:
        build: Build = partial(_uncertain_month, month)
        return Point(start, stop, build, year, (*flags, "invalid_day"), month=month)
    return Point(start, stop, partial(_day, month, day), year, flags, month=month)


def _day(month: int, day: int, year: int) -> Span | None:
    return spans.day(year, month, day)


def _month(month: int, year: int) -> Span:
    return spans.month(year, month)


def _quarter(which: int, year: int) -> Span:
    return spans.quarter(year, which)


def _uncertain_month(month: int, year: int) -> Span:
    return spans.uncertain(spans.month(year, month))


def _uncertain_year(year: int) -> Span:
    return spans.uncertain(spans.whole_year(year))


def _read_year(context: Context, at: int) -> Point | None:
    text = context.text
    first = text[at]
    if "月" in text[at + 1 : at + 3]:
        return None
    if first in _DIGITS or first in "一二":
        return _read_stated_year(context, at)
    if first in "’‘'":
        return _read_short_year(context, at)
    if first == "民":
        return _read_republic_year(context, at)
    match = words.RELATIVE_YEAR.match(text, at)
    if match is None:
        return None
    word = match["y"]
    if word in words.RELATIVE_YEARS:
        base, offset = context.anchor.year, words.RELATIVE_YEARS[word]
        if word in words.YEARS_BEFORE and context.spoken_year is not None:
            base = context.spoken_year
    else:
        base, offset = context.last_year, words.FOLLOWING_YEARS[word]
    return Point(
        at,
        match.end(),
        spans.whole_year,
        None if base is None else base + offset,
        ("relative",),
        lost=base is None,
        relative=True,
        bare_year=True,
    )


def _read_stated_year(context: Context, at: int) -> Point | None:
    match = words.STATED_YEAR.match(context.text, at)
    if match is None:
        return _read_short_year(context, at)
    printed = match["y"]
    value = read_number(printed)
    if value is None or not 1800 <= value <= 2199:
        return None
    mixed = printed[0] in _DIGITS and not printed.isdecimal()
    flags = ("char_fixed",) if mixed else ()
    return Point(at, match.end(), spans.whole_year, value, flags, bare_year=True)


def _read_short_year(context: Context, at: int) -> Point | None:
    match = words.SHORT_YEAR.match(context.text, at)
    if match is None:
        return None
    value = two_digit_year(int(match["a"] or match["b"]), context)
    flags = ("two_digit_year",)
    return Point(at, match.end(), spans.whole_year, value, flags, bare_year=True)


def _read_republic_year(context: Context, at: int) -> Point | None:
    match = words.REPUBLIC_YEAR.match(context.text, at)
    if match is None:
        return None
    value = number(match["y"])
    return Point(at, match.end(), spans.whole_year, 1911 + value, ("roc",), bare_year=True)


def _read_tail(context: Context, at: int, year: Point | None) -> Point | None:
    """A month, a day in a month, or a part of a year."""
    text = context.text
    if at >= len(text):
        return None
    if text[at] in _NUMERALS or text[at] == "第":
        stated = None if year is None else year.year
        return _read_month(context, at, stated) or _read_quarters(context, at)
    return (
        _read_relative_month(context, at)
        or _read_part_of_year(context, at, year)
        or _read_quarters(context, at)
    )


def _read_month(context: Context, at: int, year: int | None) -> Point | None:
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
    shared = read_shared(several["months"], _month, 12)
    if shared is not None:
        build, last, crosses = shared
        if _is_lunar_feast(text, several):
            return None
        return Point(at, several.end(), build, month=last, crosses=crosses)
    if year is not None:
        return Point(at, several.end(), _uncertain_year, flags=("invalid_month",))
    return None


def _is_lunar_feast(text: str, months: re.Match[str]) -> bool:
    """三月三, 九月九: a folk feast named by equal numerals, not a month."""
    name, after = months["months"], text[months.end() : months.end() + 2]
    return len(name) == 2 and name[0] == after[:1] and after[1:] not in ("日", "号", "十")


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
    numbers = re.findall(words.NUMBER, printed)
    if len(numbers) == 1 or not 1 <= month <= 12:
        return _day_point(start, several.end(), year, month, number(numbers[0]), flags)
    shared = read_shared(printed, _days_of(month), 31)
    if shared is None:
        return None
    return Point(start, several.end(), shared[0], flags=flags, month=month, several=True)


def _read_damaged_day(text: str, start: int, at: int, month: int, year: int) -> Point | None:
    """A day without 日, or 日 without a day: 2015年12月21, 2008年6月  日."""
    missing = words.MISSING_DAY_UNIT.match(text, at)
    if missing is not None:
        day = int(missing["d"])
        return _day_point(start, missing.end(), year, month, day, ("missing_unit",))
    # The blanks may already have been read with the month.
    blank = words.BLANK_DAY.match(text, len(text[start:at].rstrip(" ")) + start)
    if blank is not None:
        build = partial(_month, month)
        return Point(start, blank.end(), build, flags=("blank_day",), month=month)
    return None


@cache
def _days_of(month: int) -> Callable[[int, int], Span | None]:
    return partial(_day, month)


def _read_relative_month(context: Context, at: int) -> Point | None:
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
    point = inside or Point(at, match.end(), partial(_month, month), month=month)
    crossed = ("year_crossed",) if year != context.anchor.year else ()
    point.year, point.relative = year, True
    point.flags = ("relative", *crossed, *point.flags)
    return point


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
    if part is not None and (year is not None or part[0][0] in "年岁"):
        return Point(at, part.end(), partial(part_of_year, part[0]), period=True)
    first = words.FIRST_UNITS.match(text, at)
    if first is None:
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
    if context.text.find("季", at, at + LONGEST_LIST) < 0:
        return None
    match = words.QUARTERS.match(context.text, at)
    if match is None:
        return None
    word = match["one"]
    if word is None:
        shared = read_shared(match["q"], _quarter, 4)
        if shared is None:
            return None
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
