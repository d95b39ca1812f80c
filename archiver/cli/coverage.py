"""``archiver coverage``: which issues of each series are held, and which are missing."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Annotated

import typer
from rich.console import Console, ConsoleOptions
from rich.segment import Segment

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
_STYLES = {"■": "green", "▬": "green", "□": "bold red", " ": "none"}
_TICK = 5

# Pieces of text, each with a style or the mark that it is made of.
_Line = list[tuple[str, str]]


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
        print_json({"series": chosen})
    else:
        out().print(Calendar(chosen), end="", crop=False)


class Calendar:
    """Every series as rows of years and columns of numbers: held, joined, missing.

    Given to the console in finished pieces: laying out lines takes seconds where there are many.
    """

    def __init__(self, found: Iterable[Coverage]) -> None:
        self._found = found

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        """All lines, each ended."""
        styles = {name: console.get_style(name or "none") for name in ("bold", "dim", "red", "")}
        styles |= {mark: console.get_style(name) for mark, name in _STYLES.items()}
        for one in self._found:
            if console.color_system is None:
                lines = ("".join(text for text, _ in line) for line in _series(one))
                yield Segment("\n".join(lines) + "\n")
                continue
            for line in _series(one):
                for text, style in line:
                    yield Segment(text, styles[style])
                yield Segment.line()


def _series(one: Coverage) -> Iterator[_Line]:
    span = f"{one.first or '?'} to {one.last or '?'}"
    facts = [counted(one.issues, "issues"), span, f"numbered {one.scheme.replace('_', ' ')}"]
    told = " · ".join(filter(None, [*facts, one.cadence]))
    yield [(one.name, "bold"), (f"  {one.key}", "dim"), (f"  {told}", "")]
    last = max((_last(year) for year in one.years), default=0)
    if last and one.scheme == "per_year":
        yield [("      " + _ruler(1, last), "dim")]
    for year in one.years:
        yield _year(year, 1 if one.scheme == "per_year" else None)
    for number in one.missing_totals:
        yield [(f"      总第{number}期 is missing", "red")]
    for twice in one.duplicates:
        dates = f", dated {', '.join(twice.dates)}" if len(twice.dates) > 1 else ""
        who = ", ".join(twice.identities)
        yield [(f"      {twice.year} no. {twice.number} twice: {who}{dates}", "")]
    for restart in one.restarts:
        yield [(f"      numbering falls back at {restart.identity} after {restart.after}", "")]
    yield []


def _year(year: YearCoverage, start: int | None) -> _Line:
    line: _Line = [(f"{year.year}  ", "")]
    if last := _last(year):
        first = start or min([*year.held[:1], *year.missing[:1]])
        if start is None:
            line.append((f"{first}… ", "dim"))
        line.extend(_marks(year, first, last))
    notes = [
        f"missing {runs(year.missing)}" if year.missing else "",
        f"{len(year.outside)} outside the numbering" if year.outside else "",
        f"{len(year.unnumbered)} without number" if year.unnumbered else "",
        f"{year.expected} expected" if year.expected is not None else "",
    ]
    return [*line, ("  " + " · ".join(filter(None, notes)), "dim")]


def _last(year: YearCoverage) -> int:
    """The highest number known, 0 without any; both lists ascend."""
    return max([*year.held[-1:], *year.missing[-1:]], default=0)


def _marks(year: YearCoverage, first: int, last: int) -> Iterator[tuple[str, str]]:
    """Runs of one mark a number, from ``first`` to ``last``; blank where nothing is known."""
    if len(year.held) == last - first + 1 and not year.joined:
        yield "■" * len(year.held), "■"
        return
    marks = dict.fromkeys(year.held, "■")
    for begin, end in year.joined:
        marks.update(dict.fromkeys(range(begin, end + 1), "▬"))
    marks.update(dict.fromkeys(year.missing, "□"))
    for mark, run in groupby(marks.get(number, " ") for number in range(first, last + 1)):
        yield "".join(run), mark


def _ruler(first: int, last: int) -> str:
    """Numbers over the columns: the first, then every fifth."""
    ruler = ""
    for number in range(first, last + 1):
        if len(ruler) <= number - first and (number == first or number % _TICK == 0):
            ruler = ruler.ljust(number - first) + str(number)
    return ruler
