"""Information lines without labels: a date alone, with its time, or with a name beside it."""

import re
from typing import Final

from archiver.chinese.dates import read_date
from archiver.chinese.units import is_person_name, is_unit_name
from archiver.parsers.info.days import DATE, DATE_PATTERN, date_of, parted
from archiver.parsers.info.info import Info
from archiver.parsers.info.values import BRACKETS, balanced, printed_value
from archiver.parsers.lines import Line
from archiver.records import Date

_TIME: Final = (
    r"(?:[\sT]*(?:[上下]午)?"
    r"(?:\d{1,2}:\d\d(?::\d{1,2})?(?:\.\d+)?|\d{1,2}时\d{1,2}分(?:\d{1,2}秒)?))?"
)
_ONLY_DATE: Final = re.compile(
    rf"[\s\[(【〖<]*{DATE_PATTERN}(?P<time>{_TIME})\s*(?:星期.|周.)?[\s\])】〗>|]*(?P<rest>.*)$"
)
_UNLABELLED_AUTHOR: Final = re.compile(r"\s*([一-鿿]{2,4})\s+(?=(?:19|20)\d\d)")
_READ: Final = re.compile(
    r"(?:浏览|阅读|已阅|点击|查看|人气|访问)[量数]?\s?:?\s?\d{1,9}\s?[次人]?$"
)
_COUNT: Final = re.compile(
    r"(?:已[有被]?\s?)?\d*\s*(?:人(?:参与|浏览|阅读|点击|次)|次|条|评论|浏览|阅读|点击)"
    r"|\d{1,7}\s+(?:admin|(?:系统|网站)?管理员)$"  # under pictures of an eye and of a head
)
_DONE: Final = frozenset("上传 发布 更新 录入 添加".split())  # 2003-07-11 上传
SOURCE: Final = re.compile(r"[一-鿿《][\w·\-\[\]—《》“”]{1,18}$")
# The day of a meeting is not when a page was published.
EVENT: Final = re.compile(r"日\s*\(?\s*(?:星期.|周.)?\s*\)?\s*[上下]午\s*\d{1,2}\s*[时点]")
_WEEKDAY: Final = re.compile("星期[一二三四五六日天]|周[一二三四五六日]")
_LOOSE_LENGTH: Final = 60
OWN_WORDS: Final = re.compile(
    r"[。;；!?！？，,〔﹝]|(?<![责小])编(?![辑审校])|期|通过|印发|施行|至\d|召开|举行|地点|主讲"
)
_NO_NAME: Final = re.compile(
    r"小编|原创|转载|首发|(?:系统|网站|超级)?管理员|(?:收藏|打印|关闭|返回).{0,4}|星期.|周.|阅读|人?浏览|点击|人气|热度|来源|作者|时间|日期|(?:发布|发表|更新|上传)于?|我有话说|人?参与|(?:我要|发表|网友|人?参与)?评论|分享|字号|打印|[大中小]|[a-zA-Z]+"
)
_POSTS: Final = ("委员", "主席", "书记", "干事", "部长", "主任", "科长", "会长")  # of the author
_UNFILLED: Final = re.compile(r"\{\{[^{}]{0,40}\}\}")  # by a script of the site
_CREDIT: Final = re.compile(
    r"(?:(?:责任)?编[辑审校]|记者|通讯员|撰[文稿]人?)\s*:?\s*[一-鿿]{2,4}(?![一-鿿])"
    r"|[文图]\s?/\s?[一-鿿](?:\s[一-鿿](?!\s?/)|[一-鿿]{1,3}?)(?=[文图]\s?/|[^一-鿿]|$)"
    r"|\b[A-Z]?\d{1,2}版"
)
_OTHER_LABEL: Final = re.compile(r"(?<![一-鿿])[一-鿿]{2,4}:(?=\d)")  # 播放:1204 时长:08:46
# 发表于 2016年4月8日 由 某某; but 2016年4月8日 由某某编印 speaks of an issue.
BY: Final = re.compile(
    r"\s(?:(?:由|by)\s+|(?<=[日\d]\s)由(?!.{1,11}[办编印发管]$))([一-鿿A-Za-z]{2,12})$"
)
_SIGNED_DAY: Final = re.compile(
    rf"(?P<unit>[一-鿿]{{3,16}})\s+(?P<person>[一-鿿]{{2,4}})\s*[\[(]?\s*{DATE_PATTERN}\s*[\])]?$"
)
_DAY_SIGNED: Final = re.compile(
    rf"\(\s?{DATE_PATTERN}\s+(?P<unit>[一-鿿]{{3,16}})\s+(?P<person>[一-鿿]{{2,4}})\s?\)$"
)
_DAY_SENT: Final = re.compile(rf"\(\s?{DATE_PATTERN}\s+(?P<unit>[一-鿿]{{3,16}})\s?\)$")
_COUNTED: Final = re.compile(
    r"(?:浏览|阅读|点击|查看|人气)\s*:?\s*\d*\s*[次人]?\s+(?=(?:19|20)\d\d)"
)
# Portals of papers print their own address before the day.
_ADDRESS: Final = re.compile(r"(?:https?://)?www\.[\w.-]+/?\s+")
_THOUSANDS: Final = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")  # 浏览 1,208 次
_EDITION: Final = re.compile(r"第?\s*[A-Z]{0,2}\d{0,3}\s*版")  # of a paper
# Systems made abroad: 周二, 07/09/2013 - 09:20 and 周一, 09 二月 2015 10:28.
_SHORT_YEAR: Final = re.compile(
    r"(?<![\d-])(?:[01]\d|9[5-9])"
    r"(?:-\d{1,2}-\d{1,2}(?![\d-])|年\d{1,2}月\d{1,2}日(?=\s?\d{1,2}:\d\d))"
)
_FOREIGN_DAY: Final = re.compile(
    r"(?P<m>\d\d)/(?P<d>\d\d)/(?P<y>20\d\d)\s-\s\d\d:\d\d"
    r"|(?P<day>\d\d?)\s(?P<month>[一二三四五六七八九十]{1,2})月\s(?P<year>20\d\d)\s\d\d:\d\d"
)


def read_loose_info(line: Line) -> Info | None:
    """A short line with one full date and hardly more, as it stands right below a headline.

    Whatever else it holds, the line is the content system's; a name beside the date is its source.
    """
    address = _ADDRESS.match(line.folded)
    text = line.folded[address.end() :] if address else line.folded
    text = parted(_WEEKDAY.sub(" ", text)) if len(text) <= _LOOSE_LENGTH else ""
    dates = list(DATE.finditer(text))
    if len(dates) == 2 and not text[dates[0].end() : dates[1].start()].strip():
        dates.pop()  # when it was changed
    dates = dates or list(_SHORT_YEAR.finditer(text))
    if len(dates) != 1 or OWN_WORDS.search(_THOUSANDS.sub("", text)) or EVENT.search(line.folded):
        return None
    if text[0] == "(" and "年" in dates[0][0]:  # the day of a speech, unless a body stands by it
        return _sent_on(text)
    rest = f"{text[: dates[0].start()]} {text[dates[-1].end() :]}"
    rest = _CREDIT.sub(" ", _UNFILLED.sub(" ", DATE.sub(" ", _THOUSANDS.sub("", rest))))
    rest = _OTHER_LABEL.sub(" ", rest)
    rest = re.sub(r"\d{1,2}:\d\d(?::\d\d)?|\d[\d.,万]*\s*次?", " ", rest)
    by = BY.search(rest)
    rest = rest[: by.start()] if by else rest
    names = [word for word in re.split(rf"[\s{re.escape(BRACKETS)}:]+", rest) if word]
    names = [word for word in names if not _NO_NAME.fullmatch(word)]
    names = [word for word in names if len(word) > 1]
    persons = [name for name in names if is_person_name(name)] if len(names) == 2 else []
    if len(persons) == 1:
        names.remove(persons[0])
        names = [name for name in names if not name.endswith(_POSTS)]
    author = by[1] if by else persons[0] if len(persons) == 1 else None
    source = names[0] if len(names) == 1 else None
    pairs = (("source", printed_value(source, line)),) if source else ()
    return Info((*pairs, ("author", author)) if author else pairs, dates[0][0], True)


def read_stamp(text: str) -> Info | None:
    """A date alone on its line, or date, time and a name."""
    timed = ":" in text and len(text) <= _LOOSE_LENGTH
    if timed and (foreign := _foreign_day(text)):
        return Info((), is_stamp=True, day=foreign)
    if signed := _signed_day(text):
        return signed
    if counted := _COUNTED.match(text):
        text = text[counted.end() :]
    author = _UNLABELLED_AUTHOR.match(text)
    found = _ONLY_DATE.match(text, author.end() if author else 0)
    if found is None or (author and not found["time"]):
        return None
    day = DATE.search(found[0])
    rest = re.sub(r"\s\d*$", "", _READ.sub(" ", found["rest"])).strip(BRACKETS)
    if day is None:
        return None
    pairs: tuple[tuple[str, str], ...] = (("author", author[1]),) if author else ()
    edition = _EDITION.match(rest)
    if rest and not edition and not _COUNT.match(rest) and rest not in _DONE:
        if not found["time"] or not SOURCE.match(rest):
            return None
        pairs += (("source", balanced(rest)),)
    stamp = bool(found["time"] or edition) or "年" not in day[0]
    return Info(pairs, day[0], stamp)


def _signed_day(text: str) -> Info | None:
    """县妇联 张三 (2008-06-25): the body and the person a text is from, and the day."""
    ends = text[-1:].isdecimal() or text[-1:] in ")]日"
    found = (_SIGNED_DAY.match(text) or _DAY_SIGNED.match(text)) if ends else None
    if found is None or not is_person_name(found["person"]):
        return None
    if not (is_unit_name(found["unit"]) or found["unit"] == "办公室"):  # of the site's own body
        return None
    day = DATE.search(text)
    names = f"{found['unit']} {found['person']}"
    return Info((("供稿", names),), day[0], is_stamp=True) if day else None


def _sent_on(text: str) -> Info | None:
    """(2003年9月16日  县总工会宣教部): the day and the body a text is from."""
    found = _DAY_SENT.match(text)
    day = DATE.search(text)
    if found is None or day is None or not is_unit_name(found["unit"]):
        return None
    return Info((("供稿", found["unit"]),), day[0])


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
