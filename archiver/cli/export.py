"""``archiver export``: hand out what the store holds."""

import datetime
from pathlib import Path
from typing import Annotated

import typer

from archiver.cli.console import out, print_json
from archiver.cli.home import DEFAULT_HOME, HomeOption
from archiver.errors import ArchiverError
from archiver.home import Home
from archiver.store import Store
from archiver.store.asking import Selection
from exports import wacz
from exports.formats import FORMATS, ON_REQUEST, export
from exports.release import files_in
from exports.stream import Stream

EXAMPLES = """
[bold]Examples[/]

  archiver export                every format, into exports/ of the home folder
  archiver export --format json  one JSON file a bulletin, nothing else
  archiver export --series 工会简报 --since 2009-01-01 --output ~/bulletins
                                 some of it, into a folder of your own
  archiver export --format wacz --output ~/package
                                 the archive itself, for replayweb.page and pywb
  archiver export --against ~/bulletins-2025 --output ~/bulletins-2026
                                 with changes.jsonl: what is new, changed, gone

The folder is written aside and put in place when it is whole; it is replaced, never mixed.
Check it with: sha256sum --check SHA256SUMS
"""


def run(
    home: HomeOption = DEFAULT_HOME,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", help=f"One of {', '.join([*FORMATS, *ON_REQUEST])} or wacz."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", metavar="DIR", help="Folder to write.")
    ] = None,
    series: Annotated[
        str | None, typer.Option("--series", help="Only series with these words in their name.")
    ] = None,
    site: Annotated[
        str | None, typer.Option("--site", metavar="KEY", help="Only what was found on this site.")
    ] = None,
    since: Annotated[
        datetime.datetime | None,
        typer.Option("--since", formats=["%Y-%m-%d"], help="Only what is dated that day or later."),
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option("--against", metavar="DIR", help="Earlier release; tell what has changed."),
    ] = None,
    include_quarantined: Annotated[
        bool,
        typer.Option("--include-quarantined", help="Also hand out hijacked content and spam."),
    ] = False,
    omit_persons: Annotated[
        bool,
        typer.Option("--omit-persons", help="Make names illegible that records give as persons'."),
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the list of files as JSON.")] = False,
) -> None:
    """Write bulletins and tables as files for other programs."""
    place = Home(home).existing()
    folder = output or place.exports
    with Store.open(place.database, create=False) as store:
        export(
            store,
            folder,
            formats or (),
            Selection(series, site, since.date() if since else None, include_quarantined),
            against,
            {"wacz": lambda stream, aside: _write_wacz(place, stream, aside)},
            omit_persons=omit_persons,
        )
    if json:
        print_json({"folder": str(folder), "files": list(files_in(folder))})
    else:
        out().print(f"{sum(1 for _ in files_in(folder))} files in {folder}")


def _write_wacz(home: Home, stream: Stream, folder: Path) -> None:
    """The archive goes out by whole files: of all sites, or of one, as it was answered."""
    if stream.omit_persons:
        raise ArchiverError("--format wacz hands out pages as they were: leave out --omit-persons")
    if stream.selection.series or stream.selection.since:
        raise ArchiverError(
            "--format wacz hands out whole WARC files: choose by --site, not by --series or --since"
        )
    wacz.write(home, stream.store, folder / "archive.wacz", stream.selection.site)
