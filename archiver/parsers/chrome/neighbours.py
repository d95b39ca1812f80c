"""The links to the pages before and after this one that only their markup tells apart."""

import re
from functools import lru_cache
from typing import Final

from archiver.parsers.lines import Line
from archiver.parsers.markup.beside import Side
from archiver.parsers.markup.html import Markup

# Of elements around one link: nav-previous, post-navigation__next, <li class="previous">.
_SIDE: Final = re.compile(r"(?:^|[ _-])(?:(prev|previous)|next)(?:$|[ _-])")
_SLIDE: Final = re.compile("slid|swiper|carousel")
_TITLE: Final = re.compile("[一-鿿].*[一-鿿].*[一-鿿].*[一-鿿]")  # 下一页 and 更多 are none


def is_neighbour(markup: Markup, line: Line) -> bool:
    """Whether a linked line is a title alone in an element named as that of a neighbour.

    Or links that all say so themselves: both neighbours may stand on one line.
    """
    # Most links say nothing of themselves, and are not asked one by one.
    own = line.number in markup.turns and None not in sides_said(markup, line)
    if not own and side_of(markup, line) is None:
        return False
    return _TITLE.search(line.folded) is not None


def sides_said(markup: Markup, line: Line) -> list[Side | None]:
    """What every link of a line says of itself."""
    said = markup.turns.get(line.number, {})
    return [said.get(anchor.href) for anchor in line.anchors]


def side_of(markup: Markup, line: Line) -> Side | None:
    """Which neighbour the innermost named element around one line says it is."""
    number = line.block
    while number >= 0:
        block = markup.blocks[number]
        if block.first != line.number or block.last != line.number + 1:
            return None
        if block.mark:
            return _side_named(block.mark)
        number = block.parent
    return None


@lru_cache(maxsize=4096)  # the pages of a site share their elements
def _side_named(mark: str) -> Side | None:
    named = None if _SLIDE.search(mark) else _SIDE.search(mark)
    if named is None:
        return None
    return "previous" if named[1] else "next"
