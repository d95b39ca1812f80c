"""Where the 报头 of an issue begins on a page."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile
from typing import Final

from archiver.parsers.bulletin.contents.toc import find_heading
from archiver.parsers.bulletin.dating import read_full_date
from archiver.parsers.bulletin.masthead.masthead import may_name_issue, read_masthead
from archiver.parsers.bulletin.shapes import is_prose
from archiver.parsers.bulletin.words import PRINTED_FIRST
from archiver.parsers.chrome.linekind import LineKind
from archiver.parsers.info.info import Info
from archiver.parsers.layout.infolines import is_sites
from archiver.parsers.lines import Line
from archiver.parsers.lists.items import Item
from archiver.parsers.markup.containers import container_of
from archiver.parsers.markup.html import Markup

WINDOW: Final = 24
"""Lines in which a masthead begins."""
NUMBERED: Final = re.compile(
    r"第\s*[\d〇○零一二三四五六七八九十百廿卅](?:\s?[\d〇○零一二三四五六七八九十百廿卅]){0,7}(?:\s*[-—~至、]\s*第?[\d一二三四五六七八九十]{1,4})?\s*[期号辑周]"
    r"|[〔\[(【](?:19|20)\d\d[〕\])】]\s*第?\s*\d{1,4}\s*[期号]|总\s*第?\s*\d|^[(](?:[一二三四五六七八九十]{1,4}|\d{1,3})[)]$|创\s?刊\s?号|[增试特]\s?刊|\d{4}年\s*\d{1,2}\s*[期号月]"
    r"|[\d一二三四五六七八九十]月[号刊]|[春夏秋冬]季[号刊]|第[一二三四1-4]季度"
)
"""The number or the sort of an issue, as its head and its title print it."""
_OF_NUMBER: Final = re.compile("[期号辑周总刊季月)]")  # it is not without one of them
HEAD_LINES: Final = 8
"""Lines a masthead takes before and after its number."""
_LONGEST: Final = 60  # characters of a line with the number
_OF_OTHER: Final = re.compile(rf"[(\[【]?{PRINTED_FIRST}")  # (原载《工运》2016年第4期)
_NAME: Final = re.compile(r"(?:刊\s*物?|简\s*报)\s*名\s*称?\s*:?\s")
_ROWS: Final = 5  # of such a table
_OF_SITE: Final[tuple[LineKind, ...]] = ("breadcrumb", "link")
_ENTRIES: Final = 3  # links that make a 目录; so far below its heading the first may stand
_MOST_ENTRIES: Final = 150  # more links are a list, whatever stands over them


def find_masthead(
    markup: Markup, kinds: Sequence[LineKind], found: Mapping[int, Info], first: int, stop: int
) -> int | None:
    """The first line of an issue's 报头, if one stands above the text.

    It is looked for before a headline is: the first article's title is often the largest line.
    """
    lines = [
        line
        for line in markup.lines[first:stop]
        if (kinds[line.number] == "text" or _is_bare_number(kinds[line.number], line))
        and not (line.number in found and _is_label_row(found[line.number]))
    ][: WINDOW + HEAD_LINES]
    for at, line in enumerate(lines[:WINDOW]):
        if is_prose(line) or not _may_be_numbered(line):
            continue
        head = _head_start(markup, kinds, lines, at)
        if head is not None:
            return lines[head].number
    return None


def is_head_around_info(
    markup: Markup, found: Mapping[int, Info], certain: AbstractSet[int], first: int
) -> bool:
    """Whether line ``first`` begins a 报头 in whose midst the content system's line stands.

    So it is on pages without a title above the text: the series stands alone, its number below. A
    page's own title names both, and that line is right under it.
    """
    if not any(map(_may_be_numbered, markup.lines[first : first + HEAD_LINES])):
        return False
    head = own_head(markup, first)[:HEAD_LINES]
    told = infos_within(markup, found, certain, head)
    if not told or (NUMBERED.search(markup.lines[first].folded) and first + 1 in certain):
        return False
    own = [markup.lines[n] for n in head if n not in told]
    if not any(NUMBERED.search(line.folded) for line in own):
        return False
    read = read_masthead(own, None, len(own))
    return read is not None and read.end > 1 and read.lines[0] == 0


def _may_be_numbered(line: Line) -> bool:
    text = line.folded
    if len(text) > _LONGEST or not _OF_NUMBER.search(text):
        return False
    return NUMBERED.search(text) is not None and not _OF_OTHER.match(text)


def infos_within(
    markup: Markup, found: Mapping[int, Info], certain: AbstractSet[int], head: range
) -> dict[int, Info]:
    """The content system's lines in a 报头: those with counts or an hour, or beside another day."""
    told = [n for n in head[1:] if n in certain and is_sites(markup.lines[n], found[n])]
    if len(told) == 1 and len(found[told[0]].pairs) == 1 and found[told[0]].bare is None:
        days = (read_full_date(markup.lines[n].folded) for n in head if n not in told)
        told = told if any(days) else []
    return {n: found[n] for n in told}


def own_head(markup: Markup, masthead: int) -> range:
    """The lines of an issue's 报头, whose date is its own: from its first to the text."""
    head = takewhile(lambda line: not is_prose(line), markup.lines[masthead : masthead + WINDOW])
    return range(masthead, masthead + sum(1 for _ in head))


def end_of_index(markup: Markup, masthead: int, items: Sequence[Item]) -> int | None:
    """The line behind the 目录 of an issue whose articles have pages of their own.

    Its links make up the page, as those of a list do; but a list of issues has their numbers, and
    no 目录 under a 报头. One whose articles stand below it may have links to them.
    """
    items = [item for item in items if not item.href.startswith("#")]
    below = markup.lines[masthead : masthead + WINDOW]
    heading = find_heading(below)
    if heading is None or not _ENTRIES <= len(items) <= _MOST_ENTRIES:
        return None
    first, last = min(item.line for item in items), max(item.last for item in items)
    numbered = sum(NUMBERED.search(item.title) is not None for item in items)
    if first <= below[heading].number or first > below[heading].number + _ENTRIES:
        return None
    return None if numbered * 2 > len(items) else last + 1


def _is_bare_number(kind: LineKind, line: Line) -> bool:
    """(3) reads like the number of a page; under a series it is the issue's."""
    return kind == "pagination" and not line.anchors and NUMBERED.fullmatch(line.folded) is not None


def _is_label_row(info: Info) -> bool:
    """Surely an information line, or the 名称 of a table of labels: the page's title once more."""
    return info.is_certain or any(role == "name" for role, _ in info.pairs)


def _head_start(
    markup: Markup, kinds: Sequence[LineKind], lines: Sequence[Line], number: int
) -> int | None:
    """Where the head begins that has its number on line ``number``.

    The series is sought upwards from the number, so that the heading of a box above is none; then
    lines in the same block that belong to the head too (密级, an organisation) are added, up to the
    site's menu or the way to the page.
    """
    up = range(number, max(number - HEAD_LINES, -1), -1)
    above = list(takewhile(lambda at: not is_prose(lines[at]), up))
    if not any(may_name_issue(lines[at].folded) for at in above):
        return None
    last = _name_row(lines, number)
    start = None
    for at in above:
        head = read_masthead(lines[at : number + HEAD_LINES], None, last + 1 - at)
        if head is not None and head.lines:
            start = at + head.lines[0]
            break
    while start is not None and start > 0:
        over, under = lines[start - 1].number, lines[start].number
        if any(kind in _OF_SITE for kind in kinds[over:under]):
            break
        if _around(markup, over) != _around(markup, under):
            break
        head = read_masthead(lines[start - 1 : number + HEAD_LINES], None, number + 2 - start)
        if head is None or not head.lines or head.lines[0] != 0:
            break
        start -= 1
    return start


def _name_row(lines: Sequence[Line], number: int) -> int:
    """The row 刊名 below that of the number in a table of labels; else the line of the number."""
    table = lines[number].table
    below = range(number + 1, min(number + _ROWS, len(lines))) if table is not None else ()
    rows = (at for at in below if lines[at].table == table and _NAME.match(lines[at].folded))
    return next(rows, number)


def _around(markup: Markup, number: int) -> int:
    """The block around the line; around the ``<div>`` that holds this line and no other."""
    block = container_of(markup, number)
    if block < 0 or markup.blocks[block].tag not in ("div", "section"):
        return block
    near = markup.lines[max(number - 1, 0) : number + 2]
    inner = block + 1 < len(markup.blocks) and markup.blocks[block + 1].parent == block
    alone = sum(line.block == block for line in near) == 1 and not inner
    return markup.blocks[block].parent if alone else block
