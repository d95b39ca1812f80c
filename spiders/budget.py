"""No site takes more than its budget in one run: pages, time, bytes."""

import time
from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.utils.defer import deferred_from_coro

from archiver.records.site import Budget

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
