"""``archiver rebuild``: all records again from the archive, with no network."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict
from typing import Annotated

import typer
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from archiver.archive import Index, opened
from archiver.cli.console import err, out, print_json
from archiver.cli.home import DEFAULT_HOME, HomeOption
from archiver.counting import counted
from archiver.errors import ArchiverError
from archiver.home import Home
from archiver.records import SiteProfile
from archiver.store import Store
from spiders.profiles import known_profiles, read_profile

EXAMPLES = """
[bold]Examples[/]

  archiver rebuild                read every archived page again, with today's parser
  archiver rebuild taoyuan-gov    only those of a site
  archiver rebuild --processes 1  leave the other processors alone

What reads as before stays as it is; what a better parser reads otherwise is a new version. Remove
the database first to make it from nothing. Exit status: 0, or 1 if something could not be read.
"""


def run(
    sites: Annotated[list[str] | None, typer.Argument(metavar="[SITE…]")] = None,
    processes: Annotated[
        int | None, typer.Option(min=1, help="So many at a time; all processors if not given.")
    ] = None,
    home: HomeOption = DEFAULT_HOME,
    json: Annotated[bool, typer.Option("--json", help="Print what was done as JSON.")] = False,
) -> None:
    """Read all archived pages again and store what they say."""
    # Parsers and Scrapy take their time to import; --help does without.
    from pipelines.rebuild import rebuild

    place = Home(home).existing()
    started = time.monotonic()
    with (
        opened(place, "archiver rebuild") as repairs,
        Store.open(place.database) as store,
        _bar() as progress,
    ):
        for line in repairs:
            err().print(line, markup=False)
        _refuse_unknown(sites or [], place)
        result = rebuild(
            place,
            store,
            lambda key: _current_profile(key, place),
            wanted=lambda crawl: not sites or crawl.site in sites,
            processes=processes,
            progress=progress,
        )
    seconds = time.monotonic() - started
    if json:
        print_json({**asdict(result), "seconds": round(seconds, 3)})
    else:
        for line in result.unreadable:
            out().print(f"cannot be read: {line}", markup=False)
        out().print(
            f"{counted(result.pages, 'pages')} and {counted(result.files, 'files')} "
            f"from {counted(result.captures, 'captures')} "
            f"in {seconds:.1f} s, {counted(result.versions, 'new versions')}, "
            f"{len(result.unreadable)} cannot be read"
        )
    raise typer.Exit(1 if result.unreadable else 0)


def _refuse_unknown(sites: list[str], place: Home) -> None:
    with closing(Index(place.index, read_only=True)) as index:
        held = sorted({crawl.site for crawl in index.crawls()}) if sites else []
    for site in sites:
        if site not in held:
            raise ArchiverError(f"nothing is archived of {site}; held are {', '.join(held)}")


def _current_profile(key: str, place: Home) -> SiteProfile | None:
    path = known_profiles(place.sites).get(key)
    return read_profile(path) if path else None


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        return Text(f"{task.finished_speed or task.speed or 0:.0f}/s")


@contextmanager
def _bar() -> Iterator[Callable[[int, int], None]]:
    """A bar with the time left on a terminal, nothing elsewhere."""
    columns = (
        TextColumn("captures"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(),
    )
    console = err()
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
