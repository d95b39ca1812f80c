"""The dates that lists print beside their titles: whole, in pieces, without year or century."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from archiver.chinese.dates import read_date
from archiver.chinese.fold import fold
from archiver.parsers.info.days import DATE, date_of, parted
from archiver.parsers.lines import Line
from archiver.records import Date

SCRAP: Final = 24
"""Characters of a line that holds hardly more than a date."""

_MONTH: Final = re.compile(
    r"[\[(]?(?P<said>(?P<year>(?:19|20)\d\d)[-/.年](?P<month>\d\d?)月?)[\])]?"
)
_SCRAPS: Final = 60  # characters beside a title that are no text of their own
_MONTH_DAY: Final = re.compile(r"[\[(]?(\d{1,2}[-/.月]\d{1,2}日?)[\])]?(?!\d)")
# A bullet or the column in brackets may stand before the title: ·[维权] … 05-18.
_BEFORE_TITLE: Final = re.compile(
    r"^(?:[\s·•▪■◆►>»›○●★☆※|]|\[[^\]\d]{1,12}\]|【[^】\d]{1,12}】|〔[^〕\d]{1,12}〕)+"
)
_DAY_MONTH: Final = re.compile(r"\s?(\d\d?)日?(?:\s|(?<=\d\d))(\d\d?)月(?=\s|$)")
# The look behind stands third: an expression that begins with a sign is found much faster.
_FILED: Final = re.compile(r"((?:19|20)(?<!\d\d\d)\d\d)[-_/]?(\d\d)[-_/]?(\d\d)(?!\d)")
_YEAR_FOLDER: Final = re.compile(r"/((?:19|20)\d\d)/(?=[^/]*$)")
# Calendar-like cards print day and month apart from the year or the month, in either order.
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_FOUR_DIGITS: Final = re.compile(r"\d{4}")
_SPLIT_DATES: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\d)(?P<day>\d{{1,2}})日?[\s/]*{_YEAR}\s*[-./年]\s*(?P<month>\d{{1,2}})(?![\d./-])月?",
        rf"(?<!\d){_YEAR}\s*[-./年]\s*(?P<month>\d{{1,2}})月?\s+(?P<day>\d{{1,2}})(?![\d:])日?",
        rf"(?<!\d){_YEAR}[-./](?P<month>\d\d)(?P<day>\d\d)(?!\d)",
        rf"(?<!\d)(?P<month>\d{{1,2}})[-/.月](?P<day>\d{{1,2}})日?\s+{_YEAR}(?![\d./-])年?",
        rf"(?<!\d)(?P<day>\d{{1,2}})\s+(?P<month>\d{{1,2}})月[\s,]+{_YEAR}(?![\d./-])",
        rf"(?<!\d)(?P<day>\d\d)(?P<month>\d\d)月[\s,]*{_YEAR}(?![\d./-])",
        rf"(?<!\d)(?P<month>\d\d)[-/.](?P<day>\d\d){_YEAR}(?![\d./-])",
        rf"(?<!\d){_YEAR}\s*(?P<month>\d\d)[/-](?P<day>\d\d)(?:\s*(?=\d\d:\d\d)|(?![\d/-]))",
        rf"(?<!\d){_YEAR}年?\s+(?P<month>\d{{1,2}})[-/.月](?P<day>\d{{1,2}})(?!\d)日?",
    )
)
_CACHED: Final = 4096  # the same days stand in all lists of a site


def dates_beside(texts: tuple[str, ...]) -> tuple[Date | None, Date | None]:
    """The full date in the folded texts beside a title, and else one without its year."""
    return (_remembered if sum(map(len, texts)) <= _SCRAPS else _dates_of)(texts)


def _dates_of(texts: Sequence[str]) -> tuple[Date | None, Date | None]:
    dated = [text for text in texts if DATE.search(text)]
    dated = dated or [apart for text in texts if (apart := parted(text)) != text]
    # A lead may speak of days too: the line that holds little else has the item's date.
    whole = date_of(min(dated, key=len, default="")) or split_date(texts)
    return whole, None if whole else day_of(texts)


_remembered = lru_cache(maxsize=_CACHED)(_dates_of)


def dates_between(line: Line) -> dict[int, Date]:
    """The dates of a line with several links, each printed in, behind or before its own link.

    By element of the link; empty where fewer than two links have one.
    """
    if len(line.anchors) < 2:
        return {}
    gaps: list[str] = []
    at = 0
    for anchor in line.anchors:
        start = line.text.find(anchor.text, at)
        if start < 0:
            return {}
        gaps.append(line.text[at:start])
        at = start + len(anchor.text)
    gaps.append(line.text[at:])
    dates = [_date_in(gap) for gap in gaps]
    beside = dates[:-1] if dates[0] and not dates[-1] else dates[1:]
    if not any(dates):
        beside = [_date_in(anchor.text) for anchor in line.anchors]
    found = {a.element: date for a, date in zip(line.anchors, beside, strict=True) if date}
    return found if len(found) > 1 else {}


def _date_in(text: str) -> Date | None:
    return next(filter(None, dates_beside((fold(text),))), None)


def dated_by_address(date: Date, href: str) -> Date:
    """06-26 of an item filed under /2014/0626/, t20140626_9.htm or /2014/55.htm is of that year."""
    for found in _FILED.finditer(href):
        year, month, day = found.groups()
        if date.edtf and date.edtf[4:] == f"-{month}-{day}":
            return _in_year(f"{year}-{month}-{day}", date.text) or date
    years = _YEAR_FOLDER.findall(href)
    return in_year(date, years[0]) if len(years) == 1 else date


def in_year(date: Date, year: str) -> Date:
    """A day without its year, in the year that is known from elsewhere."""
    return _in_year(f"{year}-{date.edtf[5:]}", date.text) or date if date.edtf else date


@lru_cache(maxsize=_CACHED)
def _in_year(iso: str, printed: str) -> Date | None:
    whole = date_of(iso)
    if whole is None or whole.edtf != iso:
        return None
    return whole.model_copy(update={"text": printed, "flags": ("year_inferred",)})


def split_date(texts: Sequence[str]) -> Date | None:
    """A date whose day or year stands apart, in short scraps of folded text."""
    text = "\n".join(text for text in texts if len(text) <= SCRAP)
    for pattern in _SPLIT_DATES if _FOUR_DIGITS.search(text) else ():
        if split := pattern.search(text):
            found = date_of(f"{split['year']}-{split['month']}-{split['day']}")
            return found.model_copy(update={"text": " ".join(split[0].split())}) if found else None
    return None


def day_of(texts: Sequence[str]) -> Date | None:
    """A date without its century (08-06-25), or without its year."""
    bare = (
        _BEFORE_TITLE.sub("", text, count=1) if len(text) <= SCRAP else text
        for text in map(str.strip, texts)
    )
    text = next((text for text in bare if _MONTH_DAY.match(text)), "")
    found = _MONTH_DAY.match(text)
    if found is None:
        return _day_over_month(texts)
    more = found.end() < len(text) <= SCRAP
    return (date_of(text) if more else None) or read_date(found[1])


def _day_over_month(texts: Sequence[str]) -> Date | None:
    """28 over 03月: the leaf of a calendar without its year."""
    leaf = next(filter(None, (_DAY_MONTH.match(text) for text in texts if "月" in text[:6])), None)
    day = read_date(f"{leaf[2]}月{leaf[1]}日") if leaf else None
    return day.model_copy(update={"text": leaf[0].strip()}) if leaf and day else None


def is_month_and_day(text: str) -> bool:
    """Whether the text is 06-25 or 6月25日, in brackets or not."""
    return _MONTH_DAY.fullmatch(text) is not None


@lru_cache(maxsize=_CACHED)
def month_alone(text: str) -> Date | None:
    """The month that is all a folded text says: 2022.08, 2022年8月, in brackets or not."""
    found = _MONTH.fullmatch(text)
    month = read_date(f"{found['year']}年{found['month']}月") if found else None
    return month.model_copy(update={"text": found["said"]}) if found and month else None
