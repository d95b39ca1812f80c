"""What boards print beside a post: its writer with rank and points, and what members sign with."""

from typing import Final

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
    below: set[int] = set()
    told = writer.stop
    for block in markup.blocks if writer else ():
        # Blocks may lie in each other a thousand times: each line is taken once.
        if block.first >= writer.stop and block.last > told and block.mark in _ENDS:
            below.update(range(max(block.first, told), block.last))
            told = block.last
    return below


def writer_of(markup: Markup) -> str | None:
    """The name under which a post was written: the first line of the box beside it."""
    box = writer_lines(markup)
    name = markup.lines[box.start].text.strip() if box else ""
    return name if 1 < len(name) <= _LONGEST_NAME else None
