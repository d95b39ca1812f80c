"""Untitled items of a digest: △ ● ◆ items, and paragraphs that each end with who sent them."""

from collections import Counter
from collections.abc import Sequence

from archiver.parsers.bulletin.names.bylines import end_byline
from archiver.parsers.bulletin.names.contributors import split_trailing
from archiver.parsers.bulletin.shapes import is_prose, marker_of, ordinal_of
from archiver.parsers.bulletin.titles.leads import run_in_title
from archiver.parsers.lines import Line


def items(lines: Sequence[Line], *, titled: bool) -> list[int]:
    """Where items begin, as indexes; empty when the lines are one text.

    Under a title a list of marked paragraphs is part of the article unless each ends with its own
    contributor.
    """
    ends = _ends(lines)
    marks = Counter(m for line in lines if is_prose(line) and (m := marker_of(line.folded)))
    mark, count = marks.most_common(1)[0] if marks else (None, 0)
    marked = [
        at
        for at, line in enumerate(lines)
        if mark and marker_of(line.folded) == mark and is_prose(line)
    ]
    signed = [at + 1 for at in ends if at + 1 < len(lines) and is_prose(lines[at + 1])]
    if titled:
        return sorted({*marked, *signed}) if count >= 2 and len(ends) >= 2 else []
    led = [at for at, line in enumerate(lines) if is_prose(line) and run_in_title(line)]
    if len(led) >= 2 and led[0] == 0:
        return led
    numbered = _numbered(lines)
    if numbered and count < 2:
        return numbered
    if count >= 2 or len(ends) >= 2:
        first = [0] if lines and is_prose(lines[0]) else []
        return sorted({*first, *marked, *signed})
    return []


def _numbered(lines: Sequence[Line]) -> list[int]:
    """1. … 2. … 3. …: items when all but the names under them have a number, in order from 1."""
    begins = [at for at, line in enumerate(lines) if is_prose(line) or end_byline(line) is None]
    told = [ordinal_of(lines[at].folded) for at in begins if is_prose(lines[at])]
    values = [number for number in told if number is not None]
    counted = values == list(range(1, len(begins) + 1)) and len(values) >= 3
    counted = counted and (lines[0].folded[0].isdecimal() or bool(_ends(lines)))
    return begins if counted else []


def _ends(lines: Sequence[Line]) -> list[int]:
    out = []
    for at, line in enumerate(lines):
        if at == 0 and not is_prose(line):
            continue
        byline = end_byline(line)
        if (byline and byline.contributors) or (is_prose(line) and split_trailing(line.folded)):
            out.append(at)
    return out
