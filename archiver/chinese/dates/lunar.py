"""Lunar dates: 农历正月初八, 戊子年五月廿二, 腊月二十三, and years counted by cycle or reign."""

import datetime
import re
from functools import lru_cache, partial
from typing import Final

from archiver.chinese import calendar
from archiver.chinese.dates import spans, words
from archiver.chinese.dates.context import Context
from archiver.chinese.dates.point import Point, number
from archiver.chinese.dates.spans import Span

_MONTHS: Final = {"正": 1, "腊": 12, "冬": 11}
_DAY: Final = r"初[一二三四五六七八九十]|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十"
_LUNAR: Final = re.compile(
    rf"(?P<said>(?:农历|阴历|旧历|夏历) *)?(?:(?P<cyclic>{words.CYCLIC})年的? *)?"
    rf"(?P<leap>闰)?(?P<m>正|腊|冬|[一二三四五六七八九十]|十[一二])月(?:份)?"
    rf"(?:(?P<d>{_DAY})|(?P<one>[一二三四五六七八九])(?![一二三四五六七八九十个家名年月]))?日?"
)
_DAY_ALONE: Final = re.compile(_DAY)
_NEW_YEAR_DAY: Final = re.compile(r"(?:大年|正月)(?P<d>初[一二三四五六七八九十])")
_CYCLIC: Final = re.compile(rf"(?:农历)?{words.CYCLIC_YEAR.pattern}")
# Most numbers are written in Arabic digits, which no lunar date is.
_STARTS: Final = frozenset("大正腊冬闰农阴旧夏一二三四五六七八九十甲乙丙丁戊己庚辛壬癸")
# 八月十五前: the feast, where 日 would make it a day of August.
_FULL_MOON: Final = re.compile(r"$|[前后晚夜,。;!?)”\n]|中秋|[这那当]天")
_COUNTED: Final = re.compile("[批名家位个季期届次件户条]")


def read_lunar(context: Context, at: int, year: Point | None) -> Point | None:
    """A lunar day, month or year at ``at``; a year printed before it is the lunar year."""
    text = context.text
    if text[at : at + 1] not in _STARTS:
        return None
    first = _NEW_YEAR_DAY.match(text, at)
    if first is not None:
        return _point(first, 1, _day_number(first["d"]), False, ("lunar",))
    match = _LUNAR.match(text, at)
    if match is not None and _is_lunar(text, match):
        return _read_match(context, match)
    cyclic = _CYCLIC.match(text, at)
    if cyclic is None or year is not None:
        return None
    civil = calendar.cyclic_year(cyclic["y"], context.anchor.year)
    days = None if civil is None else calendar.lunar_year_days(civil)
    if days is None:
        return None
    span = spans.between(*days)
    return Point(at, cyclic.end(), lambda _: span, civil, ("ganzhi",), several=True)


def _is_lunar(text: str, match: re.Match[str]) -> bool:
    """Marked as lunar, or with a month or day name that the civil calendar does not have."""
    if match["one"] and not match["said"]:
        return False
    if match["said"] or match["cyclic"] or match["leap"] or match["m"] in _MONTHS:
        return match["m"] != "冬" or match["d"] is not None or match["said"] is not None
    if match["m"] in "七八" and match[0].endswith("月十五"):
        return _FULL_MOON.match(text, match.end()) is not None
    if match["d"] is None or match["d"][0] not in "初廿" or match[0].endswith("日"):
        return False
    return _COUNTED.match(text, match.end()) is None


def _read_match(context: Context, match: re.Match[str]) -> Point:
    month = _MONTHS.get(match["m"]) or number(match["m"])
    leap = match["leap"] is not None
    flags = ("lunar", "ganzhi") if match["cyclic"] else ("lunar",)
    point = _point(match, month, _day_number(match["d"] or match["one"]), leap, flags)
    if match["cyclic"]:
        point.year = calendar.cyclic_year(match["cyclic"], context.anchor.year)
    return point


def _point(
    match: re.Match[str], month: int, day: int | None, leap: bool, flags: tuple[str, ...]
) -> Point:
    build = partial(_build, month, day, leap)
    # A leap month cannot be named again by its number alone.
    month_again = None if leap or day is None else month
    return Point(
        match.start(), match.end(), build, flags=flags, movable=True, lunar_month=month_again
    )


def read_day_of_month(context: Context, at: int, month: int) -> Point | None:
    """初七 after 正月初一至."""
    match = _DAY_ALONE.match(context.text, at)
    if match is None:
        return None
    return _point(match, month, _day_number(match[0]), False, ())


def _day_number(printed: str | None) -> int | None:
    return None if printed is None else number(printed.removeprefix("初"))


@lru_cache(maxsize=2048)
def _build(month: int, day: int | None, leap: bool, lunar_year: int) -> Span | None:
    if day is not None:
        found = calendar.lunar_day(lunar_year, month, day, leap=leap)
        return None if found is None else spans.on(found)
    days = calendar.lunar_month(lunar_year, month, leap=leap)
    return None if days is None else spans.between(*days)


def read_era_year(context: Context, at: int) -> Point | None:
    """光绪二十四年: a lunar year of a reign, known to within the weeks around new year."""
    match = words.ERA_YEAR.match(context.text, at)
    if match is None:
        return None
    year = words.ERAS[match["era"]] + number(match["y"]) - 1
    # New year falls between 21 January and 20 February.
    first, last = datetime.date(year, 1, 21), datetime.date(year + 1, 2, 20)
    span = spans.Span(f"{year}~", first, last, "year", True)
    return Point(at, match.end(), lambda _: span, year, ("era",), several=True)
