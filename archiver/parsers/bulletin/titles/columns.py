"""Columns (栏目) of any name: told by their place over a title, their brevity and their look."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from archiver.chinese.units import is_unit_name
from archiver.parsers.bulletin.looks import (
    Body,
    emphasis,
    is_larger,
    is_plain,
    is_stronger,
    look_of,
    style_of,
)
from archiver.parsers.bulletin.names.bylines import dashed_names, end_byline
from archiver.parsers.bulletin.names.contributors import read_lone_names, read_under_title
from archiver.parsers.bulletin.shapes import (
    HEADING_TAGS,
    compact,
    heading_kind,
    is_first,
    is_prose,
    is_text,
    marker_of,
    ordinal_of,
    section_name,
)
from archiver.parsers.bulletin.titles import headings
from archiver.parsers.bulletin.titles.boundaries import is_boundary
from archiver.parsers.bulletin.titles.columnnames import (
    CORE,
    FRAME,
    LONGEST,
    MOST_NAME,
    is_heading_over,
    name_of,
)
from archiver.parsers.bulletin.titles.leads import begins_items
from archiver.parsers.lines import Line

_Look = tuple[tuple[object, ...], float, str | None]
"""How a line stands out, its size and its mark."""
_SQUARES: Final = "■◆●★"  # before a column once is before all of them
_APART: Final = 2  # columns between the indents of a title and of its text
_SHORT: Final = 4  # characters: 每日数据 over the title 数字 is as long as a column
_SEEN: Final = 80  # lines below a heading that may head several titles


def mark_columns(lines: Sequence[Line], body: Body) -> list[Line]:
    """``lines`` with those that name a column framed in 【】 or 〖〗, as later steps know them."""
    over = [at for at in range(len(lines) - 1) if _is_over_title(lines, at)]
    found = {at: name for at in over if (name := name_of(lines, at))}
    numbered = {at for at in found if heading_kind(lines[at].folded) == "heading1"}
    if numbered and not _counts_columns(lines, numbered):
        found = {at: name for at, name in found.items() if at not in numbered}
    found |= _over_single_items(lines, found, body)
    found |= _marked_alike(lines, found)
    found = {at: name for at, name in found.items() if not _is_sender(lines, at, name)}
    known = [at for at, line in enumerate(lines) if found and section_name(line.folded)]
    looks = Counter(look_of(lines[at], body) for at in {*found, *known})
    for at in over:
        # One of 引题: those are longer than names, or all titles are; and all of them look alike.
        if at not in found and len(compact(lines[at].folded)) > _SHORT:
            looks[look_of(lines[at], body)] = 0
    titles = _looks_over_text(lines, body) if found else set()
    out = list(lines)
    for at, name in found.items():
        again = looks[look_of(lines[at], body)] > 1
        if not CORE.search(name) and _is_title_of(lines, at, titles, body):
            continue
        heads = is_heading_over(lines[at], lines[at + 1]) and not lines[at + 1].bold
        if heads and not again and not CORE.search(name):
            continue  # <h3> over its subtitle
        if section_name(lines[at].folded) is None and _stands_over(lines, at, name, body, again):
            plain = len(name) <= MOST_NAME and not is_unit_name(name)
            framed = f"【{name}】" if plain else f"〖{name}〗"
            out[at] = replace(lines[at], folded=framed)
    return out


def _looks_over_text(lines: Sequence[Line], body: Body) -> set[_Look]:
    """The looks of titles: of lines right over running text, or over who wrote it."""
    return {
        _look(lines[at], body)
        for at in range(len(lines) - 1)
        if (is_prose(lines[at + 1]) or headings.has_author(lines, at))
        and marker_of(lines[at + 1].folded) is None
        and not is_plain(look_of(lines[at], body))
        and headings.can_be_title(lines[at])
    }


def _look(line: Line, body: Body) -> _Look:
    return look_of(line, body), round(line.size, 1), marker_of(line.folded)


def _is_title_of(lines: Sequence[Line], at: int, titles: set[_Look], body: Body) -> bool:
    """A line of the look of titles over one of another look: over a heading, or names.

    Over a stronger line that has the look of titles too, or over one with a mark, it has that of
    headings in the text.
    """
    look, below = _look(lines[at], body), _look(lines[at + 1], body)
    stronger = emphasis(below[0]) > emphasis(look[0]) or (below[2] and not look[2])
    if below in titles and stronger:
        return False
    heads = look in titles and below != look
    return heads and not begins_items(lines, at + 1)


def _is_sender(lines: Sequence[Line], at: int, name: str) -> bool:
    """A unit under each text, the last too, is who sent it in; a column stands over the first."""
    line, last = lines[at], lines[-1]
    return (
        style_of(last) == style_of(line) != style_of(lines[0])
        and is_unit_name(name)
        and is_prose(lines[at - 1])
        and read_lone_names(last.folded) is not None
    )


def _over_single_items(
    lines: Sequence[Line], found: Mapping[int, str], body: Body
) -> dict[int, str]:
    """What looks like columns found elsewhere, in heading elements or behind a mark of their own,
    each over one item with a mark."""
    looks = Counter(_kind_of(lines[at], body) for at in found)
    return {
        at: name
        for at in range(len(lines) - 1 if found else 0)
        if at not in found
        and (lines[at].tag in HEADING_TAGS or marker_of(lines[at].folded) is not None)
        and looks[_kind_of(lines[at], body)] > 1
        and marker_of(lines[at].folded) != marker_of(lines[at + 1].folded)
        and marker_of(lines[at + 1].folded) is not None
        and is_prose(lines[at + 1])
        and (name := name_of(lines, at))
    }


def _kind_of(line: Line, body: Body) -> tuple[object, ...]:
    return *look_of(line, body), marker_of(line.folded)


def _marked_alike(lines: Sequence[Line], found: Mapping[int, str]) -> dict[int, str]:
    """◇ 送温暖 reads like who wrote something; with the mark of two columns elsewhere it is one."""
    columns = {*found, *(at for at, one in enumerate(lines) if found and section_name(one.folded))}
    marks = Counter(mark for at in columns if (mark := marker_of(lines[at].folded)))
    often = {mark for mark, count in marks.items() if count > 1 or mark in _SQUARES}
    return {
        at: name
        for at in range(len(lines) - 1 if often else 0)
        if at not in found
        and marker_of(lines[at].folded) in often
        and (at == 0 or is_text(lines[at - 1]) or is_boundary(lines, at))
        and marker_of(lines[at + 1].folded) is None
        and headings.can_be_title(lines[at + 1])
        and headings.leads_to_text(lines, at + 1)
        and (name := name_of(lines, at))
    }


def _counts_columns(lines: Sequence[Line], numbered: set[int]) -> bool:
    """Whether 一、 is the name of a column too; else 二、 is a heading within its article.

    So it is below a title and its text, where nothing else began a column.
    """
    titled = False
    for at, line in enumerate(lines):
        if is_first(line.folded) and heading_kind(line.folded) == "heading1":
            named = section_name(line.folded) is not None
            return named or (at in numbered and not titled)
        titled = titled or (is_prose(lines[at]) and at > 0 and headings.can_be_title(lines[at - 1]))
    return True


def _is_over_title(lines: Sequence[Line], at: int) -> bool:
    """A short line between the end of a text and a line that leads to text or begins items."""
    line, below = lines[at], lines[at + 1]
    if len(line.folded) > LONGEST or line.align == "right" or line.table is not None:
        return False
    above = lines[at - 1] if at else None
    ended = above is None or above.table is not None or is_text(above)
    if not ended and not is_boundary(lines, at):
        return False
    if begins_items(lines, at + 1):
        return True
    apart = line.tag in HEADING_TAGS or line.align == "center" != below.align
    strong = line.bold and (below.bold or is_larger(below, line))  # as bylines are not
    named = not strong and read_lone_names(line.folded)
    names = not apart and (named or end_byline(line, False) or dashed_names(line.folded))
    if is_prose(below) or names:
        return False
    tagged = line.tag not in HEADING_TAGS and below.tag in HEADING_TAGS  # as no byline is
    if not tagged and read_under_title(below.folded):
        return False
    titled = headings.can_be_title(below) or _begins_count(lines, at + 1)
    return titled and headings.leads_to_text(lines, at + 1)


def _begins_count(lines: Sequence[Line], at: int) -> bool:
    """一、 or 1. before a title that is set apart: the first under its column, or the next one."""
    line = lines[at]
    below = lines[at + 1] if at + 1 < len(lines) else None
    apart = below is not None and is_prose(below) and abs(line.indent - below.indent) >= _APART
    shown = line.bold or line.align == "center" or apart
    return (
        shown
        and heading_kind(line.folded) is not None
        and (is_first(line.folded) or counts_on(lines, at))
    )


def counts_on(lines: Sequence[Line], at: int) -> bool:
    """3. where the last number of its kind and look before it is 2.: counted through columns."""
    line, kind = lines[at], heading_kind(lines[at].folded)
    for before in reversed(lines[max(at - _SEEN, 0) : at - 1]):
        alike = (before.bold, before.align) == (line.bold, line.align)
        if alike and heading_kind(before.folded) == kind:
            last, own = ordinal_of(before.folded), ordinal_of(line.folded)
            return last is not None and own == last + 1
    return False


def _heads_several(lines: Sequence[Line], at: int, body: Body) -> bool:
    """In larger letters over two or more titles of one look."""
    look = look_of(lines[at + 1], body)
    titles = (
        k
        for k in range(at + 1, min(at + _SEEN, len(lines)))
        if look_of(lines[k], body) == look
        and headings.can_be_title(lines[k])
        and headings.leads_to_text(lines, k)
    )
    return look[0] == "center" and next(titles, None) is not None and next(titles, None) is not None


def _stands_over(lines: Sequence[Line], at: int, name: str, body: Body, again: bool) -> bool:
    """Whether the line is no 引题 or first half of the title: framed, stronger, or one of several.

    A 引题 is weaker than its title and rarely so short.
    """
    above, below = (look_of(line, body) for line in lines[at : at + 2])
    if begins_items(lines, at + 1):
        known = CORE.search(name) is not None
        return again or (len(name) <= 8 and (known or not is_plain(above)))
    framed = name != compact(lines[at].folded) and lines[at + 1].folded[0] not in FRAME
    elsewhere = above[0] == "plain" != below[0]
    tagged = again and is_heading_over(lines[at], lines[at + 1])
    larger = is_stronger(lines[at], lines[at + 1])
    larger = larger or tagged
    stronger = larger and (above[0] == "plain" or any(below[1:]))  # else it is the title itself
    if framed or elsewhere or stronger:
        heads = is_larger(lines[at], lines[at + 1]) and _heads_several(lines, at, body)
        longest = LONGEST if elsewhere and CORE.search(name) else 12 if framed or again else 8
        return heads or len(name) <= longest
    return again and len(name) <= (8 if above == below else 6)
