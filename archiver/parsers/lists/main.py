"""The list that could be what a page is there for."""

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from archiver.chinese.fold import one_line
from archiver.parsers.bulletin.shapes import is_sentence
from archiver.parsers.chrome.linekind import LineKind
from archiver.parsers.headline.titletag import parts_of
from archiver.parsers.hrefs import absolute
from archiver.parsers.lines import Line
from archiver.parsers.lists.blocks import MORE, NAVIGATION_LENGTH
from archiver.parsers.lists.items import Item
from archiver.parsers.lists.listing import LinkList
from archiver.parsers.lists.onlyentry import is_only_entry
from archiver.parsers.markup.html import Markup

_MOST: Final = 0.7
_BESIDE: Final = 3


@dataclass(slots=True)
class MainList:
    """The items of a page's main list; ``is_only_entry``: its one item is all its column has."""

    items: list[Item]
    is_only_entry: bool


def main_list(markup: Markup, kinds: Sequence[LineKind], lists: Sequence[LinkList]) -> MainList:
    """What could be the page's main list.

    A list may be cut into parts with headings: the innermost block with most of what is listed on
    the page holds them all. A row of pictures does not: the next row goes on.
    """
    lists = _own(markup, kinds, lists)
    weights = [0.0] * len(markup.lines)
    held = [0] * len(markup.lines)
    for group in lists:
        for item in group.items:
            weights[item.line] += item.weight
            held[item.line] += 1
    sums = [0.0, *accumulate(weights)]
    counts = [0, *accumulate(held)]
    span = range(len(markup.lines))
    rows = {_row_of(markup, group) for group in lists}
    for number, block in enumerate(markup.blocks):
        if number in rows or sums[block.last] - sums[block.first] < _MOST * sums[-1]:
            continue
        if counts[block.last] - counts[block.first] > 1:  # one item is no list
            span = range(block.first, block.last)
    inside = [group for group in lists if any(item.line in span for item in group.items)]
    titled = _titled(markup, inside) or inside  # the others are menus
    items = [item for group in _dated(titled) for item in group.items]
    # Names of columns side by side on a line are a menu.
    listed = [i for i in items if i.weight or len(markup.lines[i.line].anchors) < 2]
    chosen = _once(_without_headings(_without_menus(listed, items) or listed or items))
    chosen = _below_heading(chosen, kinds)
    items = [*_leading(markup, lists, chosen), *chosen]
    return MainList(items, is_only_entry(markup, kinds, items))


def _without_menus(listed: Sequence[Item], items: Sequence[Item]) -> list[Item]:
    """What is listed, without lines of names of columns: one of them may be as long as a title."""
    if len(listed) == len(items):
        return [*listed]
    named = Counter(item.line for item in items)
    titled = Counter(item.line for item in listed)
    return [i for i in listed if titled[i.line] * 2 >= named[i.line]]


def _below_heading(items: list[Item], kinds: Sequence[LineKind]) -> list[Item]:
    """A list without the menu over the line that heads its titles: both in cells of one table."""
    first = next((n for n, item in enumerate(items) if item.weight), 0)
    if first < _BESIDE or "text" not in kinds[items[first - 1].last + 1 : items[first].line]:
        return items
    return items[first:]


def _titled(markup: Markup, lists: Sequence[LinkList]) -> list[LinkList]:
    """Lists with titles, and rows of short ones in the table of such a row."""
    tables = {_table_of(markup, group) for group in lists if group.weight} - {-1}
    return [group for group in lists if group.weight or _table_of(markup, group) in tables]


def _table_of(markup: Markup, group: LinkList) -> int:
    """The table of whose row a list is; -1 for others."""
    row = _row_of(markup, group)
    return markup.blocks[row].parent if row >= 0 else -1


def _row_of(markup: Markup, group: LinkList) -> int:
    """The row of a table that a list fills, each item in a cell of its own; -1 for others."""
    blocks, cell = markup.blocks, group.items[0].block
    row = blocks[cell].parent if cell >= 0 else -1
    if row < 0 or blocks[row].tag != "tr":
        return -1
    return row if len({item.block for item in group.items}) == len(group.items) else -1


def _own(markup: Markup, kinds: Sequence[LineKind], lists: Sequence[LinkList]) -> list[LinkList]:
    """The lists that may be the page's own: none of a menu, and none of what else there is to read.

    Over the breadcrumb stand the menus of the site and what is new on it; a menu that names the
    page's own column stands beside the list.
    """
    names = {one_line(markup.title or ""), *parts_of(markup.title)}
    own: list[LinkList] = []
    beside, weight = -1, 0.0  # the line below a list of what else there is to read
    for group in lists:
        goes_on = group.items[0].line == beside and group.weight <= 2 * weight
        is_aside = group.is_aside or goes_on
        beside, weight = (group.items[-1].last + 1, group.weight) if is_aside else (-1, 0.0)
        if _is_dated(group):
            own.append(group)
        elif not is_aside and (part := _without_menu(markup, group, names)):
            own.append(part)
    if "breadcrumb" not in kinds:
        return own
    crumb = kinds.index("breadcrumb")
    below = [part for group in own if (part := _below(group, crumb))]
    return _dated(below) if any(map(_is_dated, below)) else [*filter(_is_dated, own), *below]


def _is_dated(group: LinkList) -> bool:
    return any(item.date for item in group.items)


def _without_menu(markup: Markup, group: LinkList, names: Container[str]) -> LinkList | None:
    """A list without the elements that name the page itself, as the menu beside its column does."""
    named = [item for item in group.items if item.title in names]
    if not named:
        return group
    titled = {item.line for item in group.items if item not in named}
    if len(titled & {item.line for item in named}) > 1:  # each row has its column and a title
        return _part(group, [item for item in group.items if item not in named])
    holders = [markup.blocks[i.block].parent if i.block >= 0 else -1 for i in group.items]
    menus = {
        holder
        for item, holder in zip(group.items, holders, strict=True)
        if item in named and holders.count(holder) > 1
    }
    return _part(group, [i for i, h in zip(group.items, holders, strict=True) if h not in menus])


def _below(group: LinkList, number: int) -> LinkList | None:
    """The part of a list below a line."""
    if group.items[0].line > number:
        return group
    return _part(group, [item for item in group.items if item.line > number])


def _part(group: LinkList, items: list[Item]) -> LinkList | None:
    weight = sum(item.weight for item in items)
    return LinkList(group.heading, group.is_aside, items, weight) if items else None


def _leading(markup: Markup, lists: Sequence[LinkList], items: Sequence[Item]) -> list[Item]:
    """The first item of a list of dated ones, if it is set above them as a heading with a lead."""
    if len(items) < _BESIDE or not all(item.date for item in items):
        return []
    first = min(item.line for item in items)
    return [
        item
        for group in lists
        for item in group.items
        if item.is_heading
        and len(item.title) > NAVIGATION_LENGTH
        and item.last < first <= item.last + _BESIDE
        and _is_lead(markup.lines[item.last + 1 : first], item.href)
    ]


def _is_lead(lines: Sequence[Line], href: str) -> bool:
    """Whether running text stands between an item and the next, and no link to another page."""
    told = any(map(is_sentence, lines))
    links = (a for line in lines for a in line.anchors)
    return told and all(a.href == href or MORE.fullmatch(a.text.strip()) for a in links)


def _dated(lists: list[LinkList]) -> list[LinkList]:
    """Lists whose items have dates go before lists without, unless these are much heavier."""
    dated = list(filter(_is_dated, lists))
    heaviest = max((group.weight for group in lists), default=0.0)
    return dated if dated and sum(g.weight for g in dated) * 3 >= heaviest else lists


def _once(items: list[Item]) -> list[Item]:
    """A list whose every item comes again, for phones or as a table of the same, taken once."""
    if len({item.href for item in items}) * 2 > len(items):
        return items
    found: dict[tuple[str, str], list[Item]] = {}
    for item in items:
        found.setdefault((item.href, item.title), []).append(item)
    if len(found) < 2 or min(map(len, found.values())) < 2:
        return items
    if any(absolute(href, None) is None for href, _ in found):
        return items  # of a page that leads nowhere
    return [next((item for item in same if item.date), same[0]) for same in found.values()]


def _without_headings(items: list[Item]) -> list[Item]:
    """Where nearly every item has a date, a short one without is the name of a column."""
    dated = sum(item.date is not None for item in items)
    if dated * 2 < len(items):
        return items
    return [item for item in items if item.date or len(item.title) > NAVIGATION_LENGTH]
