"""The lines that print a headline, and what of them is the title."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Final

from archiver.chinese.fold import comparison_key, one_line
from archiver.chinese.units import is_unit_name
from archiver.parsers.chrome.linekind import HOME, LineKind
from archiver.parsers.headline.titletag import is_column, is_no_title
from archiver.parsers.info.days import DATE
from archiver.parsers.lines import Line
from archiver.parsers.markup.html import Markup

LABEL: Final = re.compile(
    r"^(?:(?:分类|标签)(?:目录)?[归存]档\s*[:：]|(?:标\s*题|题\s*目|文章标题)\s*[:：]|[来信][信件](?:标题|主题)\s*[:：]?)\s*"
)
"""A label before a title."""
_PINNED: Final = re.compile(r"^[【\[(（]?置顶(?:[】\])）]|[:：])\s*")
_BEHIND_MORE: Final = re.compile(r"^(?:更多|more)\s*[>»+]*\s+(?=\S{2})", re.IGNORECASE)
_CLOSING: Final = ("", "]", ")", "）", "】")
_BROKEN: Final = 3  # so many lines a headline may be broken into
_CLAUSES: Final = range(5, 13)  # characters
_COLUMN: Final = 8  # characters of the name of a column
_SHORTEST: Final = 3  # characters of a part of a broken headline
_STEPS: Final = re.compile(r"[\s>»›→/\\:-]+")
_NAME: Final = re.compile(r"\w\w")
_NO_COLUMN: Final = ("", "列表", "列表页", "正文", "内容", *HOME)
_NUMBER: Final = re.compile(r"\W{0,2}(?:总?第|(?:19|20)\d\d)")  # of an issue


def wrapped(markup: Markup, best: Line, title_key: str, infos: AbstractSet[int]) -> list[Line]:
    """The lines of a broken headline: together they are what the title tag says, or they share a
    block of their own above the information line.
    """
    if best.block < 0:
        return [best]
    n, block = best.number, markup.blocks[best.block]
    for first, last in ((block.first, block.last - 1), (n - 1, n), (n, n + 1)):
        if first < block.first or last >= block.last or not 0 < last - first < _BROKEN:
            continue
        parts = markup.lines[first : last + 1]
        key = comparison_key("".join(line.folded for line in parts))
        if any(line.block != best.block for line in parts) or len(key) <= 6:
            continue
        alone = block.last - block.first == len(parts) and (
            last + 1 in infos or _is_set_as_one(parts)
        )
        if key in title_key or (alone and all(p.folded[-1] not in "。！？!?" for p in parts[:-1])):
            return list(parts)
    return [best]


def grown(markup: Markup, lines: list[Line], keys: Sequence[str]) -> list[Line]:
    """A headline with the lines around it that the title tag joins to it, in other elements."""
    for step in (-1, 1):
        while len(lines) < _BROKEN:
            n = lines[0].number - 1 if step < 0 else lines[-1].number + 1
            if not 0 <= n < len(markup.lines) or len(markup.lines[n].folded) < _SHORTEST:
                break
            more = [markup.lines[n], *lines] if step < 0 else [*lines, markup.lines[n]]
            whole = comparison_key("".join(line.folded for line in more))
            joined = any(whole in key for key in keys) and not markup.lines[n].anchors
            if not joined or is_no_title(markup.lines[n].folded):
                break
            if is_column(more[0].folded) and not _NUMBER.match(more[1].folded):
                break  # the title tag names the column before the page
            lines = more
    return lines


def _is_set_as_one(parts: Sequence[Line]) -> bool:
    """Whether all lines look the same, and unlike the text: centred, and bold or large."""
    one, *others = {(line.align, line.bold, line.size) for line in parts}
    return not others and one[0] == "center" and (one[1] or one[2] > 1.0)


def beginning(text: str, key: str) -> str:
    """The beginning of ``text`` that has this key."""
    ends = (n for n in range(len(key), len(text) + 1) if comparison_key(text[:n]) == key)
    end = next(ends, len(text))
    closing = end < len(text) and text[end] in "”’》）)】"
    return text[: end + closing]


def title_of(lines: Sequence[Line]) -> str:
    """The printed title without a label before it or a date behind it."""
    text = one_line(lines[0].text)
    for above, line in pairwise(lines):
        gap = " " if _are_clauses(above.folded, line.folded) else ""
        text += gap + one_line(line.text)
    text = _BEHIND_MORE.sub("", LABEL.sub("", _PINNED.sub("", text)))
    dated = DATE.search(text)
    if dated and dated.start() >= 6 and text[dated.end() :].strip() in _CLOSING:
        text = text[: dated.start()].rstrip(" [(（【")
    return text


def without_column(markup: Markup, title: str) -> str:
    """A long title without the word before it, if a menu has that: the column, as a badge."""
    column, _, rest = title.partition(" ")
    if column.isascii() or len(column) > _COLUMN or len(rest) <= 2 * _COLUMN:
        return title
    return rest.lstrip() if is_linked(markup, column) else title


def is_linked(markup: Markup, name: str) -> bool:
    """Whether a link of the page says ``name`` and no more, as that of a menu does."""
    return any(anchor.text.strip() == name for line in markup.lines for anchor in line.anchors)


def _are_clauses(above: str, below: str) -> bool:
    """Lines of one length are the two clauses of a title, unless the first is who acts."""
    even = len(above) == len(below) and len(above) in _CLAUSES
    open_ended = above.startswith("关于") or above[-1] in "的之和与及在" or is_unit_name(above)
    return even and not open_ended and " " not in above


def prints_column(markup: Markup, kinds: Sequence[LineKind], parts: Sequence[str]) -> bool:
    """Whether the page heads itself with the short first part of its title tag, not the second."""
    if len(parts) != 2 or len(parts[0]) > _COLUMN:
        return False
    column, site = (comparison_key(part) for part in parts)
    own = (n for n, kind in enumerate(kinds) if kind == "text")
    printed = {comparison_key(markup.lines[n].folded) for n in own}
    return column in printed and not any(site in key for key in printed)


def prints_over_menu(markup: Markup, kinds: Sequence[LineKind], parts: Sequence[str]) -> bool:
    """Whether all that the title tag says stands right over the menu: so sites print their name."""
    if len(parts) != 1:
        return False
    own = comparison_key(parts[0])
    menus = (n for n in range(1, len(kinds)) if kinds[n] == "link" and _leads_home(markup.lines[n]))
    menu = next(menus, 0)
    return menu > 0 and comparison_key(markup.lines[menu - 1].folded) == own


def _leads_home(line: Line) -> bool:
    """Whether a line is a menu: several links, the first to the first page."""
    return len(line.anchors) > 1 and line.anchors[0].text.strip() in HOME


def column_of(markup: Markup, kinds: Sequence[LineKind]) -> str | None:
    """The last name of the breadcrumb, behind the home page."""
    for line in markup.lines:
        if kinds[line.number] == "breadcrumb":
            steps = _STEPS.split(line.folded)
            names = [name for name in steps if name not in _NO_COLUMN and _NAME.search(name)]
            if names and (len(names) > 1 or steps[0] in _NO_COLUMN):
                return names[-1]
    return None


def names_column(markup: Markup, name: str) -> bool:
    """Whether a line is the name of a column, by its words or because a menu has it too."""
    return is_column(name) or is_linked(markup, name)
