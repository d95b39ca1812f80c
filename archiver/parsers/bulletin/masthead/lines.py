"""The lines of a 报头, each taken for what its cells and the lines beside it say."""

import re
from collections.abc import Sequence
from typing import Final

from archiver.chinese.memo import remembered
from archiver.chinese.units import is_unit_name
from archiver.parsers.bulletin import numbering
from archiver.parsers.bulletin.dating import read_full_date
from archiver.parsers.bulletin.masthead.cells import PERIOD, is_secrecy, take_cell
from archiver.parsers.bulletin.masthead.editors import is_edited_by
from archiver.parsers.bulletin.masthead.fields import Masthead
from archiver.parsers.bulletin.masthead.series import can_begin_series, is_generic, is_series
from archiver.parsers.bulletin.numbering import without
from archiver.parsers.bulletin.shapes import cells_of, compact, is_office
from archiver.parsers.lines import Line

COLUMNS: Final = re.compile(r"\s{2,}")
_BARS: Final = re.compile(r"\s*\|\s*|\s{2,}")  # number | editor | day | 内部资料
# What makes a sentence of the fields: (本期简报为第2期,由县总工会编印,5月8日印发).
_SAID: Final = re.compile("^(?:本[期刊][一-龥]{0,4}[为是系]|由)")
# Beside a day one blank parts labels too: 县总工会编 2011年6月8日 签发:李明.
_LABELLED: Final = re.compile(r"\s(?=[一-龥]{2,4}(?<!日期|时间):|(?:19|20)\d\d年)")
_NAME: Final = re.compile("[一-龥“”]{3,24}")


def take_line(head: Masthead, lines: Sequence[Line], at: int) -> bool:
    """Take what the line at ``at`` says into ``head``; False when it is no line of a masthead."""
    cells = [c for cell in cells_of(lines[at]) for c in _columns(cell)]
    known = len(head.editors.found)
    beside = head.number_line == at - 1 and not head.series_is_sure
    numbered_next = beside or (not head.series_is_sure and _number_follows(lines[at + 1 : at + 3]))
    below = compact(lines[at + 1].folded) if at + 1 < len(lines) else ""
    if not head.series and is_secrecy(lines[at].folded) and is_series(below):
        head.secrecy = head.secrecy or lines[at].folded  # 内部参阅 over 决策参考
        return True
    head.editors.looks[at] = _style(lines[at])
    last = head.editors.last_line
    apart = lines[at].blank_before > 0 and head.date is not None
    adjoins = last is not None and at == last + 1 and _are_set_alike(lines[at], lines[last])
    settled = last is not None and last >= (head.number_line or 0) and (apart or not adjoins)
    taken = [take_cell(head, cell, at, numbered_next, settled) for cell in cells]
    if not any(taken):
        return False
    if len(cells) == 2 and taken == [False, True] and not head.editors and read_full_date(cells[1]):
        _take_name_beside_date(head, cells[0], at)
    if len(head.editors.found) > known and at and at - 1 not in head.lines:
        head.editors.complete(lines[at - 1].folded)
    if head.series and is_generic(compact(head.series)) and not head.lines:
        _prepend_wrapped_series(head, lines, at)
    return True


def _are_set_alike(line: Line, above: Line) -> bool:
    return _style(line) == _style(above) and line.tag == above.tag


def _take_name_beside_date(head: Masthead, cell: str, at: int) -> None:
    """Who stands beside the day edits the issue, though no table knows the name: 三江源站."""
    if head.numbering is not None and _NAME.fullmatch(compact(cell)):
        head.editors.add(at, cell, role=False)


def _columns(text: str) -> list[str]:
    """The columns of a cell, two blanks apart; a title spaced out letter by letter is one."""
    if text[0] == "(" and text[-1] == ")" and "," in text and numbering.may_number(text):
        return [c for part in text[1:-1].split(",") if (c := _SAID.sub("", part).strip())]
    parts = _BARS if text.count("|") > 2 and read_full_date(text) else COLUMNS
    cells = [c for c in parts.split(text) if c]
    spaced = all(len(c) <= 2 and "一" <= c[0] <= "鿿" for c in cells)
    if len(cells) > 1 and (all(len(c) == 1 for c in cells) or (spaced and len(cells) > 2)):
        return ["".join(cells)]
    if ":" in text and any(map(read_full_date, cells)):
        return [part for cell in cells for part in _LABELLED.split(cell)]
    return cells


def _number_follows(lines: Sequence[Line]) -> bool:
    """The next lines are a number and nothing else but office and day, as under a series title."""
    return any(len(line.folded) <= 60 and _is_number_line(line.folded) for line in lines)


@remembered
def _is_number_line(text: str) -> bool:
    found = numbering.read_numbering(text)
    if found is None:
        bare = text[0] == "(" and numbering.read_bare_number(text) is not None
        return bare or numbering.read_short(text) is not None or PERIOD.fullmatch(text) is not None
    if found.spans[0][0] <= 1:
        return True
    rest = without(text, found.spans)
    if date := read_full_date(rest):
        rest = without(rest, (date.span,))
    names = rest.strip("() ").split()
    sorts = names[:1] if is_generic("".join(names[:1])) else []  # 简报 第42期 under 职工之友
    return all(is_office(name) or is_edited_by(name) for name in names[len(sorts) :])


def _prepend_wrapped_series(head: Masthead, lines: Sequence[Line], at: int) -> None:
    """A series title may be wrapped: its last word alone on the second line."""
    if at == 0 or head.series is None:
        return
    above, line = lines[at - 1], lines[at]
    text = compact(above.folded)
    if _style(above) != _style(line) or not can_begin_series(text):
        return
    if is_unit_name(text) and len(head.series) > 2:
        return
    head.series = text + head.series
    head.lines.append(at - 1)


def _style(line: Line) -> tuple[object, ...]:
    return line.align, line.bold, round(line.size, 1)
