"""The headline of a page whose ``<title>`` names its column or its site, and no more."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from archiver.chinese.fold import comparison_key
from archiver.parsers.bulletin.names.contributors import read_under_title
from archiver.parsers.chrome.linekind import LineKind
from archiver.parsers.headline.parts import names_column
from archiver.parsers.headline.signs import HEADINGS, PROSE_LENGTH, Signs
from archiver.parsers.info.days import DATE
from archiver.parsers.info.elements import read_loose_apart
from archiver.parsers.lines import Line
from archiver.parsers.markup.html import Markup

COLUMN_NAME: Final = 8
LONGEST: Final = 120
NUMBERED: Final = re.compile(
    r"^第.{1,3}[部章节条]|^[(（]?[一二三四五六七八九十\d]{1,3}[、.)）]|第\s?[\d一二三四五六七八九十〇零百]+\s?[期号]|[\d〕\])]\s?[号期]\W*$"
)
_FOREIGN: Final = re.compile("[A-Za-z ]+$")  # 校园新闻 News
_HAN: Final = re.compile("[一-鿿]{4}")
_STAMPED: Final = re.compile(rf"[\[(]\s?{DATE.pattern}\s?[\])]$")
_UNDER: Final = 3  # so many lines below the name of its column a headline stands


def below_column(
    markup: Markup,
    kinds: Sequence[LineKind],
    infos: AbstractSet[int],
    signs: Signs,
    best: Line | None,
) -> Line | None:
    """The headline under the name of its column, where ``<title>`` names the column and no more."""
    if best is None or best.number in signs.named:
        return None
    if any(len(part) > COLUMN_NAME for part in signs.parts):
        return None
    name = _FOREIGN.sub("", best.folded)
    key = comparison_key(name)
    if len(key) > COLUMN_NAME or (signs.parts and key not in signs.parts):
        return None
    passed = 0
    for line in markup.lines[best.number + 1 : best.number + 1 + 2 * _UNDER]:
        n = line.number
        if n in infos and n <= best.number + _UNDER and names_column(markup, name):
            passed += 1
            continue
        if n in infos or kinds[n] not in ("text", "link") or NUMBERED.search(line.folded):
            return None
        told = n + 1 in infos or (passed and n in signs.above_prose)
        if (told or n in signs.above_prose) and is_title(line, signs, is_told=bool(told)):
            return line
        if n - best.number - passed >= _UNDER:
            return None
    return None


def over_day(
    markup: Markup, kinds: Sequence[LineKind], signs: Signs, named: Sequence[str], span: range
) -> Line | None:
    """The headline over a day that stands over the text, where ``<title>`` names no page."""
    if any(len(part) > COLUMN_NAME and _HAN.search(part) for part in named):
        return None
    near = span[: 2 * _UNDER]
    text = next((n for n in near if _is_text(markup.lines[n].folded)), -1)
    if text - 1 < max(span.start - 1, 0) or kinds[text] != "text":
        return None
    if read_loose_apart(markup.lines[text - 1]) is None:
        return None
    for line in reversed(markup.lines[max(text - 1 - _UNDER, 0) : text - 1]):
        if (
            kinds[line.number] == "text"
            and not line.anchors
            and is_title(line, signs, is_told=True)
        ):
            return line
    return None


def _is_text(text: str) -> bool:
    """Whether a folded line is as long as a paragraph, or ends like one."""
    return len(text) >= PROSE_LENGTH or (len(text) >= PROSE_LENGTH // 2 and text[-1] == "。")


def is_title(line: Line, signs: Signs, *, is_told: bool = False) -> bool:
    """Whether a line is as long as a title, and set off from the text or over its information."""
    signed = (line.align == "center") + line.bold + (line.size > 1.0)
    set_off = signed > 1 or line.tag in HEADINGS or line.tag in ("h4", "h5")
    set_off = set_off or signs.named_around(line) > 0 or _STAMPED.search(line.folded) is not None
    long = len(comparison_key(line.folded)) > COLUMN_NAME and len(line.folded) <= LONGEST // 2
    return (
        long
        and (is_told or set_off)
        and bool(_HAN.search(line.folded))
        and len(line.anchors) <= is_told
        and line.folded[-1] not in "。:;,"
        and not NUMBERED.search(line.folded)
        and signs.score(line) > 0
        and read_under_title(line.folded) is None
    )
