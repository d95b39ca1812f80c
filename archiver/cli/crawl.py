"""``archiver crawl``: ask sites for their pages, keep every answer, store what they say."""

import datetime
from typing import Annotated

import typer

from archiver.archive import opened
from archiver.cli.console import err, print_json
from archiver.cli.home import DEFAULT_HOME, HomeOption
from archiver.cli.report import show_report
from archiver.errors import ArchiverError
from archiver.home import Home
from archiver.records.crawl import CrawlReport
from spiders.job import Job
from spiders.profiles import load_profile, profile_for_url

EXIT_STATUS = {"ok": 0, "suspicious": 1, "failed": 2}

EXAMPLES = """
[bold]Examples[/]

  archiver crawl taoyuan-gov                 a site 'archiver sites' lists
  archiver crawl http://www.example.gov.cn/  any other site
  archiver crawl taoyuan-gov --limit 50      stop after 50 pages
  archiver crawl taoyuan-gov --until 2008-01-01 nothing that lists date before
  archiver crawl taoyuan-gov changde-sasac --json > reports.json

The same command goes on where a stopped crawl ended. Exit status: 0 ok, 1 suspicious, 2 failed.
"""


def run(
    sites: Annotated[list[str], typer.Argument(metavar="SITE|URL…", help="Profile keys or URLs.")],
    limit: Annotated[int | None, typer.Option(min=1, help="Stop after N pages a site.")] = None,
    until: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM-DD", help="Go back in time until this day, no further."),
    ] = None,
    home: HomeOption = DEFAULT_HOME,
    json: Annotated[bool, typer.Option("--json", help="Print the reports as JSON.")] = False,
) -> None:
    """Crawl SITES, archive every answer, read and store what the pages say."""
    jobs = [_job(site, limit, _day(until), Home(home)) for site in dict.fromkeys(sites)]
    reports = run_crawl(Home(home).create(), jobs)
    if json:
        print_json([report.model_dump(mode="json") for report in reports])
    else:
        for report in reports:
            show_report(report)
    raise typer.Exit(max(EXIT_STATUS[report.verdict] for report in reports))


def run_crawl(home: Home, jobs: list[Job]) -> list[CrawlReport]:
    """Crawl with progress on standard error."""
    # Scrapy takes most of a second to import; the other commands start without it.
    from archiver.cli.progress import view
    from spiders.run import crawl, new_log

    log = new_log(home)
    names = " ".join(job.site or job.url or "" for job in jobs)
    with opened(home, f"archiver crawl {names}") as repairs:
        for line in repairs:
            err().print(line, markup=False)
        with view() as progress:
            reports = crawl(home, jobs, log, progress)
    err().print(f"[dim]log: {log}[/]")
    return reports


def _job(site: str, limit: int | None, until: datetime.date | None, home: Home) -> Job:
    """A wrong key or URL is told before anything is asked for or written."""
    if "://" in site:
        profile_for_url(site)
        return Job(url=site, limit=limit, until=until)
    load_profile(site, home.sites)
    return Job(site=site, limit=limit, until=until)


def _day(text: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError:
        raise ArchiverError(
            f"--until {text!r} is not a day; write it as YYYY-MM-DD, for example 2008-01-01"
        ) from None
