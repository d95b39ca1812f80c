"""Two ends joined: 3月2日至6日, 去年12月至今年3月, 2008年5月至今."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from archiver.chinese.dates import spans, words
from archiver.chinese.dates.context import Context
from archiver.chinese.dates.lunar import read_day_of_month
from archiver.chinese.dates.parts import part_of_month
from archiver.chinese.dates.point import Point
from archiver.chinese.dates.points import read_point
from archiver.chinese.dates.spans import Span
from archiver.chinese.numerals import read_number

_RANGE: Final = re.compile(rf" *(?:上午|下午|晚上?)? *(?:起|开始)? *{words.RANGE} *")
_OPEN_END: Final = re.compile(r"今(?![年天日后晚])|现在|目前")
_NEXT_YEAR: Final = re.compile(r"次年|翌年|第二年|来年")
_NEXT_DAY: Final = re.compile(r"次日|翌日|第二天")
_BARE_END: Final = re.compile(rf"(?P<d>{words.NUMBER}) *{words.DAY_UNIT}")
_BARE_ISO: Final = re.compile(r"(?P<m>\d{1,2})(?P<s>[-/.])(?P<d>\d{1,2})(?!\d|[-/.]\d)")


@dataclass(slots=True, init=False)
class OpenRange(Point):
    """A range that ends now: 2008年5月至今."""


def read_shared_years(context: Context, at: int) -> Point | None:
    """2008—2010年, 2006、2007年."""
    match = words.SHARED_YEARS.match(context.text, at)
    if match is None:
        return None
    years = [read_number(y) or 0 for y in re.findall(words.YEAR_DIGITS, match["ys"])]
    if years != sorted(years) or not all(1800 <= y < 2200 for y in years):
        return None
    if len(years) == 2 and re.search(words.RANGE, match["ys"]):
        span = spans.interval(spans.whole_year(years[0]), spans.whole_year(years[1]))
    else:
        span = spans.members([spans.whole_year(y) for y in years])
    return Point(at, match.end(), lambda _: span, years[-1], bare_year=True, several=True)


def read_range(context: Context, first: Point) -> Point | None:
    """``first`` as the start of a range, or None when no second end follows."""
    text = context.text
    join = _RANGE.match(text, first.stop)
    if join is None or join.end() >= len(text):
        return None
    at = join.end()
    now = _OPEN_END.match(text, at)
    if now is not None:
        return OpenRange(first.start, now.end(), first.build, first.year, first.flags)
    following = _NEXT_YEAR.match(text, at)
    if following is not None:
        second = read_point(context, following.end())
        if second is None or second.year is not None:
            return None
        return _next_year_range(first, second)
    next_day = _NEXT_DAY.match(text, at)
    if next_day is not None:
        return _until_next_day(first, next_day.end())
    second = _read_second_end(context, first, at)
    return _joined(first, second) if second is not None and not second.lost else None


def _read_second_end(context: Context, first: Point, at: int) -> Point | None:
    text = context.text
    if first.lunar_month is not None:
        lunar = read_day_of_month(context, at, first.lunar_month)
        if lunar is not None:
            return lunar
    if first.month is not None:
        bare = _BARE_END.match(text, at)
        if bare is not None:
            return _bare_end(first, bare)
        iso = _BARE_ISO.match(text, at) if text[first.stop - 1].isdigit() else None
        if iso is not None:
            month, day = int(iso["m"]), int(iso["d"])
            return Point(at, iso.end(), lambda y: spans.day(y, month, day), month=month)
        part = words.MONTH_PART.match(text, at)
        if part is not None:
            return _part_of_same_month(first.month, part)
    return read_point(context, at)


def _bare_end(first: Point, bare: re.Match[str]) -> Point:
    """6日 after 3月2日: of the same month, or of the next when it is an earlier day."""
    day, month = read_number(bare["d"]) or 0, first.month or 0
    start = first.build(first.year or 2001)
    if start is not None and start.start is not None and start.start.day > day:
        month = month % 12 + 1
    return Point(bare.start(), bare.end(), lambda y: spans.day(y, month, day), month=month)


def _part_of_same_month(month: int, part: re.Match[str]) -> Point:
    return Point(part.start(), part.end(), lambda y: part_of_month(month, part[0], y), month=month)


def _next_year_range(first: Point, second: Point) -> Point:
    """10月至次年3月: ``build`` gets the year of the end."""

    def build(year: int) -> Span | None:
        a, b = first.build(year - 1), second.build(year)
        return spans.interval(a, b) if a and b else None

    year = None if first.year is None else first.year + 1
    return Point(first.start, second.stop, build, year, first.flags, relative=first.relative)


def _until_next_day(first: Point, stop: int) -> Point | None:
    """2月17日至次日: the day after the first, not after one spoken of before."""

    def build(year: int) -> Span | None:
        a = first.build(year)
        if a is None or a.precision != "day" or a.start is None:
            return None
        return spans.interval(a, spans.on(a.start + spans.DAY))

    if build(first.year or 2004) is None:  # a leap year, for 2月29日
        return None
    flags = (*first.flags, *(() if "relative" in first.flags else ("relative",)))
    return replace(first, stop=stop, build=build, flags=flags, relative=True)


def _joined(first: Point, second: Point) -> Point | None:
    """One point from two ends; an end without a year takes the other's, or the one next to it."""
    year = first.year if second.year is None else second.year
    a = None if year is None else first.build(first.year or year)
    b = None if year is None else second.build(year)
    build = _between(first, second)
    if second.year is None:
        year = year + 1 if year is not None and _is_backwards(a, b) else year
    elif _begins_in(a, b):
        return None
    elif first.year is not None:
        if a is None or b is None or not a.start or not b.end or _is_backwards(a, b):
            return None
        span = spans.interval(a, b)
        build = lambda _: span  # noqa: E731
    flags = (*first.flags, *(f for f in second.flags if f not in first.flags))
    relative = first.relative or second.relative
    joined = Point(first.start, second.stop, build, year, flags, relative=relative)
    joined.bare_year = first.bare_year and second.bare_year
    return joined


def _between(first: Point, second: Point) -> Callable[[int], Span | None]:
    """What two ends without years of their own span in a year, or from the year before to it."""

    def build(year: int) -> Span | None:
        a, b = first.build(year), second.build(year)
        if _is_backwards(a, b):
            a = first.build(year - 1)
        return spans.interval(a, b) if a and b and a.low and b.high else None

    return build


def _is_backwards(a: Span | None, b: Span | None) -> bool:
    return bool(a and b and a.start and b.end and a.start > b.end)


def _begins_in(a: Span | None, b: Span | None) -> bool:
    """Whether what ought to be the end holds the beginning: 春节至2008年 is no range."""
    return bool(a and b and a.start and b.start and b.end and b.start < a.start <= b.end)
