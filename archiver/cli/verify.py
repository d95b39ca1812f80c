"""``archiver verify``: prove the archive, and mend what can be mended."""

import contextlib
import time
from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated

import typer

from archiver.archive import Index, locked
from archiver.archive.lock import writer
from archiver.archive.repair import repair
from archiver.archive.verify import FileReport, verify, verify_citations
from archiver.cli.console import err, out, print_json
from archiver.cli.home import DEFAULT_HOME, HomeOption
from archiver.counting import counted
from archiver.errors import ArchiverError
from archiver.home import Home
from archiver.store import Store

EXAMPLES = """
[bold]Examples[/]

  archiver verify                       every file, row and citation
  archiver verify --repair              mend what can be mended first
  archiver verify --json > report.json  for programs

Exit status: 0 all is proven, 1 something is not.
"""


def run(
    mend: Annotated[
        bool, typer.Option("--repair", help="Mend what can be mended, then verify.")
    ] = False,
    home: HomeOption = DEFAULT_HOME,
    json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Prove that every byte of the archive and every record's evidence is what it was."""
    place = Home(home).existing()
    repairs = _repair(place) if mend else []
    if not json:
        for line in repairs:
            out().print(line, markup=False)
    started = time.monotonic()
    reports, citations = _verify(place, show=not json)
    bad = [report for report in reports if report.problems]
    if json:
        print_json(
            {
                "repairs": repairs,
                "files": [asdict(report) for report in reports],
                "store": citations,
            }
        )
    else:
        records = sum(report.records for report in reports)
        seconds = time.monotonic() - started
        out().print(
            f"{counted(len(reports) - 1, 'files')}, {counted(records, 'records')} "
            f"in {seconds:.1f} s: "
            + (counted(len(bad), "files with problems") if bad else "all proven")
        )
    raise typer.Exit(1 if bad or citations else 0)


def _repair(place: Home) -> list[str]:
    with locked(place, "archiver verify --repair"):
        return repair(place)


def _verify(place: Home, *, show: bool) -> tuple[list[FileReport], list[str]]:
    if (busy := writer(place)) is not None:
        raise ArchiverError(f"{place.path} is being written by {busy}.")
    if not place.index.exists():
        raise ArchiverError(
            f"{place.path} has no index: `archiver verify --repair` makes it from the WARC files."
        )
    reports = []
    with contextlib.closing(Index(place.index, read_only=True)) as index:
        for report in verify(place, index):
            reports.append(report)
            if show and report.problems:
                out().print(str(report), markup=False)
            elif show:
                err().print(f"[dim]{report}[/]")
        citations = list(_citations(place, index))
    if show:
        for line in citations:
            out().print(line, markup=False)
    return reports, citations


def _citations(place: Home, index: Index) -> Iterator[str]:
    if place.has_database:
        with Store.open(place.database, create=False) as store:
            yield from verify_citations(index, store.captures())
