"""The blocks of list items: which element holds one item, and which holds the list."""

import re
from collections.abc import Container
from typing import Final

from archiver.parsers.hrefs import absolute
from archiver.parsers.lines import Line
from archiver.parsers.markup.html import Block, Markup

CARD_LINES: Final = 8
"""An item of a list takes at most that many lines."""

MORE: Final = re.compile(
    r"[\[【(（+]?(?:更\s*多|more|继续阅读|详细|详情|阅读全文|查看(?:全文|详情|更多)|全文)"
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

    def _climb(self, block: int) -> int:
        blocks, known = self._markup.blocks, self._is_of_one
        while block >= 0 and (parent := blocks[block].parent) >= 0:
            if parent not in known:
                known[parent] = self._leads_to_one(blocks[parent])
            if not known[parent]:
                break
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
        hrefs = {anchor.href for line in linking for anchor in line.anchors}
        if len(hrefs) > 1:
            return False
        if len(linking) <= 1 or absolute(hrefs.pop(), None) is not None:
            return True
        return sum(not _leads_on(line) for line in linking) <= 1


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
