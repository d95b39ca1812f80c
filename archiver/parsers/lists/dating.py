"""The date of every item of a list: beside its title, in it, or alone on the next line."""

import re
from collections.abc import Sequence
from typing import Final

from archiver.chinese.fold import fold
from archiver.parsers.info.days import DATE, date_of, parted
from archiver.parsers.info.labelled import read_info
from archiver.parsers.lines import Anchor, Line
from archiver.parsers.lists.blocks import CARD_LINES, NAVIGATION_LENGTH
from archiver.parsers.lists.dates import (
    SCRAP,
    dated_by_address,
    dates_beside,
    dates_between,
    day_of,
    in_year,
    is_month_and_day,
    month_alone,
)
from archiver.parsers.lists.items import DIGIT, Item, item_title, poster_of
from archiver.parsers.markup.html import Markup
from archiver.records import Date

_YEAR_HEADING: Final = re.compile(
    r"[(\[【]?((?:19|20)\d\d)\s?(?:年?度?|年\s?\d\d?\s?月份?)[)\]】]?:?(?:\s?\(\d{1,4}\))?"
)
_ISSUE: Final = re.compile(r"((?:19|20)\d\d)\s?年?\s?第\s?\d+\s?期")
_NEAR: Final = 3  # lines
_Place = tuple[Item, int, int]  # and the lines where its date may stand
_LETTER: Final = re.compile(r"(?![年月日])[^\W\d_]")
# Most numbers of titles are no dates. A sign that every branch begins with is found much faster.
MAY_DATE: Final = re.compile(r"[0-9年](?:(?<=年)|\d{3}|[-/.月·•・‧﹒]\d)")


def date_items(items: Sequence[Item], markup: Markup, may_date: Sequence[bool]) -> None:
    """Dates inside the items' blocks; else alone on the lines after, or before, the items.

    ``may_date`` tells the lines with numbers that could be a date; most have none.
    """
    if not _may_be_dated(items, may_date):
        return
    between: dict[int, Date] = {}
    for n in {item.line for item in items if may_date[item.line]}:
        between |= dates_between(markup.lines[n])
    for item in items:
        item.date = between.get(item.element) or _date_inside(item, markup, may_date)
    _date_by_elements(items, markup)
    if sum(item.date is None for item in items) * 2 > len(items):
        for item, date in _dated_beside(items, markup, may_date):
            item.date = date
    _date_in_years(items, markup, may_date)


def date_by_headings(
    items: Sequence[Item], markup: Markup, may_date: Sequence[bool]
) -> Sequence[Item]:
    """Days that stand as headings, each over the items of that day; ``items`` in printed order.

    Returns the items that are so dated: one list, whatever holds its days.

    The first of them stands below no item and no lead of one: days that do are of the item above.
    """
    under: list[tuple[Item, Date]] = []
    day: Date | None = None
    last, end, reach = -1, 0, 1
    for item in items:
        above = item.line - 1
        if item.line <= last:
            pass  # beside the item before
        elif above != last and above >= 0 and may_date[above]:
            below_item = not under and above - last <= reach
            day = None if below_item else date_alone(markup, above)
            end = _end_around(markup, above)
        elif above != last or item.line >= end:
            day = None
        if day and item.date and any(may_date[item.line : item.last + 1]):
            return ()  # items have days of their own
        if day:
            under.append((item, day))
        last = item.last
        reach = _NEAR if len(item.title) > NAVIGATION_LENGTH else 1
    if 1 < len({day.edtf for _, day in under}) < len(under):
        for item, day in under:
            item.date = day
        return [item for item, _ in under]
    return ()


def _end_around(markup: Markup, number: int) -> int:
    """Where the element ends that holds a line and more: cells, rows and boxes of heads do not."""
    block = markup.lines[number].block
    while block >= 0 and markup.blocks[block].last <= number + 1:
        block = markup.blocks[block].parent
    return markup.blocks[block].last if block >= 0 else len(markup.lines)


def _dated_beside(
    items: Sequence[Item], markup: Markup, may_date: Sequence[bool]
) -> list[tuple[Item, Date]]:
    """The items with the dates that stand alone on the lines after or before them.

    Between a title and its date may stand a summary, where most items of a list have a date so.
    """
    size = len(may_date)
    last = {item.line: item for item in items}  # of a menu on one line the last
    ends = [*list(last)[1:], size]
    after = [(item, item.last + 1, min(item.last + 2, size)) for item in last.values()]
    before = [(item, max(item.line - 1, 0), item.line) for item in last.values()]
    between = [
        (item, item.last + 1, min(item.last + 1 + _NEAR, end))
        for item, end in zip(last.values(), ends, strict=True)
    ]
    dated = [_alone_at(places, markup, may_date) for places in (after, before, between)]
    if len(dated[-1]) * 2 <= max(len(items), _NEAR):  # not of a list
        dated.pop()
    elif _first_line(dated[2]) < _first_line(dated[1]):
        dated.pop(1)  # each stands over the next item, and below the last
    return max(dated, key=len) or _months(after, markup, may_date)


def _first_line(dated: Sequence[tuple[Item, Date]]) -> int:
    """The line of the first item that is dated; -1 where none is."""
    return dated[0][0].line if dated else -1


def _months(
    places: Sequence[_Place], markup: Markup, may_date: Sequence[bool]
) -> list[tuple[Item, Date]]:
    """The undated items with the month that stands alone behind each: (2022.08)."""
    found = []
    for item, first, end in places:
        may = first < end and may_date[first]
        month = month_alone(markup.lines[first].folded) if may else None
        if month is None or item.date is not None:
            return []  # some of a list are headings of its parts
        found.append((item, month))
    return found


def _alone_at(
    places: Sequence[_Place], markup: Markup, may_date: Sequence[bool]
) -> list[tuple[Item, Date]]:
    """The undated items whose date stands alone on one of their lines; with the first such date."""
    found = []
    for item, first, end in places:
        if item.date is not None or not any(may_date[first:end]):
            continue
        dates = (date_alone(markup, n) for n in range(first, end) if may_date[n])
        if date := next(filter(None, dates), None):
            found.append((item, date))
    return found


def _date_by_elements(items: Sequence[Item], markup: Markup) -> None:
    """10月19日 in an element that gives the whole day to machines."""
    given = dict(markup.times)
    for item in items if given else ():
        if item.date is None or "year_unknown" in item.date.flags:
            day = next((given[n] for n in range(*_lines_of(item, markup)) if n in given), "")
            item.date = date_of(day) or item.date


def _date_in_years(items: Sequence[Item], markup: Markup, may_date: Sequence[bool]) -> None:
    """05-06 beside 工会信息2009年第9期, under /2009/0506/ or a heading 2009年 is of that year."""
    unknown = []
    for item in items:
        if item.date is None or "year_unknown" not in item.date.flags:
            continue
        issue = _ISSUE.search(item.title)
        day = in_year(item.date, issue[1]) if issue else dated_by_address(item.date, item.href)
        item.date = day
        if "year_unknown" in day.flags:
            unknown.append(item)
    if not unknown:
        return
    year, n = "", max(unknown[0].line - _NEAR, 0)
    for item in unknown:
        for number in range(n, item.line):
            if may_date[number] and (
                heading := _YEAR_HEADING.fullmatch(markup.lines[number].folded)
            ):
                year = heading[1]
        n = max(n, item.line)
        if year and item.date:
            item.date = in_year(item.date, year)


def _may_be_dated(items: Sequence[Item], may_date: Sequence[bool]) -> bool:
    """Whether a line in or beside the items, or a title, has numbers that could be a date."""
    first, last = items[0].line - CARD_LINES, items[-1].last + CARD_LINES
    if any(may_date[max(first, 0) : last + 1]):
        return True
    return MAY_DATE.search("\n".join(item.title for item in items)) is not None


def _lines_of(item: Item, markup: Markup) -> tuple[int, int]:
    """The lines of an item, of its link, and of the small block that holds nothing else.

    The first of them, and the one behind the last.
    """
    first, last = item.line, item.last + 1
    if item.is_card:
        block = markup.blocks[item.block]
        first, last = min(first, block.first), max(last, block.last)
    while first and _is_of_link(markup.lines[first - 1], item):
        first -= 1
    return first, last


def _is_of_link(line: Line, item: Item) -> bool:
    """Whether a line is printed by the item's own link: a card that is one link, its day first."""
    return bool(line.anchors) and line.anchors[-1].element == item.element


def _date_inside(item: Item, markup: Markup, may_date: Sequence[bool]) -> Date | None:
    """The full date printed in the item's block, outside the title first.

    Of several links on one line the longest is the title; the others name columns, and so do all
    where none is longest. The day beside who posted it is that of what was posted.
    """
    first, last = _lines_of(item, markup)
    if not any(may_date[first:last]) and not MAY_DATE.search(item.title):
        return None
    if poster_of(markup.lines[item.line]):
        return None
    anchors = markup.lines[item.line].anchors
    if len(anchors) > 1 and (len(anchors) > CARD_LINES or not _is_longest(item, anchors)):
        return None
    texts = [line.folded for line in markup.lines[first:last]]
    if not any(map(DIGIT.search, texts)):
        return None
    title = fold(item.title)
    if not any(title in text for text in texts):  # it is printed cut off
        title = next((fold(a.text) for a in anchors if a.element == item.element), title)
    outside = tuple(text.replace(title, " ", 1) for text in texts)
    whole, day = dates_beside(outside)
    return whole or (date_of(title) if DATE.search(title) else None) or day


def _is_longest(item: Item, anchors: Sequence[Anchor]) -> bool:
    """Whether no other link of a line has as long a title."""
    lengths = [len(item_title(a)) for a in anchors if a.element != item.element]
    return all(length < len(item.title) for length in lengths)


def date_alone(markup: Markup, number: int) -> Date | None:
    """The date that is all a line says; of one with links or more text only if it is labelled.

    The link to who posted it may stand beside the date: 2021年4月26日 小杨.
    """
    if not 0 <= number < len(markup.lines):
        return None
    text = markup.lines[number].folded
    if not MAY_DATE.search(text) or not DIGIT.search(text):
        return None
    if poster := poster_of(markup.lines[number]):
        text = text.replace(poster, " ", 1)
        return None if _LETTER.search(text) else date_of(text)
    if len(text) > SCRAP or markup.lines[number].anchors:
        info = read_info(markup.lines[number])
        return date_of(text) if info is not None and info.is_certain else None
    day = date_of(text)
    if day is None and (apart := parted(text)) != text:
        day = date_of(apart)
    return day or (day_of([text]) if is_month_and_day(text) else None)
