"""Information lines whose parts only a style sets apart: 2013-04-09 07:50甲县报林倩."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from archiver.chinese.fold import fold
from archiver.chinese.units import is_unit_name
from archiver.parsers.info.days import DATE
from archiver.parsers.info.info import Info
from archiver.parsers.info.labelled import read_info
from archiver.parsers.info.labels import LABELS, role_alone
from archiver.parsers.info.unlabelled import read_loose_info
from archiver.parsers.info.values import BRACKETS, TOOLS_ONLY
from archiver.parsers.lines import Line

_LABELLED: Final = re.compile(rf"{LABELS}(?=[\s:【\[(]|$)")
_LABEL: Final = 8  # characters
_BY: Final = dict.fromkeys(("由", "by"), "作者")  # 由 and 人事科 in a span each
_TOOL: Final = re.compile(
    r"(?:打印|关闭|收藏|复制|举报|纠错)(?:本[页文]|[页窗][面口]|此[页文])|(?:微信|微博|一键)?分享"
)


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


def ended(info: Info, line: Line) -> Info:
    """``info`` with values that end where an element begins that is a tool, or labels the next.

    Or where a number does that has an icon for its label, and an element of its own: 县总工会 356.
    """
    pairs = [(role, _before_label(value, line.pieces)) for role, value in info.pairs]
    return info if tuple(pairs) == info.pairs else replace(info, pairs=tuple(pairs))


def _before_label(value: str, pieces: Sequence[str]) -> str:
    """``value`` up to a tool or a touching label in an element: ghadmin of ghadmin分类 通知公示."""
    for piece in pieces:
        bare = piece.strip(BRACKETS)
        if bare.isdigit() and value.endswith(f" {bare}"):
            return value.removesuffix(bare).rstrip()
        at = value.find(bare) if len(bare) > 1 else -1
        if at <= 0:
            continue
        if _TOOL.fullmatch(bare) or (not value[at - 1].isspace() and _LABELLED.match(fold(bare))):
            return value[:at].rstrip(BRACKETS + "\u3000")
    return value


def read_loose_apart(line: Line) -> Info | None:
    """As above, of a line that stands right below a headline; two bodies beside are not one."""
    info = read_loose_info(line)
    parted = _parted(line) if info is not None and line.pieces else None
    if parted is None:
        return info
    bodies = sum(is_unit_name(fold(piece).strip()) for piece in line.pieces)
    apart = read_loose_info(parted)
    return apart if apart and bodies > 1 else _fuller(apart, info)


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
    """The line with a bar wherever elements touch; None when they do not.

    Behind an element that is but a label stands a colon: 来源 and 县总工会 in a span each.
    """
    if not role_alone(line.pieces[0]) and DATE.search(line.folded) is None:
        return None
    pieces = [_BY.get(piece.strip(), piece) for piece in line.pieces]
    labels = [piece for piece in pieces if len(piece) <= _LABEL and role_alone(piece)]
    text = before = ""
    for piece in pieces:
        touches = text and not text[-1].isspace() and piece and not piece[0].isspace()
        if before in labels and not piece.isspace():
            text += f":{piece}"
        else:
            text += f"|{piece}" if touches else piece
        before = before if piece.isspace() else piece
    if len(text) == sum(map(len, pieces)):
        return None
    return Line(line.number, text, fold(text).strip(), anchors=line.anchors)
