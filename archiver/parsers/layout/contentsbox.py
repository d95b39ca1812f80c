"""The 目录 of an issue in a box of its own: in a side column, above the 报头."""

from collections.abc import Sequence
from typing import Final

from archiver.parsers.bulletin.contents.toc import find_heading
from archiver.parsers.bulletin.shapes import is_prose
from archiver.parsers.chrome.linekind import LineKind
from archiver.parsers.lines import Line
from archiver.parsers.markup.containers import container_of
from archiver.parsers.markup.html import Markup

_ENTRIES: Final = 2  # lines under the heading, at least
_LONGEST: Final = 100  # lines


def contents_box(markup: Markup, kinds: Sequence[LineKind], content: Sequence[Line]) -> list[Line]:
    """The lines of a box headed 目录 beside the content, its heading first; empty without one."""
    inside = {line.number for line in content}
    outside = [line for line in markup.lines if line.number not in inside]
    at = find_heading(outside)
    if at is None or outside[at].anchors:
        return []
    first = outside[at].number
    block = container_of(markup, first)
    while block >= 0 and markup.blocks[block].last <= first + _ENTRIES:
        block = markup.blocks[block].parent
    stop = markup.blocks[block].last if block >= 0 else len(markup.lines)
    out = [outside[at]]
    for line in markup.lines[first + 1 : min(stop, first + _LONGEST)]:
        own = line.number not in inside and kinds[line.number] in ("text", "link")
        if not own or is_prose(line):
            break
        out.append(line)
    return out if len(out) > _ENTRIES else []
