"""Holidays and commemorative days, their eves, their holiday weeks: 春节前夕, “五一”期间."""

import datetime
import re
from collections.abc import Callable
from functools import cache, lru_cache, partial
from typing import Final

from archiver.chinese import calendar
from archiver.chinese.dates import spans
from archiver.chinese.dates.context import Context
from archiver.chinese.dates.point import Point, lost
from archiver.chinese.dates.spans import DAY, Span

Festival = Callable[[int], datetime.date | None]
"""The day of a festival in a civil year."""


@cache
def _fixed(month: int, day: int) -> Festival:
    return lambda year: datetime.date(year, month, day)


def _lunar(month: int, day: int) -> Festival:
    return lambda year: calendar.lunar_day(year, month, day)


SPRING, LANTERN = calendar.lunar_new_year, _lunar(1, 15)
NEW_YEAR, NATIONAL, AUTUMN = _fixed(1, 1), _fixed(10, 1), _lunar(8, 15)

_NAMED: Final[dict[str, Festival]] = {
    "元旦": NEW_YEAR, "春节": SPRING, "元宵": LANTERN, "清明": calendar.qingming,
    "端午": _lunar(5, 5), "中秋": AUTUMN, "国庆": NATIONAL, "重阳": _lunar(9, 9),
    "七夕": _lunar(7, 7), "腊八": lambda year: calendar.lunar_day(year - 1, 12, 8),
    "除夕": calendar.new_years_eve, "大年三十": calendar.new_years_eve,
    "年三十": calendar.new_years_eve,
}  # fmt: skip
_MOVABLE: Final = set(_NAMED) - {"元旦", "国庆"}
_DAYS: Final[dict[str, tuple[int, int]]] = {
    "妇女节": (3, 8), "植树节": (3, 12), "消费者权益日": (3, 15), "劳动节": (5, 1),
    "青年节": (5, 4), "护士节": (5, 12), "防灾减灾日": (5, 12), "儿童节": (6, 1),
    "环境日": (6, 5), "禁毒日": (6, 26), "建党节": (7, 1), "建军节": (8, 1), "教师节": (9, 10),
    "扶贫日": (10, 17), "记者节": (11, 8), "消防日": (11, 9), "宪法日": (12, 4),
    "法制宣传日": (12, 4),
}  # fmt: skip
_NUMERALS: Final = "〇一二三四五六七八九十"
_BY_NUMBER: Final = {(3, 8), (5, 1), (5, 4), (6, 1), (7, 1), (8, 1), (10, 1)}
_WITH_DOT: Final = {*_BY_NUMBER, *_DAYS.values(), (5, 12), (4, 23)}

_DOT: Final = "[·.•・‧﹒]"
_LONG: Final = (
    "(?:国际|世界|全国|中国)?(?:劳动)?(?:妇女|劳动|青年|儿童|护士|建党|建军|国庆|教师|记者|植树)节"
    "|(?:国际|世界|全国)?(?:禁毒|环境|消防|宪法|法制宣传|扶贫|消费者权益|防灾减灾|读书)日|建党纪念日"
)
_NAME: Final = rf"(?P<named>{'|'.join(_NAMED)})节?夜?(?![粽子汤圆])"
_NUMBER: Final = (
    rf"(?P<q>[“\"'‘「])?(?:(?P<a>[三五六七八十]){_DOT}?(?P<b>[一四八])"
    rf"|(?P<c>\d{{1,2}}){_DOT}(?P<d>\d{{1,2}}))(?![\d一二三四五六七八九十])(?P<q2>[”\"'’」])?"
    rf"(?P<long>{_LONG}|节)?"
)
_FESTIVAL: Final = re.compile(rf"[“\"]?{_NAME}[”\"]?|{_NUMBER}|(?P<day>{_LONG})")
_ONE: Final = rf"(?:[“\"]?(?:{'|'.join(_NAMED)})节?[”\"]?|[“\"][五十]{_DOT}?一[”\"]节?)"
_LIST: Final = rf"(?P<list>{_ONE}(?:[、,和及与]?{_ONE}){{1,4}})"
_TWO: Final = r"[“\"]?[两双]节[”\"]?"
_SUFFIX: Final = re.compile(
    r" *(?:(?P<eve>(?:小?长假|假期)?(?:节?前夕|节前|之前|以前|前(?![后往来进期景提列沿])))"
    r"|(?P<around>前后)|(?P<during>节日期间|节?期间|小?长假|黄金周|假期|假日))"
)
_SEVERAL: Final = re.compile(rf"{_LIST}(?P<two>{_TWO})? *(?P<suffix>期间|前夕|前后)?")
_PAIR: Final = re.compile(rf"(?P<pair>{_TWO})(?:\({_LIST}\))? *(?P<suffix>期间|前夕|前后)?")
# After these a day's name is that of a prize, a place or a movement.
_NO_DAY: Final = re.compile(
    r"(?:全国|省|市|县|国际)?(?:红旗|巾帼|绿色|路|大道|街|广场|精神|运动|重要讲话|讲话|农场|村|学校|小学|中学|口号|惨案"
    r"|工程|劳动奖|奖|新闻|文学|林|先进|文明岗|青年奖|维权|大街|社区|水库|煤矿|大桥|渠|厂)"
)
_FESTIVE: Final = re.compile(
    r"节|国际|前夕|前后|期间|长假|小长假|黄金周|假期|之际|来临|当天|当日|到来"
)
_SURNAMES: Final = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏"
    "卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾"
    "侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文建"
)
_EVE_DAYS: Final = 7
_QUOTES: Final = frozenset('“”"')


def _holiday(festival: Festival, day: datetime.date) -> int:
    """Days off work; 1 May had a week of them from 2000 to 2007."""
    week = festival in (SPRING, NATIONAL) or (day.month == 5 and 2000 <= day.year <= 2007)
    return 7 if week else 3


@lru_cache(maxsize=2048)
def _feast(festival: Festival, suffix: str, year: int) -> Span | None:
    """A festival in a civil year with what its suffix says: eve, around, during."""
    day = festival(year)
    if day is None:
        return None
    if suffix == "eve":
        return spans.about(spans.on(day - DAY), spans.on(day - 7 * DAY), spans.on(day - DAY))
    if suffix == "around":
        return spans.around(day, 7, 7)
    if suffix == "during":
        return spans.between(day, day + (_holiday(festival, day) - 1) * DAY, approximate=True)
    return spans.on(day)


def named_again(text: str, at: int, day: datetime.date) -> int:
    """Where the name of a festival of that ``day`` ends when it follows at ``at``: 3月8日妇女节."""
    match = _FESTIVAL.match(text, at)
    if match is None or match["a"] or match["c"]:
        return at
    if match["named"]:
        festival: Festival | None = _NAMED[match["named"]]
    else:
        found = _by_long_name(match["day"])
        festival = found[0] if found else None
    return match.end() if festival and festival(day.year) == day else at


def read_festival(context: Context, at: int, year: Point | None) -> Point | None:
    """A festival or several at ``at``; ``year`` is a year printed before it."""
    several = _SEVERAL.match(context.text, at)
    if several is not None and (several["suffix"] or several["two"]):
        return _read_several(context, several, several["list"], several["suffix"] or "期间")
    pair = _PAIR.match(context.text, at)
    if pair is not None:
        return _read_pair(context, pair)
    match = _FESTIVAL.match(context.text, at)
    if match is None or (match["named"] and (match[0][0] in _QUOTES) != (match[0][-1] in _QUOTES)):
        return None
    suffix = _SUFFIX.match(context.text, match.end())
    found = _identify(context.text, match, suffix, year)
    if found is None:
        return None
    day, movable = found
    kind = (suffix and suffix.lastgroup) or ""
    stop = suffix.end() if suffix else match.end()
    build = partial(_feast, day, kind)
    if _is_earthquake(context, match, year):
        return Point(at, stop, build, 2008, ("event_lexicon",))
    return Point(at, stop, build, movable=movable, festival=True)


def _identify(
    text: str, match: re.Match[str], suffix: re.Match[str] | None, year: Point | None
) -> tuple[Festival, bool] | None:
    named = match["named"]
    if named is not None:
        usable = suffix is not None or year is not None or _is_festival_name(text, match)
        return (_NAMED[named], named in _MOVABLE) if usable else None
    if match["day"] is not None:
        return _by_long_name(match["day"])
    if match["c"]:
        key, known = (int(match["c"]), int(match["d"])), _WITH_DOT
    else:
        key, known = (_NUMERALS.index(match["a"]), _NUMERALS.index(match["b"])), _BY_NUMBER
    marked = (match["q"] and match["q2"]) or match["long"] or suffix or year
    if not marked and not _FESTIVE.match(text, match.end()):
        return None
    if key not in known or (not suffix and _NO_DAY.match(text, match.end())):
        return None
    return _fixed(*key), False


def _by_long_name(name: str) -> tuple[Festival, bool] | None:
    for ending, (month, day) in _DAYS.items():
        if name.endswith(ending):
            return _fixed(month, day), False
    return None


def _is_festival_name(text: str, match: re.Match[str]) -> bool:
    """Not a person (李国庆), not food (煮元宵), not an adjective (政治清明)."""
    if match[0].endswith("节") or match[0][0] in '“"':
        return True
    before = text[match.start() - 1] if match.start() else ""
    named = match["named"]
    if named in ("国庆", "元旦", "清明", "端午", "中秋", "重阳") and before in _SURNAMES:
        return False
    if named == "元宵":
        return before not in set("吃包煮做送搓汤买赏")
    return not (named == "清明" and before in set("治风明气"))


def _is_earthquake(context: Context, match: re.Match[str], year: Point | None) -> bool:
    if match["c"] != "5" or match["d"] != "12" or match["long"] or year is not None:
        return False
    return (context.anchor.year or 2008) >= 2008


def _read_pair(context: Context, match: re.Match[str]) -> Point | None:
    """“两节”: 元旦 and 春节 in winter, 中秋 and 国庆 in autumn; unknown at other times."""
    if match["list"]:
        return _read_several(context, match, match["list"], match["suffix"] or "期间")
    if not match["suffix"] and match["pair"][0] not in '“"':
        return None
    day = context.anchor.day
    if day is None or 4 <= day.month <= 7:
        return lost(match.start(), match.end(), "vague")
    names = "中秋国庆" if 8 <= day.month <= 10 else "元旦春节"
    return _read_several(context, match, names, match["suffix"] or "期间")


def _read_several(context: Context, match: re.Match[str], names: str, suffix: str) -> Point | None:
    days = [_NAMED[n] for n in re.findall("|".join(_NAMED), names)]
    if re.search("五.?一", names):
        days.append(_fixed(5, 1))
    if re.search("十.?一", names):
        days.append(NATIONAL)
    point = Point(
        match.start(),
        match.end(),
        partial(_several_days, tuple(days), suffix),
        festival=True,
        movable=True,
        several=True,
    )
    # In November and December the turn of the year that is spoken of is the coming one.
    day = context.anchor.day
    if NEW_YEAR in days and SPRING in days and day is not None and day.month >= 11:
        point.year, point.flags = day.year + 1, ("year_inferred", "year_crossed")
    return point


def _several_days(festivals: tuple[Festival, ...], suffix: str, year: int) -> Span | None:
    found = [d for d in (f(year) for f in festivals) if d is not None]
    if not found or len(found) != len(festivals):
        return None
    first, last = min(found), max(found)
    if suffix == "前夕":
        return spans.about(
            spans.on(first - DAY), spans.on(first - _EVE_DAYS * DAY), spans.on(first - DAY)
        )
    if SPRING in festivals:
        last = LANTERN(year) or last
    elif NATIONAL in festivals:
        last = max(last, datetime.date(year, 10, 7))
    if suffix == "前后":
        first, last = first - 7 * DAY, last + 7 * DAY
    return spans.between(first, last, approximate=True)


BARE_EVE: Final = re.compile(r"(?<![一-龥”\"])节前|(?<=[在于])节前")


def read_bare_eve(context: Context, match: re.Match[str]) -> Point:
    """节前 alone: before the 春节 of these weeks, else before an unknown festival."""
    anchor = context.anchor.day
    day = SPRING(anchor.year) if anchor else None
    if anchor is None or day is None or abs(day - anchor) > 45 * DAY:
        return lost(match.start(), match.end(), "vague")
    build = partial(_feast, SPRING, "eve")
    return Point(match.start(), match.end(), build, festival=True, movable=True)
