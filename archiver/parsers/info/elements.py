"""Information lines whose parts only a style sets apart: 2013-04-09 07:50甲县报林倩."""

from archiver.chinese.fold import fold
from archiver.parsers.info.days import DATE
from archiver.parsers.info.info import Info
from archiver.parsers.info.labelled import read_info
from archiver.parsers.info.unlabelled import read_loose_info
from archiver.parsers.info.values import TOOLS_ONLY
from archiver.parsers.lines import Line


def read_apart(line: Line) -> Info | None:
    """What an information line says, or more if its elements are read one by one."""
    info = read_info(line)
    told = info is not None and len(info.pairs) > 1
    parted = None if told or line.table is not None else _parted(line)
    if parted is None:
        return info
    other = read_info(parted)
    if other is None and info is not None and info.bare:
        other = read_loose_info(parted)
    if _ends_in_tool(line) and other is not None:
        return other
    return _fuller(info, other)


def read_loose_apart(line: Line) -> Info | None:
    """As above, of a line that stands right below a headline."""
    info = read_loose_info(line)
    parted = _parted(line) if info is not None and line.pieces else None
    return info if parted is None else _fuller(read_loose_info(parted), info)


def _ends_in_tool(line: Line) -> bool:
    """Whether the last element of a line is a tool, set against the value before it: 分享."""
    return TOOLS_ONLY.fullmatch(line.pieces[-1].strip()) is not None


def _fuller(info: Info | None, other: Info | None) -> Info | None:
    """The reading that names more, the first of two that name as many.

    Elements may also end within a word, as editors leave them.
    """
    if info is None or other is None:
        return info or other
    return other if len(other.pairs) > len(info.pairs) else info


def _parted(line: Line) -> Line | None:
    """The line with a bar wherever elements touch; None when they do not."""
    if DATE.search(line.folded) is None:
        return None
    text = ""
    for piece in line.pieces:
        touches = text and not text[-1].isspace() and piece and not piece[0].isspace()
        text += f"|{piece}" if touches else piece
    if "|" not in text:
        return None
    return Line(line.number, text, fold(text).strip(), anchors=line.anchors)
