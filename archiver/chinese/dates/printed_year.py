"""Years as printed: 2008年, 二〇〇八年, 08年, 今年, 民国三十六年."""

from typing import Final

from archiver.chinese.dates import spans, words
from archiver.chinese.dates.context import Context
from archiver.chinese.dates.point import Point, number
from archiver.chinese.numerals import read_number

LATEST_TWO_DIGIT_YEAR: Final = 27
"""Two digits up to this one are 20yy, else 19yy; a later anchor moves it."""
_DIGITS: Final = frozenset("0123456789")


def two_digit_year(value: int, context: Context) -> int:
    """The full year of ’08 or 98."""
    pivot = max(LATEST_TWO_DIGIT_YEAR, (context.anchor.year or 0) % 100 + 1)
    return 2000 + value if value <= pivot else 1900 + value


def read_year(context: Context, at: int) -> Point | None:
    """A year at ``at``, stated or relative; None when a month stands there."""
    text = context.text
    first = text[at]
    if "月" in text[at + 1 : at + 3]:
        return None
    if first in _DIGITS or first in "一二七八九〇○零":
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
    printed = read_number(next(part for part in match.groups() if part))
    if printed is None:
        return None
    value = two_digit_year(printed, context)
    flags = ("two_digit_year",)
    return Point(at, match.end(), spans.whole_year, value, flags, bare_year=True)


def _read_republic_year(context: Context, at: int) -> Point | None:
    match = words.REPUBLIC_YEAR.match(context.text, at)
    if match is None:
        return None
    value = number(match["y"])
    return Point(at, match.end(), spans.whole_year, 1911 + value, ("roc",), bare_year=True)
