"""The information line under a headline and the label tables of public-information pages.

Both are runs of label and value in any order, with or without brackets, on one line or several:
``发布时间：2012-06-25 来源：… 点击：12次``, ``【时间：…】【来源：…】``, ``索引号 | …``.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from archiver.chinese.dates import read_date
from archiver.chinese.fold import fold
from archiver.parsers.labels import LABELS, ROLE_OF
from archiver.parsers.lines import Line
from archiver.records import Date

_DATE: Final = (
    # The look behind stands third: an expression that begins with a sign is found much faster.
    r"(?P<y>(?:19|20)(?<!\d\d\d)\d\d)\s?(?:年|[-/.])\s?(?P<m>\d{1,2})\s?(?:月|[-/.])"
    r"\s?(?P<d>\d{1,2})(?!\d)日?"
)
DATE: Final = re.compile(_DATE)
_TIME: Final = (
    r"(?:[\sT]*(?:[上下]午)?"
    r"(?:\d{1,2}:\d\d(?::\d{1,2})?(?:\.\d+)?|\d{1,2}时\d{1,2}分(?:\d{1,2}秒)?))?"
)
_ONLY_DATE: Final = re.compile(
    rf"[\s\[(【<]*{_DATE}(?P<time>{_TIME})\s*(?:星期.|周.)?[\s\])】>|]*(?P<rest>.*)$"
)
_UNLABELLED_AUTHOR: Final = re.compile(r"\s*([一-鿿]{2,4})\s+(?=(?:19|20)\d\d)")
_COUNT: Final = re.compile(r"\d*\s*(?:人参与|次|条|评论|浏览|阅读|点击)")
_UNLABELLED_SOURCE: Final = re.compile(r"[一-鿿《][\w·\-\[\]—《》“”]{1,18}$")

# The colon may be missing before a date, and after 来源 and 作者.
_PAIR: Final = re.compile(
    rf"{LABELS}(?:\s*:|\s*(?=(?:19|20)\d\d[-年/.])|(?<=来源|作者)\s+(?=[^\s|]))"
)
_CELL: Final = re.compile(rf"\s*{LABELS}\s*:?\s*$")
_BRACKETS: Final = " \t|【】〖〗[]()<>/·;,、-—_#"
_PAIRED: Final = (("(", ")"), ("[", "]"))
_END_OF_VALUE: Final = re.compile(
    r"\s{2,}|\t|[【\[](?!\s?(?:19|20)\d\d\s?[】\]])|\||\s(?:19|20)\d\d[-年/.]|\s[一-鿿]{2,6}\s?:|[(（]点击"
    r"|\s(?:记者|通讯员|编辑|作者)\s"
    r"|\s(?:打印|关闭|字[号体]|分享|收藏|点击|浏览|手机看|下载)|(?:发表|我要|网友)评论|返回(?:上一?[页级]|列表|首页)|\d+\s?条评论"
    r"|(?<=[一-鿿》])(?:19|20)\d\d(?:-\d\d?-|年\d\d?月)\d|(?:举报|参与互动|我要纠错)$"
)
_TOOLS_ONLY: Final = re.compile(r"[大中小特\s]+|(?:字[号体]|打印|关闭|收藏|分享)[大中小\s]*")
# The day of a meeting, or from when something holds, is not when a page was published.
_EVENT: Final = re.compile(r"日\s*\(?\s*(?:星期.|周.)?\s*\)?\s*[上下]午\s*\d{1,2}\s*[时点]")
_VALIDITY: Final = re.compile("(?:生效|实施|废止|失效)(?:时间|日期)")
_WEEKDAY: Final = re.compile("星期[一二三四五六日天]|周[一二三四五六日]")
_DAY_LABEL: Final = re.compile(r"(?:时间|日期)\s*:\s*\Z")
_GENERIC: Final = ("时间", "日期")
_OWN_BYLINE: Final = ("撰稿", "撰稿人", "撰文")  # a text names its authors in these words too
# What may stand before the first known label: other labels, counts, the site's address.
_BEFORE: Final = re.compile(
    r"星期[一二三四五六日天]|周[一二三四五六日]|(?!留言|网友)[一-鿿]{2,6}\s?:\s?[^\s:。]{0,16}(?:[\s\])】|]+|$)"
    r"|(?:[图撰]?文|摄影)\s?[/:]\s?[一-鿿]{2,4}(?:\s|$)|(?:阅读|浏览|点击|评论|查看|人气|回复)\s?\(\s?\d*\s?\)?|(?:https?://)?www\.[\w.-]+"
    r"|^[一-鿿]{2,20}(?:政务网|门户网站?|信息网|网站)(?=\s|$)"
)
_ENDS_DATED: Final = re.compile(r"\d\s\d{1,2}:\d\d(?::\d\d)?\s*$")
# The signs come first and what stands before them is looked up: found much faster than words.
_LABEL_WITHOUT_COLON: Final = re.compile(
    r"[期间于布時間源者](?:(?<![源者])\s*(?:19|20)\d\d|(?<=来源|作者)\s)"
)
_YEAR: Final = re.compile(r"[12](?:(?<=1)9|(?<=2)0)\d\d")
_LENGTH: Final = 200
_FIRST_YEAR: Final = 1990  # before the web, a date is a default that nobody filled in
_LOOSE_LENGTH: Final = 60
_OWN_WORDS: Final = re.compile(
    r"[。;；!?！？，,〔﹝]|(?<![责小])编(?![辑审校])|期|通过|印发|施行|至\d|召开|举行|地点|主讲"
)
_NO_NAME: Final = re.compile(
    r"小编|(?:收藏|打印|关闭|返回).{0,4}|星期.|周.|阅读|人?浏览|点击|人气|热度|来源|作者|时间|日期|发布|发表于?|更新|我有话说|人?参与|评论|分享|字号|打印|[大中小]|[a-zA-Z]+"
)
_UNFILLED: Final = re.compile(r"\{\{[^{}]{0,40}\}\}")  # by a script of the site
_CREDIT: Final = re.compile(
    r"(?:(?:责任)?编[辑审校]|记者|通讯员)\s*:?\s*[一-鿿]{2,4}(?![一-鿿])|\b[A-Z]?\d{1,2}版"
)
_BY: Final = re.compile(r"\s(?:由|by)\s+([一-鿿A-Za-z]{2,12})$")  # 发表于 2016年4月8日 由 某某
_COUNTED: Final = re.compile(
    r"(?:浏览|阅读|点击|查看|人气)\s*:?\s*\d*\s*[次人]?\s+(?=(?:19|20)\d\d)"
)
_EDITION: Final = re.compile(r"第?\s*[A-Z]{0,2}\d{0,3}\s*版")  # of a paper
# Systems made abroad: 周二, 07/09/2013 - 09:20 and 周一, 09 二月 2015 10:28.
_SHORT_YEAR: Final = re.compile(r"(?<![\d-])(?:[01]\d|9[5-9])-\d{1,2}-\d{1,2}(?![\d-])")
_FOREIGN_DAY: Final = re.compile(
    r"(?P<m>\d\d)/(?P<d>\d\d)/(?P<y>20\d\d)\s-\s\d\d:\d\d"
    r"|(?P<day>\d\d?)\s(?P<month>[一二三四五六七八九十]{1,2})月\s(?P<year>20\d\d)\s\d\d:\d\d"
)
_NOBODY: Final = re.compile(r"[.…·\-—_*?？/\\]+|未知|佚名|不详|无|暂无|admin|null", re.IGNORECASE)
_VALUE_LENGTH: Final = 60
# What no full date can do without: 年, two numbers with a sign between, all digits in a row.
_DATABLE: Final = re.compile(r"年|\d(?:[-/.－／．·•・‧﹒]\d|\d{7})")
_IMPOSSIBLE: Final = {"invalid_day", "invalid_month"}


@dataclass(frozen=True, slots=True)
class Info:
    """What one line says in labels: (role, value as printed) in order.

    ``bare`` is a date without a label; ``is_stamp`` when it is printed as machines print it.
    ``day`` is a date that stands in pieces, as on the leaf of a calendar; ``in_box`` when the line
    is one of a box of labels.
    ``is_generic`` when the one label is 时间 or 日期, which a notice of a meeting prints too.
    """

    pairs: tuple[tuple[str, str], ...]
    bare: str | None = None
    is_stamp: bool = False
    is_generic: bool = False
    day: Date | None = None
    in_box: bool = False

    @property
    def is_certain(self) -> bool:
        """Whether the line can be nothing else than an information line."""
        if self.is_generic:
            return False
        if self.in_box:
            return True
        if len(self.pairs) >= 2 or self.day or (self.bare and (self.pairs or self.is_stamp)):
            return True
        return any(role in ("published", "signed") and _holds_date(v) for role, v in self.pairs)


def read_info(line: Line) -> Info | None:
    """The labels and values of ``line``, or None when it is no run of labels."""
    text = line.folded
    tabbed = "\t" in line.text
    if len(text) > _LENGTH or not (":" in text or tabbed or line.lead or _YEAR.search(text)):
        return None
    if "。" in text[:-1]:
        return None
    if tabbed:
        cells = _cells(line.text)
        if cells is not None:
            return cells
    if line.lead and ":" not in text and (role := label_role(text[: line.lead])):
        return Info(((role, _printed(text[line.lead :].strip(), line)),))
    labelled = ":" in text or _LABEL_WITHOUT_COLON.search(text)
    matches = list(_PAIR.finditer(text)) if labelled else []
    if not matches:
        return _stamp(text)
    before = text[: matches[0].start()].rstrip()
    head = before.strip(_BRACKETS)
    if _EVENT.search(text):
        return None
    ends = [match.start() for match in matches[1:]] + [len(text)]
    pairs = tuple(
        (_role(match), _printed(_value(text[match.end() : end]), line))
        for match, end in zip(matches, ends, strict=True)
    )
    told = _is_dated(pairs) or _VALIDITY.search(text)
    bare = DATE.match(head) or (None if told else _unlabelled_date(text))
    rest = DATE.sub("", head) if bare else head
    if line.anchors and before.endswith(("]", "】")) and _is_dated(pairs):
        rest = ""  # tools in brackets, and the site's name before them
    rest = "" if _TOOLS_ONLY.fullmatch(rest.strip(_BRACKETS)) else rest
    words = _BEFORE.sub("", rest).strip("0123456789: " + _BRACKETS)
    dated = rest != head or _ENDS_DATED.search(text)
    if dated and _UNLABELLED_SOURCE.match(words) and not _OWN_WORDS.search(words):
        pairs += () if _names_source(pairs) else (("source", _printed(words, line)),)
    elif words:  # a sentence
        return None
    if any(len(value) > _VALUE_LENGTH for _, value in pairs) or text[-1] in "?!":
        return None  # 记者: how was it?
    if any(_label(match) in _OWN_BYLINE for match in matches) and not (bare or _is_told(pairs)):
        return None
    if by := _BY.search(text):
        pairs += (("author", by[1]),)
    label = _label(matches[0])
    generic = len(pairs) == 1 and label in _GENERIC and "年" in pairs[0][1] and text[0] not in "【["
    return Info(pairs, bare[0] if bare else None, is_generic=generic)


def _unlabelled_date(text: str) -> re.Match[str] | None:
    """The first date that is not the value of a label of its own (回复时间:)."""
    dates = DATE.finditer(text)
    return next((date for date in dates if not _DAY_LABEL.search(text, 0, date.start())), None)


def read_loose_info(line: Line) -> Info | None:
    """A short line with one full date and hardly more, as it stands right below a headline.

    Whatever else it holds, the line is the content system's; a name beside the date is its source.
    """
    text = _WEEKDAY.sub(" ", line.folded) if len(line.folded) <= _LOOSE_LENGTH else ""
    dates = list(DATE.finditer(text))
    if len(dates) == 2 and not text[dates[0].end() : dates[1].start()].strip():
        dates.pop()  # when it was changed
    dates = dates or list(_SHORT_YEAR.finditer(text))
    if len(dates) != 1 or _OWN_WORDS.search(text) or _EVENT.search(line.folded):
        return None
    if text[0] == "(" and "年" in dates[0][0]:  # the day of a speech
        return None
    rest = f"{text[: dates[0].start()]} {text[dates[-1].end() :]}"
    rest = _CREDIT.sub(" ", _UNFILLED.sub(" ", DATE.sub(" ", rest)))
    rest = re.sub(r"\d{1,2}:\d\d(?::\d\d)?|\d[\d.,万]*\s*次?", " ", rest)
    by = _BY.search(rest)
    rest = rest[: by.start()] if by else rest
    names = [word for word in re.split(rf"[\s{re.escape(_BRACKETS)}:]+", rest) if word]
    names = [word for word in names if not _NO_NAME.fullmatch(word)]
    source = names[0] if len(names) == 1 and len(names[0]) > 1 else None
    pairs = (("source", _printed(source, line)),) if source else ()
    return Info((*pairs, ("author", by[1])) if by else pairs, dates[0][0], True)


def _stamp(text: str) -> Info | None:
    """A date alone on its line, or date, time and a name."""
    timed = ":" in text and len(text) <= _LOOSE_LENGTH
    if timed and (foreign := _foreign_day(text)):
        return Info((), is_stamp=True, day=foreign)
    if counted := _COUNTED.match(text):
        text = text[counted.end() :]
    author = _UNLABELLED_AUTHOR.match(text)
    found = _ONLY_DATE.match(text, author.end() if author else 0)
    if found is None or (author and not found["time"]):
        return None
    day = DATE.search(found[0])
    rest = re.sub(r"\s\d*$", "", found["rest"]).strip(_BRACKETS)
    if day is None:
        return None
    pairs: tuple[tuple[str, str], ...] = (("author", author[1]),) if author else ()
    edition = _EDITION.match(rest)
    if rest and not edition and not _COUNT.match(rest):
        if not found["time"] or not _UNLABELLED_SOURCE.match(rest):
            return None
        pairs += (("source", _balanced(rest)),)
    stamp = bool(found["time"] or edition) or "年" not in day[0]
    return Info(pairs, day[0], stamp)


def _foreign_day(text: str) -> Date | None:
    found = _FOREIGN_DAY.search(text)
    if found is None:
        return None
    if found["y"]:
        iso = f"{found['y']}-{found['m']}-{found['d']}"
    else:
        month = read_date(f"{found['year']}年{found['month']}月")
        iso = f"{month.edtf}-{int(found['day']):02}" if month else ""
    day = date_of(iso)
    return day.model_copy(update={"text": found[0]}) if day else None


def date_of(text: str) -> Date | None:
    """The day printed in a label's value, or the month of a day that does not exist, flagged.

    None for what programs print when they know none (1970-01-01).
    """
    found = read_date(text) if _DATABLE.search(text) else None
    if found is None or found.start is None:
        return None
    return found if found.precision == "day" or _IMPOSSIBLE.intersection(found.flags) else None


def _holds_date(text: str) -> bool:
    return DATE.search(text) is not None or date_of(text) is not None


def first_value(infos: Sequence[Info], role: str) -> str | None:
    """The first value with ``role`` that is not empty; one with a label before a name alone."""
    for info in sorted(infos, key=lambda info: info.is_stamp):
        for name, value in info.pairs:
            if name == role and value and not _NOBODY.fullmatch(value):
                return value
    return None


def published_of(infos: Sequence[Info]) -> Date | None:
    """The date of publishing: a labelled one, else one alone, else the date of signing.

    One that is no day (2012-02-30) only when there is no other.
    """
    damaged: Date | None = None
    for role in ("published", "", "signed"):
        for info in infos:
            if not role and info.day:
                return info.day
            values = [value for name, value in info.pairs if name == role]
            if not role and info.bare:
                values.append(info.bare)
            for value in values:
                found = date_of(value)
                if found is None or found.start is None or found.start.year < _FIRST_YEAR:
                    continue
                if found.precision == "day":
                    return found
                damaged = damaged or found
    return damaged


def _cells(text: str) -> Info | None:
    """A table row of label and value cells."""
    cells = [cell.strip() for cell in text.split("\t")]
    pairs: list[tuple[str, str]] = []
    at = 0
    while at < len(cells):
        label = _CELL.match(fold(cells[at]))
        if label:
            value = cells[at + 1] if at + 1 < len(cells) else ""
            pairs.append((_role(label), "" if value.upper() == "NULL" else value))
            at += 2
        elif cells[at]:
            return None
        else:
            at += 1
    return Info(tuple(pairs)) if pairs else None


def label_role(text: str) -> str | None:
    """The role of a text that is one label, with or without its colon; None when it is not."""
    label = _CELL.match(fold(text))
    return _role(label) if label else None


def _value(text: str) -> str:
    value = text.strip(_BRACKETS + "。")
    end = _END_OF_VALUE.search(value)
    value = (value[: end.start()] if end else value).strip(_BRACKETS)
    if value.upper() == "NULL" or value.startswith("{{") or _TOOLS_ONLY.fullmatch(value):
        return ""
    return _balanced(value)


def _role(label: re.Match[str]) -> str:
    return ROLE_OF[_label(label)]


def _names_source(pairs: Iterable[tuple[str, str]]) -> bool:
    return any(role == "source" for role, _ in pairs)


def _label(match: re.Match[str]) -> str:
    return "".join(match[1].split())


def _is_told(pairs: Iterable[tuple[str, str]]) -> bool:
    """Whether the labels are a content system's: it says when, or from where."""
    return any(role in ("published", "source") for role, _ in pairs)


def _is_dated(pairs: Iterable[tuple[str, str]]) -> bool:
    return any(role in ("published", "signed") and _holds_date(value) for role, value in pairs)


def _printed(value: str, line: Line) -> str:
    """``value`` of the folded line as the page prints it."""
    if value in line.text:
        return value
    folded = fold(line.text)
    at = folded.find(value)
    return line.text[at : at + len(value)] if at >= 0 and len(folded) == len(line.text) else value


def _balanced(value: str) -> str:
    """Give back the closing bracket that stripping took: ``日报(上海``."""
    for opening, closing in _PAIRED:
        if value.count(opening) > value.count(closing):
            value += closing
    return value
