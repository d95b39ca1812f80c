"""Resolved spans of time and their EDTF (ISO 8601-2) spelling.

A span knows how it is written alone (``edtf``) and as either end of an interval (``low``,
``high``): quarters and halves have codes of their own (33–36, 40–41) which EDTF does not accept
inside an interval. Where EDTF has no spelling, ``edtf`` is None.
"""

import calendar
import datetime
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from archiver.records.date import Precision

DAY: Final = datetime.timedelta(days=1)
_TOKEN: Final = re.compile(r"(\d{4}(?:-\d\d){0,2})(~?)")
_YEAR: Final = re.compile(r"\d{4}(?=-|$|/|,|\.|\})")
_NOT_WITHOUT_YEAR: Final = re.compile(
    r"[~?]|\.\.$|^\.\.|-(?:3[3-6]|4[01])$|\b\d{4}(?!-)|/\d{4}-02-29$"
)


@dataclass(frozen=True, slots=True)
class Span:
    """A span of days; ``pivot`` is the day the year rule compares (the start of the last unit)."""

    edtf: str | None
    start: datetime.date | None
    end: datetime.date | None
    precision: Precision
    approximate: bool = False
    low: str | None = None
    high: str | None = None
    pivot: datetime.date | None = None


NOTHING: Final = Span(None, None, None, "none")
VAGUE: Final = Span(None, None, None, "relative")
DURATION: Final = Span(None, None, None, "duration")


@lru_cache(maxsize=4096)
def days_in(year: int, month: int) -> int:
    """The number of days of a month."""
    return calendar.monthrange(year, month)[1]


def on(at: datetime.date) -> Span:
    """The span of one calendar day."""
    edtf = at.isoformat()
    return Span(edtf, at, at, "day", False, edtf, edtf, at)


@lru_cache(maxsize=4096)
def day(year: int, month: int, number: int) -> Span | None:
    """One day; None when it does not exist in that year."""
    exists = 1 <= month <= 12 and 1 <= number <= days_in(year, month)
    return on(datetime.date(year, month, number)) if exists else None


@lru_cache(maxsize=2048)
def month(year: int, number: int) -> Span:
    """One month."""
    edtf = f"{year:04}-{number:02}"
    first = datetime.date(year, number, 1)
    last = datetime.date(year, number, days_in(year, number))
    return Span(edtf, first, last, "month", False, edtf, edtf, first)


@lru_cache(maxsize=512)
def whole_year(year: int) -> Span:
    """One year."""
    first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    edtf = f"{year:04}"
    return Span(edtf, first, last, "year", False, edtf, edtf, first)


def _months(year: int, first: int, last: int, code: int, precision: Precision) -> Span:
    a, b = month(year, first), month(year, last)
    edtf = f"{year:04}-{code}"
    return Span(edtf, a.start, b.end, precision, False, a.low, b.high, a.start)


@lru_cache(maxsize=512)
def quarter(year: int, which: int) -> Span:
    """Quarter 1–4 of a year."""
    return _months(year, 3 * which - 2, 3 * which, 32 + which, "quarter")


@lru_cache(maxsize=256)
def half(year: int, which: int) -> Span:
    """Half 1 or 2 of a year."""
    return _months(year, 6 * which - 5, 6 * which, 39 + which, "half")


def decade(first_year: int) -> Span:
    """Ten years from ``first_year``."""
    a, b = whole_year(first_year), whole_year(first_year + 9)
    return Span(f"{first_year // 10}X", a.start, b.end, "decade", False, a.low, b.high, a.start)


def about(point: Span, first: Span, last: Span) -> Span:
    """Approximately ``point``, somewhere from the start of ``first`` to the end of ``last``."""
    return Span(
        f"{point.edtf}~",
        first.start,
        last.end,
        point.precision,
        True,
        f"{first.low}~",
        f"{last.high}~",
        first.start,
    )


def around(point: datetime.date, before: int, after: int) -> Span:
    """Approximately the day ``point``, within so many days before and after."""
    return about(on(point), on(point - before * DAY), on(point + after * DAY))


def between(
    first: datetime.date,
    last: datetime.date,
    *,
    approximate: bool = False,
    precision: Precision = "range",
) -> Span:
    """The days ``first`` to ``last``; an approximate interval carries ``~`` on its end."""
    low, high = first.isoformat(), last.isoformat() + ("~" if approximate else "")
    return Span(f"{low}/{high}", first, last, precision, approximate, low, high, first)


def interval(a: Span, b: Span) -> Span:
    """From the start of ``a`` to the end of ``b``."""
    edtf = f"{a.low}/{b.high}" if a.low and b.high else None
    approximate = a.approximate or b.approximate
    return Span(edtf, a.start, b.end, "range", approximate, a.low, b.high, b.pivot)


def until(a: Span) -> Span:
    """Everything up to the end of ``a``."""
    edtf = f"../{a.high}" if a.high else None
    return Span(edtf, None, a.end, "range", a.approximate, None, a.high, a.pivot)


def since(a: Span) -> Span:
    """Everything from the start of ``a``."""
    edtf = f"{a.low}/.." if a.low else None
    return Span(edtf, a.start, None, "range", a.approximate, a.low, None, a.pivot)


def up_to_now(a: Span, today: datetime.date | None) -> Span:
    """From the start of ``a`` to about ``today``; open when today is unknown."""
    if today is None or a.start is None or a.start > today:
        return since(a)
    now = f"{today.isoformat()}~"
    return Span(f"{a.low}/{now}", a.start, today, "range", True, a.low, now, a.pivot)


def members(parts: list[Span]) -> Span:
    """All of ``parts``: one interval when they touch, else a set; the first decides the year."""
    pivot = parts[0].pivot
    runs = [parts[0]]
    for part in parts[1:]:
        if runs[-1].end is not None and part.start == runs[-1].end + DAY:
            runs[-1] = interval(runs[-1], part)
        else:
            runs.append(part)
    if len(runs) == 1:
        return runs[0] if runs[0].pivot == pivot else replace(runs[0], pivot=pivot)
    written = (f"{r.low}" if r.low == r.high else f"{r.low}..{r.high}" for r in runs)
    edtf = "{" + ",".join(written) + "}"
    return Span(edtf, runs[0].start, runs[-1].end, "set", pivot=pivot)


def one_of(parts: list[datetime.date]) -> Span:
    """One of several days, unknown which."""
    parts = sorted(parts)
    edtf = "[" + ",".join(p.isoformat() for p in parts) + "]"
    return Span(edtf, parts[0], parts[-1], "day")


def uncertain(span: Span) -> Span:
    """``span`` with ``?`` on every date in it (``%`` where it is approximate too)."""
    if span.edtf is None or "X" in span.edtf:
        return span
    coded = span.precision in ("quarter", "half") and "/" not in span.edtf
    text = f"{span.low}/{span.high}" if coded else span.edtf

    def mark(token: str | None) -> str | None:
        return token and _TOKEN.sub(lambda m: m[1] + ("%" if m[2] else "?"), token)

    return replace(span, edtf=mark(text), low=mark(span.low), high=mark(span.high))


def without_year(span: Span) -> Span:
    """``span`` of an unknown year: XXXX, and None where EDTF has no such form."""
    edtf = span.edtf
    if edtf is not None:
        impossible = span.precision != "day" and _NOT_WITHOUT_YEAR.search(edtf)
        edtf = None if impossible or "~" in edtf else _YEAR.sub("XXXX", edtf)
    return Span(edtf, None, None, span.precision, span.approximate)
