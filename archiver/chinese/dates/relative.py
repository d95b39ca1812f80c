"""Words that count from the anchor or from what was said: 昨天, 次日, 上周五, 近三年, 截至目前."""

import datetime
import re
from typing import Final

from archiver.chinese import calendar
from archiver.chinese.dates import spans, words
from archiver.chinese.dates.context import Context
from archiver.chinese.dates.dated import finish
from archiver.chinese.dates.days import days_of
from archiver.chinese.dates.mention import Mention
from archiver.chinese.dates.parts import part_of_month
from archiver.chinese.dates.point import Point, lost, number
from archiver.chinese.dates.shared import read_shared
from archiver.chinese.dates.spans import DAY, Span
from archiver.chinese.dates.years import tense_of

WEEK: Final = re.compile(
    r"(?P<w>上上|(?<!以)上|(?<!基)本|这|下)个?(?:周|星期|礼拜)(?![期年边转围口岁折刊报全密])(?P<d>[一二三四五六日天末](?![期季]))?"
)
_WEEKS: Final = {"上上": -2, "上": -1, "本": 0, "这": 0, "下": 1}

VAGUE: Final = re.compile(
    "近日(?!点)|[几数多]年前|(?<![节假工休末])日前(?![夕往来])|近期|最近|目前(?!为?止)|现阶段|当前|近来|(?<!附)近年来?|近几年来?|近些年来?|多年来|往年|历年|以前|前不久|不久前"
    "|今[春夏秋冬](?:明春)?(?!季)|去[春夏秋冬](?:今春)?(?!季)|前些年|前段时间|近段时间|这些年来?|几年来|这几年来?|近几个月来?|过去(?![的了吧])"
)
# 走过去, 熬过去: the verb, not the past.
_GONE: Final = frozenset("走跑送冲赶挤转熬挺度飞开看回拿")
NOW: Final = re.compile(
    r"截[至止]到?(?:目前|现在)|到(?:目前|现在)(?:为?止)?|至目前(?:为?止)?|目前为止|迄今(?:为止)?"
    r"|至今(?!后|[年天日晚])(?:为止)?"
)
SO_FAR: Final = re.compile(
    r"今年(?:以来)?(?:的)?(?:这|短短|头|前)*几个月(?:来|以来|时间)?(?:里|内)?"
)
LATELY: Final = re.compile(
    rf"(?:最近|近|过去|这(?=[^一1]|十)(?=.{{1,3}}年))(?P<n>{words.NUMBER}|两)(?P<more>多|余)?(?P<u>年|个月|天|周)"
    r"(?P<half>半)?(?:多)?(?:来|以来|间|里)?(?![级度产龄\d])"
    rf"|(?P<m>{words.NUMBER}|两)(?P<more2>多|余)?(?P<v>年|个月)多?来(?![自到看])"
    r"|(?<![大小多])(?:近|最近)?(?P<h>半年)来"
)
AGO: Final = re.compile(
    rf"(?P<n>{words.NUMBER}|两)(?P<more>多|余|几)?(?P<u>年|个月|天)(?:以|之)?前(?![三五十\d期进后往])"
)
DURATION: Final = re.compile(
    rf"(?:为期|历时)(?:{words.NUMBER}|两|半)个?(?:多|半)?(?:年|月|天|日|周|星期)"
    rf"|(?:{words.NUMBER}|两|半)个?(?:年|月|天|日|周|星期|工作日)(?:之|以)?内"
)
TWO_YEARS: Final = re.compile(r"(?P<first>去今|今明|明后)两年")
DECADE: Final = re.compile(
    r"(?:(?P<century>上个?世纪|二十世纪|20世纪|本世纪|二十一世纪|21世纪)的? *)?"
    r"(?:(?P<y>(?:19|20)\d)0|(?P<d>[二三四五六七八九])十|(?P<a>[2-9])0)年代"
    r"(?P<part>初期?|中期|末期?|后期)?"
)
_PLAN_NAME: Final = r"[“\"]?(?:[一二三四五六七八九]|十[一二三四五]?)五[”\"]?"
PLAN: Final = re.compile(
    r"[“\"]?(?P<n>[一二三四五六七八九]|十[一二三四五]?)五[”\"]?(?:规划|计划)?"
    r"(?:(?P<part>期间|时期|以来|期末|末期?|初期?|开局之年|收官之年)"
    rf"|(?=(?:(?:{words.RANGE}|{words.LISTED}){_PLAN_NAME}){{1,3}}(?:期间|时期)))"
)
WITHIN_YEAR: Final = re.compile(
    r"(?<![\d一二三四五六七八九十百两半多几数整全今去明当本年])年内(?![部容外])"
)
ERA: Final = re.compile(
    r"(?P<reform>改革开放)(?:[一二三四五六七八九十\d]+多?年)?以?来|(?:建国|新中国成立|解放)"
    r"(?P<s>以来|后|前(?![进夕]))"
)
EARTHQUAKE: Final = re.compile(
    r"(?:[“\"]?5[·.•・]12[”\"]?)?(?:四川)?汶川(?:特大|大)?地震|四川(?:汶川)?(?:特大|大)地震"
)
CAMPAIGN: Final = re.compile(r"金秋助学|冬?送温暖|夏?送清凉|安全生产月|春送岗位")
MONTH_EDGE: Final = re.compile(r"(?<![\d个一二三四五六七八九十两数几])月[初底末](?![步审级])")
BARE_DEKAD: Final = re.compile(r"[上中下]旬")
BARE_DAYS: Final = re.compile(
    rf"{words.DAYS.pattern}(?![均元化]|之?内|以[内上下]|之?后|游|龄|制|期|间|左右|本|常|夜|益|产|报|子|方|工作)"
)
# 三四日 is a few days; 连续3日, 满30日 count days.
_A_FEW: Final = re.compile("[一二三四五六七八九]{2}日")
_COUNTED_DAYS: Final = re.compile(
    r"(?:[共满前每足超过达时近仅约限逾提续第隔]|[为限]期|少于|不足|工作|个)$"
)


def _relative(
    context: Context, match: re.Match[str], span: Span, flags: tuple[str, ...] = ("relative",)
) -> Mention | None:
    """A mention of a span that is known with its year."""
    assert span.end is not None
    year, month = span.end.year, span.end.month
    point = Point(match.start(), match.end(), lambda _: span, year, flags, month=month)
    point.relative = True
    return finish(context, match.start(), point)


def read_week(context: Context, match: re.Match[str]) -> Mention | None:
    """上周五, 本周, 上周末: weeks begin on Monday."""
    day = context.anchor.day
    if day is None:
        return finish(context, match.start(), lost(match.start(), match.end()))
    monday = day - day.weekday() * DAY + 7 * _WEEKS[match["w"]] * DAY
    which = match["d"]
    if which is None:
        return _relative(context, match, spans.between(monday, monday + 6 * DAY))
    if which == "末":
        return _relative(context, match, spans.between(monday + 5 * DAY, monday + 6 * DAY))
    offset = 6 if which == "天" else "一二三四五六日".index(which)
    return _relative(context, match, spans.on(monday + offset * DAY))


def read_vague(context: Context, match: re.Match[str]) -> Mention | None:
    """近日, 目前, 往年: kept as text, never dated."""
    before = context.text[match.start() - 1] if match.start() else ""
    if match[0] == "过去" and before in _GONE:
        return None
    if match[0] == "日前" and before.isdigit():
        return None
    return Mention(match.start(), match.end(), spans.VAGUE, ("vague",))


def read_now(context: Context, match: re.Match[str]) -> Mention | None:
    """截至目前: everything up to the anchor."""
    day = context.anchor.day
    flags = ("bound_end", "relative")
    if day is None:
        return Mention(match.start(), match.end(), spans.VAGUE, flags)
    return Mention(match.start(), match.end(), spans.until(spans.around(day, 0, 0)), flags)


def read_so_far(context: Context, match: re.Match[str]) -> Mention | None:
    """今年短短几个月: from New Year to the anchor."""
    year = context.anchor.year
    if year is None:
        return finish(context, match.start(), lost(match.start(), match.end()))
    first = spans.on(datetime.date(year, 1, 1))
    span = spans.up_to_now(first, context.anchor.day)
    return Mention(match.start(), match.end(), span, ("relative",))


def read_lately(context: Context, match: re.Match[str]) -> Mention | None:
    """近三年, 三年来: so many units back from the anchor."""
    day = context.anchor.day
    count = 6 if match["h"] else number(match["n"] or match["m"]) or 2
    unit = "个月" if match["h"] else match["u"] or match["v"]
    if day is None or match["more"] or match["more2"] or (match["n"] and match["half"]):
        return Mention(match.start(), match.end(), spans.VAGUE, ("relative", "vague"))
    since = _back(day, count, unit)
    low = since.isoformat() if unit in "天周" else since.isoformat()[:7]
    now = f"{day.isoformat()}~"
    span = Span(f"{low}~/{now}", since, day, "range", True)
    return Mention(match.start(), match.end(), span, ("relative",))


def _back(day: datetime.date, count: int, unit: str) -> datetime.date:
    """``count`` years, months, weeks or days before ``day``."""
    if unit in "天周":
        return day - count * (7 if unit == "周" else 1) * DAY
    months = day.year * 12 + day.month - 1 - count * (12 if unit == "年" else 1)
    year, month = months // 12, months % 12 + 1
    return datetime.date(year, month, min(day.day, spans.days_in(year, month)))


def read_ago(context: Context, match: re.Match[str]) -> Mention | None:
    """三年前, 两天前: about that long before the anchor."""
    day = context.anchor.day
    if day is None or match["more"]:
        return Mention(match.start(), match.end(), spans.VAGUE, ("relative", "vague"))
    then = _back(day, number(match["n"]) or 2, match["u"])
    if match["u"] == "天":
        span = spans.around(then, 1, 1)
    elif match["u"] == "个月":
        unit = spans.month(then.year, then.month)
        span = spans.about(unit, unit, unit)
    else:
        unit = spans.whole_year(then.year)
        span = spans.about(unit, unit, unit)
    return Mention(match.start(), match.end(), span, ("relative",))


def read_two_years(context: Context, match: re.Match[str]) -> Mention | None:
    """今明两年."""
    year = context.anchor.year
    if year is None:
        return finish(context, match.start(), lost(match.start(), match.end()))
    first = year + {"去今": -1, "今明": 0, "明后": 1}[match["first"]]
    both = spans.interval(spans.whole_year(first), spans.whole_year(first + 1))
    return Mention(match.start(), match.end(), both, ("relative",))


def read_within_year(context: Context, match: re.Match[str]) -> Mention | None:
    """年内: by the end of the anchor's year when something is asked for, else that year."""
    year = context.anchor.year
    if year is None:
        return finish(context, match.start(), lost(match.start(), match.end()))
    span = spans.whole_year(year)
    if tense_of(context, match.start(), match.end(), "deadline") == "future":
        return Mention(match.start(), match.end(), spans.until(span), ("bound_end", "relative"))
    return Mention(match.start(), match.end(), span, ("relative",))


def read_duration(_: Context, match: re.Match[str]) -> Mention | None:
    """一年内, 为期两天: a length of time, no date."""
    return Mention(match.start(), match.end(), spans.DURATION, ("duration",))


def read_decade(_: Context, match: re.Match[str]) -> Mention | None:
    """上世纪九十年代, 80年代末."""
    if match["y"]:
        first = int(match["y"]) * 10
    else:
        tens = int(match["a"]) if match["a"] else number(match["d"])
        this = match["century"] in ("本世纪", "二十一世纪", "21世纪")
        first = (2000 if this else 1900) + tens * 10
    span = spans.decade(first)
    if match["part"]:
        a, b = {"初": (0, 3), "中": (4, 6)}.get(match["part"][0], (7, 9))
        years = spans.interval(spans.whole_year(first + a), spans.whole_year(first + b))
        span = spans.about(years, years, years)
    return Mention(match.start(), match.end(), span)


def read_plan(context: Context, match: re.Match[str]) -> Mention | None:
    """“十一五”期间: the years of a five-year plan."""
    years = calendar.five_year_plan(number(match["n"]))
    if years is None:
        return None
    first, last = spans.whole_year(years[0]), spans.whole_year(years[1])
    part = match["part"] or ""
    if part == "以来":
        span = spans.up_to_now(first, context.anchor.day)
        return Mention(match.start(), match.end(), span, ("relative",))
    if part in ("开局之年", "收官之年"):
        span = first if part[0] == "开" else last
    elif "初" in part or "末" in part:
        edge = first if "初" in part else last
        span = spans.about(edge, edge, edge)
    else:
        span = spans.interval(first, last)
    return Mention(match.start(), match.end(), span)


_REPUBLIC: Final = datetime.date(1949, 10, 1)


def read_era(_: Context, match: re.Match[str]) -> Mention | None:
    """改革开放以来, 建国前: counted from a turning point everybody knows."""
    if match["reform"]:
        start = spans.month(1978, 12)
        span = Span("1978-12/..", start.start, None, "range", True)
        return Mention(match.start(), match.end(), span, ("bound_start",))
    if match["s"] == "前":
        eve = spans.around(_REPUBLIC - DAY, 0, 0)
        return Mention(match.start(), match.end(), spans.until(eve), ("bound_end",))
    return Mention(match.start(), match.end(), spans.since(spans.on(_REPUBLIC)), ("bound_start",))


def read_earthquake(_: Context, match: re.Match[str]) -> Mention | None:
    """汶川大地震."""
    day = spans.on(datetime.date(2008, 5, 12))
    return Mention(match.start(), match.end(), day, ("event_lexicon",))


def read_campaign(_: Context, match: re.Match[str]) -> Mention | None:
    """金秋助学, 送温暖: the name of a campaign, which gives a season but no date."""
    return Mention(match.start(), match.end(), spans.NOTHING, ("campaign",))


def read_month_edge(context: Context, match: re.Match[str]) -> Mention | None:
    """月底, 月初 alone: of the anchor's month."""
    month = context.anchor_month
    if month is None:
        return finish(context, match.start(), lost(match.start(), match.end()))
    span = part_of_month(month[1], match[0], month[0])
    return _relative(context, match, span, ("relative", "month_inferred")) if span else None


def read_bare_dekad(context: Context, match: re.Match[str]) -> Mention | None:
    """中旬 after 5月上旬: of the month last spoken of."""
    month = context.last_month
    if month is None:
        return Mention(match.start(), match.end(), spans.VAGUE, ("relative",))
    span = part_of_month(month[1], match[0], month[0])
    return _relative(context, match, span, ("month_inferred", "year_inferred")) if span else None


def read_bare_days(context: Context, match: re.Match[str]) -> Mention | None:
    """8日上午, 6—8日: of the month last spoken of, else the latest such day up to the anchor."""
    text, at = context.text, match.start()
    if (
        "号" in match[0]
        or _A_FEW.search(match[0])
        or _COUNTED_DAYS.search(text, max(0, at - 2), at)
    ):
        return None
    numbers = re.findall(words.NUMBER, match["days"])
    month = context.last_month
    if month is None:
        day = number(numbers[-1])
        if not numbers[-1].isdecimal() or context.anchor.day is None or not 1 <= day <= 31:
            return None
        month = _month_before(context.anchor.day, day)
    shared = read_shared(match["days"], days_of(month[1]), 31)
    span = shared[0](month[0]) if shared else None
    if span is None:
        return None
    return _relative(context, match, span, ("month_inferred", "year_inferred"))


def _month_before(anchor: datetime.date, day: int) -> tuple[int, int]:
    """The latest month that has such a day not after ``anchor``."""
    year, month = anchor.year, anchor.month
    while spans.day(year, month, day) is None or datetime.date(year, month, day) > anchor:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return year, month
