"""去年同期: the sentence's own period, so many years earlier."""

import datetime
import re
from bisect import bisect
from dataclasses import replace
from typing import Final

from archiver.chinese.dates import spans, words
from archiver.chinese.dates.context import Context
from archiver.chinese.dates.mention import Mention
from archiver.chinese.dates.spans import Span
from archiver.chinese.numerals import read_number

COMPARISON: Final = re.compile(
    rf"(?P<r>去年|上年|前年|上一年)度?的?同期|(?P<y>{words.YEAR_DIGITS}) *年的?同期"
    r"|(?<=[比与和较])同期(?=相比|比|增|减|上升|下降|提高|翻|多|少|[,。])"
)
_SENTENCE: Final = re.compile(r"[。!?\n]")
_YEAR: Final = re.compile(r"\d{4}(?=-|~|/|$)")
_PERIODS: Final = {"month", "range", "quarter", "half", "dekad"}
_FLAGS: Final = ("relative", "comparison")


def read_comparison(context: Context, match: re.Match[str]) -> Mention | None:
    """A mention that gets its meaning when its sentence has been read."""
    if match["y"]:
        year = read_number(match["y"])
    elif context.anchor.year is not None:
        year = context.anchor.year + words.RELATIVE_YEARS.get(match["r"], -1)
    else:
        year = None
    return Mention(
        match.start(), match.end(), spans.VAGUE, _FLAGS, compared_year=year, comparison=True
    )


def resolve_comparisons(text: str, mentions: list[Mention], today: datetime.date | None) -> None:
    """Give each 同期 a period: the one before it in its sentence, else behind it, else the last."""
    if "同期" not in text:
        return
    ends = [m.start() for m in _SENTENCE.finditer(text)]
    sentences = [bisect(ends, mention.start) for mention in mentions]
    periods = [None if m.comparison else _period(m, today) for m in mentions]
    following = _nearest_following(sentences, periods)
    last: tuple[Span, int] | None = None
    for index, mention in enumerate(mentions):
        period = periods[index]
        if period is not None:
            last = period, sentences[index]
        if not mention.comparison or mention.compared_year is None:
            continue
        if last is not None and last[1] == sentences[index]:
            chosen: Span | None = last[0]
        else:
            chosen = following[index] or (last and last[0])
        if chosen is not None and chosen.end is not None:
            mention.span = _compared(text, mention, mention.compared_year - chosen.end.year, chosen)


def _nearest_following(sentences: list[int], periods: list[Span | None]) -> list[Span | None]:
    """For each mention the first period behind it in its sentence."""
    found: list[Span | None] = [None] * len(periods)
    for index in range(len(periods) - 2, -1, -1):
        if sentences[index + 1] == sentences[index]:
            found[index] = periods[index + 1] or found[index + 1]
    return found


def _compared(text: str, mention: Mention, years: int, period: Span) -> Span:
    """上年同期, 同期 alone, and a 去年 that is the period's own year mean one year before it."""
    said = text.startswith(("上", "同"), mention.start)
    return _shifted(period, -1 if said else min(years, -1))


def _period(mention: Mention, today: datetime.date | None) -> Span | None:
    """The stretch of time a mention reports on: 截至5月底 and 今年 count from New Year."""
    span = mention.span
    if span.end is None or "duration" in mention.flags or "lunar" in mention.flags:
        return None
    if "bound_end" in mention.flags:
        return _since_new_year(span.end, approximate="relative" in mention.flags)
    if span.start is None or (span.precision == "year" and not mention.scopes):
        return None
    if span.precision == "year" and today is not None and span.start.year == today.year:
        return _since_new_year(today, approximate=True)
    return span if span.precision in _PERIODS or span.precision == "year" else None


def _since_new_year(end: datetime.date, *, approximate: bool) -> Span:
    if end.day == spans.days_in(end.year, end.month) and not approximate:
        return spans.interval(spans.month(end.year, 1), spans.month(end.year, end.month))
    return spans.between(datetime.date(end.year, 1, 1), end, approximate=approximate)


def _shifted(span: Span, years: int) -> Span:
    start, end = (_shift_day(d, years) for d in (span.start, span.end))
    edtf = span.edtf and _YEAR.sub(lambda m: f"{int(m[0]) + years:04}", span.edtf)
    if edtf is not None and start is not None and end is not None:
        edtf = edtf.replace(f"{end.year}-02-29", end.isoformat()) if "-02-29" in edtf else edtf
    return replace(span, edtf=edtf, start=start, end=end)


def _shift_day(day: datetime.date | None, years: int) -> datetime.date | None:
    if day is None:
        return None
    year = day.year + years
    last = spans.days_in(year, day.month)
    whole_month = day.day == spans.days_in(day.year, day.month)
    return datetime.date(year, day.month, last if whole_month else min(day.day, last))
