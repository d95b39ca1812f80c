"""Dates as printed, with what they mean in EDTF and as plain ISO days."""

import datetime
from typing import Literal

from archiver.records.base import Record

Precision = Literal[
    "day",
    "dekad",
    "month",
    "quarter",
    "half",
    "year",
    "decade",
    "range",
    "set",
    "duration",
    "relative",
    "none",
]


class Date(Record):
    """A date as printed (``text``) and its meaning.

    ``edtf`` (ISO 8601-2) is for interchange, ``start`` and ``end`` (inclusive days, None = open or
    unknown) are what queries use. What cannot be known is None with a flag, never a guess.
    ``flags`` name every inference made: ``year_inferred``, ``year_crossed``, ``relative``,
    ``lunar``, ``invalid_day``, ``vague`` …
    """

    text: str
    edtf: str | None = None
    start: datetime.date | None = None
    end: datetime.date | None = None
    precision: Precision = "none"
    approximate: bool = False
    flags: tuple[str, ...] = ()


class DateMention(Date):
    """A date found in running text; ``offset`` is [start, end) in code points of that text."""

    offset: tuple[int, int]


class ArticleDate(DateMention):
    """A date mention in an article; ``paragraph`` is the index into its paragraphs."""

    paragraph: int
