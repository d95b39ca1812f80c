"""Link lists: links grouped by what holds them, and what each weighs as a listing."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter
from typing import Final

from archiver.parsers.chrome.linekind import LineKind, link_length
from archiver.parsers.lists.blocks import (
    CARD_LINES,
    NAVIGATION_LENGTH,
    ItemBlocks,
    cells_beside,
    holder_of,
)
from archiver.parsers.lists.dating import MAY_DATE, date_alone, date_by_headings, date_items
from archiver.parsers.lists.items import Item, is_byline, items_of
from archiver.parsers.lists.months import date_in_months
from archiver.parsers.markup.html import Markup

_ADDRESSES: Final = ("http://", "https://", "www.")


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
    may_date = [
        kind != "counter" and MAY_DATE.search(line.folded) is not None
        for line, kind in zip(markup.lines, kinds, strict=True)
    ]
    bylines = {
        line.number
        for line, may in zip(markup.lines, may_date, strict=True)
        if may and is_byline(line)
    }
    bylines |= cells_beside(markup)
    blocks = ItemBlocks(markup, bylines)
    lists: dict[tuple[int, str, str], LinkList] = {}
    within: dict[int, LinkList] = {}  # by the block around their items
    items = list(items_of(markup, kinds, bylines))
    for item in items:
        item.block = blocks.around(markup.lines[item.line].block)
        item.is_card = blocks.is_of_one(item.block)
        parent = markup.blocks[item.block].parent if item.block >= 0 else -1
        group = within.get(parent)
        is_aside = item.line > 0 and _heads_other(markup, kinds, item.line - 1)
        if group is None:
            group = within[parent] = lists.setdefault(holder_of(markup, parent), LinkList())
        below = is_aside and not group.is_aside  # below the list what else there is
        over = group.is_aside and not is_aside and _heading(markup, kinds, item.line)
        if group.items and (below or over):
            group = within[parent] = lists[parent, "", str(item.line)] = LinkList()
        if not group.items:
            group.is_aside = is_aside
            group.heading = "" if group.is_aside else _heading(markup, kinds, item.line)
        group.items.append(item)
    for group in lists.values():
        date_items(group.items, markup, may_date)
    headed = date_by_headings(items, markup, may_date) or date_in_months(items, markup)
    _join(list(lists.values()), headed)
    for group in lists.values():
        for item in group.items:
            item.weight = _weight(item)
            group.weight += item.weight
    return [group for group in lists.values() if group.items]


def _heads_other(markup: Markup, kinds: Sequence[LineKind], number: int) -> bool:
    """Whether a line is the heading of what else there is to read, and no row of such links."""
    line = markup.lines[number]
    return kinds[number] == "related" and link_length(line) * 2 <= len(line.folded)


def _join(lists: Sequence[LinkList], items: Sequence[Item]) -> None:
    """Make items of several lists one list, the first's."""
    if not items:
        return
    named = set(map(id, items))
    parts = [group for group in lists if any(id(item) in named for item in group.items)]
    for group in parts[1:]:
        parts[0].items += [item for item in group.items if id(item) in named]
        group.items = [item for item in group.items if id(item) not in named]
    for group in parts[:1]:
        group.items.sort(key=attrgetter("line"))


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
    dated = [(item.line, item.date.text) for item in items if item.date]
    beside = {n for item in items if item.date for n in (item.line - 1, item.last + 1)}
    numbers.update(n for n in beside - numbers if date_alone(markup, n))
    numbers.update(n - 1 for n, day in dated if n and markup.lines[n - 1].folded == day)
    return numbers


def _between(items: Sequence[Item]) -> set[int]:
    """Lines between items that follow each other at one distance: their leads and dates."""
    lines = sorted({item.line for item in items})
    gaps = Counter(after - before for before, after in pairwise(lines))
    gap, times = gaps.most_common(1)[0] if gaps else (0, 0)
    if not 1 < gap <= CARD_LINES or times * 2 < len(lines) or times < 2:
        return set()
    return {n for line in lines for n in range(line, line + gap)}
