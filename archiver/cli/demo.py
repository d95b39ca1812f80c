"""``archiver demo``: the whole way of a page, on a site that comes with the project."""

from collections import Counter
from typing import Annotated

import typer
from rich.table import Table

from archiver.cli.console import err, out, print_json
from archiver.cli.crawl import EXIT_STATUS, run_crawl
from archiver.cli.home import DEFAULT_HOME, HomeOption
from archiver.cli.report import show_report
from archiver.demo import DemoSite, demo_profile
from archiver.home import Home
from archiver.store import Store
from exports.formats import export
from spiders.job import Job
from spiders.profiles import read_profile, write_profile

EXAMPLES = """
[bold]Examples[/]

  archiver demo                     crawl the demo site into ./archive-data

  archiver demo --home /tmp/try     … or somewhere else

  archiver demo --json              the report and what was found, for programs

Nothing leaves this machine: the site is served on 127.0.0.1 while the demo runs. It is invented.
"""


def run(
    home: HomeOption = DEFAULT_HOME,
    json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Serve a small bulletin site, crawl it, and show what was found."""
    place = Home(home).create()
    with DemoSite(port=_last_port(place)) as site:
        profile = demo_profile(site.url)
        write_profile(profile, place.sites)
        if not json:
            err().print(f"[dim]serving an invented county union site at {site.url}[/]")
        report = run_crawl(place, [Job(site=profile.key)])[0]
    if report.verdict == "failed":
        if json:
            print_json({"report": report.model_dump(mode="json")})
        else:
            show_report(report)
        raise typer.Exit(EXIT_STATUS["failed"])
    with Store.open(place.database) as store:
        export(store, place.exports, ())
        if json:
            print_json({"report": report.model_dump(mode="json"), "counts": store.counts()})
        else:
            show_report(report)
            _show(store, place)


def _last_port(place: Home) -> int:
    """Where the site was served for this home before: the same pages, not copies of them."""
    known = place.sites / "demo.toml"
    return (read_profile(known).start[0].port or 0) if known.exists() else 0


def _show(store: Store, place: Home) -> None:
    console = out()
    for heading, table in (
        ("Issues", _issues(store)),
        ("Contributing units", _units(store)),
        ("Findings", _findings(store)),
    ):
        console.print(f"\n[bold]{heading}[/]")
        console.print(table)
    first = next((line.identity for line in store.issues()), "KEY")
    console.print(
        f"\n[bold]Files[/]\n"
        f"  {place.warc}  every answer, byte for byte (WARC)\n"
        f"  {place.database}  the records (SQLite)\n"
        f"  {place.exports}  what you hand out (JSON, JSON Lines)\n"
        f"\n[bold]Next[/]\n"
        f"  archiver show {first}\n"
        f"  archiver status\n"
        f"  archiver sites\n"
        f"  archiver crawl http://…"
    )


def _issues(store: Store) -> Table:
    table = Table("issue", "date", "articles", "pages", "integrity", box=None, pad_edge=False)
    for line in store.issues():
        name = f"{line.series or '?'} {line.label or ''}"
        counts = (str(line.articles), str(line.witnesses))
        table.add_row(name, line.date or "–", *counts, line.integrity)
    return table


def _units(store: Store) -> Table:
    table = Table("printed", "unit", "division", "articles", box=None, pad_edge=False)
    for unit in store.printed_units():
        row = (unit.printed, unit.name or "– unresolved –", unit.division or "–")
        table.add_row(*row, str(unit.articles))
    return table


def _findings(store: Store) -> Table:
    table = Table("rule", "text", "page", box=None, pad_edge=False)
    rules = Counter((one.rule, one.text, one.url) for one in store.findings())
    for rule, text, url in sorted(rules):
        table.add_row(rule, text, url)
    return table
