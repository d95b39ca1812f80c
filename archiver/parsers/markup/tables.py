"""Tables of data: one line a row, cells parted by TAB; tables of layout stay as they are."""

import re
from dataclasses import dataclass, field
from typing import Final

from archiver.parsers.lines import Block
from archiver.parsers.markup.rawline import RawLine

_LONG_CELL: Final = 60  # characters
_SENTENCE: Final = 30  # characters, at least
_LINES: Final = 2  # that make the text of a row more than a cell
_ENDS: Final = "。！？；：”）"  # of what runs on as text
_LIST: Final = 3  # lines with links that make a cell a list
_COUNT: Final = re.compile(r"\d{1,2}[.、．]?|[一二三四五六七八九十]{1,2}、?")
_LONGEST_COLUMN: Final = 8  # characters of a column's name

_Cell = tuple[int, int]


@dataclass(slots=True)
class _Table:
    first: int
    block: int
    holds_table: bool = False
    rows: list[list[_Cell]] = field(default_factory=list)


class Tables:
    """The tables that are open at one place of the page, over its lines and blocks."""

    def __init__(self, lines: list[RawLine], blocks: list[Block]) -> None:
        self._lines = lines
        self._blocks = blocks
        self.open: list[_Table] = []

    def begin(self, block: int) -> None:
        """The block is a table, or a row of the table that is open."""
        if self._blocks[block].tag == "tr":
            self.open[-1].rows.append([])
            return
        self.open.append(_Table(len(self._lines), block))

    def end(self, block: Block) -> None:
        """The last line of a block in the table that is open, or of that table, is known."""
        table = self.open[-1]
        if block.tag in ("td", "th") and table.rows:
            table.rows[-1].append((block.first, block.last))
        elif block.tag == "table":
            self._merge_rows(self.open.pop())
            if self.open and not _is_box(table):
                self.open[-1].holds_table = True
            block.last = len(self._lines)

    def _merge_rows(self, table: _Table) -> None:
        """One line a row if this is a table of data and not one of layout."""
        lines = self._lines
        columns = not table.holds_table and _holds_columns(table, lines)
        if table.holds_table or not (columns or _holds_data(table, lines)):
            return
        rows: list[RawLine] = []
        for cells_of_row in table.rows:
            row = cells_of_row
            if columns and len(row) == _LINES:
                rows.append(_upright(row[0], lines, table.block))
                row = row[1:]
            if _holds_text(row, lines):
                for line in lines[row[0][0] : row[-1][1]]:
                    line.block = table.block
                    rows.append(line)
                continue
            cells = [" ".join(line.text.strip() for line in lines[a:b]) for a, b in row]
            text = "\t".join(cells).rstrip()
            if text:
                inside = lines[row[0][0] : row[-1][1]]
                inside[0].pieces = tuple(_pieces(row, lines))
                rows.append(inside[0])
                rows[-1].text, rows[-1].table, rows[-1].block = text, table.block, table.block
                rows[-1].indent, rows[-1].bold = 0, all(line.bold for line in inside)
                rows[-1].anchors = tuple(a for line in inside for a in line.anchors)
        del self._blocks[table.block + 1 :]
        # A caption stands before the first row and is in none.
        captions = lines[table.first : table.rows[0][0][0] if table.rows[0] else table.first]
        for line in captions:
            line.block = min(line.block, table.block)
        lines[table.first :] = captions + rows


def _is_box(table: _Table) -> bool:
    """One cell and no more: editors of asp pages put each paragraph, also of a cell, in one."""
    return not table.holds_table and sum(map(len, table.rows)) <= 1


def _pieces(row: list[_Cell], lines: list[RawLine]) -> list[str]:
    """The lines of the cells, if a cell has several; a TAB ends the last of each cell."""
    if all(b - a < _LINES and not (b > a and lines[a].lead) for a, b in row):
        return []
    pieces: list[str] = []
    for a, b in row:
        texts = [line.text.strip() for line in lines[a:b]] or [""]
        lead = lines[a].lead if b > a else 0
        if lead:
            texts[:1] = [texts[0][:lead], texts[0][lead:]]
        pieces += [*texts[:-1], f"{texts[-1]}\t"]
    return pieces


def _holds_text(row: list[_Cell], lines: list[RawLine]) -> bool:
    """A row of one cell with running text on several lines, as a form holds what it is about.

    Beside it may stand a cell that counts the rows.
    """
    filled = [cell for cell in row if cell[1] > cell[0] and not _is_count(cell, lines)]
    if len(filled) != 1 or filled[0][1] - filled[0][0] < _LINES:
        return False
    own = lines[filled[0][0] : filled[0][1]]
    long = sum(len(line.text.strip()) for line in own) > _LONG_CELL
    return long and any(_is_sentence(line.text) for line in own)


def _is_sentence(text: str) -> bool:
    return len(text.strip()) > _SENTENCE and text.rstrip()[-1:] in _ENDS


def _heads_texts(table: _Table, lines: list[RawLine]) -> bool:
    """Title and sender in the cells of a row over a text that fills the next, again and again."""
    filled = [[cell for cell in row if cell[1] > cell[0]] for row in table.rows]
    texts = [
        at
        for at, row in enumerate(filled)
        if len(row) == 1 and any(_is_sentence(lines[n].text) for n in range(*row[0]))
    ]
    return len(texts) >= _LINES and all(at and len(filled[at - 1]) == _LINES for at in texts)


def _is_count(cell: _Cell, lines: list[RawLine]) -> bool:
    return cell[1] - cell[0] == 1 and _COUNT.fullmatch(lines[cell[0]].text.strip()) is not None


def _holds_columns(table: _Table, lines: list[RawLine]) -> bool:
    """Rows of running text alone, beside cells that name a column for the rows they span.

    A cell spans the rows below that have one cell less; or its name is set upright, letter by
    letter. A bulletin ruled as a grid is made so: 综合信息 │ title, text, 供稿. So is one whose
    rows are articles, each with who sent it in beside its title and text.
    """
    named = spans = upright = False
    for row in table.rows:
        if not row or len(row) > _LINES or not _holds_text(row[-1:], lines):
            return False
        if len(row) == _LINES:
            if not _names_column(row[0], lines):
                return False
            named, upright = True, upright or row[0][1] - row[0][0] >= _LINES
        spans = spans or (named and len(row) < _LINES)
    titled = len(table.rows) > 1 and all(_begins_with_title(row[-1], lines) for row in table.rows)
    return named and (spans or upright or titled)


def _begins_with_title(cell: _Cell, lines: list[RawLine]) -> bool:
    """Whether a cell of text begins with a short line that is set apart."""
    first, second = lines[cell[0]], lines[cell[0] + 1]
    centred = first.state.align == "center" != second.state.align
    return (centred or first.bold > second.bold) and len(first.text) <= _LONG_CELL // 2


def _names_column(cell: _Cell, lines: list[RawLine]) -> bool:
    """Few Chinese characters, on one line or each on its own, and no link."""
    texts = ["".join(line.text.split()) for line in lines[cell[0] : cell[1]]]
    name = "".join(texts)
    if len(texts) >= _LINES and any(len(text) > 1 for text in texts):
        return False
    linked = any(line.anchors for line in lines[cell[0] : cell[1]])
    return _LINES <= len(name) <= _LONGEST_COLUMN and name.isalpha() and not linked


def _upright(cell: _Cell, lines: list[RawLine], block: int) -> RawLine:
    """The name of a column as one line."""
    line = lines[cell[0]]
    if cell[1] - cell[0] >= _LINES:
        line.text = "".join(one.text.strip() for one in lines[cell[0] : cell[1]])
    line.block, line.indent = block, 0
    return line


def _holds_data(table: _Table, lines: list[RawLine]) -> bool:
    """At least two rows of two filled cells, mostly short, not made of links, no dominant cell.

    The rows of running text in a form are none of its data.
    An ``<hr>`` within parts what a table of layout holds; so does a cell that is a list of links.
    """
    sizes = [
        [sum(len(line.text.strip()) for line in lines[a:b]) for a, b in row]
        if not _holds_text(row, lines)
        else []
        for row in table.rows
    ]
    filled = [size for row in sizes for size in row if size]
    if _heads_texts(table, lines):
        return False
    if sum(sum(size > 0 for size in row) >= 2 for row in sizes) < 2:
        return False
    short = sum(size <= _LONG_CELL for size in filled)
    linked = sum(len(a.text) for line in lines[table.first :] for a in line.anchors)
    total = sum(filled)
    if short * 2 < len(filled) or linked * 2 >= total or max(filled) * 10 >= total * 7:
        return False
    if any(line.rule_before for line in lines[table.first + 1 :]):
        return False
    return not any(
        size * 2 >= total and sum(bool(line.anchors) for line in lines[a:b]) >= _LIST
        for row, cells in zip(sizes, table.rows, strict=True)
        if row
        for size, (a, b) in zip(row, cells, strict=True)
    )
