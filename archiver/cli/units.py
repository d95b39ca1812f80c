"""``archiver units``: who sent articles in, what is not resolved, and a person's decisions."""

import datetime
import getpass
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from archiver.cli.console import err, out, print_json
from archiver.cli.home import DEFAULT_HOME, HomeOption
from archiver.counting import counted
from archiver.errors import ArchiverError
from archiver.home import Home
from archiver.store import Store
from pipelines.decisions import read_decisions, write_decisions
from pipelines.review import (
    UnitLine,
    apply_decisions,
    printed_names,
    read_review,
    units,
    write_review,
)

EXAMPLES = """
[bold]Examples[/]

  archiver units         contributing units, unresolved ones first
  archiver units --json  for programs
  archiver units review units.csv  writes units.csv, to be filled in with a spreadsheet
  archiver units review units.csv  … and, when it is there, reads the decisions back
"""

app = typer.Typer(invoke_without_command=True, no_args_is_help=False)


@app.callback(epilog=EXAMPLES)
def run(
    context: typer.Context,
    home: HomeOption = DEFAULT_HOME,
    json: Annotated[bool, typer.Option("--json", help="Print the units as JSON.")] = False,
) -> None:
    """List contributing units with their articles, and review how names were resolved."""
    context.obj = Home(home)
    if context.invoked_subcommand is not None:
        return
    with Store.open(context.obj.existing().database, create=False) as store:
        lines = units(store.unit_mentions(), read_decisions(context.obj.unit_decisions))
    if json:
        print_json({"units": [asdict(line) for line in lines]})
    else:
        _show(lines)


@app.command("review")
def review(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="CSV file to write, or to read back.")],
    home: Annotated[Path | None, typer.Option("--home", metavar="DIR", help="As above.")] = None,
    who: Annotated[str, typer.Option(help="Whose decisions they are, if not said.")] = "",
) -> None:
    """Write a review file, or read a person's decisions back when FILE is there.

    A decision is accept, correct (with right_key), same as (right_key of another unit) or not a
    unit. Decisions are kept in unit-decisions.csv in the home folder and outlive every rebuild.
    """
    place: Home = Home(home) if home else context.obj
    with Store.open(place.existing().database, create=False) as store:
        before = read_decisions(place.unit_decisions)
        lines = printed_names(store.unit_mentions(), before)
        if not file.exists():
            write_review(file, lines)
            err().print(
                f"{counted(len(lines), 'printed names')} written to {file}; "
                "fill in decision and run again"
            )
            return
        now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        read = read_review(file, lines, lambda: who or _user(), now)
        decisions = before | read
        write_decisions(place.unit_decisions, decisions)
        pages = apply_decisions(store, decisions)
    new = len(set(decisions) - set(before))
    err().print(
        f"{counted(new, 'new decisions')} kept in {place.unit_decisions}; "
        f"{counted(pages, 'pages')} changed"
    )


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        raise ArchiverError("say whose decisions these are with --who NAME") from error


def _show(lines: list[UnitLine]) -> None:
    table = Table(box=None, pad_edge=False)
    for name in ("unit", "key", "printed as"):
        table.add_column(name, overflow="fold")
    table.add_column("articles", justify="right")
    for name in ("first issue", "last issue"):
        table.add_column(name, overflow="fold")
    shown = [line for line in lines if line.key or line.unresolved]
    for line in shown:
        unknown = Text("– unresolved –", style="yellow")
        unit = Text(line.name or line.printed[0]) if line.key else unknown
        key = Text(line.key or f"in {line.contexts[0]}", style="" if line.key else "dim")
        counts = (str(line.articles), line.first, line.last)
        table.add_row(unit, key, "、".join(line.printed), *counts)
    out().print(table)
    unresolved = sum(line.unresolved for line in lines)
    notes = [
        counted(len(shown) - unresolved, "units"),
        counted(unresolved, "printed names unresolved"),
    ]
    if len(shown) < len(lines):
        notes.append(f"no units: {len(lines) - len(shown)}")
    out().print(Text(" · ".join(notes), style="dim"))
