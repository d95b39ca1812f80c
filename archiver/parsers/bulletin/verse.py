"""Verse: short lines of one look, one below the other, that no sentence ends."""

from collections.abc import Sequence
from typing import Final

from archiver.parsers.bulletin.looks import are_alike
from archiver.parsers.bulletin.shapes import is_numbered
from archiver.parsers.lines import Line

VERSE_LINES: Final = 4
"""So many short lines make a poem."""

_LONGEST: Final = 20  # characters
_SHORTEST: Final = 2


def is_verse(lines: Sequence[Line], first: int) -> bool:
    """Whether four lines of verse begin at ``first``."""
    if not 0 <= first <= len(lines) - VERSE_LINES or not _may_be_verse(lines[first]):
        return False
    return _alike(lines, first, range(first + 1, first + VERSE_LINES)) == VERSE_LINES - 1


def within_verse(lines: Sequence[Line], at: int) -> bool:
    """Whether the line is one of four of verse, or of more."""
    if not _may_be_verse(lines[at]):
        return False
    above = _alike(lines, at, range(at - 1, max(at - VERSE_LINES, -1), -1))
    below = range(at + 1, min(at + VERSE_LINES - above, len(lines)))
    return above + _alike(lines, at, below) >= VERSE_LINES - 1


def _alike(lines: Sequence[Line], at: int, beside: range) -> int:
    """How many lines in a row may be of one poem with the line ``at``."""
    for count, n in enumerate(beside):
        if not are_alike(lines[n], lines[at]) or not _may_be_verse(lines[n]):
            return count
    return len(beside)


def ends_verse(lines: Sequence[Line], at: int) -> bool:
    """Whether ``at`` is the last line of verse and what stands below it looks other."""
    return not are_alike(lines[at], lines[at + 1]) and is_verse(lines, at - VERSE_LINES + 1)


def _may_be_verse(line: Line) -> bool:
    return (
        _SHORTEST <= len(line.folded) <= _LONGEST
        and line.table is None
        and ":" not in line.folded
        and not is_numbered(line.folded)
    )
