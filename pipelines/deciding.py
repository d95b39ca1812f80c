"""The step that lets decisions of persons about units go before what rules resolved."""

from typing import TYPE_CHECKING, Self

from archiver.home import Home
from archiver.records import Page
from archiver.records.crawled import CrawledFile, CrawledPage
from archiver.store.identity import unit_context
from archiver.store.reading import prepare
from pipelines.check import count_page
from pipelines.decisions import Decisions, read_decisions

if TYPE_CHECKING:
    # Commands that never crawl import this too; Scrapy is a third of a second of a start.
    from scrapy.crawler import Crawler


def decide_page(page: Page, decisions: Decisions, site_key: str) -> Page:
    """A resolved page as persons decided about its units; decisions go before rules."""
    context = unit_context(page, site_key)
    articles = tuple(
        article.model_copy(
            update={
                "contributors": tuple(decisions.apply(c, context) for c in article.contributors)
            }
        )
        for article in page.articles
    )
    return page.model_copy(update={"articles": articles})


def decide(crawled: CrawledPage, decisions: Decisions) -> None:
    """Let ``crawled`` say what persons decided about its units."""
    if not decisions:
        return
    page = crawled.prepared.page
    decided = decide_page(page, decisions, crawled.site.key)
    if decided != page:
        crawled.prepared, crawled.says = prepare(decided), count_page(decided)


class DecideUnits:
    """Scrapy pipeline: what persons decided about units goes before what rules resolved."""

    def __init__(self, crawler: "Crawler") -> None:
        self._crawler = crawler
        self._decisions = Decisions()

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        """Decide by what lies in the home of the crawler's spider."""
        return cls(crawler)

    def open_spider(self) -> None:
        """Read what persons decided before."""
        home: Home = self._crawler.spider.home  # type: ignore[union-attr]
        self._decisions = read_decisions(home.unit_decisions)

    def process_item(self, item: CrawledPage | CrawledFile) -> CrawledPage | CrawledFile:
        """Decide about the units of one resolved page."""
        if isinstance(item, CrawledPage):
            decide(item, self._decisions)
        return item
