"""What boards print beside a post: its writer with rank and points, and what members sign with."""

from typing import Final

from archiver.parsers.lines import Block
from archiver.parsers.markup.html import Markup

# Of Discuz!, on which nearly all boards run: up to 7, and from X on.
_WRITER: Final = frozenset({"postauthor", "pls"})
_ENDS: Final = _WRITER | {"signatures", "sign"}
_LONGEST_NAME: Final = 16


def writer_lines(markup: Markup) -> range:
    """The lines of the box beside the first post that tells of its writer."""
    first = next((block for block in markup.blocks if block.mark in _WRITER), None)
    return range(first.first, first.last) if first else range(0)


def lines_below_post(markup: Markup, writer: range) -> set[int]:
    """The lines that end the first post: what its ``writer`` signs with, and the next one's box."""
    if not writer:
        return set()
    below = filter(lambda block: _ends_post(block, writer.stop), markup.blocks)
    return {n for block in below for n in range(block.first, block.last)}


def _ends_post(block: Block, first: int) -> bool:
    return block.first >= first and block.mark in _ENDS


def writer_of(markup: Markup) -> str | None:
    """The name under which a post was written: the first line of the box beside it."""
    box = writer_lines(markup)
    name = markup.lines[box.start].text.strip() if box else ""
    return name if 1 < len(name) <= _LONGEST_NAME else None
