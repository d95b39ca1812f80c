"""What stands below the text of an article: who wrote it, credits, 编后, links away."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from archiver.chinese.fold import fold
from archiver.parsers.bulletin.articles.opening import named_in_contents, value_below
from archiver.parsers.bulletin.articles.reading import Reading
from archiver.parsers.bulletin.dating import is_date_line
from archiver.parsers.bulletin.looks import is_set_apart
from archiver.parsers.bulletin.names import contributors
from archiver.parsers.bulletin.names.bylines import (
    end_byline,
    letter_writer,
    lone_unit,
    read_stranger,
)
from archiver.parsers.bulletin.names.contributors import split_trailing
from archiver.parsers.bulletin.names.labelled import Byline
from archiver.parsers.bulletin.notes import collect_note, is_afterword
from archiver.parsers.bulletin.shapes import is_linked, is_rule
from archiver.parsers.bulletin.verse import VERSE_LINES, is_verse
from archiver.parsers.lines import Line
from archiver.parsers.printed import strip_outer
from archiver.records import Paragraph

# What stands below the names and is none: 注:…, (根据录音整理).
_NOTE: Final = re.compile(r"[备附]?注\s?\d?:|\((?:根据|摘自|原载|此文|本文)[^()]{2,40}\)$")
_SHOWN: Final = ("caption", "table")


def read_closing(
    lines: Sequence[Line], reading: Reading, first: int, contributor: str | None
) -> int:
    """Read what stands below the text; returns the line at which that begins."""
    found: list[Byline] = []
    last = _read_names_at_end(lines, reading, first, len(lines), found, contributor)
    if (noted := _read_afterword(lines, reading, first, last)) < last:
        last = _read_names_at_end(lines, reading, first, noted, found, contributor)
    reading.add(*reversed(found))
    reading.signed = _is_signed(found)
    return last


def _read_names_at_end(
    lines: Sequence[Line],
    reading: Reading,
    first: int,
    last: int,
    found: list[Byline],
    contributor: str | None,
) -> int:
    """Where the lines that end the text before ``last`` begin; what they say goes to ``found``."""
    bracketed = reading.signing.bracketed
    signed = _is_signed(found)
    while last > first:
        line = lines[last - 1]
        text = line.folded
        at = last - 1
        if is_rule(text):
            reading.roles[at] = "rule"
        elif _is_way_back(line):
            reading.roles[at] = "link"
        elif _is_text_below(lines, at, first):
            pass
        elif at - 1 > first and (byline := value_below(lines, at - 1)):
            found.append(byline)
            signed = True
            reading.roles[at - 1 : last] = ["contributor"] * 2
            last -= 1
        elif byline := (
            end_byline(line, last - first > 1)
            or named_in_contents(text, 0, contributor)
            or (None if signed else lone_unit(lines, at, first))
            or (None if signed else letter_writer(lines, at, first))
            or (read_stranger(line) if bracketed and not found and at > first else None)
        ):
            found.append(byline)
            signed = signed or bool(byline.contributors)
            reading.roles[at] = "contributor" if byline.contributors else "credits"
        else:
            break
        last -= 1
    return last


def _is_signed(found: Sequence[Byline]) -> bool:
    """Whether somebody is named below; who edited the issue stands under the last article."""
    return any(byline.contributors for byline in found)


def _is_text_below(lines: Sequence[Line], at: int, first: int) -> bool:
    """Text that may stand below the names: a linked 附件, a note, the day under a person's name.

    Under an office that day is a signature, and so the office no contributor.
    """
    text = lines[at].folded
    if lines[at].anchors and text.startswith("附件"):
        return True
    if at - 1 <= first:
        return False
    if _NOTE.match(text):
        above = end_byline(lines[at - 1])
        return above is not None and bool(above.contributors)
    if not is_date_line(text):
        return False
    if not all(map(is_set_apart, lines[at - 1 : at + 1])):
        return False
    byline = end_byline(lines[at - 1])
    return byline is not None and any(c.person for c in byline.contributors)


def _read_afterword(lines: Sequence[Line], reading: Reading, first: int, last: int) -> int:
    """Read the 编后 below the text; returns where it begins, ``last`` if there is none."""
    for at in range(max(first + 1, last - 4), last):
        if is_afterword(lines[at].folded):
            note, _ = collect_note(lines[:last], at)
            reading.add_note(note, range(at, last))
            return at
    return last


def _is_way_back(line: Line) -> bool:
    """返回本期目录: a link away from the article."""
    return line.folded.startswith(("返回", "回到", "查看更多")) and is_linked(line)


def take_names_behind(paragraphs: list[Paragraph], lines: Sequence[Line], reading: Reading) -> None:
    """Read names in parentheses behind the last stop, and leave the paragraph without them."""
    unnamed = reading.signing.trailing and not reading.contributors
    at = len(paragraphs) - 1 if reading.contributors else _end_of_text(paragraphs)
    text, kind = paragraphs[at].text, paragraphs[at].kind
    if kind != "body" and not (kind == "caption" and unnamed):
        return
    split = split_trailing(text)
    if split is None and at == len(paragraphs) - 1:
        split = _behind_verse(lines)
    if split is None and unnamed:
        split = split_trailing(text, contributors.read_stranger)
    if split and (kind == "body" or not split[1].of_picture()):
        paragraphs[at] = Paragraph(text=split[0], kind=kind)
        reading.add(split[1])
        reading.signed = reading.signed or bool(split[1].contributors)


def _behind_verse(lines: Sequence[Line]) -> tuple[str, Byline] | None:
    """是这座城市最早的彩虹(县环卫处 李明): no stop ends the last line of a poem."""
    split = split_trailing(strip_outer(lines[-1].text), stopped=False)
    if split is None:
        return None
    verse = [*lines[:-1], replace(lines[-1], folded=fold(split[0]))]
    return split if is_verse(verse, len(verse) - VERSE_LINES) else None


def _end_of_text(paragraphs: Sequence[Paragraph]) -> int:
    """The last paragraph above the tables that end a text, and above what they are called.

    Above a picture's caption or a note too, where that paragraph ends with names.
    """
    at = len(paragraphs) - 1
    while at > 0 and paragraphs[at].kind == "table":
        at -= 1 + (at > 1 and paragraphs[at - 1].kind == "caption")
    above = at
    while above > 0 and (paragraphs[above].kind in _SHOWN or _is_note(paragraphs[above])):
        above -= 1
    named = above < at and split_trailing(paragraphs[above].text)
    return above if named and named[1].contributors else at


def _is_note(paragraph: Paragraph) -> bool:
    return _NOTE.match(fold(paragraph.text).strip()) is not None
