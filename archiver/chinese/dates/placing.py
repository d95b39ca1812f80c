"""Puts a point into its year, with flags that say how the year was found."""

from typing import Final

from archiver.chinese.dates import spans
from archiver.chinese.dates.context import Context
from archiver.chinese.dates.point import Point
from archiver.chinese.dates.spans import Span
from archiver.chinese.dates.years import (
    SLACK,
    Tense,
    choose_year,
    ends_before_it_began,
    first_year_from,
    is_doubtful,
    may_still_last,
)

Placed = tuple[Span, tuple[str, ...]]
"""A span and the flags that say how it was found."""
LATEST_PLAUSIBLE_YEAR: Final = 2056
"""For a text without an anchor."""
YEARS_AHEAD: Final = 30
"""A day stated to the day lies at most so far ahead of the text that names it."""


def place(context: Context, point: Point, tense: Tense | None) -> Placed | None:
    """The span of ``point`` with the flags that say how its year was found."""
    flags = point.flags
    if point.lost:
        return spans.VAGUE, flags
    if point.year is not None:
        return _place_stated(context, point)
    anchor = context.anchor
    weak = ("anchor_weak",) if anchor.source == "url" else ()
    if context.sentence_year is not None and tense != "lasting":
        year = context.sentence_year + (point.crosses or _turns_the_year(context, point))
        span = point.build(year)
        if not (tense == "future" and _is_before_its_sentence(context, point)):
            return (span, (*flags, "year_inferred")) if span else None
    if anchor.day is None:
        if anchor.year is None:
            return _place_nowhere(point)
        span = point.build(anchor.year)
        return (span, (*flags, "year_inferred", "anchor_year_only", *weak)) if span else None
    if tense == "lasting" and context.sentence_start is not None:
        chosen = first_year_from(point.build, context.sentence_start)
    else:
        chosen = choose_year(point.build, anchor.day, tense or "past")
    span = None if chosen is None else point.build(chosen)
    if span is None:
        return None
    flags = (*flags, "year_inferred", *weak)
    if any(d is not None and d.year != anchor.day.year for d in (span.start, span.end)):
        flags = (*flags, "year_crossed")
    doubtful = is_doubtful(span, anchor.day, tense or "past")
    lasting = tense in (None, "past") and may_still_last(point.build, anchor.day, span)
    if doubtful or lasting or ends_before_it_began(context, point.start, span):
        return spans.uncertain(span), (*flags, "year_doubtful")
    return span, flags


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


def _is_before_its_sentence(context: Context, point: Point) -> bool:
    """根据2007年12月5日通知，请于1月10日前报送: a plan does not lie before what it follows from."""
    month = context.sentence_month
    return month is not None and point.month is not None and point.month < month


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


def _place_nowhere(point: Point) -> Placed | None:
    if point.movable:
        return spans.NOTHING, (*point.flags, "year_unknown")
    span = point.build(2000) or point.build(2001)
    return (spans.without_year(span), (*point.flags, "year_unknown")) if span else None
