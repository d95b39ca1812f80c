"""What a running crawl shows: a few numbers a site, several times a second."""

import time
from dataclasses import dataclass, field
from typing import Protocol

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.utils.asyncio import create_looping_call

from archiver.records.crawled import CrawledFile, CrawledPage
from pipelines.check import PREFIX

_FEWEST_PAGES = 10
"""A rate of fewer pages says nothing."""


@dataclass(slots=True)
class SiteProgress:
    """The numbers of one site; ``current`` is the address last asked for.

    They are those of the whole crawl, ``read`` the pages of this run. ``new`` pages are those that
    no crawl had read before, ``errors`` addresses that gave no page and pages that could not be
    read; ``unlisted`` is how many entries the lists have yet to show.
    """

    site: str
    pages: int = 0
    issues: int = 0
    articles: int = 0
    new: int = 0
    errors: int = 0
    waiting: int = 0
    unlisted: int | None = None
    current: str = ""
    finished: bool = False
    read: int = 0
    _started: float = field(default_factory=time.monotonic)

    @property
    def rate(self) -> float:
        """Pages a second since this run began."""
        return self.read / max(time.monotonic() - self._started, 0.001)

    @property
    def seconds_left(self) -> float | None:
        """How long the rest takes at this rate; None while the lists do not say what that is."""
        if self.unlisted is None or self.read < _FEWEST_PAGES or self.finished:
            return None
        return (self.waiting + self.unlisted) / self.rate


class ProgressView(Protocol):
    """Something that can show the progress of a site."""

    interval: float

    def show(self, progress: SiteProgress) -> None:
        """Show the numbers as they are now."""


def watch(crawler: Crawler, site: str, view: ProgressView) -> None:
    """Show the progress of ``crawler`` in ``view`` while it runs."""
    _Watcher(crawler, SiteProgress(site), view)


class _Watcher:
    def __init__(self, crawler: Crawler, progress: SiteProgress, view: ProgressView) -> None:
        self._crawler, self._progress, self._view = crawler, progress, view
        self._task = create_looping_call(self._tick)
        for handler, signal in (
            (self._opened, signals.spider_opened),
            (self._closed, signals.spider_closed),
            (self._asked, signals.request_reached_downloader),
            (self._read, signals.item_scraped),
        ):
            # Signals hold weak references; the watcher must live as long as its crawler.
            crawler.signals.connect(handler, signal=signal, weak=False)

    def _opened(self) -> None:
        self._task.start(self._view.interval, now=False)

    def _tick(self) -> None:
        engine = self._crawler.engine
        if engine._slot is not None:
            self._progress.waiting = len(engine._slot.scheduler) + len(engine._slot.inprogress)  # type: ignore[arg-type]
        self._count()
        self._view.show(self._progress)

    def _count(self) -> None:
        stats = self._crawler.stats.get_stats()
        self._progress.pages = stats.get(f"{PREFIX}pages", 0)
        self._progress.issues = stats.get(f"{PREFIX}issues", 0)
        self._progress.articles = stats.get(f"{PREFIX}articles", 0)
        self._progress.new = stats.get(f"{PREFIX}pages_inserted", 0)
        self._progress.errors = stats.get("spider_exceptions/count", 0) + sum(
            number for name, number in stats.items() if name.startswith(f"{PREFIX}failed_")
        )
        self._progress.unlisted = self._crawler.spider.following.columns.unlisted  # type: ignore[union-attr]

    def _asked(self, request: Request) -> None:
        self._progress.current = request.url

    def _read(self, item: CrawledPage | CrawledFile) -> None:
        self._progress.read += isinstance(item, CrawledPage)

    def _closed(self, spider: Spider) -> None:
        del spider
        if self._task.running:
            self._task.stop()
        self._count()
        self._progress.finished = True
        self._view.show(self._progress)
