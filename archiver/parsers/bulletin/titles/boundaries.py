"""What above a line ends an article: a name, a signature, a column, a rule."""

from collections.abc import Sequence
from typing import Final

from archiver.chinese.units import is_unit_name
from archiver.parsers.bulletin.dating import is_date_line
from archiver.parsers.bulletin.looks import is_stronger
from archiver.parsers.bulletin.names import contributors
from archiver.parsers.bulletin.names.bylines import end_byline
from archiver.parsers.bulletin.names.groups import is_class
from archiver.parsers.bulletin.names.names import read_names
from archiver.parsers.bulletin.shapes import (
    HEADING_TAGS,
    ends_sentence,
    is_caption,
    is_prose,
    is_rule,
    is_text,
    section_name,
)
from archiver.parsers.bulletin.verse import ends_verse, is_verse, within_verse
from archiver.parsers.bulletin.words import UNIT_ENDS
from archiver.parsers.lines import Line

LONGEST_UNIT: Final = 24
_SET_IN: Final = 8  # columns


def is_boundary(lines: Sequence[Line], at: int) -> bool:
    """True when what stands before ends an article: a contributor, a column name, a rule."""
    if at == 0 or lines[at].rule_before:
        return True
    before = lines[at - 1]
    text = before.folded
    if is_rule(text) or section_name(text) or ends_verse(lines, at - 1):
        return True
    if (byline := end_byline(before)) and (byline.contributors or byline.credits):
        return at >= 2 and not _is_head_byline(lines, at - 1)
    if at >= 2 and (
        _signs(lines, at - 1) or _signs_at_right(lines, at - 1) or _dates_letter(lines, at - 1)
    ):
        return True
    trailing = contributors.split_trailing(text)
    return trailing is not None and not (is_caption(text) and trailing[1].of_picture())


def follows_end(lines: Sequence[Line], at: int) -> bool:
    """Behind text that ends with (县总工会), or behind such a line under text."""
    if at == 0:
        return False
    before = lines[at - 1]
    if is_text(before):
        return contributors.split_trailing(before.folded) is not None
    byline = end_byline(before) if at > 1 and is_text(lines[at - 2]) else None
    return byline is not None and bool(byline.contributors)


def _signs(lines: Sequence[Line], at: int) -> bool:
    """Units alone under the last sentence, and below them a gap or a short line over text, or over
    a line that heads text."""
    line, below = lines[at], lines[at + 1]
    text = line.folded
    if len(text) > LONGEST_UNIT or not is_text(lines[at - 1]) or is_prose(below):
        return False
    against = not line.blank_before and _is_over_text(lines, at + 1)
    if not below.blank_before and not against:
        return False
    if (text[-1] in UNIT_ENDS and is_unit_name(text)) or is_class(text):
        return True
    return " " in text and any(c.unit for c in read_names(text, "contributor"))


def _is_over_text(lines: Sequence[Line], at: int) -> bool:
    """Whether running text follows a line, or a line that stands out from it and then the text."""
    if at + 1 >= len(lines) or is_prose(lines[at + 1]):
        return at + 1 < len(lines)
    if at + 2 >= len(lines) or not is_prose(lines[at + 2]):
        return False
    line, text = lines[at + 1 : at + 3]
    strong = is_stronger(line, text) or line.tag in HEADING_TAGS
    return strong or line.align == "center" != text.align


def _signs_at_right(lines: Sequence[Line], at: int) -> bool:
    """What stands at the right under running text, whatever it says, ends a letter."""
    if lines[at].align != "right":
        return False
    above = lines[at - 1]
    return is_text(above) or (above.align == "right" and at > 1 and is_text(lines[at - 2]))


def _dates_letter(lines: Sequence[Line], at: int) -> bool:
    """A day alone with a gap below, under text or under whoever signs against the text."""
    if not lines[at + 1].blank_before or not is_date_line(lines[at].folded):
        return False
    above = lines[at - 1]
    if ends_sentence(above.folded):
        return True
    return (
        at > 1
        and ends_sentence(lines[at - 2].folded)
        and len(above.folded) <= LONGEST_UNIT
        and not above.blank_before
    )


def _is_head_byline(lines: Sequence[Line], at: int) -> bool:
    """A name in the middle of the line under a title, or over verse, is not the end of an article.

    Where blanks set both in, only a title has a gap above.
    """
    above = lines[at - 1]
    if at == 0 or is_prose(above) or ends_sentence(above.folded):
        return False
    if is_verse(lines, at + 1) and not within_verse(lines, at - 1):
        return True
    set_in = min(lines[at].indent, above.indent) >= _SET_IN and not lines[at].blank_before
    return lines[at].align == "center" or (set_in and above.blank_before > 0)
