"""What stands beside a day and says the same: its weekday, its name, its lunar date."""

import re
from typing import Final

from archiver.chinese.dates import spans
from archiver.chinese.dates.context import Context
from archiver.chinese.dates.festivals import named_again
from archiver.chinese.dates.mention import Mention
from archiver.chinese.dates.point import Point
from archiver.chinese.dates.points import read_point

# Without brackets 周一 may begin a name (周一平), so a sign or a time of day has to follow.
_WEEKDAY: Final = re.compile(
    r" *\( *(?:星期|周|礼拜)(?P<w>[一二三四五六日天]) *\)|,? *星期(?P<x>[一二三四五六日天])"
    r"| *周(?P<z>[一二三四五六日])(?=[,。上下晚 ]|$)"
)
_ENDS: Final = frozenset(("", *",。、;:!?\n"))
_DAY_ENDS: Final = frozenset("日号曰0123456789")
_WEEKDAYS: Final = {c: n for n, c in enumerate("一二三四五六日")} | {"天": 6}


def take_weekday(text: str, point: Point) -> int | None:
    """Let ``point`` include the weekday printed behind it, and say which one it is."""
    if text[point.stop - 1] not in _DAY_ENDS:
        return None
    printed = _WEEKDAY.match(text, point.stop)
    if printed is None:
        return None
    point.stop = printed.end()
    return _WEEKDAYS[printed["w"] or printed["x"] or printed["z"]]


def check_weekday(mention: Mention, weekday: int) -> None:
    """A weekday that is not that of the day is flagged, never corrected."""
    day = mention.span.end if mention.span.start in (None, mention.span.end) else None
    day = day or (mention.span.start if mention.span.end is None else None)
    if day is not None and day.weekday() != weekday:
        mention.flags = (*mention.flags, "weekday_mismatch")


def double_dated(context: Context, mention: Mention) -> Mention:
    """Take in what repeats a day behind it: 3月8日妇女节, 1月26日(农历正月初一), …(2009年1月26日).

    Of a lunar and a civil date the civil one counts; that they differ is flagged.
    """
    text, day = context.text, mention.span.start
    if day is None or mention.span.precision != "day" or mention.span.approximate:
        return mention
    if text[mention.stop : mention.stop + 1] in _ENDS:
        return mention
    mention.stop = named_again(text, mention.stop, day)
    if not text.startswith("(", mention.stop) or mention.stop + 1 >= len(text):
        return mention
    other = read_point(context, mention.stop + 1)
    if other is None or other.lost or not text.startswith(")", other.stop):
        return mention
    lunar = "lunar" in mention.flags
    if lunar == ("lunar" in other.flags):
        return mention
    years = (day.year, day.year - 1) if other.year is None else (other.year,)
    days = [span.start for span in map(other.build, years) if span and span.precision == "day"]
    if not days:
        return mention
    mention.stop = other.stop + 1
    flags = tuple(dict.fromkeys((*mention.flags, *other.flags)))
    if day not in days:
        flags = (*flags, "lunar_mismatch")
        if lunar and days[0] is not None:
            mention.span = spans.on(days[0])
    mention.flags = flags
    return mention
