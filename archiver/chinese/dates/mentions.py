"""From points to mentions: ranges, bounds, weekdays, and the year nobody printed."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from archiver.chinese.dates import spans, words
from archiver.chinese.dates.context import Context
from archiver.chinese.dates.festivals import named_again
from archiver.chinese.dates.parts import part_of_month
from archiver.chinese.dates.point import Point
from archiver.chinese.dates.points import read_point
from archiver.chinese.dates.spans import Span
from archiver.chinese.dates.years import SLACK, Tense, choose_year, is_doubtful, tense_of
from archiver.chinese.numerals import read_number

LATEST_PLAUSIBLE_YEAR = 2056
YEARS_AHEAD = 30
"""A day stated to the day lies at most so far ahead of the text that names it."""


@dataclass(slots=True)
class Mention:
    """A mention with its meaning; positions are those of the folded text.

    ``printed_year`` is the year it names, which ``scopes`` over the rest of the sentence or not;
    ``compared_year`` is that of 去年同期, whose meaning is the sentence's own period, shifted.
    """

    start: int
    stop: int
    span: Span
    flags: tuple[str, ...] = ()
    printed_year: int | None = None
    printed_month: int | None = None
    scopes: bool = False
    compared_year: int | None = None
    comparison: bool = False


_YEAR_JOINS = frozenset(" -—–―─−~〜至到、,和及与")
_EVERY_ENDS = frozenset("每逐年月季日周度逢的在于 ")
# What the signs behind a date can begin: a range, a bound, a weekday, a count of days, the same day
# in other words. Behind most dates stands none of them.
_MORE = frozenset(
    " ,(-—–―─−~〜至到上下晚起开星周前左以之后为止0123456789一二三四五六七八九十两"
    '“"国世全中妇劳青儿护建教记植消禁环宪法扶防读元春端清重七腊除大年'
)
Placed = tuple[Span, tuple[str, ...]]
"""A span and the flags that say how it was found."""

_RANGE = re.compile(rf" *(?:上午|下午|晚上?)? *(?:起|开始)? *{words.RANGE} *")
_OPEN_END = re.compile(r"今(?![年天日后晚])|现在|目前")
_NEXT_YEAR = re.compile(r"次年|翌年|第二年|来年")
_BARE_END = re.compile(rf"(?P<d>{words.NUMBER}) *{words.DAY_UNIT}")
_BARE_ISO = re.compile(r"(?P<m>\d{1,2})(?P<s>[-/.])(?P<d>\d{1,2})(?!\d|[-/.]\d)")
_UNTIL = re.compile(r"截[至止](?:[到至于]|目前)? *")
_BOUND = re.compile(
    r" *(?:(?P<around>前后|左右)"
    r"|(?P<before>以前|之前|前(?![往去来进期夕景提列沿卫任身线台言赴方三两\d一二四五六七八九十]))"
    r"|(?P<since>以来)|(?P<now>至今(?![年天日])|到现在|到目前(?:为?止)?|至目前(?:为?止)?)"
    r"|(?P<after>起(?:施行|执行|实施|生效)|起(?![草诉来步航义点源床飞火吊伏初重到])|以后|之后"
    r"|后(?![勤续进期备来方台者面盾顾悔果天年卫]))"
    r"|(?P<end>为?止))"
)
# Without brackets 周一 may begin a name (周一平), so a sign or a time of day has to follow.
_WEEKDAY = re.compile(
    r" *\( *(?:星期|周|礼拜)(?P<w>[一二三四五六日天]) *\)|,? *星期(?P<x>[一二三四五六日天])"
    r"| *周(?P<z>[一二三四五六日])(?=[,。上下晚 ]|$)"
)
_DAY_ENDS = frozenset("日号曰0123456789")
_WEEKDAYS = {c: n for n, c in enumerate("一二三四五六日")} | {"天": 6}
_COUNT = re.compile(r" *(?P<n>两|[一二三四五六七八九十]{1,3}|\d{1,2})天")
_EVERY = re.compile(
    r"(?:[每逐][年月季日周]度?|每个?[年月季]度?|每逢|历年|每)(?:的|都在|都于|均在|均于|在|于)? *$"
)
_NOT_SCOPING = re.compile("度|同期|以来")
_STATED_NOT_SCOPING = re.compile(
    "[度的]|同期|以来|(?:工作|总结|计划|目标|预算|先进|优秀|全[国省市县]|版)"
)
_COMPARED = re.compile(r"[比较与和同]$")


def read_dated(context: Context, at: int) -> Mention | None:
    """A mention that begins with a point of the calendar, perhaps after 截至."""
    until = _UNTIL.match(context.text, at)
    start = until.end() if until else at
    if start >= len(context.text):
        return None
    several = context.text[start + 4 : start + 5] in _YEAR_JOINS
    point = (several and _read_shared_years(context, start)) or read_point(context, start)
    return finish(context, at, point, until is not None) if point else None


def finish(context: Context, at: int, point: Point, until: bool = False) -> Mention | None:
    """The mention that begins at ``at`` with ``point``: its range, bound, year and flags."""
    text = context.text
    if text[at - 1 : at] in _EVERY_ENDS and _EVERY.search(text, max(0, at - 5), at):
        return Mention(at, point.stop, spans.VAGUE, ("recurring",))
    if text[point.stop : point.stop + 1] not in _MORE:
        return _bounded(context, at, point.stop, point, "until" if until else None)
    weekday = _take_weekday(text, point)
    whole = None if point.lost or point.several else _read_range(context, point)
    if whole is not None and isinstance(whole, _OpenRange):
        return _bounded(context, at, whole.stop, point, "now")
    if whole is not None:
        _take_weekday(text, whole)
        point, weekday = whole, None
    stop, bound = point.stop, "until" if until else None
    match = _BOUND.match(text, stop)
    if match is not None and not (until and match.lastgroup in ("since", "after", "around")):
        bound, stop = ("until" if until else match.lastgroup), match.end()
    if bound is None:
        stop = _with_count(text, point, stop)
    mention = _bounded(context, at, stop, point, bound)
    if mention is not None and weekday is not None:
        _check_weekday(mention, weekday)
    return mention


def _take_weekday(text: str, point: Point) -> int | None:
    """Let ``point`` include the weekday printed behind it, and say which one it is."""
    if text[point.stop - 1] not in _DAY_ENDS:
        return None
    printed = _WEEKDAY.match(text, point.stop)
    if printed is None:
        return None
    point.stop = printed.end()
    return _WEEKDAYS[printed["w"] or printed["x"] or printed["z"]]


def _check_weekday(mention: Mention, weekday: int) -> None:
    """A weekday that is not that of the day is flagged, never corrected."""
    day = mention.span.end if mention.span.start in (None, mention.span.end) else None
    day = day or (mention.span.start if mention.span.end is None else None)
    if day is not None and day.weekday() != weekday:
        mention.flags = (*mention.flags, "weekday_mismatch")


@dataclass(slots=True)
class _OpenRange(Point):
    """A range that ends now: 2008年5月至今."""


def _read_shared_years(context: Context, at: int) -> Point | None:
    """2008—2010年, 2006、2007年."""
    match = words.SHARED_YEARS.match(context.text, at)
    if match is None:
        return None
    years = [read_number(y) or 0 for y in re.findall(words.YEAR_DIGITS, match["ys"])]
    if years != sorted(years) or not all(1800 <= y < 2200 for y in years):
        return None
    if len(years) == 2 and re.search(words.RANGE, match["ys"]):
        span = spans.interval(spans.whole_year(years[0]), spans.whole_year(years[1]))
    else:
        span = spans.members([spans.whole_year(y) for y in years])
    return Point(at, match.end(), lambda _: span, years[-1], bare_year=True, several=True)


def _read_range(context: Context, first: Point) -> Point | None:
    """``first`` as the start of a range, or None when no second end follows."""
    text = context.text
    join = _RANGE.match(text, first.stop)
    if join is None or join.end() >= len(text):
        return None
    at = join.end()
    now = _OPEN_END.match(text, at)
    if now is not None:
        return _OpenRange(first.start, now.end(), first.build, first.year, first.flags)
    following = _NEXT_YEAR.match(text, at)
    if following is not None:
        second = read_point(context, following.end())
        if second is None or second.year is not None:
            return None
        return _next_year_range(first, second)
    second = _read_second_end(context, first, at)
    return _joined(first, second) if second is not None and not second.lost else None


def _read_second_end(context: Context, first: Point, at: int) -> Point | None:
    text = context.text
    if first.month is not None:
        bare = _BARE_END.match(text, at)
        if bare is not None:
            day, month = read_number(bare["d"]) or 0, first.month
            return Point(at, bare.end(), lambda y: spans.day(y, month, day), month=month)
        iso = _BARE_ISO.match(text, at) if text[first.stop - 1].isdigit() else None
        if iso is not None:
            month, day = int(iso["m"]), int(iso["d"])
            return Point(at, iso.end(), lambda y: spans.day(y, month, day), month=month)
        part = words.MONTH_PART.match(text, at)
        if part is not None:
            return _part_of_same_month(first.month, part)
    return read_point(context, at)


def _part_of_same_month(month: int, part: re.Match[str]) -> Point:
    return Point(part.start(), part.end(), lambda y: part_of_month(month, part[0], y), month=month)


def _next_year_range(first: Point, second: Point) -> Point:
    """10月至次年3月: ``build`` gets the year of the end."""

    def build(year: int) -> Span | None:
        a, b = first.build(year - 1), second.build(year)
        return spans.interval(a, b) if a and b else None

    year = None if first.year is None else first.year + 1
    return Point(first.start, second.stop, build, year, first.flags, relative=first.relative)


def _joined(first: Point, second: Point) -> Point | None:
    """One point from two ends; an end without a year takes the other's, or the one next to it."""
    if first.year is not None and second.year is not None:
        a, b = first.build(first.year), second.build(second.year)
        if a is None or b is None or a.start is None or b.end is None or a.start > b.end:
            return None
        span = spans.interval(a, b)
        build: Callable[[int], Span | None] = lambda _: span  # noqa: E731
        year: int | None = second.year
    else:

        def build(year: int) -> Span | None:
            a, b = first.build(year), second.build(year)
            if a and b and a.start and b.end and a.start > b.end:
                a = first.build(year - 1)
            return spans.interval(a, b) if a and b and a.low and b.high else None

        year = second.year
        if year is None and first.year is not None:
            a, b = first.build(first.year), second.build(first.year)
            backwards = a and b and a.start and b.end and a.start > b.end
            year = first.year + 1 if backwards else first.year
    flags = (*first.flags, *(f for f in second.flags if f not in first.flags))
    relative = first.relative or second.relative
    joined = Point(first.start, second.stop, build, year, flags, relative=relative)
    joined.bare_year = first.bare_year and second.bare_year
    return joined


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


def _bounded(
    context: Context, at: int, stop: int, point: Point, bound: str | None
) -> Mention | None:
    tense: Tense | None = None
    if point.year is None and not point.lost:
        kind: Tense | None = "deadline" if bound == "before" else None
        kind = "period" if point.period else "festival" if point.festival else kind
        tense = tense_of(context, at, point.stop, kind)
    placed = place(context, point, tense)
    if placed is None:
        return None
    span, flags = placed
    mention = Mention(at, stop, span, flags)
    if point.year is not None and not point.lost:
        _note_scope(context, mention, point, bound)
    if bound is not None:
        mention.span, extra = _apply_bound(context, span, bound, point)
        mention.flags = (*flags, *(f for f in extra if f not in flags))
        return mention
    return _double_dated(context, mention)


def place(context: Context, point: Point, tense: Tense | None) -> Placed | None:
    """The span of ``point`` with the flags that say how its year was found."""
    flags = point.flags
    if point.lost:
        return spans.VAGUE, flags
    if point.year is not None:
        return _place_stated(context, point)
    anchor = context.anchor
    weak = ("anchor_weak",) if anchor.source == "url" else ()
    if context.sentence_year is not None:
        year = context.sentence_year + (point.crosses or _turns_the_year(context, point))
        span = point.build(year)
        return (span, (*flags, "year_inferred")) if span else None
    if anchor.day is None:
        if anchor.year is None:
            return _place_nowhere(point)
        span = point.build(anchor.year)
        return (span, (*flags, "year_inferred", "anchor_year_only", *weak)) if span else None
    chosen = choose_year(point.build, anchor.day, tense or "past")
    span = None if chosen is None else point.build(chosen)
    if span is None:
        return None
    flags = (*flags, "year_inferred", *weak)
    if any(d is not None and d.year != anchor.day.year for d in (span.start, span.end)):
        flags = (*flags, "year_crossed")
    if is_doubtful(span, anchor.day, tense or "past"):
        return spans.uncertain(span), (*flags, "year_doubtful")
    return span, flags


def _turns_the_year(context: Context, point: Point) -> bool:
    """2007年12月28日…，1月3日…: told in order, the second is of the next year."""
    if context.sentence_month is None or point.month is None or context.sentence_year is None:
        return False
    if context.sentence_month < 11 or point.month > 2:
        return False
    following = point.build(context.sentence_year + 1)
    today = context.anchor.day
    start = following.start if following else None
    return today is not None and start is not None and start <= today + SLACK


def _place_stated(context: Context, point: Point) -> Placed | None:
    assert point.year is not None
    span = point.build(point.year)
    if span is None:
        return None
    anchor = context.anchor.year
    latest = LATEST_PLAUSIBLE_YEAR if anchor is None else anchor + YEARS_AHEAD
    if span.precision == "day" and point.year > latest:
        return spans.uncertain(span), (*point.flags, "implausible_future")
    return span, point.flags


def _place_nowhere(point: Point) -> Placed | None:
    if point.movable:
        return spans.NOTHING, (*point.flags, "year_unknown")
    span = point.build(2000) or point.build(2001)
    return (spans.without_year(span), (*point.flags, "year_unknown")) if span else None


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


def _apply_bound(
    context: Context, span: Span, bound: str, point: Point
) -> tuple[Span, tuple[str, ...]]:
    unknown = span.start is None and span.end is None
    coarse = span.precision in ("month", "year", "quarter", "half") and not span.approximate
    inclusive = ("inclusive_unknown",) if coarse else ()
    if unknown:
        return replace(span, edtf=None, precision="range"), _BOUND_FLAGS.get(bound, ())
    if bound == "end" and span.precision == "range":
        return span, ()
    if bound in ("until", "end"):
        return spans.until(span), ("bound_end",)
    if bound == "before":
        return spans.until(span), ("bound_end", *inclusive)
    if bound == "after":
        return spans.since(span), ("bound_start", *inclusive)
    if bound == "around":
        return _blurred(span), ()
    begins_a_year = span.start is not None and (span.start.month, span.start.day) == (1, 1)
    if span.start is not None and begins_a_year and (point.relative or point.period):
        span = spans.on(span.start)
    flag = "relative" if context.anchor.day else "bound_start"
    return spans.up_to_now(span, context.anchor.day), (flag,)


_BOUND_FLAGS = {
    "until": ("bound_end",),
    "end": ("bound_end",),
    "before": ("bound_end",),
    "after": ("bound_start",),
    "since": ("bound_start",),
    "now": ("bound_start",),
}


def _blurred(span: Span) -> Span:
    """前后, 左右: three days around a day, else the units on either side."""
    assert span.start is not None and span.end is not None
    if span.approximate or span.precision not in ("day", "month", "year"):
        return span
    if span.precision == "day":
        return spans.around(span.start, 3, 3)
    before, after = span.start - spans.DAY, span.end + spans.DAY
    if span.precision == "year":
        return spans.about(span, spans.whole_year(before.year), spans.whole_year(after.year))
    return spans.about(
        span, spans.month(before.year, before.month), spans.month(after.year, after.month)
    )


def _double_dated(context: Context, mention: Mention) -> Mention:
    """Take in what repeats a day behind it: 3月8日妇女节, 1月26日(农历正月初一), …(2009年1月26日).

    Of a lunar and a civil date the civil one counts; that they differ is flagged.
    """
    text, day = context.text, mention.span.start
    if day is None or mention.span.precision != "day" or mention.span.approximate:
        return mention
    mention.stop = named_again(text, mention.stop, day)
    if not text.startswith("(", mention.stop) or mention.stop + 1 >= len(text):
        return mention
    other = read_point(context, mention.stop + 1)
    if other is None or other.lost or not text.startswith(")", other.stop):
        return mention
    lunar = "lunar" in mention.flags
    if lunar == ("lunar" in other.flags):
        return mention
    years = (day.year, day.year - 1) if other.year is None else (other.year,)
    days = [span.start for span in map(other.build, years) if span and span.precision == "day"]
    if not days:
        return mention
    mention.stop = other.stop + 1
    flags = tuple(dict.fromkeys((*mention.flags, *other.flags)))
    if day not in days:
        flags = (*flags, "lunar_mismatch")
        if lunar and days[0] is not None:
            mention.span = spans.on(days[0])
    mention.flags = flags
    return mention
