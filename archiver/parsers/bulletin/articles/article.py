"""One article: what stands under its title, its paragraphs, and what stands at its end."""

import re
from collections.abc import Sequence
from typing import Final

from archiver.chinese.fold import fold, one_line
from archiver.parsers.bulletin.articles.paragraphs import paragraphs_of
from archiver.parsers.bulletin.articles.reading import Reading
from archiver.parsers.bulletin.dating import is_date_line
from archiver.parsers.bulletin.looks import style_of
from archiver.parsers.bulletin.names import contributors
from archiver.parsers.bulletin.names.bylines import (
    UNSIGNED,
    Signing,
    dashed_names,
    end_byline,
    head_byline,
    lone_unit,
    read_beneath,
    read_stranger,
)
from archiver.parsers.bulletin.names.labelled import Byline
from archiver.parsers.bulletin.names.names import read_as_names
from archiver.parsers.bulletin.notes import collect_note, is_afterword, note_label
from archiver.parsers.bulletin.printed import strip_outer
from archiver.parsers.bulletin.shapes import compact, is_linked, is_prose, is_rule, subtitle_text
from archiver.parsers.bulletin.similarity import title_key
from archiver.parsers.bulletin.verse import is_verse
from archiver.parsers.bulletin.wrapping import mark_running
from archiver.parsers.info.papers import is_number
from archiver.parsers.lines import Line
from archiver.records import Paragraph

# A subtitle in parentheses says what kind of text it is: (镇工会敬老侧记).
_GENRES: Final = (
    "侧记|纪实|纪略|见闻|掠影|综述|小记|散记|札记|手记|巡礼|透视|随笔|素描|剪影|速写|回眸"
)
_GENRE: Final = re.compile(rf"\(([^()。]{{2,28}}(?:{_GENRES}))\)")
_OF_GENRE: Final = re.compile(rf"[^()。:]{{4,28}}(?:{_GENRES})")
# What stands below the names and is none: 注:…, (根据录音整理).
_NOTE: Final = re.compile(r"[备附]?注\s?\d?:|\((?:根据|摘自|原载|此文|本文)[^()]{2,40}\)$")
_SHOWN: Final = ("caption", "table")
_REMARK: Final = re.compile(r"\((?:摘\s*要|节\s*选|摘\s*[登编录]|选\s*[登载]|有删[节改])\)")
_RED_HEAD: Final = 4  # lines: copy number and secrecy, who issues it, its number
_TITLE_LINES: Final = 3
_HEAD_LINES: Final = 8  # so many lines stand between title and text at most


def read_article(
    lines: Sequence[Line],
    *,
    title: str | None,
    contributor: str | None = None,
    signing: Signing = UNSIGNED,
) -> Reading:
    """Read the lines of one article; a first line that only repeats its ``title`` is no text.

    ``contributor`` is who the 目录 names: a line that says so is a byline, whatever the name.
    So is what ends the text in parentheses where ``signing`` says that other articles end so.
    From the top: subtitle, who wrote it, 编者按. From the end: contributors, credits, 编后. What
    is between are the paragraphs.
    """
    lines = mark_running(lines)
    reading = Reading(roles=["paragraph"] * len(lines), signing=signing)
    first = _read_head(lines, reading, title, contributor)
    last = _read_end(lines, reading, first, contributor)
    for at in range(first, last):
        if _is_ornament(lines[at]):
            reading.roles[at] = "rule"
    text = [lines[at] for at in range(first, len(lines)) if reading.roles[at] == "paragraph"]
    _read_paragraphs(text, reading)
    return reading


def _is_way_back(line: Line) -> bool:
    """返回本期目录: a link away from the article."""
    return line.folded.startswith(("返回", "回到", "查看更多")) and is_linked(line)


def _is_ornament(line: Line) -> bool:
    """A rule of stars or dashes between paragraphs; dots alone (……) are text left out."""
    return line.table is None and is_rule(line.folded) and bool(set(line.folded) - set("….· "))


def _read_head(
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
    elif byline := _named_in_contents(text, at, contributor) or dashed_names(text):
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


def _is_genre_over_names(lines: Sequence[Line]) -> bool:
    """Whether the first line says what kind of text it is, above who wrote it."""
    if len(lines) < 2 or not _OF_GENRE.fullmatch(lines[0].folded):
        return False
    return contributors.read_under_title(lines[1].folded) is not None


def _named_in_contents(text: str, at: int, contributor: str | None) -> Byline | None:
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


def _read_end(lines: Sequence[Line], reading: Reading, first: int, contributor: str | None) -> int:
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
        elif byline := (
            end_byline(line, last - first > 1)
            or _named_in_contents(text, 0, contributor)
            or (None if signed else lone_unit(lines, at, first))
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
    if any(line.align != "right" and line.indent < 8 for line in lines[at - 1 : at + 1]):
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


def _read_paragraphs(lines: Sequence[Line], reading: Reading) -> None:
    out = paragraphs_of(lines)
    unnamed = reading.signing.trailing and not reading.contributors
    at = _end_of_text(out) if not reading.contributors else len(out) - 1
    if out and (out[at].kind == "body" or (out[at].kind == "caption" and unnamed)):
        text = out[at].text
        split = contributors.split_trailing(text)
        if split is None and unnamed:
            split = contributors.split_trailing(text, contributors.read_stranger)
        if split and (out[at].kind == "body" or not split[1].of_picture()):
            out[at] = Paragraph(text=split[0], kind=out[at].kind)
            reading.add(split[1])
            reading.signed = reading.signed or bool(split[1].contributors)
    if out and (lead := contributors.read_lead(_folded_lead(lines))):
        reading.add(Byline(lead))
    reading.paragraphs = [*reading.paragraphs, *out]


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
    named = above < at and contributors.split_trailing(paragraphs[above].text)
    return above if named and named[1].contributors else at


def _is_note(paragraph: Paragraph) -> bool:
    return _NOTE.match(fold(paragraph.text).strip()) is not None


def _folded_lead(lines: Sequence[Line]) -> str:
    return lines[0].folded[:120] if lines else ""
