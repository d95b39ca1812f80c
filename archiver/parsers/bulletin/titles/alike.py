"""Titles told by their like: frames and words of columns that stand over texts, as titles do."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from archiver.parsers.bulletin.looks import Body, is_plain, look_of
from archiver.parsers.bulletin.names.bylines import head_byline
from archiver.parsers.bulletin.shapes import (
    MARKERS,
    is_prose,
    marker_of,
    section_name,
    without_marker,
)
from archiver.parsers.bulletin.titles.columnnames import CORE, MOST_NAME, is_known
from archiver.parsers.bulletin.titles.titles import Start, title_of
from archiver.parsers.bulletin.words import SECTION_WORDS
from archiver.parsers.lines import Line

_FRAMED: Final = re.compile(
    rf"(?:[【\[〖「『]|(?P<mark>[{re.escape(MARKERS)}]))"
    rf"\s*(?P<name>[^【】\[\]〖〗「」『』{re.escape(MARKERS)}]{{4,40}})\s*"
    r"(?(mark)(?P=mark)|[】\]〗」』])"
)
_ENDS: Final = "】]〗」』" + MARKERS
_COLUMN: Final = 8  # characters; a longer name in a frame is a title
_OTHERS: Final = 2  # titles that make a third line of their look one


def bare_titles(lines: Sequence[Line]) -> list[Line]:
    """``lines`` with 【标题】 alone over its text without the frame.

    So where the body begins with such a line, or with what may be a column over one, each of them
    stands over a text or who wrote it, and one is too long for the name of a column.
    """
    out = list(lines)
    framed = {at: found["name"] for at, line in enumerate(lines) if (found := _frame(line))}
    columns = {at for at, name in framed.items() if is_known(name) or at + 1 in framed}
    names = [name for at, name in framed.items() if at not in columns]
    begins = 0 in framed or (1 in framed and len(lines[0].folded) <= MOST_NAME)
    over = begins and all(at in columns or _heads_body(lines, at) for at in framed)
    titled = over and any(len(name) > _COLUMN for name in names)
    if not titled or len(names) < 2 or len(set(names)) < len(names):
        return out
    for at, name in framed.items():
        if at not in columns:
            printed = _FRAMED.search(lines[at].text)
            text = printed["name"] if printed else name
            out[at] = replace(lines[at], text=text, folded=name, bold=True)  # a frame sets apart
    return out


def column_words(lines: Sequence[Line], starts: Sequence[Start], body: Body) -> list[Start]:
    """维权服务 over a text, where titles of its look stand over theirs: in a weekly it is one too.

    Not what names news (简讯, 工作动态): untitled items stand below.
    """
    named = [at for at, line in enumerate(lines) if section_name(line.folded) is not None]
    if not named:
        return []
    looks = Counter(_look(lines[s.at], body) for s in starts if _heads_text(lines, s.at))
    columns = {_look(lines[at], body) for at in named if not _heads_text(lines, at)}
    out = []
    for at in named:
        look, name = _look(lines[at], body), without_marker(lines[at].folded)
        alike = look is not None and looks[look] >= _OTHERS and look not in columns
        if alike and name in SECTION_WORDS and not CORE.search(name):
            out.append(Start(at, 1, title_of(lines, at, 1, None), 0.6, boundary=True))
    return out


def _frame(line: Line) -> re.Match[str] | None:
    return _FRAMED.fullmatch(line.folded) if line.folded[-1] in _ENDS else None


def _heads_body(lines: Sequence[Line], at: int) -> bool:
    below = lines[at + 1] if at + 1 < len(lines) else None
    if below is None or is_prose(below) or below.table is not None:
        return below is not None
    return at + 2 < len(lines) and is_prose(lines[at + 2]) and head_byline(below, True) is not None


def _heads_text(lines: Sequence[Line], at: int) -> bool:
    """Running text without a list mark on the next line."""
    below = lines[at + 1] if at + 1 < len(lines) else None
    return below is not None and is_prose(below) and marker_of(below.folded) is None


def _look(line: Line, body: Body) -> tuple[object, ...] | None:
    """The look of a line that is set apart by it or by a list mark."""
    look, mark = look_of(line, body), marker_of(line.folded)
    return None if mark is None and is_plain(look) else (look, mark)
