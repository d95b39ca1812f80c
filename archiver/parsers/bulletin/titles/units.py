"""Units as columns (各单位动态): 【白石镇】 over all articles that it sent in."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from archiver.chinese.units import is_unit_name
from archiver.parsers.bulletin.looks import style_of
from archiver.parsers.bulletin.shapes import MARKERS, compact, is_text
from archiver.parsers.bulletin.titles import headings
from archiver.parsers.bulletin.words import SECTION_WORDS
from archiver.parsers.lines import Line

_FRAME: Final = "【】[]〖〗" + MARKERS
_LONGEST: Final = 20  # characters
_SEVERAL: Final = 2
_FRAMED: Final = re.compile(rf"[【\[〖{re.escape(MARKERS)}]")


def mark_units(lines: Sequence[Line]) -> Sequence[Line]:
    """``lines`` with the units that stand over titles framed in 〖〗, as later steps know columns.

    Such a unit stands over the first title too; one that ends each article stands under the last.
    """
    first = lines[0] if lines else None
    if first is None or _unit_of(first) is None:
        return lines
    look, framed = style_of(first), _is_framed(first)
    alike = [
        at
        for at, line in enumerate(lines)
        if style_of(line) == look and _is_framed(line) == framed and _unit_of(line)
    ]
    if len(alike) < _SEVERAL or not all(_is_over_title(lines, at) for at in alike):
        return lines
    out = list(lines)
    sent = not framed and _heads_one_each(lines, alike)
    for at in alike:
        if not sent:
            out[at] = replace(lines[at], folded=f"〖{_unit_of(lines[at])}〗")
        else:
            out[at : at + 2] = _below_title(lines[at], lines[at + 1])
    return out


def _heads_one_each(lines: Sequence[Line], units: Sequence[int]) -> bool:
    """Whether no title stands below the text of another: none has the look of those under units."""
    looks = {style_of(lines[at + 1]) for at in units}
    titles = [at for at, line in enumerate(lines) if style_of(line) in looks]
    return len(titles) == len(units)


def _below_title(unit: Line, title: Line) -> list[Line]:
    """A unit that stands over one title only, below it, where who sent it in stands elsewhere."""
    above = replace(title, blank_before=unit.blank_before, rule_before=unit.rule_before)
    return [above, replace(unit, folded=f"({unit.folded})", blank_before=0, rule_before=False)]


def sends(unit: str, text: str) -> bool:
    """Whether a column is the unit that the ``text`` below it is about, and so from."""
    return unit in text and unit not in SECTION_WORDS and is_unit_name(unit)


def _unit_of(line: Line) -> str | None:
    """The unit that a line names, alone and framed or not."""
    if len(line.folded) > _LONGEST or line.table is not None:
        return None
    name = compact(line.folded).strip(_FRAME)
    return name if name not in SECTION_WORDS and is_unit_name(name) else None


def _is_framed(line: Line) -> bool:
    return _FRAMED.match(line.folded) is not None


def _is_over_title(lines: Sequence[Line], at: int) -> bool:
    """Whether a line stands between the end of a text and a title of another look."""
    if at + 1 >= len(lines) or (at and not is_text(lines[at - 1])):
        return False
    below = lines[at + 1]
    return (
        style_of(below) != style_of(lines[at])
        and headings.can_be_title(below)
        and headings.leads_to_text(lines, at + 1)
    )
