"""``archiver status``: what is held, and how the last crawls ended."""

from dataclasses import asdict
from typing import Annotated

import typer
from rich.console import Group
from rich.table import Table
from rich.text import Text

from archiver.cli.console import out, print_json
from archiver.cli.home import DEFAULT_HOME, HomeOption
from archiver.cli.report import show_report
from archiver.counting import counted
from archiver.errors import ArchiverError
from archiver.home import Home
from archiver.store import Store
from archiver.store.entries import SiteLine

EXAMPLES = """
[bold]Examples[/]

  archiver status                      sites, last crawls, counts
  archiver status taoyuan-gov          the whole report of a site's last crawl
  archiver status --json | jq .counts  for programs
"""
# Counted to tell what was found again.
_FOUND_AGAIN = ("payloads", "copies")
_COLOURS = {"ok": "green", "suspicious": "yellow", "failed": "red"}


def run(
    site: Annotated[
        str | None, typer.Argument(metavar="SITE", help="Only how its last crawl ended.")
    ] = None,
    home: HomeOption = DEFAULT_HOME,
    json: Annotated[bool, typer.Option("--json", help="Print everything as JSON.")] = False,
) -> None:
    """Show what the archive holds and how the last crawl of every site ended."""
    with Store.open(Home(home).existing().database, create=False) as store:
        if site is not None:
            _show_last(store, site, json)
            return
        sites, counts = store.sites(), store.counts()
    if json:
        print_json({"sites": [asdict(site) for site in sites], "counts": counts})
    else:
        out().print(Group(_sites(sites), Text(), _counts(counts), _same(counts)))


def _show_last(store: Store, site: str, json: bool) -> None:
    report = store.last_report(site)
    if report is None:
        known = ", ".join(line.key for line in store.sites() if line.finished) or "none yet"
        raise ArchiverError(f"no crawl of {site!r} has ended; sites with a report: {known}")
    if json:
        print_json(report.model_dump(mode="json"))
    else:
        show_report(report)


def _sites(sites: list[SiteLine]) -> Table:
    table = Table("site", "name", "last crawl", "verdict", "reasons", box=None, pad_edge=False)
    for name in ("pages", "issues"):
        table.add_column(name, justify="right")
    for site in sites:
        verdict = site.verdict or ("unfinished" if site.started else "–")
        table.add_row(
            site.key,
            site.name or "–",
            (site.finished or site.started or "–")[:16].replace("T", " "),
            Text(verdict, style=_COLOURS.get(verdict, "")),
            Text("; ".join(reason["text"] for reason in site.reasons)),
            str(site.pages),
            str(site.issues),
        )
    return table


def _counts(counts: dict[str, int]) -> Text:
    held = {name: number for name, number in counts.items() if name not in _FOUND_AGAIN}
    return Text(" · ".join(counted(number, name) for name, number in held.items() if number))


def _same(counts: dict[str, int]) -> Text:
    """What was found again: bytes, issues and texts that another has too."""
    bodies = counts["captures"] - counts["payloads"]
    pages = counts["witnesses"] - counts["issues"]
    return Text(
        f"found again: {counted(bodies, 'captures')} with the bytes of another · "
        f"{counted(pages, 'pages')} with the issue of another · "
        f"{counted(counts['copies'], 'articles')} with the text of another"
    )
