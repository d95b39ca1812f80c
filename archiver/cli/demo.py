"""``archiver demo``: the whole way of a page, on a site that comes with the project."""

import shlex
import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import RenderableType
from rich.table import Table

from archiver.cli.console import err, out, print_json
from archiver.cli.coverage import Calendar
from archiver.cli.crawl import run_crawl
from archiver.cli.home import DEFAULT_HOME, HomeOption
from archiver.cli.report import show_report
from archiver.demo import DemoSite, demo_profile
from archiver.home import Home
from archiver.records import Page
from archiver.records.crawl import EXIT_STATUS
from archiver.store import Store
from archiver.store.asking import Selection
from archiver.store.entries import Entry
from exports.formats import export
from spiders.job import Job
from spiders.profiles import read_profile, write_profile

_SHOWN = 8

EXAMPLES = """
[bold]Examples[/]

  archiver demo                  crawl the demo site into ./archive-data
  archiver demo --home /tmp/try  … or somewhere else
  archiver demo --json           the report and what was found, for programs

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
    example = _most_told(store)
    parts: list[tuple[str, RenderableType]] = [
        ("Issues", _issues(store)),
        ("Coverage: ■ held, ▬ held in a 合刊, □ missing", Calendar(store.coverage())),
        ("Contributing units", _units(store)),
        ("Findings", _findings(store)),
    ]
    if example is not None:
        parts.insert(2, (f"Articles of {example.identity}", _articles(example.page)))
        parts.insert(3, ("Dates in them", _dates(example.page)))
    for heading, table in parts:
        console.print(f"\n[bold]{heading}[/]")
        console.print(table)
    command = _command()
    option = "" if place.path == DEFAULT_HOME else f" --home {shlex.quote(str(place.path))}"
    console.print(
        f"\n[bold]Files[/]\n"
        f"  {place.warc}/  every answer, byte for byte (WARC)\n"
        f"  {place.database}  the records (SQLite)\n"
        f"  {place.exports}/  what you hand out: one JSON a bulletin, tables, checksums\n"
        f"\n[bold]Next[/]\n"
        f"  {command} show {example.identity if example else 'KEY'}{option}\n"
        f"  {command} search 困难职工{option}\n"
        f"  {command} units{option}\n"
        f"  {command} --help\n",
        soft_wrap=True,
    )


def _command() -> str:
    """How this program was called, so that what is shown can be typed as it stands."""
    called = Path(sys.argv[0])
    if called.name != "archiver":
        return "python -m archiver"
    found = shutil.which("archiver")
    return "archiver" if found and Path(found).samefile(called) else str(called)


def _most_told(store: Store) -> Entry | None:
    """The issue that shows most: the one with most date mentions."""
    return max(
        store.issue_entries(Selection(include_quarantined=True)),
        key=lambda one: sum(len(article.dates) for article in one.page.articles),
        default=None,
    )


def _issues(store: Store) -> Table:
    table = _table("issue", "date", "articles", "witnesses", "integrity")
    for line in store.issues():
        name = f"{line.series or '?'} {line.label or ''}"
        counts = (str(line.articles), str(line.witnesses))
        table.add_row(name, line.date or "–", *counts, line.integrity)
    return table


def _articles(page: Page) -> Table:
    table = _table("section", "title", "sent in by")
    for article in page.articles:
        senders = "、".join(one.name or one.text for one in article.contributors)
        table.add_row(article.section or "–", article.title or "–", senders or "–")
    return table


def _dates(page: Page) -> Table:
    table = _table("printed", "EDTF", "from", "to", "said of it")
    dates = {date.text: date for article in page.articles for date in article.dates if date.edtf}
    for date in list(dates.values())[:_SHOWN]:
        days = (str(date.start or "…"), str(date.end or "…"))
        table.add_row(date.text, date.edtf, *days, ", ".join(date.flags))
    return table


def _units(store: Store) -> Table:
    table = _table("printed", "unit", "division", "articles")
    units = sorted(store.printed_units(), key=lambda unit: (-unit.articles, unit.printed))
    for unit in units[:_SHOWN]:
        row = (unit.printed, unit.name or "– unresolved –", unit.division or "–")
        table.add_row(*row, str(unit.articles))
    if len(units) > _SHOWN:
        table.add_row(f"… and {len(units) - _SHOWN} more")
    return table


def _findings(store: Store) -> Table:
    table = _table("rule", "where", "text", "page")
    found = {(one.rule, one.place, one.text, one.url) for one in store.findings()}
    for row in sorted(found):
        table.add_row(*row)
    return table


def _table(*columns: str) -> Table:
    return Table(*columns, box=None, pad_edge=False)
