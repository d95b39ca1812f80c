"""``scrapy crawl``: wrong arguments are told in a sentence, and the verdict is the exit status."""

import argparse
import sys
from pathlib import Path

from scrapy.commands import crawl
from scrapy.exceptions import UsageError

from archiver.archive import opened
from archiver.errors import ArchiverError
from archiver.home import Home
from archiver.records.crawl import EXIT_STATUS
from pipelines.store import REPORT
from spiders.job import Job


class Command(crawl.Command):
    """Checks what would otherwise be a traceback in the middle of Scrapy's start."""

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Crawl; a wrong site, day or home folder ends before anything is asked for."""
        assert self.crawler_process is not None and self.settings is not None
        if args != ["bulletins"]:
            raise UsageError("the spider is called bulletins", print_help=False)
        home = Home(Path(opts.spargs.get("home") or self.settings["ARCHIVER_HOME"]))
        crawler = self.crawler_process.create_crawler(args[0])
        try:
            Job.of(opts.spargs).profile(home)
            with opened(home.create(), "scrapy crawl"):
                self.crawler_process.crawl(crawler, **opts.spargs)
                self.crawler_process.start()
        except ArchiverError as error:
            print(f"scrapy crawl: {error}", file=sys.stderr)
            self.exitcode = EXIT_STATUS["failed"]
            return
        report = crawler.stats.get_value(REPORT) if crawler.stats else None
        self.exitcode = EXIT_STATUS[report.verdict if report else "failed"]
