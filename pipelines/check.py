"""Counts what every page gave, so that a crawl can be judged by what it found."""

from collections import Counter
from typing import TYPE_CHECKING, Self

from archiver.records import Contributor, Page
from archiver.records.crawled import CrawledFile, CrawledPage

if TYPE_CHECKING:
    # Reading an archive again counts pages too; Scrapy would be a third of a second of its start.
    from scrapy.crawler import Crawler

PREFIX = "archiver/"
_SURE = 0.6


def count_page(page: Page) -> Counter[str]:
    """What ``page`` adds to the counts of a crawl; names are those of ``CrawlReport.counts``."""
    contributors = [person for article in page.articles for person in article.contributors]
    counts = Counter(
        pages=1,
        issues=page.kind == "issue",
        documents=page.kind == "document",
        listings=page.kind == "listing",
        articles=len(page.articles),
        contributors=len(contributors),
        unresolved_units=sum(map(_is_unresolved, contributors)),
        dates=sum(len(article.dates) for article in page.articles),
        uncertain_articles=sum(1 for article in page.articles if article.confidence < _SURE),
        undated_issues=page.issue is not None and page.issue.date is None,
        integrity_findings=len(page.integrity.findings),
    )
    if page.integrity.status != "clean":
        counts[page.integrity.status] = 1
    return +counts


def _is_unresolved(contributor: Contributor) -> bool:
    return bool(contributor.unit) and contributor.key is None and contributor.decision is None


class CheckPages:
    """Scrapy pipeline: adds every page to the crawl's statistics."""

    def __init__(self, crawler: "Crawler") -> None:
        self._stats = crawler.stats

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        """Count into the crawler's own statistics."""
        return cls(crawler)

    def process_item(self, item: CrawledPage | CrawledFile) -> CrawledPage | CrawledFile:
        """Count one page or file and pass it on."""
        says = item.says if isinstance(item, CrawledPage) else {"files": 1}
        for name, number in says.items():
            self._stats.inc_value(PREFIX + name, number)
            item.counts[PREFIX + name] += number
        return item
