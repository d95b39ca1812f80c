"""``archiver coverage``: which issues of each series are held, and which are missing."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Annotated

import typer
from rich.console import Group
from rich.text import Text

from archiver.chinese.fold import comparison_key
from archiver.cli.console import out, print_json
from archiver.cli.home import DEFAULT_HOME, HomeOption
from archiver.counting import counted
from archiver.errors import ArchiverError
from archiver.home import Home
from archiver.store import Store
from archiver.store.coverage import Coverage, YearCoverage, runs

EXAMPLES = """
[bold]Examples[/]

  archiver coverage           a calendar: ■ held, ▬ held in a 合刊, □ missing
  archiver coverage 工会简报  series whose name has these words
  archiver coverage --json    for programs
"""
_HELD, _JOINED, _MISSING = ("■", "green"), ("▬", "green"), ("□", "bold red")
_TICK = 5


def run(
    series: Annotated[str, typer.Argument(metavar="SERIES", help="Part of a series' name.")] = "",
    home: HomeOption = DEFAULT_HOME,
    json: Annotated[bool, typer.Option("--json", help="Print the coverage as JSON.")] = False,
) -> None:
    """Show which numbers of every series are held and which are missing."""
    with Store.open(Home(home).existing().database, create=False) as store:
        found = list(store.coverage())
    wanted = comparison_key(series)
    chosen = [one for one in found if wanted in comparison_key(f"{one.key} {one.name}")]
    if found and not chosen:
        names = "、".join(one.name for one in found)
        raise ArchiverError(f"there is no series {series}; those held are {names}")
    if json:
        print_json({"series": [asdict(one) for one in chosen]})
    else:
        out().print(calendar(chosen))


def calendar(found: Sequence[Coverage]) -> Group:
    """Every series as rows of years and columns of numbers: held, joined, missing."""
    return Group(*(line for one in found for line in _series(one)))


def _series(one: Coverage) -> Iterator[Text]:
    head = Text(one.name, style="bold").append(f"  {one.key}", style="not bold dim")
    span = f"{one.first or '?'} to {one.last or '?'}"
    facts = [counted(one.issues, "issues"), span, f"numbered {one.scheme.replace('_', ' ')}"]
    yield head.append("  " + " · ".join(filter(None, [*facts, one.cadence])), style="not bold")
    numbers = [number for year in one.years for number in (*year.held, *year.missing)]
    if numbers and one.scheme == "per_year":
        yield Text("      " + _ruler(1, max(numbers)), style="dim")
    for year in one.years:
        yield _year(year, 1 if one.scheme == "per_year" else None)
    for number in one.missing_totals:
        yield Text(f"      总第{number}期 is missing", style="red")
    for twice in one.duplicates:
        dates = f", dated {', '.join(twice.dates)}" if len(twice.dates) > 1 else ""
        yield Text(
            f"      {twice.year} no. {twice.number} twice: {', '.join(twice.identities)}{dates}"
        )
    for restart in one.restarts:
        yield Text(f"      numbering falls back at {restart.identity} after {restart.after}")
    yield Text()


def _year(year: YearCoverage, start: int | None) -> Text:
    text = Text(f"{year.year}  ")
    numbers = [*year.held, *year.missing]
    if numbers:
        first = start or min(numbers)
        if start is None:
            text.append(f"{first}… ", style="dim")
        for number in range(first, max(numbers) + 1):
            text.append(*_mark(number, year))
    notes = [
        f"missing {runs(year.missing)}" if year.missing else "",
        f"{len(year.outside)} outside the numbering" if year.outside else "",
        f"{len(year.unnumbered)} without number" if year.unnumbered else "",
        f"{year.expected} expected" if year.expected is not None else "",
    ]
    return text.append("  " + " · ".join(filter(None, notes)), style="dim")


def _mark(number: int, year: YearCoverage) -> tuple[str, str]:
    if number in year.missing:
        return _MISSING
    if any(first <= number <= last for first, last in year.joined):
        return _JOINED
    return _HELD if number in year.held else (" ", "")


def _ruler(first: int, last: int) -> str:
    """Numbers over the columns: the first, then every fifth."""
    ruler = ""
    for number in range(first, last + 1):
        if len(ruler) <= number - first and (number == first or number % _TICK == 0):
            ruler = ruler.ljust(number - first) + str(number)
    return ruler
