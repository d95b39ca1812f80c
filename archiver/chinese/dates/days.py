"""Builders of days and months, and what becomes of a day that does not exist."""

import re
from collections.abc import Callable
from functools import cache, partial
from typing import Final

from archiver.chinese.dates import spans
from archiver.chinese.dates.point import Build, Point
from archiver.chinese.dates.spans import Span

SENTINELS: Final = {(1899, 12, 30), (1900, 1, 1), (1970, 1, 1), (0, 0, 0), (1, 1, 1)}
"""Dates that programs write for "none"."""


def exact_day(match: re.Match[str], year: int, flags: tuple[str, ...] = ()) -> Point | None:
    """A point from the groups m and d of ``match``, or None when they cannot be a date."""
    month, day = int(match["m"]), int(match["d"])
    if (year, month, day) in SENTINELS:
        nothing = lambda _: spans.NOTHING  # noqa: E731
        return Point(match.start(), match.end(), nothing, year, (*flags, "sentinel"))
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return day_point(match.start(), match.end(), year, month, day, flags)


def day_point(
    start: int, stop: int, year: int | None, month: int, day: int, flags: tuple[str, ...] = ()
) -> Point:
    """A day, or the coarsest valid part of it with a flag when it does not exist."""
    if not 1 <= month <= 12:
        return Point(start, stop, uncertain_year, year, (*flags, "invalid_month"))
    longest = spans.days_in(2000 if year is None else year, month)
    if not 1 <= day <= longest:
        build: Build = partial(uncertain_month, month)
        return Point(start, stop, build, year, (*flags, "invalid_day"), month=month)
    return Point(start, stop, partial(day_in, month, day), year, flags, month=month)


def day_in(month: int, day: int, year: int) -> Span | None:
    """The day with the year last, as builders want it."""
    return spans.day(year, month, day)


@cache
def days_of(month: int) -> Callable[[int, int], Span | None]:
    """Builds days of one month."""
    return partial(day_in, month)


def month_in(month: int, year: int) -> Span:
    """The month with the year last."""
    return spans.month(year, month)


def quarter_in(which: int, year: int) -> Span:
    """The quarter with the year last."""
    return spans.quarter(year, which)


def uncertain_month(month: int, year: int) -> Span:
    """The month of a day that does not exist."""
    return spans.uncertain(spans.month(year, month))


def uncertain_year(year: int) -> Span:
    """The year of a month that does not exist."""
    return spans.uncertain(spans.whole_year(year))
