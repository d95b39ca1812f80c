"""Crawls in this process: many sites side by side, each at its own pace.

One process is enough: a polite site gives a page a second and a page costs some ten milliseconds,
so a hundred sites fit beside each other; and one process is what may write to a home folder. More
come from more home folders, on as many machines, with one database for all their records.
"""

import asyncio
import datetime
import logging
from collections import defaultdict
from collections.abc import Sequence
from contextlib import AsyncExitStack

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings
from scrapy.utils.log import configure_logging

from archiver import archive
from archiver.errors import ArchiverError
from archiver.home import Home
from archiver.records import SiteProfile
from archiver.records.crawl import CrawlReport, Reason, Verdict
from pipelines.collecting import collect_seldom
from pipelines.store import REPORT, keep_report
from spiders.bulletins import BulletinSpider
from spiders.job import Job
from spiders.logs import logging_to
from spiders.progress import ProgressView, watch
from spiders.readers import shared_readers

SIDE_BY_SIDE = 50
"""So many sites at once: each holds a few open files and up to a page a second's work."""

logger = logging.getLogger(__name__)


def crawl(home: Home, jobs: Sequence[Job], view: ProgressView | None = None) -> list[CrawlReport]:
    """Crawl ``jobs`` and return their reports in the same order.

    Each crawl has its own log file, called after the crawl, in the home's ``logs``. A site whose
    crawl cannot begin or breaks has a report that says so; the others go on. A process can do
    this once (Scrapy's event loop cannot be started again).
    """
    shared_readers().start()
    settings = Settings()
    settings.setmodule("spiders.settings", priority="project")
    settings.set("ARCHIVER_HOME", str(home.path), priority="cmdline")
    logging.captureWarnings(True)
    configure_logging(install_root_handler=False)
    process = _Process(settings, home, jobs, view)
    try:
        process.start()
    finally:
        shared_readers().close()
    return [process.report(job) for job in jobs]


class _Process(AsyncCrawlerProcess):
    """Runs jobs instead of crawlers that were begun before."""

    def __init__(
        self, settings: Settings, home: Home, jobs: Sequence[Job], view: ProgressView | None
    ) -> None:
        super().__init__(settings, install_root_handler=False)
        self._home, self._jobs, self._view = home, jobs, view
        self._reports: dict[Job, CrawlReport] = {}
        self._begun: dict[Job, datetime.datetime] = {}
        self._room = asyncio.Semaphore(SIDE_BY_SIDE)
        # Politeness is a host's due: sites that share one take turns.
        self._hosts: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._stopping = False

    def report(self, job: Job) -> CrawlReport:
        """How the crawl of ``job`` ended; one that was killed could not say it itself."""
        stopped = ("ended_early", "the crawl was stopped at once; the same command goes on")
        return self._reports.get(job) or self._unheard(job, "suspicious", *stopped)

    async def join(self) -> None:
        """Run all jobs."""
        collect_seldom()
        await asyncio.gather(*(self._run(job) for job in self._jobs))

    async def stop(self) -> None:
        """End the crawls under way, and begin no further one."""
        self._stopping = True
        await super().stop()

    async def _run(self, job: Job) -> None:
        try:
            profile = job.profile(self._home)
            async with AsyncExitStack() as turn:
                await turn.enter_async_context(self._room)
                for host in sorted(profile.hosts):
                    await turn.enter_async_context(self._hosts[host])
                if not self._stopping:
                    await self._crawl_site(job, profile)
        except ArchiverError as error:
            self._note(job, "not_run", str(error))
        except Exception as error:
            logger.exception("the crawl of %s broke", job.name)
            self._note(job, "broken", f"an error of this program: {type(error).__name__}: {error}")

    async def _crawl_site(self, job: Job, profile: SiteProfile) -> None:
        self._begun[job] = now = datetime.datetime.now(datetime.UTC)
        crawl = archive.crawl_to_run(self._home, profile.key, now, only_new=job.only_new)
        with logging_to(self._home.logs / f"{crawl}.log"):
            crawler = self.create_crawler(BulletinSpider)
            if self._view is not None:
                watch(crawler, job.name, self._view)
            arguments = {"home": str(self._home.path), "crawl_id": crawl, **job.arguments()}
            await self.crawl(crawler, **arguments)
        self._take(job, crawler)

    def _take(self, job: Job, crawler: Crawler) -> None:
        report = crawler.stats.get_value(REPORT) if crawler.stats else None
        if report is not None:
            self._reports[job] = report

    def _note(self, job: Job, code: str, text: str) -> None:
        """Keep that a crawl failed before it could say so itself."""
        self._reports[job] = report = self._unheard(job, "failed", code, text)
        try:
            keep_report(self._home, report)
        except ArchiverError as error:
            logger.warning("%s", error)

    def _unheard(self, job: Job, verdict: Verdict, code: str, text: str) -> CrawlReport:
        now = datetime.datetime.now(datetime.UTC)
        started = self._begun.get(job, now)
        return CrawlReport(
            crawl=archive.crawl_id(job.name, started, only_new=job.only_new),
            site=job.name,
            started=started,
            finished=now,
            verdict=verdict,
            reasons=(Reason(code=code, text=text),),
            counts={},
        )
