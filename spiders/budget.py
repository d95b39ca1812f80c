"""No site takes more in one run than its budget, and than a person's limit of pages."""

import time
from typing import Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http.request import NO_CALLBACK
from scrapy.utils.defer import deferred_from_coro

from archiver.records.site import Budget
from spiders.pace import Stopped

LIMIT = "limit"
_GIGABYTE = 1 << 30


class SpendBudget:
    """Scrapy extension: closes the spider as ``budget_pages``, ``_hours`` or ``_gigabytes``.

    What is answered from the archive costs nothing, so a run that goes on gets further.
    """

    def __init__(self, crawler: Crawler, budget: Budget) -> None:
        self._crawler, self._budget = crawler, budget
        self._started = time.monotonic()
        self._reached = False
        crawler.signals.connect(self._spend, signals.request_reached_downloader)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The budget of the spider's site profile."""
        return cls(crawler, crawler.spider.profile.budget)  # type: ignore[union-attr]

    def _spend(self) -> None:
        if self._reached or (name := self.spent()) is None:
            return
        self._reached = True
        engine = self._crawler.engine
        deferred_from_coro(engine.close_spider_async(reason=f"budget_{name}"))

    def spent(self) -> str | None:
        """What of the budget is spent; None while nothing is."""
        stats, budget = self._crawler.stats, self._budget
        if stats.get_value("archive/exchanges", 0) >= budget.pages:
            return "pages"
        if time.monotonic() - self._started >= budget.hours * 3600:
            return "hours"
        if stats.get_value("archive/bytes", 0) >= budget.gigabytes * _GIGABYTE:
            return "gigabytes"
        return None


class LimitPages:
    """Downloader middleware behind the archive: closes the spider as ``limit``.

    An address counts once, with the redirects and retries that it takes; robots.txt, and what the
    archive answers, do not count.
    """

    def __init__(self, crawler: Crawler, limit: int) -> None:
        self._crawler, self._left = crawler, limit

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The limit that the settings name."""
        if not (limit := crawler.settings.getint("PAGE_LIMIT")):
            raise NotConfigured
        return cls(crawler, limit)

    def process_request(self, request: Request) -> None:
        """Let the request pass, or raise ``Stopped``."""
        again = request.meta.get("retry_times") or request.meta.get("redirect_times")
        if again or request.callback is NO_CALLBACK:
            return
        if self._left <= 0:
            deferred_from_coro(self._crawler.engine.close_spider_async(reason=LIMIT))
            raise Stopped(request.url)
        self._left -= 1
