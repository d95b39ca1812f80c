"""Questions about crawls: how they ended, and what a site's pages became from one to the next."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.orm import aliased

from archiver.records.crawl import CrawlReport, Extent
from archiver.store import tables as t
from archiver.store.asking import Asking

CONTENT_KINDS = ("issue", "article", "document")
_CONTENT = ("issue", "articles", "document")


@dataclass(frozen=True, slots=True)
class PageLine:
    """A page in a list."""

    url: str
    title: str | None


class Crawls(Asking):
    """What crawls did to what is held."""

    def last_report(
        self, site: str, before: str | None = None, extents: tuple[Extent, ...] | None = None
    ) -> CrawlReport | None:
        """The report of the last crawl of ``site`` but ``before``, of these extents if given."""
        reports = (
            select(t.Crawl.report)
            .where(t.Crawl.site == site, t.Crawl.report.is_not(None), t.Crawl.id != (before or ""))
            .order_by(t.Crawl.finished.desc(), t.Crawl.id.desc())
        )
        for row in self._rows(reports):
            report = CrawlReport.model_validate_json(row.report)
            if extents is None or report.extent in extents:
                return report
        return None

    def stored_captures(self, crawl: str) -> Iterator[str]:
        """The ids of this crawl's answers that records were made of."""
        for table in (t.Capture, t.File):
            for row in self._rows(select(table.id).where(table.crawl == crawl)):
                yield row.id

    def new_pages(self, crawl: str) -> Iterator[PageLine]:
        """Pages with content that this crawl was the first to read, by address."""
        earlier = aliased(t.Capture)
        version = aliased(t.Version)
        known = (
            select(earlier.id)
            .join(version, version.id == earlier.version_id)
            .where(version.page_id == t.Page.id, earlier.crawl != crawl)
        )
        for row in self._rows(_read_by(crawl).where(~known.exists())):
            yield PageLine(row.url, row.title)

    def changed_pages(self, crawl: str) -> Iterator[PageLine]:
        """Pages whose content the site has changed since the crawl before, by address.

        What stands beside the content (links, footer) changes with every new page of a site and
        does not count.
        """
        captured, before = aliased(t.Capture), aliased(t.Version)
        earlier = (
            select(before.id)
            .join(captured, captured.version_id == before.id)
            .where(before.page_id == t.Version.page_id, captured.crawl != crawl)
            .order_by(captured.time.desc(), captured.id.desc())
            .limit(1)
            .correlate(t.Version)
            .scalar_subquery()
        )
        told = aliased(t.Version)
        query = (
            _read_by(crawl)
            .join(told, told.id == earlier)
            .add_columns(t.Version.record, told.record.label("earlier"))
            .where(told.id != t.Version.id, t.Version.origin == "source")
        )
        for row in self._rows(query):
            old, new = json.loads(row.earlier), json.loads(row.record)
            if any(old.get(name) != new.get(name) for name in _CONTENT):
                yield PageLine(row.url, row.title)

    def absent_pages(self, site: str, crawl: str, last: str) -> Iterator[PageLine]:
        """Pages with content that the crawl ``last`` read and ``crawl`` did not, as then asked."""
        captured = aliased(t.Capture)
        version = aliased(t.Version)
        present = (
            select(captured.id)
            .join(version, version.id == captured.version_id)
            .where(version.page_id == t.Page.id, captured.crawl == crawl)
        )
        query = (
            _read_by(last)
            .add_columns(t.Capture.url.label("asked"))
            .where(t.Page.site == site, ~present.exists())
        )
        for row in self._rows(query):
            yield PageLine(row.asked, row.title)

    def poisoned_pages(self, crawl: str) -> Iterator[tuple[PageLine, str]]:
        """Pages of a crawl that are not what they claim to be, with their status."""
        query = (
            select(t.Page.url, t.Version.title, t.Version.integrity)
            .join(t.Version, t.Version.page_id == t.Page.id)
            .join(t.Capture, t.Capture.version_id == t.Version.id)
            .where(t.Capture.crawl == crawl, t.Version.integrity != "clean")
            .distinct()
            .order_by(t.Page.url, t.Version.title)
        )
        for row in self._rows(query):
            yield PageLine(row.url, row.title), row.integrity

    def encodings(self, crawl: str) -> dict[str, int]:
        """How many pages of a crawl came in which encoding, the most frequent first."""
        number = func.count(func.distinct(t.Version.page_id))
        query = (
            select(t.Version.encoding, number.label("number"))
            .join(t.Capture, t.Capture.version_id == t.Version.id)
            .where(t.Capture.crawl == crawl)
            .group_by(t.Version.encoding)
            .order_by(number.desc(), t.Version.encoding)
        )
        return {row.encoding: row.number for row in self._rows(query)}

    def series_of(self, site: str) -> set[str]:
        """The keys of the series that issues on the pages of ``site`` belong to."""
        query = (
            select(t.Issue.series_key)
            .join(t.Witness, t.Witness.issue_id == t.Issue.id)
            .join(t.Version, t.Version.id == t.Witness.version_id)
            .join(t.Page, t.Page.id == t.Version.page_id)
            .where(t.Page.site == site)
            .distinct()
        )
        return {row.series_key for row in self._rows(query)}


def _read_by(crawl: str) -> Select[str, str | None]:
    """Pages with content that a crawl read, by address."""
    return (
        select(t.Page.url, t.Version.title)
        .join(t.Version, t.Version.page_id == t.Page.id)
        .join(t.Capture, t.Capture.version_id == t.Version.id)
        .where(t.Capture.crawl == crawl, t.Version.kind.in_(CONTENT_KINDS))
        .distinct()
        .order_by(t.Page.url)
    )
