"""What marks a line as the headline of its page."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from archiver.chinese.fold import comparison_key
from archiver.chinese.units import is_person_name
from archiver.parsers.bulletin.contents.toc import find_heading
from archiver.parsers.bulletin.names.contributors import read_under_title
from archiver.parsers.bulletin.shapes import subtitle_text
from archiver.parsers.headline.parts import LABEL
from archiver.parsers.headline.titletag import is_no_title, names_place
from archiver.parsers.info.days import DATE
from archiver.parsers.info.papers import is_number
from archiver.parsers.lines import Line
from archiver.parsers.markup.html import Block, Markup

_HEADING_MARK: Final = re.compile(
    r"(?:^|[ _-])(?:\w{0,12}title|tit|bt|biaoti|headline|h1|subject)\d{0,2}(?:$|[ _-])"
)
_SUBTITLE_MARK: Final = re.compile(
    r"(?:^|[ _-])(?:\w{0,12}sub-?(?:title|tit|head(?:line|ing)?)|dek|standfirst"
    r"|fu-?(?:title|biaoti|bt)|ftitle)\d?(?:$|[ _-])"
)
_TITLED: Final = re.compile(LABEL.pattern + r"[^\s:]{4}")
_OF_PAPER: Final = re.compile(
    "关于.{4,}(?:通知|决定|意见|复函|函|批复|报告|请示|通报|公告|通告|公示|办法|方案|答复)$"
)
PROSE_LENGTH: Final = 40
SITE_LENGTH: Final = 16
_DAY_AND_NAME: Final = re.compile(rf"{DATE.pattern}(?:\s+\d\d?:\d\d)?\s+\S{{2,12}}$")
_NAME_AND_HOUR: Final = re.compile(rf".{{0,16}}{DATE.pattern}\s?\d\d?:\d\d(?::\d\d)?$")
_SPEAKER: Final = re.compile(r"(?:网友|游客|访客|留言[人者]|昵称|姓名)\s?:")
HEADINGS: Final = {"h1": 1.5, "h2": 1.0, "h3": 0.7, "dt": 0.3, "legend": 0.3, "summary": 0.3}
_SENTENCE: Final = 16
# As systems print a date.
_STAMP: Final = re.compile(r"(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}(?!\d)")
_LABELS_ALONE: Final = re.compile(r"[一-鿿]{2,6}:\s?[^\s:]{1,12}\s+[一-鿿]{2,6}:")
_WORD: Final = re.compile(r"[^\W\d_年月日]")
_SENDER: Final = 20  # characters
_WRITER: Final = re.compile(
    "(?:本[报刊网台站]|特约|职工|实习|见习){0,3}(?:记者|通讯员|作者|撰稿人?|撰文) "
)
_SAID_OF_PAGE: Final = re.compile(
    r"(?:文|图|摄影)\s?/|(?:时间|日期|(?:点击|浏览|阅读|访问)(?:量|率|数|次数)?)\s?:"
)  # 文/图 何静
_LABELS: Final = 12  # characters between a headline and the date on its line
WHOLE: Final = 6  # characters of a title that a line may begin with and go on


@lru_cache(maxsize=4096)
def _names(mark: str) -> bool:
    return bool(_HEADING_MARK.search(mark))


@lru_cache(maxsize=4096)
def _names_subtitle(mark: str) -> bool:
    return _SUBTITLE_MARK.search(mark) is not None


def is_marked_subtitle(line: Line, blocks: Sequence[Block]) -> bool:
    """Whether the id or the classes of the element around a line say that it is a 副题.

    Systems print the number of a paper in it as well.
    """
    named = line.block >= 0 and _names_subtitle(blocks[line.block].mark)
    return named and not is_number(line.folded)


def _names_sender(text: str) -> bool:
    """Whether a line is but a body and a person of it: 县妇联 林晓梅, as it stands under titles.

    So is one that says of a person to have written: 本刊特约撰稿人 林晓梅.
    """
    if len(text) > _SENDER or " " not in text:
        return False
    if _WRITER.match(text):
        return read_under_title(text) is not None
    byline = read_under_title(text) if is_person_name(text.rpartition(" ")[2]) else None
    return byline is not None and any(one.unit and one.person for one in byline.contributors)


def _is_remark(text: str) -> bool:
    """Whether a line is all in parentheses, as what stands under a title: (2006年3月9日通过)."""
    return text[0] == "(" and text[-1] == ")" and "(" not in text[1:]


@dataclass(frozen=True, slots=True)
class Signs:
    """What marks a headline: the title tag, the markup, an information line or prose below."""

    blocks: Sequence[Block]
    title_key: str
    declared: str
    above_infos: AbstractSet[int]
    above_prose: AbstractSet[int]
    parts: Sequence[str]  # of the title tag, as keys: its own, and the last that names the site
    sites: set[str]
    begun: Sequence[str]  # parts that the title tag cuts off
    named: AbstractSet[int]  # lines in a span whose id says title

    def opening(self, line: Line) -> str | None:
        """The part of the title tag that a line begins with which goes on to a date."""
        date = DATE.search(line.folded)
        if date is None or line.anchors:
            return None
        key = comparison_key(line.folded[: date.start()])
        fitting = (p for p in self.parts if len(p) >= WHOLE and key.startswith(p))
        return next((part for part in fitting if len(key) - len(part) <= _LABELS), None)

    @classmethod
    def of(
        cls,
        markup: Markup,
        title_key: str,
        declared: str,
        infos: AbstractSet[int],
        parts: Sequence[str],
        sites: set[str],
        begun: Sequence[str],
    ) -> "Signs":
        """The signs of one page."""
        prose = [line.number for line in markup.lines if len(line.folded) >= PROSE_LENGTH]
        return cls(
            markup.blocks,
            title_key,
            declared,
            {n - above for n in infos for above in (1, 2, 3)},
            {n - above for n in prose for above in (1, 2)},
            parts,
            sites,
            begun,
            {n for n, mark in markup.named if _names(mark) and "sub" not in mark},
        )

    def names(self, line: Line) -> bool:
        """Whether the title tag holds what a line says."""
        key = comparison_key(line.folded)
        return key in self.title_key or any(key.startswith(part) for part in self.begun)

    def speak_for(self, line: Line) -> bool:
        """Whether any sign could speak for the line; most lines of a page have none."""
        number, start = line.number, line.folded[:2].lower()
        return (
            number in self.above_prose
            or number in self.above_infos
            or line.bold
            or line.align == "center"
            or line.size > 1.0
            or line.tag in HEADINGS
            or not start.isalnum()
            or _TITLED.match(line.folded) is not None
            or start in self.title_key
            or start in self.declared
            or self.named_around(line) > 0
            or number in self.named
        )

    def score(self, line: Line) -> float:
        """Evidence that ``line`` is the headline."""
        if subtitle_text(line.folded) or not line.folded:
            return 0.0
        if len(line.folded) > 50 and ("。" in line.folded or line.folded[-1] in "；;,，"):
            return 0.0
        key = comparison_key(line.folded)
        if len(key) < 2 or not (_WORD.search(key) or key == self.title_key):
            return 0.0
        if key.isascii() and not self.title_key.isascii() and key not in self.title_key:
            return 0.0  # the name of a column in English, below or behind that in Chinese
        ends = line.folded[-1] == ":" or (line.folded[-1] == "。" and len(key) >= _SENTENCE)
        if ends and key not in self.title_key:
            return 0.0
        labels = _LABELS_ALONE.match(line.folded)
        if (
            "@" in key
            or labels
            or _SPEAKER.match(line.folded)
            or _DAY_AND_NAME.match(line.folded)
            or (_NAME_AND_HOUR.match(line.folded) and self.opening(line) is None)
            or _SAID_OF_PAGE.match(line.folded)
            or ("\t" in line.text and not LABEL.match(line.folded))
        ):
            return 0.0  # an address, several labels, a row of cells
        if _names_sender(line.folded):
            return 0.0
        if key not in self.title_key and find_heading((line,)) is not None:
            return 0.0  # 本期目录
        if key not in self.title_key and is_marked_subtitle(line, self.blocks):
            return 0.0
        score = 0.0
        if self.declared:
            score += 4.0 * (key == self.declared)
        if is_no_title(line.folded) or (_is_remark(line.folded) and key not in self.title_key):
            return 0.0
        if key in self.sites or (_STAMP.match(line.folded) and key not in self.title_key):
            return 0.0
        if key in self.parts:
            score += 2.5 * (len(key) < 4 and key == self.parts[0])
        elif any(key.startswith(part) for part in self.begun):
            score += 4.0
        elif whole := self.opening(line):
            score += 2.0 + 2.0 * len(whole) / len(self.title_key)
        if len(key) >= 4 and key in self.title_key:
            score += (2.0 + 2.0 * len(key) / len(self.title_key)) * min(1.0, len(key) / 8)
        score += HEADINGS.get(line.tag, 0.0) + 2.5 * bool(_TITLED.match(line.folded))
        score += 1.0 * bool(_OF_PAPER.search(line.folded))
        score += 0.8 * self.named_around(line) + 1.2 * (line.number in self.named)
        score += 1.5 * (line.number in self.above_infos)
        # Logos and the headings of side boxes look like headlines too.
        if key not in self.title_key and len(key) <= SITE_LENGTH and names_place(line.folded):
            score -= 1.5
        score += 0.8 * (line.number in self.above_prose)
        score += 0.4 * line.bold + 0.4 * (line.align == "center") + 0.8 * min(line.size - 1.0, 1.0)
        return score

    def named_around(self, line: Line) -> int:
        """How many of the two blocks around a line are named as headings are."""
        if line.block < 0:
            return 0
        own = self.blocks[line.block]
        return _names(own.mark) + (own.parent >= 0 and _names(self.blocks[own.parent].mark))
