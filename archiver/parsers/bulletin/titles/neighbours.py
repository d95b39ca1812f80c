"""What stands against a title: 引题 above, 副题 below, the rest of a wrapped title."""

import re
from collections.abc import Sequence
from typing import Final

from archiver.chinese.fold import fold, one_line
from archiver.parsers.bulletin.contents.entries import Entry
from archiver.parsers.bulletin.looks import Body, is_plain, is_stronger, look_of
from archiver.parsers.bulletin.names.contributors import read_lone_names, read_under_title
from archiver.parsers.bulletin.shapes import (
    compact,
    ends_sentence,
    is_prose,
    is_rule,
    section_name,
    subtitle_text,
)
from archiver.parsers.bulletin.similarity import title_key
from archiver.parsers.bulletin.titles import headings
from archiver.parsers.bulletin.titles.boundaries import is_boundary
from archiver.parsers.bulletin.titles.titles import LONGEST_WRAP, Start, bare_text, title_of
from archiver.parsers.lines import Line

_FRAMES: Final = ("【】", "〖〗", "[]")
_SET_IN: Final = 2  # columns
_CLAUSE: Final = 7  # characters, at least
_STOPS: Final = frozenset(":;。")
_SMALL: Final = 0.8  # of the size of the text: captions are printed so
_COUNT: Final = re.compile(r"\d{1,2}[.、]?|[一二三四五六七八九十]{1,2}")


def join_rest(lines: Sequence[Line], start: Start, taken: set[int], body: Body) -> None:
    """The end of a wrapped title may read like something else: …情况的 / 督查专报."""
    at = start.at + start.span
    if at >= len(lines) or at in taken or start.below or start.span >= LONGEST_WRAP:
        return
    one, two = lines[at - 1], lines[at]
    look = look_of(one, body)
    if is_plain(look) or look_of(two, body) != look or two.blank_before:
        return
    text = two.folded
    other = is_prose(two) or is_rule(text) or subtitle_text(text) or text[0] in "(【["
    if other or len(text) > 30 or not one.folded.endswith(("的", "和", "与", "及", "、")):
        return
    start.span += 1
    start.title = title_of(lines, start.at, start.span, None)


def take_neighbours(
    lines: Sequence[Line], start: Start, entries: Sequence[Entry], taken: set[int], body: Body
) -> None:
    """引题 above and unmarked 副题 below a title."""
    entry = entries[start.entry] if start.entry is not None else None
    below = start.at + start.span + start.below
    if below < len(lines) and start.subtitle is None and below not in taken:
        line = lines[below]
        wanted = entry.subtitle if entry else None
        if (
            wanted
            and subtitle_text(line.folded) is None
            and title_key(wanted) == title_key(line.folded)
        ):
            start.below, start.subtitle = start.below + 1, one_line(line.text)
        elif _is_sender(entry, line):
            pass
        elif _is_second_title(lines, below, start, body, entry is not None):
            start.below, start.subtitle = start.below + 1, one_line(bare_text(line.text))
    above = start.at - start.above - 1
    if above >= 0 and above not in taken and _COUNT.fullmatch(lines[above].folded):
        start.above, above = start.above + 1, above - 1
    if (
        above >= 0
        and start.subtitle is None
        and above not in taken
        and _is_kicker(lines, above, body, taken)
    ):
        start.above += 1
        text = lines[above]
        start.subtitle = subtitle_text(text.folded) or one_line(bare_text(text.text))


def _is_sender(entry: Entry | None, line: Line) -> bool:
    """The 目录 names the line as who wrote the article."""
    name = entry.contributor if entry else None
    return name is not None and compact(fold(name)) == compact(line.folded)


def _is_second_title(
    lines: Sequence[Line], at: int, start: Start, body: Body, listed: bool
) -> bool:
    """A 副题 without a dash: under a title of the 目录, or weaker than its title."""
    line, title = lines[at], lines[start.at]
    weaker = is_stronger(title, line)
    if (not listed and not weaker) or line.size < _SMALL * body.size:
        return False
    if at + 1 < len(lines) and lines[at + 1].table is not None:
        return False  # what the table shows
    if line.align == "left" and 0 < line.indent == body.indent != title.indent:
        return False  # set as the text is: what heads its first part
    spaced = weaker and line.align == "center" and line.blank_before <= _gap_below(lines, at)
    return (
        (line.blank_before == 0 or spaced)
        and headings.can_be_title(line)
        and not is_plain(look_of(line, body))
        and read_under_title(line.folded) is None
        and headings.leads_to_text(lines, at)
        and look_of(line, body)[0] in ("center", look_of(title, body)[0])
    )


def _gap_below(lines: Sequence[Line], at: int) -> int:
    """Empty lines under a line: where they stand everywhere, they part nothing."""
    return lines[at + 1].blank_before if at + 1 < len(lines) else 0


def _is_kicker(lines: Sequence[Line], at: int, body: Body, taken: set[int]) -> bool:
    line = lines[at]
    if section_name(line.folded) or line.folded[0] + line.folded[-1] in _FRAMES:
        return False
    if subtitle_text(line.folded):
        return at > 0 and is_boundary(lines, at)
    if read_lone_names(line.folded) is not None:
        return False
    if headings.tells_of_picture(lines, at) or not headings.can_be_title(line):
        return False
    return at - 1 in taken or _begins_apart(lines, at, body)


def _begins_apart(lines: Sequence[Line], at: int, body: Body) -> bool:
    """After the end of an article, or set off from its text by a blank or by its look."""
    if is_boundary(lines, at):
        return True
    apart = lines[at].blank_before > 0 or not is_plain(look_of(lines[at], body))
    return (apart or _is_outdented(lines, at, body)) and ends_sentence(lines[at - 1].folded)


def _is_outdented(lines: Sequence[Line], at: int, body: Body) -> bool:
    """Flush left, where the text is set in, against a stronger line: the title."""
    line, title = lines[at], lines[at + 1]
    if (
        not is_stronger(title, line)
        or line.indent + _SET_IN > body.indent
        or len(line.folded) < _CLAUSE
    ):
        return False
    return _STOPS.isdisjoint(line.folded) and read_under_title(line.folded) is None
