"""Titles printed at the head of their own paragraph: 【标题】text, or bold before the text."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from archiver.chinese.fold import fold
from archiver.parsers.bulletin.names.contributors import split_trailing
from archiver.parsers.bulletin.shapes import (
    is_numbered,
    is_prose,
    marker_of,
    ordinal_of,
    without_marker,
)
from archiver.parsers.lines import Line
from archiver.parsers.printed import strip_outer

_FRAMED: Final = re.compile(r"[【\[](?P<title>[^【】\[\]]{2,40})[】\]]\s*[:：]?\s*(?=\S{8})")
_NO_TITLE: Final = re.compile(r"(?:讯|消息|电|按|摘要|核心提示|导读)$")
_NUMBER: Final = re.compile(r"(?:\d{1,2}[.、．]|[(（]?[一二三四五六七八九十\d]{1,3}[)）、])\s*")
_SET_OFF: Final = re.compile(r"(?P<title>[^\s,，。;；:：]{6,40})(?:\u3000|\s{2,})\s*(?=\S{12})")
DAYS: Final = re.compile(
    r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日?(?:[上下]午|[至到—–~-]+(?:\d{1,2}月)?\d{1,2}日|[、和]\d{1,2}日)*|\d{1,2}月[上中下]旬"
)
_BEHIND: Final = "。:： \u3000\xa0"  # what parts a title from its text
_LONGEST: Final = 40
_SHORTEST: Final = 4
_LONGEST_ITEM: Final = 8  # paragraphs


def counted_title(line: Line) -> tuple[str, str] | None:
    """The title of an item that a number begins: in bold, or set off by blanks from its text."""
    printed = strip_outer(line.text)
    number = _NUMBER.match(printed)
    if number is None:
        return None
    text = printed[number.end() :]
    if found := _SET_OFF.match(text):
        return found["title"], text[found.end() :]
    return run_in_title(replace(line, text=text, lead=max(line.lead - number.end(), 0)))


def run_in_title(line: Line) -> tuple[str, str] | None:
    """The title that begins a paragraph and the text behind it, as printed."""
    text = without_marker(strip_outer(line.text))
    if found := _FRAMED.match(text):
        title, rest = found["title"].strip(), text[found.end() :]
        return None if _NO_TITLE.search(title) else (title, rest)
    skipped = len(line.text.strip()) - len(text)
    bold = text[: max(line.lead - skipped, 0)].strip()
    title = bold.rstrip("。.:： ")
    if not _SHORTEST <= len(title) <= _LONGEST or is_numbered(fold(title)):
        return None
    if DAYS.fullmatch(title):  # of a 大事记
        return None
    rest = text[len(bold) :]
    if bold == title and rest[:1] not in _BEHIND:  # a name in bold, not a title
        return None
    return title, rest.lstrip(_BEHIND)


def without_title(line: Line, rest: str) -> Line:
    """The line without the title it begins with."""
    return replace(line, text=rest, folded=fold(rest).strip())


def begins_items(lines: Sequence[Line], at: int) -> bool:
    """Two paragraphs with one mark, or with titles of their own: 【标题】text, or bold text.

    With such a title or mark, and names at its end, an item may take several paragraphs.
    """
    items = lines[at : at + 2]
    if not all(map(is_prose, items)):
        return False
    marks = {marker_of(line.folded) for line in items}
    led = all(run_in_title(line) is not None for line in items)
    if len(items) == 2 and (led or (len(marks) == 1 and None not in marks)):
        return True
    below = _below_item(lines, at)
    return below > at and _below_item(lines, below) > below


def _below_item(lines: Sequence[Line], at: int) -> int:
    """Behind an item that a title or mark begins and names end; ``at`` where none begins."""
    if at >= len(lines) or not is_prose(lines[at]) or not _begins_item(lines[at]):
        return at
    for end in range(at, min(at + _LONGEST_ITEM, len(lines))):
        line = lines[end]
        if not is_prose(line) or (end > at and _begins_item(line)):
            return at
        if split_trailing(line.folded) is not None:
            return end + 1
    return at


def _begins_item(line: Line) -> bool:
    counted = ordinal_of(line.folded) is not None
    return counted or marker_of(line.folded) is not None or run_in_title(line) is not None
