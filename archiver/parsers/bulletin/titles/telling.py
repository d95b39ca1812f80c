"""Titles told by what they say: a title gives away the news of its text, a heading within does not.

Where nothing else tells them apart: titles take a dozen characters, most of them come again in the
first paragraph, and that begins with the day. Headings within a text are few words of their own.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from archiver.parsers.bulletin.shapes import compact, is_prose
from archiver.parsers.lines import Line

_ACTS: Final = re.compile(  # 柳林镇女工刺绣闯出新天地: who did what
    r"(?:[一-龥]{1,6}[县市区乡镇]|[省市县区](?:[一-龥]{1,5}[局委办院校]|总工会|工会))[一-龥“”]{6,24}$"
)
_NEWS: Final = re.compile(
    r"(?:(?:19|20)\d\d年)?\d{1,2}月(?:\d{1,2}日|[上中下]旬|[份初底])|近日|日前|近期|最近|今年|去年|本月|[昨今][日天]|[上本]周"
    r"|连日来|入[春夏秋冬汛]以来|[一-龥]{2,8}讯"
)
_LONG: Final = 12  # characters that few headings within a text have
_MEDIUM: Final = 8
_FEW: Final = 10
_SHARE: Final = 4  # one in so many pairs of characters comes again
_READ: Final = 400  # characters of the text
_NEAR: Final = 3  # lines


def tells_news(lines: Sequence[Line], at: int) -> bool:
    """Whether the line says what the text below it reports."""
    if _ACTS.match(lines[at].folded):
        return True
    text = compact(lines[at].folded)
    if "," in text or len(text) < _MEDIUM or at + 1 >= len(lines) or not is_prose(lines[at + 1]):
        return False
    return len(text) >= _LONG or _comes_again(text, lines[at + 1])


def signs_of_news(lines: Sequence[Line], at: int) -> int:
    """How many of the three signs of a title over its text there are."""
    text = compact(lines[at].folded)
    below = next(filter(is_prose, lines[at + 1 : at + 1 + _NEAR]), None)
    if below is None:
        return 0
    long = len(text) >= _LONG and "," not in text
    return long + _comes_again(text, below) + (_NEWS.match(below.folded) is not None)


def is_few_words(lines: Sequence[Line], at: int) -> bool:
    """Whether the line is short and not one pair of its characters comes again in the text."""
    text = compact(lines[at].folded)
    below = lines[at + 1] if at + 1 < len(lines) else None
    return len(text) <= _FEW and below is not None and not _pairs_again(text, below)


def _comes_again(text: str, below: Line) -> bool:
    """Whether the text below has a good part of the line's words."""
    return len(text) >= _MEDIUM and _pairs_again(text, below) * _SHARE >= len(text) - 1


def _pairs_again(text: str, below: Line) -> int:
    held = below.folded[:_READ]
    return sum(one + two in held for one, two in pairwise(text))
