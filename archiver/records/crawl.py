"""How a crawl ended."""

from typing import Literal

from pydantic import AwareDatetime

from archiver.records.base import Record

Verdict = Literal["ok", "suspicious", "failed"]
EXIT_STATUS: dict[Verdict, int] = {"ok": 0, "suspicious": 1, "failed": 2}


class Reason(Record):
    """Why a verdict is what it is: ``code`` for programs, ``text`` for people."""

    code: str
    text: str
    count: int = 1


class CrawlReport(Record):
    """The end of a crawl: what was found, what went wrong, and what that means.

    ``counts`` holds ``pages``, ``issues``, ``articles``, ``contributors``, ``unresolved_units``,
    ``hijacked``, ``responses``, ``errors`` and more; missing counts are 0.
    """

    crawl: str
    site: str
    started: AwareDatetime
    finished: AwareDatetime
    verdict: Verdict
    reasons: tuple[Reason, ...] = ()
    counts: dict[str, int]
