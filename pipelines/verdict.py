"""A crawl's own verdict, from counts; Scrapy calls a crawl finished that found nothing at all."""

import datetime
from collections.abc import Collection, Mapping
from typing import Any

from archiver.records.crawl import CrawlReport, Reason, Verdict
from pipelines.check import PREFIX
from pipelines.findings import Findings

_RESPONSES = "response_received_count"
_CALLBACK_ERRORS = "spider_exceptions/count"
_FAILED = "failed_"
_NOTES = {
    "told_to_wait": "answer that the server is busy (429 or 503), after which the crawl waited",
    "failed_soft_404": "page that says with status 200 that it does not exist",
    "barren_chains": "chain of pages that gave nothing new, left (a calendar, paging without end)",
    "identical_pages": "page with the words of many others, not followed further",
}
"""What is told and no reason for doubt: a healthy site may have it."""
_GOES_ON = "the same command goes on"
_STOPPED = {
    "asked_to_wait": f"the site asks to be left alone for longer; {_GOES_ON}",
    "hours_over": f"the hours in which the profile allows crawling are over; {_GOES_ON}",
    "challenged": "the site's firewall gave nothing but challenges, so the crawl ended",
    "shutdown": f"the crawl was stopped before its end; {_GOES_ON}",
    "budget_pages": f"the profile's budget of pages for one run is spent; {_GOES_ON}",
    "budget_hours": f"the profile's budget of hours for one run is spent; {_GOES_ON}",
    "budget_gigabytes": f"the profile's budget of gigabytes for one run is spent; {_GOES_ON}",
}
_LIMIT = Reason(code="limit", text=f"the limit of pages for this run is reached; {_GOES_ON}")
_DOUBTFUL_SHARE = 0.25
_WHY_FAILED = {
    "unknown_host": "unknown host name",
    "connection_refused": "connection refused",
    "connection_lost": "connection broken off",
    "timeout": "no answer in time",
    "too_large": "larger than the limit",
    "cut_short": "broken off before its end",
    "badly_packed": "not compressed as the server says it is",
    "off_site": "leads to a host that the profile leaves out",
    "robots": "closed by robots.txt",
    "not_asked": "not asked for, because answers could not be kept",
    "challenge": "a firewall's challenge in the place of a page; nothing is done to get round it",
    "login_wall": "a login before the page",
    "redirect_loop": "redirected again and again",
    "private_address": "private address; a profile with private_network = true allows it",
}
_CLOSED = {"robots_unreachable": "robots.txt that the server failed to give, which closes its host"}
_DEAD_ENDS = ("http_404", "http_410", "off_site", "robots", "soft_404", "stopped")
"""Failures every healthy site has: links that lead nowhere, elsewhere, or where none may go."""


def judge(
    stats: Mapping[str, Any],
    crawl: str,
    site: str,
    ended: str,
    *,
    started: datetime.datetime,
    finished: datetime.datetime,
    findings: Findings | None = None,
) -> CrawlReport:
    """The report of one crawl from Scrapy's statistics and our own counts.

    ``ended`` is Scrapy's reason for closing, ``findings`` what the site became. ``failed``:
    nothing was read. ``suspicious``: what was read is not all that was asked for, or not what it
    should be, or what was there before is not. ``ok``: neither.
    """
    found = findings or Findings()
    counts = _counts(stats, found.counts)
    fatal = _fatal(counts, stats.get("archive/error"))
    doubts = _ended(ended) + _failures(counts, () if fatal else _DEAD_ENDS)
    # Asked only for what is not held, a site whose lists show nothing else is in order.
    nothing_new = found.extent == "new" and any(column.entries for column in found.columns)
    nothing = [] if nothing_new else _nothing_found(counts, ended)
    doubts += _told(counts, _CLOSED) if fatal else [*nothing, *_doubts(counts), *found.doubts]
    verdict: Verdict = "failed" if fatal else "suspicious" if doubts else "ok"
    return CrawlReport(
        crawl=crawl,
        site=site,
        started=started,
        finished=finished,
        verdict=verdict,
        reasons=(*fatal, *doubts, *([_LIMIT] if ended == "limit" else []), *_told(counts, _NOTES)),
        counts=counts,
        extent="part" if fatal else found.extent,
        columns=found.columns,
        gaps=found.gaps,
        changed=found.changed,
        vanished=found.vanished,
        failed=found.failed,
        alarms=found.alarms,
        encodings=found.encodings,
    )


def _counts(stats: Mapping[str, Any], more: Mapping[str, int]) -> dict[str, int]:
    counts = {
        name.removeprefix(PREFIX): value
        for name, value in stats.items()
        if name.startswith(PREFIX) and isinstance(value, int)
    }
    counts |= more
    counts["responses"] = stats.get(_RESPONSES, 0)
    counts["callback_errors"] = stats.get(_CALLBACK_ERRORS, 0)
    return dict(sorted((name, value) for name, value in counts.items() if value))


def _fatal(counts: Mapping[str, int], archive_error: str | None) -> list[Reason]:
    if archive_error:
        return [Reason(code="archive_error", text=archive_error)]
    if not counts.get("responses"):
        return [Reason(code="no_answer", text="the site gave no answer")]
    if not counts.get("pages"):
        return [Reason(code="nothing_read", text="not one page could be read")]
    return []


def _failures(counts: Mapping[str, int], dead_ends: Collection[str]) -> list[Reason]:
    """Addresses that gave no page; ``dead_ends`` are only counted."""
    failed = {
        name.removeprefix(_FAILED): number
        for name, number in counts.items()
        if name.startswith(_FAILED)
    }
    return [
        Reason(
            code=_FAILED + code,
            text=_WHY_FAILED.get(code, f"address that gave no page: {code}"),
            count=number,
        )
        for code, number in failed.items()
        if code not in dead_ends
    ]


def _told(counts: Mapping[str, int], texts: Mapping[str, str]) -> list[Reason]:
    """A reason for each of ``texts`` that is counted."""
    return [
        Reason(code=name, text=text, count=counts[name])
        for name, text in texts.items()
        if counts.get(name)
    ]


def _ended(ended: str) -> list[Reason]:
    if ended in ("finished", "limit"):
        return []
    text = _STOPPED.get(ended, f"the crawl ended early: {ended}")
    code = ended if ended in _STOPPED and ended != "shutdown" else "ended_early"
    return [Reason(code=code, text=text)]


def _nothing_found(counts: Mapping[str, int], ended: str) -> list[Reason]:
    if counts.get("issues") or counts.get("articles"):
        return []
    text = "no issue and no article was found"
    if ended == "limit" and counts.get("listings"):
        text += " before the limit of pages was reached, for lists are asked for first"
    return [Reason(code="nothing_found", text=text)]


def _doubts(counts: Mapping[str, int]) -> list[Reason]:
    told = {
        "callback_errors": "error while reading a page",
        **_CLOSED,
        "store_errors": "page that could not be stored",
        "too_deep": "link more than 30 links away from the start pages, not followed",
        "spam": "page of spam",
        "hijacked_content": "page with a hijacked body",
        "hijacked_chrome": "page with a hijacked frame",
        "undated_issues": "issue without a readable date",
    }
    reasons = _told(counts, told)
    doubtful = counts.get("uncertain_articles", 0)
    if doubtful > _DOUBTFUL_SHARE * counts.get("articles", 0):
        text = "article read with doubt, more than a quarter of all"
        reasons.append(Reason(code="uncertain_articles", text=text, count=doubtful))
    return reasons
