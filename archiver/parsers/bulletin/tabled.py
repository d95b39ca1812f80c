"""Articles set as the rows of a table whose first row says what its columns hold.

Weeklies are laid out so: 序号, 内容, 报送单位; 栏目, 标题, 正文, 供稿.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from archiver.chinese.fold import fold, one_line
from archiver.parsers.bulletin.contents.rows import HEADS
from archiver.parsers.bulletin.shapes import compact, is_prose, section_name, without_ordinal
from archiver.parsers.bulletin.words import CONTRIBUTOR_LABELS, role_of
from archiver.parsers.lines import Line
from archiver.parsers.printed import as_printed

_TEXT: Final = frozenset(
    "内容 正文 信息 简讯 动态 文稿 稿件 信息内容 稿件内容 主要内容 具体内容 文章内容 简报内容 "
    "动态内容 工作动态 信息正文 内容提要 内容摘要".split()
)
_ANY_UNIT: Final = frozenset(("单位", "部门"))  # who sends, where a title stands beside
_SAID: Final = {"contributor": "供稿", "author": "作者", "reporter": "记者"}
_SEVERAL: Final = 2
_LONGEST_SENDER: Final = 40  # characters
_LONGEST_TITLE: Final = 60

_Cell = list[str]
"""The lines of a cell, as printed."""


def off_rows(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """``lines`` with such rows as lines of title, text and sender; the rows of heads left out."""
    if all(line.table is None for line in lines):
        return lines, []
    out: list[Line] = []
    heads: list[Line] = []
    for table, group in groupby(lines, key=lambda line: line.table):
        rows = list(group)
        named = enumerate(map(_heads, rows if table is not None else ()))
        at, columns = next(((n, found) for n, found in named if found), (0, None))
        articles = _articles(rows[at], columns, rows[at + 1 :]) if columns else None
        if articles is None:
            out += rows
        else:
            heads.append(rows[at])
            out += [*rows[:at], *articles]
    return out, heads


def _heads(line: Line) -> list[str] | None:
    """What each column holds, where a row says so: a text or a title, and who sent it in."""
    if "\t" not in line.text:
        return None
    cells = [compact(fold(cell)) for cell in line.text.split("\t")]
    heads = [_head(cell) for cell in cells]
    if heads.count("contributor") != 1 or heads.count("text") > 1 or heads.count("title") > 1:
        return None
    if "text" not in heads and "title" not in heads:
        return None
    return None if "title" not in heads and not _ANY_UNIT.isdisjoint(cells) else heads


def _head(cell: str) -> str:
    if cell in _TEXT:
        return "text"
    head = HEADS.get(cell, "other")
    photographed = cell in CONTRIBUTOR_LABELS and role_of(cell) not in _SAID
    return "other" if photographed else head


def _articles(head: Line, heads: Sequence[str], rows: Sequence[Line]) -> list[Line] | None:
    """The rows below that of heads as lines, if most of them are articles and none holds more."""
    sender = compact(fold(head.text.split("\t")[heads.index("contributor")]))
    label = _SAID[role_of(sender)] if sender in CONTRIBUTOR_LABELS else _SAID["contributor"]
    out: list[Line] = []
    articles = others = 0
    section = ""
    for row in rows:
        cells = _cells(row, heads)
        if (name := _spanning(cells)) is not None:
            section = name
            out.append(_line(row, name, f"〖{name}〗"))
            continue
        said = _said(cells, heads)
        if said is None:
            others += 1
            out.append(row)
            continue
        articles += 1
        if (name := one_line(" ".join(said.get("section", [])))) and name != section:
            section = name
            out.append(_line(row, name, f"〖{fold(name)}〗"))
        out += _article(row, said, label)
    return out if articles >= _SEVERAL and articles > others else None


def _cells(row: Line, heads: Sequence[str]) -> list[_Cell]:
    """The cells of a row; below a column's cell that spans several rows with an empty one."""
    if row.pieces:
        cells: list[_Cell] = [[]]
        for piece in row.pieces:
            cells[-1].append(piece.rstrip("\t"))
            if piece.endswith("\t"):
                cells.append([])
        cells.pop()
    else:
        cells = [[cell] for cell in row.text.split("\t")]
    if len(cells) < len(heads) and "section" in heads:
        at = heads.index("section")
        spanned = [*cells[:at], [], *cells[at:]]
        if _said(spanned, heads) is not None:
            return spanned
    return cells


def _spanning(cells: Sequence[_Cell]) -> str | None:
    """The column that a row names and nothing else."""
    filled = [cell for cell in cells if any(cell)]
    return section_name(fold(filled[0][0])) if len(filled) == 1 and len(filled[0]) == 1 else None


def _said(cells: Sequence[_Cell], heads: Sequence[str]) -> dict[str, _Cell] | None:
    """The cells of a row that is an article by what they hold; None where it is none."""
    if len(cells) > len(heads):
        return None
    said = {
        head: [text for text in cell if text.strip()]
        for head, cell in zip(heads, cells, strict=False)
        if head
    }
    text = said.get("text") or said.get("title", [])
    sender = " ".join(said.get("contributor", []))
    known = not said.get("other") and len(sender) <= _LONGEST_SENDER
    return said if known and any(_is_prose(one) for one in text) else None


def _article(row: Line, said: dict[str, _Cell], label: str) -> list[Line]:
    """Title, text and sender of a row, each on lines of its own."""
    text = list(said.get("text", []))
    title = one_line(" ".join(said.get("title", [])))
    if "text" not in said:
        text, title = said["title"], ""
    if not title and len(text) > 1 and _may_be_title(text[0]):
        title = one_line(text.pop(0)).rstrip("。：: ")
    out = []
    if title:
        bare = without_ordinal(fold(title))
        out.append(_line(row, as_printed(title, bare), bare, bold=True))
    out += [_line(row, one, fold(one).strip()) for one in text]
    if sender := " ".join(said.get("contributor", [])).strip():
        out.append(replace(_line(row, sender, f"{label}:{fold(sender)}"), align="right"))
    return out


def _line(row: Line, text: str, folded: str, *, bold: bool = False) -> Line:
    line = replace(row, text=text, folded=folded, bold=bold, table=None, anchors=(), pieces=())
    line.align, line.indent, line.lead, line.blank_before = "left", 0, 0, 0
    return line


def _may_be_title(text: str) -> bool:
    """A line over the others of its cell, or bold words before them: 书屋开到采石场。"""
    clause = fold(text).strip()[-1:] == "。" and any(sign in text for sign in "，,")
    return not _is_prose(text) and not clause and len(text) <= _LONGEST_TITLE


def _is_prose(text: str) -> bool:
    return is_prose(Line(0, text, fold(text).strip())) if fold(text).strip() else False
