"""From points to mentions: ranges, bounds, weekdays, and the year nobody printed."""

import re
from typing import Final

from archiver.chinese.dates import spans
from archiver.chinese.dates.besides import check_weekday, double_dated, take_weekday
from archiver.chinese.dates.bounds import BOUND, apply_bound
from archiver.chinese.dates.context import Context
from archiver.chinese.dates.mention import Mention
from archiver.chinese.dates.placing import place
from archiver.chinese.dates.point import Point
from archiver.chinese.dates.points import read_point
from archiver.chinese.dates.ranges import OpenRange, read_range, read_shared_years
from archiver.chinese.dates.years import Tense, tense_of
from archiver.chinese.numerals import read_number

_YEAR_JOINS: Final = frozenset(" -—–―─−~〜至到、,和及与")
# How what may stand behind a date begins: a weekday, a range, a bound, a count of days. Behind
# most dates stands none of them.
_MORE: Final = re.compile(
    r" *(?:[(\-—–―─−~〜至到上下晚起开星周前左以之后为止]|, *星期"
    r"|(?:两|[一二三四五六七八九十]{1,3}|\d\d?)天)"
)
_UNTIL: Final = re.compile(r"截[至止](?:[到至于]|目前)? *")
_COUNT: Final = re.compile(r" *(?P<n>两|[一二三四五六七八九十]{1,3}|\d{1,2})天")
_EVERY: Final = re.compile(
    r"(?:每(?:年|月|季度?|周|日|个?月|当|逢|到)|逐[年月]|历年)[^,。;!?:\d]{0,6}$"
)
_NOT_SCOPING: Final = re.compile("度|同期|以来")
_STATED_NOT_SCOPING: Final = re.compile(
    "[度的]|同期|以来|(?:工作|总结|计划|目标|预算|先进|优秀|全[国省市县]|版)"
)
_SUMMARY: Final = re.compile(r"[^。!?\n]{0,40}?(?:全年共|共|实现|完成|回顾|总结)")
_COMPARED: Final = re.compile(r"[比较与和同]$")


def read_dated(context: Context, at: int) -> Mention | None:
    """A mention that begins with a point of the calendar, perhaps after 截至."""
    until = _UNTIL.match(context.text, at) if context.text[at] == "截" else None
    start = until.end() if until else at
    if start >= len(context.text):
        return None
    several = context.text[start + 4 : start + 5] in _YEAR_JOINS
    point = (several and read_shared_years(context, start)) or read_point(context, start)
    return finish(context, at, point, until is not None) if point else None


def finish(context: Context, at: int, point: Point, until: bool = False) -> Mention | None:
    """The mention that begins at ``at`` with ``point``: its range, bound, year and flags."""
    text = context.text
    before = text[max(0, at - 9) : at]
    if ("每" in before or "年" in before or "逐" in before) and _EVERY.search(before):
        return _recurring(context, at, point)
    if context.recurring_to == at - 1 and text[at - 1] in "、和及与":
        return _recurring(context, at, point)
    if _MORE.match(text, point.stop) is None:
        return _bounded(context, at, point.stop, point, "until" if until else None)
    weekday = take_weekday(text, point)
    whole = None if point.lost or point.several else read_range(context, point)
    if whole is not None and isinstance(whole, OpenRange):
        return _bounded(context, at, whole.stop, point, "now")
    if whole is not None:
        take_weekday(text, whole)
        point, weekday = whole, None
    stop, bound = point.stop, "until" if until else None
    match = BOUND.match(text, stop)
    if match is not None and not (until and match.lastgroup in ("since", "after", "around")):
        bound, stop = ("until" if until else match.lastgroup), match.end()
    if bound is None:
        stop = _with_count(text, point, stop)
    mention = _bounded(context, at, stop, point, bound)
    if mention is not None and weekday is not None:
        check_weekday(mention, weekday)
    return mention


def _recurring(context: Context, at: int, point: Point) -> Mention:
    """每年6月底前、12月底前: no single date."""
    bound = BOUND.match(context.text, point.stop)
    stop = bound.end() if bound else point.stop
    context.recurring_to = stop
    return Mention(at, stop, spans.VAGUE, ("recurring",))


def _with_count(text: str, point: Point, stop: int) -> int:
    """5月16、17日两天: the count belongs to the date when it says the same."""
    count = _COUNT.match(text, stop)
    if count is None:
        return stop
    span = point.build(point.year or 2000)
    if span is None or span.start is None or span.end is None or span.precision == "day":
        return stop
    printed = read_number(count["n"])
    return count.end() if printed == (span.end - span.start).days + 1 else stop


_BOUND_KINDS: Final[dict[str, Tense]] = {
    "before": "deadline",
    "after": "bound",
    "until": "bound",
    "end": "bound",
}


def _bounded(
    context: Context, at: int, stop: int, point: Point, bound: str | None
) -> Mention | None:
    tense: Tense | None = None
    if point.year is None and not point.lost:
        kind = _BOUND_KINDS.get(bound or "")
        kind = "period" if point.period else "festival" if point.festival else kind
        due = bound == "before" or context.text.startswith("前", point.stop - 1)
        tense = tense_of(context, at, point.stop, kind, due=due)
    placed = place(context, point, tense)
    if placed is None:
        return None
    span, flags = placed
    if _sums_up_last_year(context, point):
        span, flags = spans.uncertain(span), (*flags, "year_doubtful")
    mention = Mention(at, stop, span, flags)
    if point.year is not None and not point.lost:
        _note_scope(context, mention, point, bound)
    if bound is not None:
        mention.span, extra = apply_bound(context, span, bound, point)
        mention.flags = (*flags, *(f for f in extra if f not in flags))
        return mention
    return double_dated(context, mention)


def _sums_up_last_year(context: Context, point: Point) -> bool:
    """Early in January 今年 and 全年 often mean the year just over: 今年共实现…."""
    day, text = context.anchor.day, context.text
    if day is None or day.month > 1 or day.day > 15:
        return False
    if text[point.start : point.stop] not in ("今年", "全年"):
        return False
    return _SUMMARY.match(text, point.stop) is not None


def _note_scope(context: Context, mention: Mention, point: Point, bound: str | None) -> None:
    """Whether the printed year holds for the rest of the sentence (比去年 and 2011年度 do not)."""
    text = context.text
    mention.printed_year, mention.printed_month = point.year, point.month
    several_years = mention.span.precision in ("range", "set") and point.bare_year
    if bound in ("since", "now", "before") or several_years:
        return
    if not point.bare_year:
        mention.scopes = True
        return
    unscoped = _NOT_SCOPING if point.relative else _STATED_NOT_SCOPING
    compared = _COMPARED.search(text, max(0, mention.start - 1), mention.start)
    mention.scopes = not (
        compared or text[mention.stop - 1] == "度" or unscoped.match(text, mention.stop)
    )
