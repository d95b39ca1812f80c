"""``archiver import``: take in archives of other tools."""

import os
from pathlib import Path
from typing import Annotated

import typer

from archiver.archive import opened
from archiver.archive.foreign import Part, TakenIn, first_page, take_in, warc_parts
from archiver.cli.console import err, out, print_json
from archiver.cli.home import DEFAULT_HOME, HomeOption
from archiver.counting import counted
from archiver.errors import ArchiverError
from archiver.home import Home
from archiver.records import SiteProfile
from archiver.store import Store
from spiders.profiles import known_profiles, load_profile, profile_for_url, read_profile

EXAMPLES = """
[bold]Examples[/]

  archiver import old-site.warc.gz  made by wget --warc-file, Heritrix, …
  archiver import browsed.wacz --site taoyuan-gov  a package, as pages of a known site

Every answer is archived with its own time and read like a crawled one. The same file again changes
nothing. Without --site, the profile of the host of the first page counts.
"""


def run(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="WARC files or WACZ.")],
    site: Annotated[
        str | None, typer.Option("--site", metavar="KEY", help="The site they are of.")
    ] = None,
    home: HomeOption = DEFAULT_HOME,
    json: Annotated[bool, typer.Option("--json", help="Print what was done as JSON.")] = False,
) -> None:
    """Take archives of other tools in, and read their pages."""
    # Parsers and Scrapy take their time to import; --help does without.
    from pipelines.rebuild import rebuild

    parts: dict[Path, list[Part]] = {}
    for file in files:
        if not file.is_file():
            raise ArchiverError(f"{file} is not a file")
        parts[file] = warc_parts(file)  # what is no archive is told before anything is written
    place = Home(home).create()
    taken: dict[str, TakenIn] = {}
    with opened(place, "archiver import") as repairs, Store.open(place.database) as store:
        for line in repairs:
            err().print(line, markup=False)
        profiles: dict[str, SiteProfile] = {}
        for file in files:
            profile = _profile(file, parts[file], site, place)
            profiles[profile.key] = profile
            taken[str(file)] = take_in(file, parts[file], place, profile)
        crawls = {one.crawl for one in taken.values()}
        # What was taken in is at hand; only a large import pays for more processes.
        large = sum(one.captures for one in taken.values()) > 500
        read = rebuild(
            place,
            store,
            profiles.get,
            wanted=lambda crawl: crawl.id in crawls,
            processes=os.cpu_count() if large else 1,
        )
    if json:
        print_json({"files": taken, "pages": read.pages, "unreadable": read.unreadable})
        return
    for name, one in taken.items():
        left_out = "".join(f", {count} left out ({why})" for why, count in one.skipped.items())
        out().print(
            f"{name}: {counted(one.captures, 'answers')} taken in, "
            f"{one.known} known already{left_out}",
            markup=False,
        )
    out().print(f"{counted(read.pages, 'pages')} read, cannot be read: {len(read.unreadable)}")


def _profile(file: Path, parts: list[Part], site: str | None, place: Home) -> SiteProfile:
    """The named profile, else one that has the host of the first page, else one made for it."""
    if site is not None:
        return load_profile(site, place.sites)
    made = profile_for_url(first_page(file, parts))
    for path in known_profiles(place.sites).values():
        known = read_profile(path)
        if set(known.hosts) & set(made.hosts):
            return known
    return made
