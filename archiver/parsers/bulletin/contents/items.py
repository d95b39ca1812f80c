"""The cells of a 目录, and the keys by which its lines come back in the body."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Final

from archiver.chinese.fold import fold
from archiver.parsers.bulletin.looks import style_of
from archiver.parsers.bulletin.names import contributors
from archiver.parsers.bulletin.names.names import read_names
from archiver.parsers.bulletin.shapes import (
    MARKERS,
    cells_of,
    ends_sentence,
    is_page_mark,
    is_prose,
    is_rule,
    marker_of,
    section_name,
    without_marker,
)
from archiver.parsers.bulletin.similarity import SAME, similarity, title_key
from archiver.parsers.lines import Line

SEARCHED: Final = 300
PAGE_TAIL: Final = re.compile(
    r"(?:\s*[.…·•。—-]{2,}\s*|\s*[(/]\s*|\s{1,})(?:第\s*)?P?\.?\d{1,3}\s*(?:页)?\s*[)]?\s*$"
)
_PAGE_ENDS: Final = ("页", ")")
_DOTS: Final = ".…·•"
LEADER_TAIL: Final = re.compile(rf"\s*[{_DOTS}]{{2,}}\s*$")
_COUNT: Final = re.compile(
    r"[(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)]?[、.]?"
)  # of entries, of pages
_TITLE: Final = 50  # characters
_TAIL: Final = 200  # characters: leader and page number; a line of nothing but dots has no end
_LEADER: Final = re.compile(f"[{_DOTS}]{{2}}")
_SECTION_FIRST: Final = re.compile(r"^(?P<section>[^\s:]{2,12})(?:\s*:\s*|\s+)(?P<title>.{4,80})$")
_BRACKET_FIRST: Final = re.compile(
    r"^[【\[](?P<section>[^【】\[\]]{2,8})[】\]]\s*(?P<title>.{4,80})$"
)
_COLUMN: Final = 8  # characters
_BARRED: Final = re.compile(
    r"^(?:\d{1,2}\s?\|\s?)?(?P<section>[一-龥]{2,10})\s?\|\s?(?P<title>[^|]{4,80})$"
)
_ORDER: Final = re.compile(r"^\d{1,2}\s?[.、]?\s?(?=[一-龥])")
_HAN_ALONE: Final = re.compile("[一-龥]+")
GENRE: Final = 4  # characters of 散文, 调查报告 before a title
_PAGE_FIRST: Final = re.compile(r"^P?\d{1,3}\s+(?P<title>[^\d\s].{3,80})$")
BRACKETED: Final = re.compile(r"^[【\[〖][^【】\[\]〖〗]{2,14}[】\]〗]:?$")
_ISSUE: Final = re.compile(  # 第5期, 上一期: another issue
    r"(?:(?:19|20)\d\d年?)?\s?第?[\d〇一二三四五六七八九十]{1,4}期|[上下]一?期|往期.{0,4}"
)
_EARLIER: Final = re.compile("往期.{2,4}")  # the heading of links to other issues below
_COLUMN_BEFORE: Final = re.compile("[一-龥]{2,8}:")  # before a linked title
_SHORT_NAME: Final = re.compile("[一-龥]{2,4}")  # behind a linked title

# The keys of short lines elsewhere on the page, each with the keys of the lines that follow it.
Followers = Mapping[str, set[str]]


_BESIDE: Final = re.compile(r"[/;；|]|(?<=\s)[·•](?=\s)")


@dataclass(frozen=True, slots=True)
class Item:
    """One cell or line of the 目录 with what it looks like."""

    text: str
    line: int
    indent: int = 0
    bold: bool = False
    marker: str | None = None
    href: str | None = None
    in_row: bool = False
    linked: bool = False  # the link of a line with more on it


def items_of(lines: Sequence[Line], start: int, end: int, later: Followers) -> list[Item]:
    """The cells of the lines from index ``start`` to ``end``; ``later`` as in ``followers``."""
    out: list[Item] = []
    columns = _columns_against(lines[start:end], later)
    for at in range(start, end):
        line = lines[at]
        linked = fold(line.anchors[0].text).strip() if len(line.anchors) == 1 else ""
        if is_rule(line.folded) or is_page_mark(line.folded) or line.folded.isdigit():
            continue
        if line.anchors and all(_ISSUE.fullmatch(anchor.text.strip()) for anchor in line.anchors):
            continue
        if _EARLIER.fullmatch(line.folded):
            continue
        href = line.anchors[0].href if line.anchors else None
        apart = {cell: _round_link(cell, linked, later) for cell in cells_of(line)}
        cells = columns.get(at - start) or [p for c, parts in apart.items() for p in parts or [c]]
        cells = [c for c in cells if without_marker(c) and not _COUNT.fullmatch(c)] or cells
        named = chain.from_iterable(_section_first(cell, later) for cell in cells)
        for cell in chain.from_iterable(_titles_beside(cell, later) for cell in named):
            out.append(
                Item(
                    cell,
                    at,
                    line.indent,
                    line.bold,
                    marker_of(cell),
                    href,
                    in_row=len(cells) > 1,
                    linked=cell == linked and cell not in apart,
                )
            )
    return out


def _round_link(cell: str, linked: str, later: Followers) -> list[str]:
    """【工作动态】标题 张三 with the title ``linked``: column, title and name, without the page.

    Empty when nothing stands beside the link, or when the body prints the whole line.
    """
    before, _, behind = cell.partition(linked) if linked and linked in cell else ("", "", "")
    before, name = before.strip(), _without_leader(f" {behind}").strip(" /|")
    if not (before or name) or len(title_key(linked)) < 2 or line_key(cell) in later:
        return []
    framed = BRACKETED.match(before) or _COLUMN_BEFORE.fullmatch(before)
    column = [before] if framed or section_name(before) else []
    if not column and len(before) >= 2 and title_key(before) in later:
        column = [f"【{before}】"]  # what heads a column of the body
    if name.startswith("("):
        return [*column, linked + name]
    byline = contributors.read_parenthesised(f"({name})") if name else None
    known = byline is not None and bool(byline.contributors)
    return [*column, linked, *([name] if known or _SHORT_NAME.fullmatch(name) else [])]


def followers(lines: Sequence[Line]) -> Followers:
    """The keys of short lines, each with those of the two lines below (引题 may be between).

    So is that of two lines which look like one title.
    """
    out: dict[str, set[str]] = {}
    above: list[set[str]] = []
    for one, two in pairwise(lines):
        if _is_one_title(one, two):
            out[title_key(one.folded + two.folded)] = set()
    for line in lines:
        if len(line.folded) > 80:
            above = []
            continue
        key = title_key(line.folded)
        above = [] if is_prose(line) else above
        for following in above:
            following.add(key)
        above = [*above[-1:], out.setdefault(key, set())]
    return out


def _is_one_title(line: Line, below: Line) -> bool:
    """Whether two lines stand together in one look that no text has, or are short and no text."""
    shown = line.bold or line.size > 1.05
    plain = not (is_prose(line) or is_prose(below) or ends_sentence(line.folded))
    shown = shown or (plain and not read_names(below.folded, "contributor"))
    if not shown or below.blank_before or style_of(line) != style_of(below):
        return False
    return len(line.folded) + len(below.folded) <= _TITLE and section_name(line.folded) is None


def line_key(text: str) -> str:
    """The comparison key of a 目录 line without its page number."""
    return title_key(_without_leader(text).strip(MARKERS + " "))


def _without_leader(text: str) -> str:
    last = text.rstrip()[-1:]
    if last.isdecimal() or last in _PAGE_ENDS:
        text = cut(PAGE_TAIL, text)
        last = text.rstrip()[-1:]
    return cut(LEADER_TAIL, text) if last and last in _DOTS else text


def cut(tail: re.Pattern[str], text: str) -> str:
    """``text`` without what ``tail`` matches at its end."""
    at = max(0, len(text) - _TAIL)
    return text[:at] + tail.sub("", text[at:])


def recurs(key: str, later: Sequence[str]) -> bool:
    """Whether a key comes back, exactly or nearly, with or without a page number stuck to it."""
    if key in later or key.rstrip("0123456789") in later:
        return True
    return len(key) >= 6 and any(similarity(key, other) >= SAME for other in later)


def _section_first(text: str, later: Followers) -> list[str]:
    """工作部署:全市会议召开 names a column and an entry on one line, unless that is the title."""
    barred = _BARRED.match(text) if "|" in text else None
    if barred and line_key(barred["title"]) in later:
        return [f"【{barred['section']}】", barred["title"]]
    found = _SECTION_FIRST.match(text)
    if found and not _begins_with_title(line_key(text), title_key(found["section"]), later):
        if section_name(found["section"]):
            return [found["section"], found["title"]]
        below = later.get(title_key(found["section"]))
        genre = re.fullmatch(rf"[一-龥]{{2,{GENRE}}}", found["section"]) and ":" not in text
        if below is None and genre:
            title = line_key(found["title"])
            if any(len(key) > 1 and title.startswith(key) for key in later):
                return [f"【{found['section']}】", found["title"]]
        first = _LEADER.split(found["title"].split()[0])[0]
        shorter = len(found["section"]) < len(first)  # no clause of the title
        if below and shorter and any(begin_alike(line_key(found["title"]), key) for key in below):
            return [found["section"], found["title"]]
    if (found := _BRACKET_FIRST.match(text)) and line_key(text) not in later:
        wanted = line_key(found["title"])
        if any(len(key) >= 4 and wanted.startswith(key) for key in later):
            return [f"【{found['section']}】", found["title"]]
    leading = _PAGE_FIRST.match(text)
    return [leading["title"]] if leading else [text]


def _columns_against(lines: Sequence[Line], later: Followers) -> dict[int, list[str]]:
    """交通人物治超站的眼睛: columns that only a style sets apart, when the body prints all so.

    By index of the line. A title and its subtitle may touch too, but not in every entry.
    """
    found = {at: _column_against(line.folded, later) for at, line in enumerate(lines)}
    return found if len(found) > 1 and all(found.values()) else {}


def _column_against(text: str, later: Followers) -> list[str]:
    text = _ORDER.sub("", text)
    for end in range(2, _COLUMN + 1):
        column, title = text[:end], text[end:]
        below = later.get(title_key(column), ())
        told = _HAN_ALONE.fullmatch(column) and len(title) > _COLUMN
        if told and line_key(title) in below and line_key(text) not in later:
            return [f"【{column}】", title]
    return []


def _titles_beside(text: str, later: Followers) -> list[str]:
    """One title/another, one · another: two entries on one line, when the body prints both."""
    parts = _BESIDE.split(text)
    keys = [line_key(part) for part in parts]
    if len(parts) < 2 or not all(key in later for key in keys):
        return [text]
    sent = any(two in later[one] for one, two in pairwise(keys))  # the sender, below the title
    sent = sent or bool(read_names(parts[-1].strip(), "contributor"))
    return [text] if sent else parts


def _begins_with_title(key: str, section: str, later: Followers) -> bool:
    """The body prints the line, or all of it but names behind, as one line."""
    return any(len(one) > len(section) + 2 and key.startswith(one) for one in later)


def likeness(one: str, other: str) -> float:
    """How alike two keys are; 0 where that is too little."""
    value = similarity(one, other)
    return value if value >= SAME else 0.0


def begin_alike(one: str, other: str) -> bool:
    """Whether one of two keys begins with the other."""
    return min(len(one), len(other)) >= 4 and (one.startswith(other) or other.startswith(one))
