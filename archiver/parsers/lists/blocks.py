"""The blocks of list items: which element holds one item, and which holds the list."""

import re
from collections.abc import Container
from typing import Final

from archiver.parsers.attachment import is_file
from archiver.parsers.hrefs import absolute
from archiver.parsers.info.days import DATE
from archiver.parsers.lines import Anchor, Line
from archiver.parsers.markup.html import Block, Markup

NAVIGATION_LENGTH: Final = 7  # names of columns are mostly shorter, titles mostly longer
_LEAD: Final = 30  # characters
CARD_LINES: Final = 8
"""An item of a list takes at most that many lines."""

MORE: Final = re.compile(
    r"[\[【(（+]?(?:更\s*多|more|继续阅读|详细|详情|阅读全文|查看(?:全文|详情|更多|(?:19|20)\d\d年(?:\d\d?月)?)|全文)"
    r"[\s\])】）>＞»›→+….]*",
    re.IGNORECASE,
)
"""What links say that lead to the whole of what is printed in part."""


class ItemBlocks:
    """The largest block around a line that links to nothing but its item, found once a block."""

    def __init__(self, markup: Markup, bylines: Container[int]) -> None:
        self._markup = markup
        self._bylines = bylines
        self._around: dict[int, int] = {}
        self._is_of_one: dict[int, bool] = {}

    def around(self, block: int) -> int:
        """Number of the largest such block around ``block``, which may be -1."""
        known = self._around.get(block)
        if known is None:
            known = self._around[block] = self._climb(block)
        return known

    def is_of_one(self, block: int) -> bool:
        """Whether a block is small and holds one item alone; lines parted by <br> share theirs."""
        if block < 0:
            return False
        if block not in self._is_of_one:
            self._is_of_one[block] = self._leads_to_one(self._markup.blocks[block])
        return self._is_of_one[block]

    def _climb(self, block: int) -> int:
        while block >= 0 and self.is_of_one(parent := self._markup.blocks[block].parent):
            block = parent
        return block

    def _leads_to_one(self, block: Block) -> bool:
        """Whether the links of a small block are of one line, or all lead to one page."""
        if block.last - block.first > CARD_LINES:
            return False
        linking = [
            line
            for line in self._markup.lines[block.first : block.last]
            if line.anchors and line.number not in self._bylines
        ]
        if linking and self._encloses(block, linking[0]):
            return False
        hrefs = {anchor.href for line in linking for anchor in line.anchors}
        if len(hrefs) > 1:  # further pages of a thread are the thread's
            named = (a for line in linking for a in line.anchors if not a.text.isdecimal())
            hrefs = {anchor.href for anchor in named}
            if len(hrefs) != 1:
                return False
        if len(linking) <= 1 or absolute(hrefs.pop(), None) is not None:
            return True
        return sum(not _leads_on(line) for line in linking) <= 1

    def _encloses(self, block: Block, line: Line) -> bool:
        """Whether a line links a file below running text: the text has it, and it is no card."""
        above = self._markup.lines[block.first : line.number]
        told = any(len(text.folded) > _LEAD for text in above)
        return told and is_file(line.anchors[0].href, line.anchors[0].text)


def cells_beside(markup: Markup) -> set[int]:
    """Lines of table rows whose links name who wrote an item or answered last, and when.

    Such a row has one title, and everything else that it links is short.
    """
    beside: set[int] = set()
    for row in markup.blocks:
        if row.tag != "tr" or not 1 < row.last - row.first <= CARD_LINES:
            continue
        linked = [line for line in markup.lines[row.first : row.last] if line.anchors]
        longest = [max(map(length_of, line.anchors)) for line in linked]
        if len(linked) < 2 or sum(length > NAVIGATION_LENGTH for length in longest) != 1:
            continue
        others = [
            line
            for line, length in zip(linked, longest, strict=True)
            if length <= NAVIGATION_LENGTH
        ]
        if any(DATE.search(line.folded) for line in markup.lines[row.first : row.last]):
            beside.update(line.number for line in others)
    return beside


def length_of(anchor: Anchor) -> int:
    """Characters of the text of a link; none where that is a date."""
    return 0 if DATE.search(anchor.text) else len(anchor.text.strip())


def _leads_on(line: Line) -> bool:
    """Whether the links of a line lead only to more of the same: [查看全文]."""
    return all(MORE.fullmatch(anchor.text.strip()) for anchor in line.anchors)


def holder_of(markup: Markup, parent: int) -> tuple[int, str, str]:
    """Identity of the element that holds the list; neighbouring lists of one make are one list.

    ``parent`` is the block around the block of an item.
    """
    if parent < 0:
        return -1, "", ""
    holder = markup.blocks[parent]
    if holder.tag in ("ul", "ol", "dl", "table", "tbody"):
        return holder.parent, holder.tag, holder.mark
    return parent, "", ""
