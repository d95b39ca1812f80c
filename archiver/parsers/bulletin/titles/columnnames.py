"""What a column (栏目) is called: the words of its line without frame, number and page."""

import re
from collections.abc import Sequence
from typing import Final

from archiver.parsers.bulletin.looks import is_larger
from archiver.parsers.bulletin.shapes import (
    HEADING_TAGS,
    MARKERS,
    compact,
    is_caption,
    is_prose,
    name_without_badge,
    without_ordinal,
)
from archiver.parsers.bulletin.titles.leads import begins_items
from archiver.parsers.bulletin.words import SECTION_WORDS
from archiver.parsers.lines import Line

_NAME: Final = re.compile("[一-龥“”·]+")
_DEED: Final = re.compile(
    "举行|召开|举办|开展|启动|组织(?!建设|工作|生活|人事|振兴|$)|成立|完成|慰问|荣获"
)
CORE: Final = re.compile(  # what names of columns end with, however long they are
    "(?:动态|动向|简讯|快讯|要闻|信息|新闻|之窗|园地|天地|风采|论坛|聚焦|视点|集锦|传真|速递|短波|短讯)$"
)
FRAME: Final = MARKERS.replace("·", "") + "—–-:….~=+#/<>《》"
_QUOTED: Final = re.compile('“([^“”]+)”|"([^"]+)"')
_LATIN: Final = re.compile(r"(?<=[一-龥])[\s/|]*[A-Za-z][A-Za-z&' ]{2,30}$")  # 重点工作 FOCUS
_PAGE: Final = re.compile(r"(?:第[一二三四五六七八九十\d]{1,2}版|栏目)\s*:?\s*(?=[一-龥])")
LONGEST: Final = 20  # characters, with blanks and frame
MOST_NAME: Final = 12
_POINTS: Final = "▲△▼"
_CAPTION: Final = 8
_BRIEF: Final = 4  # so short no 引题 is


def is_known(name: str) -> bool:
    """Whether a name is that of a column of bulletins, or ends as those do."""
    return name in SECTION_WORDS or CORE.search(name) is not None


def name_of(lines: Sequence[Line], at: int) -> str | None:
    """The words of the line when they can name a column."""
    line, below = lines[at], lines[at + 1]
    printed = _unframed(line.folded)
    name = compact(without_ordinal(printed))
    over = is_heading_over(line, below) and not below.bold
    larger = is_larger(line, below) and not over
    longest = LONGEST if larger or CORE.search(name) else MOST_NAME
    if not 2 <= len(name) <= longest or not _NAME.fullmatch(name) or _tells_of_picture(lines, at):
        return None
    if _DEED.search(name.replace("组织", "") if CORE.search(name) else name):
        return None
    if sum(len(word) > 1 for word in printed.split()) > 1:
        return None  # two clauses
    if line.folded[0] in _POINTS and len(name) > _CAPTION and not CORE.search(name):
        return None  # what a picture shows
    beside = line.align != below.align  # as 引题 are not
    least = len(name) + (len(name) > _BRIEF)
    brief = len(name) <= _BRIEF and is_heading_over(below, line)
    shorter = beside or brief or begins_items(lines, at + 1) or len(compact(below.folded)) >= least
    return name if shorter or longest == LONGEST else None


def _tells_of_picture(lines: Sequence[Line], at: int) -> bool:
    """图为活动现场, or any plain words below a picture that follows running text."""
    line = lines[at]
    framed = line.folded[0] in FRAME and line.folded[0] not in _POINTS
    plain = not framed and not line.bold and line.size <= 1
    below = line.below_picture and at > 0 and is_prose(lines[at - 1])
    return is_caption(line.folded) or (below and plain)


def _unframed(text: str) -> str:
    """What is printed within the frame: ……职工之声……, 第二版 职工之声, 职工之声 / VOICES."""
    bare = name_without_badge(text.strip(FRAME + " "))
    bare = _LATIN.sub("", bare) if bare[-1:].isascii() else bare
    page = _PAGE.match(bare)
    bare = bare[page.end() :] if page else bare
    quoted = _QUOTED.fullmatch(bare)
    return bare[1:-1] if quoted else bare


def is_heading_over(line: Line, below: Line) -> bool:
    """An element of headings over one that is none: a title over its 副题, or a column."""
    return line.tag in HEADING_TAGS and below.tag not in HEADING_TAGS
