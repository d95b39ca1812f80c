"""What a running crawl shows: a few numbers a site, several times a second."""

import time
from dataclasses import dataclass, field
from typing import Protocol

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.utils.asyncio import create_looping_call

from archiver.records.crawled import CrawledPage


@dataclass(slots=True)
class SiteProgress:
    """The numbers of one site; ``current`` is the address last asked for."""

    site: str
    pages: int = 0
    issues: int = 0
    articles: int = 0
    errors: int = 0
    waiting: int = 0
    current: str = ""
    finished: bool = False
    _started: float = field(default_factory=time.monotonic)

    @property
    def rate(self) -> float:
        """Pages a second since the crawl began."""
        return self.pages / max(time.monotonic() - self._started, 0.001)


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
            (self._failed, signals.spider_error),
        ):
            # Signals hold weak references; the watcher must live as long as its crawler.
            crawler.signals.connect(handler, signal=signal, weak=False)

    def _opened(self) -> None:
        self._task.start(self._view.interval, now=False)

    def _tick(self) -> None:
        engine = self._crawler.engine
        if engine._slot is not None:
            self._progress.waiting = len(engine._slot.scheduler) + len(engine._slot.inprogress)  # type: ignore[arg-type]
        self._view.show(self._progress)

    def _asked(self, request: Request) -> None:
        self._progress.current = request.url

    def _read(self, item: CrawledPage) -> None:
        self._progress.pages += 1
        self._progress.issues += item.page.kind == "issue"
        self._progress.articles += len(item.page.articles)

    def _failed(self) -> None:
        self._progress.errors += 1

    def _closed(self, spider: Spider) -> None:
        del spider
        if self._task.running:
            self._task.stop()
        self._progress.finished = True
        self._view.show(self._progress)
