"""What follows a date and bounds it: 前, 以来, 起, 前后."""

import re
from dataclasses import replace
from typing import Final

from archiver.chinese.dates import spans
from archiver.chinese.dates.context import Context
from archiver.chinese.dates.point import Point
from archiver.chinese.dates.spans import Span

BOUND: Final = re.compile(
    r" *(?:(?P<around>前后|左右)"
    r"|(?P<before>以前|之前|前(?![往去来进期夕景提列沿卫任身线台言赴方三两\d一二四五六七八九十]))"
    r"|(?P<since>以来)|(?P<now>至今(?![年天日])|到现在|到目前(?:为?止)?|至目前(?:为?止)?)"
    r"|(?P<after>起(?:施行|执行|实施|生效)|起(?![草诉来步航义点源床飞火吊伏初重到])|以后|之后"
    r"|后(?![勤续进期备来方台者面盾顾悔果天年卫]))"
    r"|(?P<end>为?止))"
)
_BOUND_FLAGS: Final = {
    "until": ("bound_end",),
    "end": ("bound_end",),
    "before": ("bound_end",),
    "after": ("bound_start",),
    "since": ("bound_start",),
    "now": ("bound_start",),
}


def apply_bound(
    context: Context, span: Span, bound: str, point: Point
) -> tuple[Span, tuple[str, ...]]:
    """``span`` under ``bound`` (a group of ``BOUND``, or until, now), with the flags for it."""
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
    reached = spans.up_to_now(span, context.anchor.day)
    return reached, ("relative" if reached.end else "bound_start",)


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
