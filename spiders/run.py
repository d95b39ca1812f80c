"""Crawls in this process: many sites side by side, each at its own pace."""

import asyncio
import datetime
import logging
from collections.abc import Sequence
from pathlib import Path

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings
from scrapy.utils.log import configure_logging

from archiver.home import Home
from archiver.records.crawl import CrawlReport
from pipelines.store import REPORT
from spiders.bulletins import BulletinSpider
from spiders.job import Job
from spiders.progress import ProgressView, watch


def new_log(home: Home) -> Path:
    """Where a crawl that begins now writes its log."""
    return home.logs / f"crawl-{datetime.datetime.now(datetime.UTC):%Y%m%dT%H%M%SZ}.log"


def crawl(
    home: Home, jobs: Sequence[Job], log: Path, view: ProgressView | None = None
) -> list[CrawlReport]:
    """Crawl ``jobs`` and return their reports in the same order.

    Scrapy's messages go to ``log``. A process can do this once (Scrapy's event loop cannot
    be started again). Raises what a crawl raised before it began, ArchiverError among it.
    """
    settings = Settings()
    settings.setmodule("spiders.settings", priority="project")
    settings.set("ARCHIVER_HOME", str(home.path), priority="cmdline")
    _log_to(log)
    process = AsyncCrawlerProcess(settings, install_root_handler=False)
    crawlers: list[Crawler] = []
    tasks: list[asyncio.Task[None]] = []
    for job in jobs:
        crawler = process.create_crawler(BulletinSpider)
        if view is not None:
            watch(crawler, job.site or job.url or "", view)
        crawlers.append(crawler)
        tasks.append(process.crawl(crawler, home=str(home.path), **job.arguments()))
    process.start()
    for task in tasks:
        if task.done() and not task.cancelled() and (error := task.exception()):
            raise error
    return [crawler.stats.get_value(REPORT) for crawler in crawlers]


def _log_to(log: Path) -> None:
    handler = logging.FileHandler(log, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    # A log that cannot be written (a full disk) must not print tracebacks of its own.
    logging.raiseExceptions = False
    logging.captureWarnings(True)
    configure_logging(install_root_handler=False)
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.addHandler(handler)
