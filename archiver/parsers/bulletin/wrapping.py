"""Paragraphs broken at a width, as in hand-typed pages and <pre>: first line indented, rest not.

Where most lines that go on in the next one have the same width, the page was typed or broken at
that width, and a line of it always goes on, whatever its last character is. Elsewhere a paragraph
counts as broken only when its sentences run over the breaks.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Final

from archiver.parsers.bulletin.shapes import (
    ends_sentence,
    heading_kind,
    is_prose,
    is_rule,
    marker_of,
    section_name,
)
from archiver.parsers.lines import Line

_SHORTEST: Final = 15  # characters of a full line
_NARROWEST: Final = 20  # characters of a width that text is broken at
_INDENTS: Final = range(2, 9)
_OFTEN: Final = 3  # a width is the page's when so many lines have it
_MOST: Final = 0.7  # and this share of the long lines that go on
_RAGGED: Final = 2  # a character of two columns, or a mark kept from the next line, may be missing

SENT_TO: Final = ("抄送:", "抄报:")
"""How the line begins that says who gets a paper; it goes on with no sentence."""
_COUNT: Final = 3  # characters: 12、
_MARKS: Final = re.compile("[,。、;]")

Measure = Callable[[Line], int]


def mark_running(lines: Sequence[Line]) -> list[Line]:
    """``lines`` with those of broken paragraphs marked ``running``."""
    out = list(lines)
    full = _fills_width(out)
    at = 0
    while at < len(out):
        end = _end_at_width(out, at, full) if full else at + 1
        if end == at + 1:
            end = _end_of_paragraph(out, at)
            if end > at + 1 and not _reads_like_text(out[at:end]):
                end = at + 1
        if end > at + 1:
            out[at:end] = [replace(line, running=True) for line in out[at:end]]
        at = end
    return out


def goes_on(previous: Line, line: Line) -> bool:
    """Whether ``line`` is the next line of the broken paragraph that ``previous`` belongs to."""
    return previous.running and line.running and not line.indent


def _fills_width(lines: Sequence[Line]) -> Callable[[Line], bool] | None:
    """Tells the lines that fill the width the text is broken at; None when it is not.

    Programs break by columns, where a Chinese character takes two, or by characters.
    """
    ahead = [one for one, two in pairwise(lines) if _is_flush(two) and _is_running(one)]
    if len(ahead) < _OFTEN:
        return None
    return max(
        (found for measure, least in _MEASURES if (found := _width(ahead, measure, least))),
        default=(0, None),
        key=lambda found: found[0],
    )[1]


def _width(
    ahead: Sequence[Line], measure: Measure, least: int
) -> tuple[float, Callable[[Line], bool]] | None:
    """How many of the long lines have the commonest width, and the test for it.

    Paragraphs of one length by chance all end sentences; lines of a broken one do not.
    """
    widths = Counter(map(measure, ahead))
    width = max(widths, key=lambda w: (_near(widths, w), w))
    full = partial(_is_near, measure, width)
    filling = [line for line in ahead if full(line)]
    filled = len(filling)
    cut = any(not ends_sentence(line.folded) for line in filling)
    long = sum(count for w, count in widths.items() if w > width // 2)
    share = filled / long
    often = filled >= _OFTEN and share >= _MOST and cut
    return (share, full) if width >= least and often else None


def _is_near(measure: Callable[[Line], int], width: int, line: Line) -> bool:
    return abs(measure(line) - width) <= _RAGGED


def _is_running(line: Line) -> bool:
    """Titles one below the other can be of one length too; they hold few marks behind a count."""
    return _is_plain(line) and _MARKS.search(line.folded, _COUNT) is not None


def _near(widths: Counter[int], width: int) -> int:
    return sum(widths[w] for w in range(width - _RAGGED, width + 1))


def _columns(line: Line) -> int:
    return len(line.text.rstrip().encode("gbk", "replace"))


def _characters(line: Line) -> int:
    return len(line.text.rstrip())


_MEASURES: Final[tuple[tuple[Measure, int], ...]] = (
    (_columns, 2 * _NARROWEST),
    (_characters, _NARROWEST),
)


def _end_at_width(lines: Sequence[Line], at: int, full: Callable[[Line], bool]) -> int:
    """Where the paragraph that begins with a full line ends."""
    if not _is_plain(lines[at]) or lines[at].indent > _INDENTS[-1]:
        return at + 1
    end = at + 1
    while end < len(lines) and full(lines[end - 1]) and _is_flush(lines[end]):
        end += 1
    return end


def _end_of_paragraph(lines: Sequence[Line], at: int) -> int:
    first = lines[at]
    if first.indent not in _INDENTS or not _is_full(first) or is_prose(first):
        return at + 1
    end = at + 1
    while end < len(lines) and _is_full(lines[end - 1]) and _is_flush(lines[end]):
        end += 1
    return end


def _is_plain(line: Line) -> bool:
    return line.align == "left" and not line.bold and line.table is None


def _is_full(line: Line) -> bool:
    text = line.folded
    return _is_plain(line) and len(text) >= _SHORTEST and text[-1] != ":" and not heading_kind(text)


def _is_flush(line: Line) -> bool:
    apart = line.indent or line.blank_before or line.rule_before
    return (
        _is_plain(line)
        and not apart
        and "  " not in line.folded  # columns
        and marker_of(line.folded) is None
        and section_name(line.folded) is None
        and not is_rule(line.folded)
        and not line.folded.startswith(SENT_TO)
    )


def _reads_like_text(lines: Sequence[Line]) -> bool:
    """Sentences that end where the last line ends, and break within the others."""
    text = "".join(line.folded for line in lines)
    broken = any(not ends_sentence(line.folded) for line in lines[:-1])
    return broken and ends_sentence(text) and ("," in text or "、" in text or "。" in text[:-1])
