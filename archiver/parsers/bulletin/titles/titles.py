"""The title of an article: on which lines it stands and how they read together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from archiver.chinese.fold import one_line
from archiver.chinese.units import is_unit_name
from archiver.parsers.bulletin.contents.entries import Entry
from archiver.parsers.bulletin.shapes import (
    compact,
    title_without_badge,
    without_marker,
    without_ordinal,
)
from archiver.parsers.bulletin.similarity import title_key
from archiver.parsers.lines import Line
from archiver.parsers.printed import as_printed, strip_outer

# What goes on behind a quotation: “送温暖” / 活动启动.
_GOES_ON: Final = re.compile(
    "活动|精神|工程|行动|系列|主题|讲话|专题|大会|会议|座谈|培训|建设|创建|竞赛|比赛|工作|计划|制度|"
    "模式|机制|平台|品牌|[的之和与及、]"
)
_OPEN: Final = re.compile(r"关于(?!.*的[一-龥]{1,6}$)")  # 关于…的 closes with what it is: 的调查
_CORNERS: Final = re.compile(
    r"(?:「(?=[^「」]*」$)|『(?=[^『』]*』$)|〔(?=[^〔〕]*〕$))(?P<title>.+)."
)
_CLAUSE: Final = 3  # characters, at least
_AROUND: Final = 2  # characters on both sides of a break
_NEAR: Final = 8  # lines
LONGEST_WRAP: Final = 3  # lines of one title


@dataclass(slots=True)
class Start:
    """An article begins: its title on ``span`` lines from ``at``, 引题 on ``above`` before it."""

    at: int
    span: int
    title: str | None
    score: float
    boundary: bool
    entry: int | None = None
    subtitle: str | None = None
    above: int = 0
    below: int = 0
    marked: bool = False


def title_of(lines: Sequence[Line], at: int, span: int, entry: Entry | None) -> str:
    """The title as the body prints it, wrapped lines joined.

    Lines of equal length are two clauses of one title and get a blank between them, as do a clause
    that ends in a quotation and a place where the 目录 prints one.
    """
    parts = [one_line(bare_text(lines[k].text)) for k in range(at, at + span)]
    if entry is not None and title_key(parts[0]) == entry.key:
        ordinal = without_ordinal(parts[0])
        if len(ordinal) < len(parts[0]) and title_key(ordinal) == entry.key:
            parts[0] = ordinal
    elif entry is not None and title_key(lines[at].folded) == entry.key:
        parts[0] = one_line(as_printed(lines[at].text, without_ordinal(lines[at].folded)))
    title = parts[0]
    for part in parts[1:]:
        spaced = f"{title} {part}"
        if entry is not None and title_key(spaced) == entry.key:
            gap = compact(entry.title) != entry.title and one_line(entry.title).startswith(
                title + " "
            )
        else:
            gap = _is_clause(title, part) and not _runs_on(lines, at + span, title, part)
        title = spaced if gap else title + part
    return title


def _is_clause(title: str, part: str) -> bool:
    """Whether the lines so far say one thing and the next another, though no mark parts them.

    Who does what the next line tells is no clause, nor is the first half of 关于…的调查.
    """
    if _OPEN.match(title) or is_unit_name(title):
        return False
    words = title.split()
    if len(words) > 1 and {len(word) for word in words} == {max(len(words[0]), _CLAUSE)}:
        return True
    even = len(compact(title)) == len(compact(part))
    return even or (title[-1] in "”》" and not _GOES_ON.match(part))


def _runs_on(lines: Sequence[Line], below: int, title: str, part: str) -> bool:
    """Whether the lines break a word that the text ``below`` has, but not all that was said so far:
    为河口/镇女工圆梦 over 河口镇女工."""
    word, whole = title[-_AROUND:] + part[:_AROUND], title + part[:_AROUND]
    texts = [line.text for line in lines[below : below + _NEAR]]
    return any(word in text for text in texts) and not any(whole in text for text in texts)


def bare_text(text: str) -> str:
    """A printed title line without outer blanks, list mark, badge and the frame around it all."""
    bare = title_without_badge(without_marker(strip_outer(text)))
    framed = _CORNERS.fullmatch(bare)
    return framed["title"].strip() if framed else bare
