"""What makes a line a title where no 目录 says so: its look, what stands above it and below."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from archiver.parsers.bulletin.dating import is_date_line
from archiver.parsers.bulletin.looks import DEEP, Body, emphasis, is_larger, is_plain, look_of
from archiver.parsers.bulletin.names import contributors
from archiver.parsers.bulletin.names.bylines import end_byline
from archiver.parsers.bulletin.notes import note_label
from archiver.parsers.bulletin.shapes import (
    compact,
    ends_sentence,
    heading_kind,
    is_caption,
    is_numbered,
    is_prose,
    is_row,
    is_rule,
    is_text,
    marker_of,
    may_be_title,
    section_name,
    subtitle_text,
    without_marker,
)
from archiver.parsers.bulletin.titles.boundaries import LONGEST_UNIT, follows_end, is_boundary
from archiver.parsers.bulletin.titles.leads import DAYS
from archiver.parsers.bulletin.verse import is_verse, within_verse
from archiver.parsers.bulletin.words import PARTS, REPORT_PARTS
from archiver.parsers.lines import Line

_SHORT: Final = 4  # characters that most titles have
_SMALLER: Final = 0.1
_SPEAKERS: Final = ("问:", "答:", "记者:")
_COUNT_OF_POEM: Final = re.compile("[(]?其?[一1][)]?")  # over the first of several
# A sentence that somebody says: “…。” alone, or behind 写道: in the line; with names behind it.
_SPOKEN: Final = re.compile(
    r"(?:.{1,40}?[说道讲喊问答][:,]\s?)?[“\"].*[。!?！？][”\"](?:\s?\([^()]{2,28}\))?$"
)
_UNIT_OF_TABLE: Final = re.compile(r"\(?单位\s?:")
_LABELS: Final = 3  # lines of names under a title
_TITLES: Final = 2  # above, of the look of a line over a table, that make it one
# The heads of a table set with blanks.
_CELLS: Final = re.compile(r"\S{2,10}(?:\s{2,20}\S{2,10}){2,8}")
_DIARY: Final = re.compile(
    r"\d{1,2}月\d{1,2}日(?:\s*\(?星期[一-龥]\)?)?\s*[晴阴多云雨小中大雷阵雪雾转到至霜风 ]*"
)
_SERIAL: Final = re.compile("(?!案例)[一-龥]{2}[一二三四五六七八九十][:、]")  # 做法一:…, 镜头二:…


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may be a title: ``score`` 0 to 1, ``look`` its style, ``boundary`` whether what
    stands before it ends an article."""

    at: int
    score: float
    look: tuple[object, ...]
    boundary: bool
    marked: bool = False
    outdented: bool = False


def candidates(lines: Sequence[Line], body: Body) -> list[Candidate]:
    """Every line that may be a title, with its score."""
    out = []
    looks: Counter[tuple[object, ...]] = Counter()
    for at, line in enumerate(lines):
        look = look_of(line, body)
        if not can_be_title(line) or _points_up(line, body) or tells_of_picture(lines, at):
            continue
        if _is_byline(lines, at, shown=any(look[1:])) and not _goes_on(lines, at, look, body):
            continue
        boundary = is_boundary(lines, at)
        titled = looks[look] >= (1 if look[3] else _TITLES) and not is_plain(look)
        if not boundary and not titled and _captions_table(lines, at):
            continue
        outdented = _is_outdented(lines, at, body, boundary)
        leads = leads_to_text(lines, at)
        strong = sum(map(bool, look[1:])) + (look[0] == "center")
        if not leads and strong < 2 and not (boundary and not is_plain(look)):
            continue
        apart = boundary or line.blank_before
        if len(compact(line.folded)) < _SHORT:
            told = boundary and outdented if is_plain(look) else apart or (look[3] and titled)
            if not told and not (_is_word_over_text(lines, at) and (titled or line.blank_before)):
                continue
        looks[look] += 1
        out.append(
            Candidate(
                at,
                _score(lines, at, look, boundary, leads, outdented=outdented),
                look,
                boundary,
                marker_of(line.folded) is not None,
                outdented,
            )
        )
    return out


def can_be_title(line: Line) -> bool:
    """True unless the line is plainly something else."""
    text = line.folded
    return (
        may_be_title(without_marker(text) or text)
        and line.table is None
        and line.align != "right"
        and not is_prose(line)
        and not text.startswith(("(", *_SPEAKERS))
        and text.strip("0123456789.、 ") != ""
        and not _SPOKEN.match(text)
        and heading_kind(text) is None
        and not is_numbered(text)
        and _SERIAL.match(text) is None
        and section_name(text) is None
        and subtitle_text(text) is None
        and note_label(text) is None
        and text.strip("【】") not in PARTS
        and REPORT_PARTS.fullmatch(text) is None
        and _CELLS.fullmatch(text) is None
        and (not text[-1].isdigit() or not is_row(text))
        and (not text[0].isdigit() or not (_DIARY.fullmatch(text) or DAYS.fullmatch(text)))
        and not is_rule(text)
        and not is_caption(text)
        and contributors.read_labelled(text) is None
        and not is_date_line(text)
        and end_byline(line, False) is None
    )


def tells_of_picture(lines: Sequence[Line], at: int) -> bool:
    """Plain words below a picture within a text, or over a bold title, tell of the picture."""
    line = lines[at]
    if not line.below_picture or line.bold or not 0 < at < len(lines) - 1:
        return False
    within = is_prose(lines[at - 1]) and line.size <= 1 and not is_boundary(lines, at)
    return within or lines[at + 1].bold


def _points_up(line: Line, body: Body) -> bool:
    """▲ points up to the picture that a line in smaller letters than the text stands under."""
    return line.folded[0] == "▲" and line.size < body.size - _SMALLER


def _captions_table(lines: Sequence[Line], at: int) -> bool:
    """What stands over a table within running text says what the table shows."""
    below = at + 1
    if below < len(lines) and _UNIT_OF_TABLE.match(lines[below].folded):
        below += 1
    if below >= len(lines) or lines[below].table is None or not is_prose(lines[at - 1]):
        return False
    table = lines[below].table
    while below < len(lines) and lines[below].table == table:
        below += 1
    return below < len(lines) and is_prose(lines[below])


def _is_byline(lines: Sequence[Line], at: int, *, shown: bool) -> bool:
    """A name under a title; what reads like a name but follows running text is a title itself."""
    if contributors.read_lone_names(lines[at].folded) is None:
        return False
    before = lines[at - 1] if at else None
    if lines[at].align == "right":
        return True
    closed = (
        before is None
        or is_text(before)
        or section_name(before.folded) is not None
        or end_byline(before) is not None
    )
    below = lines[at + 1] if at + 1 < len(lines) else None
    if below is None or not closed:
        return True
    if has_author(lines, at) or (is_prose(below) and follows_end(lines, at)):
        return False
    if is_prose(below) and lines[at].align == "center" != below.align:
        return False
    if before and lines[at].blank_before and (sent := end_byline(before)) and sent.contributors:
        shown = True  # the article before has ended
    if before and is_text(before) and lines[at].blank_before > 0 == below.blank_before:
        shown = True  # names stand against the text above them
    if shown and not is_prose(below) and at + 2 < len(lines) and is_prose(lines[at + 2]):
        return below.bold >= lines[at].bold and not is_larger(lines[at], below)
    return not (shown and is_prose(below)) and subtitle_text(below.folded) is None


def _goes_on(lines: Sequence[Line], at: int, look: tuple[object, ...], body: Body) -> bool:
    """A unit whose deed the next line tells in the same bold or large letters begins a title."""
    if not any(look[1:]) or at + 1 >= len(lines) or lines[at + 1].blank_before:
        return False
    below = lines[at + 1]
    return look_of(below, body) == look and can_be_title(below)


def leads_to_text(lines: Sequence[Line], at: int) -> bool:
    """True when running text follows, past subtitles, names, dates and notes."""
    if within_verse(lines, at) and not is_prose(lines[min(at + 1, len(lines) - 1)]):
        return _heads_verse(lines, at)
    for k, line in enumerate(lines[at + 1 : at + 7], at + 1):
        text = line.folded
        if is_prose(line) or note_label(text) is not None or line.table is not None:
            return True
        if heading_kind(text) and not section_name(text):
            return True
        if ends_sentence(text) and (len(text) >= 24 or (k == at + 1 and text[-1] == "。")):
            return True
        if (text[-1] in ":" and len(text) >= 4) or text.startswith(_SPEAKERS):
            return True
        if text[-1] in "。;" and is_numbered(text):
            return True
        if section_name(text):
            return False
        if end_byline(line, False) and text[0] != "(":  # under the title, or at an end
            below = _below_labels(lines, k)
            text_below = below < len(lines) and is_prose(lines[below])
            return k == at + 1 and (text_below or is_verse(lines, k + 1))
    return _heads_verse(lines, at)


def _below_labels(lines: Sequence[Line], at: int) -> int:
    """The line below that of a name, or below 供稿单位: and 供稿人: on a line each."""
    below = at + 1
    while below < min(at + _LABELS, len(lines)) and contributors.read_labelled(lines[at].folded):
        if contributors.read_labelled(lines[below].folded) is None:
            break
        below += 1
    return below


def _heads_verse(lines: Sequence[Line], at: int) -> bool:
    """Four short lines of one look follow: of a weaker one, or behind the poet's name."""
    if is_verse(lines, at + 2 + _counts_poem(lines, at + 2)) and (
        contributors.read_under_title(lines[at + 1].folded) is not None
    ):
        return True
    return any(
        _stands_over_verse(lines[at], lines[first]) and is_verse(lines, first)
        for first in range(at + 1, min(at + 3, len(lines)))
    )


def _counts_poem(lines: Sequence[Line], at: int) -> bool:
    return at < len(lines) and _COUNT_OF_POEM.fullmatch(lines[at].folded) is not None


def _stands_over_verse(title: Line, verse: Line) -> bool:
    stronger = (title.bold, title.size) > (verse.bold, verse.size)
    centred = title.align == "center" != verse.align
    return stronger or centred or abs(title.indent - verse.indent) >= 2 * DEEP


def _is_word_over_text(lines: Sequence[Line], at: int) -> bool:
    """花絮, 曝光台 between paragraphs, where no name of a person stands; 倡议书 over 各位职工:."""
    if at + 1 >= len(lines) or (at and not is_text(lines[at - 1])):
        return False
    return is_prose(lines[at + 1]) or lines[at + 1].folded[-1] == ":"


def _is_outdented(lines: Sequence[Line], at: int, body: Body, boundary: bool) -> bool:
    """Flush left between paragraphs that are all indented, after the end of a sentence."""
    if not 0 < at < len(lines) - 1 or lines[at].indent + 2 > body.indent:
        return False
    if not boundary and not ends_sentence(lines[at - 1].folded):
        return False
    text = at + 2 if has_author(lines, at) else at + 1
    if text >= len(lines) or lines[text].indent != body.indent:
        return False
    return is_prose(lines[text]) or lines[text].folded[-1] == ":"


def has_author(lines: Sequence[Line], at: int) -> bool:
    """Names alone stand between the line and running text: what it is a title of has an author."""
    if at + 2 >= len(lines) or len(lines[at + 1].folded) > LONGEST_UNIT:
        return False
    if is_prose(lines[at + 1]) or not is_prose(lines[at + 2]):
        return False
    return contributors.read_lone_names(lines[at + 1].folded) is not None


def _score(
    lines: Sequence[Line],
    at: int,
    look: tuple[object, ...],
    boundary: bool,
    leads: bool,
    *,
    outdented: bool,
) -> float:
    line = lines[at]
    score = 0.2 + emphasis(look) + 0.2 * outdented
    score += 0.25 if boundary else 0.0
    score += 0.2 if line.blank_before >= 2 else 0.1 if line.blank_before else 0.0
    score += 0.1 if leads else -0.1
    following = lines[at + 1] if at + 1 < len(lines) else None
    if following is not None and (
        subtitle_text(following.folded) or contributors.read_lone_names(following.folded)
    ):
        score += 0.15
    told = leads and (boundary or outdented or line.blank_before > 0)
    if len(compact(line.folded)) < 6 and not told:
        score -= 0.15
    return max(0.0, min(1.0, score))
