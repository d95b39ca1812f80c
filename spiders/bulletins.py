"""The spider: asks a site for its lists and pages, hands every answer to the parsers."""

import datetime
from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path
from typing import Any, Self

import scrapy
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider
from scrapy.http import FormRequest, Request, Response
from twisted.python.failure import Failure

from archiver import archive
from archiver.archive.cache import key_of
from archiver.archive.extension import Archiving
from archiver.home import Home
from archiver.parsers.joining import Joining
from archiver.parsers.page import Source
from archiver.records import Capture, SiteProfile
from archiver.records.crawl import MOST_NOTES, Note
from archiver.records.crawled import CrawledFile, CrawledPage
from pipelines.answers import is_page
from pipelines.attached import read_attached
from pipelines.findings import Asked
from spiders.columns import Lead
from spiders.failures import failure_code
from spiders.following import Answer, Following, Step
from spiders.job import Job
from spiders.order import PARTS, START
from spiders.paging import announced
from spiders.reading import PageRead, read_joined, read_page, shared_readers
from spiders.scope import Bounds, Scope, mark_of
from spiders.traps import MOST_CHALLENGES, Repeats

_HANDLER = "spiders.guard.GuardedHandler"
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
        self.following = Following(
            self._scope, job.asking, self._held, named_only=bool(profile.columns)
        )
        self._failed: list[Note] = []
        self._missed: dict[bytes, str] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Read the arguments of ``-a`` and set what depends on the site."""
        home = Home(Path(kwargs.pop("home", None) or crawler.settings["ARCHIVER_HOME"]))
        job = Job.of({name: kwargs.pop(name, None) for name in Job().arguments()})
        profile = job.profile(home)
        crawl_id = kwargs.pop("crawl_id", None) or archive.crawl_to_run(
            home, profile.key, datetime.datetime.now(datetime.UTC)
        )
        archived = archive.settings(
            home.create().path,
            profile.key,
            crawl_id,
            profile=profile,
            conditional=job.asking != "full",
        )
        set_for_crawl(crawler, archived)
        set_for_crawl(crawler, site_settings(profile))
        return super().from_crawler(
            crawler, *args, profile=profile, home=home, crawl_id=crawl_id, job=job, **kwargs
        )

    async def start(self) -> AsyncIterator[Request]:
        """Ask for the profile's start pages."""
        self._readers.start()
        for url in self.profile.start:
            if self._scope.new(str(url)):
                yield self._ask(Step(str(url), Lead(START)))

    async def read(self, response: Response) -> AsyncIterator[CrawledPage | CrawledFile | Request]:
        """Read a page and ask for what it leads to, or take the text of a file."""
        self.following.arrived(_lead(response.meta))
        self._scope.new(response.url)  # a redirect may have led to a page that is linked, too
        if not _is_page(response):
            if (_content_type(response) or "text/").startswith(_TEXT):  # a data store, say
                asks = tuple(announced(response.body, response.url))
                for request in self._follow(Answer(response.url, asks), response):
                    yield request
            file = await self._readers.run(read_attached, response.body, response.url)
            if file is not None:
                yield CrawledFile(file, response.meta["capture"])
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
            yield CrawledPage(read.page, capture, self.profile, read.prepared)
        else:
            async for found in self._ask_parts(joining, capture, joining.wanted):
                yield found
        if self._limit_reached:
            raise CloseSpider("limit")
        self._challenges = 0
        if self._repeats.too_many(capture.payload_digest):
            self.crawler.stats.inc_value("archiver/identical_pages")
            self.logger.info("the bytes of many others at %s: not followed further", response.url)
            return
        answer = Answer(response.url, read.asks, read.page, read.targets, read.total)
        for request in self._follow(answer, response):
            yield request

    def _follow(self, answer: Answer, response: Response) -> Iterator[Request]:
        chains, deep = self.following.barren_chains, self.following.too_deep
        for step in self.following.steps(answer, _lead(response.meta)):
            yield self._ask(step)
        if self.following.too_deep > deep:
            self.crawler.stats.inc_value("archiver/too_deep", self.following.too_deep - deep)
            self.logger.info("too far from the start pages behind %s", answer.url)
        if self.following.barren_chains > chains:
            self.crawler.stats.inc_value("archiver/barren_chains")
            self.logger.info("nothing new behind %s: not followed further", answer.url)

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
        request: Request = failure.request  # type: ignore[attr-defined]
        self.following.arrived(_lead(request.meta))
        self._miss(request.url, failure_code(failure), failure.getErrorMessage())

    def _miss(self, url: str, code: str, why: str) -> None:
        """Count an address that gave no page, and why; the log names it."""
        self.crawler.stats.inc_value(f"archiver/failed_{code}")
        self.logger.info("no page from %s: %s (%s)", url, code, why)
        self._missed[mark_of(url)] = code
        if len(self._failed) < MOST_NOTES:
            self._failed.append(Note(url=url, why=code))
        self._challenges = self._challenges + 1 if code == "challenge" else 0
        if self._challenges >= MOST_CHALLENGES:
            raise CloseSpider("challenged")

    async def _ask_parts(
        self, joining: Joining, capture: Capture, urls: Sequence[str]
    ) -> AsyncIterator[CrawledPage | Request]:
        """Ask for further parts; the joined page when none is wanted any more."""
        if joining.whole:
            read = await self._readers.run(read_joined, joining, self.profile)
            yield CrawledPage(read.page, capture, self.profile, read.prepared)
        for url in urls:
            first_time = self._scope.new(url)
            yield Request(
                url,
                callback=self.read_part,
                errback=self.lose_part,
                priority=PARTS,
                dont_filter=True,
                cb_kwargs={
                    "joining": joining,
                    "capture": capture,
                    "wanted": url,
                    "alone": first_time and joining.has_entries,
                },
            )

    def _ask(self, step: Step) -> Request:
        # The scope has already dropped what was asked before: Scrapy's own filter costs more.
        options: dict[str, Any] = {"priority": step.lead.order, "dont_filter": True}
        options |= {"callback": self.read, "errback": self.lose, "meta": {"lead": step.lead}}
        if step.form:
            return FormRequest(step.url, formdata=step.form, method="POST", **options)
        return Request(step.url, **options)

    def _held(self, url: str) -> bool:
        """Whether an earlier crawl got a good answer from ``url``."""
        index = Archiving.of(self.crawler).archive.index
        return index.latest(key_of(Request(url)), self.crawl_id) is not None

    def asked(self, ended: str) -> Asked:
        """What was asked for and what the lists gave; ``ended`` is why the crawl closed."""
        whole = ended == "finished" and not self.job.partial
        return Asked(
            crawl=self.crawl_id,
            site=self.profile.key,
            extent="part" if not whole else "new" if self.job.asking == "new-only" else "whole",
            columns=self.following.columns.told(),
            was_listed=self.following.columns.read,
            was_asked=self._scope.asked,
            missed=lambda url: self._missed.get(mark_of(url)),
            failed=tuple(self._failed),
        )

    @property
    def _limit_reached(self) -> bool:
        return self.job.limit is not None and self._pages >= self.job.limit


def _lead(meta: dict[str, Any]) -> Lead:
    """What led to a request; parts of a page come by themselves."""
    lead: Lead = meta.get("lead", Lead(0))
    return lead


def set_for_crawl(crawler: Crawler, settings: dict[str, Any]) -> None:
    """Set ``settings`` for this crawl; dictionaries are added to those of the project."""
    for name, value in settings.items():
        whole = {**crawler.settings.getdict(name), **value} if isinstance(value, dict) else value
        crawler.settings.set(name, whole, priority="spider")


def site_settings(profile: SiteProfile) -> dict[str, Any]:
    """What the profile says about pace and network, as Scrapy settings; after the archive's."""
    polite = profile.politeness
    return {
        "DOWNLOAD_HANDLERS": dict.fromkeys(("http", "https"), _HANDLER),
        "DOWNLOAD_DELAY": polite.delay_seconds,
        "CONCURRENT_REQUESTS_PER_DOMAIN": polite.connections,
        # What waits for a connection waits where the order is kept, not in the downloader.
        "CONCURRENT_REQUESTS": polite.connections * max(1, len(profile.hosts)),
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
