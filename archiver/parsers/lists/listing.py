"""Link lists: links grouped by what holds them, with their titles and dates."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Final

from archiver.chinese.fold import fold, one_line
from archiver.parsers.chrome import LineKind
from archiver.parsers.hrefs import absolute
from archiver.parsers.info import DATE, date_of, read_info
from archiver.parsers.lines import Anchor, Line
from archiver.parsers.lists.blocks import (
    CARD_LINES,
    MORE,
    NAVIGATION_LENGTH,
    ItemBlocks,
    cells_beside,
    holder_of,
    length_of,
)
from archiver.parsers.lists.dates import (
    SCRAP,
    dated_by_address,
    dates_beside,
    dates_between,
    day_of,
    is_month_and_day,
)
from archiver.parsers.markup.html import Markup
from archiver.records import Date

_BULLET: Final = re.compile(r"^[\s·•▪■◆►>»›○●★☆※\-]*(?:\d{1,3}(?:[.、):]|\s)\s*(?=\D))?")
_DIGIT: Final = re.compile(r"\d")
# Most numbers of titles are no dates. A sign that every branch begins with is found much faster.
_MAY_DATE: Final = re.compile(r"[\d年](?:(?<=年)|\d{3}|[-/.月·•・‧﹒]\d)")
_WORD: Final = re.compile(r"\w\w")
_CONTROL: Final = re.compile(
    r"(?:首|上一?|下一?|尾|末|第一)页|^[\d<>«».…\s]+$|^GO$|跳转|前页|后页", re.IGNORECASE
)
_ADDRESSES: Final = ("http://", "https://", "www.")
_HEADINGS: Final = ("h2", "h3", "h4", "h5")
_ITEM_LENGTH: Final = 160
# What stands in a row beside the title: dates, counters, column, serial number, 文号, size.
_BESIDE: Final = re.compile(
    r"(?:19|20)\d\d\s?[-年/.]\s?\d{1,2}(?:\s?[-月/.]\s?\d{1,2}日?)?|\d{1,2}:\d\d(?::\d\d)?"
    r"|(?:日期|时间|点击|阅读|浏览|评论|好评|人气|热度|发布|更新|作者|来源|大小)(?:量|数|次数|时间|日期|于)?\s*:?"
    r"|[\[【(〔<][^\])】〕>]{0,12}[\])】〕>]|[一-鿿]{1,8}[〔\[](?:19|20)\d\d[〕\]]\d+号"
    r"|[\d.,]+\s*(?:[KMG]B?|次|人|字节)?|[\s·•▪■◆►>»›○●★☆※|_:;,/\-]+",
    re.IGNORECASE,
)
_BYLINE: Final = re.compile(
    r"(?:由|作者|发[布表]于|发[布表](?:时间|日期)|日期|时间|posted|by\b)", re.IGNORECASE
)
_FROM: Final = re.compile(r"(?:信息|稿件|文章)?来源\s*:")  # its links name who else printed it
_COMMENTS: Final = re.compile(
    r"(?:\d\s?条?|没有|暂无|发表|留下|添加)(?:评论|留言|回应)|(?:评论|留言)\s?[(:]\s?\d"
)
_CONTROL_LENGTH: Final = 12
_CELL: Final = 16  # characters that a cell beside a title holds at most
_CACHED: Final = 4096  # menus and side lists come again on every page of a site


@dataclass(slots=True, init=False)  # as Line
class Item:
    """A link of a list: its lines, its title and the date printed with it.

    A card may link its date, its title and its lead separately to one address; it is one item.
    """

    line: int
    block: int
    href: str
    title: str
    element: int
    is_heading: bool
    last: int
    date: Date | None
    weight: float

    def __init__(
        self,
        line: int,
        block: int,
        href: str,
        title: str,
        element: int = 0,
        is_heading: bool = False,
        last: int = 0,
        date: Date | None = None,
        weight: float = 0.0,
    ) -> None:
        self.line = line
        self.block = block
        self.href = href
        self.title = title
        self.element = element
        self.is_heading = is_heading
        self.last = last
        self.date = date
        self.weight = weight


@dataclass(slots=True)
class LinkList:
    """Links of one container, in order, with the heading printed above.

    ``weight`` is how much of a listing this is: long titles and dates count, names of columns do
    not.
    """

    heading: str = ""
    is_aside: bool = False  # under a heading like 热点新闻: of what else there is to read
    items: list[Item] = field(default_factory=list)
    weight: float = 0.0


def _weight(item: Item) -> float:
    """How much an item looks like one of a listing."""
    if item.title.startswith(_ADDRESSES):
        return 0.0
    dated = 12.0 if item.date else 0.0
    longer = len(item.title) - NAVIGATION_LENGTH
    return dated if longer <= 0 else dated + 2.0 + min(longer, 30)


def link_lists(markup: Markup, kinds: Sequence[LineKind]) -> list[LinkList]:
    """All link lists of the page: links grouped by the container that holds their items."""
    may_date = [_MAY_DATE.search(line.folded) is not None for line in markup.lines]
    bylines = {
        line.number
        for line, may in zip(markup.lines, may_date, strict=True)
        if may and _is_byline(line)
    }
    bylines |= cells_beside(markup)
    blocks = ItemBlocks(markup, bylines)
    lists: dict[tuple[int, str, str], LinkList] = {}
    within: dict[int, LinkList] = {}  # by the block around their items
    for item in _items(markup, kinds, bylines):
        item.block = blocks.around(markup.lines[item.line].block)
        parent = markup.blocks[item.block].parent if item.block >= 0 else -1
        group = within.get(parent)
        if group is None:
            group = within[parent] = lists.setdefault(holder_of(markup, parent), LinkList())
        if not group.items:
            group.is_aside = item.line > 0 and kinds[item.line - 1] == "related"
            group.heading = "" if group.is_aside else _heading(markup, kinds, item.line)
        group.items.append(item)
    for group in lists.values():
        _date_items(group, markup, may_date)
        for item in group.items:
            item.weight = _weight(item)
            group.weight += item.weight
    return list(lists.values())


def _items(markup: Markup, kinds: Sequence[LineKind], bylines: Container[int]) -> Iterable[Item]:
    """Every link that may be an item of some list; links of one card are one item."""
    card: Item | None = None
    for line, kind in zip(markup.lines, kinds, strict=True):
        if kind not in ("link", "text", "related") or (kind == "text" and not _is_item(line)):
            continue
        if line.number in bylines or _FROM.match(line.folded):
            continue
        heads = line.bold or line.tag in _HEADINGS
        for anchor in _of_row(line) or _unlinked(line, kind):
            title, is_control = _read_title(anchor.text, anchor.title)
            if is_control:
                continue
            item = Item(
                line.number, line.block, anchor.href, title, anchor.element, heads, line.number
            )
            if card is not None and _same_card(card, item):
                _merge(card, item)
                continue
            if card is not None:
                yield card
            card = item
    if card is not None:
        yield card


def _of_row(line: Line) -> tuple[Anchor, ...]:
    """The links of a line; of a row of cells with one title that alone, without authors."""
    if len(line.anchors) < 2 or "\t" not in line.text:
        return line.anchors
    titles = tuple(a for a in line.anchors if length_of(a) > NAVIGATION_LENGTH)
    dated = DATE.search(line.folded) is not None
    return titles if len(titles) == 1 and dated else line.anchors


def _is_control(title: str) -> bool:
    """Links that lead to more of the same, or to no page of their own."""
    return len(title) <= _CONTROL_LENGTH and bool(
        not _WORD.search(title) or MORE.fullmatch(title) or _CONTROL.search(title)
    )


def _unlinked(line: Line, kind: LineKind) -> tuple[Anchor, ...]:
    """An item of a list in a text without markup: its title is known, its address is not."""
    return (Anchor("", line.text.strip(), element=-line.number),) if kind == "link" else ()


def _is_item(line: Line) -> bool:
    """A text line that is a title link with a lead or a date around it."""
    if not line.anchors or len(line.folded) > _ITEM_LENGTH:
        return False
    title = max((anchor.text for anchor in line.anchors), key=len)
    if len(title) * 2 >= len(line.folded):
        return True
    if "\t" in line.text and len(line.anchors) == 1:
        cells = [_BESIDE.sub("", fold(cell).strip()) for cell in line.text.split("\t")]
        if len(title) >= 4 and all(len(cell) <= max(len(title), _CELL) for cell in cells):
            return True
    rest = _BESIDE.sub("", line.folded.replace(fold(title), " ", 1))
    return len(title) >= 4 and len(rest) <= max(len(title), 8)


def _is_byline(line: Line) -> bool:
    """Whether the links of a line name who wrote the item, and where it is filed."""
    text = line.folded
    if not line.anchors or any(len(anchor.text) > _CONTROL_LENGTH for anchor in line.anchors):
        return False
    told = _BYLINE.match(text) or _COMMENTS.search(text)
    return told is not None and DATE.search(text) is not None


def _same_card(card: Item, item: Item) -> bool:
    if item.element == card.element:
        return True
    near = 0 < item.line - card.last <= 3
    return near and item.href == card.href and absolute(item.href, None) is not None


def _merge(card: Item, item: Item) -> None:
    """The title of a card is its first heading, else its first text that is no date."""
    card.last = item.line
    if _is_dateish(card.title) or (item.is_heading and not card.is_heading):
        card.title, card.is_heading, card.line = item.title, item.is_heading, item.line


def _is_dateish(text: str) -> bool:
    return len(text) <= 12 and not re.search(r"[^\d\s年月日./:-]", text)


def _date_items(group: LinkList, markup: Markup, may_date: Sequence[bool]) -> None:
    """Dates inside the items' blocks; else alone on the lines after, or before, the items.

    ``may_date`` tells the lines with numbers that could be a date; most have none.
    """
    if not _may_be_dated(group, may_date):
        return
    between: dict[int, Date] = {}
    for n in {item.line for item in group.items if may_date[item.line]}:
        between |= dates_between(markup.lines[n])
    for item in group.items:
        item.date = between.get(item.element) or _date_inside(item, markup, may_date)
        if item.date and "year_unknown" in item.date.flags:
            item.date = dated_by_address(item.date, item.href)
    undated = [item for item in group.items if item.date is None]
    if len(undated) * 2 <= len(group.items):
        return
    lines = range(len(may_date))
    after = {item.last + 1: item for item in undated}
    before = {item.line - 1: item for item in undated}
    dated = [
        [
            (item, date)
            for n, item in places.items()
            if n in lines and may_date[n] and (date := _date_alone(markup, n))
        ]
        for places in (after, before)
    ]
    for item, date in max(dated, key=len):
        item.date = date


def _may_be_dated(group: LinkList, may_date: Sequence[bool]) -> bool:
    """Whether a line in or beside the items, or a title, has numbers that could be a date."""
    first, last = group.items[0].line - CARD_LINES, group.items[-1].last + CARD_LINES
    if any(may_date[max(first, 0) : last + 1]):
        return True
    return _MAY_DATE.search("\n".join(item.title for item in group.items)) is not None


def _date_inside(item: Item, markup: Markup, may_date: Sequence[bool]) -> Date | None:
    """The full date printed in the item's block, outside the title first.

    Of several links on one line the longest is the title; the others name columns.
    """
    first, last = item.line, item.last + 1
    if item.block >= 0:
        block = markup.blocks[item.block]
        if block.last - block.first <= CARD_LINES:
            first, last = min(first, block.first), max(last, block.last)
    if not any(may_date[first:last]) and not _MAY_DATE.search(item.title):
        return None
    anchors = markup.lines[item.line].anchors
    if len(anchors) > 1 and (
        len(anchors) > CARD_LINES or len(item.title) < max(len(item_title(a)) for a in anchors)
    ):
        return None
    texts = [line.folded for line in markup.lines[first:last]]
    if not any(map(_DIGIT.search, texts)):
        return None
    title = fold(item.title)
    if not any(title in text for text in texts):  # it is printed cut off
        title = next((fold(a.text) for a in anchors if a.element == item.element), title)
    outside = tuple(text.replace(title, " ", 1) for text in texts)
    whole, day = dates_beside(outside)
    return whole or (date_of(title) if DATE.search(title) else None) or day


def _date_alone(markup: Markup, number: int) -> Date | None:
    if not 0 <= number < len(markup.lines):
        return None
    text = markup.lines[number].folded
    if not _MAY_DATE.search(text) or not _DIGIT.search(text):
        return None
    if len(text) > SCRAP or markup.lines[number].anchors:
        info = read_info(markup.lines[number])
        return date_of(text) if info is not None and info.is_certain else None
    return date_of(text) or (day_of([text]) if is_month_and_day(text) else None)


def item_title(anchor: Anchor) -> str:
    """The title of a linked item without bullet and date; the ``title`` attribute when cut off."""
    return _read_title(anchor.text, anchor.title)[0]


@lru_cache(maxsize=_CACHED)
def _read_title(printed: str, full: str | None) -> tuple[str, bool]:
    """The title of an item, and whether it is that of a control."""
    title = _title(printed, full)
    return title, _is_control(title)


def _title(printed: str, full: str | None) -> str:
    bullet = _BULLET.match(printed)
    text = one_line(printed[bullet.end() if bullet else 0 :]) or one_line(printed)
    if full and text.endswith(("..", "…")):
        cut = text.rstrip(".…")
        text = one_line(full) if len(full) > len(cut) else text
    dated = DATE.search(text) if _DIGIT.search(text) else None
    if dated and dated.end() >= len(text) - 2 and dated.start() >= 4:
        text = text[: dated.start()].rstrip(" [(（【")
    elif dated and dated.start() <= 2 and len(text) - dated.end() >= 4:
        text = text[dated.end() :].lstrip(" ])）】:")
    return text


def _heading(markup: Markup, kinds: Sequence[LineKind], number: int) -> str:
    """The short line above a list, if there is one."""
    for n in range(number - 1, max(number - 3, -1), -1):
        if kinds[n] in ("text", "link") and len(markup.lines[n].folded) <= 12:
            return markup.lines[n].folded
    return ""


def card_lines(markup: Markup, items: Sequence[Item]) -> set[int]:
    """Numbers of the lines of list items, with the dates and leads beside the links."""
    numbers = _between(items)
    for item in items:
        numbers.update(range(item.line, item.last + 1))
        if item.block >= 0:
            block = markup.blocks[item.block]
            if block.last - block.first <= CARD_LINES:
                numbers.update(range(block.first, block.last))
    beside = {n for item in items if item.date for n in (item.line - 1, item.last + 1)}
    numbers.update(n for n in beside - numbers if _date_alone(markup, n))
    return numbers


def _between(items: Sequence[Item]) -> set[int]:
    """Lines between items that follow each other at one distance: their leads and dates."""
    lines = sorted({item.line for item in items})
    gaps = Counter(after - before for before, after in pairwise(lines))
    gap, times = gaps.most_common(1)[0] if gaps else (0, 0)
    if not 1 < gap <= CARD_LINES or times * 2 < len(lines) or times < 2:
        return set()
    return {n for line in lines for n in range(line, line + gap)}
