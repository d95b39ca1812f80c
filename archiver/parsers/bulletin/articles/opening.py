"""What stands under the title of an article: subtitle, who wrote it, 编者按."""

import re
from collections.abc import Sequence
from typing import Final

from archiver.chinese.fold import fold, one_line
from archiver.chinese.units import is_unit_name
from archiver.parsers.bulletin.articles.reading import Reading
from archiver.parsers.bulletin.dating import is_date_line
from archiver.parsers.bulletin.looks import style_of
from archiver.parsers.bulletin.names import contributors
from archiver.parsers.bulletin.names.bylines import dashed_names, head_byline, read_beneath
from archiver.parsers.bulletin.names.labelled import Byline, is_empty_label
from archiver.parsers.bulletin.names.names import read_as_names
from archiver.parsers.bulletin.notes import collect_note, note_label
from archiver.parsers.bulletin.shapes import compact, is_prose, is_rule, subtitle_text
from archiver.parsers.bulletin.similarity import title_key
from archiver.parsers.bulletin.titles.boundaries import LONGEST_UNIT
from archiver.parsers.bulletin.verse import is_verse
from archiver.parsers.info.papers import is_number
from archiver.parsers.lines import Line
from archiver.parsers.printed import strip_outer
from archiver.records import Paragraph

# A subtitle in parentheses says what kind of text it is: (镇工会敬老侧记).
_GENRES: Final = (
    "侧记|纪实|纪略|见闻|掠影|综述|小记|散记|札记|手记|巡礼|透视|随笔|素描|剪影|速写|回眸"
)
_GENRE: Final = re.compile(rf"\(([^()。]{{2,28}}(?:{_GENRES}))\)")
_OF_GENRE: Final = re.compile(rf"[^()。:]{{4,28}}(?:{_GENRES})")
_REMARK: Final = re.compile(r"\((?:摘\s*要|节\s*选|摘\s*[登编录]|选\s*[登载]|有删[节改])\)")
_RED_HEAD: Final = 4  # lines: copy number and secrecy, who issues it, its number
_TITLE_LINES: Final = 3
_HEAD_LINES: Final = 8  # so many lines stand between title and text at most


def read_opening(
    lines: Sequence[Line], reading: Reading, title: str | None, contributor: str | None
) -> int:
    """Read what stands between title and text; returns the line at which the text begins."""
    at = 0
    known = title_key(title) if title else ""
    dated: list[int] = []
    while at < len(lines) and at < _HEAD_LINES:
        below = _read_head_line(lines, at, reading, known, contributor)
        if below == at:
            if not _is_day_over_names(lines, at):
                break
            dated.append(at)
            below += 1
        at = below
    if dated and dated[-1] == at - 1:
        return dated.pop()
    _leave_out_title(lines, reading, at, known)
    # The day of a speech under its title is text, though names follow it.
    reading.paragraphs = [Paragraph(text=lines[k].text.strip()) for k in dated]
    return at


def _leave_out_title(lines: Sequence[Line], reading: Reading, at: int, known: str) -> None:
    """Below the red head of a paper, which ends with its number, its title is printed again."""
    head = range(at, min(at + _RED_HEAD, len(lines)))
    number = next((k for k in head if is_number(lines[k].folded)), None)
    if number is None or not known:
        return
    printed = ""
    for below in range(number + 1, min(number + 1 + _TITLE_LINES, len(lines))):
        printed += title_key(lines[below].folded)
        if printed == known:
            reading.roles[number + 1 : below + 1] = ["title"] * (below - number)


def _read_head_line(
    lines: Sequence[Line], at: int, reading: Reading, known: str, contributor: str | None
) -> int:
    """Read one line under the title, or a note; returns the line after it, ``at`` if it is text.

    ``known`` is the key of the title.
    """
    line, text = lines[at], lines[at].folded
    if is_rule(text):
        role = "rule"
    elif at < 3 and ((known and title_key(text) == known) or _REMARK.fullmatch(text)):
        role = "title"
    elif byline := value_below(lines, at):
        reading.add(byline)
        reading.roles[at : at + 2] = ["byline"] * 2
        return at + 2
    elif byline := named_in_contents(text, at, contributor) or dashed_names(text):
        reading.add(byline)
        role = "byline"
    elif sub := subtitle_text(text):
        above = reading.subtitle
        reading.subtitle = one_line(f"{above} {sub}" if above else _printed_sub(line))
        role = "subtitle"
    elif note_label(text) is not None:
        note, below = collect_note(lines, at)
        reading.add_note(note, range(at, below))
        return below
    elif at < 2 and not reading.subtitle and _GENRE.fullmatch(text):
        reading.subtitle = one_line(strip_outer(line.text).strip("()（）"))
        role = "subtitle"
    elif not at and not reading.subtitle and _is_genre_over_names(lines):
        reading.subtitle = one_line(strip_outer(line.text))
        role = "subtitle"
    elif not at and _is_issuer_over(lines, known):
        role = "title"
    elif is_number(lines[at + 1].folded if at + 1 < len(lines) else ""):
        return at  # who issues a paper, above its number
    elif byline := head_byline(line, _is_over_text(lines, at) or _is_poet(lines, at)) or (
        read_beneath(line, reading.signing) if not at else None
    ):
        reading.add(byline)
        role = "byline"
    else:
        return at
    reading.roles[at] = role
    return at + 1


def _is_issuer_over(lines: Sequence[Line], known: str) -> bool:
    """Whether a paper prints its title again in two parts: a body, and 关于… on the next line."""
    if len(lines) < 2 or not known or not lines[1].folded.startswith("关于"):
        return False
    return title_key(lines[1].folded) == known and is_unit_name(lines[0].folded)


def value_below(lines: Sequence[Line], at: int) -> Byline | None:
    """供稿单位: in a cell, and who that is in the next."""
    if at + 1 >= len(lines) or not is_empty_label(lines[at].folded):
        return None
    value = lines[at + 1].folded
    if len(value) > LONGEST_UNIT or is_prose(lines[at + 1]):
        return None
    byline = contributors.read_labelled(lines[at].folded + value)
    return byline if byline and byline.contributors else None


def _is_genre_over_names(lines: Sequence[Line]) -> bool:
    """Whether the first line says what kind of text it is, above who wrote it."""
    if len(lines) < 2 or not _OF_GENRE.fullmatch(lines[0].folded):
        return False
    return contributors.read_under_title(lines[1].folded) is not None


def named_in_contents(text: str, at: int, contributor: str | None) -> Byline | None:
    """The contributor that the 目录 names, where a line under the title says no more."""
    if not contributor or at >= 4 or compact(text.strip("()□◎○ ")) != compact(fold(contributor)):
        return None
    marked = contributors.read_lone_names(text) if text[0] in "□◎○" else None
    return marked or Byline(read_as_names(contributor))


def _is_over_text(lines: Sequence[Line], at: int) -> bool:
    """Whether running text follows soon, or a line that looks other."""
    below = lines[at + 1 : at + _HEAD_LINES]
    return any(map(is_prose, below)) or (bool(below) and style_of(lines[at]) != style_of(below[0]))


def _is_day_over_names(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a day, with more under it that is no text yet."""
    below = lines[at + 1 : at + 2]
    return is_date_line(lines[at].folded) and bool(below) and not is_prose(below[0])


def _is_poet(lines: Sequence[Line], at: int) -> bool:
    """One person with a unit or standing over the short lines of a poem, or alone over verse."""
    if at or len(lines) < 3:
        return False
    if len(lines[at].folded.split()) != 2 and not is_verse(lines, at + 1):
        return False
    byline = contributors.read_under_title(lines[at].folded)
    return (
        byline is not None and len(byline.contributors) == 1 and bool(byline.contributors[0].person)
    )


def _printed_sub(line: Line) -> str:
    return strip_outer(strip_outer(line.text).lstrip("-—–―─━－"))
