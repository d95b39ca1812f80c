"""Dates that stand alone: a list column, a CMS line, a masthead, a signature."""

import datetime
import re
from typing import Final

from archiver.chinese.dates import spans, words
from archiver.chinese.dates.context import Context
from archiver.chinese.dates.days import exact_day
from archiver.chinese.dates.mention import Mention
from archiver.chinese.dates.placing import place
from archiver.chinese.dates.printed_year import two_digit_year
from archiver.chinese.dates.spans import Span

_SHORT: Final = re.compile(
    rf" *[\[(]? *{words.SHORT_ISO.pattern} *[\])]?(?: +\d\d?:\d\d(?::\d\d)?)? *"
)
_COMPACT: Final = re.compile(r" *(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d) *")
_COLLAPSED: Final = re.compile(r"(?<!\d)(?P<y>20\d\d)(?P<rest>\d{2,4}) *日? *$")
_COLLAPSED_TIME: Final = re.compile(r" *(?P<rest>\d{3,4})(?=[上下]午|晚)")
MONTH_DAY: Final = re.compile(r" *[\[(]? *(?P<m>\d{1,2})[-/](?P<d>\d{1,2}) *[\])]? *")


def read_whole_line(context: Context) -> Mention | None:
    """A line that is nothing but digits: 08-6-25, 20080625, 2012115日; or begins 929上午."""
    text = context.text
    if len(text) <= 24:
        short = _SHORT.fullmatch(text)
        if short is not None:
            year = two_digit_year(int(short["y"]), context)
            point = exact_day(short, year, ("two_digit_year",))
            placed = place(context, point, None) if point else None
            return Mention(short.start("quote"), short.end("d"), *placed) if placed else None
        compact = _COMPACT.fullmatch(text)
        if compact is not None:
            span = spans.day(int(compact["y"]), int(compact["m"]), int(compact["d"]))
            return Mention(compact.start("y"), compact.end("d"), span) if span else None
        signature = read_collapsed(text)
        if signature is not None and not text[: signature.start].strip():
            return signature
    time = _COLLAPSED_TIME.match(text)
    return _read_collapsed_time(context, time) if time else None


_SHORT_INSIDE: Final = re.compile(rf"(?<![\d.\-/]){words.SHORT_ISO.pattern}")


def find_short(context: Context, text: str) -> Mention | None:
    """08-06-25 anywhere in a line that carries one date."""
    match = _SHORT_INSIDE.search(text)
    if match is None:
        return None
    point = exact_day(match, two_digit_year(int(match["y"]), context), ("two_digit_year",))
    placed = place(context, point, None) if point else None
    return Mention(match.start(), match.end(), *placed) if placed else None


def read_collapsed(text: str) -> Mention | None:
    """A date at the end of ``text`` whose 年 月 日 were lost: 201395 is 2013-09-05."""
    match = _COLLAPSED.search(text)
    if match is None:
        return None
    rest, year = match["rest"], int(match["y"])
    found = [
        datetime.date(year, int(rest[:cut]), int(rest[cut:]))
        for cut in range(1, len(rest))
        if rest[0] != "0" and rest[cut] != "0" and spans.day(year, int(rest[:cut]), int(rest[cut:]))
    ]
    if len(rest) == 4 and spans.day(year, int(rest[:2]), int(rest[2:])):
        found = [datetime.date(year, int(rest[:2]), int(rest[2:]))]
    if not found:
        return None
    if len(found) == 1:
        span = spans.uncertain(spans.on(found[0]))
        return Mention(match.start(), match.end(), span, ("collapsed",))
    return Mention(match.start(), match.end(), spans.one_of(found), ("collapsed", "ambiguous"))


def _read_collapsed_time(context: Context, match: re.Match[str]) -> Mention | None:
    rest, year = match["rest"], context.anchor.year
    if year is None:
        return None
    found: list[Span] = []
    for cut in range(1, len(rest)):
        span = spans.day(year, int(rest[:cut]), int(rest[cut:]))
        if span is not None and rest[cut] != "0":
            found.append(span)
    if len(found) != 1:
        return None
    span = spans.uncertain(found[0])
    return Mention(match.start("rest"), match.end(), span, ("collapsed", "year_inferred"))
