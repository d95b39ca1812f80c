"""Columns that share their line with a title, parted from it: 【基层动态】标题, 工作动态丨标题."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from archiver.chinese.fold import fold
from archiver.chinese.units import is_unit_name
from archiver.parsers.bulletin.shapes import is_prose, is_text
from archiver.parsers.bulletin.titles import headings
from archiver.parsers.bulletin.titles.columnnames import is_known
from archiver.parsers.bulletin.words import PARTS
from archiver.parsers.lines import Line
from archiver.parsers.printed import strip_outer

_LED: Final = re.compile(
    r"(?:【(?P<a>[^【】]{2,12})】|〖(?P<b>[^〖〗]{2,12})〗|〔(?P<c>[^〔〕]{2,12})〕"
    r"|[\[［](?P<d>[^\[\]［］]{2,12})[\]］]|(?P<word>[一-龥]{3,8})\s?[|｜丨︱])\s*"
)
_FRAMES: Final = "【〖〔["
_NAMED: Final = 10  # characters among which a stroke stands behind a column
_NAME: Final = re.compile("[一-龥“”·]{2,12}(?<![一二三四五六七八九十])")
_SHORTEST: Final = 5  # characters of a title
_PLACE: Final = 2  # characters: 【河源】, 【视频】 are no columns
_OFTEN: Final = 2
_UNDER: Final = 2  # lines below a title among which its text begins


def off_columns(lines: Sequence[Line]) -> Sequence[Line]:
    """``lines`` with each column on a line of its own before its title, framed in 〖〗.

    A name that is not known for one counts where several titles have a name before them.
    """
    led = {at: found for at, line in enumerate(lines) if (found := _led(line))}
    over = {at: found for at, found in led.items() if at + 1 not in led and _heads_text(lines, at)}
    strange = sum(not is_known(name) for name, _ in over.values())
    if strange and len(over) < _OFTEN:
        return lines
    out: list[Line] = []
    for at, line in enumerate(lines):
        if at in over:
            name, title = over[at]
            out.append(replace(line, text=name, folded=f"〖{name}〗", lead=0))
            below = replace(line, text=title, folded=fold(title).strip(), lead=0)
            below.blank_before, below.rule_before = 0, False
            out.append(below)
        else:
            out.append(line)
    return out


def _led(line: Line) -> tuple[str, str] | None:
    """The column and the title on a line that holds both."""
    head = line.folded[:_NAMED]
    framed = head[0] in _FRAMES or "|" in head or "丨" in head or "︱" in head
    if not framed or line.table is not None or is_prose(line):
        return None
    text = strip_outer(line.text)
    found = _LED.match(text)
    if found is None:
        return None
    name, title = found[found.lastgroup or 0].strip(), text[found.end() :].strip()
    if (found["word"] or len(name) <= _PLACE) and not is_known(name):
        return None
    if not _NAME.fullmatch(name) or name in PARTS or is_unit_name(name):
        return None
    bare = replace(line, text=title, folded=fold(title).strip())
    titled = len(bare.folded) >= _SHORTEST and headings.can_be_title(bare)
    return (name, title) if titled else None


def _heads_text(lines: Sequence[Line], at: int) -> bool:
    """Whether running text follows soon, as it does in no 目录."""
    return any(map(is_text, lines[at + 1 : at + 1 + _UNDER]))
