"""Series titles (工会简报, 政务信息, 决策参考), in the printed head and in the page's own title."""

import re
from dataclasses import dataclass
from typing import Final

from archiver.chinese.fold import fold
from archiver.chinese.memo import remembered
from archiver.parsers.bulletin import numbering
from archiver.parsers.bulletin.numbering import Numbering
from archiver.parsers.bulletin.shapes import compact
from archiver.parsers.info.papers import is_of_paper

_WORD: Final = (
    "简报|信息|动态|快报|快讯|简讯|通讯|专报|内参|参阅件|参阅|参考|通报|要情|要闻|摘报|月报|周报|年报|"
    "会刊|专刊|大事记|呈阅件|导刊|季刊|半月刊|月刊|旬报|短讯|舆情|呈报|专题报告|情况反映|情况交流|"
    "工作通讯|参阅材料|工作简况"
)
# Words that end magazine names and many other titles too: believed beside a number only.
_WEAK_WORD: Final = "工运|之声|之窗|之家|之友|情况|风采|园地|工作交流"
_SERIES: Final = re.compile(
    rf"^[“\"《【\[〈]?[一-龥A-Za-z0-9“”\"‘’《》·.()〔〕\[\]、—-]{{0,36}}?"
    rf"(?:{_WORD}|{_WEAK_WORD})[”\"》】\]〉]?$"
)
_WORDS: Final = re.compile(f"{_WORD}|{_WEAK_WORD}")
_WEAK: Final = re.compile(rf"(?:{_WEAK_WORD})$")
_GENERIC: Final = re.compile(rf"^(?:工作|活动|会议|情况|政务|专题|简要)?(?:{_WORD})$")
_NOT_SERIES: Final = re.compile(r"^(?:关于|转发|印发)|召开|举办|举行|发布.{6}|[。,!?;:]")
_PERIODICAL: Final = re.compile(r"^[一-龥·“”]{2,14}$")
_NO_PERIODICAL: Final = re.compile(
    r"(?:班|课|课堂|讲座|培训|活动|行动|工程|项目|论坛|通知|公告|公示|考试|招聘|(?<![^总]工)会|令|文件|决定|函)$"
)
_PERIODIC: Final = re.compile("[每一本双半]?[周旬月季]")
_PERIOD: Final = re.compile(
    r"\((?:(?:19|20)\d\d\s?[年.])?\d{1,2}\s?[月.]\s?(?:\d{1,2}\s?日?\s?(?:-|—|–|~|至)+\s?"
    r"(?:(?:19|20)\d\d\s?[年.])?(?:\d{1,2}\s?[月.])?\s?\d{1,2}\s?日?|份)?\)"
)
_YEARED: Final = re.compile(
    r"(?:19|20)\d\d\s?(?:[.·-]\s?\d{1,3}|\(\d{1,3}\))$|[(](?:19|20)\d\d\s?[.·-]\s?\d{1,3}[)]$"
)
_YEAR_BEFORE: Final = re.compile(
    r"((?:19|20)\d\d|[二一][〇○零九][〇○零一二三四五六七八九]{2})年(?:度)?"
)
_OCCASION: Final = re.compile(r"\s?[(〔]\s?[一-龥“”]{2,8}$")  # before 特刊
_EXPLAINED: Final = re.compile(r"[^()]{2,16}\((?P<series>[^()]{2,20})\)")  # 维权之窗(女工简报)
_LONGEST: Final = 34


@dataclass(frozen=True, slots=True)
class TitleHead:
    """Series and number as the page's own title gives them."""

    series: str | None
    numbering: Numbering
    # 专刊 is also what newspapers call a page, (2025-9) a month, 第一季度 what any report is about:
    # no issue without a 报头.
    needs_head: bool = False

    @property
    def is_complete(self) -> bool:
        """The title alone names the issue."""
        return self.series is not None


@remembered
def is_series(text: str) -> bool:
    """True when ``text`` (without blanks) can be the title of a bulletin series."""
    return (
        len(text) <= _LONGEST
        and _SERIES.match(text) is not None
        and _NOT_SERIES.search(text) is None
    )


def holds_series_word(text: str) -> bool:
    """Whether ``text`` (without blanks) holds a word that titles of series end with."""
    return _WORDS.search(text) is not None


def is_weak(text: str) -> bool:
    """True for a series title that only a number beside it makes one."""
    return _WEAK.search(text) is not None


def is_generic(text: str) -> bool:
    """True for 简报, 工作简报: what may be the second line of a longer series title."""
    return _GENERIC.match(text) is not None


def can_begin_series(text: str) -> bool:
    """True for a line that may be the first half of a wrapped series title."""
    return 4 <= len(text) <= 24 and _NOT_SERIES.search(text) is None


def clean_series(text: str) -> str:
    """The series title without blanks, outer brackets and the year before it."""
    name = compact(text)
    if name[0] in "《【[〈" and name[-1] in "》】]〉":
        name = name[1:-1]
    name = name.strip("·-—:")
    year = _YEAR_BEFORE.match(name)
    return name[year.end() :] if year and len(name) - year.end() > 3 else name


def year_of_series(text: str) -> int | None:
    """The year printed before the title of a series, as part of the number: 2009年工会简报."""
    year = _YEAR_BEFORE.match(text.lstrip("《【[〈"))
    return numbering.full_year(year[1]) if year else None


def series_of_title(page_title: str | None) -> str | None:
    """The series when the page's title is nothing else, but a theme behind a dash."""
    bare = compact(fold(page_title or ""))
    named = bare.partition("——")[0]
    bare = named if is_series(named) else bare
    return clean_series(bare) if bare and is_series(bare) else None


def read_title(title: str) -> TitleHead | None:
    """Series and number of a folded page title: 工会简报2008年第3期, 第5期《工会信息》."""
    folded = title.strip()
    number = numbering.read_numbering(folded[:80])
    if number is None:
        return _read_bare_title(folded) or _read_period_title(folded)
    start, end = number.spans[0][0], max(e for _, e in number.spans)
    if number.special and (own := _read_own_special(folded, number.special)):
        return own
    before, after = folded[:start].strip(" ·-—_|:(〔"), folded[end:]
    if number.special:  # 青年之声(五四特刊)
        before = _OCCASION.sub("", before)
    bare = compact(before)
    if found := _EXPLAINED.fullmatch(bare):
        bare = before = found["series"]
    if bare and is_series(bare):
        if not after or after[0] in " :,-—_|(〔[【《<>/)》" or after[0] in "总增特专":
            needs_head = "季度" in number.label and numbering.is_period(number)
            return TitleHead(clean_series(before), number, needs_head)
        return None
    tail = compact(after).strip("的")
    if not bare and tail and is_series(tail):
        return TitleHead(clean_series(tail), number, needs_head=numbering.is_period(number))
    if number.year and (called := _named_so(folded, number)):
        return called
    return TitleHead(None, number) if not bare and not tail else None


def read_any_title(title: str) -> TitleHead | None:
    """机关党建(第7期): number and name of a folded title that holds nothing else."""
    number = numbering.read_numbering(title[:80])
    return None if number is None else _named_so(title, number)


def _named_so(title: str, number: numbering.Numbering) -> TitleHead | None:
    start, end = number.spans[0][0], max(end for _, end in number.spans)
    name = compact(title[:start]).strip("·-—_|:(〔《》")
    behind = title[end:].strip(" )〕")
    if behind or is_of_paper(title) or not is_periodical(name):
        return None
    return TitleHead(clean_series(name), number)


def _read_own_special(title: str, special: str) -> TitleHead | None:
    """提案工作专刊(2013年第1期): 专刊 is the name where a number follows it."""
    at = title.find(special) + len(special)
    name = compact(title[:at]).lstrip("《【[")
    label = title[at:80].strip()
    number = numbering.read_numbering(label) if len(name) > len(special) else None
    if number is None and (value := numbering.read_bare_number(label)):  # 春运专刊(二)
        number = Numbering(label=label, number=value)
    if number is None or number.number is None or not is_series(name):
        return None
    return TitleHead(clean_series(name), number, needs_head=True)


def _read_bare_title(title: str) -> TitleHead | None:
    """环保督察工作简报(五), 工会信息2015.9: a series title and a number without 期."""
    at = max(title.rfind("("), title.rfind("之"))
    if (found := _YEARED.search(title)) and is_series(compact(title[: found.start()])):
        short = numbering.read_short(found[0])
        name = clean_series(title[: found.start()])
        return TitleHead(name, short, needs_head=found[0][0] == "(") if short else None
    if not 0 < at <= 40 or not is_series(compact(title[:at])):
        return None
    label = title[at:].strip()
    number = numbering.read_bare_number(label)
    if number is None:
        return None
    return TitleHead(clean_series(title[:at]), Numbering(label=label, number=number))


def _read_period_title(title: str) -> TitleHead | None:
    """每周快讯(7月8日—7月14日): a weekly or monthly says instead of a number what it covers."""
    at = title.rfind("(", 0, 40)
    name = compact(title[:at]) if at > 0 else ""
    number = read_period(name, title[at:]) if is_series(name) else None
    return TitleHead(clean_series(name), number) if number else None


def read_period(series: str, text: str) -> Numbering | None:
    """(7月8日—7月14日), 2019年4月: what an issue of a weekly or monthly says it covers."""
    if not _PERIODIC.search(series) or not _PERIOD.fullmatch(f"({text.strip('()')})"):
        return None
    years = re.findall(r"(?:19|20)\d\d", text)
    return Numbering(label=text, year=int(years[-1]) if years else None)


def is_periodical(name: str) -> bool:
    """A magazine may be called anything; what has a year and a number behind it is no course."""
    return bool(_PERIODICAL.match(name)) and not _NO_PERIODICAL.search(name)
