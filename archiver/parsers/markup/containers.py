"""What holds a line: the blocks around it."""

from typing import Final

from archiver.parsers.markup.html import Markup

_LEVELS: Final = 3  # so many blocks around a line's own are near it


def container_of(markup: Markup, number: int) -> int:
    """The block around the line, or around its paragraph."""
    block = markup.lines[number].block
    while block >= 0 and markup.blocks[block].tag in ("p", "li", "span"):
        block = markup.blocks[block].parent
    return block


def near_end(markup: Markup, number: int) -> int:
    """Where the blocks near a line end: before this line; the page's end if none is around it."""
    block = container_of(markup, number) if 0 <= number < len(markup.lines) else -1
    for _ in range(_LEVELS):
        block = markup.blocks[block].parent if block >= 0 else -1
    return markup.blocks[block].last if block >= 0 else len(markup.lines)
