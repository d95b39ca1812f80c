"""The spider: asks a site for its lists and pages, hands every answer to the parsers."""

import datetime
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Self

import scrapy
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider
from scrapy.http import FormRequest, Request, Response
from twisted.python.failure import Failure

from archiver import archive
from archiver.home import Home
from archiver.parsers.joining import Joining
from archiver.parsers.page import Source
from archiver.records import Capture, SiteProfile
from archiver.records.crawled import CrawledPage
from pipelines.answers import is_page
from spiders.failures import failure_code
from spiders.job import Job
from spiders.paging import Ask, announced
from spiders.reading import PageRead, read_joined, read_page, shared_readers
from spiders.scope import Bounds, Scope
from spiders.traps import LONGEST_BARREN_CHAIN, MOST_CHALLENGES, Repeats, leads_on

_LISTS_FIRST = 10
_PARTS_FIRST = 20
_TEXT = ("text/", "application/xml", "application/xhtml")


class BulletinSpider(scrapy.Spider):
    """One crawl of one site.

    Arguments: ``site`` (key of a profile) or ``url``, ``home`` (folder), ``limit`` (pages),
    ``until`` (go back in time until this ISO day: links printed with an older date are left out),
    ``asking`` (``changed``, ``full`` or ``new-only``). A crawl of the same site that was stopped
    before its end goes on: what it has archived is not asked again.
    """

    name = "bulletins"

    def __init__(
        self,
        profile: SiteProfile,
        home: Home,
        crawl_id: str,
        job: Job,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.profile = profile
        self.home = home
        self.crawl_id = crawl_id
        self.job = job
        self._pages = 0
        self._scope = Scope(Bounds(profile, job.until))
        self._readers = shared_readers()
        self._repeats = Repeats()
        self._challenges = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Read the arguments of ``-a`` and set what depends on the site."""
        home = Home(Path(kwargs.pop("home", None) or crawler.settings["ARCHIVER_HOME"]))
        job = Job.of({name: kwargs.pop(name, None) for name in Job().arguments()})
        profile = job.profile(home)
        crawl_id = kwargs.pop("crawl_id", None) or archive.crawl_to_run(
            home, profile.key, datetime.datetime.now(datetime.UTC)
        )
        _set(crawler, site_settings(profile))
        archived = archive.settings(
            home.create().path,
            profile.key,
            crawl_id,
            profile=profile,
            conditional=job.asking != "full",
        )
        _set(crawler, archived)
        return super().from_crawler(
            crawler, *args, profile=profile, home=home, crawl_id=crawl_id, job=job, **kwargs
        )

    async def start(self) -> AsyncIterator[Request]:
        """Ask for the profile's start pages."""
        self._readers.start()
        for url in self.profile.start:
            if self._scope.new(str(url)):
                yield self._ask(str(url), priority=_LISTS_FIRST)

    async def read(self, response: Response) -> AsyncIterator[CrawledPage | Request]:
        """Read a page and ask for what it leads to; files are kept as evidence only."""
        self._scope.new(response.url)  # a redirect may have led to a page that is linked, too
        if not _is_page(response):
            if (_content_type(response) or "text/").startswith(_TEXT):
                for request in self._ask_all(announced(response.body, response.url)):
                    yield request  # a data store, say
            return
        if self._limit_reached:
            return
        self._pages += 1
        source = _source(response)
        read = await self._readers.run(read_page, source, self.profile, self.job.until)
        if read.stand_in is not None:
            self._miss(response.url, read.stand_in, "the answer is not the page")
            return
        async for found in self._take(source, read, response):
            yield found

    async def _take(
        self, source: Source, read: PageRead, response: Response
    ) -> AsyncIterator[CrawledPage | Request]:
        """Hand on what was read, and ask for what it leads to."""
        capture = response.meta["capture"]
        joining = Joining.begin(source, read.page, self.profile)
        if joining is None:
            yield CrawledPage(read.page, capture, self.profile, read.sketches)
        else:
            async for found in self._ask_parts(joining, capture, joining.wanted):
                yield found
        if self._limit_reached:
            raise CloseSpider("limit")
        for request in self._ask_all(read.asks):
            yield request
        self._challenges = 0
        if self._repeats.too_many(capture.payload_digest):
            self.crawler.stats.inc_value("archiver/identical_pages")
            self.logger.info("the bytes of many others at %s: not followed further", response.url)
            return
        links = self._scope.new_of(read.targets)
        leads = leads_on(read.page, response.url, links)
        barren = 0 if leads else response.meta.get("barren", 0) + 1
        if barren > LONGEST_BARREN_CHAIN:
            self.crawler.stats.inc_value("archiver/barren_chains")
            self.logger.info("nothing new behind %s: not followed further", response.url)
            return
        for url in links:
            yield self._ask(url, barren=barren)

    def _ask_all(self, asks: Iterable[Ask]) -> Iterator[Request]:
        for ask in asks:
            if self._scope.new(ask.url, ask.identity):
                yield self._ask(ask.url, ask.form, priority=_LISTS_FIRST)

    async def read_part(
        self, response: Response, joining: Joining, capture: Capture, wanted: str, alone: bool
    ) -> AsyncIterator[CrawledPage | Request]:
        """Take in one page of an issue that is spread over several; ``alone``: store it too."""
        source = read = None
        if _is_page(response):
            source = _source(response)
            read = await self._readers.run(read_page, source, self.profile, self.job.until)
            if read.stand_in is not None:
                self._miss(response.url, read.stand_in, "the answer is not the page")
                source = read = None
            elif alone and not self._limit_reached:
                self._pages += 1
                async for found in self._take(source, read, response):
                    yield found
        more = joining.add(wanted, source, read.page if read else None)
        async for found in self._ask_parts(joining, capture, more):
            yield found

    async def lose_part(self, failure: Failure) -> AsyncIterator[CrawledPage | Request]:
        """Go on without a part that cannot be had; the joined page says so."""
        self.lose(failure)
        known = failure.request.cb_kwargs  # type: ignore[attr-defined]
        joining: Joining = known["joining"]
        more = joining.add(known["wanted"], None)
        async for found in self._ask_parts(joining, known["capture"], more):
            yield found

    def lose(self, failure: Failure) -> None:
        """Count an address that gave no page."""
        url = failure.request.url  # type: ignore[attr-defined]
        self._miss(url, failure_code(failure), failure.getErrorMessage())

    def _miss(self, url: str, code: str, why: str) -> None:
        """Count an address that gave no page, and why; the log names it."""
        self.crawler.stats.inc_value(f"archiver/failed_{code}")
        self.logger.info("no page from %s: %s (%s)", url, code, why)
        self._challenges = self._challenges + 1 if code == "challenge" else 0
        if self._challenges >= MOST_CHALLENGES:
            raise CloseSpider("challenged")

    async def _ask_parts(
        self, joining: Joining, capture: Capture, urls: Sequence[str]
    ) -> AsyncIterator[CrawledPage | Request]:
        """Ask for further parts; the joined page when none is wanted any more."""
        if joining.whole:
            read = await self._readers.run(read_joined, joining, self.profile)
            yield CrawledPage(read.page, capture, self.profile, read.sketches)
        for url in urls:
            first_time = self._scope.new(url)
            yield Request(
                url,
                callback=self.read_part,
                errback=self.lose_part,
                priority=_PARTS_FIRST,
                dont_filter=True,
                cb_kwargs={
                    "joining": joining,
                    "capture": capture,
                    "wanted": url,
                    "alone": first_time and joining.has_entries,
                },
            )

    def _ask(
        self,
        url: str,
        form: tuple[tuple[str, str], ...] = (),
        priority: int = 0,
        barren: int = 0,
    ) -> Request:
        # The scope has already dropped what was asked before: Scrapy's own filter costs more.
        options: dict[str, Any] = {"priority": priority, "dont_filter": True}
        options |= {"callback": self.read, "errback": self.lose, "meta": {"barren": barren}}
        if form:
            return FormRequest(url, formdata=form, method="POST", **options)
        return Request(url, **options)

    @property
    def _limit_reached(self) -> bool:
        return self.job.limit is not None and self._pages >= self.job.limit


def _set(crawler: Crawler, settings: dict[str, Any]) -> None:
    """Set ``settings`` for this crawl; dictionaries are added to those of the project."""
    for name, value in settings.items():
        whole = {**crawler.settings.getdict(name), **value} if isinstance(value, dict) else value
        crawler.settings.set(name, whole, priority="spider")


def site_settings(profile: SiteProfile) -> dict[str, Any]:
    """What the profile says about pace and network, as Scrapy settings."""
    polite = profile.politeness
    return {
        "DOWNLOAD_DELAY": polite.delay_seconds,
        "CONCURRENT_REQUESTS_PER_DOMAIN": polite.connections,
        "AUTOTHROTTLE_ENABLED": polite.delay_seconds > 0,
        "AUTOTHROTTLE_START_DELAY": polite.delay_seconds,
        # A proxy of the environment must not be asked for addresses of this machine.
        "HTTPPROXY_ENABLED": not profile.private_network,
    }


def _source(response: Response) -> Source:
    return Source(response.body, response.url, _content_type(response))


def _is_page(response: Response) -> bool:
    return is_page(_content_type(response), response.body)


def _content_type(response: Response) -> str | None:
    return (response.headers.get("Content-Type") or b"").decode("latin-1") or None
