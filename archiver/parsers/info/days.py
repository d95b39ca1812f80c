"""The days that content systems print, and what they print when they know none."""

import re
from typing import Final

from archiver.chinese.dates import read_date
from archiver.records import Date

DATE_PATTERN: Final = (
    # The look behind stands third: an expression that begins with a sign is found much faster.
    r"(?P<y>(?:19|20)(?<!\d\d\d)\d\d)\s?(?:年|[-/.])\s?(?P<m>\d{1,2})\s?(?:月|[-/.])"
    r"\s?(?P<d>\d{1,2})(?!\d)日?"
)
DATE: Final = re.compile(DATE_PATTERN)
# What no full date can do without: 年, two numbers with a sign between, all digits in a row.
_DATABLE: Final = re.compile(r"[年0-9０-９](?:(?<=年)|[-/.－／．·•・‧﹒]\d|\d{7})")
# Elements side by side that only a style parts: 浏览:2032015-03-18, 2015-03-18203次.
_AGAINST_DAY: Final = re.compile(
    r"[0-9](?:(?=(?:19|20)\d\d(?:-\d\d-\d\d|年\d{1,2}月\d))|\d-\d\d-\d\d(?=\d))"
)
_IMPOSSIBLE: Final = {"invalid_day", "invalid_month"}


def date_of(text: str) -> Date | None:
    """The day printed in a label's value, or the month of a day that does not exist, flagged.

    None for what programs print when they know none (1970-01-01).
    """
    found = read_date(text) if _DATABLE.search(text) else None
    if found is None or found.start is None:
        return None
    return found if found.precision == "day" or _IMPOSSIBLE.intersection(found.flags) else None


def parted(text: str) -> str:
    """``text`` with a blank between a day and a count or an hour that stands against it."""
    may = ("-" in text or "年" in text) and _AGAINST_DAY.search(text)
    return _AGAINST_DAY.sub(r"\g<0> ", text) if may else text


def holds_date(text: str) -> bool:
    """Whether a value is a date, or has one in it."""
    return DATE.search(text) is not None or date_of(text) is not None
