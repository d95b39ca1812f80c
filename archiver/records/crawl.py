"""How a crawl ended."""

from typing import Literal

from pydantic import AwareDatetime, Field

from archiver.records.base import Record

Verdict = Literal["ok", "suspicious", "failed"]
EXIT_STATUS: dict[Verdict, int] = {"ok": 0, "suspicious": 1, "failed": 2}
Extent = Literal["whole", "new", "part"]
PAUSES = (
    "asked_to_wait",
    "hours_over",
    "budget_pages",
    "budget_hours",
    "budget_gigabytes",
    "limit",
)
"""Why a crawl closes itself before its end, to go on when it is asked for again."""


class Reason(Record):
    """Why a verdict is what it is: ``code`` for programs, ``text`` for people."""

    code: str
    text: str
    count: int = 1


class Note(Record):
    """A page and what is to be said of it: a status, a reason, a finding."""

    url: str
    why: str
    title: str | None = None


class ColumnEntries(Record):
    """A list of the site: how many entries its pages gave, and how many the crawl before."""

    url: str
    name: str
    entries: int
    before: int | None = None


class Gap(Record):
    """Numbers of a series that are missing between held ones; ``new``: since the crawl before."""

    series: str
    name: str
    year: int
    numbers: tuple[int, ...]
    new: bool = True


class CrawlReport(Record):
    """The end of a crawl: what was found, what went wrong, and what that means.

    ``counts`` holds ``pages``, ``issues``, ``articles``, ``contributors``, ``unresolved_units``,
    ``hijacked``, ``responses``, ``errors``, ``new``, ``changed``, ``vanished`` and more; missing
    counts are 0. ``extent`` is ``whole`` when everything was asked for that could be, ``new`` when
    only what was not held, ``part`` when the crawl ended early or was told to. ``changed``,
    ``vanished``, ``failed`` and ``alarms`` name pages, at most ``MOST_NOTES`` each; the counts
    are exact.
    """

    crawl: str
    site: str
    started: AwareDatetime
    finished: AwareDatetime
    verdict: Verdict
    reasons: tuple[Reason, ...] = ()
    counts: dict[str, int]
    extent: Extent = "part"
    columns: tuple[ColumnEntries, ...] = ()
    gaps: tuple[Gap, ...] = ()
    changed: tuple[Note, ...] = ()
    vanished: tuple[Note, ...] = ()
    failed: tuple[Note, ...] = ()
    alarms: tuple[Note, ...] = ()
    encodings: dict[str, int] = Field(default_factory=dict)


MOST_NOTES = 200
