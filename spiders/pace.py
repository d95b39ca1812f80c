"""How fast a site is asked, beyond the delay that Scrapy keeps: what the site itself says of it.

robots.txt may name a delay (Crawl-delay). A server that answers 429 or 503 is left alone for as
long as it asks (Retry-After), or for ever longer when it does not say. A profile may name hours.
"""

import datetime
import logging
from email.utils import parsedate_to_datetime
from time import monotonic
from typing import Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest, NotConfigured
from scrapy.extensions.throttle import AutoThrottle
from scrapy.http import Response
from scrapy.robotstxt import RobotParser
from scrapy.utils.asyncio import CallLaterResult, call_later, create_looping_call
from scrapy.utils.defer import deferred_from_coro

from archiver.archive.cache import BUSY
from archiver.errors import ArchiverError
from archiver.records import SiteProfile
from archiver.records.site import Hours

LONGEST_WAIT = 900
"""Seconds; a crawl that is asked to wait longer ends, and the same command goes on later."""

ASKED_TO_WAIT = "asked_to_wait"
HOURS_OVER = "hours_over"

MOST_BUSY = 10
"""After so many busy answers in a row a crawl ends, too: it would lose page after page."""

_LEAST_DELAY = 0.001  # without one a host is asked whenever a connection is free
_CHINA = datetime.timezone(datetime.timedelta(hours=8))
_DAY = 24 * 3600.0
_TICK_SECONDS = 0.5

logger = logging.getLogger(__name__)


class Stopped(IgnoreRequest):
    """A request that was not sent because the crawl ended before."""


class Pace:
    """Scrapy extension that slows a crawl down as the site asks for it."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._busy = 0
        crawler.signals.connect(self._read_robots, signals.robots_parsed)
        crawler.signals.connect(self._answered, signals.response_downloaded)
        crawler.signals.connect(self._opened, signals.spider_opened)
        crawler.signals.connect(self._closed, signals.spider_closed)
        self._ticking = create_looping_call(self._drop_when_closing)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The extension of one crawl."""
        return cls(crawler)

    def _opened(self) -> None:
        self._ticking.start(_TICK_SECONDS, now=False)

    def _closed(self) -> None:
        if self._ticking.running:
            self._ticking.stop()

    def _drop_when_closing(self) -> None:
        """A crawl that ends waits for what was sent, not for what only stands in line."""
        engine = self._crawler.engine
        if engine._slot is None or engine._slot.closing is None:
            return
        for slot in engine.downloader.slots.values():
            while slot.queue:
                request, waiting = slot.queue.popleft()
                waiting.errback(Stopped(request.url))

    def _read_robots(self, robotparser: RobotParser) -> None:
        asked = robotparser.crawl_delay(self._crawler.settings["USER_AGENT"])
        if not asked:
            return
        downloader = self._crawler.engine.downloader
        downloader._delay = max(downloader._delay, asked)
        for slot in downloader.slots.values():
            slot.delay = max(slot.delay, asked)
        throttle = self._crawler.get_extension(AutoThrottle)
        if throttle is not None:
            throttle.mindelay = max(throttle.mindelay, asked)
            throttle.maxdelay = max(throttle.maxdelay, asked)

    def _answered(self, response: Response, request: Request) -> None:
        host = request.meta["download_slot"]
        slot = self._crawler.engine.downloader.slots[host]
        # The delay lies between an answer and the next question, not between questions.
        slot.lastseen = max(slot.lastseen, monotonic())
        if response.status not in BUSY:
            self._busy = 0
            return
        self._busy += 1
        header = response.headers.get("Retry-After")
        wait = retry_after(header, datetime.datetime.now(datetime.UTC))
        if wait is None:
            tries = request.meta.get("retry_times", 0)
            wait = min(max(slot.delay, 1.0) * 2**tries, LONGEST_WAIT)
        logger.info("%s answers %d: asked again in %.0f s", host, response.status, wait)
        self._crawler.stats.inc_value("archiver/told_to_wait")
        if wait > LONGEST_WAIT or self._busy >= MOST_BUSY:
            deferred_from_coro(self._crawler.engine.close_spider_async(reason=ASKED_TO_WAIT))
        slot.delay = max(slot.delay, _LEAST_DELAY)
        # A slot asks next when its delay has passed since it was last seen.
        slot.lastseen = max(slot.lastseen, monotonic() + wait - slot.delay)


class OpeningHours:
    """Scrapy extension for a profile that names hours: the crawl ends with them.

    It does not wait for the next night: a process that sleeps for a day holds the home's lock,
    and what was stopped goes on with the same command.
    """

    def __init__(self, crawler: Crawler, hours: Hours) -> None:
        self._crawler, self._hours = crawler, hours
        self._end: CallLaterResult | None = None
        crawler.signals.connect(self._opened, signals.spider_opened)
        crawler.signals.connect(self._closed, signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The extension of one crawl; ArchiverError outside of the hours."""
        profile: SiteProfile = crawler.spider.profile  # type: ignore[union-attr]
        hours = profile.politeness.hours
        if hours is None:
            raise NotConfigured
        if not seconds_open(hours, datetime.datetime.now(_CHINA).time()):
            first, last = (f"{time:%H:%M}" for time in hours)
            raise ArchiverError(
                f"the profile of {profile.key} allows crawling from {first} to {last} China time: "
                "run the same command then, or change politeness.hours"
            )
        return cls(crawler, hours)

    def _opened(self) -> None:
        left = seconds_open(self._hours, datetime.datetime.now(_CHINA).time())
        self._end = call_later(left, self._close)

    def _close(self) -> None:
        deferred_from_coro(self._crawler.engine.close_spider_async(reason=HOURS_OVER))

    def _closed(self) -> None:
        if self._end is not None:
            self._end.cancel()


def retry_after(header: bytes | None, now: datetime.datetime) -> float | None:
    """The seconds a ``Retry-After`` header asks for, as a number or as a date; None if neither."""
    text = (header or b"").decode("latin-1").strip()
    if text.isdecimal():
        return float(text)
    try:
        then = parsedate_to_datetime(text)
    except ValueError:
        return None
    if then.tzinfo is None:
        then = then.replace(tzinfo=datetime.UTC)
    return max((then - now).total_seconds(), 0.0)


def seconds_open(hours: Hours, now: datetime.time) -> float:
    """Seconds until the hours end; 0 outside of them. They may pass midnight."""
    first, last, here = (_seconds(time) for time in (*hours, now))
    length = (last - first) % _DAY or _DAY
    return max(length - (here - first) % _DAY, 0.0)


def _seconds(time: datetime.time) -> float:
    return time.hour * 3600 + time.minute * 60 + time.second + time.microsecond / 1e6
