"""Boxes of labels whose values stand on lines of their own.

``<dt>来源</dt><dd>…</dd>``, cells set as blocks, and tables with all labels in a first row.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from archiver.parsers.chrome.linekind import LineKind
from archiver.parsers.info.info import Info
from archiver.parsers.info.labelled import label_role, read_info, unbracketed
from archiver.parsers.lines import Line
from archiver.parsers.markup.html import Markup

_LABEL: Final = 12  # characters of a label with its padding and colon
_VALUE: Final = 60
_TERMS: Final = ("dt", "th")
_KNOWN: Final = 2


def boxes(markup: Markup, kinds: Sequence[LineKind]) -> Mapping[int, Info]:
    """What every line of such a box says; a value's own line says nothing more."""
    found: dict[int, Info] = {}
    rows = [line for line in markup.lines if line.table is not None]
    for _, group in groupby(rows, key=lambda line: line.table):
        table = list(group)
        if len(table) == 2 and (pairs := _under_heads(*table)):
            found[table[0].number] = Info(pairs, in_box=True)
            found[table[1].number] = Info((), in_box=True)
    labels = (line.number for line in markup.lines if _may_be_label(line) and _role(line))
    for run in _runs(markup, kinds, labels):
        if len(run) > 1 or markup.lines[run[0][0]].tag in _TERMS:
            for n, pair in run:
                found[n] = Info((pair,), in_box=True)
                if pair[1]:
                    found[n + 1] = Info((), in_box=True)
    found.update(_cells(markup, kinds))
    return found


def _cells(markup: Markup, kinds: Sequence[LineKind]) -> dict[int, Info]:
    """Rows of label and value cells without colons, each cell on a line of its own.

    Two labels that are known, each with its value, tell such a table; what else its rows name so
    is no text either.
    """
    found: dict[int, Info] = {}
    rows: dict[int, list[Line]] = {}  # by the block around the cells
    for line in markup.lines:
        if line.tag == "td" and line.table is None and line.block >= 0:
            rows.setdefault(markup.blocks[line.block].parent, []).append(line)
    tables: dict[int, list[list[Line]]] = {}
    for row, cells in rows.items():
        if row >= 0 and _is_by_turns(cells, kinds):
            tables.setdefault(markup.blocks[row].parent, []).append(cells)
    for table in tables.values():
        pairs = [pair for cells in table for pair in zip(cells[::2], cells[1::2], strict=True)]
        if sum(_named(label) is not None for label, _ in pairs) < _KNOWN:
            continue
        for label, value in pairs:
            role = _named(label)
            told = ((role, unbracketed(value.text.strip())),) if role else ()
            found[label.number] = Info(told, in_box=True)
            found[value.number] = Info((), in_box=True)
    return found


def _is_by_turns(cells: Sequence[Line], kinds: Sequence[LineKind]) -> bool:
    """Whether cells are short labels and values by turns, and one label is no known one's value."""
    whole = cells[-1].number - cells[0].number + 1 == len(cells)
    return (
        whole
        and len(cells) % 2 == 0
        and all(kinds[line.number] in ("text", "link", "tools") for line in cells)
        and all(len(label.folded) <= _LABEL and not label.anchors for label in cells[::2])
        and all(len(value.folded) <= _VALUE and _named(value) is None for value in cells[1::2])
    )


def _named(line: Line) -> str | None:
    return label_role(line.folded) if len(line.folded) <= _LABEL else None


def _under_heads(heads: Line, values: Line) -> tuple[tuple[str, str], ...]:
    """The pairs of a table that has its labels in one row and their values in the next."""
    labels = [label_role(cell) for cell in heads.text.split("\t")]
    cells = [cell.strip() for cell in values.text.split("\t")]
    if len(labels) < 3 or None in labels or any(label_role(cell) for cell in cells):
        return ()
    return tuple((role, cell) for role, cell in zip(labels, cells, strict=False) if role)


def _role(line: Line) -> str | None:
    """The role of a line that is a label alone; without a colon only a term is one."""
    return label_role(line.folded) if _may_be_label(line) else None


def _may_be_label(line: Line) -> bool:
    return (line.folded[-1] == ":" or line.tag in _TERMS) and len(line.folded) <= _LABEL


def _is_labelled(line: Line) -> bool:
    """Whether a line is a label, or begins with one: then the label above it has no value."""
    info = None if _role(line) else read_info(line)
    return _role(line) is not None or (info is not None and bool(info.pairs))


def _is_beside(markup: Markup, number: int) -> bool:
    """Whether the next line stands in the same list or row as the label, and is short."""
    blocks, value = markup.blocks, markup.lines[number + 1]
    own = markup.lines[number].block
    holder = blocks[own].parent if own >= 0 else -1
    block = value.block
    while block > holder and block >= 0:
        block = blocks[block].parent
    return len(value.folded) <= _VALUE and holder >= 0 and block == holder


def _runs(
    markup: Markup, kinds: Sequence[LineKind], labels: Iterator[int]
) -> Iterator[list[tuple[int, tuple[str, str]]]]:
    """Labels that follow each other with at most a value between: (line, (role, value))."""
    run: list[tuple[int, tuple[str, str]]] = []
    expected = -1
    for n in labels:
        if run and n != expected:
            yield run
            run = []
        role = _role(markup.lines[n]) or ""
        value = markup.lines[n + 1] if n + 1 < len(markup.lines) else None
        printed = ""
        if value is not None and not _is_labelled(value) and _is_beside(markup, n):
            told = kinds[value.number] in ("text", "link")
            printed = unbracketed(value.text.strip()) if told else ""
        run.append((n, (role, printed)))
        expected = n + 1 + bool(printed)
    if run:
        yield run
