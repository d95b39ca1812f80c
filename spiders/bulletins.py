"""The spider: asks a site for its lists and pages, hands every answer to the parsers."""

import asyncio
import datetime
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any, Self

import scrapy
from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider
from scrapy.http import FormRequest, Request, Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from archiver import archive
from archiver.archive.cache import key_of
from archiver.archive.extension import Archiving
from archiver.errors import ArchiverError
from archiver.home import Home
from archiver.parsers.joining import Joining
from archiver.parsers.page import Source
from archiver.records import SiteProfile
from archiver.records.crawl import MOST_NOTES, Note
from archiver.records.crawled import CrawledFile, CrawledPage
from pipelines.attached import read_attached
from pipelines.check import PREFIX
from pipelines.findings import Asked
from spiders.columns import Lead
from spiders.failures import FOR_LATER, failure_code
from spiders.following import Answer, Following, Step
from spiders.frontier import Frontier, Outcome
from spiders.job import Job
from spiders.nowhere import Nowhere
from spiders.order import PARTS, START
from spiders.pace import Stopped
from spiders.paging import announced
from spiders.readers import shared_readers
from spiders.reading import PageRead, read_joined, read_page
from spiders.responses import content_type_of, is_a_page, redirects_of, source_of
from spiders.resume import frontier_of
from spiders.scope import Bounds, Scope, mark_of
from spiders.site_settings import set_for_crawl, site_settings
from spiders.traps import MOST_CHALLENGES, Repeats

_TEXT = ("text/", "application/xml", "application/xhtml")
_RESPONSES = "response_received_count"
_NOWHERE = "asked_nowhere"
_NOT_THE_PAGE = "the answer is not the page"


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
        self._scope = Scope(Bounds(profile, job.until))
        self._readers = shared_readers()
        self._repeats = Repeats()
        self._challenges = 0
        self.following = Following(self._scope, job.asking, self._held, named=profile.columns)
        self._failed: list[Note] = []
        self._missed: dict[bytes, str] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Read the arguments of ``-a`` and set what depends on the site."""
        home = Home(Path(kwargs.pop("home", None) or crawler.settings["ARCHIVER_HOME"]))
        job = Job.of({name: kwargs.pop(name, None) for name in Job().arguments()})
        profile = job.profile(home)
        crawl_id = kwargs.pop("crawl_id", None) or archive.crawl_to_run(
            home, profile.key, datetime.datetime.now(datetime.UTC), only_new=job.only_new
        )
        archived = archive.settings(
            home.create().path,
            profile.key,
            crawl_id,
            profile=profile,
            conditional=job.asking != "full",
        )
        set_for_crawl(crawler, archived)
        set_for_crawl(crawler, {**site_settings(profile), "PAGE_LIMIT": job.limit})
        return super().from_crawler(
            crawler, *args, profile=profile, home=home, crawl_id=crawl_id, job=job, **kwargs
        )

    async def start(self) -> AsyncIterator[Request]:
        """Ask for the profile's start pages, and for what an earlier run left to be asked."""
        self._nowhere = Nowhere(self.crawler, self.profile)
        archiving = Archiving.of(self.crawler)
        try:
            self._frontier = frontier_of(
                self.crawl_id, self.profile, self.job, self.home, archiving.archive.index
            )
        except ArchiverError as error:
            archiving.fail(error)
            return
        self.crawler.signals.connect(self._keep_frontier, signals.engine_stopped)
        self._take_over(self._frontier)
        left = self._frontier.pending()
        for step in left:
            self.following.expect(step.lead)
        for url in self.profile.start:
            if self._scope.new(str(url)):
                yield self._ask(Step(str(url), Lead(START)))
        for step in left:
            yield self._ask(step)
            await asyncio.sleep(0)  # the first is sent before the last stands in line

    def _take_over(self, frontier: Frontier) -> None:
        """Be as after the answers that an earlier run of this crawl has settled."""
        self._scope.remember(frontier.marks())
        for told in frontier.outcomes():
            for name, number in told.counts.items():
                self.crawler.stats.inc_value(name, number)
            if told.listed is not None:
                self.following.columns.add(told.listed)
            for missed in told.missed:
                self._note(missed)
            if told.digest is not None:
                self._repeats.too_many(told.digest)

    def _keep_frontier(self) -> None:
        self._frontier.close(done=Archiving.of(self.crawler).archive.finished)

    async def read(self, response: Response) -> AsyncIterator[CrawledPage | CrawledFile | Request]:
        """Read a page and ask for what it leads to, or take the text of a file."""
        step: Step = response.meta["step"]
        self.following.arrived(step.lead)
        outcome = Outcome(step.mark, response.meta["capture"], counts=Counter([_RESPONSES]))
        if self._scope.new(response.url):  # a redirect has led to a page that is linked, too
            outcome.also.append(mark_of(response.url))
        if not is_a_page(response):
            async for taken in self._take_file(response, outcome):
                yield taken
            return
        source = source_of(response)
        read = await self._readers.run(read_page, source, self.profile, self.job.until)
        instead = read.stand_in
        if instead is None and step.lead.order != START and await self._is_nothing(read, outcome):
            instead = "soft_404"
        if instead is not None:
            self._miss(response.url, instead, _NOT_THE_PAGE, outcome)
            self._frontier.settle(outcome)
            return
        async for found in self._take(source, read, step.lead, outcome):
            yield found

    async def _is_nothing(self, read: PageRead, outcome: Outcome) -> bool:
        """Whether the site says the same of an address that cannot exist."""
        if read.wording is None:
            return False
        if not self.crawler.stats.get_value(PREFIX + _NOWHERE):
            self._count(_NOWHERE, outcome)
        return read.wording == await self._nowhere.wording(outcome.capture.url)

    async def _take_file(
        self, response: Response, outcome: Outcome
    ) -> AsyncIterator[CrawledFile | Request]:
        requests: list[Request] = []
        if (content_type_of(response) or "text/").startswith(_TEXT):  # a data store, say
            answer = Answer(response.url, tuple(announced(response.body, response.url)))
            requests = self._follow(answer, response.meta["step"].lead, outcome)
        file = await self._readers.run(read_attached, response.body, response.url)
        taken = CrawledFile(file, outcome.capture, redirects_of(response)) if file else None
        outcome.item = taken
        self._frontier.settle(outcome)
        if taken is not None:
            yield taken
        for request in requests:
            yield request

    async def _take(
        self, source: Source, read: PageRead, lead: Lead, outcome: Outcome
    ) -> AsyncIterator[CrawledPage | Request]:
        """Hand on what was read, and ask for what it leads to."""
        self._challenges = 0
        outcome.digest = read.digest
        joining = None
        if read.is_in_parts:
            joining = Joining.begin(source, read.prepared.page, self.profile)
        requests = self._ask_parts(joining, outcome, joining.wanted) if joining else []
        if self._repeats.too_many(outcome.digest):
            self._count("identical_pages", outcome)
            self.logger.info("the words of many others at %s: not followed further", source.url)
        else:
            answer = Answer(
                source.url or "", read.asks, read.kind, read.title, read.targets, read.total
            )
            requests += self._follow(answer, lead, outcome)
        if joining is None:
            yield self._keep(read, outcome)
        elif joining.whole:
            yield await self._joined(joining, outcome)
        for request in requests:
            yield request

    def _follow(self, answer: Answer, lead: Lead, outcome: Outcome) -> list[Request]:
        followed = outcome.followed = self.following.follow(answer, lead)
        if followed.too_deep:
            self._count("too_deep", outcome, followed.too_deep)
            self.logger.info("too far from the start pages behind %s", answer.url)
        if followed.barren:
            self._count("barren_chains", outcome)
            self.logger.info("nothing new behind %s: not followed further", answer.url)
        return [self._ask(step) for step in followed.steps]

    def _keep(self, read: PageRead, outcome: Outcome) -> CrawledPage:
        page = CrawledPage(read.prepared, read.says, outcome.capture, self.profile)
        outcome.item = page
        self._frontier.settle(outcome)
        return page

    async def _joined(self, joining: Joining, outcome: Outcome) -> CrawledPage:
        return self._keep(await self._readers.run(read_joined, joining, self.profile), outcome)

    async def read_part(
        self, response: Response, joining: Joining, whole: Outcome, wanted: str, alone: bool
    ) -> AsyncIterator[CrawledPage | Request]:
        """Take in one page of an issue that is spread over several; ``alone``: store it too."""
        source = read = None
        whole.counts[_RESPONSES] += 1
        if is_a_page(response):
            source = source_of(response)
            read = await self._readers.run(read_page, source, self.profile, self.job.until)
            if read.stand_in is not None:
                self._miss(response.url, read.stand_in, _NOT_THE_PAGE, whole)
                source = read = None
            elif alone:
                part = Outcome(mark_of(wanted), response.meta["capture"])
                async for found in self._take(source, read, Lead(0), part):
                    yield found
        more = joining.add(wanted, source, read.prepared.page if read else None)
        async for found in self._go_on(joining, whole, more):
            yield found

    async def lose_part(self, failure: Failure) -> AsyncIterator[CrawledPage | Request]:
        """Go on without a part that cannot be had; the joined page says so."""
        request: Request = failure.request  # type: ignore[attr-defined]
        known = request.cb_kwargs
        whole: Outcome = known["whole"]
        if isinstance(failure.value, Stopped):
            return
        code = failure_code(failure)
        if isinstance(failure.value, HttpError) and code not in FOR_LATER:
            whole.counts[_RESPONSES] += 1
        else:
            whole.is_final = False
        self._miss(request.url, code, failure.getErrorMessage(), whole)
        more = known["joining"].add(known["wanted"], None)
        async for found in self._go_on(known["joining"], whole, more):
            yield found

    async def _go_on(
        self, joining: Joining, whole: Outcome, urls: Sequence[str]
    ) -> AsyncIterator[CrawledPage | Request]:
        """Ask for further parts; the joined page when none is wanted any more."""
        if joining.whole:
            yield await self._joined(joining, whole)
        for request in self._ask_parts(joining, whole, urls):
            yield request

    def lose(self, failure: Failure) -> None:
        """Count an address that gave no page; what was stopped is asked when the crawl goes on."""
        request: Request = failure.request  # type: ignore[attr-defined]
        step: Step = request.meta["step"]
        self.following.arrived(step.lead)
        if isinstance(failure.value, Stopped):
            return
        code = failure_code(failure)
        outcome = None
        if isinstance(failure.value, HttpError) and code not in FOR_LATER:
            outcome = Outcome(step.mark, request.meta["capture"], counts=Counter([_RESPONSES]))
        self._miss(request.url, code, failure.getErrorMessage(), outcome)
        if outcome is not None:
            self._frontier.settle(outcome)

    def _miss(self, url: str, code: str, why: str, outcome: Outcome | None) -> None:
        """Count an address that gave no page, and why; the log names it."""
        note = Note(url=url, why=code)
        self._count(f"failed_{code}", outcome)
        self.logger.info("no page from %s: %s (%s)", url, code, why)
        self._note(note)
        if outcome is not None:
            outcome.missed.append(note)
        self._challenges = self._challenges + 1 if code == "challenge" else 0
        if self._challenges >= MOST_CHALLENGES:
            raise CloseSpider("challenged")

    def _note(self, missed: Note) -> None:
        self._missed[mark_of(missed.url)] = missed.why
        if len(self._failed) < MOST_NOTES:
            self._failed.append(missed)

    def _count(self, name: str, outcome: Outcome | None, number: int = 1) -> None:
        self.crawler.stats.inc_value(PREFIX + name, number)
        if outcome is not None:
            outcome.counts[PREFIX + name] += number

    def _ask_parts(self, joining: Joining, whole: Outcome, urls: Sequence[str]) -> list[Request]:
        """Requests for further parts of ``whole``."""
        requests = []
        for url in urls:
            first_time = self._scope.new(url)
            if first_time:
                whole.also.append(mark_of(url))
            known = {
                "joining": joining,
                "whole": whole,
                "wanted": url,
                "alone": first_time and joining.has_entries,
            }
            callbacks: dict[str, Any] = {"callback": self.read_part, "errback": self.lose_part}
            requests.append(
                Request(url, priority=PARTS, dont_filter=True, cb_kwargs=known, **callbacks)
            )
        return requests

    def _ask(self, step: Step) -> Request:
        # The scope has already dropped what was asked before: Scrapy's own filter costs more.
        options: dict[str, Any] = {"priority": step.lead.order, "dont_filter": True}
        options |= {"callback": self.read, "errback": self.lose, "meta": {"step": step}}
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
            extent="part" if not whole else "new" if self.job.only_new else "whole",
            columns=self.following.columns.told(),
            was_listed=self.following.columns.read,
            was_asked=self._scope.asked,
            missed=lambda url: self._missed.get(mark_of(url)),
            failed=tuple(self._failed),
        )
