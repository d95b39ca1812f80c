"""A 目录 set as a table whose first row says what its columns hold: 序号, 标题, 供稿单位, 页码."""

from collections.abc import Sequence
from typing import Final

from archiver.chinese.fold import fold
from archiver.parsers.bulletin.contents.entries import Entry
from archiver.parsers.bulletin.contents.items import Followers
from archiver.parsers.bulletin.shapes import compact, section_name, without_ordinal
from archiver.parsers.bulletin.similarity import title_key
from archiver.parsers.bulletin.words import CONTRIBUTOR_LABELS
from archiver.parsers.lines import Line

_TITLE: Final = "标题 题目 篇名 篇目 题名 文章 名称 文章标题 文章题目 文章名称 信息标题 稿件标题"
_SECTION: Final = "栏目 类别 板块 栏目名称"
_SENDER: Final = "单位 部门 作者姓名 来稿部门 供稿部门 报送部门 来源单位"
_NOTHING: Final = "序号 编号 序 页码 页次 页数 页 起始页 版面"
HEADS: Final = (
    dict.fromkeys(_TITLE.split(), "title")
    | dict.fromkeys(_SECTION.split(), "section")
    | dict.fromkeys([*_SENDER.split(), *CONTRIBUTOR_LABELS], "contributor")
    | dict.fromkeys(_NOTHING.split(), "")
)
"""What the heads of columns say that they hold; nothing of use where that is empty."""


def entries_of_table(lines: Sequence[Line], start: int, end: int, later: Followers) -> list[Entry]:
    """The entries on the lines from ``start`` to ``end``; none without such a first row.

    One title at least comes back, or is a link. A column's name holds for the rows below it whose
    cell is empty, or one with that above.
    """
    heads = _heads(lines[start]) if start < end else None
    if heads is None:
        return []
    entries: list[Entry] = []
    section: str | None = None
    for at in range(start + 1, end):
        cells = _cells(lines[at])
        if len(cells) == 1 and (name := section_name(cells[0])):
            section = name
            continue
        cells = _with_column(cells, heads, later)
        said = {head: cell for head, cell in zip(heads, cells, strict=False) if head and cell}
        title = without_ordinal(said.get("title", ""))
        if not title or len(cells) > len(heads):
            return []
        section = said.get("section", section)
        anchors = lines[at].anchors
        entries.append(
            Entry(
                " ".join(title.split()),
                at,
                section,
                contributor=said.get("contributor"),
                href=anchors[0].href if anchors else None,
            )
        )
    return entries if any(entry.href or entry.key in later for entry in entries) else []


def _with_column(cells: list[str], heads: list[str], later: Followers) -> list[str]:
    """The cells of a row below a column's cell that spans both, with an empty one for it."""
    if len(cells) >= len(heads) or "section" not in heads:
        return cells
    at, title = heads.index("section"), heads.index("title")
    spanned = [*cells[:at], "", *cells[at:]]
    moved = title < len(spanned) and title_key(spanned[title]) in later
    return spanned if moved and title_key(cells[min(title, len(cells) - 1)]) not in later else cells


def _heads(line: Line) -> list[str] | None:
    """What each column holds, where the line is a row that says so."""
    if "\t" not in line.text:
        return None
    heads = [HEADS.get(compact(cell)) for cell in _cells(line)]
    known = [head for head in heads if head is not None]
    return known if len(known) == len(heads) and known.count("title") == 1 else None


def _cells(line: Line) -> list[str]:
    """The folded cells of a row, the empty ones too."""
    return [fold(cell).strip() for cell in line.text.split("\t")]
