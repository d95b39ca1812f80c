"""Paragraphs broken at a width, as in hand-typed pages and <pre>: first line indented, rest not."""

from collections.abc import Sequence

from archiver.parsers.bulletin.shapes import ends_sentence, heading_kind, is_prose, section_name
from archiver.parsers.lines import Line

_SHORTEST = 15  # characters of a full line
_INDENTS = range(2, 9)


def mark_running(lines: Sequence[Line]) -> list[Line]:
    """``lines`` with those of broken paragraphs marked ``running``."""
    out = list(lines)
    at = 0
    while at < len(out):
        end = _end_of_paragraph(out, at)
        if end > at + 1 and _reads_like_text(out[at:end]):
            out[at:end] = [line._replace(running=True) for line in out[at:end]]
        at = max(end, at + 1)
    return out


def _end_of_paragraph(lines: Sequence[Line], at: int) -> int:
    first = lines[at]
    if first.indent not in _INDENTS or not _is_full(first) or is_prose(first):
        return at + 1
    end = at + 1
    while end < len(lines) and _is_full(lines[end - 1]) and _goes_on(lines[end]):
        end += 1
    return end


def _is_full(line: Line) -> bool:
    text = line.folded
    plain = line.align == "left" and not line.bold and line.table is None
    return plain and len(text) >= _SHORTEST and text[-1] != ":" and heading_kind(text) is None


def _goes_on(line: Line) -> bool:
    plain = line.align == "left" and not line.bold and line.table is None
    apart = line.indent or line.blank_before or line.rule_before
    return plain and not apart and section_name(line.folded) is None


def _reads_like_text(lines: Sequence[Line]) -> bool:
    """Sentences that end where the last line ends, and break within the others."""
    text = "".join(line.folded for line in lines)
    broken = any(not ends_sentence(line.folded) for line in lines[:-1])
    return broken and ends_sentence(text) and ("," in text or "、" in text or "。" in text[:-1])
