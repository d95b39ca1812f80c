"""The archive as part of a Scrapy crawl: opened before the first request, closed after the last.

Answers wait a few milliseconds for each other, so that one sync to disk serves many; none is let
through to a spider before it is durable. When the disk refuses, the crawl stops: the sentence
that says why is the statistic ``archive/error``.
"""

import logging
from pathlib import Path
from typing import Self

import scrapy
from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.utils.asyncio import CallLaterResult, call_later
from scrapy.utils.defer import deferred_from_coro, maybe_deferred_to_future
from twisted.internet.defer import Deferred

from archiver import __version__
from archiver.archive.crawl import CrawlArchive
from archiver.archive.exchange import Exchange
from archiver.errors import ArchiverError
from archiver.home import Home
from archiver.records import Capture
from archiver.records.crawl import PAUSES, CrawlReport

_GROUP = 50
_WAIT_SECONDS = 0.005
_STOPPED = (
    "shutdown",
    "cancelled",
    "memusage_exceeded",
    "archive_failed",
    *PAUSES,
)
"""A crawl that ends so goes on later; one that came to its end does not."""

logger = logging.getLogger(__name__)


class Archiving:
    """Scrapy extension that owns the archive of one crawl; see ``archiver.archive.settings``."""

    def __init__(self, crawler: Crawler, archive: CrawlArchive) -> None:
        self.archive = archive
        self._crawler = crawler
        self._waiting: list[Deferred[None]] = []
        self._timer: CallLaterResult | None = None
        self._failed = False
        self._ended = False
        for repair in archive.repairs:
            logger.warning(repair)
        crawler.signals.connect(self._closed, signals.spider_closed)
        # Later than spider_closed: others keep their report of the crawl when the spider closes.
        crawler.signals.connect(self._stopped, signals.engine_stopped)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Open the archive that the settings name; ArchiverError when that is impossible."""
        try:
            import archiver.archive.tap  # noqa: F401 - fails when private names changed
        except (ImportError, AttributeError) as error:
            raise ArchiverError(
                f"this version of Scrapy cannot be archived from ({error}): install the version "
                "that this program was made for."
            ) from error
        settings = crawler.settings
        about = [
            ("software", f"bulletin-archiver/{__version__} Scrapy/{scrapy.__version__}"),
            ("http-header-user-agent", settings["USER_AGENT"] or ""),
            ("robots", "classic" if settings.getbool("ROBOTSTXT_OBEY") else "ignore"),
            ("profile", settings["ARCHIVE_PROFILE"] or ""),
        ]
        archive = CrawlArchive(
            Home(Path(settings["ARCHIVE_HOME"])),
            settings["ARCHIVE_SITE"],
            settings["ARCHIVE_CRAWL"],
            about=[(name, value) for name, value in about if value],
            file_size=settings.getint("ARCHIVE_FILE_SIZE"),
        )
        return cls(crawler, archive)

    @classmethod
    def of(cls, crawler: Crawler) -> Self:
        """The extension of a crawl; ArchiverError when the settings leave it out."""
        found = crawler.get_extension(cls)
        if found is None:
            raise ArchiverError(
                "the archive is not switched on: merge archiver.archive.settings(…) into the "
                "settings of the crawl."
            )
        return found

    async def keep(self, exchange: Exchange) -> Capture | None:
        """Archive an exchange and return when it is durable; IgnoreRequest when it cannot be."""
        if self._failed or self._ended:
            raise IgnoreRequest("the archive is not written any more")
        try:
            capture = self.archive.keep(exchange)
        except ArchiverError as error:
            self.fail(error)
            raise IgnoreRequest(str(error)) from error
        self._count(exchange, capture)
        await maybe_deferred_to_future(self._durable())
        return capture

    def keep_report(self, report: CrawlReport) -> None:
        """Archive how the crawl ended; a disk that refuses is told, and the crawl is over."""
        if self._failed:
            return
        try:
            self.archive.keep_report(report)
        except ArchiverError as error:
            self._tell(error)

    def fail(self, error: ArchiverError) -> None:
        """Stop the crawl: what cannot be archived is not asked for."""
        if self._failed:
            return
        self._failed = True
        self._tell(error)
        if not self._ended:
            deferred_from_coro(self._crawler.engine.close_spider_async(reason="archive_failed"))

    def _tell(self, error: ArchiverError) -> None:
        logger.error(str(error))
        self._crawler.stats.set_value("archive/error", str(error))

    def _durable(self) -> Deferred[None]:
        waiter: Deferred[None] = Deferred()
        self._waiting.append(waiter)
        if len(self._waiting) >= _GROUP:
            self._sync()
        elif self._timer is None:
            self._timer = call_later(_WAIT_SECONDS, self._sync)
        return waiter

    def _sync(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = None
        waiting, self._waiting = self._waiting, []
        try:
            self.archive.sync()
        except ArchiverError as error:
            self.fail(error)
            for waiter in waiting:
                waiter.errback(IgnoreRequest(str(error)))
            return
        for waiter in waiting:
            waiter.callback(None)

    def _count(self, exchange: Exchange, capture: Capture | None) -> None:
        stats = self._crawler.stats
        stats.inc_value("archive/exchanges")
        stats.inc_value("archive/bytes", len(exchange.received))
        if capture is not None and capture.revisit_of is not None:
            stats.inc_value("archive/revisits")
        if exchange.truncated:
            stats.inc_value("archive/truncated")

    def _closed(self, reason: str) -> None:
        self.archive.finished = reason not in _STOPPED and not self._failed

    def _stopped(self) -> None:
        self._ended = True
        self._sync()
        try:
            self.archive.close()
        except ArchiverError as error:
            self._tell(error)
