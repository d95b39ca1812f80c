"""Verse: short lines of one look, one below the other, that no sentence ends."""

from collections.abc import Sequence
from typing import Final

from archiver.parsers.bulletin.looks import style_of
from archiver.parsers.bulletin.shapes import is_numbered
from archiver.parsers.lines import Line

_LINES: Final = 4  # that make a poem
_LONGEST: Final = 20  # characters
_SHORTEST: Final = 2


def is_verse(lines: Sequence[Line], first: int) -> bool:
    """Whether four lines of verse begin at ``first``."""
    if not 0 <= first <= len(lines) - _LINES or not _may_be_verse(lines[first]):
        return False
    style = style_of(lines[first])
    rest = lines[first + 1 : first + _LINES]
    return all(_may_be_verse(line) and style_of(line) == style for line in rest)


def within_verse(lines: Sequence[Line], at: int) -> bool:
    """Whether the line is one of four of verse, or of more."""
    if not _may_be_verse(lines[at]):
        return False
    return any(is_verse(lines, first) for first in range(at - _LINES + 1, at + 1))


def ends_verse(lines: Sequence[Line], at: int) -> bool:
    """Whether ``at`` is the last line of verse and what stands below it looks other."""
    first = at - _LINES + 1
    return is_verse(lines, first) and style_of(lines[at]) != style_of(lines[at + 1])


def _may_be_verse(line: Line) -> bool:
    return (
        _SHORTEST <= len(line.folded) <= _LONGEST
        and line.table is None
        and ":" not in line.folded
        and not is_numbered(line.folded)
    )
