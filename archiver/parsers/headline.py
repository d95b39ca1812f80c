"""The page's own headline, without the site's name and without the column."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from archiver.chinese.fold import comparison_key, fold, one_line
from archiver.chinese.units import is_unit_name
from archiver.parsers.bulletin.shapes import subtitle_text
from archiver.parsers.chrome import LineKind
from archiver.parsers.headlineparts import LABEL, beginning, grown, prints_column, title_of, wrapped
from archiver.parsers.html import Block, Markup
from archiver.parsers.info import DATE
from archiver.parsers.lines import Line
from archiver.parsers.titletag import (
    is_column,
    is_nameless,
    is_no_title,
    names_place,
    names_site,
    own_parts,
    parts_of,
)

_HEADING_MARK: Final = re.compile(
    r"(?:^|[ _-])(?:\w{0,12}title|tit|bt|biaoti|headline|h1|subject)\d{0,2}(?:$|[ _-])"
)
_TITLED: Final = re.compile(LABEL.pattern + r"[^\s:]{4}")
_META: Final = "articletitle"
_TAG: Final = re.compile(r"<\s?/?\s?(?:br|p|b|font|span|strong|h\d)\b[^<>]{0,200}>", re.IGNORECASE)
_HOME: Final = ("首页", "主页", "网站首页", "网站主页", "返回首页")
_ABOVE_MENU, _BELOW_TEXT = 2.5, 1.5  # what counts against a headline
_PROSE_LENGTH: Final = 40
_SITE_LENGTH: Final = 16
_COLUMN_NAME: Final = 8
_WORD_LENGTH: Final = 3
_FOREIGN: Final = re.compile("[A-Za-z ]+$")  # 校园新闻 News
_NUMBERED: Final = re.compile(
    r"^第.{1,3}[部章节条]|^[(（]?[一二三四五六七八九十\d]{1,3}[、.)）]|第\s?[\d一二三四五六七八九十〇零百]+\s?[期号]|[\d〕\])]\s?[号期]\W*$"
)
_HAN: Final = re.compile("[一-鿿]{4}")
_STAMPED: Final = re.compile(rf"[\[(]\s?{DATE.pattern}\s?[\])]$")
_DAY_AND_NAME: Final = re.compile(rf"{DATE.pattern}\s+\S{{2,12}}$")
_SPEAKER: Final = re.compile(r"(?:网友|游客|访客|留言[人者]|昵称|姓名)\s?:")
_ROOT: Final = re.compile(
    r"(?:https?://[^/]+)?(?:\.{0,2}/)*(?:(?:index|default)\.\w{2,5})?", re.IGNORECASE
)
_UNDER: Final = 3  # so many lines below the name of its column a headline stands
_NAMED: Final = 2.0  # evidence it takes to go before what the title tag says
_UNNAMED: Final = 0.6
_HEADINGS: Final = {"h1": 1.5, "h2": 1.0, "h3": 0.7}
_LINKED: Final = 4.0
_LONGEST: Final = 120
_SENTENCE: Final = 16
_STAMP: Final = re.compile(
    r"(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}(?!\d)"
)  # as systems print a date
_LABELS_ALONE: Final = re.compile(r"[一-鿿]{2,6}:\s?[^\s:]{1,12}\s+[一-鿿]{2,6}:")
_WORD: Final = re.compile(r"[^\W\d_年月日]")
_LABELS: Final = 12  # characters between a headline and the date on its line
_WHOLE: Final = 6  # characters of a title that a line may begin with and go on


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline as printed, and the numbers of the lines that print it."""

    text: str | None
    lines: tuple[int, ...] = ()


def find_headline(
    markup: Markup,
    kinds: Sequence[LineKind],
    infos: AbstractSet[int],
    span: range,
    masthead: int | None = None,
) -> Headline:
    """The line that is most surely the headline; else what ``<title>`` says without the site.

    ``infos`` are the numbers of information lines, ``span`` the lines of the content block,
    ``masthead`` the line an issue begins with: what stands below is no headline of the page.
    """
    title = _tag_title(markup)
    declared = one_line(_TAG.sub(" ", markup.meta.get(_META, ""))) or None
    parts = parts_of(title)
    named = own_parts(parts)
    if named[:1] == parts[1:] and prints_column(markup, kinds, parts):
        named = parts[:1]
    signs = _signs_of(markup, title, parts, named, comparison_key(declared or ""), infos)
    best, best_score = _best(markup, kinds, infos, span, signs, fold(title or ""), masthead)
    enough = _NAMED if _is_sure(infos, signs, named, best) else _UNNAMED
    below = _below_column(markup, kinds, infos, signs, best)
    if below is not None:
        best, best_score = below, _NAMED
    if best is None or best_score < enough:
        if declared or title:
            return Headline(declared or (named[0] if named else title))
        return _first_line(markup, kinds)
    lines = grown(markup, wrapped(markup, best, signs.title_key, infos), signs.parts)
    printed = title_of(lines)
    if len(lines) > 1:  # the title tag tells where blanks stood between them
        printed = next((p for p in named if comparison_key(p) == comparison_key(printed)), printed)
    elif whole := signs.opening(best):
        printed = beginning(printed, whole)
    return Headline(declared or printed, tuple(line.number for line in lines))


def _tag_title(markup: Markup) -> str | None:
    """What ``<title>`` says, unless that is what editors call a page without a name."""
    marked = (markup.title or "").replace("&quot;", '"')  # some systems escape it twice
    printed = _TAG.sub(" ", marked).strip()
    return None if is_nameless(printed) else printed


def _signs_of(
    markup: Markup,
    title: str | None,
    parts: Sequence[str],
    named: Sequence[str],
    declared: str,
    infos: AbstractSet[int],
) -> "_Signs":
    """The signs of a page whose title tag has these ``parts``, of its own those ``named``."""
    keys = [comparison_key(part) for part in named]
    # What stands before a column names the site; titles may end like names of bodies.
    first = parts[:1] if named and is_column(named[0]) and is_unit_name(fold(parts[0])) else []
    sites = {comparison_key(p) for p in (*parts[-1:], *first)} - set(keys) if keys else set()
    begun = [comparison_key(part.rstrip(".…")) for part in named if part.endswith(("..", "…"))]
    begun = [key for key in begun if len(key) >= _WHOLE]
    title_key = comparison_key(title or "") if named else ""
    return _Signs.of(markup, title_key, declared, infos, keys, sites, begun)


def _best(
    markup: Markup,
    kinds: Sequence[LineKind],
    infos: AbstractSet[int],
    span: range,
    signs: "_Signs",
    title: str,
    masthead: int | None,
) -> tuple[Line | None, float]:
    """The line that most signs speak for, and how much; ``title`` is the folded one of the tag."""
    best, best_score = None, 0.0
    prose = (n for n in span if len(markup.lines[n].folded) >= _PROSE_LENGTH and kinds[n] == "text")
    text = next((n for n in prose if n not in infos), len(kinds))
    menu = _last_menu(markup, kinds, text if text < len(kinds) else span.start)
    for line, kind in zip(markup.lines[:masthead], kinds[:masthead], strict=True):
        if line.number in infos or len(line.folded) > _LONGEST:
            continue
        if kind != "text" and not _may_lead_to_itself(line, kinds, infos, signs, title):
            continue
        if not signs.speak_for(line):
            continue
        score = signs.score(line)
        if kind == "link" and not (line.number + 1 in infos or score >= _LINKED):
            continue
        distance = abs(line.number - span.start)
        score -= min(distance, 60) * 0.02 + 2.0 * (line.number >= span.stop)
        score -= _ABOVE_MENU * (line.number < menu) + _BELOW_TEXT * (line.number > text)
        if score > best_score:
            best, best_score = line, score
    return best, best_score


def _may_lead_to_itself(
    line: Line,
    kinds: Sequence[LineKind],
    infos: AbstractSet[int],
    signs: "_Signs",
    title: str,
) -> bool:
    """Whether a line is a link to its own page, as a headline may be; most are something else."""
    told = line.folded[:4] in title or line.number + 1 in infos
    if kinds[line.number] != "link" or len(line.anchors) != 1 or not told:
        return False
    if _ROOT.fullmatch(line.anchors[0].href):  # the name of the site
        return False
    is_last_of_list = line.number and kinds[line.number - 1] == "link"
    return not is_last_of_list or signs.names(line)


def _is_sure(
    infos: AbstractSet[int],
    signs: "_Signs",
    named: Sequence[str],
    best: Line | None,
) -> bool:
    """Whether the title tag names the page so well that a printed line must have good signs."""
    if not named or names_site(named[0]):
        return False
    if best is None:
        return True
    told = not infos.isdisjoint((best.number + 1, best.number + 2))
    if told and len(best.folded) > _WORD_LENGTH:
        return False
    short = len(named[0]) <= _COLUMN_NAME
    return not (short and best.number in signs.above_prose and _is_title(best, signs))


def _below_column(
    markup: Markup,
    kinds: Sequence[LineKind],
    infos: AbstractSet[int],
    signs: "_Signs",
    best: Line | None,
) -> Line | None:
    """The headline under the name of its column, where ``<title>`` names the column and no more."""
    if best is None or any(len(part) > _COLUMN_NAME for part in signs.parts):
        return None
    name = _FOREIGN.sub("", best.folded)
    key = comparison_key(name)
    if len(key) > _COLUMN_NAME or (signs.parts and key not in signs.parts):
        return None
    passed = 0
    for line in markup.lines[best.number + 1 : best.number + 1 + 2 * _UNDER]:
        n = line.number
        if n in infos and n <= best.number + _UNDER and _is_column(markup, name):
            passed += 1
            continue
        if n in infos or kinds[n] not in ("text", "link") or _NUMBERED.search(line.folded):
            return None
        told = n + 1 in infos or (passed and n in signs.above_prose)
        if (told or n in signs.above_prose) and _is_title(line, signs, is_told=bool(told)):
            return line
        if n - best.number - passed >= _UNDER:
            return None
    return None


def _is_column(markup: Markup, name: str) -> bool:
    """Whether a line is the name of a column, by its words or because a menu has it too."""
    return is_column(name) or any(
        anchor.text.strip() == name for line in markup.lines for anchor in line.anchors
    )


def _is_title(line: Line, signs: "_Signs", *, is_told: bool = False) -> bool:
    """Whether a line is as long as a title, and set off from the text or over its information."""
    signed = (line.align == "center") + line.bold + (line.size > 1.0)
    set_off = signed > 1 or line.tag in _HEADINGS or line.tag in ("h4", "h5")
    set_off = set_off or signs.named_around(line) > 0 or _STAMPED.search(line.folded) is not None
    long = len(comparison_key(line.folded)) > _COLUMN_NAME and len(line.folded) <= _LONGEST // 2
    return (
        long
        and (is_told or set_off)
        and bool(_HAN.search(line.folded))
        and len(line.anchors) <= is_told
        and line.folded[-1] not in "。:;,"
        and not _NUMBERED.search(line.folded)
        and signs.score(line) > 0
    )


def _last_menu(markup: Markup, kinds: Sequence[LineKind], stop: int) -> int:
    """The last line before the content that leads home: what stands above it is the site's."""
    for n in range(stop - 1, -1, -1):
        if kinds[n] == "breadcrumb" or any(a.text in _HOME for a in markup.lines[n].anchors):
            return n
    return -1


def _first_line(markup: Markup, kinds: Sequence[LineKind]) -> Headline:
    """Without any title, the first line of the text if it is short."""
    first = next((n for n, kind in enumerate(kinds) if kind == "text"), None)
    if first is None or len(markup.lines[first].folded) > _LONGEST // 2:
        return Headline(None)
    return Headline(one_line(markup.lines[first].text))


@lru_cache(maxsize=4096)
def _names(mark: str) -> bool:
    return bool(_HEADING_MARK.search(mark))


@dataclass(frozen=True, slots=True)
class _Signs:
    """What marks a headline: the title tag, the markup, an information line or prose below."""

    blocks: Sequence[Block]
    title_key: str
    declared: str
    above_infos: AbstractSet[int]
    above_prose: AbstractSet[int]
    parts: Sequence[str]  # of the title tag, as keys: its own, and the last that names the site
    sites: AbstractSet[str]
    begun: Sequence[str]  # parts that the title tag cuts off

    def opening(self, line: Line) -> str | None:
        """The part of the title tag that a line begins with which goes on to a date."""
        date = DATE.search(line.folded)
        if date is None or line.anchors:
            return None
        key = comparison_key(line.folded[: date.start()])
        fitting = (p for p in self.parts if len(p) >= _WHOLE and key.startswith(p))
        return next((part for part in fitting if len(key) - len(part) <= _LABELS), None)

    @classmethod
    def of(
        cls,
        markup: Markup,
        title_key: str,
        declared: str,
        infos: AbstractSet[int],
        parts: Sequence[str],
        sites: AbstractSet[str],
        begun: Sequence[str],
    ) -> "_Signs":
        """The signs of one page."""
        prose = [line.number for line in markup.lines if len(line.folded) >= _PROSE_LENGTH]
        return cls(
            markup.blocks,
            title_key,
            declared,
            {n - above for n in infos for above in (1, 2, 3)},
            {n - above for n in prose for above in (1, 2)},
            parts,
            sites,
            begun,
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
            or line.tag in _HEADINGS
            or not start.isalnum()
            or _TITLED.match(line.folded) is not None
            or start in self.title_key
            or start in self.declared
            or self.named_around(line) > 0
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
        ends = line.folded[-1] == ":" or (line.folded[-1] == "。" and len(key) >= _SENTENCE)
        if ends and key not in self.title_key:
            return 0.0
        labels = _LABELS_ALONE.match(line.folded)
        if (
            "@" in key
            or labels
            or _SPEAKER.match(line.folded)
            or _DAY_AND_NAME.match(line.folded)
            or ("\t" in line.text and not LABEL.match(line.folded))
        ):
            return 0.0  # an address, several labels, a row of cells
        score = 0.0
        if self.declared:
            score += 4.0 * (key == self.declared)
        if is_no_title(line.folded):
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
        score += _HEADINGS.get(line.tag, 0.0) + 2.5 * bool(_TITLED.match(line.folded))
        score += 0.8 * self.named_around(line)
        score += 1.5 * (line.number in self.above_infos)
        # Logos and the headings of side boxes look like headlines too.
        if key not in self.title_key and len(key) <= _SITE_LENGTH and names_place(line.folded):
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
