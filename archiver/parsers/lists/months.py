"""Days printed alone beside titles, under the heading of their month: 26日 under 2019年4月."""

import re
from collections.abc import Sequence
from typing import Final

from archiver.parsers.info.days import date_of
from archiver.parsers.lists.dates import month_alone
from archiver.parsers.lists.items import Item
from archiver.parsers.markup.html import Markup
from archiver.records import Date

_DAY: Final = re.compile(r"(\d\d?)日")
_DAY_LENGTH: Final = 3  # characters
_MONTH: Final = 12  # characters of the heading of a month
_DAY_BEFORE: Final = re.compile(r"[·•\s]*(\d\d?日)")


def date_in_months(items: Sequence[Item], markup: Markup) -> Sequence[Item]:
    """Date every item that has its day over or before it and its month over that.

    Returns those items; none where items have dates of their own.
    """
    if not any(month_alone(line.folded) for line in markup.lines if len(line.folded) <= _MONTH):
        return ()
    dated: list[tuple[Item, Date]] = []
    month: Date | None = None
    below = 0
    for item in items:
        printed = None
        for line in markup.lines[below : item.line]:
            if found := month_alone(line.folded):
                month, printed = found, None
            elif _is_day(line.folded):
                printed = line.folded
        below = item.last + 1
        printed = _day_before(item, markup) or printed
        if month and printed and item.date:
            return ()
        if month and printed and (day := _in_month(month, printed)):
            dated.append((item, day))
    if len(dated) < 2:
        return ()
    for item, day in dated:
        item.date = day
    return [item for item, _ in dated]


def _day_before(item: Item, markup: Markup) -> str | None:
    """26日 on the line of the item, before its link."""
    line = markup.lines[item.line]
    found = _DAY_BEFORE.match(line.folded)
    return found[1] if found and len(line.anchors) == 1 and not item.title[:1].isdigit() else None


def _is_day(text: str) -> bool:
    return len(text) <= _DAY_LENGTH and _DAY.fullmatch(text) is not None


def _in_month(month: Date, printed: str) -> Date | None:
    whole = date_of(f"{month.edtf}-{printed.removesuffix('日').zfill(2)}")
    if whole is None or whole.precision != "day":
        return None
    return whole.model_copy(update={"text": printed, "flags": ("year_inferred",)})
