"""One article: what stands under its title, its paragraphs, and what stands at its end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from archiver.chinese.fold import fold, one_line
from archiver.chinese.units import is_unit_name
from archiver.parsers.bulletin import contributors
from archiver.parsers.bulletin.dating import is_date_line, read_full_date
from archiver.parsers.bulletin.labelled import Byline
from archiver.parsers.bulletin.names import read_as_names, read_names, read_signed
from archiver.parsers.bulletin.notes import is_afterword, note_label
from archiver.parsers.bulletin.paragraphs import paragraphs_of
from archiver.parsers.bulletin.printed import strip_outer
from archiver.parsers.bulletin.shapes import (
    compact,
    ends_sentence,
    heading_kind,
    is_linked,
    is_prose,
    is_rule,
    subtitle_text,
)
from archiver.parsers.bulletin.similarity import title_key
from archiver.parsers.bulletin.wrapping import goes_on, mark_running
from archiver.parsers.lines import Line
from archiver.records import Contributor, Paragraph

# A subtitle in parentheses says what kind of text it is: (镇工会敬老侧记).
_GENRE: Final = re.compile(
    r"\(([^()。]{2,28}(?:侧记|纪实|纪略|见闻|掠影|综述|小记|散记|札记|手记|巡礼|透视|随笔|素描|剪影|速写|回眸))\)"
)
_VERSE: Final = 3  # lines that make a poem
_LONGEST_VERSE: Final = 20
# A row of a table set with blanks: 1    白石镇    96.5
_ROW: Final = re.compile(r"\S{1,20}(?:\s{2,20}\S{1,20}){1,8}\s{2,20}[\d.%]{1,8}")


@dataclass(slots=True)
class Reading:
    """What the lines of one article say; ``roles`` names the region of every line, in order."""

    subtitle: str | None = None
    contributors: list[Contributor] = field(default_factory=list)
    credits: dict[str, tuple[str, ...]] = field(default_factory=dict)
    editor_note: str | None = None
    paragraphs: list[Paragraph] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    signed: bool = False
    bracketed: bool = False  # whether other articles of the issue end with names in parentheses

    def add(self, byline: Byline) -> None:
        """Take over contributors and credits, each printed form once."""
        known = {(c.text, c.role) for c in self.contributors}
        self.contributors.extend(c for c in byline.contributors if (c.text, c.role) not in known)
        self.credits.update(byline.credits)


def read_article(
    lines: Sequence[Line],
    *,
    title: str | None,
    contributor: str | None = None,
    bracketed: bool = False,
) -> Reading:
    """Read the lines of one article; a first line that only repeats its ``title`` is no text.

    ``contributor`` is who the 目录 names: a line that says so is a byline, whatever the name.
    So is what ends the text in parentheses where other articles are signed so (``bracketed``).
    From the top: subtitle, who wrote it, 编者按. From the end: contributors, credits, 编后. What
    is between are the paragraphs.
    """
    lines = mark_running(lines)
    reading = Reading(roles=["paragraph"] * len(lines), bracketed=bracketed)
    first = _read_head(lines, reading, title, contributor)
    last = _read_end(lines, reading, first)
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
    at = 0
    known = title_key(title) if title else ""
    dated: list[int] = []
    while at < len(lines) and at < 8:
        text = lines[at].folded
        prose_later = any(is_prose(line) for line in lines[at + 1 : at + 8]) or (
            at + 1 < len(lines) and _look(lines[at]) != _look(lines[at + 1])
        )
        if is_rule(text):
            reading.roles[at] = "rule"
        elif known and title_key(text) == known and at < 3:
            reading.roles[at] = "title"
        elif contributor and at < 4 and compact(text.strip("()□◎○ ")) == compact(fold(contributor)):
            marked = contributors.read_lone_names(text) if text[0] in "□◎○" else None
            reading.add(marked or Byline(read_as_names(contributor)))
            reading.roles[at] = "byline"
        elif signed := _dashed_names(text):
            reading.add(signed)
            reading.roles[at] = "byline"
        elif sub := subtitle_text(text):
            reading.subtitle = one_line(
                f"{reading.subtitle} {sub}" if reading.subtitle else _printed_sub(lines[at])
            )
            reading.roles[at] = "subtitle"
        elif note_label(text) is not None:
            at = _read_note(lines, at, reading) - 1
        elif at < 2 and not reading.subtitle and _GENRE.fullmatch(text):
            reading.subtitle = one_line(strip_outer(lines[at].text).strip("()（）"))
            reading.roles[at] = "subtitle"
        elif byline := _head_byline(lines[at], prose_later or _is_poet(lines, at)):
            reading.add(byline)
            reading.roles[at] = "byline"
        elif is_date_line(text) and at + 1 < len(lines) and not is_prose(lines[at + 1]):
            dated.append(at)
        else:
            break
        at += 1
    if dated and dated[-1] == at - 1:
        return dated.pop()
    # The day of a speech under its title is text, though names follow it.
    reading.paragraphs = [Paragraph(text=lines[k].text.strip()) for k in dated]
    return at


def _is_poet(lines: Sequence[Line], at: int) -> bool:
    """One person with a unit or standing over the short lines of a poem."""
    if at or len(lines) < 3 or len(lines[at].folded.split()) != 2:
        return False
    byline = contributors.read_under_title(lines[at].folded)
    return (
        byline is not None and len(byline.contributors) == 1 and bool(byline.contributors[0].person)
    )


def _printed_sub(line: Line) -> str:
    return strip_outer(strip_outer(line.text).lstrip("-—–―─━－"))


def _head_byline(line: Line, prose_later: bool) -> Byline | None:
    text = line.folded
    if len(text) > 80 or is_prose(line) or line.table is not None:
        return None
    if byline := contributors.read_labelled(text):
        return byline
    if byline := contributors.read_parenthesised(text):
        return byline
    if not prose_later or ends_sentence(text) or heading_kind(text) or text[-1] == ":":
        return None
    return contributors.read_under_title(text)


def _read_note(lines: Sequence[Line], at: int, reading: Reading) -> int:
    """The note that begins at ``at``; returns the index after it.

    A note whose label has its text beside it is one paragraph, and goes on while the following
    lines share a look that the text below does not have.
    """
    note, end = collect_note(lines, at)
    reading.editor_note = note if reading.editor_note is None else f"{reading.editor_note}\n{note}"
    for k in range(at, end):
        reading.roles[k] = "editor note"
    return end


def collect_note(lines: Sequence[Line], at: int) -> tuple[str, int]:
    """(text as printed, index after it) of the 编者按 beginning at ``at``."""
    alone = note_label(lines[at].folded) == len(lines[at].folded)
    parts = [lines[at].text.strip()]
    end = at + 1
    look = _look(lines[at])
    rest = lines[at + 1 :]
    prose = [line for line in rest[-20:] if is_prose(line)]
    heads = [two for one, two in pairwise(prose) if not goes_on(one, two)]
    body = {_look(line) for line in prose[-1:] + heads[-1:]}
    while end < len(lines) and end - at < 8:
        line = lines[end]
        if goes_on(lines[end - 1], line):
            parts[-1] += line.text.strip()
            end += 1
            continue
        apart = line.blank_before > 0 or line.rule_before
        waiting = alone and len(parts) == 1
        if not is_prose(line) or (apart and not waiting):
            break
        if not waiting and (_look(line) != look or look in body):
            break
        parts.append(line.text.strip())
        end += 1
    return "\n".join(parts), end


def _look(line: Line) -> tuple[object, ...]:
    return line.align, line.bold, round(line.size, 1), line.indent


def _read_end(lines: Sequence[Line], reading: Reading, first: int) -> int:
    found: list[Byline] = []
    last = _read_names_at_end(lines, reading, first, len(lines), found)
    if (noted := _read_afterword(lines, reading, first, last)) < last:
        last = _read_names_at_end(lines, reading, first, noted, found)
    for byline in reversed(found):
        reading.add(byline)
    reading.signed = any(byline.contributors for byline in found)
    return last


def _read_names_at_end(
    lines: Sequence[Line], reading: Reading, first: int, last: int, found: list[Byline]
) -> int:
    """Where the lines that end the text before ``last`` begin; what they say goes to ``found``."""
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
            or _lone_unit(lines, at, first, found)
            or (_read_stranger(line) if reading.bracketed and not found and at > first else None)
        ):
            found.append(byline)
            reading.roles[at] = "contributor" if byline.contributors else "credits"
        else:
            break
        last -= 1
    return last


def _read_stranger(line: Line) -> Byline | None:
    """A name no table knows, in parentheses as those of the other articles."""
    named = contributors.read_lone_person(line.folded) if line.table is None else None
    return Byline((named,)) if named else None


def is_bracketed(line: Line) -> bool:
    """Whether a line is names in parentheses, as articles end with."""
    byline = contributors.read_parenthesised(line.folded) if line.folded[0] == "(" else None
    return byline is not None and bool(byline.contributors)


def _lone_unit(lines: Sequence[Line], at: int, first: int, found: list[Byline]) -> Byline | None:
    """A unit alone under the last sentence, though nothing sets it apart."""
    if found or at <= first or len(lines[at].folded) > 24 or lines[at].table is not None:
        return None
    above = lines[at - 1]
    names = read_names(lines[at].folded, "contributor")
    if _is_verse(lines[max(at - _VERSE, first) : at]):
        known = len(names) == 1 and names[0].unit and names[0].person
        return Byline(names) if known else None
    if not ends_sentence(above.folded) or not (is_prose(above) or above.folded[-1] == "。"):
        return None
    if not any(c.unit for c in names):
        names = read_signed(lines[at].folded)
    if any(c.unit and is_unit_name(c.unit) for c in names):
        return Byline(names)
    return contributors.read_group(lines[at].folded, at_end=True)


def _is_verse(lines: Sequence[Line]) -> bool:
    """Short lines of one look that end within a sentence: a poem."""
    looks = {_look(line) for line in lines}
    return (
        len(lines) == _VERSE
        and len(looks) == 1
        and all(len(line.folded) <= _LONGEST_VERSE for line in lines)
        and not any(line.folded[-1] == "。" or line.table is not None for line in lines)
    )


def _is_text_below(lines: Sequence[Line], at: int, first: int) -> bool:
    """Text that may stand below the names: a linked 附件, the day under a person's name.

    Under an office that day is a signature, and so the office no contributor.
    """
    if lines[at].anchors and lines[at].folded.startswith("附件"):
        return True
    if at - 1 <= first or not is_date_line(lines[at].folded):
        return False
    if any(line.align != "right" and line.indent < 8 for line in lines[at - 1 : at + 1]):
        return False
    byline = end_byline(lines[at - 1])
    return byline is not None and any(c.person for c in byline.contributors)


def _read_afterword(lines: Sequence[Line], reading: Reading, first: int, last: int) -> int:
    for at in range(max(first + 1, last - 4), last):
        if is_afterword(lines[at].folded):
            note, _ = collect_note(lines[:last], at)
            reading.editor_note = (
                note if reading.editor_note is None else f"{reading.editor_note}\n{note}"
            )
            for k in range(at, last):
                reading.roles[k] = "editor note"
            return at
    return last


def end_byline(line: Line, has_text: bool = True) -> Byline | None:
    """The contributor or credits line that ends an article, or None."""
    text = line.folded
    if len(text) > 120 or line.table is not None or _ROW.fullmatch(text):
        return None
    if byline := contributors.read_labelled(text):
        return byline
    if byline := contributors.read_parenthesised(text):
        return byline
    if len(text) <= 40 and (byline := contributors.read_with_verb(text)):
        return byline
    if not has_text or len(compact(text)) > 30:
        return None
    if dashed := _dashed_names(text):
        return dashed
    if text[0] in "□◎" and (marked := contributors.read_lone_names(text)):
        return marked
    set_apart = line.align == "right" or line.indent >= 8 or contributors.names_reporter(text)
    if set_apart and (named := contributors.read_lone_person(text)):
        return Byline((named,))
    if set_apart and not read_full_date(text) and (names := read_signed(text)):
        return Byline(names)
    if line.align == "right" and (group := contributors.read_group(text, at_end=True)):
        return group
    return None


def _dashed_names(text: str) -> Byline | None:
    """——县总工会 张三: who sent it in, where a subtitle would say more."""
    dashed = subtitle_text(text)
    names = read_names(dashed, "contributor") if dashed else ()
    return Byline(names) if names else None


def _read_paragraphs(lines: Sequence[Line], reading: Reading) -> None:
    out = paragraphs_of(lines)
    if out and out[-1].kind == "body":
        split = contributors.split_trailing(out[-1].text)
        if split:
            out[-1] = Paragraph(text=split[0], kind="body")
            reading.add(split[1])
            reading.signed = reading.signed or bool(split[1].contributors)
    if out and (lead := contributors.read_lead(_folded_lead(lines))):
        reading.add(Byline(lead))
    reading.paragraphs = [*reading.paragraphs, *out]


def _folded_lead(lines: Sequence[Line]) -> str:
    return lines[0].folded[:120] if lines else ""
