"""供稿：县科协 over the title of what it sent in: read where it stands below every title."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from archiver.parsers.bulletin.looks import style_of
from archiver.parsers.bulletin.names.contributors import read_labelled
from archiver.parsers.bulletin.shapes import is_prose, is_rule, section_name
from archiver.parsers.bulletin.titles import headings
from archiver.parsers.lines import Line

_LONGEST: Final = 60  # characters
_TITLE_LINES: Final = 3


def off_titles(lines: list[Line]) -> list[Line]:
    """``lines`` with each line of senders below the title that it stands over.

    One stands over the first title too, where they do; one that ends an article stands below the
    last.
    """
    first = next((at for at, line in enumerate(lines) if not _is_apart(line)), None)
    if first is None or not _names_sender(lines[first]):
        return lines
    named = [at for at, line in enumerate(lines) if _names_sender(line)]
    out = list(lines)
    for at in named:
        stop = _title_end(lines, at + 1)
        if stop == at + 1:
            return lines
        sender, title = lines[at], lines[at + 1 : stop]
        head = replace(title[0], blank_before=sender.blank_before, rule_before=sender.rule_before)
        below = replace(sender, blank_before=0, rule_before=False)
        out[at:stop] = [head, *title[1:], below]
    return out


def _is_apart(line: Line) -> bool:
    return is_rule(line.folded) or section_name(line.folded) is not None


def _names_sender(line: Line) -> bool:
    """Whether a line is 供稿：县科协 and no more."""
    text = line.folded
    if ":" not in text or len(text) > _LONGEST or line.table is not None or is_prose(line):
        return False
    byline = read_labelled(text)
    return byline is not None and bool(byline.contributors)


def _title_end(lines: Sequence[Line], at: int) -> int:
    """The line behind the title that begins at ``at``; ``at`` itself where none does."""
    if at >= len(lines) or not headings.can_be_title(lines[at]):
        return at
    look, stop = style_of(lines[at]), at + 1
    while stop < len(lines) and stop < at + _TITLE_LINES:
        if style_of(lines[stop]) != look or not headings.can_be_title(lines[stop]):
            break
        stop += 1
    return stop if headings.leads_to_text(lines, stop - 1) else at
