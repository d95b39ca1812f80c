"""``archiver crawl``: ask sites for their pages, keep every answer, store what they say."""

from typing import Annotated

import typer

from archiver.archive import opened
from archiver.cli.console import err, print_json
from archiver.cli.home import DEFAULT_HOME, HomeOption
from archiver.cli.report import show_report
from archiver.errors import ArchiverError
from archiver.home import Home
from archiver.records.crawl import EXIT_STATUS, CrawlReport
from archiver.store import Store
from spiders.job import Asking, Job, day
from spiders.profiles import known_profiles

EXAMPLES = """
[bold]Examples[/]

  archiver crawl taoyuan-gov                 a site 'archiver sites' lists
  archiver crawl http://www.example.gov.cn/  any other site
  archiver crawl taoyuan-gov --limit 50      stop after 50 pages
  archiver crawl taoyuan-gov --until 2008-01-01 nothing that lists date before
  archiver crawl taoyuan-gov --new-only      a quick look: what is not held yet
  archiver crawl --all --json > reports.json all sites of yours side by side, for cron

The same command goes on where a stopped crawl ended. Exit status: 0 ok, 1 suspicious, 2 failed;
of several sites the worst.
"""


def run(
    sites: Annotated[
        list[str] | None, typer.Argument(metavar="SITE|URL", help="Profile keys or URLs.")
    ] = None,
    every: Annotated[
        bool,
        typer.Option("--all", help="All sites with a profile of your own or crawled before."),
    ] = False,
    limit: Annotated[
        int | None, typer.Option(min=1, help="Ask a site for no more than N pages.")
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM-DD", help="Go back in time until this day, no further."),
    ] = None,
    full: Annotated[
        bool,
        typer.Option(
            "--full", help="Take every page anew; usually unchanged ones are only confirmed."
        ),
    ] = False,
    new_only: Annotated[
        bool,
        typer.Option(
            "--new-only",
            help="Ask for lists as far as they show something new, and for pages not held yet.",
        ),
    ] = False,
    home: HomeOption = DEFAULT_HOME,
    json: Annotated[bool, typer.Option("--json", help="Print the reports as JSON.")] = False,
) -> None:
    """Crawl SITES, archive every answer, read and store what the pages say."""
    last_day = day(until, "--until ")
    asking = _asking(full, new_only)
    names = _all_sites(Home(home)) if every else _named(sites)
    jobs = [
        Job(
            site=None if "://" in name else name,
            url=name if "://" in name else None,
            limit=limit,
            until=last_day,
            asking=asking,
        )
        for name in names
    ]
    if not every:  # a wrong key or URL is told before anything is asked for or written
        for job in jobs:
            job.profile(Home(home))
    reports = run_crawl(Home(home).create(), jobs)
    if json:
        print_json([report.model_dump(mode="json") for report in reports])
    else:
        for report in reports:
            show_report(report)
    raise typer.Exit(max(EXIT_STATUS[report.verdict] for report in reports))


def run_crawl(home: Home, jobs: list[Job]) -> list[CrawlReport]:
    """Crawl with progress on standard error."""
    from spiders.readers import shared_readers

    shared_readers().start()  # they load what they need while this process loads Scrapy
    # Scrapy takes most of a second to import; the other commands start without it. One of its
    # modules looks through all that are loaded and all that import it: it comes first.
    import scrapy.core.downloader.contextfactory  # noqa: F401

    from archiver.cli.progress import view
    from spiders.run import crawl

    names = " ".join(job.name for job in jobs)
    with opened(home, f"archiver crawl {names}") as repairs:
        for line in repairs:
            err().print(line, markup=False)
        with view() as progress:
            reports = crawl(home, jobs, progress)
    if err().is_terminal:
        for report in reports:
            err().print(f"[dim]log: {home.logs / report.crawl}.log[/]")
    return reports


def _named(sites: list[str] | None) -> list[str]:
    if not sites:
        raise ArchiverError("say which sites: keys ('archiver sites' lists them), URLs, or --all")
    return list(dict.fromkeys(sites))


def _all_sites(home: Home) -> list[str]:
    """Own profiles and crawled ones, but not the demo's: it is served only while that runs."""
    crawled = set()
    if home.has_database:
        with Store.open(home.database) as store:  # of a server it may still be empty
            crawled = {site.key for site in store.sites()}
    profiles = known_profiles(home.sites)
    keys = [key for key, file in profiles.items() if file.parent == home.sites or key in crawled]
    if not (found := [key for key in keys if key != "demo"]):
        raise ArchiverError(f"no sites in {home.path} yet: begin with 'archiver sites add URL'")
    return found


def _asking(full: bool, new_only: bool) -> Asking:
    if full and new_only:
        raise ArchiverError("--full takes every page anew, --new-only none that is held: say one")
    return "full" if full else "new-only" if new_only else "changed"
