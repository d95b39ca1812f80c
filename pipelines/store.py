"""Puts every page into the store; the last step of the pipelines."""

from typing import Self

from scrapy.crawler import Crawler

from archiver.records.crawled import CrawledPage
from archiver.store import Saved, Store
from pipelines.check import PREFIX


def store_page(store: Store, crawled: CrawledPage) -> Saved:
    """Store one page with its evidence and count what that changed."""
    return store.save(crawled.page, crawled.capture, crawled.site.key)


class StoreRecords:
    """Scrapy pipeline: stores each page in the database of the setting ``ARCHIVER_DATABASE``.

    What storing did goes to the crawl's statistics, as ``stored/{kind}/{what}``.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._where = crawler.settings["ARCHIVER_DATABASE"]
        self._stats = crawler.stats
        self._store: Store | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take the database and the statistics from the crawler."""
        return cls(crawler)

    def open_spider(self) -> None:
        """Open the database."""
        self._store = Store.open(self._where)

    def close_spider(self) -> None:
        """Close the database."""
        if self._store is not None:
            self._store.close()

    def process_item(self, item: CrawledPage) -> CrawledPage:
        """Store one page and pass it on."""
        assert self._store is not None
        for kind, happened in store_page(self._store, item).counts().items():
            for what, count in happened.items():
                self._stats.inc_value(f"{PREFIX}stored/{kind}/{what}", count)
        return item
