"""The last step: records go into the store, and the crawl's end with its verdict too."""

import datetime
import logging
from collections.abc import Sequence
from typing import Self

from scrapy import Spider, signals
from scrapy.crawler import Crawler

from archiver.archive.extension import Archiving
from archiver.errors import ArchiverError
from archiver.home import Home
from archiver.records import SiteProfile
from archiver.records.crawl import CrawlReport, Reason
from archiver.records.crawled import CrawledFile, CrawledPage
from archiver.store import Saved, Store
from pipelines.check import PREFIX
from pipelines.findings import Asked, Findings, find
from pipelines.together import Together
from pipelines.verdict import judge

logger = logging.getLogger(__name__)

REPORT = PREFIX + "report"


def store_page(store: Store, crawled: CrawledPage) -> Saved:
    """Store one page with its evidence and count what that changed."""
    return store.save(crawled.prepared, crawled.capture, crawled.site.key)


def keep_report(home: Home, report: CrawlReport) -> None:
    """Keep the report of a crawl that never came to the pipelines."""
    with Store.open(home.database) as store:
        store.finish_crawl(report)


class StoreRecords:
    """Scrapy pipeline: a page that cannot be stored is counted and told."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._store: Store | None = None
        self._together = Together(self._keep, self._under_way)
        self._started = datetime.datetime.now(datetime.UTC)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Store where the spider's home is, and judge the crawl when it has ended."""
        pipeline = cls(crawler)
        crawler.signals.connect(pipeline.spider_closed, signal=signals.spider_closed)
        return pipeline

    @property
    def _spider(self) -> Spider:
        assert self._crawler.spider is not None
        return self._crawler.spider

    def open_spider(self) -> None:
        """Open the store and note that the crawl has begun."""
        home: Home = self._spider.home  # type: ignore[attr-defined]
        profile: SiteProfile = self._spider.profile  # type: ignore[attr-defined]
        self._store = Store.open(home.database)
        self._store.put_site(profile)
        self._store.start_crawl(self._crawl_id, profile.key, self._started)

    async def process_item(self, item: CrawledPage | CrawledFile) -> CrawledPage | CrawledFile:
        """Store one page or file, with others that come at the same time."""
        try:
            await self._together.keep(item)
        except Exception:
            self._crawler.stats.inc_value(PREFIX + "store_errors")
            raise
        return item

    def _keep(self, items: Sequence[CrawledPage | CrawledFile]) -> None:
        """Store ``items`` in one transaction and count what that changed."""
        assert self._store is not None
        changes: list[tuple[CrawledPage, Saved]] = []
        with self._store.together():
            for item in items:
                if isinstance(item, CrawledFile):
                    self._store.save_file(item.file, item.capture, item.via)
                else:
                    changes.append((item, store_page(self._store, item)))
        for page, saved in changes:
            self._count(page, saved)
        for item in items:
            item.is_stored = True

    def _under_way(self) -> int:
        """How many answers are being read or stored."""
        slot = self._crawler.engine.scraper.slot
        return len(slot.active) if slot is not None else 0

    def _count(self, item: CrawledPage, saved: Saved) -> None:
        for kind, changes in saved.counts().items():
            for change, number in changes.items():
                name = f"{PREFIX}{kind}_{change}"
                self._crawler.stats.inc_value(name, number)
                item.counts[name] += number

    def spider_closed(self, spider: Spider, reason: str) -> None:
        """Judge the crawl, keep the report with the records, and leave it for the caller."""
        if self._store is None:
            return
        archiving = self._crawler.get_extension(Archiving)
        report = judge(
            self._crawler.stats.get_stats(),
            self._crawl_id,
            spider.profile.key,  # type: ignore[attr-defined]
            reason,
            started=self._started,
            finished=datetime.datetime.now(datetime.UTC),
            findings=self._findings(archiving, spider, reason),
        )
        # The caller gets the report even when the store cannot take it, on a full disk say.
        self._crawler.stats.set_value(REPORT, report)
        if archiving is not None:
            archiving.keep_report(report)
        self._store.finish_crawl(report)
        self._store.keep_coverage()
        self._store.close()
        logger.info("verdict %s: %s", report.verdict, report.counts)

    def _findings(self, archiving: Archiving | None, spider: Spider, reason: str) -> Findings:
        """What the site became; without it when the disk fails, which the report tells anyway."""
        assert self._store is not None
        asked: Asked = spider.asked(reason)  # type: ignore[attr-defined]
        if archiving is None or not self._crawler.stats.get_value(PREFIX + "pages"):
            return Findings(failed=asked.failed)
        try:
            return find(self._store, archiving.archive.index, asked)
        except ArchiverError as error:
            logger.warning("%s", error)
            doubt = Reason(code="not_compared", text=f"not compared with earlier crawls: {error}")
            return Findings(failed=asked.failed, doubts=[doubt])

    @property
    def _crawl_id(self) -> str:
        crawl_id: str = self._spider.crawl_id  # type: ignore[attr-defined]
        return crawl_id
