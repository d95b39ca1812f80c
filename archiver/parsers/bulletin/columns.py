"""Columns (栏目) of any name: told by their place over a title, their brevity and their look."""

import re
from collections import Counter
from collections.abc import Sequence

from archiver.parsers.bulletin import headings
from archiver.parsers.bulletin.contributors import read_lone_names, read_under_title
from archiver.parsers.bulletin.headings import Body
from archiver.parsers.bulletin.shapes import (
    MARKERS,
    compact,
    is_prose,
    section_name,
    without_ordinal,
)
from archiver.parsers.lines import Line

_NAME = re.compile("[一-龥“”·]{2,12}")
_DEED = re.compile("举行|召开|举办|开展|启动|组织|成立|完成|慰问|荣获")
_FRAME = MARKERS.replace("·", "") + "—–-:"
_LONGEST = 20  # characters, with blanks and frame


def badges_of(lines: Sequence[Line]) -> set[int]:
    """Numbers of the lines that count the titles below them: 01, 02, 03, each alone on its line."""
    counts = [line for line in lines if len(line.folded) <= 2 and line.folded.isdecimal()]
    values = [int(line.folded) for line in counts if line.table is None]
    counted = len(values) > 1 and values == list(range(1, len(values) + 1))
    return {line.number for line in counts} if counted else set()


def mark_columns(lines: Sequence[Line], body: Body) -> list[Line]:
    """``lines`` with those that name a column framed in 【】, as every later step knows them."""
    found = {at: name for at in range(len(lines) - 1) if (name := _name_over_title(lines, at))}
    looks = Counter(headings.look_of(lines[at], body) for at in found)
    out = list(lines)
    for at, name in found.items():
        again = looks[headings.look_of(lines[at], body)] > 1
        if section_name(lines[at].folded) is None and _stands_over(lines, at, name, body, again):
            out[at] = lines[at]._replace(folded=f"【{name}】")
    return out


def _name_over_title(lines: Sequence[Line], at: int) -> str | None:
    """The words of a short line between the end of a text and a longer line that leads to text."""
    line, below = lines[at], lines[at + 1]
    if len(line.folded) > _LONGEST or line.align == "right" or line.table is not None:
        return None
    name = compact(without_ordinal(line.folded.strip(_FRAME + " ")))
    if not _NAME.fullmatch(name) or _DEED.search(name) or len(compact(below.folded)) <= len(name):
        return None
    if at and not (is_prose(lines[at - 1]) or headings.is_boundary(lines, at)):
        return None
    if read_lone_names(line.folded) or read_under_title(below.folded):
        return None
    titled = headings.can_be_title(below) and headings.leads_to_text(lines, at + 1)
    return name if titled else None


def _stands_over(lines: Sequence[Line], at: int, name: str, body: Body, again: bool) -> bool:
    """Whether the line is no 引题 or first half of the title: framed, stronger, or one of several.

    A 引题 is weaker than its title and rarely so short.
    """
    above, below = (headings.look_of(line, body) for line in lines[at : at + 2])
    framed = name != compact(lines[at].folded) and lines[at + 1].folded[0] not in _FRAME
    elsewhere = above[0] == "plain" != below[0]
    larger = lines[at].size > lines[at + 1].size + 0.05 or lines[at].bold > lines[at + 1].bold
    stronger = larger and (above[0] == "plain" or any(below[1:]))  # else it is the title itself
    if framed or elsewhere or stronger:
        return len(name) <= (12 if framed or again else 8)
    return again and len(name) <= (8 if above == below else 6)
