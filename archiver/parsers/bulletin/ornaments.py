"""What is printed between the parts of an issue and is none of its text: page numbers, badges."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from archiver.chinese.fold import comparison_key
from archiver.parsers.bulletin.contents.toc import is_toc_heading
from archiver.parsers.bulletin.masthead.fields import Masthead
from archiver.parsers.bulletin.shapes import is_page_mark, is_prose
from archiver.parsers.lines import Line

_BADGE: Final = re.compile(r"(?:(?:part|no)[. ]?)?(?P<count>\d{1,2})", re.IGNORECASE)
_BRIEF: Final = 7  # characters
_LATIN: Final = re.compile(r"[A-Za-z][A-Za-z&' /.-]{2,40}")
_RUNNING_HEAD: Final = 60  # characters


def page_marks(lines: Sequence[Line]) -> set[int]:
    """Numbers of the lines that count pages or titles, or say in English what stands above.

    Titles are counted 01, 02, or PART.01, each alone; English is NEWS, or WORK REPORT.
    """
    counts = {line.number for line in lines if is_page_mark(line.folded)}
    return counts | _badges(lines) | _translations(lines)


def _badges(lines: Sequence[Line]) -> set[int]:
    short = (line for line in lines if len(line.folded) <= _BRIEF and line.table is None)
    counts = {line.number: _BADGE.fullmatch(line.folded) for line in short}
    values = [int(badge["count"]) for badge in counts.values() if badge]
    counted = len(values) > 1 and values == list(range(1, len(values) + 1))
    return {number for number, badge in counts.items() if badge} if counted else set()


def running_heads(body: Sequence[Line], head: Masthead) -> set[int]:
    """Numbers of the lines that print series and number again, at a page break."""
    if not head.series or not head.numbering:
        return set()
    series, label = comparison_key(head.series), comparison_key(head.numbering.label)
    again = {series + label, label + series}
    short = (line for line in body if len(line.folded) <= _RUNNING_HEAD)
    return {line.number for line in short if comparison_key(line.folded) in again}


def _translations(lines: Sequence[Line]) -> set[int]:
    return {
        line.number
        for above, line in pairwise(lines)
        if line.folded[-1].isascii()
        and _LATIN.fullmatch(line.folded)
        and not is_prose(above)
        and above.table is None
        and not is_toc_heading(line.folded)
    }
