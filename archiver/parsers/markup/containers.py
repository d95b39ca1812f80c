"""What holds a line: the blocks around it."""

from archiver.parsers.markup.html import Markup


def container_of(markup: Markup, number: int) -> int:
    """The block around the line, or around its paragraph."""
    block = markup.lines[number].block
    while block >= 0 and markup.blocks[block].tag in ("p", "li", "span"):
        block = markup.blocks[block].parent
    return block
